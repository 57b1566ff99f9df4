"""Risk over time as a drawing that is read point by point: three lines, events marked.

The three lines differ by shape and stroke, not only by colour. What has the keyboard is described in
words below the drawing and to a screen reader; the table beside it says the same.
"""

from bisect import bisect_left
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy

from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.trend import Trend
from outreach_app.report.dates import day_and_month
from outreach_app.ui.cases.chart_stops import StopMark, stop_words, stops_of
from outreach_app.ui.pieces.chips import level_words
from outreach_app.ui.speech import on_its_own, translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.theme.tokens import Tokens

_LEVELS = tuple(RiskLevel)
_LEFT, _RIGHT, _TOP, _BAND, _GAP, _FEELING, _FOOT = 84, 26, 30, 42, 14, 62, 26
_LEAST_STEP = 22
_MOST_FEELING = 10


def _feelings() -> tuple[tuple[int, str], ...]:
    """Return the ends of the scale of feeling safe, in words."""
    return (_MOST_FEELING, translate("cases", "feels safe")), (0, translate("cases", "not at all"))


class RiskChart(QFrame):
    """The drawing. Arrow keys go from day to day, Home and End to the first and last.

    Each day is something of its own to a screen reader, which is told of it when the keyboard comes.

    Attributes:
        pointed: The day that has the keyboard or the mouse says this.
    """

    pointed = Signal(str)

    def __init__(self, trend: Trend, kind_words: dict[str, str]) -> None:
        """Draw a trend that has at least one assessment.

        Args:
            trend: Points and events, oldest first.
            kind_words: Words for the kinds of assessment.
        """
        super().__init__()
        self._trend = trend
        self._stops = stops_of(trend)
        self._kind_words = kind_words
        self._at = max(i for i, stop in enumerate(self._stops) if stop.points)
        self._numbers = {event: n for n, event in enumerate(trend.events, start=1)}
        self._marks = [StopMark(self, stop_words(each, kind_words)) for each in self._stops]
        for place, mark in enumerate(self._marks):
            mark.reached.connect(partial(self._point_at, place))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        count = translate("cases", "%n assessment(s)", "", len(trend.points))
        name = translate("cases", "Risk over time, {count}. Arrow keys go from day to day.")
        self.setAccessibleName(name.format(count=count))
        self._tell_here()

    # ---- what is pointed at -----------------------------------------------------------------

    def words(self) -> str:
        """Return what the day that is pointed at says."""
        return stop_words(self._stops[self._at], self._kind_words)

    def _point_at(self, place: int) -> None:
        place = max(0, min(place, len(self._stops) - 1))
        if place == self._at:
            return
        has_keyboard = self._has_keyboard()
        self._at = place
        self._tell_here()
        if has_keyboard:
            self._marks[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.pointed.emit(self.words())
        self.update()

    def _tell_here(self) -> None:
        self.setAccessibleDescription(self.words())
        for place, mark in enumerate(self._marks):
            mark.mark(here=place == self._at)
        self.setFocusProxy(self._marks[self._at])

    def _has_keyboard(self) -> bool:
        return any(mark.hasFocus() for mark in self._marks)

    # ---- places -----------------------------------------------------------------------------

    def _px(self, size: float) -> int:
        return current_look().px(size)

    def _has_feelings(self) -> bool:
        return any(point.own_feeling is not None for point in self._trend.points)

    def _beside(self) -> int:
        """Return how much room the words beside the drawing need: a language may have long ones."""
        words = (
            *(level_words(each.code) for each in _LEVELS),
            *(said for _at, said in _feelings()),
        )
        metrics = QFontMetrics(self._small())
        widest = max(map(metrics.horizontalAdvance, words))
        return max(self._px(_LEFT), widest + self._px(12))

    def _plot(self) -> QRectF:
        left, right = self._beside(), self._px(_RIGHT)
        width = max(10, self.width() - left - right)
        begin = right if self.isRightToLeft() else left
        return QRectF(begin, self._px(_TOP), width, self._px(_BAND) * len(_LEVELS))

    def _places(self) -> list[float]:
        """Place each day: by its distance in time, but never closer than marks can stand."""
        plot = self._plot()
        edge = self._px(16)
        left, right = plot.left() + edge, plot.right() - edge
        days = [stop.on for stop in self._stops]
        if len(days) == 1:
            places = [(left + right) / 2]
        else:
            gaps = [(after - before).days for before, after in pairwise(days)]
            least = min(float(self._px(_LEAST_STEP)), (right - left) / len(gaps))
            free = (right - left) - least * len(gaps)
            places = [left]
            for gap in gaps:
                places.append(places[-1] + least + free * gap / sum(gaps))
        if self.isRightToLeft():
            return [plot.left() + plot.right() - x for x in places]
        return places

    def _level_y(self, level: RiskLevel) -> float:
        plot = self._plot()
        return plot.bottom() - (_LEVELS.index(level) + 0.5) * self._px(_BAND)

    def _feeling_y(self, number: int) -> float:
        top = self._plot().bottom() + self._px(_GAP)
        return top + (_MOST_FEELING - number) * self._px(_FEELING) / _MOST_FEELING

    # ---- drawing ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_look().tokens
        self._bands(painter, tokens)
        places = self._places()
        self._here(painter, tokens, places)
        self._events(painter, tokens, places)
        self._lines(painter, tokens, places)
        self._dates(painter, tokens, places)
        if self._has_keyboard():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = self._px(6)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), edge, edge)
        painter.end()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._px(12))
        return font

    def _bands(self, painter: QPainter, tokens: Tokens) -> None:
        plot, band = self._plot(), self._px(_BAND)
        softs = (tokens.low_soft, tokens.medium_soft, tokens.high_soft, tokens.very_high_soft)
        inks = (tokens.low, tokens.medium, tokens.high, tokens.very_high)
        painter.setFont(self._small())
        for number, level in enumerate(_LEVELS):
            top = plot.bottom() - (number + 1) * band
            painter.fillRect(QRectF(plot.left(), top, plot.width(), band), QColor(softs[number]))
            painter.setPen(QColor(inks[number]))
            self._label(painter, level_words(level.code), top, band)
        if self._has_feelings():
            painter.setPen(QPen(QColor(tokens.line), 1))
            for number in (0, 5, 10):
                y = self._feeling_y(number)
                painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(tokens.ink_soft))
            for number, words in _feelings():
                self._label(painter, words, self._feeling_y(number) - band / 2, band)

    def _label(self, painter: QPainter, words: str, top: float, height: float) -> None:
        """Write beside the drawing, at the side where time begins."""
        plot, gap = self._plot(), self._px(8)
        if self.isRightToLeft():
            box = QRectF(plot.right() + gap, top, self.width() - plot.right() - gap, height)
            align = Qt.AlignmentFlag.AlignLeft
        else:
            box = QRectF(0, top, plot.left() - gap, height)
            align = Qt.AlignmentFlag.AlignRight
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, on_its_own(words))

    def _here(self, painter: QPainter, tokens: Tokens, places: list[float]) -> None:
        x, plot = places[self._at], self._plot()
        painter.setPen(QPen(QColor(tokens.accent), self._px(2)))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, self.height() - self._px(_FOOT)))

    def _events(self, painter: QPainter, tokens: Tokens, places: list[float]) -> None:
        plot, radius = self._plot(), float(self._px(8))
        taken = float("-inf")
        font = self._small()
        font.setPixelSize(self._px(10.5))
        painter.setFont(font)
        for x, stop in zip(places, self._stops, strict=True):
            if not stop.events:
                continue
            pen = QPen(QColor(tokens.ink_faint), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, plot.top() - radius), QPointF(x, plot.bottom()))
            if not self.isRightToLeft() and x - taken < 2 * radius:
                continue  # the day is marked by its line; its words are told when one goes there
            taken = x
            centre = QPointF(x, plot.top() - radius - 3)
            painter.setBrush(QColor(tokens.panel))
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawEllipse(centre, radius, radius)
            painter.setPen(QColor(tokens.accent))
            box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            number = str(self._numbers[stop.events[0]])
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _lines(self, painter: QPainter, tokens: Tokens, places: list[float]) -> None:
        where = {stop.on: x for stop, x in zip(self._stops, places, strict=True)}
        points = self._trend.points
        indicated = [
            QPointF(where[each.on], self._level_y(each.indicated))
            for each in points
            if each.indicated is not None
        ]
        judged = [
            QPointF(where[each.on], self._level_y(each.judged))
            for each in points
            if each.judged is not None
        ]
        feelings = [
            QPointF(where[each.on], self._feeling_y(each.own_feeling))
            for each in points
            if each.own_feeling is not None
        ]
        self._indicated(painter, tokens, indicated)
        self._judged(painter, tokens, judged)
        self._feelings(painter, tokens, feelings)

    def _indicated(self, painter: QPainter, tokens: Tokens, points: list[QPointF]) -> None:
        pen = QPen(QColor(tokens.ink_faint), self._px(3), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(tokens.panel))
        painter.setPen(QPen(QColor(tokens.ink_faint), self._px(1.5)))
        half = self._px(6)
        for point in points:
            painter.drawRect(QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half))

    def _judged(self, painter: QPainter, tokens: Tokens, points: list[QPointF]) -> None:
        painter.setPen(QPen(QColor(tokens.ink), self._px(2)))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(tokens.ink))
        for point in points:
            painter.drawEllipse(point, self._px(3.5), self._px(3.5))

    def _feelings(self, painter: QPainter, tokens: Tokens, points: list[QPointF]) -> None:
        painter.setPen(QPen(QColor(tokens.accent), self._px(1.5), Qt.PenStyle.DotLine))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(tokens.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        half = self._px(5)
        for point in points:
            corners = [
                QPointF(point.x() - half, point.y() + half),
                QPointF(point.x() + half, point.y() + half),
                QPointF(point.x(), point.y() - half),
            ]
            painter.drawPolygon(QPolygonF(corners))

    def _dates(self, painter: QPainter, tokens: Tokens, places: list[float]) -> None:
        """Write the first and last day and those between for which there is room."""
        painter.setFont(self._small())
        painter.setPen(QColor(tokens.ink_soft))
        marks = [i for i, stop in enumerate(self._stops) if stop.points]
        order = list(dict.fromkeys([marks[0], marks[-1], *marks]))
        taken: list[tuple[float, float]] = []
        y = self.height() - self._px(_FOOT) + 2
        for place in order:
            words = day_and_month(self._stops[place].on, with_year=False)
            width = painter.fontMetrics().horizontalAdvance(words) + self._px(8)
            left = min(max(0.0, places[place] - width / 2), self.width() - width)
            if all(left + width < a or left > b for a, b in taken):
                taken.append((left, left + width))
                box = QRectF(left, y, width, self._px(18))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, on_its_own(words))

    # ---- hands ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.isRightToLeft() else 1
        steps = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        if event.key() in steps:
            self._point_at(self._at + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self._point_at(0)
        elif event.key() == Qt.Key.Key_End:
            self._point_at(len(self._stops) - 1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        places = self._places()
        ordered = sorted(places)
        x = event.position().x()
        near = bisect_left(ordered, x)
        nearest = min(ordered[max(0, near - 1) : near + 1], key=lambda each: abs(each - x))
        self._point_at(places.index(nearest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        half, top = self._px(_LEAST_STEP) // 2, self._px(2)
        for x, mark in zip(self._places(), self._marks, strict=True):
            mark.setGeometry(round(x) - half, top, 2 * half, self.height() - 2 * top)

    def sizeHint(self) -> QSize:
        feelings = self._px(_GAP + _FEELING) if self._has_feelings() else 0
        height = self._px(_TOP) + self._px(_BAND) * len(_LEVELS) + feelings + self._px(_FOOT + 8)
        return QSize(self._px(480), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._px(260), self.sizeHint().height())
