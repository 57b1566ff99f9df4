"""Taking bundles over from the inbox into the cases, in slices between the turns of the loop."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from outreach_app.services.exchange.acceptance import Accepted, accepting
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.slices import Slices


class TakingOver(QObject):
    """Accepts bundles one after the other; each is taken over whole or stays in the inbox whole.

    Attributes:
        stepped: Bundle number so-and-so of so many is being taken over.
        taken: What one bundle changed, as `Accepted`.
        failed: Why one was not taken over; those after it wait.
        ended: Nothing is under way any more; whether a person stopped it.
    """

    stepped = Signal(int, int)
    taken = Signal(object)
    failed = Signal(object)
    ended = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Accept bundles for a desk."""
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[str] = []
        self._count = 0
        self._slices: Slices | None = None

    @property
    def busy(self) -> bool:
        """Whether a bundle is being taken over."""
        return self._slices is not None

    def take(self, bundle_ids: Sequence[str]) -> None:
        """Accept bundles in this order."""
        self._waiting = list(bundle_ids)
        self._count = len(bundle_ids)
        self._next()

    def stop(self) -> None:
        """Stop; the bundle that is under way waits in the inbox as before."""
        self._waiting = []
        if self._slices is not None:
            self._slices.stop()
            self._end(stopped=True)

    def finish(self) -> None:
        """Take the bundle that is under way over now, and no other."""
        self._waiting = []
        if self._slices is not None:
            self._slices.finish()

    def _next(self) -> None:
        if not self._waiting:
            self._end(stopped=False)
            return
        self.stepped.emit(self._count - len(self._waiting) + 1, self._count)
        workspace = self._desk.workspace
        steps = accepting(workspace.sitting, self._waiting.pop(0), workspace.shelf)
        self._slices = Slices(self, steps, done=self._on_done, failed=self._on_failed)

    def _on_done(self, accepted: Accepted) -> None:
        self.taken.emit(accepted)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._waiting = []
        self.failed.emit(error)
        self._end(stopped=False)

    def _end(self, *, stopped: bool) -> None:
        self._slices = None
        self.ended.emit(stopped)
