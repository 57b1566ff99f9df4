"""Days as people read them: `3 February 2026`, never in digits alone and never by the locale."""

from datetime import date

from outreach_app.phrases import Day, day_phrase, month_name

MONTHS = tuple(month_name(month) for month in range(1, 13))
"""The names of the months, January first."""


def long_date(day: date) -> Day:
    """Return a day as `3 February 2026`."""
    return day_phrase(day)
