"""From counts to what an audience reads: hidden, rounded, with percentages where there is a base."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from outreach_app.domain.reports.audiences import Rule
from outreach_app.domain.reports.counting import TOTAL, Measures, Table, median, quantile
from outreach_app.domain.reports.disclosure import Key, System, hidden_counts
from outreach_app.domain.reports.linking import key_of
from outreach_app.domain.reports.periods import Period

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
        left_out: Beside earlier reports it would give hidden counts away: nothing is printed either.
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
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class PrintedMeasure:
    """Medians or a sum as an audience sees them: texts, "" where nothing is printed."""

    code: str
    title: str
    unit: str
    lists: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    summed: bool


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


def left_out(table: Table) -> PrintedTable:
    """Return a table of which nothing is printed."""
    layout = table.layout
    return PrintedTable(
        layout.code, layout.title, layout.counted, (), (), layout.lists, {}, (), layout.exclusive,
        not_published=False, left_out=True,
    )  # fmt: skip


def _shown(
    table: Table, row: str, column: str, period: Period, hidden: frozenset[Key], rule: Rule
) -> Shown:
    total = table.totals.get(column, 0)
    if key_of(table, row, column, period) in hidden or rule.is_small(total):
        return Shown(None)
    count = total if row == TOTAL else table.count(row, column)
    base = {TOTAL, *table.layout.apart}
    base_hidden = any(key_of(table, each, column, period) in hidden for each in base)
    if row in base or base_hidden:
        return Shown(rule.shown(count))
    aside = [table.count(each, column) for each in table.layout.apart]
    if total - sum(aside) < rule.least_base:
        return Shown(rule.shown(count))
    # Over printed counts alone, so that a percentage tells nothing that they do not.
    part, whole = rule.shown(count), rule.shown(total) - sum(map(rule.shown, aside))
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
