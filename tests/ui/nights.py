"""A laptop at night: one person at a time sits down at it, in a window of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.services.workspace import Workspace, begin_workspace
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.nights import NightLaptop

_FLAG = {
    "flag_open": {
        "flag_code": "device_compromised",
        "flag_set_at": "2026-02-03T09:00:00.000+00:00",
    }
}


@dataclass
class NightSeat:
    """Opens the laptop for somebody and locks it for whoever sat there before."""

    laptop: NightLaptop
    qtbot: QtBot
    jobs: Jobs
    _open: list[tuple[Window, Workspace]] = field(default_factory=list)

    def sit(self, initials: str, passphrase: str = "") -> Window:
        """Unlock for somebody and show their window, 1280 × 720."""
        self.leave()
        workspace = begin_workspace(self.laptop.unlock(initials, passphrase))
        window = Window(Desk(workspace, self.jobs), hide=self.leave)
        self._open.append((window, workspace))
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow, timeout=2_000)
        return window

    def leave(self) -> None:
        """Close the window as the session's end does, and lock the vault."""
        while self._open:
            window, workspace = self._open.pop()
            window.close()
            window.deleteLater()
            workspace.close()


@pytest.fixture(name="night_seat")
def seat_at_night(
    night_laptop_beside: Callable[[], NightLaptop], qtbot: QtBot, jobs: Jobs
) -> Iterator[Callable[[], NightSeat]]:
    """Enrols the night shift on the office's laptop, as the office left it."""
    made: list[NightSeat] = []

    def take() -> NightSeat:
        made.append(NightSeat(night_laptop_beside(), qtbot, jobs))
        return made[-1]

    yield take
    for each in made:
        each.leave()


@pytest.fixture(name="resident")
def resident_of_the_house(case: CaseBuilder) -> CaseBuilder:
    """A case with an open flag, of somebody who lives in the house."""
    case.kept(case.client_plan({"current_address": {"addr_kind": "safe_house"}}))
    case.kept(case.record_plan())
    case.kept(case.plan(case.document("safety_flag"), {"main": _FLAG}))
    return case
