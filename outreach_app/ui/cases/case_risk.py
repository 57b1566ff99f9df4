"""Risk over time: the drawing, what it says where one stands, and the same as a table."""

from collections.abc import Iterator

from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem, QWidget

from outreach_app.report.dates import day_and_month
from outreach_app.report.visible import visible
from outreach_app.services.case_view import CaseView
from outreach_app.ui.cases.chart import RiskChart
from outreach_app.ui.cases.chart_stops import stops_of
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import level_shape, level_words
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_KINDS = ("immediate", "initial", "full", "review", "event", "exit")


class RiskCard(Card):
    """Three lines: what the rules indicate, what was judged, how safe the client feels."""

    def __init__(self, view: CaseView) -> None:
        """Draw the trend of a case."""
        super().__init__(translate("cases", "Risk over time"))
        trend = view.trend
        self._chart: RiskChart | None = None
        if not trend.points:
            empty = translate("cases", "No risk assessment is signed yet.")
            if view.restricted:
                empty = translate("cases", "The history is not shown at night.")
            self.add(Text(empty, "soft"))
            return
        if has_large_text():
            self.add(Text(_second(view), "small"))
        else:
            self.head.addWidget(Text(_second(view), "small", wraps=False))
        kinds = {
            code: view.words.choice("risk_assessment", "assessment_kind", code) for code in _KINDS
        }
        self.add(_legend())
        self._chart = RiskChart(trend, kinds)
        self._table = _table(view, kinds)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chart)
        self._stack.addWidget(self._table)
        self.add(self._stack)
        self._pointed = Text(self._chart.words(), "small")
        self._pointed.setMinimumHeight(current_look().px(36))
        self._chart.pointed.connect(self._pointed.say)
        foot = row(gap=12)
        foot.addWidget(self._pointed, 1)
        self._turn = Button(translate("cases", "Show as table"), self._on_turn, kind="plain")
        foot.addWidget(self._turn)
        self.column.addLayout(foot)

    def _on_turn(self) -> None:
        as_table = self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(1 if as_table else 0)
        drawing = translate("cases", "Show as drawing")
        words = drawing if as_table else translate("cases", "Show as table")
        self._turn.setText(words)
        self._turn.setAccessibleName(words)


def _second(view: CaseView) -> str:
    count = translate("cases", "%n assessment(s)", "", len(view.trend.points))
    due = view.next_review
    if due is None:
        return count
    day = day_and_month(due, with_year=True)
    return translate("cases", "{count} · next review {day}").format(count=count, day=day)


def _legend() -> QWidget:
    holder = QWidget()
    flow = Flow(holder, gap=current_look().px(16))
    for words in (
        translate("cases", "● ─ judged"),
        translate("cases", "□ ╌ the rules indicate"),
        translate("cases", "▲ ┄ how safe the client feels, 0 to 10"),
        translate("cases", "① events"),
    ):
        flow.addWidget(Text(words, "small", wraps=False))
    return holder


def _table(view: CaseView, kinds: dict[str, str]) -> QTableWidget:
    heads = (
        translate("cases", "Day"),
        translate("cases", "What"),
        translate("cases", "Judged"),
        translate("cases", "Indicated"),
        translate("cases", "Feels safe"),
    )
    rows = list(_rows(view, kinds))
    table = QTableWidget(len(rows), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(translate("cases", "Risk over time as a table"))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(current_look().px(36))
    for line, cells in enumerate(rows):
        for place, words in enumerate(cells):
            table.setItem(line, place, QTableWidgetItem(visible(words)))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table


def _rows(view: CaseView, kinds: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for stop in stops_of(view.trend):
        day = day_and_month(stop.on, with_year=True)
        for point in stop.points:
            levels = [each.code if each else "" for each in (point.judged, point.indicated)]
            shown = [f"{level_shape(code)} {level_words(code)}" for code in levels]
            feeling = "" if point.own_feeling is None else str(point.own_feeling)
            yield (day, kinds.get(point.kind, point.kind), *shown, feeling)
        for event in stop.events:
            yield (day, event.text, "", "", "")
