"""A new organisation for a small service: its name, its keys, the shares on paper, the first person."""

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.people import Role
from outreach_app.services.beginning import (
    Begun,
    Establishment,
    begin_founded,
    establish,
    prepare_forms,
)
from outreach_app.services.shipped import word_list
from outreach_app.services.unlocking import this_world
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.file_choice import choose_folder
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.joining import (
    WhoStep,
    WorkStep,
    beginner,
    own_passphrase,
    words_card,
)
from outreach_app.ui.welcome.passphrase import PassphraseStep
from outreach_app.ui.welcome.step import Step, Way

_FOLDER_NAME = "organisation"
_MOST_SITE = 6


class NameStep(Step):
    """What is the service called, and where do its keys live?"""

    def __init__(self, way: Way) -> None:
        """Ask for name, mark and folder."""
        super().__init__(
            way,
            translate("welcome", "Your organisation"),
            translate(
                "welcome",
                "Its name stands on printed pages. Its short mark begins every client reference, "
                "such as HH-26-B007, and should tell nothing to a stranger.",
            ),
        )
        answers = way.answers
        self._name: QLineEdit = line_field(translate("welcome", "Name"), answers.organisation)
        self._site: QLineEdit = line_field(translate("welcome", "Short mark"), answers.site)
        self._site.setMaxLength(_MOST_SITE)
        for words, field in (
            (translate("welcome", "Name"), self._name),
            (translate("welcome", "Short mark, two to six letters"), self._site),
        ):
            self.column.addWidget(Text(words, "strong"))
            self.column.addWidget(field)
            field.textChanged.connect(self._look)
        self.column.addWidget(
            Text(translate("welcome", "Where the organisation's keys live"), "strong")
        )
        self._place = Text(kind="soft")
        choose = Button(translate("welcome", "Another folder"), self._choose)
        line = row(self._place)
        line.addWidget(choose)
        self.column.addLayout(line)
        self.column.addWidget(
            Text(
                translate(
                    "welcome",
                    "Best on a stick that lies in a safe and is put in only to enrol somebody.",
                ),
                "small",
            )
        )
        self.finish_page(translate("welcome", "Go on"), lambda: way.go(_manager_passphrase))
        self._look()

    def first_focus(self) -> None:
        """Begin with the name."""
        self._name.setFocus()

    def _choose(self) -> None:
        choose_folder(self, translate("welcome", "Folder for the keys"), self._take)

    def _take(self, folder: Path) -> None:
        self.way.answers.organisation_folder = folder / _FOLDER_NAME
        self._look()

    def _look(self) -> None:
        answers = self.way.answers
        answers.organisation = self._name.text().strip()
        answers.site = self._site.text().strip().upper()
        self._place.say(str(answers.organisation_folder))
        fits = len(answers.site) >= 2 and answers.site.isascii() and answers.site.isalnum()
        self.allow_next(allowed=bool(answers.organisation) and fits)


def _manager_passphrase(way: Way) -> Step:
    def take(passphrase: str) -> None:
        way.answers.manager_passphrase = passphrase
        way.go(FoundStep)

    return PassphraseStep(
        way,
        translate("welcome", "The passphrase of the keys"),
        translate(
            "welcome",
            "It is needed only to enrol people and to withdraw certificates. It is not your own "
            "passphrase, which comes later; they must differ.",
        ),
        take,
    )


class FoundStep(WorkStep):
    """The keys are being made."""

    def __init__(self, way: Way) -> None:
        """Say what happens."""
        super().__init__(
            way,
            translate("welcome", "Making the keys"),
            translate("welcome", "The forms are read as well. This takes about half a minute."),
        )

    def work(self) -> Callable[[Progress], object]:
        """Make the organisation beside its place."""
        answers, world = self.way.answers, this_world(self.way.clock)
        known = answers.establishment

        def make(_progress: Progress) -> Establishment:
            # Whoever went back comes again: the shares on paper must stay those of this one.
            if known is not None and answers.written:
                return known
            return establish(
                answers.organisation_folder,
                answers.organisation,
                answers.site,
                answers.manager_passphrase,
                world,
            )

        return make

    def done(self, outcome: object) -> None:
        """Go on to the shares."""
        if isinstance(outcome, Establishment):
            self.way.answers.establishment = outcome
            self.way.go(PaperStep)


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
        self.way.go(_share_step if written < len(_shares(self.way)) else _founder)

    def first_focus(self) -> None:
        """Begin with the way on."""
        self.setFocus()


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
        self.column.addWidget(_share_card(share.split()))
        self.finish_page(
            translate("welcome", "I have written them down"),
            lambda: way.go(lambda w: CheckStep(w, number)),
        )

    def first_focus(self) -> None:
        """Begin with the words."""
        self.setFocus()


class CheckStep(Step):
    """Type two words of the share back from the paper."""

    def __init__(self, way: Way, number: int) -> None:
        """Ask for two words by chance."""
        name, share = _shares(way)[number]
        self._words = share.split()
        first = secrets.randbelow(len(self._words))
        second = (first + 1 + secrets.randbelow(len(self._words) - 1)) % len(self._words)
        self._asked = tuple(sorted((first, second)))
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
        self.column.addWidget(words_card(fingerprint_words(root, word_list())))
        self.finish_page(translate("welcome", "Go on"), lambda: way.go(_founder))

    def first_focus(self) -> None:
        """Begin with the words."""
        self.setFocus()


def _founder(way: Way) -> Step:
    if not way.answers.full_name:
        way.answers.role = Role.SUPERVISOR.value
    return WhoStep(way, _founder_passphrase)


def _founder_passphrase(way: Way) -> Step:
    step: PassphraseStep

    def take(passphrase: str) -> None:
        if passphrase == way.answers.manager_passphrase:
            step.notice.tell(
                translate("welcome", "This is the passphrase of the keys"),
                translate("welcome", "Whoever saw you unlock could then enrol people."),
                translate("welcome", "Choose another one for yourself."),
            )
            return
        way.answers.passphrase = passphrase
        way.go(FounderStep)

    step = own_passphrase(way, take)
    return step


class FounderStep(WorkStep):
    """The first vault is being made, enrolled and tried."""

    def __init__(self, way: Way) -> None:
        """Say what happens."""
        super().__init__(
            way,
            translate("welcome", "Making your vault"),
            translate(
                "welcome",
                "It is made with its recovery file, you are enrolled, and both your passphrase and "
                "two of the shares are tried on it before anything is written.",
            ),
        )

    def work(self) -> Callable[[Progress], object]:
        """Make, enrol and prove."""
        answers, world = self.way.answers, this_world(self.way.clock)
        made = answers.establishment
        if made is None:
            raise ValueError("nothing was established")
        known = made

        def make(progress: Progress) -> Begun:
            role = Role(answers.role)
            begun = begin_founded(known, beginner(answers), role, world, progress.say)
            prepare_forms(progress.say)
            return begun

        return make

    def done(self, outcome: object) -> None:
        """Open the vault."""
        if isinstance(outcome, Begun):
            self.way.answers.begun = outcome
            self.way.go(ReadyStep)


class ReadyStep(Step):
    """Everything is ready."""

    def __init__(self, way: Way) -> None:
        """Say what is left to do."""
        super().__init__(
            way,
            translate("welcome", "Everything is ready"),
            translate("welcome", "Your passphrase and the recovery shares both opened the vault."),
        )
        card = Card(translate("welcome", "What to do next"))
        for words in (
            translate("welcome", "Bring the six sheets to their three places today."),
            translate(
                "welcome",
                "For each colleague: copy organisation.json from the folder of the keys to a "
                "stick. They join with it and bring back a request, which you certify.",
            ),
            translate("welcome", "Make a backup to a stick when the first case is written."),
        ):
            card.add(Text(words))
        self.column.addWidget(card)
        self.finish_page(translate("welcome", "Open the vault"), self.open_vault, back=False)

    def first_focus(self) -> None:
        """Begin with the way on."""
        self.setFocus()


def _share_card(words: list[str]) -> Card:
    card = Card(kind="quiet")
    for start in range(0, len(words), 3):
        line = row(gap=18)
        for number, word in enumerate(words[start : start + 3], start=start + 1):
            line.addWidget(Text(f"{number}. {word}", "strong"), 1)
        card.column.addLayout(line)
    card.setAccessibleDescription(" ".join(words))
    return card
