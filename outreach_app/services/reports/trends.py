"""The four quarters of a year beside each other, from what is printed of each."""

from collections.abc import Sequence

from outreach_app.domain.reports.publishing import PrintedTable, Shown
from outreach_app.domain.reports.report import PeriodReport
from outreach_app.report.bars import Bar, BarGroup, Chart, worth_drawing
from outreach_app.report.statistics import StatisticsSection, StatisticsTable

_HIDDEN = Shown(None)
_LINES = (
    ("New cases", "S1.1", "new"),
    ("Open at the end", "S1.1", "open"),
    ("Closed cases", "S1.1", "closed"),
    ("Referrals sent", "S2.1", "sent"),
    ("Flags raised", "S3.3", "raised"),
    ("Planned exits", "S4.1", "planned"),
)
"""Words, table and column of each total that is followed through the year."""
_DRAWN = 3


def trend_section(quarters: Sequence[PeriodReport]) -> StatisticsSection:
    """Return the totals of each quarter as a table with bars; hidden ones stay hidden."""
    totals = [_totals(each) for each in quarters]
    names = [each.period.words() for each in quarters]
    heads = tuple(words for words, _code, _column in _LINES)
    chart = Chart(
        "Cases by quarter",
        heads[:_DRAWN],
        tuple(
            BarGroup(name, tuple(Bar(each.count, each.words()) for each in of_quarter[:_DRAWN]))
            for name, of_quarter in zip(names, totals, strict=True)
        ),
    )
    table = StatisticsTable(
        code="T",
        title="The four quarters",
        head=("", *heads),
        rows=tuple(
            (name, *(each.words() for each in of_quarter))
            for name, of_quarter in zip(names, totals, strict=True)
        ),
        chart=chart if worth_drawing(chart, len(names)) else None,
        note="Totals of the tables below, as each quarter shows them.",
    )
    return StatisticsSection("Trend of the year", (table,))


def _totals(quarter: PeriodReport) -> list[Shown]:
    tables = {table.code: table for table in quarter.tables}
    return [_total(tables.get(code), column) for _words, code, column in _LINES]


def _total(table: PrintedTable | None, column: str) -> Shown:
    if table is None or column not in table.columns:
        return _HIDDEN
    return table.totals[table.columns.index(column)]
