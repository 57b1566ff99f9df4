"""The window before a vault is unlocked, shown and active, for a test with keys."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app.services.instants import Clock
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from tests.support.standing import Standing, standing_front

__all__ = ["Standing", "front_on"]


@contextmanager
def front_on(
    qtbot: QtBot,
    jobs: Jobs,
    clock: Clock,
    folders: Callable[[], tuple[Path, ...]],
    start: Start,
    file: Path | None = None,
) -> Iterator[Standing]:
    """Open a front on vaults, where somebody opened a file with the program or nothing."""
    with standing_front(jobs, clock, folders, start, file) as standing:
        front = standing.front
        qtbot.addWidget(front)
        front.resize(1280, 720)
        front.show()
        front.activateWindow()
        qtbot.waitUntil(front.isActiveWindow, timeout=5_000)
        yield standing
