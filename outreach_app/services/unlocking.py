"""Unlocking in two steps, for a window that derives the key while it stays alive."""

import secrets
from pathlib import Path

from outreach_app.domain.ids import Prefix
from outreach_app.keychain import (
    Keychain,
    KeychainFileStore,
    KeychainUnavailable,
    KeychainUnsigned,
    open_keychain,
)
from outreach_app.services.instants import Clock, write_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World
from outreach_app.services.workspace import Workspace, begin_workspace
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys


def this_world(clock: Clock) -> World:
    """Return a clock with this machine's source of random bytes."""
    return World(clock=clock, random_bytes=secrets.token_bytes)


def this_keychain(world: World) -> Keychain | None:
    """Return the computer's secret store where one answers; it is optional."""
    try:
        return open_keychain(world.new_id(Prefix.OBJECT))
    except (KeychainUnavailable, KeychainFileStore, KeychainUnsigned):
        return None


def take_vault(folder: Path, person_id: str, passphrase: str) -> tuple[LockedVault, SlotKeys]:
    """Hold a vault's folder and derive a person's keys (about a second; opens no database).

    Raises:
        NoVault, VaultInUse, SlotFileDamaged: The folder.
        UnknownPerson: The person has no slot.
        PassphraseText: The passphrase cannot be one.
    """
    locked = LockedVault(folder)
    try:
        return locked, locked.derivation(person_id).derive(passphrase)
    except BaseException:
        locked.release()
        raise


def sit_down(locked: LockedVault, person_id: str, keys: SlotKeys, world: World) -> Sitting:
    """Open a vault with keys that a job has derived; its folder is given back on failure.

    Raises:
        WrongPassphrase: It was not this person's.
        OutreachError: Whatever else the vault refuses.
    """
    try:
        vault = locked.open(person_id, keys, at=write_instant(world.clock()))
    except BaseException:
        locked.release()
        raise
    try:
        return Sitting(vault, world.clock, world.random_bytes, world.managed)
    except BaseException:
        vault.close()
        raise


def unlock(
    locked: LockedVault,
    person_id: str,
    keys: SlotKeys,
    world: World,
    keychain: Keychain | None = None,
) -> Workspace:
    """Open a vault with keys that a job has derived, and put the services on it."""
    return begin_workspace(sit_down(locked, person_id, keys, world), keychain)
