"""Backups of a vault, and proof that the organisation's recovery secret would open it."""

from collections.abc import Sequence
from pathlib import Path

from outreach_app.crypto.recovery import join_shares, recovery_identity
from outreach_app.domain.ids import Prefix
from outreach_app.paths import host_fault
from outreach_app.services.errors import RecoveryDoesNotOpen, SeveralPeople, UnknownPerson
from outreach_app.services.instants import write_instant
from outreach_app.services.safe_points import leave_note
from outreach_app.services.sitting import Sitting
from outreach_app.services.unfinished_backups import note_begun, note_ended
from outreach_app.services.vaults import World
from outreach_app.store.backup import (
    BackupFacts,
    BackupOrder,
    LockedBackup,
    carry_out,
    note_backup,
    order_backup,
)
from outreach_app.store.recovering import open_with_roots, read_roots


def back_up(sitting: Sitting, folder: Path) -> BackupFacts:
    """Copy the open vault into a new folder, attachments included, and check the copy.

    Raises:
        VaultExists: The folder exists.
        BackupUnverified: The copy did not pass its checks; it was removed.
        OtherFolder: Backups belong into another folder.
    """
    order = begin_backup(sitting, folder)
    note_begun(sitting, order, folder)
    try:
        facts = carry_out(order, folder)
        finish_backup(sitting, facts)
    finally:
        note_ended(sitting, order)
    return facts


def begin_backup(sitting: Sitting, folder: Path) -> BackupOrder:
    """Return what a job needs to back the open vault up (see `store.backup.carry_out`).

    Args:
        sitting: The unlocked vault.
        folder: The new folder that the backup will be.

    Raises:
        OtherFolder: Backups belong into another folder.
    """
    sitting.settings().require_folder("backup.folder", folder)
    return order_backup(
        sitting.vault, backup_id=sitting.new_id(Prefix.OBJECT), at=sitting.instant()
    )


def finish_backup(sitting: Sitting, facts: BackupFacts) -> None:
    """Note a backup that was carried out and checked."""
    note_backup(sitting.vault, facts, sitting.act("backup.made", backup=facts.backup_id))
    leave_note(sitting)


def is_on_same_disk(vault_folder: Path, folder: Path) -> bool:
    """Say whether a folder lies on the disk of the vault, so that both would be lost together.

    Raises:
        HostFault: The folder cannot be looked at.
    """
    try:
        return vault_folder.stat().st_dev == folder.stat().st_dev
    except OSError as error:
        raise host_fault(error) from error


def verify_backup(folder: Path, initials: str, passphrase: str) -> BackupFacts:
    """Check everything that a restore would use, and change nothing.

    Raises:
        WrongPassphrase: Not the one of the day of the backup.
        BackupUnverified: Not complete or not sound.
    """
    backup = LockedBackup(folder)
    person_id = _person(backup, initials)
    return backup.verify(person_id, backup.derivation(person_id).derive(passphrase))


def restore_backup(
    folder: Path, target: Path, initials: str, passphrase: str, world: World
) -> BackupFacts:
    """Make a vault out of a backup in a new folder, with a new device id.

    Raises:
        VaultExists: The target holds a vault.
        WrongPassphrase, BackupUnverified: See `verify_backup`; nothing was made.
    """
    backup = LockedBackup(folder)
    person_id = _person(backup, initials)
    keys = backup.derivation(person_id).derive(passphrase)
    return backup.restore(
        target,
        person_id,
        keys,
        device_id=world.new_id(Prefix.DEVICE),
        at=write_instant(world.clock()),
    )


def backup_people(folder: Path) -> tuple[str, ...]:
    """Return the labels of everybody whose passphrase opens a backup.

    Raises:
        NoVault, SlotFileDamaged: The folder holds no usable backup.
    """
    return tuple(label for _person_id, label in LockedBackup(folder).people)


def _person(backup: LockedBackup, initials: str) -> str:
    fitting = [
        person_id
        for person_id, label in backup.people
        if not initials or label.casefold() == initials.casefold()
    ]
    if len(fitting) > 1 and not initials:
        raise SeveralPeople(people=tuple(sorted(label for _id, label in backup.people)))
    if len(fitting) != 1:
        raise UnknownPerson(name=initials)
    return fitting[0]


def prove_recovery(folder: Path, shares: Sequence[str]) -> int:
    """Open a vault's database with the organisation's shares alone; return how many rows it has.

    A rehearsal: nothing is written, and nobody's passphrase is needed. The vault must be closed.

    Raises:
        BadShare, SharesDoNotCombine: The shares are mistyped or too few.
        RecoveryDoesNotOpen: The recovery file is not for these shares or this vault.
    """
    identity = recovery_identity(join_shares(shares))
    opened = open_with_roots(folder, read_roots(folder, identity))
    if opened is None:
        raise RecoveryDoesNotOpen
    database, _recovered = opened
    try:
        return int(database.value("SELECT count(*) FROM revisions"))
    finally:
        database.close()
