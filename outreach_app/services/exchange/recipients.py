"""People to send to: by initials or id, with every key of theirs whose certificate is valid now."""

from collections.abc import Sequence
from dataclasses import dataclass

from outreach_app.domain.people import Person, Role
from outreach_app.services.errors import (
    AmbiguousRecipient,
    NoValidRecipient,
    OwnCertificateEnded,
    RecipientKeyExpired,
)
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.suspending import require_good_standing

_LEADS = frozenset({Role.SUPERVISOR, Role.SAFEGUARDING_LEAD})


@dataclass(frozen=True, slots=True)
class Addressee:
    """A recipient and the keys of theirs that a bundle is sealed to, sorted."""

    person: Person
    keys: tuple[str, ...]


def find_recipients(sitting: Sitting, names: Sequence[str]) -> tuple[Addressee, ...]:
    """Return the people of some initials or ids, each once.

    Raises:
        NoValidRecipient: Nobody of that name has a certificate, or it was withdrawn.
        RecipientKeyExpired: Their certificate has ended.
        AmbiguousRecipient: More than one person has these initials.
    """
    found = {addressee.person.person_id: addressee for addressee in map_names(sitting, names)}
    return tuple(found[person_id] for person_id in sorted(found))


def map_names(sitting: Sitting, names: Sequence[str]) -> list[Addressee]:
    """Return the recipient for each name, in order; raises what `find_recipients` raises."""
    valid = sitting.trust.people(sitting.now())
    return [_find(sitting, valid, name) for name in names]


def _find(sitting: Sitting, valid: Sequence[Person], name: str) -> Addressee:
    fitting = [person for person in valid if _goes_by(person, name)]
    if not fitting:
        raise _why_not(sitting, name)
    if len({person.person_id for person in fitting}) > 1:
        raise AmbiguousRecipient(name=name)
    newest = max(fitting, key=lambda person: person.certificate_serial)
    return Addressee(newest, tuple(sorted({person.age_recipient for person in fitting})))


def _why_not(sitting: Sitting, name: str) -> NoValidRecipient | RecipientKeyExpired:
    once = [person for person in sitting.trust.everybody() if _goes_by(person, name)]
    ended = [read_instant(person.valid_until) for person in once]
    if ended and max(ended) <= sitting.now():
        return RecipientKeyExpired(name=name, ended=max(ended).date().isoformat())
    return NoValidRecipient(name=name)


def _goes_by(person: Person, name: str) -> bool:
    return name == person.person_id or name.casefold() == person.initials.casefold()


def require_own_organisation(sitting: Sitting, addressees: Sequence[Addressee]) -> None:
    """Refuse to send to staff of other agencies where the settings in force do not allow it.

    Raises:
        SwitchedOff: Somebody of another agency is among the recipients.
    """
    if any(each.person.role is Role.AGENCY_STAFF for each in addressees):
        sitting.settings().require_on("export.other_agencies")


def check_own_certificate(sitting: Sitting, addressees: Sequence[Addressee]) -> None:
    """Refuse to send with an ended certificate, except to one's supervisors.

    Raises:
        OwnCertificateEnded: It has ended, and somebody else is among the recipients.
        SuspendedYourself, CertificateWithdrawn: It does not stand.
    """
    until = sitting.me.valid_until
    ended = bool(until) and read_instant(until) <= sitting.now()
    only_to_leads = all(each.person.role in _LEADS for each in addressees)
    require_good_standing(sitting, only_to_leads=only_to_leads)
    if ended and not only_to_leads:
        raise OwnCertificateEnded(ended=read_instant(until).date().isoformat())
