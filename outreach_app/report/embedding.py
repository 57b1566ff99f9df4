"""Glyphs into a PDF: fonts addressed by glyph number, each with only the glyphs that are used.

The pages name glyphs (`Identity-H`); a ToUnicode table gives the characters back to whoever
searches or copies. This is how shaped Arabic reaches the page and is still text.
"""

from collections.abc import Iterable

from reportlab.pdfbase import pdfdoc

from outreach_app.report.fonts import Face, Typeface, typeface
from outreach_app.report.shaping import Glyph

_FONTS_DICTIONARY = "BasicFonts"
_TABLE_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_TABLE_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class GlyphFont:
    """One face within one PDF: collects the glyphs that the pages use, then writes itself."""

    def __init__(self, face: Face, name: str) -> None:
        """Prepare a face under the resource name that the pages use, such as ``G1``."""
        self.name = name
        self._typeface: Typeface = typeface(face)
        self._texts: dict[int, str] = {}

    def use(self, glyph: Glyph) -> bool:
        """Note a used glyph; say whether its characters can be found again from its number alone."""
        said = self._texts.setdefault(glyph.number, glyph.text)
        if not said and glyph.text:
            self._texts[glyph.number] = said = glyph.text
        return said == glyph.text

    def advance(self, number: int) -> int:
        """Return the width that the file states for a glyph, in thousandths of the type size."""
        return self._typeface.advance(number)

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - reportlab calls it
        """Write the font into the document; reportlab calls this once, when all pages are drawn."""
        if not self._texts:
            return
        data = self._typeface.subset(frozenset(self._texts))
        base_name = _base_name(self.name)
        descendant = self._descendant(document, base_name, data)
        table = _stream(_unicode_table(self._texts).encode("ascii"))
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base_name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([descendant]),
                "ToUnicode": document.Reference(table, f"unicode:{self.name}"),
            }
        )
        fonts = document.idToObject[_FONTS_DICTIONARY]
        fonts.dict[self.name] = document.Reference(font, f"font:{self.name}")

    def _descendant(
        self, document: pdfdoc.PDFDocument, base_name: str, data: bytes
    ) -> pdfdoc.PDFObjectReference:
        loaded = self._typeface
        widths = pdfdoc.PDFArray(list(_widths(loaded, self._texts)))
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(base_name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": self._descriptor(document, base_name, data),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                "W": widths,
            }
        )
        return document.Reference(font, f"descendant:{self.name}")

    def _descriptor(
        self, document: pdfdoc.PDFDocument, base_name: str, data: bytes
    ) -> pdfdoc.PDFObjectReference:
        metrics = self._typeface.metrics()
        file = _stream(data)
        file.dictionary["Length1"] = len(data)
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(base_name),
                "Flags": 4 + (64 if metrics.italic else 0),
                "FontBBox": pdfdoc.PDFArray(list(metrics.box)),
                "ItalicAngle": -12 if metrics.italic else 0,
                "Ascent": metrics.ascent,
                "Descent": metrics.descent,
                "CapHeight": metrics.cap_height,
                "StemV": 80,
                "FontFile2": document.Reference(file, f"file:{self.name}"),
            }
        )
        return document.Reference(descriptor, f"descriptor:{self.name}")


def _stream(data: bytes) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=data)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _base_name(name: str) -> str:
    """Return the name under which a subset stands in the file.

    It says nothing of the script or the words: names stay readable in a protected PDF.
    """
    number = int(name.removeprefix("G"))
    tag = "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
    return f"{tag}+Copy{number}"


def _widths(loaded: Typeface, numbers: Iterable[int]) -> Iterable[object]:
    for number in sorted(numbers):
        yield number
        yield pdfdoc.PDFArray([loaded.advance(number)])


def _unicode_table(texts: dict[int, str]) -> str:
    said = [(number, text) for number, text in sorted(texts.items()) if text]
    blocks = []
    for start in range(0, len(said), 100):
        rows = said[start : start + 100]
        lines = "".join(
            f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for number, text in rows
        )
        blocks.append(f"{len(rows)} beginbfchar\n{lines}endbfchar\n")
    return _TABLE_HEAD + "".join(blocks) + _TABLE_FOOT
