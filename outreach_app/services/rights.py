"""What a client asks about the record: a copy, a correction, an objection, a complaint; and its clock.

The clock is a row of the timescales and runs from the day on which it was asked, in a closed case as
in an open one, until the request has an answer that is signed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, text_of
from outreach_app.phrases import phrase
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.clocked_records import needs_of_records
from outreach_app.services.needs import Need, NeedKind

FORM = "rights_request"
CLOCK = "rights_answer"


def needs_of_rights(
    case_file: CaseFile, timescales: Timescales, words: CaseWords
) -> Iterator[Need]:
    """Return the requests of a case that have no answer yet."""
    return needs_of_records(case_file, FORM, right_need, timescales, words)


def right_need(
    answers: Mapping[str, Any],
    document_id: str,
    timescales: Timescales,
    nation: str,
    words: CaseWords,
) -> Need | None:
    """Return what a request asks for, None once it is answered.

    Args:
        answers: At least kind, day and answer of the request.
        document_id: The request.
        timescales: The configured limits.
        nation: Whose limits apply; without a row the request waits without a day.
        words: Of the codes.
    """
    if text_of(answers, "rr_answer"):
        return None
    asked = day_of(answers, "rr_received_on")
    kind = words.choice(FORM, "rr_kind", text_of(answers, "rr_kind"))
    what = phrase("The client asked: {request}", request=kind)
    if not kind:
        what = phrase("The client asked something about the record")
    return Need(
        kind=NeedKind.RIGHT,
        what=what,
        where=phrase("Asked on {day}", day=day_words(asked)) if asked is not None else "",
        due=_due(asked, timescales, nation),
        document_id=document_id,
    )


def _due(asked: date | None, timescales: Timescales, nation: str) -> date | None:
    if asked is None or timescales.find(CLOCK, asked, nation) is None:
        return None
    return timescales.due(CLOCK, asked, None, nation).due
