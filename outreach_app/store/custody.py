"""Slots, roots and the recovery file of an open vault, and the change of its root.

A change of root passes through fixed steps; after a crash between any two of them the next
opening finds where it stopped and goes on. While it runs, the slot file carries both roots, so
that whoever opens the vault opens whichever state the database is in.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from outreach_app.crypto.custody import VaultKeys, new_root, vault_keys
from outreach_app.crypto.recovery import seal_root
from outreach_app.crypto.slots import (
    SealedRoot,
    Slot,
    SlotFile,
    begin_rekey,
    finish_rekey,
    with_changed_slot,
    with_new_access_key,
    with_slot,
)
from outreach_app.errors import HostFault
from outreach_app.paths import atomic_write, flush_folder, host_fault, is_there, remove_file
from outreach_app.store.database import Database, open_database
from outreach_app.store.errors import Damaged
from outreach_app.store.people import People
from outreach_app.store.properties import (
    RECOVERY_DIGEST,
    RECOVERY_RECIPIENT,
    ROOT_NUMBER,
    ROTATION,
    SLOTS_GENERATION,
    Properties,
)
from outreach_app.store.slots_file import SlotCopies

RECOVERY_NAME = "recovery.age"
NEXT_RECOVERY_NAME = "recovery-next.age"
ASIDE_PREFIX = "aside-"
_ROTATION_COPY = "rotation"

Step = Callable[[], None]


class Custody:
    """The keeper of an open vault's root; lives as long as the vault is unlocked."""

    def __init__(
        self, folder: Path, database: Database, file: SlotFile, roots: Mapping[int, bytes]
    ) -> None:
        """Take over what unlocking gave."""
        self._folder = folder
        self._database = database
        self._copies = SlotCopies(folder)
        self._people = People(database)
        self._properties = Properties(database)
        self._roots = dict(roots)
        self.file = file

    @property
    def root(self) -> bytes:
        """The vault root that the database has."""
        return self._roots[self.file.current.number]

    @property
    def root_number(self) -> int:
        """The number of the root; rises by one with every change."""
        return self.file.current.number

    def keys(self) -> VaultKeys:
        """Return the keys that grow from the root."""
        return vault_keys(self.root, self.file.vault_id)

    def add_slot(self, slot: Slot) -> None:
        """Write the slot file with one more person, inside the act that notes the person.

        The file comes first: if the act does not commit, the next opening finds a slot of nobody
        and drops it.
        """
        self._write(with_slot(self.file, slot, self._roots))

    def change_slot(self, slot: Slot) -> None:
        """Write the slot file with a person's new passphrase; nothing else is encrypted again."""
        self._write(with_changed_slot(self.file, slot))

    def renew_slot(self, slot: Slot) -> None:
        """Write the slot file with a person's new access key, under the one root that is known."""
        ((number, root),) = self._roots.items()
        self._write(with_new_access_key(self.file, slot, number, root))

    @contextmanager
    def whole_or_unchanged(self) -> Iterator[None]:
        """Put the slot file back as it was when the act that changes it does not commit."""
        before = self.file
        try:
            yield
        except BaseException:
            if self.file is not before:
                # On a full disk this may fail too; then the next opening finds a slot of nobody.
                with suppress(HostFault):
                    self.file = self._copies.write(before, self._roots)
            raise

    def repair(self) -> None:
        """Bring both copies of the slot file in step with the database and each other."""
        allowed = self._people.access_keys()
        strangers = {slot.header.person_id for slot in self.file.slots} - allowed.keys()
        if strangers and self.file.pending is None:
            self._write_and_note(_without(self.file, strangers))
        elif self._copies.need_repair(self.file):
            self.file = self._copies.write(self.file, self._roots)
        if self._properties.get(SLOTS_GENERATION) != str(self.file.generation):
            self._note_generation()

    def rotation_steps(self, *, start: Step) -> tuple[Step, ...]:
        """Return the steps of a change of root, to be run in their order.

        Args:
            start: Runs inside the transaction of the first step: notes who is removed and why.
        """

        def note_start() -> None:
            with self._database.transaction():
                start()
                self._properties.set(ROTATION, str(self.file.current.number + 1))

        return (self._copy_aside, note_start, *self._later_steps())

    def resume_steps(self, opened_with: int) -> tuple[Step, ...]:
        """Return what is left of a change of root that a crash interrupted.

        Args:
            opened_with: Number of the root that the database opened with.
        """
        if self.file.pending is None and self._properties.get(ROTATION):
            return self._later_steps()
        if self.file.pending is None:
            left = is_there(self._folder / f"{ASIDE_PREFIX}{_ROTATION_COPY}.db")
            return (self._remove_asides,) if left else ()
        if opened_with == self.file.current.number:
            return self._later_steps()[1:]
        return self._later_steps()[3:]

    def _later_steps(self) -> tuple[Step, ...]:
        return (
            self._write_both_roots,
            self._write_next_recovery,
            self._rekey,
            self._note_new_root,
            self._drop_old_root,
            self._remove_asides,
        )

    def set_recovery(self, recipient: str) -> None:
        """Seal the root to the organisation's recovery recipient, inside the caller's act.

        Raises:
            RecipientFormat: The recipient is none.
            HostFault: The file cannot be written.
        """
        self._database.require_transaction()
        content = self._sealed_for_recovery(recipient, self.file.current.number)
        atomic_write(self._folder / RECOVERY_NAME, content)
        self._properties.set(RECOVERY_RECIPIENT, recipient)
        self._properties.set(RECOVERY_DIGEST, hashlib.sha256(content).hexdigest())

    def recovery_recipient(self) -> str:
        """Return the recipient of the recovery file, "" when there is none."""
        return self._properties.get(RECOVERY_RECIPIENT)

    def recovery_is_intact(self) -> bool:
        """Say whether the recovery file is the one that was written; True when none was asked."""
        if not self.recovery_recipient():
            return True
        try:
            content = (self._folder / RECOVERY_NAME).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(content).hexdigest() == self._properties.get(RECOVERY_DIGEST)

    def copy_aside(self, name: str) -> None:
        """Put a checked copy of the database aside under its present key.

        Raises:
            HostFault: No room; nothing else was begun.
            Damaged: The copy does not pass its checks.
        """
        path = self._folder / f"{ASIDE_PREFIX}{name}.db"
        remove_file(path)
        keys = self.keys()
        self._database.copy_to(path, keys.database_key, keys.database_salt)
        copy = open_database(path, keys.database_key, keys.database_salt, read_only=True)
        try:
            copy.full_check()
        finally:
            copy.close()

    def _copy_aside(self) -> None:
        self.copy_aside(_ROTATION_COPY)

    def _write_both_roots(self) -> None:
        root = new_root()
        file = begin_rekey(self.file, root, self._people.access_keys())
        self._roots[self.file.current.number + 1] = root
        self._write_and_note(file)

    def _write_next_recovery(self) -> None:
        recipient = self.recovery_recipient()
        if recipient:
            content = self._sealed_for_recovery(recipient, self._pending().number)
            atomic_write(self._folder / NEXT_RECOVERY_NAME, content)

    def _rekey(self) -> None:
        keys = vault_keys(self._roots[self._pending().number], self.file.vault_id)
        self._database.rekey(keys.database_key, keys.database_salt)

    def _note_new_root(self) -> None:
        following = self._folder / NEXT_RECOVERY_NAME
        if is_there(following):
            try:
                following.replace(self._folder / RECOVERY_NAME)
                flush_folder(self._folder)
            except OSError as error:
                raise host_fault(error) from error
        with self._database.transaction():
            self._properties.set(ROOT_NUMBER, str(self._pending().number))
            self._properties.set(ROTATION, "")
            if self.recovery_recipient():
                content = (self._folder / RECOVERY_NAME).read_bytes()
                self._properties.set(RECOVERY_DIGEST, hashlib.sha256(content).hexdigest())

    def _drop_old_root(self) -> None:
        old = self.file.current.number
        file = finish_rekey(self.file)
        del self._roots[old]
        self._write_and_note(file)

    def _remove_asides(self) -> None:
        """Copies under the old root would still open for somebody who was removed."""
        for path in self._folder.glob(f"{ASIDE_PREFIX}*"):
            remove_file(path)

    def _pending(self) -> SealedRoot:
        if self.file.pending is None:
            raise RuntimeError("no change of root runs")
        return self.file.pending

    def _sealed_for_recovery(self, recipient: str, number: int) -> bytes:
        return seal_root(self._roots[number], recipient, vault_id=self.file.vault_id, number=number)

    def _write(self, file: SlotFile) -> None:
        """Write the slot file and note its generation in the open act."""
        self._database.require_transaction()
        self.file = self._copies.write(file, self._roots)
        self._properties.set(SLOTS_GENERATION, str(file.generation))

    def _write_and_note(self, file: SlotFile) -> None:
        self.file = self._copies.write(file, self._roots)
        self._note_generation()

    def _note_generation(self) -> None:
        with self._database.transaction():
            self._properties.set(SLOTS_GENERATION, str(self.file.generation))


def _without(file: SlotFile, strangers: set[str]) -> SlotFile:
    """Return the file without the slots of people that the database does not know."""
    kept = tuple(slot for slot in file.slots if slot.header.person_id not in strangers)
    if not kept:
        raise Damaged
    return replace(
        file,
        generation=file.generation + 1,
        slots=kept,
        roots=tuple(
            replace(
                root,
                sealed={
                    person: sealed
                    for person, sealed in root.sealed.items()
                    if person not in strangers
                },
            )
            for root in file.roots
        ),
        macs={},
    )
