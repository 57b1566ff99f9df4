"""A calendar file (RFC 5545) of whole days: the few properties that every calendar reads.

A line ends with CR LF and has at most 75 octets; a longer one goes on after a space and is never cut
inside a character.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_OCTETS = 75
_END = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One entry for a whole day.

    Attributes:
        uid: The same for the same entry, so that a calendar replaces it; tells nothing.
    """

    uid: str
    on: date
    title: str


def calendar_file(days: Iterable[CalendarDay], made_at: datetime) -> bytes:
    """Return a calendar file.

    Args:
        days: The entries.
        made_at: When; with an offset.
    """
    stamp = f"{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Outreach//EN",
        "CALSCALE:GREGORIAN",
        *(line for each in days for line in _event(each, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) + _END for line in lines).encode()


def _event(day: CalendarDay, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(day.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(day.title)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Return a text value: what has a meaning is escaped, control characters are left out."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lined = escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(each for each in lined if each.isprintable())


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, the second and later behind a space."""
    pieces, piece, length = [], "", 0
    for each in line:
        size = len(each.encode())
        if length + size > _OCTETS:
            pieces.append(piece)
            piece, length = "", 1  # the space before it counts
        piece, length = piece + each, length + size
    return f"{_END} ".join([*pieces, piece])
