"""Papers to hand out: staff guide, card for a lost laptop, what the program never does.

Their words lie in ``resources/papers``: ``# `` begins a page, ``## `` a passage (``## ! `` an urgent one),
``- `` a point, ``1. `` a step, ``= `` a line to fill in by hand, unless the organisation decided the setting
that it names in ``<>``. ``+ `` takes in a page of the help, and ``---`` ends a page.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

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
from outreach_app.services.shipped import resources_folder

GUIDE, CARDS, NEVER = "staff-guide", "lost-device", "never"
PAPERS = (GUIDE, CARDS, NEVER)
"""Names of the sources, and of the files that are made of them."""
_ENGLISH = "en"
_HOW = (
    "Print this page on thick paper. Write the numbers in by hand where they are missing, and try each of "
    "them once. Cut along the lines, fold at the dashes, and keep the card apart from the laptop."
)
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_STEP = re.compile(r"\d+\. ")
_SETTING = re.compile(r" <([\w.]+)>$")


def paper_pdf(name: str, known: Mapping[str, str], *, made_at: datetime, foot: str = "") -> bytes:
    """Return one paper as a PDF, made in memory; the same input gives the same bytes.

    Args:
        name: One of `PAPERS`.
        known: Values by key of the settings that an organisation decided, such as numbers to call.
        made_at: Date of the file.
        foot: Stands at the foot of each page.

    Raises:
        PaperTooLong: Its words do not fit.
        FontsMissing: The program's fonts cannot be read.
    """
    source = (_folder() / f"{name}.md").read_text(encoding="utf-8")
    sheets = tuple(_sheet(page, known) for page in source.split("\n---\n"))
    paper = Paper(sheets=sheets, foot=foot, made_at=made_at)
    if name == CARDS:
        return render_cards(paper, _HOW)
    return render_guide(paper) if name == GUIDE else render_page(paper)


def _folder() -> Path:
    return resources_folder() / "papers" / _ENGLISH


def _sheet(source: str, known: Mapping[str, str]) -> Sheet:
    title, lead = "", ""
    passages: list[Passage] = []
    for line in _lines(source):
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("## "):
            heading = line[3:]
            urgent = heading.startswith("! ")
            passages.append(Passage(heading.removeprefix("! "), (), urgent))
        elif not lead and not passages and not _begins_an_item(line):
            lead = line
        else:
            last = passages.pop() if passages else Passage("", ())
            items = (*last.items, _item(line, known))
            passages.append(Passage(last.title, items, last.urgent))
    return Sheet(title, lead, tuple(passages))


def _lines(source: str) -> Iterator[str]:
    """Yield the lines that say something; a line that takes in a page of the help becomes that page."""
    for line in filter(None, map(str.strip, source.splitlines())):
        if line.startswith("+ "):
            page = resources_folder() / "help" / _ENGLISH / f"{line[2:]}.md"
            taken = filter(None, map(str.strip, page.read_text(encoding="utf-8").splitlines()))
            yield from (each for each in taken if not each.startswith(("# ", "About: ")))
        else:
            yield line


def _begins_an_item(line: str) -> bool:
    return line.startswith(("- ", "= ")) or _STEP.match(line) is not None


def _item(line: str, known: Mapping[str, str]) -> Item:
    if line.startswith("= "):
        setting = _SETTING.search(line)
        label = _SETTING.sub("", line[2:])
        return Item(Kind.TO_FILL, ((label, False),), known.get(setting[1], "") if setting else "")
    if step := _STEP.match(line):
        return Item(Kind.STEP, _words(line[step.end() :]))
    if line.startswith("- "):
        return Item(Kind.POINT, _words(line[2:]))
    return Item(Kind.PLAIN, _words(line))


def _words(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the stretches of a text, and whether each stands between two stars."""
    pieces = _STRONG.split(text)
    return tuple((piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece)
