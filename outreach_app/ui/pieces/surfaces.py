"""Cards, columns, rows, rules: what things lie on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import shown
from outreach_app.ui.theme.look import current_look


class Column(QVBoxLayout):
    """One below the other; how high that is at a width is added up once, until something changes.

    Qt remembers one width for each layout and is asked for several in turn, at each layer twice as
    often: a card within a section within a page would be added up hundreds of times.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty, as the layout of a widget or to be put into another."""
        self._heights: dict[int, tuple[int, int]] = {}
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._measured(width)[0]

    def minimumHeightForWidth(self, width: int) -> int:  # noqa: N802
        return self._measured(width)[1]

    def _measured(self, width: int) -> tuple[int, int]:
        if width not in self._heights:
            height = super().heightForWidth(width)
            # Qt asks for the height again before it says the least one.
            self._heights[width] = (height, height)
            self._heights[width] = (height, super().minimumHeightForWidth(width))
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()


class Card(QFrame):
    """A white area with a heading and things below it.

    Attributes:
        column: Where things are added.
        head: The row of the heading, for a chip or a remark at its end.
    """

    def __init__(self, heading: str = "", *, kind: str = "card") -> None:
        """Make an empty card of a kind: card, chosen, quiet, alarm, warning."""
        super().__init__()
        self.setProperty("kind", kind)
        look = current_look()
        self.column = Column(self)
        self.column.setContentsMargins(look.px(20), look.px(18), look.px(20), look.px(18))
        self.column.setSpacing(look.px(10))
        self.head = row()
        if heading:
            title = Text(heading, "heading")
            self.head.addWidget(title, 1)
            self.column.addLayout(self.head)
            self.setAccessibleName(shown(heading))

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the bottom."""
        for widget in widgets:
            self.column.addWidget(widget)

    def take_keyboard(self) -> None:
        """Be a stop of the keyboard, with a ring around it, and said as a whole to who cannot see."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Sheet(QWidget):
    """What scrolls: as wide as there is room, as high as its words are at that width.

    Left to itself Qt adds up the heights that all texts would have in their narrowest form, and a
    page would go on below its end.
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("kind", "clear")

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(0, 0)
        return super().minimumSizeHint()


class Scroll(QScrollArea):
    """A column that scrolls up and down only.

    Attributes:
        column: Where things are added.
    """

    def __init__(self, *, margin: int = 0, gap: int = 18) -> None:
        """Make an empty column; margin and gap in pixels at 100 % text."""
        super().__init__()
        look = current_look()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = Sheet()
        self.column = Column(inner)
        edge = look.px(margin)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(look.px(gap))
        self.setWidget(inner)


def row(*widgets: QWidget, gap: int = 10) -> QHBoxLayout:
    """Return a horizontal layout with widgets; gap in pixels at 100 % text."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_look().px(gap))
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def column(*widgets: QWidget, gap: int = 4) -> QVBoxLayout:
    """Return a vertical layout with widgets; gap in pixels at 100 % text."""
    layout = Column()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_look().px(gap))
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def rule() -> QFrame:
    """Return a thin line across."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def side_rule() -> QFrame:
    """Return a thin line from top to bottom."""
    line = QFrame()
    line.setProperty("kind", "side-rule")
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and destroy it, so that no text stays in memory."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()
