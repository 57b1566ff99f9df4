"""Pictures before they are kept: written anew, so that nothing hidden in them goes along.

A telephone writes into each photograph where and when it was taken, with what, and often a small picture of
what was cut away; after the pixels a second picture or some seconds of film may follow. Whoever gets
the file can read all that, a stranger who hunts the client included. What is kept is what is seen.
"""

from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, JpegImagePlugin

from outreach_app.report.errors import PictureKeepsMore, PictureUnreadable
from outreach_app.report.photographs import MOST_PIXELS, UNREADABLE, turn_of

_QUALITY = 90
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_TIFF = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_BRANDS = (
    b"heic",
    b"heix",
    b"heim",
    b"heis",
    b"hevc",
    b"hevx",
    b"mif1",
    b"msf1",
    b"avif",
    b"avis",
    b"crx ",
)
"""Of files of the ISO family: pictures of newer telephones and cameras."""
_PLAIN_MODES = ("1", "L", "LA", "RGB", "RGBA", "I;16")


@dataclass(frozen=True, slots=True)
class Picture:
    """A file with pixels and nothing else.

    Attributes:
        media_type: ``image/jpeg`` or ``image/png``.
    """

    content: bytes = field(repr=False)
    media_type: str


def clean_file(content: bytes) -> Picture | None:
    """Return an attached file as a picture without anything hidden; None for what is no picture.

    Args:
        content: Of the file, as somebody attached it.

    Raises:
        PictureUnreadable: A JPEG or PNG that is damaged, has several pictures, or far too many pixels.
        PictureKeepsMore: A picture of another kind, from which nothing can be taken out here.
    """
    if content.startswith((_JPEG, _PNG)):
        return clean_picture(content)
    is_other = (
        content.startswith(_TIFF)
        or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
        or (content[4:8] == b"ftyp" and content[8:12] in _BRANDS)
    )
    if is_other:
        raise PictureKeepsMore
    return None


def clean_picture(content: bytes, longest_px: int = 0) -> Picture:
    """Return a JPEG or PNG written anew from its pixels, upright.

    Args:
        content: Of the file, as somebody attached it.
        longest_px: Its longer side is made that long where it is longer; 0 leaves it as it is.

    Raises:
        PictureUnreadable: Neither of them, damaged, several pictures in one, or far too many pixels.
    """
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as found:
            if not 0 < found.width * found.height <= MOST_PIXELS:
                raise PictureUnreadable
            if content.startswith(_PNG):
                if getattr(found, "is_animated", False):
                    raise PictureUnreadable
                return _as_png(found, longest_px)
            return _as_jpeg(found, longest_px)
    except UNREADABLE as error:
        raise PictureUnreadable from error


def _as_jpeg(found: Image.Image, longest_px: int) -> Picture:
    turn = turn_of(found)
    smaller = 0 < longest_px < max(found.size)
    how: dict[str, object] = {"quality": _QUALITY}
    if (
        not smaller
        and isinstance(found, JpegImagePlugin.JpegImageFile)
        and found.mode in ("L", "RGB")
    ):
        # Its own tables again: writing it anew then changes hardly a pixel.
        how = {"qtables": found.quantization}
        if (sampling := JpegImagePlugin.get_sampling(found)) != -1:
            how["subsampling"] = sampling
    if smaller:
        found.draft(found.mode, (longest_px, longest_px))
    return Picture(_written(_pixels(found, longest_px, turn), "JPEG", how), "image/jpeg")


def _as_png(found: Image.Image, longest_px: int) -> Picture:
    turn = turn_of(found)
    seen_through = "transparency" in found.info
    plain = found
    if seen_through or found.mode not in _PLAIN_MODES:
        has_alpha = seen_through or found.mode in ("PA", "RGBa", "La")
        plain = found.convert("RGBA" if has_alpha else "RGB")
    if 0 < longest_px < max(plain.size) and plain.mode in ("1", "I;16"):
        plain = plain.convert("L")
    return Picture(_written(_pixels(plain, longest_px, turn), "PNG", {}), "image/png")


def _pixels(found: Image.Image, longest_px: int, turn: Image.Transpose | None) -> Image.Image:
    """Return a picture that knows nothing but its pixels."""
    if 0 < longest_px < max(found.size):
        found.thumbnail((longest_px, longest_px))
    upright = found if turn is None else found.transpose(turn)
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    return bare


def _written(bare: Image.Image, kind: str, how: dict[str, object]) -> bytes:
    out = BytesIO()
    bare.save(out, kind, **how)
    return out.getvalue()
