"""Missing episodes: whether somebody talked with a young person after the return, and until when.

The clock starts when a child is found. Adults who come back have no such clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from outreach_app.domain.age import minority
from outreach_app.domain.timescales import Deadline, Timescales
from outreach_app.domain.values import parse_instant, text_of

RETURN_TALK = "missing_return_conversation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """Somebody came back from going missing.

    Attributes:
        found_at: When they were found or returned.
        talked_at: When somebody independent talked with them; None for not yet.
    """

    document_id: str
    found_at: datetime
    talked_at: datetime | None


def read_return(document_id: str, answers: Mapping[str, Any]) -> Return | None:
    """Return the end of an episode (flat answers); None while the person is missing."""
    found = parse_instant(text_of(answers, "me_found_at"))
    if found is None:
        return None
    talked = parse_instant(text_of(answers, "me_conversation_at"))
    return Return(document_id=document_id, found_at=found, talked_at=talked)


def talk_due(
    back: Return, client: Mapping[str, Any], timescales: Timescales, jurisdiction: str
) -> Deadline | None:
    """Return until when the return conversation is to be had.

    Args:
        back: The end of the episode.
        client: Flat answers of the client record; the age on the day of the return counts.
        timescales: The table of limits.
        jurisdiction: Nation of the case.

    Returns:
        The limit; None for an adult, after the conversation, and where the table has no row.
    """
    day = back.found_at.date()
    if back.talked_at is not None or not minority(client, day).is_minor:
        return None
    if timescales.find(RETURN_TALK, day, jurisdiction) is None:
        return None
    return timescales.due(RETURN_TALK, back.found_at, day, jurisdiction)
