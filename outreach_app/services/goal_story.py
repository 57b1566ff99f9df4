"""The last note about each goal of the plan, in words: when, by whom, and how it begins."""

from textwrap import shorten

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import long_date
from outreach_app.domain.goal_notes import last_notes, words_of_note
from outreach_app.domain.records import Record
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import CaseWords

_LONGEST = 160


def last_note_words(case_file: CaseFile, words: CaseWords) -> dict[str, str]:
    """Return by the row id of each goal the last note about it, as one line."""
    return {goal: _line(record, words) for goal, record in last_notes(case_file).items()}


def _line(record: Record, words: CaseWords) -> str:
    who = in_a_row(words.initials(each) for each in sorted(record.author_ids))
    told = phrase("Last note, {day}, {who}", day=long_date(record.on), who=who)
    said = shorten(" ".join(words_of_note(record).split()), _LONGEST, placeholder="…")
    return in_a_row((told, said), ": ")
