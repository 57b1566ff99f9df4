"""What a table of time limits must keep to, so that no clock of the program stops or runs wild.

Of the rows that the program ships it is known what the program does with them: the same codes must be
there, count in the same way, and hold on every day on which the shipped ones hold.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from outreach_app.domain.errors import BrokenTimescales
from outreach_app.domain.timescales import EVERYWHERE, TimescaleRow, Timescales, parse_timescales
from outreach_app.phrases import phrase
from outreach_app.services.keeping.errors import BrokenTable
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows

LIMITS_SHEET = "Time limits"
_BEFORE = "_before"
_LIKE_DAYS = frozenset({"days", "working_days", "months", "years", "row"})
_MOST = {
    "hours": 24 * 366,
    "days": 40 * 366,
    "working_days": 40 * 366,
    "months": 40 * 12,
    "years": 40,
    "birthday": 100,
}
_MOST_COUNTED = 10_000
_FIRST_ROW = 2
"""The first line of a sheet has the names of the columns."""


def check_limits(rows: Sequence[dict[str, str]], today: date) -> None:
    """Refuse a table by which the program would count wrongly, or not at all.

    Raises:
        BrokenTable: With the row as a spreadsheet numbers it.
    """
    try:
        table = parse_timescales(rows, "")
    except BrokenTimescales as error:
        column = str(error.facts.get("column", ""))
        raise _broken(int(str(error.facts.get("row", 0))) + 1, _column_words(column)) from error
    shipped = parse_timescales(timescale_rows(), "")
    seen: set[tuple[str, str, date]] = set()
    for number, row in enumerate(table.rows, start=_FIRST_ROW):
        key = (row.code, row.jurisdiction, row.effective_from)
        for fault in _faults(row, shipped):
            raise _broken(number, fault)
        if key in seen:
            raise _broken(number, phrase("this rule stands there twice"))
        seen.add(key)
    for code in dict.fromkeys(each.code for each in shipped.rows):
        _check_code(code, table, shipped, today)


def _column_words(column: str) -> str:
    if column in {"effective_from", "effective_to", "checked_on"}:
        return phrase("“{column}” is no day like 2027-01-01", column=column)
    if column == "value":
        return phrase("“value” is no whole number")
    return phrase("“{column}” does not fit", column=column)


def _faults(row: TimescaleRow, shipped: Timescales) -> Iterator[str]:
    nations = {each["jurisdiction"] for each in bank_holiday_rows()} | EVERYWHERE
    if row.jurisdiction not in nations:
        yield phrase("“{column}” does not fit", column="jurisdiction")
    if row.effective_to is not None and row.effective_to < row.effective_from:
        yield phrase("it ends before it begins")
    most = _MOST.get(row.unit.removesuffix(_BEFORE), _MOST_COUNTED)
    if any(not 0 <= value <= most for value in row.values):
        yield phrase("“value” is below 0 or above {most}", most=most)
    models = [each for each in shipped.rows if each.code == row.code]
    if models and _kind(row.unit) not in {_kind(each.unit) for each in models}:
        yield phrase("the program counts this one in {unit}", unit=models[0].unit.replace("_", " "))
    if models and len(row.values) > 1 and all(len(each.values) == 1 for each in models):
        yield phrase("this one has a single number")


def _kind(unit: str) -> tuple[str, bool]:
    base = unit.removesuffix(_BEFORE)
    return ("days" if base in _LIKE_DAYS else base), unit.endswith(_BEFORE)


def _check_code(code: str, table: Timescales, shipped: Timescales, today: date) -> None:
    """Look whether a row holds on each day on which the program's own begin, and today."""
    days = {each.effective_from for each in shipped.rows if each.code == code} | {today}
    models = [each for each in shipped.rows if each.code == code]
    for day in sorted(day for day in days if any(each.effective_from <= day for each in models)):
        met: list[str] = []
        name = code
        while (found := table.find(name, day, "EW")) is not None and found.unit == "row":
            met.append(name)
            name = found.same_as
            if name in met:
                raise _broken(_line_of(table, code), phrase("it names itself in a circle"))
        if found is None:
            what = phrase("the program counts by “{code}”, and nothing holds on {day}",
                          code=name, day=day.isoformat())  # fmt: skip
            raise _broken(_line_of(table, code), what)


def _line_of(table: Timescales, code: str) -> int:
    codes = [each.code for each in table.rows]
    return codes.index(code) + _FIRST_ROW if code in codes else len(codes) + _FIRST_ROW


def _broken(row: int, what: str) -> BrokenTable:
    return BrokenTable(sheet=LIMITS_SHEET, row=row, what=what)
