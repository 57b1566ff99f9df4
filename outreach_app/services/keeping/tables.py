"""Time limits and bank holidays as a spreadsheet: written, read back, held to what is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app.domain.errors import BrokenTimescales
from outreach_app.domain.timescales import parse_timescales
from outreach_app.paths import atomic_write, read_bytes
from outreach_app.phrases import phrase
from outreach_app.report.spreadsheet import Sheet, neutral, render_spreadsheet
from outreach_app.report.workbooks import read_workbook
from outreach_app.services.configuration import Configuration
from outreach_app.services.keeping.errors import BrokenTable
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows

Row = Mapping[str, str]
TABLES_NAME = "time-limits.xlsx"
_LIMIT_BYTES = 4 * 1024 * 1024
_LIMITS_SHEET = "Time limits"
_HOLIDAYS_SHEET = "Bank holidays"
_HOLIDAY_COLUMNS = ("jurisdiction", "date", "label")
_MARK = "'"


@dataclass(frozen=True, slots=True)
class Days:
    """Both tables, as an organisation signs them."""

    limits: tuple[Row, ...]
    holidays: tuple[Row, ...]


def write_tables(configuration: Configuration, folder: Path) -> Path:
    """Write both tables of an organisation as one spreadsheet; nothing in it is secret.

    Every cell is a text, so that no program takes a month for a day on its way there and back.

    Raises:
        HostFault: It cannot be written.
    """
    sheets = (
        _sheet(_LIMITS_SHEET, configuration.timescales, _limit_columns()),
        _sheet(_HOLIDAYS_SHEET, configuration.bank_holidays, _HOLIDAY_COLUMNS),
    )
    path = folder / TABLES_NAME
    atomic_write(path, render_spreadsheet(sheets))
    return path


def _limit_columns() -> tuple[str, ...]:
    return tuple(timescale_rows()[0])


def _sheet(name: str, rows: Sequence[Row], columns: Sequence[str]) -> Sheet:
    lines = tuple(tuple(row.get(column, "") for column in columns) for row in rows)
    return Sheet(name, (tuple(columns), *lines), frozenset({0}))


def read_tables(file: Path) -> Days:
    """Return both tables of a spreadsheet.

    Raises:
        BrokenTable: It is no such spreadsheet, a row does not fit, or something is missing by which
            the program counts.
        HostFault: It cannot be read.
    """
    try:
        book = read_workbook(read_bytes(file, _LIMIT_BYTES))
    except ValueError as error:
        raise BrokenTable(
            sheet=file.name, row=1, what=phrase("it is no spreadsheet (.xlsx)")
        ) from error
    limits = _rows(book, _LIMITS_SHEET, _limit_columns())
    holidays = _rows(book, _HOLIDAYS_SHEET, _HOLIDAY_COLUMNS)
    _check_limits(limits)
    _check_holidays(holidays)
    return Days(limits, holidays)


def _rows(book: Mapping[str, Sequence[Row]], sheet: str, columns: Sequence[str]) -> tuple[Row, ...]:
    if sheet not in book:
        raise BrokenTable(sheet=sheet, row=1, what=phrase("the sheet is missing"))
    found = tuple({name: _cell(row.get(name, "")) for name in columns} for row in book[sheet])
    heads = set().union(*book[sheet])
    for name in columns:
        if name not in heads:
            raise BrokenTable(
                sheet=sheet, row=1, what=phrase("the column “{name}” is missing", name=name)
            )
    return found


def _cell(text: str) -> str:
    # What `neutral` put in front so that no spreadsheet takes the text for a formula.
    return text[1:] if text.startswith(_MARK) and neutral(text[1:]) == text else text


def _check_limits(rows: Sequence[Row]) -> None:
    try:
        parse_timescales(rows, "")
    except BrokenTimescales as error:
        column = str(error.facts.get("column", ""))
        # The first line of the sheet holds the names of the columns.
        raise BrokenTable(
            sheet=_LIMITS_SHEET,
            row=int(str(error.facts.get("row", 0))) + 1,
            what=phrase("“{column}” does not fit", column=column),
        ) from error
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, start=2):
        key = tuple(row[name] for name in ("code", "jurisdiction", "effective_from"))
        if key in seen:
            raise BrokenTable(
                sheet=_LIMITS_SHEET, row=number, what=phrase("this rule stands there twice")
            )
        seen.add(key)
    there = {each["code"] for each in rows}
    for code in dict.fromkeys(each["code"] for each in timescale_rows()):
        if code not in there:
            raise BrokenTable(
                sheet=_LIMITS_SHEET,
                row=len(rows) + 2,
                what=phrase("the program counts by “{code}”, and it is missing", code=code),
            )


def _check_holidays(rows: Sequence[Row]) -> None:
    nations = {each["jurisdiction"] for each in bank_holiday_rows()}
    for number, row in enumerate(rows, start=2):
        if row["jurisdiction"] not in nations:
            what = phrase("“{column}” does not fit", column="jurisdiction")
            raise BrokenTable(sheet=_HOLIDAYS_SHEET, row=number, what=what)
        try:
            date.fromisoformat(row["date"])
        except ValueError as error:
            what = phrase("“date” is no day like 2027-01-01")
            raise BrokenTable(sheet=_HOLIDAYS_SHEET, row=number, what=what) from error
    for nation in sorted(nations - {row["jurisdiction"] for row in rows}):
        raise BrokenTable(
            sheet=_HOLIDAYS_SHEET,
            row=len(rows) + 2,
            what=phrase("“{nation}” has no bank holiday", nation=nation),
        )
