"""The parts of the page: a label beside what it is about, and ticks whose words may wrap."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.theme.look import current_look

_LABEL_PX = 132
_WIDE_TEXT_PERCENT = 130


class Section(QWidget):
    """A label, and beside it (above it with large text) what it is about.

    Attributes:
        column: Where things are added.
    """

    def __init__(self, label: str) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName(label)
        look = current_look()
        beside = look.text_percent < _WIDE_TEXT_PERCENT
        layout = QBoxLayout(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom, self
        )
        layout.setContentsMargins(0, look.px(4), 0, look.px(4))
        layout.setSpacing(look.px(16 if beside else 8))
        head = Text(label, "strong")
        if beside:
            head.setFixedWidth(look.px(_LABEL_PX))
            layout.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        else:
            layout.addWidget(head)
        self.column: QVBoxLayout = column(gap=8)
        layout.addLayout(self.column, 1)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the bottom."""
        for widget in widgets:
            self.column.addWidget(widget)

    def take_focus(self) -> None:
        """Give the keyboard to what is to be settled here."""


class _Words(Text):
    """The words of a tick: a click on them is one on the box."""

    def __init__(self, words: str, box: QAbstractButton, kind: str) -> None:
        super().__init__(words, kind)
        self._box = box

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._box.isEnabled() and event.button() is Qt.MouseButton.LeftButton:
            self._box.setFocus()
            self._box.click()


class Tick(QWidget):
    """A box to tick with words that go on in the next line.

    Attributes:
        box: The box itself.
    """

    def __init__(
        self,
        words: str,
        toggled: Callable[[bool], object] | None = None,
        *,
        second: str = "",
        spoken: str = "",
        strong: bool = False,
        one_of: bool = False,
    ) -> None:
        """Make a box.

        Args:
            words: What ticking it means.
            toggled: Called with whether it is ticked.
            second: A quieter line below.
            spoken: What a screen reader says instead of the words.
            strong: Show the words in bold.
            one_of: Make a round one, of which only one in a group is on.
        """
        super().__init__()
        self.box: QAbstractButton = QRadioButton() if one_of else QCheckBox()
        self.box.setCheckable(True)
        self.box.setAccessibleName(spoken or words)
        self.box.setAccessibleDescription(second)
        line = row(gap=4)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(gap=0)
        texts.setContentsMargins(0, current_look().px(3), 0, 0)
        texts.addWidget(_Words(words, self.box, "strong" if strong else ""))
        if second:
            texts.addWidget(_Words(second, self.box, "small"))
        line.addLayout(texts, 1)
        self.setLayout(line)
        if toggled is not None:
            self.box.toggled.connect(toggled)
        self.setFocusProxy(self.box)

    @property
    def is_on(self) -> bool:
        """Say whether it is ticked."""
        return self.box.isChecked()

    def set_on(self, on: bool) -> None:
        """Tick it, or take the tick away."""
        self.box.setChecked(on)
