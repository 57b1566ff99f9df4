"""What the record answers of the Home Office form, in its order, and what is still missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Subject
from outreach_app.domain.home_office_form import (
    AGENCY,
    CASE,
    CLIENT,
    EXPLANATION,
    HINTS,
    NOTE,
    REFERRAL,
    SECTIONS,
    Asked,
    Source,
    When,
)
from outreach_app.domain.safe_contacts import safe_contacts
from outreach_app.domain.values import rows_of, state_of, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.content import Field, FieldKind, Paragraph, PrintDocument, Section
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import CaseWords, reference_of
from outreach_app.services.permission import require_case
from outreach_app.services.printing import Composed
from outreach_app.services.workspace import Workspace

_OPEN = frozenset({"", "unknown", "not_asked"})
_AGREED = frozenset({"yes", "yes_no_support"})
_REFUSED = frozenset({"no", "later"})
_NRM = "nrm"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One thing that the form asks.

    Attributes:
        value: What the record says, "" for nothing.
        is_missing: It is asked of this person and nobody knows it yet.
        why: Why there is no answer, where somebody wrote it down.
        where: In which of our papers the answer is written, in words.
        form_id: That paper.
        document_id: Of that paper, "" while there is none.
        address: Of the question in it, "" where it is one of several.
    """

    words: str
    value: str
    is_missing: bool
    why: str
    where: str
    form_id: str
    document_id: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """One page of the form."""

    title: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NrmSheet:
    """The whole form for one client."""

    sections: tuple[SheetSection, ...]

    @property
    def missing(self) -> tuple[SheetLine, ...]:
        """What is still missing, in the order of the form."""
        return tuple(line for each in self.sections for line in each.lines if line.is_missing)


def nrm_sheet(workspace: Workspace, subject: Subject) -> NrmSheet:
    """Return what is known for the form and what is not, from what is signed.

    Raises:
        NotAllowed: The case is not for this person.
    """
    require_case(workspace.sitting, subject, Verb.READ, form_id=EXPLANATION)
    reader = _Reading(workspace, workspace.casework.case_file(subject))
    return NrmSheet(
        sections=tuple(
            SheetSection(title=each.title, lines=lines)
            for each in SECTIONS
            if (lines := tuple(map(reader.line, filter(reader.is_asked, each.asked))))
        )
    )


class _Reading:
    """Reads answers of one case as words."""

    def __init__(self, workspace: Workspace, case_file: CaseFile) -> None:
        self._case_file = case_file
        self._catalogue = workspace.catalogue
        self._words = CaseWords(workspace)
        self._people = {
            each.person_id: each.full_name for each in workspace.sitting.trust.everybody()
        }
        self._explained = case_file.answers_of(EXPLANATION)
        referrals = [
            each for each in case_file.all(REFERRAL) if text_of(each.answers, "ref_kind") == _NRM
        ]
        self._referral = referrals[-1].answers if referrals else {}
        self._referral_id = referrals[-1].document_id if referrals else ""

    def is_asked(self, asked: Asked) -> bool:
        """Say whether the form asks this of this person."""
        minor = self._case_file.is_minor
        decision = text_of(self._explained, "nrm_decision")
        still = text_of(self._case_file.case, "still_exploited")
        return {
            When.CHILD: minor,
            When.ADULT: not minor,
            When.AGREED: not minor and decision in _AGREED,
            When.REFUSED: not minor and decision in _REFUSED,
            When.STILL_THERE: still == "yes",
            When.LEFT: still == "no",
        }.get(asked.when, True)

    def line(self, asked: Asked) -> SheetLine:
        """Return one thing that the form asks with what is known of it."""
        first = asked.sources[0]
        found = next(
            ((value, source) for source in asked.sources if (value := self._value(source))), None
        )
        value, source = found if found is not None else ("", first)
        why = "" if value else self._why(first)
        declined = not value and self._state(first) not in _OPEN
        return SheetLine(
            words=asked.words,
            value=value,
            is_missing=not value and not declined and asked.when is not When.OFFERED,
            why=why,
            where=self._words.form(source.form_id),
            form_id=source.form_id,
            document_id=self._document_of(source.form_id),
            address=self._address(source),
        )

    def _document_of(self, form_id: str) -> str:
        if form_id == REFERRAL:
            return self._referral_id
        # Of notes and agencies there are many: another one is begun.
        record = None if form_id in {NOTE, AGENCY} else self._case_file.newest(form_id)
        return record.document_id if record is not None else ""

    def _address(self, source: Source) -> str:
        if source.rows:
            return ""
        leaves = self._catalogue.newest(source.form_id).leaves()
        return next((each.path for each in leaves if each.name == source.names[0]), "")

    def _answers(self, form_id: str) -> tuple[Mapping[str, Any], ...]:
        case_file = self._case_file
        if form_id == CLIENT:
            return (case_file.client,)
        if form_id == CASE:
            return (case_file.case,)
        if form_id in {NOTE, AGENCY}:
            return tuple(each.answers for each in case_file.all(form_id))
        return (self._referral if form_id == REFERRAL else self._explained,)

    def _value(self, source: Source) -> str:
        several = [
            row for answers in self._answers(source.form_id) for row in self._rows(source, answers)
        ]
        said = [in_a_row(self._leaves(source, row)) for row in several]
        return in_a_row([each for each in said if each], "; ")

    def _rows(self, source: Source, answers: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
        if source.rows == "safe_contacts":
            return safe_contacts(answers)
        return rows_of(answers, source.rows) if source.rows else (answers,)

    def _leaves(self, source: Source, answers: Mapping[str, Any]) -> Iterator[str]:
        for name in source.names:
            value = text_of(answers, name)
            if value and value not in _OPEN:
                yield self._said(source.form_id, name, value)

    def _said(self, form_id: str, name: str, value: str) -> str:
        if value in self._people:
            return self._people[value]
        if name.endswith(("_iso", "_date")) or name == "note_datetime":
            return readable_date(value[:10])
        codes = [self._catalogue.label(form_id, name, code) for code in value.split()]
        return in_a_row(codes) if codes and all(codes) else value

    def _state(self, source: Source) -> str:
        answers = self._answers(source.form_id)
        return state_of(answers[0], source.names[0]) if answers and not source.rows else ""

    def _why(self, source: Source) -> str:
        state = self._state(source)
        answers = self._answers(source.form_id)
        is_said = bool(answers) and bool(
            text_of(answers[0], source.names[0]) or text_of(answers[0], f"{source.names[0]}_absent")
        )
        return self._words.choice(CLIENT, "interpreter_needed", state) if is_said else ""


def compose_nrm_sheet(workspace: Workspace, subject: Subject) -> Composed:
    """Return the sheet to be typed in by a First Responder, what is missing first.

    Raises:
        NotAllowed: The role does not print this of the case; the attempt is in the journal.
    """
    sitting = workspace.sitting
    require_case(sitting, subject, Verb.READ, Verb.PRINT, form_id=EXPLANATION)
    sheet = nrm_sheet(workspace, subject)
    reference = reference_of(workspace, subject)
    missing = tuple(
        Field(each.words, in_a_row((each.why or phrase("Not known yet"), each.where), " · "))
        for each in sheet.missing
    )
    content = PrintDocument(
        title=phrase("For the Home Office form"),
        reference=reference,
        made_at=sitting.now(),
        subtitle=phrase(
            "In the order of the online form, for the First Responder who types it in. This sheet is no "
            "referral."
        ),
        organisation=sitting.configuration.name,
        sections=(
            Section(
                phrase("Still missing"),
                missing or (Paragraph(phrase("Nothing that the form asks for is missing.")),),
            ),
            *(Section(each.title, tuple(map(_field, each.lines))) for each in sheet.sections),
            Section(phrase("What makes a good referral"), tuple(map(Paragraph, HINTS))),
        ),
    )
    name = reference.replace("/", "-").replace(" ", "-")
    return Composed(content=content, name=f"{name}-home-office-form.pdf", subject=subject)


def _field(line: SheetLine) -> Field:
    if not line.value:
        return Field(line.words, line.why or phrase("Not known yet"), FieldKind.ABSENT)
    return Field(
        line.words, line.value, FieldKind.LONG if len(line.value) > 60 else FieldKind.SHORT
    )
