"""What contact notes leave to be done, as lines of a case."""

from collections.abc import Iterator, Sequence
from datetime import date

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.goal_notes import NOTE, actions_in
from outreach_app.domain.values import parse_day
from outreach_app.phrases import phrase
from outreach_app.services.case_words import day_words
from outreach_app.services.needs import Need, NeedKind


def needs_of_notes(case_file: CaseFile) -> Iterator[Need]:
    """Yield what the notes of a case leave to be done."""
    for record in case_file.all(NOTE):
        for action in actions_in(record.answers):
            yield note_need(action, record.on, record.document_id)


def note_need(action: Sequence[str], on: date | None, document_id: str) -> Need:
    """Return what a note leaves to be done as a line; see `goal_notes.actions_in`."""
    row_id, text, _owner, by = action
    return Need(
        kind=NeedKind.NOTE_ACTION,
        what=text,
        where=phrase("Contact note of {day}", day=day_words(on)),
        due=parse_day(by),
        document_id=document_id,
        about=row_id,
    )
