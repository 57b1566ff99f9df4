"""The order in which Tab goes: as one reads, however the widgets were made."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QGridLayout, QLayout, QWidget

Cell = tuple[int, int, int, int]
"""Row, column and how many of each something takes in a grid."""


def next_in_reading_order(holder: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to what follows, round and round, in the order in which one reads.

    Args:
        holder: The window; only what lies in it takes part.
        forward: Tab, else Shift+Tab.

    Returns:
        False where there is nothing to go to.
    """
    stops = list(reading_order(holder))
    if not stops:
        return False
    here = _place_of(QApplication.focusWidget(), stops, forward=forward)
    following = stops[(here + (1 if forward else -1)) % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    return True


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard by Tab below a widget, as its layouts lay it out."""
    for child in _children(widget):
        if not child.isVisible() or child.isWindow():
            continue
        if _stops_at(child):
            yield child
        yield from reading_order(child)


def _stops_at(widget: QWidget) -> bool:
    # Something that hands the keyboard on to a part of it is reached in that part.
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def _children(widget: QWidget) -> Iterator[QWidget]:
    laid_out = []
    layout = widget.layout()
    if layout is not None:
        laid_out = list(_widgets_of(layout))
        yield from laid_out
    seen = set(laid_out)
    if isinstance(widget, QAbstractScrollArea):
        # What is in the area comes before the bars at its edge.
        seen.add(widget.viewport())
        yield widget.viewport()
    for child in widget.children():
        if isinstance(child, QWidget) and child not in seen:
            yield child


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for place in _places_in(layout):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)


def _places_in(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: cast("Cell", layout.getItemPosition(place)))
    return places


def _place_of(widget: QWidget | None, stops: list[QWidget], *, forward: bool) -> int:
    """Return where a widget, or what holds it, stands; before the first where it is none of them."""
    while widget is not None:
        if widget in stops:
            return stops.index(widget)
        widget = widget.parentWidget()
    return -1 if forward else 0
