"""How many of the checks are settled, as a ring with its number inside."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_SIZE_PX, _WIDTH_PX = 84, 10
_SIXTEENTHS = 16


class Ring(QWidget):
    """A ring; its words are the same for whoever does not see it."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._settled = self._total = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    def tell(self, settled: int, total: int) -> None:
        """Show how many of how many are settled."""
        self._settled, self._total = settled, total
        self.setAccessibleName(
            translate("leaving", "{settled} of {total} checks are settled").format(
                settled=settled, total=total
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        size = current_look().px(_SIZE_PX)
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, and a frame while it has the keyboard."""
        del event
        look = current_look()
        width = look.px(_WIDTH_PX)
        inside = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.line), width))
        painter.drawEllipse(inside)
        if self._total and self._settled:
            pen = QPen(QColor(look.tokens.accent), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            share = math.floor(360 * _SIXTEENTHS * self._settled / self._total)
            painter.drawArc(inside, 90 * _SIXTEENTHS, -share)
        font = QFont(self.font())
        font.setPixelSize(look.px(17))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.ink))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._settled}/{self._total}"
        )
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
