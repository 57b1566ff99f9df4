"""Unlocking in two steps, for a window that derives the key while it stays alive."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from outreach_app.domain.ids import Prefix
from outreach_app.keychain import (
    Keychain,
    KeychainFileStore,
    KeychainUnavailable,
    open_keychain,
)
from outreach_app.paths import data_folder, is_there
from outreach_app.services.instants import Clock, write_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World
from outreach_app.services.workspace import Workspace, begin_workspace
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys
from outreach_app.store.vault import DATABASE_NAME


def vault_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the folders of this user's vaults, the first one first.

    ``OUTREACH_VAULT`` names one vault and hides the others; further vaults of the same user lie
    beside each other in ``vaults``.
    """
    named = environment.get("OUTREACH_VAULT")
    if named:
        return (Path(named),)
    home = data_folder()
    further = sorted((home / "vaults").glob(f"*/{DATABASE_NAME}"))
    first = home / "vault"
    found = [first] if is_there(first / DATABASE_NAME) else []
    return (*found, *(each.parent for each in further))


def this_world(clock: Clock) -> World:
    """Return a clock with this machine's source of random bytes."""
    return World(clock=clock, random_bytes=secrets.token_bytes)


def this_keychain(world: World) -> Keychain | None:
    """Return the computer's secret store where one answers; it is optional."""
    try:
        return open_keychain(world.new_id(Prefix.OBJECT))
    except (KeychainUnavailable, KeychainFileStore):
        return None


def unlock(
    locked: LockedVault,
    person_id: str,
    keys: SlotKeys,
    world: World,
    keychain: Keychain | None = None,
) -> Workspace:
    """Open a vault with keys that a job has derived.

    Args:
        locked: The vault; it stays held when this fails, so that one can try again.
        person_id: Who unlocks.
        keys: From ``locked.derivation(person_id).derive(passphrase)``.
        world: Clock and random bytes.
        keychain: The computer's secret store, where there is one.

    Raises:
        WrongPassphrase: It was not this person's.
        OutreachError: Whatever else the vault refuses.
    """
    vault = locked.open(person_id, keys, at=write_instant(world.clock()))
    try:
        sitting = Sitting(vault, world.clock, world.random_bytes)
    except BaseException:
        vault.close()
        raise
    return begin_workspace(sitting, keychain)
