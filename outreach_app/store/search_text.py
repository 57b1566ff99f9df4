"""Which texts of a document are searchable."""

import re
from collections.abc import Mapping
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]+")
_CODES = frozenset({"yes", "no", "unknown", "declined", "not_asked", "not_applicable", "true"})


def searchable(answers: Mapping[str, Any]) -> str:
    """Return the texts of a document, one a line, without answer codes, dates and row ids."""
    texts: list[str] = []
    _collect(answers, texts)
    return "\n".join(texts)


def _collect(answers: Mapping[str, Any], texts: list[str]) -> None:
    for name, value in answers.items():
        if isinstance(value, str):
            if _is_text(value) and name not in (ROW_ID, ROW_ORDER):
                texts.append(value)
        elif isinstance(value, list):
            for row in value:
                _collect(row, texts)
        else:
            _collect(value, texts)


def _is_text(value: str) -> bool:
    """Leave out codes of lists (lower case with an underscore), dates, moments and small numbers."""
    first, blank, rest = value.partition(" ")
    if blank:
        return not ("_" in first and _is_code(first) and all(map(_is_code, rest.split())))
    if value in _CODES or _is_code(value):
        return False
    if _INSTANT.fullmatch(value):
        return False
    if any(map(str.isalpha, value)):
        return True
    # A telephone number or reference; a full date has ten characters.
    return len(value) > 10 or (value.isdigit() and len(value) > 6)


def _is_code(word: str) -> bool:
    return "_" in word and word.islower()
