"""Rows by their number, as people count them, instead of their id."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from outreach_app.domain.answers import ROW_ID

_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_DIGITS = 5


def by_row_ids(answers: Mapping[str, Any], address: str) -> str:
    """Return an address with the ids of rows where it counts them: ``risks[1]/risk_title``.

    A number without such a row stays; whoever uses the address says that there is none.
    """
    named: list[str] = []
    scope: Mapping[str, Any] = answers
    for piece in address.split("/"):
        repeat, opened, key = piece.rstrip("]").partition("[")
        rows = _rows_named(scope, repeat) if opened else []
        number = int(key) if key.isascii() and key.isdigit() and len(key) < _DIGITS else 0
        row = rows[number - 1] if 1 <= number <= len(rows) else None
        row = row or next((each for each in rows if each[ROW_ID] == key), None)
        named.append(f"{repeat}[{row[ROW_ID]}]" if row else piece)
        scope = row or scope.get(piece, scope)
    return "/".join(named)


def numbers_of(answers: Mapping[str, Any]) -> dict[str, int]:
    """Return the number of every row by its id."""
    return {row[ROW_ID]: n for rows in _repeats(answers) for n, row in enumerate(rows, 1)}


def by_row_numbers(numbers: Mapping[str, int], address: str) -> str:
    """Return an address with the numbers of its rows in place of their ids."""
    return _IN_BRACKETS.sub(lambda found: f"[{numbers.get(found[1], found[1])}]", address)


def _rows_named(scope: Mapping[str, Any], repeat: str) -> list[Mapping[str, Any]]:
    """Return the rows of a repeat at or below a place, without looking into other rows."""
    found = scope.get(repeat)
    if isinstance(found, list):
        return found
    inner = (_rows_named(each, repeat) for each in scope.values() if isinstance(each, Mapping))
    return next(filter(None, inner), [])


def _repeats(answers: Mapping[str, Any]) -> Iterator[list[Mapping[str, Any]]]:
    for value in answers.values():
        if type(value) is str:
            continue
        if isinstance(value, Mapping):
            yield from _repeats(value)
        elif isinstance(value, list):
            yield value
            for row in value:
                yield from _repeats(row)
