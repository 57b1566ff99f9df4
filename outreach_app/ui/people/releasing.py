"""What a newer program brings: forms, time limits, bank holidays; looked at, then released for everybody."""

from collections.abc import Callable
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.services.catalogue import unreleased_forms
from outreach_app.services.certifying import Issued, issued
from outreach_app.services.directory import may_look_after_keys
from outreach_app.services.keeping.offer_words import differing_lines, offer_lines
from outreach_app.services.keeping.releasing import (
    Offer,
    ReleaseOrder,
    offered,
    release,
    rows_offered,
)
from outreach_app.services.keeping.tables import TABLES_NAME, Days, read_tables, write_tables
from outreach_app.services.sitting import Sitting
from outreach_app.ui.people.lost import point_card
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.file_choice import choose_file, choose_folder
from outreach_app.ui.pieces.surfaces import Card, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate

RELEASE = "release"
"""Topic of the room in which certificates are made."""


def add_unreleased(card: Card, desk: Desk, on_release: Callable[[], None]) -> None:
    """Tell whoever looks after keys on a card that the program brings what is not released."""
    if not may_look_after_keys(desk.sitting) or not _is_waiting(desk.sitting):
        return
    words = translate(
        "people", "▲ This program brings forms or time limits that are not released yet."
    )
    card.add(rule(), Text(words, "strong"))
    card.column.addLayout(line_of(Button(translate("people", "Look at them…"), on_release)))


def _is_waiting(sitting: Sitting) -> bool:
    return bool(unreleased_forms(sitting)) or not rows_offered(sitting.configuration).is_empty


class ReleasePage(StepPage):
    """What is new, the tables for a spreadsheet, and the signature."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Look at the forms of this program, which takes a moment."""
        super().__init__(
            desk,
            place,
            translate("people", "Forms and time limits"),
            translate(
                "people",
                "What a new version of the program brings holds for nobody until it is released. "
                "For whoever looks after the organisation's keys.",
            ),
        )
        self._offer = Offer()
        self._days: Days | None = None
        self._taken = Text(kind="strong")
        self._retires = tick_box(
            translate("people", "Begin nothing any more on older versions of the forms")
        )
        self._keys = KeysCard(translate("people", "Sign and release"))
        self.show_step(Card(translate("people", "Looking at the forms of this program…")))
        configuration = desk.sitting.configuration
        run(desk, lambda: offered(configuration), self._on_offered, self.tell_error)

    def _on_offered(self, offer: Offer) -> None:
        self._offer = offer
        titles = {each.form_hash: each.title for each in self.desk.sitting.vault.forms.all()}
        new = offer_lines(offer, titles)
        if not new:
            new = (translate("people", "Everything that this program ships is released."),)
        cards = [point_card(translate("people", "New in this program"), new)]
        if stays := differing_lines(offer):
            cards.append(
                point_card(translate("people", "Counted otherwise here; it stays so"), stays)
            )
        self._keys.ready.connect(self._release)
        self._retires.toggled.connect(self._look)
        self.show_step(*cards, self._tables_card(), self._older_card(), self._keys)
        self._look()

    def _tables_card(self) -> Card:
        card = Card(translate("people", "Change the days yourself"))
        card.add(
            Text(
                translate(
                    "people",
                    "Time limits and bank holidays are two sheets of a spreadsheet. Save it, "
                    "change the cells you mean, and take it back here. Each time limit says from "
                    "which day it holds: add a row for a new rule, so that older cases keep theirs.",
                )
            )
        )
        card.column.addLayout(
            line_of(
                Button(translate("people", "Save the tables"), self._on_save),
                Button(translate("people", "Take the tables"), self._on_take),
            )
        )
        card.add(self._taken)
        return card

    def _older_card(self) -> Card:
        card = Card(translate("people", "Older versions of the forms"))
        card.add(
            self._retires,
            Text(
                translate(
                    "people",
                    "Only once every laptop has this program: a laptop with an older one could "
                    "begin no document any more. What was begun is finished as it is.",
                ),
                "small",
            ),
        )
        return card

    def _look(self) -> None:
        changes = not self._offer.is_empty or self._retires.isChecked()
        self._keys.setEnabled(changes or self._days is not None)

    # ---- tables -----------------------------------------------------------------------------

    def _on_save(self) -> None:
        choose_folder(self, translate("people", "Stick or folder"), self._save)

    def _save(self, folder: Path) -> None:
        self.notice.clear()
        try:
            write_tables(self.desk.sitting.configuration, folder)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._taken.say(translate("people", "Saved as {name}").format(name=TABLES_NAME))

    def _on_take(self) -> None:
        choose_file(self, translate("people", "Spreadsheet with the tables"), self._take)

    def _take(self, file: Path) -> None:
        self.notice.clear()
        try:
            self._days = read_tables(file)
        except OutreachError as error:
            self.tell_error(error)
            return
        words = translate(
            "people",
            "Taken: %n time limit(s) and {holidays} bank holidays. They hold once they are signed.",
            "",
            len(self._days.limits),
        )
        self._taken.say(words.format(holidays=len(self._days.holidays)))
        self._look()

    # ---- signed -----------------------------------------------------------------------------

    def _release(self, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        order = ReleaseOrder(
            shown=self._offer,
            days=self._days,
            retires=self._retires.isChecked(),
        )
        now = self.desk.sitting.now()

        def work() -> Issued:
            return issued(folder, release(folder, order, passphrase, now=now))

        run(self.desk, with_keys(self.desk, folder, work), self._on_released, self._on_failed)

    def _on_released(self, outcome: Issued) -> None:
        self.show_issued(outcome, translate("people", "It is released."), words_compared=False)

    def _on_failed(self, error: Exception) -> None:
        self._keys.wait(waiting=False)
        self._keys.ask_passphrase()
        self.tell_error(error)
