"""Which texts of a document are searchable."""

from collections.abc import Iterator, Mapping
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER

_CODES = frozenset({"yes", "no", "unknown", "declined", "not_asked", "not_applicable", "true"})


def searchable(answers: Mapping[str, Any]) -> str:
    """Return the texts of a document, one a line, without answer codes, dates and row ids."""
    return "\n".join(_texts(answers))


def _texts(answers: Mapping[str, Any]) -> Iterator[str]:
    for name, value in answers.items():
        if isinstance(value, list):
            for row in value:
                yield from _texts(row)
        elif isinstance(value, Mapping):
            yield from _texts(value)
        elif name not in {ROW_ID, ROW_ORDER} and _is_text(value):
            yield value


def _is_text(value: str) -> bool:
    """Leave out codes of lists (lower case with an underscore), dates and small numbers."""
    if value in _CODES:
        return False
    if " " in value:
        return not all("_" in word and word.islower() for word in value.split())
    if "_" in value and value.islower():
        return False
    return any(letter.isalpha() for letter in value.partition("T")[0]) or len(value) > 10
