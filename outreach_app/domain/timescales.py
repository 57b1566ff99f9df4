"""The dated table of time limits: no number of days stands in code.

Each row says its value, what it counts from, since when it applies and where it comes from. A
calculated date keeps the row and the hash of the table it came from, so an old record keeps the
rule of its own day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from outreach_app.domain.errors import BrokenTimescales, NoTimescale, WrongTimescaleUnit
from outreach_app.domain.values import parse_day
from outreach_app.domain.working_days import (
    BankHolidays,
    add_months,
    add_working_days,
    birthday,
)

EVERYWHERE = frozenset({"", "*", "UK"})
_BEFORE = "_before"
_UNITS = frozenset({"hours", "days", "working_days", "months", "years", "birthday", "row"})
_COUNTED = frozenset({"times", "minutes", "cases", "characters"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimescaleRow:
    """One row of the table.

    Attributes:
        values: The numbers of the row; most rows have one, follow-ups have several.
        unit: hours, days, working_days, months, years, birthday (the day of turning that age)
            or row (the same as the row named by `same_as`); ``_before`` behind it counts backwards.
        effective_to: Last day on which the row applies; None while it is in force.
    """

    code: str
    jurisdiction: str
    values: tuple[int, ...]
    unit: str
    effective_from: date
    effective_to: date | None = None
    counts_from: str = ""
    same_as: str = ""
    source_title: str = ""
    source_date: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    note: str = ""

    def is_in_force(self, on: date) -> bool:
        """Say whether the row applies on a day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A calculated date together with the rule it came from.

    Attributes:
        at: The exact instant for rows that count in hours, else None.
        row_code: Code of the row used; with `effective_from` and `config_hash` it names one row.
    """

    due: date
    row_code: str
    config_hash: str
    effective_from: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Timescales:
    """The whole table, kept by the hash of the configuration that carried it."""

    rows: tuple[TimescaleRow, ...]
    config_hash: str
    _by_code: Mapping[str, tuple[TimescaleRow, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the rows by code once: rules look them up after every answer."""
        by_code: dict[str, tuple[TimescaleRow, ...]] = {}
        for row in self.rows:
            by_code[row.code] = (*by_code.get(row.code, ()), row)
        object.__setattr__(self, "_by_code", by_code)

    def _in_force(self, code: str, on: date, jurisdiction: str) -> tuple[TimescaleRow, ...]:
        """Return the rows in force on a day: of the nation if it has its own, else the common."""
        live = [row for row in self._by_code.get(code, ()) if row.is_in_force(on)]
        own = [row for row in live if row.jurisdiction == jurisdiction]
        return tuple(own or (row for row in live if row.jurisdiction in EVERYWHERE))

    def find(self, code: str, on: date, jurisdiction: str) -> TimescaleRow | None:
        """Return the newest row in force on a day, or None."""
        rows = self._in_force(code, on, jurisdiction)
        return max(rows, key=lambda row: row.effective_from) if rows else None

    def row(self, code: str, on: date, jurisdiction: str) -> TimescaleRow:
        """Return the row in force, following a row that only names another.

        Raises:
            NoTimescale: The table has no such row for the nation and day.
        """
        found = self.find(code, on, jurisdiction)
        if found is not None and found.unit == "row":
            return self.row(found.same_as, on, jurisdiction)
        if found is None:
            raise NoTimescale(name=code, jurisdiction=jurisdiction, day=on.isoformat())
        return found

    def due(
        self,
        code: str,
        start: date | datetime,
        on: date | None = None,
        jurisdiction: str = "EW",
        bank_holidays: BankHolidays | None = None,
    ) -> Deadline:
        """Return the date by which something is due.

        Args:
            code: Row code, such as ``ra_review_high``.
            start: What the row counts from; an instant for rows in hours.
            on: The day whose rule applies; the day of `start` when left out.
            jurisdiction: Nation of the case, for the row and for its bank holidays.
            bank_holidays: Bank holidays by nation.

        Raises:
            NoTimescale: No row applies.
            WrongTimescaleUnit: The row counts hours and `start` is only a day.
        """
        found = self.row(code, on or _day(start), jurisdiction)
        holidays = (bank_holidays or {}).get(jurisdiction, frozenset())
        return self._deadline(found, found.values[0], start, holidays)

    def dues(
        self,
        code: str,
        start: date,
        jurisdiction: str = "EW",
        bank_holidays: BankHolidays | None = None,
    ) -> tuple[Deadline, ...]:
        """Return every date of the newest rule in force, earliest first.

        A rule may have several values, in one row or in several that begin on one day.

        Raises:
            NoTimescale: No row applies.
        """
        rows = self._in_force(code, start, jurisdiction)
        if not rows:
            raise NoTimescale(name=code, jurisdiction=jurisdiction, day=start.isoformat())
        newest = max(row.effective_from for row in rows)
        holidays = (bank_holidays or {}).get(jurisdiction, frozenset())
        found = (
            self._deadline(row, value, start, holidays)
            for row in rows
            if row.effective_from == newest
            for value in row.values
        )
        return tuple(sorted(found, key=lambda deadline: deadline.due))

    def is_within(self, code: str, start: date, end: date, jurisdiction: str = "EW") -> bool:
        """Say whether `end` lies no later than the row allows after `start`.

        Raises:
            NoTimescale: No row applies.
        """
        return end <= self.due(code, start, end, jurisdiction).due

    def to_check(self, on: date) -> tuple[TimescaleRow, ...]:
        """Return the rows in force whose last check is older than ``config_max_age`` allows."""
        limit = self.find("config_max_age", on, "EW")
        if limit is None:
            return ()
        return tuple(
            row
            for row in self.rows
            if row.is_in_force(on)
            and (row.checked_on is None or self.due(limit.code, row.checked_on, on).due < on)
        )

    def _deadline(
        self, row: TimescaleRow, value: int, start: date | datetime, holidays: frozenset[date]
    ) -> Deadline:
        unit, count = row.unit, value
        if unit.endswith(_BEFORE):
            unit, count = unit.removesuffix(_BEFORE), -value
        at = None
        if unit == "hours":
            if not isinstance(start, datetime):
                raise WrongTimescaleUnit(name=row.code, unit=unit)
            at = start + timedelta(hours=count)
            due = at.date()
        else:
            due = _count_on(_day(start), unit, count, holidays)
        return Deadline(
            due=due,
            row_code=row.code,
            config_hash=self.config_hash,
            effective_from=row.effective_from,
            at=at,
        )


def _day(start: date | datetime) -> date:
    return start.date() if isinstance(start, datetime) else start


def _count_on(start: date, unit: str, count: int, holidays: frozenset[date]) -> date:
    if unit == "working_days":
        return add_working_days(start, count, holidays)
    if unit == "months":
        return add_months(start, count)
    if unit == "years":
        return add_months(start, 12 * count)
    if unit == "birthday":
        return birthday(start, count)
    return start + timedelta(days=count)


def parse_timescales(untrusted_rows: Iterable[Mapping[str, str]], config_hash: str) -> Timescales:
    """Return the table from rows of strings, as a spreadsheet or CSV file gives them.

    Raises:
        BrokenTimescales: A row lacks something, or says something that is not what the column is.
    """
    rows = [_parse_row(number, row) for number, row in enumerate(untrusted_rows, start=1)]
    return Timescales(tuple(rows), config_hash)


def _parse_row(number: int, row: Mapping[str, str]) -> TimescaleRow:
    cells = {name: (value or "").strip() for name, value in row.items()}
    code, unit = cells.get("code", ""), cells.get("unit", "").replace(" ", "_")
    unit = f"{unit}s" if f"{unit}s" in _UNITS | _COUNTED else unit
    if not code:
        raise BrokenTimescales(row=number, column="code")
    if unit.removesuffix(_BEFORE) not in _UNITS | _COUNTED:
        raise BrokenTimescales(row=number, column="unit")
    effective_from = parse_day(cells.get("effective_from", ""))
    if effective_from is None:
        raise BrokenTimescales(row=number, column="effective_from")
    return TimescaleRow(
        code=code,
        jurisdiction=cells.get("jurisdiction", ""),
        values=_parse_values(number, cells.get("value", ""), unit),
        unit=unit,
        effective_from=effective_from,
        effective_to=_optional_day(number, "effective_to", cells),
        counts_from=cells.get("counts_from", ""),
        same_as=cells.get("value", "") if unit == "row" else "",
        source_title=cells.get("source_title", ""),
        source_date=cells.get("source_date", ""),
        checked_on=_optional_day(number, "checked_on", cells),
        checked_by=cells.get("checked_by", ""),
        note=cells.get("note", ""),
    )


def _parse_values(number: int, text: str, unit: str) -> tuple[int, ...]:
    if unit == "row":
        return (0,)
    parts = text.replace(",", " ").replace(";", " ").split()
    try:
        values = tuple(int(part) for part in parts)
    except ValueError as error:
        raise BrokenTimescales(row=number, column="value") from error
    if not values:
        raise BrokenTimescales(row=number, column="value")
    return values


def _optional_day(number: int, column: str, cells: Mapping[str, str]) -> date | None:
    text = cells.get(column, "")
    day = parse_day(text)
    if text and day is None:
        raise BrokenTimescales(row=number, column=column)
    return day
