"""The window's end of the line to the launcher: orders in through stdin, words out through stdout."""

import contextlib
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from outreach_app.ui.launching.words import (
    MOST_BYTES,
    FromLauncher,
    FromWindow,
    Hearing,
    line,
)
from outreach_app.ui.window_input import WindowInput

_LOOK_MS = 100
_KEY_EVERY_S = 1.0
_ACTIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}
"""What counts as being there. A moving mouse does not: it may be a jiggler, or a lorry passing by."""


class LauncherLink(QObject):
    """Hears orders and says words.

    Attributes:
        lock_ordered: The launcher wants the window to lock, or is gone.
    """

    lock_ordered = Signal()

    def __init__(self, orders: int, words: int, parent: QObject | None = None) -> None:
        """Use two descriptors of pipes; nothing is heard before `listen`."""
        super().__init__(parent)
        self._orders = orders
        self._words = words
        self._hearing = Hearing()
        self._waiting: list[str] = []
        self._notifier: QSocketNotifier | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)

    def first_order(self) -> str:
        """Wait for the first order and return it; "" when the launcher is gone."""
        while not self._waiting:
            piece = os.read(self._orders, MOST_BYTES)
            if not piece:
                return ""
            self._waiting += [word for word, _number in self._hearing.take(piece)]
        return self._waiting.pop(0)

    def listen(self) -> None:
        """Hear orders from now on."""
        if sys.platform == "win32":
            # Qt watches sockets there and no pipes; not tried on a Windows machine.
            self._timer.timeout.connect(self._look)
            self._timer.start()
        else:
            self._notifier = QSocketNotifier(self._orders, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._take)
        for order in self._waiting:
            self._obey(order)

    def deaf(self) -> None:
        """Hear no more; the descriptors may be closed then."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self._timer.stop()

    def say(self, word: FromWindow, number: int | None = None) -> None:
        """Tell the launcher; one that is gone does not hear it."""
        with contextlib.suppress(OSError):
            os.write(self._words, line(word, number))

    def _take(self) -> None:
        piece = os.read(self._orders, MOST_BYTES)
        if not piece:
            # Whoever ended the launcher must not get an unlocked window that nobody watches.
            self.deaf()
            self.lock_ordered.emit()
            return
        for order, _number in self._hearing.take(piece):
            self._obey(order)

    def _obey(self, order: str) -> None:
        if order == FromLauncher.LOCK:
            self.lock_ordered.emit()

    def _look(self) -> None:
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415
            import msvcrt  # noqa: PLC0415

            there = ctypes.c_ulong(0)
            handle = ctypes.c_void_p(msvcrt.get_osfhandle(self._orders))
            whole = ctypes.windll.kernel32.PeekNamedPipe(
                handle, None, 0, None, ctypes.byref(there), None
            )
            if not whole or there.value:
                self._take()


class Attention(WindowInput):
    """Sees keys and clicks in our window and tells of them, at most once a second."""

    def __init__(
        self,
        tell: Callable[[], None],
        application: QGuiApplication,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Watch the windows of an application."""
        super().__init__(application)
        self._tell = tell
        self._monotonic = monotonic
        self._told = -_KEY_EVERY_S

    def heard(self, watched: QObject, event: QEvent) -> bool:
        """Let everything through."""
        # Only what came from the system: events that a program makes up do not keep a vault open.
        if event.type() in _ACTIVE and (
            event.spontaneous() or event.type() is QEvent.Type.InputMethod
        ):
            now = self._monotonic()
            if now - self._told >= _KEY_EVERY_S:
                self._told = now
                self._tell()
        return False
