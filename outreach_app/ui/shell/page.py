"""What every page of the window is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import shown
from outreach_app.ui.theme.look import current_look


class Page(QWidget):
    """A page at a place: it is made when one goes there and destroyed when one leaves.

    Attributes:
        desk: The unlocked vault, jobs and ways to other pages.
        place: Where this is.
        body: The page's own area below its head.
    """

    def __init__(
        self, desk: Desk, place: Place, *, margin: int = 28, scrolls: bool = False
    ) -> None:
        """Make an empty page.

        Args:
            desk: The unlocked vault.
            place: Where this is.
            margin: In pixels at 100 % text.
            scrolls: As a whole where text is large, its head included.
        """
        super().__init__()
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.place = place
        edge = current_look().px(margin)
        self.body = self._scrolled() if scrolls and has_large_text() else QVBoxLayout(self)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(current_look().px(16))
        self.notice = Notice()

    def _scrolled(self) -> QVBoxLayout:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = Scroll()
        outer.addWidget(area)
        return area.column

    def add_head(self, title: str, second: str = "", *, path: str = "") -> QHBoxLayout:
        """Put a title, and a line below or above it, at the top.

        Returns:
            The row, for actions at its end.
        """
        self.setAccessibleName(shown(title))
        top = column(gap=2)
        if path:
            top.addWidget(Text(path, "small"))
        head = row(gap=12)
        head.addWidget(Text(title, "title"), 1)
        top.addLayout(head)
        if second:
            top.addWidget(Text(second, "soft"))
        self.body.addLayout(top)
        self.body.addWidget(self.notice)
        return head

    def tell_error(self, error: Exception) -> None:
        """Show an expected failure at the top of the page; a bug is raised."""
        if not isinstance(error, OutreachError):
            raise error
        self.notice.tell_error(error)

    def leave(self) -> None:
        """Save what is typed and not yet accepted; called before the page goes away."""

    def first_focus(self) -> None:
        """Give the keyboard to what one wants first here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page keys scroll what is read, also while a button above it has the keyboard."""
        steps = {Qt.Key.Key_PageDown.value: 1, Qt.Key.Key_PageUp.value: -1}
        step = steps.get(event.key(), 0)
        areas = [
            area
            for area in self.findChildren(QScrollArea)
            if area.isVisibleTo(self) and area.verticalScrollBar().maximum() > 0
        ]
        if not step or not areas:
            super().keyPressEvent(event)
            return
        bar = max(areas, key=QScrollArea.width).verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())
