"""Referring as one way: which protocol, what is on its way, and the next step of each referral."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from outreach_app.domain.documents import Document, Subject
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.case_words import reference_of
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.referring import (
    Next,
    Protocol,
    Standing,
    begin_by_hand,
    begin_chase,
    begin_outcome,
    begin_phone_approval,
    begin_referral,
    chase_words,
    protocols,
    standing_referrals,
)
from outreach_app.services.workspace import Workspace
from outreach_app.ui.pieces.actions import place_actions, with_action
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.protected import PROTECTED
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import NOTE, Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_Begin = Callable[[Workspace, Subject, str], OpenDocument]


class ReferPage(Page):
    """The protocols, those that the case suggests first, and the referrals with their next step."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the case; whoever may not refer is told so."""
        super().__init__(desk, place)
        self._ways: Scroll | None = None
        if place.subject is None:
            self.add_head(translate("refer", "Refer"))
            return
        try:
            self._show(place.subject)
        except OutreachError as error:
            self.add_head(translate("refer", "Refer"))
            self.tell_error(error)
            self.body.addStretch(1)

    def _show(self, subject: Subject) -> None:
        workspace = self.desk.workspace
        self._subject = subject
        every = protocols(workspace, subject)
        standing = standing_referrals(workspace, subject)
        reference = reference_of(workspace, subject)
        head = self.add_head(
            translate("refer", "Refer"),
            translate(
                "refer",
                "Write it, have it approved, send it yourself, write down what came of it. The "
                "program sends nothing.",
            ),
            path=translate("refer", "Cases / {reference}").format(reference=reference),
        )
        form = Place(room=Room.HOME_OFFICE, subject=subject)
        words = translate("refer", "Home Office form")
        place_actions(head, self.body, (Button(words, lambda: self.desk.go(form)),))
        scroll = self._ways = Scroll(gap=16)
        if standing:
            card = Card(translate("refer", "Under way"))
            card.add(Longer([partial(self._standing, each) for each in standing], at_once=6))
            scroll.column.addWidget(card)
        suggested = [each for each in every if each.why]
        rest = [each for each in every if not each.why]
        if suggested:
            scroll.column.addWidget(
                self._choice(translate("refer", "What the record suggests"), suggested)
            )
        title = translate("refer", "Other kinds") if suggested else translate("refer", "New")
        scroll.column.addWidget(self._choice(title, rest))
        scroll.column.addStretch(1)
        self.body.addWidget(scroll, 1)

    def first_focus(self) -> None:
        """Begin with what is under way, or with a new one; the sheet for the form stands aside."""
        focus_first(self._ways if self._ways is not None else self)

    # ---- a new one --------------------------------------------------------------------------

    def _choice(self, title: str, every: list[Protocol]) -> Card:
        card = Card(title)
        card.add(Longer([partial(self._protocol, each) for each in every], at_once=len(every)))
        return card

    def _protocol(self, protocol: Protocol) -> QWidget:
        texts = column(Text(protocol.title, "strong"), gap=2)
        if protocol.why:
            texts.addWidget(Text(protocol.why))
        for label, words in (
            (translate("refer", "To: {words}"), protocol.receivers),
            (translate("refer", "Consent: {words}"), protocol.consent),
            (translate("refer", "At least: {words}"), protocol.minimum),
        ):
            if words:
                texts.addWidget(Text(label.format(words=words), "small"))
        begin = Button(
            translate("refer", "Begin"),
            partial(self._begin, protocol.kind),
            spoken=translate("refer", "Begin: {kind}").format(kind=protocol.title),
        )
        return _row(texts, begin)

    def _begin(self, kind: str) -> None:
        try:
            opened = begin_referral(self.desk.workspace, self._subject, kind)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._open(opened.document)

    # ---- those under way --------------------------------------------------------------------

    def _standing(self, standing: Standing) -> QWidget:
        texts = column(gap=2)
        first = row(gap=8)
        first.addWidget(Text(standing.title, "strong"), 1)
        first.addWidget(Chip(standing.status, "neutral"), 0, Qt.AlignmentFlag.AlignTop)
        texts.addLayout(first)
        said = in_a_row((standing.receiver, chase_words(standing)), " · ")
        form = translate("refer", "With the authority's own form inside the protected PDF")
        for each in (said, standing.said, form if standing.has_form else ""):
            if each:
                texts.addWidget(Text(each, "small"))
        words, act = self._step(standing)
        spoken = translate("refer", "{step} {referral}").format(step=words, referral=standing.title)
        others = [self._other(standing, *each) for each in self._others(standing)]
        if others:
            holder = QWidget()
            flow = Flow(holder, gap=current_look().px(8))
            for button in others:
                flow.addWidget(button)
            texts.addWidget(holder)
        return _row(texts, Button(words, act, spoken=spoken))

    def _others(self, standing: Standing) -> Iterator[tuple[str, _Begin]]:
        """Yield what else may be done: each begins a record of its own."""
        if standing.waits:
            yield translate("refer", "Approved on the telephone…"), begin_phone_approval
        if standing.next is Next.ANSWER:
            yield translate("refer", "Asked again now…"), begin_chase
        if standing.next is Next.SEND:
            # Two ways to go: the other is a secure mail, a portal or a hand.
            yield translate("refer", "Sent another way…"), begin_by_hand

    def _other(self, standing: Standing, words: str, begin: _Begin) -> Button:
        spoken = translate("refer", "{step} {referral}").format(step=words, referral=standing.title)
        return Button(words, partial(self._begin_about, begin, standing), spoken=spoken)

    def _step(self, standing: Standing) -> tuple[str, partial[None]]:
        place = Place(room=Room.FORM, subject=self._subject, document_id=standing.document_id)
        if standing.next is Next.FINISH:
            return translate("refer", "Go on"), partial(self.desk.go, place)
        if standing.next is Next.APPROVAL:
            share = Place(room=Room.SHARE, subject=self._subject)
            return translate("refer", "Share for approval…"), partial(self.desk.go, share)
        if standing.next is Next.SEND:
            send = Place(
                room=Room.SHARE,
                subject=self._subject,
                document_id=standing.document_id,
                topic=PROTECTED,
            )
            return translate("refer", "Protected PDF and call…"), partial(self.desk.go, send)
        if standing.next is Next.ANSWER:
            return translate("refer", "Answer or chase…"), partial(self._answer, standing)
        return translate("refer", "Open"), partial(self.desk.go, place)

    def _answer(self, standing: Standing) -> None:
        if standing.outcome_id:
            self.desk.go(
                Place(
                    room=Room.FORM,
                    subject=self._subject,
                    document_id=standing.outcome_id,
                    topic=NOTE,
                )
            )
            return
        self._begin_about(begin_outcome, standing)

    def _begin_about(self, begin: _Begin, standing: Standing) -> None:
        try:
            opened = begin(self.desk.workspace, self._subject, standing.document_id)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._open(opened.document)

    def _open(self, document: Document) -> None:
        self.desk.go(Place(room=Room.FORM, subject=self._subject, document_id=document.document_id))


def _row(texts: QLayout, action: Button) -> QWidget:
    holder = QWidget()
    line = with_action(texts, action)
    edge = current_look().px(8)
    line.setContentsMargins(0, edge, 0, edge)
    holder.setLayout(line)
    return holder
