"""Grids: tables whose rows may be cut at any line, with a head that comes again on each page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from outreach_app.report.blocks import BASELINE, Block, draw_lines
from outreach_app.report.lines import Line, Span, Typesetter
from outreach_app.report.marks import Mark, draw_mark
from outreach_app.report.pen import Box, Colour, Pen
from outreach_app.report.styles import HEAD, LINE

_GUTTER = 12.0
_MARK_WIDTH = 13.0
# A row lower than this moves to the next page whole; of a cut row this much stays on each side.
_WHOLE_BELOW = 110.0
_LEAST = 28.0
# A table does not begin with fewer rows than this at the foot of a page, nor end so on the next.
_ROWS_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one cell, with an optional shape in front.

    Attributes:
        lines: Lines that are already set: the rest of a cut cell.
    """

    spans: tuple[Span, ...]
    mark: Mark | None = None
    lines: tuple[Line, ...] | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """Widths as shares of the whole, rules between rows, padding above and below words."""

    shares: tuple[float, ...]
    pad: float = 4.0
    ruled: bool = True
    ground: Colour | None = None


@dataclass(frozen=True)
class Grid:
    """A table. `head` may be empty; every row has as many cells as `look` has shares."""

    typesetter: Typesetter
    look: Look
    rows: tuple[tuple[Cell, ...], ...]
    head: tuple[str, ...] = ()
    before: float = 6
    keep_with_next: bool = False
    closed: bool = field(default=True)

    def height(self, width: float) -> float:
        return self._head_height(width) + sum(self._row_height(row, width) for row in self.rows)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        used = self._head_height(width)
        for count, row in enumerate(self.rows):
            height = self._row_height(row, width)
            if used + height > room + 0.01:
                return self._cut(width, count, room - used)
            used += height
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        if self.head:
            y = self._draw_head(pen, x, y, width)
        for place, row in enumerate(self.rows):
            if self.look.ruled and (place or self.head):
                pen.stroke([(x, y), (x + width, y)], LINE, thickness=0.5)
            self._draw_row(pen, row, x, y, width)
            y += self._row_height(row, width)
        if self.look.ruled and self.closed:
            pen.stroke([(x, y), (x + width, y)], LINE, thickness=0.5)

    def _cut(self, width: float, count: int, left: float) -> "tuple[Block, Block] | None":
        row = self.rows[count]
        halves = self._cut_row(row, width, left)
        if halves is not None:
            first, second = (*self.rows[:count], halves[0]), (halves[1], *self.rows[count + 1 :])
        elif count and not self._leaves_one_row(width, count):
            count -= int(count == len(self.rows) - 1 and count > _ROWS_TOGETHER)
            first, second = self.rows[:count], self.rows[count:]
        else:
            return None
        return replace(self, rows=first), replace(self, rows=second, before=0)

    def _leaves_one_row(self, width: float, count: int) -> bool:
        # Rows this low never fill a page, so the table can begin on the next one.
        low = all(self._row_height(row, width) < _WHOLE_BELOW for row in self.rows[:2])
        return count < _ROWS_TOGETHER < len(self.rows) and low

    def _cut_row(
        self, row: tuple[Cell, ...], width: float, left: float
    ) -> tuple[tuple[Cell, ...], tuple[Cell, ...]] | None:
        height = self._row_height(row, width)
        if height < _WHOLE_BELOW or left < _LEAST + 2 * self.look.pad:
            return None
        room = min(left, height - _LEAST) - 2 * self.look.pad
        upper: list[Cell] = []
        lower: list[Cell] = []
        for cell, column in zip(row, self._columns(width), strict=True):
            lines = self._lines(cell, column[1])
            fit = _fitting(lines, room)
            upper.append(replace(cell, lines=lines[:fit]))
            lower.append(replace(cell, lines=lines[fit:], mark=None))
        return tuple(upper), tuple(lower)

    def _columns(self, width: float) -> list[tuple[float, float]]:
        free = width - _GUTTER * (len(self.look.shares) - 1)
        whole = sum(self.look.shares)
        columns: list[tuple[float, float]] = []
        x = 0.0
        for share in self.look.shares:
            size = free * share / whole
            columns.append((x, size))
            x += size + _GUTTER
        return columns

    def _lines(self, cell: Cell, width: float) -> tuple[Line, ...]:
        if cell.lines is not None:
            return cell.lines
        return self.typesetter.set_spans(cell.spans, width - (_MARK_WIDTH if cell.mark else 0))

    def _row_height(self, row: Sequence[Cell], width: float) -> float:
        set_cells = self._set_row(row, width)
        highest = max(
            (drop + sum(line.leading for line in lines) for lines, drop in set_cells), default=0.0
        )
        return highest + 2 * self.look.pad

    def _set_row(self, row: Sequence[Cell], width: float) -> list[tuple[tuple[Line, ...], float]]:
        """Return the lines of each cell, and how far they go down to share the first baseline."""
        columns = self._columns(width)
        cells = [self._lines(cell, size) for cell, (_x, size) in zip(row, columns, strict=True)]
        first = max((lines[0].leading for lines in cells if lines), default=0.0)
        return [(lines, (first - lines[0].leading) * BASELINE if lines else 0.0) for lines in cells]

    def _head_cells(self) -> tuple[Cell, ...]:
        return tuple(Cell((Span(words, HEAD),)) for words in self.head)

    def _head_height(self, width: float) -> float:
        return self._row_height(self._head_cells(), width) if self.head else 0.0

    def _draw_head(self, pen: Pen, x: float, y: float, width: float) -> float:
        cells = self._head_cells()
        height = self._row_height(cells, width)
        self._draw_row(pen, cells, x, y, width)
        return y + height

    def _draw_row(self, pen: Pen, row: Sequence[Cell], x: float, y: float, width: float) -> None:
        if self.look.ground is not None:
            box = Box(x=x, y=y, width=width, height=self._row_height(row, width))
            pen.rectangle(box, fill=self.look.ground)
        columns = self._columns(width)
        for cell, (left, size), (lines, drop) in zip(
            row, columns, self._set_row(row, width), strict=True
        ):
            top = y + self.look.pad + drop
            offset = 0.0
            if cell.mark is not None and lines:
                draw_mark(pen, cell.mark, (x + left + 4.2, top + lines[0].leading / 2))
                offset = _MARK_WIDTH
            draw_lines(pen, lines, x + left + offset, top, size - offset)


def _fitting(lines: Sequence[Line], room: float) -> int:
    used = 0.0
    for count, line in enumerate(lines):
        used += line.leading
        if used > room:
            return count
    return len(lines)
