"""The consents of a case: how each stands, what rests on it, whom to tell after a withdrawal."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.domain.consents import ConsentState
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import reference_of
from outreach_app.services.withdrawing_consent import StandingConsent, Told, standing_consents
from outreach_app.ui.consent.withdrawing import consent_words, effects, withdraw
from outreach_app.ui.pieces.actions import place_actions, with_action
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import NOTE, Place, Room
from outreach_app.ui.speech import told as in_words
from outreach_app.ui.speech import translate

_CONSENT = "consent"


def state_words(state: ConsentState) -> str:
    """Return how a consent stands."""
    return {
        ConsentState.VALID: translate("consent", "✓ Holds"),
        ConsentState.REFUSED: translate("consent", "Refused"),
        ConsentState.WITHDRAWN: translate("consent", "Withdrawn"),
        ConsentState.EXPIRED: translate("consent", "Has run out"),
        ConsentState.NOT_DECIDED: translate("consent", "Not decided"),
    }[state]


class ConsentsPage(Page):
    """Every consent of one case."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the consents; whoever may not know them is told so."""
        super().__init__(desk, place)
        self._subject = place.subject
        if place.subject is None:
            self.add_head(translate("consent", "Consents"))
            return
        reference = reference_of(desk.workspace, place.subject)
        try:
            found = standing_consents(desk.workspace, place.subject)
        except OutreachError as error:
            self.add_head(translate("consent", "Consents"))
            self.tell_error(error)
            self.body.addStretch(1)
            return
        head = self.add_head(
            translate("consent", "Consents"),
            translate(
                "consent",
                "Saying so is enough to withdraw. A refusal is respected: nobody asks again.",
            ),
            path=translate("consent", "Cases / {reference}").format(reference=reference),
        )
        register = Place(room=Room.DISCLOSURES, subject=place.subject)
        new = Place(room=Room.FORM, subject=place.subject, topic=_CONSENT)
        place_actions(
            head,
            self.body,
            (
                Button(translate("consent", "Who received what"), lambda: desk.go(register)),
                Button(translate("consent", "New consent"), lambda: desk.go(new), kind="primary"),
            ),
        )
        scroll = Scroll(gap=16)
        for each in sorted(found, key=lambda one: one.document_id != place.document_id):
            scroll.column.addWidget(self._card(each))
        if not found:
            scroll.column.addWidget(
                Text(translate("consent", "No consent is signed in this case yet."), "soft")
            )
        scroll.column.addStretch(1)
        self.body.addWidget(scroll, 1)

    def _card(self, standing: StandingConsent) -> Card:
        words = consent_words(standing)
        card = Card(words)
        tone = "low" if standing.state is ConsentState.VALID else "neutral"
        card.head.addWidget(Chip(state_words(standing.state), tone), 0, Qt.AlignmentFlag.AlignTop)
        texts = column(Text(_days(standing), "small"), gap=4)
        if standing.state is ConsentState.WITHDRAWN:
            card.column.addLayout(texts)
            self._add_effects(card, standing)
        elif standing.may_be_withdrawn:
            if standing.stops:
                waiting = translate("consent", "Rests on it and has not left: {referrals}")
                texts.addWidget(Text(waiting.format(referrals=in_a_row(standing.stops)), "small"))
            if standing.told:
                names = in_a_row(each.name for each in standing.told)
                received = translate("consent", "Received something: {names}")
                texts.addWidget(Text(received.format(names=names), "small"))
            button = Button(
                translate("consent", "Withdraw…"),
                partial(withdraw, self.desk, self, standing.document_id),
                spoken=translate("consent", "Withdraw: {consent}").format(consent=words),
            )
            card.column.addLayout(with_action(texts, button))
        else:
            card.column.addLayout(texts)
        return card

    def _add_effects(self, card: Card, standing: StandingConsent) -> None:
        for words in effects(standing):
            card.add(Text(words))
        if not standing.told:
            return
        card.add(rule(), Text(translate("consent", "Whom to tell"), "column"))
        for told in standing.told:
            card.add(_told_row(told))
        place = Place(
            room=Room.FORM,
            subject=self._subject,
            document_id=standing.document_id,
            topic=NOTE,
            address="con_after_withdrawal",
        )
        answers = Button(
            translate("consent", "Write down what they answered…"),
            lambda: self.desk.go(place),
            kind="primary",
        )
        foot = row(answers)
        foot.addStretch(1)
        card.column.addLayout(foot)

    def first_focus(self) -> None:
        """Begin with what may be done."""
        focus_first(self)


def _days(standing: StandingConsent) -> str:
    consent = standing.consent
    given = consent.given_on
    until = consent.valid_until
    said = (
        translate("consent", "Asked on {day}").format(day=readable_date(given.isoformat()))
        if given
        else ""
    )
    if standing.state is ConsentState.REFUSED:
        return said
    ends = (
        translate("consent", "valid until {day}").format(day=readable_date(until.isoformat()))
        if until
        else ""
    )
    gone = consent.withdrawn_on
    back = (
        translate("consent", "withdrawn on {day}").format(day=readable_date(gone.isoformat()))
        if gone
        else ""
    )
    return in_a_row((said, back or ends), " · ")


def _told_row(told: Told) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    first = row(gap=8)
    first.addWidget(Text(told.name, "strong"), 1)
    if told.is_open:
        first.addWidget(Chip(translate("consent", "Not asked yet"), "medium"))
    for asked, words in (
        (told.stop, translate("consent", "✓ Asked to stop")),
        (told.delete, translate("consent", "✓ Asked to delete")),
    ):
        if asked == "yes":
            first.addWidget(Chip(words, "low"))
    lines.addLayout(first)
    for each in told.received:
        went = in_a_row((readable_date(each.at[:10]), *each.what, each.method), " · ")
        lines.addWidget(Text(went, "small"))
    if told.asked:
        asked = translate("consent", "Told: {words}").format(words=in_words(told.asked))
        lines.addWidget(Text(asked, "small"))
    if told.answer:
        answer = translate("consent", "They answered: {words}").format(words=told.answer)
        lines.addWidget(Text(answer, "small"))
    return holder
