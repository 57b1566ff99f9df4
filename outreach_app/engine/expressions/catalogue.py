"""Every function an expression may call, with its arguments."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from outreach_app.engine.expressions import geometry, moments, nodesets, numbers, texts
from outreach_app.engine.expressions.code import Kind


@dataclass(frozen=True, slots=True)
class Function:
    """A function that gets its arguments evaluated.

    Attributes:
        run: Called with the environment and the arguments.
        takes: One letter for each argument, the last for all that follow: ``t`` text, ``n``
            number, ``s`` node-set, ``v`` value as it is.
        gives: Kind of the result.
        least, most: How many arguments; ``None`` for no upper bound.
        fixed: The result depends on nothing but the arguments.
    """

    run: Callable[..., Any]
    takes: str
    gives: Kind
    least: int
    most: int | None
    fixed: bool = True


def _text(run: Callable[..., Any], takes: str, least: int, most: int | None) -> Function:
    return Function(run, takes, Kind.TEXT, least, most)


def _number(run: Callable[..., Any], takes: str, least: int, most: int | None) -> Function:
    return Function(run, takes, Kind.NUMBER, least, most)


def _truth(run: Callable[..., Any], takes: str, least: int, most: int | None) -> Function:
    return Function(run, takes, Kind.BOOLEAN, least, most)


def _one(calculate: Callable[[float], float]) -> Function:
    return _number(numbers.of_one(calculate), "n", 1, 1)


FUNCTIONS: dict[str, Function] = {
    "concat": _text(texts.concat, "v", 0, None),
    "join": _text(texts.join, "tv", 1, None),
    "substr": _text(texts.substr, "tnn", 2, 3),
    "substring": _text(texts.substring, "tnn", 2, 3),
    "substring-before": _text(texts.substring_before, "tt", 2, 2),
    "substring-after": _text(texts.substring_after, "tt", 2, 2),
    "translate": _text(texts.translate, "ttt", 3, 3),
    "normalize-space": _text(texts.normalize_space, "t", 1, 1),
    "string-length": _number(texts.string_length, "t", 1, 1),
    "contains": _truth(texts.contains, "tt", 2, 2),
    "starts-with": _truth(texts.starts_with, "tt", 2, 2),
    "ends-with": _truth(texts.ends_with, "tt", 2, 2),
    "regex": _truth(texts.regex, "tt", 2, 2),
    "selected": _truth(texts.selected, "tt", 2, 2),
    "is-selected": _truth(texts.selected, "tt", 2, 2),
    "selected-at": _text(texts.selected_at, "tn", 2, 2),
    "count-selected": _number(texts.count_selected, "t", 1, 1),
    "boolean-from-string": _truth(texts.boolean_from_string, "v", 1, 1),
    "digest": _text(texts.digest, "ttt", 2, 3),
    "base64-decode": _text(texts.base64_decode, "t", 1, 1),
    "uuid": Function(texts.uuid, "n", Kind.TEXT, 0, 1, fixed=False),
    "sum": _number(numbers.total, "s", 1, 1),
    "min": _number(numbers.lowest, "v", 1, None),
    "max": _number(numbers.highest, "v", 1, None),
    "round": _number(numbers.round_to, "nn", 1, 2),
    "int": _number(numbers.whole, "n", 1, 1),
    "floor": _number(numbers.floor, "n", 1, 1),
    "ceiling": _number(numbers.ceiling, "n", 1, 1),
    "abs": _one(abs),
    "pow": _number(numbers.power, "nn", 2, 2),
    "log": _one(numbers.logarithm),
    "log10": _one(numbers.logarithm_10),
    "exp": _one(math.exp),
    "exp10": _one(numbers.power_of_ten),
    "sqrt": _one(math.sqrt),
    "sin": _one(math.sin),
    "cos": _one(math.cos),
    "tan": _one(math.tan),
    "asin": _one(math.asin),
    "acos": _one(math.acos),
    "atan": _one(math.atan),
    "atan2": _number(numbers.of_two(math.atan2), "nn", 2, 2),
    "pi": _number(lambda _env: math.pi, "", 0, 0),
    "random": Function(numbers.chance, "", Kind.NUMBER, 0, 0, fixed=False),
    "checklist": _truth(numbers.checklist, "nnv", 2, None),
    "weighted-checklist": _truth(numbers.weighted_checklist, "nnv", 2, None),
    "today": Function(moments.today, "", Kind.ANY, 0, 0, fixed=False),
    "now": Function(moments.now, "", Kind.ANY, 0, 0, fixed=False),
    "date": Function(moments.to_date, "v", Kind.ANY, 1, 1),
    "date-time": Function(moments.to_date_time, "v", Kind.ANY, 1, 1),
    "decimal-date-time": _number(moments.decimal_date_time, "v", 1, 1),
    "decimal-time": _number(moments.decimal_time, "v", 1, 1),
    "format-date": _text(moments.formatted, "vt", 2, 2),
    "format-date-time": _text(moments.formatted, "vt", 2, 2),
    "add-date": Function(moments.added, "vnnn", Kind.ANY, 2, 4),
    "difference-in-months": Function(moments.months_between, "tt", Kind.ANY, 2, 2),
    "cht:difference-in-months": Function(moments.months_between, "tt", Kind.ANY, 2, 2),
    "distance": _number(geometry.distance, "v", 1, None),
    "area": _number(geometry.area, "v", 1, None),
    "geofence": _truth(geometry.geofence, "vv", 2, 2),
    "count": _number(nodesets.count, "s", 1, 1),
    "count-non-empty": _number(nodesets.count_non_empty, "s", 1, 1),
    "name": _text(nodesets.name, "s", 1, 1),
    "local-name": _text(nodesets.local_name, "s", 1, 1),
    "namespace-uri": _text(nodesets.namespace_uri, "s", 1, 1),
    "randomize": Function(nodesets.randomized, "sn", Kind.NODES, 1, 2, fixed=False),
    "pulldata": Function(nodesets.pulled, "tttt", Kind.TEXT, 4, 4, fixed=False),
}
"""Functions whose arguments are evaluated before the call."""

FORMS: dict[str, tuple[int, int | None]] = {
    "true": (0, 0),
    "false": (0, 0),
    "not": (1, 1),
    "boolean": (1, 1),
    "number": (0, 1),
    "string": (0, 1),
    "if": (3, 3),
    "coalesce": (1, None),
    "once": (0, 1),
    "position": (0, 1),
    "last": (0, 0),
    "current": (0, 0),
    "instance": (1, 1),
    "indexed-repeat": (3, None),
    "id": (1, 1),
    "lang": (1, 1),
    "jr:choice-name": (2, 2),
    "jr:itext": (1, 1),
}
"""Functions the compiler handles itself: lazy ones and those that look at the focus."""

ON_CONTEXT = frozenset({"normalize-space", "string-length", "name", "local-name", "namespace-uri"})
"""Functions that take the context node when called without an argument."""


def arity(name: str) -> tuple[int, int | None] | None:
    """Return the least and most arguments of a function, or nothing when there is no such one."""
    if name in FORMS:
        return FORMS[name]
    function = FUNCTIONS.get(name)
    if function is None:
        return None
    return (0 if name in ON_CONTEXT else function.least), function.most
