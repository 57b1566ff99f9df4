"""OpenSSH user certificates: an issuing key says who a person is, in what role, on which device.

The principal is the person's id; role, organisation, age recipient and device are extensions, so
the issuing key's signature covers them. Certificates are plain OpenSSH ones: ``ssh-keygen -L``
shows them, and ``ssh-keygen -s`` can make them.
"""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import cast

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    SSHCertificate,
    SSHCertificateBuilder,
    SSHCertificateType,
    load_ssh_public_identity,
)

from outreach_app.crypto.errors import (
    CertificateExpired,
    CertificateFormat,
    CertificateNotYetValid,
    ForgedCertificate,
    RecipientFormat,
    UnknownAuthority,
)
from outreach_app.crypto.keys import (
    SIGNATURE_BYTES,
    SigningKey,
    age_recipient,
    parse_public_line,
    signature_matches,
)
from outreach_app.crypto.wire import (
    ED25519,
    ED25519_CERTIFICATE,
    WireFault,
    lay_text,
    plain_base64,
)

ROLE = "role@outreach"
ORGANISATION = "org@outreach"
AGE_RECIPIENT = "age@outreach"
DEVICE = "device@outreach"
LARGEST_CERTIFICATE_BYTES = 4 * 1024
LONGEST_FIELD = 200
_LAST_SECOND = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())
_SIGNATURE_HEAD = (83).to_bytes(4, "big") + lay_text(ED25519) + SIGNATURE_BYTES.to_bytes(4, "big")
_SIGNATURE_TAIL_BYTES = len(_SIGNATURE_HEAD) + SIGNATURE_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRequest:
    """What an issuing key is asked to certify. Instants are aware; the end is exclusive."""

    public_line: str
    serial: int
    person_id: str
    key_id: str
    valid_after: datetime
    valid_before: datetime
    role: str
    organisation: str
    age_recipient: str
    device_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A parsed staff certificate; being parsed says nothing about its authority.

    Attributes:
        principal: The person's id.
        line: ``ssh-ed25519-cert-v01@openssh.com`` and base64, without a comment.
    """

    serial: int
    principal: str
    key_id: str
    public_key: bytes
    authority_key: bytes
    valid_after: datetime
    valid_before: datetime
    role: str
    organisation: str
    age_recipient: str
    device_id: str
    line: bytes


def issue(authority: SigningKey, request: CertificateRequest) -> bytes:
    """Return the line of a new certificate.

    Raises:
        PublicKeyFormat: The request's key is no Ed25519 key.
        RecipientFormat: The request's age recipient is none.
        ValueError: An empty or overlong field, or an end before the start.
    """
    age_recipient(request.age_recipient)
    fields = {
        AGE_RECIPIENT: request.age_recipient,
        DEVICE: request.device_id,
        ORGANISATION: request.organisation,
        ROLE: request.role,
    }
    for text in (*fields.values(), request.person_id, request.key_id):
        if not 0 < len(text.encode("utf-8")) <= LONGEST_FIELD:
            raise ValueError("a certificate's fields have between 1 and 200 bytes")
    public = Ed25519PublicKey.from_public_bytes(parse_public_line(request.public_line))
    builder = (
        SSHCertificateBuilder()
        .public_key(public)
        .serial(request.serial)
        .type(SSHCertificateType.USER)
        .key_id(request.key_id.encode("utf-8"))
        .valid_principals([request.person_id.encode("utf-8")])
        .valid_after(int(request.valid_after.timestamp()))
        .valid_before(int(request.valid_before.timestamp()))
    )
    for name, text in fields.items():
        builder = builder.add_extension(name.encode("utf-8"), text.encode("utf-8"))
    return builder.sign(Ed25519PrivateKey.from_private_bytes(authority.seed)).public_bytes()


def parse_certificate(untrusted_line: bytes) -> Certificate:
    """Return the certificate of a line, whatever its comment.

    Raises:
        CertificateFormat: Not a user certificate of an Ed25519 key, or without our fields.
    """
    return parse_certificate_blob(certificate_blob(untrusted_line))


def certificate_blob(untrusted_line: bytes) -> bytes:
    """Return the bytes behind a certificate line.

    Raises:
        CertificateFormat: The line is not that of an Ed25519 certificate.
    """
    fields = untrusted_line.strip().split(b" ", 2)
    if len(untrusted_line) > 2 * LARGEST_CERTIFICATE_BYTES or len(fields) < 2:
        raise CertificateFormat(what="not a certificate line")
    if fields[0] != ED25519_CERTIFICATE:
        raise CertificateFormat(what="not an Ed25519 certificate")
    try:
        return plain_base64(fields[1])
    except WireFault as error:
        raise CertificateFormat(what=str(error)) from error


def parse_certificate_blob(untrusted: bytes) -> Certificate:
    """Return the certificate in OpenSSH's byte format; those seen lately are remembered.

    Raises:
        CertificateFormat: Not a user certificate of an Ed25519 key, or without our fields.
    """
    if len(untrusted) > LARGEST_CERTIFICATE_BYTES:
        raise CertificateFormat(what="too large")
    return _parse(untrusted)


def verify_certificate(certificate: Certificate, authority_public: bytes, at: datetime) -> None:
    """Accept a certificate that this authority signed and that is valid at an instant.

    Raises:
        UnknownAuthority: Signed by another key.
        ForgedCertificate: The signature does not match.
        CertificateNotYetValid: `at` lies before its time.
        CertificateExpired: `at` lies after its time.
    """
    verify_issued(certificate, authority_public)
    verify_time(certificate, at)


def verify_issued(certificate: Certificate, authority_public: bytes) -> None:
    """Accept a certificate that this authority signed, whatever the time.

    Raises:
        UnknownAuthority: Signed by another key.
        ForgedCertificate: The signature does not match.
    """
    if certificate.authority_key != authority_public:
        raise UnknownAuthority
    blob = certificate_blob(certificate.line)
    signed, signature = blob[:-_SIGNATURE_TAIL_BYTES], blob[-SIGNATURE_BYTES:]
    if not signature_matches(authority_public, signed, signature):
        raise ForgedCertificate


def verify_time(certificate: Certificate, at: datetime) -> None:
    """Accept an instant between a certificate's start and its end; the end is exclusive.

    Raises:
        CertificateNotYetValid: `at` lies before its time.
        CertificateExpired: `at` lies after its time.
    """
    if at < certificate.valid_after:
        raise CertificateNotYetValid(starts=certificate.valid_after.date().isoformat())
    if at >= certificate.valid_before:
        raise CertificateExpired(ended=certificate.valid_before.date().isoformat())


@lru_cache(maxsize=1024)
def _parse(untrusted: bytes) -> Certificate:
    line = ED25519_CERTIFICATE + b" " + base64.b64encode(untrusted)
    try:
        # The name in front of the line makes it a certificate or an error.
        parsed = cast("SSHCertificate", load_ssh_public_identity(line))
        public, authority = parsed.public_key(), parsed.signature_key()
        user = parsed.type is SSHCertificateType.USER
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CertificateFormat(what="not a well-formed certificate") from error
    if not isinstance(public, Ed25519PublicKey) or not isinstance(authority, Ed25519PublicKey):
        raise CertificateFormat(what="not made with Ed25519 keys only")
    if untrusted[-_SIGNATURE_TAIL_BYTES:-SIGNATURE_BYTES] != _SIGNATURE_HEAD:
        raise CertificateFormat(what="not signed with Ed25519")
    _check_shape(parsed, user=user)
    extensions = parsed.extensions
    certificate = Certificate(
        serial=parsed.serial,
        principal=_text(parsed.valid_principals[0]),
        key_id=_text(parsed.key_id),
        public_key=public.public_bytes_raw(),
        authority_key=authority.public_bytes_raw(),
        valid_after=datetime.fromtimestamp(parsed.valid_after, UTC),
        valid_before=datetime.fromtimestamp(parsed.valid_before, UTC),
        role=_text(extensions.get(ROLE.encode(), b"")),
        organisation=_text(extensions.get(ORGANISATION.encode(), b"")),
        age_recipient=_text(extensions.get(AGE_RECIPIENT.encode(), b"")),
        device_id=_text(extensions.get(DEVICE.encode(), b"")),
        line=line,
    )
    try:
        age_recipient(certificate.age_recipient)
    except RecipientFormat as error:
        raise CertificateFormat(what="without a valid age recipient") from error
    return certificate


def _check_shape(parsed: SSHCertificate, *, user: bool) -> None:
    if not user:
        raise CertificateFormat(what="not a certificate of a person")
    if parsed.critical_options:
        raise CertificateFormat(what="bound to a condition that is not known here")
    if len(parsed.valid_principals) != 1:
        raise CertificateFormat(what="not for exactly one person")
    if not parsed.valid_after < parsed.valid_before <= _LAST_SECOND:
        raise CertificateFormat(what="without a first and a last day")


def _text(untrusted: bytes) -> str:
    """Return a field as text: UTF-8, printable, neither empty nor endless."""
    try:
        text = untrusted.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CertificateFormat(what="with a field that is not text") from error
    if not text.isprintable() or not 0 < len(untrusted) <= LONGEST_FIELD:
        raise CertificateFormat(what="with an empty or unreadable field")
    return text
