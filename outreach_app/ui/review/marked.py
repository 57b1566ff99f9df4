"""Text of which some words stand out, painted: bold and underlined, never by colour alone."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.report.visible import visible
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LINE_BREAK = "\u2028"
_LEAST_PX = 120


class MarkedText(QWidget):
    """Plain text that wraps, with marked words."""

    def __init__(self, words: str, marked: Sequence[tuple[int, int]] = ()) -> None:
        """Show words.

        Args:
            words: Plain text.
            marked: Where the marked words start and end.
        """
        super().__init__()
        spelled, self._marks = _spelled(words, marked)
        self._layout = QTextLayout(spelled.replace("\n", _LINE_BREAK))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # As the words themselves run, whatever the language of the window.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(spelled)
        parts = [spelled[start:end] for start, end in self._marks]
        if parts:
            self.setAccessibleDescription(
                translate("review", "Different words: {words}").format(words="; ".join(parts))
            )

    def _lay_out(self, width: int) -> float:
        self._layout.setFont(self.font())
        formats = []
        for start, end in self._marks:
            each = QTextLayout.FormatRange()
            each.start, each.length = start, end - start
            shape = QTextCharFormat()
            shape.setFontWeight(QFont.Weight.Bold)
            shape.setFontUnderline(True)
            each.format = shape
            formats.append(each)
        self._layout.setFormats(formats)
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return int(self._lay_out(width)) + 1

    def sizeHint(self) -> QSize:
        width = current_look().px(_LEAST_PX * 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_look().px(_LEAST_PX), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(QColor(current_look().tokens.ink))
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()


def _spelled(
    words: str, marked: Sequence[tuple[int, int]]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text with steering characters shown, and where the marked words are in it now."""
    spelled = ""
    marks = []
    place = 0
    for start, end in marked:
        spelled += visible(words[place:start])
        begin = len(spelled)
        spelled += visible(words[start:end])
        marks.append((begin, len(spelled)))
        place = end
    return spelled + visible(words[place:]), tuple(marks)
