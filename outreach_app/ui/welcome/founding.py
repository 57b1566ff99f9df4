"""A new organisation for a small service: its name, where its keys live, its passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from outreach_app.services.beginning import (
    Establishment,
    establish,
)
from outreach_app.services.unlocking import this_world
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.file_choice import choose_folder
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.passphrase import PassphraseStep
from outreach_app.ui.welcome.shares import PaperStep
from outreach_app.ui.welcome.step import Step, Way
from outreach_app.ui.welcome.work_step import WorkStep

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
            field.returnPressed.connect(self.press_next)
        self._why = Text(kind="gap")
        self.column.addWidget(self._why)
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
        wrong = bool(answers.site) and not fits
        unfit = translate("welcome", "The short mark has two to six letters or digits, no spaces.")
        self._why.say(unfit if wrong else "")
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
        seldom=True,
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
