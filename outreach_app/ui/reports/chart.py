"""A chart of a report: horizontal bars that differ by pattern, each with its number, and in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from outreach_app.report.bars import Bar, BarGroup, Chart, Pattern
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_BAR_PX, _STEP_PX, _HIDDEN_PX, _SWATCH_PX, _NUMBER_PX = 14, 20, 30, 26, 12
_LEAST_PX = 160
_BRUSHES = {
    Pattern.SOLID: Qt.BrushStyle.SolidPattern,
    Pattern.DIAGONAL: Qt.BrushStyle.BDiagPattern,
    Pattern.UPRIGHT: Qt.BrushStyle.VerPattern,
    Pattern.LEVEL: Qt.BrushStyle.HorPattern,
}


class ChartView(QWidget):
    """One chart; it takes the keyboard, and says what is drawn."""

    def __init__(self, chart: Chart) -> None:
        """Draw a group for each row of the table."""
        super().__init__()
        look = current_look()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("reports", "Bars. {title}").format(title=chart.title))
        self.setAccessibleDescription(". ".join(chart.lines()))
        lines = QVBoxLayout(self)
        edge = look.px(6)
        lines.setContentsMargins(edge, edge, edge, edge)
        lines.setSpacing(look.px(6))
        lines.addWidget(_legend(chart))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        for place, group in enumerate(chart.groups):
            grid.addWidget(Text(group.label, "small"), place, 0)
            grid.addWidget(_Strip(group, chart.most), place, 1)
        lines.addLayout(grid)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_look().tokens.focus), 2))
            edge = current_look().px(6)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), edge, edge)
            painter.end()


class _Strip(QWidget):
    """The bars of one group, from the side where reading begins."""

    def __init__(self, group: BarGroup, most: int) -> None:
        super().__init__()
        self._group, self._most = group, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current_look().px(_STEP_PX) * len(group.bars))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_look().px(_LEAST_PX), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = current_look().px(_STEP_PX)
        painter.setFont(self._font())
        for place, (pattern, bar) in enumerate(zip(Pattern, self._group.bars, strict=False)):
            self._bar(painter, pattern, bar, place * step)
        painter.end()

    def _bar(self, painter: QPainter, pattern: Pattern, bar: Bar, top: int) -> None:
        look = current_look()
        step, high, gap = look.px(_STEP_PX), look.px(_BAR_PX), look.px(6)
        metrics = QFontMetrics(self._font())
        numbers = [metrics.horizontalAdvance(each.words) for each in self._group.bars]
        room = self.width() - max((*numbers, look.px(36))) - gap
        value = bar.value
        length = look.px(_HIDDEN_PX) if value is None else max(room * value / self._most, 2.0)
        box = QRectF(0, top + (step - high) / 2, length, high)
        words = QRectF(length + gap, top, self.width() - length - gap, step)
        align = Qt.AlignmentFlag.AlignLeft
        if self.isRightToLeft():
            box.moveRight(self.width())
            words = QRectF(0, top, self.width() - length - gap, step)
            align = Qt.AlignmentFlag.AlignRight
        if value is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.tokens.ink_soft), 1, Qt.PenStyle.DashLine))
            painter.drawRect(box)
        else:
            _fill(painter, pattern, box)
        painter.setPen(QColor(look.tokens.ink))
        here = align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, here, bar.words)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(current_look().px(_NUMBER_PX))
        return font


class _Swatch(QWidget):
    """What a series looks like."""

    def __init__(self, pattern: Pattern) -> None:
        super().__init__()
        self._pattern = pattern
        look = current_look()
        self.setFixedSize(look.px(_SWATCH_PX), look.px(_BAR_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _fill(painter, self._pattern, QRectF(0, 0, self.width(), self.height()))
        painter.end()


def _legend(chart: Chart) -> QWidget:
    holder = QWidget()
    flow = Flow(holder, gap=16)
    for pattern, words in zip(Pattern, chart.series, strict=False):
        each = QWidget()
        each.setLayout(row(_Swatch(pattern), Text(words, "small", wraps=False), gap=6))
        flow.addWidget(each)
    return holder


def _fill(painter: QPainter, pattern: Pattern, box: QRectF) -> None:
    tokens = current_look().tokens
    if pattern is not Pattern.SOLID:
        painter.fillRect(box, QColor(tokens.accent_soft))
    brush = QBrush(QColor(tokens.accent), _BRUSHES[pattern])
    painter.setBrushOrigin(QPointF(0, 0))
    painter.setBrush(brush)
    painter.setPen(QPen(QColor(tokens.accent), 1))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
