"""The recovery sheets: when they were last tried, how that is done, and the day of it for everybody."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from outreach_app.domain.day_words import long_date
from outreach_app.services.certifying import Issued, issued
from outreach_app.services.directory import may_look_after_keys
from outreach_app.services.keeping.rehearsals import last_rehearsal, record_rehearsal
from outreach_app.services.typed_days import typed_day
from outreach_app.ui.people.lost import point_card
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.surfaces import Card, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import month_names, translate

REHEARSED = "rehearsed"
"""Topic of the room in which certificates are made."""


def add_rehearsal(card: Card, desk: Desk, on_record: Callable[[], None]) -> None:
    """Tell on a card when the sheets were last tried; who looks after keys is asked to see to it."""
    found = last_rehearsal(desk.sitting.configuration, desk.sitting.today())
    if not may_look_after_keys(desk.sitting) or not found.is_due:
        if found.on is not None:
            card.add(Text(found.words(), "soft"))
        return
    card.add(
        rule(),
        Text(found.words(), "strong"),
        Text(
            translate(
                "people",
                "Two of the people who keep a sheet open one vault with them, and stop there. It "
                "takes ten minutes.",
            )
        ),
    )
    words = translate("people", "Record a rehearsal…")
    card.column.addLayout(line_of(Button(words, on_record)))


class RehearsalPage(StepPage):
    """On which day the sheets were tried; then the keys."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask."""
        super().__init__(
            desk,
            place,
            translate("people", "A rehearsal of the recovery sheets"),
            translate(
                "people",
                "For whoever looks after the organisation's keys. The day is shown on every laptop "
                "as soon as the new file is there.",
            ),
        )
        self._today = desk.sitting.today()
        self._keys = KeysCard(translate("people", "Sign and record"))
        self._keys.ready.connect(self._record)
        found = last_rehearsal(desk.sitting.configuration, self._today)
        ask = Card(translate("people", "When it was done"))
        self._day: QLineEdit = line_field(
            translate("people", "Day on which two sheets opened a vault"),
            translate("people", "today"),
        )
        self._said = Text(kind="soft")
        ask.add(
            Text(found.words()),
            Text(translate("people", "Day on which two sheets opened a vault"), "strong"),
            self._day,
            self._said,
        )
        self.show_step(
            point_card(translate("people", "How a rehearsal goes"), _rehearsal_lines()),
            ask,
            self._keys,
        )
        self._day.textChanged.connect(self._look)
        self._look()

    def first_focus(self) -> None:
        """Begin with the day."""
        self._day.setFocus()

    def _chosen(self) -> date | None:
        day = typed_day(self._day.text(), self._today, month_names())
        return day if day is not None and day <= self._today else None

    def _look(self) -> None:
        day = self._chosen()
        self._said.say(
            translate("people", "A day, today at the latest, such as 3 Feb or yesterday.")
            if day is None
            else long_date(day)
        )
        self._keys.setEnabled(day is not None)

    def _record(self, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        day, now = self._chosen(), self.desk.sitting.now()
        if day is None:
            self._keys.wait(waiting=False)
            self._day.setFocus()
            return

        def work() -> Issued:
            return issued(folder, record_rehearsal(folder, day, passphrase, now=now))

        run(self.desk, with_keys(self.desk, folder, work), self._on_recorded, self._on_failed)

    def _on_recorded(self, outcome: Issued) -> None:
        self.show_issued(outcome, translate("people", "It is recorded."), words_compared=False)

    def _on_failed(self, error: Exception) -> None:
        self._keys.wait(waiting=False)
        self._keys.ask_passphrase()
        self.tell_error(error)


def _rehearsal_lines() -> tuple[str, ...]:
    return (
        translate("people", "Two people who keep a sheet come to one laptop and lock its vault."),
        translate(
            "people",
            "Where it is unlocked they choose “Forgotten passphrase”, then “Both are here with their "
            "sheets”, and type the words of both.",
        ),
        translate(
            "people",
            "When it says that the sheets open this vault, they choose “It was a rehearsal: stop "
            "here”. Nothing has changed, and the sheets go back into their envelopes.",
        ),
        translate(
            "people",
            "Change the pair from time to time, so that each of the three sheets is tried. A sheet "
            "that does not work, or cannot be found, is a reason for new ones at once.",
        ),
    )
