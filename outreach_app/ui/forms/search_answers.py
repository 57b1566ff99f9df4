"""One of very many: typing any part of a word finds the choice, in a list below the field.

The list is a part of the page and no window of its own: what keeps the page from being recorded
keeps the list from it too.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from outreach_app.engine.reading import QuestionView
from outreach_app.engine.words import OfferedChoice
from outreach_app.ui.forms.answer import AnswerField, bring_into_sight
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import make_discreet
from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_ROWS = 7


class _Line(QLineEdit):
    """The field to search in; it leads the list while the keyboard stays in it."""

    def __init__(self, owner: "SearchAnswer") -> None:
        super().__init__()
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.take_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._owner.commit()


class SearchAnswer(AnswerField):
    """A field to search in, and the choices that fit."""

    def __init__(self, spoken: str, choices: Sequence[OfferedChoice], *, width: int = 420) -> None:
        """Make a field.

        Args:
            spoken: The label, for a screen reader.
            choices: What can be chosen.
            width: Most width in pixels at 100 % text.
        """
        holder = QWidget()
        super().__init__(holder)
        self._spoken = spoken
        self._choices: tuple[OfferedChoice, ...] = tuple(choices)
        self._value = ""
        line = _Line(self)
        make_discreet(line)
        line.setPlaceholderText(translate("forms", "Search"))
        line.setAccessibleName(spoken)
        line.setMinimumWidth(current_look().px(110))
        self._line = line
        self._all = Button(
            "▾",
            self._on_all,
            kind="plain",
            spoken=translate("forms", "Show the list: {question}").format(question=spoken),
        )
        # The list is led from the field; the button is for the mouse.
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._all.setProperty("arrows", True)
        self._lines = column(gap=2)
        head = row(line, self._all, gap=2)
        head.setStretch(0, 1)
        self._lines.addLayout(head)
        holder.setLayout(self._lines)
        holder.setMaximumWidth(current_look().px(width))
        holder.setFocusProxy(line)
        self._list: QListView | None = None
        self._model = QStringListModel(self)
        self._fitting = QSortFilterProxyModel(self)
        self._fitting.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.textEdited.connect(self._on_edited)

    @property
    def is_empty(self) -> bool:
        return not self._value

    def typed(self) -> str:
        return self._line.text()

    def put_typed(self, text: str) -> None:
        self._line.setText(text)

    # ---- the list ---------------------------------------------------------------------------

    def _open(self, words: str) -> None:
        """Show the choices that have words in them."""
        if self._list is None:
            self._list = self._make_list()
        self._model.setStringList([each.label or each.code for each in self._choices])
        self._fitting.setFilterFixedString(words.strip())
        count = self._fitting.rowCount()
        self._list.setCurrentIndex(self._fitting.index(0 if words.strip() else -1, 0))
        height = self._list.sizeHintForRow(0) if count else 0
        self._list.setFixedHeight(min(_ROWS, max(1, count)) * max(height, 24) + 4)
        self._list.setVisible(bool(count))
        bring_into_sight(self._list)
        self._line.setAccessibleDescription(translate("forms", "%n choice(s) fit", "", count))

    def _make_list(self) -> QListView:
        shown = QListView()
        self._fitting.setSourceModel(self._model)
        shown.setModel(self._fitting)
        shown.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        shown.setUniformItemSizes(True)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setAccessibleName(translate("forms", "Choices: {q}").format(q=self._spoken))
        shown.clicked.connect(lambda index: self._take(self._fitting.mapToSource(index).row()))
        self._lines.addWidget(shown)
        return shown

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and not self._list.isHidden()

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _on_all(self) -> None:
        if self.is_open:
            self._close()
        else:
            self._line.setFocus()
            self._open("")

    def _on_edited(self, words: str) -> None:
        self._open(words)

    def take_key(self, key: Qt.Key) -> bool:
        """Do what a key means for the list; return whether it meant anything."""
        acts: dict[Qt.Key, Callable[[], bool]] = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Return: self._take_current,
            Qt.Key.Key_Enter: self._take_current,
            Qt.Key.Key_Escape: self._give_up,
        }
        act = acts.get(key)
        return act() if act is not None else False

    def _step(self, step: int) -> bool:
        if not self.is_open or self._list is None:
            self._open(self._line.text() if self._line.isModified() else "")
            return True
        there = self._list.currentIndex().row() + step
        if 0 <= there < self._fitting.rowCount():
            index = self._fitting.index(there, 0)
            self._list.setCurrentIndex(index)
            self._line.setAccessibleDescription(str(index.data()))
        return True

    def _take_current(self) -> bool:
        if self.is_open and self._list is not None and self._list.currentIndex().isValid():
            self._take(self._fitting.mapToSource(self._list.currentIndex()).row())
        else:
            self._take_typed()
        return True

    def _give_up(self) -> bool:
        if not self.is_open:
            return False
        self._close()
        self._write(self._value)
        self.misread.emit("")
        return True

    # ---- the answer -------------------------------------------------------------------------

    def _take(self, place: int) -> None:
        self._close()
        self.misread.emit("")
        self._write(self._choices[place].code)
        self._give(self._choices[place].code)

    def _give(self, code: str) -> None:
        if code != self._value:
            self._value = code
            self.answered.emit(code)

    def commit(self) -> None:
        # Only what a person typed is given: a field that is emptied to forget it says nothing.
        if self._line.isModified():
            self._take_typed()
        self._close()

    def _take_typed(self) -> None:
        self._line.setModified(False)
        typed = self._line.text().strip().casefold()
        if not typed:
            self.misread.emit("")
            self._give("")
            return
        places = range(len(self._choices))
        labels = [each.label.casefold() for each in self._choices]
        exact = [place for place in places if labels[place] == typed]
        found = exact or [place for place in places if typed in labels[place]]
        if len(found) == 1 or exact:
            self._take(found[0])
            return
        self.misread.emit(
            translate("forms", "Choose one from the list: several fit what you typed.")
            if found
            else translate("forms", "Choose one from the list: nothing in it is called that.")
        )

    def show_view(self, view: QuestionView) -> None:
        self._choices = view.choices
        if not (self._line.hasFocus() and self._line.isModified()):
            self._write(view.value)
        self._value = view.value

    def reset(self) -> None:
        """Be without an answer again, whoever has the keyboard."""
        self._value = ""
        self._write("")

    def _write(self, value: str) -> None:
        label = next((each.label for each in self._choices if each.code == value), "")
        if self._line.text() != label:
            self._line.setText(label)
            self._line.setCursorPosition(0)
        self._line.setModified(False)

    def describe(self, description: str) -> None:
        self._line.setAccessibleDescription(description)
