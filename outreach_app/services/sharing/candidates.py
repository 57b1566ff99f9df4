"""To whom one may share: everybody of the signed directory, what they get, why somebody cannot."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outreach_app.domain.documents import Document, PartName
from outreach_app.domain.people import Person, Role
from outreach_app.services.directory import Contact, ContactState, contacts
from outreach_app.services.errors import NotAllowed
from outreach_app.services.exchange.load import profile_for
from outreach_app.services.exchange.profiles import PARTS, Profile
from outreach_app.services.sitting import Sitting

_COMPARED = "exchange.compared."
_ORDER = (Profile.LEAD, Profile.COLLEAGUE, Profile.OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWords:
    """A key of somebody's that a bundle is sealed to: its certificate, device and words."""

    serial: int
    device_id: str
    words: tuple[str, ...]
    compared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody of the directory.

    Attributes:
        profile: What they are to the cases of the documents.
        keys: Every key that is valid now; none when they cannot be written to.
        last_heard: Instant at which the last bundle from them was signed, "" for none.
    """

    person: Person
    profile: Profile
    state: ContactState
    keys: tuple[KeyWords, ...]
    last_heard: str

    @property
    def may_receive(self) -> bool:
        """Say whether a bundle can be sealed to them."""
        return bool(self.keys)

    @property
    def at_home(self) -> bool:
        """Say whether they belong to the home team of the case."""
        return self.profile is not Profile.OUTSIDE

    @property
    def new_keys(self) -> tuple[KeyWords, ...]:
        """The keys whose words nobody has compared here."""
        return tuple(each for each in self.keys if not each.compared)


def candidates(sitting: Sitting, documents: Sequence[Document]) -> tuple[Candidate, ...]:
    """Return everybody but oneself, the home team first, those who cannot be written to last.

    Args:
        sitting: The unlocked vault.
        documents: Whose cases say what a person is to them.
    """
    by_person: dict[str, list[Contact]] = {}
    for contact in contacts(sitting):
        if contact.person.person_id != sitting.me.person_id:
            by_person.setdefault(contact.person.person_id, []).append(contact)
    done = compared_serials(sitting)
    found = [
        _candidate(sitting, documents, several, done)
        for several in by_person.values()
        if several[0].person.role is not Role.CONFIGURATION_MANAGER
    ]
    found.sort(
        key=lambda each: (
            not each.may_receive,
            _ORDER.index(each.profile),
            each.person.full_name,
        )
    )
    return tuple(found)


def _candidate(
    sitting: Sitting, documents: Sequence[Document], several: list[Contact], done: frozenset[int]
) -> Candidate:
    newest = max(several, key=lambda each: each.person.certificate_serial)
    valid = [each for each in several if each.state is ContactState.VALID]
    shown = max(valid, key=lambda each: each.person.certificate_serial) if valid else newest
    try:
        profile = profile_for(sitting, documents, shown.person)
    except NotAllowed:
        profile = Profile.OUTSIDE
    return Candidate(
        person=shown.person,
        profile=profile,
        state=shown.state,
        keys=tuple(
            KeyWords(
                serial=each.person.certificate_serial,
                device_id=each.person.device_id,
                words=each.words,
                compared=each.person.certificate_serial in done,
            )
            for each in valid
        ),
        last_heard=max(each.last_heard for each in several),
    )


def compared_serials(sitting: Sitting) -> frozenset[int]:
    """Return the certificates whose words the unlocked person has compared."""
    kept = sitting.vault.properties.get(_COMPARED + sitting.me.person_id, "[]")
    return frozenset(int(each) for each in json.loads(kept))


def note_compared(sitting: Sitting, serials: Iterable[int]) -> None:
    """Keep that the words of some certificates were compared by telephone."""
    known = compared_serials(sitting)
    new = sorted(set(serials) - known)
    if not new:
        return
    act = sitting.act("key.words_compared", certificates=" ".join(map(str, new)))
    with sitting.vault.transaction(act):
        kept = json.dumps(sorted(known | set(new)))
        sitting.vault.properties.set(_COMPARED + sitting.me.person_id, kept)


def parts_for_all(chosen: Iterable[Candidate], *, with_address: bool) -> tuple[str, ...]:
    """Return the parts that all of some people get; the address only when it is asked for."""
    profiles = {each.profile for each in chosen}
    parts = frozenset.intersection(*(PARTS[each] for each in profiles)) if profiles else frozenset()
    address = frozenset({PartName.LOCATION.value})
    return tuple(sorted(parts | address if with_address else parts - address))
