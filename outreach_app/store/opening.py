"""Making a vault, and opening one: lock, slot file, database, and what a crash left to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from outreach_app.crypto.custody import new_root, vault_keys
from outreach_app.crypto.kdf import KdfParameters
from outreach_app.crypto.keys import SigningKey
from outreach_app.crypto.recovery import RecoveredRoot
from outreach_app.crypto.slots import new_slot_file
from outreach_app.folder_marks import keep_services_out
from outreach_app.paths import is_there, own_dir, refuse_shared_folder
from outreach_app.store.database import Database, open_database
from outreach_app.store.errors import NotAVault, NoVault, SlotFileStale, UnknownPerson, VaultExists
from outreach_app.store.journal import Act
from outreach_app.store.lock import VaultLock
from outreach_app.store.migrations import migrate
from outreach_app.store.properties import (
    CREATED_AT,
    DEVICE_ID,
    JOURNAL_SIGNED,
    ROOT_NUMBER,
    SLOTS_GENERATION,
    VAULT_ID,
)
from outreach_app.store.recovering import open_with_roots, renewed_vault
from outreach_app.store.slots_file import SlotCopies
from outreach_app.store.unlocking import (
    Derivation,
    Preparation,
    Renewal,
    SlotKeys,
    Unlocked,
    derivation_for,
    prepare_renewal,
    unlock,
)
from outreach_app.store.vault import ATTACHMENTS_NAME, DATABASE_NAME, DEVICE_KEY, Vault


@dataclass(frozen=True, slots=True)
class SlotLine:
    """What the lock screen may show of a slot."""

    person_id: str
    label: str


class LockedVault:
    """A vault's folder, held by this process, before anybody gave a passphrase."""

    def __init__(self, folder: Path) -> None:
        """Take the folder's lock and read the slot file.

        Raises:
            NoVault: The folder holds none.
            VaultInUse: Another process holds it.
            SlotFileDamaged: Neither copy of the slot file is whole.
        """
        if not is_there(folder / DATABASE_NAME) or not SlotCopies(folder).exist():
            raise NoVault
        self.folder = folder
        self._lock = VaultLock(folder)
        # At each opening: a restored or moved folder may have lost its mark.
        keep_services_out(folder)
        try:
            self._candidates = SlotCopies(folder).candidates()
        except BaseException:
            self._lock.release()
            raise

    @property
    def vault_id(self) -> str:
        """The identifier of the vault."""
        return self._candidates[0].vault_id

    @property
    def slots(self) -> tuple[SlotLine, ...]:
        """The slots, as the newest copy has them."""
        return tuple(
            SlotLine(slot.header.person_id, slot.header.label) for slot in self._candidates[0].slots
        )

    def derivation(self, person_id: str) -> Derivation:
        """Return what turns a person's passphrase into keys.

        Raises:
            UnknownPerson: The person has no slot.
        """
        return derivation_for(self._candidates, person_id)

    def open(
        self, person_id: str, keys: SlotKeys, *, at: str, accept_generation: bool = False
    ) -> Vault:
        """Open the vault, go on with what a crash interrupted, and note the act.

        The lock stays held on failure, so that another passphrase can be tried.

        Args:
            person_id: Who unlocks.
            keys: From `derivation(person_id).derive(passphrase)`.
            at: Instant of unlocking.
            accept_generation: A person decided that a slot file of another generation than the
                database knows (after a restore) may be used.

        Raises:
            WrongPassphrase: The passphrase is not this person's.
            UnknownPerson: The database does not know the person any more.
            SlotFileStale: The slot file and the database are not from the same time.
            NotAVault, Plaintext, TooNew, Damaged, JournalBroken: See these.
        """
        unlocked = unlock(self._candidates, person_id, keys)
        path = self.folder / DATABASE_NAME
        wal = path.with_name(f"{DATABASE_NAME}-wal")
        unclean = is_there(wal) and wal.stat().st_size > 0
        database, opened_with = _open_with_any(path, unlocked)
        try:
            vault = Vault(self.folder, self._lock, database, unlocked, person_id)
            _settle(vault, opened_with, unclean=unclean, accept_generation=accept_generation)
            act = Act(
                kind="vault.unlocked", at=at, person_id=person_id, facts={"unclean": int(unclean)}
            )
            with vault.transaction(act):
                pass
        except BaseException:
            database.close()
            raise
        return vault

    def renewal(self, person_id: str, parameters: KdfParameters) -> Renewal:
        """Return another slot for a person who forgot the passphrase, to be given to `recover`.

        Raises:
            UnknownPerson: The person has no slot.
        """
        return prepare_renewal(self._candidates, person_id, parameters)

    def recover(
        self, roots: Sequence[RecoveredRoot], renewal: Renewal, keys: SlotKeys, act: Act
    ) -> Vault | None:
        """Open the vault with a root from its recovery file; the person gets new keys.

        Args:
            roots: From `recovering.read_roots`.
            renewal: From `renewal`.
            keys: From ``renewal.derivation.derive(passphrase)``.
            act: What is written in the journal.

        Returns:
            The open vault; None when no root opens it, and then the lock stays held.

        Raises:
            UnknownPerson, SlotFileChanged, TooNew, Damaged, JournalBroken: See these.
        """
        ours = [each for each in roots if each.vault_id == self.vault_id]
        opened = open_with_roots(self.folder, ours)
        if opened is None:
            return None
        try:
            vault = renewed_vault(self._lock, self._candidates[0], opened, renewal, keys, act)
            _settle(vault, opened[1].number, unclean=False, accept_generation=False)
        except BaseException:
            opened[0].close()
            raise
        return vault

    def release(self) -> None:
        """Give the folder's lock back without opening."""
        self._lock.release()


def open_vault(folder: Path, person_id: str, passphrase: str, *, at: str) -> Vault:
    """Open a vault in one call, key derivation included (about a second).

    Raises:
        OutreachError: Everything that `LockedVault` and its `open` refuse.
    """
    locked = LockedVault(folder)
    try:
        return locked.open(person_id, locked.derivation(person_id).derive(passphrase), at=at)
    except BaseException:
        locked.release()
        raise


def create_vault(folder: Path, preparation: Preparation, keys: SlotKeys, *, at: str) -> Vault:
    """Make a vault with its first person and return it unlocked.

    Args:
        folder: A private folder on this machine's own disk; made if it is not there.
        preparation: From `prepare_person(vault_id, person)`.
        keys: From `preparation.derivation.derive(passphrase)`.
        at: Instant of the act.

    Raises:
        VaultExists: The folder holds one already.
        SharedFolder: The folder is on a network or copied to a cloud.
        HostFault: It cannot be written.
    """
    refuse_shared_folder(folder)
    own_dir(folder)
    keep_services_out(folder)
    own_dir(folder / ATTACHMENTS_NAME)
    lock = VaultLock(folder)
    try:
        _refuse_existing(folder)
        return _create(folder, lock, preparation, keys, at)
    except BaseException:
        lock.release()
        raise


def _refuse_existing(folder: Path) -> None:
    if is_there(folder / DATABASE_NAME):
        raise VaultExists


def _create(
    folder: Path, lock: VaultLock, preparation: Preparation, keys: SlotKeys, at: str
) -> Vault:
    root = new_root()
    person, vault_id = preparation.person, preparation.header.vault_id
    file = SlotCopies(folder).write(new_slot_file(preparation.slot(keys), root), {1: root})
    derived = vault_keys(root, vault_id)
    database = open_database(folder / DATABASE_NAME, derived.database_key, derived.database_salt)
    try:
        unlocked = Unlocked(file, preparation.access_key, {1: root})
        vault = Vault(folder, lock, database, unlocked, person.person_id)
        with database.transaction():
            migrate(database, before_first_step=lambda: None)
            vault.journal.begin()
            for name, value in (
                (VAULT_ID, vault_id), (DEVICE_ID, person.device_id), (CREATED_AT, at),
                (SLOTS_GENERATION, "1"), (ROOT_NUMBER, "1"),
            ):  # fmt: skip
                vault.properties.set(name, value)
            database.execute(
                "INSERT INTO vault_keys (name, secret) VALUES (?, ?)",
                (DEVICE_KEY, SigningKey.generate().seed),
            )
            vault.people.add(person, preparation.access_key, at=at)
            vault.projections.rebuild()
            vault.journal.append(Act(kind="vault.created", at=at, person_id=person.person_id))
    except BaseException:
        database.close()
        raise
    return vault


def _open_with_any(path: Path, unlocked: Unlocked) -> tuple[Database, int]:
    """Open with the current root, or with the pending one when a rekey was just done."""
    refused: NotAVault | None = None
    for number, root in sorted(unlocked.roots.items()):
        derived = vault_keys(root, unlocked.file.vault_id)
        try:
            return open_database(path, derived.database_key, derived.database_salt), number
        except NotAVault as error:
            refused = error
    raise refused or NotAVault()


def _settle(vault: Vault, opened_with: int, *, unclean: bool, accept_generation: bool) -> None:
    """Bring an opened vault to rest: checks after a crash, schema, slots, root, lists, journal."""
    vault.was_unclean = unclean
    if unclean:
        vault.database.checkpoint()
        vault.database.quick_check()
    found = migrate(vault.database, before_first_step=lambda: vault.custody.copy_aside("migration"))
    if found == 0 or vault.properties.get(VAULT_ID) != vault.vault_id:
        raise NotAVault
    if not vault.people.is_active(vault.person_id):
        raise UnknownPerson
    known = int(vault.properties.get(SLOTS_GENERATION))
    generation = vault.custody.file.generation
    if generation not in (known, known + 1) and not accept_generation:
        raise SlotFileStale(found=generation, known=known)
    vault.custody.repair()
    for step in vault.custody.resume_steps(opened_with):
        step()
    vault.recovery_intact = vault.custody.recovery_is_intact()
    if not vault.projections.is_current():
        vault.projections.rebuild()
    vault.journal.verify(after=int(vault.properties.get(JOURNAL_SIGNED, "0")))
