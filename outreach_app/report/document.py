"""One document as a PDF: cover facts and open flags, then the sections in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from outreach_app.report.blocks import Block, Frame, Panel, Text, text
from outreach_app.report.content import Fact, Flag, PrintDocument
from outreach_app.report.coverage import characters_without_shape, words_about
from outreach_app.report.drawings import Heading, draw_pill, pill_width
from outreach_app.report.grids import Cell, Grid, Look
from outreach_app.report.lines import Span, Typesetter
from outreach_app.report.marks import Mark
from outreach_app.report.pages import Running, draw_pages
from outreach_app.report.pen import Imprint, Pen
from outreach_app.report.setting import Setter, panel_of
from outreach_app.report.styles import (
    ALARM,
    CAUTION,
    GOOD,
    SMALL,
    SMALL_INK,
    STRONG,
    SUBTITLE,
    TITLE,
    in_colour,
)

_FACTS_PER_ROW = 3


def render_document(
    document: PrintDocument, told: Callable[[int, int], None] = lambda _page, _pages: None
) -> bytes:
    """Return the document as a PDF, made in memory; the same input gives the same bytes.

    Args:
        document: What it says.
        told: Hears of each page and of how many there are; what it raises ends the work.

    Raises:
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter = Typesetter()
    pen = Pen(imprint(document))
    setter = Setter(typesetter)
    blocks = cover(setter, document)
    for section in document.sections:
        blocks.extend(setter.section(section))
    draw_pages(pen, typesetter, blocks, running(document), told)
    return pen.finish()


def imprint(document: PrintDocument) -> Imprint:
    """Return what the file says about itself."""
    return Imprint(
        title=f"{document.title} – {document.reference}",
        subject=document.subtitle,
        author=document.organisation,
        language=document.language,
        made_at=document.made_at,
    )


def running(document: PrintDocument) -> Running:
    """Return the words at the head and foot of each page."""
    return Running(
        head_left=f"{document.reference}  ·  {document.title}",
        head_right=document.marking,
        foot_left=document.state,
    )


def cover(setter: Setter, document: PrintDocument) -> list[Block]:
    """Return the upper part of the first page."""
    typesetter = setter.typesetter
    blocks: list[Block] = []
    if document.warning:
        warning = text(typesetter, document.warning, in_colour(STRONG, CAUTION.dark))
        blocks.append(Panel((warning,), Frame(fill=CAUTION.soft, pad_y=6), before=0))
    blocks.append(_Title(typesetter, document, before=10 if blocks else 0))
    if document.subtitle:
        blocks.append(text(typesetter, document.subtitle, SUBTITLE, before=1))
    unshaped = words_about(characters_without_shape(document))
    if unshaped:
        note = text(typesetter, unshaped, in_colour(SMALL_INK, CAUTION.dark))
        blocks.append(Panel((note,), Frame(fill=CAUTION.soft, pad_y=5), before=8))
    if document.facts:
        blocks.append(panel_of([_facts(typesetter, document.facts)], before=12))
    if document.open_flags is not None:
        blocks.append(_flags(typesetter, document, document.open_flags))
    return blocks


@dataclass(frozen=True)
class _Title:
    """The title with the level at the right, as large as the document allows."""

    typesetter: Typesetter
    document: PrintDocument
    before: float = 0
    keep_with_next: bool = True

    def height(self, width: float) -> float:
        lines = self.typesetter.set_text(self.document.title, TITLE, self._room(width))
        return sum(line.leading for line in lines)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        baseline = y + TITLE.leading * 0.78
        for line in self.typesetter.set_text(self.document.title, TITLE, self._room(width)):
            pen.line(line, x, baseline)
            baseline += line.leading
        if self.document.level_words:
            corner = (x + width, y + 1.5, 12.0)
            draw_pill(pen, self.typesetter, self.document.level, self.document.level_words, corner)

    def _room(self, width: float) -> float:
        if not self.document.level_words:
            return width
        return width - pill_width(self.typesetter, self.document.level_words, 12.0) - 16


def _facts(typesetter: Typesetter, facts: tuple[Fact, ...]) -> Block:
    rows = []
    for start in range(0, len(facts), _FACTS_PER_ROW):
        group = facts[start : start + _FACTS_PER_ROW]
        cells = [Cell((Span(f"{fact.label}\n", SMALL), Span(fact.value, STRONG))) for fact in group]
        cells += [Cell(())] * (_FACTS_PER_ROW - len(cells))
        rows.append(tuple(cells))
    look = Look((1.0,) * _FACTS_PER_ROW, pad=3.5, ruled=False)
    return Grid(typesetter, look, tuple(rows), before=0)


def _flags(typesetter: Typesetter, document: PrintDocument, flags: tuple[Flag, ...]) -> Block:
    # A copy is read long after its document was written: which day is meant is said.
    today = f" today, {document.flags_on}" if document.flags_on else ""
    then = (text(typesetter, document.flags_then, SMALL_INK, before=2),) * bool(document.flags_then)
    if not flags:
        said = Span(f"No safety flag is open{today}.", in_colour(STRONG, GOOD.dark))
        content = (Text(typesetter, (said,)), *then)
        return Panel(content, Frame(fill=GOOD.soft, bar=GOOD.dark, radius=0, pad_y=6))
    title = f"Open safety flags{today} ({len(flags)})"
    heading = Heading(typesetter, Span(title, in_colour(STRONG, ALARM.dark)))
    rows = tuple(
        (
            Cell((Span(flag.title, STRONG),), Mark.FLAG),
            Cell((Span(flag.since, SMALL),)),
            Cell((Span(flag.note, SMALL_INK),)),
        )
        for flag in flags
    )
    grid = Grid(typesetter, Look((0.34, 0.26, 0.4), pad=3), rows, before=3, closed=False)
    return Panel((heading, grid, *then), Frame(fill=ALARM.soft, bar=ALARM.dark, radius=0, pad_y=8))
