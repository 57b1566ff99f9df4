"""The questions of the screen: big rows, nine to a page, answered by digits, arrows or clicks."""

from collections.abc import Generator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QWidget

from outreach_app.engine.reading import QuestionView
from outreach_app.services.safety_screen import YES, SafetyScreen, ScreenQuestion
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Scroll, row
from outreach_app.ui.pieces.texts import Text, restyle
from outreach_app.ui.slices import Slices
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

PER_PAGE = 9
_SHOWN_CHOICES = 3
_LABEL_PX = 250
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class AnswerButton(Button):
    """One answer of a row."""

    def __init__(self, code: str, words: str, owner: "AnswerRow") -> None:
        """Make an answer of a row."""
        super().__init__(words, kind="alarm-choice" if code == YES else "choice")
        self.code = code
        self._owner = owner
        self.setCheckable(True)
        # The row is one stop of the tabulator; within it the arrows move.
        self.setProperty("arrows", True)
        self.clicked.connect(lambda _checked: owner.give(code, at_once=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead by arrows and Enter to other answers and rows."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            step = -_STEPS[key] if self.isRightToLeft() else _STEPS[key]
            self._owner.move_from(self, step)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._owner.left.emit(1)
        elif key == Qt.Key.Key_Up:
            self._owner.left.emit(-1)
        else:
            super().keyPressEvent(event)


class AnswerRow(QFrame):
    """One question with its answers.

    Attributes:
        given: An answer, "" when it is taken back; whether it is meant at once.
        left: The person goes so many rows on.
        entered: The keyboard came to the row.
    """

    given = Signal(str, bool)
    left = Signal(int)
    entered = Signal()

    def __init__(self, number: int, question: ScreenQuestion, view: QuestionView) -> None:
        """Show a question; numbers begin with 1 on each page."""
        super().__init__()
        look = current_look()
        self.question = question
        self._value = ""
        self._codes = [each.code for each in view.choices[:_SHOWN_CHOICES]]
        self.setProperty("kind", "card")
        self.setAccessibleName(question.label)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(look.px(16), look.px(9), look.px(12), look.px(9))
        self._layout.setSpacing(look.px(12))
        digit = Text(str(number), "soft", wraps=False)
        digit.setFixedWidth(look.px(22))
        label = Text(question.label, "strong")
        self._was = Text("", "small")
        words = row(digit, label)
        self._layout.addLayout(words, 1)
        answers = row(gap=6)
        self._buttons = [
            AnswerButton(each.code, each.label, self) for each in view.choices[:_SHOWN_CHOICES]
        ]
        for button in self._buttons:
            button.setAccessibleDescription(question.label)
            answers.addWidget(button)
        self._more = self._make_more(view)
        answers.addWidget(self._more)
        answers.addStretch(1)
        self._layout.addLayout(answers)
        self.show_value(view.value)

    def _make_more(self, view: QuestionView) -> Button:
        """Return a button with the answers that are rarely given."""
        more = Button("…", kind="choice")
        more.setCheckable(True)
        more.setAccessibleName(translate("safety", "Other answers"))
        more.setAccessibleDescription(self.question.label)
        menu = QMenu(more)
        menu.setAccessibleName(translate("safety", "Other answers"))
        self._rest = {each.code: each.label for each in view.choices[_SHOWN_CHOICES:]}
        for code, words in self._rest.items():
            action = menu.addAction(words)
            action.triggered.connect(lambda _on, chosen=code: self._give_rare(chosen))
        more.setMenu(menu)
        if not self._rest:
            more.hide()
        return more

    def _give_rare(self, code: str) -> None:
        self.show_value(code)
        self.given.emit(code, True)

    @property
    def value(self) -> str:
        """The answer that is shown."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show an answer as it is kept."""
        self._value = value
        chosen = next((each for each in self._buttons if each.code == value), None)
        stop = chosen or self._buttons[0]
        for button in self._buttons:
            button.setChecked(button is chosen)
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        rare = self._rest.get(value, "")
        self._more.setChecked(bool(rare))
        self._more.setText(rare or "…")
        kind = "alarm" if value == YES else "card"
        if self.property("kind") != kind:
            restyle(self, "kind", kind)

    def give(self, code: str, *, at_once: bool) -> None:
        """Take an answer, or take it back when it is the answer already."""
        self.show_value("" if code == self._value else code)
        self.given.emit(self._value, at_once)

    def step(self) -> None:
        """Go to the next answer: yes, no, not known and again."""
        place = self._codes.index(self._value) + 1 if self._value in self._codes else 0
        self.show_value(self._codes[place % len(self._codes)])
        self.given.emit(self._value, False)
        self.take_focus()

    def move_from(self, button: AnswerButton, step: int) -> None:
        """Give the keyboard to the answer beside one; it stays at the ends."""
        place = self._buttons.index(button) + step
        if 0 <= place < len(self._buttons):
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Give the keyboard to the answer that is given, else to the first."""
        chosen = next((each for each in self._buttons if each.isChecked()), self._buttons[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below the question where there is no room beside it."""
        super().resizeEvent(event)
        answers = sum(each.sizeHint().width() for each in (*self._buttons, self._more))
        narrow = self.width() < answers + current_look().px(_LABEL_PX)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)


class RowPages(Scroll):
    """All rows, nine to a page.

    Attributes:
        given: The question, the answer, whether it is meant at once.
        moved: The keyboard is at a question now.
        ended: The person went beyond the last question.
    """

    given = Signal(object, str, bool)
    moved = Signal(object)
    ended = Signal()

    def __init__(self, screen: SafetyScreen) -> None:
        """Make the rows of the first page; those of the others follow while one reads."""
        super().__init__(margin=24, gap=7)
        self._screen = screen
        self._made: list[AnswerRow] = []
        self.page = 0
        self._here = 0
        for _row in range(min(PER_PAGE, len(screen.questions))):
            self._make_row()
        self._count = Text("", "soft")
        self._back = Button(translate("safety", "Page before"), lambda: self.turn(-1))
        self._on = Button(translate("safety", "Next page"), lambda: self.turn(1))
        self.column.addLayout(row(self._count, self._back, self._on))
        self.column.addStretch(1)
        for digit in range(1, PER_PAGE + 1):
            keys = QShortcut(QKeySequence(str(digit)), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda at=digit: self._on_digit(at))
        self._show_page()
        self._others = Slices(self, self._making())

    def _making(self) -> Generator[None, None, None]:
        while len(self._made) < len(self._screen.questions):
            self._make_row().setVisible(len(self._made) - 1 in self._on_page())
            yield

    def _make_row(self) -> AnswerRow:
        place = len(self._made)
        question = self._screen.questions[place]
        made = AnswerRow(place % PER_PAGE + 1, question, self._screen.view(question))
        made.given.connect(lambda value, at_once: self.given.emit(question, value, at_once))
        made.left.connect(lambda step: self.go_to(place + step))
        self._made.append(made)
        self.column.insertWidget(place, made)
        return made

    def _on_page(self) -> range:
        first = self.page * PER_PAGE
        return range(first, first + PER_PAGE)

    def _row(self, place: int) -> AnswerRow:
        if place >= len(self._made):
            self._others.finish()
        return self._made[place]

    @property
    def rows(self) -> list[AnswerRow]:
        """Every row, in the order of the questions."""
        self._others.finish()
        return self._made

    @property
    def count(self) -> int:
        """The number of questions."""
        return len(self._screen.questions)

    @property
    def pages(self) -> int:
        """The number of pages."""
        return max(1, -(-self.count // PER_PAGE))

    def turn(self, pages: int) -> None:
        """Go some pages on or back; beyond the last is the end."""
        there = self.page + pages
        if there >= self.pages:
            self.ended.emit()
        elif there >= 0:
            self.go_to(there * PER_PAGE)

    def _show_page(self) -> None:
        for place, each in enumerate(self._made):
            each.setVisible(place in self._on_page())
        self.tell_count()
        self._back.setEnabled(self.page > 0)
        last = self.page == self.pages - 1
        self._on.setText(
            translate("safety", "Go on to the end") if last else translate("safety", "Next page")
        )
        self._on.setAccessibleName(self._on.text())

    def tell_count(self) -> None:
        """Say how many questions have an answer."""
        words = translate("safety", "{answered} of {count} answered · page {page} of {pages}")
        self._count.say(
            words.format(
                answered=self._screen.answered(),
                count=self.count,
                page=self.page + 1,
                pages=self.pages,
            )
        )

    def go_to(self, place: int) -> None:
        """Give the keyboard to a question, counted from 0 over all pages."""
        if place >= self.count:
            self.ended.emit()
            return
        if place < 0:
            return
        if place // PER_PAGE != self.page:
            self.page = place // PER_PAGE
            self._show_page()
            self.verticalScrollBar().setValue(0)
        self._here = place
        there = self._row(place)
        there.take_focus()
        QTimer.singleShot(0, there, lambda: self.ensureWidgetVisible(there, 0, 40))
        self.moved.emit(there.question)

    def first_focus(self) -> None:
        """Give the keyboard to the first question without an answer."""
        places = range(self.count)
        self.go_to(next((place for place in places if not self._row(place).value), 0))

    def return_focus(self) -> None:
        """Give the keyboard back to the question where it was."""
        self.go_to(self._here)

    def show_answers(self) -> None:
        """Show every answer as it is kept."""
        for each in self._made:
            each.show_value(self._screen.view(each.question).value)
        self.tell_count()

    def _on_digit(self, digit: int) -> None:
        place = self.page * PER_PAGE + digit - 1
        if place >= self.count:
            return
        there = self._row(place)
        # Somebody who comes back to a question wants to see its answer, not to change it.
        if not there.value or there.isAncestorOf(focused(there)):
            self._here = place
            there.step()
            self.moved.emit(there.question)
        else:
            self.go_to(place)


def focused(widget: QWidget) -> QWidget:
    """Return what has the keyboard in the window of a widget, or the window itself."""
    found: QWidget | None = widget.window().focusWidget()
    return found if found is not None else widget.window()
