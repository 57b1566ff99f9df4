"""The inbox: bundles by drag and drop, what waits for whom, what was said, who has been silent."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.documents import Comment, Review
from outreach_app.errors import OutreachError
from outreach_app.services.exchange.acceptance import Accepted
from outreach_app.services.exchange.arrivals import arrived_bundles
from outreach_app.services.exchange.inbox import dismiss
from outreach_app.services.review_view import comment_label
from outreach_app.services.said_to_me import (
    SaidToMe,
    approvals_for_me,
    note_approvals_read,
    words_for_me,
)
from outreach_app.services.supervision import Urgency, WaitingItem, review_list
from outreach_app.store.bundles import Arrival
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.columns import Columns
from outreach_app.ui.pieces.file_choice import choose_files, choose_folder
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.beside import cards_beside
from outreach_app.ui.review.bundles import AcceptedCard, BundleRow, RefusedFile, noticed
from outreach_app.ui.review.looks import looks_card
from outreach_app.ui.review.receiving import BundleFile, Receiving
from outreach_app.ui.review.taking_over import TakingOver
from outreach_app.ui.review.waiting import Names, SaidRow, WaitingRow
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import DRAFT, Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


class InboxPage(Page):
    """Bundles and words that came, and what waits because of them."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read what lies in the inbox."""
        super().__init__(desk, place)
        self.setAcceptDrops(True)
        self._noticed: dict[str, tuple[str, ...]] = {}
        self._refused: list[BundleFile] = []
        self._accepted: tuple[Accepted, ...] = ()
        self._taking_over = TakingOver(desk, self)
        self._taking_over.stepped.connect(self._on_taking)
        self._taking_over.taken.connect(self._on_taken)
        self._taking_over.failed.connect(self.tell_error)
        self._taking_over.ended.connect(self._on_taken_over)
        self._receiving = Receiving(desk, self)
        self._receiving.stepped.connect(self._on_stepped)
        self._receiving.settled.connect(self._on_settled)
        self._receiving.ended.connect(self._on_ended)
        head = self.add_head(
            translate("review", "Inbox"),
            translate(
                "review",
                "Drop bundles anywhere on this page, or add them. Nothing touches a case before you "
                "accept it.",
            ),
        )
        self._folder = Button(translate("review", "Add a folder…"), self._on_folder)
        self._files = Button(
            translate("review", "Add files…"), self._on_files, kind="primary", shortcut="Ctrl+O"
        )
        head.addWidget(self._folder)
        head.addWidget(self._files)
        self._working = self._working_card()
        self.body.addWidget(self._working)
        self._scroll = Scroll(gap=16)
        self.body.addWidget(self._scroll, 1)
        self._fill()

    def _working_card(self) -> Card:
        card = Card(kind="quiet")
        self._step = Text()
        stop = Button(translate("review", "Stop"), self._on_stop)
        card.column.addLayout(row(self._step, stop))
        card.setVisible(False)
        return card

    # ---- taking in ----------------------------------------------------------------------------

    def _on_files(self) -> None:
        choose_files(
            self,
            translate("review", "Add bundles"),
            translate("review", "Bundles (*.age);;All files (*)"),
            self.take,
        )

    def _on_folder(self) -> None:
        choose_folder(
            self,
            translate("review", "Add all bundles of a folder"),
            lambda path: self.take((path,)),
        )

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files and folders; the outcome of each is shown here."""
        if self._receiving.busy or not paths:
            return
        self.notice.clear()
        self._refused.clear()
        self._accepted = ()
        self._let_add(is_open=False)
        self._on_stepped(0, 0)
        self._receiving.take(paths)

    def _let_add(self, *, is_open: bool) -> None:
        self._files.setEnabled(is_open)
        self._folder.setEnabled(is_open)
        self._working.setVisible(not is_open)

    def _on_stepped(self, number: int, count: int) -> None:
        words = translate("review", "Opening and checking bundles…")
        if count:
            words = translate("review", "Opening and checking bundle {number} of {count}…").format(
                number=number, count=count
            )
        self._step.say(words)

    def _on_settled(self, file: BundleFile) -> None:
        self._refused = [each for each in self._refused if each.name != file.name]
        received = file.received
        if received is not None and received.report.arrival is not Arrival.HELD:
            self._noticed[received.report.bundle_id] = noticed(file)
        else:
            self._refused.append(file)
        if not self._receiving.busy:
            self._changed()

    def _on_ended(self, stopped: bool) -> None:
        self._let_add(is_open=True)
        if stopped:
            self.notice.tell(
                translate("review", "Stopped"),
                translate(
                    "review",
                    "Bundles that were not looked at yet stay where they are. What came before is in "
                    "the inbox.",
                ),
            )
        self._changed()

    def _on_compared(self, file: BundleFile) -> None:
        self._receiving.take_compared(file)

    # ---- deciding -----------------------------------------------------------------------------

    def _on_accept(self, bundle_id: str) -> None:
        self._accept([bundle_id])

    def _on_accept_all(self) -> None:
        self._accept([each.bundle_id for each in arrived_bundles(self.desk.sitting)])

    def _accept(self, bundle_ids: Sequence[str]) -> None:
        self.notice.clear()
        self._accepted = ()
        self._let_add(is_open=False)
        self._taking_over.take(bundle_ids)

    def _on_taking(self, number: int, count: int) -> None:
        words = translate("review", "Taking over bundle {number} of {count}…")
        self._step.say(words.format(number=number, count=count))

    def _on_taken(self, accepted: Accepted) -> None:
        self._accepted = (*self._accepted, accepted)

    def _on_taken_over(self, stopped: bool) -> None:
        self._let_add(is_open=True)
        if stopped:
            words = translate(
                "review",
                "Bundles that were not taken over wait in the inbox, with everything in them.",
            )
            self.notice.tell(translate("review", "Stopped"), words)
        self._changed()

    def _on_stop(self) -> None:
        self._taking_over.stop()
        self._receiving.stop()

    def _on_set_aside(self, bundle_id: str) -> None:
        try:
            dismiss(self.desk.sitting, bundle_id)
        except OutreachError as error:
            self.tell_error(error)
        else:
            self.notice.tell(
                translate("review", "Set aside"),
                translate("review", "Nothing of it was taken over; the file is where it was."),
                translate("review", "To have it back, add the same file again."),
            )
        self._changed()

    def _on_read(self) -> None:
        note_approvals_read(self.desk.sitting)
        self._changed()

    def _on_rebase(self, document_id: str) -> None:
        subject = self.desk.workspace.vault.documents.get(document_id).subject
        self.desk.go(Place(room=Room.MERGE, subject=subject, document_id=document_id, topic=DRAFT))

    # ---- showing ------------------------------------------------------------------------------

    def _changed(self) -> None:
        # What is taken away must not take the keyboard along.
        self.setFocus()
        self._fill()
        QTimer.singleShot(0, self, self.first_focus)
        self.desk.counts_changed.emit()

    def _fill(self) -> None:
        clear(self._scroll.column)
        self._names = Names(self.desk.workspace)
        left, right = self._left(), self._right()
        if right:
            columns = Columns((_stack(left), 8), (_stack(right), 4), top=True)
            self._scroll.column.addWidget(columns)
        else:
            self._scroll.column.addWidget(_stack(left))
        self._scroll.column.addStretch(1)

    def _left(self) -> list[QWidget]:
        found: list[QWidget] = [RefusedFile(each, self._on_compared) for each in self._refused]
        if self._accepted:
            found.append(AcceptedCard(self._accepted, self._on_rebase))
        told = looks_card(self.desk, self._fill)
        looked = [told] if told is not None else []
        found += [*self._arrived(), *looked, *self._said(), *self._waiting()]
        if not found:
            card = Card(kind="quiet")
            card.add(
                Text(translate("review", "Nothing waits here"), "strong"),
                Text(
                    translate(
                        "review",
                        "Bundles come on a stick or by mail as files whose names end in .age. Add "
                        "them here, or drop them on this page.",
                    ),
                    "soft",
                ),
            )
            found.append(card)
        return found

    def _arrived(self) -> list[QWidget]:
        bundles = arrived_bundles(self.desk.sitting)
        if not bundles:
            return []
        card = Card(translate("review", "%n bundle(s) to accept", "", len(bundles)))
        if len(bundles) > 1:
            card.head.addWidget(Button(translate("review", "Accept all"), self._on_accept_all))
        rows = [
            lambda each=each: BundleRow(
                each,
                self._on_accept,
                self._on_set_aside,
                more=self._noticed.get(each.bundle_id, ()),
            )
            for each in bundles
        ]
        card.add(Longer(rows))
        return [card]

    def _said(self) -> list[QWidget]:
        sitting = self.desk.sitting
        found: list[QWidget] = []
        said = words_for_me(sitting)
        if said:
            card = Card(translate("review", "Said about your documents"))
            card.add(Longer([self._said_row(each) for each in said]))
            found.append(card)
        approved = approvals_for_me(sitting)
        if approved:
            card = Card(translate("review", "Approved"))
            card.head.addWidget(Button(translate("review", "I have read these"), self._on_read))
            card.add(Longer([self._said_row(each) for each in approved], at_once=8))
            found.append(card)
        return found

    def _said_row(self, said: SaidToMe) -> Callable[[], QWidget]:
        return lambda: SaidRow(self.desk, said, self._names, self._label_of)

    def _label_of(self, review: Review, comment: Comment) -> str:
        return comment_label(self.desk.workspace, review.revision_id, comment)

    def _waiting(self) -> list[QWidget]:
        # What was returned stands above, with the words that were said.
        items = [
            each for each in review_list(self.desk.sitting) if each.urgency is not Urgency.RETURNED
        ]
        # What only wants reading must not bury what waits for a word.
        rest = [each for each in items if each.urgency is Urgency.REST]
        asked = [each for each in items if each.urgency is not Urgency.REST]
        title = translate("review", "Waits for you: %n document(s)", "", len(asked))
        to_read = translate("review", "To read, when there is time: %n document(s)", "", len(rest))
        return [*self._listed(title, asked, 25), *self._listed(to_read, rest, 3)]

    def _listed(self, title: str, items: Sequence[WaitingItem], at_once: int) -> list[QWidget]:
        if not items:
            return []
        card = Card(title)
        rows = [lambda each=each: WaitingRow(self.desk, each, self._names) for each in items]
        card.add(Longer(rows, at_once=at_once))
        return [card]

    def _right(self) -> list[QWidget]:
        me = self.desk.sitting.me
        if not may(me.person_id, me.role, Verb.RETURN, CaseAccess()).allowed:
            return []
        return cards_beside(self, self._names, self._on_confirmed)

    def _on_confirmed(self) -> None:
        # The dialog closes itself first; the page is drawn again afterwards.
        QTimer.singleShot(0, self, self._changed)

    # ---- the page -----------------------------------------------------------------------------

    def leave(self) -> None:
        """Stop what is being looked at; a bundle that is being taken over is finished."""
        for each in (self._taking_over, self._receiving):
            each.blockSignals(True)
        self._taking_over.finish()
        self._receiving.stop()

    def first_focus(self) -> None:
        """Begin with what waits, else with adding."""
        self._files.setFocus()
        focus_first(self._scroll)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files be dropped."""
        if event.mimeData().hasUrls() and not self._receiving.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped; it is read, never moved."""
        event.acceptProposedAction()
        self.take([Path(each.toLocalFile()) for each in event.mimeData().urls()])


def _stack(widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    holder.setProperty("kind", "clear")
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_look().px(16))
    for each in widgets:
        layout.addWidget(each)
    return holder
