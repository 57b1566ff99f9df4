"""A backup by keys and clicks: asked for in time, made while one goes on, checked, told truthfully."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.backups import verify_backup
from outreach_app.services.safe_points import SafeKind, safety
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.laptop import backup as page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.safe_words import system_backup_words
from outreach_app.ui.shell.standing import place_text
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.laptop import Laptop
from tests.support.pages import button, click, field, sees, write


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick that was just put in."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def test_after_five_days_today_asks_for_a_backup_and_leads_to_it(
    window_of: Callable[[str], Window], opened_case: CaseBuilder, clock: FrozenClock
) -> None:
    assert opened_case.sitting.me.initials == "AB"
    clock.forward(days=4)
    window = window_of("AB")
    assert sees(window, "Some work of the last 4 days is only on this laptop.")
    assert not sees(window.page, "only on this laptop.")
    clock.forward(days=1)
    window.desk.go(Place(room=Room.TODAY))
    assert sees(window.page, "Some work of the last 5 days is only on this laptop.")
    assert sees(window.page, "No safe point yet")
    click(button(window.page, "Make a backup"))
    assert window.page.place.room is Room.BACKUP


def test_whoever_relies_on_the_macs_own_backups_reads_that_they_leave_the_vault_out(
    window_of: Callable[[str], Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.BACKUP))
    assert not sees(window.page, "Time Machine")
    monkeypatch.setattr(page, "system_backup_words", partial(system_backup_words, "darwin"))
    window.desk.go(Place(room=Room.TODAY))
    window.desk.go(Place(room=Room.BACKUP))
    assert sees(window.page, "The Mac's own backups (Time Machine) leave this vault out.")


def test_a_backup_is_made_and_checked_by_keys_alone(
    window_of: Callable[[str], Window],
    opened_case: CaseBuilder,
    qtbot: QtBot,
    stick: Path,
    passphrases: dict[str, str],
) -> None:
    window = window_of("AB")
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page.place.room is Room.BACKUP, timeout=2_000)
    assert not button(window.page, "Make the backup").isEnabled()
    assert button(window.page, "Choose stick or folder").hasFocus()
    QTest.keyClick(button(window.page, "Choose stick or folder"), Qt.Key.Key_Return)
    choose(qtbot, stick)
    assert sees(window.page, "the laptop's own disk"), "it lies beside the vault in this test"
    QTest.keyClick(button(window.page, "Make the backup"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(window.page, "✓ Made and checked: 2 documents"), timeout=20_000)
    (made,) = stick.iterdir()
    assert sees(window.page, made.name)
    assert verify_backup(made, "AB", passphrases["AB"]).counts["revisions"] == 2
    safe = safety(opened_case.sitting)
    assert safe.last is not None
    assert (safe.last.kind, safe.only_here_since) == (SafeKind.BACKUP, None)
    assert sees(window, "Last safe point: backup of 3 February 2026")
    assert sees(window.page, "Nothing that was written would be lost.")


def test_one_may_go_elsewhere_while_it_is_made_and_come_back(
    window_of: Callable[[str], Window], opened_case: CaseBuilder, qtbot: QtBot, stick: Path
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.BACKUP))
    click(button(window.page, "Choose stick or folder"))
    choose(qtbot, stick)
    click(button(window.page, "Make the backup"))
    window.desk.go(Place(room=Room.CASES))
    window.desk.go(Place(room=Room.BACKUP))
    assert not button(window.page, "Choose stick or folder").isEnabled()
    qtbot.waitUntil(lambda: sees(window.page, "✓ Made and checked"), timeout=20_000)
    assert safety(opened_case.sitting).last is not None


def test_a_backup_that_was_stopped_leaves_nothing_and_counts_for_nothing(
    window_of: Callable[[str], Window], opened_case: CaseBuilder, qtbot: QtBot, stick: Path
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.BACKUP))
    click(button(window.page, "Choose stick or folder"))
    choose(qtbot, stick)
    click(button(window.page, "Make the backup"))
    click(button(window.page, "Stop"))
    qtbot.waitUntil(lambda: sees(window.page, "Stopped. Nothing was left"), timeout=20_000)
    assert list(stick.iterdir()) == []
    assert safety(opened_case.sitting).last is None


def test_an_older_backup_is_tried_with_the_passphrase_of_its_day(
    window_of: Callable[[str], Window],
    opened_case: CaseBuilder,
    qtbot: QtBot,
    stick: Path,
    passphrases: dict[str, str],
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.BACKUP))
    click(button(window.page, "Choose stick or folder"))
    choose(qtbot, stick)
    click(button(window.page, "Make the backup"))
    qtbot.waitUntil(lambda: sees(window.page, "✓ Made and checked"), timeout=20_000)
    (made,) = stick.iterdir()
    line = field(window.page, "Your passphrase on the day of the backup", QLineEdit)
    for typed, said in (
        ("not the one of that day", "That passphrase does not fit"),
        (passphrases["AB"], "✓ Sound. Made on 3 February 2026, 11:00: 2 documents"),
    ):
        write(line, typed)
        click(button(window.page, "Choose the backup"))
        choose(qtbot, made)
        qtbot.waitUntil(partial(sees, window.page, said), timeout=20_000)
        assert line.text() == ""


@pytest.fixture
def laptop(
    folders: Template, sitting_of: Callable[[str], Sitting], tmp_path: Path
) -> Iterator[Laptop]:
    """The caseworker's laptop at its unlock page; forms are ready."""
    begin_workspace(sitting_of("AB")).close()
    made = Laptop(folders.folder / "AB", tmp_path / "hand")
    yield made
    made.end()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe stands for a slow stick")
@pytest.mark.parametrize("how", ["locked", "killed"])
def test_a_backup_that_a_lock_or_a_kill_cuts_short_is_told_and_cleared_away(
    how: str, laptop: Laptop, folders: Template, passphrases: dict[str, str], stick: Path
) -> None:
    slow = folders.folder / "AB" / "attachments" / "slow"
    os.mkfifo(slow)  # whoever copies it waits, as at a stick that does not answer
    laptop.unlock(passphrases["AB"])
    laptop.go(Room.BACKUP)
    laptop.ask("click", "Choose stick or folder")
    laptop.turn_until(lambda: laptop.ask("choose", str(stick)) == "ok")
    laptop.turn_until(lambda: laptop.ask("sees", "New folder") == "True")
    laptop.ask("click", "Make the backup")
    laptop.turn_until(lambda: any((each / "attachments").is_dir() for each in stick.iterdir()))
    before = laptop.launcher.child.pid
    if how == "locked":
        laptop.clocks.extra_s += 5 * 60
    else:
        os.kill(before, signal.SIGKILL)
    laptop.next_window(before)
    slow.unlink()
    assert [each.suffix for each in stick.iterdir()] == [".part"]
    laptop.unlock(passphrases["AB"])
    laptop.turn_until(lambda: not list(stick.iterdir()))
    said = "was not finished: the window ended before."
    assert laptop.ask("sees", said) == "True", "where one was: at the backup"
    laptop.go(Room.TODAY)
    assert laptop.ask("sees", said) == "True"
    laptop.ask("click", "Make a backup")
    assert laptop.ask("place") == place_text(Place(room=Room.BACKUP))
