"""A watch on the window's thread: how long between two turns of its loop, and what ran meanwhile.

A timer beats every few milliseconds. While something holds the thread it does not beat, so the time
from one beat to the next is how long a key or a click would have waited. Two clocks are read at each
beat: that of the wall, and that of the thread's own work, which a busy machine does not lengthen.
"""

import json
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

BEAT_MS = 2
_LOOKS_S = 0.02
_OURS = str(Path(__file__).resolve().parents[2] / "outreach_app")
_QUIET_LOOK_MS = 25
_QUIET_LOOKS = 3
_QUIET_WORK_MS = 8.0
_ROUNDS, _QUIET_MS = 100, 15.0
"""A piece of work, and what it takes on the machine on which the figures are measured."""


@dataclass(frozen=True, slots=True)
class Stall:
    """The longest time between two turns at one station, in milliseconds.

    Attributes:
        worked_ms: Of it, how long the thread itself worked.
        seen: Lines of the program that were running, the innermost first, with how often.
    """

    station: str
    wall_ms: float
    worked_ms: float
    seen: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the stall in a line, for a failing test."""
        lines = "; ".join(self.seen)
        return f"{self.station}: {self.worked_ms:.0f} ms of work, {self.wall_ms:.0f} ms. {lines}"


class StallMeter(QObject):
    """Watches the loop of the thread it was made on, station by station."""

    def __init__(self, *, looks: bool = True) -> None:
        """Begin to watch.

        Args:
            looks: Look every 20 ms of work at what is running; it costs a little.
        """
        super().__init__()
        self._longest: dict[str, Stall] = {}
        self._slower: dict[str, float] = {}
        self._station = ""
        self._frames: dict[str, int] = {}
        self._wall = self._worked = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._looks = looks

    # ---- the beat -----------------------------------------------------------------------------

    def _start(self) -> None:
        self._wall, self._worked = time.perf_counter(), time.thread_time()
        self._frames.clear()

    def _beat(self) -> None:
        wall = (time.perf_counter() - self._wall) * 1000 - BEAT_MS
        worked = (time.thread_time() - self._worked) * 1000
        longest = self._longest.get(self._station)
        if longest is None or worked > longest.worked_ms:
            kept = max(wall, longest.wall_ms if longest else 0.0, 0.0)
            self._longest[self._station] = Stall(self._station, kept, worked, self._seen())
        elif wall > longest.wall_ms:
            self._longest[self._station] = Stall(
                self._station, wall, longest.worked_ms, longest.seen
            )
        self._start()

    def _seen(self) -> tuple[str, ...]:
        most = sorted(self._frames.items(), key=lambda each: -each[1])
        return tuple(f"{count} × {words}" for words, count in most[:3])

    def _look(self, _number: int, frame: FrameType | None) -> None:
        names: list[str] = []
        while frame is not None and len(names) < 6:
            if frame.f_code.co_filename.startswith(_OURS):
                place = Path(frame.f_code.co_filename).relative_to(_OURS)
                names.append(f"{place}:{frame.f_lineno} {frame.f_code.co_name}")
            frame = frame.f_back
        words = " < ".join(names)
        self._frames[words] = self._frames.get(words, 0) + 1

    @contextmanager
    def _looking(self) -> Iterator[None]:
        if not self._looks:
            yield
            return
        before = signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, _LOOKS_S, _LOOKS_S)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)

    # ---- what a walk does -----------------------------------------------------------------------

    def at(
        self,
        station: str,
        act: Callable[[], object],
        until: Callable[[], bool] = lambda: True,
        *,
        most_s: float = 60.0,
    ) -> None:
        """Do something from within the loop, as an event does, and let the loop turn until it is quiet.

        Args:
            station: What the journey is at.
            act: Run in a turn of its own.
            until: What must have come true as well before the journey goes on.
            most_s: How long that may take.

        Raises:
            TimeoutError: It did not come true.
        """
        self._station = station
        loop, failed = QEventLoop(), list[BaseException]()

        def run() -> None:
            try:
                act()
            except BaseException as error:  # noqa: BLE001  raised again below, outside of Qt
                failed.append(error)
                loop.quit()

        watch = _Quiet(loop, until, most_s)
        with self._looking():
            self._timer.start()
            self._start()
            QTimer.singleShot(0, run)
            loop.exec()
            self._timer.stop()
        watch.stop()
        if self._looks:
            self._slower[station] = max(self.slower(station), slowness())
        if failed:
            raise failed[0]
        if watch.is_late:
            raise TimeoutError(station)

    def slower(self, station: str) -> float:
        """Return how much slower the machine was at a station than a quiet one; at least 1."""
        return self._slower.get(station, 1.0)

    def stalls(self) -> tuple[Stall, ...]:
        """Return the longest stall of each station, in the order of the journey."""
        return tuple(self._longest.values())


class _Quiet(QObject):
    """Ends a loop when what is waited for is true and the thread has had nothing to do for a while."""

    def __init__(self, loop: QEventLoop, until: Callable[[], bool], most_s: float) -> None:
        super().__init__()
        self._loop, self._until = loop, until
        self._end = time.monotonic() + most_s
        self._worked = time.thread_time()
        self._quiet = 0
        self.is_late = False
        self._timer = QTimer(self)
        self._timer.setInterval(_QUIET_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        worked = (time.thread_time() - self._worked) * 1000
        self._quiet = self._quiet + 1 if worked < _QUIET_WORK_MS else 0
        if time.monotonic() > self._end:
            self.is_late = True
            self._loop.quit()
        elif self._quiet >= _QUIET_LOOKS and self._until():
            self._loop.quit()
        self._worked = time.thread_time()

    def stop(self) -> None:
        self._timer.stop()


def slowness() -> float:
    """Return how much slower this machine works now than a quiet one does, never less than 1."""
    begun = time.thread_time()
    for _ in range(_ROUNDS):
        json.loads(json.dumps({str(number): [number] * 3 for number in range(200)}))
    return max(1.0, (time.thread_time() - begun) * 1000 / _QUIET_MS)
