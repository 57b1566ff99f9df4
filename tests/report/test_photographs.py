"""Photographs on paper: upright, small, without anything beside the pixels; nothing hostile unpacked."""

import struct
import zlib
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from outreach_app.report.content import Field, FieldKind, Photograph, PrintDocument, Section
from outreach_app.report.document import render_document
from outreach_app.report.photographs import MOST_BYTES, print_of
from outreach_app.report.pictures import PageReader

LIGHT = 128
TOLD = b"zq-where-it-was-taken-qz"


def photograph(width: int = 400, height: int = 300, kind: str = "JPEG") -> bytes:
    """Return a picture that is red above and blue below, held sideways by its camera."""
    picture = Image.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width // 2, height))
    out, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6  # turn it by 90 degrees to the right
    exif[0x010E] = TOLD.decode()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def sheet(content: bytes) -> PrintDocument:
    who = (Field("Name", "Ina Berisha"), Field("Language", "Albanian"))
    photo = Photograph("Photo", content, "It cannot be printed.")
    return PrintDocument(
        title="Missing person",
        reference="HH-26-A001",
        made_at=datetime(2026, 2, 3, 11, 0, tzinfo=UTC),
        sections=(
            Section("Who", who, photograph=photo),
            Section("More", (photo, Field("Further", "", FieldKind.SHORT))),
        ),
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_it_stands_upright_and_tells_nothing_of_where_it_was_taken(kind: str) -> None:
    content = photograph(kind=kind)
    assert TOLD in content
    made = print_of(content)
    assert made is not None
    assert (made.width_px, made.height_px) == (300, 400)
    with Image.open(BytesIO(made.jpeg)) as found:
        above, below = found.getpixel((150, 20)), found.getpixel((150, 380))
        assert not found.getexif()
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[0] > LIGHT > above[2]
    assert below[2] > LIGHT > below[0]
    assert TOLD not in made.jpeg
    assert TOLD not in render_document(sheet(content))


def test_a_large_one_is_made_small_and_one_that_is_seen_through_gets_white_paper() -> None:
    made = print_of(photograph(4000, 3000))
    assert made is not None
    assert max(made.width_px, made.height_px) == 1200
    out = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(out, "PNG")
    clear = print_of(out.getvalue())
    assert clear is not None
    with Image.open(BytesIO(clear.jpeg)) as found:
        assert found.getpixel((20, 20)) == (255, 255, 255)


def with_notes(notes: bytes) -> bytes:
    """Return a picture with notes of a camera exactly as given."""
    out = BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG", exif=b"Exif\x00\x00" + notes)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow says that notes are cut short
@pytest.mark.parametrize(
    "kind", [2, 5, 10, 12, 99], ids=["text", "ratio", "signed", "float", "none"]
)
@pytest.mark.parametrize("tag", [0x0112, 0x0100, 0x8825])
def test_damaged_notes_of_a_camera_keep_no_photograph_from_the_sheet(kind: int, tag: int) -> None:
    held = struct.pack("<HHII", 0x0112, 3, 1, 6)
    odd = struct.pack("<HHII", tag, kind, 1, 0x41414141)
    first, second = sorted((held, odd), key=lambda each: each[:2])
    notes = b"II*\x00" + struct.pack("<IH", 8, 2) + first + second + bytes(4)
    made = print_of(with_notes(notes))
    assert made is not None
    assert {made.width_px, made.height_px} == {30, 40}


def png_that_claims(width: int, height: int) -> bytes:
    """Return a small file that would unpack to something enormous."""

    def chunk(name: bytes, body: bytes) -> bytes:
        whole = name + body
        return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(4096)))
        + chunk(b"IEND", b"")
    )


def other(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (10, 10)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture at all",
        photograph()[:60],
        png_that_claims(60_000, 60_000),
        png_that_claims(9_000, 9_000),
        png_that_claims(2**31 - 1, 2**31 - 1),
        other("GIF"),
        other("TIFF"),
        b"\xff\xd8" + bytes(MOST_BYTES),
    ],
    ids=["empty", "text", "cut", "bomb", "large", "huge", "gif", "tiff", "long"],
)
def test_what_cannot_be_shown_is_said_in_words(content: bytes) -> None:
    assert print_of(content) is None
    reader = PageReader(render_document(sheet(content)))
    assert "It cannot be printed." in reader.text(0)
    assert "Ina Berisha" in reader.text(0)


def test_the_same_photograph_gives_the_same_bytes() -> None:
    document = sheet(photograph())
    assert render_document(document) == render_document(document)
