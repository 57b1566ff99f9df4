"""Tab goes through every page as one reads it, and comes round."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.ui.shell.navigation import Navigation
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.writing import FLAG, NOTE, Writer, assessment
from tests.support.pages import button
from tests.support.rooms import every_place
from tests.support.settled import settle

MOST_STOPS = 400


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walked(window: Window, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the keyboard is where it began, and return where it was."""
    bar = window.findChild(Navigation)
    assert bar is not None
    start = button(bar, "Hide now")
    start.setFocus()
    passed: list[QWidget] = [start]
    for _step in range(MOST_STOPS):
        before = focused()
        QTest.keyClick(before, key)
        if focused() is start:
            return passed
        assert focused() is not before, f"Tab stays at {before.accessibleName()!r}"
        passed.append(focused())
    raise AssertionError(f"Tab does not come round: {[each.accessibleName() for each in passed]}")


def place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def scrolled_by(widget: QWidget) -> QWidget | None:
    """Return what moves a widget when it scrolls; None for what stands still."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above


def test_tab_reads_every_page_downwards(
    window_of: Callable[[str], Window], signer_of: Callable[[Sitting], Signer]
) -> None:
    window = window_of("AB")
    workspace = window.desk.workspace
    writer = Writer(workspace, signer_of(workspace.sitting))
    for form_id, answers in (
        ("risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")),
        ("safety_flag", FLAG),
        ("contact_note", NOTE),
    ):
        writer.signed(form_id, answers)
    jumps = []
    for name, place in every_place(workspace, writer.subject):
        window.go(place)
        settle(window)
        stops = [each for each in walked(window) if window.page.isAncestorOf(each)]
        # Where things scroll, places are compared as they lie, not as they were passed.
        for before, after in pairwise(stops):
            here, there = place_of(before, window), place_of(after, window)
            shares_a_column = here.left() <= there.right() and there.left() <= here.right()
            scroll_together = scrolled_by(before) is scrolled_by(after)
            if scroll_together and shares_a_column and there.bottom() < here.top():
                names = before.accessibleName(), after.accessibleName()
                jumps.append(f"{name}: from “{names[0]}” up to “{names[1]}”")
    assert jumps == []


def test_sharing_ends_with_its_action_and_goes_back_the_same_way(
    opened_case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.SHARE, subject=opened_case.record.subject))
    settle(window)
    there = walked(window)
    names = [each.accessibleName() for each in there if window.page.isAncestorOf(each)]
    assert names[0] == "Sara Hill"
    assert names[-2:] == ["Cancel", "Sign and save bundle…"]
    assert names.index("Put places and addresses in") < names.index("No known added risk")
    back = walked(window, Qt.Key.Key_Backtab)
    assert back[1:] == there[:0:-1]
