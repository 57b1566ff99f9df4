"""The words of a share, one field each: completed, checked and told wrong while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from outreach_app.services.recovery import completed_word, suggestions, wrong_words
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.texts import Text, restyle
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_COLUMNS = 3


class ShareWords(QWidget):
    """A numbered field for each word.

    Attributes:
        changed: A word was finished or changed.
        completed: Enter was pressed in the last field.
        reached: The keyboard went on to a field, which may have to be brought into sight.
    """

    changed = Signal()
    completed = Signal()
    reached = Signal(QWidget)

    def __init__(self, count: int) -> None:
        """Make empty fields."""
        super().__init__()
        look = current_look()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(6))
        self._fields: list[QLineEdit] = []
        lines = -(-count // _COLUMNS)
        for number in range(count):
            spoken = translate("welcome", "Word {number}").format(number=number + 1)
            field = line_field(spoken)
            field.editingFinished.connect(lambda at=number: self._finish(at))
            field.textEdited.connect(lambda _text: self.changed.emit())
            field.installEventFilter(self)
            place = Text(f"{number + 1}", "small", wraps=False)
            place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column, line = divmod(number, lines)
            grid.addWidget(place, line, 2 * column)
            grid.addWidget(field, line, 2 * column + 1)
            self._fields.append(field)
        for before, after in zip(self._fields, self._fields[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def first_focus(self) -> None:
        """Begin with the first word."""
        self._fields[0].setFocus()

    def text(self) -> str:
        """Return the words with a blank between them."""
        return " ".join(field.text().strip().lower() for field in self._fields)

    def word(self, place: int) -> str:
        """Return what stands in a field, by its place from 0."""
        return self._fields[place].text().strip()

    def wrong(self) -> tuple[int, ...]:
        """Return the places of words that no share has; the one being typed is not judged yet."""
        return tuple(
            place
            for place in wrong_words([field.text() for field in self._fields])
            if not self._fields[place].hasFocus()
        )

    def missing(self) -> int:
        """Return how many fields are empty."""
        return sum(not field.text().strip() for field in self._fields)

    def fill(self, words: Sequence[str], first: int = 0) -> None:
        """Put words into the fields from one on."""
        for field, word in zip(self._fields[first:], words, strict=False):
            field.setText(word.lower())
        for place in range(first, min(first + len(words), len(self._fields))):
            self._finish(place)

    def forget(self) -> None:
        """Empty every field without leaving an undo behind."""
        for field in self._fields:
            field.setText("")

    def _finish(self, place: int) -> None:
        """Complete a word of which the first letters tell it; mark one that cannot be right."""
        field = self._fields[place]
        words = field.text().split()
        if len(words) > 1:
            # A whole sheet was put into one field.
            field.setText("")
            self.fill(words, place)
            return
        whole = completed_word(words[0]) if words else ""
        if whole and whole != field.text():
            field.setText(whole)
        is_wrong = bool(words) and not whole
        near = suggestions(words[0]) if is_wrong else ()
        about = translate("welcome", "No sheet has this word.") if is_wrong else ""
        if near:
            meant = translate("welcome", "Perhaps: {words}").format(words=", ".join(near))
            about = f"{about} {meant}"
        field.setAccessibleDescription(about)
        field.setToolTip(about)
        restyle(field, "wrong", "yes" if is_wrong else "")
        self.changed.emit()

    def _go_on(self, field: QLineEdit) -> None:
        place = self._fields.index(field)
        if place + 1 < len(self._fields):
            following = self._fields[place + 1]
            following.setFocus()
            self.reached.emit(following)
            return
        self._finish(place)
        self.completed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and the space bar lead to the next word."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        on = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() not in on or not isinstance(watched, QLineEdit):
            return False
        if watched.text().strip():
            self._go_on(watched)
        return True
