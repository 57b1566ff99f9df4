"""The handover of a case: begun here, shown while it waits, answered, taken back, printed, carried."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import Subject
from outreach_app.domain.handovers import COLLEAGUE, SERVICE, Handover, HandoverState
from outreach_app.errors import OutreachError
from outreach_app.services.case_words import CaseWords, reference_of
from outreach_app.services.handing_over.answering import is_asked
from outreach_app.services.handing_over.errors import NothingToHandOver
from outreach_app.services.handing_over.giving import may_hand_over, take_back
from outreach_app.services.handing_over.standing import handovers, standing, standing_words
from outreach_app.services.handing_over.transferring import begin_exit
from outreach_app.services.permission import require_document, sight_with
from outreach_app.services.printing import compose_document
from outreach_app.services.sitting import Signer
from outreach_app.ui.handing.answering import AnswerCard, OwnAnswer, ServiceAnswerCard
from outreach_app.ui.handing.cards import answer_card, note_card, open_card, papers_card
from outreach_app.ui.handing.giving import GivePage
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.columns import TwoColumns
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.matter import HANDED
from outreach_app.ui.share.protected import PROTECTED
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import told, translate

NEW = "new"
"""Topic of handing over: a new handover, beside those that were answered."""
_TONES = {
    HandoverState.WAITING: "medium",
    HandoverState.ACCEPTED: "low",
    HandoverState.REFUSED: "medium",
    HandoverState.TAKEN_BACK: "neutral",
}


def handing_page(desk: Desk, place: Place) -> Page:
    """Return the page of a handover: the one that waits or was answered last, or a new one."""
    subject = place.subject
    if subject is None:
        return _Refused(desk, place, NothingToHandOver())
    found = _shown(desk, subject, place)
    try:
        if found is None:
            return GivePage(desk, place, subject)
        return StandingPage(desk, place, found)
    except OutreachError as error:
        return _Refused(desk, place, error)


def _shown(desk: Desk, subject: Subject, place: Place) -> Handover | None:
    vault = desk.workspace.vault
    if place.document_id:
        return standing(vault, place.document_id)
    if place.topic == NEW:
        return None
    newest = next(iter(handovers(vault, subject)), None)
    return newest if newest is not None and newest.is_waiting else None


class _Refused(Page):
    """Says why there is nothing to hand over here."""

    def __init__(self, desk: Desk, place: Place, error: OutreachError) -> None:
        super().__init__(desk, place)
        self.add_head(translate("handing", "Hand over"))
        self.tell_error(error)
        foot = row(Button(translate("handing", "Back"), desk.back, kind="primary"))
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)


class StandingPage(Page):
    """One signed handover: how it stands, what it says, and what may be done about it now."""

    def __init__(self, desk: Desk, place: Place, found: Handover) -> None:
        """Read it.

        Raises:
            NotAllowed: The case is not for this person; the attempt is in the journal.
        """
        super().__init__(desk, place)
        workspace = desk.workspace
        self._found = found
        self._document = workspace.vault.documents.get(found.document_id)
        self._subject = self._document.subject
        access = require_document(desk.sitting, self._document)
        head = workspace.vault.revisions.heads(found.document_id)[0]
        self._answers = sight_with(desk.sitting, access).of(head).flat()
        self._may_give = may_hand_over(workspace, self._subject)
        self._answer: AnswerCard | None = None
        self._back: Card | None = None
        reference = reference_of(workspace, self._subject)
        line = self.add_head(
            translate("handing", "Handover of {reference}").format(reference=reference),
            path=translate("handing", "Cases / {reference}").format(reference=reference),
        )
        place_actions(line, self.body, list(self._actions()))
        self._scroll = Scroll(gap=16)
        self.body.addWidget(self._scroll, 1)
        self._scroll.column.addWidget(self._standing_card())
        self._columns = TwoColumns()
        self._scroll.column.addWidget(self._columns)
        self._fill()
        self._scroll.column.addStretch(1)

    # ---- parts ------------------------------------------------------------------------------

    def _standing_card(self) -> Card:
        words = CaseWords(self.desk.workspace)
        card = Card()
        top = row(Chip(_state_words(self._found.state), _TONES[self._found.state]))
        top.addStretch(1)
        card.column.addLayout(top)
        card.add(Text(told(standing_words(self.desk.workspace, self._found, words)), "strong"))
        for sentence in self._next_words():
            card.add(Text(sentence))
        return card

    def _next_words(self) -> Iterator[str]:
        """Yield what comes next, for whoever reads it."""
        found, workspace = self._found, self.desk.workspace
        me = workspace.sitting.me.person_id
        if is_asked(workspace, found):
            yield translate(
                "handing", "Please look through the case, then accept it or say why not."
            )
        elif found.is_waiting and found.kind == COLLEAGUE and self._may_give:
            yield translate(
                "handing",
                "On another laptop it arrives with the bundle, and the answer comes back with theirs.",
            )
        elif found.is_waiting and found.kind == SERVICE and self._may_give:
            yield translate(
                "handing",
                "Make the file and carry it. When they have answered, write it down here.",
            )
        elif found.state is HandoverState.ACCEPTED and found.receiver_id == me:
            yield translate(
                "handing", "You lead the case now. Send your answer back with a bundle."
            )

    def _fill(self) -> None:
        found, workspace = self._found, self.desk.workspace
        if is_asked(workspace, found):
            self._answer = OwnAnswer(self.desk, self, found, self._on_signed)
        elif found.is_waiting and found.kind == SERVICE and self._may_give and not found.is_apart:
            self._answer = ServiceAnswerCard(self.desk, self, found, self._on_signed)
        said = answer_card(self._answers)
        for card, side in (
            (note_card(self._answers), 0),
            (papers_card(self._answers), 0),
            (self._answer, 1),
            (said, 1),
            (open_card(self._answers), 1 if self._answer is None else 0),
        ):
            if card is not None:
                self._columns.add(card, side)

    def _actions(self) -> Iterator[QWidget]:
        found = self._found
        case = Place(room=Room.CASE, subject=self._subject)
        yield Button(translate("handing", "Open the case"), lambda: self.desk.go(case))
        yield Button(translate("handing", "Print the inventory…"), self._on_print)
        if self._may_give and found.state in {HandoverState.WAITING, HandoverState.REFUSED}:
            yield Button(translate("handing", "Take back…"), self._on_take_back)
        if self._may_give and found.state in {HandoverState.REFUSED, HandoverState.TAKEN_BACK}:
            again = Place(room=Room.HANDING, subject=self._subject, topic=NEW)
            words = translate("handing", "Hand over to somebody else…")
            yield Button(words, lambda: self.desk.go(again), kind="primary")
        yield from self._ways()

    def _ways(self) -> Iterator[QWidget]:
        """Yield the ways in which it leaves this laptop."""
        found = self._found
        share = Place(room=Room.SHARE, subject=self._subject, topic=HANDED + found.document_id)
        if found.kind == COLLEAGUE:
            if self._has_somebody_to_write_to():
                words = translate("handing", "Make the bundle…")
                yield Button(words, lambda: self.desk.go(share), kind=self._bundle_kind())
        elif found.is_waiting and self._may_give:
            paper = replace(share, topic=PROTECTED, document_id=found.document_id)
            yield Button(translate("handing", "Encrypted bundle…"), lambda: self.desk.go(share))
            yield Button(translate("handing", "Protected PDF…"), lambda: self.desk.go(paper))
        elif found.state is HandoverState.ACCEPTED and self._may_give:
            yield Button(
                translate("handing", "Begin the exit checklist"), self._on_exit, kind="primary"
            )

    def _has_somebody_to_write_to(self) -> bool:
        me = self.desk.sitting.me.person_id
        found = self._found
        return me == found.receiver_id if not found.is_waiting else self._may_give

    def _bundle_kind(self) -> str:
        return "primary" if self._found.is_waiting or self._answer is None else ""

    # ---- what is done -----------------------------------------------------------------------

    def _on_print(self) -> None:
        # Loaded when it is first wanted: the page opens without what draws pages.
        from outreach_app.ui.printing.preview import open_composed  # noqa: PLC0415

        workspace, document = self.desk.workspace, self._document
        open_composed(self.desk, self, lambda: compose_document(workspace, document))

    def _on_take_back(self) -> None:
        if self._back is None:
            why = LongField(translate("handing", "Why it is taken back"), lines=2)
            self._back = Card(translate("handing", "Take the handover back"))
            self._back.add(Text(translate("handing", "Why it is taken back"), "strong"), why)
            foot = row()
            foot.addStretch(1)
            foot.addWidget(
                Button(translate("handing", "Sign…"), lambda: self._sign_back(why), kind="primary")
            )
            self._back.column.addLayout(foot)
            self._scroll.column.insertWidget(0, self._back)
            QTimer.singleShot(0, why, why.setFocus)

    def _sign_back(self, why: LongField) -> None:
        words = why.toPlainText().strip()

        def sign(signer: Signer) -> None:
            take_back(self.desk.workspace, self._found.document_id, words, signer)
            self.desk.counts_changed.emit()
            self._on_signed()

        heading = translate("handing", "Take the handover back")
        SigningDialog(self.desk, self, heading, [words] if words else [], sign).open()

    def _on_exit(self) -> None:
        try:
            opened = begin_exit(self.desk.workspace, self._subject)
        except OutreachError as error:
            self.tell_error(error)
            return
        place = Place(room=Room.EXIT, subject=self._subject, topic=opened.document.form_id)
        self.desk.go(place)

    def _on_signed(self) -> None:
        place = Place(room=Room.HANDING, subject=self._subject, document_id=self._found.document_id)
        # The dialog closes itself first; the page that it belongs to goes afterwards.
        QTimer.singleShot(0, self, lambda: self.desk.go(place))

    def leave(self) -> None:
        """Keep what was typed into an answer."""
        if self._answer is not None:
            self._answer.leave()

    def first_focus(self) -> None:
        """Begin with the answer that is asked for, else with what may be done."""
        focus_first(self._answer if self._answer is not None else self)


def _state_words(state: HandoverState) -> str:
    return {
        HandoverState.WAITING: translate("handing", "Not accepted yet"),
        HandoverState.ACCEPTED: translate("handing", "Accepted"),
        HandoverState.REFUSED: translate("handing", "Not taken over"),
        HandoverState.TAKEN_BACK: translate("handing", "Taken back"),
    }[state]
