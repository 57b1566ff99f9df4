"""Long work on the window's own thread, a few milliseconds at a time between the turns of its loop.

For what has to stay on this thread: widgets and the database. Everything else is a job.
"""

import time
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
SLICE_S = 0.012
_PAUSE_MS = 1


def while_true(
    holds: Callable[[], bool], steps: Generator[Any, None, T]
) -> Generator[None, None, T | None]:
    """Take steps while something holds that each of them needs, such as an open vault.

    Returns:
        What the steps return; None where it held no longer.
    """
    while holds():
        try:
            next(steps)
        except StopIteration as end:
            outcome: T = end.value
            return outcome
        yield
    steps.close()
    return None


class Slices(QObject):
    """Takes the steps of a generator, as many at a time as fit into a slice.

    It dies with its parent: a page that goes away takes no further step.
    """

    def __init__(
        self,
        parent: QObject,
        steps: Generator[Any, None, T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        slice_s: float = SLICE_S,
        at_once: bool = False,
    ) -> None:
        """Begin with the next turn of the loop, or at once.

        Args:
            parent: Owns this.
            steps: The work; each step should take well below 30 ms.
            done: Gets what the generator returns.
            failed: Gets what a step raises; without it that is a bug and raised on.
            slice_s: When a slice has taken so long, it ends with the step.
            at_once: Take the first slice now, for what should be there when the page is first drawn.
        """
        super().__init__(parent)
        self._steps = steps
        self._done, self._failed = done, failed
        self._slice_s = slice_s
        self.is_live = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(_PAUSE_MS)
        if at_once:
            self._on_turn()

    def stop(self) -> None:
        """Take no further step; the work cleans up what it has open."""
        if self.is_live:
            self._end()
            self._steps.close()

    def finish(self) -> None:
        """Take all steps that are left now."""
        while self.is_live:
            self._step()

    def _on_turn(self) -> None:
        until = time.monotonic() + self._slice_s
        self._step()
        while self.is_live and time.monotonic() < until:
            self._step()
        if self.is_live:
            # Begun anew each time: a timer that repeats would be due again before what waited meanwhile.
            self._timer.start(_PAUSE_MS)

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration as end:
            self._end()
            if self._done is not None:
                self._done(end.value)
        except Exception as error:
            self._end()
            if self._failed is None:
                raise
            self._failed(error)

    def _end(self) -> None:
        self.is_live = False
        self._timer.stop()
