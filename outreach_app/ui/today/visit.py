"""A visit with a check-in: started from a case, ended with one key; nothing here follows a place."""

from PySide6.QtWidgets import QLineEdit

from outreach_app.domain.documents import Subject
from outreach_app.domain.visits import Alone, Visit
from outreach_app.errors import OutreachError
from outreach_app.services.case_words import reference_of
from outreach_app.services.visits.running import (
    VisitOrder,
    check_in,
    clock_words,
    lengthen_visit,
    running_visit,
    start_visit,
)
from outreach_app.services.visits.terms import VisitTerms, visit_terms
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate

_LONGER_MIN = 30


class VisitPage(Page):
    """Before a visit what is said of it, during it when the call is expected."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Show the visit under way, or ask about a new one to the client of the place."""
        super().__init__(desk, place)
        self._place = line_field("")
        self._companion = line_field("")
        self._agreed = line_field("")
        self._minutes = line_field("")
        self._scroll = Scroll(gap=16)
        visit = running_visit(desk.sitting)
        try:
            if visit is not None:
                self._show_running(visit)
            elif place.subject is not None:
                self._ask(place.subject)
            else:
                self.add_head(translate("visits", "No visit under way"))
        except OutreachError as error:
            self.add_head(translate("visits", "Visit"))
            self.tell_error(error)
        self._scroll.column.addStretch(1)
        self.body.addWidget(self._scroll, 1)

    # ---- before -----------------------------------------------------------------------------

    def _ask(self, subject: Subject) -> None:
        terms = visit_terms(self.desk.workspace, subject)
        reference = reference_of(self.desk.workspace, subject)
        head = self.add_head(
            translate("visits", "Visit with check-in: {reference}").format(reference=reference),
            translate(
                "visits",
                "The time runs on this laptop only. Nobody is told by it, and no place is followed: "
                "the person who expects your call has to know.",
            ),
        )
        start = Button(
            translate("visits", "Start the visit"),
            self._on_start,
            kind="primary",
            shortcut="Ctrl+Return",
        )
        if terms.alone is not Alone.NO_VISITS:
            place_actions(head, self.body, (start,))
        self._scroll.column.addWidget(_terms_card(terms))
        if terms.alone is Alone.NO_VISITS:
            return
        card = Card(translate("visits", "Before you go"))
        self._place = self._field(
            card, translate("visits", "Where, in your organisation’s own word (no address)")
        )
        with_whom = translate("visits", "Who comes along")
        if terms.alone is not Alone.NO:
            with_whom = translate("visits", "Who comes along; empty for nobody")
        self._companion = self._field(card, with_whom)
        if terms.alone is Alone.AGREED:
            self._agreed = self._field(
                card, translate("visits", "Going alone: which manager agreed")
            )
        self._minutes = self._field(
            card, translate("visits", "Call expected after how many minutes"), str(terms.minutes)
        )
        self._scroll.column.addWidget(card)

    @staticmethod
    def _field(card: Card, words: str, text: str = "") -> QLineEdit:
        field = line_field(words, text)
        card.add(Text(words, "strong"), field)
        return field

    def _on_start(self) -> None:
        subject = self.place.subject
        if subject is None:
            return
        minutes = self._minutes.text().strip()
        order = VisitOrder(
            place=self._place.text(),
            minutes=int(minutes) if minutes.isdecimal() else 0,
            companion=self._companion.text(),
            agreed_by=self._agreed.text(),
        )
        try:
            start_visit(self.desk.workspace, subject, order)
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(self.place)

    # ---- on the way -------------------------------------------------------------------------

    def _show_running(self, visit: Visit) -> None:
        now = self.desk.sitting.now()
        head = self.add_head(
            translate("visits", "Call expected by {time}").format(time=clock_words(visit.back_by)),
            translate(
                "visits",
                "It goes on while this laptop is locked. Checking in begins the contact note.",
            ),
        )
        longer = Button(translate("visits", "%n more minute(s)", "", _LONGER_MIN), self._on_longer)
        done = Button(
            translate("visits", "Check in"),
            self._on_check_in,
            kind="primary",
            shortcut="Ctrl+Return",
        )
        place_actions(head, self.body, (longer, done))
        terms = visit_terms(
            self.desk.workspace, Subject(client_id=visit.client_id, case_id=visit.case_id)
        )
        if visit.is_late(now):
            late = Card(kind="warning")
            minutes = visit.late_minutes(now)
            late.add(
                Text(
                    translate("visits", "The call is late by %n minute(s).", "", minutes), "strong"
                ),
                Text(_if_no_call(terms)),
            )
            self._scroll.column.addWidget(late)
        card = Card(translate("visits", "What you said before you went"))
        card.add(Text(translate("visits", "Where: {place}").format(place=visit.place)))
        with_whom = (
            translate("visits", "With: {who}").format(who=visit.companion)
            if visit.companion
            else translate("visits", "Alone")
        )
        card.add(Text(with_whom))
        self._scroll.column.addWidget(card)
        self._scroll.column.addWidget(_terms_card(terms, is_late=visit.is_late(now)))

    def _on_longer(self) -> None:
        try:
            lengthen_visit(self.desk.sitting, _LONGER_MIN)
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(self.place)

    def _on_check_in(self) -> None:
        try:
            document = check_in(self.desk.workspace).document
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(
            Place(room=Room.FORM, subject=document.subject, document_id=document.document_id)
        )

    def first_focus(self) -> None:
        """Begin with the first question, or with what may be done."""
        focus_first(self._scroll if running_visit(self.desk.sitting) is None else self)


def _if_no_call(terms: VisitTerms) -> str:
    if terms.if_no_call:
        return translate("visits", "If no call: {steps}").format(steps=terms.if_no_call)
    return translate("visits", "If no call: nobody has written down what to do.")


def _terms_card(terms: VisitTerms, *, is_late: bool = False) -> Card:
    card = Card(translate("visits", "Staff safety"))
    rule = terms.rule_words or translate(
        "visits", "nobody has said; two people until more is known"
    )
    card.add(Text(translate("visits", "Visits: {rule}").format(rule=rule), "strong"))
    if terms.alone is Alone.AGREED:
        card.add(Text(translate("visits", "The level is high: alone only if a manager agrees.")))
    elif terms.alone is Alone.NO:
        card.add(Text(translate("visits", "Not alone.")))
    elif terms.alone is Alone.NO_VISITS:
        card.add(Text(translate("visits", "Meet in another way, or assess the risk again first.")))
    if terms.places:
        card.add(Text(translate("visits", "Meeting places: {places}").format(places=terms.places)))
    if terms.expected_by:
        expects = translate("visits", "Expects the call: {who}")
        card.add(Text(expects.format(who=terms.expected_by)))
    if not is_late:  # then it stands above all
        card.add(Text(_if_no_call(terms)))
    return card
