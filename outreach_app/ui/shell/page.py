"""What every page of the window is."""

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QCoreApplication, QMargins, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.tab_order import reading_order
from outreach_app.ui.slices import Slices, while_true
from outreach_app.ui.speech import shown
from outreach_app.ui.theme.look import current_look

_HELD = frozenset({Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta})
_MOST_PX = 1640
"""As wide as a page gets: beyond it the eye loses the line, and what belongs together parts."""


class Page(QWidget):
    """A page at a place: it is made when one goes there and destroyed when one leaves.

    On a very wide display it stands in the middle of its room.

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
        self._growing: Slices | None = None
        edge = current_look().px(margin)
        self._scrolls_whole = scrolls and has_large_text()
        self.body = self._scrolled() if self._scrolls_whole else QVBoxLayout(self)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(current_look().px(16))
        self.notice = Notice()
        self._margins: QMargins | None = None

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

    def scrolled_part(self) -> QVBoxLayout:
        """Return what scrolls below the head: an area of its own, or the page that scrolls whole."""
        if self._scrolls_whole:
            return self.body
        area = Scroll(gap=16)
        self.body.addWidget(area, 1)
        return area.column

    def tell_error(self, error: Exception) -> None:
        """Show an expected failure at the top of the page; a bug is raised."""
        if not isinstance(error, OutreachError):
            raise error
        self.notice.tell_error(error)

    def grow(self, steps: Generator[Any, None, object]) -> None:
        """Lay the page out a few milliseconds at a time, the first of them now.

        What is shown there while a vault closes ends with it. Once all is there the keyboard goes to
        what one wants first, unless somebody has moved it meanwhile.
        """
        self.stop_growing()
        vault = self.desk.workspace.vault
        while_open = while_true(lambda: vault.is_open, steps)
        self._growing = Slices(
            self, while_open, done=self._on_grown, failed=self.tell_error, at_once=True
        )

    def _on_grown(self, _outcome: object) -> None:
        if not self.desk.workspace.vault.is_open:
            return  # it ended with the vault, before all was there
        self._show_added()
        if self._holds_keyboard():
            self.first_focus()

    def _holds_keyboard(self) -> bool:
        # Also in a window that is not the active one yet, where nothing has the focus of the system.
        return self.window().focusWidget() is self

    def _show_added(self) -> None:
        # Qt shows what was added to a page in sight only with the next turn; till then nothing takes focus.
        said = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        for child in self.findChildren(QWidget):
            # A list keeps its choices in a window of their own, which opens when somebody asks for it.
            if (
                child.window() is self.window()
                and child.isHidden()
                and not child.testAttribute(said)
            ):
                child.show()

    def stop_growing(self) -> None:
        """Lay out nothing more: somebody goes elsewhere."""
        if self._growing is not None:
            self._growing.stop()

    def take_keyboard(self) -> None:
        """Take the keyboard to what one wants first, or hold it until that is there."""
        self.first_focus()
        inside: QWidget | None = self.focusWidget()
        if self._growing is not None and self._growing.is_live and inside is None:
            self.setFocus()

    def leave(self) -> None:
        """Save what is typed and not yet accepted; called before the page goes away."""

    def first_focus(self) -> None:
        """Give the keyboard to what one wants first here: what comes first, unless a page says so."""
        for each in reading_order(self):
            each.setFocus()
            return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is None:
            return
        if self._margins is None:
            self._margins = layout.contentsMargins()
        spare = max(0, event.size().width() - current_look().px(_MOST_PX)) // 2
        layout.setContentsMargins(self._margins + QMargins(spare, 0, spare, 0))

    def catch_up(self, event: QKeyEvent) -> bool:
        """Lay the rest out for a key that came before, and let it count then; say whether it did."""
        if self._growing is None or not self._growing.is_live or event.key() in _HELD:
            return False
        waits = self._holds_keyboard()
        self._growing.finish()
        keys = QKeySequence(event.keyCombination())
        for button in self.findChildren(QAbstractButton):
            if button.shortcut() == keys and button.isEnabled() and not button.isHidden():
                button.click()
                return True
        for keyed in self.findChildren(QShortcut):
            holder = keyed.parent()
            if keyed.key() == keys and isinstance(holder, QWidget) and not holder.isHidden():
                keyed.activated.emit()
                return True
        target: QWidget | None = self.focusWidget()
        if not waits or target is None or target is self:
            return False
        again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        return QCoreApplication.sendEvent(target, again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page keys scroll what is read, also while a button above it has the keyboard."""
        if self.catch_up(event):
            return
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
