"""A forgotten passphrase, from “Forgotten passphrase” to the vault open again, by keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.safe_points import NOTE_NAME
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from outreach_app.ui.shell.places import Room
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write
from tests.ui.fronts import Standing, front_on

NEW = "Umbrella-stand by 7 cold windows"


@pytest.fixture
def ready(folders: Template, sitting_of: Callable[[str], Sitting]) -> Path:
    """The caseworker's vault, locked, with its forms."""
    begin_workspace(sitting_of("AB")).close()
    return folders.folder / "AB"


@pytest.fixture
def standing(qtbot: QtBot, jobs: Jobs, clock: FrozenClock, ready: Path) -> Iterator[Standing]:
    """A front on the caseworker's vault."""
    with front_on(qtbot, jobs, clock, lambda: (ready,), Start()) as made:
        yield made


def _begin(standing: Standing) -> None:
    click(button(standing.front, "Forgotten passphrase"))
    click(button(standing.front, "Both are here with their sheets"))
    assert sees(standing.front, "Everybody is in the room")
    click(button(standing.front, "Type the first sheet"))


def _type(standing: Standing, share: str) -> None:
    """Type four letters of each word, or all of a shorter one, and go on with the space bar."""
    for number, word in enumerate(share.split(), start=1):
        line = field(standing.front, f"Word {number}", QLineEdit)
        assert line.hasFocus(), number
        QTest.keyClicks(line, word[:4])
        press(line, Qt.Key.Key_Space if number < 33 else Qt.Key.Key_Return)


def test_two_sheets_typed_by_four_letters_open_the_vault_for_a_new_passphrase(
    standing: Standing, folders: Template, qtbot: QtBot, passphrases: dict[str, str]
) -> None:
    _begin(standing)
    _type(standing, folders.recovery_shares[1])
    assert sees(standing.front, "Sheet 2 of 2")
    # The same sheet again is told at once, and is not counted.
    _type(standing, folders.recovery_shares[1])
    assert sees(standing.front, "The same sheet again")
    for number, word in enumerate(folders.recovery_shares[2].split(), start=1):
        field(standing.front, f"Word {number}", QLineEdit).setText(word)
    field(standing.front, "Word 33", QLineEdit).setFocus()
    press(field(standing.front, "Word 33", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(standing.front, "The sheets open this vault"), timeout=20_000)
    assert sees(standing.front, "AB")
    assert sees(standing.front, "nobody can prove any more who wrote in them")
    click(button(standing.front, "Choose a new passphrase"))
    click(button(standing.front, "Use my own"))
    write(field(standing.front, "Passphrase", QLineEdit), NEW)
    write(field(standing.front, "Passphrase once more", QLineEdit), NEW)
    click(button(standing.front, "Go on"))
    qtbot.waitUntil(lambda: standing.front.opened is not None, timeout=60_000)
    opened = standing.front.opened
    assert opened is not None
    assert opened.desk.sitting.me.full_name == "Anna Berg"
    assert opened.page.place.room is Room.ENROL, "a new certificate comes next"
    assert opened.desk.sitting.vault.journal.rows()[-1].act.kind != ""
    kinds = [row.act.kind for row in opened.desk.sitting.vault.journal.rows()]
    assert "person.recovered" in kinds


def test_a_mistyped_word_is_told_at_its_place_with_what_it_may_mean(
    standing: Standing, folders: Template
) -> None:
    _begin(standing)
    line = field(standing.front, "Word 1", QLineEdit)
    QTest.keyClicks(line, "academxc")
    press(line, Qt.Key.Key_Return)
    assert sees(standing.front, "No sheet has such a word: number 1 (perhaps academic")
    assert "academic" in line.accessibleDescription()
    assert not button(standing.front, "Go on").isEnabled()
    # A whole sheet put into one field fills all of them.
    line.setText("")
    line.setFocus()
    QApplication.clipboard().setText(folders.recovery_shares[0])
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(line, Qt.Key.Key_Tab)
    assert button(standing.front, "Go on").isEnabled()
    QApplication.clipboard().clear()


def test_sheets_of_another_key_change_nothing_and_a_rehearsal_ends_before_anything_changes(
    standing: Standing,
    folders: Template,
    qtbot: QtBot,
    tmp_path: Path,
    ready: Path,
    passphrases: dict[str, str],
) -> None:
    slots = (ready / "slots-a.json").read_bytes()
    _begin(standing)
    paper = tmp_path / "sheet.txt"
    for share in folders.root_shares[:2]:
        paper.write_text(share + "\n", "ascii")
        click(button(standing.front, "Read it from a file"))
        choose(qtbot, paper)
        click(button(standing.front, "Go on"))
    said = "Recovery does not open this vault"
    qtbot.waitUntil(lambda: sees(standing.front, said), timeout=20_000)
    click(button(standing.front, "Type the sheets again"))
    for share in folders.recovery_shares[:2]:
        paper.write_text(share.upper() + "\n", "ascii")
        click(button(standing.front, "Read it from a file"))
        choose(qtbot, paper)
        click(button(standing.front, "Go on"))
    qtbot.waitUntil(lambda: sees(standing.front, "The sheets open this vault"), timeout=20_000)
    click(button(standing.front, "It was a rehearsal: stop here"))
    assert (ready / "slots-a.json").read_bytes() == slots
    write(field(standing.front, "Passphrase", QLineEdit), passphrases["AB"])
    press(field(standing.front, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: standing.front.opened is not None, timeout=20_000)


def test_the_last_safe_point_is_told_to_whoever_forgot(
    qtbot: QtBot, jobs: Jobs, clock: FrozenClock, ready: Path
) -> None:
    (ready / NOTE_NAME).write_text('{"kind": "backup", "on": "2026-01-31"}', "ascii")
    with front_on(qtbot, jobs, clock, lambda: (ready,), Start()) as standing:
        click(button(standing.front, "Forgotten passphrase"))
        assert sees(standing.front, "Last safe point: backup of 31 January 2026")
        click(button(standing.front, "Both are here with their sheets"))
        click(button(standing.front, "Type the first sheet"))
        click(button(standing.front, "Back"))
        click(button(standing.front, "Back"))
        assert sees(standing.front, "Two people can open it together")
