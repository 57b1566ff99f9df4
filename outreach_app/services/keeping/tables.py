"""Time limits and bank holidays as a spreadsheet: written, read back, held to what is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app.domain.values import parse_day
from outreach_app.paths import atomic_write, read_bytes
from outreach_app.phrases import phrase
from outreach_app.report.spreadsheet import Sheet, neutral, render_spreadsheet
from outreach_app.report.workbooks import read_workbook
from outreach_app.services.keeping.errors import BrokenTable
from outreach_app.services.keeping.table_rules import LIMITS_SHEET, check_limits
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows

Row = Mapping[str, str]
TABLES_NAME = "time-limits.xlsx"
_LIMIT_BYTES = 4 * 1024 * 1024
_HOLIDAYS_SHEET = "Bank holidays"
_ORIGIN_SHEET = "Made from"
_ORIGIN = "organisation file"
_HOLIDAY_COLUMNS = ("jurisdiction", "date", "label")
_DAYS = ("effective_from", "effective_to", "checked_on", "date")
_MARK = "'"


@dataclass(frozen=True, slots=True)
class Days:
    """Both tables, as an organisation signs them."""

    limits: tuple[Row, ...]
    holidays: tuple[Row, ...]


def limit_key(row: Row) -> tuple[str, str, str]:
    """Return what names a time limit: its code, its nation, and the day from which it holds."""
    return row["code"], row.get("jurisdiction", ""), row.get("effective_from", "")


def holiday_key(row: Row) -> tuple[str, str]:
    """Return what names a bank holiday: its nation and its day."""
    return row["jurisdiction"], row["date"]


def write_tables(days: Days, number: int, folder: Path) -> Path:
    """Write both tables as one spreadsheet; nothing in it is secret.

    Every cell is a text, so that no program takes a month for a day on its way there and back.

    Args:
        days: The tables.
        number: Of the organisation file that they were made from: only there they can go back.
        folder: Where.

    Raises:
        HostFault: It cannot be written.
    """
    sheets = (
        _sheet(LIMITS_SHEET, days.limits, _limit_columns()),
        _sheet(_HOLIDAYS_SHEET, days.holidays, _HOLIDAY_COLUMNS),
        _sheet(_ORIGIN_SHEET, ({_ORIGIN: str(number)},), (_ORIGIN,)),
    )
    path = folder / TABLES_NAME
    atomic_write(path, render_spreadsheet(sheets))
    return path


def _limit_columns() -> tuple[str, ...]:
    return tuple(timescale_rows()[0])


def _sheet(name: str, rows: Sequence[Row], columns: Sequence[str]) -> Sheet:
    lines = tuple(tuple(row.get(column, "") for column in columns) for row in rows)
    return Sheet(name, (tuple(columns), *lines), frozenset({0}))


def read_tables(file: Path, number: int, today: date) -> Days:
    """Return both tables of a spreadsheet.

    Args:
        file: The spreadsheet.
        number: Of the organisation file into which they are to go.
        today: The tables must hold on this day.

    Raises:
        BrokenTable: It is no such spreadsheet, was made from another organisation file, a row does not
            fit, or something is missing by which the program counts.
        HostFault: It cannot be read.
    """
    try:
        book = read_workbook(read_bytes(file, _LIMIT_BYTES))
    except ValueError as error:
        raise BrokenTable(
            sheet=file.name, row=1, what=phrase("it is no spreadsheet (.xlsx)")
        ) from error
    limits = _rows(book, LIMITS_SHEET, _limit_columns())
    holidays = _rows(book, _HOLIDAYS_SHEET, _HOLIDAY_COLUMNS)
    origin = _rows(book, _ORIGIN_SHEET, (_ORIGIN,))
    if [row[_ORIGIN] for row in origin] != [str(number)]:
        what = phrase(
            "the organisation file is number {number} by now: save it anew", number=number
        )
        raise BrokenTable(sheet=_ORIGIN_SHEET, row=2, what=what)
    check_limits(limits, today)
    _check_holidays(holidays)
    return Days(limits, holidays)


def _rows(
    book: Mapping[str, Sequence[Row]], sheet: str, columns: Sequence[str]
) -> tuple[dict[str, str], ...]:
    if sheet not in book:
        raise BrokenTable(sheet=sheet, row=1, what=phrase("the sheet is missing"))
    heads = set().union(*book[sheet])
    for name in columns:
        if name not in heads:
            raise BrokenTable(
                sheet=sheet, row=1, what=phrase("the column “{name}” is missing", name=name)
            )
    return tuple({name: _cell(name, row.get(name, "")) for name in columns} for row in book[sheet])


def _cell(column: str, text: str) -> str:
    # What `neutral` put in front so that no spreadsheet takes the text for a formula.
    plain = text[1:] if text.startswith(_MARK) and neutral(text[1:]) == text else text
    day = parse_day(plain) if column in _DAYS else None
    return day.isoformat() if day is not None else plain


def _check_holidays(rows: Sequence[Row]) -> None:
    nations = {each["jurisdiction"] for each in bank_holiday_rows()}
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, start=2):
        key = holiday_key(row)
        if row["jurisdiction"] not in nations:
            raise _broken_holiday(number, phrase("“{column}” does not fit", column="jurisdiction"))
        if parse_day(row["date"]) is None:
            raise _broken_holiday(
                number, phrase("“{column}” is no day like 2027-01-01", column="date")
            )
        if key in seen:
            raise _broken_holiday(number, phrase("this day stands there twice"))
        seen.add(key)
    for nation in sorted(nations - {row["jurisdiction"] for row in rows}):
        what = phrase("“{nation}” has no bank holiday", nation=nation)
        raise _broken_holiday(len(rows) + 2, what)


def _broken_holiday(row: int, what: str) -> BrokenTable:
    return BrokenTable(sheet=_HOLIDAYS_SHEET, row=row, what=what)
