"""The Friday list at the window: from the inbox by keys, on to a case, and who has no such list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.ui.printing.preview import PreviewDialog
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.pages import button, click, press, sees


def test_a_supervisor_goes_from_the_inbox_to_the_list_and_a_case(
    qtbot: QtBot,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    case = CaseBuilder(supervisor, signer_of(supervisor)).opened()
    review = {"assessed_at": "2026-01-05T11:00:00.000+00:00", "next_review": "2026-01-12"}
    case.kept(case.plan(case.document("risk_assessment"), {"main": review}))
    window = window_of("SH")
    window.go(Place(room=Room.INBOX))
    press(button(window.page, "Friday list"), Qt.Key.Key_Space)
    assert window.page.place == Place(room=Room.FRIDAY)
    qtbot.waitUntil(lambda: sees(window.page, "Review of the risk assessment"), timeout=5_000)
    assert sees(window.page, "22 days overdue")
    assert sees(window.page, "No time was noted for chasing in the last seven days.")
    assert sees(window.page, "Nothing has ever come from it")
    assert not sees(window.page, "Ina")
    buttons = window.page.findChildren(QAbstractButton)
    click(next(each for each in buttons if "Review of the risk" in each.accessibleName()))
    assert window.page.place.room is Room.CASE
    assert window.page.place.subject == case.record.subject


def test_the_list_opens_as_paper(
    qtbot: QtBot,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    CaseBuilder(supervisor, signer_of(supervisor)).opened()
    window = window_of("SH")
    window.go(Place(room=Room.FRIDAY))
    qtbot.waitUntil(lambda: sees(window.page, "Laptops not heard of for a week"), timeout=5_000)
    click(button(window.page, "Print…"))
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewDialog)), timeout=10_000)


def test_a_caseworker_is_told_that_the_list_is_not_theirs(
    qtbot: QtBot, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.INBOX))
    assert not sees(window.page, "Friday list")
    window.go(Place(room=Room.FRIDAY))
    qtbot.waitUntil(lambda: sees(window.page, "The attempt is in the journal"), timeout=5_000)
