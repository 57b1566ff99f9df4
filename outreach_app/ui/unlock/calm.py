"""What every page before the unlocked vault looks like: one calm column in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from outreach_app.ui.pieces.surfaces import Scroll
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.theme.look import current_look

WIDTH_PX = 460


class Mark(QWidget):
    """The program's mark: a rounded square, without a word."""

    def __init__(self) -> None:
        """Take the size of the text."""
        super().__init__()
        side = current_look().px(44)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the accent colour."""
        tokens = current_look().tokens
        colours = QLinearGradient(0, 0, self.width(), self.height())
        colours.setColorAt(0, QColor(tokens.accent).lighter(150))
        colours.setColorAt(1, QColor(tokens.accent))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        corner = self.width() * 0.26
        painter.drawRoundedRect(self.rect(), corner, corner)
        painter.end()


class CalmPage(QWidget):
    """A page with one column in the middle that scrolls when there is not enough room.

    Attributes:
        column: Where things are added.
    """

    def __init__(self, title: str, second: str = "", *, width: int = WIDTH_PX) -> None:
        """Make a page with a title; width in pixels at 100 % text."""
        super().__init__()
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        look = current_look()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = Scroll(margin=28)
        outer.addWidget(area)
        self._area = area
        across = QHBoxLayout()
        holder = QWidget()
        holder.setProperty("kind", "clear")
        holder.setMaximumWidth(look.px(width))
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across.addStretch(1)
        across.addWidget(holder, 1000)
        across.addStretch(1)
        area.column.addStretch(2)
        area.column.addLayout(across)
        area.column.addStretch(3)
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(14))
        self.column.addWidget(Mark())
        self.column.addSpacing(look.px(6))
        self.column.addWidget(Text(title, "title"))
        self.second = Text(second, "soft")
        self.column.addWidget(self.second)
        self.second.setVisible(bool(second))

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll so far that a widget of the page is seen."""
        self._area.ensureWidgetVisible(widget)

    def first_focus(self) -> None:
        """Give the keyboard to what one wants first here."""
