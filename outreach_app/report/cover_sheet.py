"""The sheet that goes with a protected PDF: whom to call, and how to know the file.

It never holds the password, and nothing here takes one.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from outreach_app.report.blocks import Block, Frame, Panel, Text, text
from outreach_app.report.dates import long_time
from outreach_app.report.grids import Cell, Grid, Look
from outreach_app.report.lines import Span, Typesetter
from outreach_app.report.pages import Running, draw_pages
from outreach_app.report.pen import Imprint, Pen
from outreach_app.report.styles import (
    ACCENT,
    ACCENT_SOFT,
    BODY,
    GROUP,
    LABEL,
    LINE,
    SMALL,
    STRONG,
    TITLE,
    in_colour,
)

_STEPS = (
    (
        "Use the number on this sheet only if you know it from elsewhere too: look it up on our "
        "letters or on our website, or ask for the person you work with."
    ),
    "Say the reference and your name. We call you back on your organisation's own number.",
    (
        "We read the password aloud: 20 digits in groups of four. Type only the digits, without "
        "spaces. Please do not write them beside the file or send them on."
    ),
    (
        "Compare the words below with the person who reads the password. If a word differs, do not "
        "open the file and tell us."
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """What the sheet says.

    Attributes:
        reference: Reference of the referral or document, never a name.
        call: Number to call, as the directory writes it.
        hours: When the number is answered.
        words: The words that the file's fingerprint makes, 12 of them.
        sha256: Hex digest of the protected file as it is sent.
    """

    reference: str
    organisation: str
    call: str
    hours: str
    words: tuple[str, ...]
    sha256: str
    size_bytes: int
    made_at: datetime
    language: str = "en-GB"


def file_fingerprint(protected_pdf: bytes) -> str:
    """Return the hex SHA-256 of the file as it is sent; its words are made from these bytes."""
    return hashlib.sha256(protected_pdf).hexdigest()


def cover_sheet_for_call(sheet: CallSheet) -> bytes:
    """Return the sheet as a PDF of one page, made in memory.

    Raises:
        FontsMissing: The program's fonts cannot be read.
    """
    typesetter = Typesetter()
    pen = Pen(
        Imprint(
            title=f"Ask for the password – {sheet.reference}",
            subject="",
            author=sheet.organisation,
            language=sheet.language,
            made_at=sheet.made_at,
        )
    )
    running = Running(sheet.reference, "Confidential", f"Made {long_time(sheet.made_at)}")
    draw_pages(pen, typesetter, _blocks(typesetter, sheet), running)
    return pen.finish()


def _blocks(typesetter: Typesetter, sheet: CallSheet) -> Sequence[Block]:
    call = (
        text(typesetter, "Ask for the password: call", in_colour(LABEL, ACCENT)),
        Text(typesetter, (Span(sheet.call, in_colour(TITLE, ACCENT)),)),
        text(typesetter, sheet.hours, SMALL, before=2),
        Text(
            typesetter,
            (
                Span("Say reference  ", LABEL),
                Span(sheet.reference, STRONG),
                Span("  and tell your name.", LABEL),
            ),
            before=8,
        ),
    )
    return (
        text(typesetter, "A document is on its way to you", TITLE),
        text(
            typesetter,
            f"{sheet.organisation} sends you a PDF that opens with a password. The password is "
            "only given by telephone.",
            BODY,
            before=6,
        ),
        Panel(call, Frame(fill=ACCENT_SOFT, radius=4, pad_x=16, pad_y=14), before=16),
        text(typesetter, "What to do", GROUP, before=20),
        _steps(typesetter),
        text(typesetter, "How to know the file", GROUP, before=20),
        word_panel(typesetter, sheet.words),
        _digest(typesetter, sheet),
    )


def _steps(typesetter: Typesetter) -> Block:
    rows = tuple(
        (Cell((Span(str(number), in_colour(STRONG, ACCENT)),)), Cell((Span(step, BODY),)))
        for number, step in enumerate(_STEPS, start=1)
    )
    return Grid(typesetter, Look((0.04, 0.96), pad=3, ruled=False), rows, before=4)


def word_panel(typesetter: Typesetter, words: Sequence[str]) -> Block:
    """Return words to compare, numbered, four in a row, in a frame."""
    numbered = [
        Cell((Span(f"{number}  ", LABEL), Span(word, STRONG)))
        for number, word in enumerate(words, start=1)
    ]
    numbered += [Cell(())] * (-len(numbered) % 4)
    rows = tuple(tuple(numbered[start : start + 4]) for start in range(0, len(numbered), 4))
    grid = Grid(typesetter, Look((1, 1, 1, 1), pad=4, ruled=False), rows, before=0)
    return Panel((grid,), Frame(stroke=LINE, radius=4), before=6)


def _digest(typesetter: Typesetter, sheet: CallSheet) -> Block:
    groups = [sheet.sha256[place : place + 8] for place in range(0, len(sheet.sha256), 8)]
    rows = (
        (Cell((Span("Size", LABEL),)), Cell((Span(f"{sheet.size_bytes:,} bytes", BODY),))),
        (Cell((Span("SHA-256", LABEL),)), Cell((Span(" ".join(groups), BODY),))),
    )
    return Grid(typesetter, Look((0.16, 0.84), pad=3), rows, before=10)
