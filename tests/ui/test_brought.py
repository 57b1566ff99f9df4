"""A bundle that somebody opened with the program: unopened before the unlocking, then in the inbox, once."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.__main__ import BUNDLE_ENDING
from outreach_app.bundle.files import SUFFIX
from outreach_app.cli.main import build_parser
from outreach_app.paths import data_folder, private_dir
from outreach_app.services.last_place import recall_place
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.store.lock import VaultLock
from outreach_app.ui.brought import take_brought
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.environment import FILE, our_environment
from outreach_app.ui.launching.words import Start
from outreach_app.ui.shell.titles import neutral_title
from outreach_app.ui.unlock.taken import TakenPage
from tests.house import window_words
from tests.house.command_page import commands_of
from tests.house.tree import ROOT
from tests.services.builders import CaseBuilder
from tests.services.conftest import Template
from tests.services.nights import night_laptop_when_asked  # noqa: F401  fixture
from tests.support.determinism import FrozenClock
from tests.support.laptop import PATIENCE_S, Laptop
from tests.support.pages import field, press, sees, write
from tests.ui.carrying import send, settled
from tests.ui.fronts import Standing, front_on
from tests.ui.nights import NightSeat, seat_at_night  # noqa: F401  fixture

_FILE_STAYS = "The file was not opened"


@pytest.fixture
def bundle(case: CaseBuilder, sitting_of: Callable[[str], Sitting], tmp_path: Path) -> Path:
    """A bundle for the supervisor, who has a vault with its forms ready."""
    builder = case.opened()
    folder = tmp_path / "stick"
    folder.mkdir()
    begin_workspace(sitting_of("SH")).close()
    return send(builder.sitting, builder.signer, builder.case_id, "SH", folder=folder)


@pytest.fixture
def standing(
    qtbot: QtBot, jobs: Jobs, clock: FrozenClock, folders: Template, bundle: Path
) -> Iterator[Standing]:
    """The supervisor's unlock page, after the bundle was opened with the program."""
    vault = folders.folder / "SH"
    with front_on(qtbot, jobs, clock, lambda: (vault,), Start(), bundle) as made:
        yield made


def test_the_file_waits_for_the_unlocking_and_goes_in_by_the_door_of_the_inbox(
    standing: Standing, bundle: Path, qtbot: QtBot, passphrases: dict[str, str]
) -> None:
    assert sees(standing.front, "A file waits")
    assert not sees(standing.front, bundle.stem), "its name is nobody's business here"
    line = field(standing.front, "Passphrase", QLineEdit)
    write(line, passphrases["SH"])
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: standing.front.opened is not None, timeout=20_000)
    window = standing.front.opened
    assert window is not None
    page = settled(window, qtbot)
    qtbot.waitUntil(lambda: sees(page, "1 bundle to accept"), timeout=20_000)
    assert window.desk.sitting.vault.lists.documents() == (), "nothing is taken over by itself"
    assert bundle.stem not in recall_place(window.desk.sitting), "nor is the file remembered"


@pytest.mark.parametrize("place", ["//finder.example/s/x.age", r"\\finder.example\s\x.age"])
def test_a_file_on_a_server_is_not_asked_for(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str], place: str
) -> None:
    line = field(standing.front, "Passphrase", QLineEdit)
    write(line, passphrases["SH"])
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: standing.front.opened is not None, timeout=20_000)
    window = standing.front.opened
    assert window is not None
    settled(window, qtbot)
    before = window.page.place
    take_brought(window, Path(place))
    assert sees(window.page, "Its path names a server")
    assert window.page.place == before


def test_who_has_no_inbox_is_told_that_the_file_stays(
    case: CaseBuilder, night_seat: Callable[[], NightSeat], tmp_path: Path
) -> None:
    window = night_seat().sit("SO")
    before = window.page.place
    take_brought(window, tmp_path / "x.age")
    assert window.page.place == before
    assert sees(window.page, _FILE_STAYS)


def test_a_window_that_is_already_open_says_that_the_file_was_not_opened(qtbot: QtBot) -> None:
    for with_file in (False, True):
        page = TakenPage(lambda: None, with_file=with_file)
        qtbot.addWidget(page)
        page.show()
        assert sees(page, _FILE_STAYS) is with_file
        assert sees(page, f"“{neutral_title()}”")


def test_no_sentence_on_the_screen_names_the_window_as_one_system_only_calls_it() -> None:
    sentences = window_words.FILE.read_text("utf-8")
    assert "“{window}”" in sentences
    assert "“Notes”" not in sentences, "on a Mac that is a program of Apple's"


def test_the_real_process_takes_it_in_once_also_after_a_crash_before_the_unlocking(
    folders: Template, bundle: Path, passphrases: dict[str, str], tmp_path: Path
) -> None:
    laptop = Laptop(folders.folder / "SH", tmp_path / "hand", file=bundle)
    try:
        laptop.wait_until_seen("A file waits")
        pid = laptop.launcher.child.pid
        if sys.platform == "linux":
            assert bundle.name not in Path(f"/proc/{pid}/cmdline").read_text()
        os.kill(pid, signal.SIGKILL)
        laptop.next_window(pid)
        laptop.unlock(passphrases["SH"])
        laptop.wait_until_seen("1 bundle to accept")
        # A lock and another unlocking lead back to the inbox, and nothing is taken in again.
        before = laptop.launcher.child.pid
        laptop.clocks.extra_s += 5 * 60
        laptop.next_window(before)
        assert laptop.ask("sees", "A file waits") == "False"
        assert not laptop.launcher.brings_file
    finally:
        laptop.end()


def test_the_program_itself_takes_a_bundle_as_its_argument_and_a_second_start_says_what_to_do() -> (
    None
):
    held = VaultLock(private_dir(data_folder()))
    ours, theirs = pty.openpty()
    try:
        second = subprocess.run(
            [sys.executable, "-m", "outreach_app", "some bundle.AGE"],
            cwd=ROOT,
            stderr=theirs,
            stdout=subprocess.PIPE,
            timeout=PATIENCE_S,
            check=False,
        )
        said = os.read(ours, 4096).decode()
    finally:
        held.release()
        os.close(theirs)
        os.close(ours)
    assert second.returncode == 1
    assert "already open" in said
    assert _FILE_STAYS in said
    assert "some bundle" not in said


def test_no_command_ends_like_a_bundle_and_the_window_gets_a_whole_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert BUNDLE_ENDING == SUFFIX
    assert not any(each.name.endswith(SUFFIX) for each in commands_of(build_parser()))
    monkeypatch.chdir(tmp_path)
    assert our_environment("x.age")[FILE] == str(tmp_path / "x.age")
    monkeypatch.setenv(FILE, "/from/outside.age")
    assert FILE not in our_environment(), "only an argument names a file"
