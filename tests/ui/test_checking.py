"""The check of every part, begun on the page about the program."""

import re
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.support.pages import button, click, sees

_PATIENCE_MS = 180_000


def test_the_program_tries_itself_and_the_outcome_can_be_handed_on(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.ABOUT))
    click(button(window.page, "Try every part"))
    assert sees(window.page, "Trying …")
    qtbot.waitUntil(lambda: sees(window.page, "Everything works."), timeout=_PATIENCE_MS)
    assert sees(window.page, "key derivation")
    click(button(window.page, "Copy as text"))
    text = QGuiApplication.clipboard().text()
    assert re.match(r"outreach \d+\.\d+\.\d+\nok  libraries: sqlcipher3 ", text)
    assert "Anna" not in text
    # Again: the outcome takes the place of the one before.
    lines = text.count("\n")
    click(button(window.page, "Try every part"))
    qtbot.waitUntil(lambda: not sees(window.page, "Trying …"), timeout=_PATIENCE_MS)
    click(button(window.page, "Copy as text"))
    assert QGuiApplication.clipboard().text().count("\n") == lines


def test_whoever_goes_on_while_it_tries_hears_nothing_more(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.ABOUT))
    page = window.page
    click(button(page, "Try every part"))
    window.desk.go(Place(room=Room.TODAY))
    qtbot.waitUntil(lambda: not isValid(page), timeout=5_000)
    assert window.desk.jobs.busy
    qtbot.waitUntil(lambda: not window.desk.jobs.busy, timeout=_PATIENCE_MS)
    assert window.page.place.room is Room.TODAY
