"""A whole case as a readable summary: where it stands, what waits, the plan, people, the history."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.age import age_text
from outreach_app.domain.assessments import Assessment
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.consents import ConsentState, consents_of
from outreach_app.domain.documents import ReviewVerb, Subject
from outreach_app.domain.partial_dates import partial_date_of
from outreach_app.domain.plan import Action, Goal, progress, read_goals
from outreach_app.domain.records import Record
from outreach_app.domain.risk_review import overdue
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.trend import Direction, risk_reduction
from outreach_app.domain.values import day_of, row_id_of, rows_of, text_of
from outreach_app.report.content import Fact, Missing
from outreach_app.report.dates import long_time, readable_date, readable_instant
from outreach_app.report.summary import (
    CaseSummary,
    SummaryAction,
    SummaryAgency,
    SummaryAssessment,
    SummaryChange,
    SummaryGoal,
)
from outreach_app.services.attention import Limits, attention
from outreach_app.services.case_events import drawn_trend
from outreach_app.services.case_history import history_rows
from outreach_app.services.case_words import (
    CaseWords,
    day_words,
    in_words,
    level_words,
    reference_of,
)
from outreach_app.services.exit_summary import exit_words, shown_checks
from outreach_app.services.goal_story import last_note_words
from outreach_app.services.printed_document import shown_flag
from outreach_app.services.risk_changes import RiskComparison, risk_changes_in_case
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

_PLAN, _RISK, _CASE = "support_plan", "risk_assessment", "case"
_COMPARED = "risk_comparison_max_age"
_CHANGES = {
    "reduced": "The level is lower than in the first full assessment.",
    "reduced_score": (
        "The level is that of the first full assessment; single risks are lower, none is higher."
    ),
    "same": "The level is the same as in the first full assessment.",
    "higher": "The level is higher than in the first full assessment.",
}


@dataclass(frozen=True, slots=True)
class _Summing:
    workspace: Workspace
    subject: Subject
    case_file: CaseFile
    words: CaseWords
    limits: Limits


def case_summary(workspace: Workspace, subject: Subject, case_file: CaseFile) -> CaseSummary:
    """Return the summary of a case as it stands today, from what is signed."""
    return run_through(summing_up(workspace, subject, case_file))


def summing_up(workspace: Workspace, subject: Subject, case_file: CaseFile) -> Steps[CaseSummary]:
    """Sum a case up step by step; see `case_summary`."""
    sitting = workspace.sitting
    words = CaseWords(workspace)
    limits = Limits(
        timescales=sitting.configuration.time_limits(), holidays=sitting.configuration.holidays()
    )
    summing = _Summing(workspace, subject, case_file, words, limits)
    level = case_file.level
    last = case_file.last_assessment
    compared = risk_changes_in_case(workspace, case_file)
    yield
    needs = attention(case_file, limits, words)
    yield
    checks = shown_checks(workspace, case_file, limits.timescales)
    yield
    exit_note = exit_words(workspace, case_file, limits.timescales)
    yield
    history = history_rows(workspace, subject, words)
    yield
    assessments = tuple(_assessment(summing, each) for each in case_file.assessments)
    agencies = tuple(agencies_of_case(case_file, words, limits.timescales))
    yield
    return CaseSummary(
        reference=reference_of(workspace, subject),
        made_at=sitting.now(),
        subtitle=f"As it stands on {day_words(case_file.on)}",
        level=level.code if level is not None else "",
        level_words=level_words(level) or "Not assessed",
        facts=tuple(fact for fact in _facts(summing) if fact.value),
        open_flags=tuple(shown_flag(flag) for flag in case_file.open_flags()),
        trend=drawn_trend(case_file, words),
        risk_change=_risk_change(summing),
        changes_since=compared.since if compared is not None else "",
        changes=tuple(_changes(compared)) if compared is not None else (),
        attention=needs,
        goals=tuple(goals_of_case(case_file, words)),
        assessments=assessments,
        agencies=agencies,
        checks=checks,
        exit_note=exit_note,
        not_known=tuple(
            Missing(gap.question, "Not known yet", gap.domain)
            for gap in (last.open_gaps() if last is not None else ())
        ),
        history=history,
        state=f"Made {long_time(sitting.now())} by {sitting.me.initials}",
        warning=_warning(case_file),
        organisation=sitting.configuration.name,
    )


def _changes(compared: RiskComparison) -> Iterator[SummaryChange]:
    for each in compared.listed():
        told = "" if each.direction is Direction.CHANGED else each.direction.value
        yield SummaryChange(each.label, each.before, each.now, told)


def _facts(summing: _Summing) -> Iterator[Fact]:
    case_file, words = summing.case_file, summing.words
    case, client, last = case_file.case, case_file.client, case_file.last_assessment
    yield Fact("Reference", reference_of(summing.workspace, summing.subject))
    yield Fact("Opened", day_words(day_of(case, "case_opened_on")))
    yield Fact("Service", words.choice(_CASE, "service_kind", text_of(case, "service_kind")))
    for label, name in (("Caseworker", "caseworker"), ("Second worker", "second_worker")):
        person = text_of(case, name)
        yield Fact(label, words.person(person) if person else "")
    treated = ", treated as under 18" if case_file.is_minor else ""
    yield Fact("Age", f"{in_words(age_text(client, case_file.on))}{treated}" if client else "")
    yield Fact("Next review", _next_review(case_file))
    highest = case_file.highest_level
    if last is not None and highest is not None and highest != last.effective:
        yield Fact("Highest level so far", level_words(highest))
    goals = progress(read_goals(case_file.plan))
    yield Fact("Goals met", f"{goals.met} of {goals.total}" if goals.total else "")
    leaving = case_file.answers_of("exit_checklist")
    yield Fact("Exit", day_words(day_of(leaving, "exit_date")))


def _next_review(case_file: CaseFile) -> str:
    last, level = case_file.last_assessment, case_file.level
    due = day_of(last.record.answers, "next_review") if last is not None else None
    if due is None or level is None:
        return ""
    late = overdue(level, due, case_file.on)
    unit = "day" if late is not None and late.days == 1 else "days"
    return f"{day_words(due)}{f', overdue by {late.days} {unit}' if late is not None else ''}"


def _risk_change(summing: _Summing) -> str:
    case_file, table = summing.case_file, summing.limits.timescales
    row = table.find(_COMPARED, case_file.on, case_file.jurisdiction)
    if row is None or len(case_file.assessments) < 2:
        return ""
    change = risk_reduction(case_file.assessments, case_file.on, row.values[0])
    return _CHANGES.get(change.value, "")


def _warning(case_file: CaseFile) -> str:
    found = []
    apart = sum(record.unresolved for record in case_file.records)
    if apart:
        found.append(
            f"{apart} of the documents have versions that are not merged yet; the more cautious "
            "answers are shown."
        )
    if any(record.withheld for record in case_file.records):
        found.append("Some documents are not held here as a whole.")
    return " ".join(found)


def goals_of_case(case_file: CaseFile, words: CaseWords) -> Iterator[SummaryGoal]:
    """Yield the goals of the current plan with their actions and the last note, in words."""
    told = last_note_words(case_file, words)
    for row in rows_of(case_file.plan, "goals"):
        status = text_of(row, "goal_status")
        yield SummaryGoal(
            tag=text_of(row, "goal_key"),
            domain=words.choice(_PLAN, "goal_domain", text_of(row, "goal_domain")),
            words=text_of(row, "goal_words_text"),
            said=_said(words, row),
            agreed=text_of(row, "goal_statement"),
            reached_when=text_of(row, "goal_target_state"),
            by=readable_date(text_of(row, "goal_target_date")),
            status_code=status,
            status=words.choice(_PLAN, "goal_status", status),
            status_note=text_of(row, "goal_status_reason"),
            last_note=told.get(row_id_of(row), ""),
            actions=tuple(_actions(case_file, words, row)),
        )


def _said(words: CaseWords, row: Mapping[str, Any]) -> str:
    said = [
        words.choice(_PLAN, f"goal_words_{part}", text_of(row, f"goal_words_{part}"))
        for part in ("by", "lang")
    ]
    said.append(readable_instant(text_of(row, "goal_words_at")))
    return "  ·  ".join(filter(None, said))


def _actions(
    case_file: CaseFile, words: CaseWords, row: Mapping[str, Any]
) -> Iterator[SummaryAction]:
    named = {row_id_of(each): text_of(each, "act_who_name") for each in rows_of(row, "actions")}
    (goal,) = read_goals({"goals": [row]})
    for action in goal.actions:
        kind = words.choice(_PLAN, "act_who_kind", action.who)
        yield SummaryAction(
            tag=action.label,
            what=action.text,
            who=", ".join(filter(None, (kind, named[action.row_id]))),
            by=day_words(action.by),
            status=words.choice(_PLAN, "act_status", action.status),
            done=action.status == "done",
            late=is_late(action, goal, case_file.on),
        )


def is_late(action: Action, goal: Goal, on: date) -> bool:
    """Say whether an action is overdue; nothing is, once its goal is settled."""
    waits = action.is_open and goal.is_open
    return waits and action.by is not None and action.by < on


def _assessment(summing: _Summing, assessment: Assessment) -> SummaryAssessment:
    words, record = summing.words, assessment.record
    feeling = assessment.fear_score
    return SummaryAssessment(
        on=day_words(assessment.on),
        kind=words.choice(_RISK, "assessment_kind", assessment.kind),
        indicated=level_words(assessment.indicated),
        judged=level_words(assessment.overall),
        feeling="" if feeling is None else f"{feeling} of 10",
        by=", ".join(sorted(words.initials(each) for each in record.author_ids)),
        reviewed=_reviewed(words, record),
    )


def _reviewed(words: CaseWords, record: Record) -> str:
    said = [each for each in record.current_reviews() if each.verb is not ReviewVerb.COMMENT]
    if not said:
        return ""
    done = {"approve": "Approved", "return": "Returned", "close": "Closed"}
    last = said[-1]
    verb = done.get(last.verb.value, "Countersigned")
    return f"{verb}, {words.initials(last.reviewer_id)}"


def agencies_of_case(
    case_file: CaseFile, words: CaseWords, timescales: Timescales
) -> Iterator[SummaryAgency]:
    """Yield the agencies involved, each with how its consent stands."""
    consents = {
        each.document_id: each.state_on(case_file.on) for each in consents_of(case_file, timescales)
    }
    for record in case_file.all("agency_involvement"):
        answers = record.answers
        kind = words.choice("agency_involvement", "agency_kind", text_of(answers, "agency_kind"))
        until = partial_date_of(answers, "agency_until")
        ended = until is not None and until.latest() <= case_file.on
        contact = (text_of(answers, "agency_person"), text_of(answers, "agency_contact"))
        yield SummaryAgency(
            name=text_of(answers, "agency_name") or kind,
            role=kind,
            contact="\n".join(filter(None, contact)),
            status=f"Until {readable_date(until.iso)}" if ended and until else "Involved",
            consent=_consent(consents.get(text_of(answers, "agency_consent"))),
        )


def _consent(state: ConsentState | None) -> str:
    return in_words(state.value) if state is not None else ""
