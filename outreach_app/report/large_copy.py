"""A copy for a client: few words in large type, a picture beside each heading, lines to write on.

It carries no reference, no state and no fingerprint, and a neutral one not even the name of the
program in the data about the file: whoever finds the sheet or the file learns nothing by its form.

In a language that is written from right to left the whole sheet is mirrored: pictures, rings and the
beginning of every line stand at the right. Elsewhere everything begins at the left, also words of such
a language: a sheet has one direction, and is never half mirrored.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from outreach_app.report.blocks import BASELINE, Block, Text, draw_stack
from outreach_app.report.direction import writes_right_to_left
from outreach_app.report.fonts import Weight
from outreach_app.report.lines import Span, TextStyle, Typesetter
from outreach_app.report.marks import Mark, draw_mark
from outreach_app.report.pages import cut_into_pages, measure
from outreach_app.report.pen import Imprint, Pen
from outreach_app.report.styles import INK, MARGIN_SIDE, MUTED
from outreach_app.report.symbols import Symbol, draw_symbol

# Large print begins at 16 points (RNIB, UKAAF); headings and names are larger still.
TITLE = TextStyle(28, 36, INK, Weight.BOLD)
LEAD = TextStyle(16, 24, MUTED)
HEADING = TextStyle(19, 26, INK, Weight.BOLD)
BODY = TextStyle(16, 25, INK)
FOOT = TextStyle(12, 16, MUTED)
_MARGIN_TOP, _MARGIN_BOTTOM = 52.0, 58.0
_INDENT = 46.0
_SYMBOL_SIZE = 13.0
_RULE_GAP = 34.0
_STEP_INDENT = 26.0


@dataclass(frozen=True, slots=True)
class LargeLine:
    """One paragraph below a heading.

    Attributes:
        text: What it says.
        is_step: It is a step on a list: a ring stands before it, a tick where it is done.
        done: The step is done.
    """

    text: str
    is_step: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class LargePassage:
    """A heading with its picture, what stands below it, and empty lines to write on by hand."""

    heading: str
    symbol: Symbol
    lines: tuple[LargeLine, ...] = ()
    empty_lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeCopy:
    """What a copy for a client says.

    Attributes:
        title: At its top, and the title of the file.
        reference: Of the case, "" on a neutral copy. It is shown in the window and never printed.
        lead: A line below the title, such as whose it is and of which day; "" for none.
        remark: A smaller line below that, such as in which language the headings are; "" for none.
        foot: At the foot of each page, "" for nothing.
        maker: The program as the file names it, "" on a neutral copy.
        language: BCP 47 tag of the words.
        made_at: Part of the input, so that the same input gives the same bytes.
    """

    title: str
    passages: tuple[LargePassage, ...]
    made_at: datetime
    reference: str = ""
    lead: str = ""
    remark: str = ""
    foot: str = ""
    organisation: str = ""
    maker: str = ""
    language: str = "en-GB"

    @property
    def is_mirrored(self) -> bool:
        """Whether the sheet is read from right to left."""
        return writes_right_to_left(self.language)


@dataclass(frozen=True)
class _Words(Text):
    """A paragraph that begins at the right where the whole sheet does."""

    mirrored: bool = False

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for line in self.set_lines(width):
            room = width - self.indent
            begin = x + room - line.width if self.mirrored else x + self.indent
            pen.line(line, begin, y + line.leading * BASELINE)
            y += line.leading


def render_large_copy(
    copy: LargeCopy, told: Callable[[int, int], None] = lambda _page, _pages: None
) -> bytes:
    """Return the copy as a PDF, made in memory; the same input gives the same bytes.

    Args:
        copy: What it says.
        told: Hears of each page and of how many there are; what it raises ends the work.

    Raises:
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter = Typesetter()
    pen = Pen(
        Imprint(
            title=copy.title,
            subject="",
            author=copy.organisation,
            language=copy.language,
            made_at=copy.made_at,
            maker=copy.maker,
        )
    )
    pages = cut_into_pages(
        _blocks(typesetter, copy), measure(pen), pen.height - _MARGIN_TOP - _MARGIN_BOTTOM
    )
    for number, page in enumerate(pages, start=1):
        told(number, len(pages))
        draw_stack(pen, page, MARGIN_SIDE, _MARGIN_TOP, measure(pen))
        _draw_foot(pen, typesetter, copy, f"{number} / {len(pages)}")
        pen.end_page()
    return pen.finish()


def _blocks(typesetter: Typesetter, copy: LargeCopy) -> list[Block]:
    mirrored = copy.is_mirrored
    blocks: list[Block] = [_Words(typesetter, (Span(copy.title, TITLE),), mirrored=mirrored)]
    if copy.lead:
        lead = (Span(copy.lead, LEAD),)
        blocks.append(_Words(typesetter, lead, before=2, mirrored=mirrored))
    if copy.remark:
        remark = (Span(copy.remark, FOOT),)
        blocks.append(_Words(typesetter, remark, before=6, mirrored=mirrored))
    for passage in copy.passages:
        blocks.append(_Heading(typesetter, passage.heading, passage.symbol, mirrored))
        blocks.extend(_line(typesetter, line, mirrored=mirrored) for line in passage.lines)
        if passage.empty_lines:
            blocks.append(_Rules(passage.empty_lines, mirrored))
    return blocks


def _line(typesetter: Typesetter, line: LargeLine, *, mirrored: bool) -> Block:
    words = (Span(line.text, BODY),)
    if line.is_step:
        indent = _INDENT + _STEP_INDENT
        return _Step(_Words(typesetter, words, indent=indent, mirrored=mirrored), line.done)
    return _Words(typesetter, words, before=5, indent=_INDENT, mirrored=mirrored)


def _draw_foot(pen: Pen, typesetter: Typesetter, copy: LargeCopy, page: str) -> None:
    baseline = pen.height - 32
    mirrored = copy.is_mirrored
    for words, at_right in ((copy.foot, mirrored), (page, not mirrored)):
        for line in typesetter.set_text(words, FOOT, 400)[:1]:
            x = pen.width - MARGIN_SIDE - line.width if at_right else MARGIN_SIDE
            pen.line(line, x, baseline)


@dataclass(frozen=True)
class _Heading:
    """A heading with its picture before it; never the last thing on a page."""

    typesetter: Typesetter
    words: str
    symbol: Symbol
    mirrored: bool = False
    before: float = 26
    keep_with_next: bool = True

    def height(self, width: float) -> float:
        lines = self.typesetter.set_text(self.words, HEADING, width - _INDENT)
        return max(2 * _SYMBOL_SIZE, sum(line.leading for line in lines))

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pen.bookmark(self.words, y, 0)
        middle = y + HEADING.leading / 2
        aside = x + width - _SYMBOL_SIZE - 2 if self.mirrored else x + _SYMBOL_SIZE + 2
        draw_symbol(pen, self.symbol, (aside, middle), _SYMBOL_SIZE, mirrored=self.mirrored)
        for line in self.typesetter.set_text(self.words, HEADING, width - _INDENT):
            begin = x + width - _INDENT - line.width if self.mirrored else x + _INDENT
            pen.line(line, begin, y + line.leading * BASELINE)
            y += line.leading


@dataclass(frozen=True)
class _Step:
    """A step of a list behind a ring, or behind a tick when it is done."""

    words: _Words
    done: bool
    before: float = 6
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return self.words.height(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        cut = self.words.split(width, room)
        if cut is None or not isinstance(cut[0], _Words):
            return None
        return replace(self, words=cut[0]), cut[1]

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        mark = Mark.TICK if self.done else Mark.RING
        aside = x + width - _INDENT - 9 if self.words.mirrored else x + _INDENT + 9
        draw_mark(pen, mark, (aside, y + BODY.leading * 0.5), 7)
        self.words.draw(pen, x, y, width)


@dataclass(frozen=True)
class _Rules:
    """Empty lines to write on by hand."""

    count: int
    mirrored: bool = False
    before: float = 4
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return self.count * _RULE_GAP

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for number in range(1, self.count + 1):
            at = y + number * _RULE_GAP - 4
            left = x if self.mirrored else x + _INDENT
            pen.stroke([(left, at), (left + width - _INDENT, at)], MUTED, thickness=0.8)
