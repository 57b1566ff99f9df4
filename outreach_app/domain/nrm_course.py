"""Where the National Referral Mechanism stands: what was told, what was decided, which clocks run.

A clock that an event started runs on while lesser things happen, such as a question of the competent
authority, and stops with the event that it waits for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.nrm import (
    NEGATIVE,
    POINTS,
    NrmDate,
    NrmTask,
    awaited,
    nrm_dates,
    nrm_tasks,
)
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, text_of
from outreach_app.domain.working_days import BankHolidays

REFERRED = "referred"
_POSITIVE = frozenset({"cg_positive", "rg_cg_combined_positive"})
_CONCLUSIVE = _POSITIVE | {"cg_negative", "rg_cg_combined_negative"}
_LEFT = frozenset({"withdrawn", "disqualified"})
_FIRST = frozenset({"rg_positive", "rg_negative"}) | _CONCLUSIVE | _LEFT
_AFTER_RECOVERY = _CONCLUSIVE | _LEFT | {"rg_negative"}
_ANSWERED = frozenset({"rg_positive"}) | _POSITIVE | _LEFT
_ASKED = frozenset({"reconsideration_asked", "reconsideration_result"})
_SETTLED_BY: dict[str, frozenset[str]] = {
    "rg_decision_target": _FIRST | {"suspended"},
    "child_panel_cg_target": _FIRST | {"suspended"},
    "recovery_period_min": _AFTER_RECOVERY,
    "cg_decision_earliest": _AFTER_RECOVERY | {"suspended"},
    "moveon_negative_rg": _ANSWERED,
    "moveon_negative_cg": _ANSWERED,
    "moveon_positive_cg": _LEFT | {"cg_negative", "rg_cg_combined_negative"},
    "rna_request_due": _LEFT | {"rna_requested", "rna_decision"},
    "reconsideration_window": _ANSWERED | _ASKED,
    "vts_reconsideration_window": _ASKED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NrmEvent:
    """One event as far as clocks need it.

    Attributes:
        document_id: Where it is recorded; the explanation, for a referral noted only there.
    """

    kind: str
    on: date
    document_id: str
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Running:
    """A date that still counts, with the event that started it."""

    event: NrmEvent
    date: NrmDate


def read_event(document_id: str, answers: Mapping[str, Any]) -> NrmEvent | None:
    """Return an event out of its answers, None while kind or day is not known."""
    kind, on = text_of(answers, "nrm_event_kind"), day_of(answers, "nrm_event_date")
    if not kind or on is None:
        return None
    return NrmEvent(kind=kind, on=on, document_id=document_id, answers=answers)


def submitted(document_id: str, explanation: Mapping[str, Any]) -> NrmEvent | None:
    """Return the referral that an explanation notes by its day, None when it notes none."""
    on = day_of(explanation, "nrm_submitted_on")
    if on is None:
        return None
    answers = {"nrm_event_kind": REFERRED, "nrm_event_date": on.isoformat()}
    return NrmEvent(kind=REFERRED, on=on, document_id=document_id, answers=answers)


def in_course(
    events: Iterable[NrmEvent | None], noted: Iterable[NrmEvent | None] = ()
) -> tuple[NrmEvent, ...]:
    """Return the events in the order of their days.

    Args:
        events: As recorded.
        noted: Referrals that explanations note; they count where no event of their own says it.
    """
    found = [each for each in events if each is not None]
    if not any(each.kind == REFERRED for each in found):
        found += [each for each in noted if each is not None]
    return tuple(sorted(found, key=lambda each: each.on))


def events_of_case(case_file: CaseFile) -> tuple[NrmEvent, ...]:
    """Return the events of a case in the order of their days."""
    return in_course(
        (read_event(each.document_id, each.answers) for each in case_file.all("nrm_event")),
        (submitted(each.document_id, each.answers) for each in case_file.all("nrm_explanation")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NrmClock:
    """With what the dates of a case are counted."""

    timescales: Timescales
    jurisdiction: str = "EW"
    bank_holidays: BankHolidays | None = None

    def dates(self, event: NrmEvent) -> tuple[NrmDate, ...]:
        """Return the dates of one event by the rules of its own day, earliest first."""
        return nrm_dates(event.answers, self.timescales, self.jurisdiction, self.bank_holidays)


def running(events: tuple[NrmEvent, ...], clock: NrmClock) -> tuple[Running, ...]:
    """Return every date that no later event has settled, earliest first.

    What starts again replaces what it started before: a second negative decision counts anew.
    """
    newest: dict[str, Running] = {}
    for place, event in enumerate(events):
        for each in clock.dates(event):
            newest.pop(each.code, None)
            if not is_settled(each.code, events[place + 1 :]):
                newest[each.code] = Running(event, each)
    return tuple(sorted(newest.values(), key=lambda each: each.date.deadline.due))


def is_settled(code: str, later: Iterable[NrmEvent]) -> bool:
    """Say whether what a clock waits for has happened."""
    settling = _SETTLED_BY.get(code, frozenset())
    return any(event.kind in settling for event in later)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the mechanism asks of somebody, with the document that it comes from."""

    text: str
    due: date | None
    document_id: str


def asked_now(events: tuple[NrmEvent, ...], clock: NrmClock, on: date) -> tuple[Asked, ...]:
    """Return tasks of negative decisions, decisions that are awaited and periods that still run."""
    found = [
        Asked(text=task.text, due=task.due, document_id=event.document_id)
        for place, event in enumerate(events)
        for task in _open_tasks(event, events[place + 1 :], clock)
    ]
    found += [
        Asked(text=each.date.text, due=each.date.deadline.due, document_id=each.event.document_id)
        for each in running(events, clock)
        if awaited((each.date,), on)
    ]
    return tuple(found)


def _open_tasks(
    event: NrmEvent, later: tuple[NrmEvent, ...], clock: NrmClock
) -> tuple[NrmTask, ...]:
    """Return what a negative decision asks for, unless another decision has come since."""
    tasks = nrm_tasks(event.answers, clock.dates(event))
    since = {each.kind for each in later}
    if not tasks or since & (_ANSWERED | NEGATIVE):
        return ()
    advice, move_on = tasks
    return (move_on,) if since & _ASKED else (advice, move_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTold:
    """One point of the explanation.

    Attributes:
        name: Its question.
        answer: ``yes``, ``no``, ``not_today`` or "".
        on: When it was told.
        interpreter: Who interpreted then.
    """

    name: str
    answer: str
    on: date | None
    interpreter: str

    @property
    def is_told(self) -> bool:
        """Say whether the client has heard it."""
        return self.answer == "yes"


def points_of(explanation: Mapping[str, Any]) -> tuple[PointTold, ...]:
    """Return the points with what is known of each, in their order."""
    return tuple(
        PointTold(
            name=name,
            answer=text_of(explanation, name),
            on=day_of(explanation, f"{name}_on"),
            interpreter=text_of(explanation, f"{name}_interp"),
        )
        for name in POINTS
    )


def points_of_all(explanations: Iterable[Mapping[str, Any]]) -> tuple[PointTold, ...]:
    """Return the points over several explanations, oldest first: what was told once stays told."""
    sittings = [points_of(each) for each in explanations] or [points_of({})]
    return tuple(
        next((each for each in of_one if each.is_told), of_one[-1])
        for of_one in zip(*sittings, strict=True)
    )


def next_sitting(explanation: Mapping[str, Any], on: date) -> dict[str, str]:
    """Return what a further sitting on a later day begins with, {} on the day of the last one.

    Points told then get their own day; who interprets is asked anew.
    """
    last = day_of(explanation, "nrm_session_on")
    if last is None or last >= on:
        return {}
    return {"nrm_session_on": on.isoformat(), "nrm_interpreter": ""}
