"""The window before a vault is unlocked, in one's own process, with pipes for a launcher."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from outreach_app.services.instants import Clock
from outreach_app.store.front import read_front
from outreach_app.ui.front import Front, Surroundings
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import MOST_BYTES, Start
from outreach_app.ui.link import LauncherLink
from outreach_app.ui.theme.look_file import KeptLook


class Standing:
    """A front with the other ends of its pipes."""

    def __init__(self, front: Front, orders: int, words: int, ends: list[int]) -> None:
        self.front = front
        self.orders = orders
        self._words = words
        self.ends = ends

    def order(self, word: bytes) -> None:
        """Say something as the launcher does."""
        os.write(self.orders, word)

    def hang_up(self) -> None:
        """Be gone, as a launcher that was killed."""
        os.close(self.orders)
        self.orders = -1

    def heard(self) -> str:
        """Return what the window has said so far."""
        os.set_blocking(self._words, False)
        try:
            return os.read(self._words, MOST_BYTES).decode("ascii")
        except BlockingIOError:
            return ""


@contextmanager
def standing_front(
    jobs: Jobs,
    clock: Clock,
    folders: Callable[[], tuple[Path, ...]],
    start: Start,
    file: Path | None = None,
) -> Iterator[Standing]:
    """Make a front on vaults, not shown yet; the process does not end when it says so, it is counted."""
    orders_out, orders_in = os.pipe()
    words_out, words_in = os.pipe()
    ends: list[int] = []
    link = LauncherLink(orders_out, words_in)
    front = Front(
        Surroundings(
            jobs=jobs,
            clock=clock,
            link=link,
            start=start,
            kept=KeptLook(),
            end=lambda: ends.append(1),
            fronts=lambda: tuple(map(read_front, folders())),
            file=file,
        )
    )
    link.listen()
    standing = Standing(front, orders_in, words_out, ends)
    try:
        yield standing
    finally:
        front.close()
        link.deaf()
        for descriptor in (orders_out, standing.orders, words_out, words_in):
            if descriptor >= 0:
                os.close(descriptor)
