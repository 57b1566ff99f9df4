"""Who opens this laptop: the people of its vault, one more with a passphrase of their own, one less."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from outreach_app.domain.people import Person, Role
from outreach_app.errors import OutreachError
from outreach_app.report.dates import readable_date
from outreach_app.services.laptop_people import (
    Newcomer,
    ReadyPerson,
    let_in,
    prepare_newcomer,
    shut_out,
)
from outreach_app.services.passphrases import rule_here
from outreach_app.ui.people.steps import StepPage, line_of
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.passphrase import PassphraseChoice

_ROLES = (Role.CASEWORKER, Role.NIGHT_STAFF, Role.SUPERVISOR, Role.SAFEGUARDING_LEAD)
_MOST_INITIALS = 12
_FIRST_PAINT_MS = 50
_NOBODY = Newcomer(initials="", full_name="", role=Role.CASEWORKER)


class PeopleHerePage(StepPage):
    """Everybody opens it with a passphrase of their own, and signs with a key of their own."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """List who opens it."""
        super().__init__(
            desk,
            place,
            translate("laptop", "Who opens this laptop"),
            translate(
                "laptop",
                "Several people can share a laptop. Each has a passphrase of their own and sees what "
                "their role allows. Nobody needs to know another's passphrase.",
            ),
            leads_to=Room.SETTINGS,
        )
        self._newcomer = _NOBODY
        self._list_people()

    def first_focus(self) -> None:
        """Begin with adding somebody, not with taking a way in away."""
        self._start.setFocus()

    # ---- the list ---------------------------------------------------------------------------

    def _list_people(self, said: str = "") -> None:
        cards = []
        if said:
            done = Card(kind="quiet")
            done.add(Text(said, "strong"))
            cards.append(done)
        cards += [self._person_card(each) for each in self.desk.sitting.vault.people.list_active()]
        add = Card()
        button = Button(translate("laptop", "Add somebody"), self._ask_who, kind="primary")
        add.column.addLayout(line_of(button))
        add.add(Text(translate("laptop", "They must be here to choose their passphrase."), "soft"))
        self.show_step(*cards, add)
        self._start = button
        button.setFocus()

    def _person_card(self, person: Person) -> Card:
        card = Card()
        card.setAccessibleName(person.full_name)
        is_me = person.person_id == self.desk.sitting.me.person_id
        name = f"{person.full_name} ({person.initials})"
        you = translate("laptop", "{name}, you").format(name=name)
        card.add(Text(you if is_me else name, "heading"))
        until = translate("laptop", "{role} until {day}").format(
            role=role_words(person.role.value), day=readable_date(person.valid_until[:10])
        )
        waiting = translate("laptop", "Not enrolled yet")
        card.add(Text(until if person.certificate_serial else waiting, "soft"))
        if not is_me:
            button = Button(
                translate("laptop", "Take their way in away…"),
                partial(self._ask_removal, person),
                kind="plain",
                spoken=translate("laptop", "Take the way in of {name} away").format(
                    name=person.full_name
                ),
            )
            card.column.addLayout(line_of(button))
        return card

    # ---- one more ---------------------------------------------------------------------------

    def _ask_who(self) -> None:
        card = Card(translate("laptop", "1. Who is it?"))
        self._name: QLineEdit = line_field(
            translate("laptop", "Full name"), self._newcomer.full_name
        )
        self._initials: QLineEdit = line_field(
            translate("laptop", "Initials"), self._newcomer.initials
        )
        self._initials.setMaxLength(_MOST_INITIALS)
        self._role = ListBox(translate("laptop", "Their work"))
        for role in _ROLES:
            self._role.add(role_words(role.value), role.value)
        self._role.setCurrentIndex(self._role.findData(self._newcomer.role.value))
        for words, field in (
            (translate("laptop", "Full name, kept inside the vault"), self._name),
            (translate("laptop", "Initials, shown on the unlock page"), self._initials),
            (translate("laptop", "Their work (your organisation decides)"), self._role),
        ):
            card.add(Text(words, "strong"), field)
        go_on = Button(translate("laptop", "Go on"), self._take_who, kind="primary")
        back = Button(translate("laptop", "Cancel"), self._list_people, kind="plain")
        card.column.addLayout(line_of(go_on, back))
        self.show_step(card)

    def _take_who(self) -> None:
        name, initials = self._name.text().strip(), self._initials.text().strip()
        if not name or not initials:
            (self._initials if name else self._name).setFocus()
            return
        role = Role(str(self._role.currentData()))
        self._newcomer = Newcomer(initials=initials, full_name=name, role=role)
        self._ask_passphrase()

    def _ask_passphrase(self) -> None:
        card = Card(translate("laptop", "2. Their own passphrase"))
        hand_over = translate(
            "laptop", "Give the laptop to {name} now, and look away: nobody else types or sees it."
        )
        card.add(Text(hand_over.format(name=self._newcomer.full_name), "strong"))
        choice = PassphraseChoice(rule_here(self.desk.sitting))
        choice.taken.connect(self._on_taken)
        choice.told.connect(self.notice.tell)
        choice.refused.connect(self.tell_error)
        choice.cleared.connect(self.notice.clear)
        self._add = Button(translate("laptop", "Add"), choice.go_on, kind="primary")
        self._far = Text(kind="strong")
        card.add(choice)
        back = Button(translate("laptop", "Cancel"), self._list_people, kind="plain")
        card.column.addLayout(line_of(self._add, back))
        card.add(self._far)
        self.show_step(card)
        choice.first_focus()

    def _on_taken(self, passphrase: str) -> None:
        try:
            work = prepare_newcomer(self.desk.sitting, self._newcomer, passphrase)
        except OutreachError as error:
            self._ask_who()
            self.tell_error(error)
            return
        self._add.setEnabled(False)
        self._far.say(translate("laptop", "Making the key…"))
        run(self.desk, work, self._on_ready, self._on_failed)

    def _on_ready(self, ready: ReadyPerson) -> None:
        try:
            person = let_in(self.desk.sitting, ready)
        except OutreachError as error:
            self._on_failed(error)
            return
        self._newcomer = _NOBODY
        words = translate(
            "laptop",
            "{name} opens this laptop from now on. Lock it, and let them unlock: their first page is "
            "about enrolment.",
        )
        self._list_people(words.format(name=person.full_name))

    def _on_failed(self, error: Exception) -> None:
        self._list_people()
        self.tell_error(error)

    # ---- one less ---------------------------------------------------------------------------

    def _ask_removal(self, person: Person) -> None:
        card = Card(
            translate("laptop", "Take the way in of {name} away").format(name=person.full_name)
        )
        for words in (
            translate(
                "laptop",
                "Their passphrase opens this laptop no more, not even a copy that somebody makes of "
                "it from now on. What they signed stays.",
            ),
            translate(
                "laptop",
                "Their drafts that were not signed stay in the vault, but nobody can sign them. Ask "
                "them to sign first.",
            ),
            translate(
                "laptop",
                "Everything is encrypted anew. The window stands still meanwhile, up to some minutes. "
                "Do not switch the laptop off.",
            ),
            translate(
                "laptop",
                "Backups that were made before still open with their old passphrase: destroy them "
                "when you have made a new one.",
            ),
        ):
            card.add(Text(words))
        sure = tick_box(translate("laptop", "Yes, take it away"))
        act = Button(
            translate("laptop", "Take it away"), partial(self._remove, person), kind="danger"
        )
        act.setEnabled(False)
        sure.toggled.connect(act.setEnabled)
        self._far = Text(kind="strong")
        back = Button(translate("laptop", "Cancel"), self._list_people, kind="plain")
        card.add(sure)
        card.column.addLayout(line_of(act, back))
        card.add(self._far)
        self.show_step(card)

    def _remove(self, person: Person) -> None:
        self._far.say(translate("laptop", "Encrypting everything anew…"))
        # The words are painted before the database has the window's thread.
        QTimer.singleShot(_FIRST_PAINT_MS, self, partial(self._shut_out, person))

    def _shut_out(self, person: Person) -> None:
        try:
            shut_out(self.desk.sitting, person.person_id)
        except OutreachError as error:
            self._on_failed(error)
            return
        words = translate("laptop", "{name} does not open this laptop any more.")
        self._list_people(words.format(name=person.full_name))
