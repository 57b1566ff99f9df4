"""The pages of help as they lie beside the program: which is about what, and where words stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from outreach_app.services.shipped import resources_folder

FIRST = "start"
LIGHT, DARK = "-light.png", "-dark.png"
_ABOUT = "About: "
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """A page of help.

    Attributes:
        name: Of its file.
        title: First line.
        about: Rooms that it is the help of.
        parts: Paragraphs; ``- `` begins a point, ``## `` a heading, ``![words](path)`` a
            picture, of which there is a dark one too.
    """

    name: str
    title: str
    about: tuple[str, ...]
    parts: tuple[str, ...]

    def holds(self, words: Sequence[str]) -> bool:
        """Say whether every word stands on the page, whole or as the beginning or end of one."""
        text = "\n".join((self.title, *self.parts)).casefold()
        return all(word in text for word in words)


def help_folder() -> Path:
    """Return where help lies."""
    return resources_folder() / "help"


@cache
def topics(language: str = ENGLISH) -> tuple[HelpTopic, ...]:
    """Return the pages of help in their order (files are numbered); English where there is no other."""
    folder = help_folder() / language
    if not folder.is_dir():
        folder = help_folder() / ENGLISH
    return tuple(_topic(path) for path in sorted(folder.glob("*.md")))


def topic_about(room: str, pages: Sequence[HelpTopic]) -> HelpTopic:
    """Return the page that is the help of a room, else the first."""
    return next((page for page in pages if room in page.about), pages[0])


def found(searched: str, pages: Sequence[HelpTopic]) -> tuple[HelpTopic, ...]:
    """Return the pages on which all words stand; those with a word in the title first."""
    words = searched.casefold().split()
    fitting = [page for page in pages if page.holds(words)]
    return tuple(
        sorted(fitting, key=lambda page: not any(word in page.title.casefold() for word in words))
    )


def plain_parts(topic: HelpTopic) -> tuple[str, ...]:
    """Return the text of a page for paper: no pictures, headings on lines of their own."""
    return tuple(
        text_of(part).removeprefix("## ") for part in topic.parts if not part.startswith("![")
    )


def text_of(part: str) -> str:
    """Return a paragraph or a list with its points marked and broken lines joined."""
    lines: list[str] = []
    for line in part.split("\n"):
        begins = line.startswith("- ") or not lines
        text = f"•  {line[2:]}" if line.startswith("- ") else line
        if begins:
            lines.append(text)
        else:
            lines[-1] += f" {text.strip()}"
    return "\n".join(lines)


def _topic(path: Path) -> HelpTopic:
    first, _end, rest = path.read_text(encoding="utf-8").partition("\n")
    parts = [part.strip() for part in rest.split("\n\n") if part.strip()]
    about: tuple[str, ...] = ()
    if parts and parts[0].startswith(_ABOUT):
        about = tuple(parts.pop(0).removeprefix(_ABOUT).split())
    title = first.removeprefix("# ").strip()
    return HelpTopic(path.stem.partition("-")[2], title, about, tuple(parts))
