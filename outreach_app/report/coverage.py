"""Which characters of a document the program's fonts have no shape for.

They are set as frames with their numbers, so nothing disappears; but who prints must know, because
the person for whom it is printed cannot read a frame.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from outreach_app.report.content import PrintDocument
from outreach_app.report.fonts import FACES, Weight, typeface
from outreach_app.report.large_copy import LargeCopy
from outreach_app.report.visible import visible

_SHOWN = 6


def characters_without_shape(document: PrintDocument | LargeCopy) -> tuple[str, ...]:
    """Return every character that will stand as a frame, as often as it comes, in print order."""
    known: dict[str, bool] = {"\n": True}
    found: list[str] = []
    for text in _texts(document):
        for character in visible(text):
            if character not in known:
                known[character] = _has_shape(character)
            if not known[character]:
                found.append(character)
    return tuple(found)


def words_about(missing: tuple[str, ...]) -> str:
    """Return in one sentence what could not be printed, "" for nothing."""
    if not missing:
        return ""
    numbers = [f"U+{ord(character):04X}" for character in dict.fromkeys(missing)]
    shown = ", ".join(numbers[:_SHOWN]) + (", …" if len(numbers) > _SHOWN else "")
    one = len(missing) == 1
    counted = "1 character" if one else f"{len(missing)} characters"
    stands = "stands as a frame with its number" if one else "stand as frames with their numbers"
    return f"{counted} could not be printed and {stands}: {shown}."


def _has_shape(character: str) -> bool:
    return any(ord(character) in typeface(face).covered for face in FACES[Weight.REGULAR])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
