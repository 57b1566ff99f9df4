"""Typed reads of flat answers. A leaf that is absent or unreadable reads as None, never as zero."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from outreach_app.domain.answers import ROW_ID, FlatAnswers

FIRST_YEAR, LAST_YEAR = 1800, 2299
"""A day outside of these is a slip of the fingers, and no clock can count from it."""
YES = frozenset({"yes", "true", "1"})
ABSENT_SUFFIX = "_absent"


def text_of(answers: Mapping[str, Any], name: str) -> str:
    """Return the leaf as text, "" when unanswered."""
    value = answers.get(name, "")
    return value if isinstance(value, str) else ""


def first_text(answers: Mapping[str, Any], names: Iterable[str]) -> str:
    """Return the first answered leaf among several names, "" when none is."""
    return next((text_of(answers, name) for name in names if text_of(answers, name)), "")


def is_yes(answers: Mapping[str, Any], name: str) -> bool:
    """Say whether a yes-or-no question was answered with yes."""
    return text_of(answers, name) in YES


def day_of(answers: Mapping[str, Any], name: str) -> date | None:
    """Return the calendar day of a date or an instant, in the offset that was written down."""
    return parse_day(text_of(answers, name))


def parse_day(text: str) -> date | None:
    """Return the day that a full ISO date or instant begins with, None for anything else."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def parse_instant(text: str) -> datetime | None:
    """Return an aware instant, None when the text is none or has no offset."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    if instant.tzinfo is None or not FIRST_YEAR <= instant.year <= LAST_YEAR:
        return None
    return instant


def number_of(answers: Mapping[str, Any], name: str) -> Decimal | None:
    """Return a decimal number, None when unanswered or not a finite number."""
    try:
        number = Decimal(text_of(answers, name))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def whole_of(answers: Mapping[str, Any], name: str) -> int | None:
    """Return a whole number, None when unanswered or fractional."""
    number = number_of(answers, name)
    return int(number) if number is not None and number == number.to_integral_value() else None


def codes_of(answers: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the codes of a select, in stored order."""
    return tuple(text_of(answers, name).split())


def rows_of(answers: Mapping[str, Any], name: str) -> tuple[FlatAnswers, ...]:
    """Return the rows of a repeat, () when there is none."""
    value = answers.get(name, ())
    return tuple(value) if isinstance(value, (list, tuple)) else ()


def row_id_of(row: Mapping[str, Any]) -> str:
    """Return the stable id of a repeat row."""
    return text_of(row, ROW_ID)


def is_answered(answers: Mapping[str, Any], name: str) -> bool:
    """Say whether a question has a value or says why it has none."""
    return bool(answers.get(name)) or bool(text_of(answers, name + ABSENT_SUFFIX))


def state_of(answers: Mapping[str, Any], name: str) -> str:
    """Return the code of a question, or the reason for its absence, or ``not_asked``."""
    return text_of(answers, name) or text_of(answers, name + ABSENT_SUFFIX) or "not_asked"
