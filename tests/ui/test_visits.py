"""A visit with a check-in at the window: by keys, after a new start, late, with a neutral reminder."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Subject
from outreach_app.services.visits.running import VisitOrder, running_visit, start_visit
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.navigation import Navigation
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.determinism import FrozenClock
from tests.support.form_pages import drawn
from tests.support.pages import button, click, field, sees, visible_texts, write

Open = Callable[[str], Window]
WITH_SAM = VisitOrder(place="Blue", minutes=60, companion="Sam")


def subject_of(case: CaseBuilder) -> Subject:
    return Subject(client_id=case.client_id, case_id=case.case_id)


def press_return(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_visit_is_started_and_ended_by_keys(
    window_of: Open, case: CaseBuilder, clock: FrozenClock, qtbot: QtBot
) -> None:
    place = Place(room=Room.VISIT, subject=subject_of(case.opened()))
    window = window_of("AB")
    window.go(place)
    write(
        field(window.page, "Where, in your organisation’s own word (no address)", QLineEdit), "Blue"
    )
    press_return(window)
    assert sees(window.page, "Not alone")
    assert running_visit(window.desk.sitting) is None
    write(field(window.page, "Who comes along", QLineEdit), "Sam")
    press_return(window)
    qtbot.waitUntil(lambda: sees(window.page, "Call expected by 12:00"), timeout=2_000)
    assert sees(window, "Call by 12:00")
    clock.forward(minutes=25)
    press_return(window)
    qtbot.waitUntil(lambda: window.page.place.room is Room.FORM, timeout=2_000)
    form = drawn(window, qtbot)
    assert form.work.session.value("note_about/note_kind") == "visit"
    assert form.work.session.value("note_about/note_duration_min") == "25"
    assert "Call by 12:00" not in visible_texts(window)


def test_a_late_call_reminds_neutrally_and_says_what_to_do_only_on_its_page(
    workspace_of: Callable[[str], Workspace],
    window_of: Open,
    case: CaseBuilder,
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    case.kept(case.plan(case.client, {"main": {"client_identity": {"client_ref": "HH-26-A001"}}}))
    case.kept(case.record_plan())
    start_visit(workspace_of("AB"), subject_of(case), WITH_SAM)
    # The window is a new one: what it knows of the visit came out of the vault.
    window = window_of("AB")
    assert sees(window, "Call by 12:00")
    clock.forward(minutes=61)
    window.look_at_visit()
    bar = window.findChild(Navigation)
    assert bar is not None
    assert "Call now" in [each.text() for each in bar.findChildren(type(button(bar, "Call now")))]
    assert not [text for text in visible_texts(bar) if "HH-26" in text or "Blue" in text]
    click(button(bar, "Call now"))
    qtbot.waitUntil(lambda: sees(window.page, "The call is late by 1 minute."), timeout=2_000)
    assert sees(window.page, "If no call: nobody has written down what to do")


def test_more_time_is_one_click(
    workspace_of: Callable[[str], Workspace],
    window_of: Open,
    case: CaseBuilder,
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    start_visit(workspace_of("AB"), subject_of(case.opened()), WITH_SAM)
    window = window_of("AB")
    window.go(Place(room=Room.VISIT))
    clock.forward(minutes=50)
    click(button(window.page, "30 more minutes"))
    qtbot.waitUntil(lambda: sees(window.page, "Call expected by 12:20"), timeout=2_000)
    assert sees(window, "Call by 12:20")
