"""Columns that stand side by side while there is room, and below each other when there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from outreach_app.ui.theme.look import current_look


class Columns(QWidget):
    """Widgets in one row, or in one column where the row would be too narrow."""

    def __init__(
        self, *columns: tuple[QWidget, int], least: int = 620, gap: int = 16, top: bool = False
    ) -> None:
        """Lay widgets out.

        Args:
            *columns: Each with its share of the width.
            least: Width in pixels at 100 % text below which they stand below each other.
            gap: Between them, in pixels at 100 % text.
            top: Keep each at its own height, at the top, instead of as high as the highest.
        """
        super().__init__()
        self._least = current_look().px(least)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_look().px(gap))
        align = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0)
        for widget, share in columns:
            self._layout.addWidget(widget, share, align)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return _narrowest(self._layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self._least
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)


class TwoColumns(QWidget):
    """Cards in two columns that grow apart; in one column, in their own order, when it is narrow."""

    def __init__(self, *, shares: tuple[int, int] = (8, 5), least: int = 760) -> None:
        """Begin empty.

        Args:
            shares: Of the width.
            least: Width in pixels at 100 % text below which there is one column.
        """
        super().__init__()
        look = current_look()
        self._least = look.px(least)
        self._cards: list[tuple[QWidget, int]] = []
        self._wide = True
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(16))
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for side, share in zip(self._sides, shares, strict=True):
            side.setSpacing(look.px(16))
            side.addStretch(1)  # what is left over stays below, not in a card
            outer.addLayout(side, share)
        self._outer = outer
        self._shares = shares

    def add(self, card: QWidget, side: int) -> None:
        """Add a card at the end, on the first (0) or second (1) side."""
        self._cards.append((card, side))
        self._put(card, side if self._wide else 0)

    def _put(self, card: QWidget, side: int) -> None:
        layout = self._sides[side]
        layout.insertWidget(layout.count() - 1, card)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        widths = [card.minimumSizeHint().width() for card, _side in self._cards]
        return QSize(max(widths, default=0), self._outer.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self._least
        if wide == self._wide:
            return
        self._wide = wide
        self._outer.setStretch(1, self._shares[1] if wide else 0)
        self._outer.setSpacing(current_look().px(16) if wide else 0)
        for card, side in self._cards:
            self._sides[side if not wide else 0].removeWidget(card)
            self._put(card, side if wide else 0)


class Tiles(QWidget):
    """Widgets of equal width in as many columns as there is room for."""

    def __init__(self, tiles: Sequence[QWidget], *, least: int = 190, gap: int = 16) -> None:
        """Lay tiles out; least width of one and gap in pixels at 100 % text."""
        super().__init__()
        self._tiles = tuple(tiles)
        self._least = current_look().px(least)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_look().px(gap))
        self._count = 0
        self._place(len(self._tiles))

    def _place(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // count, place % count)
        for column in range(len(self._tiles)):
            self._grid.setColumnStretch(column, 1 if column < count else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return _narrowest(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        most = max(1, len(self._tiles))
        fitting = max(1, min(most, event.size().width() // max(1, self._least)))
        # Two rows of the same length look better than three and one.
        self._place(fitting if most % fitting == 0 else max(1, fitting - 1))


def _narrowest(layout: QLayout) -> QSize:
    """Return the least size with everything below each other: the layout folds before that."""
    items = [layout.itemAt(place) for place in range(layout.count())]
    widths = [item.minimumSize().width() for item in items if item is not None]
    return QSize(max(widths, default=0), layout.minimumSize().height())
