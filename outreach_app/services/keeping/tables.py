"""Time limits and bank holidays as tables: written for a spreadsheet, read back, held to what is needed."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from outreach_app.domain.errors import BrokenTimescales
from outreach_app.domain.timescales import parse_timescales
from outreach_app.paths import atomic_write
from outreach_app.phrases import phrase
from outreach_app.report.spreadsheet import neutral
from outreach_app.services.configuration import Configuration
from outreach_app.services.keeping.errors import BrokenTable
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows

Row = Mapping[str, str]
TABLE_LIMIT_BYTES = 1024 * 1024
LIMITS_NAME = "timescales.csv"
HOLIDAYS_NAME = "bank_holidays.csv"
_HOLIDAY_COLUMNS = ("jurisdiction", "date", "label")
_MARK = "'"


def write_tables(configuration: Configuration, folder: Path) -> tuple[Path, Path]:
    """Write both tables of an organisation as CSV files into a folder; nothing in them is secret.

    Raises:
        HostFault: They cannot be written.
    """
    limits, holidays = folder / LIMITS_NAME, folder / HOLIDAYS_NAME
    atomic_write(limits, _csv(configuration.timescales, tuple(timescale_rows()[0])))
    atomic_write(holidays, _csv(configuration.bank_holidays, _HOLIDAY_COLUMNS))
    return limits, holidays


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([neutral(row.get(name, "")) for name in columns] for row in rows)
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def read_limits(content: bytes) -> tuple[Row, ...]:
    """Return the rows of a table of time limits.

    Raises:
        BrokenTable: It is no such table, a row does not fit, or a row is missing by which the
            program counts.
    """
    rows = _rows(content, tuple(timescale_rows()[0]))
    try:
        parse_timescales(rows, "")
    except BrokenTimescales as error:
        column = str(error.facts.get("column", ""))
        raise BrokenTable(
            row=error.facts.get("row", 1), what=phrase("“{column}” does not fit", column=column)
        ) from error
    needed = dict.fromkeys(each["code"] for each in timescale_rows())
    missing = [code for code in needed if code not in {each["code"] for each in rows}]
    if missing:
        raise BrokenTable(
            row=len(rows) + 1,
            what=phrase("the program counts by “{code}”, and it is missing", code=missing[0]),
        )
    return rows


def read_holidays(content: bytes) -> tuple[Row, ...]:
    """Return the rows of a table of bank holidays.

    Raises:
        BrokenTable: It is no such table, a row does not fit, or a nation has none any more.
    """
    rows = _rows(content, _HOLIDAY_COLUMNS)
    nations = {each["jurisdiction"] for each in bank_holiday_rows()}
    for number, row in enumerate(rows, start=1):
        if row["jurisdiction"] not in nations:
            raise BrokenTable(row=number, what=phrase("“jurisdiction” does not fit"))
        try:
            date.fromisoformat(row["date"])
        except ValueError as error:
            raise BrokenTable(
                row=number, what=phrase("“date” is no day like 2027-01-01")
            ) from error
    for nation in sorted(nations - {row["jurisdiction"] for row in rows}):
        raise BrokenTable(
            row=len(rows) + 1, what=phrase("“{nation}” has no bank holiday", nation=nation)
        )
    return rows


def _rows(content: bytes, columns: Sequence[str]) -> tuple[Row, ...]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        found = tuple(
            {name: _cell(row.get(name)) for name in columns}
            for row in reader
            if any((cell or "") for cell in row.values() if not isinstance(cell, list))
        )
        heads = reader.fieldnames or ()
    except (UnicodeDecodeError, csv.Error) as error:
        raise BrokenTable(row=1, what=phrase("it is no CSV file in UTF-8")) from error
    for name in columns:
        if name not in heads:
            raise BrokenTable(row=1, what=phrase("the column “{name}” is missing", name=name))
    return found


def _cell(text: str | None) -> str:
    # What `neutral` put in front so that no spreadsheet takes the text for a formula.
    plain = (text or "").strip()
    return plain[1:] if plain.startswith(_MARK) and neutral(plain[1:]) == plain else plain
