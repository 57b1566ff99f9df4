"""The days of a risk chart: what each says, and where the keyboard and a screen reader stop."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from outreach_app.domain.trend import Trend, TrendEvent, TrendPoint
from outreach_app.services.case_words import day_words
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import level_words
from outreach_app.ui.speech import told, translate


@dataclass(frozen=True, slots=True)
class Stop:
    """A day at which the keyboard stops: what was assessed and what happened."""

    on: date
    points: tuple[TrendPoint, ...]
    events: tuple[TrendEvent, ...]


def stops_of(trend: Trend) -> tuple[Stop, ...]:
    """Return the days of a trend, oldest first."""
    days = sorted({each.on for each in trend.points} | {each.on for each in trend.events})
    return tuple(
        Stop(
            day,
            tuple(each for each in trend.points if each.on == day),
            tuple(each for each in trend.events if each.on == day),
        )
        for day in days
    )


def stop_words(stop: Stop, kind_words: dict[str, str]) -> str:
    """Return what a day says, in a sentence or two."""
    points = (point_words(point, kind_words) for point in stop.points)
    events = (f"{told(event.text)}." for event in stop.events)
    return " ".join((f"{told(day_words(stop.on))}:", *points, *events))


def point_words(point: TrendPoint, kind_words: dict[str, str]) -> str:
    """Return what an assessment says: both levels, the client's own feeling, open gaps."""
    kind = kind_words.get(point.kind, "")
    judged = level_words(point.judged.code if point.judged else "")
    indicated = level_words(point.indicated.code if point.indicated else "")
    feeling = (
        translate("cases", "feels safe {number} of 10").format(number=point.own_feeling)
        if point.own_feeling is not None
        else translate("cases", "own feeling not asked")
    )
    words = translate("cases", "{kind}: judged {judged}, indicated {indicated}, {feeling}.")
    if not kind:
        words = translate("cases", "judged {judged}, indicated {indicated}, {feeling}.")
    return words.format(kind=kind, judged=judged, indicated=indicated, feeling=feeling)


class StopMark(Button):
    """One day of the chart, over its place in the drawing; nothing of it is seen.

    Attributes:
        reached: The keyboard or a screen reader came here.
    """

    reached = Signal()

    def __init__(self, chart: QWidget, words: str) -> None:
        """Lie in a chart and say words."""
        super().__init__("", spoken=words)
        self.setParent(chart)
        self._chart = chart
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("arrows", True)
        # The mouse points at the drawing.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self.reached)

    def mark(self, *, here: bool) -> None:
        """Be the one stop of the tabulator in the chart, or one that the arrows lead to."""
        if here:
            self.setChecked(True)
        policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the drawing as it is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the chart."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()
        self._chart.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chart.update()
