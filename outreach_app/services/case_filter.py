"""Narrowing and ordering a list of cases, quick enough for each letter that is typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.domain.levels import parse_level
from outreach_app.domain.values import parse_day
from outreach_app.services.listed_cases import ListedCase
from outreach_app.services.similar_clients import fold


class Column(StrEnum):
    """By what a list of cases can be ordered."""

    REFERENCE = "reference"
    NAME = "name"
    LEVEL = "level"
    REVIEW = "review"
    FLAGS = "flags"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are wanted; everything open to the person when nothing is said.

    Attributes:
        text: Words of which each begins a word of the name or stands in the reference.
        mine: Only those that the person leads or stands in for.
        level: Code of a risk level, "" for every level.
        flagged: Only those with an open safety flag.
        closed: Closed cases instead of open ones.
        overdue: Only those whose risk review is late.
    """

    text: str = ""
    mine: bool = False
    level: str = ""
    flagged: bool = False
    closed: bool = False
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A listed case with what is compared, worked out once.

    Attributes:
        review_on: Day of the next risk review, None where there is none.
        words: Reference and name as they are searched.
    """

    case: ListedCase
    review_on: date | None
    words: tuple[str, ...]
    name: str


def case_rows(cases: Iterable[ListedCase]) -> tuple[CaseRow, ...]:
    """Return the rows of a list of cases."""
    found = []
    for case in cases:
        name = fold(case.line.preferred_name)
        words = (fold(case.reference), *name.split())
        found.append(CaseRow(case, parse_day(case.line.next_review), words, name))
    return tuple(found)


def matching(rows: Iterable[CaseRow], wanted: CaseFilter, on: date) -> list[CaseRow]:
    """Return the rows that fit, in the order they came."""
    typed = fold(wanted.text).split()
    return [row for row in rows if _fits(row, wanted, on) and all(_has(row, w) for w in typed)]


def is_overdue(row: CaseRow, on: date) -> bool:
    """Say whether the risk review of a case is late; a closed case has none any more."""
    return row.review_on is not None and row.review_on < on and not row.case.line.closed


def _fits(row: CaseRow, wanted: CaseFilter, on: date) -> bool:
    line = row.case.line
    return (
        line.closed == wanted.closed
        and (not wanted.mine or row.case.mine)
        and (not wanted.level or line.level == wanted.level)
        and (not wanted.flagged or bool(line.open_flags))
        and (not wanted.overdue or is_overdue(row, on))
    )


def _has(row: CaseRow, typed: str) -> bool:
    reference, *words = row.words
    return typed in reference or any(word.startswith(typed) for word in words)


def in_order(rows: Iterable[CaseRow], column: Column, *, descending: bool = False) -> list[CaseRow]:
    """Return rows in the order of a column, ties by reference; what is empty comes last."""
    key = _KEYS[column]
    by_reference = sorted(rows, key=lambda row: row.words[0])
    held = [row for row in by_reference if key(row) is not None]
    empty = [row for row in by_reference if key(row) is None]
    held.sort(key=lambda row: _ordered(key(row)), reverse=descending)
    return held + empty


_Key = date | str | int | None


def _ordered(value: _Key) -> tuple[str, int]:
    if isinstance(value, date):
        return "", value.toordinal()
    return ("", value) if isinstance(value, int) else (str(value), 0)


def _level(row: CaseRow) -> int | None:
    level = parse_level(row.case.line.level)
    return int(level) if level is not None else None


_KEYS: dict[Column, Callable[[CaseRow], _Key]] = {
    Column.REFERENCE: lambda row: row.words[0],
    Column.NAME: lambda row: row.name or None,
    Column.LEVEL: _level,
    Column.REVIEW: lambda row: row.review_on,
    Column.FLAGS: lambda row: len(row.case.line.open_flags) or None,
    Column.CHANGED: lambda row: row.case.line.last_change or None,
}
