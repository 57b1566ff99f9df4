"""The shape of an exit check: parts with evidence, the facts read, and who may override it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import long_date
from outreach_app.domain.records import Record
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, text_of
from outreach_app.phrases import phrase

CHECKLIST = "exit_checklist"


class Evidence(StrEnum):
    """What the records say."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    INCOMPLETE = "incomplete"
    NOT_APPLICABLE = "not_applicable"


_WEIGHT = (
    Evidence.CONTRADICTS,
    Evidence.INCOMPLETE,
    Evidence.SUPPORTS,
    Evidence.NOT_APPLICABLE,
)


class Override(StrEnum):
    """Who may judge a part as met against its evidence, with a reason."""

    CASEWORKER = "caseworker"
    SUPERVISOR = "supervisor"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that was read, with its record and date."""

    text: str
    document_id: str = ""
    form_id: str = ""
    on: date | None = None

    @property
    def words(self) -> str:
        """Return the fact with its record and date in words."""
        if not self.form_id:
            return self.text
        when = f", {long_date(self.on)}" if self.on is not None else ""
        return f"{self.text} ({self.form_id.replace('_', ' ')}{when})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a check.

    Attributes:
        warnings: What must be dealt with besides the evidence, such as a possible breach.
    """

    code: str
    evidence: Evidence
    facts: tuple[Fact, ...] = ()
    override: Override = Override.CASEWORKER
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the facts as lines."""
        return "\n".join(fact.words for fact in self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check: its parts, and their aggregate."""

    code: str
    title: str
    parts: tuple[Part, ...]

    @property
    def evidence(self) -> Evidence:
        """Return contradicts over incomplete over supports over not applicable."""
        return aggregate(part.evidence for part in self.parts)


def aggregate(evidence: Iterable[Evidence]) -> Evidence:
    """Return the weightiest evidence."""
    found = set(evidence)
    return next((each for each in _WEIGHT if each in found), Evidence.NOT_APPLICABLE)


Speaker = Callable[[str, str, str], str]
"""Words of a code, by form, question and code."""


def plain_words(_form_id: str, _question: str, code: str) -> str:
    """Return a code as words where no form is at hand: ``held by the client`` for its parts."""
    return code.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitCase:
    """What the exit checks read.

    Attributes:
        answers: Flat answers of the checklist as it stands, signed or being written.
        speak: Words of the codes that the facts name: the labels of the forms.
    """

    case_file: CaseFile
    answers: FlatAnswers
    timescales: Timescales
    speak: Speaker = plain_words

    def said(self, name: str, otherwise: str = "") -> str:
        """Return the answer to a question of the checklist in words."""
        code = text_of(self.answers, name)
        return self.speak(CHECKLIST, name, code) if code else otherwise

    @property
    def reason(self) -> str:
        """Return the code of the exit reason, "" while none is chosen."""
        return text_of(self.answers, "exit_reason")

    @property
    def is_planned(self) -> bool:
        """Say whether it is a planned exit: as chosen, else by its reason."""
        kind = text_of(self.answers, "exit_kind")
        return kind == "planned" if kind else kind_of(self.reason) == "planned"

    @property
    def exit_day(self) -> date | None:
        """Return the exit date."""
        return day_of(self.answers, "exit_date")

    @property
    def day(self) -> date:
        """Return the day at which ages are measured: the exit date, today while there is none."""
        return self.exit_day or self.case_file.on

    def is_recent(self, row: str, day: date | None) -> bool | None:
        """Say whether a day is within a row of the table before the exit; None without a row."""
        if day is None:
            return False
        nation = self.case_file.jurisdiction
        if self.timescales.find(row, self.day, nation) is None:
            return None
        return self.timescales.is_within(row, day, self.day, nation)


Reader = Callable[[ExitCase], Part]

_PLANNED = frozenset(
    {
        "planned_targets_met",
        "planned_move_on",
        "planned_client_choice",
        "transferred",
        "to_children_services",
        "returned_home_voluntary",
        "gov_support_ended_positive",
        "gov_support_ended_negative_rg",
        "gov_support_ended_negative_cg",
    }
)


def kind_of(reason: str) -> str:
    """Return the kind of exit that a reason stands for, "" while none is chosen."""
    if not reason:
        return ""
    return "planned" if reason in _PLANNED else "unplanned"


def fact_of(record: Record, text: str) -> Fact:
    """Return a fact with the record it was read from."""
    return Fact(text=text, document_id=record.document_id, form_id=record.form_id, on=record.on)


def waived(part: Part, reason: str) -> Part:
    """Return the part as it stands when the exit reason, given in words, waives it."""
    note = Fact(text=phrase("Not needed when the reason is “{reason}”.", reason=reason))
    return replace(part, evidence=Evidence.NOT_APPLICABLE, facts=(note, *part.facts))


def answer_part(
    code: str, evidence: Evidence, text: str, override: Override = Override.CASEWORKER
) -> Part:
    """Return a part whose only fact is an answer of the checklist itself."""
    return Part(code=code, evidence=evidence, facts=(Fact(text=text),), override=override)
