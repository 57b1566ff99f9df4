"""The vaults of this user on this machine, as they look before anybody unlocks one."""

import os
from collections.abc import Mapping
from pathlib import Path

from outreach_app.paths import data_folder
from outreach_app.store.front import VaultFront, has_vault, read_front

FIRST = "vault"
FURTHER = "vaults"


def vault_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the folders of this user's vaults, the first one first.

    ``OUTREACH_VAULT`` names one vault and hides the others; further vaults of the same user lie
    beside each other in ``vaults``.
    """
    named = environment.get("OUTREACH_VAULT")
    if named:
        return (Path(named),) if has_vault(Path(named)) else ()
    home = data_folder()
    further = sorted(each for each in (home / FURTHER).glob("[!.]*") if has_vault(each))
    first = [home / FIRST] if has_vault(home / FIRST) else []
    return (*first, *further)


def vault_fronts(environment: Mapping[str, str] = os.environ) -> tuple[VaultFront, ...]:
    """Return what each vault shows of itself."""
    return tuple(read_front(folder) for folder in vault_folders(environment))


def free_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the next vault of this user goes; it is not made."""
    named = environment.get("OUTREACH_VAULT")
    if named:
        return Path(named)
    home = data_folder()
    if not has_vault(home / FIRST):
        return home / FIRST
    number = 2
    while (home / FURTHER / str(number)).exists():
        number += 1
    return home / FURTHER / str(number)
