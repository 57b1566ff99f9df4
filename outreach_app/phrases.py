"""Words that know how they were made: English by themselves, any language in the window.

What services say goes three ways. The command line and the papers print it in English, and it is
English text for them. The window says it in its own language: it looks the pattern up, says the facts
in turn and puts them in. So whoever makes a sentence makes a `phrase` of a literal pattern and facts,
and never joins words by hand; the extraction for translators finds the pattern by the call.

A phrase that is cut, changed or put into an ordinary text is ordinary English text from then on.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Types only: the start of the window does not pay for it.
    from datetime import date

Fact = str | int
_NO_COUNT = -1
_NO_FACTS: Mapping[str, Fact] = MappingProxyType({})
_MONTHS = (
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
_SHORT = 3


class Phrase(str):
    """A pattern with facts in it.

    Attributes:
        pattern: In English, with ``{name}`` for a fact and ``%n`` for the count.
        facts: What is put in; a fact may be a phrase or a day itself.
        note: For the translator, where the same words mean two things.
        number: Of what is counted, -1 for nothing; chooses the plural.
    """

    __slots__ = ("facts", "note", "number", "pattern")
    pattern: str
    facts: Mapping[str, Fact]
    note: str
    number: int


class Day(str):
    """A day, a month or a moment.

    Attributes:
        year: 0 for a day that is said without.
        month: 1 to 12.
        day: Of the month, 0 for a whole month.
        short: The month is said short.
        clock: The time as ``11:00``, "" for none.
    """

    __slots__ = ("clock", "day", "month", "short", "year")
    year: int
    month: int
    day: int
    short: bool
    clock: str


class Row(str):
    """Several texts in a row.

    Attributes:
        parts: Each a phrase, a day or what somebody wrote.
        between: What stands between two.
    """

    __slots__ = ("between", "parts")
    parts: tuple[str, ...]
    between: str


def phrase(pattern: str, *, note: str = "", count: int = _NO_COUNT, **facts: Fact) -> str:
    """Return words that can be said in another language.

    Args:
        pattern: A literal, so that the extraction finds it; ``(s)`` after ``%n`` where one takes none.
        note: See `Phrase`.
        count: The number; see `Phrase`.
        facts: What stands for the names in braces.
    """
    made = Phrase(
        in_english(pattern, count).format(**facts) if facts else in_english(pattern, count)
    )
    made.pattern = pattern
    made.facts = MappingProxyType(facts) if facts else _NO_FACTS
    made.note = note
    made.number = count
    return made


def listed(words: str) -> str:
    """Return a phrase of words out of a table that the extraction knows, such as the names of flags."""
    return phrase(words)


def in_english(pattern: str, count: int) -> str:
    """Return a pattern with its count in it, in the plural that English has."""
    if count == _NO_COUNT:
        return pattern
    return pattern.replace("%n", str(count)).replace("(s)", "" if count == 1 else "s")


def day_phrase(day: "date", *, short: bool = False, with_year: bool = True, clock: str = "") -> Day:
    """Return a day as ``3 February 2026``, ``3 Feb`` or ``3 Feb 2026, 11:00``.

    Args:
        day: Which.
        short: Say the month short.
        with_year: Say the year.
        clock: The time as it is shown.
    """
    return _day(day.year if with_year else 0, day.month, day.day, short=short, clock=clock)


def day_and_clock(moment: str) -> tuple[str, str]:
    """Return the day and the time of a moment apart; other text comes back as the day."""
    if not isinstance(moment, Day):
        return moment, ""
    return _day(moment.year, moment.month, moment.day, short=moment.short), moment.clock


def month_phrase(year: int, month: int) -> Day:
    """Return a month as ``February 2026``."""
    return _day(year, month, 0)


def month_name(month: int) -> Day:
    """Return the name of a month, 1 to 12."""
    return _day(0, month, 0)


def _day(year: int, month: int, day: int, *, short: bool = False, clock: str = "") -> Day:
    name = _MONTHS[month - 1][:_SHORT] if short else _MONTHS[month - 1]
    said = " ".join(str(each) for each in (day, name, year) if each)
    made = Day(f"{said}, {clock}" if clock else said)
    made.year, made.month, made.day = year, month, day
    made.short, made.clock = short, clock
    return made


def in_a_row(parts: Iterable[str], between: str = ", ") -> str:
    """Return texts in a row; empty ones are left out."""
    kept = tuple(each for each in parts if each)
    made = Row(between.join(kept))
    made.parts, made.between = kept, between
    return made
