"""Two people with their sheets: each share typed and checked, the vault tried, a new passphrase."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from outreach_app.crypto.kdf import calibrate
from outreach_app.crypto.recovery import check_share
from outreach_app.errors import OutreachError
from outreach_app.paths import read_bytes
from outreach_app.services.recovery import (
    SHARE_WORDS,
    OpenedRecovery,
    Recovered,
    choose_passphrase,
    open_recovery,
    sit_down_again,
    suggestions,
)
from outreach_app.services.unlocking import this_world
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.file_choice import choose_file
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.joining import own_passphrase
from outreach_app.ui.welcome.share_words import ShareWords
from outreach_app.ui.welcome.step import Step, Way
from outreach_app.ui.welcome.work_step import WorkStep

_FILE_LIMIT_BYTES = 4096
_NEEDED = 2


class SharesStep(Step):
    """Who must be here, and what will happen."""

    def __init__(self, way: Way, folder: Path) -> None:
        """Explain the ceremony for the vault in a folder."""
        super().__init__(
            way,
            translate("welcome", "Open it together"),
            translate(
                "welcome",
                "Two of the three people who keep a sheet of your organisation's recovery key type "
                "their shares here. Then you choose a new passphrase. Nothing is lost by it.",
            ),
        )
        card = Card(translate("welcome", "Before you begin"))
        for words in (
            translate(
                "welcome",
                "Everybody is in the room: the one who forgot the passphrase, and two who brought "
                "their sheets. Check that each is who you think.",
            ),
            translate(
                "welcome",
                "Each types their own sheet, unseen by the others. No photographs, no phones on "
                "the table.",
            ),
            translate(
                "welcome",
                "It is the sheet headed “recovery key”, not “root key”. Nothing that is typed is "
                "kept.",
            ),
            translate(
                "welcome",
                "Afterwards you ask for a new certificate, as on the first day. The journal notes "
                "which two sheets were used.",
            ),
        ):
            card.add(Text(words))
        self.column.addWidget(card)
        way.answers.shares.clear()
        self.finish_page(
            translate("welcome", "Type the first sheet"), lambda: way.go(_sheet_step(folder))
        )

    def first_focus(self) -> None:
        """Begin with the way on."""
        self.focus_next()


def _sheet_step(folder: Path) -> Callable[[Way], Step]:
    return lambda way: SheetStep(way, folder)


class SheetStep(Step):
    """One sheet: 33 words, each checked as it is typed."""

    def __init__(self, way: Way, folder: Path) -> None:
        """Ask for the next sheet."""
        number = len(way.answers.shares) + 1
        super().__init__(
            way,
            translate("welcome", "Sheet {number} of {count}").format(number=number, count=_NEEDED),
            translate(
                "welcome",
                "Type the words in their order. Four letters are enough: the rest is filled in. "
                "Enter or the space bar goes on to the next word.",
            ),
        )
        self._folder = folder
        self._words = ShareWords(SHARE_WORDS)
        self._words.changed.connect(self._look)
        self._words.completed.connect(self._go_on)
        self._words.reached.connect(self.bring_into_sight)
        self.column.addWidget(self._words)
        self._state = Text(kind="gap")
        self.column.addWidget(self._state)
        line = row(Button(translate("welcome", "Read it from a file"), self._on_file, kind="plain"))
        line.addStretch(1)
        self.column.addLayout(line)
        self.finish_page(translate("welcome", "Go on"), self._go_on)
        self._look()

    def first_focus(self) -> None:
        """Begin with the first word."""
        self._words.first_focus()

    def _look(self) -> None:
        wrong, missing = self._words.wrong(), self._words.missing()
        said = []
        if wrong:
            words = translate("welcome", "No sheet has such a word: {places}.")
            said.append(words.format(places=", ".join(map(self._place_words, wrong))))
        if missing:
            said.append(translate("welcome", "%n word(s) missing", "", missing))
        self._state.say("  ".join(said))
        self.allow_next(allowed=not wrong and not missing)

    def _place_words(self, place: int) -> str:
        """Return the number of a word, and what it may have meant."""
        near = suggestions(self._words.word(place))
        if not near:
            return translate("welcome", "number {number}").format(number=place + 1)
        words = translate("welcome", "number {number} (perhaps {words})")
        return words.format(number=place + 1, words=", ".join(near))

    def _on_file(self) -> None:
        choose_file(self, translate("welcome", "File with one share"), self._read)

    def _read(self, path: Path) -> None:
        self.notice.clear()
        try:
            text = read_bytes(path, _FILE_LIMIT_BYTES).decode("utf-8", "replace")
        except OutreachError as error:
            self.tell_error(error)
            return
        self._words.fill(text.split())

    def _go_on(self) -> None:
        if self._words.wrong() or self._words.missing():
            return
        shares = self.way.answers.shares
        self.notice.clear()
        try:
            check_share(self._words.text(), shares)
        except OutreachError as error:
            self.tell_error(error)
            return
        shares.append(self._words.text())
        self._words.forget()
        more = len(shares) < _NEEDED
        follow = partial(TryStep, folder=self._folder)
        self.way.go(_sheet_step(self._folder) if more else follow)


class TryStep(WorkStep):
    """The two shares are tried on the vault."""

    def __init__(self, way: Way, folder: Path) -> None:
        """Say what happens."""
        super().__init__(
            way,
            translate("welcome", "Trying the sheets"),
            translate("welcome", "Nothing is changed yet."),
        )
        self._folder = folder

    def work(self) -> Callable[[Progress], object]:
        """Open the recovery file."""
        folder, shares = self._folder, tuple(self.way.answers.shares)
        return lambda _progress: open_recovery(folder, shares)

    def done(self, outcome: object) -> None:
        """Forget the shares and go on."""
        self.way.answers.shares.clear()
        if isinstance(outcome, OpenedRecovery):
            self.way.answers.recovery = outcome
            self.way.go(OpensStep)

    def failed(self, error: Exception) -> None:
        """Begin again with the first sheet: these two will never open this vault."""
        self.way.answers.shares.clear()
        super().failed(error)
        self.lead_on(
            translate("welcome", "Type the sheets again"),
            lambda: self.way.go(_sheet_step(self._folder)),
        )


class OpensStep(Step):
    """The sheets open the vault: for whom, or was it a rehearsal?"""

    def __init__(self, way: Way) -> None:
        """Ask for whom."""
        super().__init__(
            way,
            translate("welcome", "The sheets open this vault"),
            translate("welcome", "Nothing was changed so far."),
        )
        people = way.answers.recovery.people if way.answers.recovery is not None else ()
        self._who = ListBox(translate("welcome", "Who forgot the passphrase?"))
        for person_id, label in people:
            self._who.add(label, person_id)
        self.column.addWidget(Text(translate("welcome", "Who forgot the passphrase?"), "strong"))
        self.column.addWidget(self._who)
        self.column.addWidget(
            Text(
                translate(
                    "welcome",
                    "Their old passphrase and certificate end. The records and everybody else's "
                    "passphrase stay as they are. Their drafts stay too, but nobody can prove any "
                    "more who wrote in them: they read each once more before they sign it.",
                ),
                "soft",
            )
        )
        self.finish_page(translate("welcome", "Choose a new passphrase"), self._on, back=False)
        line = row(
            Button(translate("welcome", "It was a rehearsal: stop here"), way.restart, kind="plain")
        )
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(
            Text(
                translate(
                    "welcome",
                    "After a rehearsal, tell whoever looks after the organisation's keys: they record "
                    "the day.",
                ),
                "soft",
            )
        )

    def _on(self) -> None:
        person_id = str(self._who.currentData())
        answers = self.way.answers

        def take(passphrase: str) -> None:
            answers.passphrase = passphrase
            self.way.go(lambda way: RenewStep(way, person_id))

        self.way.go(lambda way: own_passphrase(way, take))


class RenewStep(WorkStep):
    """The new passphrase is being put in force."""

    def __init__(self, way: Way, person_id: str) -> None:
        """Say what happens."""
        super().__init__(
            way,
            translate("welcome", "Making the new key"),
            translate("welcome", "A few seconds. Do not switch the laptop off."),
        )
        self._person_id = person_id

    def work(self) -> Callable[[Progress], object]:
        """Derive the key of the new passphrase."""
        answers, person_id = self.way.answers, self._person_id
        opened, passphrase = answers.recovery, answers.passphrase
        if opened is None:
            raise ValueError("no shares opened anything")
        known = opened
        return lambda _progress: choose_passphrase(known, person_id, passphrase, calibrate())

    def done(self, outcome: object) -> None:
        """Open the vault for the person."""
        if not isinstance(outcome, Recovered):
            return
        self.way.answers.passphrase = ""
        try:
            sitting = sit_down_again(outcome, this_world(self.way.clock))
        except OutreachError as error:
            self.failed(error)
            return
        self.way.answers.recovery = None
        self.way.enter(sitting)
