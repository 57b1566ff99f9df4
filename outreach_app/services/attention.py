"""What waits for someone in a case: reviews, actions, consents, referrals, drafts, conflicts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.consents import Consent, ConsentState, consents_of
from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.nrm_course import NrmClock, NrmEvent, asked_now, events_of_case
from outreach_app.domain.plan import read_goals
from outreach_app.domain.referrals import (
    Referral,
    chase_state,
    correctable,
    late_approval_due,
    referrals_of,
)
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import day_of, rows_of, text_of
from outreach_app.domain.working_days import BankHolidays
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.summary import Attention
from outreach_app.services.approvals_needed import confirmation_need
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.contact_checks import needs_of_contacts
from outreach_app.services.flag_needs import needs_of_events, needs_of_flags
from outreach_app.services.incidents import needs_of_incidents
from outreach_app.services.missing_needs import needs_of_returns
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.note_needs import needs_of_notes
from outreach_app.services.rights import needs_of_rights
from outreach_app.services.turning_eighteen import needs_of_age

_AHEAD = "item_ahead"
_WHY = {
    "draft": (NeedKind.DRAFT, phrase("Begun and not signed")),
    "returned": (NeedKind.RETURNED, phrase("Returned by the supervisor")),
    "unsent": (NeedKind.UNSENT, phrase("Signed and not sent")),
    "awaiting_answer": (NeedKind.ARRIVED, phrase("Arrived and not taken over")),
}
_ENDING = frozenset({ConsentState.VALID, ConsentState.EXPIRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The configured limits by which something is due."""

    timescales: Timescales
    holidays: BankHolidays


def attention(case_file: CaseFile, limits: Limits, words: CaseWords) -> tuple[Attention, ...]:
    """Return what waits in a case as a copy shows it; see `needs_of`."""
    return tuple(
        Attention(
            each.what,
            each.where,
            day_words(each.due),
            late=each.due is not None and each.due < case_file.on,
        )
        for each in needs_of(case_file, limits, words)
    )


def needs_of(
    case_file: CaseFile, limits: Limits, words: CaseWords, *, until: date | None = None
) -> tuple[Need, ...]:
    """Return what waits: flags, then the most overdue first, by date, then what has no date.

    What is due after `until`, or later than the table's “look ahead”, is left out.
    """
    last = until or _look_ahead(case_file, limits.timescales)
    found = [
        *_flags(case_file),
        *needs_of_flags(case_file, limits.timescales, words),
        *needs_of_returns(case_file, limits.timescales),
        *needs_of_events(case_file, limits.timescales, limits.holidays, words),
        *_reviews(case_file),
        *_actions(case_file),
        *needs_of_notes(case_file),
        *needs_of_contacts(case_file, limits.timescales),
        *_consents(case_file, limits, words),
        *_withdrawn(case_file),
        *_referrals(case_file, limits, words),
        *_decisions(case_file, limits),
        *needs_of_age(case_file, limits.timescales),
        *needs_of_incidents(case_file, limits.timescales, words),
        *needs_of_rights(case_file, limits.timescales, words),
        *_unsettled(case_file, words),
    ]
    wanted = [each for each in found if each.due is None or each.due <= last]
    wanted.sort(
        key=lambda each: (
            each.kind is not NeedKind.FLAG,
            each.due is None,
            each.due or date.max,
            each.where,
            each.what,
        )
    )
    return tuple(wanted)


def _look_ahead(case_file: CaseFile, timescales: Timescales) -> date:
    if timescales.find(_AHEAD, case_file.on, case_file.jurisdiction) is None:
        return case_file.on
    return timescales.due(_AHEAD, case_file.on, None, case_file.jurisdiction).due


def _flags(case_file: CaseFile) -> Iterator[Need]:
    for flag in case_file.open_flags():
        record = case_file.find(flag.document_id)
        if record is not None and not text_of(record.answers, "told_who"):
            yield Need(
                kind=NeedKind.FLAG,
                what=phrase("Flag “{flag}”: tell your manager and note it", flag=flag.label),
                where=phrase("Safety flag"),
                document_id=flag.document_id,
            )


def _reviews(case_file: CaseFile) -> Iterator[Need]:
    last = case_file.last_assessment
    if last is not None:
        due = day_of(last.record.answers, "next_review")
        yield from _review(
            NeedKind.REVIEW,
            (phrase("Review of the risk assessment"), phrase("Risk assessment")),
            due,
            last.record.document_id,
        )
    plan = case_file.newest("support_plan")
    if plan is not None:
        due = day_of(plan.answers, "plan_next_review")
        yield from _review(
            NeedKind.PLAN_REVIEW,
            (phrase("Review of the support plan"), phrase("Support plan")),
            due,
            plan.document_id,
        )


def _review(
    kind: NeedKind, words: tuple[str, str], due: date | None, document_id: str
) -> Iterator[Need]:
    if due is not None:
        what, where = words
        yield Need(kind=kind, what=what, where=where, due=due, document_id=document_id)


def _actions(case_file: CaseFile) -> Iterator[Need]:
    plan = case_file.newest("support_plan")
    document_id = plan.document_id if plan is not None else ""
    for goal in read_goals(case_file.plan):
        for action in goal.actions if goal.is_open else ():
            if action.is_open and action.by is not None:
                yield Need(
                    kind=NeedKind.ACTION,
                    what=f"{action.label} {action.text}".strip(),
                    where=phrase("Support plan"),
                    due=action.by,
                    document_id=document_id,
                )


def _consents(case_file: CaseFile, limits: Limits, words: CaseWords) -> Iterator[Need]:
    newest: dict[tuple[str, str, str], Consent] = {}
    for consent in consents_of(case_file, limits.timescales):
        newest[consent.kind, consent.agency_id, consent.purpose] = consent
    for consent in newest.values():
        state = consent.state_on(case_file.on)
        if state in _ENDING:
            what = consent_ending(_about(consent, words), ended=state is ConsentState.EXPIRED)
            yield Need(
                kind=NeedKind.CONSENT,
                what=what,
                where=phrase("Consent"),
                due=consent.valid_until,
                document_id=consent.document_id,
            )


def _withdrawn(case_file: CaseFile) -> Iterator[Need]:
    """Yield whom to ask to stop, while nobody has; a refusal asks for nothing."""
    for record in case_file.all("consent"):
        for row in rows_of(record.answers, "con_after_withdrawal"):
            agency = case_file.find(text_of(row, "caw_agency"))
            done = any(
                text_of(row, name).strip()
                for name in ("caw_asked_to_stop", "caw_asked_to_delete", "caw_answer")
            )
            if agency is None or done or not text_of(record.answers, "con_withdrawn_on"):
                continue
            yield Need(
                kind=NeedKind.CONSENT,
                what=phrase(
                    "Consent withdrawn: ask {agency} to stop and delete",
                    agency=text_of(agency.answers, "agency_name"),
                ),
                where=phrase("Consent"),
                due=day_of(record.answers, "con_withdrawn_on"),
                document_id=record.document_id,
            )


def consent_ending(kind: str, *, ended: bool) -> str:
    """Return that a consent runs out, or has."""
    if ended:
        return phrase("Consent has run out: {kind}", kind=kind)
    return phrase("Consent runs out: {kind}", kind=kind)


def _about(consent: Consent, words: CaseWords) -> str:
    return consent.purpose or words.choice("consent", "con_kind", consent.kind)


def _referrals(case_file: CaseFile, limits: Limits, words: CaseWords) -> Iterator[Need]:
    every = referrals_of(case_file)
    for each in every:
        where = _referral_words(each, words)
        try:
            yield from _deadlines(each, where, case_file, limits)
        except NoTimescale:
            # Without a time limit for this nation it still waits, only nobody can say since when.
            yield _chase(phrase("No answer yet"), where, each.document_id)
    for each in correctable(every, _leaves(case_file)):
        yield Need(
            kind=NeedKind.SEND_AGAIN,
            what=phrase("Refused for a fact that is known now: send again"),
            where=_referral_words(each, words),
            document_id=each.document_id,
        )


def _chase(what: str, where: str, document_id: str, due: date | None = None) -> Need:
    return Need(kind=NeedKind.CHASE, what=what, where=where, due=due, document_id=document_id)


def _deadlines(
    referral: Referral, where: str, case_file: CaseFile, limits: Limits
) -> tuple[Need, ...]:
    nation, holidays = case_file.jurisdiction, limits.holidays
    found = []
    state = chase_state(referral, case_file.on, limits.timescales, nation, holidays)
    if state is not None:
        no_answer = phrase("No answer yet")
        what = phrase("Escalate: no answer") if state.must_escalate else no_answer
        found.append(_chase(what, where, referral.document_id, state.due.due))
    approval = late_approval_due(referral, limits.timescales, nation, holidays)
    if referral.phone is not None and referral.needs_confirmation:
        found.append(confirmation_need(referral.phone, where, limits.timescales, nation, holidays))
    elif approval is not None:
        found.append(
            Need(
                kind=NeedKind.APPROVE_LATE,
                what=phrase("Sent as an emergency: approve afterwards"),
                where=where,
                due=approval.due,
                document_id=referral.document_id,
            )
        )
    return tuple(found)


def _leaves(case_file: CaseFile) -> dict[str, str]:
    return {name: value for name, value in case_file.client.items() if isinstance(value, str)}


def _referral_words(referral: Referral, words: CaseWords) -> str:
    kind = words.choice("referral", "ref_kind", referral.kind)
    return referral_words(referral.label, kind)


def referral_words(label: str, kind: str) -> str:
    """Return what a referral is called: by its label, if it has one, and its kind."""
    if label:
        return phrase("Referral {label}, {kind}", label=label, kind=kind)
    return phrase("Referral, {kind}", kind=kind)


def _decisions(case_file: CaseFile, limits: Limits) -> Iterator[Need]:
    clock = NrmClock(
        timescales=limits.timescales,
        jurisdiction=case_file.jurisdiction,
        bank_holidays=limits.holidays,
    )
    yield from nrm_needs(events_of_case(case_file), clock, case_file.on)


def nrm_needs(events: tuple[NrmEvent, ...], clock: NrmClock, on: date) -> Iterator[Need]:
    """Yield what the NRM asks for: tasks, decisions awaited, periods that end."""
    for each in asked_now(events, clock, on):
        yield Need(
            kind=NeedKind.NRM,
            what=each.text,
            where=phrase("NRM"),
            due=each.due,
            document_id=each.document_id,
        )


def _unsettled(case_file: CaseFile, words: CaseWords) -> Iterator[Need]:
    for why, (kind, what) in _WHY.items():
        about = [each for each in case_file.around.unfinished if each.why == why]
        found = Counter(each.form_id for each in about)
        kinds = [
            in_a_row((words.form(form_id), f"({count})" if count > 1 else ""), " ")
            for form_id, count in sorted(found.items())
        ]
        if kinds:
            # Several are sent together; of those to write at one begins with the first.
            together = len(about) > 1 and kind is NeedKind.UNSENT
            only = "" if together else about[0].document_id
            listed = in_a_row((what, in_a_row(kinds)), ": ")
            yield Need(kind=kind, what=listed, where=phrase("Case"), document_id=only)
    for record in case_file.records:
        if record.unresolved:
            yield Need(
                kind=NeedKind.MERGE,
                what=phrase("Two versions are not merged yet"),
                where=in_a_row((words.form(record.form_id), day_words(record.on))),
                document_id=record.document_id,
            )
