"""What open safety flags and events still ask for, as lines of a case; each rule is in the domain."""

from collections.abc import Iterator
from datetime import date, datetime

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.errors import NoTimescale
from outreach_app.domain.event_assessments import WITHIN, Event, unanswered
from outreach_app.domain.flag_duties import (
    Duty,
    DutyKind,
    SignedPaper,
    open_duties,
)
from outreach_app.domain.flags import label_of
from outreach_app.domain.records import Record
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import text_of
from outreach_app.domain.working_days import BankHolidays
from outreach_app.phrases import phrase
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.needs import Need, NeedKind

_KINDS = {
    DutyKind.REFERRAL: NeedKind.FLAG_REFERRAL,
    DutyKind.CONTACT: NeedKind.FLAG_CONTACT,
    DutyKind.SAFETY_PLAN: NeedKind.FLAG_PLAN,
    DutyKind.EPISODE: NeedKind.FLAG_EPISODE,
    DutyKind.ASSESSMENT: NeedKind.FLAG_ASSESSMENT,
}
_CONTACTS = {
    "not_safe_to_talk": phrase("New contact by a safe channel"),
    "location_compromised": phrase("Ask about a move today, and note it"),
    "suicide_plan": phrase("Look again after the safety flag, and note it"),
    "removal_or_detention": phrase("Legal adviser today, and note it"),
    "criminalised": phrase("Criminal solicitor today, and note it"),
}
_OTHERS = {
    DutyKind.SAFETY_PLAN: phrase("Look at “leaving safely” in the safety plan"),
    DutyKind.EPISODE: phrase("Record the missing episode"),
    DutyKind.ASSESSMENT: phrase("Assess the risk that the flag is about"),
}
_NOTE, _REFERRAL, _PLAN = "contact_note", "referral", "safety_plan"


def needs_of_flags(case_file: CaseFile, timescales: Timescales, words: CaseWords) -> Iterator[Need]:
    """Yield what the open flags of a case still ask for."""
    papers = tuple(_paper(record) for record in case_file.records)
    plan = case_file.newest(_PLAN)
    for flag in case_file.open_flags():
        record = case_file.find(flag.document_id)
        if record is None:
            continue
        for duty in open_duties(flag.code, record.at, papers):
            due = duty_due(duty, record.at, timescales, case_file.jurisdiction)
            plan_id = plan.document_id if plan is not None else ""
            yield duty_need(flag.code, duty, due, words, plan_id)


def needs_of_events(
    case_file: CaseFile, timescales: Timescales, holidays: BankHolidays, words: CaseWords
) -> Iterator[Need]:
    """Yield the new assessment that an event in a note asks for; the oldest that waits."""
    events = (
        Event(document_id=each.document_id, code=text_of(each.answers, "note_event"), at=each.at)
        for each in case_file.all(_NOTE)
    )
    assessed = (
        (text_of(each.record.answers, "assessment_kind"), each.record.at)
        for each in case_file.assessments
    )
    event = unanswered(events, assessed)
    if event is not None:
        due = event_due(event, timescales, case_file.jurisdiction, holidays)
        yield event_need(event, due, words)


def _paper(record: Record) -> SignedPaper:
    kind = text_of(record.answers, "ref_kind") if record.form_id == _REFERRAL else ""
    return SignedPaper(form_id=record.form_id, at=record.at, kind=kind)


# ---- words ------------------------------------------------------------------------------------


def duty_need(code: str, duty: Duty, due: date, words: CaseWords, plan_id: str) -> Need:
    """Return a duty of an open flag as a line."""
    return Need(
        kind=_KINDS[duty.kind],
        what=_what(code, duty, words),
        where=phrase("Safety flag “{flag}”", flag=label_of(code)),
        due=due,
        document_id=plan_id if duty.kind is DutyKind.SAFETY_PLAN else "",
        about=duty.referral_kind,
    )


def _what(code: str, duty: Duty, words: CaseWords) -> str:
    if duty.kind is DutyKind.REFERRAL:
        kind = words.choice(_REFERRAL, "ref_kind", duty.referral_kind)
        return phrase("Draft a referral, or write down why not: {kind}", kind=kind)
    if duty.kind is DutyKind.CONTACT:
        return _CONTACTS[code]
    return _OTHERS[duty.kind]


def duty_due(duty: Duty, set_at: datetime, timescales: Timescales, nation: str) -> date:
    """Return the day by which a duty is due; without a row of the table the same day."""
    if duty.timescale:
        try:
            return timescales.due(duty.timescale, set_at, None, nation).due
        except NoTimescale:
            return set_at.date()
    return set_at.date()


def event_need(event: Event, due: date | None, words: CaseWords) -> Need:
    """Return the assessment that an event asks for as a line."""
    return Need(
        kind=NeedKind.EVENT,
        what=phrase("New risk assessment after an event"),
        where=phrase(
            "{event}, on {day}",
            event=words.choice(_NOTE, "note_event", event.code),
            day=day_words(event.at.date()),
        ),
        due=due,
        document_id=event.document_id,
        about=event.code,
    )


def event_due(
    event: Event, timescales: Timescales, nation: str, holidays: BankHolidays
) -> date | None:
    """Return the day by which the risk is assessed after an event, None without a time limit."""
    try:
        return timescales.due(WITHIN, event.at.date(), None, nation, holidays).due
    except NoTimescale:
        return None
