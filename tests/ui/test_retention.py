"""How long records are kept, at the window: from the inbox of a supervisor, and who has no such list."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from outreach_app.domain.reports.audiences import Audience
from outreach_app.domain.reports.periods import quarter
from outreach_app.services.reports.making import ReportOrder, make
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.test_retention import ended
from tests.support.pages import button, click, sees


def test_a_supervisor_goes_from_the_inbox_to_the_list_and_a_checklist(
    qtbot: QtBot,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    ended(
        CaseBuilder(supervisor, signer_of(supervisor)),
        legal_hold="yes",
        legal_hold_reason="Trial in spring",
    )
    window = window_of("SH")
    window.go(Place(room=Room.INBOX))
    click(button(window.page, "How long records are kept"))
    assert window.page.place == Place(room=Room.RETENTION)
    qtbot.waitUntil(lambda: sees(window.page, "Trial in spring"), timeout=5_000)
    assert sees(window.page, "Legal hold: not destroyed until it is released")
    assert sees(window.page, "Legal hold placed by SH, supervisor")
    assert sees(window.page, "The program destroys nothing by itself")
    click(button(window.page, "Open"))
    assert window.page.place.document_id


def test_a_caseworker_is_told_that_the_list_is_not_theirs(
    qtbot: QtBot, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.INBOX))
    assert not sees(window.page, "How long records are kept")
    window.go(Place(room=Room.RETENTION))
    qtbot.waitUntil(lambda: sees(window.page, "The attempt is in the journal"), timeout=5_000)


def test_reports_with_exact_numbers_stand_in_the_list_with_their_day(
    qtbot: QtBot, window_of: Callable[[str], Window], supervisor: Sitting
) -> None:
    make(supervisor, ReportOrder(quarter(2026, 1), Audience.INTERNAL, supervisor.now()))
    make(supervisor, ReportOrder(quarter(2026, 1), Audience.PUBLIC, supervisor.now()))
    window = window_of("SH")
    window.go(Place(room=Room.RETENTION))
    qtbot.waitUntil(lambda: sees(window.page, "Reports with exact numbers"), timeout=5_000)
    assert sees(window.page, "Report 1, January to March 2026, made on 3 February 2026")
    assert sees(window.page, "Kept until 3 February 2029 at least")
    assert not sees(window.page, "Report 2,"), "what others were shown is nobody's data"
