"""What takes the place of the questions: the emergency call, one question on return, the end."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from outreach_app.engine.reading import QuestionView
from outreach_app.services.readiness import Obstacle
from outreach_app.services.safety_screen import SafetyScreen, ScreenQuestion
from outreach_app.ui.forms.chosen import Blocks
from outreach_app.ui.forms.missing import obstacle_list
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import LevelChip
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.safety.aid import Aid, number_words
from outreach_app.ui.speech import translate

SAFE_TO_TALK = "section_a/safe_to_talk"
SIGNATURE = "section_l/worker_signature"
_AFTER_PRESS_MS = 50
_CONTACT = (
    "where_assessed",
    "private_enough",
    "who_present",
    "safe_to_talk",
    "interpreter_used",
    "interpreter_reference",
)
_LEVEL = ("indicated_level", "overall_level", "next_step")
_END = ("b_gone_through", "worker_signature")
_DONE_AT = ("flag_done_at",)


class Emergency(Scroll):
    """The whole page says: call now. What to say stands below, without any history."""

    def __init__(
        self,
        question: ScreenQuestion,
        words: str,
        work: FormWork | None,
        aid: Aid,
        go_on: Callable[[], None],
    ) -> None:
        """Show what to do now.

        Args:
            question: The question that was answered with yes.
            words: What to say in the call.
            work: The flag that is being set.
            aid: What the organisation wants done, and whom to call.
            go_on: Back to the questions.
        """
        super().__init__(margin=36, gap=16)
        self._words = words
        card = Card(kind="alarm")
        first, *rest = question.steps or (question.label,)
        card.add(Text(f"◆ {first}", "figure"))
        card.add(*(Text(each, "heading") for each in (*rest, *aid.steps)))
        card.add(*(Text(number_words(each), "heading") for each in aid.numbers))
        self.column.addWidget(card)
        say = Card(translate("safety", "What to say"))
        say.add(Text(words, "heading"))
        copy = Button(translate("safety", "Copy these words"), self._on_copy)
        line = row(copy)
        line.addStretch(1)
        say.column.addLayout(line)
        self.column.addWidget(say)
        self.blocks = Blocks(work, _DONE_AT) if work is not None else None
        if self.blocks is not None:
            done = Card()
            done.add(self.blocks)
            number = aid.on_call or translate("safety", "not set on this laptop (Settings)")
            manager = translate("safety", "Then tell the manager on call: {number}")
            done.add(Text(manager.format(number=number), "strong"))
            self.column.addWidget(done)
        self._go_on = Button(translate("safety", "Go on with the questions"), go_on, kind="primary")
        end = row(self._go_on)
        end.addStretch(1)
        self.column.addLayout(end)
        self.column.addStretch(1)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        if self.blocks is not None:
            self.blocks.commit()

    def first_focus(self) -> None:
        """Give the keyboard to the way on."""
        self._go_on.setFocus()


class SafeNow(Scroll):
    """After somebody may have listened: one question, and nothing else is on the screen."""

    def __init__(self, view: QuestionView, give: Callable[[str], None]) -> None:
        """Ask the question at a view; `give` is called with the answer."""
        super().__init__(margin=48, gap=20)
        self.column.addWidget(Text(view.label, "title"))
        self._buttons = [
            Button(each.label, partial(give, each.code), kind="choice") for each in view.choices
        ]
        for button in self._buttons:
            self.column.addWidget(button)
        self.column.addStretch(1)

    def first_focus(self) -> None:
        """Give the keyboard to the first answer."""
        self._buttons[0].setFocus()


class Finish(Scroll):
    """What the assessment needs besides, what is missing, and the signature."""

    def __init__(
        self,
        screen: SafetyScreen,
        work: FormWork,
        go: Callable[[str, str], None],
        back: Callable[[], None],
        sign: Callable[[], None],
        sign_flags: Callable[[], None],
    ) -> None:
        """Show the end of the screen.

        Args:
            screen: The screen.
            work: Its assessment.
            go: Called with the code of a flag ("" for none) and the address of a question.
            back: Back to the questions.
            sign: Signs everything.
            sign_flags: Signs the flags that are ready and nothing else.
        """
        super().__init__(margin=28, gap=16)
        self._screen, self._work, self._go = screen, work, go
        self._back = Button(translate("safety", "Back to the questions"), back)
        self._sign = Button(translate("safety", "Sign…"), sign, kind="primary")
        self._sign_flags = Button(translate("safety", "Sign the flags now…"), sign_flags)
        head = row(Text(translate("safety", "Finish"), "title"))
        for each in (self._back, self._sign_flags, self._sign):
            head.addWidget(each)
        self.column.addLayout(head)
        self._missing = Card()
        self.column.addWidget(self._missing)
        self.blocks: list[Blocks] = []
        # What the rules say now leaves out the flags that are not signed yet.
        unsigned = any(each.opened is not None for each in screen.flags())
        levels = _LEVEL[1:] if unsigned else _LEVEL
        for heading, names in (
            (translate("safety", "Level and next step"), levels),
            (translate("safety", "This contact"), _CONTACT),
            (translate("safety", "Sign off"), _END),
        ):
            card = Card(heading)
            if names is levels:
                self._add_level(card)
            blocks = Blocks(work, names)
            self.blocks.append(blocks)
            card.add(blocks)
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_PRESS_MS)
        self._later.timeout.connect(self._on_answered)
        work.answered.connect(self._on_answered)
        self.refresh()

    def _on_answered(self, _affected: frozenset[str] = frozenset()) -> None:
        # A press that ends the writing in a field must still meet the button it was aimed at.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.refresh()
        else:
            self._later.start()

    def _add_level(self, card: Card) -> None:
        level = self._screen.least_level
        if level is None:
            return
        line = row(
            Text(translate("safety", "The flags that are open mean at least"), wraps=False),
            LevelChip(level),
        )
        line.addStretch(1)
        card.column.addLayout(line)

    def refresh(self) -> None:
        """Say again what is missing."""
        own = self._screen.assessment.obstacles()
        flags = self._screen.flag_obstacles()
        old, self._missing = self._missing, self._missing_card(own, flags)
        self.column.replaceWidget(old, self._missing)
        old.hide()
        old.deleteLater()
        self._sign.setEnabled(not own and not flags)
        waiting = bool(own) or bool(flags)
        self._sign_flags.setVisible(waiting and bool(self._screen.ready_flags()))

    def _missing_card(self, own: Sequence[Obstacle], flags: Sequence[tuple[str, Obstacle]]) -> Card:
        count = len(own) + len(flags)
        if not count:
            card = Card(translate("safety", "Nothing is missing"))
            card.add(
                Text(translate("safety", "Sign when you are ready. It takes your passphrase."))
            )
            return card
        card = Card(translate("safety", "%n thing(s) to do before signing", "", count))
        words = translate("safety", "Everything is saved. You may leave now and go on at any time.")
        card.add(Text(words, "soft"))
        obstacle_list(card, own, partial(self._go, ""))
        for code in dict.fromkeys(code for code, _obstacle in flags):
            found = [each for of, each in flags if of == code]
            flag = self._screen.flag(code)
            if flag is not None:
                card.add(Text(f"◆ {flag.question.label}", "strong"))
            obstacle_list(card, found, partial(self._go, code))
        return card

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for each in self.blocks:
            each.commit()

    def go_to(self, address: str) -> bool:
        """Give the keyboard to a question; return whether it is here."""
        return any(each.go_to(address) for each in self.blocks)

    def first_focus(self) -> None:
        """Give the keyboard to the signature, or to the way to what is missing first."""
        if self._sign.isEnabled():
            self._sign.setFocus()
            return
        self._back.setFocus()
        focus_first(self._missing)
