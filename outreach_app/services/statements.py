"""Statements that only ever add up: suspension, confirmation, revocation, removal, policy number.

Each is a signed envelope of type ``ratchet``. Here they are made and read; what they do is decided
in `withdrawals`. A statement of a kind that this program does not know is kept and passed on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from outreach_app.crypto.canonical import JsonValue, canonical_bytes, parse_canonical_object
from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    object_digest,
    sign_envelope,
    verify_envelope,
)
from outreach_app.crypto.keys import SigningKey, public_line
from outreach_app.domain.ids import Prefix, is_id
from outreach_app.domain.ratchet import Ratchet, RatchetEntry, RatchetKind
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat, ContentMismatch
from outreach_app.services.instants import read_instant, write_instant

KIND = "ratchet"
CONFIGURATION = "configuration"
FILE_FORMAT = 1
WORDS_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Suspended:
    """A certificate is suspended from an instant on, for a reason in words."""

    serial: int
    since: datetime
    words: str

    kind = RatchetKind.SUSPENSION

    @property
    def subject(self) -> str:
        """The certificate."""
        return certificate_name(self.serial)

    def body(self) -> dict[str, JsonValue]:
        """Return the fields of its own."""
        return {"serial": self.serial, "since": write_instant(self.since), "words": self.words}


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The organisation confirms a suspension, named by its digest."""

    suspension: str

    kind = RatchetKind.CONFIRMATION

    @property
    def subject(self) -> str:
        """The suspension."""
        return self.suspension

    def body(self) -> dict[str, JsonValue]:
        """Return the fields of its own."""
        return {"suspension": self.suspension}


@dataclass(frozen=True, slots=True)
class Revoked:
    """The organisation withdraws a certificate."""

    revocation: Revocation

    kind = RatchetKind.REVOCATION

    @property
    def subject(self) -> str:
        """The certificate."""
        return certificate_name(self.revocation.serial)

    def body(self) -> dict[str, JsonValue]:
        """Return the fields of its own."""
        found = self.revocation
        return {
            "serial": found.serial,
            "since": write_instant(found.since),
            "why": found.reason.value,
        }


@dataclass(frozen=True, slots=True)
class Removed:
    """A person belongs to the organisation no longer; all their certificates end."""

    person_id: str
    since: datetime

    kind = RatchetKind.REMOVAL

    @property
    def subject(self) -> str:
        """The person."""
        return self.person_id

    def body(self) -> dict[str, JsonValue]:
        """Return the fields of its own."""
        return {"person": self.person_id, "since": write_instant(self.since)}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A thing of which only the newest counts has come to a number."""

    name: str
    number: int

    kind = RatchetKind.POLICY

    @property
    def subject(self) -> str:
        """The thing."""
        return self.name

    def body(self) -> dict[str, JsonValue]:
        """Return the fields of its own."""
        return {"name": self.name, "number": self.number}


Saying = Suspended | Confirmed | Revoked | Removed | Numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement whose signature fits, and who signed it; whether it counts is not said.

    Attributes:
        object_id: Digest of the signed bytes.
        kind: One of `RatchetKind`, or what a newer program calls it.
        says: None for a kind that this program does not know.
        signed_at: As it states.
        received_at: When this vault first had it; "" outside vaults.
        certificate: Of the person who signed; None when a bare key did.
        public_key: The key that signed; the signed bytes name it, so that the same bytes under
            another key do not come in the way of the true ones.
    """

    object_id: str
    kind: str
    subject: str
    payload: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    says: Saying | None
    signed_at: datetime
    certificate: Certificate | None
    public_key: bytes
    received_at: str = ""

    @property
    def number(self) -> int:
        """The number of a policy, 0 for everything else."""
        return self.says.number if isinstance(self.says, Numbered) else 0

    def entry(self) -> RatchetEntry:
        """Return its place in the set."""
        return RatchetEntry(self.object_id, self.kind, self.subject, self.number)


def certificate_name(serial: int) -> str:
    """Return how a statement names a certificate."""
    return f"certificate-{serial}"


def unique(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements each once; the first of several with the same bytes stays."""
    found: dict[str, Statement] = {}
    for each in statements:
        found.setdefault(each.object_id, each)
    return tuple(found.values())


def ratchet_of(statements: Iterable[Statement]) -> Ratchet:
    """Return statements as a set to compare."""
    return Ratchet(frozenset(each.entry() for each in statements))


def still_standing(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements without those policy numbers that a higher one has outgrown."""
    found = tuple(statements)
    standing = ratchet_of(found).standing()
    return tuple(each for each in found if each.entry() in standing)


def make_statement(
    says: Saying,
    organisation: str,
    signing_key: SigningKey,
    certificate: bytes | None,
    *,
    signed_at: datetime,
) -> Statement:
    """Sign a statement, by a person's certificate or by the bare issuing key."""
    body: dict[str, JsonValue] = {
        **says.body(),
        "by": public_line(signing_key.public),
        "kind": says.kind.value,
        "signed_at": write_instant(signed_at),
    }
    payload = make_envelope(ObjectType.RATCHET, organisation, says.subject, body)
    signature = sign_envelope(payload, signing_key, certificate)
    return read_statement(payload, signature, organisation)


def read_statement(
    untrusted_payload: bytes,
    untrusted_signature: bytes,
    organisation: str,
    *,
    received_at: str = "",
) -> Statement:
    """Return a statement whose signature and shape are sound.

    Raises:
        BodyFormat: Other fields or shapes than its kind has.
        ContentMismatch: Of another organisation or key than it says, or called by what it is not
            about.
        Untrusted: Signature or envelope are refused.
    """
    envelope, facts = verify_envelope(untrusted_payload, untrusted_signature, ObjectType.RATCHET)
    body = BodyReader(envelope.body, "statement")
    kind = body.text("kind")
    signed_at, by = _instant(body, "signed_at"), body.text("by")
    parse = _PARSERS.get(kind)
    says = parse(body) if parse is not None else None
    if says is not None:
        body.done()
    named = says is None or envelope.object_id == says.subject
    ours = envelope.organisation == organisation and by == public_line(facts.public_key)
    if not named or not ours:
        raise ContentMismatch(what="statement of the organisation")
    return Statement(
        object_id=object_digest(untrusted_payload),
        kind=kind,
        subject=envelope.object_id,
        payload=untrusted_payload,
        signature=untrusted_signature,
        says=says,
        signed_at=signed_at,
        certificate=facts.certificate,
        public_key=facts.public_key,
        received_at=received_at,
    )


def write_statements(statements: Iterable[Statement]) -> bytes:
    """Return the bytes of a file of statements."""
    return canonical_bytes({"format": FILE_FORMAT, "statements": statement_texts(statements)})


def statement_texts(statements: Iterable[Statement]) -> list[JsonValue]:
    """Return statements as they stand in a file, sorted by digest."""
    return [
        {"payload": each.payload.decode("utf-8"), "signature": each.signature.decode("ascii")}
        for each in sorted(statements, key=lambda each: each.object_id)
    ]


def parse_statements(untrusted: bytes, organisation: str) -> tuple[Statement, ...]:
    """Return the statements of a file.

    Raises:
        BodyFormat: It is no such file.
        Untrusted: What `read_statement` refuses.
    """
    reader = BodyReader(parse_canonical_object(untrusted), "file of statements")
    if reader.integer("format") != FILE_FORMAT:
        raise BodyFormat(kind="file of statements")
    found = read_statement_texts(reader, organisation)
    reader.done()
    return found


def read_statement_texts(reader: BodyReader, organisation: str) -> tuple[Statement, ...]:
    """Return the statements under ``statements`` of a file, signatures checked."""

    def read(untrusted: object) -> Statement:
        texts = BodyReader(untrusted, "statement")
        payload, signature = texts.text("payload"), texts.text("signature")
        texts.done()
        return read_statement(payload.encode("utf-8"), signature.encode("utf-8"), organisation)

    return tuple(reader.each("statements", read))


def _suspended(body: BodyReader) -> Suspended:
    found = Suspended(_serial(body), _instant(body, "since"), body.text("words"))
    if len(found.words) > WORDS_LIMIT or not found.words.isprintable():
        raise BodyFormat(kind="statement")
    return found


def _confirmed(body: BodyReader) -> Confirmed:
    return Confirmed(body.text("suspension"))


def _revoked(body: BodyReader) -> Revoked:
    why = body.text("why")
    if why not in set(RevocationReason):
        raise BodyFormat(kind="statement")
    return Revoked(
        Revocation(
            serial=_serial(body), reason=RevocationReason(why), since=_instant(body, "since")
        )
    )


def _removed(body: BodyReader) -> Removed:
    person_id = body.text("person")
    if not is_id(person_id, Prefix.PERSON):
        raise BodyFormat(kind="statement")
    return Removed(person_id, _instant(body, "since"))


def _numbered(body: BodyReader) -> Numbered:
    return Numbered(body.text("name"), body.integer("number"))


_PARSERS: dict[str, Callable[[BodyReader], Saying]] = {
    RatchetKind.SUSPENSION: _suspended,
    RatchetKind.CONFIRMATION: _confirmed,
    RatchetKind.REVOCATION: _revoked,
    RatchetKind.REMOVAL: _removed,
    RatchetKind.POLICY: _numbered,
}


def _serial(body: BodyReader) -> int:
    serial = body.integer("serial")
    if serial < 1:
        raise BodyFormat(kind="statement")
    return serial


def _instant(body: BodyReader, name: str) -> datetime:
    text = body.text(name)
    try:
        moment = read_instant(text)
    except ValueError as error:
        raise BodyFormat(kind="statement") from error
    if write_instant(moment) != text:
        raise BodyFormat(kind="statement")
    return moment
