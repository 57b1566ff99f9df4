"""Somebody at a laptop: sees, presses, writes, waits, by the words on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.hands import Hands, controls, spoken
from tests.support.pages import sees, visible_texts

PATIENCE_MS = 20_000
AT_ONCE_MS = 3_000


@dataclass
class Person:
    """One person with the window of one laptop.

    Attributes:
        window: All that is on this laptop's screen.
        hands: Keyboard alone, or mouse.
        passphrase: By heart; "" before there is one.
    """

    window: QMainWindow
    hands: Hands
    qtbot: QtBot
    passphrase: str = ""

    def sit_down(self) -> None:
        """Bring this laptop's window to the front."""
        front = self.in_front()
        if QApplication.activeWindow() is not front:
            front.activateWindow()
            self.qtbot.waitUntil(front.isActiveWindow, timeout=AT_ONCE_MS)

    def in_front(self) -> QWidget:
        """Return the dialog that is open, else the window."""
        QApplication.processEvents()
        dialogs = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return dialogs[-1] if dialogs else self.window

    # ---- seeing -----------------------------------------------------------------------------

    def sees(self, words: str) -> bool:
        """Say whether words are on the screen."""
        return sees(self.in_front(), words)

    def wait_for(self, words: str) -> None:
        """Wait until words are on the screen."""
        try:
            self.qtbot.waitUntil(lambda: self.sees(words), timeout=PATIENCE_MS)
        except Exception as late:
            shown = list(visible_texts(self.in_front()))
            raise AssertionError(f"“{words}” does not come: {shown}") from late

    def control(self, words: str, *, begins: bool = False) -> QWidget:
        """Return the one control on the screen that is called so, waiting until it is there.

        Raises:
            AssertionError: It does not come, or several are called so.
        """
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = controls(self.in_front(), words, begins=begins)
            return bool(found)

        try:
            self.qtbot.waitUntil(there, timeout=PATIENCE_MS)
        except Exception as late:
            names = [spoken(each) for each in controls(self.in_front(), "", begins=True)]
            raise AssertionError(f"nothing is called “{words}” here: {names}") from late
        assert len(found) == 1, f"{len(found)} are called “{words}”"
        return found[0]

    def question(self, words: str, answer: str) -> QWidget:
        """Return the button of an answer to a question of a form."""
        self.qtbot.waitUntil(lambda: bool(self._answers(words, answer)), timeout=AT_ONCE_MS)
        (found,) = self._answers(words, answer)
        return found

    def _answers(self, words: str, answer: str) -> list[QWidget]:
        return [
            each
            for each in controls(self.in_front(), answer)
            if each.accessibleDescription().startswith(words)
        ]

    # ---- doing ------------------------------------------------------------------------------

    def press(self, words: str, *, begins: bool = False) -> None:
        """Press the button, or tick the box, that is called so."""
        self.sit_down()
        self.hands.press(self.in_front(), self.control(words, begins=begins))
        QApplication.processEvents()

    def answer(self, question: str, answer: str) -> None:
        """Press an answer to a question."""
        self.sit_down()
        self.hands.press(self.in_front(), self.question(question, answer))
        QApplication.processEvents()

    def choose(self, name: str, words: str) -> None:
        """Choose from a list that unfolds."""
        self.sit_down()
        box = self.control(name)
        assert isinstance(box, QComboBox)
        self.hands.choose(self.in_front(), box, words)
        QApplication.processEvents()

    def write(self, name: str, text: str, *, begins: bool = False) -> None:
        """Write into the field that is called so."""
        self.sit_down()
        line = self.control(name, begins=begins)
        assert isinstance(line, QLineEdit | QPlainTextEdit), type(line)
        self.hands.reach(self.in_front(), line)
        QTest.keyClicks(line, text)
        QApplication.processEvents()

    def keys(self, key: Qt.Key, *, ctrl: bool = False, alt: bool = False) -> None:
        """Press a key wherever the keyboard is."""
        self.sit_down()
        held = Qt.KeyboardModifier.NoModifier
        if ctrl:
            held |= Qt.KeyboardModifier.ControlModifier
        if alt:
            held |= Qt.KeyboardModifier.AltModifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        QApplication.processEvents()

    def choose_path(self, path: Path, confirm: str = "") -> None:
        """Write a path into the dialog for files and confirm it.

        Args:
            path: A file or folder.
            confirm: The button to press; Enter where it is "".
        """
        self.qtbot.waitUntil(lambda: isinstance(self.in_front(), QFileDialog), timeout=AT_ONCE_MS)
        dialog = self.in_front()
        self.sit_down()
        (line,) = [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]
        assert line.hasFocus(), "the keyboard is where one writes the name"
        line.selectAll()
        QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=AT_ONCE_MS)
        self.sit_down()

    def sign(self, action: str = "Sign") -> None:
        """Write the passphrase below what is to be signed, and sign it."""
        dialog = self.in_front()
        self.write("Passphrase", self.passphrase)
        self.press(action)
        self.qtbot.waitUntil(lambda: self.in_front() is not dialog, timeout=PATIENCE_MS)

    def until(self, so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(so, timeout=PATIENCE_MS)
