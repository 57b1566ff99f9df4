"""The exit of service: the living checklist with its evidence, side by side with the judgements."""

from collections.abc import Generator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from outreach_app.domain.documents import Document, Revision, Subject
from outreach_app.domain.values import text_of
from outreach_app.errors import HostFault, OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.case_files import reading_ahead
from outreach_app.services.case_words import STATE_WORDS, spoken_reference_of
from outreach_app.services.exit_screen import (
    ExitScreen,
    Goal,
    Standing,
    begin_exit,
    exit_document,
    open_exit,
)
from outreach_app.services.supervision import document_state
from outreach_app.ui.forms.chosen import Blocks
from outreach_app.ui.forms.head import FormHead
from outreach_app.ui.forms.signing import SignReview
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.leaving.checks import CheckFold
from outreach_app.ui.leaving.folds import Fold
from outreach_app.ui.leaving.standing import StandingCard
from outreach_app.ui.leaving.views import BeginPart, client_card
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Scroll
from outreach_app.ui.printing.preview import open_preview
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import DRAFT, Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_AFTER_MS = 150
_GROUPS = ("exit_opening", "short_route", "exit_signing")


class ExitPage(Page):
    """Begin, go on with, read or sign the exit checklist of a case."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Open the checklist of the place's case."""
        super().__init__(desk, place, margin=0)
        self.body.setSpacing(0)
        self._first: QWidget | None = None
        self.checks: list[CheckFold] = []
        self.folds: dict[str, Fold] = {}
        self.work: FormWork | None = None
        self.checklist: ExitScreen | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AFTER_MS)
        self._again.timeout.connect(self.refresh)
        self._is_whole = False
        self.setAccessibleName(translate("leaving", "Exit of service"))
        self.grow(self._opening())

    def _opening(self) -> Generator[None, None, None]:
        """Read the checklist and what it is judged by, and draw it from the top."""
        workspace, subject = self.desk.workspace, self._subject()
        try:
            document = exit_document(workspace, subject)
            if document is None:
                self._offer_beginning(subject)
                return
            yield
            yield from reading_ahead(workspace.vault, subject)
            workspace.casework.case_file(document.subject)
            yield
            screen = open_exit(workspace, document)
        except OutreachError as error:
            edge = current_look().px(28)
            self.body.setContentsMargins(edge, edge, edge, edge)
            self.body.addWidget(self.notice)
            self.body.addStretch(1)
            self.tell_error(error)
            return
        yield
        yield from self._showing(document, screen)

    def _subject(self) -> Subject:
        if self.place.subject is None:
            raise ValueError("an exit needs somebody who leaves")
        return self.place.subject

    # ---- beginning --------------------------------------------------------------------------

    def _offer_beginning(self, subject: Subject) -> None:
        part = BeginPart(spoken_reference_of(self.desk.workspace, subject), self._on_begin)
        self.body.addWidget(self.notice)
        self.body.addWidget(part, 1)
        self._first = part.button

    def _on_begin(self) -> None:
        try:
            begin_exit(self.desk.workspace, self._subject())
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(replace(self.place, address=""))

    # ---- the checklist ----------------------------------------------------------------------

    def _showing(self, document: Document, screen: ExitScreen) -> Generator[None, None, None]:
        standing = screen.standing()
        yield
        self.checklist = screen
        self.document = document
        self.place = replace(self.place, document_id=document.document_id)
        if screen.is_draft:
            self.work = FormWork(self.desk, screen.opened, self)
            self.work.answered.connect(lambda _affected: self._again.start())
            self.work.rows_changed.connect(lambda _address: self._again.start())
        self.body.addWidget(self._make_head(screen, standing))
        across = QFrame()
        across.setProperty("kind", "rule")
        self.body.addWidget(across)
        self.body.addWidget(self.notice)
        self._stack = QStackedWidget()
        self._area = Scroll(margin=28, gap=10)
        self._stack.addWidget(self._area)
        self.body.addWidget(self._stack, 1)
        yield
        yield from self._building(screen, standing)
        self._is_whole = True
        if self.place.address:
            QTimer.singleShot(0, self, partial(self.go_to, self.place.address))

    def _make_head(self, screen: ExitScreen, standing: Standing) -> FormHead:
        workspace = self.desk.workspace
        title = translate("leaving", "Exit of service")
        state = translate("leaving", "Draft")
        if not screen.is_draft:
            state = STATE_WORDS[document_state(self.desk.sitting, self.document.document_id)]
        name = str(screen.opened.context.case_file.client.get("preferred_name", ""))
        whose = in_a_row(
            (each for each in (spoken_reference_of(workspace, self._subject()), name) if each),
            " · ",
        )
        head = FormHead(
            whose,
            title,
            state,
            translate(
                "leaving",
                "Each check shows what the records say. You decide; where you decide against them, "
                "say why.",
            ),
        )
        head.tell_all_saved()
        head.tools.addWidget(
            Button(translate("leaving", "Preview PDF"), self._on_preview, shortcut="Ctrl+P")
        )
        for button in self._ways_on(standing):
            head.tools.addWidget(button)
        if self.work is not None:
            self._connect(self.work, head)
        return head

    def _connect(self, work: FormWork, head: FormHead) -> None:
        def failed(error: HostFault) -> None:
            head.tell_unsaved()
            self.notice.tell_error(error)

        work.saved.connect(head.tell_saved)
        work.saved.connect(self.desk.tell_saved)
        work.edited.connect(head.tell_writing)
        work.failed.connect(failed)

    def _ways_on(self, standing: Standing) -> list[Button]:
        if self.work is not None:
            words = translate("leaving", "Review and sign")
            return [Button(words, self.review, kind="primary")]
        again = Button(translate("leaving", "Go on with it…"), self._on_begin)
        if Room.SHARE not in rooms() or not standing.to_close:
            return [again]
        words = translate("leaving", "Send for approval")
        return [again, Button(words, self._on_send, kind="primary")]

    def _building(self, screen: ExitScreen, standing: Standing) -> Generator[None, None, None]:
        column = self._area.column
        self._standing = StandingCard(self.go)
        self._standing.tell(standing, signed=not screen.is_draft)
        column.addWidget(self._standing)
        yield
        if self.work is not None:
            column.addWidget(
                self._fold(
                    self.work, "exit_opening", translate("leaving", "Reason, date and kind of exit")
                )
            )
            column.addWidget(
                self._fold(
                    self.work, "short_route", translate("leaving", "What this reason needs instead")
                )
            )
        for shown in standing.checks:
            fold = CheckFold(screen, self.work, shown, self.go)
            self.checks.append(fold)
            column.addWidget(fold)
            yield
        self._client = client_card(screen, partial(self.go_to, "e6/client_ready"))
        column.addWidget(self._client)
        if self.work is not None:
            column.addWidget(
                self._fold(
                    self.work,
                    "exit_signing",
                    translate("leaving", "Closing summary and signatures"),
                )
            )
        column.addStretch(1)
        self._tell_folds(screen)

    def _fold(self, work: FormWork, group: str, title: str) -> Fold:
        item = work.opened.definition.item_at(group)
        names = [each.name for each in getattr(item, "children", ())]
        fold = Fold("", title, lambda: Blocks(work, names))
        self.folds[group] = fold
        return fold

    def refresh(self) -> None:
        """Read all evidence again and show it."""
        screen = self.checklist
        if screen is None or not self._is_whole:
            return
        standing = screen.standing()
        self._standing.tell(standing, signed=not screen.is_draft)
        for fold, shown in zip(self.checks, standing.checks, strict=True):
            fold.update_check(shown)
        fresh = client_card(screen, partial(self.go_to, "e6/client_ready"))
        self._area.column.replaceWidget(self._client, fresh)
        self._client.hide()
        self._client.deleteLater()
        self._client = fresh
        self._tell_folds(screen)

    def _tell_folds(self, screen: ExitScreen) -> None:
        for group, plain in self.folds.items():
            plain.tell(self._summary(screen, group))
            plain.setVisible(screen.opened.session.is_relevant(group))

    def _summary(self, screen: ExitScreen, group: str) -> str:
        if group != "exit_opening":
            return ""
        opened = screen.opened
        answers, label = opened.answers(), opened.context.label_of
        codes = ("exit_reason", "exit_kind", "exit_from")
        words = [label(name, text_of(answers, name)) for name in codes if text_of(answers, name)]
        return in_a_row(words, " · ") or translate("leaving", "Nothing is chosen yet")

    # ---- ways -------------------------------------------------------------------------------

    def go(self, goal: Goal) -> None:
        """Lead to where something is resolved."""
        if goal.address:
            self.go_to(goal.address)
        elif goal.document_id:
            own = goal.document_id == self.document.document_id
            if not own:
                self._leave_for(Place(room=Room.FORM, document_id=goal.document_id))
        elif goal.form_id:
            self._leave_for(Place(room=Room.FORM, topic=goal.form_id))

    def _leave_for(self, place: Place) -> None:
        self.desk.go(replace(place, subject=self.place.subject))

    def go_to(self, address: str) -> None:
        """Open the card in which a question stands, and give it the keyboard."""
        self._to_checks()
        target: QWidget | None = None
        for fold in self.checks:
            if fold.holds(address):
                fold.go_to(address)
                target = fold
        group = address.partition("/")[0]
        if target is None and group in self.folds:
            target = self.folds[group]
            inside = self.folds[group].open()
            if isinstance(inside, Blocks) and not inside.go_to(address):
                self.folds[group].take_focus()
        if target is not None:
            focused: QWidget | None = self.focusWidget()
            shown = focused if focused is not None else target
            QTimer.singleShot(40, shown, lambda: self._area.ensureWidgetVisible(shown, 0, 80))

    def review(self) -> None:
        """Show what would be signed, and what stands against it."""
        work = self.work
        if work is None:
            return
        self.commit()
        before: QWidget | None = self.focusWidget()

        def back() -> None:
            self._to_checks()
            if before is not None and before.isVisibleTo(self):
                before.setFocus()
            else:
                self.first_focus()

        obstacles = work.opened.obstacles()
        part = SignReview(work, obstacles, self.go_to, back, self._on_signed, merge=self._to_merge)
        self._to_checks()
        self._stack.addWidget(part)
        self._stack.setCurrentWidget(part)
        part.first_focus()

    def _to_merge(self) -> None:
        if self.work is not None:
            document = self.work.opened.document
            place = Place(
                room=Room.MERGE, subject=document.subject, document_id=document.document_id
            )
            self.desk.go(replace(place, topic=DRAFT))

    def _to_checks(self) -> None:
        while self._stack.count() > 1:
            part = self._stack.widget(1)
            if part is None:
                break
            self._stack.removeWidget(part)
            part.deleteLater()
        self._stack.setCurrentIndex(0)

    def _on_signed(self, _revision: Revision) -> None:
        self.desk.go(replace(self.place, address=""))

    def _on_send(self) -> None:
        self._leave_for(Place(room=Room.SHARE, document_id=self.document.document_id))

    def _on_preview(self) -> None:
        self.commit()
        open_preview(self.desk, self, self.document)

    # ---- the page ---------------------------------------------------------------------------

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for fold in self.checks:
            fold.commit()
        for plain in self.folds.values():
            if isinstance(plain.inside, Blocks):
                plain.inside.commit()

    def leave(self) -> None:
        """Save what is typed."""
        self.commit()

    def first_focus(self) -> None:
        """Give the keyboard to the first check that waits, else to the first thing to do."""
        if self._first is not None:
            self._first.setFocus()
        elif self.checklist is not None and self._is_whole:
            shown = self.checklist.standing().checks
            waiting = [n for n, each in enumerate(shown) if not each.is_settled]
            self.checks[waiting[0] if waiting else 0].take_focus()
