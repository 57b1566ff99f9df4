"""Which parts of a document go to whom, unless the sender decides otherwise.

A bundle for several people carries what all of them may get. Answers that are no longer relevant
never leave the vault.
"""

from collections.abc import Iterable
from enum import StrEnum

from outreach_app.domain.documents import PartName
from outreach_app.domain.people import Person, Role
from outreach_app.services.errors import UnknownPart
from outreach_app.services.exchange.errors import PartStays

_COLLEAGUE = frozenset(
    {
        PartName.MAIN.value,
        PartName.LOCATION.value,
        PartName.SPECIAL.value,
        PartName.STAFF.value,
        PartName.THIRD_PARTY.value,
        PartName.INTERNAL.value,
    }
)
NEVER_OUTSIDE = frozenset({PartName.INTERNAL.value, PartName.STAFF.value, PartName.CASEFILE.value})
"""Parts that nobody outside gets, whatever the sender chooses."""
_LEADS = frozenset({Role.SUPERVISOR, Role.SAFEGUARDING_LEAD})
_STAFF = frozenset({Role.CASEWORKER, Role.NIGHT_STAFF})
SENDABLE = _COLLEAGUE | {PartName.CASEFILE.value}


class Profile(StrEnum):
    """What a recipient is to the case."""

    LEAD = "lead"
    COLLEAGUE = "colleague"
    OUTSIDE = "outside"


PARTS = {
    Profile.LEAD: SENDABLE,
    Profile.COLLEAGUE: _COLLEAGUE,
    Profile.OUTSIDE: frozenset({PartName.MAIN.value}),
}
"""The parts that each kind of recipient gets."""


def profile_of(person: Person, organisation: str, *, is_member: bool) -> Profile:
    """Return what a recipient is to a case.

    Args:
        person: As their certificate states.
        organisation: One's own organisation.
        is_member: The case names the person.
    """
    if person.organisation == organisation and person.role in _LEADS:
        return Profile.LEAD
    if person.organisation == organisation and person.role in _STAFF and is_member:
        return Profile.COLLEAGUE
    return Profile.OUTSIDE


def parts_for(profiles: Iterable[Profile]) -> frozenset[str]:
    """Return the parts that all of some recipients get."""
    return frozenset.intersection(*(PARTS[profile] for profile in profiles))


def chosen_parts(names: Iterable[str], profiles: Iterable[Profile]) -> frozenset[str]:
    """Return the parts that a sender names for some recipients.

    Raises:
        UnknownPart: There is none of that name, or it never leaves the vault.
        PartStays: Somebody outside would get what never leaves the service.
    """
    wanted = frozenset(names)
    for name in sorted(wanted - SENDABLE):
        raise UnknownPart(part=name)
    if Profile.OUTSIDE in set(profiles):
        for name in sorted(wanted & NEVER_OUTSIDE):
            raise PartStays(part=name)
    return wanted
