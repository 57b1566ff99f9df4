"""From counts to what an audience reads: hidden, rounded, with percentages where there is a base."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from outreach_app.domain.reports.audiences import Rule
from outreach_app.domain.reports.counting import TOTAL, Measures, Table, median, quantile
from outreach_app.domain.reports.disclosure import Equation, Key, System, hidden_counts
from outreach_app.domain.reports.periods import Period, quarters_of

HIDDEN = "[c]"
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One printed count; `count` is None when it is hidden, `percent` "" when there is none."""

    count: int | None
    percent: str = ""

    def words(self) -> str:
        """Return the count as it is printed."""
        return HIDDEN if self.count is None else str(self.count)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as an audience sees it.

    Attributes:
        cells: By row, in the order of the columns.
        totals: By column.
        not_published: Every total is hidden: nothing of the table is printed.
    """

    code: str
    title: str
    counted: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    lists: tuple[str, ...]
    cells: Mapping[str, tuple[Shown, ...]]
    totals: tuple[Shown, ...]
    exclusive: bool
    not_published: bool


@dataclass(frozen=True, slots=True)
class PrintedMeasure:
    """Medians or a sum as an audience sees them: texts, "" where nothing is printed."""

    code: str
    title: str
    unit: str
    lists: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    summed: bool


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
        Equation((*total, period.code()), found)
        for table in listed
        for total, parts in table.layout.sums
        if (*total, period.code()) in held
        and (found := tuple(key for part in parts if (key := (*part, period.code())) in held))
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


def flows_of(tables: Iterable[Table], before: Period, period: Period) -> list[Equation]:
    """Return: open at the end is open before, with what came and without what went."""
    return [
        Equation(
            key_of(table, row, "open", period),
            (key_of(table, row, "open", before), key_of(table, row, "new", period)),
            less=(key_of(table, row, "closed", period),),
        )
        for table in tables
        if table.layout.flows
        for row in (TOTAL, *table.rows)
    ]


def years_of(tables: Iterable[Table], year: Period, quarters: Sequence[Period]) -> list[Equation]:
    """Return: a year is the sum of its quarters, for what is counted as it happens."""
    return [
        Equation(
            key_of(table, row, column, year),
            tuple(key_of(table, row, column, quarter) for quarter in quarters),
        )
        for table in tables
        for column in table.layout.columns
        if column != "open"
        for row in (TOTAL, *table.rows)
    ]


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
    times = [(each.period, ()) for each in earlier]
    for period, tables in parts:
        for before, _none in (*parts, *times):
            if period.follows(before):
                equations += flows_of(tables, before, period)
            if before.follows(period):
                equations += flows_of(tables, period, before)
        quarters = quarters_of(period)
        if quarters:
            equations += years_of(tables, period, quarters)
        for year in {each for each, _none in times if period in quarters_of(each)}:
            equations += years_of(tables, year, quarters_of(year))
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


def hide(system: System, rule: Rule) -> frozenset[Key]:
    """Return the counts that are not printed.

    Raises:
        NotProtectable: Earlier reports have shown too much.
    """
    return hidden_counts(system, rule)


def print_table(table: Table, period: Period, hidden: frozenset[Key], rule: Rule) -> PrintedTable:
    """Return a table as it is printed."""
    columns = table.layout.columns
    totals = tuple(_shown(table, TOTAL, column, period, hidden, rule) for column in columns)
    cells = {
        row: tuple(_shown(table, row, column, period, hidden, rule) for column in columns)
        for row in table.rows
    }
    return PrintedTable(
        table.layout.code,
        table.layout.title,
        table.layout.counted,
        columns,
        table.rows,
        table.layout.lists,
        cells,
        totals,
        table.layout.exclusive,
        not_published=bool(totals) and all(total.count is None for total in totals),
    )


def _shown(
    table: Table, row: str, column: str, period: Period, hidden: frozenset[Key], rule: Rule
) -> Shown:
    total = table.totals.get(column, 0)
    if key_of(table, row, column, period) in hidden or rule.is_small(total):
        return Shown(None)
    count = total if row == TOTAL else table.count(row, column)
    base_hidden = key_of(table, TOTAL, column, period) in hidden
    if row == TOTAL or base_hidden or total < rule.least_base:
        return Shown(rule.shown(count))
    part, whole = rule.shown(count), rule.shown(total)
    return Shown(part, percentage(part, whole, rule.decimals))


def percentage(part: int, whole: int, decimals: int) -> str:
    """Return a percentage of printed counts, halves rounded up; "" over nothing."""
    if not whole:
        return ""
    scale = 10**decimals
    units = (2 * part * _HUNDRED * scale + whole) // (2 * whole)
    if not decimals:
        return f"{units} %"
    return f"{units // scale}.{units % scale:0{decimals}d} %"


def print_measure(measures: Measures, rule: Rule) -> PrintedMeasure:
    """Return medians with quartiles, or a sum, where there are enough and no case dominates."""
    by_row: dict[str, dict[str, list[Fraction]]] = {}
    for each in measures.values:
        by_row.setdefault(each.row, {}).setdefault(each.case_id, []).append(each.value)
    rows = []
    for row, by_case in sorted(by_row.items()):
        rows.append((row, *_figure(by_case, rule, summed=measures.summed)))
    return PrintedMeasure(
        measures.code, measures.title, measures.unit, measures.lists, tuple(rows), measures.summed
    )


def _figure(
    by_case: Mapping[str, Sequence[Fraction]], rule: Rule, *, summed: bool
) -> tuple[str, str]:
    values = [value for each in by_case.values() for value in each]
    cases = len(by_case)
    if summed:
        total = sum(values, Fraction(0))
        greatest = max(sum(each, Fraction(0)) for each in by_case.values())
        dominated = greatest * _HUNDRED > total * rule.greatest_share_percent
        if rule.is_small(cases) or (rule.threshold and dominated):
            return HIDDEN, ""
        return str(rule.shown(int(total))), ""
    if cases < rule.least_median or rule.is_small(cases):
        return HIDDEN if rule.threshold else "", ""
    if rule.rounds_to > 1:
        return str(round(median(values))), ""
    quarters = (quantile(values, Fraction(1, 4)), quantile(values, Fraction(3, 4)))
    return decimal_words(median(values)), " to ".join(decimal_words(each) for each in quarters)


def decimal_words(value: Fraction) -> str:
    """Return a number with at most one place, halves rounded up."""
    tenths = (2 * value.numerator * 10 + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}" if rest else str(whole)
