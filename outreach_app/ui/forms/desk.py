"""The open draft on the screen: head, three columns, and the pages that take the middle's place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from outreach_app.domain.documents import Revision
from outreach_app.errors import HostFault, OutreachError
from outreach_app.report.dates import day_and_month
from outreach_app.services.draft_places import place_in_draft, remember_in_draft
from outreach_app.services.form_sections import FormSection, SectionIndex, sections_of
from outreach_app.services.readiness import initial_obstacles
from outreach_app.ui.forms.canvas import Canvas
from outreach_app.ui.forms.head import FormHead
from outreach_app.ui.forms.missing import MissingList
from outreach_app.ui.forms.navigator import Navigator
from outreach_app.ui.forms.news import bar_margins
from outreach_app.ui.forms.place_bar import PlaceBar
from outreach_app.ui.forms.section_head import SectionFoot, SectionHead
from outreach_app.ui.forms.signing import SignReview
from outreach_app.ui.forms.summary import Summary
from outreach_app.ui.forms.three_columns import ThreeColumns
from outreach_app.ui.forms.tracking import Tracking
from outreach_app.ui.forms.words import ASSESSMENT, SIGNED
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import column, rule
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.shell.standing import remember
from outreach_app.ui.speech import translate

_COUNT_FIRST_MS = 30
_STANDING_MS = 400


class FormDesk(QWidget):
    """Everything around one open draft.

    Attributes:
        work: The open document.
        canvas: The middle.
    """

    def __init__(self, page: Page, work: FormWork, whose: str) -> None:
        """Lay out an open draft; `whose` is the reference and name of whom it is about."""
        super().__init__()
        self._page = page
        self.work = work
        self.sections = sections_of(work.opened.definition)
        self._index = SectionIndex(self.sections)
        self.tracking = Tracking(work, self.sections, self)
        self.canvas = Canvas(work)
        self._address = ""
        self._standing = QTimer(self)
        self._standing.setSingleShot(True)
        self._standing.timeout.connect(self._on_standing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.head = self._make_head(whose)
        layout.addWidget(self.head)
        layout.addWidget(rule())
        layout.addWidget(page.notice)
        self._above = column(gap=0)
        layout.addLayout(self._above)
        self._place = PlaceBar(work, self._on_pause)
        self._place.changed.connect(self._on_place)
        self.put_above(self._place)
        self.navigator = Navigator(self.sections, self._label, self.show_key, self.show_missing)
        safety = self._to_safety if self._has_safety() else None
        self.summary = Summary(self.go_to, safety)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._columns = ThreeColumns(self.navigator, self._stack, self.summary)
        self._columns.arranged.connect(self._on_arranged)
        self._left_toggle.clicked.connect(self._columns.show_left)
        self._right_toggle.clicked.connect(self._columns.show_right)
        layout.addWidget(self._columns, 1)
        self._connect()
        page.setAccessibleName(work.opened.definition.title)

    def _make_head(self, whose: str) -> FormHead:
        work = self.work
        state = translate("forms", "Draft")
        if work.opened.draft.base:
            state = translate("forms", "Draft of a new version")
        head = FormHead(whose, work.opened.definition.title, state, self._origin())
        head.tell_all_saved()
        self._left_toggle = Button(translate("forms", "Sections"), kind="plain")
        self._right_toggle = Button(translate("forms", "Adds up to"), kind="plain")
        self._undo = Button(translate("forms", "Undo"), self.undo, kind="plain")
        self._undo.setToolTip("Ctrl+Z")
        self._undo.setAccessibleDescription("Ctrl+Z")
        self._undo.setEnabled(False)
        words = translate("forms", "Review and sign")
        self._review = Button(words, self.review, kind="primary", shortcut="Ctrl+Return")
        for button in (self._left_toggle, self._right_toggle, self._undo):
            head.tools.addWidget(button)
        head.tools.addWidget(self._review)
        return head

    def add_tool(self, words: str, pressed: Callable[[], None], *, shortcut: str = "") -> Button:
        """Put a button before “Review and sign”, such as for printing; text is saved first."""

        def press() -> None:
            self.canvas.commit()
            pressed()

        button = Button(words, press, shortcut=shortcut)
        self.head.tools.removeWidget(self._review)
        for each in (button, self._review):
            self.head.tools.addWidget(each)
        self.head.arrange()
        return button

    def put_above(self, widget: QWidget) -> None:
        """Put something to know between the head and the questions."""
        self._above.setContentsMargins(*bar_margins())
        self._above.addWidget(widget)

    def _origin(self) -> str:
        earlier = self.work.earlier
        if earlier.on is None:
            return ""
        on = day_and_month(earlier.on, with_year=True)
        if earlier.same_document:
            return translate(
                "forms", "Begun from the version of {day} · changes are marked"
            ).format(day=on)
        return translate("forms", "The one before is of {day} · its answers stand beside").format(
            day=on
        )

    def _connect(self) -> None:
        work, desk = self.work, self.work.desk
        work.saved.connect(self._on_saved)
        work.saved.connect(desk.tell_saved)
        work.saved.connect(lambda _: self._page.notice.clear())
        work.edited.connect(self.head.tell_writing)
        work.refused.connect(self.head.tell_refused)
        work.steps_changed.connect(lambda: self._undo.setEnabled(work.can_undo))
        work.failed.connect(self._on_failed)
        work.wanted.connect(self.go_to)
        self.tracking.counted.connect(self._on_counted)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        for keys, act in (
            ("Alt+Up", lambda: self.step(-1)),
            ("Alt+Down", lambda: self.step(1)),
            ("Ctrl+J", self.next_unanswered),
            ("Ctrl+Z", self.undo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ---- opening ----------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the section in which one was, at the question at which one was."""
        work = self.work
        if not work.is_open:
            return
        known = place_in_draft(work.desk.sitting, work.opened.document.document_id)
        address = self._page.place.address or known
        section = self._index.at(address) if address else None
        if section is not None and self._place.hides(section.key):
            section = None
        self._show(section or self.sections[0])
        if section is not None and address != section.key:
            self.go_to(address)
        else:
            self.canvas.first_focus()
        self.tracking.begin(_COUNT_FIRST_MS)

    def _label(self, section: FormSection) -> str:
        if not section.key:
            return self.work.opened.definition.title
        return self.work.session.label(section.key) or section.key

    def _has_safety(self) -> bool:
        return bool(self.work.opened.document.subject.case_id) and Room.SAFETY in rooms()

    def _to_safety(self) -> None:
        document = self.work.opened.document
        # What an assessment says already is not asked again, and its flags are set at once.
        here = document.document_id if document.form_id == ASSESSMENT else ""
        place = Place(room=Room.SAFETY, subject=document.subject, document_id=here)
        self.work.desk.go(place)

    # ---- sections ---------------------------------------------------------------------------

    @property
    def section(self) -> FormSection:
        """The section that is shown."""
        return self.canvas.section or self.sections[0]

    @property
    def page_address(self) -> str:
        """The question at which one is, or the section."""
        return self._address

    def _asked(self) -> list[FormSection]:
        shown = [each for each in self.sections if not self._place.hides(each.key)]
        return [each for each in shown if self.tracking.is_asked(each.key)]

    def show_key(self, key: str) -> None:
        """Show a section and give the keyboard to its first question."""
        self._show(next(each for each in self.sections if each.key == key))
        self.canvas.first_focus()

    def step(self, places: int) -> None:
        """Go to the section before (-1) or after (1) this one; after the last, to the review."""
        self.canvas.commit()  # what is typed may decide which sections are asked
        there = self.tracking.beside(self.section, self._asked(), places)
        if there is not None:
            self.show_key(there.key)
        elif places > 0:
            self.review()

    def _show(self, section: FormSection) -> None:
        self._clear_stack()
        head = SectionHead(self.work, section, self._label(section))
        self.canvas.show_section(section, head)
        ends = (section is self.sections[0], section is self.sections[-1])
        self.canvas.end_with(SectionFoot(lambda: self.step(-1), lambda: self.step(1), ends))
        self.navigator.show_here(section.key)
        self._remember(section.key)

    def to_questions(self) -> None:
        """Show the questions again, with the keyboard where it was."""
        self._clear_stack()
        if not (self._address and self.canvas.go_to(self._address)):
            self.canvas.first_focus()

    def _clear_stack(self) -> None:
        while self._stack.count() > 1:
            other = self._stack.widget(1)
            if other is None:
                break
            self._stack.removeWidget(other)
            other.deleteLater()
        self._stack.setCurrentIndex(0)
        self._review.setVisible(True)
        self._columns.arrange()

    def go_to(self, address: str) -> None:
        """Go to a question, group or repeat, in whatever section it stands."""
        section = self._index.at(address)
        if section is None:
            return
        if section is not self.section or self.canvas.section is None:
            self._show(section)
        self._clear_stack()
        if self.canvas.go_to(address):
            self._remember(address)

    def next_unanswered(self) -> None:
        """Go to the next question without an answer, from here on and then from the beginning."""
        self.canvas.commit()
        here = self.canvas.address_of(QApplication.focusWidget()) or self._address
        every = list(self.work.session.questions())
        place = next((n for n, each in enumerate(every) if each.startswith(here)), 0)
        inside = {each for each in every if here and (each == here or each.startswith(f"{here}/"))}
        open_ones = [
            each
            for each in self.work.session.unanswered()
            if each not in inside and not self._place.hides(each)
        ]
        order = {each: n for n, each in enumerate(every)}
        after = [each for each in open_ones if order.get(each, 0) > place]
        if after or open_ones:
            self.go_to((after or open_ones)[0])

    # ---- instead of the questions -----------------------------------------------------------

    def show_instead(self, page: QWidget) -> None:
        """Show a page in the middle's place, such as a list to go through."""
        self._clear_stack()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_missing(self) -> None:
        """Show what is missing for which purpose."""
        self.canvas.commit()
        opened, visit = self.work.opened, self.work.visit
        is_assessment = opened.definition.form_id == ASSESSMENT
        initial = initial_obstacles(self.work.session) if is_assessment else None
        page = MissingList(initial, opened.obstacles(), self.go_to, self.to_questions, visit)
        self.show_instead(page)
        page.first_focus()

    def review(self) -> None:
        """Show what would be signed, and what stands against it; keys may come after the vault closed."""
        if not self.work.is_open:
            return
        self.canvas.commit()
        found = self.work.opened.obstacles()
        page = SignReview(self.work, found, self.go_to, self.to_questions, self._on_signed)
        self.show_instead(page)
        # One primary action at a time: the signature is on the page now.
        self._review.setVisible(False)
        page.first_focus()

    def _on_pause(self) -> None:
        """Leave the form; everything is kept, and one comes back to the same question."""
        subject = self.work.opened.document.subject
        self.work.desk.go(Place(room=Room.CASE if subject.case_id else Room.CASES, subject=subject))

    def _on_signed(self, revision: Revision) -> None:
        document_id = revision.header.document_id
        here = replace(self._page.place, document_id=document_id, address="", topic=SIGNED)
        self.work.desk.go(here)

    # ---- news -------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last accepted answer."""
        self.canvas.commit()
        try:
            address = self.work.undo()
        except OutreachError as error:
            self._page.notice.tell_error(error)
            return
        if address:
            self.canvas.refresh()
            self.go_to(address)

    def _on_saved(self, at: datetime) -> None:
        if self.work.unaccepted:
            self.head.tell_refused()
        else:
            self.head.tell_saved(at)

    def _on_failed(self, error: HostFault) -> None:
        self.head.tell_unsaved()
        self._page.notice.tell_error(error)

    def _on_counted(self) -> None:
        answered = total = 0
        for section in self.sections:
            progress = self.tracking.progress(section.key)
            button = self.navigator.button(section.key)
            asked = progress.total > 0 or progress.relevant
            asked = asked and not self._place.hides(section.key)
            if asked == button.isHidden():
                button.setVisible(asked)
            needed = self.tracking.needed(section.key)
            button.tell(progress, needed, label=self._label(section))
            answered += progress.answered
            total += progress.total
        self.navigator.show_heads()
        gaps = len(self.work.session.gaps())
        self.navigator.tell_whole(answered, total, gaps, len(self.tracking.obstacles))
        self.summary.tell(self.tracking.summary)

    def _on_place(self) -> None:
        if self.tracking.is_counted:
            self._on_counted()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        address = self.canvas.address_of(now)
        if address:
            self._remember(address)

    def _remember(self, address: str) -> None:
        self._address = address
        self._page.place = replace(self._page.place, address=address)
        self._standing.start(_STANDING_MS)

    def _on_standing(self) -> None:
        if self.work.is_open:
            remember(self.work.desk, self._page.place)

    def leave(self) -> None:
        """Save what is typed, and where one is if it was shown; a closed vault has been left already."""
        if not self.work.is_open:
            return
        self.canvas.commit()
        self._standing.stop()
        self._on_standing()
        document_id = self.work.opened.document.document_id
        if self._address and self.work.desk.workspace.vault.drafts.has(document_id):
            remember_in_draft(self.work.desk.sitting, document_id, self._address)

    # ---- room -------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        # What stands above the questions wraps: it never makes the window higher than the display.
        return QSize(super().minimumSizeHint().width(), 0)

    def _on_arranged(self) -> None:
        self._left_toggle.setVisible(not self._columns.has_left)
        self._right_toggle.setVisible(not self._columns.has_right)
        self.head.arrange()
