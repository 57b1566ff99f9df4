"""What a screen reader is told a thing is: a heading, a room of the bar."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget

from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import Writer
from tests.support.hands import controls
from tests.support.pages import finish
from tests.support.settled import settle

Windows = Callable[[str], Window]


def test_titles_are_headings_with_their_words_and_other_texts_are_not(
    window_of: Windows, written: Writer
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=written.subject))
    settle(window)
    finish(window)
    told = {
        (interface.role(), interface.text(QAccessible.Text.Name))
        for each in window.page.findChildren(Text)
        if each.isVisible()
        for interface in [QAccessible.queryAccessibleInterface(each)]
    }
    assert (QAccessible.Role.Heading, "Documents") in told
    assert (QAccessible.Role.Heading, "Risk over time") in told
    assert any(role is QAccessible.Role.StaticText for role, _words in told)


def test_a_room_of_the_bar_is_one_of_several_says_whether_it_is_open_and_can_be_gone_to(
    window_of: Windows,
) -> None:
    window = window_of("AB")
    assert _is_open(window, "Today")
    (cases,) = controls(window, "Cases")
    interface = QAccessible.queryAccessibleInterface(cases)
    assert interface.role() is QAccessible.Role.PageTab
    assert interface.text(QAccessible.Text.Accelerator) == "Ctrl+2"
    assert not _is_open(window, "Cases")
    interface.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert window.page.place.room is Room.CASES
    assert _is_open(window, "Cases")
    assert not _is_open(window, "Today")


def _is_open(window: QWidget, room: str) -> bool:
    (button,) = controls(window, room)
    return bool(QAccessible.queryAccessibleInterface(button).state().selected)


def test_papers_of_one_form_are_called_by_their_days(window_of: Windows, written: Writer) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=written.subject))
    settle(window)
    finish(window)
    spoken = [
        each.accessibleName()
        for each in window.page.findChildren(QWidget)
        if each.isVisible() and each.accessibleName().startswith("Open: Risk assessment")
    ]
    assert len(spoken) == 2
    assert len(set(spoken)) == 2
    assert any("2 Feb 2026" in each for each in spoken)
