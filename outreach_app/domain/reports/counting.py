"""Counting: units (cases, referrals, exits …) fall into rows and columns and become a table."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

MISSING = "missing"
TOTAL = "total"
_ABSENT = frozenset({"", "unknown", "declined", "not_asked", "not_said", "not_today"})
Cell = tuple[str, str]
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that is counted.

    Attributes:
        case_id: Whose it is.
        rows: Every row it counts in; one that falls in none is counted as missing.
        columns: Every column it counts in.
    """

    case_id: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of one case, such as days, hours or minutes."""

    case_id: str
    row: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Sum:
    """Counts that add up across tables: `total` is the sum of `parts` less the sum of `less`."""

    total: Place
    parts: tuple[Place, ...]
    less: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a table is about, and which words stand in it.

    Attributes:
        code: Its number, such as ``S1.1``; one number may have several tables, then with a letter.
        counted: What one unit is.
        rows: Rows that are always there, in their order; others follow.
        columns: Columns in their order.
        lists: Lists of the forms from which the words of rows and columns come.
        exclusive: Each unit falls in one row, so that the rows add up to the total.
        joined: The total of a column is one count with that of other tables under this name.
        flows: What is open at the end, comes and goes: periods that follow each other add up.
        standing: Columns that a year does not sum up: they say what is so, not what happened.
        ends: Of these, what depends on the last day alone: a year has that of its last quarter.
        is_small_area: Not for partner and public reports as it stands.
        is_cross: Regions by something else: rows need a least number.
        is_area: Outsiders see only rows with at least as many cases as the smallest count shown.
        apart: Rows that are no part of the base of percentages.
        parents: Into what a rare row is grouped.
        same: Cells that are the same count as one of another table: (table, row, column).
        sums: How counts add up with those of other tables.
    """

    code: str
    title: str
    counted: str
    columns: tuple[str, ...]
    rows: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    exclusive: bool = True
    joined: str = ""
    flows: bool = False
    standing: tuple[str, ...] = ("open",)
    ends: tuple[str, ...] = ("open",)
    is_small_area: bool = False
    is_cross: bool = False
    is_area: bool = False
    apart: tuple[str, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[Cell, Place] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Counts before anything is hidden.

    Attributes:
        counts: By row and column.
        totals: Number of units by column.
        by_case: What each case adds, to compare two public reports; else empty.
    """

    layout: Layout
    rows: tuple[str, ...]
    counts: Mapping[Cell, int]
    totals: Mapping[str, int]
    by_case: Mapping[str, Mapping[Cell, int]]

    def count(self, row: str, column: str) -> int:
        """Return one count."""
        return self.counts.get((row, column), 0)


@dataclass(frozen=True, slots=True)
class Measures:
    """Numbers of which medians or sums are printed.

    Attributes:
        unit: ``days``, ``hours``, ``minutes`` or ``points``.
        summed: The sum is printed, not the median.
    """

    code: str
    title: str
    unit: str
    values: tuple[Measured, ...]
    lists: tuple[str, ...] = ()
    summed: bool = False


def tabulate(layout: Layout, units: Iterable[Unit], *, compared: bool = False) -> Table:
    """Count units into a table.

    Args:
        layout: What the table is about.
        units: What is counted.
        compared: Also keep what each case adds.
    """
    counts: dict[Cell, int] = defaultdict(int)
    totals: dict[str, int] = dict.fromkeys(layout.columns, 0)
    by_case: dict[str, Counter[Cell]] = {}
    met: dict[str, None] = dict.fromkeys(layout.rows)
    for unit in units:
        rows = unit.rows or (MISSING,)
        for row in rows:
            met[row] = None
        for column in unit.columns:
            totals[column] = totals.get(column, 0) + 1
            for row in rows:
                counts[row, column] += 1
        if compared:
            mine = by_case.setdefault(unit.case_id, Counter())
            mine.update((row, column) for column in unit.columns for row in (TOTAL, *rows))
    listed = set(layout.rows)
    fixed = [row for row in layout.rows if row != MISSING]
    others = sorted(row for row in met if row not in listed and row != MISSING)
    rows_shown = (*fixed, *others, MISSING) if MISSING in met else (*fixed, *others)
    return Table(layout, rows_shown, counts, totals, by_case)


def grouped(
    table: Table, units: Sequence[Unit], threshold: int, *, compared: bool = False
) -> Table:
    """Group rare rows into what they belong to, before anything is hidden."""
    parents = table.layout.parents
    while True:
        rare = {
            row: parents[row]
            for row in table.rows
            if row in parents
            and 0 < max(table.count(row, column) for column in table.layout.columns) < threshold
        }
        if not rare:
            return table
        units = [_moved(unit, rare) for unit in units]
        kept = [row for row in table.rows if row not in rare]
        table = tabulate(_with_rows(table.layout, kept), units, compared=compared)


def _moved(unit: Unit, into: Mapping[str, str]) -> Unit:
    rows = tuple(dict.fromkeys(into.get(row, row) for row in unit.rows))
    return Unit(unit.case_id, rows, unit.columns)


def _with_rows(layout: Layout, rows: Sequence[str]) -> Layout:
    return replace(layout, rows=tuple(rows))


def answer(code: object) -> tuple[str, ...]:
    """Return the row of one answer, none when it is missing."""
    text = str(code or "")
    return () if text in _ABSENT else (text,)


def answers(codes: object) -> tuple[str, ...]:
    """Return the rows of an answer with several choices; what is not known has none."""
    return tuple(code for code in str(codes or "").split() if code not in _ABSENT)


def median(values: Iterable[Fraction]) -> Fraction:
    """Return the exact median of at least one value."""
    return quantile(values, Fraction(1, 2))


def quantile(values: Iterable[Fraction], share: Fraction) -> Fraction:
    """Return a quantile, between two values in proportion (the method of most spreadsheets)."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
