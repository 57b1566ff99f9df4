"""The window's process as the launcher sees it."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from outreach_app.ui.launching.words import MOST_BYTES, FromLauncher, Hearing, line


class Child:
    """One running window: it has three descriptors, orders in, words out, and the log."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it."""
        self._process = subprocess.Popen(  # noqa: S603  our own program, no shell
            list(command),
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            close_fds=True,
        )
        self._hearing = Hearing()
        self.began = time.monotonic()
        self.has_ended = False

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def say(self, word: FromLauncher) -> None:
        """Give an order; a window that is gone already does not hear it."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.write(line(word))

    def hear(self, timeout_s: float) -> list[tuple[str, int]]:
        """Wait for words, and return those that came; `has_ended` says when no more will come."""
        if self._process.stdout is None:
            return []
        descriptor = self._process.stdout.fileno()
        if not _waiting(descriptor, timeout_s):
            return []
        piece = os.read(descriptor, MOST_BYTES)
        if not piece:
            self.has_ended = True
        return self._hearing.take(piece)

    def end(self, within_s: float) -> None:
        """Wait so long for it to end, then end it."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        try:
            self._process.wait(within_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self.has_ended = True


def _waiting(descriptor: int, timeout_s: float) -> bool:
    """Say whether a pipe has something to read (or has ended), after waiting for it."""
    if sys.platform == "win32":
        return _waiting_windows(descriptor, timeout_s)
    import select  # noqa: PLC0415  on Windows it takes no pipes

    return bool(select.select([descriptor], [], [], timeout_s)[0])


if sys.platform == "win32":
    import ctypes
    import msvcrt

    _LOOK_AGAIN_S = 0.05

    def _waiting_windows(descriptor: int, timeout_s: float) -> bool:
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
