"""Every word that a person reads can be said in another language: none is English by the way it is made."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from outreach_app.domain.documents import Subject
from outreach_app.engine.items import Question, walk
from outreach_app.services.calculated_words import split_rule
from outreach_app.services.naming import client_references, spoken_references
from outreach_app.services.shipped import crisis_rows
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.about import ACKNOWLEDGEMENTS, LIBRARIES, library_facts
from outreach_app.ui.help_pages import help_folder, text_of, topics
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.speech import use_language
from tests.house.window_words import FILE
from tests.services.builders import CaseBuilder, Post
from tests.services.nights import night_laptop_when_asked  # noqa: F401  fixtures
from tests.services.writing import Writer
from tests.support.pseudo import Stretched
from tests.support.rooms import every_place, night_places, supervisor_places
from tests.support.settled import settle
from tests.support.unmarked import Data, shown_words
from tests.ui.nights import (
    NightSeat,
    resident_of_the_house,  # noqa: F401  fixture
    seat_at_night,  # noqa: F401  fixture
)

_LAPTOPS = ("A", "B")
"""The letters of laptops."""
_UNNAMED = re.compile(r"\((\w+\.\d+)\)")
"""What tells cases without a reference apart."""
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


def _typed(workspace: Workspace, subject: Subject) -> Iterator[str]:
    for record in workspace.casework.case_file(subject).records:
        said = [each for each in _leaves(record.answers) if " " in each or each.istitle()]
        yield from said
        # A rule that fired is read as it was signed, its level in words of the window.
        rules = (split_rule(line) for each in said for line in each.splitlines())
        yield from (text for level, text in rules if level)
    for person in workspace.sitting.trust.everybody():
        yield from (person.full_name, person.initials)
    yield workspace.sitting.configuration.name
    for words in spoken_references(workspace.vault).values():
        yield from (words, *_UNNAMED.findall(words))
    yield from client_references(workspace.vault).values()


def _calendar() -> Iterator[str]:
    welsh = QLocale("cy")
    for length in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        yield from (welsh.monthName(month, length) for month in range(1, 13))
        yield from (welsh.standaloneMonthName(month, length) for month in range(1, 13))
        yield from (welsh.standaloneDayName(day, length) for day in range(1, 8))


def data_of(workspace: Workspace, subject: Subject) -> Data:
    """Return what a form says or a person typed, and the calendar of the language."""
    forms = [
        *_pages_of_their_own(),
        *_decided(),
        *(each for text in _words_of_forms(workspace) for each in (text, *_SENTENCE.split(text))),
    ]
    return Data(forms, [*_typed(workspace, subject), *_calendar(), *_LAPTOPS])


def _decided() -> Iterator[str]:
    """Yield what an organisation writes itself: what to do in a crisis, and whom to call."""
    for each in crisis_rows():
        yield from (each["words"], f"☎ {each['words']}")


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
    data = data_of(workspace, written.subject)
    left = _left_in(window, every_place(workspace, written.subject), data)
    assert not left, _told(left)
    unknown = _unknown_to_translators(strange.asked)
    assert not unknown, "\n".join(unknown)


def test_every_word_of_a_supervisor_can_be_translated(
    resident: CaseBuilder,
    post: Post,
    supervisor: Sitting,
    window_of: Callable[[str], Window],
    strange: Stretched,
) -> None:
    post.take(supervisor, post.send(resident, "SH"))
    window, subject = window_of("SH"), resident.record.subject
    alone = (Room.INBOX, Room.REPORTS, Room.RETENTION, Room.CERTIFY)
    places = [*supervisor_places(subject), *((each.value, Place(room=each)) for each in alone)]
    left = _left_in(window, places, data_of(window.desk.workspace, subject))
    assert not left, _told(left)
    unknown = _unknown_to_translators(strange.asked)
    assert not unknown, "\n".join(unknown)


def test_every_word_of_night_staff_can_be_translated(
    resident: CaseBuilder, night_seat: Callable[[], NightSeat], strange: Stretched
) -> None:
    window = night_seat().sit("SO")
    subject = resident.record.subject
    left = _left_in(window, night_places(subject), data_of(window.desk.workspace, subject))
    assert not left, _told(left)
    unknown = _unknown_to_translators(strange.asked)
    assert not unknown, "\n".join(unknown)


def test_the_search_finds_a_word_that_nobody_marked() -> None:
    data = Data(["Open", "Name of the client", "Agreed, in part"], ["HH-26-A001"])
    assert data.unmarked("⟦Open case ~~~⟧HH-26-A001") == ""
    assert data.unmarked("Open · Agreed, in part") == ""
    assert data.unmarked("Open case HH-26-A001") == "Open case"
    assert data.unmarked("⟦Due ~⟧9 Feb 2026") == "9 Feb 2026"
