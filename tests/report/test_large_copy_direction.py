"""A client's copy in a language from right to left: the whole sheet is mirrored, word by word."""

from datetime import UTC, datetime

import pypdfium2
import pytest

from outreach_app.report.direction import writes_right_to_left
from outreach_app.report.large_copy import LargeCopy, LargeLine, LargePassage, render_large_copy
from outreach_app.report.symbols import Symbol

WORDS, STEP = "أغلق الهاتف", "موعد في المدرسة"
LEFT, RIGHT = "left", "right"


def drawn(language: str) -> pypdfium2.PdfPage:
    lines = (LargeLine(WORDS), LargeLine("Call Anna"), LargeLine(STEP, is_step=True))
    copy = LargeCopy(
        title="خطتي",
        foot="Harbour House",
        language=language,
        made_at=datetime(2026, 2, 3, tzinfo=UTC),
        passages=(LargePassage("Steps", Symbol.ARROW, lines, empty_lines=1),),
    )
    return pypdfium2.PdfDocument(render_large_copy(copy))[0]


def sides(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Return for each baseline of the page at which margin its words stand, from the top down."""
    text, width = page.get_textpage(), page.get_width()
    rows: dict[int, list[tuple[float, float]]] = {}
    for place in range(text.count_chars()):
        left, bottom, right, _top = text.get_charbox(place, loose=True)
        if right > left:
            rows.setdefault(round(bottom), []).append((left, right))
    found = {}
    for row in sorted(rows, reverse=True):
        begin, end = min(each[0] for each in rows[row]), max(each[1] for each in rows[row])
        found[row] = LEFT if begin < width - end else RIGHT
    return found


@pytest.mark.parametrize("language", ["ar", "fa-IR", "he", "ur", "ckb", "pa-Arab"])
def test_every_line_stands_at_the_right(language: str) -> None:
    *words, foot = sides(drawn(language)).values()
    assert set(words) == {RIGHT}
    # The page number stands at the left, the organisation at the right: both on one line.
    assert foot in {LEFT, RIGHT}


def test_elsewhere_everything_begins_at_the_left_in_whatever_script() -> None:
    *words, _foot = sides(drawn("en-GB")).values()
    assert len(words) == 5
    assert set(words) == {LEFT}


def test_the_page_is_the_mirror_of_the_other() -> None:
    page, other = drawn("ar"), drawn("en-GB")
    number, organisation = (foot(each) for each in (page, other))
    assert number["1 / 1"] < number["Harbour House"]
    assert organisation["Harbour House"] < organisation["1 / 1"]


def foot(page: pypdfium2.PdfPage) -> dict[str, float]:
    """Return where the words at the foot begin."""
    text = page.get_textpage()
    found = {}
    for words in ("1 / 1", "Harbour House"):
        place = text.search(words).get_next()
        assert place is not None
        found[words] = text.get_charbox(place[0])[0]
    return found


@pytest.mark.parametrize("language", ["en-GB", "sq", "ku-Latn", "az-Cyrl", "uz", ""])
def test_other_languages_are_not_mirrored(language: str) -> None:
    assert not writes_right_to_left(language)
