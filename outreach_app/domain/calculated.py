"""The values that rules write into forms, by the name of their source.

A form marks a calculation with its source, such as ``risk.indicated_level``; after each answer the
values below are set, and at signing they are frozen with the answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_app.domain.age import (
    age_text,
    minority,
    turning_18_alert,
    was_minor_when_exploited,
)
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import long_date
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.exits.afterwards import closes_case
from outreach_app.domain.exits.checklist import (
    exit_blocks,
    exit_checks,
    significantly_decreased,
)
from outreach_app.domain.exits.closing_evidence import is_unready
from outreach_app.domain.exits.evidence import ExitCase, kind_of
from outreach_app.domain.gaps import FIVE_QUESTIONS, automatic_gaps, reconcile
from outreach_app.domain.levels import parse_level
from outreach_app.domain.nrm import nrm_dates
from outreach_app.domain.plan import is_review_overdue, progress, read_goals
from outreach_app.domain.referral_gates import ReferralFacts, missing_facts
from outreach_app.domain.risk import (
    FiredRule,
    Indication,
    RiskInput,
    indicated_level,
    override_direction,
)
from outreach_app.domain.risk_input import (
    contradictions,
    read_flag_reasons,
    suggested_flags,
)
from outreach_app.domain.risk_review import ReviewOf, next_review
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, rows_of, text_of
from outreach_app.domain.working_days import BankHolidays

Calculated = dict[str, str]


def _words(code: str) -> str:
    words = code.replace("_", " ")
    return words[:1].upper() + words[1:]


def _true(condition: bool) -> str:
    return "true" if condition else "false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clockwork:
    """What dates are counted with."""

    on: date
    timescales: Timescales
    jurisdiction: str = "EW"
    bank_holidays: BankHolidays | None = None


def client_values(
    client: Mapping[str, Any], case_file: CaseFile | None, clock: Clockwork
) -> Calculated:
    """Return the values about age."""
    found = minority(client, clock.on)
    events = case_file.all("nrm_event") if case_file is not None else ()
    renewed = any(text_of(event.answers, "nrm_event_kind") == "consent_at_18" for event in events)
    alert = None
    if clock.timescales.find("consent_at_18_start", clock.on, "EW") is not None:
        alert = turning_18_alert(
            client,
            clock.on,
            clock.timescales,
            consent_recorded=renewed,
            served_since=day_of(case_file.case, "case_opened_on")
            if case_file is not None
            else None,
        )
    return {
        "client.is_minor": _true(found.is_minor),
        "client.is_minor_reason": found.reason,
        "client.age_text": age_text(client, clock.on),
        "client.turning_18_alert": alert.isoformat() if alert is not None else "",
        "client.age_at_exploitation_minor": was_minor_when_exploited(
            client, case_file.case if case_file is not None else {}
        ),
    }


def indication_text(indication: Indication) -> str:
    """Return the rules that fired with their reasons, one line each."""
    return "\n".join(map(rule_line, indication.fired))


def rule_line(rule: FiredRule) -> str:
    """Return a rule that fired as the document keeps it."""
    return f"{rule.rule} ({rule.level.label}): {rule.text} {'; '.join(rule.because)}"


def risk_values(
    answers: Mapping[str, Any], given: RiskInput, case_file: CaseFile, clock: Clockwork
) -> Calculated:
    """Return the values of a risk assessment that is being written."""
    indication = indicated_level(given)
    overall = parse_level(text_of(answers, "overall_level"))
    direction = override_direction(indication.level, overall) if overall is not None else ""
    gaps = reconcile(
        automatic_gaps(given, answers, case_file.client, case_file.case),
        rows_of(answers, "gaps"),
    )
    against = contradictions(answers, given, case_file.case)
    suggested = suggested_flags(given, read_flag_reasons(answers))
    return {
        "risk.flags_open": " ".join(sorted({flag.code for flag in given.flags})),
        "risk.flags_suggested": " ".join(sorted({each.flag for each in suggested})),
        "risk.contradictions": "\n".join(
            f"{FIVE_QUESTIONS[each.question]} {_words(each.answer)}. {'; '.join(each.because)}"
            for each in against
        ),
        "risk.gaps": "\n".join(gap.question for gap in gaps if gap.is_open),
        "risk.indicated_level": indication.level.code,
        "risk.rules_fired": indication_text(indication),
        "risk.override_direction": direction,
        "risk.next_review": _next_review(answers, indication, clock),
    }


def _next_review(answers: Mapping[str, Any], indication: Indication, clock: Clockwork) -> str:
    review = ReviewOf(
        assessed_on=day_of(answers, "assessed_at") or clock.on,
        indicated=indication.level,
        overall=parse_level(text_of(answers, "overall_level")),
        earlier=day_of(answers, "next_review_earlier"),
    )
    found = next_review(review, clock.timescales, clock.jurisdiction, clock.bank_holidays)
    return found.due.isoformat() if found is not None else ""


def plan_values(plan: Mapping[str, Any], on: date, version: int) -> Calculated:
    """Return the values of a support plan; `version` counts its signed revisions from 1."""
    found = progress(read_goals(plan))
    return {
        "plan.version": str(version),
        "plan.targets_total": str(found.total),
        "plan.targets_met": str(found.met),
        "plan.targets_open_long": str(len(found.open_long)),
        "plan.targets_open_other": str(len(found.open_other)),
        "plan.review_overdue": _true(is_review_overdue(plan, on)),
    }


def nrm_values(event: Mapping[str, Any], clock: Clockwork) -> Calculated:
    """Return the next deadline of an NRM event and the rule behind it."""
    dates = nrm_dates(event, clock.timescales, clock.jurisdiction, clock.bank_holidays)
    return {
        "nrm.next_deadline": dates[0].deadline.due.isoformat() if dates else "",
        "nrm.deadline_rule": "\n".join(
            f"{each.text}: {long_date(each.deadline.due)}" for each in dates
        ),
    }


def referral_values(
    referral: Mapping[str, Any], facts: ReferralFacts, case_file: CaseFile
) -> Calculated:
    """Return the values of a referral; its opening line needs labels and is made elsewhere."""
    last = case_file.last_assessment
    level = ""
    if last is not None and last.effective is not None:
        level = f"{last.effective.label.capitalize()}, assessed on {long_date(last.on)}"
    gaps = last.open_gaps() if last is not None else ()
    return {
        "referral.risk_level": level,
        "referral.gaps": "\n".join(gap.question for gap in gaps),
        "referral.min_facts_missing": ", ".join(missing_facts(referral, facts)),
    }


def exit_values(case: ExitCase) -> Calculated:
    """Return evidence and facts of every part, and the exit as a whole."""
    checks = exit_checks(case)
    found: Calculated = {}
    for check in checks:
        for part in check.parts:
            found[f"exit.{part.code}"] = part.evidence.value
            found[f"exit.{part.code}.text"] = "\n".join(filter(None, (part.text, *part.warnings)))
    kind = kind_of(case.reason)
    if kind == "planned" and is_unready(case):
        # An exit against the client's will is not a planned one.
        kind = "unplanned"
    return {
        **found,
        "exit.significantly_decreased": _true(significantly_decreased(checks)),
        "exit.targets_text": progress(read_goals(case.case_file.plan)).text,
        "exit.kind_suggested": kind,
        "exit.blocks": "\n".join(block.text for block in exit_blocks(case)),
    }


def closed_on(case_file: CaseFile, timescales: Timescales) -> str:
    """Return the day on which the case was closed, "" while it is open."""
    record = case_file.newest("exit_checklist")
    if record is None:
        return ""
    case = ExitCase(case_file=case_file, answers=record.answers, timescales=timescales)
    closed = any(
        review.verb is ReviewVerb.CLOSE and review.reviewer_id not in record.author_ids
        for review in record.current_reviews()
    )
    return text_of(record.answers, "exit_date") if closed and closes_case(case) else ""
