"""The people of the organisation as its signed file lists them, and whether each may be written to."""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.people import Person
from outreach_app.services.instants import read_instant
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Sitting
from outreach_app.services.trust import person_of


class ContactState(StrEnum):
    """Whether a person's certificate stands now."""

    VALID = "valid"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person on one device.

    Attributes:
        words: The twelve words of the signing key, to compare by telephone.
        last_heard: Instant at which the last bundle from this person was signed; "" for none.
        is_me: It is the person who unlocked this vault, on this device.
    """

    person: Person
    state: ContactState
    words: tuple[str, ...]
    last_heard: str
    is_me: bool


def contacts(sitting: Sitting) -> tuple[Contact, ...]:
    """Return everybody who was ever certified: who may be written to first, then by name."""
    words = word_list()
    valid = {
        (person.person_id, person.certificate_serial)
        for person in sitting.trust.people(sitting.now())
    }
    heard = _last_heard(sitting)
    found = []
    for certificate in sitting.card.configuration.certificates():
        person = person_of(certificate)
        found.append(
            Contact(
                person=person,
                state=_state(sitting, person, valid=valid),
                words=fingerprint_words(certificate.public_key, words),
                last_heard=heard.get((person.person_id, person.device_id), ""),
                is_me=person.certificate_serial == sitting.me.certificate_serial,
            )
        )
    return tuple(
        sorted(
            found, key=lambda each: (each.state is not ContactState.VALID, each.person.full_name)
        )
    )


def _state(sitting: Sitting, person: Person, *, valid: set[tuple[str, int]]) -> ContactState:
    if (person.person_id, person.certificate_serial) in valid:
        return ContactState.VALID
    ended = read_instant(person.valid_until) <= sitting.now()
    return ContactState.ENDED if ended else ContactState.WITHDRAWN


def _last_heard(sitting: Sitting) -> dict[tuple[str, str], str]:
    """Return when the newest bundle of each person and device was signed."""
    newest: dict[tuple[str, str], str] = {}
    for each in sitting.vault.bundles.received():
        key = (each.signer_id, each.device_id)
        newest[key] = max(newest.get(key, ""), each.created_at)
    return newest
