"""A launcher in the test, with the window as a process of its own and a hand inside it."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from outreach_app.ui.launching.environment import FILE, window_environment
from outreach_app.ui.launching.launcher import Launcher
from outreach_app.ui.launching.words import FromLauncher
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.standing import place_text
from tests.house.tree import ROOT

PATIENCE_S = 120.0


class Clocks:
    """A monotonic clock and one on the wall that a test moves."""

    def __init__(self) -> None:
        """Begin with the real ones."""
        self.extra_s = 0.0
        self.wall_extra_s = 0.0

    def monotonic(self) -> float:
        """Return seconds of the first."""
        return time.monotonic() + self.extra_s

    def wall(self) -> float:
        """Return seconds of the second."""
        return time.time() + self.wall_extra_s


class Laptop:
    """A launcher with its window on one vault, and the hand inside the window."""

    def __init__(
        self,
        vault: Path,
        hand: Path,
        surroundings: Mapping[str, str] | None = None,
        file: Path | None = None,
    ) -> None:
        """Start on a vault.

        Args:
            vault: Its folder.
            hand: A folder to be made.
            surroundings: Those of the launcher.
            file: What somebody opened with the program.
        """
        self.clocks = Clocks()
        self._hand = hand
        self._asked = 0
        hand.mkdir()
        environment = window_environment(
            {**(surroundings or os.environ), "OUTREACH_VAULT": str(vault)}, str(ROOT)
        )
        if file is not None:
            environment[FILE] = str(file)
        command = [sys.executable, "-P", "-m", "tests.support.driven_window", str(hand)]
        self.launcher = Launcher(
            command,
            environment,
            monotonic=self.clocks.monotonic,
            wall=self.clocks.wall,
            look_s=0.02,
        )
        self.launcher.child.say(FromLauncher.SHOW)

    def turn_until(self, done: Callable[[], bool]) -> None:
        """Let the launcher work until something is so."""
        until = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < until, "it did not happen"
            self.launcher._turn()

    def tell(self, verb: str, words: str = "") -> Path:
        """Have something done in the window that may end it; returns where an answer would be."""
        self._asked += 1
        order = self._hand / f"{self._asked:04}.do"
        draft = order.with_suffix(".new")
        draft.write_text(f"{verb} {words}", "utf-8")
        draft.rename(order)
        return order.with_suffix(".done")

    def ask(self, verb: str, words: str = "") -> str:
        """Have something done in the window and return the answer."""
        answer = self.tell(verb, words)
        self.turn_until(answer.exists)
        _pid, _, said = answer.read_text("utf-8").partition(" ")
        assert not said.startswith("failed"), said
        return said

    def wait_until_seen(self, words: str) -> None:
        """Wait until the window shows words."""
        self.turn_until(lambda: self.ask("sees", words) == "True")

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase and wait for the vault."""
        self.ask("write", f"Passphrase|{passphrase}")
        self.ask("click", "Unlock")
        self.turn_until(lambda: self.ask("place") != "none")

    def go(self, room: Room) -> None:
        """Go to a room."""
        self.ask("go", place_text(Place(room=room)))

    def next_window(self, before: int) -> None:
        """Wait until another process is the window."""
        self.turn_until(lambda: self.launcher.child.pid != before)
        assert not Path(f"/proc/{before}").exists(), "the window before still runs"

    def end(self) -> None:
        """Take everything down."""
        self.launcher.child.end(0)
