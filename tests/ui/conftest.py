"""The window on real vaults: each test gets copies of an organisation's, and keys and clicks."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.services.shipped import resources_folder
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.pieces.roles import tell_roles
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, load_fonts, put_on
from tests.services.builders import CaseBuilder
from tests.services.conftest import (  # noqa: F401  fixtures
    case,
    cover,
    folders,
    manager,
    office,
    organisation,
    passphrases,
    post,
    signer_of,
    sitting_of,
    supervisor,
    template,
    world,
)
from tests.services.writing import FLAG, NOTE, Writer, assessment


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application as a person sees it: style, fonts, pictures, light theme."""
    qapp.setStyle("Fusion")
    QDir.setSearchPaths("ui", [str(resources_folder() / "icons")])
    load_fonts()
    tell_roles()
    put_on(qapp, Look())
    return qapp


@pytest.fixture(autouse=True)
def plain_look(dressed: QApplication) -> Iterator[None]:
    """Every test begins in the light theme at 100 % text, and leaves it so."""
    yield
    put_on(dressed, Look())


@pytest.fixture
def opened_case(case: CaseBuilder) -> CaseBuilder:  # noqa: F811
    """A case with a signed client and case record."""
    return case.opened()


@pytest.fixture
def written(
    workspace_of: Callable[[str], Workspace],
    signer_of: Callable[[Sitting], Signer],  # noqa: F811
) -> Writer:
    """A case with two assessments, a flag and a note in the caseworker's vault."""
    workspace = workspace_of("AB")
    writer = Writer(workspace, signer_of(workspace.sitting))
    writer.signed(
        "risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    )
    writer.signed(
        "risk_assessment", assessment("review", "2026-02-02T11:00:00.000+00:00", "high", "4", "3")
    )
    writer.signed("safety_flag", FLAG)
    writer.signed("contact_note", NOTE)
    return writer


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Jobs that have all ended when the test ends."""
    made = Jobs()
    yield made
    assert made.wait(10_000)
    qtbot.waitUntil(lambda: not made.busy, timeout=5_000)


@pytest.fixture
def workspace_of(sitting_of: Callable[[str], Sitting]) -> Callable[[str], Workspace]:  # noqa: F811
    """Opens somebody's vault with every verb, by initials: AB, CC or SH."""
    opened: dict[str, Workspace] = {}

    def open_one(initials: str) -> Workspace:
        if initials not in opened:
            opened[initials] = begin_workspace(sitting_of(initials))
        return opened[initials]

    return open_one


@pytest.fixture
def desk_of(workspace_of: Callable[[str], Workspace], jobs: Jobs) -> Callable[[str], Desk]:
    """Sits somebody down at a desk, by initials."""
    desks: dict[str, Desk] = {}

    def sit(initials: str) -> Desk:
        if initials not in desks:
            desks[initials] = Desk(workspace_of(initials), jobs)
        return desks[initials]

    return sit


@pytest.fixture
def window_of(desk_of: Callable[[str], Desk], qtbot: QtBot) -> Callable[[str], Window]:
    """Opens the main window for somebody, by initials, at 1280 × 720."""

    def open_window(initials: str) -> Window:
        window = Window(desk_of(initials), hide=_stay)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=2_000)
        return window

    return open_window


def _stay() -> None:
    """Do not hide: the test looks on."""
