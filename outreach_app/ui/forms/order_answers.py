"""A question that puts all its choices into an order: with keys, with buttons, and read aloud."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from outreach_app.engine.reading import QuestionView
from outreach_app.engine.words import OfferedChoice
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import shown, translate
from outreach_app.ui.theme.look import current_look

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Places(QListWidget):
    """The choices in their order; Alt with an arrow moves the one that is chosen."""

    def __init__(self, owner: "OrderAnswer") -> None:
        super().__init__()
        self._owner = owner
        self.setProperty("arrows", True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def event(self, event: QEvent) -> bool:
        # Elsewhere in the form these keys lead to another section.
        if event.type() == QEvent.Type.ShortcutOverride and _move(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = _move(event)
        if places:
            self._owner.move(places)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)


def _move(event: QEvent) -> int:
    """Return by how many places a key moves a line, 0 for everything else."""
    if not isinstance(event, QKeyEvent):
        return 0
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return _MOVES.get(Qt.Key(event.key()), 0)
    return 0


class OrderAnswer(AnswerField):
    """All choices, one below the other; there is no answer until somebody says the order is right."""

    def __init__(self, spoken: str, choices: Sequence[OfferedChoice]) -> None:
        """Show the choices in the form's order."""
        holder = QWidget()
        super().__init__(holder)
        self._spoken = spoken
        self._choices = {each.code: each.label or each.code for each in choices}
        self._order = list(self._choices)
        self._value = ""
        self._list = _Places(self)
        self._list.setAccessibleName(spoken)
        self._state = Text("", "small")
        up, down = translate("forms", "Move up"), translate("forms", "Move down")
        self._up = Button(up, lambda: self.move(-1), spoken=f"{up}: {spoken}")
        self._down = Button(down, lambda: self.move(1), spoken=f"{down}: {spoken}")
        take = translate("forms", "This order is right")
        self._take = Button(take, self._give, spoken=f"{take}: {spoken}")
        for button, keys in ((self._up, "Alt+Up"), (self._down, "Alt+Down")):
            button.setToolTip(keys)
            button.setAccessibleDescription(keys)
        buttons = QWidget()
        flow = Flow(buttons, gap=current_look().px(8))
        for each in (self._up, self._down, self._take):
            flow.addWidget(each)
        holder.setLayout(column(self._list, self._state, buttons, gap=6))
        holder.setMaximumWidth(current_look().px(520))
        holder.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(self._on_row)
        self._show()

    @property
    def is_empty(self) -> bool:
        return not self._value

    def move(self, places: int) -> None:
        """Move the chosen line up (-1) or down (1); the new order is the answer."""
        here = max(self._list.currentRow(), 0)
        there = here + places
        if not 0 <= there < len(self._order):
            return
        self._order.insert(there, self._order.pop(here))
        self._write()
        self._list.setCurrentRow(there)
        self._give()

    def _give(self) -> None:
        self._value = " ".join(self._order)
        self._say()
        self.answered.emit(list(self._order))

    def show_view(self, view: QuestionView) -> None:
        self._choices = {each.code: each.label or each.code for each in view.choices}
        given = [each for each in view.value.split() if each in self._choices]
        self._value = view.value
        order = [*given, *(each for each in self._choices if each not in given)]
        if order != self._order or self._list.count() != len(order):
            self._order = order
            self._show()
        self._say()

    def _show(self) -> None:
        here = max(self._list.currentRow(), 0)
        self._list.clear()
        self._list.addItems([""] * len(self._order))
        self._write()
        self._list.setCurrentRow(min(here, len(self._order) - 1))
        height = sum(self._list.sizeHintForRow(row) for row in range(len(self._order)))
        self._list.setFixedHeight(height + 2 * self._list.frameWidth() + current_look().px(4))
        self._say()

    def _write(self) -> None:
        for number, code in enumerate(self._order, 1):
            item = self._list.item(number - 1)
            if item is not None:
                item.setText(shown(f"{number}. {self._choices[code]}"))

    def _on_row(self, row: int) -> None:
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < len(self._order) - 1)

    def _say(self) -> None:
        not_yet = translate("forms", "Not put in order yet. Alt+Up and Alt+Down move a line.")
        self._state.say(translate("forms", "In this order.") if self._value else not_yet)
        self._take.setVisible(not self._value)
        self._list.setAccessibleDescription(f"{self._spoken}. {self._state.text()}")

    def describe(self, description: str) -> None:
        self._list.setAccessibleDescription(f"{description} {self._state.text()}".strip())

    def take_focus(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
