"""What two sides of a document say differently, and what a person decides about it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.answers import ROW_ID, Answers, combine
from outreach_app.domain.documents import Change
from outreach_app.domain.merge import DELETED, Conflict, ConflictKind
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Question
from outreach_app.engine.session import FormSession
from outreach_app.services.comparing import Wording
from outreach_app.services.errors import UndecidedConflicts, UnknownConflict
from outreach_app.services.filling import give
from outreach_app.store.answer_log import differences, replay

OURS, THEIRS, SHOWN, TEXT = "ours", "theirs", "shown", "text"
_LISTED = 5
_ROW = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a merge: a signed version, or a draft, which has no id of its own yet."""

    revision_id: str
    author_id: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one side of a conflict says, whose it is and since when; "" for no answer.

    Attributes:
        revision_id: The signed version, "" for a draft.
        signed_at: When it was signed; when it was last changed for a draft.
    """

    revision_id: str
    author_id: str
    signed_at: str
    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """One answer, or row, that two people changed differently.

    Attributes:
        part: The part of the document it belongs to; "" where the parts are not kept apart.
        versions: In the order of the sides; the first is *ours*.
        shown: What stands until a person decides, "" for nothing.
        cautious: `shown` is the more cautious of the values.
    """

    address: str
    part: str
    label: str
    base: str
    versions: tuple[Version, ...]
    shown: str
    cautious: bool
    kind: ConflictKind


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one conflict.

    Attributes:
        take: ``ours``, ``theirs``, ``shown``, ``text``, or the id of the version to take.
        text: The answer itself for ``text``; "" leaves the question unanswered.
    """

    take: str
    text: str = ""


class Asking:
    """Turns conflicts into questions to a person, in the words of a form."""

    def __init__(self, definition: FormDefinition, sides: Sequence[Side]) -> None:
        """Use a form; the sides stand in the order in which conflicts give their values."""
        self._sides = sides
        self._words = Wording(definition)

    def ask(self, conflict: Conflict, part: str = "") -> OpenQuestion:
        """Return a conflict as a question."""
        is_row = conflict.kind is ConflictKind.ROW
        versions = [
            Version(
                revision_id=side.revision_id,
                author_id=side.author_id,
                signed_at=side.at,
                value=value,
                words=value if is_row else self._words.answer(conflict.address, value),
            )
            for side, value in zip(self._sides, conflict.values, strict=True)
        ]
        return OpenQuestion(
            address=conflict.address,
            part=part,
            label=self._words.label(conflict.address),
            base=conflict.base,
            versions=tuple(versions),
            shown=conflict.shown,
            cautious=conflict.ordered,
            kind=conflict.kind,
        )


def is_calculated(definition: FormDefinition, address: str) -> bool:
    """Say whether the program fills a question: it follows from the answers, nobody decides."""
    item = definition.item_at(path_of(address))
    return isinstance(item, Question) and item.calculated


def path_of(address: str) -> str:
    """Return an address without its rows."""
    return _ROW.sub("", address)


def require_decided(questions: Sequence[OpenQuestion], decisions: Mapping[str, Decision]) -> None:
    """Refuse decisions about what is no question, and questions without a decision.

    Raises:
        UnknownConflict: A decision names no conflict.
        UndecidedConflicts: Some are not decided.
    """
    known = {question.address for question in questions}
    for address in decisions:
        if address not in known:
            raise UnknownConflict(question=address)
    missing = [each for each in questions if each.address not in decisions]
    if missing:
        named = ", ".join(each.label or each.address for each in missing[:_LISTED])
        raise UndecidedConflicts(count=len(missing), questions=named)


def decided_values(
    questions: Sequence[OpenQuestion], decisions: Mapping[str, Decision], form: FormSession
) -> dict[str, str]:
    """Return by address what the decisions make of each question.

    Args:
        questions: Every conflict.
        decisions: By address; one for each of them.
        form: The live form with the merged answers, which reads what was typed as it reads any
            answer; it is changed on the way.

    Raises:
        UnknownConflict: A decision names no conflict, or no side of it.
        UndecidedConflicts: Some are not decided.
        AnswerType: What was typed is no answer to the question.
    """
    require_decided(questions, decisions)
    return {each.address: _decided(each, decisions[each.address], form) for each in questions}


def _decided(question: OpenQuestion, decision: Decision, form: FormSession) -> str:
    if decision.take == TEXT and question.kind is ConflictKind.ANSWER:
        return give(form, form, question.address, decision.text).new
    if decision.take == SHOWN:
        return question.shown
    sides = {each.revision_id: each.value for each in question.versions if each.revision_id}
    sides |= {OURS: question.versions[0].value}
    if len(question.versions) == 2:
        sides |= {THEIRS: question.versions[1].value}
    if decision.take not in sides:
        raise UnknownConflict(question=question.address)
    return sides[decision.take]


def apply_values(
    parts: Mapping[str, Answers], questions: Sequence[OpenQuestion], values: Mapping[str, str]
) -> dict[str, Answers]:
    """Return answers by part with what was decided put in; the given ones stay as they are."""
    decided = {name: combine(answers) for name, answers in parts.items()}
    for question in questions:
        value = values[question.address]
        if question.kind is ConflictKind.ANSWER:
            change = change_to(question.address, value)
            decided[question.part] = replay(decided[question.part], [change])
        elif value == DELETED:
            for name, answers in decided.items():
                if holds_row(answers, question.address):
                    decided[name] = replay(answers, [change_to(question.address, "")])
    return decided


def holds_row(answers: Mapping[str, object], address: str) -> bool:
    """Say whether a row stands in some answers, by the id at the end of its address."""
    row_id = address.rpartition("[")[2].removesuffix("]")
    return any(
        row_id == row.get(ROW_ID) or holds_row(row, address)
        for value in answers.values()
        for row in (value if isinstance(value, list) else [value])
        if isinstance(row, Mapping)
    )


def filled(answers: Answers, more: Mapping[str, Any]) -> Answers:
    """Return answers with what others say where they are silent."""
    missing = [each for each in differences(answers, more, "") if each.new and not each.old]
    return replay(combine(answers), missing)


def change_to(address: str, new: str) -> Change:
    """Return the change that puts an answer at an address, or takes it or a row away."""
    return Change(n=0, address=address, old="", new=new, at="")
