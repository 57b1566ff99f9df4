"""Every word that a person reads can be said in another language: none is English by the way it is made."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from outreach_app.engine.items import Question, walk
from outreach_app.services.calculated_words import split_rule
from outreach_app.services.workspace import Workspace
from outreach_app.ui.about import ACKNOWLEDGEMENTS, LIBRARIES, library_facts
from outreach_app.ui.help_pages import help_folder, text_of, topics
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.window import Window
from outreach_app.ui.speech import use_language
from tests.house.window_words import FILE
from tests.services.writing import Writer
from tests.support.pseudo import Stretched
from tests.support.rooms import every_place
from tests.support.settled import settle
from tests.support.unmarked import Data, shown_words

_LAPTOP = "A"
"""The letter of a laptop."""
_PICTURE = re.compile(r"!\[(.*?)\]")
_SENTENCE = re.compile(r"(?<=[.!?;]) ")


@pytest.fixture
def strange(dressed: QApplication) -> Iterator[Stretched]:
    """A language of which nobody speaks a word, with the months and days of Welsh."""
    translator = Stretched()
    dressed.installTranslator(translator)
    use_language("cy")
    yield translator
    use_language("en")
    dressed.removeTranslator(translator)


def _words_of_forms(workspace: Workspace) -> Iterator[str]:
    for stored in workspace.vault.forms.all():
        definition = workspace.catalogue.definition(stored.form_hash)
        yield from (definition.title, definition.title.lower())
        for item in walk(definition.questions):
            yield from (*item.label.values(), *item.hint.values())
            if isinstance(item, Question):
                yield from (*item.guidance.values(), *item.required_message.values())
                yield from item.constraint_message.values()
                for choice in item.choices:
                    yield from (*choice.label.values(), *choice.extras.values())


def _leaves(answers: object) -> Iterator[str]:
    if isinstance(answers, Mapping):
        for each in answers.values():
            yield from _leaves(each)
    elif isinstance(answers, list):
        for each in answers:
            yield from _leaves(each)
    elif isinstance(answers, str):
        yield answers


def _typed(workspace: Workspace, writer: Writer) -> Iterator[str]:
    for record in workspace.casework.case_file(writer.subject).records:
        said = [each for each in _leaves(record.answers) if " " in each or each.istitle()]
        yield from said
        # A rule that fired is read as it was signed, its level in words of the window.
        rules = (split_rule(line) for each in said for line in each.splitlines())
        yield from (text for level, text in rules if level)
    for person in workspace.sitting.trust.everybody():
        yield from (person.full_name, person.initials)
    yield workspace.sitting.configuration.name
    yield writer.reference


def _calendar() -> Iterator[str]:
    welsh = QLocale("cy")
    for length in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        yield from (welsh.monthName(month, length) for month in range(1, 13))
        yield from (welsh.standaloneMonthName(month, length) for month in range(1, 13))
        yield from (welsh.standaloneDayName(day, length) for day in range(1, 8))


def data_of(workspace: Workspace, writer: Writer) -> Data:
    """Return what a form says or a person typed, and the calendar of the language."""
    forms = [
        *_pages_of_their_own(),
        *(each for text in _words_of_forms(workspace) for each in (text, *_SENTENCE.split(text))),
    ]
    return Data(forms, [*_typed(workspace, writer), *_calendar(), _LAPTOP])


def _pages_of_their_own() -> Iterator[str]:
    """Yield what lies beside the program in a file of each language, and what libraries say."""
    for topic in topics():
        for part in (topic.title, *topic.parts):
            yield from (text_of(part), text_of(part.removeprefix("## ")), *_PICTURE.findall(part))
    for name in LIBRARIES:
        version, licence = library_facts(name)
        yield from (f"{name} {version}", licence)
    thanks = (help_folder() / "en" / ACKNOWLEDGEMENTS).read_text("utf-8")
    yield from (" ".join(each.split()) for each in thanks.split("\n\n"))


def _left_in(window: Window, places: Iterable[tuple[str, Place]], data: Data) -> dict[str, str]:
    """Go through rooms and return what is left in English, with where it stands."""
    left: dict[str, str] = {}
    for name, place in places:
        window.go(place)
        settle(window)
        for words in shown_words(window):
            rest = data.unmarked(words)
            if rest:
                left.setdefault(rest, f"{name}: {words!r}")
    return left


def _told(left: Mapping[str, str]) -> str:
    return "\n".join(f"{rest!r} in {where}" for rest, where in left.items())


def _unknown_to_translators(asked: Iterable[tuple[str, str]]) -> list[str]:
    """Return what was asked for and is not in the file in which translators begin."""
    known = html.unescape(FILE.read_text("utf-8"))
    ours = (source for context, source in asked if f"<name>{context}</name>" in known)
    return sorted(each for each in ours if f"<source>{each}</source>" not in known)


def test_every_word_of_every_room_can_be_translated(
    window_of: Callable[[str], Window], written: Writer, strange: Stretched
) -> None:
    window = window_of("AB")
    workspace = window.desk.workspace
    data = data_of(workspace, written)
    left = _left_in(window, every_place(workspace, written.subject), data)
    assert not left, _told(left)
    unknown = _unknown_to_translators(strange.asked)
    assert not unknown, "\n".join(unknown)


def test_the_search_finds_a_word_that_nobody_marked() -> None:
    data = Data(["Open", "Name of the client", "Agreed, in part"], ["HH-26-A001"])
    assert data.unmarked("⟦Open case ~~~⟧HH-26-A001") == ""
    assert data.unmarked("Open · Agreed, in part") == ""
    assert data.unmarked("Open case HH-26-A001") == "Open case"
    assert data.unmarked("⟦Due ~⟧9 Feb 2026") == "9 Feb 2026"
