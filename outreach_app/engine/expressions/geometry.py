"""Functions of places, for forms that carry them: the program itself never records one."""

import math
from itertools import pairwise

from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.texts import each_text
from outreach_app.engine.expressions.values import NAN, Value, parse_number

EARTH_RADIUS_M = 6_378_100
Point = tuple[float, float]


def _points(values: tuple[Value, ...]) -> list[Point] | None:
    found: list[Point] = []
    for text in each_text(values):
        for part in text.split(";"):
            if not part.strip():
                continue
            point = _point(part)
            if point is None:
                return None
            found.append(point)
    return found


def _point(text: str) -> Point | None:
    fields = text.split()
    if len(fields) < 2:
        return None
    latitude, longitude = parse_number(fields[0]), parse_number(fields[1])
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return latitude, longitude


def distance(_env: Environment, *values: Value) -> float:
    """Return the length in metres of a line through the points."""
    points = _points(values)
    if points is None or len(points) < 2:
        return NAN
    return round(sum(_between(a, b) for a, b in pairwise(points)) * 100) / 100


def _between(first: Point, second: Point) -> float:
    lat_1, lat_2 = math.radians(first[0]), math.radians(second[0])
    turn = math.radians(second[1] - first[1])
    cosine = math.sin(lat_1) * math.sin(lat_2) + math.cos(lat_1) * math.cos(lat_2) * math.cos(turn)
    return math.acos(max(-1.0, min(1.0, cosine))) * EARTH_RADIUS_M


def area(_env: Environment, *values: Value) -> float:
    """Return the area in square metres within the points."""
    points = _points(values)
    if not points:
        return NAN
    if len(points) < 3:
        return 0.0
    ring = points if points[0] == points[-1] else [*points, points[0]]
    doubled = sum(
        math.radians(b[1] - a[1])
        * (2 + math.sin(math.radians(a[0])) + math.sin(math.radians(b[0])))
        for a, b in pairwise(ring)
    )
    return round(abs(doubled * EARTH_RADIUS_M * EARTH_RADIUS_M / 2) * 100) / 100


def geofence(_env: Environment, point: Value, shape: Value) -> bool:
    """Say whether a point lies within a shape."""
    place = _points((point,))
    ring = _points((shape,))
    if not place or not ring:
        return False
    latitude, longitude = place[0]
    inside = False
    for (lat_1, lon_1), (lat_2, lon_2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        crosses = (lat_1 > latitude) != (lat_2 > latitude)
        if crosses and longitude < (lon_2 - lon_1) * (latitude - lat_1) / (lat_2 - lat_1) + lon_1:
            inside = not inside
    return inside
