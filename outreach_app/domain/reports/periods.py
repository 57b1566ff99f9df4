"""Over which days a report counts: a quarter, a year or any two dates, both days included."""

from dataclasses import dataclass
from datetime import date, timedelta

from outreach_app.phrases import phrase

QUARTERS = 4
_MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole days from `start` to `end`, both included."""

    start: date
    end: date

    def holds(self, day: date | None) -> bool:
        """Say whether a day lies in the period; an unknown day does not."""
        return day is not None and self.start <= day <= self.end

    def follows(self, other: "Period") -> bool:
        """Say whether this period begins on the day after another ends."""
        return other.end + timedelta(days=1) == self.start

    def overlaps(self, other: "Period") -> bool:
        """Say whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def code(self) -> str:
        """Return the period as two ISO dates, for keys and files."""
        return f"{self.start.isoformat()}_{self.end.isoformat()}"

    def words(self) -> str:
        """Return the period as people say it."""
        for number in range(1, QUARTERS + 1):
            if self == quarter(self.start.year, number):
                return _quarter_words(number, self.start.year)
        if is_year(self):
            return str(self.start.year)
        return f"{_day(self.start)} to {_day(self.end)}"


def _quarter_words(number: int, of_year: int) -> str:
    return (
        phrase("January to March {year}", year=of_year),
        phrase("April to June {year}", year=of_year),
        phrase("July to September {year}", year=of_year),
        phrase("October to December {year}", year=of_year),
    )[number - 1]


def quarter(of_year: int, number: int) -> Period:
    """Return one of the four quarters of a year; `number` is 1 to 4.

    Raises:
        ValueError: There is no such quarter.
    """
    if not 1 <= number <= QUARTERS:
        raise ValueError
    first = date(of_year, (number - 1) * _MONTHS + 1, 1)
    after = (
        date(of_year + 1, 1, 1) if number == QUARTERS else date(of_year, number * _MONTHS + 1, 1)
    )
    return Period(first, after - timedelta(days=1))


def year(of_year: int) -> Period:
    """Return a calendar year."""
    return Period(date(of_year, 1, 1), date(of_year, 12, 31))


def quarters_of(period: Period) -> tuple[Period, ...]:
    """Return the four quarters of a calendar year, nothing for another period."""
    if period != year(period.start.year):
        return ()
    return tuple(quarter(period.start.year, number) for number in range(1, QUARTERS + 1))


def is_year(period: Period) -> bool:
    """Say whether a period is a calendar year."""
    return period == year(period.start.year)


def parse_period(words: str) -> Period:
    """Read ``2026-Q1``, ``2026`` or ``2026-01-01..2026-02-14``.

    Raises:
        ValueError: It is none of these, or ends before it starts.
    """
    first, dots, last = words.strip().partition("..")
    if dots:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
        if period.end < period.start:
            raise ValueError
        return period
    of_year, _dash, which = first.partition("-")
    if not of_year.isascii() or not of_year.isdigit() or len(of_year) != len("2026"):
        raise ValueError
    if not which:
        return year(int(of_year))
    letter, number = which[:1].upper(), which[1:]
    if letter != "Q" or number not in {"1", "2", "3", "4"}:
        raise ValueError
    return quarter(int(of_year), int(number))


def _day(day: date) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"
