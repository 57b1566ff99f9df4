"""One change of trust as a signed statement: its kinds, its fields, its two signatures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from outreach_app.crypto.canonical import JsonValue
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    object_digest,
    sign_envelope,
    verify_envelope,
)
from outreach_app.crypto.keys import SigningKey, parse_public_line
from outreach_app.crypto.sshsig import SignatureFacts
from outreach_app.domain.people import Role
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat
from outreach_app.services.instants import read_instant, write_instant

SECOND_SIGNERS = frozenset({Role.SUPERVISOR.value, Role.SAFEGUARDING_LEAD.value})


class ChangeKind(StrEnum):
    """What a statement changes."""

    FOUNDING = "founding"
    ROOT = "root"
    ISSUING_KEY = "issuing_key"
    RECOVERY = "recovery"
    SUPERVISOR = "supervisor"


_CONTENT = {
    ChangeKind.FOUNDING: frozenset({"issuers", "issuing_key", "recovery", "root"}),
    ChangeKind.ROOT: frozenset({"issuers", "root"}),
    ChangeKind.ISSUING_KEY: frozenset({"issuers", "issuing_key"}),
    ChangeKind.RECOVERY: frozenset({"recovery"}),
    ChangeKind.SUPERVISOR: frozenset(
        {"age_recipient", "device", "name", "person", "role", "signing_key"}
    ),
}
_KEYS = ("issuing_key", "root", "signing_key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a statement says.

    Attributes:
        number: Its place in the chain, from 1.
        previous: Digest of the statement before; "" for the first.
        content: The fields of its kind; keys as OpenSSH lines, `issuers` a digest.
        certificates: How many certificates had been issued when it was made.
        withdrawn: How many withdrawals had been published when it was made; later ones, whatever
            day they name, do not undo it.
    """

    number: int
    previous: str
    at: datetime
    kind: ChangeKind
    content: Mapping[str, str]
    certificates: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedChange:
    """A statement with its signatures; the founding has one, every other has two."""

    change: Change
    payload: bytes
    signature: bytes
    second: bytes = b""

    @property
    def digest(self) -> str:
        """The name of the signed bytes."""
        return object_digest(self.payload)


def sign_change(organisation: str, change: Change, signing_key: SigningKey) -> SignedChange:
    """Return a statement with its first signature, by the root or the issuing key."""
    payload = make_envelope(
        ObjectType.TRUST,
        organisation,
        f"trust-{change.number}",
        {
            "at": write_instant(change.at),
            "certificates": change.certificates,
            "content": dict(change.content),
            "kind": change.kind.value,
            "number": change.number,
            "previous": change.previous,
            "withdrawn": change.withdrawn,
        },
    )
    return SignedChange(
        change=change, payload=payload, signature=sign_envelope(payload, signing_key, None)
    )


def sign_second(
    signed: SignedChange, signing_key: SigningKey, certificate: bytes | None
) -> SignedChange:
    """Return a statement with its second signature."""
    return replace(signed, second=sign_envelope(signed.payload, signing_key, certificate))


def parse_change(
    organisation: str, payload: bytes, signature: bytes, second: bytes
) -> tuple[SignedChange, SignatureFacts]:
    """Return a statement and who signed it first; the second signature is judged in its place.

    Raises:
        Untrusted: Signature, envelope or body are refused.
    """
    envelope, facts = verify_envelope(payload, signature, ObjectType.TRUST)
    body = BodyReader(envelope.body, "change of trust")
    number = body.integer("number")
    try:
        kind, at = ChangeKind(body.text("kind")), read_instant(body.text("at"))
    except ValueError as error:
        raise BodyFormat(kind="change of trust") from error
    change = Change(
        number=number,
        previous=body.text("previous", empty=True),
        at=at,
        kind=kind,
        content=body.text_map("content"),
        certificates=body.integer("certificates"),
        withdrawn=body.integer("withdrawn"),
    )
    body.done()
    _check_content(change)
    if (envelope.organisation, envelope.object_id) != (organisation, f"trust-{number}"):
        raise BodyFormat(kind="change of trust")
    return SignedChange(change=change, payload=payload, signature=signature, second=second), facts


def change_texts(signed: SignedChange) -> dict[str, JsonValue]:
    """Return a statement with its signatures as files carry it."""
    return {
        "payload": signed.payload.decode("utf-8"),
        "second": signed.second.decode("ascii"),
        "signature": signed.signature.decode("ascii"),
    }


def read_change(organisation: str, untrusted: object) -> SignedChange:
    """Return a statement out of a file.

    Raises:
        Untrusted: Signature, envelope or body are refused.
    """
    reader = BodyReader(untrusted, "change of trust")
    signed, _facts = parse_change(
        organisation,
        reader.text("payload").encode("utf-8"),
        reader.text("signature").encode("utf-8"),
        reader.text("second", empty=True).encode("utf-8"),
    )
    reader.done()
    return signed


def _check_content(change: Change) -> None:
    content = change.content
    if content.keys() != _CONTENT[change.kind] or not all(content.values()):
        raise BodyFormat(kind="change of trust")
    for name in _KEYS:
        if name in content:
            parse_public_line(content[name])
    if change.kind is ChangeKind.SUPERVISOR and content["role"] not in SECOND_SIGNERS:
        raise BodyFormat(kind="change of trust")
