"""What waits for someone in a case: reviews, actions, consents, referrals, drafts, conflicts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.consents import Consent, ConsentState, consents_of
from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.nrm import nrm_dates, nrm_tasks
from outreach_app.domain.plan import read_goals
from outreach_app.domain.referrals import (
    Referral,
    chase_state,
    correctable,
    late_approval_due,
    referrals_of,
)
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of
from outreach_app.domain.working_days import BankHolidays
from outreach_app.report.summary import Attention
from outreach_app.services.case_words import CaseWords, day_words

_AHEAD = "item_ahead"
_WHY = {
    "draft": "Begun and not signed",
    "returned": "Returned by the supervisor",
    "unsent": "Signed and not sent",
    "awaiting_answer": "Arrived and not taken over",
}
_ENDING = {
    ConsentState.VALID: "Consent runs out",
    ConsentState.EXPIRED: "Consent has run out",
}


@dataclass(frozen=True, slots=True)
class _Item:
    what: str
    where: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The configured limits by which something is due."""

    timescales: Timescales
    holidays: BankHolidays


def attention(case_file: CaseFile, limits: Limits, words: CaseWords) -> tuple[Attention, ...]:
    """Return what waits, the most overdue first, then by date, then what has no date.

    What is due later than the table's “look ahead” is left out.
    """
    last = _look_ahead(case_file, limits.timescales)
    found = [
        *_reviews(case_file),
        *_actions(case_file),
        *_consents(case_file, limits, words),
        *_referrals(case_file, limits, words),
        *_decisions(case_file, limits),
        *_unsettled(case_file, words),
    ]
    wanted = [each for each in found if each.due is None or each.due <= last]
    wanted.sort(key=lambda each: (each.due is None, each.due or date.max, each.where, each.what))
    return tuple(
        Attention(
            each.what,
            each.where,
            day_words(each.due),
            late=each.due is not None and each.due < case_file.on,
        )
        for each in wanted
    )


def _look_ahead(case_file: CaseFile, timescales: Timescales) -> date:
    if timescales.find(_AHEAD, case_file.on, case_file.jurisdiction) is None:
        return case_file.on
    return timescales.due(_AHEAD, case_file.on, None, case_file.jurisdiction).due


def _reviews(case_file: CaseFile) -> Iterator[_Item]:
    last = case_file.last_assessment
    answers = last.record.answers if last is not None else {}
    for name, held, where in (
        ("next_review", answers, "Risk assessment"),
        ("plan_next_review", case_file.plan, "Support plan"),
    ):
        due = day_of(held, name)
        if due is not None:
            yield _Item(f"Review of the {where.lower()}", where, due)


def _actions(case_file: CaseFile) -> Iterator[_Item]:
    for goal in read_goals(case_file.plan):
        for action in goal.actions if goal.is_open else ():
            if action.is_open and action.by is not None:
                yield _Item(f"{action.label} {action.text}".strip(), "Support plan", action.by)


def _consents(case_file: CaseFile, limits: Limits, words: CaseWords) -> Iterator[_Item]:
    newest: dict[tuple[str, str, str], Consent] = {}
    for consent in consents_of(case_file, limits.timescales):
        newest[consent.kind, consent.agency_id, consent.purpose] = consent
    for consent in newest.values():
        state = consent.state_on(case_file.on)
        if state in _ENDING:
            what = f"{_ENDING[state]}: {_about(consent, words)}"
            yield _Item(what, "Consent", consent.valid_until)


def _about(consent: Consent, words: CaseWords) -> str:
    return consent.purpose or words.choice("consent", "con_kind", consent.kind)


def _referrals(case_file: CaseFile, limits: Limits, words: CaseWords) -> Iterator[_Item]:
    every = referrals_of(case_file)
    for each in every:
        where = _referral_words(each, words)
        try:
            yield from _deadlines(each, where, case_file, limits)
        except NoTimescale:
            # Without a time limit for this nation it still waits, only nobody can say since when.
            yield _Item("No answer yet", where)
    for each in correctable(every, _leaves(case_file)):
        what = "Refused for a fact that is known now: send again"
        yield _Item(what, _referral_words(each, words))


def _deadlines(
    referral: Referral, where: str, case_file: CaseFile, limits: Limits
) -> tuple[_Item, ...]:
    nation, holidays = case_file.jurisdiction, limits.holidays
    found = []
    state = chase_state(referral, case_file.on, limits.timescales, nation, holidays)
    if state is not None:
        what = "Escalate: no answer" if state.must_escalate else "No answer yet"
        found.append(_Item(what, where, state.due.due))
    approval = late_approval_due(referral, limits.timescales, nation, holidays)
    if approval is not None:
        found.append(_Item("Sent as an emergency: approve afterwards", where, approval.due))
    return tuple(found)


def _leaves(case_file: CaseFile) -> dict[str, str]:
    return {name: value for name, value in case_file.client.items() if isinstance(value, str)}


def _referral_words(referral: Referral, words: CaseWords) -> str:
    kind = words.choice("referral", "ref_kind", referral.kind)
    return f"Referral {referral.label}".strip() + f", {kind}"


def _decisions(case_file: CaseFile, limits: Limits) -> Iterator[_Item]:
    newest = case_file.newest("nrm_event")
    if newest is None:
        return
    dates = nrm_dates(newest.answers, limits.timescales, case_file.jurisdiction, limits.holidays)
    for task in nrm_tasks(newest.answers, dates):
        yield _Item(task.text, "NRM", task.due)


def _unsettled(case_file: CaseFile, words: CaseWords) -> Iterator[_Item]:
    for why, what in _WHY.items():
        found = Counter(each.form_id for each in case_file.around.unfinished if each.why == why)
        kinds = [
            f"{words.form(form_id)}{f' ({count})' if count > 1 else ''}"
            for form_id, count in sorted(found.items())
        ]
        if kinds:
            yield _Item(f"{what}: {', '.join(kinds)}", "Case")
    for record in case_file.records:
        if record.unresolved:
            where = f"{words.form(record.form_id)}, {day_words(record.on)}"
            yield _Item("Two versions are not merged yet", where)
