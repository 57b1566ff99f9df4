"""The manifest: who sends what to whom, as the signed first member of a bundle.

The envelope around the body carries the bundle's id and the organisation. The body is canonical
JSON of integers and strings; `Manifest.to_body` and `parse_manifest` are each other's inverse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from outreach_app.bundle.errors import BadManifest
from outreach_app.bundle.fields import (
    check_age_recipient,
    check_hex,
    check_id,
    check_instant,
    check_line,
    check_name,
    check_optional_date,
    check_optional_digest,
    integer,
    items,
    record,
    text,
)
from outreach_app.crypto.canonical import Json, JsonValue
from outreach_app.domain.ids import Prefix

FORMAT = 1
MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.json.sig"
ENTRY_LIMIT = 32_000
RECIPIENT_KEY_LIMIT = 60
PURPOSE_LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A person that the bundle is for.

    Attributes:
        age_recipients: The keys ``age1…`` it is sealed to, sorted; a person may have several.
        sequence: Number of this bundle among those from the signing device to this person, from 1.
        previous: Digest of the manifest before it in that row, ``sha256:<hex>``; "" for the first.
    """

    person_id: str
    age_recipients: tuple[str, ...]
    sequence: int
    previous: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerName:
    """Who signed: must be what the certificate in the signature says."""

    person_id: str
    device_id: str
    certificate_serial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalHead:
    """The newest row of the signing vault's journal; number 0 and "" before the first row."""

    number: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Which of several bundles this one is. A bundle that stands alone is part 1 of 1."""

    set_id: str
    part: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed member; `sha256` is hex."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the signer of a bundle says about it.

    Attributes:
        created: Instant with offset, ``2026-02-03T11:00:00+00:00``, by the signer's clock.
        purpose: One line for the recipients.
        use_by: Date after which opening only warns; "" for none.
        ratchet: The newest number that the signer holds of each numbered thing.
        entries: Sorted by path.
    """

    bundle_id: str
    organisation: str
    signer: SignerName
    recipients: tuple[Recipient, ...]
    created: str
    split: Split
    purpose: str = ""
    use_by: str = ""
    ratchet: Mapping[str, int] = field(default_factory=dict)
    journal: JournalHead = field(default_factory=JournalHead)
    entries: tuple[Entry, ...] = ()

    def age_recipients(self) -> tuple[str, ...]:
        """Return every key that the bundle is sealed to."""
        return tuple(key for person in self.recipients for key in person.age_recipients)

    def to_body(self) -> dict[str, JsonValue]:
        """Return the body of the envelope."""
        return {
            "created": self.created,
            "entries": [
                {"path": entry.path, "sha256": entry.sha256, "size": entry.size}
                for entry in self.entries
            ],
            "journal": {"digest": self.journal.digest, "number": self.journal.number},
            "purpose": self.purpose,
            "ratchet": dict(self.ratchet),
            "recipients": [
                {
                    "age": list(person.age_recipients),
                    "person": person.person_id,
                    "prev": person.previous,
                    "seq": person.sequence,
                }
                for person in self.recipients
            ],
            "signer": {
                "device": self.signer.device_id,
                "person": self.signer.person_id,
                "serial": self.signer.certificate_serial,
            },
            "split": {"of": self.split.of, "part": self.split.part, "set": self.split.set_id},
            "use_by": self.use_by,
        }


_BODY_KEYS = {
    "created",
    "entries",
    "journal",
    "purpose",
    "ratchet",
    "recipients",
    "signer",
    "split",
    "use_by",
}


def parse_manifest(bundle_id: str, organisation: str, untrusted_body: Json) -> Manifest:
    """Return the manifest of an envelope's id, organisation and body.

    Raises:
        BadManifest: A field is missing, unknown, of the wrong type or out of its limits.
    """
    check_id(bundle_id, Prefix.BUNDLE, "id")
    check_id(organisation, Prefix.ORGANISATION, "org")
    body = record(untrusted_body, _BODY_KEYS, "body")
    return Manifest(
        bundle_id=bundle_id,
        organisation=organisation,
        signer=_parse_signer(body["signer"]),
        recipients=_parse_recipients(body["recipients"]),
        created=check_instant(text(body["created"], "created"), "created"),
        split=_parse_split(body["split"]),
        purpose=check_line(text(body["purpose"], "purpose"), PURPOSE_LIMIT, "purpose"),
        use_by=check_optional_date(text(body["use_by"], "use_by"), "use_by"),
        ratchet=_parse_ratchet(body["ratchet"]),
        journal=_parse_journal(body["journal"]),
        entries=_parse_entries(body["entries"]),
    )


def _parse_signer(untrusted: Json) -> SignerName:
    fields = record(untrusted, {"device", "person", "serial"}, "signer")
    return SignerName(
        person_id=check_id(text(fields["person"], "signer"), Prefix.PERSON, "signer"),
        device_id=check_id(text(fields["device"], "signer"), Prefix.DEVICE, "signer"),
        certificate_serial=integer(fields["serial"], "signer", at_least=1),
    )


def _parse_recipients(untrusted: Json) -> tuple[Recipient, ...]:
    people = tuple(_parse_recipient(row) for row in items(untrusted, "recipients"))
    _check_ascending([person.person_id for person in people], "recipients")
    keys = [key for person in people for key in person.age_recipients]
    if not 1 <= len(keys) <= RECIPIENT_KEY_LIMIT or len(set(keys)) != len(keys):
        raise BadManifest(field="recipients")
    return people


def _parse_recipient(untrusted: Json) -> Recipient:
    fields = record(untrusted, {"age", "person", "prev", "seq"}, "recipients")
    keys = tuple(
        check_age_recipient(text(key, "recipients"), "recipients")
        for key in items(fields["age"], "recipients")
    )
    _check_ascending(keys, "recipients")
    if not keys:
        raise BadManifest(field="recipients")
    sequence = integer(fields["seq"], "recipients", at_least=1)
    previous = check_optional_digest(text(fields["prev"], "recipients"), "recipients")
    if (sequence == 1) != (previous == ""):
        raise BadManifest(field="recipients")
    return Recipient(
        person_id=check_id(text(fields["person"], "recipients"), Prefix.PERSON, "recipients"),
        age_recipients=keys,
        sequence=sequence,
        previous=previous,
    )


def _parse_split(untrusted: Json) -> Split:
    fields = record(untrusted, {"of", "part", "set"}, "split")
    split = Split(
        set_id=check_id(text(fields["set"], "split"), Prefix.BUNDLE, "split"),
        part=integer(fields["part"], "split", at_least=1),
        of=integer(fields["of"], "split", at_least=1),
    )
    if split.part > split.of:
        raise BadManifest(field="split")
    return split


def _parse_journal(untrusted: Json) -> JournalHead:
    fields = record(untrusted, {"digest", "number"}, "journal")
    head = JournalHead(
        number=integer(fields["number"], "journal", at_least=0),
        digest=check_optional_digest(text(fields["digest"], "journal"), "journal"),
    )
    if (head.number == 0) != (head.digest == ""):
        raise BadManifest(field="journal")
    return head


def _parse_ratchet(untrusted: Json) -> dict[str, int]:
    if not isinstance(untrusted, dict):
        raise BadManifest(field="ratchet")
    return {
        check_name(name, "ratchet"): integer(number, "ratchet", at_least=0)
        for name, number in untrusted.items()
    }


def _parse_entries(untrusted: Json) -> tuple[Entry, ...]:
    rows = items(untrusted, "entries")
    if len(rows) > ENTRY_LIMIT:
        raise BadManifest(field="entries")
    entries = tuple(_parse_entry(row) for row in rows)
    _check_ascending([entry.path for entry in entries], "entries")
    return entries


def _parse_entry(untrusted: Json) -> Entry:
    fields = record(untrusted, {"path", "sha256", "size"}, "entries")
    return Entry(
        text(fields["path"], "entries"),
        check_hex(text(fields["sha256"], "entries"), "entries"),
        integer(fields["size"], "entries", at_least=0),
    )


def _check_ascending(names: Sequence[str], at: str) -> None:
    # Strictly ascending: sorted, and nothing twice.
    if any(first >= second for first, second in pairwise(names)):
        raise BadManifest(field=at)
