"""The contact card: what it says, and that the code on the page is the code of the key."""

import dataclasses
from pathlib import Path

import pytest

from outreach_app.report.contact_card import ContactCard, code_modules, render_contact_card
from tests.report.samples import MADE_AT
from tests.report.tools import needs, pages, run

WORDS = tuple(f"word{number}" for number in range(12))
LINE = "ssh-ed25519-cert-v01@openssh.com " + "AbCd0123+/" * 64
CARD = ContactCard(
    name="Nora Field (NF)",
    organisation="Example House",
    facts=(("Role", "Supervisor"), ("Valid until", "3 February 2027, 11:00")),
    words=WORDS,
    payload=LINE,
    made_at=MADE_AT,
)


def test_the_card_is_one_page_that_says_whose_key_it_is() -> None:
    (text,) = pages(render_contact_card(CARD))
    for words in ("Nora Field (NF)", "Example House", "Supervisor", "3 February 2027", *WORDS):
        assert words in text


def test_the_same_card_gives_the_same_bytes_and_another_key_another_code() -> None:
    assert render_contact_card(CARD) == render_contact_card(CARD)
    other = dataclasses.replace(CARD, payload=LINE.replace("A", "B"))
    assert render_contact_card(other) != render_contact_card(CARD)


def test_the_code_is_a_square_of_a_version_that_paper_carries() -> None:
    modules = code_modules(LINE)
    assert len(modules) <= 17 + 4 * 22
    assert {len(row) for row in modules} == {len(modules)}
    finder = [[True] * 7, [True] + [False] * 5 + [True]]
    assert [list(row[:7]) for row in modules[:2]] == finder
    assert [list(row[-7:]) for row in modules[:2]] == finder


@needs("pdftoppm")
@pytest.mark.parametrize("payload", [LINE, "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "x" * 43])
def test_what_is_drawn_is_the_code_module_by_module(payload: str, tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(render_contact_card(dataclasses.replace(CARD, payload=payload)))
    picture = run("pdftoppm", "-r", "300", "-gray", "-singlefile", path).stdout
    _magic, size, _depth, pixels = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [pixels[start : start + width] for start in range(0, width * height, width)]
    wanted = code_modules(payload)
    side, left, top = _place_of_code(rows, len(wanted))
    found = tuple(
        tuple(
            rows[int(top + (down + 0.5) * side)][int(left + (across + 0.5) * side)] < 128
            for across in range(len(wanted))
        )
        for down in range(len(wanted))
    )
    assert found == wanted


def _place_of_code(rows: list[bytes], modules: int) -> tuple[float, int, int]:
    """Return module size, left and top of the code: the longest dark run is a finder's upper edge."""
    lower = len(rows) // 3
    edges = []
    for top in range(lower, len(rows) - 100):
        dark = [x for x, grey in enumerate(rows[top]) if grey < 128]
        if dark and dark[-1] - dark[0] > len(rows[top]) // 3 and _is_edge(rows[top], dark):
            edges.append((top, dark[0], dark[-1] + 1))
    top, left, right = edges[0]
    return (right - left) / modules, left, top


def _is_edge(row: bytes, dark: list[int]) -> bool:
    """Say whether a row begins and ends with a dark run of the same length: two finders."""
    first = next(n for n, x in enumerate(range(dark[0], len(row))) if row[x] >= 128)
    last = next(n for n, x in enumerate(range(dark[-1], 0, -1)) if row[x] >= 128)
    return first > 20 and abs(first - last) <= 2
