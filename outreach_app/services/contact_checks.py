"""Checking the safe ways to reach a client again: the rule of the timescales as a line."""

from collections.abc import Iterator, Sequence
from datetime import date

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.safe_contacts import checked_days, recheck_due
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import parse_day
from outreach_app.phrases import phrase
from outreach_app.services.case_words import day_words
from outreach_app.services.needs import Need, NeedKind

CLIENT = "client"


def needs_of_contacts(case_file: CaseFile, timescales: Timescales) -> Iterator[Need]:
    """Yield that the safe ways to reach a client are to be checked with the client again."""
    record = case_file.newest(CLIENT)
    if record is not None:
        checked = checked_days(record.answers)
        due = recheck_due(checked, timescales, case_file.jurisdiction, case_file.on)
        if due is not None:
            yield contacts_need(checked, due, record.document_id)


def contacts_need(checked: Sequence[str], due: date, document_id: str) -> Need:
    """Return the check as a line, with the oldest day of a check; no number, no address."""
    days = [parse_day(each) for each in checked]
    known = [day for day in days if day is not None]
    where = (
        phrase("Last checked on {day}", day=day_words(min(known)))
        if len(known) == len(days)
        else phrase("At least one was never checked")
    )
    return Need(
        kind=NeedKind.CONTACTS,
        what=phrase("Check the safe contacts with the client"),
        where=where,
        due=due,
        document_id=document_id,
    )
