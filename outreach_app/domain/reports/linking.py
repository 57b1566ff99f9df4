"""How counts hang together: within a table, across tables, from period to period, with earlier reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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
    tables: Iterable[Table], before: Period, period: Period, held: Mapping[Key, int | None]
) -> list[Equation]:
    """Return: open at the end is open before, with what came and without what went.

    Args:
        tables: Of either of the two periods.
        before: The period that ends when the other begins.
        period: The later one.
        held: Every count of all periods; rows that a table has in one period and not in the other
            stand in what they were grouped into there.
    """
    found = []
    for table in tables:
        if not table.layout.flows:
            continue
        for code, earlier, now in _matching(table, before, period, held):
            found += _balanced(
                [
                    (code, row, column, period.code())
                    for column in ("open", "closed")
                    for row in now
                ],
                [
                    *((code, row, "open", before.code()) for row in earlier),
                    *((code, row, "new", period.code()) for row in now),
                ],
            )
    return found


def with_known_rows(
    parts: Sequence[tuple[Period, Sequence[Table]]], earlier: Sequence[Earlier]
) -> list[tuple[Period, list[Table]]]:
    """Keep the rows that a table had in a report or a period beside it, also where nobody is in them.

    A row that is there in one quarter and gone in the next would tell that nobody was left in it,
    whatever is hidden in both.
    """
    known: dict[tuple[str, Period], set[str]] = {}
    for period, tables in parts:
        for table in tables:
            known[table.layout.code, period] = set(table.rows)
    for each in earlier:
        for code, row, _column, _period in each.counts:
            if row != TOTAL:
                known.setdefault((code, each.period), set()).add(row)
    return [
        (period, [_with_rows_of(table, period, known) for table in tables])
        for period, tables in parts
    ]


def _with_rows_of(
    table: Table, period: Period, known: Mapping[tuple[str, Period], set[str]]
) -> Table:
    parents, rows = table.layout.parents, list(table.rows)
    beside = {
        row
        for (code, other), found in known.items()
        if code == table.layout.code and _touch(period, other)
        for row in found
    }
    # What others go into comes first: a group stands for all of them.
    for row in sorted(beside, key=lambda each: (len(_line(each, parents)), each)):
        if not any(row in _line(each, parents) or each in _line(row, parents) for each in rows):
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _touch(one: Period, other: Period) -> bool:
    """Say whether one period follows the other or is a part of it."""
    return (
        one.follows(other)
        or other.follows(one)
        or one in quarters_of(other)
        or other in quarters_of(one)
    )


def _balanced(one: Sequence[Key], other: Sequence[Key]) -> list[Equation]:
    """Return the equation between two sums; one of them may be of nobody."""
    if one:
        return [Equation(one[0], tuple(other), less=tuple(one[1:]))]
    return [Equation(other[0], (), less=tuple(other[1:]))] if other else []


def years_of(
    tables: Iterable[Table],
    year: Period,
    quarters: Sequence[Period],
    held: Mapping[Key, int | None],
) -> list[Equation]:
    """Return: a year is the sum of its quarters, and what stands at its end is that of the last."""
    found = []
    for table in tables:
        layout = table.layout
        columns = [column for column in layout.columns if column not in layout.standing]
        ends = [column for column in layout.standing if column in layout.ends]
        for row in (TOTAL, *table.rows):
            some = [each for each in quarters if not _is_nobody(table, row, each, held)]
            found += [
                Equation(
                    key_of(table, row, column, year),
                    tuple(key_of(table, row, column, quarter) for quarter in some),
                )
                for column in columns
            ]
        for code, of_year, last in _matching(table, year, quarters[-1], held):
            for column in ends:
                found += _balanced(
                    [(code, row, column, year.code()) for row in of_year],
                    [(code, row, column, quarters[-1].code()) for row in last],
                )
    return found


def _is_nobody(table: Table, row: str, period: Period, held: Mapping[Key, int | None]) -> bool:
    """Say whether a table that was shown for a period has nobody in a row, alone or grouped.

    A row is left out of a table when nobody is in it, and a reader knows.
    """
    if row == TOTAL or not _is_shown(table, period, held):
        return False
    parents, rows = table.layout.parents, _rows(table, period, held)
    return not any(row in _line(each, parents) or each in _line(row, parents) for each in rows)


def _line(row: str, parents: Mapping[str, str]) -> list[str]:
    """Return a row and what it goes into, and so on."""
    found = [row]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def _rows(table: Table, period: Period, held: Mapping[Key, int | None]) -> set[str]:
    code = table.layout.code
    return {key[1] for key in held if key[0] == code and key[3] == period.code()} - {TOTAL}


def _is_shown(table: Table, period: Period, held: Mapping[Key, int | None]) -> bool:
    """Say whether a reader knows the rows of a table for a period, however much of it is hidden.

    Of a table that was left out they know none, unless nobody at all was counted.
    """
    code, columns = table.layout.code, table.layout.columns
    if any(key[0] == code and key[3] == period.code() for key in held):
        return True
    return all(held.get(key_of(table, TOTAL, column, period)) == 0 for column in columns)


def _matching(
    table: Table, one: Period, other: Period, held: Mapping[Key, int | None]
) -> list[tuple[str, list[str], list[str]]]:
    """Return which rows of a table in one period are which in another, under their table's name.

    A rare row goes into its parent in one period and stands alone in the other: then all that the
    parent took in are compared together. One side is empty where nobody is in any of them.
    """
    code, parents = table.layout.code, table.layout.parents
    sides = [_rows(table, period, held) for period in (one, other)]
    # Where both tables were shown, a row that only one of them has stands for nobody in the other.
    shown = all(_is_shown(table, period, held) for period in (one, other))
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
        *((code, sorted(a), sorted(b)) for a, b in groups if shown or (a and b)),
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
    held: dict[Key, int | None] = {key: n for each in earlier for key, n in each.counts.items()}
    held |= values
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
