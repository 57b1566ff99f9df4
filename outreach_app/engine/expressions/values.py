"""Values of expressions and the conversions between them.

At run time a value is a str, float, bool, date, datetime or a list of nodes in document order.
"""

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

from outreach_app.engine.expressions.dates import date_text, day_number, parse_either
from outreach_app.engine.nodes import Node

Value = str | float | bool | date | datetime | list[Node]
NAN = float("nan")
_NUMBER = re.compile(r"^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$")
_DATE_START = re.compile(r"^\d{4}-\d")


def number_text(number: float) -> str:
    """Return a number in XPath's form: no exponent, no trailing zeros, NaN and Infinity by name."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < 1e16:
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def parse_number(text: str) -> float:
    """Return the number a text says, days since 1970 for a date, else NaN."""
    bare = text.strip()
    if _NUMBER.match(bare):
        return float(bare)
    if _DATE_START.match(bare):
        moment = parse_either(bare, UTC)
        if moment is not None:
            return day_number(moment)
    return NAN


def to_text(value: Value) -> str:
    """Convert to text; a node-set gives its first node's."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return value[0].string_value() if value else ""
    if isinstance(value, date):
        return date_text(value)
    return number_text(value)


def to_number(value: Value) -> float:
    """Convert to a number; what says none is NaN."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, (float, int)):
        return value
    if isinstance(value, date):
        return day_number(value)
    return parse_number(to_text(value))


def to_boolean(value: Value) -> bool:
    """Convert to true or false: not empty, not zero, not NaN."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (float, int)):
        return not math.isnan(value) and value != 0
    if isinstance(value, date):
        return True
    return len(value) > 0


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return to_number(left) == to_number(right)


def _differ(left: Value, right: Value) -> bool:
    return not _same(left, right)


def _less(left: Value, right: Value) -> bool:
    return to_number(left) < to_number(right)


def _less_or_same(left: Value, right: Value) -> bool:
    return to_number(left) <= to_number(right)


def _more(left: Value, right: Value) -> bool:
    return to_number(left) > to_number(right)


def _more_or_same(left: Value, right: Value) -> bool:
    return to_number(left) >= to_number(right)


Test = Callable[[Value, Value], bool]
TESTS: dict[str, Test] = {
    "=": _same,
    "!=": _differ,
    "<": _less,
    "<=": _less_or_same,
    ">": _more,
    ">=": _more_or_same,
}


def compare(test: Test, left: Value, right: Value) -> bool:
    """Compare as XPath does: true when any pair from the node-sets passes."""
    if isinstance(left, list):
        if isinstance(right, bool):
            return test(bool(left), right)
        return any(compare(test, node.string_value(), right) for node in left)
    if isinstance(right, list):
        if isinstance(left, bool):
            return test(left, bool(right))
        return any(test(left, node.string_value()) for node in right)
    return test(left, right)


def compare_in_form(test: Test, left: Value, right: Value) -> bool:
    """Compare as `compare`, but an empty node-set counts as an empty text.

    An answer that is not asked now is left out of node-sets and must read as empty:
    ``hidden != 'yes'`` is true.
    """
    empty: Value = ""
    return compare(
        test,
        empty if isinstance(left, list) and not left else left,
        empty if isinstance(right, list) and not right else right,
    )


def rounded(number: float, places: int) -> float:
    """Round half away from zero to decimal places (negative: tens, hundreds …)."""
    if not math.isfinite(number):
        return number
    if places > 30 or places < -30:
        return number if places > 0 else 0.0
    exact = Decimal(repr(number))
    step = Decimal(1).scaleb(-places)
    if exact == 0 or exact.adjusted() > 300:
        return number
    quotient = abs(exact) / step
    whole = (quotient + Decimal("0.5")).to_integral_value(rounding="ROUND_FLOOR")
    return float(whole * step) if exact > 0 else -float(whole * step)
