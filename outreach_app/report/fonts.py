"""The typefaces of the readable copies: Noto Sans for the scripts that clients write in.

All measures are thousandths of the type size, whatever the font file itself counts in.
"""

import struct
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import uharfbuzz

from outreach_app.report.errors import FontsMissing

FONTS_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"


class Face(StrEnum):
    """The font files."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"
    ARABIC = "NotoSansArabic-Regular"
    ARABIC_BOLD = "NotoSansArabic-Bold"
    MATHS = "NotoSansMath-Regular"
    SYMBOLS = "NotoSansSymbols2-Regular"
    ETHIOPIC = "NotoSansEthiopic-Regular"
    BENGALI = "NotoSansBengali-Regular"
    DEVANAGARI = "NotoSansDevanagari-Regular"
    GURMUKHI = "NotoSansGurmukhi-Regular"
    GUJARATI = "NotoSansGujarati-Regular"
    TAMIL = "NotoSansTamil-Regular"
    SINHALA = "NotoSansSinhala-Regular"
    TELUGU = "NotoSansTelugu-Regular"
    MALAYALAM = "NotoSansMalayalam-Regular"
    THAI = "NotoSansThai-Regular"
    MYANMAR = "NotoSansMyanmar-Regular"
    KHMER = "NotoSansKhmer-Regular"
    GEORGIAN = "NotoSansGeorgian-Regular"
    ARMENIAN = "NotoSansArmenian-Regular"
    HEBREW = "NotoSansHebrew-Regular"
    HAN = "NotoSansSC-Regular"


class Weight(StrEnum):
    """How a text stands out; each weight looks through its own faces in turn."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


# One weight of each is enough: these are a client's own words and names, not our headings.
_OTHER_SCRIPTS = (
    *(Face.ETHIOPIC, Face.BENGALI, Face.DEVANAGARI, Face.GURMUKHI, Face.GUJARATI, Face.TAMIL),
    *(Face.SINHALA, Face.TELUGU, Face.MALAYALAM, Face.THAI, Face.MYANMAR, Face.KHMER),
    *(Face.GEORGIAN, Face.ARMENIAN, Face.HEBREW, Face.HAN),
)
FACES: dict[Weight, tuple[Face, ...]] = {
    Weight.REGULAR: (Face.REGULAR, Face.ARABIC, Face.MATHS, Face.SYMBOLS, *_OTHER_SCRIPTS),
    Weight.BOLD: (Face.BOLD, Face.ARABIC_BOLD, Face.MATHS, Face.SYMBOLS, *_OTHER_SCRIPTS),
    Weight.ITALIC: (Face.ITALIC, Face.ARABIC, Face.MATHS, Face.SYMBOLS, *_OTHER_SCRIPTS),
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF font descriptor states, in thousandths of the type size."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    italic: bool


class Typeface:
    """One loaded font file: its shaping font, its coverage and its metrics."""

    def __init__(self, face: Face, data: bytes) -> None:
        """Load the font from the bytes of its file."""
        self.face = face
        self.shared = uharfbuzz.Face(uharfbuzz.Blob(data))
        self.font = uharfbuzz.Font(self.shared)
        self.covered = frozenset(self.shared.unicodes)
        self._units = self.shared.upem
        self._advances: dict[int, int] = {}

    def scaled(self, units: int) -> int:
        """Return a measure of the font file in thousandths of the type size."""
        return round(units * 1000 / self._units)

    def advance(self, glyph: int) -> int:
        """Return the unkerned advance of a glyph."""
        if glyph not in self._advances:
            self._advances[glyph] = self.scaled(self.font.get_glyph_h_advance(glyph))
        return self._advances[glyph]

    def metrics(self) -> Metrics:
        """Read the metrics from the tables `head`, `hhea` and `OS/2`."""
        head = self.shared.reference_table("head").data
        across = self.shared.reference_table("hhea").data
        windows = self.shared.reference_table("OS/2").data
        ascent, descent = struct.unpack(">hh", across[4:8])
        x_min, y_min, x_max, y_max = struct.unpack(">hhhh", head[36:44])
        (cap_height,) = struct.unpack(">h", windows[88:90])
        scale = self.scaled
        return Metrics(
            ascent=scale(ascent),
            descent=scale(descent),
            cap_height=scale(cap_height),
            box=(scale(x_min), scale(y_min), scale(x_max), scale(y_max)),
            italic=self.face is Face.ITALIC,
        )

    def subset(self, glyphs: frozenset[int]) -> bytes:
        """Return a font file that holds only these glyphs, at their old numbers.

        Old numbers let a page be written before the last glyph of the document is known.
        """
        chosen = uharfbuzz.SubsetInput()
        chosen.flags = (
            uharfbuzz.SubsetFlags.RETAIN_GIDS
            | uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        )
        chosen.unicode_set.clear()
        chosen.layout_feature_tag_set.clear()
        chosen.glyph_set.update(glyphs)
        for table in ("GSUB", "GPOS", "GDEF", "DSIG"):
            chosen.drop_table_tag_set.add(int.from_bytes(table.encode("ascii"), "big"))
        return uharfbuzz.subset(self.shared, chosen).blob.data


@cache
def typeface(face: Face) -> Typeface:
    """Return a loaded face; each file is read once in the life of the program.

    Raises:
        FontsMissing: The file is not where the program keeps its fonts.
    """
    try:
        data = (FONTS_FOLDER / f"{face.value}.ttf").read_bytes()
    except OSError as error:
        raise FontsMissing(font=face.value) from error
    return Typeface(face, data)
