"""Calculated questions of the other forms."""

from collections.abc import Callable, Mapping
from typing import Any

from outreach_app.domain.age import (
    age_text,
    minority,
    turning_18_alert,
    was_minor_when_exploited,
)
from outreach_app.domain.exits.checklist import (
    exit_blocks,
    exit_checks,
    parts_of,
    significantly_decreased,
)
from outreach_app.domain.exits.evidence import ExitCase, kind_of
from outreach_app.domain.labels import next_label
from outreach_app.domain.nrm import nrm_dates
from outreach_app.domain.plan import is_review_overdue, progress, read_goals
from outreach_app.domain.plan_rules import outcome_change
from outreach_app.domain.referral_gates import ReferralFacts, missing_facts, opening_line
from outreach_app.domain.values import codes_of, row_id_of, rows_of, text_of
from outreach_app.services.rules.assessment import Calculated, assessment_values
from outreach_app.services.rules.numbering import (
    action_labels,
    held_labels,
    row_labels,
    used_labels,
)
from outreach_app.services.rules.surroundings import RuleContext

Answers = Mapping[str, Any]


def calculated_values(form_id: str, answers: Answers, context: RuleContext) -> Calculated:
    """Return what the rules say for the calculated questions of a form, by name or address."""
    rules = _BY_FORM.get(form_id)
    return rules(answers, context) if rules is not None else {}


def _client(answers: Answers, context: RuleContext) -> Calculated:
    found = minority(answers, context.today)
    alert = turning_18_alert(
        answers,
        context.today,
        context.timescales,
        consent_recorded=any(
            text_of(record.answers, "nrm_event_kind") == "consent_at_18"
            for record in context.case_file.all("nrm_event")
        ),
    )
    return {
        "is_minor": "true" if found.is_minor else "false",
        "is_minor_reason": found.reason,
        "age_text": age_text(answers, context.today),
        "turning_18_alert": alert.isoformat() if alert is not None else "",
        "age_at_exploitation_minor": was_minor_when_exploited(answers, context.case_file.case),
    }


def _case(_answers: Answers, context: RuleContext) -> Calculated:
    record = context.case_file.newest("exit_checklist")
    closed = (
        [review for review in record.current_reviews() if review.verb.value == "close"]
        if record is not None
        else []
    )
    return {"case_closed_on": closed[-1].signed_at[:10] if closed else ""}


def _plan(answers: Answers, context: RuleContext) -> Calculated:
    held = held_labels(context.case_file, "support_plan", "goals", "goal_key")
    goals = row_labels(answers, "goals", "goal_key", "G", held)
    found = progress(read_goals(answers))
    return {
        "plan_version": str(context.revisions + 1),
        "plan_targets_total": str(found.total),
        "plan_targets_met": str(found.met),
        "plan_targets_open_long": str(len(found.open_long)),
        "plan_targets_open_other": str(len(found.open_other)),
        "plan_review_overdue": "true" if is_review_overdue(answers, context.today) else "false",
        **goals,
        **action_labels(answers, goals),
    }


def _outcomes(answers: Answers, context: RuleContext) -> Calculated:
    earlier = [
        record
        for record in context.case_file.all("outcomes_check")
        if record.document_id != context.document_id
    ]
    first = (
        {text_of(row, "mo_outcome"): row for row in rows_of(earlier[0].answers, "outcome_rows")}
        if earlier
        else {}
    )
    return {
        f"outcome_rows[{row_id_of(row)}]/mscos_change": outcome_change(
            text_of(first.get(text_of(row, "mo_outcome"), {}), "mo_client"),
            text_of(row, "mo_client"),
        ).value
        for row in rows_of(answers, "outcome_rows")
    }


def _nrm_event(answers: Answers, context: RuleContext) -> Calculated:
    nation = context.case_file.jurisdiction
    dates = nrm_dates(answers, context.timescales, nation, context.holidays)
    if not dates:
        return {"nrm_next_deadline": "", "nrm_deadline_rule": ""}
    words = [f"{each.text} {each.deadline.due.isoformat()}" for each in dates]
    return {
        "nrm_next_deadline": dates[0].deadline.due.isoformat(),
        "nrm_deadline_rule": f"{'; '.join(words)} ({dates[0].deadline.row_code})",
    }


def _consent(answers: Answers, context: RuleContext) -> Calculated:
    own = text_of(answers, "con_key")
    used = used_labels(context.case_file, "consent", "con_key")
    return {"con_key": own or next_label("C", used)}


def _referral(answers: Answers, context: RuleContext) -> Calculated:
    case_file = context.case_file
    own = text_of(answers, "ref_key")
    used = used_labels(case_file, "referral", "ref_key")
    last = case_file.last_assessment
    level = f"{last.effective.label}, {last.on.isoformat()}" if last and last.effective else ""
    gaps = last.open_gaps() if last is not None else ()
    types = tuple(context.label_of("ref_types", code) for code in codes_of(answers, "ref_types"))
    facts = ReferralFacts(client=case_file.client, is_minor=case_file.is_minor)
    return {
        "ref_key": own or next_label(f"{context.reference}/", used),
        "ref_opening": opening_line(answers, types, is_minor=case_file.is_minor),
        "ref_risk_level": level,
        "ref_gaps": "\n".join(gap.question for gap in gaps),
        "min_facts_missing": ", ".join(missing_facts(answers, facts)),
    }


def _transmission(answers: Answers, _context: RuleContext) -> Calculated:
    return {"tx_file_hash": text_of(answers, "tx_copy_held")}


def _exit(answers: Answers, context: RuleContext) -> Calculated:
    case = exit_case(answers, context)
    checks = exit_checks(case)
    found = {}
    for code, part in parts_of(checks).items():
        found[f"{code}_evidence"] = part.evidence.value
        found[f"{code}_evidence_text"] = "\n".join((part.text, *part.warnings)).strip()
    plan = progress(read_goals(context.case_file.plan))
    return {
        **found,
        "significantly_decreased": "true" if significantly_decreased(checks) else "false",
        "e2_progress": plan.text,
        "exit_kind_suggested": kind_of(case.reason),
        "exit_blocks": "\n".join(f"{each.number}. {each.text}" for each in exit_blocks(case)),
    }


def exit_case(answers: Answers, context: RuleContext) -> ExitCase:
    """Return what the exit checks read."""
    return ExitCase(
        case_file=context.case_file, answers=dict(answers), timescales=context.timescales
    )


_BY_FORM: dict[str, Callable[[Answers, RuleContext], Calculated]] = {
    "case": _case,
    "client": _client,
    "consent": _consent,
    "exit_checklist": _exit,
    "nrm_event": _nrm_event,
    "outcomes_check": _outcomes,
    "referral": _referral,
    "risk_assessment": assessment_values,
    "support_plan": _plan,
    "transmission": _transmission,
}
