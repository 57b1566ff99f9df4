"""How counts hang together: within a table, across tables, from period to period, with earlier reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from outreach_app.domain.reports.audiences import Rule
from outreach_app.domain.reports.counting import TOTAL, Place, Table
from outreach_app.domain.reports.disclosure import Equation, Key, System
from outreach_app.domain.reports.periods import Period, quarters_of


@dataclass(frozen=True, slots=True)
class Earlier:
    """What reports for the same audience have shown before: counts by key, None for hidden ones."""

    period: Period
    counts: Mapping[Key, int | None]


def key_of(table: Table, row: str, column: str, period: Period) -> Key:
    """Return the name of one count; joined totals have one name in all tables."""
    same = table.layout.same.get((row, column))
    if same is not None:
        return (*same, period.code())
    if row == TOTAL and table.layout.joined:
        return (table.layout.joined, TOTAL, column, period.code())
    return (table.layout.code, row, column, period.code())


def counts_of(tables: Iterable[Table], period: Period) -> dict[Key, int]:
    """Return every count of a report under its name."""
    values: dict[Key, int] = {}
    for table in tables:
        for column in table.layout.columns:
            values[key_of(table, TOTAL, column, period)] = table.totals.get(column, 0)
            for row in table.rows:
                values[key_of(table, row, column, period)] = table.count(row, column)
    return values


def sums_of(tables: Iterable[Table], period: Period) -> list[Equation]:
    """Return the equations between the totals and the rows of each table, and between tables."""
    listed = list(tables)
    held = counts_of(listed, period)
    across = [
        Equation(_dated(each.total, period), parts, less=_held(each.less, period, held))
        for table in listed
        for each in table.layout.sums
        if _dated(each.total, period) in held and (parts := _held(each.parts, period, held))
    ]
    return across + [
        Equation(
            key_of(table, TOTAL, column, period),
            tuple(key_of(table, row, column, period) for row in table.rows),
            exact=table.layout.exclusive,
        )
        for table in listed
        for column in table.layout.columns
        if table.rows
    ]


def _sums_shown(tables: Iterable[Table], earlier: Earlier) -> list[Equation]:
    """Return the equations between the totals and the rows of an earlier report, as it had them."""
    own: dict[tuple[str, str], list[Key]] = {}
    for key in earlier.counts:
        if key[1] != TOTAL:
            own.setdefault((key[0], key[2]), []).append(key)
    found = []
    for layout in (table.layout for table in tables if table.layout.exclusive):
        shared = {cell: _dated(place, earlier.period) for cell, place in layout.same.items()}
        for column in layout.columns:
            rows = [
                key
                for (row, of_column), key in shared.items()
                if of_column == column and row != TOTAL and key in earlier.counts
            ]
            rows += own.get((layout.code, column), [])
            if rows:
                total = (layout.joined or layout.code, TOTAL, column)
                total_key = shared.get((TOTAL, column), _dated(total, earlier.period))
                found.append(Equation(total_key, tuple(rows)))
    return found


def _dated(place: Place, period: Period) -> Key:
    return (*place, period.code())


def _held(places: Iterable[Place], period: Period, held: Mapping[Key, int]) -> tuple[Key, ...]:
    """Return the names of those counts that the report has; a row that nobody is in has none."""
    return tuple(key for place in places if (key := _dated(place, period)) in held)


def flows_of(
    tables: Iterable[Table], before: Period, period: Period, held: Mapping[Key, object]
) -> list[Equation]:
    """Return: open at the end is open before, with what came and without what went.

    Args:
        tables: Of either of the two periods.
        before: The period that ends when the other begins.
        period: The later one.
        held: Every count of all periods; rows that a table has in one period and not in the other
            stand in what they were grouped into there.
    """
    return [
        Equation(
            (code, now[0], "open", period.code()),
            (
                *((code, row, "open", before.code()) for row in earlier),
                *((code, row, "new", period.code()) for row in now),
            ),
            less=(
                *((code, row, "open", period.code()) for row in now[1:]),
                *((code, row, "closed", period.code()) for row in now),
            ),
        )
        for table in tables
        if table.layout.flows
        for code, earlier, now in _matching(table, before, period, held)
    ]


def years_of(
    tables: Iterable[Table], year: Period, quarters: Sequence[Period], held: Mapping[Key, object]
) -> list[Equation]:
    """Return: a year is the sum of its quarters, and what stands at its end is that of the last."""
    found = []
    for table in tables:
        layout = table.layout
        columns = [column for column in layout.columns if column not in layout.standing]
        ends = [column for column in layout.standing if column in layout.ends]
        for row in (TOTAL, *table.rows):
            found += [
                Equation(
                    key_of(table, row, column, year),
                    tuple(key_of(table, row, column, quarter) for quarter in quarters),
                )
                for column in columns
            ]
        for code, of_year, last in _matching(table, year, quarters[-1], held):
            found += [
                Equation(
                    (code, of_year[0], column, year.code()),
                    tuple((code, row, column, quarters[-1].code()) for row in last),
                    less=tuple((code, row, column, year.code()) for row in of_year[1:]),
                )
                for column in ends
            ]
    return found


def _matching(
    table: Table, one: Period, other: Period, held: Mapping[Key, object]
) -> list[tuple[str, list[str], list[str]]]:
    """Return which rows of a table in one period are which in another, under their table's name.

    A rare row goes into its parent in one period and stands alone in the other: then all that the
    parent took in are compared together.
    """
    code, parents = table.layout.code, table.layout.parents
    sides = [
        {key[1] for key in held if key[0] == code and key[3] == period.code()} - {TOTAL}
        for period in (one, other)
    ]
    groups: list[tuple[set[str], set[str]]] = []
    for side in (0, 1):
        for row in sides[side]:
            found = row
            while found not in sides[1 - side] and found in parents:
                found = parents[found]
            pair: tuple[set[str], set[str]] = (set(), set())
            pair[side].add(row)
            pair[1 - side].update({found} & sides[1 - side])
            groups = _joined(groups, pair)
    total = key_of(table, TOTAL, "", one)
    return [
        (total[0], [TOTAL], [TOTAL]),
        *((code, sorted(a), sorted(b)) for a, b in groups if a and b),
    ]


def _joined(
    groups: list[tuple[set[str], set[str]]], pair: tuple[set[str], set[str]]
) -> list[tuple[set[str], set[str]]]:
    """Return the groups with one pair more; those that share a row become one."""
    apart = []
    for group in groups:
        if group[0] & pair[0] or group[1] & pair[1]:
            pair = (group[0] | pair[0], group[1] | pair[1])
        else:
            apart.append(group)
    return [*apart, pair]


def system_of(
    parts: Sequence[tuple[Period, Sequence[Table]]], rule: Rule, earlier: Sequence[Earlier] = ()
) -> System:
    """Join the periods of one report, and what was shown before, to one system of counts."""
    values: dict[Key, int] = {}
    equations: list[Equation] = []
    together: dict[Key, tuple[Key, ...]] = {}
    for period, tables in parts:
        values |= counts_of(tables, period)
        equations += sums_of(tables, period)
        together |= _with_small_totals(tables, period, rule)
    held: dict[Key, object] = {**values, **{key: 0 for each in earlier for key in each.counts}}
    layouts = {table.layout.code: table for _period, tables in parts for table in tables}
    for each in earlier:
        equations += _sums_shown(layouts.values(), each)
    times = [(each.period, ()) for each in earlier]
    for period, tables in parts:
        for before, _none in (*parts, *times):
            if period.follows(before):
                equations += flows_of(tables, before, period, held)
            if before.follows(period):
                equations += flows_of(tables, period, before, held)
        quarters = quarters_of(period)
        if quarters:
            equations += years_of(tables, period, quarters, held)
        for year in {each for each, _none in times if period in quarters_of(each)}:
            equations += years_of(tables, year, quarters_of(year), held)
    return _with_earlier(System(values, tuple(equations), together=together), earlier)


def _with_earlier(system: System, earlier: Sequence[Earlier]) -> System:
    known: dict[Key, int | None] = {}
    for each in earlier:
        for key, count in each.counts.items():
            known[key] = count if count is not None else known.get(key)
    again = {key for key, count in known.items() if count is None and key in system.values}
    values = dict(system.values)
    fixed = {key for key, count in known.items() if count is not None and key not in values}
    gone = {key for key, count in known.items() if count is None and key not in values}
    values |= {key: known[key] or 0 for key in fixed | gone}
    held = tuple(
        each
        for each in dict.fromkeys(system.equations)
        if all(key in values for key in each.counts())
    )
    used = {key for each in held for key in each.counts()} | set(system.values)
    return System(
        {key: value for key, value in values.items() if key in used},
        held,
        fixed=frozenset(fixed & used),
        gone=frozenset(gone & used),
        again=frozenset(again),
        together=system.together,
    )


def _with_small_totals(
    tables: Iterable[Table], period: Period, rule: Rule
) -> dict[Key, tuple[Key, ...]]:
    """A column over too few is not published at all: its rows go with its total."""
    found: dict[Key, tuple[Key, ...]] = {}
    for table in tables:
        for column in table.layout.columns:
            if rule.is_small(table.totals.get(column, 0)):
                total = key_of(table, TOTAL, column, period)
                rows = tuple(key_of(table, row, column, period) for row in table.rows)
                found[total] = (*found.get(total, ()), *rows)
    return found
