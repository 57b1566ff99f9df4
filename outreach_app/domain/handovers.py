"""Handing a case over: to a colleague or to another service, and how far that has come.

Nothing about it is stored but signed versions of one document. Until whoever takes the case over has
accepted, the giver answers for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, text_of

FORM = "handover"
CLOCK = "handover_answer"
COLLEAGUE, SERVICE = "colleague", "service"
ACCEPTED, REFUSED = "accepted", "refused"


class HandoverState(StrEnum):
    """How far a handover has come."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverVersion:
    """A signed version of the document that counts.

    Attributes:
        on: Day of the signature.
        answers: Flat.
    """

    author_id: str
    on: date
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One handover as its versions have it.

    Attributes:
        kind: ``colleague`` or ``service``.
        giver_id: Who answers for the case until it is accepted.
        receiver_id: The colleague who takes it over, "" for a service.
        agency_id: The service's record in the case, "" for a colleague.
        signed_by: Who signed the first version: the giver, or a supervisor in their place.
        signed_on: The day of that signature.
        answered_on: The day of an answer that counts, None for none.
        is_apart: Two versions are not merged yet; no answer counts meanwhile.
    """

    document_id: str
    state: HandoverState
    kind: str
    giver_id: str
    receiver_id: str
    agency_id: str
    signed_by: str
    signed_on: date
    begins_on: date | None
    answered_on: date | None = None
    is_apart: bool = False

    @property
    def is_waiting(self) -> bool:
        """Say whether nobody has answered yet."""
        return self.state is HandoverState.WAITING


def read_handover(
    document_id: str, history: Sequence[HandoverVersion], heads: Sequence[Mapping[str, Any]]
) -> Handover:
    """Return how a handover stands.

    An answer of a colleague counts only in a version that this colleague signed: nobody accepts a
    case for somebody else.

    Args:
        document_id: The document.
        history: Its versions that count, the oldest first; at least one.
        heads: Flat answers of its newest versions.
    """
    newest = heads[0] if heads else history[-1].answers
    is_apart = len(heads) > 1
    answer = "" if is_apart else _answer(newest, history)
    states = {ACCEPTED: HandoverState.ACCEPTED, REFUSED: HandoverState.REFUSED}
    state = states.get(answer, HandoverState.WAITING)
    if state is not HandoverState.ACCEPTED and not is_apart and text_of(newest, "ho_taken_back"):
        state = HandoverState.TAKEN_BACK
    return Handover(
        document_id=document_id,
        state=state,
        kind=text_of(newest, "ho_kind"),
        giver_id=text_of(newest, "ho_by"),
        receiver_id=text_of(newest, "ho_to"),
        agency_id=text_of(newest, "ho_agency"),
        signed_by=history[0].author_id,
        signed_on=history[0].on,
        begins_on=day_of(newest, "ho_from"),
        answered_on=day_of(newest, "ho_answered_on") if answer else None,
        is_apart=is_apart,
    )


def _answer(newest: Mapping[str, Any], history: Sequence[HandoverVersion]) -> str:
    answer = text_of(newest, "ho_answer")
    if text_of(newest, "ho_kind") == SERVICE:
        return answer
    receiver = text_of(newest, "ho_to")
    own = {text_of(each.answers, "ho_answer") for each in history if each.author_id == receiver}
    return answer if answer in own else ""


def answer_due(handover: Handover, timescales: Timescales, nation: str) -> date | None:
    """Return by when somebody should have answered, None where the table has no such row."""
    try:
        return timescales.due(CLOCK, handover.signed_on, None, nation).due
    except NoTimescale:
        return None
