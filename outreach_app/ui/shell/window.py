"""The main window of an unlocked vault: the bar at the side, one page at a time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from outreach_app.domain.people import Role
from outreach_app.services.flag_times import FlagTime, case_about, flag_times
from outreach_app.services.safe_points import safety
from outreach_app.services.visits.running import running_visit
from outreach_app.ui.pieces.fields import forget_text
from outreach_app.ui.shell.counts import waiting_counts
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.flag_strip import FlagStrip
from outreach_app.ui.shell.navigation import Navigation, saved_words, visit_words
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import (
    IN_BAR,
    IN_BAR_AT_NIGHT,
    IN_BAR_FOR_SUPERVISORS,
    Place,
    Room,
)
from outreach_app.ui.shell.rooms import make_page
from outreach_app.ui.shell.safe_words import old_copy_words, only_here_words, safe_point_words
from outreach_app.ui.shell.standing import first_page, remember
from outreach_app.ui.shell.tab_order import next_in_reading_order
from outreach_app.ui.shell.titles import neutral_title, role_words

_MOST_REMEMBERED = 50
_BARS = {
    Role.NIGHT_STAFF: IN_BAR_AT_NIGHT,
    Role.SUPERVISOR: IN_BAR_FOR_SUPERVISORS,
}
_LOOK_AT_VISIT_MS = 15_000
_NAME_FLAGS = frozenset({Room.CASE, Room.SAFETY})


class Window(QMainWindow):
    """Shows one page and leads to the others; what it remembers dies with it.

    Attributes:
        desk: The unlocked vault.
        page: The page that is open.
    """

    def __init__(self, desk: Desk, *, hide: Callable[[], None]) -> None:
        """Open where this person was when the window went away, else at Today.

        Args:
            desk: The unlocked vault.
            hide: Covers the window and locks.
        """
        super().__init__()
        # A glance at the task bar must tell nothing.
        self.setWindowTitle(neutral_title())
        self.desk = desk
        self._behind: list[Place] = []
        self._hide = hide
        holder = QWidget()
        self._layout = QHBoxLayout(holder)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        # What stands above a page, if anything, and the page.
        self._side = QVBoxLayout()
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(0)
        self._layout.addLayout(self._side, 1)
        self.setCentralWidget(holder)
        self._strip: FlagStrip | None = None
        self._bar = self._make_bar()
        self.page: Page = first_page(desk)
        self._show(self.page)
        desk.asked_for.connect(self.go)
        desk.went_back.connect(self.back)
        desk.counts_changed.connect(self._recount)
        desk.saved.connect(self._on_saved)
        desk.look_changed.connect(self._lay_out_anew)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back)
        visits = QTimer(self)
        visits.timeout.connect(self.look_at_visit)
        visits.start(_LOOK_AT_VISIT_MS)
        self._recount()

    def _make_bar(self) -> Navigation:
        keys = self.desk.sitting.settings().text("cover.keys")
        me = self.desk.sitting.me
        bar = Navigation(self._enter, self._hide, keys, self.rooms_in_bar())
        bar.show_person(me.full_name, role_words(me.role.value))
        bar.show_saved(saved_words(None, lock_minutes(self.desk)))
        self._layout.insertWidget(0, bar)
        return bar

    def rooms_in_bar(self) -> tuple[Room, ...]:
        """Return where the bar leads this person."""
        return _BARS.get(self.desk.sitting.me.role, IN_BAR)

    def _lay_out_anew(self) -> None:
        """Make bar and page again: their sizes follow the text size."""
        old = self._bar
        self._bar = self._make_bar()
        self._layout.removeWidget(old)
        old.deleteLater()
        if self._strip is not None:
            self._side.removeWidget(self._strip)
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        self._recount()
        self._replace(self.page.place)

    def go(self, place: Place) -> None:
        """Go to a place; where one is now is one step back, unless that is the same document."""
        here = self.page.place
        same = place.document_id and (place.room, place.document_id) == (
            here.room,
            here.document_id,
        )
        if place == here or same:
            self._replace(place)
            return
        self._behind.append(here)
        del self._behind[:-_MOST_REMEMBERED]
        self._replace(place)

    def back(self) -> None:
        """Go where one was before, else to the case that this is about, else to Today."""
        if self._behind:
            self._replace(self._behind.pop())
            return
        here = self.page.place
        about_case = (
            here.subject is not None and here.subject.case_id and here.room is not Room.CASE
        )
        self._replace(
            Place(room=Room.CASE, subject=here.subject) if about_case else Place(room=Room.TODAY)
        )

    def _enter(self, room: Room) -> None:
        if room is Room.HELP:
            # Help is about where one is, and leads back there.
            self.go(Place(room=room, topic=self.page.place.room.value))
            return
        self._behind.clear()
        self._replace(Place(room=room))

    def _replace(self, place: Place) -> None:
        old = self.page
        old.stop_growing()
        old.leave()
        self.page = make_page(self.desk, place)
        self._side.removeWidget(old)
        self._show(self.page)
        forget_text(old)
        old.hide()
        old.deleteLater()

    def _show(self, page: Page) -> None:
        self._show_flags(page.place)
        self._side.addWidget(page, 1)
        remember(self.desk, page.place)
        self._bar.show_room(page.place.bar_room())
        page.show()
        page.take_keyboard()

    def _show_flags(self, place: Place) -> None:
        """Say above a page about a case that flags are open; two pages name them themselves."""
        workspace = self.desk.workspace
        subject = case_about(workspace, place.subject, place.document_id)
        if subject is None or place.room in _NAME_FLAGS:
            flags: tuple[FlagTime, ...] = ()
        else:
            flags = flag_times(workspace, subject)
        if self._strip is None and flags:
            self._strip = FlagStrip(self.desk)
            self._side.insertWidget(0, self._strip)
        if self._strip is not None:
            self._strip.show_flags(subject, flags)

    def _recount(self) -> None:
        self._bar.show_counts(waiting_counts(self.desk.workspace))
        self._show_flags(self.page.place)
        safe = safety(self.desk.sitting)
        words = only_here_words(safe) if safe.days else safe_point_words(safe.last)
        self.look_at_visit()
        self._bar.show_safe(old_copy_words() if self.desk.workspace.old_copy else words)

    def look_at_visit(self) -> None:
        """Say when a call from a visit is expected, or that it is late."""
        if not self.desk.workspace.vault.is_open:
            return
        visit = running_visit(self.desk.sitting)
        late = visit is not None and visit.is_late(self.desk.sitting.now())
        self._bar.show_visit(visit_words(visit, late=late), late=late)

    def _on_saved(self, at: datetime) -> None:
        self._bar.show_saved(saved_words(at, lock_minutes(self.desk)))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Let Tab go as one reads: pages make their parts in whatever order suits them."""
        return next_in_reading_order(self.window(), forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a key count that came before the page was laid out."""
        if not self.page.catch_up(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed before the window goes."""
        self.page.leave()
        super().closeEvent(event)


def lock_minutes(desk: Desk) -> int:
    """Return after how many minutes without a key this vault locks."""
    shared = len(desk.workspace.vault.people.list_active()) > 1
    settings = desk.sitting.settings()
    return settings.number("lock.minutes_shared" if shared else "lock.minutes_alone")
