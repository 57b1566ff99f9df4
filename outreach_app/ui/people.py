"""Contacts: the people of the organisation, whether one may write to them, words to compare."""

from PySide6.QtWidgets import QLineEdit

from outreach_app.report.dates import readable_date
from outreach_app.services.directory import Contact, ContactState, contacts
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


class PeoplePage(Page):
    """Everybody whom the organisation has certified, with the words of their keys."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the signed directory."""
        super().__init__(desk, place)
        self._contacts = contacts(desk.sitting)
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
        self._list = Scroll(gap=10)
        self.body.addWidget(self._list, 1)
        self._show()

    def _show(self) -> None:
        clear(self._list.column)
        wanted = self._search.text().strip().casefold()
        found = [
            each
            for each in self._contacts
            if wanted in f"{each.person.full_name} {each.person.initials}".casefold()
        ]
        for each in found:
            self._list.column.addWidget(_contact_card(each))
        if not found:
            self._list.column.addWidget(Text(translate("people", "Nobody goes by that."), "soft"))
        self._list.column.addStretch(1)

    def first_focus(self) -> None:
        """Begin with the search."""
        self._search.setFocus()


def _contact_card(contact: Contact) -> Card:
    person = contact.person
    card = Card()
    card.setAccessibleName(person.full_name)
    name = Text(f"{person.full_name} ({person.initials})", "heading")
    state = Chip(_state_words(contact), _tone(contact.state))
    top = row(name)
    if contact.is_me:
        top.addWidget(Chip(translate("people", "You, on this laptop"), "accent"))
    top.addWidget(state)
    card.column.addLayout(top)
    until = translate("people", "Certificate {serial}, until {day}").format(
        serial=person.certificate_serial, day=readable_date(person.valid_until[:10])
    )
    heard = (
        translate("people", "Last bundle signed on {day}").format(
            day=readable_date(contact.last_heard[:10])
        )
        if contact.last_heard
        else translate("people", "No bundle from this device yet")
    )
    facts = column(
        Text(role_words(person.role.value), "soft"),
        Text(until if contact.is_me else f"{until} · {heard}", "small"),
    )
    card.column.addLayout(facts)
    words = Text(" ".join(contact.words), "strong")
    words.setAccessibleName(
        translate("people", "Words of the key: {words}").format(words=" ".join(contact.words))
    )
    card.add(words)
    return card


def _state_words(contact: Contact) -> str:
    return {
        ContactState.VALID: translate("people", "✓ May be written to"),
        ContactState.ENDED: translate("people", "Certificate has ended"),
        ContactState.WITHDRAWN: translate("people", "Withdrawn or suspended"),
    }[contact.state]


def _tone(state: ContactState) -> str:
    return {
        ContactState.VALID: "low",
        ContactState.ENDED: "neutral",
        ContactState.WITHDRAWN: "high",
    }[state]
