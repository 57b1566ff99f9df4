"""The chain of trust: root, signed list of issuing keys, staff certificates.

The root key signs only the list of issuing keys (an envelope of type ``issuers``, signed by the
bare key). An issuing key is an OpenSSH certificate authority. A certificate counts at an instant
when its issuing key stands on the list and both are inside their time: the rule that
``ssh-keygen -Y verify`` applies to the lines of `allowed_signers`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from outreach_app.crypto.canonical import Json, JsonValue
from outreach_app.crypto.certificates import Certificate, verify_issued, verify_time
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    sign_envelope,
    verify_envelope,
)
from outreach_app.crypto.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    IssuersFormat,
    PublicKeyFormat,
    UnknownAuthority,
    WrongOrganisation,
    WrongRoot,
)
from outreach_app.crypto.keys import SigningKey, parse_public_line, public_line
from outreach_app.crypto.sshsig import SignatureFacts

_BODY_FIELDS = frozenset({"number", "created", "issuers"})
_ISSUER_FIELDS = frozenset({"key", "name", "valid_after", "valid_before"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An issuing key: 32 raw bytes, a name for people, and its time (aware; end exclusive)."""

    public_key: bytes
    name: str
    valid_after: datetime
    valid_before: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuers:
    """The list of issuing keys of an organisation; of two lists the higher number counts."""

    organisation: str
    number: int
    created: datetime
    issuers: tuple[Issuer, ...]


def make_issuers(issuers: Issuers, root: SigningKey) -> tuple[bytes, bytes]:
    """Return payload and signature of a list of issuing keys.

    Raises:
        ValueError: The number is below 1, or an instant has no offset.
    """
    if issuers.number < 1:
        raise ValueError("lists of issuing keys are numbered from 1")
    body: dict[str, JsonValue] = {
        "number": issuers.number,
        "created": _written(issuers.created),
        "issuers": [
            {
                "key": public_line(issuer.public_key),
                "name": issuer.name,
                "valid_after": _written(issuer.valid_after),
                "valid_before": _written(issuer.valid_before),
            }
            for issuer in issuers.issuers
        ],
    }
    payload = make_envelope(
        ObjectType.ISSUERS, issuers.organisation, f"issuers-{issuers.number}", body
    )
    return payload, sign_envelope(payload, root, None)


def parse_issuers(
    untrusted_payload: bytes, untrusted_signature: bytes, root_public: bytes, organisation: str
) -> Issuers:
    """Return the list that the organisation's root signed.

    Raises:
        WrongRoot: Another key, or a certificate, signed it.
        WrongOrganisation: It is the list of another organisation.
        IssuersFormat: The root signed something that is no list of issuing keys.
        Untrusted: Any refusal of `envelopes.verify_envelope`.
    """

    def by_root(facts: SignatureFacts) -> None:
        if facts.certificate is not None or facts.public_key != root_public:
            raise WrongRoot

    envelope, _facts = verify_envelope(
        untrusted_payload, untrusted_signature, ObjectType.ISSUERS, trust=by_root
    )
    if envelope.organisation != organisation:
        raise WrongOrganisation
    number, listed = envelope.body.get("number"), envelope.body.get("issuers")
    if (
        envelope.body.keys() != _BODY_FIELDS
        or not isinstance(number, int)
        or not isinstance(listed, list)
        or number < 1
    ):
        raise IssuersFormat(what="without its number or its keys")
    return Issuers(
        organisation=organisation,
        number=number,
        created=_instant(envelope.body["created"]),
        issuers=tuple(_parse_issuer(item) for item in listed),
    )


def verify_chain(certificate: Certificate, issuers: Issuers, at: datetime) -> Issuer:
    """Return the issuing key that vouches for a certificate at an instant.

    Raises:
        UnknownAuthority: No issuing key on the list signed it.
        ForgedCertificate: Its signature does not match.
        WrongOrganisation: It is for another organisation.
        CertificateNotYetValid: The instant lies before its time or the issuing key's.
        CertificateExpired: The instant lies after its time or the issuing key's.
    """
    issuer = _issuer_of(certificate, issuers)
    _check_times(certificate, issuer, at)
    return issuer


class CertificateBook:
    """The certificates that were verified against one list of issuing keys.

    Checking a certificate's signature costs as much as checking a whole revision, and one
    certificate signs thousands of them: the book remembers, and only compares times again.
    """

    def __init__(self, issuers: Issuers) -> None:
        """Start an empty book for a list of issuing keys."""
        self.issuers = issuers
        self._vouched: dict[bytes, Issuer] = {}

    def check(self, certificate: Certificate, at: datetime) -> None:
        """Accept a certificate at an instant; raises what `verify_chain` raises."""
        issuer = self._vouched.get(certificate.line)
        if issuer is None:
            issuer = _issuer_of(certificate, self.issuers)
            self._vouched[certificate.line] = issuer
        _check_times(certificate, issuer, at)

    def signer(self, facts: SignatureFacts, at: datetime) -> Certificate:
        """Return the certificate behind a signature, accepted at an instant.

        Raises:
            UnknownAuthority: Signed by a bare key, or not by one of our issuing keys.
            Untrusted: What `verify_chain` raises.
        """
        if facts.certificate is None:
            raise UnknownAuthority
        self.check(facts.certificate, at)
        return facts.certificate


def allowed_signers(issuers: Issuers) -> str:
    """Return the file with which a stranger verifies our signatures by ``ssh-keygen -Y verify``."""
    namespaces = ",".join(kind.value for kind in ObjectType if kind is not ObjectType.ISSUERS)
    return "".join(
        f'* cert-authority,namespaces="{namespaces}",'
        f'valid-after="{issuer.valid_after.astimezone(UTC):%Y%m%d%H%M%S}Z",'
        f'valid-before="{issuer.valid_before.astimezone(UTC):%Y%m%d%H%M%S}Z" '
        f"{public_line(issuer.public_key)}\n"
        for issuer in issuers.issuers
    )


def _issuer_of(certificate: Certificate, issuers: Issuers) -> Issuer:
    for issuer in issuers.issuers:
        if issuer.public_key == certificate.authority_key:
            verify_issued(certificate, issuer.public_key)
            if certificate.organisation != issuers.organisation:
                raise WrongOrganisation
            return issuer
    raise UnknownAuthority


def _check_times(certificate: Certificate, issuer: Issuer, at: datetime) -> None:
    if at < issuer.valid_after:
        raise CertificateNotYetValid(starts=issuer.valid_after.date().isoformat())
    if at >= issuer.valid_before:
        raise CertificateExpired(ended=issuer.valid_before.date().isoformat())
    verify_time(certificate, at)


def _parse_issuer(untrusted: Json) -> Issuer:
    if not isinstance(untrusted, dict) or untrusted.keys() != _ISSUER_FIELDS:
        raise IssuersFormat(what="damaged in a key")
    key, name = untrusted["key"], untrusted["name"]
    if not isinstance(key, str) or not isinstance(name, str):
        raise IssuersFormat(what="damaged in a key")
    try:
        public_key = parse_public_line(key)
    except PublicKeyFormat as error:
        raise IssuersFormat(what="damaged in a key") from error
    return Issuer(
        public_key=public_key,
        name=name,
        valid_after=_instant(untrusted["valid_after"]),
        valid_before=_instant(untrusted["valid_before"]),
    )


def _written(at: datetime) -> str:
    if at.utcoffset() is None:
        raise ValueError("an instant needs its offset")
    return at.isoformat(timespec="seconds")


def _instant(untrusted: Json) -> datetime:
    try:
        at = datetime.fromisoformat(str(untrusted))
        again = _written(at)
    except ValueError as error:
        raise IssuersFormat(what="damaged in a date") from error
    if again != untrusted:
        raise IssuersFormat(what="damaged in a date")
    return at
