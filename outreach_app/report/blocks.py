"""Blocks: what a page is stacked from, and how a stack is cut at the foot of a page.

A block knows its height at a width, can say how it would be cut, and draws itself. Measures are
points. Nothing here knows what a document is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from outreach_app.report.lines import Line, Span, TextStyle, Typesetter
from outreach_app.report.pen import Box, Colour, Pen
from outreach_app.report.styles import ACCENT, LINE

# Of a paragraph that is cut, at least this many lines stay together on each side.
_WIDOW = 2
# Where the baseline stands in the height of a line.
BASELINE = 0.76
# Of a panel that is cut, the upper part is at least this high.
_LEAST_PART = 70.0


class Block(Protocol):
    """Something that can be stacked on a page.

    Attributes:
        before: Space above, left out at the top of a page.
        keep_with_next: True for headings: never the last thing on a page.
    """

    @property
    def before(self) -> float: ...

    @property
    def keep_with_next(self) -> bool: ...

    def height(self, width: float) -> float:
        """Return the height at this width."""

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Return the part that fits into `room` and the rest; None when no good cut exists."""

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at `x`, `y`."""


def draw_lines(pen: Pen, lines: Sequence[Line], x: float, y: float, width: float) -> None:
    """Draw lines below each other; right-to-left paragraphs of several lines stand at the right.

    A single line stays beside its label, where the eye looks for it.
    """
    for line in lines:
        at_right = line.right_to_left and len(lines) > 1
        pen.line(line, x + width - line.width if at_right else x, y + line.leading * BASELINE)
        y += line.leading


@dataclass(frozen=True)
class Text:
    """A paragraph, or several, in one or more styles.

    Attributes:
        bookmark: Level in the outline, None for ordinary text; its words are those of the text.
        lines: Lines that are already set: the rest of a cut paragraph.
    """

    typesetter: Typesetter
    spans: tuple[Span, ...]
    before: float = 0
    keep_with_next: bool = False
    bookmark: int | None = None
    indent: float = 0
    lines: tuple[Line, ...] | None = None

    def set_lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines at this width."""
        if self.lines is not None:
            return self.lines
        return self.typesetter.set_spans(self.spans, width - self.indent)

    def height(self, width: float) -> float:
        return sum(line.leading for line in self.set_lines(width))

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        lines = self.set_lines(width)
        fit = _lines_that_fit(lines, room)
        fit = min(fit, len(lines) - _WIDOW)
        if fit < _WIDOW:
            return None
        rest = replace(self, lines=lines[fit:], before=0, bookmark=None)
        return replace(self, lines=lines[:fit]), rest

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        if self.bookmark is not None:
            pen.bookmark("".join(span.text for span in self.spans), y, self.bookmark)
        draw_lines(pen, self.set_lines(width), x + self.indent, y, width - self.indent)


@dataclass(frozen=True)
class Frame:
    """How a panel is drawn: ground, border, and a bar at the left; paddings in points."""

    fill: Colour | None = None
    stroke: Colour | None = None
    bar: Colour | None = None
    radius: float = 3
    pad_x: float = 12
    pad_y: float = 10


QUOTATION = Frame(bar=ACCENT, radius=0, pad_x=11, pad_y=1)
CARD = Frame(stroke=LINE, radius=4, pad_x=12, pad_y=9)


@dataclass(frozen=True)
class Panel:
    """A framed stack. A short panel moves to the next page whole; a long one is cut inside.

    Attributes:
        whole_below: Panels lower than this are never cut; of those that are, neither part is low.
        continued: Words above the rest when the panel is cut, "" for none.
        anchor: Words for the outline, "" for none; `anchor_level` is the level there.
    """

    content: tuple[Block, ...]
    frame: Frame
    typesetter: Typesetter | None = None
    before: float = 10
    keep_with_next: bool = False
    whole_below: float = 170
    continued: Span | None = None
    anchor: str = ""
    anchor_level: int = 1

    def height(self, width: float) -> float:
        return stack_height(self.content, width - 2 * self.frame.pad_x) + 2 * self.frame.pad_y

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        if self.height(width) < self.whole_below:
            return None
        measure = width - 2 * self.frame.pad_x
        inner = room - 2 * self.frame.pad_y
        head, rest = fill(self.content, measure, inner)
        short = _LEAST_PART - stack_height(rest, measure)
        if rest and short > 0:
            head, rest = fill(self.content, measure, inner - short)
        if not head or not rest or stack_height(head, measure) < _LEAST_PART:
            return None
        return (
            replace(self, content=tuple(head)),
            replace(self, content=self._again(rest), before=0, anchor=""),
        )

    def _again(self, rest: list[Block]) -> tuple[Block, ...]:
        if self.continued is None or self.typesetter is None:
            return tuple(rest)
        return (Text(self.typesetter, (self.continued,), keep_with_next=True), *rest)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        frame = self.frame
        if self.anchor:
            pen.bookmark(self.anchor, y, self.anchor_level)
        height = self.height(width)
        if frame.fill is not None or frame.stroke is not None:
            pen.rectangle(
                Box(x=x, y=y, width=width, height=height),
                fill=frame.fill,
                stroke=frame.stroke,
                radius=frame.radius,
            )
        if frame.bar is not None:
            pen.rectangle(Box(x=x, y=y, width=2.4, height=height), fill=frame.bar)
        draw_stack(pen, self.content, x + frame.pad_x, y + frame.pad_y, width - 2 * frame.pad_x)


def stack_height(blocks: Sequence[Block], width: float) -> float:
    """Return the height of blocks below each other."""
    spaces = sum(block.before for block in blocks[1:])
    return spaces + sum(block.height(width) for block in blocks)


def draw_stack(pen: Pen, blocks: Sequence[Block], x: float, y: float, width: float) -> None:
    """Draw blocks below each other."""
    for place, block in enumerate(blocks):
        y += block.before if place else 0
        block.draw(pen, x, y, width)
        y += block.height(width)


def fill(
    blocks: Sequence[Block], width: float, room: float, *, must: bool = False
) -> tuple[list[Block], list[Block]]:
    """Take from the top of a stack what fits into `room`; return it and the rest.

    With `must`, at least one block is taken even if it is too tall: the page will not grow.
    """
    taken: list[Block] = []
    rest = list(blocks)
    used = 0.0
    while rest:
        block = rest[0]
        space = block.before if taken else 0.0
        left = room - used - space
        height = block.height(width)
        if height > left + 0.01:
            _cut_first(taken, rest, width, left)
            break
        taken.append(rest.pop(0))
        used += space + height
    if rest:
        _give_back_headings(taken, rest)
    if must and not taken and rest:
        taken.append(rest.pop(0))
    return taken, rest


def _cut_first(taken: list[Block], rest: list[Block], width: float, room: float) -> None:
    cut = rest[0].split(width, room)
    if cut is not None:
        taken.append(cut[0])
        rest[0] = cut[1]


def _give_back_headings(taken: list[Block], rest: list[Block]) -> None:
    while taken and taken[-1].keep_with_next:
        rest.insert(0, taken.pop())


def _lines_that_fit(lines: Sequence[Line], room: float) -> int:
    used = 0.0
    for count, line in enumerate(lines):
        used += line.leading
        if used > room:
            return count
    return len(lines)


def text(typesetter: Typesetter, words: str, style: TextStyle, *, before: float = 0) -> Text:
    """Return a plain paragraph."""
    return Text(typesetter, (Span(words, style),), before=before)
