"""Whoever has the window read out finds nothing behind the neutral page, and everything after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.pages import sees
from tests.ui.fronts import Standing, front_on


@pytest.fixture
def standing(
    qtbot: QtBot,
    jobs: Jobs,
    clock: FrozenClock,
    folders: Template,
    sitting_of: Callable[[str], Sitting],
) -> Iterator[Standing]:
    """A window at its unlock page."""
    begin_workspace(sitting_of("AB")).close()
    ready: Path = folders.folder / "AB"
    with front_on(qtbot, jobs, clock, lambda: (ready,), Start()) as made:
        yield made


def _read_out(interface: QAccessibleInterface) -> Iterator[str]:
    """Yield the names of what is shown, as a screen reader goes through it."""
    if interface.state().invisible:
        return
    yield interface.text(QAccessible.Text.Name)
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from _read_out(child)


def test_nothing_behind_the_neutral_page_is_read_out(standing: Standing) -> None:
    front = standing.front
    root = QAccessible.queryAccessibleInterface(front)
    assert "Passphrase" in list(_read_out(root))
    front.cover.fall()
    told = " ".join(_read_out(root))
    assert "Lentil soup" in told
    assert not any(words in told for words in ("Passphrase", "Unlock", "Anna", "Outreach"))
    front.cover.fall()
    front.cover.lift()
    assert "Passphrase" in list(_read_out(root))
    assert sees(front, "Unlock")
    assert "Lentil soup" not in " ".join(_read_out(root))
