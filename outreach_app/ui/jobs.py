"""Plain functions off the window's thread, their outcomes back on it. The only threads there are.

A job gets data, never a connection: what it needs is read before it starts, and what it returns is
written by the callback.
"""

from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from outreach_app.errors import OutreachError

T = TypeVar("T")


class Cancelled(Exception):
    """The person stopped the work; nothing was changed."""


class Progress:
    """What a long job says while it works, and how it hears that it should stop."""

    def __init__(self, courier: "_Courier") -> None:
        """Report through a courier."""
        self._courier = courier
        self._stop = Event()

    def say(self, words: str) -> None:
        """Tell the window how far the work is.

        Raises:
            Cancelled: The person has stopped it.
        """
        if self._stop.is_set():
            raise Cancelled
        self._courier.said.emit(words)

    def cancel(self) -> None:
        """Ask the work to stop at its next word."""
        self._stop.set()


class _Courier(QObject):
    """Lives on the window's thread and carries what a job has to say to it."""

    delivered = Signal(object, object)
    said = Signal(str)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], courier: _Courier) -> None:
        super().__init__()
        self._work = work
        self._courier = courier

    def run(self) -> None:
        try:
            outcome = self._work()
        except Exception as error:
            self._courier.delivered.emit(None, error)
        else:
            self._courier.delivered.emit(outcome, None)


class Jobs(QObject):
    """Runs plain functions off the window's thread and reports back on it."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no job."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # A courier that only its job holds is lost together with it.
        self._live: set[_Courier] = set()

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return bool(self._live)

    def start(
        self,
        work: Callable[[], T],
        *,
        on: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run a function; one of the callbacks is called, on the window's thread, while somebody waits.

        Args:
            work: Gets what it needs by itself; nothing that belongs to the window.
            on: Who waits, such as a page. Once it is gone neither callback is called.
            done: Gets what the function returns.
            failed: Gets what it raises.
        """
        courier = _Courier()
        self._begin(courier, work, on, done, failed)

    def start_long(
        self,
        work: Callable[[Progress], T],
        *,
        on: QObject,
        said: Callable[[str], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Progress:
        """Run a function that tells how far it is and can be stopped.

        Returns:
            With which the work can be cancelled; `failed` gets `Cancelled` then.
        """
        courier = _Courier()
        progress = Progress(courier)

        def tell(words: str) -> None:
            if isValid(on):
                said(words)

        courier.said.connect(tell, Qt.ConnectionType.QueuedConnection)
        self._begin(courier, lambda: work(progress), on, done, failed)
        return progress

    def _begin(
        self,
        courier: _Courier,
        work: Callable[[], T],
        on: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._live.add(courier)
        self.busy_changed.emit(True)

        def settle(outcome: Any, error: Exception | None) -> None:
            self._live.discard(courier)
            self.busy_changed.emit(bool(self._live))
            if not isValid(on):
                # Nobody waits for it; a fault of the program is still one.
                if error is not None and not isinstance(error, OutreachError | Cancelled):
                    raise error
            elif error is not None:
                failed(error)
            else:
                done(outcome)

        courier.delivered.connect(settle, Qt.ConnectionType.QueuedConnection)
        self._pool.start(_Job(work, courier))

    def wait(self, most_ms: int) -> bool:
        """Wait for running jobs at the end of the program; outcomes are not delivered any more."""
        return self._pool.waitForDone(most_ms)
