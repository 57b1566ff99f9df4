"""Dates and times as people read them: `3 February 2026`, never in digits alone."""

import re
from datetime import date, datetime

from outreach_app.domain.day_words import MONTHS, long_date

_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_CLOCK = re.compile(r"^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$")


def day_and_month(day: date, *, with_year: bool) -> str:
    """Return a day as `3 Feb` or `3 Feb 2026`, for the scale of a drawing."""
    short = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return f"{short} {day.year}" if with_year else short


def long_time(instant: datetime) -> str:
    """Return an instant as `3 February 2026, 11:00` in its own offset."""
    return f"{long_date(instant.date())}, {instant.hour:02d}:{instant.minute:02d}"


def readable_date(lexical: str) -> str:
    """Return a date, a month or a year in XForm form (`2026-02-03`, `2026-02`) in words.

    Text that is no such date comes back as it is.
    """
    match = _DATE.match(lexical)
    if match is None:
        return lexical
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= len(MONTHS):
        return lexical
    name = MONTHS[int(month) - 1]
    return f"{name} {year}" if day is None else f"{int(day)} {name} {year}"


def short_instant(lexical: str) -> str:
    """Return a date and time as `3 Feb 2026, 11:00`, for a narrow column; other text as it is."""
    day, _separator, clock = lexical.partition("T")
    match = _DATE.match(day)
    if match is None or match[3] is None or not 1 <= int(match[2]) <= len(MONTHS):
        return lexical
    shown = f"{int(match[3])} {MONTHS[int(match[2]) - 1][:3]} {match[1]}"
    return f"{shown}, {readable_time(clock)}" if clock else shown


def readable_time(lexical: str) -> str:
    """Return a time (`11:00:00.000+01:00`) as `11:00`; other text comes back as it is."""
    match = _CLOCK.match(lexical)
    return f"{match[1]}:{match[2]}" if match else lexical


def readable_instant(lexical: str) -> str:
    """Return a date and time as `3 February 2026, 11:00`; other text comes back as it is."""
    day, separator, clock = lexical.partition("T")
    if not separator:
        return readable_date(lexical)
    shown_day, shown_clock = readable_date(day), readable_time(clock)
    if shown_day == day or shown_clock == clock:
        return lexical
    return f"{shown_day}, {shown_clock}"
