"""Help: short pages that lie beside the program, opened at the place where one is."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from outreach_app.services.shipped import resources_folder
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_FIRST = "start"


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """A page of help.

    Attributes:
        name: Of its file; rooms are called the same where help is about one.
        title: First line.
        parts: Paragraphs; ``- `` begins a point, ``## `` a heading, ``![words](file)`` a picture.
    """

    name: str
    title: str
    parts: tuple[str, ...]


@cache
def topics(language: str = "en") -> tuple[HelpTopic, ...]:
    """Return the pages of help in their order (files are numbered)."""
    folder = resources_folder() / "help" / language
    return tuple(_topic(path) for path in sorted(folder.glob("*.md")))


def _topic(path: Path) -> HelpTopic:
    first, _end, rest = path.read_text(encoding="utf-8").partition("\n")
    parts = tuple(part.strip() for part in rest.split("\n\n") if part.strip())
    return HelpTopic(path.stem.partition("-")[2], first.removeprefix("# ").strip(), parts)


class HelpPage(Page):
    """Topics at the left, the page at the right."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Open at the topic of the place where one was, else at the first."""
        super().__init__(desk, place)
        self.add_head(
            translate("help", "Help"),
            translate(
                "help", "Everything here is on this laptop. F1 opens the page for where you are."
            ),
        )
        look = current_look()
        self._page = Scroll(gap=10)
        self._group = QButtonGroup(self)
        choices = Scroll(gap=2)
        choices.setFixedWidth(look.px(230))
        for topic in topics():
            button = Button(topic.title, kind="section")
            button.setCheckable(True)
            button.clicked.connect(lambda _on, chosen=topic: self._open(chosen))
            self._group.addButton(button)
            choices.column.addWidget(button)
            if topic.name == (place.topic or _FIRST):
                button.setChecked(True)
                self._open(topic)
        choices.column.addStretch(1)
        card = Card()
        card.add(self._page)
        both = row(gap=16)
        both.addWidget(choices)
        both.addWidget(card, 1)
        self.body.addLayout(both, 1)
        if self._group.checkedButton() is None:
            first = self._group.buttons()[0]
            first.setChecked(True)
            self._open(topics()[0])

    def _open(self, topic: HelpTopic) -> None:
        clear(self._page.column)
        self._page.column.addWidget(Text(topic.title, "title"))
        for part in topic.parts:
            self._page.column.addWidget(_part(part))
        self._page.column.addStretch(1)

    def first_focus(self) -> None:
        """Begin with the chosen topic."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()


def _part(part: str) -> QWidget:
    if part.startswith("![") and part.endswith(")"):
        words, _middle, name = part[2:-1].partition("](")
        return _picture(words, resources_folder() / "help" / "pictures" / name)
    if part.startswith("## "):
        return Text(part.removeprefix("## "), "heading")
    lines: list[str] = []
    for line in part.split("\n"):
        begins = line.startswith("- ") or not lines
        text = f"•  {line[2:]}" if line.startswith("- ") else line
        if begins:
            lines.append(text)
        else:
            lines[-1] += f" {text.strip()}"
    return Text("\n".join(lines))


def _picture(words: str, path: Path) -> QLabel:
    label = QLabel()
    picture = QPixmap(str(path))
    width = current_look().px(640)
    label.setPixmap(picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
    label.setAccessibleName(words)
    return label
