"""On what it goes: the team, consent with what it covers, or another basis that somebody decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.domain.consent_cover import OTHER_BASES, Cover
from outreach_app.domain.consents import Consent, ConsentState
from outreach_app.domain.people import Person
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.sharing.decided import Grounds
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card, clear, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Section
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the case: its id and what it is called."""

    document_id: str
    name: str


class GroundsPart(Section):
    """Shows what consent covers and asks for another basis where it does not.

    Attributes:
        changed: Another agency, basis, reason or decision.
    """

    changed = Signal()

    def __init__(self, agencies: Sequence[Agency], deciders: Sequence[Person]) -> None:
        """Offer the agencies of the case and who may decide without consent."""
        super().__init__(translate("share", "Consent"))
        self._agency = ListBox(translate("share", "For which agency"))
        self._agency.add(translate("share", "Choose the agency they work for"), "")
        for each in agencies:
            self._agency.add(each.name, each.document_id)
        self._agency.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._state = QWidget()
        self._lines = QVBoxLayout(self._state)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._other = Button(
            translate("share", "Another legal basis…"), self._on_other, kind="choice"
        )
        self._other.setCheckable(True)
        self._card = Card(kind="quiet")
        self._basis = ListBox(translate("share", "Legal basis"))
        self._basis.add(translate("share", "Choose"), "")
        for code in OTHER_BASES:
            self._basis.add(basis_words(code), code)
        self._reason = LongField(translate("share", "Why it applies here"), lines=2)
        self._who = ListBox(translate("share", "Who decided it"))
        self._who.add(translate("share", "Choose"), "")
        for person in deciders:
            words = f"{person.full_name}, {role_words(person.role.value)}"
            self._who.add(words, person.person_id)
        for label, field in (
            (translate("share", "Legal basis"), self._basis),
            (translate("share", "Why it applies here"), self._reason),
            (translate("share", "Who decided it"), self._who),
        ):
            self._card.add(Text(label, "strong"), field)
        self._card.add(
            Text(
                translate(
                    "share",
                    "A supervisor or safeguarding lead decides, by telephone if need be. Tell the "
                    "client unless that raises the risk.",
                ),
                "small",
            )
        )
        for choice in (self._basis, self._who):
            choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._reason.textChanged.connect(self.changed.emit)
        self.add(self._agency, self._state)
        holder = row(self._other)
        holder.addStretch(1)
        self.column.addLayout(holder)
        self.add(self._card)
        self._card.setVisible(False)

    @property
    def agency_id(self) -> str:
        """Return the agency chosen, "" for none."""
        return str(self._agency.currentData() or "")

    def choose_agency(self, document_id: str) -> None:
        """Choose an agency of the case."""
        place = self._agency.findData(document_id)
        if place >= 0:
            self._agency.setCurrentIndex(place)

    def grounds(self) -> Grounds:
        """Return what was said."""
        other = self._other.isChecked()
        return Grounds(
            agency_id=self.agency_id,
            other_basis=str(self._basis.currentData() or "") or "-" if other else "",
            reason=self._reason.toPlainText().strip() if other else "",
            decided_by=str(self._who.currentData() or "") if other else "",
        )

    def show_team(self) -> None:
        """Everybody belongs to the home team."""
        self._agency.setVisible(False)
        self._other.setVisible(False)
        self._card.setVisible(False)
        clear(self._lines)
        self._add_chip(translate("share", "✓ Within the home team"), "low")
        self._lines.addWidget(
            Text(
                translate(
                    "share",
                    "Who works on the case or answers for it reads it on the service's own basis. "
                    "Consent is asked for everybody outside.",
                ),
                "small",
            )
        )

    def show_cover(self, cover: Cover, uncovered: Sequence[str], *, own_agency: bool) -> None:
        """Say what consents cover for somebody outside.

        Args:
            cover: What the consents say.
            uncovered: What none of them covers, in words.
            own_agency: The agency is settled elsewhere and not asked for here.
        """
        clear(self._lines)
        self._agency.setVisible(not own_agency)
        self._other.setVisible(True)
        self._card.setVisible(self._other.isChecked())
        if cover.is_whole:
            self._add_chip(translate("share", "✓ Covered by consent"), "low")
        else:
            self._add_chip(translate("share", "Not covered by consent"), "high")
        for consent in cover.consents:
            self._lines.addWidget(Text(_given_words(consent), "small"))
        if uncovered:
            words = translate("share", "Not covered: {what}.").format(what=in_a_row(uncovered))
            self._lines.addWidget(Text(words, "small"))
        for consent in cover.against:
            self._lines.addWidget(Text(_against_words(consent), "fault"))
        if not cover.consents and not cover.against:
            words = translate("share", "Nobody has asked the client about sharing with them yet.")
            self._lines.addWidget(Text(words, "small"))

    def take_focus(self) -> None:
        """Give the keyboard to what settles it."""
        (self._basis if self._other.isChecked() else self._other).setFocus()

    def _add_chip(self, words: str, tone: str) -> None:
        line = row(Chip(words, tone))
        line.addStretch(1)
        self._lines.addLayout(line)

    def _on_other(self) -> None:
        on = self._other.isChecked()
        self._card.setVisible(on)
        if on:
            self._basis.setFocus()
        self.changed.emit()


def basis_words(code: str) -> str:
    """Return the words of another basis than consent."""
    return {
        "child_at_risk": translate("share", "A child is at risk"),
        "immediate_danger": translate("share", "Somebody's life is in immediate danger"),
        "serious_crime": translate("share", "A serious crime with other victims"),
        "court_order": translate("share", "A court order"),
        "no_capacity": translate("share", "No capacity to decide: best interests"),
    }.get(code, code)


def _given_words(consent: Consent) -> str:
    until = consent.valid_until
    return translate("share", "“{purpose}”, given on {day}, valid until {until}").format(
        purpose=consent.purpose,
        day=readable_date(consent.given_on.isoformat()) if consent.given_on else "",
        until=readable_date(until.isoformat()) if until else "",
    )


def _against_words(consent: Consent) -> str:
    day = consent.withdrawn_on or consent.given_on
    if consent.decision == ConsentState.REFUSED.value:
        words = translate("share", "The client refused “{purpose}” on {day}.")
    elif consent.withdrawn_on is not None:
        words = translate("share", "The client withdrew “{purpose}” on {day}.")
    else:
        words = translate("share", "“{purpose}”, asked on {day}, does not hold today.")
    return words.format(purpose=consent.purpose, day=readable_date(day.isoformat()) if day else "?")
