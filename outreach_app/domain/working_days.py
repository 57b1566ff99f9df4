"""Counting in working days and calendar months."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta

BankHolidays = Mapping[str, frozenset[date]]
"""Bank holidays by nation code: EW, SC, NI."""

_SATURDAY = 5


def is_working_day(day: date, holidays: frozenset[date]) -> bool:
    """Say whether a day is neither a weekend nor a bank holiday."""
    return day.weekday() < _SATURDAY and day not in holidays


def add_working_days(start: date, count: int, holidays: frozenset[date]) -> date:
    """Return the `count`-th working day after `start` (before it when negative); 0 is `start`."""
    step = timedelta(days=1 if count >= 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day, holidays)
    return day


def working_days_between(start: date, end: date, holidays: frozenset[date]) -> int:
    """Return how many working days lie after `start`, up to and including `end`."""
    span = (end - start).days
    return sum(is_working_day(start + timedelta(days=n), holidays) for n in range(1, span + 1))


def add_months(start: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month where it is shorter."""
    years, month0 = divmod(start.month - 1 + months, 12)
    year = start.year + years
    last = calendar.monthrange(year, month0 + 1)[1]
    return date(year, month0 + 1, min(start.day, last))


def birthday(born: date, age: int) -> date:
    """Return the day on which someone turns `age`; 29 February counts as 1 March otherwise."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_on(born: date, day: date) -> int:
    """Return the age in completed years."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1
