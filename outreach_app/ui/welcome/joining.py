"""Joining: the organisation's file, the words, who one is, the passphrase, the vault, the request."""

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from outreach_app.crypto.kdf import calibrate
from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.people import Role
from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write, read_bytes
from outreach_app.services.beginning import Beginner, Begun, join, prepare_forms
from outreach_app.services.configuration import FILE_LIMIT_BYTES, read_card
from outreach_app.services.shipped import word_list
from outreach_app.services.unlocking import this_world
from outreach_app.services.vaults import Newcomer
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.file_choice import choose_file, choose_new_file
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.welcome.passphrase import PassphraseStep
from outreach_app.ui.welcome.step import Answers, Step, Way
from outreach_app.ui.welcome.work_step import WorkStep

_ROLES = (Role.CASEWORKER, Role.NIGHT_STAFF, Role.SUPERVISOR, Role.SAFEGUARDING_LEAD)
_MOST_INITIALS = 12
_IN_LINE = ((100, 4), (150, 3))  # words beside each other up to a text size


class CardStep(Step):
    """Which file did the organisation give you?"""

    def __init__(self, way: Way) -> None:
        """Ask for the file."""
        super().__init__(
            way,
            translate("welcome", "The organisation file"),
            translate(
                "welcome",
                "Your organisation gave you a file called organisation.json, on a stick or by "
                "another way. There is nothing secret in it.",
            ),
        )
        self._found = Text(kind="strong")
        choose = Button(translate("welcome", "Choose the file"), self._choose)
        line = row(choose)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self._found)
        self.finish_page(translate("welcome", "Go on"), lambda: way.go(WordsStep))
        self.allow_next(allowed=False)
        if way.answers.card:
            self._show(way.answers.card)

    def _choose(self) -> None:
        choose_file(self, translate("welcome", "Organisation file"), self._read)

    def _read(self, path: Path) -> None:
        try:
            raw = read_bytes(path, FILE_LIMIT_BYTES)
            self._show(raw)
        except OutreachError as error:
            self._found.say("")
            self.allow_next(allowed=False)
            self.tell_error(error)

    def _show(self, raw: bytes) -> None:
        configuration = read_card(raw).configuration
        if raw != self.way.answers.card:
            self.way.answers.words_compared = False
        self.way.answers.card = raw
        self.notice.clear()
        words = translate("welcome", "{name} ({site}), file number {number}")
        self._found.say(
            words.format(
                name=configuration.name, site=configuration.site, number=configuration.number
            )
        )
        self.allow_next(allowed=True)


class WordsStep(Step):
    """Are the twelve words the same?"""

    def __init__(self, way: Way) -> None:
        """Show the words of the root key."""
        card = read_card(way.answers.card)
        super().__init__(
            way,
            translate("welcome", "Compare twelve words"),
            translate(
                "welcome",
                "Anybody can make a file with the name of your organisation. Call the person who "
                "looks after its keys, on a number that you know already, and let them read the "
                "words from their card. Read along here.",
            ),
        )
        self.column.addWidget(words_card(fingerprint_words(card.root, word_list())))
        self._same = tick_box(translate("welcome", "All twelve words are the same"))
        self._same.setChecked(way.answers.words_compared)
        self._same.toggled.connect(self._turn)
        self.column.addWidget(self._same)
        self.column.addWidget(
            Text(
                translate(
                    "welcome",
                    "If one word differs, stop: the file is not from your organisation. Tell them.",
                ),
                "small",
            )
        )
        self.finish_page(translate("welcome", "Go on"), lambda: way.go(WhoStep))
        self.allow_next(allowed=way.answers.words_compared)

    def _turn(self, same: bool) -> None:
        self.way.answers.words_compared = same
        self.allow_next(allowed=same)

    def first_focus(self) -> None:
        """Begin with the answer."""
        self._same.setFocus()


class WhoStep(Step):
    """Who are you?"""

    def __init__(self, way: Way, then: "Callable[[Way], Step] | None" = None) -> None:
        """Ask for name, initials and the role that one wants."""
        super().__init__(
            way,
            translate("welcome", "Who are you?"),
            translate(
                "welcome",
                "Your name stays inside the vault and under what you sign. Only the initials are "
                "shown on the unlock page.",
            ),
        )
        self._then = then or _joining_passphrase
        answers = way.answers
        self._name: QLineEdit = line_field(translate("welcome", "Full name"), answers.full_name)
        self._initials: QLineEdit = line_field(translate("welcome", "Initials"), answers.initials)
        self._initials.setMaxLength(_MOST_INITIALS)
        self._role = ListBox(translate("welcome", "Your work"))
        for role in _ROLES:
            self._role.add(role_words(role.value), role.value)
        self._role.setCurrentIndex(max(0, self._role.findData(answers.role)))
        for words, field in (
            (translate("welcome", "Full name"), self._name),
            (translate("welcome", "Initials, or a word that is not your name"), self._initials),
            (translate("welcome", "Your work (your organisation decides)"), self._role),
        ):
            self.column.addWidget(Text(words, "strong"))
            self.column.addWidget(field)
        for line in (self._name, self._initials):
            line.textChanged.connect(self._look)
            line.returnPressed.connect(self._go_on)
        self._role.activated.connect(self._look)
        self.finish_page(translate("welcome", "Go on"), self._go_on)
        self._look()

    def first_focus(self) -> None:
        """Begin with the name."""
        self._name.setFocus()

    def _look(self) -> None:
        answers = self.way.answers
        answers.full_name = self._name.text().strip()
        answers.initials = self._initials.text().strip()
        answers.role = str(self._role.currentData())
        self.allow_next(allowed=bool(answers.full_name and answers.initials))

    def _go_on(self) -> None:
        answers = self.way.answers
        if not answers.full_name or not answers.initials:
            return
        if answers.initials.casefold() == answers.full_name.casefold():
            self.notice.tell(
                translate("welcome", "The initials are your whole name"),
                translate("welcome", "Anybody who opens the laptop would read it."),
                translate("welcome", "Take two or three letters, or a neutral word."),
            )
            return
        self.way.go(self._then)


def _joining_passphrase(way: Way) -> Step:
    def take(passphrase: str) -> None:
        way.answers.passphrase = passphrase
        way.go(JoinStep)

    return own_passphrase(way, take)


def own_passphrase(way: Way, taken: Callable[[str], None]) -> PassphraseStep:
    """Return the step that asks for a person's own passphrase."""
    return PassphraseStep(
        way,
        translate("welcome", "Your passphrase"),
        translate(
            "welcome",
            "It opens this laptop's records and stands for your signature. Nobody can look it up "
            "for you. If you forget it, two people of your organisation must come together.",
        ),
        taken,
    )


class JoinStep(WorkStep):
    """The vault is being made and tried."""

    def __init__(self, way: Way) -> None:
        """Say what happens."""
        super().__init__(
            way,
            translate("welcome", "Making the vault"),
            translate(
                "welcome",
                "The vault is made with its recovery file, closed, and opened again with your "
                "passphrase, before anything is written into it. About half a minute.",
            ),
        )

    def work(self) -> Callable[[Progress], object]:
        """Make the vault and prove it."""
        answers, world = self.way.answers, this_world(self.way.clock)
        card = answers.card

        def make(progress: Progress) -> Begun:
            begun = join(card, beginner(answers), world, progress.say)
            prepare_forms(progress.say)
            return begun

        return make

    def done(self, outcome: object) -> None:
        """Go on to the request."""
        if isinstance(outcome, Begun):
            self.way.answers.begun = outcome
            self.way.answers.passphrase = ""
            self.way.go(RequestStep)


def beginner(answers: Answers) -> Beginner:
    """Return the person of the answers; measures how hard this machine can derive (a job)."""
    return Beginner(
        folder=answers.vault_folder,
        newcomer=Newcomer(
            initials=answers.initials,
            full_name=answers.full_name,
            role=Role(answers.role),
            parameters=calibrate(),
        ),
        passphrase=answers.passphrase,
    )


class RequestStep(Step):
    """The request to hand in."""

    def __init__(self, way: Way) -> None:
        """Offer to save it."""
        super().__init__(
            way,
            translate("welcome", "Ask to be enrolled"),
            translate(
                "welcome",
                "The vault works. One thing is left: your organisation confirms that you are you. "
                "Save the request on a stick, hand it in, and read your words to them by "
                "telephone or face to face.",
            ),
        )
        begun = way.answers.begun
        words = begun.own_words.split() if begun is not None else []
        self.column.addWidget(words_card(tuple(words), translate("welcome", "Your words")))
        self._save_button = Button(translate("welcome", "Save the request"), self._save)
        line = row(self._save_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self._saved = Text(kind="strong")
        self.column.addWidget(self._saved)
        self.column.addWidget(
            Text(
                translate(
                    "welcome",
                    "Meanwhile you can already write. What you write is kept as drafts; signing "
                    "and sharing begin when your certificate is here.",
                ),
                "small",
            )
        )
        self.finish_page(translate("welcome", "Open the vault"), self.open_vault, back=False)

    def first_focus(self) -> None:
        """Begin with saving."""
        self._save_button.setFocus()

    def _save(self) -> None:
        choose_new_file(
            self,
            translate("welcome", "Save the request"),
            f"{secrets.token_hex(4)}.request",
            self._write,
        )

    def _write(self, path: Path) -> None:
        begun = self.way.answers.begun
        if begun is None:
            return
        try:
            atomic_write(path, begun.request)
        except OutreachError as error:
            self.tell_error(error)
            return
        self.notice.clear()
        self._saved.say(translate("welcome", "Saved as {name}").format(name=path.name))


def words_card(words: tuple[str, ...], heading: str = "") -> Card:
    """Return words to compare, numbered, as many in a line as can be read whole."""
    card = Card(heading, kind="quiet")
    percent = current_look().text_percent
    in_line = next((count for most, count in _IN_LINE if percent <= most), 2)
    for start in range(0, len(words), in_line):
        line = row(gap=18)
        for number, word in enumerate(words[start : start + in_line], start=start + 1):
            shown = Text(f"{number}. {word}", "words")
            line.addWidget(shown, 1)
        card.column.addLayout(line)
    if not heading:
        card.setAccessibleName(translate("welcome", "The words"))
    card.setAccessibleDescription(" ".join(words))
    card.take_keyboard()
    return card
