"""A list that opens: its entries keep their direction, and a screen reader is told what it asks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import on_its_own


class ListBox(QComboBox):
    """A list of plain words, of which one is chosen.

    On Linux a list is called by its entry, and what it asks by the label that belongs to it. Here the
    label often stands elsewhere or nowhere, so each list brings one of its own that nobody sees.
    The wheel scrolls the page and never changes what was chosen.
    """

    def __init__(self, spoken: str = "", *, searched: bool = False) -> None:
        """Make an empty list.

        Args:
            spoken: What it asks.
            searched: One types in it and looks entries up by their words, which stay as they are.
        """
        super().__init__()
        self._searched = searched
        self._label: Text | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spoken)

    def add(self, words: str, data: object = None) -> None:
        """Add an entry, and what it stands for."""
        self.addItem(words if self._searched else on_its_own(words), data)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list, which says itself what it asks."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and (self._label is None or self._label.parentWidget() is not parent):
            self._label = Text(self.accessibleName(), parent=parent)
            self._label.hide()
            self._label.setBuddy(self)
