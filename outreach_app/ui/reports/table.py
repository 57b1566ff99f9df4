"""One table of a report as a card: every number is a text that can be read out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.report.statistics import StatisticsTable
from outreach_app.ui.pieces.surfaces import Card, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.reports.chart import ChartView
from outreach_app.ui.theme.look import current_look


def table_card(table: StatisticsTable) -> QWidget:
    """Return a table with its title above and its note below."""
    card = Card(f"{table.code}  {table.title}")
    card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    card.setAccessibleName(f"{table.code} {table.title}")
    card.setAccessibleDescription(_spoken(table))
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current_look().px(16))
    grid.setVerticalSpacing(current_look().px(6))
    for place, words in enumerate(table.head):
        grid.addWidget(Text(words, "small"), 0, place)
        grid.setColumnStretch(place, 2 if place == 0 else 1)
    for down, row in enumerate(table.rows, start=1):
        for place, words in enumerate(row):
            grid.addWidget(Text(words, "" if place else "strong"), down, place)
    if table.chart is not None:
        card.add(ChartView(table.chart))
    card.add(holder)
    if table.note:
        card.add(Text(table.note, "small"))
    return _apart(card)


def _apart(card: Card) -> QWidget:
    """Give a card room above and below, among others in a list."""
    holder = QWidget()
    lines = column(card)
    edge = current_look().px(8)
    lines.setContentsMargins(0, edge, 0, edge)
    holder.setLayout(lines)
    return holder


def _spoken(table: StatisticsTable) -> str:
    lines = []
    for row in table.rows:
        numbers = ", ".join(
            f"{head} {words}" for head, words in zip(table.head[1:], row[1:], strict=True) if words
        )
        lines.append(f"{row[0]}: {numbers}")
    return ". ".join(lines)
