"""The first question: which way to a vault."""

from collections.abc import Callable

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.founding import NameStep
from outreach_app.ui.welcome.joining import CardStep
from outreach_app.ui.welcome.restoring import BackupStep
from outreach_app.ui.welcome.step import Step, Way


class StartStep(Step):
    """Join, found or restore."""

    def __init__(self, way: Way, leave: Callable[[], None] | None) -> None:
        """Show the ways; `leave` goes back to the unlock page where there is one."""
        super().__init__(
            way,
            translate("welcome", "Welcome"),
            translate(
                "welcome",
                "Everything that you write here stays on this laptop, encrypted, until you share "
                "it yourself. There is no server. Let us set up this laptop; you can go back at "
                "any point.",
            ),
        )
        for words, about, make in (
            (
                translate("welcome", "Join my organisation"),
                translate(
                    "welcome",
                    "You have the organisation file, on a stick or from your supervisor, and can "
                    "call somebody to compare twelve words.",
                ),
                CardStep,
            ),
            (
                translate("welcome", "Restore from a backup"),
                translate(
                    "welcome",
                    "You have a backup folder and know the passphrase of the day it was made.",
                ),
                BackupStep,
            ),
            (
                translate("welcome", "Begin a new organisation"),
                translate(
                    "welcome",
                    "For a small service that nobody has set up yet. You need paper, half an hour "
                    "and three people who will each keep sheets in a different place; you may "
                    "be one of them.",
                ),
                NameStep,
            ),
        ):
            self.column.addWidget(self._choice(words, about, make))
        if leave is not None:
            foot = row()
            foot.addWidget(Button(translate("welcome", "Back to unlocking"), leave, kind="plain"))
            foot.addStretch(1)
            self.column.addLayout(foot)

    def _choice(self, words: str, about: str, make: Callable[[Way], Step]) -> Card:
        card = Card()
        kind = "primary" if make is CardStep else ""
        button = Button(words, lambda: self.way.go(make), kind=kind)
        button.setAccessibleDescription(about)
        line = row(button)
        line.addStretch(1)
        card.column.addLayout(line)
        card.add(Text(about, "soft"))
        return card
