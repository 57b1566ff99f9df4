"""A contact card on one page: whose key it is, the words to compare, and the key itself as a QR code.

The code holds the OpenSSH line as it is written in the organisation file, so that any reader gives
the text that `ssh-keygen -L` and the program take.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import segno

from outreach_app.report.blocks import Block, Frame, Panel, text
from outreach_app.report.cover_sheet import word_panel
from outreach_app.report.dates import long_time
from outreach_app.report.grids import Cell, Grid, Look
from outreach_app.report.lines import Span, Typesetter
from outreach_app.report.pages import Running, draw_pages
from outreach_app.report.pen import Box, Imprint, Pen
from outreach_app.report.styles import ACCENT_SOFT, BODY, GROUP, INK, LABEL, SUBTITLE, TITLE, WHITE

CODE_SIZE_POINTS = 300.0
QUIET_MODULES = 4
"""The empty edge that a reader needs around a code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """What the card says.

    Attributes:
        name: Of the person, or of the organisation.
        facts: Label and value, such as role and validity.
        words: The words that the key's fingerprint makes, 12 of them.
        payload: What the code holds: an OpenSSH certificate or public key line.
    """

    name: str
    organisation: str
    facts: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    payload: str
    made_at: datetime
    language: str = "en-GB"


def render_contact_card(card: ContactCard) -> bytes:
    """Return the card as a PDF of one page, made in memory; the same input gives the same bytes.

    Raises:
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter = Typesetter()
    pen = Pen(
        Imprint(
            title=f"Contact card – {card.name}",
            subject="",
            author=card.organisation,
            language=card.language,
            made_at=card.made_at,
        )
    )
    running = Running(card.organisation, "Contact card", f"Made {long_time(card.made_at)}")
    draw_pages(pen, typesetter, _blocks(typesetter, card), running)
    return pen.finish()


def code_modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Return the code of a text row by row, dark modules true, without its empty edge.

    Error correction is at level M: a code with a fold or a stain of up to 15 % still reads.
    """
    code = segno.make(payload, error="m", micro=False, boost_error=False)
    return tuple(tuple(module & 1 == 1 for module in row) for row in code.matrix)


def _blocks(typesetter: Typesetter, card: ContactCard) -> Sequence[Block]:
    facts = tuple(
        (Cell((Span(label, LABEL),)), Cell((Span(value, BODY),))) for label, value in card.facts
    )
    told = (
        "Before you rely on a key, compare these words with the person or the organisation, face to "
        "face or on a number that you know: every word, in this order."
    )
    return (
        text(typesetter, card.name, TITLE),
        text(typesetter, card.organisation, SUBTITLE, before=1),
        Panel(
            (Grid(typesetter, Look((0.24, 0.76), pad=3, ruled=False), facts, before=0),),
            Frame(fill=ACCENT_SOFT, radius=4, pad_x=12, pad_y=6),
            before=12,
        ),
        text(typesetter, "The words to compare", GROUP, before=18),
        text(typesetter, told, BODY, before=4),
        word_panel(typesetter, card.words),
        text(typesetter, "The key as a code", GROUP, before=18),
        CodeDrawing(code_modules(card.payload)),
    )


@dataclass(frozen=True)
class CodeDrawing:
    """A QR code drawn as vectors on white, in the middle of the page; it is never cut."""

    modules: tuple[tuple[bool, ...], ...]
    before: float = 8
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        return CODE_SIZE_POINTS

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        left = x + (width - CODE_SIZE_POINTS) / 2
        ground = Box(x=left, y=y, width=CODE_SIZE_POINTS, height=CODE_SIZE_POINTS)
        pen.rectangle(ground, fill=WHITE)
        side = CODE_SIZE_POINTS / (len(self.modules) + 2 * QUIET_MODULES)
        for down, row in enumerate(self.modules):
            top = y + (down + QUIET_MODULES) * side
            for start, count in _dark_runs(row):
                at = left + (start + QUIET_MODULES) * side
                pen.rectangle(Box(x=at, y=top, width=count * side, height=side), fill=INK)


def _dark_runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where dark modules stand side by side, and how many."""
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and row[end]:
            end += 1
        if end > start:
            yield start, end - start
        start = end + 1
