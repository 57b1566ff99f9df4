"""Makes the bundles of some orders: read here, made in a job, named and noted here again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from outreach_app.errors import OutreachError
from outreach_app.services.exchange.export import Exported, Prepared, Staged, seal, settle
from outreach_app.services.sharing.decided import ShareOrder, prepare_share
from outreach_app.services.sitting import Signer
from outreach_app.ui.jobs import Cancelled, Progress
from outreach_app.ui.shell.desk import Desk

PER_CENT = 100


class Sealing(QObject):
    """One run: several bundles, all or those that were finished before something failed.

    Attributes:
        went_on: So many per cent of the present file are written.
        finished: The bundles lie under their names and are noted.
        failed: Nothing more was written; `Cancelled` when the person stopped it.
    """

    went_on = Signal(int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Make nothing yet. It belongs to the desk: a page may go while the job still ends."""
        super().__init__(desk)
        self._desk = desk
        self._progress: Progress | None = None
        self._stopped = False

    def begin(self, signer: Signer, orders: Sequence[ShareOrder]) -> None:
        """Read what goes and start the job.

        Raises:
            Refusal: What `prepare_share` refuses; nothing was written.
        """
        prepared = [prepare_share(self._desk.workspace, signer, order) for order in orders]
        self._progress = self._desk.jobs.start_long(
            lambda progress: _seal_all(prepared, progress),
            on=self,
            said=self._on_said,
            done=self._on_done,
            failed=self._on_failed,
        )

    def stop(self) -> None:
        """Stop, and take away what was written; nothing happens once it is finished."""
        self._stopped = True
        if self._progress is not None:
            self._progress.cancel()

    def _on_said(self, words: str) -> None:
        if not self._stopped:
            self.went_on.emit(int(words))

    def _end(self, error: Exception | None) -> None:
        if error is not None:
            self.failed.emit(error)
        self.deleteLater()

    def _on_done(self, staged: tuple[Staged, ...]) -> None:
        if self._stopped:
            _discard(staged)
            self._end(Cancelled())
            return
        done: list[Exported] = []
        try:
            # What was settled before one fails stays in the list.
            done.extend(settle(self._desk.sitting, each) for each in staged)
        except OutreachError as error:
            _discard(staged[len(done) :])
            if done:
                self.finished.emit(tuple(done))
            self._end(error)
            return
        self.finished.emit(tuple(done))
        self._end(None)

    def _on_failed(self, error: Exception) -> None:
        self._end(error)


def _seal_all(prepared: Sequence[Prepared], progress: Progress) -> tuple[Staged, ...]:
    """Make all bundles; what one failure leaves of the others is taken away."""
    staged: list[Staged] = []
    try:
        staged.extend(seal(each, _teller(progress)) for each in prepared)
    except BaseException:
        _discard(staged)
        raise
    return tuple(staged)


def _teller(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, whole: progress.say(str(PER_CENT * done // max(1, whole)))


def _discard(staged: Sequence[Staged]) -> None:
    for each in staged:
        each.discard()
