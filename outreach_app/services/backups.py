"""Backups of a vault, and proof that the organisation's recovery secret would open it."""

from collections.abc import Sequence
from pathlib import Path

from outreach_app.crypto.custody import vault_keys
from outreach_app.crypto.errors import NotForYou
from outreach_app.crypto.recovery import join_shares, open_root, recovery_identity
from outreach_app.domain.ids import Prefix
from outreach_app.paths import read_bytes
from outreach_app.services.errors import RecoveryDoesNotOpen, SeveralPeople, UnknownPerson
from outreach_app.services.instants import write_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World
from outreach_app.store.backup import BackupFacts, LockedBackup, make_backup
from outreach_app.store.custody import RECOVERY_NAME
from outreach_app.store.database import open_database
from outreach_app.store.errors import NotAVault
from outreach_app.store.vault import DATABASE_NAME

_LIMIT_BYTES = 64 * 1024


def back_up(sitting: Sitting, folder: Path) -> BackupFacts:
    """Copy the open vault into a new folder, attachments included, and check the copy.

    Raises:
        VaultExists: The folder exists.
        BackupUnverified: The copy did not pass its checks; it was removed.
    """
    backup_id = sitting.new_id(Prefix.OBJECT)
    act = sitting.act("backup.made", backup=backup_id)
    return make_backup(sitting.vault, folder, backup_id=backup_id, act=act)


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
    try:
        recovered = open_root(read_bytes(folder / RECOVERY_NAME, _LIMIT_BYTES), identity)
        keys = vault_keys(recovered.root, recovered.vault_id)
        database = open_database(folder / DATABASE_NAME, keys.database_key, keys.database_salt)
    except (NotForYou, NotAVault) as error:
        raise RecoveryDoesNotOpen from error
    try:
        known = database.value("SELECT value FROM vault WHERE name = 'vault.id'")
        if known != recovered.vault_id:
            raise RecoveryDoesNotOpen
        return int(database.value("SELECT count(*) FROM revisions"))
    finally:
        database.close()
