"""What went wrong with data: a lost stick, a wrong recipient, somebody told without consent; and its clock.

The clock is a row of the timescales and runs from the moment it was noticed, in a closed case as in
an open one, until the regulator was told, or was decided not to be, or nothing is left to do.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import parse_instant, text_of
from outreach_app.phrases import phrase
from outreach_app.report.dates import long_time
from outreach_app.services.case_words import CaseWords
from outreach_app.services.clocked_records import needs_of_records
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.needs import Need, NeedKind

FORM = "incident"
CLOCK = "breach_report"


def needs_of_incidents(
    case_file: CaseFile, timescales: Timescales, words: CaseWords
) -> Iterator[Need]:
    """Return what the incidents of a case still ask for."""
    return needs_of_records(case_file, FORM, incident_need, timescales, words)


def incident_need(
    answers: Mapping[str, Any],
    document_id: str,
    timescales: Timescales,
    nation: str,
    words: CaseWords,
) -> Need | None:
    """Return the next step that an incident asks for, None once it is settled.

    Args:
        answers: At least kind, moment, who was told, what was decided, and the end.
        document_id: The incident.
        timescales: The configured limits.
        nation: Whose limits apply; without a row the incident waits without a day.
        words: Of the codes.
    """
    kind = words.choice(FORM, "inc_kind", text_of(answers, "inc_kind"))
    what = _step(answers, kind or words.form(FORM))
    if what is None:
        return None
    noticed = parse_instant(text_of(answers, "inc_noticed_at"))
    until = _until(noticed, timescales, nation) if noticed is not None else None
    return Need(
        kind=NeedKind.INCIDENT,
        what=what,
        where=_where(noticed, until),
        due=until.date() if until is not None else None,
        document_id=document_id,
    )


def _step(answers: Mapping[str, Any], kind: str) -> str | None:
    if text_of(answers, "inc_closed_on"):
        return None
    decided = text_of(answers, "inc_regulator")
    if not decided and not text_of(answers, "inc_lead_at"):
        return phrase("Tell the data protection lead: {incident}", incident=kind)
    if not decided:
        return phrase(
            "Decide whether to tell the Information Commissioner: {incident}", incident=kind
        )
    if decided == "yes" and not text_of(answers, "inc_regulator_at"):
        return phrase("Tell the Information Commissioner: {incident}", incident=kind)
    return None


def _until(noticed: datetime, timescales: Timescales, nation: str) -> datetime | None:
    day = noticed.astimezone(CASEWORK_ZONE).date()
    if timescales.find(CLOCK, day, nation) is None:
        return None
    due = timescales.due(CLOCK, noticed, day, nation)
    # A row that an organisation counts in days ends with its day.
    end = due.at or datetime(due.due.year, due.due.month, due.due.day, 23, 59, tzinfo=CASEWORK_ZONE)
    return end.astimezone(CASEWORK_ZONE)


def _where(noticed: datetime | None, until: datetime | None) -> str:
    if noticed is None:
        return ""
    since = long_time(noticed.astimezone(CASEWORK_ZONE))
    if until is None:
        return phrase("Noticed {noticed}", noticed=since)
    return phrase("Noticed {noticed}; time until {until}", noticed=since, until=long_time(until))
