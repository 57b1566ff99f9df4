"""Fractional indexes: texts between any two texts, so that rows keep their order in a merge."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def order_between(before: str, after: str) -> str:
    """Return a text that sorts after one and before another.

    Args:
        before: Order of the row in front; empty at the beginning.
        after: Order of the row behind; empty at the end.

    Raises:
        ValueError: `before` does not sort before `after`, or leaves no room.
    """
    if after and before >= after:
        raise ValueError("orders are the wrong way round")
    if not after:
        return _next_after(before)
    made = ""
    at = 0
    while True:
        low = _DIGITS.index(before[at]) if at < len(before) else 0
        bounded = made == after[:at]
        high = _DIGITS.index(after[at]) if bounded and at < len(after) else _BASE
        if bounded and at >= len(after):
            raise ValueError("no order lies between")
        if high - low > 1:
            return made + _DIGITS[(low + high) // 2]
        made += _DIGITS[low]
        at += 1


def _next_after(before: str) -> str:
    """Return an order after the last one: short, and never ending in the lowest digit."""
    if not before:
        return "a0i"
    width = max(len(before), 3)
    number = int(before.ljust(width, "0"), _BASE) + _BASE
    return _in_digits(number, width) if number < _BASE**width else before + "i"


def _in_digits(number: int, width: int) -> str:
    made = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        made = _DIGITS[digit] + made
    return made
