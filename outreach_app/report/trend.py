"""The risk trend as a drawing: the level indicated, the level judged, and how safe it feels.

The three lines differ by shape and dash as well as by colour. Levels stand as words beside their
bands. Assessments that lie close together are moved apart, and the drawing says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from outreach_app.domain.day_words import long_date
from outreach_app.report.blocks import Block, draw_lines
from outreach_app.report.content import Trend, TrendPoint
from outreach_app.report.dates import day_and_month
from outreach_app.report.lines import Line, Span, TextStyle, Typesetter
from outreach_app.report.pen import Box, Pen
from outreach_app.report.styles import (
    ACCENT,
    FOOT,
    INK,
    LEVEL_TONES,
    LINE,
    MUTED,
    SMALL,
    SMALL_INK,
    WHITE,
    in_colour,
)

_BAND = 25.0
_FEELING_HEIGHT = 50.0
_GUTTER_LEFT = 62.0
_EVENT_ROW = 16.0
_LEGEND = 20.0
_LEAST_STEP = 17.0
_EDGE = 14.0
_SHOWN = TextStyle(7.5, 10, INK)
_FEELING = ACCENT
_NOTE_GAP = 8.0
_FEW_NOTES = 4


@dataclass(frozen=True)
class TrendDrawing:
    """The drawing as a block; it is never cut."""

    typesetter: Typesetter
    trend: Trend
    before: float = 8
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return self._plot_height() + self._notes_height(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        drawing = _Drawing(self.typesetter, self.trend, pen, x, y, width)
        drawing.draw()
        foot = y + self._plot_height()
        for place, column in enumerate(self._note_columns(width)):
            at = foot
            for lines in column:
                draw_lines(pen, lines, x + place * width / 2, at, width / 2 - _NOTE_GAP)
                at += sum(line.leading for line in lines)

    def _plot_height(self) -> float:
        feelings = _FEELING_HEIGHT + 26 if _has_feelings(self.trend.points) else 0.0
        return _LEGEND + _EVENT_ROW + _BAND * len(self.trend.levels) + feelings + 24

    def _notes(self) -> list[tuple[Span, ...]]:
        notes: list[tuple[Span, ...]] = [
            (
                Span(f"{number}  ", in_colour(SMALL_INK, ACCENT)),
                Span(f"{long_date(event.on)}: ", SMALL),
                Span(event.words, SMALL_INK),
            )
            for number, event in enumerate(self.trend.events, start=1)
        ]
        if _is_stretched(self.trend):
            notes.append((Span("Close dates are drawn further apart than they are.", FOOT),))
        return notes

    def _note_columns(self, width: float) -> list[list[tuple[Line, ...]]]:
        """Return the lines of each note, in two columns of about the same height."""
        notes = [self.typesetter.set_spans(words, width / 2 - _NOTE_GAP) for words in self._notes()]
        whole = sum(line.leading for lines in notes for line in lines)
        first: list[tuple[Line, ...]] = []
        height = 0.0
        while len(first) < len(notes) and (height < whole / 2 or len(notes) < _FEW_NOTES):
            first.append(notes[len(first)])
            height += sum(line.leading for line in first[-1])
        return [first, notes[len(first) :]]

    def _notes_height(self, width: float) -> float:
        return max(
            sum(line.leading for lines in column for line in lines)
            for column in self._note_columns(width)
        )


class _Drawing:
    def __init__(
        self, typesetter: Typesetter, trend: Trend, pen: Pen, x: float, y: float, width: float
    ) -> None:
        self._typesetter = typesetter
        self._trend = trend
        self._pen = pen
        self._left = x + _GUTTER_LEFT
        self._right = x + width
        self._x = x
        self._top = y + _LEGEND + _EVENT_ROW
        self._bottom = self._top + _BAND * len(trend.levels)
        self._places = places_in_time(trend, self._left + _EDGE, self._right - _EDGE)

    def draw(self) -> None:
        self._legend()
        self._bands()
        self._events()
        self._levels()
        if _has_feelings(self._trend.points):
            self._feelings()
        self._dates()

    def _words(self, words: str, style: TextStyle, x: float, y: float, *, align: float = 0) -> None:
        for line in self._typesetter.set_text(words, style, 400):
            self._pen.line(line, x - line.width * align, y)

    def _legend(self) -> None:
        y = self._top - _EVENT_ROW - _LEGEND + 8
        x = self._left + 5
        for words, draw in (
            ("Level judged", self._judged_mark),
            ("Level the rules indicate", self._indicated_mark),
            ("How safe the client feels, 0 to 10", self._feeling_mark),
        ):
            if draw == self._feeling_mark and not _has_feelings(self._trend.points):
                continue
            draw([(x, y - 3), (x + 24, y - 3)])
            self._words(words, SMALL, x + 33, y)
            x += 33 + self._typesetter.width(words, SMALL) + 20

    def _bands(self) -> None:
        for place, (code, words) in enumerate(reversed(self._trend.levels)):
            y = self._top + place * _BAND
            tone = LEVEL_TONES[code]
            box = Box(x=self._left, y=y, width=self._right - self._left, height=_BAND)
            self._pen.rectangle(box, fill=tone.soft)
            style = in_colour(SMALL_INK, tone.dark)
            self._words(words, style, self._left - 8, y + _BAND / 2 + 3, align=1)
            if place:
                self._pen.stroke([(self._left, y), (self._right, y)], WHITE, thickness=0.8)

    def _events(self) -> None:
        taken = 0.0
        for number, event in enumerate(self._trend.events, start=1):
            x = self._places[event.on]
            self._pen.stroke(
                [(x, self._top - 3), (x, self._bottom)], MUTED, thickness=0.5, dash=(1.5, 2)
            )
            x = max(x, taken + 11)
            taken = x
            centre = (x, self._top - 9)
            self._pen.circle(centre, 5.4, fill=WHITE, stroke=ACCENT, thickness=0.7)
            style = TextStyle(6.5, 9, ACCENT)
            self._words(str(number), style, x, self._top - 6.7, align=0.5)

    def _levels(self) -> None:
        indicated = [(self._places[one.on], self._height(one.indicated)) for one in self._points()]
        judged = [(self._places[one.on], self._height(one.judged)) for one in self._points()]
        self._indicated_mark(indicated)
        self._judged_mark(judged)

    def _points(self) -> Sequence[TrendPoint]:
        return self._trend.points

    def _height(self, level: str) -> float:
        codes = [code for code, _words in self._trend.levels]
        return self._bottom - (codes.index(level) + 0.5) * _BAND

    def _judged_mark(self, points: Sequence[tuple[float, float]]) -> None:
        self._pen.stroke(points, INK, thickness=1.5)
        for point in points:
            self._pen.circle(point, 2.6, fill=INK)

    def _indicated_mark(self, points: Sequence[tuple[float, float]]) -> None:
        self._pen.stroke(points, MUTED, thickness=3.4, dash=(4, 3))
        for x, y in points:
            box = Box(x=x - 4.6, y=y - 4.6, width=9.2, height=9.2)
            self._pen.rectangle(box, fill=WHITE, stroke=MUTED, thickness=1)

    def _feeling_mark(self, points: Sequence[tuple[float, float]]) -> None:
        self._pen.stroke(points, _FEELING, thickness=1.2, dash=(1.2, 2.2))
        for x, y in points:
            shape = [(x - 3.4, y + 2.6), (x + 3.4, y + 2.6), (x, y - 3.4)]
            self._pen.polygon(shape, fill=_FEELING)

    def _feelings(self) -> None:
        top = self._bottom + 18
        scale = _FEELING_HEIGHT / 10
        for number, words in ((10, "10 safe"), (5, "5"), (0, "0 not at all")):
            y = top + (10 - number) * scale
            self._pen.stroke([(self._left, y), (self._right, y)], LINE, thickness=0.5)
            self._words(words, SMALL, self._left - 8, y + 3, align=1)
        points = [
            (self._places[one.on], top + (10 - one.feeling) * scale, one.feeling)
            for one in self._points()
            if one.feeling is not None
        ]
        self._feeling_mark([(x, y) for x, y, _number in points])
        for x, y, number in points:
            self._words(str(number), _SHOWN, x, y - 6, align=0.5)

    def _dates(self) -> None:
        feelings = _FEELING_HEIGHT + 26 if _has_feelings(self._trend.points) else 0.0
        y = self._bottom + feelings + 14
        taken: list[tuple[float, float]] = []
        for day in _ends_first([point.on for point in self._points()]):
            words = day_and_month(day, with_year=not taken or day.year != self._points()[0].on.year)
            half = self._typesetter.width(words, FOOT) / 2
            x = min(self._places[day], self._right - half)
            if all(x + half + 6 < left or right + 6 < x - half for left, right in taken):
                self._words(words, FOOT, x, y, align=0.5)
                taken.append((x - half, x + half))


def _ends_first(days: Sequence[date]) -> list[date]:
    """Order days so that the first and the last are sure of their place on the scale."""
    return list(dict.fromkeys([days[0], days[-1], *days]))


def _has_feelings(points: Sequence[TrendPoint]) -> bool:
    return any(point.feeling is not None for point in points)


def _days(trend: Trend) -> list[date]:
    return sorted({one.on for one in trend.points} | {one.on for one in trend.events})


def _is_stretched(trend: Trend) -> bool:
    days = _days(trend)
    gaps = [(after - before).days for before, after in pairwise(days)]
    # A step that is much shorter than the whole was drawn at its least width.
    return bool(gaps) and min(gaps) < sum(gaps) / 25


def places_in_time(trend: Trend, left: float, right: float) -> dict[date, float]:
    """Place each day: by its distance in time, but never closer than markers can stand."""
    days = _days(trend)
    if len(days) == 1:
        return {days[0]: left}
    gaps = [(after - before).days for before, after in pairwise(days)]
    least = min(_LEAST_STEP, (right - left) / len(gaps))
    free = (right - left) - least * len(gaps)
    places = {days[0]: left}
    x = left
    for day, gap in zip(days[1:], gaps, strict=True):
        x += least + free * gap / sum(gaps)
        places[day] = x
    return places
