"""A reader who knows every sum that holds between counts, and solves for what is hidden."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

Sum = tuple[Mapping[str, int], int]
"""Counts by name with how often each is taken, and what they come to."""


def is_determined(name: str, sums: Iterable[Sum]) -> bool:
    """Say whether a count follows from the sums: by elimination, over all numbers."""
    rows: list[dict[str, Fraction]] = []
    for terms, _result in sums:
        row = _reduced({key: Fraction(many) for key, many in terms.items() if many}, rows)
        if row:
            pivot = min(row)
            rows = [_without(each, row, pivot) for each in rows] + [row]
    return not _reduced({name: Fraction(1)}, rows)


def _reduced(row: dict[str, Fraction], rows: Iterable[dict[str, Fraction]]) -> dict[str, Fraction]:
    for each in rows:
        row = _without(row, each, min(each))
    return row


def _without(
    row: dict[str, Fraction], other: Mapping[str, Fraction], pivot: str
) -> dict[str, Fraction]:
    if pivot not in row:
        return row
    times = row[pivot] / other[pivot]
    names = row.keys() | other.keys()
    found = {
        name: row.get(name, Fraction(0)) - times * other.get(name, Fraction(0)) for name in names
    }
    return {name: value for name, value in found.items() if value}
