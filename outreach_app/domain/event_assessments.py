"""Events that ask for a new risk assessment: written in a contact note, settled by an assessment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

WHOLE = frozenset({"full", "review", "event", "exit"})
"""Kinds of assessment that look at every domain, or at least at those that an event touched."""
WITHIN = "ra_event_review"
"""The row of the time limits; it counts from the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, as a note says.

    Attributes:
        code: From the list of events.
        at: When the contact was.
    """

    document_id: str
    code: str
    at: datetime


def unanswered(events: Iterable[Event], assessed: Iterable[tuple[str, datetime]]) -> Event | None:
    """Return the oldest event after which nobody has assessed the risk yet, None for none.

    Args:
        events: Of one case.
        assessed: Kind and time of the signed assessments of the case.
    """
    last = max((at for kind, at in assessed if kind in WHOLE), default=None)
    waiting = [each for each in events if each.code and (last is None or each.at > last)]
    return min(waiting, key=lambda each: (each.at, each.document_id), default=None)
