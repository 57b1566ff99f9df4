"""What the rules remark about a document that is being written. A remark never stops the signing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.consents import consents_of, withdrawal_effects
from outreach_app.domain.day_words import long_date
from outreach_app.domain.dependants import unwritten_at_exit
from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.exits.afterwards import follow_ups, retention
from outreach_app.domain.exits.long_term_evidence import gaps_in_provision
from outreach_app.domain.levels import parse_level
from outreach_app.domain.plan_rules import NoteLevel, plan_notes
from outreach_app.domain.referral_gates import ProblemLevel, content_problems
from outreach_app.domain.risk_input import proposed_risks
from outreach_app.domain.risk_review import duties
from outreach_app.domain.values import day_of, text_of
from outreach_app.phrases import listed, phrase
from outreach_app.services.rules.calculated import exit_case, referral_facts, risk_input
from outreach_app.services.rules.surroundings import RuleContext, plan_surroundings

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: the rule or subject it comes from, its words, and the row it is about, if any."""

    rule: str
    text: str
    row_id: str = ""


def remarks(form_id: str, answers: Answers, context: RuleContext) -> tuple[Remark, ...]:
    """Return what the rules remark about a document, none where no rule speaks of its form.

    Args:
        form_id: Which form.
        answers: Relevant answers, flat.
        context: What the rules read besides.
    """
    rules = _BY_FORM.get(form_id)
    return tuple(rules(answers, context)) if rules is not None else ()


def _assessment(answers: Answers, context: RuleContext) -> Iterator[Remark]:
    for each in proposed_risks(risk_input(answers, context)):
        if not each.beside:
            yield Remark(
                "proposal",
                phrase(
                    "Rate a risk for this? {item}: {code}", item=each.item.title, code=each.code
                ),
            )
    level = parse_level(text_of(answers, "overall_level"))
    if level is None:
        return
    assessed_on = day_of(answers, "assessed_at") or context.today
    nation = context.case_file.jurisdiction
    for duty in duties(level, assessed_on, context.timescales, nation, context.holidays):
        until = phrase(", by {day}", day=long_date(duty.by.due)) if duty.by is not None else ""
        yield Remark(phrase("level {level}", level=level.label), duty.text + until)


def _plan(answers: Answers, context: RuleContext) -> Iterator[Remark]:
    for note in plan_notes(answers, plan_surroundings(context)):
        if note.level is not NoteLevel.ERROR:
            yield Remark(note.rule, note.text, note.row_id)


def _referral(answers: Answers, context: RuleContext) -> Iterator[Remark]:
    for problem in content_problems(answers, referral_facts(answers, context)):
        if problem.level is ProblemLevel.WARNING:
            yield Remark(problem.code, problem.text)


def _consent(answers: Answers, context: RuleContext) -> Iterator[Remark]:
    if not text_of(answers, "con_withdrawn_on"):
        return
    consents = consents_of(context.case_file, context.timescales)
    own = next((each for each in consents if each.document_id == context.document_id), None)
    if own is None:
        return
    effects = withdrawal_effects(context.case_file, own)
    if effects.lead_first:
        yield Remark(
            "withdrawal",
            phrase("Somebody else may be in danger: the safeguarding lead decides first."),
        )
    if effects.stopped_shares:
        yield Remark(
            "withdrawal",
            phrase("Sharing that stops in the plan: {number}.", number=len(effects.stopped_shares)),
        )
    if effects.stopped_referrals:
        yield Remark(
            "withdrawal",
            phrase("Referrals that do not leave: {number}.", number=len(effects.stopped_referrals)),
        )
    if effects.sent_referrals:
        yield Remark(
            "withdrawal",
            phrase("Referrals that have left: {number}.", number=len(effects.sent_referrals)),
        )
    if effects.already_told:
        yield Remark(
            "withdrawal",
            phrase("Ask to stop and delete: %n agencies.", count=len(effects.already_told)),
        )
    if effects.ends_nrm:
        yield Remark(
            "withdrawal", phrase("Only the client leaves the NRM, in writing: offer legal advice.")
        )


def _exit(answers: Answers, context: RuleContext) -> Iterator[Remark]:
    case = exit_case(answers, context)
    left_out = unwritten_at_exit(context.case_file.client, answers)
    if left_out:
        yield Remark(
            "dependants",
            phrase("Nothing is written yet for %n dependant(s).", count=len(left_out)),
        )
    for what in gaps_in_provision(case):
        yield Remark(
            "provision",
            phrase("No service exists for: {what}", what=listed(what.replace("_", " "))),
        )
    try:
        for deadline in follow_ups(case):
            yield Remark("follow-up", phrase("Follow-up due on {day}", day=long_date(deadline.due)))
        kept = retention(case)
    except NoTimescale:
        yield Remark("timescales", phrase("The table of timescales has no row for this nation."))
        return
    if kept is not None:
        hold = phrase(", and longer under the legal hold") if kept.legal_hold else ""
        yield Remark(
            "retention",
            phrase(
                "Kept as a {kind}'s record until {day}{hold}",
                kind=kept.kind,
                day=long_date(kept.until),
                hold=hold,
            ),
        )


_BY_FORM: dict[str, Callable[[Answers, RuleContext], Iterator[Remark]]] = {
    "consent": _consent,
    "exit_checklist": _exit,
    "referral": _referral,
    "risk_assessment": _assessment,
    "support_plan": _plan,
}
