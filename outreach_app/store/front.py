"""What the lock screen may show of a vault, read without the libraries that open one.

Nothing here is believed: the labels are only words on buttons until somebody unlocks.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.paths import is_there, read_bytes

DATABASE_FILE = "vault.db"
_SLOT_FILES = ("slots-a.json", "slots-b.json")
_LARGEST_BYTES = 256 * 1024
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFront:
    """A vault as it looks from outside.

    Attributes:
        people: Person id and label of each slot; empty when no copy of the slot file can be read.
    """

    folder: Path
    people: tuple[tuple[str, str], ...]


def has_vault(folder: Path) -> bool:
    """Say whether a folder holds a vault's database."""
    return is_there(folder / DATABASE_FILE)


def read_front(folder: Path) -> VaultFront:
    """Return what a vault shows of itself; damage shows as nobody."""
    copies = [found for name in _SLOT_FILES if (found := _read(folder / name)) is not None]
    newest = max(copies, key=lambda copy: copy[0], default=(0, ()))
    return VaultFront(folder=folder, people=newest[1])


def _read(path: Path) -> tuple[int, tuple[tuple[str, str], ...]] | None:
    try:
        fields = json.loads(read_bytes(path, _LARGEST_BYTES))
        people = tuple(
            (str(slot["person"]), str(slot["label"])[:_LONGEST_LABEL]) for slot in fields["slots"]
        )
        return int(fields["generation"]), people
    except (OutreachError, ValueError, TypeError, KeyError):
        return None
