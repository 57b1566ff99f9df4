"""People with keys and certificates, for benchmarks."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from outreach_app.crypto.certificates import CertificateRequest, issue
from outreach_app.crypto.keys import SigningKey, generate_age_identity
from outreach_app.domain.ids import Prefix, make_id
from outreach_app.domain.people import Role

ORGANISATION = make_id(Prefix.ORGANISATION, bytes(16))


@dataclass(frozen=True, slots=True)
class Worker:
    """One person on one device."""

    person_id: str
    device_id: str
    signing_key: SigningKey
    certificate: bytes
    age_identity: str
    age_recipient: str


def enrol(authority: SigningKey, now: datetime, role: Role = Role.CASEWORKER) -> Worker:
    """Return a person whom the authority has certified for a year."""
    key = SigningKey.generate()
    person, device = (
        make_id(prefix, secrets.token_bytes(16)) for prefix in (Prefix.PERSON, Prefix.DEVICE)
    )
    identity, recipient = generate_age_identity()
    request = CertificateRequest(
        public_line=key.public_line(),
        serial=1 + secrets.randbelow(1_000_000),
        person_id=person,
        key_id="benchmark",
        valid_after=now - timedelta(days=1),
        valid_before=now + timedelta(days=365),
        role=role.value,
        organisation=ORGANISATION,
        age_recipient=recipient,
        device_id=device,
    )
    return Worker(person, device, key, issue(authority, request), identity, recipient)
