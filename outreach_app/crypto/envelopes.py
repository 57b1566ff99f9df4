"""The one envelope of everything signed: type, format, organisation, id and body.

Its canonical bytes are what is signed, under the SSH signature namespace of its type, so that a
signature for one kind of object never passes for another.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.crypto import sshsig
from outreach_app.crypto.canonical import Json, JsonValue, canonical_bytes, parse_canonical_object
from outreach_app.crypto.errors import EnvelopeFormat, EnvelopeTooNew, EnvelopeType
from outreach_app.crypto.keys import SigningKey
from outreach_app.crypto.sshsig import SignatureFacts

FORMAT = 1
_FIELDS = frozenset({"type", "format", "org", "id", "body"})


class ObjectType(StrEnum):
    """The kinds of signed objects; each is its own signature namespace."""

    REVISION = "revision"
    REVIEW = "review"
    RECEIPT = "receipt"
    HEAD = "head"
    LOOK = "look"
    MANIFEST = "manifest"
    CONFIG = "config"
    RATCHET = "ratchet"
    CARD = "card"
    ISSUERS = "issuers"
    TRUST = "trust"


_TYPES = {member.value: member for member in ObjectType}


@dataclass(frozen=True, slots=True)
class Envelope:
    """A parsed signed object. `body` keeps the meaning that its type gives it."""

    type: ObjectType
    format: int
    organisation: str
    object_id: str
    body: dict[str, Json]


def make_envelope(
    object_type: ObjectType, organisation: str, object_id: str, body: Mapping[str, JsonValue]
) -> bytes:
    """Return the canonical bytes to be signed.

    Raises:
        ValueError: The body is outside canonical JSON, or an id is empty.
    """
    if not organisation or not object_id:
        raise ValueError("an envelope names its organisation and its object")
    return canonical_bytes(
        {
            "type": object_type.value,
            "format": FORMAT,
            "org": organisation,
            "id": object_id,
            "body": dict(body),
        }
    )


def parse_envelope(untrusted: bytes) -> Envelope:
    """Return the envelope of canonical bytes; says nothing about who signed it.

    Raises:
        NotCanonical: Not canonical JSON.
        EnvelopeFormat: Other fields, or one of another shape.
        EnvelopeTooNew: A format number above the one that this program knows.
    """
    fields = parse_canonical_object(untrusted)
    version = fields.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise EnvelopeTooNew(found=version, known=FORMAT)
    name = _named(fields, "type")
    body = fields.get("body")
    if (
        fields.keys() != _FIELDS
        or version != FORMAT
        or name not in _TYPES
        or not isinstance(body, dict)
    ):
        raise EnvelopeFormat
    return Envelope(_TYPES[name], FORMAT, _named(fields, "org"), _named(fields, "id"), body)


def _named(fields: dict[str, Json], key: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or not value:
        raise EnvelopeFormat
    return value


def sign_envelope(payload: bytes, signing_key: SigningKey, certificate: bytes | None) -> bytes:
    """Return the armoured signature of an envelope, by a certificate or by the bare key.

    Raises:
        NotCanonical: The payload is no envelope, and is not signed.
        EnvelopeFormat: Likewise.
        ValueError: The certificate is for another key.
    """
    envelope = parse_envelope(payload)
    return sshsig.sign(payload, envelope.type.value, signing_key, certificate)


def verify_envelope(
    payload: bytes,
    signature: bytes,
    expected_type: ObjectType,
    *,
    trust: Callable[[SignatureFacts], None] | None = None,
) -> tuple[Envelope, SignatureFacts]:
    """Return an envelope and who signed it; the signature is checked before any parsing.

    Args:
        payload: Canonical bytes of unknown origin.
        signature: Armoured signature of unknown origin.
        expected_type: The kind of object that may stand in this place.
        trust: Asked about the signer before the payload is parsed; raises to refuse. Without it
            the caller judges the returned facts.

    Raises:
        SignatureFormat: The signature is no SSH signature by an Ed25519 key.
        WrongNamespace: It was made for another kind of object.
        BadSignature: It does not match the payload.
        NotCanonical: The payload is not canonical JSON.
        EnvelopeFormat: The payload is no envelope.
        EnvelopeTooNew: A newer program wrote it.
        EnvelopeType: The type inside differs from the expected one.
    """
    facts = sshsig.verify(signature, payload, expected_type.value)
    if trust is not None:
        trust(facts)
    envelope = parse_envelope(payload)
    if envelope.type is not expected_type:
        raise EnvelopeType(expected=expected_type.value, found=envelope.type.value)
    return envelope, facts


def object_digest(payload: bytes) -> str:
    """Return the name of signed bytes: ``sha256:`` and the hex SHA-256."""
    return "sha256:" + hashlib.sha256(payload).hexdigest()
