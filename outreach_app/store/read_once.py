"""What was read from the database, kept until anything in it changes.

One page asks for the same revisions many times over: for the rules, the states, the history, the rights.
Nobody else writes to an open vault, so that its own count of changes says whether an answer still holds.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from outreach_app.store.database import Database

T = TypeVar("T")
_MOST = 2_000


class ReadOnce(Generic[T]):
    """Answers to reads, of which none is older than the last change."""

    def __init__(self, database: Database, changes: Callable[[], int] | None = None) -> None:
        """Keep answers of an open database.

        Args:
            database: What is read.
            changes: Counts the changes that matter; all of them when left out.
        """
        self._database = database
        self._count = changes or (lambda: database.changes)
        self._changes = -1
        self._known: dict[Hashable, T] = {}

    def get(self, key: Hashable, read: Callable[[], T]) -> T:
        """Return what a read answers; asked again, the same object, which nobody may change.

        Inside a transaction everything is read anew: what it wrote may be taken back.
        """
        if self._database.in_transaction:
            return read()
        changes = self._count()
        if changes != self._changes or len(self._known) >= _MOST:
            self._known.clear()
            self._changes = changes
        if key not in self._known:
            self._known[key] = read()
        return self._known[key]
