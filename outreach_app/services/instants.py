"""Instants as the program writes them: ``2026-02-03T11:00:00+00:00``, local time with its offset."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from time import time
from zoneinfo import ZoneInfo

from outreach_app.domain.values import FIRST_YEAR, LAST_YEAR

Clock = Callable[[], datetime]

CASEWORK_ZONE = ZoneInfo("Europe/London")


def system_clock() -> datetime:
    """Return the present moment of this machine, in the zone of the casework."""
    return datetime.fromtimestamp(int(time()), tz=UTC).astimezone(CASEWORK_ZONE)


def write_instant(moment: datetime) -> str:
    """Return the text of an instant, to the second.

    Raises:
        ValueError: The moment has no offset.
    """
    if moment.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return moment.isoformat(timespec="seconds")


def read_instant(text: str) -> datetime:
    """Parse an instant written by `write_instant`.

    Raises:
        ValueError: The text is not an instant with an offset, or of a year far away.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("an instant needs its offset")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("years from which no clock can count")
    return moment


def day_of(text: str) -> date:
    """Return the day of the casework on which an instant fell."""
    return read_instant(text).astimezone(CASEWORK_ZONE).date()
