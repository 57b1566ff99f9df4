"""Work for a page that may be gone when the work ends: the outcome is dropped then, not shouted."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from outreach_app.errors import OutreachError
from outreach_app.ui.jobs import Progress
from outreach_app.ui.shell.desk import Desk

T = TypeVar("T")


class Errand(QObject):
    """One job; it belongs to the desk, and whoever listens may leave.

    Attributes:
        said: How far it is.
        finished: What the job returned.
        failed: Why it did not.
    """

    said = Signal(str)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, work: Callable[[Progress], object]) -> None:
        """Prepare; nothing starts before `begin`."""
        super().__init__(desk)
        self._desk = desk
        self._work = work
        self._progress: Progress | None = None

    def begin(self) -> None:
        """Start the job."""
        self._progress = self._desk.jobs.start_long(
            self._work,
            on=self,
            said=self.said.emit,
            done=self._on_done,
            failed=self._on_failed,
        )

    def stop(self) -> None:
        """Ask the job to stop at its next word."""
        if self._progress is not None:
            self._progress.cancel()

    def settle(self, outcome: object) -> object:
        """Do what must be done with the outcome on the window's thread, listeners or not."""
        return outcome

    def _on_done(self, outcome: object) -> None:
        try:
            settled = self.settle(outcome)
        except OutreachError as error:
            self._on_failed(error)
            return
        self.finished.emit(settled)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.deleteLater()


def run(
    desk: Desk,
    work: Callable[[], T],
    finished: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Run a function for a page; exactly one of its methods is called, unless the page is gone.

    Args:
        desk: The desk.
        work: Gets data only.
        finished: A method of the page, called with what the function returned.
        failed: Likewise, with why it failed.
    """
    errand = Errand(desk, lambda _progress: work())
    errand.finished.connect(finished)
    errand.failed.connect(failed)
    errand.begin()
