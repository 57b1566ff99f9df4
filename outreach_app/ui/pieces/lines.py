"""A button on one line: what has no room ends in an ellipsis instead of widening the page."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.speech import shown
from outreach_app.ui.theme.look import current_look

_LEAST_PX = 90


class LineButton(Button):
    """A button for words of any length; give it an accessible name that says them all."""

    def __init__(self, pressed: Callable[[], object], *, kind: str) -> None:
        """Begin without words; see `Button`."""
        super().__init__("", pressed, kind=kind)
        self._words = ""
        # Narrower than its words, if need be; a button is never that of itself.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show words, as far as there is room."""
        self._words = shown(words)
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        room = self.width() - current_look().px(28)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        text = cut.replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._words) + current_look().px(32)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_look().px(_LEAST_PX), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
