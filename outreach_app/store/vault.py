"""An unlocked vault: one folder, one database, one slot file, one person at work.

`opening` makes and opens vaults; everything stored is reached through the `Vault`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outreach_app.crypto.custody import backup_key
from outreach_app.crypto.kdf import KdfParameters
from outreach_app.crypto.keys import SigningKey
from outreach_app.crypto.slots import make_header, make_slot
from outreach_app.domain.people import Person
from outreach_app.store.accepted import Accepted
from outreach_app.store.acts import Acts
from outreach_app.store.attachments import Attachments
from outreach_app.store.bundles import Bundles
from outreach_app.store.carried import Carried
from outreach_app.store.custody import Custody
from outreach_app.store.database import Database
from outreach_app.store.documents import Documents
from outreach_app.store.drafts import Drafts
from outreach_app.store.errors import JournalBroken, LastPerson, UnknownPerson
from outreach_app.store.forms import Forms
from outreach_app.store.journal import Act, Journal, JournalHead
from outreach_app.store.lists import Lists
from outreach_app.store.lock import VaultLock
from outreach_app.store.objects import Objects
from outreach_app.store.people import People
from outreach_app.store.projections import Projections
from outreach_app.store.properties import (
    CAUGHT_UP_AT,
    DEVICE_ID,
    JOURNAL_SIGNED,
    OLDER_AT,
    RESTORED_AT,
    Choices,
    Properties,
)
from outreach_app.store.reviews import Reviews
from outreach_app.store.revisions import Revisions
from outreach_app.store.search import Search
from outreach_app.store.unlocking import (
    Derivation,
    Preparation,
    SlotKeys,
    Unlocked,
    derivation_for,
    unlock,
)

DATABASE_NAME = "vault.db"
ATTACHMENTS_NAME = "attachments"
DRAFT_KEY_PURPOSE = "draft rows"
DEVICE_KEY = "device"


def mark_restored(database: Database, device_id: str, *, at: str) -> None:
    """Give a vault a new device id and key inside the open transaction, and note since when."""
    properties = Properties(database)
    properties.set(DEVICE_ID, device_id)
    properties.set(RESTORED_AT, at)
    properties.set(CAUGHT_UP_AT, "")
    properties.set(OLDER_AT, "")
    database.execute(
        "UPDATE vault_keys SET secret = ? WHERE name = ?",
        (SigningKey.generate().seed, DEVICE_KEY),
    )


class Vault:
    """An unlocked vault and everything in it.

    Attributes:
        was_unclean: The vault was not closed the last time; it was checked when it was opened.
        recovery_intact: The recovery file was the one that was written, when it was opened.
    """

    def __init__(
        self, folder: Path, lock: VaultLock, database: Database, unlocked: Unlocked, person_id: str
    ) -> None:
        """Assemble the parts; `LockedVault.open` and `create_vault` are the ways in."""
        self.folder = folder
        self.person_id = person_id
        self.was_unclean = False
        self.recovery_intact = True
        self._lock = lock
        self._database = database
        self.custody = Custody(folder, database, unlocked.file, unlocked.roots)
        self.properties = Properties(database)
        self.journal = Journal(database)
        self.acts = Acts(database, self.journal)
        self.people = People(database)
        self.choices = Choices(database)
        self.documents = Documents(database)
        draft_key = unlocked.access_key.derive(DRAFT_KEY_PURPOSE)
        self.drafts = Drafts(database, self.documents, person_id, draft_key)
        self.projections = Projections(database)
        self.revisions = Revisions(
            database, self.acts, self.documents, self.drafts, self.projections
        )
        self.reviews = Reviews(database, self.projections)
        self.attachments = Attachments(database, folder / ATTACHMENTS_NAME)
        self.forms = Forms(database)
        self.objects = Objects(database)
        self.bundles = Bundles(database)
        self.carried = Carried(database)
        self.lists = Lists(database)
        self.search = Search(database)
        self.accepted = Accepted(database)

    @property
    def vault_id(self) -> str:
        """The identifier of this vault."""
        return self.custody.file.vault_id

    @property
    def device_id(self) -> str:
        """The identifier of the device that this vault was made on."""
        return self.properties.get(DEVICE_ID)

    @property
    def person(self) -> Person:
        """The person who unlocked it."""
        return self.people.get(self.person_id)

    @property
    def database(self) -> Database:
        """The open database, for backup and checks."""
        return self._database

    @property
    def is_open(self) -> bool:
        """Whether nobody has closed it yet."""
        return self._database.is_open

    @contextmanager
    def transaction(self, act: Act) -> Iterator[None]:
        """Write one user action with its journal row, or nothing; see `Acts.transaction`."""
        with self.acts.transaction(act):
            yield

    def derivation(self) -> Derivation:
        """Return what turns the unlocked person's passphrase into keys, to sign or change it."""
        return derivation_for([self.custody.file], self.person_id)

    def signing_key(self, keys: SlotKeys) -> SigningKey:
        """Return the unlocked person's signing key; to be used once and dropped.

        Raises:
            WrongPassphrase: The keys are of another passphrase.
        """
        access_key = unlock([self.custody.file], self.person_id, keys).access_key
        return self.people.signing_key(self.person_id, access_key)

    def renew_keys(self, keys: SlotKeys, act: Act) -> Person:
        """Give the unlocked person new keys for this device, as after a restore.

        Raises:
            WrongPassphrase: The keys are of another passphrase.
        """
        access_key = unlock([self.custody.file], self.person_id, keys).access_key
        with self.transaction(act):
            return self.people.renew_keys(
                self.person_id, access_key, device_id=self.device_id, at=act.at
            )

    def device_key(self) -> SigningKey:
        """Return the key of this device, which signs journal heads and receipts of arrival."""
        seed = self._database.value("SELECT secret FROM vault_keys WHERE name = ?", (DEVICE_KEY,))
        return SigningKey.from_seed(bytes(seed))

    def backup_key(self, backup_id: str) -> bytes:
        """Return the 32-byte key of a backup of this vault."""
        return backup_key(self.custody.root, backup_id)

    def add_person(self, preparation: Preparation, keys: SlotKeys, act: Act) -> Person:
        """Give another person a slot; the others need not be present.

        Raises:
            PersonExists: The person has been here before.
            HostFault: The slot file cannot be written; nobody was added.
        """
        with self.custody.whole_or_unchanged(), self.transaction(act):
            person = self.people.add(preparation.person, preparation.access_key, at=act.at)
            self.custody.add_slot(preparation.slot(keys))
        return person

    def new_passphrase(self, parameters: KdfParameters) -> Derivation:
        """Return the derivation for a new passphrase of the unlocked person.

        Raises:
            KdfOutOfRange: The parameters lie outside the accepted range.
        """
        old = self.custody.file.slot_of(self.person_id).header
        header = make_header(
            old.vault_id, old.slot_id, old.person_id, old.label, old.public_key, parameters
        )
        return Derivation((header,))

    def change_passphrase(
        self, old_keys: SlotKeys, new: Derivation, new_keys: SlotKeys, act: Act
    ) -> None:
        """Put the unlocked person's slot under a new passphrase; nothing is encrypted again.

        Raises:
            WrongPassphrase: The old keys do not open the slot.
            HostFault: The slot file cannot be written; the old passphrase stays.
        """
        access_key = unlock([self.custody.file], self.person_id, old_keys).access_key
        header = new.headers[0]
        slot = make_slot(header, new_keys.of(header), access_key)
        with self.custody.whole_or_unchanged(), self.transaction(act):
            self.custody.change_slot(slot)

    def remove_person(self, person_id: str, act: Act) -> None:
        """Take a person's slot away, change the root and encrypt the database under the new one.

        Raises:
            UnknownPerson: Not in this vault.
            LastPerson: Nobody removes themselves, so somebody is always left.
            HostFault: The machine failed; the next opening goes on where it stopped.
        """
        if person_id == self.person_id:
            raise LastPerson
        if not self.people.is_active(person_id):
            raise UnknownPerson
        self._rotate(person_id, act)

    def change_root(self, act: Act) -> None:
        """Change the root and encrypt the database under the new one; everybody keeps their slot.

        Raises:
            HostFault: The machine failed; the next opening goes on where it stopped.
        """
        self._rotate("", act)

    def _rotate(self, removed: str, act: Act) -> None:
        def start() -> None:
            if removed:
                self.people.mark_removed(removed, at=act.at)
            self.journal.append(act)

        for step in self.custody.rotation_steps(start=start):
            step()

    def begin_anew(self, device_id: str, act: Act) -> None:
        """Be a restored vault from now on: a new device, which waits to hear what stands."""
        with self.transaction(act):
            mark_restored(self._database, device_id, at=act.at)

    def note_signed_head(self, head: JournalHead) -> None:
        """Note inside the caller's act that a head was signed: openings verify from there on.

        Raises:
            JournalBroken: The head is not one of this journal.
        """
        if not self.journal.holds(head):
            raise JournalBroken(row=head.n)
        self.properties.set(JOURNAL_SIGNED, str(head.n))

    def signed_head_number(self) -> int:
        """Return the number of the newest head that was signed; 0 before the first."""
        return int(self.properties.get(JOURNAL_SIGNED, "0"))

    def full_check(self) -> None:
        """Check every page and the whole journal.

        Raises:
            Damaged: A page or index is not sound.
            JournalBroken: The journal does not hang together.
        """
        self._database.full_check()
        self.journal.verify()

    def close(self) -> None:
        """Close the database and give the folder's lock back; a second call does nothing."""
        self._database.close()
        self._lock.release()
