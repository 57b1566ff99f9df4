"""Contacts: the people of the organisation, whether one may write to them, words to compare."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from outreach_app.domain.day_words import long_date
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.directory import (
    HEARD_WITHIN_DAYS,
    Contact,
    ContactState,
    contacts,
    may_look_after_keys,
    may_suspend,
)
from outreach_app.ui.people.certify import COUNTERSIGN, PUBLISH
from outreach_app.ui.people.crisis import CRISIS_STEPS
from outreach_app.ui.people.leaving import CONFIRM, REMOVE, SUSPEND
from outreach_app.ui.people.lost import LOST, WITHDRAW
from outreach_app.ui.people.managing import SETTINGS_FOR_ALL
from outreach_app.ui.people.proposed import PROPOSALS
from outreach_app.ui.people.rehearsing import REHEARSED, add_rehearsal
from outreach_app.ui.people.releasing import RELEASE, add_unreleased
from outreach_app.ui.people.renewing import NEW_ISSUING, NEW_RECOVERY, NEW_ROOT
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.menus import MenuButton
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_MOST_PERCENT_BESIDE = 115
_WRITABLE = frozenset({ContactState.VALID, ContactState.SUSPENDED})


class PeoplePage(Page):
    """Everybody whom the organisation has certified, with the words of their keys."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the signed directory."""
        super().__init__(desk, place)
        self._contacts = contacts(desk.sitting)
        self._suspends = may_suspend(desk.sitting)
        head = self.add_head(
            translate("people", "Contacts"),
            translate(
                "people",
                "From your organisation's signed file. Compare the words by telephone before you "
                "trust a new key; use a number you already know.",
            ),
        )
        self._search: QLineEdit = line_field(
            translate("people", "Search contacts"),
            placeholder=translate("people", "Name or initials"),
        )
        self._search.setFixedWidth(current_look().px(240))
        self._search.textChanged.connect(self._show)
        head.addWidget(self._search)
        if may_look_after_keys(desk.sitting):
            self._place_keys(head)
        self._list = Scroll(gap=10)
        self.body.addWidget(self._list, 1)
        self._show()

    def _place_keys(self, head: QHBoxLayout) -> None:
        """Put what has to do with keys beside the search; below it where the text is larger."""
        actions = (self._menu(), self._let_in())
        if current_look().text_percent <= _MOST_PERCENT_BESIDE:
            for action in actions:
                head.addWidget(action)
            return
        below = Flow(gap=current_look().px(8))
        for action in actions:
            below.addWidget(action)
        self.body.addLayout(below)

    def _let_in(self) -> Button:
        return Button(
            translate("people", "Let somebody in"),
            lambda: self.desk.go(Place(room=Room.CERTIFY)),
            kind="primary",
        )

    def _menu(self) -> MenuButton:
        def leads_to(room: Room, topic: str) -> None:
            self.desk.go(Place(room=room, topic=topic))

        entries = [
            (
                translate("people", "Countersign a proposal"),
                lambda: leads_to(Room.CERTIFY, COUNTERSIGN),
            ),
            (
                translate("people", "Put a proposal in force"),
                lambda: leads_to(Room.CERTIFY, PUBLISH),
            ),
            (
                translate("people", "Settings for everybody"),
                lambda: leads_to(Room.CERTIFY, SETTINGS_FOR_ALL),
            ),
            (translate("people", "Forms and time limits"), self._on_release),
            (
                translate("people", "Crisis steps and numbers"),
                lambda: leads_to(Room.CERTIFY, CRISIS_STEPS),
            ),
            (
                translate("people", "Open proposals"),
                lambda: leads_to(Room.CERTIFY, PROPOSALS),
            ),
            None,
            (translate("people", "Somebody leaves"), lambda: leads_to(Room.STANDING, REMOVE)),
            (translate("people", "Confirm a suspension"), lambda: leads_to(Room.STANDING, CONFIRM)),
            (
                translate("people", "End a laptop's certificates for good"),
                lambda: leads_to(Room.STANDING, WITHDRAW),
            ),
            None,
            (
                translate("people", "A rehearsal of the recovery sheets"),
                self._on_rehearsed,
            ),
            (
                translate("people", "New recovery sheets"),
                lambda: leads_to(Room.CERTIFY, NEW_RECOVERY),
            ),
            (
                translate("people", "A new issuing key"),
                lambda: leads_to(Room.CERTIFY, NEW_ISSUING),
            ),
            (translate("people", "A new root key"), lambda: leads_to(Room.CERTIFY, NEW_ROOT)),
        ]
        return MenuButton(translate("people", "Keys and leavers"), entries)

    def _on_release(self) -> None:
        self.desk.go(Place(room=Room.CERTIFY, topic=RELEASE))

    def _on_rehearsed(self) -> None:
        self.desk.go(Place(room=Room.CERTIFY, topic=REHEARSED))

    def _show(self) -> None:
        clear(self._list.column)
        wanted = self._search.text().strip().casefold()
        found = [
            each
            for each in self._contacts
            if wanted in f"{each.person.full_name} {each.person.initials}".casefold()
        ]
        if not wanted:
            heard = _heard_card(self._contacts)
            add_unreleased(heard, self.desk, self._on_release)
            add_rehearsal(heard, self.desk, self._on_rehearsed)
            self._list.column.addWidget(heard)
        now = [each for each in found if each.state in _WRITABLE]
        before = [each for each in found if each.state not in _WRITABLE]
        for each in now:
            self._list.column.addWidget(self._contact_card(each))
        if before:
            self._list.column.addWidget(Text(translate("people", "Ended certificates"), "heading"))
        for each in before:
            self._list.column.addWidget(self._contact_card(each))
        if not found:
            self._list.column.addWidget(Text(translate("people", "Nobody goes by that."), "soft"))
        self._list.column.addStretch(1)

    def first_focus(self) -> None:
        """Begin with the search."""
        self._search.setFocus()

    def _contact_card(self, contact: Contact) -> Card:
        person = contact.person
        card = Card()
        card.setAccessibleName(person.full_name)
        top = Flow(gap=current_look().px(10))
        top.addWidget(Text(f"{person.full_name} ({person.initials})", "heading", wraps=False))
        for chip in _chips(contact):
            top.addWidget(chip)
        card.column.addLayout(top)
        card.column.addLayout(
            column(Text(role_words(person.role.value), "soft"), Text(_facts(contact), "small"))
        )
        if contact.state not in _WRITABLE:
            return card
        words = Text(" ".join(contact.words), "strong")
        words.setAccessibleName(
            translate("people", "Words of the key: {words}").format(words=" ".join(contact.words))
        )
        card.add(words)
        if not contact.is_me:
            card.column.addLayout(self._acts(contact))
        return card

    def _acts(self, contact: Contact) -> Flow:
        """Return what can be done about somebody's laptop, unless it is this one, and about them."""
        person, line = contact.person, Flow(gap=current_look().px(10))
        lost = Place(room=Room.STANDING, topic=LOST, address=person.device_id)
        spoken = translate("people", "This laptop is lost: {name}")
        if person.device_id != self.desk.sitting.vault.device_id:
            line.addWidget(
                Button(
                    translate("people", "This laptop is lost"),
                    lambda: self.desk.go(lost),
                    kind="plain",
                    spoken=spoken.format(name=person.full_name),
                )
            )
        if self._suspends and contact.state is ContactState.VALID:
            line.addWidget(self._suspend(contact))
        return line

    def _suspend(self, contact: Contact) -> Button:
        place = Place(room=Room.STANDING, topic=SUSPEND, address=contact.person.person_id)
        return Button(
            translate("people", "Suspend…"),
            lambda: self.desk.go(place),
            kind="plain",
            spoken=translate("people", "Suspend {name}").format(name=contact.person.full_name),
        )


def _heard_card(found: tuple[Contact, ...]) -> Card:
    """Return how many of the other laptops have been heard from lately."""
    laptops = [each for each in found if each.state is ContactState.VALID and not each.is_me]
    silent = [each for each in laptops if each.is_silent]
    card = Card(kind="quiet")
    if not laptops:
        card.add(Text(translate("people", "Nobody else has a certificate yet.")))
        return card
    if not silent:
        words = translate(
            "people", "Every laptop was heard from within %n day(s).", "", HEARD_WITHIN_DAYS
        )
        card.add(Text(words, "strong"))
        return card
    heard = translate("people", "{heard} of {all} laptops were heard from within {days} days.")
    card.add(
        Text(
            heard.format(
                heard=len(laptops) - len(silent), all=len(laptops), days=HEARD_WITHIN_DAYS
            ),
            "strong",
        )
    )
    names = in_a_row(each.person.full_name for each in silent)
    card.add(Text(translate("people", "Not heard from: {names}").format(names=names)))
    return card


def _chips(contact: Contact) -> list[Chip]:
    chips = []
    if contact.is_me:
        chips.append(Chip(translate("people", "You, on this laptop"), "accent"))
    chips.append(Chip(_state_words(contact), _tone(contact.state)))
    if contact.runs_out:
        words = translate("people", "▲ Runs out in %n day(s)", "", max(0, contact.days_left))
        chips.append(Chip(words, "medium"))
    return chips


def _facts(contact: Contact) -> str:
    until = translate("people", "Certificate {serial}, until {day}").format(
        serial=contact.person.certificate_serial,
        day=readable_date(contact.person.valid_until[:10]),
    )
    if contact.is_me or contact.state not in _WRITABLE:
        return until
    heard = (
        translate("people", "Last bundle signed on {day}").format(
            day=readable_date(contact.last_heard[:10])
        )
        if contact.last_heard
        else translate("people", "No bundle from this device yet")
    )
    return in_a_row((until, heard), " · ")


def _state_words(contact: Contact) -> str:
    words = {
        ContactState.VALID: translate("people", "✓ May be written to"),
        ContactState.REPLACED: translate("people", "Replaced by a newer one"),
        ContactState.ENDED: translate("people", "Certificate has ended"),
        ContactState.SUSPENDED: translate("people", "■ Suspended"),
        ContactState.WITHDRAWN: translate("people", "■ Withdrawn"),
    }[contact.state]
    if contact.since is None:
        return words
    since = translate("people", "{words} since {day}")
    return since.format(words=words, day=long_date(contact.since))


def _tone(state: ContactState) -> str:
    return {
        ContactState.VALID: "low",
        ContactState.REPLACED: "neutral",
        ContactState.ENDED: "neutral",
        ContactState.SUSPENDED: "high",
        ContactState.WITHDRAWN: "high",
    }[state]
