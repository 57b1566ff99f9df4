"""Choosing a passphrase: six words offered, or one's own; typed twice; its strength in words."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from outreach_app.crypto.errors import PassphraseText, WeakPassphrase
from outreach_app.crypto.words import LEAST_BITS, estimate_strength, make_passphrase
from outreach_app.policy import SwitchedOff
from outreach_app.services.passphrases import PassphraseRule, rule_before
from outreach_app.services.shipped import word_list
from outreach_app.services.unlocking import this_world
from outreach_app.ui.managed import off_words
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.unlock.keyboard import CapsLock
from outreach_app.ui.welcome.step import Step, Way

_STRONG_BITS = 77


class PassphraseChoice(QWidget):
    """Takes a passphrase that a person has typed twice from memory or paper.

    Attributes:
        taken: A passphrase was typed twice and is good enough.
        told: Title, what happened and what to do, of what keeps it from being taken.
        refused: An error says why it cannot be one.
        cleared: What was told before is no longer so.
    """

    taken = Signal(str)
    told = Signal(str, str, str)
    refused = Signal(object)
    cleared = Signal()

    def __init__(self, rule: PassphraseRule, *, seldom: bool = False) -> None:
        """Offer six words, and one's own where the rule allows it; `seldom` used ones stay on paper."""
        super().__init__()
        self._passphrase_rule = rule
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current_look().px(14))
        self._words = frozenset(word_list())
        self._offered = make_passphrase(word_list())
        self._ways = QButtonGroup(self)
        choice = Flow(gap=current_look().px(10))
        for number, words in enumerate(
            (
                translate("welcome", "Use six words from the list"),
                translate("welcome", "Use my own"),
            )
        ):
            button = Button(words, self._turn, kind="choice")
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._ways.addButton(button, number)
            choice.addWidget(button)
            button.setEnabled(number == 0 or rule.own_choice)
        self.column.addLayout(choice)
        if not rule.own_choice:
            why = off_words(rule.settings, "passphrase.own_choice")
            only = translate("welcome", "{why}: only six words from the list.")
            self.column.addWidget(Text(only.format(why=why), "soft"))
        self._place_offer(_paper_words() if seldom else _memory_words())
        self._place_fields()
        self._turn(focus=False)

    def _place_offer(self, about: str) -> None:
        """Show the six words, how to keep them, and what is asked of one's own."""
        self._card = Card(kind="quiet")
        self._shown = Text(self._offered, "words")
        self._about = Text(about, "soft")
        self._other = Button(translate("welcome", "Other words"), self._offer, kind="plain")
        # Low, and the button beside the words: what is told below, at a slip, fits on a small screen.
        edge, low = current_look().px(20), current_look().px(12)
        self._card.column.setContentsMargins(edge, low, edge, low)
        line = row(self._shown, self._other)
        line.setStretch(0, 1)
        self._card.column.addLayout(line)
        self._card.add(self._about)
        self.column.addWidget(self._card)
        self._rule = Text(
            translate(
                "welcome",
                "At least {least} characters. Several words that have nothing to do with each "
                "other are better than one with signs in it. Not a saying, a song, a name or a "
                "date.",
            ).format(least=self._passphrase_rule.least_characters),
            "soft",
        )
        self.column.addWidget(self._rule)

    def _place_fields(self) -> None:
        """Ask for it twice."""
        self._first = passphrase_field(translate("welcome", "Passphrase"))
        self._first.setPlaceholderText(translate("welcome", "Type it"))
        self._second = passphrase_field(translate("welcome", "Passphrase once more"))
        self._second.setPlaceholderText(translate("welcome", "Type it once more"))
        self._strength = Text(kind="small")
        self._keyboard = Text(kind="gap")
        for line in (self._strength, self._keyboard):
            keeping = line.sizePolicy()
            keeping.setRetainSizeWhenHidden(True)
            line.setSizePolicy(keeping)
        for each in (self._first, self._strength, self._second, self._keyboard):
            self.column.addWidget(each)
        for field in (self._first, self._second):
            field.textChanged.connect(self._look)
            field.returnPressed.connect(self.go_on)
            CapsLock(field, self._tell_caps)

    def first_focus(self) -> None:
        """Begin with typing."""
        self._first.setFocus()

    def _own(self) -> bool:
        return self._ways.checkedId() == 1

    def _turn(self, *, focus: bool = True) -> None:
        self._card.setVisible(not self._own())
        self._rule.setVisible(self._own())
        self._look()
        if focus:
            self._first.setFocus()

    def _offer(self) -> None:
        self._offered = make_passphrase(word_list())
        self._shown.say(self._offered)
        self._first.setText("")
        self._second.setText("")
        self._first.setFocus()

    def _look(self) -> None:
        typed = self._first.text()
        self._strength.say(self._strength_words(typed) if typed and self._own() else "")

    def _strength_words(self, typed: str) -> str:
        missing = self._passphrase_rule.least_characters - len(typed)
        if missing > 0:
            return translate("welcome", "Too short: %n character(s) more", "", missing)
        bits = estimate_strength(typed, self._words)
        if bits < LEAST_BITS:
            return translate(
                "welcome", "Too easy to guess for somebody with the laptop and some weeks"
            )
        if bits < _STRONG_BITS:
            return translate("welcome", "Good: years of work for somebody who has the laptop")
        return translate("welcome", "Very good: as strong as six words from the list")

    def _tell_caps(self, caps: bool) -> None:
        self._keyboard.say(translate("welcome", "Caps Lock is on.") if caps else "")

    def go_on(self) -> None:
        """Take what was typed, or say what is wrong with it."""
        first, second = self._first.text(), self._second.text()
        self.cleared.emit()
        if not self._own() and first and first != self._offered:
            self.told.emit(
                translate("welcome", "These are not the six words above"),
                translate("welcome", "One blank stands between two words, and none at the end."),
                translate("welcome", "Type them again, or choose to use your own."),
            )
            return
        if not second:
            self._second.setFocus()
            return
        if first != second:
            self._second.setText("")
            self._second.setFocus()
            self.told.emit(
                translate("welcome", "The two are not the same"),
                translate("welcome", "Nothing was made yet."),
                translate("welcome", "Type the passphrase once more in the second field."),
            )
            return
        try:
            self._passphrase_rule.check(first)
        except (WeakPassphrase, PassphraseText, SwitchedOff) as error:
            self.refused.emit(error)
            return
        self._first.setText("")
        self._second.setText("")
        self.taken.emit(first)


def _memory_words() -> str:
    return translate(
        "welcome",
        "Write the words down for the first days, make a picture of them in your mind, and "
        "destroy the paper when you know them.",
    )


def _paper_words() -> str:
    return translate(
        "welcome",
        "It is used too seldom to be remembered: write the words down and keep the paper in a "
        "closed envelope in a safe, in another place than the keys.",
    )


class PassphraseStep(Step):
    """Takes a passphrase as a step of the first run."""

    def __init__(
        self,
        way: Way,
        title: str,
        second: str,
        taken: Callable[[str], None],
        *,
        seldom: bool = False,
    ) -> None:
        """Offer six words.

        Args:
            way: Answers and ways.
            title: What the passphrase is for.
            second: What it means.
            taken: Called with the passphrase when it was typed twice.
            seldom: Nobody will type it often enough to know it by heart.
        """
        super().__init__(way, title, second)
        world, raw_card = this_world(way.clock), way.answers.card
        self._choice = PassphraseChoice(rule_before(world.managed, raw_card), seldom=seldom)
        self.column.addWidget(self._choice)
        self._choice.taken.connect(taken)
        self._choice.told.connect(self.notice.tell)
        self._choice.refused.connect(self.tell_error)
        self._choice.cleared.connect(self.notice.clear)
        self.finish_page(translate("welcome", "Go on"), self._choice.go_on)

    def first_focus(self) -> None:
        """Begin with typing."""
        self._choice.first_focus()
