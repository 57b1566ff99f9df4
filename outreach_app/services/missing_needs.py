"""Return conversations that are still to be had, as lines of a case."""

from collections.abc import Iterator

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.missing import Return, read_return, talk_due
from outreach_app.domain.timescales import Deadline, Timescales
from outreach_app.phrases import phrase
from outreach_app.report.dates import long_time
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.needs import Need, NeedKind

EPISODE = "missing_episode"


def needs_of_returns(case_file: CaseFile, timescales: Timescales) -> Iterator[Need]:
    """Yield the return conversations that a case waits for."""
    for record in case_file.all(EPISODE):
        back = read_return(record.document_id, record.answers)
        if back is None:
            continue
        due = talk_due(back, case_file.client, timescales, case_file.jurisdiction)
        if due is not None:
            yield talk_need(back, due)


def talk_need(back: Return, due: Deadline) -> Need:
    """Return the line of a return conversation; the limit counts in hours and says its time."""
    until = due.at.astimezone(CASEWORK_ZONE) if due.at is not None else None
    return Need(
        kind=NeedKind.RETURN_TALK,
        what=phrase("Return conversation, with someone independent"),
        where=phrase(
            "Found {found}; talk until {until}",
            found=long_time(back.found_at.astimezone(CASEWORK_ZONE)),
            until=long_time(until),
        )
        if until is not None
        else phrase("Missing episode"),
        due=until.date() if until is not None else due.due,
        document_id=back.document_id,
    )
