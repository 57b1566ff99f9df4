"""The end of the desktop's session: logging out, shutting down, or a signal of the system.

Whatever is being typed is committed, the vault is closed, nobody is asked anything and nothing is
held up. Where one was is kept, as at a lock.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager

_MOST_BYTES = 64


class SessionEnd(QObject):
    """Hears of the end of the session from the desktop and from the system."""

    def __init__(
        self,
        application: QGuiApplication,
        *,
        commit: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        """Listen from now on.

        Args:
            application: Of this process.
            commit: Commits what is being typed; the window goes on.
            leave: Commits, closes the vault and ends the process.
        """
        super().__init__(application)
        self._commit = commit
        self._leave = leave
        application.commitDataRequest.connect(self._on_commit_data)
        application.saveStateRequest.connect(self._on_save_state)
        self._notifier = self._hear_signals() if sys.platform != "win32" else None

    def _hear_signals(self) -> QSocketNotifier:
        """Let signals wake the loop: Python alone would see them only at its next instruction."""
        heard, woken = os.pipe()
        if sys.platform != "win32":
            for end in (heard, woken):
                os.set_blocking(end, False)
        signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
        for number in ending_signals():
            signal.signal(number, _stay_until_the_loop_hears)
        notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: self._on_signal(heard))
        return notifier

    def _on_signal(self, heard: int) -> None:
        with contextlib.suppress(BlockingIOError):
            numbers = frozenset(os.read(heard, _MOST_BYTES))
            if numbers & frozenset(map(int, ending_signals())):
                self._leave()

    def _on_commit_data(self, manager: QSessionManager) -> None:
        """The session ends, unless another program keeps it; all that is ours is done by then."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self._leave()

    def _on_save_state(self, manager: QSessionManager) -> None:
        """The desktop makes a note of the session; it must not start us by itself the next time."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self._commit()


def ending_signals() -> tuple[signal.Signals, ...]:
    """Return the signals that mean the end here; one that whoever started us put off stays so."""
    wanted = [signal.SIGTERM, signal.SIGINT]
    if sys.platform != "win32":
        wanted.append(signal.SIGHUP)
    return tuple(each for each in wanted if signal.getsignal(each) is not signal.SIG_IGN)


def _stay_until_the_loop_hears(_number: int, _frame: object) -> None:
    """Replace the system's way, which would end the process with words that are not committed."""
