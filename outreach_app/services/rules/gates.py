"""What the rules demand before a signature, beyond what the questions of the form demand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from outreach_app.domain.exits.checklist import blocks_to_sign, refused_overrides, titles_of_parts
from outreach_app.domain.flags import missing_to_clear
from outreach_app.domain.plan_rules import NoteLevel, plan_notes
from outreach_app.domain.referral_gates import (
    ProblemLevel,
    content_problems,
    sending_problems,
)
from outreach_app.domain.referrals import stopped_on
from outreach_app.domain.risk_input import read_flag_reasons, suggested_flags
from outreach_app.domain.values import day_of, text_of
from outreach_app.phrases import phrase
from outreach_app.services.rules.calculated import exit_case, referral_facts, risk_input
from outreach_app.services.rules.surroundings import RuleContext, plan_surroundings

Answers = Mapping[str, Any]


def gates(form_id: str, answers: Answers, context: RuleContext) -> tuple[str, ...]:
    """Return what stands against signing a document, in words.

    Args:
        form_id: Which form.
        answers: Relevant answers, flat.
        context: What the rules read besides.
    """
    rules = _BY_FORM.get(form_id)
    return tuple(rules(answers, context)) if rules is not None else ()


def _assessment(answers: Answers, context: RuleContext) -> Iterator[str]:
    # A flag that was raised after the meeting does not count for its level, but it is raised.
    given = replace(risk_input(answers, context), flags=context.case_file.flags)
    for each in suggested_flags(given, read_flag_reasons(answers)):
        flag = each.flag.replace("_", " ").capitalize()
        yield (
            phrase(
                "“{item}” suggests the flag “{flag}”: raise the flag and sign it, or say under “Suggested flags that are not raised” why not.",
                item=each.item.title,
                flag=flag,
            )
        )


def _exit(answers: Answers, context: RuleContext) -> Iterator[str]:
    case = exit_case(answers, context)
    for block in blocks_to_sign(case):
        yield block.text
    for title in titles_of_parts(refused_overrides(case)):
        yield phrase(
            "{title}: the records say otherwise, and nobody may judge against them here.",
            title=title,
        )


def _flag(answers: Answers, _context: RuleContext) -> Iterator[str]:
    if text_of(answers, "flag_cleared_at"):
        for missing in missing_to_clear(answers):
            yield phrase("To clear the flag: {missing}", missing=missing)


def _plan(answers: Answers, context: RuleContext) -> Iterator[str]:
    for note in plan_notes(answers, plan_surroundings(context)):
        # What is missing in a row is said at its question.
        if note.level is NoteLevel.ERROR and not note.row_id:
            yield note.text


def _referral(answers: Answers, context: RuleContext) -> Iterator[str]:
    for problem in content_problems(answers, referral_facts(answers, context)):
        if problem.level is ProblemLevel.ERROR:
            yield problem.text


def _transmission(answers: Answers, context: RuleContext) -> Iterator[str]:
    record = context.case_file.find(text_of(answers, "tx_referral"))
    if record is None:
        return
    withdrawn = stopped_on(context.case_file, record.answers)
    left = day_of(answers, "tx_at")
    facts = replace(
        referral_facts(record.answers, context),
        approved=record.is_countersigned,
        # What left before the client withdrew is still to be written down.
        is_stopped=withdrawn is not None and (left is None or left >= withdrawn),
    )
    for problem in sending_problems(record.answers, answers, facts):
        # What the form itself refuses is said at its question.
        if not problem.question:
            yield problem.text


_BY_FORM: dict[str, Callable[[Answers, RuleContext], Iterator[str]]] = {
    "exit_checklist": _exit,
    "referral": _referral,
    "risk_assessment": _assessment,
    "safety_flag": _flag,
    "support_plan": _plan,
    "transmission": _transmission,
}
