"""The dialog of a signature while the key is on its way: given up, and Enter pressed once too often."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.support.pages import button, click, field, press, write


class Asked:
    """A dialog that is open, and the keys that it handed on."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.keys: list[Signer] = []
        self.dialog = SigningDialog(
            window.desk, window.page, "A note", ["Everything"], self.keys.append
        )
        self.dialog.open()
        qtbot.waitUntil(field(self.dialog, "Passphrase", QLineEdit).hasFocus, timeout=3_000)

    def typed(self, passphrase: str) -> None:
        """Write a passphrase and press Enter."""
        line = field(self.dialog, "Passphrase", QLineEdit)
        write(line, passphrase)
        press(line, Qt.Key.Key_Return)


def test_what_was_cancelled_while_the_key_was_made_is_not_signed(
    window_of: Callable[[str], Window], passphrases: dict[str, str], jobs: Jobs, qtbot: QtBot
) -> None:
    asked = Asked(window_of("AB"), qtbot)
    asked.typed(passphrases["AB"])
    assert jobs.busy
    click(button(asked.dialog, "Cancel"))
    qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)
    QApplication.processEvents()
    assert asked.keys == []


def test_a_second_enter_presses_nothing_by_the_way(
    window_of: Callable[[str], Window], passphrases: dict[str, str], qtbot: QtBot
) -> None:
    asked = Asked(window_of("AB"), qtbot)
    asked.typed(passphrases["AB"])
    now = QApplication.focusWidget()
    assert now is not None
    assert now.window() is asked.dialog
    press(now, Qt.Key.Key_Return)
    press(now, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(asked.keys), timeout=10_000)


def test_a_wrong_passphrase_leaves_the_keyboard_where_it_is_typed_again(
    window_of: Callable[[str], Window], jobs: Jobs, qtbot: QtBot
) -> None:
    asked = Asked(window_of("AB"), qtbot)
    asked.typed("certainly not this one")
    qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)
    qtbot.waitUntil(field(asked.dialog, "Passphrase", QLineEdit).hasFocus, timeout=3_000)
    assert asked.keys == []
