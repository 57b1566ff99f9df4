"""People who work with the program, and their roles."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is certified for; a signed extension of the certificate."""

    CASEWORKER = "caseworker"
    NIGHT_STAFF = "night_staff"
    SUPERVISOR = "supervisor"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    CONFIGURATION_MANAGER = "configuration_manager"
    AGENCY_STAFF = "agency_staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person on one device, as their certificate states.

    Attributes:
        certificate_serial: 0 before enrolment.
        age_recipient: ``age1…``, where bundles for this person go.
        signing_key: OpenSSH public key line of the person's Ed25519 key.
        valid_until: Instant at which the certificate ends; "" before enrolment.
    """

    person_id: str
    initials: str
    full_name: str
    role: Role
    organisation: str = ""
    device_id: str = ""
    certificate_serial: int = 0
    age_recipient: str = ""
    signing_key: str = ""
    valid_until: str = ""
