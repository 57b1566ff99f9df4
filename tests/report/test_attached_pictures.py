"""Pictures before they are kept: pixels and nothing else."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from outreach_app.report import attached_pictures
from outreach_app.report.attached_pictures import Picture, clean_file, clean_picture
from outreach_app.report.errors import PictureKeepsMore, PictureUnreadable

_SECRET = b"Taken at 51.4545 N by Dana"


def street(size: tuple[int, int] = (240, 160)) -> Image.Image:
    """A picture with an upper left corner that is known again."""
    made = Image.new("RGB", size, "white")
    made.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    return made


def told(turn: int = 1) -> Image.Exif:
    """What a telephone writes about a photograph."""
    exif = Image.Exif()
    exif[Base.Orientation] = turn
    exif[Base.ImageDescription] = _SECRET.decode()
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (51.0, 27.0, 16.2)
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    return exif


def jpeg(picture: Image.Image, turn: int = 1) -> bytes:
    """A photograph with everything beside its pixels, and something after them."""
    out = BytesIO()
    picture.save(
        out, "JPEG", quality=80, exif=told(turn), comment=_SECRET, xmp=b"<x>" + _SECRET + b"</x>",
        icc_profile=_SECRET, dpi=(72, 72),
    )  # fmt: skip
    return out.getvalue() + b"MotionPhoto" + _SECRET


def png(picture: Image.Image) -> bytes:
    """A picture of a screen with texts in it."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", _SECRET.decode())
    words.add_itxt("XML:com.adobe.xmp", _SECRET.decode(), zip=False)
    out = BytesIO()
    picture.save(out, "PNG", pnginfo=words, exif=told(), icc_profile=_SECRET, dpi=(72, 72))
    return out.getvalue() + _SECRET


@pytest.mark.parametrize("made", [jpeg, png])
@pytest.mark.parametrize("clean", [clean_file, clean_picture])
def test_nothing_but_pixels_is_kept(
    made: Callable[[Image.Image], bytes], clean: Callable[[bytes], Picture]
) -> None:
    content = made(street())
    assert content.count(_SECRET) >= 3
    kept = clean(content)
    assert _SECRET not in kept.content
    assert b"Exif" not in kept.content
    with Image.open(BytesIO(kept.content)) as found:
        assert found.get_format_mimetype() == kept.media_type
        assert not found.getexif()
        assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert found.size == (240, 160)


def test_a_photograph_stands_upright_and_hardly_a_pixel_changes() -> None:
    lying = street().transpose(Image.Transpose.ROTATE_90)
    kept = clean_picture(jpeg(lying, turn=6))
    with (
        Image.open(BytesIO(kept.content)) as found,
        Image.open(BytesIO(jpeg(street()))) as straight,
    ):
        assert found.size == straight.size
        pairs = zip(found.tobytes(), straight.convert("RGB").tobytes(), strict=True)
        assert sum(abs(one - other) for one, other in pairs) / len(found.tobytes()) < 1


def test_a_picture_of_a_screen_keeps_every_pixel() -> None:
    for mode in ("1", "L", "P", "RGB", "RGBA", "LA"):
        picture = street().convert(mode)
        with Image.open(BytesIO(clean_picture(png(picture)).content)) as found:
            assert found.convert("RGBA").tobytes() == picture.convert("RGBA").tobytes(), mode


@pytest.mark.parametrize("made", [jpeg, png])
def test_what_is_larger_than_the_form_wants_becomes_smaller(
    made: Callable[[Image.Image], bytes],
) -> None:
    for mode in ("L", "RGB"):
        content = made(street((900, 600)).convert(mode))
        with Image.open(BytesIO(clean_picture(content, 300).content)) as found:
            assert found.size == (300, 200)
        with Image.open(BytesIO(clean_picture(content, 1600).content)) as found:
            assert found.size == (900, 600)


@pytest.mark.parametrize(
    "content",
    [
        b"II*\x00" + bytes(20),
        b"MM\x00*" + bytes(20),
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x18ftypheic" + bytes(20),
        b"\x00\x00\x00\x18ftypavif" + bytes(20),
    ],
)
def test_a_kind_that_cannot_be_cleaned_is_not_taken(content: bytes) -> None:
    with pytest.raises(PictureKeepsMore):
        clean_file(content)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", b"plain words", b"RIFF...."])
def test_other_files_are_kept_as_they_are(content: bytes) -> None:
    assert clean_file(content) is None
    with pytest.raises(PictureUnreadable):
        clean_picture(content)


def test_damaged_moving_and_enormous_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = jpeg(street())
    moving = BytesIO()
    street().save(moving, "PNG", save_all=True, append_images=[street().rotate(90)])
    for content in (whole[:200], png(street())[:120], moving.getvalue()):
        with pytest.raises(PictureUnreadable):
            clean_file(content)
    monkeypatch.setattr(attached_pictures, "MOST_PIXELS", 240 * 160 - 1)
    with pytest.raises(PictureUnreadable):
        clean_picture(whole)
