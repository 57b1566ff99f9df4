"""What the window keeps from the rest of the computer: clipboard, file dialogs, caches, captures."""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QSettings, QTimer
from PySide6.QtGui import QClipboard, QPixmapCache
from PySide6.QtWidgets import QWidget

from outreach_app.ui.objective_c import Tell, objective_c

KEPT_MS = 10_000
"""So long a copied text stays in the clipboard."""

SECRET_MARKS = {
    # Windows: neither its history nor its cloud; any program that watches should pass it by.
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\x00\x00\x00\x00",
    # KDE's Klipper and what follows it
    "x-kde-passwordManagerHint": b"secret",
    # macOS clipboard programs
    "application/x-nspasteboard-concealed-type": b"1",
}
_NOWHERE = "/nowhere/that/exists"
_EXCLUDE_FROM_CAPTURE = 0x11
_SHOWN_IN_CAPTURE = 0x00
# NSWindowSharingNone and NSWindowSharingReadOnly, which is the system's default.
_SHARING_NONE = 0
_SHARING_READ_ONLY = 1


class ClipboardGuard(QObject):
    """Marks what is copied here as secret, and takes it back after ten seconds and at a lock.

    All text of the window counts: what a person copies is most likely somebody's story.
    """

    def __init__(self, clipboard: QClipboard, parent: QObject, *, kept_ms: int = KEPT_MS) -> None:
        """Watch a clipboard."""
        super().__init__(parent)
        self._clipboard = clipboard
        self._marking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept_ms)
        self._timer.timeout.connect(self.forget)
        clipboard.dataChanged.connect(self._on_data_changed)
        clipboard.selectionChanged.connect(self._on_selection_changed)

    @property
    def kept_ms(self) -> int:
        """Return how long a copied text stays."""
        return self._timer.interval()

    def keep_for(self, kept_ms: int) -> None:
        """Let what is copied from now on stay so long."""
        self._timer.setInterval(kept_ms)

    def forget(self) -> None:
        """Empty the clipboard if what is in it comes from us."""
        self._timer.stop()
        for mode, ours in (
            (QClipboard.Mode.Clipboard, self._clipboard.ownsClipboard()),
            (QClipboard.Mode.Selection, self._clipboard.ownsSelection()),
        ):
            if ours:
                self._clipboard.clear(mode)

    def _on_data_changed(self) -> None:
        if self._marking or not self._clipboard.ownsClipboard():
            return
        text = self._clipboard.text()
        if not text:
            return
        self._marking = True
        try:
            self._clipboard.setMimeData(secret_text(text))
        finally:
            self._marking = False
        self._timer.start()

    def _on_selection_changed(self) -> None:
        # Selecting alone copies, on X11: nobody asked for that here.
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)


def secret_text(text: str) -> QMimeData:
    """Return a text for the clipboard with the marks that clipboard histories heed."""
    content = QMimeData()
    content.setText(text)
    for name, value in SECRET_MARKS.items():
        content.setData(name, value)
    return content


def keep_no_history() -> None:
    """Let Qt's own dialogs write their history nowhere; once per process, before any of them."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, _NOWHERE)


def forget_pictures() -> None:
    """Drop the pictures that Qt keeps for drawing again."""
    QPixmapCache.clear()


def hide_from_capture(window: QWidget, system: str = sys.platform, *, hidden: bool = True) -> bool:
    """Ask the system to leave a window out of screenshots and shared screens, or not to.

    It does not stop a camera, and some programs do not ask. Written for Windows and macOS and not
    tried on either; X11 and Wayland offer nothing of the kind.

    Returns:
        Whether the system granted it.
    """
    if system == "win32":
        return hide_on_windows(int(window.winId()), hidden, ctypes.CDLL("user32"))
    if system == "darwin":
        return hide_on_macos(int(window.winId()), hidden, objective_c())
    return False


def hide_on_windows(handle: int, hidden: bool, user32: Any) -> bool:
    """Set the affinity of a window; Windows before 10 version 2004 refuses.

    Args:
        handle: Of the window.
        hidden: Whether it is to be left out.
        user32: Windows' library of that name.
    """
    affinity = _EXCLUDE_FROM_CAPTURE if hidden else _SHOWN_IN_CAPTURE
    return bool(user32.SetWindowDisplayAffinity(ctypes.c_void_p(handle), affinity))


def hide_on_macos(view: int, hidden: bool, tell: Tell) -> bool:
    """Set how the window around a view is shared.

    Args:
        view: Address of the view that Qt draws in.
        hidden: Whether it is to be left out.
        tell: From `objective_c`.
    """
    window = tell(view, b"window")
    if not window:
        return False
    tell(window, b"setSharingType:", _SHARING_NONE if hidden else _SHARING_READ_ONLY)
    return True
