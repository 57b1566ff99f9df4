"""The parts of a protected PDF: one agency of the case, one document."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit

from outreach_app.phrases import in_a_row
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

    def __init__(
        self, agencies: Sequence[InvolvedAgency], chosen_id: str, record: Callable[[], object]
    ) -> None:
        """Offer the agencies, one of them chosen; `record` leads to where they are written down."""
        super().__init__(translate("share", "To"))
        self._agencies = sorted(agencies, key=lambda each: each.document_id != chosen_id)
        self._group = QButtonGroup(self)
        self._rows = [self._row(number, each) for number, each in enumerate(self._agencies)]
        self.add(*self._rows)
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
        self._more = Button(translate("share", "Another agency…"), self._on_more, kind="plain")
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
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
        self._show(1 if chosen_id in {each.document_id for each in agencies} else _MOST_AT_ONCE)
        if self._agencies and self._agencies[0].document_id == chosen_id:
            self._rows[0].set_on(True)

    def _row(self, number: int, agency: InvolvedAgency) -> Tick:
        about = in_a_row(
            (part for part in (agency.kind, agency.person, agency.contact) if part), " · "
        )
        row = Tick(agency.name, second=about, one_of=True)
        self._group.addButton(row.box, number)
        return row

    def _show(self, count: int) -> None:
        for number, each in enumerate(self._rows):
            each.setVisible(number < count)
        self._more.setVisible(count < len(self._rows))

    def _on_more(self) -> None:
        before = sum(each.isVisibleTo(self) for each in self._rows)
        self._show(len(self._rows))
        self._rows[before].box.setFocus()

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
        if self.agency is not None:
            self._name.setFocus()
        elif self._rows:
            self._rows[0].box.setFocus()

    def _on_toggled(self, _place: int, on: bool) -> None:  # Qt gives it so
        agency = self.agency
        if on and agency is not None:
            self._number.say(
                agency.contact
                or translate("share", "No number is written down. Add it to the record first.")
            )
            row = self._rows[self._group.checkedId()]
            self.column.insertWidget(self.column.indexOf(row) + 1, self._box)
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
        self._rest: list[Tick] = []
        for number, each in enumerate(self._documents):
            row = self._add(number, each)
            if number >= _MOST_AT_ONCE:
                row.setVisible(False)
                self._rest.append(row)
            row.set_on(each.document.document_id == chosen_id)
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
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._stays, self._address, self._box)
        self._more.setVisible(bool(self._rest))
        self._box.setVisible(False)
        self._group.idToggled.connect(self._on_chosen)
        self._say_what_stays()

    def _add(self, number: int, offered: Offered) -> Tick:
        day = readable_date(offered.on.isoformat()) if offered.on else ""
        title = in_a_row((part for part in (offered.title, day) if part), " · ")
        row = Tick(title, second=offered.detail, one_of=True)
        self._group.addButton(row.box, number)
        self.add(row)
        return row

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
        """Give the keyboard to the reason for the address, or to the documents."""
        if self.with_address:
            self._reason.setFocus()
        else:
            (self._group.checkedButton() or self._group.buttons()[0]).setFocus()

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
        for row in self._rest:
            row.setVisible(True)
        self._more.setVisible(False)
        self._rest[0].box.setFocus()

    def _say_what_stays(self) -> None:
        chosen = self.chosen
        form_id = chosen.document.form_id if chosen is not None else ""
        left = parts_left_out(form_id, with_address=self.with_address)
        words = in_a_row(PART_WORDS[name] for name in sorted(left))
        self._stays.say(
            translate("share", "Stays here: {parts}.").format(parts=words) if words else ""
        )
