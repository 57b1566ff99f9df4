"""The one window of the process: unlock or first run, then the unlocked vault, and the way to lock."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from outreach_app.errors import OutreachError
from outreach_app.services.shipped import resources_folder
from outreach_app.store.front import VaultFront
from outreach_app.ui.discretion import ClipboardGuard, forget_pictures, hide_from_capture
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.watch import Refusals
from outreach_app.ui.launching.words import FromWindow, Start
from outreach_app.ui.link import LauncherLink
from outreach_app.ui.pieces.fields import forget_text
from outreach_app.ui.room_on_screen import fitting_size, show_fitting
from outreach_app.ui.shell.titles import neutral_title
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import Look
from outreach_app.ui.theme.look_file import KeptLook, keep_look
from outreach_app.ui.unlock.delay import delay_seconds
from outreach_app.ui.unlock.page import UnlockPage, Ways

if TYPE_CHECKING:
    from outreach_app.services.instants import Clock
    from outreach_app.services.sitting import Sitting
    from outreach_app.ui.shell.cover import CoverPage
    from outreach_app.ui.shell.window import Window
    from outreach_app.ui.unlock.page import Taken
    from outreach_app.ui.welcome.step import Step, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the window gets from outside.

    Attributes:
        link: To the launcher.
        start: What the launcher knows of the window before.
        kept: The look that was kept.
        end: Ends the process at once; everything is on the disk then.
        fronts: Reads what vaults there are.
        file: A file that somebody opened with the program; the inbox takes it once a vault is open.
    """

    jobs: Jobs
    clock: "Clock"
    link: LauncherLink
    start: Start
    kept: KeptLook
    end: Callable[[], None]
    fronts: Callable[[], tuple[VaultFront, ...]]
    file: Path | None = None


class Front(QMainWindow):
    """Everything that is ever on the screen.

    Attributes:
        opened: The unlocked vault's part of it, while there is one.
        cover_keys_chosen: The keys that hide everything from now on.
        session: Whatever hears when the computer locks; kept alive here.
    """

    cover_keys_chosen = Signal(str)

    def __init__(self, surroundings: Surroundings) -> None:
        """Show the unlock page, or the first run where there is no vault."""
        super().__init__()
        self.setWindowTitle(neutral_title())
        self._s = surroundings
        self._kept, self._file = surroundings.kept, surroundings.file
        start = surroundings.start  # a wait is the window's: another page and back does not end it
        self._refusals = Refusals(monotonic, delay_seconds, start.refusals, start.wait_s)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.resize(fitting_size(self._kept))
        self.opened: Window | None = None
        self.session: object = None
        self._ending = False
        self._left = False
        self._clipboard = ClipboardGuard(QGuiApplication.clipboard(), self)
        self._hidden_from_capture = True
        self._cover: CoverPage | None = None
        surroundings.link.lock_ordered.connect(self._on_lock_ordered)
        self.show_first()
        if surroundings.start.covered:
            self.cover.fall()

    def appear(self) -> None:
        """Show the window for the first time."""
        show_fitting(self)

    # ---- before the vault is unlocked -------------------------------------------------------

    def show_first(self) -> None:
        """Show the unlock page, or the first run where there is no vault."""
        fronts = self._s.fronts()
        if not fronts:
            self.show_first_run()
            return
        page = UnlockPage(
            fronts,
            self._s.jobs,
            unlocked=self._unlocked,
            refused=self._refused,
            ways=Ways(self._show_forgotten, self.show_first_run, self._show_help),
        )
        self._show(page)
        if self._s.start.crashed:
            page.tell(
                translate("unlock", "The window ended by itself"),
                translate(
                    "unlock",
                    "Every answer that it called saved is on the disk. Unlock to go on where you "
                    "were.",
                ),
            )
        elif self._file is not None:
            page.tell(
                translate("unlock", "A file waits"),
                translate("unlock", "It is opened in the inbox once you have unlocked."),
            )
        if left := self._refusals.wait_s():
            page.wait(left)

    def show_first_run(self) -> None:
        """Show the ways to a vault: join, found, restore."""
        from outreach_app.ui.welcome.start import StartStep  # noqa: PLC0415  start-up time

        leave = self.show_first if self._s.fronts() else None
        self._show_steps(lambda way: StartStep(way, leave), back=leave)

    def _show_steps(
        self, first: "Callable[[Way], Step]", *, back: Callable[[], None] | None
    ) -> None:
        from outreach_app.ui.welcome.journey import FirstRun  # noqa: PLC0415  start-up time

        self._show(
            FirstRun(
                self._s.jobs,
                self._s.clock,
                first=first,
                unlocked=self.enter,
                back=back,
                restored=self.show_first,
            )
        )

    def _show_forgotten(self) -> None:
        from outreach_app.ui.unlock.forgotten import ForgottenPage  # noqa: PLC0415  start-up time

        back, recover = self.show_first, self._show_recovery
        self._show(
            ForgottenPage(self._s.fronts(), back=back, recover=recover, restore=self.show_first_run)
        )

    def _show_help(self) -> None:
        from outreach_app.ui.unlock.helping import UnlockHelp  # noqa: PLC0415  start-up time

        def back() -> None:
            # Taken away, it uncovers what lies below.
            self._stack.removeWidget(page)
            page.deleteLater()
            _focus_first(self._stack.currentWidget())

        # The unlock page stays below: what is typed there is kept.
        page = UnlockHelp(back)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.first_focus()

    def _show_recovery(self, folder: Path) -> None:
        from outreach_app.ui.welcome.recovering import SharesStep  # noqa: PLC0415  start-up time

        self._show_steps(lambda way: SharesStep(way, folder), back=self._show_forgotten)

    def _show(self, page: QWidget) -> None:
        behind = [self._stack.widget(place) for place in range(self._stack.count())]
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for before in filter(None, behind):
            forget_text(before)
            self._stack.removeWidget(before)
            before.deleteLater()
        _focus_first(page)

    def _refused(self) -> int:
        self._refusals.add()
        self._s.link.say(FromWindow.REFUSED)
        return self._refusals.wait_s()

    # ---- unlocking --------------------------------------------------------------------------

    def _unlocked(self, person_id: str, taken: "Taken") -> None:
        from outreach_app.services.unlocking import sit_down, this_world  # noqa: PLC0415

        locked, keys, keychain = taken
        self.enter(sit_down(locked, person_id, keys, this_world(self._s.clock)), keychain)

    def enter(self, sitting: "Sitting", keychain: object = None) -> None:
        """Go on with an unlocked vault; the forms are got ready in a job where they are not."""
        from outreach_app.ui.unlock.entering import Entering  # noqa: PLC0415  start-up time

        self._refusals.forget()
        self._s.link.say(FromWindow.OPENED)
        entering = Entering(sitting, keychain, self._s.jobs, self._open, self._show_fault)
        self._show(entering)
        entering.begin()

    def _open(self, window: "Window") -> None:
        from outreach_app.ui.shell.warming import warm_up  # noqa: PLC0415  start-up time

        self.opened = window
        window.setParent(self._stack)
        self._show(window)
        window.page.take_keyboard()
        window.desk.lock_asked.connect(self.hide_now)
        window.desk.saved.connect(lambda _at: self._tell_limit())
        # What was decided for everybody may have come with a bundle.
        window.desk.counts_changed.connect(self._tell_limit)
        window.desk.look_changed.connect(self._keep_look)
        window.desk.language_changed.connect(self._keep_language)
        self._tell_limit()
        warm_up(window.desk)
        if self._file is not None:
            from outreach_app.ui.brought import take_brought  # noqa: PLC0415  start-up time

            file, self._file = self._file, None
            take_brought(window, file)

    def _show_fault(self, error: OutreachError) -> None:
        self.show_first()
        page = self._stack.currentWidget()
        if isinstance(page, UnlockPage):
            page.fail(error)

    def _tell_limit(self) -> None:
        from outreach_app.ui.shell.window import lock_minutes  # noqa: PLC0415  start-up time

        if self.opened is not None:
            self._s.link.say(FromWindow.LIMIT, lock_minutes(self.opened.desk) * 60)
            settings = self.opened.desk.sitting.settings()
            self.cover_keys_chosen.emit(settings.text("cover.keys"))
            self._clipboard.keep_for(settings.number("clipboard.seconds") * 1000)
            self._hidden_from_capture = settings.is_on("screen.hidden_from_capture")
            hide_from_capture(self, hidden=self._hidden_from_capture)

    def _keep_look(self, look: Look) -> None:
        self._kept = replace(self._kept, theme=look.theme, text_percent=look.text_percent)
        keep_look(self._kept)

    def _keep_language(self, code: str) -> None:
        self._kept = replace(self._kept, language=code)
        keep_look(self._kept)

    # ---- cover, lock, close -----------------------------------------------------------------

    @property
    def cover(self) -> "CoverPage":
        """The neutral page, made when it is first wanted or when there is time."""
        if self._cover is None:
            from outreach_app.ui.shell.cover import CoverPage  # noqa: PLC0415  start-up time

            self._cover = CoverPage(self, resources_folder() / "cover" / "page.txt")
            self._cover.lifted.connect(self._on_lifted)
        return self._cover

    def prepare_cover(self) -> None:
        """Make the neutral page ahead, so that it is there at once."""
        self.cover.ensurePolished()

    def hide_now(self) -> None:
        """Be the neutral page at once; then close what is open, and end."""
        self.cover.fall()
        if self.opened is None or self._ending:
            return
        self._ending = True
        self._put_away(self.opened)
        # The next window starts behind the page while this one closes the vault.
        self._s.link.say(FromWindow.COVERED)
        self._close(self.opened)

    def lock(self) -> None:
        """Close what is open and end; a fresh window asks for the passphrase."""
        if self.opened is None or self._ending:
            return
        self._ending = True
        self._put_away(self.opened)
        self._close(self.opened)
        self._s.link.say(FromWindow.LOCK)
        self._s.end()

    def commit_typed(self) -> None:
        """Commit what is being typed and go on."""
        if self.opened is not None and not self._ending:
            with suppress(OutreachError):
                self.opened.page.leave()

    def leave_session(self) -> None:
        """The session of the desktop ends: commit, close, end; nothing is asked."""
        if self.opened is not None and not self._ending:
            self._ending = True
            self._put_away(self.opened)
            self._close(self.opened)
        self._left = True
        self._s.link.say(FromWindow.LEAVING)
        self._s.end()

    def _on_lock_ordered(self) -> None:
        if self.opened is not None and not self._ending:
            self._ending = True
            self._put_away(self.opened)
            self._close(self.opened)
        self._s.end()

    def _on_lifted(self) -> None:
        if not self._ending:
            self.cover.lift()
            _focus_first(self._stack.currentWidget())

    def _put_away(self, window: "Window") -> None:
        """Commit what is typed, and leave nothing outside the vault."""
        with suppress(OutreachError):
            window.page.leave()
        self._clipboard.forget()
        forget_pictures()
        self._keep_size()

    def _close(self, window: "Window") -> None:
        with suppress(OutreachError):
            window.desk.workspace.close()

    def _keep_size(self) -> None:
        # The size that the person gave it, not that of a screen that it fills.
        size = self.normalGeometry().size() if self.isMaximized() else self.size()
        if (size.width(), size.height()) != (self._kept.width, self._kept.height):
            self._kept = replace(self._kept, width=size.width(), height=size.height())
            keep_look(self._kept)

    def tell_crash(self, lines: Sequence[str]) -> None:
        """Show the calm page about a fault of the program; the way on is a fresh process."""
        from outreach_app.ui.unlock.crash import CrashPage  # noqa: PLC0415  rarely wanted

        page = CrashPage(lines, self._start_again)
        # The page with the fault stays in the stack: it is asked once more to save what it has.
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.first_focus()

    def _start_again(self) -> None:
        if self.opened is not None:
            self.lock()
            return
        self._s.link.say(FromWindow.LOCK)
        self._s.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, close the vault and leave; what cannot be saved keeps the window open."""
        if self._left:
            return
        if self.opened is not None and not self._ending:
            from outreach_app.ui.shell.standing import forget  # noqa: PLC0415  start-up time

            try:
                self.opened.page.leave()
            except OutreachError as error:
                self.opened.page.tell_error(error)
                event.ignore()
                return
            self._ending = True
            forget(self.opened.desk)
            self._put_away(self.opened)
            self._close(self.opened)
        self._left = True
        give_up = getattr(self._stack.currentWidget(), "give_up", None)
        if callable(give_up):
            give_up()
        self._keep_size()
        self._s.link.say(FromWindow.LEAVING)
        event.accept()
        self._s.end()

    def showEvent(self, event: object) -> None:
        """Ask the system not to let the window be captured, once it exists there."""
        hide_from_capture(self, hidden=self._hidden_from_capture)


def _focus_first(page: QWidget | None) -> None:
    first_focus = getattr(page, "first_focus", None)
    if callable(first_focus):
        first_focus()
