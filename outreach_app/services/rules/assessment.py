"""Calculated questions of the risk assessment."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from outreach_app.domain.gaps import Gap, automatic_gaps
from outreach_app.domain.levels import parse_level
from outreach_app.domain.risk import (
    FiredRule,
    Indication,
    RiskInput,
    indicated_level,
    override_direction,
)
from outreach_app.domain.risk_input import (
    build_risk_input,
    contradictions,
    read_flag_reasons,
    suggested_flags,
)
from outreach_app.domain.risk_review import ReviewOf, next_review
from outreach_app.domain.values import day_of, text_of
from outreach_app.services.rules.numbering import held_labels, row_labels
from outreach_app.services.rules.surroundings import RuleContext

Calculated = dict[str, str]


def risk_input(answers: Mapping[str, Any], context: RuleContext) -> RiskInput:
    """Return what the level rules read: the answers, the items asked now, the open flags."""
    items = tuple(
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


def assessment_values(answers: Mapping[str, Any], context: RuleContext) -> Calculated:
    """Return the calculated questions of a risk assessment, by name or address."""
    given = risk_input(answers, context)
    indication = indicated_level(given)
    overall = parse_level(text_of(answers, "overall_level"))
    case_file = context.case_file
    held = held_labels(case_file, "risk_assessment", "risks", "risk_key")
    gap_labels = held_labels(case_file, "risk_assessment", "gaps", "gap_key")
    gaps = automatic_gaps(given, answers, case_file.client, case_file.case)
    return {
        "b_flags_open": " ".join(sorted(flag.code for flag in given.flags)),
        "b_flags_suggested": " ".join(
            sorted({each.flag for each in suggested_flags(given, read_flag_reasons(answers))})
        ),
        "q_contradictions": "\n".join(
            f"{each.question}: {'; '.join(each.because)}"
            for each in contradictions(answers, given, case_file.case)
        ),
        "gaps_found": "\n".join(_gap_words(gap) for gap in gaps),
        "indicated_level": indication.level.code,
        "indicated_rules": rules_text(indication),
        "override_direction": (
            override_direction(indication.level, overall).value if overall is not None else ""
        ),
        "next_review": _next_review(answers, indication, context),
        **row_labels(answers, "risks", "risk_key", "R", held),
        **row_labels(answers, "gaps", "gap_key", "I", gap_labels),
    }


def rules_text(indication: Indication) -> str:
    """Return the rules that fired, one a line, with the level each asks for and why."""
    return "\n".join(_rule_words(rule) for rule in indication.fired)


def _rule_words(rule: FiredRule) -> str:
    because = f" ({'; '.join(rule.because)})" if rule.because else ""
    return f"{rule.rule} {rule.level.label}: {rule.text}{because}"


def _gap_words(gap: Gap) -> str:
    said = "" if gap.is_open else " (client prefers not to say)"
    return f"{gap.question}{said}"


def _next_review(answers: Mapping[str, Any], indication: Indication, context: RuleContext) -> str:
    overall = parse_level(text_of(answers, "overall_level"))
    review = ReviewOf(
        assessed_on=day_of(answers, "assessed_at") or context.today,
        indicated=indication.level,
        overall=overall,
        earlier=day_of(answers, "next_review_earlier"),
    )
    if overall is None:
        return ""
    nation = context.case_file.jurisdiction
    deadline = next_review(review, context.timescales, nation, context.holidays)
    return deadline.due.isoformat() if deadline is not None else ""
