"""Which printers a person has called the service's own; every other one is warned about.

A printer in a library, a shop or a hotel keeps what it printed, and a page lies there for whoever
comes next. The names stay inside the vault.
"""

import json

from outreach_app.services.sitting import Sitting

_OWN = "printers.own"
_MOST = 40


def own_printers(sitting: Sitting) -> tuple[str, ...]:
    """Return the names of the printers that were called the service's own."""
    kept = sitting.vault.properties.get(_OWN)
    return tuple(json.loads(kept)) if kept else ()


def is_own_printer(sitting: Sitting, name: str) -> bool:
    """Say whether a printer was called the service's own."""
    return name in own_printers(sitting)


def keep_own_printer(sitting: Sitting, name: str) -> None:
    """Remember a printer as the service's own, on this laptop only."""
    known = [each for each in own_printers(sitting) if each != name]
    names = [*known, name][-_MOST:]
    with sitting.vault.transaction(sitting.act("printer.known")):
        sitting.vault.properties.set(_OWN, json.dumps(names))
