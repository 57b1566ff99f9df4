from dataclasses import dataclass, field

from outreach_app.report.blocks import CARD, Block, Panel, Text, fill, stack_height, text
from outreach_app.report.grids import Cell, Grid, Look
from outreach_app.report.lines import Span, Typesetter
from outreach_app.report.pages import cut_into_pages
from outreach_app.report.pen import Pen
from outreach_app.report.styles import BODY
from tests.report.samples import NOTE

TYPESETTER = Typesetter()
WIDTH, HEIGHT = 480.0, 700.0


@dataclass(frozen=True)
class Brick:
    """A block of a fixed height that cannot be cut."""

    tall: float
    keep_with_next: bool = False
    before: float = 0
    name: str = field(default="")

    def height(self, width: float) -> float:
        return self.tall

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        raise AssertionError("bricks are not drawn")


def _paragraph(times: int) -> Text:
    return text(TYPESETTER, NOTE * times, BODY)


def _grid(*notes: str, head: tuple[str, ...] = ("Item", "Note")) -> Grid:
    rows = tuple(
        (Cell((Span(f"row {number}", BODY),)), Cell((Span(note, BODY),)))
        for number, note in enumerate(notes)
    )
    return Grid(TYPESETTER, Look((0.3, 0.7)), rows, head)


def _lines(blocks: list[Block]) -> int:
    return sum(len(block.set_lines(WIDTH)) for block in blocks if isinstance(block, Text))


def test_pages_are_never_taller_than_they_may_be() -> None:
    blocks: list[Block] = [_paragraph(12), _grid(*[NOTE * 2] * 30), _paragraph(30), Brick(300)]
    pages = cut_into_pages(blocks, WIDTH, HEIGHT)
    assert len(pages) > 3
    assert all(stack_height(page, WIDTH) <= HEIGHT + 0.1 for page in pages)


def test_no_line_of_a_cut_paragraph_is_lost_or_left_alone() -> None:
    whole = _paragraph(90)
    pages = cut_into_pages([whole], WIDTH, HEIGHT)
    assert sum(_lines(page) for page in pages) == len(whole.set_lines(WIDTH))
    assert all(_lines(page) >= 2 for page in pages)


def test_a_heading_goes_with_what_follows_it() -> None:
    heading = Brick(20, keep_with_next=True, name="heading")
    taken, rest = fill([Brick(660), heading, Brick(100, name="body")], WIDTH, HEIGHT)
    assert [block.tall for block in taken if isinstance(block, Brick)] == [660]
    assert rest[0] is heading


def test_a_block_taller_than_a_page_still_ends() -> None:
    pages = cut_into_pages([Brick(2000), Brick(10)], WIDTH, HEIGHT)
    assert [len(page) for page in pages] == [1, 1]


def test_a_heading_at_the_very_end_is_kept() -> None:
    pages = cut_into_pages([Brick(600), Brick(50, keep_with_next=True)], WIDTH, HEIGHT)
    assert sum(len(page) for page in pages) == 2


def test_a_row_taller_than_a_page_is_cut_within() -> None:
    grid = _grid("short", NOTE * 60, "short")
    pages = cut_into_pages([grid], WIDTH, HEIGHT)
    assert len(pages) > 2
    assert all(stack_height(page, WIDTH) <= HEIGHT + 0.1 for page in pages)
    for page in pages:
        (part,) = page
        assert isinstance(part, Grid)
        assert part.head == ("Item", "Note")


def test_rows_of_a_cut_table_come_once_and_in_order() -> None:
    pages = cut_into_pages([_grid(*["note"] * 120)], WIDTH, HEIGHT)
    parts = [block for page in pages for block in page if isinstance(block, Grid)]
    names = [row[0].spans[0].text for part in parts for row in part.rows]
    assert names == [f"row {number}" for number in range(120)]
    assert all(len(part.rows) >= 2 for part in parts)


def test_a_low_panel_moves_whole_and_a_tall_one_is_cut_and_continued() -> None:
    low = Panel((_paragraph(2),), CARD)
    assert low.split(WIDTH, 40) is None
    tall = Panel((_paragraph(40),), CARD, TYPESETTER, continued=Span("R1, continued", BODY))
    cut = tall.split(WIDTH, 400)
    assert cut is not None
    first, second = cut
    assert first.height(WIDTH) <= 400
    assert isinstance(second, Panel)
    assert isinstance(second.content[0], Text)
    assert second.content[0].spans[0].text == "R1, continued"


def test_space_above_is_left_out_at_the_top_of_a_page() -> None:
    taken, _rest = fill([Brick(10, before=500), Brick(10, before=30)], WIDTH, 60)
    assert len(taken) == 2


def test_nothing_still_makes_a_page() -> None:
    assert cut_into_pages([], WIDTH, HEIGHT) == [[]]
