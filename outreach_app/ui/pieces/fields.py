"""Fields to type in that neither teach the keyboard words nor keep what was in them."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from outreach_app.ui.theme.look import current_look

_DISCREET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def passphrase_field(spoken: str) -> QLineEdit:
    """Return a field that hides what is typed."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setInputMethodHints(_DISCREET | Qt.InputMethodHint.ImhHiddenText)
    field.setAccessibleName(spoken)
    field.setMinimumHeight(current_look().px(40))
    return field


def line_field(spoken: str, text: str = "", *, placeholder: str = "") -> QLineEdit:
    """Return a field for one line of text."""
    field = QLineEdit(text)
    field.setInputMethodHints(_DISCREET)
    field.setAccessibleName(spoken)
    field.setPlaceholderText(placeholder)
    return field


class LongField(QPlainTextEdit):
    """A field for several lines that grows with its text; Tab goes on to the next control."""

    def __init__(
        self, spoken: str, text: str = "", *, lines: int = 3, most_lines: int = 14
    ) -> None:
        """Make a field; heights in lines of text."""
        super().__init__()
        self._lines = (lines, most_lines)
        self.setInputMethodHints(_DISCREET)
        self.setAccessibleName(spoken)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Take the height of the text, within bounds."""
        least, most = self._lines
        layout = self.document().documentLayout()
        wanted = max(1, round(layout.documentSize().height()))
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        # Padding and edge of the style sheet, and the margin that every text document has.
        margin = round(2 * self.document().documentMargin())
        frame = current_look().px(14) + margin + 4
        self.setFixedHeight(min(most, max(least, wanted)) * line + frame)


def forget_text(widget: QWidget) -> None:
    """Empty every field below a widget in the way that leaves no undo behind.

    `clear()` on a line keeps its undo history; setting the text does not. A long field keeps the
    history of typed text until undo is switched off.
    """
    for line in widget.findChildren(QLineEdit):
        # Nobody may take the forgetting for an answer.
        line.blockSignals(True)
        line.setText("")
    for field in widget.findChildren(QPlainTextEdit):
        field.blockSignals(True)
        field.setUndoRedoEnabled(False)
        field.setPlainText("")
