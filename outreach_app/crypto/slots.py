"""The slots of a vault, as values: who can open it, and under which roots.

A slot holds a person's access key under a key from the passphrase. Every root of the vault is
sealed to every person's access key; there are two roots while the database is being rekeyed, so
that whoever unlocks after a crash opens whichever state the database is in. All functions are
pure: reading and writing the two copies of the file is the store's work.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.custody import ROOT_BYTES
from outreach_app.crypto.errors import CannotOpen, NoSuchSlot, NotCanonical, WrongPassphrase
from outreach_app.crypto.kdf import SALT_BYTES, KdfParameters, check_parameters, derive_slot_key
from outreach_app.crypto.keys import AccessKey, open_sealed, seal_to, unwrap, wrap
from outreach_app.crypto.wire import WireFault, plain_base64, to_base64


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotHeader:
    """The open part of a slot; the sealed part is bound to all of it.

    Attributes:
        label: Initials or a chosen word. Full names stand only inside the vault.
        public_key: The person's access public key, 32 bytes. Which keys count is read from
            inside the database, never from here.
    """

    vault_id: str
    slot_id: str
    person_id: str
    label: str
    parameters: KdfParameters
    salt: bytes
    public_key: bytes

    def canonical(self) -> dict[str, str | int]:
        """Return the header as a flat object of canonical JSON."""
        return {
            "vault": self.vault_id,
            "slot": self.slot_id,
            "person": self.person_id,
            "label": self.label,
            "memory_kib": self.parameters.memory_kib,
            "time": self.parameters.time,
            "lanes": self.parameters.lanes,
            "salt": to_base64(self.salt),
            "public": to_base64(self.public_key),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A person's place in the vault: the header, and the access key sealed under it."""

    header: SlotHeader
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRoot:
    """One root of the vault by its number, sealed to each person (by person id)."""

    number: int
    sealed: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFile:
    """The whole content of a slot file.

    Attributes:
        generation: Rises by one with every change, so that the newer copy is known.
        roots: The current root, and behind it the pending one while a rekey runs.
        macs: Keyed digest of the content under each root, by root number; filled by reading.
    """

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    roots: tuple[SealedRoot, ...]
    macs: Mapping[str, str] = field(default_factory=dict)

    @property
    def current(self) -> SealedRoot:
        """The root that the database has, unless a rekey was just finished."""
        return self.roots[0]

    @property
    def pending(self) -> SealedRoot | None:
        """The root that the database is being rekeyed to."""
        return self.roots[1] if len(self.roots) > 1 else None

    def slot_of(self, person_id: str) -> Slot:
        """Return a person's slot.

        Raises:
            NoSuchSlot: There is none.
        """
        for slot in self.slots:
            if slot.header.person_id == person_id:
                return slot
        raise NoSuchSlot


def make_header(
    vault_id: str,
    slot_id: str,
    person_id: str,
    label: str,
    public_key: bytes,
    parameters: KdfParameters,
) -> SlotHeader:
    """Return the header of a new slot, with a fresh salt.

    Raises:
        KdfOutOfRange: The parameters lie outside the accepted range.
        ValueError: An id or the label is empty.
    """
    check_parameters(parameters)
    if not (vault_id and slot_id and person_id and label):
        raise ValueError("a slot names its vault, itself, its person and a label")
    return SlotHeader(
        vault_id=vault_id,
        slot_id=slot_id,
        person_id=person_id,
        label=label,
        parameters=parameters,
        salt=secrets.token_bytes(SALT_BYTES),
        public_key=public_key,
    )


def derive_key(header: SlotHeader, passphrase: str) -> bytes:
    """Return the key of a slot from the passphrase: the slow part, for a job.

    Raises:
        PassphraseText: The passphrase cannot be one.
        KdfOutOfRange: The slot asks for a cost outside the accepted range.
        NotEnoughMemory: The machine cannot give the memory.
    """
    return derive_slot_key(
        passphrase,
        header.salt,
        header.parameters,
        vault_id=header.vault_id,
        slot_id=header.slot_id,
    )


def make_slot(header: SlotHeader, slot_key: bytes, access_key: AccessKey) -> Slot:
    """Return a slot that holds the access key under the key of `derive_key`.

    Raises:
        ValueError: The header names another access key.
    """
    if access_key.public != header.public_key:
        raise ValueError("the slot is for another access key")
    return Slot(header=header, sealed=wrap(slot_key, access_key.private, _aad(header)))


def open_slot(slot: Slot, slot_key: bytes) -> AccessKey:
    """Return the access key of a slot.

    Raises:
        WrongPassphrase: The key does not fit, or the slot was changed.
    """
    try:
        access_key = AccessKey.from_private(unwrap(slot_key, slot.sealed, _aad(slot.header)))
    except (CannotOpen, ValueError) as error:
        raise WrongPassphrase from error
    if access_key.public != slot.header.public_key:
        raise WrongPassphrase
    return access_key


def new_slot_file(slot: Slot, root: bytes) -> SlotFile:
    """Return the first generation of a vault's slot file: one person, one root."""
    vault_id = slot.header.vault_id
    return SlotFile(
        vault_id=vault_id,
        generation=1,
        slots=(slot,),
        roots=(_seal_root(vault_id, 1, root, {slot.header.person_id: slot.header.public_key}),),
    )


def open_roots(file: SlotFile, person_id: str, access_key: AccessKey) -> dict[int, bytes]:
    """Return every root of the file by its number: one, or two while a rekey runs.

    Raises:
        CannotOpen: A root does not open with this access key, or belongs elsewhere.
    """
    opened: dict[int, bytes] = {}
    for root in file.roots:
        plain = open_sealed(access_key, root.sealed.get(person_id, b""))
        opened[root.number] = _parse_root(plain, file.vault_id, root.number)
    return opened


def with_slot(file: SlotFile, slot: Slot, roots: Mapping[int, bytes]) -> SlotFile:
    """Return the file with one more person, every root sealed to that person as well.

    Raises:
        ValueError: The person has a slot already, or the slot is of another vault.
    """
    header = slot.header
    if header.vault_id != file.vault_id:
        raise ValueError("the slot is of another vault")
    if any(other.header.person_id == header.person_id for other in file.slots):
        raise ValueError("the person has a slot already")
    sealed = tuple(
        replace(
            root,
            sealed={
                **root.sealed,
                **_seal_root(
                    file.vault_id,
                    root.number,
                    roots[root.number],
                    {header.person_id: header.public_key},
                ).sealed,
            },
        )
        for root in file.roots
    )
    return _next(file, slots=(*file.slots, slot), roots=sealed)


def with_changed_slot(file: SlotFile, slot: Slot) -> SlotFile:
    """Return the file after a change of passphrase: same person and access key, new slot.

    Raises:
        NoSuchSlot: The person has no slot yet.
        ValueError: The new slot holds another access key.
    """
    old = file.slot_of(slot.header.person_id)
    if old.header.public_key != slot.header.public_key:
        raise ValueError("a change of passphrase keeps the access key")
    slots = tuple(slot if other is old else other for other in file.slots)
    return _next(file, slots=slots, roots=file.roots)


def with_new_access_key(file: SlotFile, slot: Slot, number: int, root: bytes) -> SlotFile:
    """Return the file after a recovery: a person has another access key, and one root is left.

    Args:
        file: The file, of which only the root is known that the recovery secret opened.
        slot: The person's new slot.
        number: Of that root; another one, of a rekey that did not end, is let go.
        root: 32 bytes.

    Raises:
        NoSuchSlot: The person has no slot.
        StopIteration: The file has no root of that number.
    """
    header = slot.header
    old = file.slot_of(header.person_id)
    sealed_root = next(each for each in file.roots if each.number == number)
    own = _seal_root(file.vault_id, number, root, {header.person_id: header.public_key})
    return _next(
        file,
        slots=tuple(slot if other is old else other for other in file.slots),
        roots=(replace(sealed_root, sealed={**sealed_root.sealed, **own.sealed}),),
    )


def begin_rekey(file: SlotFile, new_root: bytes, public_keys: Mapping[str, bytes]) -> SlotFile:
    """Return the file with a pending root, for exactly the people who stay.

    Args:
        file: The file without a pending root.
        new_root: 32 random bytes.
        public_keys: Access public key by person id, as the database has them. Whoever has a slot
            and is not named loses it, and with it the current root.

    Raises:
        NoSuchSlot: Somebody named has no slot.
        ValueError: A rekey runs already, nobody stays, or a slot holds another key.
    """
    if file.pending is not None:
        raise ValueError("a rekey runs already")
    if not public_keys:
        raise ValueError("somebody must be able to open the vault")
    for person_id, public_key in public_keys.items():
        if file.slot_of(person_id).header.public_key != public_key:
            raise ValueError("a slot holds another key than the database")
    kept = {
        person: sealed for person, sealed in file.current.sealed.items() if person in public_keys
    }
    pending = _seal_root(file.vault_id, file.current.number + 1, new_root, public_keys)
    return _next(
        file,
        slots=tuple(slot for slot in file.slots if slot.header.person_id in public_keys),
        roots=(replace(file.current, sealed=kept), pending),
    )


def finish_rekey(file: SlotFile) -> SlotFile:
    """Return the file after the database opened with the pending root: the old root is gone.

    Raises:
        ValueError: No rekey runs.
    """
    if file.pending is None:
        raise ValueError("no rekey runs")
    return _next(file, slots=file.slots, roots=(file.pending,))


def _next(file: SlotFile, *, slots: Iterable[Slot], roots: Iterable[SealedRoot]) -> SlotFile:
    return SlotFile(
        vault_id=file.vault_id,
        generation=file.generation + 1,
        slots=tuple(slots),
        roots=tuple(roots),
    )


def _aad(header: SlotHeader) -> bytes:
    return b"slot/1\x00" + canonical_bytes(header.canonical())


def _seal_root(
    vault_id: str, number: int, root: bytes, public_keys: Mapping[str, bytes]
) -> SealedRoot:
    if len(root) != ROOT_BYTES:
        raise ValueError("a vault root has 32 bytes")
    plain = canonical_bytes({"vault": vault_id, "number": number, "root": to_base64(root)})
    return SealedRoot(
        number=number,
        sealed={person: seal_to(public, plain) for person, public in public_keys.items()},
    )


def _parse_root(plain: bytes, vault_id: str, number: int) -> bytes:
    """Return the root; a sealed box names no sender, so its content says where it belongs."""
    try:
        content = parse_canonical_object(plain)
        root = plain_base64(str(content.get("root")).encode("utf-8"))
    except (NotCanonical, WireFault) as error:
        raise CannotOpen from error
    if (content.get("vault"), content.get("number"), len(root)) != (vault_id, number, ROOT_BYTES):
        raise CannotOpen
    return root
