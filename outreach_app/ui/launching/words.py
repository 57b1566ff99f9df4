"""What launcher and window say to each other: words in lines, through the window's stdin and stdout.

Nothing of a person or a case ever goes this way: only these words and whole numbers.
"""

import sys
from enum import StrEnum

MAC_NAME = "Diary"
WINDOW_NAME = MAC_NAME if sys.platform == "darwin" else "Notes"
"""What the window is called, in English. Not “Notes” where Apple's program of that name is on every computer:
whoever took that one for ours would write a client's story into a file that Apple copies to its servers."""
MOST_BYTES = 4096
"""No line is longer; a pipe takes that much without waiting."""


class FromWindow(StrEnum):
    """What the window says."""

    KEY = "key"  # a key or a click, at most once a second
    LIMIT = "limit"  # unlocked: lock after so many seconds without a key; 0: nothing to lock
    REFUSED = "refused"  # a wrong passphrase
    OPENED = "opened"  # a right one
    COVERED = "covered"  # the neutral page is on the screen; start the next window behind it
    LOCK = "lock"  # everything is on the disk; end me and start anew
    LEAVING = "leaving"  # the person closed the window


class FromLauncher(StrEnum):
    """What the launcher says."""

    SHOW = "show"  # the place is free: show yourself
    TAKEN = "taken"  # another window of this person runs
    LOCK = "lock"


class Start:
    """How a window begins; no dataclass, whose module alone would cost the launcher 8 ms.

    Attributes:
        covered: Behind the neutral page.
        crashed: The window before ended by itself.
        refusals: Wrong passphrases so far.
        wait_s: Seconds until the next passphrase is taken.
    """

    __slots__ = ("covered", "crashed", "refusals", "wait_s")

    def __init__(
        self,
        *,
        covered: bool = False,
        crashed: bool = False,
        refusals: int = 0,
        wait_s: int = 0,
    ) -> None:
        """Begin for the first time, if nothing else is said."""
        self.covered = covered
        self.crashed = crashed
        self.refusals = refusals
        self.wait_s = wait_s

    def arguments(self) -> list[str]:
        """Return it as arguments of the window's process."""
        return [
            f"{int(self.covered)}",
            f"{int(self.crashed)}",
            f"{self.refusals}",
            f"{self.wait_s}",
        ]


def read_start(arguments: list[str]) -> Start:
    """Return what `Start.arguments` wrote; anything else starts as if nothing had been before."""
    if len(arguments) != 4 or not all(each.isdecimal() for each in arguments):
        return Start()
    covered, crashed, refusals, wait_s = map(int, arguments)
    return Start(covered=bool(covered), crashed=bool(crashed), refusals=refusals, wait_s=wait_s)


def line(word: FromWindow | FromLauncher, number: int | None = None) -> bytes:
    """Return a word as it goes through the pipe."""
    said = word.value if number is None else f"{word.value} {number}"
    return f"{said}\n".encode("ascii")


class Hearing:
    """Puts lines together from the pieces that a pipe delivers."""

    def __init__(self) -> None:
        """Begin with nothing heard."""
        self._rest = b""

    def take(self, piece: bytes) -> list[tuple[str, int]]:
        """Return the words that are whole now, each with its number (0 without one)."""
        *whole, self._rest = (self._rest + piece).split(b"\n")
        if len(self._rest) > MOST_BYTES:
            self._rest = b""
        return [_word(each) for each in whole]


def _word(heard: bytes) -> tuple[str, int]:
    word, _, number = heard.decode("ascii", "replace").partition(" ")
    return word, int(number) if number.isdecimal() and len(number) < 10 else 0
