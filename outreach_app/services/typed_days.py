"""Days and times as people type them: ``3 feb 2026``, ``3/2/26``, ``yesterday``, ``2.30pm``.

The day comes before the month, which is named in English or in a language that is given. Nothing is
guessed: what can be read in two ways is not read.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from outreach_app.domain.day_words import MONTHS

MonthNames = Sequence[Collection[str]]
"""The names of each month in a language, January first: long and short ones, in any order."""
_NEAR = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
_WITH_NAME = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?([^\d]{3,30}?)(\d{4}|\d{2})?$")
_BETWEEN = " ,.-"
_LEAST, _LONGEST_LINK = 3, 2
"""Letters of a name that is cut short, and of a word such as “de” that stands beside one."""
_IN_DIGITS = re.compile(r"^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_CLOCK = re.compile(r"^(\d{1,2})(?:[:.h]?(\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?$")
_CENTURY = 100
_AHEAD = 20
"""Two digits of a year mean one that is at most so many years ahead."""
_NOON = 12


def typed_day(text: str, today: date, months: MonthNames = ()) -> date | None:
    """Return the day that somebody typed, None when it is none.

    Args:
        text: As typed.
        today: For ``yesterday``, for a day without a year, and for a year of two digits.
        months: Their names in another language than English, which is always understood.
    """
    bare = " ".join(text.casefold().split())
    if bare in _NEAR:
        return today + timedelta(days=_NEAR[bare])
    if found := _ISO.match(bare):
        year, month, day = (int(each) for each in found.groups())
        return _day(year, month, day)
    if found := _IN_DIGITS.match(bare):
        return _day(_year(found[3], today), int(found[2]), int(found[1]))
    if found := _WITH_NAME.match(bare):
        return _day(_year(found[3], today), _month(found[2], months), int(found[1]))
    return None


def typed_time(text: str) -> time | None:
    """Return the time of day that somebody typed, None when it is none."""
    found = _CLOCK.match(" ".join(text.casefold().split()))
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found[3].startswith("p") else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def typed_moment(
    text: str, now: datetime, zone: tzinfo, months: MonthNames = ()
) -> datetime | None:
    """Return the day with its time that somebody typed, None when it is none; ``now`` is one.

    Args:
        text: A day, then a time, with a blank or a comma between.
        now: The present moment.
        zone: Where the time is meant.
        months: As for `typed_day`.
    """
    bare = " ".join(text.replace(",", " ").split())
    if bare.casefold() == "now":
        return now.astimezone(zone).replace(second=0, microsecond=0)
    pieces = bare.split(" ")
    for length in (1, 2):
        clock = typed_time(" ".join(pieces[-length:]))
        day = typed_day(" ".join(pieces[:-length]), now.astimezone(zone).date(), months)
        if clock is not None and day is not None:
            return datetime.combine(day, clock, zone)
    return None


def _year(digits: str | None, today: date) -> int:
    if digits is None:
        return today.year
    year = int(digits)
    if year >= _CENTURY:
        return year
    year += today.year // _CENTURY * _CENTURY
    return year - _CENTURY if year > today.year + _AHEAD else year


def _month(words: str, months: MonthNames) -> int:
    """Return the month that words name, in full or by their beginning; 0 for none or for two."""
    typed = [each for each in re.split(r"[ ,.\-]+", words) if each]
    for is_meant in (str.__eq__, _begins):
        found = {
            number
            for number, english in enumerate(MONTHS, 1)
            for name in (english, *(months[number - 1] if months else ()))
            for each in typed
            if is_meant(name.casefold().strip(_BETWEEN), each)
        }
        rest = sum(len(each) > _LONGEST_LINK for each in typed)
        if found:
            return found.pop() if len(found) == 1 and rest <= 1 else 0
    return 0


def _begins(name: str, typed: str) -> bool:
    return len(typed) >= _LEAST and name.startswith(typed)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
