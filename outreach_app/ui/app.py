"""The window's process: what is put together between its start and the first page."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QTimer
from PySide6.QtWidgets import QApplication

from outreach_app.logs import describe_crash, install_crash_hooks
from outreach_app.services.laptop import vault_fronts
from outreach_app.services.shipped import resources_folder
from outreach_app.ui.discretion import keep_no_history
from outreach_app.ui.dock import step_into_dock
from outreach_app.ui.front import Front, Surroundings
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.environment import FILE
from outreach_app.ui.launching.words import FromLauncher, FromWindow, read_start
from outreach_app.ui.link import Attention, LauncherLink
from outreach_app.ui.objective_c import objective_c
from outreach_app.ui.pieces.roles import tell_roles
from outreach_app.ui.theme.look import (
    Look,
    load_first_fonts,
    load_fonts,
    load_other_fonts,
    preferred_theme,
    put_on,
)
from outreach_app.ui.theme.look_file import read_kept_look
from outreach_app.ui.tongue import speak

if TYPE_CHECKING:
    # Types only: the start of the window does not pay for it.
    from datetime import datetime

_ORDERS, _WORDS = 0, 1
_AFTER_FIRST_PAINT_MS = 120


def make_application(
    arguments: Sequence[str], look: Look | None = None, *, fonts: Callable[[], None] = load_fonts
) -> QApplication:
    """Return the application, dressed; its dialogs keep no history."""
    keep_no_history()
    # As an argument: `setStyle` hands the style back, and telling what it is costs 5 ms.
    application = QApplication([*arguments, "-style", "Fusion"])
    application.setApplicationName("notes")
    QDir.setSearchPaths("ui", [str(resources_folder() / "icons")])
    fonts()
    tell_roles()
    put_on(application, look or Look(theme=preferred_theme()))
    return application


def run_window(arguments: list[str]) -> int:
    """Be the window's process: show the window when the launcher says so.

    Args:
        arguments: From `Start.arguments`.

    Returns:
        The exit code; usually the process ends itself before.
    """
    link = LauncherLink(_ORDERS, _WORDS)
    kept = read_kept_look()
    application = make_application(sys.argv[:1], fonts=load_first_fonts)
    if sys.platform == "darwin":
        step_into_dock(objective_c())
    if kept.theme is not None or kept.text_percent != 100:
        put_on(application, kept.look(preferred_theme()))
    speak(application, kept.language)
    jobs = Jobs(application)
    order = link.first_order()
    # Taken out, so that no process that the window starts gets it.
    file = os.environ.pop(FILE, "")
    if order != FromLauncher.SHOW:
        return _say_taken(application, bool(file)) if order == FromLauncher.TAKEN else 0
    start = read_start(arguments)
    front = Front(
        Surroundings(
            jobs=jobs,
            clock=_now,
            link=link,
            start=start,
            kept=kept,
            end=end_process,
            fronts=vault_fronts,
            file=Path(file) if file else None,
        )
    )
    Attention(lambda: link.say(FromWindow.KEY), application)
    _show_crashes(front)
    front.appear()
    # What unlocking needs is loaded while the person reads and types.
    link.listen()
    QTimer.singleShot(_AFTER_FIRST_PAINT_MS, lambda: _after_first_paint(application, front, jobs))
    return application.exec()


def end_process() -> None:
    """End now: nothing that could still hold a key is torn down in good order first."""
    sys.stderr.flush()
    os._exit(0)


def _now() -> "datetime":
    from outreach_app.services.instants import system_clock  # noqa: PLC0415  start-up time

    return system_clock()


def _after_first_paint(application: QApplication, front: Front, jobs: Jobs) -> None:
    from outreach_app.ui.session import watch_session  # noqa: PLC0415  start-up time
    from outreach_app.ui.session_end import SessionEnd  # noqa: PLC0415  start-up time
    from outreach_app.ui.shell.cover import CoverKey  # noqa: PLC0415  start-up time

    key = CoverKey(application)
    key.pressed.connect(front.hide_now)
    front.cover_keys_chosen.connect(key.set_keys)
    load_other_fonts()
    # What was loaded so far stays for good: the collector need not look through it again.
    gc.freeze()
    gc.enable()
    front.prepare_cover()
    front.session = watch_session(front.lock, front)
    SessionEnd(application, commit=front.commit_typed, leave=front.leave_session)
    jobs.start(_warm_up, on=application, done=_settle, failed=_settle)


def _warm_up() -> None:
    import outreach_app.services.unlocking  # noqa: PLC0415
    import outreach_app.ui.unlock.entering  # noqa: F401, PLC0415


def _settle(_outcome: object) -> None:
    """Nothing waits for the warm-up; whatever failed in it fails again where it is wanted."""


def _say_taken(application: QApplication, with_file: bool) -> int:
    from outreach_app.ui.unlock.taken import TakenPage  # noqa: PLC0415  rarely wanted

    page = TakenPage(application.quit, with_file=with_file)
    page.show()
    return application.exec()


def _show_crashes(front: Front) -> None:
    """Log the type of a fault and our lines, and show the calm page."""
    install_crash_hooks(_log)
    last_words = sys.excepthook

    def explain(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        last_words(kind, error, traceback)
        front.tell_crash(list(describe_crash(error)))

    sys.excepthook = explain


def _log(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
