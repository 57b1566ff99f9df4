"""The immediate safety screen: minutes after a first contact, at night, from the keyboard alone."""

from collections.abc import Generator
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from outreach_app.domain.documents import Subject
from outreach_app.errors import HostFault, OutreachError
from outreach_app.services.arrival import begin_arrival
from outreach_app.services.case_words import spoken_reference_of
from outreach_app.services.instants import CASEWORK_ZONE, read_instant
from outreach_app.services.safety_screen import (
    DANGER_NOW,
    NOT_SAFE_TO_TALK,
    YES,
    SafetyScreen,
    ScreenQuestion,
    emergency_words,
    open_screen,
)
from outreach_app.ui.forms.head import FormHead
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.safety.arrival import Arrival
from outreach_app.ui.safety.flag_works import FlagWorks
from outreach_app.ui.safety.panel import FlagPanel
from outreach_app.ui.safety.parts import SAFE_TO_TALK, SIGNATURE, Emergency, Finish, SafeNow
from outreach_app.ui.safety.rows import RowPages, focused
from outreach_app.ui.safety.sides import Sides
from outreach_app.ui.safety.signing import sign_flags, sign_screen
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_REST_MS = 700
"""So long an answer rests before its flag begins: a digit pressed again goes on to the next."""


class SafetyPage(Page):
    """Questions at the left, what to do at the right, the end on a second part.

    Attributes:
        safety: What is answered; None while it is not said who it is about.
    """

    def __init__(self, desk: Desk, place: Place) -> None:
        """Go on with the screen of a case, or ask who it is about."""
        super().__init__(desk, place, margin=0)
        self.body.setSpacing(0)
        self.safety: SafetyScreen | None = None
        self._first: SafeNow | Arrival | None = None
        self._resting = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.settle)
        if place.subject is None:
            self._ask_who()
        else:
            self.setAccessibleName(translate("safety", "Immediate safety"))
            self.grow(self._opening(place.subject))

    def _ask_who(self) -> None:
        part = Arrival(self._on_new, lambda: self.desk.go(Place(room=Room.CASES)))
        self.setAccessibleName(part.accessibleName())
        self.body.addWidget(self.notice)
        self.body.addWidget(part, 1)
        self._first = part

    def _on_new(self) -> None:
        try:
            begun = begin_arrival(self.desk.workspace.casework, {}).case
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(Place(room=Room.SAFETY, subject=begun.subject))

    # ---- the screen -------------------------------------------------------------------------

    def _opening(self, subject: Subject) -> Generator[None, None, None]:
        """Read what is answered and draw it; it counts as open once everything is there."""
        workspace = self.desk.workspace
        try:
            screen = open_screen(workspace, subject, self.place.document_id)
        except OutreachError as error:
            edge = current_look().px(28)
            self.body.setContentsMargins(edge, edge, edge, edge)
            self.body.addWidget(self.notice)
            self.body.addStretch(1)
            self.tell_error(error)
            return
        yield
        document_id = screen.assessment.document.document_id
        self.place = replace(self.place, document_id=document_id)
        self._reference = spoken_reference_of(workspace, screen.subject)
        self.work = FormWork(self.desk, screen.assessment, self)
        self.head = self._make_head(screen)
        self._connect(self.work)
        self.flags = FlagWorks(self.desk, screen, self._connect, self)
        yield
        yield from self._laying_out(screen)
        self.safety = screen
        self.settle(quiet=True)
        if self._asks_only_safe():
            self._ask_safe()

    def _connect(self, work: FormWork) -> None:
        work.saved.connect(self.head.tell_saved)
        work.saved.connect(self.desk.tell_saved)
        work.edited.connect(self.head.tell_writing)
        work.failed.connect(self._on_failed)

    def _on_failed(self, error: HostFault) -> None:
        self.head.tell_unsaved()
        self.notice.tell_error(error)

    def _make_head(self, screen: SafetyScreen) -> FormHead:
        begun = str(screen.assessment.answers().get("assessed_at", ""))
        at = f"{read_instant(begun).astimezone(CASEWORK_ZONE):%H:%M}" if begun else ""
        whose = translate("safety", "{reference} · begun {clock}").format(
            reference=self._reference, clock=at
        )
        title = translate("safety", "Immediate safety")
        self.setAccessibleName(title)
        head = FormHead(
            whose if at else self._reference,
            title,
            translate("safety", "Draft"),
            translate(
                "safety",
                "A digit goes to its question and answers it, pressed again changes it · Enter next "
                "· F6 who was told · Esc leaves, everything is kept",
            ),
        )
        head.tell_all_saved()
        self._toggle = Button(translate("safety", "What to do"), self._on_toggled)
        self._finish_button = Button(
            translate("safety", "Finish"), self.finish, kind="primary", shortcut="Ctrl+Return"
        )
        head.tools.addWidget(self._toggle)
        head.tools.addWidget(self._finish_button)
        return head

    def _laying_out(self, screen: SafetyScreen) -> Generator[None, None, None]:
        self.pages = RowPages(screen)
        yield
        self.pages.given.connect(self._on_given)
        self.pages.moved.connect(self._on_moved)
        self.pages.ended.connect(self.finish)
        self.panel = FlagPanel(self.desk.sitting)
        self.panel.asked.connect(self.show_flag)
        self.panel.taken_back.connect(self._on_taken_back)
        self.panel.kept.connect(self._on_kept)
        self.panel.writing.connect(self._on_writing)
        self.panel.clearing.connect(self._on_clearing)
        self.panel.closed.connect(self._on_toggled)
        yield
        self.sides = Sides(self.pages, self.panel, self._toggle)
        across = QFrame()
        across.setProperty("kind", "rule")
        for each in (self.head, across, self.notice):
            self.body.addWidget(each)
        self.body.addWidget(self.sides, 1)
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self._on_other_side)

    # ---- answers ----------------------------------------------------------------------------

    def _on_given(self, question: ScreenQuestion, value: str, at_once: bool) -> None:
        error = self.work.give(question.address, value)
        if error is not None:
            self.notice.tell_error(error)
        self.pages.tell_count()
        if at_once:
            self.settle()
        else:
            self._resting = question.code
            self._rest.start()

    def _on_moved(self, question: ScreenQuestion) -> None:
        if self._rest.isActive() and question.code != self._resting:
            self.settle()
        screen = self.safety
        if screen is not None and screen.flag(question.code) is not None:
            self.show_flag(question.code)

    def settle(self, *, quiet: bool = False) -> None:
        """Begin the flags of what was answered with yes; take back those set by mistake.

        Args:
            quiet: The page is being opened: nothing is covered and nothing takes its place.
        """
        self._rest.stop()
        screen = self.safety
        if screen is None:
            return
        try:
            slips = self.flags.take_back_slips()
            begun = self.flags.begin()
        except OutreachError as error:
            self.notice.tell_error(error)
            return
        if self.panel.code in slips:
            self.panel.show_calm()
        taken = translate("safety", "The flag was taken back. Nothing had been written in it.")
        self._show_state(screen, begun, taken if slips else "")
        if quiet:
            return
        if NOT_SAFE_TO_TALK in begun:
            self.work.give(SAFE_TO_TALK, "")
            self.desk.lock_asked.emit()
        elif DANGER_NOW in begun:
            self.show_emergency()

    def _show_state(self, screen: SafetyScreen, begun: list[str], remark: str) -> None:
        flags = [each.code for each in screen.flags()]
        if begun:
            self.show_flag(begun[-1])
            self.sides.show_panel()
        elif not flags:
            self.panel.show_calm(remark)
        elif not self.panel.code or self.panel.code not in flags:
            self.show_flag(flags[0])
        elif self.panel.code in screen.contradicted():
            self.show_flag(self.panel.code)

    def show_flag(self, code: str) -> None:
        """Show a flag at the right."""
        screen = self.safety
        flag = screen.flag(code) if screen is not None else None
        if screen is None or flag is None:
            return
        doubt = code in screen.contradicted() and code not in self.flags.kept
        work = self.flags.work(code)
        shown = self.panel.code == code and not doubt
        if shown and self.panel.shows(work):
            return
        others = [each for each in screen.flags() if each.code != code]
        self.panel.show_flag(flag, work, others, doubt=doubt)

    def _on_taken_back(self, code: str) -> None:
        if self.safety is None:
            return
        self.flags.forget(code)
        self.panel.show_calm()
        self._show_state(self.safety, [], "")

    def _on_kept(self, code: str) -> None:
        self.flags.kept.add(code)
        self.show_flag(code)

    def _on_writing(self, code: str) -> None:
        try:
            self.flags.write_in(code)
        except OutreachError as error:
            self.notice.tell_error(error)
            return
        self.show_flag(code)
        self.panel.first_focus()

    def _on_clearing(self, code: str) -> None:
        flag = self.safety.flag(code) if self.safety is not None else None
        if flag is not None and flag.signed is not None:
            held = flag.signed.document_id
            self.desk.go(Place(room=Room.FORM, subject=self.place.subject, document_id=held))

    # ---- what takes the place of the questions ------------------------------------------------

    def _to_questions(self) -> None:
        self.sides.to_questions()
        self._show_finish()
        self.pages.first_focus()

    def _instead(self, part: QWidget, *, with_panel: bool) -> None:
        self.sides.instead(part, with_panel=with_panel)
        self._show_finish()

    def _show_finish(self) -> None:
        # One way on at a time: the end has its own, and so has the emergency call.
        self._finish_button.setVisible(self.sides.shows_questions)

    def show_emergency(self) -> None:
        """Let the whole page say what to do now."""
        screen = self.safety
        if screen is None:
            return
        question = next(each for each in screen.questions if each.code == DANGER_NOW)
        words = emergency_words(self.desk.workspace, screen, self._reference)
        work = self.flags.work(DANGER_NOW)
        part = Emergency(question, words, work, self.panel.aid(DANGER_NOW), self._to_questions)
        self._instead(part, with_panel=False)
        part.first_focus()

    def _asks_only_safe(self) -> bool:
        session = self.work.session
        listened = session.value(f"section_b/b_{NOT_SAFE_TO_TALK}") == YES
        return listened and not session.value(SAFE_TO_TALK)

    def _ask_safe(self) -> None:
        part = SafeNow(self.work.view(SAFE_TO_TALK), self._on_safe)
        self._instead(part, with_panel=False)
        self._first = part

    def _on_safe(self, value: str) -> None:
        self.work.give(SAFE_TO_TALK, value)
        self._first = None
        self._to_questions()

    def finish(self) -> None:
        """Show what the assessment needs besides, and the signature."""
        self.settle()
        screen = self.safety
        if screen is None or not self.sides.shows_questions:
            return
        if not screen.is_immediate:
            self._back_to_form(screen)
            return
        self._sign_off()
        part = Finish(
            screen,
            self.work,
            self._go_to,
            self._to_questions,
            lambda: sign_screen(self.desk, self, screen, self._on_signed),
            lambda: sign_flags(self.desk, self, screen, self._on_flags_signed),
        )
        self._instead(part, with_panel=True)
        part.first_focus()

    def _back_to_form(self, screen: SafetyScreen) -> None:
        """Go back to the assessment; its level rests on signed flags, so these are signed first."""
        there = replace(self.place, room=Room.FORM)
        if screen.ready_flags():
            sign_flags(self.desk, self, screen, lambda: self.desk.go(there))
        else:
            self.desk.go(there)

    def _sign_off(self) -> None:
        """Write the name of who sits here under the assessment; it stays open to be changed."""
        if not self.work.session.value(f"{SIGNATURE}/worker_signature_who"):
            self.work.give(f"{SIGNATURE}/worker_signature_who", self.desk.sitting.me.full_name)
            self.work.give(f"{SIGNATURE}/worker_signature_method", "typed_name")

    def _go_to(self, code: str, address: str) -> None:
        """Give the keyboard to a question of a flag or of the assessment."""
        part = self.sides.part
        if code:
            self.show_flag(code)
            self.sides.show_panel()
            self.panel.go_to(address)
        elif isinstance(part, Finish) and not part.go_to(address):
            self.desk.go(replace(self.place, room=Room.FORM, address=address))

    def _on_signed(self) -> None:
        self.desk.counts_changed.emit()
        room = Room.CASE if Room.CASE in rooms() else Room.FORM
        document_id = self.place.document_id if room is Room.FORM else ""
        self.desk.go(Place(room=room, subject=self.place.subject, document_id=document_id))

    def _on_flags_signed(self) -> None:
        self.desk.counts_changed.emit()
        self.desk.go(self.place)

    def _on_other_side(self) -> None:
        """Lead the keyboard from the questions to who was told, and back."""
        if self.panel.isAncestorOf(focused(self)):
            self.sides.hide_panel_where_narrow()
            self.pages.return_focus()
        else:
            self.sides.show_panel()
            self.panel.first_focus()

    def _on_toggled(self) -> None:
        self.sides.toggle()
        if self.sides.shows_questions and not self.sides.is_panel_alone:
            self.pages.return_focus()

    # ---- the page ---------------------------------------------------------------------------

    def leave(self) -> None:
        """Give what is typed, and begin the flags that an answer was about to set."""
        if self.safety is None:
            return
        self.settle(quiet=True)
        self.panel.commit()
        self.sides.commit()

    def first_focus(self) -> None:
        """Give the keyboard to the first question without an answer."""
        if self._first is not None:
            self._first.first_focus()
        elif self.safety is not None:
            self.pages.first_focus()
