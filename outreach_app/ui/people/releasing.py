"""What a newer program brings: forms, time limits, bank holidays; looked at, then released for everybody."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from outreach_app.errors import OutreachError
from outreach_app.services.catalogue import unreleased_forms
from outreach_app.services.certifying import Issued, issued
from outreach_app.services.directory import may_look_after_keys
from outreach_app.services.keeping.offer_words import change_lines, differing_lines, offer_lines
from outreach_app.services.keeping.releasing import (
    Offer,
    Wanted,
    adopted,
    days_offered,
    days_with,
    offered,
    release,
    tables_with,
)
from outreach_app.services.keeping.tables import TABLES_NAME, Days, read_tables, write_tables
from outreach_app.services.organisation import Tables
from outreach_app.services.sitting import Sitting
from outreach_app.ui.people.lost import point_card
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.file_choice import choose_file, choose_folder
from outreach_app.ui.pieces.surfaces import Card, row, rule
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
        "people", "This program brings forms or time limits that are not released yet."
    )
    card.add(rule(), Text(words, "strong"))
    card.column.addLayout(line_of(Button(translate("people", "Look at them…"), on_release)))


def _is_waiting(sitting: Sitting) -> bool:
    return bool(unreleased_forms(sitting)) or not days_offered(sitting.configuration).is_empty


class ReleasePage(StepPage):
    """What is new, the tables for a spreadsheet; then what is about to be signed."""

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
        self._held = desk.sitting.configuration
        self._offer = Offer()
        self._wanted = Wanted()
        self._taken: Days | None = None
        self._pending = Text(kind="strong")
        self._keys: KeysCard | None = None
        self._titles: Mapping[str, str] = {}
        self.show_step(Card(translate("people", "Looking at the forms of this program…")))
        held = self._held
        run(desk, lambda: offered(held), self._on_offered, self.tell_error)

    def _on_offered(self, offer: Offer) -> None:
        self._offer = offer
        self._titles = {each.form_hash: each.title for each in self.desk.sitting.vault.forms.all()}
        self._choose()

    # ---- what is new ------------------------------------------------------------------------

    def _choose(self) -> None:
        self._keys = None
        cards = [self._new_card()]
        if stays := differing_lines(self._offer):
            cards.append(
                point_card(translate("people", "Written by your organisation; it stays"), stays)
            )
        on = Card(kind="quiet")
        go_on = Button(translate("people", "Go on"), self._on_tell, kind="primary")
        on.column.addLayout(line_of(go_on))
        self.show_step(*cards, self._tables_card(), on)

    def _new_card(self) -> Card:
        card = Card(translate("people", "New in this program"))
        kinds = (
            ("forms", translate("people", "Forms"), Offer(forms=self._offer.forms)),
            (
                "limits",
                translate("people", "Time limits"),
                Offer(
                    limits=self._offer.limits,
                    changed=self._offer.changed,
                    checked=self._offer.checked,
                ),
            ),
            (
                "holidays",
                translate("people", "Bank holidays"),
                Offer(holidays=self._offer.holidays),
            ),
        )
        for name, words, part in kinds:
            if part.is_empty:
                continue
            card.add(self._tick(name, words))
            for line in offer_lines(part, self._titles):
                card.add(Text(line))
        if self._offer.is_empty:
            card.add(Text(translate("people", "Everything that this program ships is released.")))
        return card

    def _tick(self, name: str, words: str) -> QCheckBox:
        box = tick_box(words)
        box.setChecked(getattr(self._wanted, name))
        box.toggled.connect(partial(self._on_tick, name))
        return box

    def _on_tick(self, name: str, checked: bool) -> None:
        self._wanted = replace(self._wanted, **{name: checked})

    # ---- tables -----------------------------------------------------------------------------

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
        self._pending = Text(kind="strong")
        card.add(self._pending)
        if self._taken is not None:
            leave = Button(translate("people", "Leave them out"), self._on_leave, kind="plain")
            card.column.addLayout(row(leave))
            self._tell_taken(self._taken)
        return card

    def _on_save(self) -> None:
        choose_folder(self, translate("people", "Stick or folder"), self._save)

    def _save(self, folder: Path) -> None:
        if self._keys is not None:
            return
        self.notice.clear()
        try:
            write_tables(self._days(), self._held.number, folder)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._pending.say(translate("people", "Saved as {name}").format(name=TABLES_NAME))

    def _on_take(self) -> None:
        choose_file(self, translate("people", "Spreadsheet with the tables"), self._take)

    def _take(self, file: Path) -> None:
        if self._keys is not None:
            return
        self._taken = None
        try:
            read = read_tables(file, self._held.number, self.desk.sitting.today())
            self._taken = adopted(self._held, read)
        except OutreachError as error:
            self._choose()
            self.tell_error(error)
            return
        self._choose()

    def _on_leave(self) -> None:
        self._taken = None
        self._choose()

    def _tell_taken(self, days: Days) -> None:
        words = translate(
            "people",
            "Taken: %n time limit(s) and {holidays} bank holidays. They hold once they are signed.",
            "",
            len(days.limits),
        )
        self._pending.say(words.format(holidays=len(days.holidays)))

    def _days(self) -> Days:
        return self._taken or days_with(self._held, self._offer, self._wanted)

    # ---- told, then signed ------------------------------------------------------------------

    def _on_tell(self) -> None:
        tables = tables_with(self._held, self._days(), self._wanted)
        lines = change_lines(self._held, tables, self._titles)
        if not lines:
            self.notice.tell(
                translate("people", "Nothing is different"),
                translate("people", "What you have here is what holds today. Nothing was signed."),
                translate("people", "Change something, or go back to Contacts."),
            )
            return
        told = point_card(translate("people", "What you are about to sign"), lines)
        back = Button(translate("people", "Change something"), self._choose, kind="plain")
        told.column.addLayout(line_of(back))
        self._keys = KeysCard(translate("people", "Sign and release"))
        self._keys.ready.connect(partial(self._release, tables))
        self.show_step(told, self._keys)
        self._keys.ask_passphrase()

    def _release(self, tables: Tables, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        number, now = self._held.number, self.desk.sitting.now()

        def work() -> Issued:
            return issued(folder, release(folder, number, tables, passphrase, now=now))

        run(self.desk, with_keys(self.desk, folder, work), self._on_released, self._on_failed)

    def _on_released(self, outcome: Issued) -> None:
        self.show_issued(outcome, translate("people", "It is released."), words_compared=False)

    def _on_failed(self, error: Exception) -> None:
        if self._keys is not None:
            self._keys.wait(waiting=False)
            self._keys.ask_passphrase()
        self.tell_error(error)
