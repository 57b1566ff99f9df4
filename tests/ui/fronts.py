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
    qtbot: QtBot, jobs: Jobs, clock: Clock, folders: Callable[[], tuple[Path, ...]], start: Start
) -> Iterator[Standing]:
    """Open a front on vaults."""
    with standing_front(jobs, clock, folders, start) as standing:
        front = standing.front
        qtbot.addWidget(front)
        front.resize(1280, 720)
        front.show()
        front.activateWindow()
        qtbot.waitUntil(front.isActiveWindow, timeout=5_000)
        yield standing
