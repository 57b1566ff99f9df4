"""A language that does not exist: every word of the program longer and between brackets."""

import re

from PySide6.QtCore import QTranslator

_SLOTS = re.compile(r"(\{[^{}]*\}|%n)")
_LETTERS = re.compile(r"[^\W\d_]+")


class Stretched(QTranslator):
    """Marks what was translated, and only that: a fact that is put in stands outside of it.

    Attributes:
        asked: Every context and text that was asked for.
    """

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the words a third longer, each run of them between brackets."""
        del disambiguation
        self.asked.add((context, source))
        if n >= 0:
            source = source.replace("%n", str(n))
        return "".join(map(stretched, _SLOTS.split(source)))


def stretched(run: str) -> str:
    """Return a run of words as the language has them; what has no letter, or a fact, as it is."""
    if _SLOTS.fullmatch(run) or not _LETTERS.search(run):
        return run
    return f"⟦{run}{'~' * max(1, len(run) // 3)}⟧"
