"""What must be true in the rooms of a supervisor and of night staff, with something in them."""

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Sitting
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from outreach_app.ui.theme.tokens import ThemeName
from outreach_app.ui.welcome.joining import words_card
from tests.services.builders import CaseBuilder, Post
from tests.services.nights import night_laptop_when_asked  # noqa: F401  fixtures
from tests.support.rooms import every_place, night_places
from tests.support.seen import clipped, controls_in
from tests.support.settled import settle
from tests.ui.nights import (
    NightSeat,
    resident_of_the_house,  # noqa: F401  fixture
    seat_at_night,  # noqa: F401  fixture
)

LARGE = 150


def _wanting(window: Window, places: Iterable[tuple[str, Place]]) -> list[str]:
    """Go through rooms; return what is cut and what a screen reader has no words for."""
    found = []
    for name, place in places:
        window.go(place)
        settle(window)
        found += [f"{name}: {words}" for words in clipped(window)]
        found += [
            f"{name}: {type(widget).__name__} has no name"
            for widget in controls_in(window)
            if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
        ]
    return sorted(set(found))


@pytest.mark.parametrize("text_percent", [100, LARGE])
def test_a_supervisor_sees_every_word_of_every_room(
    resident: CaseBuilder,
    post: Post,
    supervisor: Sitting,
    window_of: Callable[[str], Window],
    dressed: QApplication,
    text_percent: int,
) -> None:
    post.take(supervisor, post.send(resident, "SH"))
    put_on(dressed, Look(ThemeName.CONTRAST, text_percent))
    window = window_of("SH")
    wanting = _wanting(window, every_place(window.desk.workspace, resident.record.subject))
    assert not wanting, "\n".join(wanting)


@pytest.mark.parametrize("text_percent", [100, LARGE])
def test_night_staff_see_every_word_of_every_room(
    resident: CaseBuilder,
    night_seat: Callable[[], NightSeat],
    dressed: QApplication,
    text_percent: int,
) -> None:
    put_on(dressed, Look(ThemeName.CONTRAST, text_percent))
    window = night_seat().sit("SO")
    wanting = _wanting(window, night_places(resident.record.subject))
    assert not wanting, "\n".join(wanting)


@pytest.mark.parametrize(("text_percent", "width"), [(100, 480), (150, 640), (200, 560)])
def test_words_to_compare_are_never_cut(
    qtbot: QtBot, dressed: QApplication, text_percent: int, width: int
) -> None:
    put_on(dressed, Look(ThemeName.LIGHT, text_percent))
    longest = sorted(word_list(), key=len)[-12:]
    card = words_card(tuple(longest))
    qtbot.addWidget(card)
    card.resize(width, card.heightForWidth(width))
    card.show()
    settle(card)
    assert card.width() == width
    texts = card.findChildren(Text)
    assert len(texts) == len(longest)
    for each in texts:
        # The number may stand above its word.
        needed = max(map(each.fontMetrics().horizontalAdvance, each.text().split()))
        assert needed <= each.contentsRect().width()
