"""Small drawings: the grid of likelihood and severity, the level on the cover, a progress bar."""

from dataclasses import dataclass

from outreach_app.report.blocks import Block
from outreach_app.report.content import RiskGrid
from outreach_app.report.fonts import Weight
from outreach_app.report.lines import Span, TextStyle, Typesetter
from outreach_app.report.marks import Mark, draw_mark
from outreach_app.report.pen import Box, Pen
from outreach_app.report.styles import (
    ACCENT,
    CAUTION,
    FOOT,
    GOOD,
    INK,
    LEVEL_TONES,
    LINE,
    NEUTRAL,
    SMALL,
    WARNING,
    WHITE,
    Tone,
)

_CELL_WIDTH = 58.0
_CELL_HEIGHT = 22.0
_GRID_LEFT = 92.0
_IN_CELL = TextStyle(8.5, 11, INK, Weight.BOLD)
_LOWEST_SCORES = (("very_high", 20), ("high", 12), ("medium", 6), ("low", 1))


def band_of(likelihood: int, severity: int) -> str:
    """Return the band of a product of likelihood and severity, as the risk form bands it."""
    score = likelihood * severity
    return next(code for code, least in _LOWEST_SCORES if score >= least)


@dataclass(frozen=True)
class RiskGridDrawing:
    """The five by five grid as a block; it is never cut."""

    typesetter: Typesetter
    grid: RiskGrid
    before: float = 8
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return 5 * _CELL_HEIGHT + 32

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        likelihood, severity = self.grid.axes
        left, foot = x + _GRID_LEFT, y + 5 * _CELL_HEIGHT
        for up in range(1, 6):
            top = foot - up * _CELL_HEIGHT
            self._words(pen, str(up), FOOT, left - 8, top + _CELL_HEIGHT / 2 + 3, 1)
            for across in range(1, 6):
                self._cell(pen, up, across, left + (across - 1) * _CELL_WIDTH, top)
        for across in range(1, 6):
            middle = left + (across - 0.5) * _CELL_WIDTH
            self._words(pen, str(across), FOOT, middle, foot + 12, 0.5)
        self._words(pen, likelihood, SMALL, x, y + 2.5 * _CELL_HEIGHT + 3, 0)
        self._words(pen, severity, SMALL, left + 2.5 * _CELL_WIDTH, foot + 26, 0.5)

    def _cell(self, pen: Pen, up: int, across: int, x: float, y: float) -> None:
        tone = LEVEL_TONES[band_of(up, across)]
        box = Box(x=x, y=y, width=_CELL_WIDTH, height=_CELL_HEIGHT)
        pen.rectangle(box, fill=tone.soft, stroke=WHITE, thickness=1.5)
        tags = [
            risk.tag for risk in self.grid.risks if (risk.likelihood, risk.severity) == (up, across)
        ]
        words = "  ".join(tags)
        style = _IN_CELL if len(tags) < 4 else TextStyle(6.5, 9, INK, Weight.BOLD)
        if words:
            middle = y + _CELL_HEIGHT / 2 + 3
            self._words(pen, words, style, x + _CELL_WIDTH / 2, middle, 0.5)

    def _words(
        self, pen: Pen, words: str, style: TextStyle, x: float, y: float, align: float
    ) -> None:
        for line in self.typesetter.set_text(words, style, 300):
            pen.line(line, x - line.width * align, y)


# Goals speak with the same shapes: what a status means, not what it is called.
_STATUS_MARKS = {
    "met": Mark.TICK,
    "partly": Mark.HALF,
    "stuck": Mark.CROSS,
    "not_met": Mark.CROSS,
    "on_track": Mark.RING,
    "open": Mark.RING,
    "stopped": Mark.DASH,
    "handed_over": Mark.TICK,
}
_STATUS_TONES = {
    "met": GOOD,
    "handed_over": GOOD,
    "partly": CAUTION,
    "stuck": WARNING,
    "not_met": WARNING,
}


def tone_of(code: str) -> Tone:
    """Return the colours of a risk level or of a goal's status, neutral ones for anything else."""
    return LEVEL_TONES.get(code) or _STATUS_TONES.get(code, NEUTRAL)


def mark_of(code: str) -> Mark | None:
    """Return the shape of a risk level or of a goal's status, None for anything else."""
    return Mark(code) if code in LEVEL_TONES else _STATUS_MARKS.get(code)


def pill_width(typesetter: Typesetter, words: str, size: float) -> float:
    """Return the width that `draw_pill` needs."""
    style = TextStyle(size, size * 1.4, INK, Weight.BOLD)
    return typesetter.width(words, style) + size * 3


def draw_pill(
    pen: Pen, typesetter: Typesetter, level: str, words: str, corner: tuple[float, float, float]
) -> None:
    """Draw a level as shape and word on its soft ground.

    `corner` is the right end, the top and the type size in points.
    """
    right, top, size = corner
    tone = tone_of(level)
    width = pill_width(typesetter, words, size)
    height = size * 1.9
    x = right - width
    pen.rectangle(Box(x=x, y=top, width=width, height=height), fill=tone.soft, radius=3)
    middle = top + height / 2
    mark = mark_of(level)
    if mark is not None:
        draw_mark(pen, mark, (x + size * 1.05, middle), size * 0.36)
    style = TextStyle(size, size * 1.4, tone.dark, Weight.BOLD)
    indent = size * (2 if mark is not None else 1.5)
    for line in typesetter.set_text(words, style, 400):
        pen.line(line, x + indent, middle + size * 0.36)


@dataclass(frozen=True)
class Heading:
    """A title with its tag before it and its level at the right, as cards begin."""

    typesetter: Typesetter
    title: Span
    tag: str = ""
    level: str = ""
    level_words: str = ""
    before: float = 0
    keep_with_next: bool = True

    def height(self, width: float) -> float:
        lines = self.typesetter.set_spans(self._spans(), self._measure(width))
        return max(sum(line.leading for line in lines), 17.0 if self.level_words else 0.0)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        baseline = y + self.title.style.leading * 0.76
        for line in self.typesetter.set_spans(self._spans(), self._measure(width)):
            pen.line(line, x, baseline)
            baseline += line.leading
        if self.level_words:
            corner = (x + width, y - 0.5, 8.5)
            draw_pill(pen, self.typesetter, self.level, self.level_words, corner)

    def _spans(self) -> tuple[Span, ...]:
        style = self.title.style
        tag = Span(f"{self.tag}  ", TextStyle(style.size, style.leading, ACCENT, Weight.BOLD))
        return (tag, self.title) if self.tag else (self.title,)

    def _measure(self, width: float) -> float:
        if not self.level_words:
            return width
        return width - pill_width(self.typesetter, self.level_words, 8.5) - 12


@dataclass(frozen=True)
class Progress:
    """A bar with the number of finished steps in words beside it."""

    typesetter: Typesetter
    done: int
    whole: int
    before: float = 4
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return 13

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        length = 150.0
        pen.rectangle(Box(x=x, y=y + 4, width=length, height=5), fill=LINE, radius=2.5)
        if self.done:
            share = length * self.done / self.whole
            pen.rectangle(Box(x=x, y=y + 4, width=max(share, 5), height=5), fill=ACCENT, radius=2.5)
        words = f"{self.done} of {self.whole} actions done"
        for line in self.typesetter.set_text(words, SMALL, 200):
            pen.line(line, x + length + 9, y + 9.6)
