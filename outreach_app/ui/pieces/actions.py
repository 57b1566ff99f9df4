"""Where the actions of a page stand: at the end of its head, or below it where text is large."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.theme.look import current_look

_LARGE_PERCENT = 160
_CROWDED_PERCENT = 120
_MOST_BESIDE = 4


def has_large_text() -> bool:
    """Say whether text is so large that things stand below each other instead of side by side."""
    return current_look().text_percent >= _LARGE_PERCENT


def place_actions(head: QHBoxLayout, body: QBoxLayout, actions: Sequence[QWidget]) -> None:
    """Put actions at the end of a head; below it, wrapping, where the text leaves no room.

    Args:
        head: The row of the title.
        body: The page's column, in which the head stands first.
        actions: Buttons and fields, the primary one last.
    """
    look = current_look()
    crowded = len(actions) > _MOST_BESIDE and look.text_percent >= _CROWDED_PERCENT
    if not has_large_text() and not crowded:
        for action in actions:
            head.addWidget(action)
        return
    holder = QWidget()
    flow = Flow(holder, gap=look.px(8))
    for action in actions:
        flow.addWidget(action)
    body.insertWidget(1, holder)


def with_action(texts: QLayout, action: QWidget) -> QBoxLayout:
    """Return texts with an action at their end; below them where the text leaves no room.

    Args:
        texts: What the action is about.
        action: A button.
    """
    gap = current_look().px(16)
    if not has_large_text():
        beside = QHBoxLayout()
        beside.setSpacing(gap)
        beside.addLayout(texts, 1)
        beside.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        return beside
    below = QVBoxLayout()
    below.setSpacing(gap // 2)
    below.addLayout(texts)
    below.addWidget(action, 0, Qt.AlignmentFlag.AlignLeading)
    return below
