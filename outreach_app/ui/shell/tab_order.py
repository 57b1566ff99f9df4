"""The order in which Tab goes: as one reads, however the widgets were made."""

from collections.abc import Iterator, Sequence
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
    here = QApplication.focusWidget()
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    for following in _onwards(here, holder, forward=forward):
        following.setFocus(reason)
        return True
    return False


def _onwards(here: QWidget | None, holder: QWidget, *, forward: bool) -> Iterator[QWidget]:
    """Yield what follows a widget; only as much is looked at as is wanted."""
    if here is not None and holder.isAncestorOf(here):
        if forward:
            yield from reading_order(here)
        while here is not holder:
            parent = here.parentWidget()
            if parent is None:
                break
            around = list(_children(parent))
            place = around.index(here)
            for each in around[place + 1 :] if forward else reversed(around[:place]):
                yield from _stops_in(each) if forward else reversed(list(_stops_in(each)))
            if not forward and _stops_at(parent):
                yield parent
            here = parent
    whole = reading_order(holder)
    yield from whole if forward else reversed(list(whole))


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard by Tab below a widget, as its layouts lay it out."""
    for child in _children(widget):
        yield from _stops_in(child)


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or widget.isWindow():
        return
    if _stops_at(widget):
        yield widget
    yield from reading_order(widget)


def _stops_at(widget: QWidget) -> bool:
    # Something that hands the keyboard on to a part of it is reached in that part.
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def _children(widget: QWidget) -> Iterator[QWidget]:
    children = [each for each in widget.children() if isinstance(each, QWidget)]
    layout = widget.layout()
    laid_out = list(_widgets_of(layout, children)) if layout is not None else []
    yield from laid_out
    if isinstance(widget, QAbstractScrollArea):
        # What is in the area comes before the bars at its edge.
        laid_out.append(widget.viewport())
        yield widget.viewport()
    yield from (each for each in children if each not in laid_out)


def _widgets_of(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield the widgets of a layout and of the layouts in it, by their places.

    Items of layouts are not asked for: what Python holds of one outlives it, and is then taken for
    whatever lies at its address.
    """
    found: dict[int, QWidget | QLayout] = {layout.indexOf(each): each for each in children}
    for inner in layout.children():
        if isinstance(inner, QLayout):
            found[layout.indexOf(inner)] = inner
    found.pop(-1, None)
    places = sorted(found)
    if isinstance(layout, QGridLayout):
        cells = {place: cast("Cell", layout.getItemPosition(place)) for place in places}
        places.sort(key=lambda place: cells[place])
    for place in places:
        each = found[place]
        if isinstance(each, QLayout):
            yield from _widgets_of(each, children)
        else:
            yield each
