"""Backups: a checked copy of an open vault under a key of its own, and the way back.

A backup is a folder: the database copied page by page while the vault is open (by a connection of
its own, so that the work goes on meanwhile), every attachment's file, both copies of the slot file, the recovery file, and `backup.json` with counts and the
journal's head. It is built under another name, reopened and checked with the same checks that a
restore uses, and only then takes its name; until then it does not count.
"""

import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.crypto.canonical import Json, canonical_bytes, parse_canonical_object
from outreach_app.crypto.custody import backup_key, vault_keys
from outreach_app.crypto.errors import NotCanonical, SlotFileChanged, SlotFileFormat
from outreach_app.crypto.kdf import hkdf
from outreach_app.crypto.mac import digest_matches, keyed_digest
from outreach_app.crypto.slot_file import check_slot_file
from outreach_app.errors import OutreachError
from outreach_app.paths import (
    FileTrouble,
    atomic_write,
    flush_folder,
    host_fault,
    is_there,
    own_dir,
    private_dir,
    read_bytes,
    refuse_shared_folder,
)
from outreach_app.store.attachments import LARGEST_BYTES, Attachments
from outreach_app.store.custody import RECOVERY_NAME
from outreach_app.store.database import SALT_BYTES, Database, open_database
from outreach_app.store.errors import BackupUnverified, NoVault, VaultExists
from outreach_app.store.journal import Act, Journal, JournalHead
from outreach_app.store.properties import BACKED_UP_AT
from outreach_app.store.slots_file import COPY_NAMES, SlotCopies
from outreach_app.store.unlocking import Derivation, SlotKeys, Unlocked, derivation_for, unlock
from outreach_app.store.vault import ATTACHMENTS_NAME, DATABASE_NAME, Vault, mark_restored

FACTS_NAME = "backup.json"
_FORMAT = 1
_PURPOSE = "backup"
_COUNTED = ("documents", "revisions", "reviews", "drafts", "attachments", "forms", "objects")
_FACTS_LIMIT = 64 * 1024
_FILE_LIMIT = 2 * LARGEST_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFacts:
    """What a backup says about itself, proven by a keyed digest.

    Attributes:
        counts: Rows by kind of thing.
        head: The journal's head when the copy was made.
    """

    backup_id: str
    vault_id: str
    made_at: str
    counts: Mapping[str, int]
    head: JournalHead


Say = Callable[[str], None]
COPYING, CHECKING = "copying", "checking"
"""How far a backup is, for whoever says it in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupOrder:
    """Everything that making a backup needs of an open vault: data only, for a job.

    Attributes:
        folder: Of the vault.
        made_at: Instant of the copy.
        mark: Chance, of which the name is made that the copy has until it counts.
    """

    folder: Path
    vault_id: str
    root: bytes = field(repr=False)
    backup_id: str
    made_at: str
    mark: str


def order_backup(vault: Vault, *, backup_id: str, at: str) -> BackupOrder:
    """Return what `carry_out` needs; the vault stays open while it works."""
    return BackupOrder(
        folder=vault.folder,
        vault_id=vault.vault_id,
        root=vault.custody.root,
        backup_id=backup_id,
        made_at=at,
        mark=secrets.token_hex(8),
    )


def building_of(order: BackupOrder, target: Path) -> Path:
    """Return the folder in which a copy is made before it takes its name."""
    return target.with_name(f".{order.mark}.part")


def is_backup(folder: Path, backup_id: str) -> bool:
    """Say whether a folder calls itself the backup of this id; nothing vouches for it."""
    try:
        return is_there(folder / FACTS_NAME) and _read_facts(folder)[0].backup_id == backup_id
    except OutreachError:
        return False


def carry_out(order: BackupOrder, target: Path, said: Say = lambda _far: None) -> BackupFacts:
    """Copy a vault into a new folder through a connection of its own, and check the copy.

    Args:
        order: From `order_backup`; the vault must stay open, so that nobody changes its root.
        target: The new folder.
        said: Called with how far it is; whatever it raises stops the work.

    Raises:
        VaultExists: The target exists.
        BackupUnverified: The copy does not pass its checks; it is removed.
        HostFault: The machine failed; what was begun is removed.
    """
    if is_there(target):
        raise VaultExists
    private_dir(target.parent)
    building = building_of(order, target)
    try:
        said(COPYING)
        facts = _copy(order, building)
        said(CHECKING)
        if _verify(building, order.root) != facts:
            raise BackupUnverified(what="facts")  # noqa: TRY301 - cleaned up like every failure
        building.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        shutil.rmtree(building, ignore_errors=True)
        raise host_fault(error) from error
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return facts


def note_backup(vault: Vault, facts: BackupFacts, act: Act) -> None:
    """Note in the open vault that a backup was made and checked."""
    with vault.transaction(act):
        vault.properties.set(BACKED_UP_AT, facts.made_at)


def make_backup(vault: Vault, target: Path, *, backup_id: str, act: Act) -> BackupFacts:
    """Copy an open vault into a new folder, check the copy, and note the act.

    Raises:
        OutreachError: What `carry_out` refuses.
    """
    facts = carry_out(order_backup(vault, backup_id=backup_id, at=act.at), target)
    note_backup(vault, facts, act)
    return facts


class LockedBackup:
    """A backup before anybody gave a passphrase; those of the day it was made open it."""

    def __init__(self, folder: Path) -> None:
        """Read the backup's slot file.

        Raises:
            NoVault: The folder holds no backup.
            SlotFileDamaged: Neither copy of its slot file is whole.
        """
        if not is_there(folder / FACTS_NAME) or not is_there(folder / DATABASE_NAME):
            raise NoVault
        self.folder = folder
        self._candidates = SlotCopies(folder).candidates()

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Person id and label of everybody whose passphrase opens it."""
        return tuple(
            (slot.header.person_id, slot.header.label) for slot in self._candidates[0].slots
        )

    def derivation(self, person_id: str) -> Derivation:
        """Return what turns a person's passphrase into keys.

        Raises:
            UnknownPerson: The person has no slot in this backup.
        """
        return derivation_for(self._candidates, person_id)

    def verify(self, person_id: str, keys: SlotKeys) -> BackupFacts:
        """Check everything that a restore would use, and change nothing.

        Raises:
            WrongPassphrase: The keys are of another passphrase.
            BackupUnverified: It is not complete or not sound.
        """
        return _verify(self.folder, _root(self._unlock(person_id, keys)))

    def restore(
        self, target: Path, person_id: str, keys: SlotKeys, *, device_id: str, at: str
    ) -> BackupFacts:
        """Make a vault out of the backup in a new folder; open it as any other afterwards.

        The vault gets a new device id and device key and notes since when it is a restored one.
        Its people keep their keys until each asks for new ones; only those are for this device.

        Raises:
            VaultExists: The target holds a vault.
            SharedFolder: The target is on a network or copied to a cloud.
            WrongPassphrase: The keys are of another passphrase.
            BackupUnverified: The backup is not complete or not sound; nothing was made.
            HostFault: The machine failed; the backup is untouched.
        """
        unlocked = self._unlock(person_id, keys)
        root = _root(unlocked)
        facts = _verify(self.folder, root)
        refuse_shared_folder(target)
        if is_there(target / DATABASE_NAME):
            raise VaultExists
        own_dir(target)
        _copy_files(self.folder, target)
        part = target / f".{secrets.token_hex(8)}.part"
        try:
            self._restore_database(part, root, facts, Act(
                kind="vault.restored", at=at, person_id=person_id,
                facts={"backup": facts.backup_id, "device": device_id},
            ))  # fmt: skip
            part.replace(target / DATABASE_NAME)
            flush_folder(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise host_fault(error) from error
        return facts

    def _restore_database(self, part: Path, root: bytes, facts: BackupFacts, act: Act) -> None:
        keys = vault_keys(root, facts.vault_id)
        source = _open(self.folder, backup_key(root, facts.backup_id))
        try:
            source.copy_to(part, keys.database_key, keys.database_salt)
        finally:
            source.close()
        restored = open_database(part, keys.database_key, keys.database_salt)
        try:
            with restored.transaction():
                mark_restored(restored, str(act.facts["device"]), at=act.at)
                Journal(restored).append(act)
            restored.full_check()
        finally:
            restored.close()

    def _unlock(self, person_id: str, keys: SlotKeys) -> Unlocked:
        return unlock(self._candidates, person_id, keys)


def _root(unlocked: Unlocked) -> bytes:
    return unlocked.roots[unlocked.file.current.number]


def _copy(order: BackupOrder, building: Path) -> BackupFacts:
    private_dir(building)
    key = backup_key(order.root, order.backup_id)
    keys = vault_keys(order.root, order.vault_id)
    source = open_database(order.folder / DATABASE_NAME, keys.database_key, keys.database_salt)
    try:
        # Counts, head and pages are of one moment, whatever is written meanwhile.
        with source.snapshot():
            counts, head = _counts(source), Journal(source).head()
            source.copy_to(building / DATABASE_NAME, key, _salt(key))
    finally:
        source.close()
    _copy_files(order.folder, building)
    facts = BackupFacts(
        backup_id=order.backup_id,
        vault_id=order.vault_id,
        made_at=order.made_at,
        counts=counts,
        head=head,
    )
    content = _content(facts)
    mac = keyed_digest(key, _PURPOSE, canonical_bytes(content))
    atomic_write(building / FACTS_NAME, canonical_bytes({**content, "mac": mac}))
    return facts


def _copy_files(source: Path, target: Path) -> None:
    """Copy slot file, recovery file and attachments; each is written whole and flushed."""
    for name in (*COPY_NAMES, RECOVERY_NAME):
        if is_there(source / name):
            atomic_write(target / name, read_bytes(source / name, _FILE_LIMIT))
    private_dir(target / ATTACHMENTS_NAME)
    for path in sorted((source / ATTACHMENTS_NAME).glob("[!.]*")):
        atomic_write(target / ATTACHMENTS_NAME / path.name, read_bytes(path, _FILE_LIMIT))


def _verify(folder: Path, root: bytes) -> BackupFacts:
    facts, content, mac = _read_facts(folder)
    key = backup_key(root, facts.backup_id)
    if not digest_matches(key, _PURPOSE, canonical_bytes(content), mac):
        raise BackupUnverified(what="facts")
    _verify_slots(folder, root)
    try:
        database = _open(folder, key)
        try:
            _verify_content(database, folder, facts)
        finally:
            database.close()
    except BackupUnverified:
        raise
    except OutreachError as error:
        raise BackupUnverified(what=error.code) from error
    return facts


def _verify_content(database: Database, folder: Path, facts: BackupFacts) -> None:
    database.full_check()
    if _counts(database) != facts.counts:
        raise BackupUnverified(what="counts")
    if Journal(database).verify() != facts.head:
        raise BackupUnverified(what="journal")
    attachments = Attachments(database, folder / ATTACHMENTS_NAME)
    for attachment in attachments.all():
        attachments.get(attachment.digest)


def _verify_slots(folder: Path, root: bytes) -> None:
    file = SlotCopies(folder).candidates()[0]
    try:
        check_slot_file(file, {file.current.number: root})
    except (SlotFileChanged, SlotFileFormat) as error:
        raise BackupUnverified(what="slots") from error


def _open(folder: Path, key: bytes) -> Database:
    return open_database(folder / DATABASE_NAME, key, _salt(key), read_only=True)


def _salt(key: bytes) -> bytes:
    return hkdf(key, b"outreach/1\x00backup salt", SALT_BYTES)


def _counts(database: Database) -> dict[str, int]:
    return {
        name: int(database.value(f"SELECT count(*) FROM {name}"))  # noqa: S608
        for name in _COUNTED
    }


def _content(facts: BackupFacts) -> dict[str, str | int | dict[str, int]]:
    return {
        "type": "backup",
        "format": _FORMAT,
        "backup": facts.backup_id,
        "vault": facts.vault_id,
        "made_at": facts.made_at,
        "counts": dict(facts.counts),
        "head_n": facts.head.n,
        "head_hash": facts.head.hash,
    }


def _read_facts(folder: Path) -> tuple[BackupFacts, dict[str, Json], str]:
    try:
        content = parse_canonical_object(read_bytes(folder / FACTS_NAME, _FACTS_LIMIT))
    except (NotCanonical, FileTrouble) as error:
        raise BackupUnverified(what="facts") from error
    mac = content.pop("mac", "")
    match content:
        case {
            "type": "backup", "format": 1, "backup": str(backup_id), "vault": str(vault_id),
            "made_at": str(made_at), "counts": dict(counts), "head_n": int(n),
            "head_hash": str(link),
        }:  # fmt: skip
            facts = BackupFacts(
                backup_id=backup_id,
                vault_id=vault_id,
                made_at=made_at,
                counts={name: count for name, count in counts.items() if isinstance(count, int)},
                head=JournalHead(n, link),
            )
            return facts, content, str(mac)
    raise BackupUnverified(what="facts")
