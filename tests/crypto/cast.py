"""A small organisation: a root, an issuing key, one worker with a laptop."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from outreach_app.crypto.authority import Issuer, Issuers
from outreach_app.crypto.certificates import (
    Certificate,
    CertificateRequest,
    issue,
    parse_certificate,
)
from outreach_app.crypto.keys import SigningKey, generate_age_identity

START = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 2, 3, 11, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What the tests of trust need; keys are new in every run."""

    root: SigningKey
    issuing_key: SigningKey
    issuers: Issuers
    worker_key: SigningKey
    worker_identity: str
    request: CertificateRequest
    line: bytes

    @property
    def certificate(self) -> Certificate:
        return parse_certificate(self.line)


def found_organisation() -> Organisation:
    """Return a new organisation."""
    issuing_key, worker_key = SigningKey.generate(), SigningKey.generate()
    identity, recipient = generate_age_identity()
    request = CertificateRequest(
        public_line=worker_key.public_line(),
        serial=7,
        person_id="p_worker",
        key_id="worker, small laptop",
        valid_after=START,
        valid_before=START + timedelta(days=365),
        role="caseworker",
        organisation="og_ours",
        age_recipient=recipient,
        device_id="v_laptop",
    )
    issuer = Issuer(
        public_key=issuing_key.public,
        name="Main office",
        valid_after=START,
        valid_before=START + timedelta(days=730),
    )
    return Organisation(
        root=SigningKey.generate(),
        issuing_key=issuing_key,
        issuers=Issuers(organisation="og_ours", number=1, created=START, issuers=(issuer,)),
        worker_key=worker_key,
        worker_identity=identity,
        request=request,
        line=issue(issuing_key, request),
    )
