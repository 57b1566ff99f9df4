"""The summary of a case: what a supervisor reads first, and what closes a case."""

from dataclasses import dataclass
from datetime import datetime

from outreach_app.report.content import (
    Card,
    Cards,
    Check,
    Checks,
    Entry,
    Fact,
    Field,
    FieldKind,
    Flag,
    MissingList,
    OwnWords,
    Paragraph,
    PrintDocument,
    Section,
    Table,
    Trend,
)
from outreach_app.report.content import Missing as MissingRow
from outreach_app.report.document import render_document

_OVERDUE = "Overdue"


@dataclass(frozen=True, slots=True)
class SummaryAction:
    """One action of a goal. `late` marks what is overdue."""

    tag: str
    what: str
    who: str
    by: str
    status: str
    done: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class SummaryGoal:
    """One goal of the support plan, in the client's words first."""

    tag: str
    domain: str
    words: str
    said: str = ""
    agreed: str = ""
    reached_when: str = ""
    by: str = ""
    status_code: str = ""
    status: str = ""
    status_note: str = ""
    last_note: str = ""
    actions: tuple[SummaryAction, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryAssessment:
    """One risk assessment as a row."""

    on: str
    kind: str
    indicated: str
    judged: str
    feeling: str = ""
    by: str = ""
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Attention:
    """Something that waits for someone."""

    what: str
    where: str
    due: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class SummaryAgency:
    """One agency around the client."""

    name: str
    role: str
    contact: str = ""
    status: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class SummaryChange:
    """One thing about the risk that differs between the last two assessments."""

    what: str
    before: str
    now: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One revision or review."""

    at: str
    what: str
    by: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """All that a case summary shows; a part that is empty is left out."""

    reference: str
    made_at: datetime
    subtitle: str = ""
    level: str = ""
    level_words: str = ""
    facts: tuple[Fact, ...] = ()
    open_flags: tuple[Flag, ...] = ()
    trend: Trend | None = None
    risk_change: str = ""
    changes_since: str = ""
    changes: tuple[SummaryChange, ...] = ()
    attention: tuple[Attention, ...] = ()
    goals: tuple[SummaryGoal, ...] = ()
    assessments: tuple[SummaryAssessment, ...] = ()
    agencies: tuple[SummaryAgency, ...] = ()
    checks: tuple[Check, ...] = ()
    exit_note: str = ""
    not_known: tuple[MissingRow, ...] = ()
    history: tuple[HistoryRow, ...] = ()
    state: str = ""
    warning: str = ""
    organisation: str = ""
    language: str = "en-GB"


def render_case_summary(summary: CaseSummary) -> bytes:
    """Return the summary of a case as a PDF, made in memory; the same input, the same bytes.

    Raises:
        FontsMissing: The program's fonts cannot be read.
    """
    return render_document(document_from_summary(summary))


def document_from_summary(summary: CaseSummary) -> PrintDocument:
    """Return the summary as a document: flags, risk, what waits, plan, people, exit, history."""
    sections = (
        Section("Risk over time", _risk(summary)),
        Section("Needs attention", _attention(summary.attention)),
        Section("Support plan", _plan(summary.goals)),
        Section("Not known yet", (MissingList(summary.not_known),) if summary.not_known else ()),
        Section("Assessments", _assessments(summary.assessments)),
        Section("Agencies", _agencies(summary.agencies)),
        Section("Exit checks", _checks(summary)),
        Section("History", _history(summary.history)),
    )
    return PrintDocument(
        title="Case summary",
        reference=summary.reference,
        made_at=summary.made_at,
        subtitle=summary.subtitle,
        level=summary.level,
        level_words=summary.level_words,
        facts=summary.facts,
        open_flags=summary.open_flags,
        sections=tuple(section for section in sections if section.entries),
        state=summary.state,
        warning=summary.warning,
        organisation=summary.organisation,
        language=summary.language,
    )


def _risk(summary: CaseSummary) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    if summary.trend is not None and summary.trend.points:
        entries.append(summary.trend)
    if summary.risk_change:
        entries.append(Paragraph(summary.risk_change))
    if summary.changes:
        rows = tuple((each.what, each.before, each.now, each.direction) for each in summary.changes)
        entries.append(Paragraph(f"What changed since {summary.changes_since}:"))
        entries.append(Table(("What", "Before", "Now", ""), rows, (0.4, 0.25, 0.25, 0.1)))
    return tuple(entries)


def _attention(rows: tuple[Attention, ...]) -> tuple[Entry, ...]:
    if not rows:
        return ()
    table = tuple(
        (row.what, row.where, f"{_OVERDUE}: {row.due}" if row.late else row.due) for row in rows
    )
    return (Table(("What", "Where", "Due"), table, (0.5, 0.24, 0.26)),)


def _plan(goals: tuple[SummaryGoal, ...]) -> tuple[Entry, ...]:
    return (Cards(tuple(_goal(goal) for goal in goals)),) if goals else ()


def _goal(goal: SummaryGoal) -> Card:
    entries: list[Entry] = []
    if goal.words:
        entries.append(OwnWords("", goal.words, goal.said))
    for label, value in (
        ("Goal as agreed", goal.agreed),
        ("Reached when", goal.reached_when),
        ("How it stands", goal.status_note),
    ):
        if value:
            entries.append(Field(label, value, FieldKind.SHORT))
    if goal.last_note:
        entries.append(Paragraph(goal.last_note))
    if goal.actions:
        rows = tuple(
            (
                f"{action.tag}  {action.what}",
                action.who,
                f"{_OVERDUE}: {action.by}" if action.late else action.by,
                action.status,
            )
            for action in goal.actions
        )
        entries.append(Table(("Action", "Who", "By", "Status"), rows, (0.46, 0.18, 0.2, 0.16)))
    done = sum(action.done for action in goal.actions)
    return Card(
        title=goal.domain,
        tag=goal.tag,
        level=goal.status_code,
        level_words=goal.status,
        summary=f"By {goal.by}" if goal.by else "",
        done=(done, len(goal.actions)),
        entries=tuple(entries),
    )


def _assessments(rows: tuple[SummaryAssessment, ...]) -> tuple[Entry, ...]:
    if not rows:
        return ()
    table = tuple(
        (row.on, row.kind, row.judged, row.indicated, row.feeling, row.by, row.reviewed)
        for row in rows
    )
    head = ("Date", "Kind", "Judged", "Indicated", "Feels safe", "By", "Supervisor")
    return (Table(head, table, (0.24, 0.14, 0.12, 0.12, 0.11, 0.09, 0.18)),)


def _agencies(rows: tuple[SummaryAgency, ...]) -> tuple[Entry, ...]:
    if not rows:
        return ()
    table = tuple((row.name, row.role, row.contact, row.status, row.consent) for row in rows)
    head = ("Agency", "Role", "Contact", "Status", "Consent")
    return (Table(head, table, (0.26, 0.2, 0.22, 0.16, 0.16)),)


def _checks(summary: CaseSummary) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    if summary.checks:
        entries.append(Checks(summary.checks))
    if summary.exit_note:
        entries.append(Paragraph(summary.exit_note))
    return tuple(entries)


def _history(rows: tuple[HistoryRow, ...]) -> tuple[Entry, ...]:
    if not rows:
        return ()
    table = tuple((row.at, row.what, row.by, row.state) for row in rows)
    return (Table(("When", "What", "By", "State"), table, (0.22, 0.38, 0.2, 0.2)),)
