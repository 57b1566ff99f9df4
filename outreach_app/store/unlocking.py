"""From a passphrase to an open access key, with the slow part apart.

`Derivation.derive` is pure work on data (about a second) and may run in a job; everything before
and after it takes milliseconds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.errors import CannotOpen, NoSuchSlot, SlotFileChanged, WrongPassphrase
from outreach_app.crypto.kdf import KdfParameters
from outreach_app.crypto.keys import AccessKey, generate_access_key
from outreach_app.crypto.slot_file import check_slot_file
from outreach_app.crypto.slots import (
    Slot,
    SlotFile,
    SlotHeader,
    derive_key,
    make_header,
    make_slot,
    open_roots,
    open_slot,
)
from outreach_app.domain.people import Role
from outreach_app.store.errors import UnknownPerson


@dataclass(frozen=True, slots=True)
class SlotKeys:
    """Keys derived from one passphrase, by what each was derived with."""

    by_header: Mapping[bytes, bytes] = field(repr=False)

    def of(self, header: SlotHeader) -> bytes:
        """Return the key for a slot.

        Raises:
            WrongPassphrase: None was derived for this slot.
        """
        key = self.by_header.get(_inputs(header))
        if key is None:
            raise WrongPassphrase
        return key


@dataclass(frozen=True, slots=True)
class Derivation:
    """What is needed to turn a passphrase into the keys of a person's slot.

    There are two headers only when the two copies of the slot file differ.
    """

    headers: tuple[SlotHeader, ...]

    def derive(self, passphrase: str) -> SlotKeys:
        """Return the keys. Slow by intent; touches no file.

        Raises:
            PassphraseText: The passphrase cannot be one.
            NotEnoughMemory: The machine cannot give the memory.
        """
        return SlotKeys(
            {_inputs(header): derive_key(header, passphrase) for header in self.headers}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody who is to get a slot; the ids are made by the caller.

    Attributes:
        initials: The open label of the slot: initials or a chosen word, never the full name.
        parameters: Cost of the key derivation, calibrated for this machine.
    """

    person_id: str
    slot_id: str
    initials: str
    full_name: str
    role: Role
    device_id: str
    parameters: KdfParameters
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """A slot about to be made: the person, a fresh access key, and the derivation to run."""

    person: NewPerson
    access_key: AccessKey = field(repr=False)
    header: SlotHeader

    @property
    def derivation(self) -> Derivation:
        """What turns the new passphrase into this slot's key."""
        return Derivation((self.header,))

    def slot(self, keys: SlotKeys) -> Slot:
        """Return the slot under the derived key."""
        return make_slot(self.header, keys.of(self.header), self.access_key)


def prepare_person(vault_id: str, person: NewPerson) -> Preparation:
    """Make the access key and the slot header of a person who is to be added.

    Raises:
        KdfOutOfRange: The parameters lie outside the accepted range.
    """
    access_key = generate_access_key()
    header = make_header(
        vault_id, person.slot_id, person.person_id, person.initials, access_key.public,
        person.parameters,
    )  # fmt: skip
    return Preparation(person, access_key, header)


@dataclass(frozen=True, slots=True)
class Renewal:
    """A slot about to take the place of one whose passphrase was forgotten."""

    access_key: AccessKey = field(repr=False)
    header: SlotHeader

    @property
    def derivation(self) -> Derivation:
        """What turns the new passphrase into this slot's key."""
        return Derivation((self.header,))

    def slot(self, keys: SlotKeys) -> Slot:
        """Return the slot under the derived key."""
        return make_slot(self.header, keys.of(self.header), self.access_key)


def prepare_renewal(
    candidates: Sequence[SlotFile], person_id: str, parameters: KdfParameters
) -> Renewal:
    """Make another access key and slot header for a person who has a slot.

    Raises:
        UnknownPerson: The person has none.
        KdfOutOfRange: The parameters lie outside the accepted range.
    """
    old = derivation_for(candidates, person_id).headers[0]
    access_key = generate_access_key()
    header = make_header(
        old.vault_id, old.slot_id, old.person_id, old.label, access_key.public, parameters
    )
    return Renewal(access_key, header)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a slot file gave to the right passphrase."""

    file: SlotFile
    access_key: AccessKey = field(repr=False)
    roots: Mapping[int, bytes] = field(repr=False)


def derivation_for(candidates: Sequence[SlotFile], person_id: str) -> Derivation:
    """Return the derivation for a person's slot in the copies of the slot file.

    Raises:
        UnknownPerson: No copy has a slot for the person.
    """
    headers: list[SlotHeader] = []
    for file in candidates:
        try:
            header = file.slot_of(person_id).header
        except NoSuchSlot:
            continue
        if _inputs(header) not in map(_inputs, headers):
            headers.append(header)
    if not headers:
        raise UnknownPerson
    return Derivation(tuple(headers))


def unlock(candidates: Sequence[SlotFile], person_id: str, keys: SlotKeys) -> Unlocked:
    """Return the newest copy that opens with the keys and is authentic.

    A copy that does not open falls back to its twin, so that damage to one copy costs nothing.

    Raises:
        WrongPassphrase: No copy opens.
        SlotFileChanged: A copy opens, but somebody without the vault's key changed it.
    """
    trouble: WrongPassphrase | SlotFileChanged = WrongPassphrase()
    for file in candidates:
        try:
            return _unlock_one(file, person_id, keys)
        except SlotFileChanged as error:
            trouble = error
        except (WrongPassphrase, CannotOpen, NoSuchSlot):
            continue
    raise trouble


def _unlock_one(file: SlotFile, person_id: str, keys: SlotKeys) -> Unlocked:
    slot = file.slot_of(person_id)
    access_key = open_slot(slot, keys.of(slot.header))
    roots = open_roots(file, person_id, access_key)
    check_slot_file(file, roots)
    return Unlocked(file, access_key, roots)


def _inputs(header: SlotHeader) -> bytes:
    """Return everything of a header that the derived key depends on."""
    return canonical_bytes(
        [
            header.vault_id,
            header.slot_id,
            header.salt.hex(),
            header.parameters.memory_kib,
            header.parameters.time,
            header.parameters.lanes,
        ]
    )
