"""Bars: what a chart of a report says, and how it is drawn on paper.

Bars only. Series differ by pattern as well as by shade, every bar has its number beside it, and a
hidden count is an empty box with its sign, so that nothing depends on colour.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.report.blocks import Block
from outreach_app.report.lines import Line, Typesetter
from outreach_app.report.pen import Box, Pen
from outreach_app.report.styles import ACCENT, ACCENT_SOFT, MUTED, SMALL

_LABEL_SHARE = 0.36
_NUMBER_ROOM = 56.0
_GROUP_GAP = 5.0
_STEP = 10.5
_THICKNESS = 8.0
_HIDDEN_WIDTH = 22.0
_HATCH = 3.2
_SWATCH = 16.0


class Pattern(StrEnum):
    """How the bars of a series are filled, in the order in which series take them."""

    SOLID = "solid"
    DIAGONAL = "diagonal"
    UPRIGHT = "upright"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `value` is None for a hidden count, `words` its number as it is printed."""

    value: int | None
    words: str


@dataclass(frozen=True, slots=True)
class BarGroup:
    """What is said of one row: a bar for each series."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart.

    Attributes:
        title: What it is about; stands over it already.
        series: The words of each series; at most as many as there are patterns.
    """

    title: str
    series: tuple[str, ...]
    groups: tuple[BarGroup, ...]

    @property
    def most(self) -> int:
        """Return the greatest value, at least 1."""
        return max((bar.value or 0 for group in self.groups for bar in group.bars), default=0) or 1

    def lines(self) -> Iterator[str]:
        """Yield in words what is drawn, a line for each group."""
        for group in self.groups:
            said = zip(self.series, group.bars, strict=True)
            numbers = ", ".join(f"{words} {bar.words}" for words, bar in said)
            yield f"{group.label}: {numbers}"


def worth_drawing(chart: Chart, most_groups: int) -> bool:
    """Say whether a chart shows more at a glance than its table."""
    many = 1 < len(chart.groups) <= most_groups and len(chart.series) <= len(Pattern)
    return many and any(bar.value for group in chart.groups for bar in group.bars)


@dataclass(frozen=True)
class Bars:
    """A chart as a block of a page: horizontal bars from one zero line."""

    typesetter: Typesetter
    chart: Chart
    before: float = 8
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return the height with its legend."""
        groups = (self._group_height(group, width) for group in self.chart.groups)
        return self._legend_height(width) + sum(groups)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """A chart is never cut."""
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw legend, words, bars and numbers."""
        self._legend(pen, x, y, width)
        y += self._legend_height(width)
        start = x + width * _LABEL_SHARE
        room = width * (1 - _LABEL_SHARE) - _NUMBER_ROOM
        for group in self.chart.groups:
            high = self._group_height(group, width)
            label = self._label(group, width)
            words_high = sum(line.leading for line in label)
            self._words(pen, label, x, y + max((high - _GROUP_GAP - words_high) / 2, 0))
            for place, (pattern, bar) in enumerate(zip(Pattern, group.bars, strict=False)):
                self._bar(pen, pattern, bar, (start, y + place * _STEP, room))
            y += high

    def _label(self, group: BarGroup, width: float) -> tuple[Line, ...]:
        return self.typesetter.set_text(group.label, SMALL, width * _LABEL_SHARE - 8)

    def _group_height(self, group: BarGroup, width: float) -> float:
        words = sum(line.leading for line in self._label(group, width))
        return max(len(group.bars) * _STEP, words) + _GROUP_GAP

    def _legend_lines(self, width: float) -> list[tuple[Line, ...]]:
        room = width / len(self.chart.series) - _SWATCH - 15
        return [self.typesetter.set_text(words, SMALL, room) for words in self.chart.series]

    def _legend_height(self, width: float) -> float:
        lines = self._legend_lines(width)
        return max(sum(line.leading for line in each) for each in lines) + _GROUP_GAP

    def _legend(self, pen: Pen, x: float, y: float, width: float) -> None:
        for pattern, lines in zip(Pattern, self._legend_lines(width), strict=False):
            _fill(pen, pattern, Box(x=x, y=y + 2, width=_SWATCH, height=_THICKNESS))
            self._words(pen, lines, x + _SWATCH + 5, y)
            x += width / len(self.chart.series)

    def _bar(self, pen: Pen, pattern: Pattern, bar: Bar, place: tuple[float, float, float]) -> None:
        x, y, room = place
        value = bar.value
        length = _HIDDEN_WIDTH if value is None else max(room * value / self.chart.most, 0.6)
        box = Box(x=x, y=y + (_STEP - _THICKNESS) / 2, width=length, height=_THICKNESS)
        if value is None:
            pen.rectangle(box, stroke=MUTED)
        else:
            _fill(pen, pattern, box)
        lines = self.typesetter.set_text(bar.words, SMALL, _NUMBER_ROOM)
        self._words(pen, lines, x + length + 6, y - 1)

    @staticmethod
    def _words(pen: Pen, lines: tuple[Line, ...], x: float, top: float) -> None:
        for line in lines:
            pen.line(line, x, top + line.leading * 0.78)
            top += line.leading


def _fill(pen: Pen, pattern: Pattern, box: Box) -> None:
    if pattern is Pattern.SOLID:
        pen.rectangle(box, fill=ACCENT)
        return
    pen.rectangle(box, fill=ACCENT_SOFT, stroke=ACCENT)
    right, bottom = box.x + box.width, box.y + box.height
    if pattern is Pattern.LEVEL:
        pen.stroke([(box.x, box.y + box.height / 2), (right, box.y + box.height / 2)], ACCENT)
        return
    lean = box.height if pattern is Pattern.DIAGONAL else 0.0
    at = box.x + _HATCH
    while at + lean < right:
        pen.stroke([(at, bottom), (at + lean, box.y)], ACCENT)
        at += _HATCH
