"""Time and identity that a test sets."""

import hashlib
from datetime import UTC, datetime, timedelta

from outreach_app.domain.ids import ID_BYTES, Prefix, make_id

START = datetime(2026, 2, 3, 11, 0, tzinfo=UTC)


class FrozenClock:
    """A clock that stands still until it is moved. Call it for the time."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start

    def __call__(self) -> datetime:
        return self._now

    def forward(self, **amount: float) -> datetime:
        """Move on by a timedelta's keywords, such as ``minutes=5``, and return the new time."""
        self._now += timedelta(**amount)
        return self._now


class SeededIds:
    """Identifiers that are the same in every run of a test: call it with a prefix."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._count = 0

    def __call__(self, prefix: Prefix = Prefix.OBJECT) -> str:
        self._count += 1
        digest = hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()
        return make_id(prefix, digest[:ID_BYTES])
