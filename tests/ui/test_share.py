"""Sharing in the window: what leaves, for whom, what stays, what is refused, what is left behind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from outreach_app.services.exchange.acceptance import accept
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.pages import button, click, field, press, sees, write

Carry = Callable[[Window], list[Path]]
WORDS = "I compared these words with {name} by telephone"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder of a stick."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def shared(case: CaseBuilder, window_of: Callable[[str], Window]) -> Window:
    """The caseworker's window at the page that shares a signed case."""
    case.opened()
    case.kept(case.note_plan("We met at the station."))
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=case.record.subject))
    return window


@pytest.fixture
def carry(stick: Path, passphrases: dict[str, str], qtbot: QtBot) -> Carry:
    """Chooses the stick, signs, waits for the end, and returns what lies on the stick."""

    def all_of_it(window: Window) -> list[Path]:
        choose(window, stick, qtbot)
        sign(window, passphrases[window.desk.sitting.me.initials], qtbot)
        finish(window, qtbot)
        return files_in(stick)

    return all_of_it


def tick(window: Window, words: str) -> QCheckBox:
    return field(window.page, words, QCheckBox)


def dialog_of(window: Window, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(
        lambda: any(each.isVisible() for each in window.findChildren(kind)), timeout=3_000
    )
    return next(each for each in window.findChildren(kind) if each.isVisible())


def choose(window: Window, folder: Path, qtbot: QtBot) -> None:
    """Type a folder into the dialog that asks where to, and confirm it."""
    dialog = dialog_of(window, QFileDialog, qtbot)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(folder))
    press(name, Qt.Key.Key_Return)


def sign(window: Window, passphrase: str, qtbot: QtBot) -> None:
    dialog = dialog_of(window, SigningDialog, qtbot)
    typed = field(dialog, "Passphrase", QLineEdit)
    write(typed, passphrase)
    press(typed, Qt.Key.Key_Return)


def finish(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: sees(window.page, "Written and checked"), timeout=10_000)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
    activate(window, qtbot)


def activate(window: Window, qtbot: QtBot) -> None:
    """Give the window the keyboard, as a desktop does when a dialog closes; the test has none."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2_000)


def at_once(window: Window, act: Callable[[], None]) -> None:
    """Do something as soon as the file is being made, before it can be finished."""
    timer = QTimer(window)

    def look() -> None:
        bars = [each for each in window.page.findChildren(QProgressBar) if each.isVisible()]
        if bars:
            timer.stop()
            act()

    timer.timeout.connect(look)
    timer.start(0)


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def take_in(workspace: Workspace, file: Path) -> None:
    received = receive(workspace.sitting, file.read_bytes(), workspace.shelf)
    accept(workspace.sitting, received.report.bundle_id, workspace.shelf)


def test_a_case_goes_to_the_supervisor_without_the_address(
    shared: Window,
    case: CaseBuilder,
    stick: Path,
    workspace_of: Callable[[str], Workspace],
    passphrases: dict[str, str],
    qtbot: QtBot,
) -> None:
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [shared]
    assert sees(shared.page, "3 records of 1 client to Sara Hill, without the address")
    left = "Then only on this laptop: places and addresses. A backup keeps them safe."
    assert sees(shared.page, f"Stays here: places and addresses. {left}")
    assert sees(shared.page, f"without the address\n{left}")
    click(tick(shared, WORDS.format(name="Sara Hill")))
    click(button(shared.page, "No known added risk"))
    click(button(shared.page, "Sign and save bundle…"))
    choose(shared, stick, qtbot)
    sign(shared, passphrases["AB"], qtbot)
    finish(shared, qtbot)
    assert sees(shared.page, "nothing was sent")
    (file,) = files_in(stick)
    assert sees(shared.page, file.name)
    assert file.suffix == ".age"
    helen = workspace_of("SH")
    take_in(helen, file)
    (client,) = helen.vault.revisions.heads(case.client.document_id)
    assert client.answers()["client_identity"] == {"preferred_name": "Ina"}
    assert "location" in client.withheld()
    act = case.sitting.vault.journal.rows(after=case.sitting.vault.journal.head().n - 1)[0].act
    assert (act.facts["basis"], act.facts["harm"]) == ("team", "none known")


def test_one_is_told_when_nobody_will_know_whom_it_is_about(
    case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    case.kept(case.record_plan())
    case.kept(case.note_plan("We met at the station."))
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=case.record.subject))
    assert sees(window.page, "The client record is not signed yet.")
    case.kept(case.client_plan({}))
    window.desk.go(Place(room=Room.CASES))
    window.desk.go(Place(room=Room.SHARE, subject=case.record.subject))
    assert not sees(window.page, "The client record is not signed yet.")


def test_by_keyboard_alone(
    shared: Window, stick: Path, passphrases: dict[str, str], qtbot: QtBot
) -> None:
    activate(shared, qtbot)
    assert focused() is tick(shared, "Sara Hill")
    walk(shared, WORDS.format(name="Sara Hill"))
    press(focused(), Qt.Key.Key_Space)
    walk(shared, "No known added risk")
    press(focused(), Qt.Key.Key_Space)
    walk(shared, "Sign and save bundle…")
    press(focused(), Qt.Key.Key_Space)
    choose(shared, stick, qtbot)
    sign(shared, passphrases["AB"], qtbot)
    finish(shared, qtbot)
    assert len(files_in(stick)) == 1
    assert focused().accessibleName() == "To the outbox"
    press(focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shared.page.place.room is Room.OUTBOX, timeout=2_000)
    assert sees(shared.page, "Sara Hill")
    assert sees(shared.page, "Not received yet")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def walk(window: Window, wanted: str) -> None:
    """Press Tab until something has the keyboard that is called so."""
    passed = []
    for _step in range(80):
        if focused().accessibleName() == wanted:
            return
        passed.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted!r} is not reached: {passed} in {window.page}")


def test_the_words_of_a_key_are_asked_for_once(
    shared: Window, stick: Path, passphrases: dict[str, str], qtbot: QtBot
) -> None:
    click(button(shared.page, "No known added risk"))
    click(button(shared.page, "Sign and save bundle…"))
    assert sees(shared.page, "Compare the words of the key first")
    click(tick(shared, WORDS.format(name="Sara Hill")))
    click(button(shared.page, "Sign and save bundle…"))
    choose(shared, stick, qtbot)
    sign(shared, passphrases["AB"], qtbot)
    finish(shared, qtbot)
    shared.desk.go(Place(room=Room.SHARE, subject=shared.page.place.subject, topic="all"))
    assert not sees(shared.page, "used here for the first time")


def test_harm_is_weighed_on_both_sides(
    shared: Window, stick: Path, passphrases: dict[str, str], case: CaseBuilder, qtbot: QtBot
) -> None:
    click(tick(shared, WORDS.format(name="Sara Hill")))
    click(button(shared.page, "Sign and save bundle…"))
    assert sees(shared.page, "Weigh the harm first")
    click(button(shared.page, "There is a risk…"))
    write(field(shared.page, "What may happen if it is shared", QPlainTextEdit), "He may hear.")
    click(button(shared.page, "Sign and save bundle…"))
    assert sees(shared.page, "Weigh the harm first")
    texts = {
        "What may happen if it is not shared": "Nobody knows of the danger.",
        "What is done to lower the risk": "By hand only.",
    }
    for spoken, text in texts.items():
        write(field(shared.page, spoken, QPlainTextEdit), text)
    click(button(shared.page, "Sign and save bundle…"))
    choose(shared, stick, qtbot)
    sign(shared, passphrases["AB"], qtbot)
    finish(shared, qtbot)
    journal = case.sitting.vault.journal
    act = journal.rows(after=journal.head().n - 1)[0].act
    assert act.facts["harm_not_sending"] == "Nobody knows of the danger."


def test_the_address_goes_only_with_a_reason(
    shared: Window,
    stick: Path,
    passphrases: dict[str, str],
    case: CaseBuilder,
    workspace_of: Callable[[str], Workspace],
    qtbot: QtBot,
) -> None:
    click(tick(shared, WORDS.format(name="Sara Hill")))
    click(button(shared.page, "No known added risk"))
    click(tick(shared, "Put places and addresses in"))
    click(button(shared.page, "Sign and save bundle…"))
    assert sees(shared.page, "Why does the address go?")
    write(field(shared.page, "Why the address goes", QPlainTextEdit), "Moves in tonight.")
    assert sees(shared.page, "with the address")
    click(button(shared.page, "Sign and save bundle…"))
    choose(shared, stick, qtbot)
    sign(shared, passphrases["AB"], qtbot)
    finish(shared, qtbot)
    supervisor = workspace_of("SH")
    take_in(supervisor, files_in(stick)[0])
    (client,) = supervisor.vault.revisions.heads(case.client.document_id)
    assert client.answers()["client_contact"]["current_address"] == {"addr_kind": "safe_house"}


def test_stopped_in_the_middle_nothing_lies_there_and_nothing_is_noted(
    shared: Window, stick: Path, passphrases: dict[str, str], case: CaseBuilder, qtbot: QtBot
) -> None:
    click(tick(shared, WORDS.format(name="Sara Hill")))
    click(button(shared.page, "No known added risk"))
    click(button(shared.page, "Sign and save bundle…"))
    choose(shared, stick, qtbot)
    at_once(shared, lambda: click(button(shared.page, "Stop")))
    sign(shared, passphrases["AB"], qtbot)
    qtbot.waitUntil(lambda: sees(shared.page, "Stopped"), timeout=10_000)
    assert files_in(stick) == []
    assert case.sitting.vault.bundles.sent() == ()
    assert tick(shared, WORDS.format(name="Sara Hill")).isChecked()


def test_leaving_the_page_stops_it_too(
    shared: Window, stick: Path, passphrases: dict[str, str], case: CaseBuilder, qtbot: QtBot
) -> None:
    click(tick(shared, WORDS.format(name="Sara Hill")))
    click(button(shared.page, "No known added risk"))
    click(button(shared.page, "Sign and save bundle…"))
    choose(shared, stick, qtbot)
    at_once(shared, lambda: shared.desk.go(Place(room=Room.OUTBOX)))
    sign(shared, passphrases["AB"], qtbot)
    qtbot.waitUntil(lambda: shared.page.place.room is Room.OUTBOX, timeout=10_000)
    qtbot.waitUntil(lambda: not shared.desk.jobs.busy, timeout=10_000)
    assert files_in(stick) == []
    assert case.sitting.vault.bundles.sent() == ()
