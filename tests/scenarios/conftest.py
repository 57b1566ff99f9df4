"""What the scenarios share: the fixtures of the window, a stick, and people with hands."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.services.laptop import vault_folders
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from tests.scenarios.first_user import FirstDay
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
from tests.support.determinism import FrozenClock
from tests.support.hands import Hands
from tests.support.person import Person
from tests.ui.conftest import (  # noqa: F401  fixtures
    desk_of,
    dressed,
    jobs,
    opened_case,
    plain_look,
    window_of,
    workspace_of,
)
from tests.ui.fronts import front_on

FirstDayOf = Callable[[Hands], AbstractContextManager[FirstDay]]


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """The folder of a stick that travels between the laptops."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def new_laptop(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    jobs: Jobs,  # noqa: F811
    clock: FrozenClock,
) -> Callable[[Hands], AbstractContextManager[Person]]:
    """A laptop on which nothing was done yet, with somebody in front of it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "laptop"))

    @contextmanager
    def sit(hands: Hands) -> Iterator[Person]:
        with front_on(qtbot, jobs, clock, vault_folders, Start()) as standing:
            yield Person(standing.front, hands, qtbot)

    return sit


@pytest.fixture
def first_day(
    new_laptop: Callable[[Hands], AbstractContextManager[Person]],
    organisation: Path,  # noqa: F811
    passphrases: dict[str, str],  # noqa: F811
    usb: Path,
    clock: FrozenClock,
) -> FirstDayOf:
    """A new user's first day, with their hands."""

    @contextmanager
    def begin(hands: Hands) -> Iterator[FirstDay]:
        with new_laptop(hands) as me:
            yield FirstDay(
                me=me,
                organisation=organisation,
                issuing=passphrases["issuing"],
                usb=usb,
                clock=clock,
            )

    return begin


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk on which no bundle finds room; only where this process may mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or sys.platform != "linux":
        pytest.skip("needs a disk of its own")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("this process may not mount a disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)
