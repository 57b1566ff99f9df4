"""What stops the exit of the story's case, each resolved by keys alone and by mouse alone."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.leaving.page import ExitPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import NOTE, Writer
from tests.support.form_pages import drawn, settle
from tests.support.hands import Hands, Keys, Mouse
from tests.support.pages import sees

OLD_PLAN = {"sp_section": {"sp_for": "after_exit", "sp_reviewed_on": "2025-12-01"}}
OPENING = {
    "exit_opening": {
        "exit_reason": "planned_targets_met",
        "exit_kind": "planned",
        "exit_date": "2026-02-03",
        "exit_from": "service",
    },
    "e6": {"client_ready": "not_sure"},
}
PLAN_BLOCK = "The safety plan is missing or too old."
READY_BLOCK = "The client does not feel ready: a supervisor talks with the client first."


@pytest.fixture(params=[Keys, Mouse], ids=["keys", "mouse"])
def hands(request: pytest.FixtureRequest) -> Hands:
    """Somebody with a keyboard and no mouse, then the other way round."""
    made: Hands = request.param()
    return made


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> Writer:
    """An exit with an old safety plan, a client who is not sure and a note never signed."""
    made = Writer(workspace_of("AB"), signer_of(office))
    made.signed("safety_plan", OLD_PLAN)
    made.draft("contact_note", NOTE)
    made.draft("exit_checklist", OPENING)
    return made


@pytest.fixture
def window(window_of: Callable[[str], Window]) -> Window:
    return window_of("AB")


def exit_of(window: Window, writer: Writer) -> ExitPage:
    """Go to the exit of the case."""
    window.go(Place(room=Room.EXIT, subject=writer.subject))
    settle()
    page = window.page
    assert isinstance(page, ExitPage)
    return page


def go_there(window: Window, hands: Hands, block: str) -> None:
    """Press “Go there” beside a block."""
    found = [
        each
        for each in window.page.findChildren(QAbstractButton)
        if each.accessibleName().startswith(f"Go there: {block}")
    ]
    assert len(found) == 1, [each.accessibleName() for each in found]
    hands.press(window, found[0])
    settle()


def form_behind(window: Window) -> str:
    """Return the form of the document that is open now."""
    page = window.page
    assert isinstance(page, FormPage)
    return window.desk.workspace.vault.documents.get(page.place.document_id).form_id


def test_a_safety_plan_older_than_the_timescale_leads_to_the_plan_and_a_look_at_it_resolves_it(
    window: Window, writer: Writer, hands: Hands
) -> None:
    page = exit_of(window, writer)
    assert sees(page, PLAN_BLOCK)
    go_there(window, hands, PLAN_BLOCK)
    assert form_behind(window) == "safety_plan"
    plan = window.desk.workspace.vault.documents.get(window.page.place.document_id)
    writer.revised(plan, {"sp_section": {"sp_reviewed_on": "2026-02-02"}})
    assert not sees(exit_of(window, writer), PLAN_BLOCK)


def test_a_note_never_signed_leads_to_its_draft(
    window: Window, writer: Writer, hands: Hands, qtbot: QtBot
) -> None:
    exit_of(window, writer)
    go_there(window, hands, "Contact note")
    assert form_behind(window) == "contact_note"
    form = drawn(window, qtbot)
    assert form.work.session.value("note_content/note_facts")
    window.back()
    assert isinstance(window.page, ExitPage)


def test_a_client_who_is_not_sure_leads_to_the_talk_of_the_supervisor_and_the_exit_waits(
    window: Window, writer: Writer, hands: Hands, qtbot: QtBot
) -> None:
    page = exit_of(window, writer)
    assert sees(page, READY_BLOCK)
    assert sees(page, "Feels ready: Not sure")
    go_there(window, hands, READY_BLOCK)
    sixth = page.checks[5]
    qtbot.waitUntil(lambda: sixth.is_open, timeout=2_000)
    focused = window.focusWidget()
    assert focused is not None
    assert sixth.isAncestorOf(focused)
    assert "Supervisor talked with the client" in focused.accessibleName()
    assert page.work is not None
    assert page.work.give("e6/client_supervisor_talk", "2026-02-02") is None
    qtbot.waitUntil(lambda: not sees(page, READY_BLOCK), timeout=2_000)


def test_back_from_the_review_the_keyboard_is_where_it_was(
    window: Window, writer: Writer, hands: Hands
) -> None:
    page = exit_of(window, writer)
    words = "Review and sign"
    (review,) = [e for e in page.findChildren(QAbstractButton) if e.text() == words]
    hands.press(window, review)
    settle()
    (back,) = [e for e in page.findChildren(QAbstractButton) if e.text() == "Back to the questions"]
    hands.press(window, back)
    settle()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.isVisibleTo(page)
    assert focused is not back


def test_no_check_goes_by_a_code(window: Window, writer: Writer) -> None:
    page = exit_of(window, writer)
    assert sees(page, "3.")
    assert not any(sees(page, f"E{number}") for number in range(1, 17))


def test_a_paper_not_sent_is_named_by_title_and_day_and_one_press_leads_to_it(
    window: Window, writer: Writer, hands: Hands
) -> None:
    asked = {"rr_received_on": "2026-02-02", "rr_kind": "copy"}
    paper = writer.signed("rights_request", {"rights_asked": asked})
    page = exit_of(window, writer)
    review = "Review and sign"
    hands.press(window, next(e for e in page.findChildren(QAbstractButton) if e.text() == review))
    settle()
    words = "Request about the record (2 February 2026) is signed and not sent yet."
    assert sees(page, words)
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == f"Go to: {words}"
    ]
    assert len(found) == 1
    hands.press(window, found[0])
    settle()
    assert window.page.place.document_id == paper.document_id
    window.back()
    assert isinstance(window.page, ExitPage)
