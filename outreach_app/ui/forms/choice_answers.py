"""One of some: buttons where there are few, a list that opens where there are more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame

from outreach_app.engine.reading import QuestionView
from outreach_app.engine.words import OfferedChoice
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.forms.words import spoken_together
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

MOST_BUTTONS = 6
_FORWARD = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChoiceButton(Button):
    """One choice; the arrow keys lead to its neighbours."""

    def __init__(self, choice: OfferedChoice, owner: "ButtonsAnswer", spoken: str) -> None:
        """Make a choice of a question; `spoken` is the question's label."""
        super().__init__(choice.label or choice.code, kind="choice")
        self.code = choice.code
        self._owner = owner
        self.setCheckable(True)
        self.setProperty("arrows", True)
        self.setAccessibleDescription(spoken)
        self.clicked.connect(lambda _checked: owner.choose(self.code))

    def mark(self, *, chosen: bool) -> None:
        """Show whether this is the answer.

        To a screen reader it is one of several of which one is chosen. Qt calls a button so that
        excludes its neighbours, and would not let the chosen one be taken back.
        """
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _FORWARD.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        self._owner.step_from(self, -step if sideways and self.isRightToLeft() else step)


class ButtonsAnswer(AnswerField):
    """A button for each choice; the chosen one pressed again takes the answer back."""

    def __init__(self, spoken: str, choices: Sequence[OfferedChoice]) -> None:
        """Make the buttons."""
        holder = QFrame()
        super().__init__(holder)
        self._spoken = spoken
        self._flow = Flow(holder, gap=current_look().px(8))
        holder.setAccessibleName(spoken)
        self._value = ""
        self._choices: tuple[OfferedChoice, ...] = ()
        self._buttons: list[ChoiceButton] = []
        self._offer(tuple(choices))

    @property
    def is_empty(self) -> bool:
        return not self._value

    def _offer(self, choices: tuple[OfferedChoice, ...]) -> None:
        if choices == self._choices:
            return
        self._choices = choices
        while self._flow.count():
            self._flow.takeAt(0)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [ChoiceButton(each, self, self._spoken) for each in choices]
        for button in self._buttons:
            self._flow.addWidget(button)

    def choose(self, code: str) -> None:
        """Take a choice, or take it back when it is the answer already."""
        self._show("" if code == self._value else code)
        self.answered.emit(self._value)

    def step_from(self, button: ChoiceButton, step: int) -> None:
        """Give the keyboard to a neighbour."""
        place = (self._buttons.index(button) + step) % len(self._buttons)
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def show_view(self, view: QuestionView) -> None:
        self._offer(view.choices)
        self._show(view.value)

    def _show(self, value: str) -> None:
        self._value = value
        chosen = next((each for each in self._buttons if each.code == value), None)
        # The group is one stop of the tabulator; within it the arrows move.
        stop = chosen or (self._buttons[0] if self._buttons else None)
        for button in self._buttons:
            button.mark(chosen=button is chosen)
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def take_focus(self) -> None:
        stop = next((each for each in self._buttons if each.isChecked()), None)
        if stop is None and self._buttons:
            stop = self._buttons[0]
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def describe(self, description: str) -> None:
        for button in self._buttons:
            button.setAccessibleDescription(spoken_together(self._spoken, description))


class ListAnswer(AnswerField):
    """A list that opens."""

    def __init__(
        self,
        spoken: str,
        choices: Sequence[OfferedChoice],
        *,
        width: int = 420,
        unchosen: str = "",
    ) -> None:
        """Make a list.

        Args:
            spoken: The label, for a screen reader.
            choices: What can be chosen.
            width: Most width in pixels at 100 % text.
            unchosen: What stands there before a choice; “Choose” where nothing is given.
        """
        box = ListBox()
        super().__init__(box)
        self._box = box
        self._choices: tuple[OfferedChoice, ...] = ()
        self._value = ""
        self._unchosen = unchosen or translate("forms", "Choose")
        box.setAccessibleName(spoken)
        box.setMaximumWidth(current_look().px(width))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(14)
        self._offer(tuple(choices))
        box.activated.connect(self._on_chosen)

    @property
    def is_empty(self) -> bool:
        return not self._value

    def _offer(self, choices: tuple[OfferedChoice, ...]) -> None:
        if choices == self._choices and self._box.count():
            return
        self._choices = choices
        self._box.clear()
        self._box.add(self._unchosen)
        for each in choices:
            self._box.add(each.label or each.code)

    def _on_chosen(self, place: int) -> None:
        code = self._choices[place - 1].code if place > 0 else ""
        give_tip(self._box, self._box.currentText())
        if code != self._value:
            self._value = code
            self.answered.emit(code)

    def show_view(self, view: QuestionView) -> None:
        self._offer(view.choices)
        self._value = view.value
        codes = [each.code for each in self._choices]
        self._box.setCurrentIndex(codes.index(view.value) + 1 if view.value in codes else 0)
        give_tip(self._box, self._box.currentText() if view.value else "")
