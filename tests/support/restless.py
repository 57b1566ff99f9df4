"""Somebody restless at the window: presses, types and leaves wherever chance leads, until something breaks.

`python -m tests.support.restless --sample DIR --person PN --seed 1 --steps 2000`. The sample's vault is
copied first. Every step is written down before it is done, so that a fault that ends the process tells its
way too. It ends with 1 if anything was raised, if Qt complained, or if the vault fails its check afterwards.
"""

import argparse
import faulthandler
import os
import random  # noqa: TID251  chance is wanted here, and the same chance again
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TypeVar

# Before anything of Qt or keyring is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "tests.support.memory_keyring.MemoryKeyring"

from PIL import Image
from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from outreach_app.domain.documents import Subject
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.unlocking import this_world
from outreach_app.services.workspace import Workspace, open_workspace
from outreach_app.ui.app import make_application
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.window import Window
from outreach_app.ui.slices import Slices
from outreach_app.ui.theme.look import Look
from outreach_app.ui.theme.tokens import ThemeName
from tests.support.pages import finish
from tests.support.rooms import every_place, night_places, supervisor_places

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
Modifier = Qt.KeyboardModifier
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CASEWORK_ZONE)
LONG_S = 1.5
LAPTOPS = {"PN": "office", "SO": "office", "DF": "cover", "HM": "supervisor"}
"""Whose vault lies in which folder of the sample."""
TEXTS = (
    "", "a", "Ana", "she said she would call", "2026-11-20", "20/11/2026", "31/02/2026", "2026-13-45",
    "09:30", "25:99", "7", "-1", "0", "99999999999999", "1e9", "0.5", "HH-26-A001", "אבג", "مرحبا", "🙂",
    "x" * 300, "one\ntwo", "'; --", "%s {name} <b>bold</b> &amp;", "\u202eabc", "  ", "tab\there",
)  # fmt: skip
KEYS = (
    (Key.Key_Tab, Modifier.NoModifier), (Key.Key_Backtab, Modifier.NoModifier),
    (Key.Key_Return, Modifier.NoModifier), (Key.Key_Space, Modifier.NoModifier),
    (Key.Key_Escape, Modifier.NoModifier), (Key.Key_Down, Modifier.NoModifier),
    (Key.Key_Up, Modifier.NoModifier), (Key.Key_Left, Modifier.NoModifier),
    (Key.Key_Right, Modifier.NoModifier), (Key.Key_Delete, Modifier.NoModifier),
    (Key.Key_PageDown, Modifier.NoModifier), (Key.Key_Home, Modifier.NoModifier),
    (Key.Key_F1, Modifier.NoModifier), (Key.Key_Z, Modifier.ControlModifier),
    (Key.Key_Y, Modifier.ControlModifier), (Key.Key_F, Modifier.ControlModifier),
    (Key.Key_K, Modifier.ControlModifier), (Key.Key_S, Modifier.ControlModifier),
    (Key.Key_P, Modifier.ControlModifier), (Key.Key_N, Modifier.ControlModifier),
    (Key.Key_A, Modifier.ControlModifier), (Key.Key_V, Modifier.ControlModifier),
    (Key.Key_C, Modifier.ControlModifier), (Key.Key_Left, Modifier.AltModifier),
    (Key.Key_Down, Modifier.AltModifier), (Key.Key_Up, Modifier.AltModifier),
    (Key.Key_Return, Modifier.ControlModifier), (Key.Key_1, Modifier.ControlModifier),
    (Key.Key_Right, Modifier.ControlModifier), (Key.Key_Left, Modifier.ControlModifier),
)  # fmt: skip


class Restless:
    """One person, a window on a copy of their vault, and chance."""

    def __init__(self, workspace: Workspace, folder: Path, seed: int, passphrase: str = "") -> None:
        """Sit down at the window of an open workspace; files lie in a folder and go there.

        Args:
            workspace: Whose vault is written into.
            folder: Steps are written down here.
            seed: The same one leads the same way, as far as the machine is as fast.
            passphrase: Typed, mostly, where one is wanted.
        """
        self.faults: list[str] = []
        self.slow: list[str] = []
        self._loop = QEventLoop()
        self._workspace = workspace
        self._passphrase = passphrase
        self._files = (
            folder,
            folder / "out.age",
            folder / "photo.jpg",
            folder / "missing" / "x.pdf",
        )
        Image.new("RGB", (64, 48), "green").save(folder / "photo.jpg")
        self._chance = random.Random(seed)  # noqa: S311
        self._jobs = Jobs()
        self._window = self._sit_down()
        self._step = "begin"
        self._told = (folder / "steps.txt").open("w", buffering=1)
        self._left = self._waited = self._number = 0
        self._is_patient = True
        self._doings: list[tuple[int, Callable[[], None]]] = [
            (45, self._press),
            (22, self._write),
            (8, self._choose),
            (14, self._key),
            (9, self._walk),
            (2, self._resize),
        ]

    def _sit_down(self) -> Window:
        window = Window(Desk(self._workspace, self._jobs), hide=lambda: None)
        window.resize(*self._chance.choice(((1440, 900), (1280, 720), (1024, 640))))
        window.show()
        window.activateWindow()
        return window

    def go_on(self, steps: int) -> None:
        """Take so many steps, each from Qt's own loop, wherever that is held."""
        self._left = steps
        QTimer.singleShot(0, self._next)
        self._loop.exec()

    def _next(self) -> None:
        if not self._left:
            asking = QApplication.activeModalWidget()
            if asking is not None:
                # Whatever still holds its caller would hold the end too.
                QTest.keyClick(asking, Key.Key_Escape)
                QTimer.singleShot(20, self._next)
                return
            self._loop.quit()
            return
        # A dialog that holds its caller gets the next step while this one is not over.
        QTimer.singleShot(self._patience(), self._next)
        if self._waits():
            return
        self._left -= 1
        if not self._window.isVisible():
            self._window = self._sit_down()
        front = self._front()
        if isinstance(front, QFileDialog):
            self._answer(front)
            return
        if isinstance(QApplication.activePopupWidget(), QMenu):
            # Nobody can do anything else while a menu is open.
            self._number += 1
            self._press()
            return
        (act,) = self._chance.choices(
            [act for _w, act in self._doings], [w for w, _a in self._doings]
        )
        begun = time.monotonic()
        self._number += 1
        act()
        lasted = time.monotonic() - begun
        if lasted > LONG_S:
            self.slow.append(f"{self._step}: {lasted:.1f} s")

    def _patience(self) -> int:
        """Return how many milliseconds to wait: at once, a moment, or until all stands there."""
        self._is_patient = self._chance.random() < 0.5
        return self._chance.choice((0, 0, 5, 60))

    def _waits(self) -> bool:
        """Say whether a patient person still waits for what the window does."""
        slices = any(each.is_live for each in self._window.findChildren(Slices))
        if not self._is_patient or not (slices or self._jobs.busy) or self._waited > 400:
            self._waited = 0
            return False
        self._waited += 1
        return True

    def note(self, fault: str) -> None:
        """Keep a fault with the step in which it came."""
        self.faults.append(f"{self._step}: {fault}")
        self._say(f"FAULT {fault}")

    def get_up(self) -> None:
        """Close the window as a person does, and wait for what it has begun."""
        self._window.close()
        self._settle()
        self._window.deleteLater()
        QCoreApplication.processEvents()
        self._told.close()

    def _answer(self, dialog: QFileDialog) -> None:
        """Name a file, or none: by other ways one leaves the folder and may delete what lies there."""
        self._number += 1
        if self._chance.random() < 0.3:
            self._say("no file")
            QTest.keyClick(dialog, Key.Key_Escape)
            return
        path = self._chance.choice(self._files)
        self._say(f"file {path.name}")
        (line,) = [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]
        line.selectAll()
        QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Key.Key_Return)

    # ---- what one does ----------------------------------------------------------------------

    def _press(self) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            actions = [each for each in menu.actions() if each.isEnabled()]
            if actions and self._chance.random() < 0.8:
                action = self._chance.choice(actions)
                self._say(f"menu “{action.text()}”")
                rectangle = menu.actionGeometry(action)
                QTest.mouseClick(
                    menu, Qt.MouseButton.LeftButton, Modifier.NoModifier, rectangle.center()
                )
                return
            self._say("menu: away")
            QTest.keyClick(menu, Key.Key_Escape)
            return
        buttons = self._seen(QAbstractButton)
        if not buttons:
            self._key()
            return
        # What is in the page is more than what stands around it.
        page = getattr(self._window, "page", None)
        inside = [each for each in buttons if page is not None and page.isAncestorOf(each)]
        button = self._chance.choice(inside if inside and self._chance.random() < 0.9 else buttons)
        self._say(f"press “{button.accessibleName() or button.text()}”")
        self._bring_into_sight(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _write(self) -> None:
        lines: list[QWidget] = [*self._seen(QLineEdit), *self._seen(QPlainTextEdit)]
        if not lines:
            self._press()
            return
        line = self._chance.choice(lines)
        text = self._chance.choice(TEXTS)
        if isinstance(line, QLineEdit) and line.echoMode() is QLineEdit.EchoMode.Password:
            text = self._passphrase if self._chance.random() < 0.8 else text
        self._say(f"write “{text[:40]}” into “{line.accessibleName()}”")
        self._bring_into_sight(line)
        line.setFocus()
        if self._chance.random() < 0.5:
            QTest.keyClick(line, Key.Key_A, Modifier.ControlModifier)
        for letter in text:
            # Return in one line presses the page's button.
            if letter == "\n":
                QTest.keyClick(line, Key.Key_Return)
            elif letter.isascii():
                QTest.keyClicks(line, letter)
            else:
                typed = QInputMethodEvent()
                typed.setCommitString(letter)
                QCoreApplication.sendEvent(line, typed)

    def _choose(self) -> None:
        boxes = self._seen(QComboBox)
        if not boxes:
            self._press()
            return
        box = self._chance.choice(boxes)
        self._say(f"choose in “{box.accessibleName()}”")
        self._bring_into_sight(box)
        box.setFocus()
        for _each in range(self._chance.randint(1, 6)):
            QTest.keyClick(box, self._chance.choice((Key.Key_Down, Key.Key_Up, Key.Key_End)))

    def _key(self) -> None:
        key, modifier = self._chance.choice(KEYS)
        target = QApplication.activePopupWidget() or self._at_the_keyboard()
        self._say(f"key {modifier.name} {key.name} at {type(target).__name__}")
        QTest.keyPress(target, key, modifier)
        if isValid(target):
            QTest.keyRelease(target, key, modifier)

    def _walk(self) -> None:
        subjects = self._subjects()
        subject = self._chance.choice(subjects)
        places = [
            *every_place(self._workspace, subject),
            *night_places(subject),
            *supervisor_places(subject),
        ]
        name, place = self._chance.choice(places)
        if self._chance.random() < 0.3:
            forms = self._forms()
            name = self._chance.choice(forms)
            place = Place(
                room=dict(places)["form-new-risk_assessment"].room, subject=subject, topic=name
            )
        self._say(f"go to {name} of {subject.case_id[:8]}")
        # As a notice or a search result leads somewhere: not while a dialog asks something.
        if self._front() is self._window:
            self._window.go(place)

    def _resize(self) -> None:
        size = self._chance.choice(((1440, 900), (1280, 720), (1024, 640), (800, 600)))
        self._say(f"resize {size}")
        self._window.resize(*size)

    # ---- around it --------------------------------------------------------------------------

    def _subjects(self) -> list[Subject]:
        lines = self._workspace.vault.lists.cases()
        return [Subject(client_id=each.client_id, case_id=each.case_id) for each in lines]

    def _forms(self) -> list[str]:
        return sorted({line.form_id for line in self._workspace.vault.lists.documents()})

    def _front(self) -> QWidget:
        """Return what alone takes keys and clicks."""
        return QApplication.activeModalWidget() or self._window

    def _at_the_keyboard(self) -> QWidget:
        front, focused = self._front(), QApplication.focusWidget()
        return focused if focused is not None and focused.window() is front else front

    def _seen(self, kind: type[W]) -> list[W]:
        return [
            each
            for each in self._front().findChildren(kind)
            if isValid(each) and each.isVisible() and each.isEnabled() and each.width() > 0
        ]

    @staticmethod
    def _bring_into_sight(widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()

    def _settle(self) -> None:
        until = time.monotonic() + 20
        quiet = 0
        while quiet < 4 and time.monotonic() < until:
            QCoreApplication.processEvents()
            if self._window.isVisible():
                finish(self._window)
            quiet = 0 if self._jobs.busy else quiet + 1
            time.sleep(0.003)

    def _say(self, words: str) -> None:
        self._step = f"{self._number} {words}"
        place = getattr(getattr(self._window, "page", None), "place", None)
        self._told.write(f"{self._number} [{place.room.value if place else ''}] {words!r}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=Path, required=True)
    parser.add_argument("--person", default="PN", choices=sorted(LAPTOPS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="a folder that stays, with the steps")
    parser.add_argument("--look", default="light", choices=[each.value for each in ThemeName])
    parser.add_argument("--text", type=int, default=100, help="per cent")
    parser.add_argument("--mirrored", action="store_true")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Be restless for a while."""
    options = _parser().parse_args(arguments)
    faulthandler.enable()
    folder = (options.keep or Path(tempfile.mkdtemp(prefix="restless-"))).resolve()
    folder.mkdir(exist_ok=True, parents=True)
    vault = folder / "vault"
    shutil.rmtree(vault, ignore_errors=True)
    shutil.copytree(options.sample.resolve() / "laptops" / LAPTOPS[options.person], vault)
    secret = options.sample.resolve() / "made-up-passphrases" / f"{options.person}.txt"
    passphrase = secret.read_text("utf-8").strip()
    os.environ["HOME"] = str(folder)
    os.chdir(folder)
    application = make_application(["restless"], Look(ThemeName(options.look), options.text))
    if options.mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    workspace = open_workspace(vault, options.person, passphrase, this_world(lambda: NOW))
    person = Restless(workspace, folder, options.seed, passphrase)

    def raised(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        person.note(f"{kind.__name__}: {fault}")
        sys.__excepthook__(kind, fault, trace)

    def complained(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if not words.startswith("This plugin does not support"):
            person.note(f"Qt: {words}")

    sys.excepthook = raised
    qInstallMessageHandler(complained)
    person.go_on(options.steps)
    person.get_up()
    workspace.close()
    again = open_workspace(vault, options.person, passphrase, this_world(lambda: NOW))
    again.vault.full_check()
    again.vault.journal.verify()
    again.close()
    for line in (*person.faults, *(f"slow: {each}" for each in person.slow)):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"seed {options.seed}: {options.steps} steps, {len(person.faults)} faults\n")
    sys.stdout.flush()
    return 1 if person.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
