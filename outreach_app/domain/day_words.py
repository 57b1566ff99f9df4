"""Days as people read them: `3 February 2026`, never in digits alone and never by the locale."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The names of the months, January first."""


def long_date(day: date) -> str:
    """Return a day as `3 February 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
