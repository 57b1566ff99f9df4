"""A list of rows of which the first are made at once and the rest when asked for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import rule
from outreach_app.ui.speech import translate


class Longer(QWidget):
    """Rows with a thin line between them; a button brings more."""

    def __init__(self, rows: Sequence[Callable[[], QWidget]], *, at_once: int = 25) -> None:
        """Show the first rows.

        Args:
            rows: Makes each row.
            at_once: How many are made at first and with each press.
        """
        super().__init__()
        self._rows = tuple(rows)
        self._at_once = at_once
        self._shown = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._more = Button("", self._on_more, kind="plain")
        self._layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._on_more()

    def _on_more(self) -> None:
        until = min(len(self._rows), self._shown + self._at_once)
        for place in range(self._shown, until):
            if place:
                self._layout.insertWidget(self._layout.count() - 1, rule())
            self._layout.insertWidget(self._layout.count() - 1, self._rows[place]())
        self._shown = until
        left = len(self._rows) - until
        words = translate("pieces", "Show %n more", "", min(left, self._at_once))
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(left > 0)
