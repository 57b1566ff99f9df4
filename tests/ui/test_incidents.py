"""An incident with data at the window: begun where it comes to light, and it waits until it is settled."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.leaving.page import ExitPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Post
from tests.services.writing import Writer
from tests.support.pages import button, click, sees

NOTICED = {"inc_noticed_at": "2026-02-02T17:40:00.000+00:00", "inc_kind": "lost"}
TOLD = {
    "agency": {
        "agency_name": "Example police",
        "agency_kind": "police",
        "agency_exit_informed": "2026-02-02",
    }
}


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> Writer:
    return Writer(workspace_of("AB"), signer_of(office))


def is_begun(window: Window) -> bool:
    """Say whether the window shows a new incident."""
    return window.page.place.room is Room.FORM and sees(window.page, "Incident with data")


def test_an_incident_waits_and_noting_it_begins_a_new_version(
    qtbot: QtBot, writer: Writer, window_of: Callable[[str], Window]
) -> None:
    incident = writer.signed("incident", {"inc_event": NOTICED})
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=writer.subject))
    words = "Tell the data protection lead: Laptop, telephone or stick lost or stolen"
    qtbot.waitUntil(lambda: sees(window.page, words), timeout=5_000)
    assert sees(window.page, "time until 5 February 2026, 17:40")
    (note,) = (
        each
        for each in window.page.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Note it: Tell the data protection lead")
    )
    click(note)
    assert window.page.place.room is Room.FORM
    assert window.page.place.address == "inc_told/inc_lead"
    assert writer.workspace.vault.drafts.has(incident.document_id)


def test_who_was_told_without_consent_is_recorded_from_the_exit(
    qtbot: QtBot, writer: Writer, window_of: Callable[[str], Window]
) -> None:
    writer.signed("agency_involvement", TOLD)
    opening = {"exit_reason": "planned_move_on", "exit_date": "2026-02-03"}
    writer.draft("exit_checklist", {"exit_opening": opening})
    window = window_of("AB")
    window.go(Place(room=Room.EXIT, subject=writer.subject))
    qtbot.waitUntil(lambda: bool(getattr(window.page, "checks", ())), timeout=5_000)
    page = window.page
    assert isinstance(page, ExitPage)
    page.go_to("e2")
    page.go_to("e2/e2_agencies")
    qtbot.waitUntil(lambda: sees(page, "told without a valid consent"), timeout=5_000)
    click(button(page, "Record the incident…"))
    qtbot.waitUntil(lambda: is_begun(window), timeout=5_000)


def test_a_bundle_that_was_lost_is_recorded_from_the_outbox(
    qtbot: QtBot, case: CaseBuilder, post: Post, window_of: Callable[[str], Window]
) -> None:
    post.send(case.opened(), "SH", purpose="weekly")
    window = window_of("AB")
    window.go(Place(room=Room.OUTBOX))
    qtbot.waitUntil(lambda: sees(window.page, "It was lost…"), timeout=5_000)
    click(button(window.page, "It was lost…"))
    qtbot.waitUntil(lambda: is_begun(window), timeout=5_000)
    assert window.page.place.subject == case.record.subject
