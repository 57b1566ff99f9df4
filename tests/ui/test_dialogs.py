"""Every dialog of the window, at every text size: names, Tab, Escape, and no word cut."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Document, Reason
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.file_answers import Viewer
from outreach_app.ui.forms.reading import ReasonDialog
from outreach_app.ui.printing.preview import open_preview
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from outreach_app.ui.theme.tokens import ThemeName
from tests.services.writing import NOTE, Writer
from tests.support.settled import settle

_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit)
_MOST_STOPS = 40
_LONG = "Contact note of the visit, with everything that was said by the client and by others"
_SCREEN = (1280, 720)


@pytest.fixture
def note(
    workspace_of: Callable[[str], Workspace], signer_of: Callable[[Sitting], Signer]
) -> Document:
    """A signed note of the caseworker's."""
    workspace = workspace_of("AB")
    return Writer(workspace, signer_of(workspace.sitting)).signed("contact_note", NOTE)


@pytest.fixture
def picture(tmp_path: Path) -> bytes:
    """A picture larger than the window shows at once."""
    path = tmp_path / "picture.png"
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(path))
    return path.read_bytes()


def _dialogs(window: Window, note: Document, picture: bytes) -> Iterator[tuple[str, QDialog]]:
    reasons = (Reason.CONTINUED, Reason.REVIEW, Reason.CORRECTION)
    yield "signing", SigningDialog(window.desk, window.page, _LONG, [_LONG] * 3, lambda _key: None)
    yield "reason", ReasonDialog(window.page, reasons, lambda _reason: None)
    yield "picture", Viewer(window.page, "Photograph", picture)
    yield "no picture", Viewer(window.page, "Sound", b"no picture at all")
    yield "preview", open_preview(window.desk, window.page, note)


@pytest.mark.parametrize("text_percent", [100, 150, 200])
def test_every_dialog_is_named_reached_by_tab_whole_and_closed_by_escape(
    window_of: Callable[[str], Window],
    note: Document,
    picture: bytes,
    dressed: QApplication,
    qtbot: QtBot,
    text_percent: int,
) -> None:
    put_on(dressed, Look(ThemeName.LIGHT, text_percent))
    window = window_of("AB")
    faults = []
    for name, dialog in _dialogs(window, note, picture):
        if not dialog.isVisible():
            dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow, timeout=5_000)
        settle(dialog)
        assert dialog.windowTitle(), name
        faults += [f"{name}: {fault}" for fault in _faults(dialog)]
        with qtbot.waitSignal(dialog.finished, timeout=5_000):
            QTest.keyClick(_keyboard_in(dialog), Qt.Key.Key_Escape)
        window.activateWindow()
    assert not faults, "\n".join(faults)


def _faults(dialog: QDialog) -> Iterator[str]:
    controls = [
        each
        for each in dialog.findChildren(QWidget)
        if isinstance(each, _CONTROLS) and each.isVisible()
    ]
    assert controls
    yield from _unspoken(dialog, controls)
    for label in dialog.findChildren(QLabel):
        wraps = label.isVisible() and label.text() and label.wordWrap()
        if wraps and label.heightForWidth(label.width()) > label.height() + 1:
            yield f"{label.text()!r} is cut"
    for button in controls:
        if isinstance(button, QAbstractButton) and button.sizeHint().width() > button.width() + 1:
            yield f"{button.text()!r} is cut"
    if dialog.width() > _SCREEN[0] or dialog.height() > _SCREEN[1]:
        yield f"it needs {dialog.width()} × {dialog.height()} pixels"


def _unspoken(dialog: QDialog, controls: Sequence[QWidget]) -> Iterator[str]:
    """Yield what has no name or is not reached by keys."""
    reached = _by_tab(dialog)
    groups = {each.parentWidget() for each in controls if each in reached}
    for each in controls:
        spoken = QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        if not spoken.strip():
            yield f"{type(each).__name__} has no name"
        in_group = isinstance(each, QAbstractButton) and each.group() is not None
        by_arrows = each.focusPolicy() == Qt.FocusPolicy.ClickFocus or (
            in_group and each.parentWidget() in groups
        )
        if each.isEnabled() and each not in reached and not by_arrows:
            yield f"Tab does not come to “{each.accessibleName()}”"


def _by_tab(dialog: QDialog) -> set[QWidget]:
    """Return where Tab comes to, until it is round."""
    reached: set[QWidget] = set()
    for _stop in range(_MOST_STOPS):
        here = _keyboard_in(dialog)
        if here in reached:
            break
        reached.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return reached


def _keyboard_in(dialog: QDialog) -> QWidget:
    inside: QWidget | None = dialog.focusWidget()
    return dialog if inside is None else inside
