"""Which ways to reach a client may be offered: only those that the client called safe."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.values import parse_day, rows_of, text_of

RECHECK = "safe_contact_recheck"
_SAFE = "yes"
_NO_CHANNEL = frozenset({"", "none"})
_NO_NUMBER = frozenset({"in_person"})


def recorded_contacts(client: Mapping[str, Any]) -> tuple[FlatAnswers, ...]:
    """Return every recorded way to reach a client, safe or not, in the record's order."""
    return rows_of(client, "safe_contacts")


def safe_contacts(client: Mapping[str, Any]) -> tuple[FlatAnswers, ...]:
    """Return the ways that may be used and offered, in the record's order.

    Not known means: not before it was checked. Where the same way stands there twice, as after two
    laptops wrote it down apart, both must say that it is safe.
    """
    every = recorded_contacts(client)
    doubtful = {_way(row) for row in every if text_of(row, "safe_to_use") != _SAFE}
    return tuple(
        row
        for row in every
        if text_of(row, "channel") not in _NO_CHANNEL and _way(row) not in doubtful
    )


def unsafe_contacts(client: Mapping[str, Any]) -> tuple[FlatAnswers, ...]:
    """Return the ways that must not be used, or not before they were checked."""
    safe = safe_contacts(client)
    return tuple(
        row
        for row in recorded_contacts(client)
        if text_of(row, "channel") not in _NO_CHANNEL and row not in safe
    )


def checked_days(client: Mapping[str, Any]) -> tuple[str, ...]:
    """Return on which day each way that may be used was last checked with the client, "" for never.

    What must not be used anyway, and meeting in person, asks for no further check.
    """
    return tuple(
        text_of(row, "checked_on")
        for row in safe_contacts(client)
        if text_of(row, "channel") not in _NO_NUMBER
    )


def recheck_due(
    checked: Iterable[str], timescales: Timescales, nation: str, on: date
) -> date | None:
    """Return by which day the safe ways are checked with the client again.

    Args:
        checked: Day of the last check of each safe way, "" for never.
        timescales: Where the number of days stands.
        nation: Whose rows apply.
        on: Today; what was never checked is due now.

    Returns:
        The earliest day; None where there is no safe way, and where no row says how often.
    """
    days = [parse_day(each) for each in checked]
    if not days or timescales.find(RECHECK, on, nation) is None:
        return None
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return on
    return min(timescales.due(RECHECK, day, on, nation).due for day in known)


def _way(row: Mapping[str, Any]) -> tuple[str, str]:
    value = "".join(text_of(row, "value").split()).casefold()
    return text_of(row, "channel"), value
