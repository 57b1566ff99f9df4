"""Which words of a text are not those of another."""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")


def differing_words(before: str, after: str) -> tuple[tuple[int, int], ...]:
    """Return where in `after` the words stand that differ from `before`, as start and end.

    Words beside each other are one place. Without a text before nothing stands out: all is new.
    """
    if not before:
        return ()
    words = list(_WORD.finditer(after))
    matcher = SequenceMatcher(
        a=_WORD.findall(before), b=[word.group() for word in words], autojunk=False
    )
    return tuple(
        (words[start].start(), words[end - 1].end())
        for what, _from, _until, start, end in matcher.get_opcodes()
        if what in {"replace", "insert"}
    )
