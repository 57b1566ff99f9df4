"""One user action, one transaction, one journal row."""

from collections.abc import Iterator
from contextlib import contextmanager

from outreach_app.store.database import Database
from outreach_app.store.journal import Act, Journal


class Acts:
    """Opens the transactions in which everything but a draft's answers is written."""

    def __init__(self, database: Database, journal: Journal) -> None:
        """Use an open database and its journal."""
        self._database = database
        self._journal = journal

    @contextmanager
    def transaction(self, act: Act) -> Iterator[None]:
        """Write an act and its journal row together, or nothing.

        Leaving the block means that both are on the disk. An inner use joins the outer
        transaction and adds its own row.
        """
        with self._database.transaction():
            yield
            self._journal.append(act)
