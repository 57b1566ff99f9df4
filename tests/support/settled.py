"""Waits until a window has drawn all it has to draw, however busy the machine is."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_LOOK_MS = 30
_SAME_LOOKS = 3
_LOOKS = 400
_SOON_MS = 60
"""A timer as short as this draws the rest of a page; longer ones are for clocks and reminders."""


def settle(window: QWidget) -> None:
    """Let the loop turn until nothing of a page is left to draw and nothing moves.

    Raises:
        AssertionError: It still moves after a long time.
    """
    same, last = 0, _drawn(window)
    for _ in range(_LOOKS):
        QTest.qWait(_LOOK_MS)
        now = _drawn(window)
        same = same + 1 if now == last and not _is_drawing(window) else 0
        if same == _SAME_LOOKS:
            return
        last = now
    raise AssertionError("the page does not come to rest")


def _drawn(window: QWidget) -> list[tuple[int, QRect]]:
    visible = (each for each in window.findChildren(QWidget) if each.isVisible())
    return [(id(each), each.geometry()) for each in visible]


def _is_drawing(window: QWidget) -> bool:
    timers = window.findChildren(QTimer)
    return any(each.isActive() and each.interval() <= _SOON_MS for each in timers)
