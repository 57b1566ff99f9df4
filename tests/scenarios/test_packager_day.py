"""What a packager tries on a laptop before it is handed out, as far as it needs no installer.

Installing, upgrading and removing come with the installers. The first run with the configuration
manager is the first user's day; restoring, a full stick and a forgotten passphrase have their own.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from tests.services.builders import CaseBuilder
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.form_pages import drawn
from tests.support.hands import Keys, Mouse
from tests.support.person import Person
from tests.ui.fronts import front_on


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_another_user_of_the_machine_can_read_no_file_of_a_vault(folders: Template) -> None:
    place = folders.folder / "AB"
    files = [place, *place.rglob("*")]
    assert len(files) > 3
    assert [each.name for each in files if each.stat().st_mode & 0o077] == []


def test_a_colleague_cannot_open_the_vault_with_a_passphrase_of_their_own(
    *,
    folders: Template,
    sitting_of: Callable[[str], Sitting],
    passphrases: dict[str, str],
    jobs: Jobs,
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    begin_workspace(sitting_of("AB")).close()
    place: Path = folders.folder / "AB"
    with front_on(qtbot, jobs, clock, lambda: (place,), Start()) as standing:
        somebody = Person(standing.front, Mouse(), qtbot)
        somebody.write("Passphrase", passphrases["CC"])
        somebody.press("Unlock")
        somebody.wait_for("Wait 1 second")
        assert standing.front.opened is None


def test_a_clock_that_says_2019_is_told_before_anything_is_signed(
    opened_case: CaseBuilder,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    me = Person(window, Keys(), qtbot, passphrases["AB"])
    subject = opened_case.record.subject
    window.go(Place(room=Room.FORM, subject=subject, topic="contact_note"))
    drawn(window, qtbot)
    me.choose("Kind of contact", "Visit")
    me.press("How it ended", begins=True)
    me.answer("Safe at the end", "Yes")
    right = clock()
    clock.forward(seconds=(datetime(2019, 3, 1, tzinfo=UTC) - right).total_seconds())
    me.press("Review and sign")
    me.press("Sign…")
    me.write("Passphrase", me.passphrase)
    me.press("Sign")
    me.wait_for("The date may be wrong")
    assert me.sees("01.03.2019")
    notes = [
        each
        for each in window.desk.workspace.vault.lists.documents()
        if each.form_id == "contact_note"
    ]
    assert notes == [], "nothing is signed under a date that nobody confirmed"
    clock.forward(seconds=(right - clock()).total_seconds())
    me.press("Sign")
    me.wait_for("Signed, not sent yet")


def test_twice_the_text_leaves_every_room_within_reach_of_the_mouse(
    dressed: QApplication, window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    put_on(dressed, Look(text_percent=200))
    me = Person(window_of("AB"), Mouse(), qtbot)
    for room in ("Cases", "Inbox", "Outbox", "Contacts", "Settings", "Help", "Today"):
        me.press(room, begins=True)
        assert me.sees(room)
    me.press("New case")
    me.write("Name the client wants us to use", "Mira")
    me.press("Begin the case")
    assert me.sees("Mira · HH-26-")
