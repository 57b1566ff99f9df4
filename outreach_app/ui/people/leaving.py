"""Somebody leaves or loses a laptop: suspended at once, taken out for good, a suspension confirmed."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from outreach_app.domain.day_words import long_date
from outreach_app.domain.revocation import CONFIRM_WITHIN_DAYS
from outreach_app.services.certifying import Issued, issued
from outreach_app.services.directory import Contact, contacts, others
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.sitting import Signer
from outreach_app.services.statements import Statement
from outreach_app.services.suspending import SuspensionOrder, suspend
from outreach_app.services.withdrawing import confirm, remove_from_organisation
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.people.suspended import SuspendedCard
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate

SUSPEND, REMOVE, CONFIRM = "suspend", "remove", "confirm"
"""Topics of this room."""


def _person_words(contact: Contact) -> str:
    return f"{contact.person.full_name} ({contact.person.initials})"


def _people_choice(people: tuple[Contact, ...], spoken: str, chosen: str) -> ListBox:
    choice = ListBox(spoken)
    for each in people:
        choice.add(_person_words(each), each.person.person_id)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    return choice


class SuspendPage(StepPage):
    """A supervisor stops somebody's signature at once; it lapses unless it is confirmed."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask for whom and why."""
        super().__init__(
            desk,
            place,
            translate("people", "Suspend somebody at once"),
            translate(
                "people",
                "For a lost laptop, a passphrase that somebody saw, or a person who must not work "
                "at present.",
            ),
        )
        card = Card(translate("people", "What it does"))
        for words in _suspension_lines():
            card.add(Text(words))
        people = others(contacts(desk.sitting))
        ask = Card(translate("people", "Whom, and why"))
        self._who = _people_choice(people, translate("people", "Whom"), place.address)
        self._why: QLineEdit = line_field(
            translate("people", "Why"), placeholder=translate("people", "Such as: laptop lost")
        )
        ask.add(Text(translate("people", "Whom"), "strong"), self._who)
        ask.add(Text(translate("people", "Why, in one line"), "strong"), self._why)
        ask.add(
            Text(
                translate(
                    "people",
                    "Everybody in the organisation reads this line, and every other service that "
                    "gets a bundle: no word about a client or a place.",
                ),
                "small",
            )
        )
        self._on = Button(translate("people", "Suspend"), self._on_suspend, kind="danger")
        self._on.setEnabled(False)
        self._why.textChanged.connect(self._look)
        ask.column.addLayout(line_of(self._on))
        self.show_step(card, ask)
        self._why.setFocus()

    def first_focus(self) -> None:
        """Begin with the reason."""
        self._why.setFocus()

    def _look(self) -> None:
        self._on.setEnabled(bool(self._why.text().strip()) and self._who.count() > 0)

    def _on_suspend(self) -> None:
        name, why = self._who.currentText(), self._why.text().strip()
        order = SuspensionOrder(
            name=str(self._who.currentData()), words=why, since=self.desk.sitting.now()
        )
        lines = [
            translate("people", "{name} is suspended from now on.").format(name=name),
            translate("people", "Reason, read by everybody: {why}").format(why=why),
        ]

        def signed(signer: Signer) -> None:
            workspace = self.desk.workspace
            statements, restated = suspend(workspace.sitting, signer, order, workspace.shelf.find)
            self._show_done(name, statements, len(restated.now_not_counted))

        SigningDialog(self.desk, self, translate("people", "Suspend"), lines, signed).open()

    def _show_done(self, name: str, statements: tuple[Statement, ...], waiting: int) -> None:
        self.desk.counts_changed.emit()
        words = translate("people", "{name} is suspended on this laptop from now on.")
        self.show_step(SuspendedCard(self, words.format(name=name), statements, waiting))


class RemovePage(StepPage):
    """Whoever looks after the keys takes a leaver out of the organisation for good."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask for whom and since when."""
        super().__init__(
            desk,
            place,
            translate("people", "Somebody leaves"),
            translate("people", "For whoever looks after the organisation's keys."),
        )
        self._name = ""
        card = Card(translate("people", "What it does"))
        for words in _leaving_lines():
            card.add(Text(words))
        ask = Card(translate("people", "Who leaves"))
        people = others(contacts(desk.sitting))
        self._who = _people_choice(people, translate("people", "Who leaves"), place.address)
        self._sure = tick_box(translate("people", "Their cases and last bundle are here"))
        ask.add(self._who)
        ask.add(
            Text(
                translate(
                    "people",
                    "First let them hand over their open cases and send a last bundle: what is only "
                    "on their laptop could not be taken in later.",
                ),
                "soft",
            )
        )
        ask.add(self._sure)
        on = desk.sitting.today()
        ask.add(
            Text(
                translate("people", "Their certificates end today, {day}.").format(
                    day=long_date(on)
                ),
                "soft",
            )
        )
        self._keys = KeysCard(translate("people", "Take them out"))
        self._keys.setEnabled(False)
        self._sure.toggled.connect(self._look)
        self._keys.ready.connect(self._remove)
        self.show_step(card, ask, self._keys)

    def _look(self) -> None:
        self._keys.setEnabled(self._sure.isChecked() and self._who.count() > 0)

    def _remove(self, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        self._name = self._who.currentText()
        person_id = str(self._who.currentData())
        work = _removing(folder, person_id, passphrase, self.desk)
        run(self.desk, work, self._on_removed, self._on_failed)

    def _on_removed(self, outcome: Issued) -> None:
        words = translate("people", "{name} does not belong to the organisation any more.")
        self.show_issued(outcome, words.format(name=self._name), words_compared=False)

    def _on_failed(self, error: Exception) -> None:
        self._keys.wait(waiting=False)
        self._keys.ask_passphrase()
        self.tell_error(error)


class ConfirmPage(StepPage):
    """Whoever looks after the keys says that a suspension stays."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Ask for the file."""
        super().__init__(
            desk,
            place,
            translate("people", "Confirm a suspension"),
            translate(
                "people",
                "A supervisor suspended somebody. Confirmed it stays until you decide otherwise; "
                "unconfirmed it lapses by itself.",
            ),
        )
        self._raw = b""
        self._keys: KeysCard | None = None
        card = Card(translate("people", "The supervisor's file"))
        choose = Button(translate("people", "Choose the file"), self._on_choose, kind="primary")
        card.column.addLayout(line_of(choose))
        self.show_step(card)

    def _on_choose(self) -> None:
        self.ask_for_file(translate("people", "The supervisor's file"), self._read)

    def _read(self, raw: bytes) -> None:
        self._raw = raw
        self._keys = KeysCard(translate("people", "Confirm"))
        self._keys.ready.connect(self._confirm)
        self.show_step(self._keys)
        self._keys.ask_passphrase()

    def _confirm(self, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        work = _confirming(folder, self._raw, passphrase, self.desk)
        run(self.desk, work, self._on_confirmed, self._on_failed)

    def _on_confirmed(self, outcome: Issued) -> None:
        lead = translate("people", "The suspension is confirmed.")
        self.show_issued(outcome, lead, words_compared=False)

    def _on_failed(self, error: Exception) -> None:
        if self._keys is not None:
            self._keys.wait(waiting=False)
            self._keys.ask_passphrase()
        self.tell_error(error)


def _removing(folder: Path, person_id: str, passphrase: str, desk: Desk) -> Callable[[], Issued]:
    now, since = desk.sitting.now(), _begin(desk.sitting.today())

    def remove() -> Issued:
        card, _serials = remove_from_organisation(folder, person_id, since, passphrase, now=now)
        return issued(folder, card)

    return with_keys(desk, folder, remove)


def _confirming(folder: Path, raw: bytes, passphrase: str, desk: Desk) -> Callable[[], Issued]:
    now = desk.sitting.now()

    def confirm_it() -> Issued:
        card, _found = confirm(folder, raw, passphrase, now=now)
        return issued(folder, card)

    return with_keys(desk, folder, confirm_it)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=CASEWORK_ZONE)


def _suspension_lines() -> tuple[str, ...]:
    return (
        translate(
            "people",
            "From now on nothing that they sign counts, and nobody shares anything with them. They "
            "can still read what is on their laptop.",
        ),
        translate(
            "people",
            "It works here at once, and elsewhere as soon as your next bundle arrives. Nothing is "
            "deleted.",
        ),
        translate(
            "people",
            "It lapses after %n day(s) unless whoever looks after the keys confirms it.",
            "",
            CONFIRM_WITHIN_DAYS,
        ),
    )


def _leaving_lines() -> tuple[str, ...]:
    return (
        translate(
            "people",
            "What they signed until then stays as it is and counts. Nothing that they sign later "
            "counts, and nobody can share with them any more.",
        ),
        translate(
            "people",
            "Other laptops hear of it with the new organisation file or with the next bundle.",
        ),
        translate(
            "people",
            "It does not erase their laptop: take it back, or ask them to. Where they share a laptop, "
            "take their way in away there: Settings, “Who opens this laptop”.",
        ),
    )
