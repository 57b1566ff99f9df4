"""Shapes that say the same as a word beside them, so that print without colour loses nothing."""

from enum import StrEnum

from outreach_app.report.pen import Colour, Pen
from outreach_app.report.styles import ALARM, CAUTION, GOOD, MUTED, WARNING, WHITE

_HALF_CIRCLE = ((0.0, -1.0), (0.38, -0.92), (0.71, -0.71), (0.92, -0.38), (1.0, 0.0))


class Mark(StrEnum):
    """A small shape, about as tall as a letter."""

    FULL = "full"
    HALF = "half"
    RING = "ring"
    CROSS = "cross"
    TICK = "tick"
    DASH = "dash"
    FLAG = "flag"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


_COLOURS: dict[Mark, Colour] = {
    Mark.FULL: WARNING.dark,
    Mark.HALF: CAUTION.dark,
    Mark.RING: MUTED,
    Mark.CROSS: WARNING.dark,
    Mark.TICK: GOOD.dark,
    Mark.DASH: MUTED,
    Mark.FLAG: ALARM.dark,
    Mark.LOW: GOOD.dark,
    Mark.MEDIUM: CAUTION.dark,
    Mark.HIGH: WARNING.dark,
    Mark.VERY_HIGH: ALARM.dark,
}


def draw_mark(pen: Pen, mark: Mark, centre: tuple[float, float], size: float = 3.4) -> None:
    """Draw a shape around a centre; `size` is half its height in points."""
    _DRAWERS[mark](pen, centre, size, _COLOURS[mark])


def _full(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    pen.circle(centre, size, fill=shade)


def _half(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    pen.circle(centre, size * 0.9, fill=WHITE, stroke=shade, thickness=0.9)
    arc = [(-dx, dy) for dx, dy in _HALF_CIRCLE]
    arc += [(-dx, -dy) for dx, dy in reversed(_HALF_CIRCLE)]
    pen.polygon([(x + dx * size * 0.9, y + dy * size * 0.9) for dx, dy in arc], fill=shade)


def _ring(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    pen.circle(centre, size * 0.9, fill=WHITE, stroke=shade, thickness=0.9)


def _cross(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    arm = size * 0.75
    pen.stroke([(x - arm, y - arm), (x + arm, y + arm)], shade, thickness=1.4)
    pen.stroke([(x - arm, y + arm), (x + arm, y - arm)], shade, thickness=1.4)


def _tick(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    points = [(x - size, y), (x - size * 0.25, y + size * 0.8), (x + size, y - size * 0.8)]
    pen.stroke(points, shade, thickness=1.5)


def _dash(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    pen.stroke([(x - size * 0.8, y), (x + size * 0.8, y)], shade, thickness=1.2)


def _flag(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    left, top = x - size * 0.8, y - size
    pen.stroke([(left, top), (left, y + size * 1.2)], shade, thickness=1.1)
    pen.polygon(
        [(left, top), (left + size * 2, top + size * 0.7), (left, top + size * 1.4)], fill=shade
    )


def _low(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    points = [(x - size, y - size * 0.75), (x + size, y - size * 0.75), (x, y + size * 0.9)]
    pen.polygon(points, stroke=shade, fill=WHITE, thickness=1)


def _medium(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    points = [(x - size, y), (x, y - size), (x + size, y), (x, y + size)]
    pen.polygon(points, stroke=shade, fill=WHITE, thickness=1)


def _high(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    points = [(x - size, y + size * 0.8), (x + size, y + size * 0.8), (x, y - size)]
    pen.polygon(points, fill=shade)


def _very_high(pen: Pen, centre: tuple[float, float], size: float, shade: Colour) -> None:
    x, y = centre
    for lift in (-size * 0.75, size * 0.35):
        base = y + lift + size * 0.55
        pen.polygon([(x - size, base), (x + size, base), (x, base - size * 1.1)], fill=shade)


_DRAWERS = {
    Mark.FULL: _full,
    Mark.HALF: _half,
    Mark.RING: _ring,
    Mark.CROSS: _cross,
    Mark.TICK: _tick,
    Mark.DASH: _dash,
    Mark.FLAG: _flag,
    Mark.LOW: _low,
    Mark.MEDIUM: _medium,
    Mark.HIGH: _high,
    Mark.VERY_HIGH: _very_high,
}
