"""One page of the first run: a question, a way on, a way back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from outreach_app.errors import OutreachError
from outreach_app.services.beginning import Begun, Establishment
from outreach_app.services.instants import Clock
from outreach_app.services.recovery import OpenedRecovery
from outreach_app.services.sitting import Sitting
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.notices import Notice, focus_first
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.speech import translate
from outreach_app.ui.unlock.calm import CalmPage

WIDTH_PX = 600


@dataclass(slots=True)
class Answers:
    """What was answered so far; going back loses none of it.

    Attributes:
        vault_folder: Where the new vault goes.
        card: The organisation file that was chosen.
        written: How many of the shares were written down and checked.
        shares: Typed in to open a vault with; forgotten as soon as they were tried.
        recovery: What they opened.
    """

    vault_folder: Path
    organisation_folder: Path
    card: bytes = b""
    words_compared: bool = False
    full_name: str = ""
    initials: str = ""
    role: str = "caseworker"
    passphrase: str = field(default="", repr=False)
    organisation: str = ""
    site: str = ""
    manager_passphrase: str = field(default="", repr=False)
    establishment: Establishment | None = None
    written: int = 0
    begun: Begun | None = None
    shares: list[str] = field(default_factory=list, repr=False)
    recovery: OpenedRecovery | None = None
    backup: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What every step gets.

    Attributes:
        go: Shows the next step, made by the function.
        back: Shows the step before.
        finish: The vault is there: opens it.
        restart: Back to the unlock page.
        enter: Goes on with a vault that is unlocked already.
    """

    answers: Answers
    jobs: Jobs
    clock: Clock
    go: "Callable[[Callable[[Way], Step]], None]"
    back: Callable[[], None]
    finish: Callable[[Begun], None]
    restart: Callable[[], None]
    enter: Callable[[Sitting], None]


class Step(CalmPage):
    """A page of the first run. What it asks goes between the title and `finish_page`.

    Attributes:
        way: Answers, jobs and the ways on and back.
        notice: What went wrong.
    """

    def __init__(self, way: Way, title: str, second: str = "") -> None:
        """Begin a page with its question."""
        super().__init__(title, second, width=WIDTH_PX)
        self.way = way
        self.notice = Notice()
        self.notice.installEventFilter(self)
        self._next: Button | None = None
        self._back: Button | None = None

    def finish_page(self, words: str, pressed: Callable[[], None], *, back: bool = True) -> None:
        """Put the way on, the way back and below them the notice: it moves neither away."""
        self._next = Button(words, pressed, kind="primary")
        foot = row(self._next)
        foot.addStretch(1)
        if back:
            self._back = Button(translate("welcome", "Back"), self.way.back, kind="plain")
            foot.addWidget(self._back)
        self.column.addLayout(foot)
        self.column.addWidget(self.notice)

    def lead_on(self, words: str, pressed: Callable[[], None]) -> None:
        """Let the way on be another one from now on."""
        if self._next is not None:
            self._next.setText(words)
            self._next.setAccessibleName(words)
            self._next.clicked.disconnect()
            self._next.clicked.connect(lambda _checked: pressed())

    def allow_next(self, *, allowed: bool) -> None:
        """Say whether one may go on."""
        if self._next is not None:
            self._next.setEnabled(allowed)

    def show_next(self, *, shown: bool) -> None:
        """Show the way on, or nothing where it will stand."""
        if self._next is not None:
            self._next.setVisible(shown)

    def allow_back(self, *, allowed: bool) -> None:
        """Say whether one may go back."""
        if self._back is not None:
            self._back.setEnabled(allowed)

    def press_next(self) -> None:
        """Go on, where one may."""
        if self._next is not None and self._next.isEnabled():
            self._next.click()

    def focus_next(self) -> None:
        """Give the keyboard to the way on."""
        if self._next is not None:
            self._next.setFocus()

    def open_vault(self) -> None:
        """Go on into the vault that was made."""
        begun = self.way.answers.begun
        if begun is None:
            return
        try:
            self.way.finish(begun)
        except OutreachError as error:
            self.tell_error(error)

    def tell_error(self, error: Exception) -> None:
        """Show an expected failure; a bug is raised."""
        if not isinstance(error, OutreachError):
            raise error
        self.notice.tell_error(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring what is said into sight where it stands below the end of the window."""
        if watched is self.notice and event.type() is QEvent.Type.Show:
            QTimer.singleShot(0, self.notice, self._show_notice)
        return super().eventFilter(watched, event)

    def _show_notice(self) -> None:
        """Scroll to what was said."""
        if self.notice.isVisible():
            self.bring_into_sight(self.notice)

    def first_focus(self) -> None:
        """Begin with the first thing that can be answered."""
        focus_first(self)
