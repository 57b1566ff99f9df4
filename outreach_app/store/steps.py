"""Long work on the vault in short steps, so that a window can draw and hear keys between them.

The work is a generator that yields wherever it may pause and returns its outcome. The command line
runs it through; a window takes some steps at each turn of its loop.
"""

from collections.abc import Callable, Generator
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that may pause at each yield; what it returns is its outcome."""


def run_through(steps: Generator[Any, None, T]) -> T:
    """Take all steps at once and return the outcome."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            outcome: T = end.value
            return outcome


class Exclusive(Generic[T]):
    """Steps that have the database for themselves while they last.

    Attributes:
        is_over: The last step was taken, or one failed.
    """

    def __init__(self, steps: Steps[T], enter: Callable[[bool], None]) -> None:
        """Hold some steps; `enter` is told when one begins and when it ends."""
        self._steps = steps
        self._enter = enter
        self._outcome: list[T] = []
        self._error: Exception | None = None
        self.is_over = False

    def step(self) -> None:
        """Take one step; what it raises is kept for `outcome`."""
        self._enter(True)
        try:
            next(self._steps)
        except StopIteration as end:
            self._outcome.append(end.value)
            self.is_over = True
        except Exception as error:  # noqa: BLE001  raised again by `outcome`
            self._error = error
            self.is_over = True
        finally:
            self._enter(False)

    def finish(self) -> None:
        """Take the steps that are left."""
        while not self.is_over:
            self.step()

    def give_up(self) -> None:
        """Take back what was begun."""
        self._enter(True)
        try:
            self._steps.close()
        finally:
            self._enter(False)
        self.is_over = True

    def outcome(self) -> T:
        """Return what the work returned.

        Raises:
            Exception: What a step raised.
        """
        if self._error is not None:
            raise self._error
        return self._outcome[0]
