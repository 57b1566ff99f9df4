"""Sheets of words: new ones shown once and checked by some words typed back, old ones typed in."""

import secrets
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from outreach_app.services.recovery import SHARE_WORDS, places_to_check
from outreach_app.ui.people.steps import line_of
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.surfaces import Card, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.share_words import ShareWords

_IN_A_ROW = 3
ROOT_SHEETS = 2
"""So many sheets put the root key together."""


class SheetsCard(Card):
    """Leads through the sheets; the words are in no field and nowhere on the disk.

    Attributes:
        written: Every sheet was checked.
    """

    written = Signal()

    def __init__(self, heading: str, shares: tuple[str, ...]) -> None:
        """Begin with the first sheet."""
        super().__init__(heading)
        self._sheets = [share.split() for share in shares]
        self._at = 0
        self._asked: tuple[int, ...] = ()
        self._fields: list[QLineEdit] = []
        self._below = column(gap=10)
        self.column.addLayout(self._below)
        self._show()

    def _put(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._below.addWidget(widget)
            widget.show()

    def _put_buttons(self, *buttons: Button) -> None:
        self._below.addLayout(line_of(*buttons))
        for button in buttons:
            button.show()

    def _begin(self) -> None:
        clear(self._below)
        words = translate("people", "Sheet {number} of {count}")
        self._put(Text(words.format(number=self._at + 1, count=len(self._sheets)), "strong"))

    def _show(self) -> None:
        """Show the words of a sheet."""
        self._begin()
        self._put(
            Text(
                translate(
                    "people",
                    "Write all words in this order, by hand: no photograph, no printer. They are "
                    "shown this once. Each sheet goes to another person, in another place.",
                ),
                "soft",
            )
        )
        sheet = self._sheets[self._at]
        quiet = Card(kind="quiet")
        for start in range(0, len(sheet), _IN_A_ROW):
            line = row(gap=18)
            for number, word in enumerate(sheet[start : start + _IN_A_ROW], start=start + 1):
                line.addWidget(Text(f"{number}. {word}", "strong"), 1)
            quiet.column.addLayout(line)
        quiet.setAccessibleDescription(" ".join(sheet))
        self._put(quiet)
        words = translate("people", "I have written them down")
        button = Button(words, self._ask, kind="primary")
        self._put_buttons(button)
        button.setFocus()

    def _ask(self) -> None:
        """Ask for some words by chance, read from the paper."""
        self._begin()
        self._asked = places_to_check(len(self._sheets[self._at]), secrets.randbelow)
        self._fields = []
        self._put(Text(translate("people", "Read from your sheet:"), "soft"))
        for place in self._asked:
            words = translate("people", "Word {number}").format(number=place + 1)
            field = line_field(words)
            field.returnPressed.connect(self._check)
            self._put(Text(words, "strong"), field)
            self._fields.append(field)
        self._wrong = Text(kind="fault")
        self._put(self._wrong)
        self._put_buttons(
            Button(translate("people", "Check"), self._check, kind="primary"),
            Button(translate("people", "Show the words again"), self._show),
        )
        self._fields[0].setFocus()

    def _check(self) -> None:
        typed = [field.text().strip().casefold() for field in self._fields]
        if typed != [self._sheets[self._at][place] for place in self._asked]:
            self._wrong.say(
                translate(
                    "people",
                    "That is not what the sheet says. Look at the words again and compare each with "
                    "your paper.",
                )
            )
            self._fields[0].setFocus()
            return
        for field in self._fields:
            field.setText("")
        self._at += 1
        if self._at < len(self._sheets):
            self._show()
            return
        self._sheets = []
        self.written.emit()


class RootSheets(QObject):
    """Asks for the sheets of the root key, one card after the other; keeps their words till taken.

    Attributes:
        complete: The words of enough sheets were typed.
    """

    complete = Signal()

    def __init__(self, page: QObject, show: Callable[[QWidget], None]) -> None:
        """Ask for nothing yet; `show` puts a card in the place of the one before."""
        super().__init__(page)
        self._put = show
        self._typed: list[str] = []

    def ask(self) -> None:
        """Begin with the first sheet; what was typed before counts no more."""
        self.forget()
        self._ask_next()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._typed = []

    @property
    def typed(self) -> tuple[str, ...]:
        """The words of the sheets; none where none were asked for."""
        return tuple(self._typed)

    def take(self) -> tuple[str, ...]:
        """Return the words of the sheets, and keep them no longer."""
        typed = self.typed
        self.forget()
        return typed

    def _ask_next(self) -> None:
        card = RootSheetCard(len(self._typed) + 1)
        card.taken.connect(self._on_taken)
        self._put(card)
        card.first_focus()

    def _on_taken(self, words: str) -> None:
        self._typed.append(words)
        if len(self._typed) < ROOT_SHEETS:
            self._ask_next()
        else:
            self.complete.emit()


class RootSheetCard(Card):
    """Takes the words of one sheet of the root key.

    Attributes:
        taken: All words were typed.
    """

    taken = Signal(str)

    def __init__(self, number: int) -> None:
        """Ask for a sheet; `number` counts from 1."""
        heading = translate("people", "Root key, sheet {number} of {count}")
        super().__init__(heading.format(number=number, count=ROOT_SHEETS))
        self.add(
            Text(
                translate(
                    "people",
                    "Whoever holds a sheet of the root key types it themselves. Four letters of a "
                    "word are enough: the rest is filled in.",
                ),
                "soft",
            )
        )
        self._words = ShareWords(SHARE_WORDS)
        self._words.changed.connect(self._look)
        self._words.completed.connect(self._take)
        self._words.reached.connect(self._bring_into_sight)
        self.add(self._words)
        self._on = Button(translate("people", "Go on"), self._take, kind="primary")
        self._on.setEnabled(False)
        self.column.addLayout(line_of(self._on))

    def first_focus(self) -> None:
        """Begin with the first word."""
        self._words.first_focus()

    def _bring_into_sight(self, field: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(field)

    def _look(self) -> None:
        self._on.setEnabled(not self._words.wrong() and not self._words.missing())

    def _take(self) -> None:
        if self._words.wrong() or self._words.missing():
            return
        typed = self._words.text()
        self._words.forget()
        self.taken.emit(typed)
