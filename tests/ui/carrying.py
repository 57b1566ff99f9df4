"""Bundles between laptops as the program writes them, with the copies that it makes itself."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.services.exchange.acceptance import Accepted, accept
from outreach_app.services.exchange.export import ExportOrder, export
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.exchange.selection import ExportChoice
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.review.inbox import InboxPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.support.pages import button, field, finish, press, write


def send(
    sitting: Sitting,
    signer: Signer,
    case_id: str,
    *recipients: str,
    folder: Path,
    purpose: str = "",
) -> Path:
    """Write a case as a bundle and return the file."""
    done = export(
        sitting,
        signer,
        ExportChoice(case_ids=(case_id,)),
        ExportOrder(recipients=recipients, folder=folder, purpose=purpose),
        Workspace(sitting).shelf,
    )
    (only,) = done.files
    return only.path


def take(sitting: Sitting, path: Path) -> Accepted:
    """Receive and accept a bundle without a window."""
    shelf = Workspace(sitting).shelf
    received = receive(sitting, path.read_bytes(), shelf)
    return accept(sitting, received.report.bundle_id, shelf)


def drop(target: QWidget, *paths: Path) -> None:
    """Drop files on a page as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPoint(5, 5), copy, data, left, none))


def settled(window: Window, qtbot: QtBot) -> InboxPage:
    """Wait until nothing is being taken in or over, and return the page."""
    page = window.page
    assert isinstance(page, InboxPage)
    qtbot.waitUntil(lambda: button(page, "Add files…").isEnabled(), timeout=20_000)
    return page


def dropped(window: Window, qtbot: QtBot, *paths: Path) -> InboxPage:
    """Drop files on somebody's inbox and wait until each was looked at."""
    window.go(Place(room=Room.INBOX))
    drop(window.page, *paths)
    return settled(window, qtbot)


def begins(page: QWidget, spoken: str) -> QWidget:
    """Return the visible control whose name begins so."""
    finish(page)
    QApplication.processEvents()
    (found,) = [
        each
        for each in page.findChildren(QWidget)
        if each.accessibleName().startswith(spoken) and each.isVisible()
    ]
    return found


def sign(window: Window, passphrase: str, qtbot: QtBot) -> None:
    """Type the passphrase into the dialog that is open, and wait until it is gone."""
    dialog = window.page.findChild(SigningDialog)
    assert dialog is not None
    write(field(dialog, "Passphrase", QLineEdit), passphrase)
    press(field(dialog, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.findChild(SigningDialog) is None, timeout=20_000)
