"""Characters to glyphs: picks a face for each character and shapes with HarfBuzz.

All widths are thousandths of the type size. A character that no face covers becomes a box that
shows its number, so nothing a person wrote disappears.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

import uharfbuzz

from outreach_app.report.fonts import FACES, Face, Weight, typeface

BOX_WIDTH = 1000
_FEATURES = {"liga": False, "clig": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn shape.

    Attributes:
        number: Glyph number in the font file.
        text: The characters it stands for; "" when a neighbour of the same cluster says them.
        advance: How far the pen moves on, kerning included.
        right: Shift of the shape to the right, without moving the pen.
        up: Shift of the shape upwards.
    """

    number: int
    text: str
    advance: int
    right: int = 0
    up: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face in one direction, from left to right.

    Attributes:
        face: None for characters without a shape; `text` is then one character.
        text: The characters in reading order.
    """

    face: Face | None
    text: str
    glyphs: tuple[Glyph, ...]
    width: int
    right_to_left: bool = False


class Shaper:
    """Shapes words and remembers them for the life of one document.

    The memory is not shared between documents: it holds what people wrote.
    """

    def __init__(self) -> None:
        """Start with an empty memory."""
        self._known: dict[tuple[Weight, str, bool], tuple[Run, ...]] = {}

    def runs(self, text: str, weight: Weight, *, right_to_left: bool = False) -> tuple[Run, ...]:
        """Shape one word (or space), all of one direction, into runs from left to right."""
        key = (weight, text, right_to_left)
        if key not in self._known:
            shaped = [
                _shape(part, face, right_to_left=right_to_left)
                for part, face in _by_face(text, weight)
            ]
            self._known[key] = tuple(reversed(shaped) if right_to_left else shaped)
        return self._known[key]

    def width(self, text: str, weight: Weight, *, right_to_left: bool = False) -> int:
        """Return the width of one word in thousandths of the type size."""
        return sum(run.width for run in self.runs(text, weight, right_to_left=right_to_left))


def _by_face(text: str, weight: Weight) -> list[tuple[str, Face | None]]:
    parts: list[tuple[str, Face | None]] = []
    for character in text:
        before = parts[-1][1] if parts else None
        face = _face_for(character, FACES[weight], before)
        if parts and face is not None and face is before:
            parts[-1] = (parts[-1][0] + character, face)
        else:
            parts.append((character, face))
    return parts


def _face_for(character: str, faces: tuple[Face, ...], before: Face | None) -> Face | None:
    # Marks and joiners belong to the letter before them wherever its face has them.
    follows = unicodedata.category(character) in {"Mn", "Me", "Cf"}
    if follows and before is not None and ord(character) in typeface(before).covered:
        return before
    return next((face for face in faces if ord(character) in typeface(face).covered), None)


def _shape(text: str, face: Face | None, *, right_to_left: bool) -> Run:
    if face is None:
        return Run(None, text, (), BOX_WIDTH, right_to_left)
    loaded = typeface(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    uharfbuzz.shape(loaded.font, buffer, _FEATURES)
    infos = buffer.glyph_infos
    said = _cluster_texts(text, [info.cluster for info in infos], backwards=right_to_left)
    glyphs = tuple(
        Glyph(
            number=info.codepoint,
            text=words,
            advance=loaded.scaled(position.x_advance),
            right=loaded.scaled(position.x_offset),
            up=loaded.scaled(position.y_offset),
        )
        for info, position, words in zip(infos, buffer.glyph_positions, said, strict=True)
    )
    return Run(face, text, glyphs, sum(glyph.advance for glyph in glyphs), right_to_left)


def _cluster_texts(text: str, clusters: list[int], *, backwards: bool) -> list[str]:
    starts = sorted(set(clusters))
    words = {start: text[start:end] for start, end in pairwise([*starts, len(text)])}
    said: list[str] = [""] * len(clusters)
    places = range(len(clusters) - 1, -1, -1) if backwards else range(len(clusters))
    for place in places:
        said[place] = words.pop(clusters[place], "")
    return said
