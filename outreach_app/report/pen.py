"""The pen: draws lines of text and simple shapes on the pages of one PDF in memory.

Coordinates are points from the upper left corner of the page, downwards. Only this module and
`embedding` know reportlab.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from outreach_app.report.embedding import GlyphFont
from outreach_app.report.fonts import Face, Weight
from outreach_app.report.lines import Line, Placed, TextStyle
from outreach_app.report.shaping import Run, Shaper

A4 = (595.2756, 841.8898)
Colour = tuple[float, float, float]

# Plain bytes are smaller than their ASCII form, and every reader of today takes them.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the file says about itself. Holds references, never names of clients.

    Attributes:
        language: BCP 47 tag of the document's own words.
        made_at: Instant shown as the date of creation; part of the input, so that the same input
            gives the same bytes.
        maker: The program, "" where the file is not to say by which it was made.
    """

    title: str
    subject: str
    author: str
    language: str
    made_at: datetime
    maker: str = "Outreach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle: left, top, width and height in points."""

    x: float
    y: float
    width: float
    height: float


class _Sheets(Canvas):
    """A canvas that names no font of its own, so that every font in the file is embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def fonts(self) -> list[object]:
        return self._doc.delayedFonts

    def date_with(self, made_at: datetime) -> None:
        stamp = made_at.strftime("D:%Y%m%d%H%M%S") + _offset(made_at)
        self._doc.setDateFormatter(lambda *_parts: stamp)


class Pen:
    """Draws one PDF."""

    def __init__(self, imprint: Imprint, size: tuple[float, float] = A4) -> None:
        """Open a PDF in memory."""
        self.width, self.height = size
        self._sheets = _Sheets(
            BytesIO(),
            size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=imprint.language,
        )
        self._fonts: dict[Face, GlyphFont] = {}
        self._shaper = Shaper()
        self._marks = 0
        self._sheets.setTitle(imprint.title)
        self._sheets.setSubject(imprint.subject)
        self._sheets.setAuthor(imprint.author)
        self._sheets.setCreator(imprint.maker)
        self._sheets.setProducer(imprint.maker)
        self._sheets.date_with(imprint.made_at)
        self._sheets.setViewerPreference("DisplayDocTitle", "true")
        self._sheets.showOutline()

    def finish(self) -> bytes:
        """Close the PDF and return its bytes."""
        return self._sheets.getpdfdata()

    def end_page(self) -> None:
        """Close the current page."""
        self._sheets.showPage()

    def bookmark(self, title: str, y: float, level: int) -> None:
        """Put an entry into the outline that leads to this height of the page."""
        self._marks += 1
        key = f"place-{self._marks}"
        self._sheets.bookmarkHorizontalAbsolute(key, self.height - y + 12)
        self._sheets.addOutlineEntry(title, key, level, closed=False)

    def line(self, line: Line, x: float, baseline: float) -> None:
        """Draw one set line with its left end at `x`."""
        for group in _groups(line.placed):
            self._text(group, x + group[0].x, baseline)

    def rectangle(
        self,
        box: Box,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        radius: float = 0,
        thickness: float = 0.6,
    ) -> None:
        """Draw a rectangle, with round corners where a radius is given."""
        self._colours(fill, stroke, thickness)
        left, bottom = box.x, self.height - box.y - box.height
        paint = {"stroke": int(stroke is not None), "fill": int(fill is not None)}
        if radius:
            self._sheets.roundRect(left, bottom, box.width, box.height, radius, **paint)
        else:
            self._sheets.rect(left, bottom, box.width, box.height, **paint)

    def photograph(self, jpeg: bytes, box: Box) -> None:
        """Draw a JPEG in a box of its own proportions."""
        self._sheets.drawImage(
            ImageReader(BytesIO(jpeg)),
            box.x,
            self.height - box.y - box.height,
            box.width,
            box.height,
        )

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        colour: Colour,
        *,
        thickness: float = 0.6,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a line through the points; dashes as lengths of ink and gap."""
        self._colours(None, colour, thickness)
        self._sheets.setDash(list(dash))
        self._sheets.setLineJoin(1)
        self._sheets.drawPath(self._path(points, closed=False), stroke=1, fill=0)
        self._sheets.setDash([])

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.6,
    ) -> None:
        """Draw a closed shape."""
        self._colours(fill, stroke, thickness)
        self._sheets.drawPath(
            self._path(points, closed=True),
            stroke=int(stroke is not None),
            fill=int(fill is not None),
        )

    def circle(
        self,
        centre: tuple[float, float],
        radius: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.6,
    ) -> None:
        """Draw a circle."""
        self._colours(fill, stroke, thickness)
        x, y = centre
        self._sheets.circle(
            x, self.height - y, radius, stroke=int(stroke is not None), fill=int(fill is not None)
        )

    def _path(self, points: Sequence[tuple[float, float]], *, closed: bool) -> PDFPathObject:
        path = self._sheets.beginPath()
        for place, (x, y) in enumerate(points):
            (path.lineTo if place else path.moveTo)(x, self.height - y)
        if closed:
            path.close()
        return path

    def _colours(self, fill: Colour | None, stroke: Colour | None, thickness: float) -> None:
        if fill is not None:
            self._sheets.setFillColorRGB(*fill)
        if stroke is not None:
            self._sheets.setStrokeColorRGB(*stroke)
            self._sheets.setLineWidth(thickness)

    def _text(self, group: Sequence[Placed], x: float, baseline: float) -> None:
        run, style = group[0].run, group[0].style
        if run.face is None:
            self._unknown(run, style, x, baseline)
            return
        font = self._font(run.face)
        red, green, blue = style.colour
        body = "".join(_operators(one.run, font, style.size) for one in group)
        self._sheets.addLiteral(
            f"BT {red:.3f} {green:.3f} {blue:.3f} rg /{font.name} {style.size:g} Tf "
            f"1 0 0 1 {x:.2f} {self.height - baseline:.2f} Tm {body}ET"
        )

    def _font(self, face: Face) -> GlyphFont:
        if face not in self._fonts:
            self._fonts[face] = GlyphFont(face, f"G{len(self._fonts) + 1}")
            self._sheets.fonts().append(self._fonts[face])
        return self._fonts[face]

    def _unknown(self, run: Run, style: TextStyle, x: float, baseline: float) -> None:
        """Draw the number of a character without a shape in a frame; copying gives the character."""
        size = style.size
        frame = Box(x=x + size * 0.06, y=baseline - size * 0.8, width=size * 0.88, height=size)
        self.rectangle(frame, stroke=style.colour, thickness=0.4)
        number = f"{ord(run.text):04X}"
        half = (len(number) + 1) // 2
        tiny = TextStyle(size * 0.42, size * 0.42, style.colour)
        self._sheets.addLiteral(_actual_text(run.text))
        for row, digits in enumerate((number[:half], number[half:])):
            runs = self._shaper.runs(digits, Weight.REGULAR)
            width = sum(one.width for one in runs) * tiny.size / 1000
            left = x + (size - width) / 2
            height = baseline - size * (0.38 - 0.44 * row)
            placed = [Placed(one, tiny, 0) for one in runs]
            self._text(placed, left, height)
        self._sheets.addLiteral("EMC")


def _groups(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Join neighbours of one face and style: fewer operators, and spaces stay with their words."""
    groups: list[list[Placed]] = []
    for one in placed:
        last = groups[-1][-1] if groups else None
        same = (
            last is not None
            and one.run.face is not None
            and last.run.face is one.run.face
            and last.style == one.style
            and last.run.right_to_left == one.run.right_to_left
        )
        if same:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _operators(run: Run, font: GlyphFont, size: float) -> str:
    parts: list[str] = []
    lost = False
    for glyph in run.glyphs:
        lost = not font.use(glyph) or lost
        nominal = font.advance(glyph.number)
        code = f"<{glyph.number:04X}>"
        if glyph.up:
            parts.append(f"] TJ {glyph.up * size / 1000:.2f} Ts [")
        parts.append(f"{-glyph.right:d} {code}" if glyph.right else code)
        if glyph.up:
            parts.append("] TJ 0 Ts [")
        correction = nominal - glyph.advance + glyph.right
        if correction:
            parts.append(f" {correction:d} ")
    shown = f"[{''.join(parts)}] TJ "
    if lost and not run.right_to_left:
        return f"{_actual_text(run.text)} {shown}EMC "
    # Readers turn right-to-left text around themselves, replaced text included: leave it alone.
    return shown


def _actual_text(text: str) -> str:
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"


def _offset(instant: datetime) -> str:
    offset = instant.utcoffset()
    if not offset:
        return "+00'00'"
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}'{abs(minutes) % 60:02d}'"
