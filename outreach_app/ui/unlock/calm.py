"""What every page before the unlocked vault looks like: one calm column in the middle."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from outreach_app.ui.pieces.surfaces import Scroll
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.theme.look import current_look

WIDTH_PX = 460
_ABOVE = 40
"""How much of the free height stands above the column, in hundredths."""
_NOTICE_PX = 150
"""The room that is kept below for a notice that comes later, in pixels at 100 % text."""


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
        self._above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        area.column.setSpacing(0)
        area.column.addItem(self._above)
        area.column.addLayout(across)
        area.column.addStretch(1)
        self._across, self._gap = across, 0
        self._inner = area.widget()
        if self._inner is not None:
            self._inner.installEventFilter(self)
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(14))
        self.column.addWidget(Mark())
        self.column.addSpacing(look.px(6))
        self.column.addWidget(Text(title, "title"))
        self.second = Text(second, "soft")
        self.column.addWidget(self.second)
        self.second.setVisible(bool(second))

    def _stand(self, *, anew: bool) -> None:
        """Stand a little above the middle; what comes later moves nothing that stands there.

        Args:
            anew: The page comes on the screen or has another size. Otherwise the page goes up only
                where there would be no room at its end.
        """
        margins = self._area.column.contentsMargins()
        # Not `viewport()`: telling what Qt made there costs 10 ms of the start.
        seen = self._area.maximumViewportSize()
        width = seen.width() - margins.left() - margins.right()
        if anew:
            # Not for what came or went: that has told already, and saying it again would bring us here
            # once more, for ever.
            self._across.invalidate()
        high = self._across.heightForWidth(width) + margins.top() + margins.bottom()
        free = max(0, seen.height() - high)
        room = max(0, free - current_look().px(_NOTICE_PX))
        gap = min(free * _ABOVE // 100, room) if anew else min(self._gap, free)
        if gap != self._gap:
            self._gap = gap
            self._above.changeSize(0, gap, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._area.column.invalidate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when something came or went in the column."""
        if watched is self._inner and event.type() is QEvent.Type.LayoutRequest:
            self._stand(anew=False)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand(anew=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stand(anew=True)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll so far that a widget of the page is seen."""
        self._area.ensureWidgetVisible(widget)

    def first_focus(self) -> None:
        """Give the keyboard to what one wants first here."""
