"""Answers in bulk, from a file into a draft, and names that were meant."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Protocol

from outreach_app.domain.answers import ROW_ID, ROW_ORDER
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item
from outreach_app.engine.reading import QuestionView
from outreach_app.engine.session import AnswerChange, FormSession
from outreach_app.services.casework import Casework
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.row_numbers import by_row_ids

_OWN_KEYS = frozenset({ROW_ID, ROW_ORDER})


def near_names(definition: FormDefinition, address: str) -> tuple[str, ...]:
    """Return names of a form that are written much like the last one of an address."""
    wanted = address.rpartition("/")[2].partition("[")[0]
    return tuple(get_close_matches(wanted, _names(definition.questions), n=3))


def _names(items: Iterable[Item]) -> list[str]:
    found: list[str] = []
    for item in items:
        found.append(item.name)
        found += _names(item.children) if isinstance(item, Group) else []
    return found


def as_code(question: QuestionView, value: str) -> str:
    """Return the id for words of something that an answer refers to: ``AB``, ``G1``, its label.

    What fits nothing, or more than one, comes back as it is; so does every other answer.
    """
    if question.extras.get("type") != "reference" or not value:
        return value
    said = value.casefold()
    labels = {each.code: each.label.casefold() for each in question.choices}
    fitting = [
        code
        for code, label in labels.items()
        if label == said or label.endswith(f"({said})") or label.startswith(f"{said} ")
    ]
    return fitting[0] if len(fitting) == 1 and value not in labels else value


class Fillable(Protocol):
    """What answers are given to: a draft, or its form alone."""

    def set_answer(self, address: str, value: str) -> AnswerChange:
        """Take an answer."""
        ...

    def add_row(self, address: str) -> str:
        """Add a row and return its id."""
        ...


def give(target: Fillable, session: FormSession, address: str, value: str) -> AnswerChange:
    """Give one answer; rows may be counted, and people and things be called by their words.

    Raises:
        Refusal: No such question, or no answer to it.
    """
    named = by_row_ids(session.all_answers(), address)
    return target.set_answer(named, as_code(session.question(named), value))


def fill(casework: Casework, document: OpenDocument, answers: Mapping[str, Any]) -> dict[str, str]:
    """Give a draft the answers of a mapping; return the new answers by address.

    All are tried first, so that a slip in the last one does not leave half of the rows behind.

    Args:
        casework: The verbs of the sitting.
        document: The draft.
        answers: Answers by question, flat or nested. A list holds the rows of a repeat: one with
            the `_id` of a row that is there changes it, any other is added.

    Raises:
        Refusal: An answer does not fit; nothing was changed.
    """
    trial = casework.resume(document.document.document_id).session
    _Filling(trial, trial).give("", answers)
    filling = _Filling(document, document.session)
    filling.give("", answers)
    return filling.given


class _Filling:
    """Walks through answers and gives them one by one."""

    def __init__(self, target: Fillable, session: FormSession) -> None:
        self._target = target
        self._session = session
        self.given: dict[str, str] = {}

    def give(self, at: str, answers: Mapping[str, Any]) -> None:
        for name, value in answers.items():
            if name in _OWN_KEYS:
                continue
            if isinstance(value, Mapping):
                self.give(f"{at}{name}/", value)
            elif isinstance(value, list):
                self._give_rows(f"{at}{name}", value)
            else:
                change = give(self._target, self._session, f"{at}{name}", value)
                self.given[change.address] = change.new

    def _give_rows(self, repeat: str, rows: list[Mapping[str, Any]]) -> None:
        for row in rows:
            known = row.get(ROW_ID, "")
            there = known in self._session.rows(repeat)
            row_id = known if there else self._target.add_row(repeat)
            self.give(f"{repeat}[{row_id}]/", row)
