"""Dates and times as people read them: `3 February 2026`, never in digits alone."""

import re
from contextlib import suppress
from datetime import date, datetime

from outreach_app.phrases import Day, day_phrase, month_phrase

_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_CLOCK = re.compile(r"^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$")
_MONTHS = 12


def day_and_month(day: date, *, with_year: bool) -> Day:
    """Return a day as `3 Feb` or `3 Feb 2026`, for the scale of a drawing."""
    return day_phrase(day, short=True, with_year=with_year)


def long_time(instant: datetime) -> Day:
    """Return an instant as `3 February 2026, 11:00` in its own offset."""
    return day_phrase(instant.date(), clock=f"{instant.hour:02d}:{instant.minute:02d}")


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
    if day is None:
        return month_phrase(int(year), int(month)) if 1 <= int(month) <= _MONTHS else lexical
    found = _day(lexical)
    return day_phrase(found) if found is not None else lexical


def short_instant(lexical: str) -> str:
    """Return a date and time as `3 Feb 2026, 11:00`, for a narrow column; other text as it is."""
    day, _separator, clock = lexical.partition("T")
    found = _day(day)
    if found is None:
        return lexical
    return day_phrase(found, short=True, clock=readable_time(clock))


def _day(lexical: str) -> date | None:
    match = _DATE.match(lexical)
    if match is None or match[3] is None:
        return None
    with suppress(ValueError):
        return date(*map(int, match.groups()))
    return None


def readable_time(lexical: str) -> str:
    """Return a time (`11:00:00.000+01:00`) as `11:00`; other text comes back as it is."""
    match = _CLOCK.match(lexical)
    return f"{match[1]}:{match[2]}" if match else lexical


def readable_instant(lexical: str) -> str:
    """Return a date and time as `3 February 2026, 11:00`; other text comes back as it is."""
    day, separator, clock = lexical.partition("T")
    if not separator:
        return readable_date(lexical)
    found, shown_clock = _day(day), readable_time(clock)
    if found is None or shown_clock == clock:
        return lexical
    return day_phrase(found, clock=shown_clock)
