"""What of some papers goes to some people, and what of it stays here, before anything is signed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from outreach_app.services.exchange.profiles import SENDABLE
from outreach_app.services.sharing.candidates import Candidate
from outreach_app.services.sharing.offer import Offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What goes and what stays.

    Attributes:
        documents: Papers of which something goes.
        left: Papers of which nothing is for somebody outside; they stay as a whole.
        parts: Parts that go of what the papers hold.
        staying: Parts of these papers that stay.
    """

    documents: tuple[Offered, ...]
    left: tuple[Offered, ...]
    parts: frozenset[str]
    staying: frozenset[str]


def going_to(
    people: Iterable[Candidate], documents: Iterable[Offered], parts: Collection[str]
) -> Going:
    """Return what of some papers goes to some people.

    Args:
        people: To whom it goes.
        documents: What was chosen.
        parts: The parts that all of these people get.
    """
    chosen, wanted = tuple(documents), frozenset(parts)
    at_home = all(each.at_home for each in people)
    going = tuple(each for each in chosen if at_home or each.parts & wanted)
    held = frozenset(name for each in going for name in each.parts) & SENDABLE
    return Going(
        documents=going,
        left=tuple(each for each in chosen if each not in going),
        parts=held & wanted,
        staying=held - wanted,
    )
