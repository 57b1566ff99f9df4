"""The unlock page: who, the passphrase, waiting, Caps Lock, several vaults, what a forgotten one means."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.crypto.kdf import FLOOR
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import Newcomer, World, add_person
from outreach_app.services.workspace import begin_workspace
from outreach_app.store.front import read_front
from outreach_app.store.opening import LockedVault
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from outreach_app.ui.shell.cover import CoverKey
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.unlock.delay import delay_seconds
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, press, sees, write
from tests.support.settled import settle
from tests.ui.fronts import Standing, front_on

Opens = Callable[..., Standing]


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


def _unlock(standing: Standing, qtbot: QtBot, passphrase: str) -> None:
    write(field(standing.front, "Passphrase", QLineEdit), passphrase)
    press(field(standing.front, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: standing.front.opened is not None, timeout=20_000)


def test_the_right_passphrase_opens_and_the_launcher_hears_how_long_one_may_be_idle(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str]
) -> None:
    assert sees(standing.front, "AB")
    assert not sees(standing.front, "Anna Berg"), "names stay inside"
    _unlock(standing, qtbot, passphrases["AB"])
    assert sees(standing.front, "Anna Berg")
    assert standing.heard() == "opened\nlimit 300\n"


def test_after_unlocking_the_keyboard_is_in_the_page_and_not_in_the_bar(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str]
) -> None:
    _unlock(standing, qtbot, passphrases["AB"])
    settle(standing.front)
    window = standing.front.opened
    assert window is not None
    at: QWidget | None = standing.front.focusWidget()
    assert at is not None
    assert window.page.isAncestorOf(at), at


def test_the_page_is_laid_out_once_and_then_rests(standing: Standing, qtbot: QtBot) -> None:
    settle(standing.front)
    asked: list[str] = []

    class Listening(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.LayoutRequest:
                asked.append("again")
            return False

    listening = Listening()
    QApplication.instance().installEventFilter(listening)  # type: ignore[union-attr]
    for _turn in range(50):
        QApplication.processEvents()
    QApplication.instance().removeEventFilter(listening)  # type: ignore[union-attr]
    assert not asked, "it would keep a processor busy for as long as nobody unlocks"


def test_a_wrong_one_is_said_and_makes_one_wait(standing: Standing, qtbot: QtBot) -> None:
    line = field(standing.front, "Passphrase", QLineEdit)
    write(line, "certainly not")
    unlock = button(standing.front, "Unlock")
    QApplication.processEvents()
    stands = unlock.mapTo(standing.front, unlock.rect().center())
    click(unlock)
    assert line.text() == ""
    qtbot.waitUntil(lambda: sees(standing.front, "Wait 1 second"), timeout=20_000)
    assert not line.isEnabled()
    assert standing.heard() == "refused\n"
    assert sees(standing.front, "That passphrase does not fit"), "the notice is there"
    assert standing.front.childAt(stands) is unlock, "and moved nothing away from the pointer"
    qtbot.waitUntil(line.isEnabled, timeout=5_000)
    assert standing.front.opened is None


def test_a_second_enter_while_it_unlocks_presses_nothing_by_the_way(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str]
) -> None:
    line = field(standing.front, "Passphrase", QLineEdit)
    write(line, passphrases["AB"])
    press(line, Qt.Key.Key_Return)
    assert not line.isEnabled()
    now = QApplication.focusWidget()
    assert now is not None
    press(now, Qt.Key.Key_Return)
    press(now, Qt.Key.Key_Space)
    assert not sees(standing.front, "cannot be looked up")
    qtbot.waitUntil(lambda: standing.front.opened is not None, timeout=20_000)


def test_the_wait_grows_to_a_minute() -> None:
    assert [delay_seconds(count) for count in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]


def test_a_forgotten_passphrase_is_explained_in_full_and_leads_back(standing: Standing) -> None:
    click(button(standing.front, "Forgotten passphrase"))
    for words in ("cannot be looked up", "Two people can open it together", "What is safe"):
        assert sees(standing.front, words), words
    click(button(standing.front, "Try again"))
    assert field(standing.front, "Passphrase", QLineEdit).hasFocus()


def test_a_wait_goes_on_over_another_page_and_back(
    qtbot: QtBot, jobs: Jobs, clock: FrozenClock, ready: Path
) -> None:
    start = Start(refusals=6, wait_s=40)
    with front_on(qtbot, jobs, clock, lambda: (ready,), start) as standing:
        for away, back in (
            ("Forgotten passphrase", "Try again"),
            ("Another vault or a backup", "Back to unlocking"),
        ):
            click(button(standing.front, away))
            click(button(standing.front, back))
            assert not field(standing.front, "Passphrase", QLineEdit).isEnabled(), away
            assert sees(standing.front, "second"), away


def test_a_wrong_one_counts_over_another_page(
    qtbot: QtBot, jobs: Jobs, clock: FrozenClock, ready: Path
) -> None:
    with front_on(qtbot, jobs, clock, lambda: (ready,), Start(refusals=6)) as standing:
        write(field(standing.front, "Passphrase", QLineEdit), "certainly not")
        click(button(standing.front, "Unlock"))
        qtbot.waitUntil(lambda: sees(standing.front, "Wait "), timeout=20_000)
        click(button(standing.front, "Forgotten passphrase"))
        click(button(standing.front, "Try again"))
        assert not field(standing.front, "Passphrase", QLineEdit).isEnabled()


def test_help_is_there_before_anything_is_unlocked_and_keeps_what_is_typed(
    standing: Standing, qtbot: QtBot
) -> None:
    line = field(standing.front, "Passphrase", QLineEdit)
    write(line, "half of it")
    press(line, Qt.Key.Key_F1)
    told = "Nobody else has it, no copy of it exists"
    qtbot.waitUntil(lambda: sees(standing.front, told), timeout=5_000)
    assert not sees(standing.front, "Anna Berg")
    press(button(standing.front, "Back"), Qt.Key.Key_Escape)
    assert line.isVisible()
    assert line.hasFocus()
    assert line.text() == "half of it"


def test_caps_lock_is_told_by_what_is_written(standing: Standing) -> None:
    line = field(standing.front, "Passphrase", QLineEdit)
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for text, modifiers, told in (
        ("q", none, False),
        ("Q", shift, False),
        ("Q", none, True),
        ("1", none, True),
        ("q", shift, True),
        ("q", none, False),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, modifiers, text)
        QApplication.sendEvent(line, event)
        assert sees(standing.front, "Caps Lock is on") is told, (text, modifiers)
    QTest.keyClick(line, Qt.Key.Key_CapsLock)
    assert sees(standing.front, "Caps Lock is on")


@pytest.fixture
def shared(folders: Template, sitting_of: Callable[[str], Sitting], world: World) -> Path:
    """The colleague's vault, which the night staff share."""
    cover = sitting_of("CC")
    night = Newcomer(initials="NIGHT", full_name="Nora Ibe", role=cover.me.role, parameters=FLOOR)
    add_person(cover, night, "passphrase of the night", world)
    begin_workspace(cover).close()
    return folders.folder / "CC"


def test_several_vaults_and_people_are_chosen_by_their_labels(
    qtbot: QtBot, jobs: Jobs, clock: FrozenClock, ready: Path, shared: Path
) -> None:
    with front_on(qtbot, jobs, clock, lambda: (ready, shared), Start()) as standing:
        vaults = field(standing.front, "Vault", QComboBox)
        assert vaults.itemText(1) == "Vault 2: CC, NIGHT"
        vaults.setCurrentIndex(1)
        assert sees(standing.front, "People on this laptop: 2")
        click(button(standing.front, "NIGHT"))
        _unlock(standing, qtbot, "passphrase of the night")
        assert standing.front.opened is not None
        assert standing.front.opened.desk.sitting.me.full_name == "Nora Ibe"
        # Not enrolled yet: the first page says what one waits for.
        assert standing.front.opened.page.place == Place(room=Room.ENROL)
        assert "limit 180\n" in standing.heard(), "a shared vault locks sooner"


def test_what_the_page_shows_of_a_vault_is_what_the_vault_says(ready: Path, tmp_path: Path) -> None:
    locked = LockedVault(ready)
    try:
        slots = tuple((slot.person_id, slot.label) for slot in locked.slots)
    finally:
        locked.release()
    assert read_front(ready).people == slots
    damaged = tmp_path / "damaged"
    shutil.copytree(ready, damaged)
    (damaged / "slots-a.json").write_bytes(b"{")
    assert read_front(damaged).people == slots
    (damaged / "slots-b.json").write_bytes(b"\xff")
    assert read_front(damaged).people == ()


def test_a_vault_that_another_program_holds_is_said_and_costs_no_wait(
    standing: Standing, qtbot: QtBot, ready: Path, passphrases: dict[str, str]
) -> None:
    held = LockedVault(ready)
    try:
        write(field(standing.front, "Passphrase", QLineEdit), passphrases["AB"])
        click(button(standing.front, "Unlock"))
        qtbot.waitUntil(button(standing.front, "Unlock").isEnabled, timeout=20_000)
        assert sees(standing.front, "This vault is open already")
        assert standing.heard() == ""
    finally:
        held.release()
    _unlock(standing, qtbot, passphrases["AB"])


def test_the_window_says_after_a_crash_that_nothing_saved_is_lost(
    qtbot: QtBot, jobs: Jobs, clock: FrozenClock, ready: Path
) -> None:
    with front_on(qtbot, jobs, clock, lambda: (ready,), Start(crashed=True, wait_s=2)) as standing:
        assert sees(standing.front, "The window ended by itself")
        assert sees(standing.front, "Wait 2 seconds")


def test_an_order_to_lock_closes_the_vault_and_ends(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str], ready: Path
) -> None:
    _unlock(standing, qtbot, passphrases["AB"])
    standing.order(b"lock\n")
    qtbot.waitUntil(lambda: bool(standing.ends), timeout=5_000)
    LockedVault(ready).release()


def test_the_cover_key_hides_everything_at_once_dialogs_too(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str], ready: Path
) -> None:
    _unlock(standing, qtbot, passphrases["AB"])
    front = standing.front
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    key = CoverKey(application)
    key.pressed.connect(front.hide_now)
    dialog = QDialog(front)
    dialog.setModal(True)
    qtbot.addWidget(dialog)
    front.prepare_cover()
    begun = time.perf_counter()
    front.cover.fall()
    taken_s = time.perf_counter() - begun
    assert taken_s < 0.3, f"{taken_s:.3f} s until it was painted; a tenth on a quiet machine"
    front.cover.lift()
    dialog.show()
    shown: list[bool] = []
    key.pressed.connect(lambda: shown.append(front.cover.isVisible()))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=2_000)
    QTest.keyClick(
        dialog.windowHandle(),
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    key.deleteLater()
    assert shown[0], "before anything else happens"
    assert not dialog.isVisible()
    assert front.cover.geometry() == front.rect()
    assert not front.cover.grab().toImage().isNull()
    assert "covered\n" in standing.heard()
    assert front.windowTitle() == "Notes"
    # The vault is closed by now: its folder is free.
    LockedVault(ready).release()
    assert not standing.ends, "the page stays until the launcher ends the process"


def test_the_cover_says_nothing_of_us(standing: Standing) -> None:
    front = standing.front
    front.hide_now()
    assert sees(front.cover, "Lentil soup")
    assert not any(sees(front.cover, words) for words in ("Outreach", "case", "client", "Unlock"))
    front.resize(900, 700)
    assert front.cover.geometry() == front.rect()
    press(front.cover, Qt.Key.Key_Space)
    assert front.cover.isVisible()
    press(front.cover, Qt.Key.Key_Escape)
    assert not front.cover.isVisible()
    assert standing.heard() == "", "nothing was open, so nothing had to end"


def test_a_window_for_which_the_screen_is_too_small_fills_it(standing: Standing) -> None:
    front = standing.front
    room = front.screen().availableGeometry().size()
    for less, fills in ((0, True), (20, True), (200, False)):
        front.hide()
        front.setWindowState(Qt.WindowState.WindowNoState)
        front.resize(room.width() - less, room.height() - less)
        front.appear()
        assert front.isMaximized() is fills


def test_closing_the_window_forgets_where_one_was(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str]
) -> None:
    _unlock(standing, qtbot, passphrases["AB"])
    assert standing.front.opened is not None
    standing.front.opened.desk.go(Place(room=Room.PEOPLE))
    standing.heard()
    standing.front.close()
    assert standing.heard() == "leaving\n"
    assert standing.ends == [1]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe's end is seen by polling there")
def test_a_launcher_that_is_gone_locks_the_window(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str], ready: Path
) -> None:
    _unlock(standing, qtbot, passphrases["AB"])
    standing.hang_up()
    qtbot.waitUntil(lambda: bool(standing.ends), timeout=5_000)
    LockedVault(ready).release()


def test_other_keys_can_be_chosen_for_the_cover(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str]
) -> None:
    chosen: list[str] = []
    standing.front.cover_keys_chosen.connect(chosen.append)
    _unlock(standing, qtbot, passphrases["AB"])
    opened = standing.front.opened
    assert opened is not None
    assert chosen == ["Ctrl+Shift+H"]
    opened.desk.sitting.change_setting("cover.keys", "F9")
    opened.desk.tell_saved(opened.desk.sitting.now())
    assert chosen[-1] == "F9"
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    key = CoverKey(application)
    key.set_keys(chosen[-1])
    key.pressed.connect(standing.front.hide_now)
    QTest.keyClick(standing.front.windowHandle(), Qt.Key.Key_F9)
    key.deleteLater()
    assert standing.front.cover.isVisible()
