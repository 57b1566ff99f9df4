"""What leaks around a window, and what this one does about each: tried where Linux lets it be tried."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QInputMethodEvent, QPixmap, QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from outreach_app.paths import config_folder
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.ui.discretion import (
    forget_pictures,
    hide_from_capture,
    keep_no_history,
)
from outreach_app.ui.link import Attention
from outreach_app.ui.pieces.fields import LongField, forget_text, line_field, passphrase_field
from outreach_app.ui.pieces.file_choice import file_dialog
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.tips import give_tip, has_plain_tip
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look_file import KEYS, KeptLook, keep_look, look_path, read_kept_look
from outreach_app.ui.theme.tokens import ThemeName
from tests.house.tree import PACKAGE, ROOT, files, parsed, shown
from tests.services.writing import FLAG, NOTE, Writer, assessment
from tests.support.display import display, needs_x11
from tests.support.pages import press, write
from tests.support.rooms import every_place

UI = PACKAGE / "ui"
MODULES = list(files(".py", below=UI))

# What shows or keeps text in a way that the leak table forbids, and the modules that may all the same.
RICH = {"QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage", "QInputDialog", "setHtml"}
OUTSIDE = {"QDesktopServices", "QTemporaryFile", "QTemporaryDir", "tempfile", "QSystemTrayIcon"}
LABELS = {
    "pieces/texts.py": "the one kind of text",
    "shell/navigation.py": "counts and keys",
    "help.py": "pictures",
    "forms/file_answers.py": "pictures",
    "forms/navigator.py": "marks drawn by us",
    "printing/preview.py": "pictures",
}


def _names(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.alias):
            found.add(node.name.partition(".")[0])
    return found


def _calls(path: Path, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            called = node.func
            if name in {getattr(called, "id", ""), getattr(called, "attr", "")}:
                yield node


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_shows_rich_text_or_hands_anything_outside(path: Path) -> None:
    assert _names(path) & (RICH | OUTSIDE) == set()
    formats = {"AutoText", "RichText", "MarkdownText"}
    assert _names(path) & formats == set()


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_bare_labels_stand_only_where_no_data_comes(path: Path) -> None:
    if path.relative_to(UI).as_posix() not in LABELS:
        assert list(_calls(path, "QLabel")) == []


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_titles_of_windows_are_fixed_words(path: Path) -> None:
    for call in _calls(path, "setWindowTitle"):
        (title,) = call.args
        assert isinstance(title, ast.Call)
        assert getattr(title.func, "id", "") in {"translate", "neutral_title"}, ast.unparse(call)
        assert all(isinstance(each, ast.Constant) for each in title.args)


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_settings_of_qt_are_named_only_to_send_them_nowhere(path: Path) -> None:
    if path.name != "discretion.py":
        assert "QSettings" not in _names(path)


def test_every_room_has_discreet_fields_and_plain_labels(
    window_of: Callable[[str], Window], signer_of: Callable[[Sitting], Signer]
) -> None:
    window = window_of("AB")
    workspace = window.desk.workspace
    writer = Writer(workspace, signer_of(workspace.sitting))
    for form_id, answers in (
        ("risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")),
        ("safety_flag", FLAG),
        ("contact_note", NOTE),
    ):
        writer.signed(form_id, answers)
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    for name, place in every_place(workspace, writer.subject):
        window.go(place)
        QApplication.processEvents()
        for child in window.findChildren(QWidget):
            assert not child.toolTip() or has_plain_tip(child), f"{name}: {child.toolTip()}"
            if isinstance(child, QLineEdit | QPlainTextEdit) and not _takes_no_words(child):
                hints = child.inputMethodHints()
                assert hints & wanted == wanted, f"{name}: {child.accessibleName()}"
            if isinstance(child, QLabel) and child.text():
                plain = child.textFormat() is Qt.TextFormat.PlainText
                # What has no letter has no markup either: counts, marks.
                counted = not any(map(str.isalpha, child.text()))
                keys = child.objectName() == "keys"
                assert plain or counted or keys, f"{name}: {child.text()}"
        assert window.windowTitle() == "Notes"


def _takes_no_words(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isReadOnly() or isinstance(field.parentWidget(), QAbstractSpinBox)


def test_tips_are_plain_even_where_they_look_like_markup(qtbot: QtBot) -> None:
    target = QPushButton("x")
    qtbot.addWidget(target)
    give_tip(target, "of no account")
    give_tip(target, "<b>bold</b> & \u202eso on")
    target.show()
    place = target.mapToGlobal(QPoint(1, 1))
    QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), place))
    assert QToolTip.text() == "<qt>&lt;b&gt;bold&lt;/b&gt; &amp; [U+202E]so on</qt>"
    QToolTip.hideText()


def test_what_was_typed_cannot_be_brought_back(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line, secret, long = line_field("line"), passphrase_field("secret"), LongField("long")
    heard: list[str] = []
    line.textChanged.connect(heard.append)
    long.textChanged.connect(lambda: heard.append(long.toPlainText()))
    for field in (line, secret, long):
        field.setParent(holder)
        QTest.keyClicks(field, "Mill Lane")
    heard.clear()
    forget_text(holder)
    line.undo()
    secret.undo()
    long.undo()
    assert (line.text(), secret.text(), long.toPlainText()) == ("", "", "")
    assert heard == [], "nobody takes the forgetting for an answer"


@pytest.fixture
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of settings that no other program of these tests writes to."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.mark.usefixtures("own_settings")
def test_the_look_file_holds_the_listed_keys_and_nothing_else() -> None:
    kept = KeptLook(language="cy", theme=ThemeName.DARK, text_percent=150, width=1300, height=800)
    assert keep_look(kept)
    assert read_kept_look() == kept
    assert tuple(json.loads(look_path().read_bytes())) == KEYS
    assert set(KEYS) == {"language", "theme", "text_percent", "width", "height"}
    assert [each.name for each in look_path().parent.iterdir()] == ["look.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"\xff", b'{"theme": 7, "width": "x", "text_percent": 9000, "language": "../a"}'],
)
def test_a_look_file_that_somebody_spoiled_costs_nothing(content: bytes) -> None:
    assert keep_look(KeptLook())
    look_path().write_bytes(content)
    assert read_kept_look() == KeptLook()


def test_file_dialogs_leave_no_history(qtbot: QtBot, tmp_path: Path, home: Path) -> None:
    telling = tmp_path / "B. Novak asylum papers"
    telling.mkdir()
    keep_no_history()
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(telling))
    dialog.open()
    (telling / "a.pdf").write_bytes(b"")
    dialog.selectFile("a.pdf")
    dialog.accept()
    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    found = [each for each in home.rglob("*") if each.is_file() and b"asylum" in each.read_bytes()]
    assert found == []


def test_a_file_dialog_does_not_begin_where_the_program_lies(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "Add bundles")
    assert dialog.directory() != QDir.current()
    assert dialog.directory().exists()


def test_without_that_a_dialog_would_leave_its_folder_behind(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication, QFileDialog\n"
        "a = QApplication([])\n"
        "d = QFileDialog(); d.setOption(QFileDialog.Option.DontUseNativeDialog)\n"
        "d.setDirectory(sys.argv[1]); d.open(); d.accept(); d.close(); del d\n"
    )
    telling = tmp_path / "asylum"
    telling.mkdir()
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    subprocess.run([sys.executable, "-c", script, str(telling)], env=environment, check=True)
    left = [each for each in (tmp_path / "c").rglob("*") if each.is_file()]
    assert any(b"asylum" in each.read_bytes() for each in left), "the test above could not fail"


@needs_x11
def test_what_is_copied_is_marked_as_secret_and_taken_back() -> None:
    with display() as screen:
        said = subprocess.run(
            [sys.executable, "-m", "tests.support.clipboard_check"],
            cwd=ROOT, env=screen, capture_output=True, text=True, check=True,
        )  # fmt: skip
    assert said.stdout.splitlines() == [
        "selected ''",
        "copied 'stays near the harbour' marked True",
        "later ''",
        "forgotten ''",
        "caps False",
    ]


def test_passphrases_cannot_be_copied_at_all(qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    field = passphrase_field("Passphrase")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "six words of mine")
    field.selectAll()
    field.copy()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "before"
    clipboard.clear()


def test_a_passphrase_is_shown_for_as_long_as_somebody_holds_the_button(qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    page = QWidget()
    qtbot.addWidget(page)
    held, other = passphrase_field("Passphrase"), QLineEdit()
    page.setLayout(row(held, other))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    hints = held.inputMethodHints()
    shows = next(iter(held.findChildren(QPushButton)))
    assert not shows.isVisible(), "nothing to show yet"
    write(held, "six words of mine")
    assert held.displayText() != held.text()
    QTest.mousePress(shows, Qt.MouseButton.LeftButton)
    assert held.displayText() == held.text() == "six words of mine"
    assert held.hasFocus(), "one goes on typing"
    assert held.inputMethodHints() == hints, "what a keyboard learns is the same secret"
    held.selectAll()
    for keys in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(held, keys, Qt.KeyboardModifier.ControlModifier)
    assert (clipboard.text(), held.text()) == ("before", "six words of mine")
    QTest.mouseRelease(shows, Qt.MouseButton.LeftButton)
    assert held.displayText() != held.text()
    clipboard.clear()


@pytest.mark.parametrize("gone", ["left", "covered", "emptied", "let go"])
def test_a_passphrase_that_is_shown_by_the_keys_hides_by_itself(qtbot: QtBot, gone: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    held, other = passphrase_field("Passphrase"), QLineEdit()
    page.setLayout(row(held, other))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    write(held, "six words of mine")
    press(held, Qt.Key.Key_Tab)
    shows = next(iter(held.findChildren(QPushButton)))
    assert shows.hasFocus()
    assert shows.accessibleName() == "Show while held: Passphrase"
    QTest.keyPress(shows, Qt.Key.Key_Space)
    assert held.displayText() == "six words of mine"
    if gone == "left":
        other.setFocus()
    elif gone == "covered":
        held.hide()
    elif gone == "emptied":
        held.setText("")
    else:
        QTest.keyRelease(shows, Qt.Key.Key_Space)
    assert held.echoMode() is QLineEdit.EchoMode.Password
    held.show()
    assert held.echoMode() is QLineEdit.EchoMode.Password


def test_pictures_that_were_drawn_are_dropped() -> None:
    QPixmapCache.insert("a photograph", QPixmap(10, 10))
    forget_pictures()
    assert not QPixmapCache.find("a photograph", QPixmap())


def test_capture_is_asked_of_systems_that_can_and_no_other(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert hide_from_capture(window, "linux") is False


def test_keys_and_clicks_count_as_being_there_and_a_moving_mouse_does_not(
    qtbot: QtBot, dressed: QApplication
) -> None:
    now = [0.0]
    told: list[float] = []
    watch = Attention(lambda: told.append(now[0]), dressed, lambda: now[0])
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow, timeout=2_000)
    window = field.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert told == [0.0]
    QTest.keyClick(window, Qt.Key.Key_B)
    assert told == [0.0], "at most once a second"
    now[0] = 5.0
    for place in range(20):
        QTest.mouseMove(window, QPoint(place, 3))
    assert told == [0.0]
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert told == [0.0, 5.0]
    now[0] = 9.0
    # What a method of input writes comes to the field itself.
    QApplication.sendEvent(field, QInputMethodEvent("م", []))
    assert told == [0.0, 5.0, 9.0]
    watch.deleteLater()


@pytest.mark.usefixtures("own_settings")
def test_no_file_of_ours_lies_in_the_folder_of_settings_but_the_look() -> None:
    keep_look(KeptLook())
    left = config_folder() / ".0123456789abcdef.part"
    left.write_bytes(b"of a program that was killed")
    os.utime(left, (0, 0))
    keep_look(KeptLook(width=1300))
    assert {each.name for each in config_folder().iterdir()} == {"look.json"}
    assert not (ROOT / "look.json").exists()
