"""The window's composition: look, unlock page, then the main window on the unlocked vault."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QSize
from PySide6.QtWidgets import QApplication, QMainWindow

from outreach_app.services.instants import Clock, system_clock
from outreach_app.services.shipped import resources_folder
from outreach_app.services.unlocking import this_world, vault_folders
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.theme.look import Look, load_fonts, preferred_theme, put_on
from outreach_app.ui.unlock.page import UnlockPage

FIRST_SIZE = QSize(1280, 800)


class Front(QMainWindow):
    """The window before a vault is unlocked; the main window takes its place."""

    def __init__(self, folders: tuple[Path, ...], jobs: Jobs, clock: Clock) -> None:
        """Show the unlock page."""
        super().__init__()
        from outreach_app.ui.shell.titles import neutral_title  # noqa: PLC0415  start-up time

        self.setWindowTitle(neutral_title())
        self._jobs = jobs
        self._clock = clock
        self.unlock = UnlockPage(folders, jobs, clock, self._open)
        self.setCentralWidget(self.unlock)
        self.window_open: QMainWindow | None = None

    def _open(self, locked: LockedVault, person_id: str, keys: SlotKeys) -> None:
        from outreach_app.services.unlocking import (  # noqa: PLC0415  start-up time
            this_keychain,
            unlock,
        )
        from outreach_app.ui.shell.desk import Desk  # noqa: PLC0415
        from outreach_app.ui.shell.window import Window  # noqa: PLC0415

        world = this_world(self._clock)
        workspace = unlock(locked, person_id, keys, world, this_keychain(world))
        self.unlock.handed_over()
        self.window_open = Window(Desk(workspace, self._jobs), hide=self.close_all)
        self.window_open.resize(self.size())
        self.window_open.show()
        self.hide()

    def close_all(self) -> None:
        """End the sitting and the window."""
        if self.window_open is not None:
            self.window_open.close()
        self.close()


def make_application(arguments: Sequence[str], look: Look | None = None) -> QApplication:
    """Return the application, dressed."""
    application = QApplication(list(arguments))
    application.setStyle("Fusion")
    application.setApplicationName("outreach")
    QDir.setSearchPaths("ui", [str(resources_folder() / "icons")])
    load_fonts()
    put_on(application, look or Look(theme=preferred_theme()))
    return application


def run_window(clock: Clock = system_clock) -> int:
    """Open the window and return the exit code when it closes."""
    application = make_application(sys.argv[:1])
    jobs = Jobs()
    front = Front(vault_folders(), jobs, clock)
    front.resize(FIRST_SIZE)
    front.show()
    return application.exec()
