"""The whole report: every table and figure for an audience, hidden where it must be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from outreach_app.domain.reports.assessing import (
    assessing_measures,
    assessing_tables,
    duplicates_left_out,
    rated_cases,
)
from outreach_app.domain.reports.audiences import Audience, Rule, rule_for
from outreach_app.domain.reports.chasing import acknowledged_in_time, referral_measures
from outreach_app.domain.reports.counting import Measures, Table, Unit, grouped, tabulate
from outreach_app.domain.reports.disclosure import Key, NotProtectable
from outreach_app.domain.reports.leaving import exit_measures, exit_tables
from outreach_app.domain.reports.lengths import progress_measures
from outreach_app.domain.reports.linking import Earlier, counts_of, system_of, with_known_rows
from outreach_app.domain.reports.nrm_steps import nrm_tables
from outreach_app.domain.reports.people import CASES, Counting, counted_cases, people_tables
from outreach_app.domain.reports.periods import Period, quarters_of
from outreach_app.domain.reports.progress import progress_tables
from outreach_app.domain.reports.publishing import (
    PrintedMeasure,
    PrintedTable,
    hide,
    left_out,
    print_measure,
    print_table,
)
from outreach_app.domain.reports.quality import Repair, quality_checks
from outreach_app.domain.reports.records import CaseRecord, Surroundings
from outreach_app.domain.reports.referring import referral_tables
from outreach_app.domain.reports.risks import risk_tables

Part = tuple[Period, Sequence[Table]]
_ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that was counted for one period, before anything is hidden.

    Attributes:
        duplicates: Cases of which something would have been due, had they not been closed as
            duplicates of another record.
    """

    period: Period
    tables: tuple[Table, ...]
    measures: tuple[Measures, ...]
    repairs: tuple[Repair, ...]
    duplicates: int = 0


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """What is printed of one period."""

    period: Period
    tables: tuple[PrintedTable, ...]
    measures: tuple[PrintedMeasure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What is printed: the period, for a year its quarters too, and what the audience was shown.

    Attributes:
        shown: Every count that was printed, None for a hidden one; later reports respect it.
    """

    audience: Audience
    main: PeriodReport
    quarters: tuple[PeriodReport, ...]
    shown: dict[Key, int | None]
    n_clients: int | None


def count_figures(
    cases: Sequence[CaseRecord], period: Period, around: Surroundings, audience: Audience
) -> Figures:
    """Count every table and measure of a period."""
    rule = rule_for(audience, around.thresholds)
    quality, repairs = quality_checks(cases, period, around)
    rated = rated_cases(cases, period)
    countings: list[Counting] = [
        *people_tables(cases, period, around, audience),
        *referral_tables(cases, period, audience),
        *nrm_tables(cases, period),
        acknowledged_in_time(cases, period, around),
        *risk_tables(rated, period),
        *assessing_tables(rated, period, around),
        *progress_tables(cases, period),
        *exit_tables(cases, period, audience),
        quality,
    ]
    tables = tuple(
        sorted(
            (table for counting in countings for table in _table(counting, rule)),
            key=lambda table: _in_order(table.layout.code),
        )
    )
    measures = (
        *referral_measures(cases, period),
        *assessing_measures(rated, period, around),
        *progress_measures(cases, period),
        *exit_measures(cases, period),
    )
    duplicates = duplicates_left_out(rated, period, around)
    return Figures(period, tables, measures, repairs, duplicates)


def _in_order(code: str) -> tuple[str, int, str]:
    section, _dot, rest = code.partition(".")
    digits = "".join(letter for letter in rest if letter.isdigit())
    return section, int(digits or 0), rest


def _table(counting: Counting, rule: Rule) -> Iterable[Table]:
    layout, units = counting
    if layout.is_cross and rule.least_cross:
        units = _large_rows(units, rule.least_cross)
        if all(unit.rows == (_ELSEWHERE,) for unit in units):
            return
    if layout.is_area and rule.threshold:
        units = _large_rows(units, rule.threshold)
    # Rounding is for the public alone, whose reports are compared with earlier ones.
    compared = rule.rounds_to > 1
    table = tabulate(layout, units, compared=compared)
    small = (rule.is_small(table.count(row, c)) for row in table.rows for c in layout.columns)
    if layout.is_small_area and rule.threshold and any(small):
        return  # police forces only where every count is large enough: the regions stand alone
    if rule.threshold and layout.parents:
        table = grouped(table, units, rule.threshold, compared=compared)
    yield table


def _large_rows(units: Sequence[Unit], least: int) -> list[Unit]:
    cases: dict[str, set[str]] = {}
    for unit in units:
        for row in unit.rows:
            cases.setdefault(row, set()).add(unit.case_id)
    large = {row for row, some in cases.items() if len(some) >= least}
    return [
        unit if unit.rows and set(unit.rows) <= large else replace(unit, rows=(_ELSEWHERE,))
        for unit in units
    ]


def make_report(
    cases: Sequence[CaseRecord],
    period: Period,
    around: Surroundings,
    audience: Audience,
    earlier: Sequence[Earlier] = (),
) -> tuple[Report, Figures]:
    """Count, hide and print; a year is printed with its four quarters.

    Raises:
        NotProtectable: Earlier reports to this audience would give a hidden count away.
    """
    rule = rule_for(audience, around.thresholds)
    figures = [
        count_figures(cases, each, around, audience) for each in (period, *quarters_of(period))
    ]
    parts, hidden = _protected([(each.period, each.tables) for each in figures], rule, earlier)
    printed = [
        PeriodReport(
            each.period,
            _printed(each, tables, hidden, rule),
            tuple(print_measure(measures, rule) for measures in each.measures),
        )
        for each, (_period, tables) in zip(figures, parts, strict=True)
    ]
    shown: dict[Key, int | None] = {}
    for of_period, tables in parts:
        for key, count in counts_of(tables, of_period).items():
            shown[key] = None if key in hidden else count
    clients = len({each.case.client_id for each in counted_cases(cases, period)})
    # Clients less open cases would tell outsiders how many cases were closed.
    n_clients = clients if audience is Audience.INTERNAL else None
    return Report(audience, printed[0], tuple(printed[1:]), shown, n_clients), figures[0]


def _printed(
    figures: Figures, tables: Sequence[Table], hidden: frozenset[Key], rule: Rule
) -> tuple[PrintedTable, ...]:
    shown = {table.layout.code: table for table in tables}
    return tuple(
        print_table(shown[table.layout.code], figures.period, hidden, rule)
        if table.layout.code in shown
        else left_out(table)
        for table in figures.tables
    )


def _protected(
    parts: Sequence[Part], rule: Rule, earlier: Sequence[Earlier]
) -> tuple[Sequence[Part], frozenset[Key]]:
    """Return the tables that can be shown, and what is hidden in them.

    A table whose rows would give something away beside earlier reports, whatever is hidden in it,
    is left out as a whole.

    Raises:
        NotProtectable: It is not a table that gives it away but the number of cases.
    """
    if rule.threshold:
        parts = with_known_rows(parts, earlier)
    while True:
        try:
            return parts, hide(system_of(parts, rule, earlier), rule)
        except NotProtectable as error:
            place = _giving_away(error.counts, parts)
            if place is None:
                raise
            code, of_period = place
            parts = [
                (period, [t for t in tables if (t.layout.code, period) != (code, of_period)])
                for period, tables in parts
            ]


def _giving_away(counts: Iterable[Key], parts: Iterable[Part]) -> tuple[str, Period] | None:
    listed = [(period, table) for period, tables in parts for table in tables]
    for key in counts:
        mine = [
            (table.layout.code, period)
            for period, table in listed
            if key[0] != CASES and period.code() == key[-1] and key in counts_of([table], period)
        ]
        if mine:
            return next((each for each in mine if each[0] == key[0]), mine[-1])
    return None


def too_alike(now: Figures, before: Figures, least: int) -> str:
    """Return the first table in which two public reports differ by too few cases, "" for none.

    Args:
        now: The new report.
        before: The earlier one.
        least: So many cases are enough.

    Reports that do not differ at all tell nothing new.
    """
    earlier = {table.layout.code: table for table in before.tables}
    for table in now.tables:
        old = earlier.get(table.layout.code)
        if old is None:
            continue
        cases = set(table.by_case) | set(old.by_case)
        differ = sum(
            dict(table.by_case.get(case, {})) != dict(old.by_case.get(case, {})) for case in cases
        )
        if 0 < differ < least:
            return table.layout.code
    return ""
