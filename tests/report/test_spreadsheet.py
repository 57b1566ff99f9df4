"""A spreadsheet that Excel and LibreOffice read, and in which no text becomes a formula."""

import csv
import zipfile
from io import BytesIO, StringIO

import openpyxl
import pytest

from outreach_app.report.spreadsheet import Sheet, neutral, render_spreadsheet

_FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1",
    "\u200b=1+1", "\ufeff=1+1", "\u202e=1+1", "\u2060=1+1", "\uff1d1+1", "\uff0b1", "\uff0d1",
    "\uff20SUM(A1)", "\ufe66=", "\u22121", "\u20131", "\u0301=1", "\u00ad=1", "\U000e0020=1",
    "|cmd", "%0A=1", "\tplain", "\rplain",
)  # fmt: skip


@pytest.mark.parametrize("text", _FORMULAS, ids=[f"{text!a}" for text in _FORMULAS])
def test_what_may_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text).startswith("'")


@pytest.mark.parametrize("text", ["Sexual exploitation", "[c]", "12", "(x)", "Größe", "مرحبا", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


def test_a_reader_finds_texts_numbers_and_bold_heads() -> None:
    sheets = [
        Sheet("People", (("Head", "New"), ("=cmd()", 12)), frozenset({0})),
        Sheet("People", (("a & b < c", "[c]"),)),
        Sheet("bad:name/with*every?[thing]" * 3, ()),
    ]
    raw = render_spreadsheet(sheets)
    assert raw == render_spreadsheet(sheets)
    book = openpyxl.load_workbook(BytesIO(raw))
    assert len(set(book.sheetnames)) == 3
    assert all(len(name) <= 31 for name in book.sheetnames)
    first = book[book.sheetnames[0]]
    assert first["A1"].font.b
    assert not first["A2"].font.b
    assert (first["A2"].value, first["A2"].data_type) == ("'=cmd()", "s")
    assert (first["B2"].value, first["B2"].data_type) == (12, "n")
    assert book[book.sheetnames[1]]["A1"].value == "a & b < c"


def test_nothing_in_the_file_is_a_formula_a_link_or_a_macro() -> None:
    raw = render_spreadsheet([Sheet("x", tuple((text,) for text in _FORMULAS))])
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        assert all(name.endswith((".xml", ".rels")) for name in packed.namelist())
        everything = b"".join(packed.read(name) for name in packed.namelist())
    for mark in (b"<f>", b"<f ", b"hyperlink", b"externalLink", b"vbaProject", b"DOCTYPE"):
        assert mark not in everything


def test_it_is_still_harmless_once_it_is_saved_as_csv() -> None:
    raw = render_spreadsheet([Sheet("x", tuple((text,) for text in _FORMULAS))])
    book = openpyxl.load_workbook(BytesIO(raw))
    written = StringIO()
    csv.writer(written).writerows(book["x"].iter_rows(values_only=True))
    for row in csv.reader(StringIO(written.getvalue())):
        assert row[0].startswith("'")


def test_columns_after_z_have_two_letters() -> None:
    raw = render_spreadsheet([Sheet("x", (tuple(range(60)),))])
    book = openpyxl.load_workbook(BytesIO(raw))
    assert book["x"]["AA1"].value == 26
    assert book["x"]["BH1"].value == 59
