"""Changing one's passphrase: the old one, the new one twice, and what it means for backups."""

from collections.abc import Callable

from outreach_app.errors import OutreachError
from outreach_app.services.laptop_people import (
    ReadyPassphrase,
    prepare_passphrase,
    put_passphrase,
)
from outreach_app.services.passphrases import rule_here
from outreach_app.ui.people.steps import StepPage, line_of
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.passphrase import PassphraseChoice


class UnlockingPage(StepPage):
    """Nothing is encrypted again by it, and nobody else's passphrase changes."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask for the old and the new one."""
        super().__init__(
            desk,
            place,
            translate("laptop", "Change my passphrase"),
            translate(
                "laptop",
                "If somebody saw it, or if it was never easy to remember. It takes a few seconds.",
            ),
            leads_to=Room.SETTINGS,
        )
        card = Card(translate("laptop", "The passphrase of today"))
        self._old = passphrase_field(translate("laptop", "Passphrase of today"))
        card.add(self._old)
        new = Card(translate("laptop", "The new one"))
        self._choice = PassphraseChoice(rule_here(desk.sitting))
        self._choice.taken.connect(self._on_taken)
        self._choice.told.connect(self.notice.tell)
        self._choice.refused.connect(self.tell_error)
        self._choice.cleared.connect(self.notice.clear)
        self._change = Button(translate("laptop", "Change it"), self._choice.go_on, kind="primary")
        self._far = Text(kind="strong")
        new.add(self._choice)
        new.column.addLayout(line_of(self._change))
        new.add(self._far)
        new.add(
            Text(
                translate(
                    "laptop",
                    "Backups that were made before still open with the passphrase of their day. If "
                    "somebody saw it, make a new backup and destroy the older ones.",
                ),
                "small",
            )
        )
        self.show_step(card, new)

    def first_focus(self) -> None:
        """Begin with the old one."""
        self._old.setFocus()

    def _on_taken(self, new: str) -> None:
        old = self._old.text()
        if not old:
            self.notice.tell(
                translate("laptop", "The passphrase of today is missing"),
                translate("laptop", "Nothing was changed."),
                translate("laptop", "Type it in the first field, then the new one again."),
            )
            self._old.setFocus()
            return
        self._old.setText("")
        self._wait(waiting=True)
        work: Callable[[], ReadyPassphrase] = prepare_passphrase(self.desk.sitting, old, new)
        run(self.desk, work, self._on_ready, self._on_failed)

    def _on_ready(self, ready: ReadyPassphrase) -> None:
        self._wait(waiting=False)
        try:
            put_passphrase(self.desk.sitting, ready)
        except OutreachError as error:
            self._on_failed(error)
            return
        self._far.say(translate("laptop", "✓ Changed. From now on only the new one opens it."))

    def _on_failed(self, error: Exception) -> None:
        self._wait(waiting=False)
        self.tell_error(error)
        self._old.setFocus()

    def _wait(self, *, waiting: bool) -> None:
        self._change.setEnabled(not waiting)
        self._far.say(translate("laptop", "Making the new key…") if waiting else "")
