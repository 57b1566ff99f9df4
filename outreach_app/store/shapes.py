"""The shape of answers, checked before anything from outside is kept or combined."""

from collections.abc import Mapping, Sequence
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER, combine


def is_sound(answers: object) -> bool:
    """Say whether a value has the shape of answers: texts, groups, rows with an id and an order."""
    return isinstance(answers, dict) and all(
        isinstance(name, str) and _is_sound_value(value) for name, value in answers.items()
    )


def agree(parts: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether sound parts of one revision can be combined: no leaf twice with two values."""
    try:
        combine(*parts)
    except (ValueError, AttributeError, TypeError):
        return False  # one part has a text where another has a group or a repeat
    return True


def _is_sound_value(value: object) -> bool:
    if isinstance(value, str):
        return True
    if isinstance(value, list):
        ids = [row.get(ROW_ID) if isinstance(row, dict) else None for row in value]
        return len(set(map(str, ids))) == len(ids) and all(_is_row(row) for row in value)
    return is_sound(value)


def _is_row(row: object) -> bool:
    return (
        is_sound(row)
        and isinstance(row, dict)
        and isinstance(row.get(ROW_ID), str)
        and isinstance(row.get(ROW_ORDER), str)
    )
