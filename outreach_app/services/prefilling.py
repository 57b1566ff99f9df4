"""What the program fills in when a document begins: who writes it, and when."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from outreach_app.engine.items import Group, Item, Question, Repeat
from outreach_app.engine.session import FormSession
from outreach_app.services.instants import CASEWORK_ZONE

_ASKED_ALWAYS = frozenset({"me_from"})
"""When somebody went missing lies before the writing; a guess would pass for knowledge."""
_LEAD = "caseworker"


def prefill(session: FormSession, person_id: str, now: datetime, *, leads: bool = True) -> None:
    """Answer the questions that a form marks as the program's own, as far as they follow from now.

    Days become today, instants now, and lists of staff the person who writes. Everything stays
    open to be changed. Rows have no such questions.

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
