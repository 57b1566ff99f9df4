"""What the program fills in when a document begins: who writes it, and when."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import Reason
from outreach_app.domain.nrm_course import next_sitting
from outreach_app.engine.items import Group, Item, Question, Repeat
from outreach_app.engine.session import FormSession
from outreach_app.services.instants import CASEWORK_ZONE

_ASKED_ALWAYS = frozenset({"me_from"})
"""When somebody went missing lies before the writing; a guess would pass for knowledge."""
_LEAD = "caseworker"
_FOR_EACH, _WHO = "dependant_exits", "dx_dependant"


def prefill(session: FormSession, person_id: str, now: datetime, *, leads: bool = True) -> None:
    """Answer the questions that a form marks as the program's own, as far as they follow from now.

    Days become today, instants now, and lists of staff the person who writes. Everything stays
    open to be changed. Rows have no such questions; only an exit begins with one for each child and
    dependant, under the id that they have in the client record, so that two laptops write one row.

    Args:
        session: A fresh form.
        person_id: Who begins the document.
        now: The present moment, aware.
        leads: Whoever begins a case leads it; else its caseworker stays open.
    """
    local = now.astimezone(CASEWORK_ZONE)
    for question in _own_questions(session):
        if question.name == _LEAD and not leads:
            continue
        if question.type == "date":
            session.set_answer(question.path, local.date().isoformat())
        elif question.type == "dateTime":
            session.set_answer(question.path, local.isoformat(timespec="milliseconds"))
        elif person_id in {choice.code for choice in session.question(question.path).choices}:
            session.set_answer(question.path, person_id)
    for repeat in session.definition.items_named(_FOR_EACH):
        _one_for_each(session, repeat.path)


def _one_for_each(session: FormSession, repeat: str) -> None:
    """Begin a row for each person whom its first question offers."""
    if not session.is_repeat_asked(repeat) or session.rows(repeat):
        return
    first = session.add_row(repeat)
    offered = session.question(f"{repeat}[{first}]/{_WHO}").choices
    session.remove_row(f"{repeat}[{first}]")
    for choice in offered:
        row_id = session.add_row(repeat, row_id=choice.code)
        session.set_answer(f"{repeat}[{row_id}]/{_WHO}", choice.code)


def begun_again(form_id: str, answers: Answers, reason: Reason, on: date) -> Answers:
    """Return what a further version of a signed document begins with.

    The NRM is explained in several sittings: one that is continued on a later day has a day of
    its own, so that the points told then do not get the day of the first.
    """
    session = answers.get("nrm_session")
    if form_id != "nrm_explanation" or reason is not Reason.CONTINUED:
        return answers
    known = dict(session) if isinstance(session, Mapping) else {}
    changed = {**known, **next_sitting(known, on)}
    return {**answers, "nrm_session": {name: value for name, value in changed.items() if value}}


def _own_questions(session: FormSession) -> Iterator[Question]:
    for item in _outside_rows(session.definition.questions):
        own = item.extras.get("req") == "draft" and not item.extras.get("source")
        if not own or item.name in _ASKED_ALWAYS:
            continue
        if session.is_relevant(item.path) and not session.value(item.path):
            yield item


def _outside_rows(items: Iterable[Item]) -> Iterator[Question]:
    for item in items:
        if isinstance(item, Question):
            yield item
        elif isinstance(item, Group) and not isinstance(item, Repeat):
            yield from _outside_rows(item.children)
