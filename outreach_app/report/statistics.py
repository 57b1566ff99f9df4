"""Statistics as a PDF: the period in words, each table with its bars, and how it was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from outreach_app.report.bars import Bars, Chart
from outreach_app.report.blocks import Block, text
from outreach_app.report.grids import Cell, Grid, Look
from outreach_app.report.lines import Line, Span, TextStyle, Typesetter
from outreach_app.report.pages import Running, draw_pages
from outreach_app.report.pen import Imprint, Pen
from outreach_app.report.setting import panel_of
from outreach_app.report.styles import (
    BODY,
    GROUP,
    LABEL,
    SECTION,
    SMALL,
    STRONG,
    SUBTITLE,
    TITLE,
)

_WIDEST_ROW_SHARE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsTable:
    """One table in words.

    Attributes:
        head: The words over the columns, the first over the rows.
        chart: The same numbers as bars, None where a chart would not help.
        note: Stands under the table.
    """

    code: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    chart: Chart | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatisticsSection:
    """A part of the report."""

    title: str
    tables: tuple[StatisticsTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """A report as it is printed.

    Attributes:
        marking: For whom it is; stands on each page.
        sentences: The period in words.
        method: How it was counted, a paragraph each.
    """

    title: str
    organisation: str
    marking: str
    made_at: datetime
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    sections: tuple[StatisticsSection, ...]
    method: tuple[str, ...]
    language: str = "en-GB"


def render_statistics(statistics: Statistics) -> bytes:
    """Return the report as a PDF, made in memory; the same input gives the same bytes.

    Raises:
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter = Typesetter()
    pen = Pen(
        Imprint(
            title=statistics.title,
            subject=statistics.marking,
            author=statistics.organisation,
            language=statistics.language,
            made_at=statistics.made_at,
        )
    )
    running = Running(statistics.title, statistics.marking, statistics.marking)
    draw_pages(pen, typesetter, list(_blocks(typesetter, statistics)), running)
    return pen.finish()


def _blocks(typesetter: Typesetter, statistics: Statistics) -> Iterator[Block]:
    facts = tuple(
        (Cell((Span(label, LABEL),)), Cell((Span(value, BODY),)))
        for label, value in statistics.facts
    )
    yield text(typesetter, statistics.title, TITLE)
    yield text(typesetter, statistics.organisation, SUBTITLE, before=1)
    yield panel_of(
        [Grid(typesetter, Look((0.24, 0.76), pad=3, ruled=False), facts, before=0)], before=12
    )
    for sentence in statistics.sentences:
        yield text(typesetter, sentence, BODY, before=7)
    for section in statistics.sections:
        yield Titled(typesetter, section.title, level=0)
        for table in section.tables:
            yield from _table(typesetter, table)
    yield Titled(typesetter, "How this was counted", level=0)
    for paragraph in statistics.method:
        yield text(typesetter, paragraph, BODY, before=6)


def _table(typesetter: Typesetter, table: StatisticsTable) -> Iterator[Block]:
    yield Titled(typesetter, f"{table.code}  {table.title}", level=1)
    if table.rows:
        columns = len(table.head) - 1
        first = max(_WIDEST_ROW_SHARE - 0.02 * columns, 0.16)
        shares = (first, *([(1 - first) / columns] * columns))
        rows = tuple(
            tuple(
                Cell((Span(words, BODY if place else STRONG),)) for place, words in enumerate(row)
            )
            for row in table.rows
        )
        yield Grid(typesetter, Look(shares, pad=2.5), rows, head=table.head, before=4)
    if table.chart is not None:
        yield Bars(typesetter, table.chart)
    if table.note:
        yield text(typesetter, table.note, SMALL, before=4)


@dataclass(frozen=True)
class Titled:
    """A heading with its place in the outline; it stays with what follows."""

    typesetter: Typesetter
    words: str
    level: int
    keep_with_next: bool = True

    @property
    def before(self) -> float:
        """Room above."""
        return 22 if self.level == 0 else 14

    def height(self, width: float) -> float:
        """Return the height of the lines."""
        return sum(line.leading for line in self._lines(width))

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """A heading is never cut."""
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the lines and note the place."""
        pen.bookmark(self.words, y, self.level)
        baseline = y + self._style().leading * 0.78
        for line in self._lines(width):
            pen.line(line, x, baseline)
            baseline += line.leading

    def _style(self) -> TextStyle:
        return SECTION if self.level == 0 else GROUP

    def _lines(self, width: float) -> tuple[Line, ...]:
        return self.typesetter.set_text(self.words, self._style(), width)
