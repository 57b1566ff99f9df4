"""Papers that are handed out: a guide of two columns, a page in one column, cards for a wallet.

What does not fit its sheet is refused rather than cut or carried over: two pages are two pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from outreach_app.report.blocks import (
    BASELINE,
    Block,
    Frame,
    Panel,
    Text,
    draw_stack,
    fill,
    stack_height,
    text,
)
from outreach_app.report.errors import PaperTooLong
from outreach_app.report.fonts import Weight
from outreach_app.report.lines import Span, TextStyle, Typesetter
from outreach_app.report.pen import Box, Imprint, Pen
from outreach_app.report.styles import (
    ACCENT,
    ACCENT_SOFT,
    ALARM,
    FOOT,
    INK,
    LINE,
    MUTED,
    WHITE,
    in_colour,
)

_SIDE = 44.0
_GUTTER = 26.0
_FOOT = 44.0
_ABOVE = 20.0
_CARD = (242.65, 153.07)
"""85.6 by 54 mm, the size of a bank card (ISO/IEC 7810 ID-1), in points."""
_CARDS = 4
_CARD_GAP = 20.0
_CARD_PAD = 11.0
_MOST_STEPS = 24


class Kind(StrEnum):
    """How a line of a passage is set."""

    POINT = "point"
    STEP = "step"
    PLAIN = "plain"
    TO_FILL = "to-fill"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a passage.

    Attributes:
        words: Stretches of text, and whether each stands out.
        value: Of a line to fill in: what is known, "" for a line to write on.
    """

    kind: Kind
    words: tuple[tuple[str, bool], ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands below it; `urgent` ones are seen first."""

    title: str
    items: tuple[Item, ...]
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, or both sides of a card. The items of the first passage may stand without a title."""

    title: str
    lead: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is handed out; `foot` stands at the foot of each page."""

    sheets: tuple[Sheet, ...]
    foot: str
    made_at: datetime
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class _Type:
    """The styles of one paper."""

    heading: TextStyle
    body: TextStyle
    strong: TextStyle
    small: TextStyle
    gap: float
    pad: float


def _type(size: float, leading: float, heading: float, gap: float, pad: float = 1.6) -> _Type:
    return _Type(
        heading=TextStyle(heading, heading * 1.35, ACCENT, Weight.BOLD),
        body=TextStyle(size, leading, INK),
        strong=TextStyle(size, leading, INK, Weight.BOLD),
        small=TextStyle(size * 0.88, leading * 0.9, MUTED),
        gap=gap,
        pad=pad,
    )


_GUIDE = _type(10.7, 15.2, 13, 18, 2)
_PAGE = _type(12.4, 18, 15.5, 24, 3.8)
_CARD_TYPE = _type(7.9, 10, 9.6, 5, 0.9)
_BAND_TITLE = TextStyle(23, 30, WHITE, Weight.BOLD)
_BAND_LEAD = TextStyle(10.5, 15, WHITE)


def render_guide(paper: Paper) -> bytes:
    """Return a paper whose sheets have two columns each, as a PDF made in memory.

    Raises:
        PaperTooLong: A sheet does not fit its page.
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter, pen = Typesetter(), _pen(paper)
    for sheet in paper.sheets:
        top = _band(pen, typesetter, sheet)
        width = (pen.width - 2 * _SIDE - _GUTTER) / 2
        blocks = _passages(typesetter, sheet.passages, _GUIDE)
        columns = _two_columns(blocks, width, pen.height - top - _FOOT - 14, sheet.title)
        for number, column in enumerate(columns):
            draw_stack(pen, column, _SIDE + number * (width + _GUTTER), top, width)
        _end(pen, typesetter, paper)
    return pen.finish()


def render_page(paper: Paper) -> bytes:
    """Return a paper of large type in one column, a page for each sheet, as a PDF made in memory.

    Raises:
        PaperTooLong: A sheet does not fit its page.
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter, pen = Typesetter(), _pen(paper)
    for sheet in paper.sheets:
        top = _band(pen, typesetter, sheet)
        width = pen.width - 2 * _SIDE
        blocks = _passages(typesetter, sheet.passages, _PAGE)
        if stack_height(blocks, width) > pen.height - top - _FOOT:
            raise PaperTooLong(title=sheet.title)
        draw_stack(pen, blocks, _SIDE, top, width)
        _end(pen, typesetter, paper)
    return pen.finish()


def render_cards(paper: Paper, how: str) -> bytes:
    """Return a page of cards to cut out and fold, all the same, as a PDF made in memory.

    Args:
        paper: One sheet; its first passage is the front, the others are the back.
        how: What to do with the page; stands at its head.

    Raises:
        PaperTooLong: The card does not hold it.
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter, pen = Typesetter(), _pen(paper)
    (sheet,) = paper.sheets
    left = (pen.width - 2 * _CARD[0]) / 2
    guide = text(typesetter, how, TextStyle(9.5, 14, MUTED))
    guide.draw(pen, left, 46, 2 * _CARD[0])
    top = 104.0
    for _number in range(_CARDS):
        _card(pen, typesetter, sheet, (left, top))
        top += _CARD[1] + _CARD_GAP
    _end(pen, typesetter, paper)
    return pen.finish()


def _pen(paper: Paper) -> Pen:
    return Pen(
        Imprint(
            title=paper.sheets[0].title,
            subject="",
            author="",
            language=paper.language,
            made_at=paper.made_at,
            maker="",
        )
    )


def _band(pen: Pen, typesetter: Typesetter, sheet: Sheet) -> float:
    """Draw the coloured head of a page and return where the text begins."""
    width = pen.width - 2 * _SIDE
    words: list[Block] = [text(typesetter, sheet.title, _BAND_TITLE)]
    if sheet.lead:
        words.append(text(typesetter, sheet.lead, _BAND_LEAD, before=5))
    height = stack_height(words, width) + 54
    pen.rectangle(Box(x=0, y=0, width=pen.width, height=height), fill=ACCENT)
    pen.bookmark(sheet.title, 0, 0)
    draw_stack(pen, words, _SIDE, 29, width)
    return height + _ABOVE


def _end(pen: Pen, typesetter: Typesetter, paper: Paper) -> None:
    for line in typesetter.set_text(paper.foot, FOOT, pen.width - 2 * _SIDE)[:1]:
        pen.line(line, _SIDE, pen.height - 26)
    pen.end_page()


def _passages(typesetter: Typesetter, passages: Sequence[Passage], types: _Type) -> list[Block]:
    return [
        _passage(typesetter, passage, types, before=types.gap if number else 0)
        for number, passage in enumerate(passages)
    ]


def _passage(typesetter: Typesetter, passage: Passage, types: _Type, before: float) -> Block:
    shade = ALARM if passage.urgent else None
    blocks = _content(typesetter, passage, types)
    if shade is not None:
        frame = Frame(fill=shade.soft, bar=shade.dark, radius=0, pad_x=10, pad_y=8)
    elif any(item.kind is Kind.TO_FILL for item in passage.items):
        frame = Frame(fill=ACCENT_SOFT, radius=4, pad_x=10, pad_y=9)
    else:
        frame = Frame(pad_x=0, pad_y=0)
    return Panel(blocks, frame, before=before, whole_below=10_000)


def _content(typesetter: Typesetter, passage: Passage, types: _Type) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if passage.title:
        heading = in_colour(types.heading, ALARM.dark) if passage.urgent else types.heading
        blocks.append(text(typesetter, passage.title, heading))
    for number, item in enumerate(passage.items, start=1):
        space = types.pad if blocks else 0.0
        blocks.append(_item(typesetter, item, types, (number, space + types.pad)))
    return tuple(blocks)


def _item(typesetter: Typesetter, item: Item, types: _Type, place: tuple[int, float]) -> Block:
    number, before = place
    spans = tuple(
        Span(words, types.strong if strong else types.body) for words, strong in item.words
    )
    match item.kind:
        case Kind.TO_FILL:
            label = "".join(words for words, _strong in item.words)
            return ToFill(typesetter, (label, item.value), types.small, types.strong, before)
        case Kind.PLAIN:
            return Text(typesetter, spans, before=before)
    sign = f"{number}" if item.kind is Kind.STEP else "•"
    mark = Span(sign, in_colour(types.strong, ACCENT))
    return Hanging(typesetter, mark, spans, types.body.size, before)


@dataclass(frozen=True)
class Hanging:
    """A paragraph behind a sign; it is never cut."""

    typesetter: Typesetter
    mark: Span
    spans: tuple[Span, ...]
    indent: float
    before: float = 0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return self._text().height(width - self.indent)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for line in self.typesetter.set_spans([self.mark], width):
            pen.line(line, x, y + self.mark.style.leading * BASELINE)
        self._text().draw(pen, x + self.indent, y, width - self.indent)

    def _text(self) -> Text:
        return Text(self.typesetter, self.spans)


@dataclass(frozen=True)
class ToFill:
    """A label, and below it what is known or a line to write on."""

    typesetter: Typesetter
    told: tuple[str, str]
    label: TextStyle
    value: TextStyle
    before: float = 0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return self.label.leading + self.value.leading * 1.5

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        label, known = self.told
        text(self.typesetter, label, self.label).draw(pen, x, y, width)
        foot = y + self.height(width) - 2
        for line in self.typesetter.set_text(known, self.value, width)[:1]:
            pen.line(line, x, foot - 3.5)
        pen.stroke([(x, foot), (x + width, foot)], MUTED, thickness=0.6, dash=(1, 2))


@dataclass(frozen=True)
class _Room:
    """Nothing, as high as it says."""

    points: float
    before: float = 0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return self.points

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw nothing."""


def _two_columns(
    blocks: Sequence[Block], width: float, room: float, title: str
) -> tuple[list[Block], list[Block]]:
    """Cut a stack into two columns of about the same height.

    Raises:
        PaperTooLong: They do not fit into `room`.
    """
    height = stack_height(blocks, width) / 2
    step = (room - height) / _MOST_STEPS
    for number in range(_MOST_STEPS + 1):
        left, rest = fill(blocks, width, height + number * step)
        right, over = fill(rest, width, height + number * step)
        if step >= 0 and not over:
            return left, right
    raise PaperTooLong(title=title)


def _card(pen: Pen, typesetter: Typesetter, sheet: Sheet, corner: tuple[float, float]) -> None:
    left, top = corner
    wide, high = _CARD
    measure = wide - 2 * _CARD_PAD
    whole = Box(x=left, y=top, width=2 * wide, height=high)
    title = text(typesetter, sheet.title, TextStyle(12.5, 16, WHITE, Weight.BOLD))
    band = title.height(measure) + 16
    pen.rectangle(Box(x=left, y=top, width=wide, height=band), fill=ALARM.dark)
    title.draw(pen, left + _CARD_PAD, top + 8, measure)
    front, *back = sheet.passages
    lead = text(typesetter, sheet.lead, TextStyle(9, 12, INK, Weight.BOLD))
    numbers = _type(11, 14, 9, 4, 2.4)
    said: list[Block] = [lead, _Room(5), *_content(typesetter, front, numbers)]
    done = [block for each in back for block in _content(typesetter, each, _CARD_TYPE)]
    if (
        stack_height(said, measure) > high - band - 2 * 8
        or stack_height(done, measure) > high - 2 * 9
    ):
        raise PaperTooLong(title=sheet.title)
    draw_stack(pen, said, left + _CARD_PAD, top + band + 8, measure)
    draw_stack(pen, done, left + wide + _CARD_PAD, top + 9, measure)
    pen.rectangle(whole, stroke=LINE, thickness=0.8)
    fold = left + wide
    pen.stroke([(fold, top - 8), (fold, top + high + 8)], MUTED, thickness=0.5, dash=(3, 3))
