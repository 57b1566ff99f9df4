"""Facts inside words of another direction: a date in an Arabic sentence stays a date.

In a window that is laid out from right to left each fact that is put into words is set apart with
the two characters that Unicode has for it. They come from here only: those in a fact are written out
before, as every character that steers.
"""

import re
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from outreach_app.report.visible import visible

_BEGIN, _END = "\u2068", "\u2069"
_SET_APART = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
# Stand for the two while the text is written out; no text may hold them (Unicode 23.7).
_BEGIN_KEPT, _END_KEPT = "\ufdd0", "\ufdd1"


def is_mirrored() -> bool:
    """Say whether the window is laid out from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def set_apart(fact: object) -> Any:
    """Return a fact so that its own direction orders it and nothing around it; not a number."""
    if not isinstance(fact, str) or not fact:
        return fact
    if _SET_APART.search(fact):
        return fact
    return f"{_BEGIN}{visible(fact)}{_END}"


def kept_apart(words: str) -> str:
    """Return words with every character visible, and what was set apart here still set apart."""
    if not is_mirrored() or _BEGIN not in words:
        return visible(words)
    clean = words.replace(_BEGIN_KEPT, "").replace(_END_KEPT, "")
    previous = ""
    while previous != clean:
        previous = clean
        clean = _SET_APART.sub(f"{_BEGIN_KEPT}\\1{_END_KEPT}", clean)
    return visible(clean).replace(_BEGIN_KEPT, _BEGIN).replace(_END_KEPT, _END)


def as_a_whole(words: str) -> str:
    """Return words for a place that takes the window's direction and not that of its text.

    Buttons, cells and lists would order “3 days (2 late)” by the window otherwise.
    """
    return f"{_BEGIN}{words}{_END}" if words and is_mirrored() else words
