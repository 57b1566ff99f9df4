"""Pages: cuts a stack of blocks into pages and adds what every page carries.

The number of pages is known before the first is drawn, so each can say `Page 3 of 12`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach_app.report.blocks import Block, draw_stack, fill
from outreach_app.report.lines import TextStyle, Typesetter
from outreach_app.report.pen import Pen
from outreach_app.report.styles import (
    FOOT,
    LINE,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
)

_HEAD_BASELINE = 38.0
_HEAD_RULE = 46.0
_FOOT_BASELINE = 32.0


@dataclass(frozen=True, slots=True)
class Running:
    """The words at the head and foot of each page. References, never names of clients."""

    head_left: str
    head_right: str
    foot_left: str


def measure(pen: Pen) -> float:
    """Return the width of the text area."""
    return pen.width - 2 * MARGIN_SIDE


def cut_into_pages(blocks: Sequence[Block], width: float, height: float) -> list[list[Block]]:
    """Cut a stack into pages of this height."""
    pages: list[list[Block]] = []
    rest = list(blocks)
    while rest:
        page, rest = fill(rest, width, height, must=True)
        pages.append(page)
    return pages or [[]]


def draw_pages(
    pen: Pen,
    typesetter: Typesetter,
    blocks: Sequence[Block],
    running: Running,
    told: Callable[[int, int], None] = lambda _page, _pages: None,
) -> None:
    """Draw all blocks on as many pages as they need; `told` hears of each before it is drawn."""
    width = measure(pen)
    pages = cut_into_pages(blocks, width, pen.height - MARGIN_TOP - MARGIN_BOTTOM)
    for number, page in enumerate(pages, start=1):
        told(number, len(pages))
        _draw_running(pen, typesetter, running, f"Page {number} of {len(pages)}")
        draw_stack(pen, page, MARGIN_SIDE, MARGIN_TOP, width)
        pen.end_page()


def _draw_running(pen: Pen, typesetter: Typesetter, running: Running, page: str) -> None:
    left, right = MARGIN_SIDE, pen.width - MARGIN_SIDE
    foot = pen.height - _FOOT_BASELINE
    _words(pen, typesetter, running.head_left, FOOT, (left, _HEAD_BASELINE, 0))
    _words(pen, typesetter, running.head_right, FOOT, (right, _HEAD_BASELINE, 1))
    pen.stroke([(left, _HEAD_RULE), (right, _HEAD_RULE)], LINE)
    _words(pen, typesetter, running.foot_left, FOOT, (left, foot, 0))
    _words(pen, typesetter, page, FOOT, (right, foot, 1))


def _words(
    pen: Pen, typesetter: Typesetter, words: str, style: TextStyle, at: tuple[float, float, float]
) -> None:
    x, baseline, align = at
    for line in typesetter.set_text(words, style, 420)[:1]:
        pen.line(line, x - line.width * align, baseline)
