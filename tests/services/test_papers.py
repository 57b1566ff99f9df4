"""Papers to hand out: so many pages and no more, the words of the help, numbers where they are known."""

import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from outreach_app.report.errors import PaperTooLong
from outreach_app.report.papers import (
    Item,
    Kind,
    Paper,
    Passage,
    Sheet,
    render_cards,
    render_guide,
    render_page,
)
from outreach_app.services.papers import CARDS, GUIDE, NEVER, PAPERS, paper_pdf
from outreach_app.services.shipped import resources_folder
from outreach_app.ui.launching.words import MAC_NAME

AT = datetime(2026, 2, 3, 11, 0, tzinfo=UTC)
PAGES = {GUIDE: 2, CARDS: 1, NEVER: 1}


def words_of(pdf: bytes) -> list[str]:
    """Return the text of each page, white space joined."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("known", [{}, {"safety.on_call": "020 7946 0018 " * 3}])
def test_each_paper_has_its_pages_and_the_same_bytes_each_time(
    name: str, known: dict[str, str]
) -> None:
    pdf = paper_pdf(name, known, made_at=AT, foot="Version 1")
    assert pdf == paper_pdf(name, known, made_at=AT, foot="Version 1")
    pages = words_of(pdf)
    assert len(pages) == PAGES[name]
    assert all(page.endswith("Version 1") for page in pages)


def test_nothing_of_a_source_is_left_out() -> None:
    for name in PAPERS:
        said = " ".join(words_of(paper_pdf(name, {}, made_at=AT)))
        source = (resources_folder() / "papers" / "en" / f"{name}.md").read_text("utf-8")
        for line in source.splitlines():
            plain = re.sub(r"^(#+ (! )?|- |\d+\. |= |\+ .*|---)|\*\*| <.*>$", "", line)
            for sentence in re.split(r"(?<=\.) ", plain):
                assert sentence in said, f"{name}: {sentence}"


def test_the_guide_names_the_window_as_every_system_calls_it() -> None:
    (said, _second) = words_of(paper_pdf(GUIDE, {}, made_at=AT))
    assert "“Notes”" in said
    assert f"“{MAC_NAME}”" in said


def test_the_page_of_what_is_never_done_says_what_the_help_says() -> None:
    (said,) = words_of(paper_pdf(NEVER, {}, made_at=AT))
    (page,) = (resources_folder() / "help" / "en").glob("*-never.md")
    points = [each[2:] for each in page.read_text("utf-8").splitlines() if each.startswith("- ")]
    assert len(points) > 8
    assert [each for each in points if each not in said] == []
    assert "About:" not in said


def test_numbers_that_the_organisation_decided_stand_on_every_card() -> None:
    known = {"safety.on_call": "020 7946 0018", "safety.on_call_second": "020 7946 0019"}
    (card,) = words_of(paper_pdf(CARDS, known, made_at=AT))
    assert card.count("020 7946 0018") == 4
    assert card.count("020 7946 0019") == 4
    assert "020 7946 0018" in words_of(paper_pdf(GUIDE, known, made_at=AT))[1]


def test_what_is_found_in_a_pocket_says_nothing_of_the_work() -> None:
    pdf = paper_pdf(CARDS, {}, made_at=AT)
    reader = PdfReader(BytesIO(pdf))
    said = " ".join([*words_of(pdf), *map(str, (reader.metadata or {}).values())]).casefold()
    for telling in ("outreach", "traffick", "survivor", "client", "case", "charity", "vault"):
        assert telling not in said


@pytest.mark.parametrize(
    "render", [render_guide, render_page, lambda paper: render_cards(paper, "Cut.")]
)
def test_words_that_do_not_fit_are_refused_and_not_carried_over(render: object) -> None:
    assert callable(render)
    item = Item(Kind.POINT, (("Long words for a small page. " * 30, False),))
    passage = Passage("Too long", (item,) * 12)
    sheet = Sheet("A title", "A lead", (Passage("", ()), passage))
    with pytest.raises(PaperTooLong) as caught:
        render(Paper(sheets=(sheet,), foot="", made_at=AT))
    assert caught.value.facts == {"title": "A title"}
