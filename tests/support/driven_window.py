"""The window's real process with a hand inside: does what files in a folder say, by keys and clicks.

`python -m tests.support.driven_window FOLDER START…`. A file ``1.do`` holds a verb and its words; the
answer goes to ``1.done``. Everything else is the program as it is.
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from outreach_app.hardening import harden
from outreach_app.ui import app
from outreach_app.ui.front import Front
from outreach_app.ui.shell.standing import place_text, read_place
from outreach_app.ui.theme.look import Look, load_fonts
from tests.support.pages import button, click, sees

LOOK_MS = 20


def front() -> Front | None:
    """Return the window, once it is there."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, Front)]
    return found[0] if found and found[0].isVisible() else None


def do(window: Front, verb: str, words: str) -> str:
    """Do one thing and say what came of it."""
    return _HANDS[verb](window, words) or "ok"


def _click(window: Front, words: str) -> None:
    click(button(window, words))


def _write(window: Front, words: str) -> None:
    name, _, text = words.partition("|")
    seen = (each for each in window.findChildren(QLineEdit) if each.isVisibleTo(window))
    QTest.keyClicks(next(each for each in seen if each.accessibleName() == name), text)


def _type(window: Front, words: str) -> str:
    """Type into the first field of the page; says so when there is none yet."""
    seen = (each for each in window.findChildren(QWidget) if each.isVisibleTo(window))
    for each in seen:
        if isinstance(each, QLineEdit | QPlainTextEdit) and each.isEnabled():
            each.setFocus()
            QTest.keyClicks(each, words)
            return "ok"
    return "nowhere"


def _texts(window: Front, _words: str) -> str:
    seen = [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]
    lines = [each.text() for each in seen if isinstance(each, QLineEdit)]
    return "|".join([*lines, *(e.toPlainText() for e in seen if isinstance(e, QPlainTextEdit))])


def _press(window: Front, words: str) -> None:
    # On a screen without a window manager nobody else gives it the keyboard.
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 2_000)
    # As from the system: at the window, before anything in it.
    QTest.keySequence(window.windowHandle(), QKeySequence(words))


def _go(window: Front, words: str) -> None:
    if window.opened is not None:
        window.opened.desk.go(read_place(words))


def _place(window: Front, _words: str) -> str:
    return place_text(window.opened.page.place) if window.opened is not None else "none"


def _copy(window: Front, words: str) -> str:
    """Copy all that is in the field of that name, and say what the clipboard holds then."""
    seen = (each for each in window.findChildren(QWidget) if each.isVisibleTo(window))
    field = next(
        each
        for each in seen
        if isinstance(each, QLineEdit | QPlainTextEdit) and each.accessibleName() == words
    )
    field.selectAll()
    field.copy()
    return QApplication.clipboard().text()


def _choose(_window: Front, words: str) -> str:
    """Write a path into the file dialog that is open and confirm it; says so when there is none yet."""
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog)]
    for dialog in dialogs:
        if dialog.isVisible():
            (line,) = [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]
            line.selectAll()
            QTest.keyClicks(line, words)
            QTest.keyClick(line, Qt.Key.Key_Return)
            return "ok"
    return "nowhere"


def _type_and_end(window: Front, words: str) -> str:
    """Type, and get a signal of the system before anything else happens; says where nothing is."""
    number, _, text = words.partition("|")
    where = _type(window, text)
    if where == "ok":
        os.kill(os.getpid(), signal.Signals[number])
    return where


def _crash(_window: Front, _words: str) -> None:
    QTimer.singleShot(0, lambda: 1 // 0)


_HANDS: dict[str, Callable[[Front, str], str | None]] = {
    "click": _click,
    "write": _write,
    "type": _type,
    "texts": _texts,
    "press": _press,
    "go": _go,
    "place": _place,
    "copy": _copy,
    "choose": _choose,
    "crash": _crash,
    "type_and_end": _type_and_end,
    "sees": lambda window, words: str(sees(window, words)),
    "covered": lambda window, _words: str(window.cover.isVisible()),
}


def look_into(folder: Path) -> None:
    """Do what is asked for."""
    window = front()
    if window is None:
        return
    for asked in sorted(folder.glob("*.do")):
        verb, _, words = asked.read_text("utf-8").partition(" ")
        asked.unlink()
        try:
            said = do(window, verb, words)
        except (AssertionError, StopIteration, IndexError) as error:
            said = f"failed: {error}"
        answer = asked.with_suffix(".part")
        answer.write_text(f"{os.getpid()} {said}", "utf-8")
        answer.rename(asked.with_suffix(".done"))


def main(arguments: Sequence[str]) -> int:
    """Be the window's process."""
    harden()
    folder, *start = arguments
    made = app.make_application

    def watched(
        arguments: Sequence[str],
        look: Look | None = None,
        *,
        fonts: Callable[[], None] = load_fonts,
    ) -> QApplication:
        application = made(arguments, look, fonts=fonts)
        timer = QTimer(application)
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(lambda: look_into(Path(folder)))
        timer.start()
        return application

    app.make_application = watched
    return app.run_window(start)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
