"""What a command hands back, and how it is shown: words for a person or JSON for a script."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one command.

    Attributes:
        data: Plain values for ``--json``.
        text: The same for a person.
        exit_code: 0 unless the command answers a question with no.
    """

    data: Mapping[str, Any]
    text: str
    exit_code: int = 0
    written: Sequence[str] = field(default_factory=tuple)


def show(result: Result, *, as_json: bool) -> None:
    """Print a result."""
    if as_json:
        written = json.dumps(result.data, ensure_ascii=False, indent=2, sort_keys=True)
        print("".join(map(_escaped, written)))
    elif result.text:
        print(visible(result.text))


def visible(text: str) -> str:
    """Return the text with control, direction and invisible characters made visible.

    Source: answers come from other people; none may steer a terminal.
    """
    return "".join(_shown(character) for character in text)


def indented(text: str) -> str:
    """Return a text whose further lines stand in from its first: none can pass for one of ours."""
    first, *more = text.splitlines() or [""]
    return "\n".join([first, *(f"      {line}" for line in more)])


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun: ``1 page``, ``3 pages``, ``2 people``.

    Args:
        count: How many.
        one: The noun for one.
        many: The noun for several; "" for the noun with an s.
    """
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def _shown(character: str) -> str:
    return f"<U+{ord(character):04X}>" if _steers(character) else character


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if _steers(character) else character


def _steers(character: str) -> bool:
    if character in "\n\t":
        return False
    code = ord(character)
    return code < 0x20 or 0x7F <= code < 0xA0 or character in _OVERRIDES


_OVERRIDES = frozenset(
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\ufeff"
)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay rows out in columns of equal width, with a heading; each row stays one line."""
    body = [[" ⏎ ".join(str(cell).splitlines()) for cell in row] for row in rows]
    widths = (
        [max(len(cell) for cell in column) for column in zip(columns, *body, strict=True)]
        if body
        else [len(name) for name in columns]
    )
    lines = [list(columns), ["-" * width for width in widths], *body]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
