"""The window's process as the launcher sees it."""

import contextlib
import os
import sys
import time

from outreach_app.ui.launching.process import WindowProcess
from outreach_app.ui.launching.words import MOST_BYTES, FromLauncher, Hearing, line

_KILLED_S = 10.0
"""So long the system may take to end what it was told to end."""


class Child:
    """One running window: it has three descriptors, orders in, words out, and the log."""

    def __init__(self, process: WindowProcess) -> None:
        """Look after a window that has been started."""
        self._process = process
        self._hearing = Hearing()
        self._is_closed = False
        self.began = time.monotonic()
        self.has_ended = False

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def say(self, word: FromLauncher) -> None:
        """Give an order; a window that is gone already does not hear it."""
        if not self._is_closed:
            with contextlib.suppress(OSError):
                os.write(self._process.orders, line(word))

    def hear(self, timeout_s: float) -> list[tuple[str, int]]:
        """Wait for words, and return those that came; `has_ended` says when no more will come."""
        if self._is_closed or not _waiting(self._process.words, timeout_s):
            return []
        piece = os.read(self._process.words, MOST_BYTES)
        if not piece:
            self.has_ended = True
        return self._hearing.take(piece)

    def end(self, within_s: float) -> None:
        """Wait so long for it to end, then end it."""
        if self._is_closed:
            return
        self._is_closed = True
        os.close(self._process.orders)
        if not self._process.wait(within_s):
            self._process.kill()
            self._process.wait(_KILLED_S)
        os.close(self._process.words)
        self.has_ended = True


if sys.platform == "win32":
    import ctypes
    import msvcrt

    _LOOK_AGAIN_S = 0.05

    def _waiting(descriptor: int, timeout_s: float) -> bool:
        """Say whether a pipe has something to read (or has ended), after waiting for it."""
        handle, bytes_there = msvcrt.get_osfhandle(descriptor), ctypes.c_ulong(0)
        until = time.monotonic() + timeout_s
        while True:
            whole = ctypes.windll.kernel32.PeekNamedPipe(
                ctypes.c_void_p(handle), None, 0, None, ctypes.byref(bytes_there), None
            )
            # A pipe whose other end is closed cannot be looked into: reading it says so.
            if not whole or bytes_there.value:
                return True
            if time.monotonic() >= until:
                return False
            time.sleep(_LOOK_AGAIN_S)

else:
    import select

    def _waiting(descriptor: int, timeout_s: float) -> bool:
        """Say whether a pipe has something to read (or has ended), after waiting for it."""
        return bool(select.select([descriptor], [], [], timeout_s)[0])
