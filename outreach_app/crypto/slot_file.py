"""The bytes of a slot file: canonical JSON with a keyed digest under each of its roots.

The digest can be checked only after unlocking; until then a changed file can do no more than make
the unlocking fail, because every slot is bound to its header and every root to its vault.
"""

from collections.abc import Mapping

from outreach_app.crypto.canonical import (
    Json,
    JsonValue,
    canonical_bytes,
    parse_canonical_object,
)
from outreach_app.crypto.errors import (
    NotCanonical,
    SlotFileChanged,
    SlotFileFormat,
    SlotFileTooNew,
)
from outreach_app.crypto.kdf import SALT_BYTES, KdfParameters, check_parameters, hkdf
from outreach_app.crypto.keys import KEY_BYTES
from outreach_app.crypto.mac import digest_matches, keyed_digest
from outreach_app.crypto.slots import SealedRoot, Slot, SlotFile, SlotHeader
from outreach_app.crypto.wire import WireFault, plain_base64, to_base64

FORMAT = 1
LARGEST_FILE_BYTES = 256 * 1024
MOST_SLOTS = 64
_TYPE = "slots"
_FIELDS = frozenset({"type", "format", "vault", "generation", "slots", "roots", "macs"})
_SLOT_FIELDS = frozenset(
    {"slot", "person", "label", "memory_kib", "time", "lanes", "salt", "public", "sealed"}
)


def serialise_slot_file(file: SlotFile, roots: Mapping[int, bytes]) -> bytes:
    """Return the bytes of a slot file.

    Args:
        file: The content; its own digests are not used.
        roots: Every root of the file by its number, for the keyed digests.

    Raises:
        ValueError: A root is missing.
    """
    if roots.keys() != {root.number for root in file.roots}:
        raise ValueError("the digests need exactly the roots of the file")
    content = _content(file)
    payload = canonical_bytes(content)
    macs = {str(number): _mac(file.vault_id, root, payload) for number, root in roots.items()}
    return canonical_bytes({**content, "macs": macs})


def parse_slot_file(untrusted: bytes) -> SlotFile:
    """Return the content of a slot file; `check_slot_file` follows once a root is known.

    Raises:
        SlotFileTooNew: A newer program wrote it.
        KdfOutOfRange: A slot asks for a cost outside the accepted range.
        SlotFileFormat: Anything else that we did not write.
    """
    if len(untrusted) > LARGEST_FILE_BYTES:
        raise SlotFileFormat(what="too large")
    try:
        fields = parse_canonical_object(untrusted)
    except NotCanonical as error:
        raise SlotFileFormat(what="damaged") from error
    version = fields.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise SlotFileTooNew(found=version, known=FORMAT)
    if fields.keys() != _FIELDS or version != FORMAT or fields["type"] != _TYPE:
        raise SlotFileFormat(what="of another kind")
    vault_id = _text(fields["vault"])
    file = SlotFile(
        vault_id=vault_id,
        generation=_count(fields["generation"]),
        slots=tuple(_parse_slot(item, vault_id) for item in _list(fields["slots"])),
        roots=tuple(_parse_root(item) for item in _list(fields["roots"])),
        macs={number: _text(mac) for number, mac in _object(fields["macs"]).items()},
    )
    _check_whole(file)
    return file


def check_slot_file(file: SlotFile, roots: Mapping[int, bytes]) -> None:
    """Accept a parsed file whose digest was made with the vault's own root.

    Raises:
        SlotFileChanged: Somebody without the root changed it.
    """
    payload = canonical_bytes(_content(file))
    for number, root in roots.items():
        key = _mac_key(file.vault_id, root)
        if not digest_matches(key, "slot file", payload, file.macs.get(str(number), "")):
            raise SlotFileChanged


def _content(file: SlotFile) -> dict[str, JsonValue]:
    return {
        "type": _TYPE,
        "format": FORMAT,
        "vault": file.vault_id,
        "generation": file.generation,
        "slots": [_slot_content(slot) for slot in file.slots],
        "roots": [
            {
                "number": root.number,
                "sealed": {person: to_base64(sealed) for person, sealed in root.sealed.items()},
            }
            for root in file.roots
        ],
    }


def _slot_content(slot: Slot) -> dict[str, JsonValue]:
    fields: dict[str, JsonValue] = {**slot.header.canonical(), "sealed": to_base64(slot.sealed)}
    del fields["vault"]  # stands once in the file
    return fields


def _mac_key(vault_id: str, root: bytes) -> bytes:
    return hkdf(root, b"slot file/1\x00" + vault_id.encode("utf-8"))


def _mac(vault_id: str, root: bytes, payload: bytes) -> str:
    return keyed_digest(_mac_key(vault_id, root), "slot file", payload)


def _parse_slot(untrusted: Json, vault_id: str) -> Slot:
    fields = _object(untrusted)
    if fields.keys() != _SLOT_FIELDS:
        raise SlotFileFormat(what="damaged in a slot")
    parameters = KdfParameters(
        _count(fields["memory_kib"]), _count(fields["time"]), _count(fields["lanes"])
    )
    check_parameters(parameters)
    header = SlotHeader(
        vault_id=vault_id,
        slot_id=_text(fields["slot"]),
        person_id=_text(fields["person"]),
        label=_text(fields["label"]),
        parameters=parameters,
        salt=_bytes(fields["salt"], SALT_BYTES),
        public_key=_bytes(fields["public"], KEY_BYTES),
    )
    return Slot(header=header, sealed=_bytes(fields["sealed"]))


def _parse_root(untrusted: Json) -> SealedRoot:
    fields = _object(untrusted)
    if fields.keys() != {"number", "sealed"}:
        raise SlotFileFormat(what="damaged in a root")
    sealed = {person: _bytes(text) for person, text in _object(fields["sealed"]).items()}
    return SealedRoot(number=_count(fields["number"]), sealed=sealed)


def _check_whole(file: SlotFile) -> None:
    """Every person has one slot and every root; roots follow each other; digests are there."""
    people = [slot.header.person_id for slot in file.slots]
    slot_ids = {slot.header.slot_id for slot in file.slots}
    numbers = [root.number for root in file.roots]
    if len(people) > MOST_SLOTS or not len(set(people)) == len(slot_ids) == len(people):
        raise SlotFileFormat(what="naming somebody twice")
    if len(numbers) not in (1, 2) or numbers[-1] - numbers[0] != len(numbers) - 1:
        raise SlotFileFormat(what="out of step in its roots")
    if any(root.sealed.keys() != set(people) for root in file.roots):
        raise SlotFileFormat(what="leaving somebody out")
    if file.macs.keys() != {str(number) for number in numbers}:
        raise SlotFileFormat(what="without its digests")


def _list(untrusted: Json) -> list[Json]:
    if not isinstance(untrusted, list):
        raise SlotFileFormat(what="damaged")
    return untrusted


def _object(untrusted: Json) -> dict[str, Json]:
    if not isinstance(untrusted, dict):
        raise SlotFileFormat(what="damaged")
    return untrusted


def _text(untrusted: Json) -> str:
    if not isinstance(untrusted, str) or not untrusted:
        raise SlotFileFormat(what="damaged")
    return untrusted


def _count(untrusted: Json) -> int:
    if not isinstance(untrusted, int) or untrusted < 1:
        raise SlotFileFormat(what="damaged")
    return untrusted


def _bytes(untrusted: Json, length: int | None = None) -> bytes:
    try:
        value = plain_base64(_text(untrusted).encode("utf-8"))
    except WireFault as error:
        raise SlotFileFormat(what="damaged") from error
    if length is not None and len(value) != length:
        raise SlotFileFormat(what="damaged")
    return value
