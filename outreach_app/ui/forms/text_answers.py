"""Typed answers: a line, several lines, numbers, a value on a scale."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSlider, QWidget

from outreach_app.engine.reading import QuestionView
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.pieces.fields import LongField, make_discreet
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

COMMIT_AFTER_MS = 700
"""Text is saved so long after the last key."""
COMMIT_AT_LATEST_MS = 5_000
"""Whoever writes without a pause is saved this often all the same."""
_LINE_WIDTH, _NUMBER_WIDTH = 520, 120


class Pause(QObject):
    """Calls when somebody pauses in writing, and from time to time while they do not."""

    def __init__(self, parent: QObject, then: Callable[[], None]) -> None:
        """Watch for a field."""
        super().__init__(parent)
        self._soon, self._latest = QTimer(self), QTimer(self)
        for timer in (self._soon, self._latest):
            timer.setSingleShot(True)
            timer.timeout.connect(then)

    def begin(self) -> None:
        """A key was pressed."""
        self._soon.start(COMMIT_AFTER_MS)
        if not self._latest.isActive():
            self._latest.start(COMMIT_AT_LATEST_MS)

    def end(self) -> None:
        """What was written has been given."""
        self._soon.stop()
        self._latest.stop()


class _Line(QLineEdit):
    """A line that says when the keyboard leaves it."""

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._left()


class _Lines(LongField):
    def __init__(self, spoken: str, left: Callable[[], None], *, lines: int) -> None:
        super().__init__(spoken, lines=lines)
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._left()


class LineAnswer(AnswerField):
    """One line of text, or a number."""

    def __init__(self, spoken: str, *, kind: str = "text", hidden: bool = False) -> None:
        """Make a field.

        Args:
            spoken: The label, for a screen reader.
            kind: text, integer or decimal.
            hidden: It is shown as dots until somebody writes in it, as for a code word.
        """
        line = _Line(self.commit)
        make_discreet(line)
        line.setAccessibleName(spoken)
        super().__init__(line)
        self._line = line
        self._pause = Pause(self, self.commit)
        width = _LINE_WIDTH if kind == "text" else _NUMBER_WIDTH
        line.setMaximumWidth(current_look().px(width))
        if hidden:
            line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        line.textEdited.connect(self._on_edited)
        line.returnPressed.connect(self.commit)

    @property
    def is_empty(self) -> bool:
        return not self._line.text().strip()

    def typed(self) -> str:
        return self._line.text()

    def put_typed(self, text: str) -> None:
        self._line.setText(text)

    def _on_edited(self, _text: str) -> None:
        self._pause.begin()
        self.edited.emit()

    def show_view(self, view: QuestionView) -> None:
        if self._line.hasFocus() and self._line.isModified():
            return
        if self._line.text().strip() != view.value.strip():
            self._line.setText(view.value)

    def commit(self) -> None:
        self._pause.end()
        # Only what a person typed is given: a field that is emptied to forget it says nothing.
        if self._line.isModified():
            self._line.setModified(False)
            self.answered.emit(self._line.text())


class LongAnswer(AnswerField):
    """Several lines of text."""

    def __init__(self, spoken: str, *, lines: int = 2) -> None:
        """Make a field that is so many lines high while it is empty."""
        field = _Lines(spoken, self.commit, lines=lines)
        super().__init__(field)
        self._field: QPlainTextEdit = field
        self._showing = False
        self._pause = Pause(self, self.commit)
        field.textChanged.connect(self._on_edited)

    @property
    def is_empty(self) -> bool:
        return self._field.document().isEmpty()

    def _on_edited(self) -> None:
        if not self._showing:
            self._pause.begin()
            self.edited.emit()

    def show_view(self, view: QuestionView) -> None:
        if self._field.hasFocus() and self._field.document().isModified():
            return
        if self._field.toPlainText().strip() != view.value.strip():
            self._showing = True
            self._field.setPlainText(view.value)
            self._showing = False

    def commit(self) -> None:
        self._pause.end()
        if self._field.document().isModified():
            self._field.document().setModified(False)
            self.answered.emit(self._field.toPlainText())


class _Slider(QSlider):
    """A slider that the wheel does not move while somebody scrolls the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ScaleAnswer(AnswerField):
    """A number between two others, chosen with a slider."""

    def __init__(self, spoken: str, view: QuestionView) -> None:
        """Make a slider from start, end and step of the form."""
        holder = QWidget()
        super().__init__(holder)
        start, end, step = (
            float(view.parameters.get(name, default) or default)
            for name, default in (("start", "0"), ("end", "10"), ("step", "1"))
        )
        self._start, self._step = start, step or 1.0
        self._value = ""
        self._slider = _Slider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, round((end - start) / self._step))
        self._slider.setMinimumWidth(current_look().px(240))
        self._slider.setAccessibleName(spoken)
        self._shown = Text("", "strong", wraps=False)
        layout = row(self._slider, self._shown)
        layout.addStretch(1)
        holder.setLayout(layout)
        holder.setFocusProxy(self._slider)
        self._slider.valueChanged.connect(self._on_moved)

    @property
    def is_empty(self) -> bool:
        return not self._value

    def _text_at(self, place: int) -> str:
        return f"{self._start + place * self._step:g}"

    def _on_moved(self, place: int) -> None:
        self._value = self._text_at(place)
        self._say()
        self.answered.emit(self._value)

    def _say(self) -> None:
        words = self._value or translate("forms", "No answer yet")
        self._shown.say(words)
        self._slider.setAccessibleDescription(words)

    def show_view(self, view: QuestionView) -> None:
        self._value = view.value
        self._slider.blockSignals(True)
        self._slider.setValue(round((float(view.value or self._start) - self._start) / self._step))
        self._slider.blockSignals(False)
        self._say()
