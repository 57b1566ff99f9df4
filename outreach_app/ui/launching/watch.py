"""When to lock: too long without a key or a click, or the machine slept."""

from collections.abc import Callable

SLEPT_S = 15.0
"""A gap in the wall clock between two looks that only sleep (or a moved clock) explains."""

Seconds = Callable[[], float]


class Watch:
    """Counts the time since the last key while a vault is unlocked."""

    def __init__(self, monotonic: Seconds, wall: Seconds) -> None:
        """Begin with nothing to lock.

        Args:
            monotonic: Seconds that never jump.
            wall: Seconds of the clock on the wall, which go on while the machine sleeps.
        """
        self._monotonic = monotonic
        self._wall = wall
        self._limit_s = 0.0
        self._last_key = monotonic()
        self._last_look = wall()

    def set_limit(self, seconds: int) -> None:
        """Lock after so many seconds without a key; 0 means that nothing is unlocked."""
        self._limit_s = float(seconds)
        self.heard_key()
        self._last_look = self._wall()

    def heard_key(self) -> None:
        """Count from now again."""
        self._last_key = self._monotonic()

    def is_due(self) -> bool:
        """Say whether it is time to lock; to be asked at least once a second."""
        look = self._wall()
        slept = look - self._last_look > SLEPT_S
        self._last_look = look
        idle = self._monotonic() - self._last_key >= self._limit_s
        return self._limit_s > 0 and (slept or idle)


class Refusals:
    """Wrong passphrases in a row, and how long the next has to wait."""

    def __init__(
        self, monotonic: Seconds, delay_s: Callable[[int], int], count: int = 0, wait_s: int = 0
    ) -> None:
        """Begin with none, or where the window before ended.

        Args:
            monotonic: Seconds that never jump.
            delay_s: Number of wrong ones to the wait in seconds.
            count: Wrong ones so far.
            wait_s: Seconds to wait until the next is taken.
        """
        self._monotonic = monotonic
        self._delay_s = delay_s
        self._until = monotonic() + wait_s
        self.count = count

    def add(self) -> None:
        """Count a wrong one."""
        self.count += 1
        self._until = self._monotonic() + self._delay_s(self.count)

    def forget(self) -> None:
        """A right one was given."""
        self.count = 0
        self._until = 0.0

    def wait_s(self) -> int:
        """Return the whole seconds that are left to wait, rounded up."""
        return max(0, int(-(-(self._until - self._monotonic()) // 1)))
