"""Fields to type in that neither teach the keyboard words nor keep what was in them.

Characters that hide, steer or reorder are written out in them too (``[U+202E]``): what a person signs
is what stands there, and nothing that was pasted can look like something else.
"""

from math import ceil

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QTextCursor, QTextDocument, QValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from outreach_app.report.visible import spelled_out
from outreach_app.ui.pieces.secret_field import SecretField
from outreach_app.ui.theme.look import current_look

_DISCREET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def passphrase_field(spoken: str) -> SecretField:
    """Return a field that hides what is typed, but for as long as its “Show” is held down."""
    return SecretField(spoken)


class _WritesOut(QValidator):
    """Lets everything be typed or set, with hidden characters written out as they arrive."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return the text as it is to stand in the field, and where the cursor is then."""
        shown = _one_line(text)
        if shown == text:
            return QValidator.State.Acceptable, text, position
        return QValidator.State.Acceptable, shown, len(_one_line(text[:position]))


def _one_line(text: str) -> str:
    return spelled_out(text).replace("\n", " ")


def make_discreet(field: QLineEdit) -> None:
    """Let a line of text teach the keyboard nothing and hide no character."""
    field.setInputMethodHints(_DISCREET)
    field.setValidator(_WritesOut(field))
    # A text that the validator changed would count as set, and what a person typed is kept for sure.
    field.textEdited.connect(lambda _text: field.setModified(True))


def line_field(spoken: str, text: str = "", *, placeholder: str = "") -> QLineEdit:
    """Return a field for one line of text."""
    field = QLineEdit()
    make_discreet(field)
    field.setText(text)
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
        self._hidden: tuple[int, int] | None = None
        self.document().contentsChange.connect(self._on_contents_change)
        self.textChanged.connect(self._write_out)
        self.setPlainText(text)
        self.textChanged.connect(self._fit)
        self._fit()

    def setPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text; characters that hide are written out, and nobody has edited anything."""
        self._hidden = None
        super().setPlainText(spelled_out(text))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin anew on what is selected: text is never dragged away, here or to another program."""
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def _on_contents_change(self, place: int, _removed: int, added: int) -> None:
        """Remember where something came in that has to be written out."""
        if not added:
            return
        end = min(place + added, self.document().characterCount() - 1)
        # The document keeps its lines apart by U+2029, which is no character of the text.
        arrived = _between(self.document(), place, end).selectedText().replace("\u2029", "\n")
        self._hidden = (place, end) if spelled_out(arrived) != arrived else None

    def _write_out(self) -> None:
        if self._hidden is None:
            return
        (place, end), self._hidden = self._hidden, None
        cursor = _between(self.document(), place, end)
        # One step of undo with what it corrects.
        cursor.joinPreviousEditBlock()
        cursor.insertText(spelled_out(cursor.selectedText()))
        cursor.endEditBlock()

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


def _between(document: QTextDocument, place: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


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
