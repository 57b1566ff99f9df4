"""Paragraphs to lines: breaks text into lines of a given width, in both reading directions.

Measures are points. A line can be drawn as it is: its pieces stand from left to right.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outreach_app.report.direction import levels, reads_right_to_left, visual_order
from outreach_app.report.fonts import Weight
from outreach_app.report.shaping import Run, Shaper
from outreach_app.report.visible import visible

# A line may break at spaces, and after a dash or a slash between two parts of a word.
_TOKENS = re.compile(r" +|[^ ]*?[^ \-‐–—/][\-‐–—/]+(?=[^\W\d_])|[^ ]+")


# No word is longer; what is gets cut, so that odd input costs no more than plain text.
_LONGEST_WORD = 100


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks. Size and leading in points, colour as red, green, blue from 0 to 1."""

    size: float
    leading: float
    colour: tuple[float, float, float]
    weight: Weight = Weight.REGULAR


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Placed:
    """A run with its style and its distance from the left end of the line."""

    run: Run
    style: TextStyle
    x: float


@dataclass(frozen=True, slots=True)
class Line:
    """One set line. `right_to_left` is the direction of its paragraph."""

    placed: tuple[Placed, ...]
    width: float
    leading: float
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    runs: tuple[Run, ...]
    style: TextStyle
    level: int
    width: float


@dataclass(frozen=True, slots=True)
class _Token:
    pieces: tuple[_Piece, ...]
    width: float
    text: str
    start: int
    is_space: bool


class Typesetter:
    """Sets paragraphs of one document."""

    def __init__(self) -> None:
        """Start with an empty memory of shaped words and set texts."""
        self._shaper = Shaper()
        self._known: dict[tuple[tuple[Span, ...], float], tuple[Line, ...]] = {}

    def set_text(self, text: str, style: TextStyle, width: float) -> tuple[Line, ...]:
        """Set a text of one style; its line ends begin new paragraphs."""
        return self.set_spans([Span(text, style)], width)

    def set_spans(self, spans: Iterable[Span], width: float) -> tuple[Line, ...]:
        """Set a text of several styles into lines at most `width` wide.

        A word wider than the line is cut between characters rather than lost.
        """
        key = (tuple(spans), width)
        if key not in self._known:
            self._known[key] = tuple(
                line
                for paragraph in _paragraphs(key[0])
                for line in self._set_paragraph(paragraph, width)
            )
        return self._known[key]

    def width(self, text: str, style: TextStyle) -> float:
        """Return the width that a short text takes on one line."""
        line = self.set_text(text, style, 10_000)
        return max((one.width for one in line), default=0.0)

    def _set_paragraph(self, spans: Sequence[Span], width: float) -> list[Line]:
        text = "".join(span.text for span in spans)
        leading = max((span.style.leading for span in spans), default=0.0)
        base = 1 if reads_right_to_left(text) else 0
        paragraph = _Paragraph(self._shaper, text, _styles(spans), levels(text, base))
        rows = paragraph.rows(width)
        return [_line(row, leading, base) for row in rows]


class _Paragraph:
    def __init__(
        self, shaper: Shaper, text: str, styles: Sequence[TextStyle], found: Sequence[int]
    ) -> None:
        self._shaper = shaper
        self._text = text
        self._styles = styles
        self._levels = found

    def rows(self, width: float) -> list[list[_Token]]:
        rows: list[list[_Token]] = [[]]
        used = 0.0
        for match in _TOKENS.finditer(self._text):
            for token in self._fitting(match.start(), match.end(), width):
                if rows[-1] and not token.is_space and used + token.width > width + 0.01:
                    rows.append([])
                    used = 0.0
                if token.is_space and not rows[-1] and len(rows) > 1:
                    continue
                rows[-1].append(token)
                used += token.width
        return rows

    def _fitting(self, start: int, end: int, width: float) -> list[_Token]:
        if end - start > _LONGEST_WORD:
            places = range(start, end, _LONGEST_WORD)
            parts = ((place, min(place + _LONGEST_WORD, end)) for place in places)
            return [token for part in parts for token in self._fitting(*part, width)]
        token = self._token(start, end)
        if token.is_space or token.width <= width:
            return [token]
        cut = self._longest(start, end, width)
        return [self._token(start, cut), *(self._fitting(cut, end, width) if cut < end else [])]

    def _longest(self, start: int, end: int, width: float) -> int:
        low, high = start + 1, end
        while low < high:
            middle = (low + high + 1) // 2
            if self._token(start, middle).width <= width:
                low = middle
            else:
                high = middle - 1
        while low > start + 1 and low < end and unicodedata.category(self._text[low])[0] == "M":
            low -= 1
        return low

    def _token(self, start: int, end: int) -> _Token:
        pieces: list[_Piece] = []
        place = start
        while place < end:
            level, style = self._levels[place], self._styles[place]
            stop = place + 1
            while stop < end and (self._levels[stop], self._styles[stop]) == (level, style):
                stop += 1
            pieces.append(self._piece(self._text[place:stop], style, level))
            place = stop
        text = self._text[start:end]
        width = sum(piece.width for piece in pieces)
        return _Token(tuple(pieces), width, text, start, text.isspace() and "\u00a0" not in text)

    def _piece(self, text: str, style: TextStyle, level: int) -> _Piece:
        runs = self._shaper.runs(text, style.weight, right_to_left=bool(level % 2))
        width = sum(run.width for run in runs) * style.size / 1000
        return _Piece(runs, style, level, width)


def _paragraphs(spans: Iterable[Span]) -> list[list[Span]]:
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        first, *more = visible(span.text).split("\n")
        paragraphs[-1].append(Span(first, span.style))
        paragraphs.extend([Span(text, span.style)] for text in more)
    return paragraphs


def _styles(spans: Sequence[Span]) -> list[TextStyle]:
    return [span.style for span in spans for _ in span.text]


def _line(row: list[_Token], leading: float, base: int) -> Line:
    while row and row[-1].is_space:
        row.pop()
    pieces = [piece for token in row for piece in token.pieces]
    placed: list[Placed] = []
    x = 0.0
    for piece in visual_order(pieces, [piece.level for piece in pieces]):
        for run in piece.runs:
            placed.append(Placed(run, piece.style, x))
            x += run.width * piece.style.size / 1000
    return Line(tuple(placed), x, leading, bool(base))
