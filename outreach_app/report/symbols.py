"""Small pictures beside the headings of a copy for a client, drawn by us as lines and shapes.

Each stands beside words that say the same. None is a sign of danger, of police or of a service: a
sheet that is found tells nothing by them.
"""

from collections.abc import Sequence
from enum import StrEnum
from math import cos, pi, sin

from outreach_app.report.pen import Box, Colour, Pen
from outreach_app.report.styles import ACCENT, WHITE

_Centre = tuple[float, float]


class Symbol(StrEnum):
    """What a passage is about."""

    EYE = "eye"
    ARROW = "arrow"
    PHONE = "phone"
    PLACE = "place"
    PERSON = "person"
    PEOPLE = "people"
    HEART = "heart"
    SUN = "sun"
    STAR = "star"
    HOUSE = "house"
    BAG = "bag"
    DAY = "day"
    SPEECH = "speech"


def draw_symbol(
    pen: Pen, symbol: Symbol, centre: _Centre, size: float, *, mirrored: bool = False
) -> None:
    """Draw a symbol around a centre; `size` is half its height in points.

    On a mirrored sheet what points forward points to the left.
    """
    if mirrored and symbol is Symbol.ARROW:
        _arrow(pen, centre, size, ACCENT, forward=-1)
        return
    _DRAWERS[symbol](pen, centre, size, ACCENT)


def _eye(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    lid = [(x + size * cos(turn), y + size * 0.55 * sin(turn)) for turn in _turns(24)]
    pen.polygon(lid, stroke=shade, fill=WHITE, thickness=2)
    pen.circle(centre, size * 0.34, fill=shade)


def _arrow(pen: Pen, centre: _Centre, size: float, shade: Colour, forward: int = 1) -> None:
    x, y = centre
    reach = size * forward
    pen.stroke([(x - reach, y), (x + reach * 0.4, y)], shade, thickness=3)
    head = [(x + reach * 0.2, y - size * 0.6), (x + reach, y), (x + reach * 0.2, y + size * 0.6)]
    pen.polygon(head, fill=shade)


def _phone(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    case = Box(x=x - size * 0.55, y=y - size, width=size * 1.1, height=size * 2)
    pen.rectangle(case, fill=shade, radius=size * 0.2)
    screen = Box(x=x - size * 0.4, y=y - size * 0.74, width=size * 0.8, height=size * 1.25)
    pen.rectangle(screen, fill=WHITE)
    pen.circle((x, y + size * 0.76), size * 0.11, fill=WHITE)


def _place(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    pen.circle((x, y - size * 0.3), size * 0.66, fill=shade)
    tip = [(x - size * 0.58, y), (x + size * 0.58, y), (x, y + size)]
    pen.polygon(tip, fill=shade)
    pen.circle((x, y - size * 0.3), size * 0.26, fill=WHITE)


def _person(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    pen.circle((x, y - size * 0.5), size * 0.42, fill=shade)
    shoulders = [(x + size * 0.8 * cos(turn), y + size - size * sin(turn)) for turn in _half(16)]
    pen.polygon(shoulders, fill=shade)


def _people(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    _person(pen, (x - size * 0.5, y + size * 0.15), size * 0.7, shade)
    _person(pen, (x + size * 0.55, y + size * 0.15), size * 0.7, shade)


def _heart(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    points = []
    for turn in _turns(40):
        across = 16 * sin(turn) ** 3
        down = 13 * cos(turn) - 5 * cos(2 * turn) - 2 * cos(3 * turn) - cos(4 * turn)
        points.append((x + across * size / 16, y - down * size / 16))
    pen.polygon(points, fill=shade)


def _sun(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    pen.circle(centre, size * 0.48, fill=shade)
    for turn in _turns(8):
        inner, outer = size * 0.68, size
        ends = [(x + far * cos(turn), y + far * sin(turn)) for far in (inner, outer)]
        pen.stroke(ends, shade, thickness=2.4)


def _star(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    points = []
    for number, turn in enumerate(_turns(10)):
        far = size if number % 2 == 0 else size * 0.42
        points.append((x + far * sin(turn), y - far * cos(turn)))
    pen.polygon(points, fill=shade)


def _house(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    pen.polygon([(x - size, y), (x, y - size), (x + size, y)], fill=shade)
    walls = Box(x=x - size * 0.7, y=y - size * 0.05, width=size * 1.4, height=size)
    pen.rectangle(walls, fill=shade)
    door = Box(x=x - size * 0.2, y=y + size * 0.3, width=size * 0.4, height=size * 0.65)
    pen.rectangle(door, fill=WHITE)


def _bag(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    pen.circle((x, y - size * 0.35), size * 0.42, stroke=shade, thickness=2.2)
    body = Box(x=x - size * 0.85, y=y - size * 0.3, width=size * 1.7, height=size * 1.25)
    pen.rectangle(body, fill=shade, radius=size * 0.16)


def _day(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    leaf = Box(x=x - size * 0.85, y=y - size * 0.75, width=size * 1.7, height=size * 1.65)
    pen.rectangle(leaf, stroke=shade, fill=WHITE, radius=size * 0.12, thickness=2)
    top = Box(x=x - size * 0.85, y=y - size * 0.75, width=size * 1.7, height=size * 0.5)
    pen.rectangle(top, fill=shade)
    for across in (-0.4, 0.4):
        at = x + size * across
        pen.stroke([(at, y - size), (at, y - size * 0.6)], shade, thickness=2.4)


def _speech(pen: Pen, centre: _Centre, size: float, shade: Colour) -> None:
    x, y = centre
    bubble = Box(x=x - size, y=y - size * 0.85, width=size * 2, height=size * 1.25)
    pen.rectangle(bubble, fill=shade, radius=size * 0.3)
    tail = [(x - size * 0.5, y + size * 0.3), (x + size * 0.05, y + size * 0.3)]
    pen.polygon([*tail, (x - size * 0.6, y + size * 0.95)], fill=shade)


def _turns(count: int) -> Sequence[float]:
    return tuple(2 * pi * number / count for number in range(count))


def _half(count: int) -> Sequence[float]:
    return tuple(pi * number / count for number in range(count + 1))


_DRAWERS = {
    Symbol.EYE: _eye,
    Symbol.ARROW: _arrow,
    Symbol.PHONE: _phone,
    Symbol.PLACE: _place,
    Symbol.PERSON: _person,
    Symbol.PEOPLE: _people,
    Symbol.HEART: _heart,
    Symbol.SUN: _sun,
    Symbol.STAR: _star,
    Symbol.HOUSE: _house,
    Symbol.BAG: _bag,
    Symbol.DAY: _day,
    Symbol.SPEECH: _speech,
}
