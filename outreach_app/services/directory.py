"""The people of the organisation as its signed file lists them, and whether each may be written to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.people import Person, Role
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.instants import CASEWORK_ZONE, read_instant
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Sitting
from outreach_app.services.trust import person_of

_WITH_KEYS = frozenset({Role.CONFIGURATION_MANAGER, Role.SUPERVISOR, Role.SAFEGUARDING_LEAD})
EXPIRING_DAYS = 30
"""For how many days before its end a certificate is said to run out."""
HEARD_WITHIN_DAYS = 7
"""Within how many days every device should have been heard from."""


class ContactState(StrEnum):
    """Whether a person's certificate stands now."""

    VALID = "valid"
    REPLACED = "replaced"
    ENDED = "ended"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person on one device.

    Attributes:
        words: The twelve words of the signing key, to compare by telephone.
        last_heard: Instant at which the last bundle from this person was signed; "" for none.
        is_me: It is the person who unlocked this vault, on this device.
        days_left: Days until the certificate ends.
        is_silent: Somebody else, who shares, may be written to there, and no bundle has come from
            that device for more than seven days.
        since: Day from which it is suspended or withdrawn, None if it is neither.
    """

    person: Person
    state: ContactState
    words: tuple[str, ...]
    last_heard: str
    is_me: bool
    days_left: int
    is_silent: bool
    since: date | None = None

    @property
    def runs_out(self) -> bool:
        """Whether the certificate stands and ends soon."""
        return self.state is ContactState.VALID and self.days_left <= EXPIRING_DAYS


def contacts(sitting: Sitting) -> tuple[Contact, ...]:
    """Return every certificate there ever was: who may be written to first, then by name."""
    words = word_list()
    valid = {
        (person.person_id, person.certificate_serial)
        for person in sitting.trust.people(sitting.now())
    }
    heard = _last_heard(sitting)
    found = []
    for certificate in sitting.card.configuration.certificates():
        person = person_of(certificate)
        state, since = _state(sitting, person, valid=valid)
        is_me = person.certificate_serial == sitting.me.certificate_serial
        last = heard.get((person.person_id, person.device_id), "")
        ends = read_instant(person.valid_until)
        found.append(
            Contact(
                person=person,
                state=state,
                words=fingerprint_words(certificate.public_key, words),
                last_heard=last,
                is_me=is_me,
                days_left=(ends - sitting.now()).days,
                is_silent=state is ContactState.VALID
                and person.person_id != sitting.me.person_id
                and person.role is not Role.CONFIGURATION_MANAGER
                and _is_silent(sitting, last),
                since=since,
            )
        )
    order = list(ContactState)
    return tuple(sorted(found, key=lambda each: (order.index(each.state), each.person.full_name)))


def others(found: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return one contact for each other person whose certificate stands or is suspended."""
    by_person = {
        each.person.person_id: each
        for each in found
        if not each.is_me and each.state in {ContactState.VALID, ContactState.SUSPENDED}
    }
    return tuple(by_person.values())


def may_suspend(sitting: Sitting) -> bool:
    """Say whether the unlocked person's role may suspend somebody."""
    me = sitting.me
    return may(me.person_id, me.role, Verb.SUSPEND, CaseAccess()).allowed


def may_look_after_keys(sitting: Sitting) -> bool:
    """Say whether a person has to do with the organisation's keys; whether they can, the keys say."""
    return sitting.me.role in _WITH_KEYS


def _is_silent(sitting: Sitting, last: str) -> bool:
    if not last:
        return True
    return sitting.now() - read_instant(last) > timedelta(days=HEARD_WITHIN_DAYS)


def _state(
    sitting: Sitting, person: Person, *, valid: set[tuple[str, int]]
) -> tuple[ContactState, date | None]:
    if (person.person_id, person.certificate_serial) in valid:
        return ContactState.VALID, None
    now, withdrawals = sitting.now(), sitting.trust.withdrawals
    withdrawn = withdrawals.withdrawn_at(person.person_id, person.certificate_serial, now)
    if withdrawn is not None:
        day = withdrawn.since.astimezone(CASEWORK_ZONE).date()
        replaced = withdrawn.reason is RevocationReason.REPLACED
        return ContactState.REPLACED if replaced else ContactState.WITHDRAWN, day
    suspension = withdrawals.suspended_at(person.certificate_serial, now)
    if suspension is not None:
        return ContactState.SUSPENDED, suspension.since.astimezone(CASEWORK_ZONE).date()
    ended = read_instant(person.valid_until) <= now
    return ContactState.ENDED if ended else ContactState.WITHDRAWN, None


def _last_heard(sitting: Sitting) -> dict[tuple[str, str], str]:
    """Return when the newest bundle of each person and device was signed."""
    newest: dict[tuple[str, str], str] = {}
    for each in sitting.vault.bundles.received():
        key = (each.signer_id, each.device_id)
        newest[key] = max(newest.get(key, ""), each.created_at)
    return newest
