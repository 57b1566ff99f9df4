"""The shares of a new organisation: on paper one by one, each checked by some words typed back."""

import secrets

from PySide6.QtWidgets import QLineEdit

from outreach_app.crypto.words import fingerprint_words
from outreach_app.services.recovery import places_to_check
from outreach_app.services.shipped import word_list
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.founder import founder_step
from outreach_app.ui.welcome.joining import words_card
from outreach_app.ui.welcome.step import Step, Way


class PaperStep(Step):
    """What the sheets are for, before the first."""

    def __init__(self, way: Way) -> None:
        """Explain."""
        super().__init__(
            way,
            translate("welcome", "Six sheets of paper"),
            translate(
                "welcome",
                "Two keys must survive everything: the root key, which says whom to believe, and "
                "the recovery key, which opens laptops whose passphrase was forgotten. Each is cut "
                "into three shares. Any two of the three put it together; one alone tells nothing.",
            ),
        )
        card = Card(translate("welcome", "How to do it"))
        for words in (
            translate("welcome", "Take six sheets and a pen. No photograph, no printer, no phone."),
            translate(
                "welcome",
                "Each share has 33 words. They are shown once, one share at a time, and stored "
                "nowhere.",
            ),
            translate(
                "welcome",
                "Give sheet 1 of both keys to one person, sheet 2 to a second, sheet 3 to a third; "
                "in three different places.",
            ),
        ):
            card.add(Text(words))
        self.column.addWidget(card)
        self.finish_page(translate("welcome", "Show the first share"), self._on)

    def _on(self) -> None:
        written = self.way.answers.written
        self.way.go(_share_step if written < len(_shares(self.way)) else founder_step)

    def first_focus(self) -> None:
        """Begin with the way on."""
        self.focus_next()


def _shares(way: Way) -> list[tuple[str, str]]:
    """Return the shares with what each is called, in the order of writing."""
    made = way.answers.establishment
    if made is None:
        return []
    root = translate("welcome", "Root key, sheet {number} of 3")
    recovery = translate("welcome", "Recovery key, sheet {number} of 3")
    named = [(root, made.founded.root_shares), (recovery, made.founded.recovery_shares)]
    return [
        (words.format(number=number), share)
        for words, shares in named
        for number, share in enumerate(shares, start=1)
    ]


def _share_step(way: Way) -> Step:
    return ShareStep(way, way.answers.written)


class ShareStep(Step):
    """One share, to be written down."""

    def __init__(self, way: Way, number: int) -> None:
        """Show a share by its number, from 0."""
        shares = _shares(way)
        name, share = shares[number]
        super().__init__(
            way,
            name,
            translate(
                "welcome", "Share {number} of {count}. Write all words in this order."
            ).format(number=number + 1, count=len(shares)),
        )
        self._number = number
        self._card = _share_card(share.split())
        self.column.addWidget(self._card)
        self.finish_page(
            translate("welcome", "I have written them down"),
            lambda: way.go(lambda w: CheckStep(w, number)),
        )

    def first_focus(self) -> None:
        """Begin with the words: an Enter too many leads past none of them."""
        self._card.setFocus()


class CheckStep(Step):
    """Type some words of the share back from the paper."""

    def __init__(self, way: Way, number: int) -> None:
        """Ask for words by chance, from each part of the sheet."""
        name, share = _shares(way)[number]
        self._words = share.split()
        self._asked = places_to_check(len(self._words), secrets.randbelow)
        super().__init__(
            way,
            name,
            translate("welcome", "Read from your sheet: does it hold the right words?"),
        )
        self._number = number
        self._fields: list[QLineEdit] = []
        for place in self._asked:
            words = translate("welcome", "Word {number}").format(number=place + 1)
            field = line_field(words)
            field.returnPressed.connect(self._check)
            self.column.addWidget(Text(words, "strong"))
            self.column.addWidget(field)
            self._fields.append(field)
        self.finish_page(translate("welcome", "Check"), self._check)

    def first_focus(self) -> None:
        """Begin with the first word."""
        self._fields[0].setFocus()

    def _check(self) -> None:
        typed = [field.text().strip().casefold() for field in self._fields]
        if typed != [self._words[place] for place in self._asked]:
            self.notice.tell(
                translate("welcome", "That is not what the share says"),
                translate("welcome", "A sheet with a wrong word is worth nothing later."),
                translate(
                    "welcome", "Go back, compare every word with your sheet, and come again."
                ),
            )
            return
        answers = self.way.answers
        answers.written = max(answers.written, self._number + 1)
        more = answers.written < len(_shares(self.way))
        self.way.go(_share_step if more else RootWordsStep)


class RootWordsStep(Step):
    """The words by which laptops recognise the organisation."""

    def __init__(self, way: Way) -> None:
        """Show the words of the root key."""
        made = way.answers.establishment
        root = made.founded.card.root if made is not None else b""
        super().__init__(
            way,
            translate("welcome", "The organisation's twelve words"),
            translate(
                "welcome",
                "Write them on a card and keep it where you can read it out by telephone: whoever "
                "joins compares them. They are not secret.",
            ),
        )
        self._card = words_card(fingerprint_words(root, word_list()))
        self.column.addWidget(self._card)
        self.finish_page(translate("welcome", "Go on"), lambda: way.go(founder_step))

    def first_focus(self) -> None:
        """Begin with the words: an Enter too many leads past none of them."""
        self._card.setFocus()


def _share_card(words: list[str]) -> Card:
    card = Card(kind="quiet")
    for start in range(0, len(words), 3):
        line = row(gap=18)
        for number, word in enumerate(words[start : start + 3], start=start + 1):
            line.addWidget(Text(f"{number}. {word}", "strong"), 1)
        card.column.addLayout(line)
    card.setAccessibleName(translate("welcome", "The words"))
    card.setAccessibleDescription(" ".join(words))
    card.take_keyboard()
    return card
