"""What the rules demand before a signature, beyond what the questions of the form demand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from outreach_app.domain.approvals import may_leave
from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.exits.checklist import (
    blocks_to_sign,
    refused_overrides,
    releases_closed,
    titles_of_parts,
)
from outreach_app.domain.flags import missing_to_clear
from outreach_app.domain.people import Role
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
_DECIDING = frozenset({Role.SUPERVISOR, Role.SAFEGUARDING_LEAD})


@dataclass(frozen=True, slots=True)
class Gate:
    """Something that stands against signing.

    Attributes:
        question: Name of the question in which it is resolved, "" for none.
        document_id: The paper in which it is resolved, "" for none.
    """

    text: str
    question: str = ""
    document_id: str = ""


def gates(form_id: str, answers: Answers, context: RuleContext) -> tuple[Gate, ...]:
    """Return what stands against signing a document.

    Args:
        form_id: Which form.
        answers: Relevant answers, flat.
        context: What the rules read besides.
    """
    rules = _BY_FORM.get(form_id)
    found = rules(answers, context) if rules is not None else ()
    return tuple(each if isinstance(each, Gate) else Gate(each) for each in found)


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


def _exit(answers: Answers, context: RuleContext) -> Iterator[str | Gate]:
    case = exit_case(answers, context)
    for block in blocks_to_sign(case):
        newest = context.case_file.newest(block.form_id) if block.form_id else None
        yield Gate(
            block.text,
            question=block.question,
            document_id=block.document_id or (newest.document_id if newest is not None else ""),
        )
    refused = () if releases_closed(case) else refused_overrides(case)
    for title in titles_of_parts(refused):
        yield phrase(
            "{title}: the records say otherwise, and nobody may judge against them here.",
            title=title,
        )


_TO_CLEAR = {
    "flag_how_cleared": phrase("Say how the flag was cleared."),
    "flag_held_by": phrase("Name who holds the risk now: agency and person."),
    "flag_clear_told_who": phrase(
        "This flag is cleared by a supervisor, or with the name of the supervisor who agreed on the "
        "telephone, and when."
    ),
}


def _flag(answers: Answers, context: RuleContext) -> Iterator[str]:
    if text_of(answers, "flag_cleared_at"):
        deciding = {each.person_id for each in context.people if each.role in _DECIDING}
        for missing in missing_to_clear(answers, deciding):
            yield _TO_CLEAR[missing]


def _plan(answers: Answers, context: RuleContext) -> Iterator[str]:
    for note in plan_notes(answers, plan_surroundings(context)):
        # What is missing in a row is said at its question.
        if note.level is NoteLevel.ERROR and not note.row_id:
            yield note.text


def _referral(answers: Answers, context: RuleContext) -> Iterator[str]:
    sent = (text_of(each.answers, "tx_referral") for each in context.case_file.all("transmission"))
    if context.document_id in sent:
        yield phrase(
            "This referral has left and stays as it was sent: write a new one that corrects it."
        )
    for problem in content_problems(answers, referral_facts(answers, context)):
        if problem.level is ProblemLevel.ERROR:
            yield problem.text


def _approval(answers: Answers, context: RuleContext) -> Iterator[str]:
    """Yield why somebody's word on the telephone would not count."""
    record = context.case_file.find(text_of(answers, "pa_referral"))
    if record is None or record.form_id != "referral":
        yield phrase("Choose the signed referral that was read out.")
        return
    who = text_of(answers, "pa_who")
    roles = {each.role for each in context.people if each.person_id == who}
    access = CaseAccess(
        form_id="referral",
        referral_kind=text_of(record.answers, "ref_kind"),
        authors=record.author_ids,
    )
    if who and not any(may(who, role, Verb.APPROVE, access).allowed for role in roles):
        yield phrase(
            "This person does not approve this referral: a supervisor does, or the safeguarding lead "
            "for a safeguarding referral, and never its author."
        )


def _transmission(answers: Answers, context: RuleContext) -> Iterator[str]:
    record = context.case_file.find(text_of(answers, "tx_referral"))
    if record is None:
        return
    withdrawn = stopped_on(context.case_file, record.answers)
    left = day_of(answers, "tx_at")
    facts = replace(
        referral_facts(record.answers, context),
        approved=may_leave(context.case_file, record),
        # What left before the client withdrew is still to be written down.
        is_stopped=withdrawn is not None and (left is None or left >= withdrawn),
    )
    for problem in sending_problems(record.answers, answers, facts):
        # What the form itself refuses is said at its question.
        if not problem.question:
            yield problem.text


_BY_FORM: dict[str, Callable[[Answers, RuleContext], Iterable[str | Gate]]] = {
    "exit_checklist": _exit,
    "referral": _referral,
    "referral_approval": _approval,
    "risk_assessment": _assessment,
    "safety_flag": _flag,
    "support_plan": _plan,
    "transmission": _transmission,
}
