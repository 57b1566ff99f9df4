"""The first person of a new organisation: name, passphrase, a vault that was tried."""

from collections.abc import Callable

from outreach_app.domain.people import Role
from outreach_app.services.beginning import (
    Begun,
    begin_founded,
    prepare_forms,
)
from outreach_app.services.unlocking import this_world
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.joining import (
    WhoStep,
    beginner,
    own_passphrase,
)
from outreach_app.ui.welcome.passphrase import PassphraseStep
from outreach_app.ui.welcome.step import Step, Way
from outreach_app.ui.welcome.work_step import WorkStep


def founder_step(way: Way) -> Step:
    """Return the step that asks who the first person is."""
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
        self.focus_next()
