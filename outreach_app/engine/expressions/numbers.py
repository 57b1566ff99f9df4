"""Functions of numbers and of sets of numbers."""

import math
from collections.abc import Callable

from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.values import (
    NAN,
    Value,
    parse_number,
    rounded,
    to_boolean,
    to_number,
)
from outreach_app.engine.nodes import Node


def each_number(values: tuple[Value, ...]) -> list[float]:
    """Return the numbers of all values, every node of a node-set apart."""
    found: list[float] = []
    for value in values:
        if isinstance(value, list):
            found.extend(parse_number(node.string_value()) for node in value)
        else:
            found.append(to_number(value))
    return found


def total(_env: Environment, *values: Value) -> float:
    """Return the sum; one value that is no number makes it NaN."""
    return math.fsum(each_number(values)) if values else 0.0


def lowest(_env: Environment, *values: Value) -> float:
    """Return the smallest; NaN for none or when one is no number."""
    found = each_number(values)
    return NAN if not found or any(map(math.isnan, found)) else min(found)


def highest(_env: Environment, *values: Value) -> float:
    """Return the largest; NaN for none or when one is no number."""
    found = each_number(values)
    return NAN if not found or any(map(math.isnan, found)) else max(found)


def round_to(_env: Environment, number: float, places: float = 0.0) -> float:
    """Round half away from zero to decimal places."""
    return rounded(number, int(places)) if math.isfinite(places) else NAN


def whole(_env: Environment, number: float) -> float:
    """Cut off the fraction."""
    return float(math.trunc(number)) if math.isfinite(number) else number


def floor(_env: Environment, number: float) -> float:
    """Return the largest whole number not above."""
    return float(math.floor(number)) if math.isfinite(number) else number


def ceiling(_env: Environment, number: float) -> float:
    """Return the smallest whole number not below."""
    return float(math.ceil(number)) if math.isfinite(number) else number


def power(_env: Environment, number: float, exponent: float) -> float:
    """Raise to a power."""
    return safely(math.pow, number, exponent)


def safely(calculate: Callable[..., float], *numbers: float) -> float:
    """Return NaN where a function is not defined, infinity where it overflows."""
    try:
        return float(calculate(*numbers))
    except ValueError:
        return NAN
    except OverflowError:
        return math.inf


def of_one(calculate: Callable[[float], float]) -> Callable[[Environment, float], float]:
    """Make an expression function of a mathematical one."""
    return lambda _env, number: safely(calculate, number)


def of_two(
    calculate: Callable[[float, float], float],
) -> Callable[[Environment, float, float], float]:
    """Make an expression function of a mathematical one with two numbers."""
    return lambda _env, first, second: safely(calculate, first, second)


def logarithm(number: float) -> float:
    """Natural logarithm, minus infinity at zero."""
    return -math.inf if number == 0 else math.log(number)


def logarithm_10(number: float) -> float:
    """Decimal logarithm, minus infinity at zero."""
    return -math.inf if number == 0 else math.log10(number)


def power_of_ten(number: float) -> float:
    """Ten to the power of a number."""
    return math.pow(10, number)


def chance(env: Environment) -> float:
    """Return a random number from 0 up to 1."""
    return int.from_bytes(env.random(7), "big") / (1 << 56)


def divide(left: float, right: float) -> float:
    """Divide as IEEE does: by zero gives infinity or NaN."""
    if right != 0:
        return left / right
    if left == 0 or math.isnan(left) or math.isnan(right):
        return NAN
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """Remainder with the sign of the dividend."""
    if right == 0 or math.isinf(left):
        return NAN
    return math.fmod(left, right)


def checklist(_env: Environment, least: float, most: float, *values: Value) -> bool:
    """Say whether the number of true values lies between two bounds; -1 is no bound."""
    return _within(sum(_each_truth(values)), least, most)


def weighted_checklist(_env: Environment, least: float, most: float, *values: Value) -> bool:
    """Say whether the weight of the true values lies between two bounds; -1 is no bound."""
    truths = _each_truth(values[::2])
    weights = each_number(values[1::2])
    return _within(sum(w for truth, w in zip(truths, weights, strict=False) if truth), least, most)


def _each_truth(values: tuple[Value, ...]) -> list[bool]:
    found: list[bool] = []
    for value in values:
        if isinstance(value, list):
            found.extend(_node_is_true(node) for node in value)
        else:
            found.append(to_boolean(value))
    return found


def _node_is_true(node: Node) -> bool:
    text = node.string_value().strip()
    return bool(text) and text.lower() != "false" and parse_number(text) != 0


def _within(count: float, least: float, most: float) -> bool:
    return (least < 0 or count >= least) and (most < 0 or count <= most)
