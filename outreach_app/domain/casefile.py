"""The case file: everything that is signed in one case, as one frozen value that rules read.

Nothing is stored only here; it is built from the heads of the documents whenever it is needed.
Drafts are ignored except where a rule asks whether there are any.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from outreach_app.domain.age import Minority, minority
from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.assessments import Assessment, read_assessment
from outreach_app.domain.flags import Flag, read_flag
from outreach_app.domain.levels import RiskLevel, highest
from outreach_app.domain.records import DocumentState, Record, newest_of, read_records
from outreach_app.domain.risk import CodedItem
from outreach_app.domain.values import text_of

ASSESSMENT = "risk_assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedDocument:
    """A document of the case that is not settled yet.

    Attributes:
        why: ``draft``, ``unsent``, ``returned`` or ``awaiting_answer``.
    """

    document_id: str
    form_id: str
    why: str
    since: date | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the case file cannot read out of signed documents.

    Attributes:
        items: Coded items of the risk assessment, with their metadata.
        unfinished: Drafts, unsent and returned documents, bundles that wait for an answer.
        address_changed_on: When the client's address last changed.
    """

    items: tuple[CodedItem, ...] = ()
    unfinished: tuple[UnfinishedDocument, ...] = ()
    address_changed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One case on one day.

    Attributes:
        records: Every signed document, oldest first by its own date.
        assessments: The risk assessments among them, oldest first.
        flags: Every safety flag, open and cleared.
    """

    on: date
    records: tuple[Record, ...]
    assessments: tuple[Assessment, ...] = ()
    flags: tuple[Flag, ...] = ()
    minority: Minority = field(default_factory=lambda: minority({}, date.min))
    around: Surroundings = field(default_factory=Surroundings)

    def all(self, form_id: str) -> tuple[Record, ...]:
        """Return the documents of one form, oldest first."""
        return tuple(record for record in self.records if record.form_id == form_id)

    def newest(self, form_id: str) -> Record | None:
        """Return the newest document of one form by its own date."""
        return newest_of(self.all(form_id))

    def find(self, document_id: str) -> Record | None:
        """Return a document by its id."""
        return next((r for r in self.records if r.document_id == document_id), None)

    def answers_of(self, form_id: str) -> FlatAnswers:
        """Return the answers of the newest document of one form, {} when there is none."""
        record = self.newest(form_id)
        return record.answers if record is not None else {}

    @property
    def client(self) -> FlatAnswers:
        """Return the client record."""
        return self.answers_of("client")

    @property
    def case(self) -> FlatAnswers:
        """Return the case record."""
        return self.answers_of("case")

    @property
    def plan(self) -> FlatAnswers:
        """Return the current support plan."""
        return self.answers_of("support_plan")

    @property
    def safety_plan(self) -> FlatAnswers:
        """Return the current safety plan."""
        return self.answers_of("safety_plan")

    @property
    def jurisdiction(self) -> str:
        """Return the nation whose time limits and bank holidays apply."""
        return text_of(self.client, "case_jurisdiction") or "EW"

    @property
    def is_minor(self) -> bool:
        """Say whether the client is treated as a minor on the day of the case file."""
        return self.minority.is_minor

    @property
    def last_assessment(self) -> Assessment | None:
        """Return the newest assessment."""
        return self.assessments[-1] if self.assessments else None

    @property
    def level(self) -> RiskLevel | None:
        """Return the level that counts now."""
        return self.last_assessment.effective if self.last_assessment else None

    @property
    def highest_level(self) -> RiskLevel | None:
        """Return the highest level ever decided on in this case."""
        return highest(*(assessment.judged for assessment in self.assessments))

    def open_flags(self) -> tuple[Flag, ...]:
        """Return the flags that are open on the day of the case file."""
        return tuple(flag for flag in self.flags if flag.is_open(self.on))

    def unfinished(self, *why: str) -> tuple[UnfinishedDocument, ...]:
        """Return the unsettled documents of the given kinds; the exit checklist never counts."""
        return tuple(
            document
            for document in self.around.unfinished
            if document.why in why and document.form_id != "exit_checklist"
        )


def build_case_file(
    documents: Iterable[DocumentState], on: date, around: Surroundings | None = None
) -> CaseFile:
    """Return the case file of one case on a day.

    Args:
        documents: The heads of every signed document of the client and the case.
        on: The day on which flags, ages and deadlines are looked at.
        around: What is not in signed documents.
    """
    records = read_records(documents)
    surroundings = around or Surroundings()
    client = newest_of(record for record in records if record.form_id == "client")
    known = client.answers if client is not None else {}
    return CaseFile(
        on=on,
        records=records,
        assessments=_assessments(records, surroundings.items, lambda day: minority(known, day)),
        flags=tuple(
            read_flag(record.answers, record.document_id)
            for record in records
            if record.form_id == "safety_flag"
        ),
        minority=minority(known, on),
        around=surroundings,
    )


def _assessments(
    records: tuple[Record, ...],
    items: tuple[CodedItem, ...],
    minor_on: Callable[[date], Minority],
) -> tuple[Assessment, ...]:
    return tuple(
        read_assessment(record, items, is_minor=minor_on(record.on).is_minor)
        for record in records
        if record.form_id == ASSESSMENT
    )
