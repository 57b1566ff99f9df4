"""What the rules say for the calculated questions of an open document."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from outreach_app.domain.calculated import (
    Calculated,
    Clockwork,
    client_values,
    closed_on,
    exit_values,
    nrm_values,
    plan_values,
    referral_values,
    risk_values,
)
from outreach_app.domain.consents import consents_of, sharing_consent
from outreach_app.domain.exits.evidence import ExitCase
from outreach_app.domain.plan_rules import outcome_change
from outreach_app.domain.referral_gates import ReferralFacts, opening_line
from outreach_app.domain.risk import RiskInput
from outreach_app.domain.risk_input import build_risk_input
from outreach_app.domain.values import codes_of, day_of, row_id_of, rows_of, text_of
from outreach_app.services.rules.numbering import (
    action_labels,
    document_label,
    held_labels,
    row_labels,
)
from outreach_app.services.rules.surroundings import RuleContext

Answers = Mapping[str, Any]
CHILD_AT_RISK = "child_at_risk"


def calculated_values(form_id: str, answers: Answers, context: RuleContext) -> Calculated:
    """Return what the rules say, by the address of the question.

    Rules speak of sources (``risk.indicated_level``); the form says which question shows which.
    """
    rules = _BY_FORM.get(form_id)
    if rules is None:
        return {}
    return {
        context.sources.get(source, source): value
        for source, value in rules(answers, context).items()
        if source in context.sources or "[" in source
    }


def _clock(context: RuleContext) -> Clockwork:
    return Clockwork(
        on=context.today,
        timescales=context.timescales,
        jurisdiction=context.case_file.jurisdiction,
        bank_holidays=context.holidays,
    )


def risk_input(answers: Answers, context: RuleContext) -> RiskInput:
    """Return what the level rules read: the answers, the items asked now, the open flags."""
    items = (
        item if context.is_relevant(item.name) else replace(item, relevant=False)
        for item in context.items
    )
    return build_risk_input(
        answers,
        items,
        context.case_file.flags,
        is_minor=context.case_file.is_minor,
        on=day_of(answers, "assessed_at") or context.today,
    )


def exit_case(answers: Answers, context: RuleContext) -> ExitCase:
    """Return what the exit checks read."""
    return ExitCase(
        case_file=context.case_file,
        answers=dict(answers),
        timescales=context.timescales,
        speak=context.words_of,
    )


def _assessment(answers: Answers, context: RuleContext) -> Calculated:
    case_file = context.case_file
    given = risk_input(answers, context)
    signed = _signed(context, "risk_assessment")
    held = held_labels(signed, "risks", "risk_key")
    gaps = held_labels(signed, "gaps", "gap_key")
    return {
        **risk_values(answers, given, case_file, _clock(context)),
        **row_labels(answers, "risks", "risk_key", "R", held),
        **row_labels(answers, "gaps", "gap_key", "I", gaps),
    }


def _client(answers: Answers, context: RuleContext) -> Calculated:
    return client_values(answers, context.case_file, _clock(context))


def _case(_answers: Answers, context: RuleContext) -> Calculated:
    return {"case.closed_on": closed_on(context.case_file, context.timescales)}


def _plan(answers: Answers, context: RuleContext) -> Calculated:
    signed = _signed(context, "support_plan")
    goals = row_labels(answers, "goals", "goal_key", "G", held_labels(signed, "goals", "goal_key"))
    every_goal = [goal for plan in signed for goal in rows_of(plan, "goals")]
    return {
        **plan_values(answers, context.today, len(context.earlier) + 1),
        **goals,
        **action_labels(answers, goals, held_labels(every_goal, "actions", "act_key")),
    }


def _signed(context: RuleContext, form_id: str) -> tuple[Answers, ...]:
    """Return the answers of what is signed of a form in the case, rows that went included.

    The newest come last: there the labels tell everything apart.
    """
    return (*context.earlier, *(each.answers for each in context.case_file.all(form_id)))


def _outcomes(answers: Answers, context: RuleContext) -> Calculated:
    first = next(
        (
            {text_of(row, "mo_outcome"): row for row in rows_of(record.answers, "outcome_rows")}
            for record in context.case_file.all("outcomes_check")
            if record.document_id != context.document_id
        ),
        {},
    )
    return {
        f"outcome_rows[{row_id_of(row)}]/mscos_change": outcome_change(
            text_of(first.get(text_of(row, "mo_outcome"), {}), "mo_client"),
            text_of(row, "mo_client"),
        ).value
        for row in rows_of(answers, "outcome_rows")
    }


def _nrm_event(answers: Answers, context: RuleContext) -> Calculated:
    return nrm_values(answers, _clock(context))


def _consent(answers: Answers, context: RuleContext) -> Calculated:
    own = (context.document_id, text_of(answers, "con_key"))
    return {"label.con_key": document_label(context.case_file, "consent", "con_key", "C", own)}


def _referral(answers: Answers, context: RuleContext) -> Calculated:
    case_file = context.case_file
    own = (context.document_id, text_of(answers, "ref_key"))
    prefix = f"{context.reference}/"
    types = tuple(context.label_of("ref_types", code) for code in codes_of(answers, "ref_types"))
    facts = referral_facts(answers, context)
    return {
        "label.ref_key": document_label(case_file, "referral", "ref_key", prefix, own),
        "referral.opening": opening_line(answers, types, is_minor=case_file.is_minor),
        **referral_values(answers, facts, case_file),
    }


def referral_facts(answers: Answers, context: RuleContext) -> ReferralFacts:
    """Return what the gates of a referral read besides its own answers."""
    case_file = context.case_file
    consents = consents_of(case_file, context.timescales)
    agency_id = text_of(answers, "ref_to_agency")
    return ReferralFacts(
        client=case_file.client,
        is_minor=case_file.is_minor,
        consent_valid=sharing_consent(consents, agency_id, context.today) is not None,
        child_at_risk=any(flag.code == CHILD_AT_RISK for flag in case_file.open_flags()),
        explanation=case_file.answers_of("nrm_explanation") or None,
    )


def _approval(answers: Answers, context: RuleContext) -> Calculated:
    record = context.case_file.find(text_of(answers, "pa_referral"))
    one = record is not None and len(record.revision_ids) == 1
    return {"approval.version": record.revision_ids[0] if record is not None and one else ""}


def _transmission(answers: Answers, _context: RuleContext) -> Calculated:
    return {"transmission.file_hash": text_of(answers, "tx_copy_held")}


def _exit(answers: Answers, context: RuleContext) -> Calculated:
    return exit_values(exit_case(answers, context))


_BY_FORM: dict[str, Callable[[Answers, RuleContext], Calculated]] = {
    "case": _case,
    "client": _client,
    "consent": _consent,
    "exit_checklist": _exit,
    "nrm_event": _nrm_event,
    "outcomes_check": _outcomes,
    "referral": _referral,
    "referral_approval": _approval,
    "risk_assessment": _assessment,
    "support_plan": _plan,
    "transmission": _transmission,
}
