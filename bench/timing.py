"""Time calls and sum them up. Times are milliseconds throughout."""

import gc
import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """The times of one kind of call, in milliseconds."""

    times_ms: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle time."""
        return statistics.median(self.times_ms)

    @property
    def p95(self) -> float:
        """The time that 95 of 100 calls do not exceed (nearest rank)."""
        rank = math.ceil(0.95 * len(self.times_ms))
        return sorted(self.times_ms)[rank - 1]

    @property
    def total(self) -> float:
        """The sum of all times."""
        return math.fsum(self.times_ms)


def time_call(call: Callable[[], object]) -> float:
    """Return how long one call takes."""
    begun = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - begun) / 1e6


def repeat(call: Callable[[], object], times: int, *, warm: int = 1) -> Sample:
    """Time a call several times, after some calls that do not count.

    What earlier calls left for the garbage collector is cleared away before each, so that a call
    pays for itself only.
    """
    for _ in range(warm):
        call()
    found = []
    for _ in range(times):
        gc.collect()
        found.append(time_call(call))
    return Sample(tuple(found))


def interleave(calls: Sequence[Callable[[], object]], times: int, *, warm: int = 3) -> list[Sample]:
    """Time several calls in turn, so that a slow moment of the machine meets them all.

    Each round turns the order around: what follows a write to another file may wait for it.
    """
    for _ in range(warm):
        for call in calls:
            call()
    columns: list[list[float]] = [[] for _ in calls]
    for turn in range(times):
        places = range(len(calls)) if turn % 2 == 0 else reversed(range(len(calls)))
        for place in places:
            columns[place].append(time_call(calls[place]))
    return [Sample(tuple(column)) for column in columns]
