"""Photographs on paper: a file that somebody attached becomes a small picture without anything beside it.

The file may come from anybody. Only JPEG and PNG are read, its size is looked at before a pixel is
unpacked, and what is drawn is written anew: no place, camera, day or name of the file goes with it.
"""

import struct
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

from outreach_app.report.blocks import Block, draw_stack, stack_height
from outreach_app.report.pen import Box, Pen

MOST_PIXELS = 50_000_000
"""A file with more is not unpacked: a camera of today makes fewer."""
MOST_BYTES = 32 * 1024 * 1024
_LONGEST_SIDE_PX = 1200
_QUALITY = 85
_FORMATS = ("JPEG", "PNG")
_HELD = 0x0112
"""Where a camera notes in EXIF how it was held."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_GAP = 14.0
UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What Pillow raises for files that are no pictures, damaged, or larger unpacked than they say."""


@dataclass(frozen=True, slots=True)
class Print:
    """A picture as it is drawn: a JPEG with nothing in it but pixels."""

    jpeg: bytes = field(repr=False)
    width_px: int
    height_px: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Return width and height in points within a frame, in its own proportions."""
        scale = min(width / self.width_px, height / self.height_px)
        return self.width_px * scale, self.height_px * scale


def print_of(content: bytes) -> Print | None:
    """Return a file as a picture for paper, None for one that cannot be shown.

    Args:
        content: Of the file, as somebody attached it.
    """
    if len(content) > MOST_BYTES:
        return None
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as found:
            if found.width * found.height > MOST_PIXELS or not found.width * found.height:
                return None
            found.draft("RGB", (_LONGEST_SIDE_PX, _LONGEST_SIDE_PX))
            turn = turn_of(found)
            found.thumbnail((_LONGEST_SIDE_PX, _LONGEST_SIDE_PX))
            return _written_anew(found if turn is None else found.transpose(turn))
    except UNREADABLE:
        return None


def turn_of(picture: Image.Image) -> Image.Transpose | None:
    """Return how a picture is to be turned to stand upright.

    Only this one note is read: Pillow's own turning writes all of them anew, and fails on damaged ones.
    """
    try:
        return _TURNS.get(picture.getexif().get(_HELD, 1))
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error):
        return None  # lying on its side it still shows who is missing


def _written_anew(picture: Image.Image) -> Print:
    """Return the pixels on white paper; what is seen through becomes white."""
    with_depth = picture.convert("RGBA")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(with_depth, mask=with_depth.getchannel("A"))
    out = BytesIO()
    paper.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Print(out.getvalue(), *paper.size)


@dataclass(frozen=True)
class Beside:
    """Blocks with a photograph at their right, never cut."""

    content: tuple[Block, ...]
    picture: Print
    share: float = 0.27
    most: float = 190
    before: float = 5
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return max(stack_height(self.content, self._room(width)), self._drawn(width)[1])

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        draw_stack(pen, self.content, x, y, self._room(width))
        wide, high = self._drawn(width)
        pen.photograph(self.picture.jpeg, Box(x=x + width - wide, y=y, width=wide, height=high))

    def _drawn(self, width: float) -> tuple[float, float]:
        return self.picture.fitted(width * self.share, self.most)

    def _room(self, width: float) -> float:
        return width - width * self.share - _GAP


@dataclass(frozen=True)
class Photo:
    """A photograph on a line of its own, never cut."""

    picture: Print
    most: float = 260
    before: float = 4
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return self.picture.fitted(width, self.most)[1]

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        wide, high = self.picture.fitted(width, self.most)
        pen.photograph(self.picture.jpeg, Box(x=x, y=y, width=wide, height=high))
