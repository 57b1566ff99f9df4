"""The parts of a protected PDF: one agency of the case, one document."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton

from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import PART_WORDS
from outreach_app.services.sharing.agencies import InvolvedAgency
from outreach_app.services.sharing.offer import Offered
from outreach_app.services.sharing.protected import REFERRAL, parts_left_out
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import LongField, line_field
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Section, Tick
from outreach_app.ui.speech import translate

_MOST_AT_ONCE = 6


class AgencyPart(Section):
    """The agencies of the case, one to choose; its number as the record has it.

    Attributes:
        changed: Another agency, or another name was typed.
    """

    changed = Signal()

    def __init__(self, agencies: Sequence[InvolvedAgency], record: Callable[[], object]) -> None:
        """Offer the agencies; `record` leads to where they are written down."""
        super().__init__(translate("share", "To"))
        self._agencies = tuple(agencies)
        self._group = QButtonGroup(self)
        for number, each in enumerate(self._agencies):
            button = QRadioButton(each.name.replace("&", "&&"))
            button.setAccessibleName(each.name)
            about = " · ".join(part for part in (each.kind, each.person, each.contact) if part)
            button.setAccessibleDescription(about)
            self._group.addButton(button, number)
            self.add(button, Text(about, "small"))
        if not self._agencies:
            self.add(
                Text(
                    translate(
                        "share",
                        "No agency is written down in this case. Write it down first, with the "
                        "number from your own directory.",
                    ),
                    "soft",
                ),
                Button(translate("share", "To the case"), record),
            )
        self._box = Card(kind="quiet")
        self._number = Text("", "strong")
        self._name: QLineEdit = line_field(translate("share", "Type the name of the agency"))
        self._box.add(
            Text(translate("share", "The digits are read out on this number:"), "small"),
            self._number,
            Text(
                translate(
                    "share",
                    "From the record of the agency. Never a number from a request. Type the name of "
                    "the agency, so that it is the right one:",
                ),
                "small",
            ),
            self._name,
        )
        self.add(self._box)
        self._box.setVisible(False)
        self._group.idToggled.connect(self._on_toggled)
        self._name.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def agency(self) -> InvolvedAgency | None:
        """Return the agency chosen."""
        place = self._group.checkedId()
        return self._agencies[place] if place >= 0 else None

    @property
    def typed(self) -> str:
        """Return the name that was typed."""
        return self._name.text()

    def take_focus(self) -> None:
        """Give the keyboard to the name, or to the first agency."""
        buttons = self._group.buttons()
        if self.agency is not None:
            self._name.setFocus()
        elif buttons:
            buttons[0].setFocus()

    def _on_toggled(self, _place: int, on: bool) -> None:  # Qt gives it so
        agency = self.agency
        if on and agency is not None:
            self._number.say(
                agency.contact
                or translate("share", "No number is written down. Add it to the record first.")
            )
            self._box.setVisible(True)
            self.changed.emit()


class OneDocumentPart(Section):
    """The documents of the case, one to choose, referrals first; the address with its reason.

    Attributes:
        changed: Another document, or the address, or its reason.
    """

    changed = Signal()

    def __init__(self, documents: Sequence[Offered], chosen_id: str) -> None:
        """Offer documents; one is chosen by its id."""
        super().__init__(translate("share", "What"))
        self._documents = sorted(
            documents,
            key=lambda each: (
                each.document.document_id != chosen_id,
                each.document.form_id != REFERRAL,
            ),
        )
        self._group = QButtonGroup(self)
        self._rest: list[tuple[QRadioButton, Text]] = []
        for number, each in enumerate(self._documents):
            self._add(number, each, shown=number < _MOST_AT_ONCE)
            if each.document.document_id == chosen_id:
                self._group.button(number).setChecked(True)
        self._more = Button(
            translate("share", "Show %n more", "", len(self._rest)), self._on_more, kind="plain"
        )
        self._stays = Text("", "small")
        self._address = Tick(translate("share", "Put places and addresses in"), self._on_address)
        self._box = Card(kind="quiet")
        self._reason = LongField(translate("share", "Why the address goes"), lines=2)
        self._reason.textChanged.connect(self.changed.emit)
        self._box.add(
            Text(translate("share", "Why does this agency need the address?"), "strong"),
            self._reason,
        )
        self.add(self._more, self._stays, self._address, self._box)
        self._more.setVisible(bool(self._rest))
        self._box.setVisible(False)
        self._group.idToggled.connect(self._on_chosen)
        self._say_what_stays()

    def _add(self, number: int, offered_one: Offered, *, shown: bool) -> None:
        day = readable_date(offered_one.on.isoformat()) if offered_one.on else ""
        title = " · ".join(part for part in (offered_one.title, day) if part)
        button = QRadioButton(title.replace("&", "&&"))
        button.setAccessibleName(title)
        self._group.addButton(button, number)
        detail = Text(offered_one.detail, "small")
        self.add(button, detail)
        detail.setVisible(shown and bool(offered_one.detail))
        if not shown:
            button.setVisible(False)
            self._rest.append((button, detail))

    @property
    def chosen(self) -> Offered | None:
        """Return the document chosen."""
        place = self._group.checkedId()
        return self._documents[place] if place >= 0 else None

    @property
    def with_address(self) -> bool:
        """Say whether places and addresses go along."""
        return self._address.is_on

    @property
    def address_reason(self) -> str:
        """Return why."""
        return self._reason.toPlainText().strip()

    def take_focus(self) -> None:
        """Give the keyboard to the reason for the address."""
        self._reason.setFocus()

    def _on_chosen(self, _place: int, on: bool) -> None:  # Qt gives it so
        if on:
            self._say_what_stays()
            self.changed.emit()

    def _on_address(self, on: bool) -> None:  # Qt gives it so
        self._box.setVisible(on)
        self._say_what_stays()
        if on:
            self._reason.setFocus()
        self.changed.emit()

    def _on_more(self) -> None:
        for button, detail in self._rest:
            button.setVisible(True)
            detail.setVisible(bool(detail.text()))
        self._more.setVisible(False)
        self._rest[0][0].setFocus()

    def _say_what_stays(self) -> None:
        chosen = self.chosen
        form_id = chosen.document.form_id if chosen is not None else ""
        left = parts_left_out(form_id, with_address=self.with_address)
        words = ", ".join(PART_WORDS[name] for name in sorted(left))
        self._stays.say(
            translate("share", "Stays here: {parts}.").format(parts=words) if words else ""
        )
