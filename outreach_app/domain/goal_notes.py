"""Contact notes that say which goals of the plan they are about, and what they leave to be done."""

from collections.abc import Iterator, Mapping
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.records import Record
from outreach_app.domain.values import codes_of, row_id_of, rows_of, text_of

NOTE = "contact_note"
_WORDS = ("note_facts", "note_client_voice_text", "note_observations", "note_opinion")


def last_notes(case_file: CaseFile) -> dict[str, Record]:
    """Return the newest note about each goal, by the row id of the goal."""
    return {goal: record for record in case_file.all(NOTE) for goal in goals_of_note(record)}


def goals_of_note(record: Record) -> tuple[str, ...]:
    """Return the row ids of the goals that a note is about."""
    return codes_of(record.answers, "note_goals")


def words_of_note(record: Record) -> str:
    """Return the first words of a note: its facts, else what the client said, else what was seen."""
    return next((said for name in _WORDS if (said := text_of(record.answers, name).strip())), "")


def actions_in(note: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Yield what a note leaves to be done and nobody has noted as done.

    Yields:
        Row id, words, id of who is to do it, and the day by which; the last two "" where not said.
    """
    for row in rows_of(note, "note_actions"):
        text = text_of(row, "na_text").strip()
        if text and not text_of(row, "na_done_on"):
            yield row_id_of(row), text, text_of(row, "na_owner"), text_of(row, "na_by")
