from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from outreach_app.report.content import Field, Section
from outreach_app.report.document import render_document
from tests.report.samples import (
    ARABIC,
    GREEK,
    UKRAINIAN,
    VIETNAMESE,
    document,
    long_document,
)
from tests.report.tools import needs, pages, run


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_document(long_document())


def test_the_same_input_gives_the_same_bytes(pdf: bytes) -> None:
    assert render_document(long_document()) == pdf


def test_every_page_says_where_it_belongs(pdf: bytes) -> None:
    texts = pages(pdf)
    assert len(texts) >= 8
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert "HH-26-B007.1" in text
        assert "Confidential" in text


def test_the_cover_comes_first_with_level_facts_and_open_flags(pdf: bytes) -> None:
    first = pages(pdf)[0]
    places = [
        first.index(words)
        for words in ("Very high", "Next review", "Open safety flags (1)", "What the client says")
    ]
    assert places == sorted(places)


def test_a_document_without_open_flags_says_so() -> None:
    text = pages(render_document(replace(document(), open_flags=())))[0]
    assert "No safety flag is open." in text
    assert "flag" not in pages(render_document(replace(document(), open_flags=None)))[0]


def test_the_file_names_title_language_and_reference_and_opens_with_its_outline(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    information = reader.metadata
    assert information is not None
    assert information.title == "Risk assessment – HH-26-B007.1"
    catalogue = reader.trailer["/Root"]
    assert isinstance(catalogue, DictionaryObject)
    assert str(catalogue["/Lang"]) == "en-GB"
    assert str(catalogue["/PageMode"]) == "/UseOutlines"
    preferences = catalogue["/ViewerPreferences"]
    assert isinstance(preferences, DictionaryObject)
    assert str(preferences["/DisplayDocTitle"]) == "True"


def test_the_outline_leads_to_sections_and_cards(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    titles: dict[str, int] = {}
    stack: list[Any] = list(reader.outline)
    while stack:
        entry = stack.pop()
        if isinstance(entry, list):
            stack.extend(entry)
        else:
            page = reader.get_destination_page_number(entry)
            assert page is not None
            titles[str(entry.title)] = page
    assert titles["Risk over time"] <= titles["Risks"] < titles["Names"]
    assert "R8 Risk number 8" in titles
    assert "R8 Risk number 8" in pages(pdf)[titles["R8 Risk number 8"]].replace("  ", " ")


def test_every_font_is_embedded_as_a_subset(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    fonts: set[str] = set()
    for page in reader.pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        named = resources["/Font"].get_object()
        assert isinstance(named, DictionaryObject)
        for font in named.values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"].get_object()
            assert len(descriptor["/FontFile2"].get_object().get_data()) < 60_000
            fonts.add(descriptor["/FontName"])
    assert len(fonts) == 3
    assert all(name[7] == "+" and name[8:].startswith("Copy") for name in fonts)


def test_words_of_every_script_can_be_found_again(pdf: bytes) -> None:
    text = "\n".join(pages(pdf))
    for words in (VIETNAMESE, GREEK, UKRAINIAN):
        assert words in text


@needs("pdftotext")
def test_arabic_can_be_found_again_in_reading_order(tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf)
    text = run("pdftotext", path, "-").stdout.decode()
    for word in ("أريد", "تتصلوا", "بأخي", "الهاتف"):
        assert word in text
    assert "07700 900461" in text


@needs("qpdf")
def test_the_file_is_sound(tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf)
    checked = run("qpdf", "--check", path)
    assert checked.returncode == 0, checked.stderr


@needs("pdftoppm")
def test_arabic_is_drawn_joined_and_from_right_to_left(tmp_path: Path) -> None:
    """Compare pictures: joined letters need less ink in width than separate ones, and end left."""
    joined = _ink(tmp_path, "joined", "سلام سلام سلام")
    apart = _ink(tmp_path, "apart", "س ل ا م س ل ا م س ل ا م")
    assert joined
    assert max(joined) - min(joined) < 0.75 * (max(apart) - min(apart))


def _ink(folder: Path, name: str, words: str) -> list[int]:
    """Return the columns with ink in the band of the only answer."""
    path = folder / f"{name}.pdf"
    plain = replace(document(Section("S", (Field("L", words),))), open_flags=None, facts=())
    path.write_bytes(render_document(plain))
    run("pdftoppm", "-r", "100", "-gray", path, folder / name)
    picture = next(folder.glob(f"{name}*.pgm")).read_bytes()
    _magic, size, _depth, data = picture.split(b"\n", 3)
    width, height = (int(number) for number in size.split())
    rows = [data[row * width : (row + 1) * width] for row in range(height)]
    left = int(width * 0.42)
    answer = rows[int(height * 0.16) : int(height * 0.24)]
    return [column for column in range(left, width) if any(row[column] < 110 for row in answer)]


def test_a_long_word_an_empty_section_and_odd_characters_do_no_harm() -> None:
    odd = document(
        Section("", (Field("", ""), Field("x" * 400, "y" * 4000), Field("a\u202eb", "ᠮᠣ\x00"))),
        Section("Empty", ()),
    )
    text = "".join(pages(render_document(odd)))
    assert "a[U+202E]b" in text
    assert "[U+0000]" in text


def test_boxes_give_their_character_back(tmp_path: Path) -> None:
    pdf = render_document(document(Section("Names", (Field("Name", "ᠮ你"),))))
    text = "".join(pages(pdf))
    assert "182E" in text or "ᠮ" in text


def test_names_of_clients_stay_out_of_the_data_about_the_file() -> None:
    reader = PdfReader(BytesIO(render_document(document(Section("S", (Field("N", ARABIC),))))))
    assert reader.metadata is not None
    said = " ".join(str(value) for value in reader.metadata.values())
    assert "Priya" not in said
    assert "HH-26-B007.1" in said
