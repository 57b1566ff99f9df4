"""The exit on a real vault: evidence, a judgement against it with its reason, a block resolved."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.exits.evidence import Evidence
from outreach_app.services.exit_screen import exit_document
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.leaving.page import ExitPage
from outreach_app.ui.leaving.ring import Ring
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import FLAG, Writer, assessment
from tests.support.pages import button, click, field, finish, press, sees

LAST = assessment("exit", "2026-02-02T11:00:00.000+00:00", "medium", "6", "2")
FIRST = assessment("full", "2026-01-10T11:00:00.000+00:00", "high", "2", "4")


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> Writer:
    """A case with two assessments and an open flag."""
    made = Writer(workspace_of("AB"), signer_of(office))
    made.signed("risk_assessment", FIRST)
    made.signed("risk_assessment", LAST)
    made.signed("safety_flag", FLAG)
    return made


@pytest.fixture
def window(window_of: Callable[[str], Window]) -> Window:
    return window_of("AB")


def exit_of(window: Window, writer: Writer) -> ExitPage:
    """Go to the exit of the case."""
    window.go(Place(room=Room.EXIT, subject=writer.subject))
    page = window.page
    assert isinstance(page, ExitPage)
    finish(page)
    return page


def begun(window: Window, writer: Writer) -> ExitPage:
    """Begin the exit with the button that is there first."""
    page = exit_of(window, writer)
    press(button(page, "Begin the exit checklist"), Qt.Key.Key_Space)
    again = window.page
    assert isinstance(again, ExitPage)
    finish(again)
    return again


def evidence(page: ExitPage, code: str) -> Evidence:
    """Return what the records say about a part."""
    assert page.checklist is not None
    parts = [part for check in page.checklist.standing().checks for part in check.parts]
    return next(part.part.evidence for part in parts if part.code == code)


def test_nothing_begins_before_somebody_says_so(window: Window, writer: Writer) -> None:
    page = exit_of(window, writer)
    assert sees(page, "No exit has begun")
    assert exit_document(window.desk.workspace, writer.subject) is None
    page = begun(window, writer)
    document = exit_document(window.desk.workspace, writer.subject)
    assert document is not None
    assert window.desk.workspace.vault.drafts.has(document.document_id)
    assert page.place.document_id == document.document_id


def test_the_evidence_is_shown_with_its_documents(window: Window, writer: Writer) -> None:
    page = begun(window, writer)
    assert len(page.checks) == 16
    (ring,) = page.findChildren(Ring)
    assert ring.accessibleName().endswith("of 16 checks are settled")
    click(button(page, "Open: Risk has significantly decreased"))
    first = page.checks[0]
    assert sees(first, "✕ Contradicts")
    assert sees(first, "✓ Supports")
    assert sees(first, "Assessment (exit): ")
    assert sees(first, "This has to be resolved first; nobody may judge against it.")
    link = next(
        each
        for each in first.findChildren(QAbstractButton)
        if each.text() == "→ Risk assessment, 2 February 2026"
    )
    click(link)
    assert window.page.place.room is Room.FORM
    window.back()
    assert isinstance(window.page, ExitPage)


def test_a_judgement_against_the_records_needs_its_reason(
    qtbot: QtBot, window: Window, writer: Writer
) -> None:
    page = begun(window, writer)
    check = page.checks[6]
    page.go_to("exit_further/e7_understood_rights")
    qtbot.waitUntil(lambda: bool(check.parts), timeout=2_000)
    assert evidence(page, "e7_understood_rights") is Evidence.INCOMPLETE
    about = check.parts[0]._shown.title
    decision = field(check, f"{about}: Caseworker", QComboBox)
    decision.setFocus()
    press(decision, Qt.Key.Key_Down)
    assert decision.currentText() == "Met"
    qtbot.waitUntil(lambda: sees(check, "Say why, in at least 20 characters."), timeout=2_000)
    assert sees(check, "To decide")
    reason = field(check, "Reason", QPlainTextEdit)
    reason.setFocus()
    reason.insertPlainText("She was told by the advocate last week.")
    page.commit()
    qtbot.waitUntil(
        lambda: sees(check, "Judged against the records, with a reason."), timeout=2_000
    )
    qtbot.waitUntil(lambda: not sees(check, "To decide"), timeout=2_000)
    assert page.checklist is not None
    answers = page.checklist.opened.answers()
    assert answers["e7_understood_rights_worker"] == "met"
    assert answers["e7_understood_rights_override"] == "true"


def test_what_blocks_leads_to_its_place_and_goes_when_it_is_resolved(
    qtbot: QtBot, window: Window, writer: Writer
) -> None:
    page = begun(window, writer)
    flag_block = "Safety flag “Exploiter contact recent” is open"
    assert sees(page, flag_block)
    assert sees(page, "Before you sign")
    assert sees(page, "Before the supervisor closes")
    go = next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().startswith(f"Go there: {flag_block}")
    )
    click(go)
    place = window.page.place
    assert place.room is Room.FORM
    workspace = window.desk.workspace
    document = workspace.vault.documents.get(place.document_id)
    assert document.form_id == "safety_flag"
    cleared = {
        "flag_clearing": {
            "flag_cleared_at": "2026-02-03T10:00:00.000+00:00",
            "flag_how_cleared": "The number was changed.",
        }
    }
    writer.revised(document, cleared)
    window.back()
    page = exit_of(window, writer)
    assert not sees(page, flag_block)
    assert evidence(page, "e1_flags") is Evidence.SUPPORTS
    # What stands in the checklist itself opens where it is.
    click(
        next(
            each
            for each in page.findChildren(QAbstractButton)
            if each.accessibleName().startswith("Go there: Retention and legal hold")
        )
    )
    assert page.checks[12].is_open
    qtbot.waitUntil(lambda: sees(page.checks[12], "Retention class"), timeout=2_000)


def test_the_client_is_heard_and_signing_says_what_is_missing(
    qtbot: QtBot, window: Window, writer: Writer
) -> None:
    page = begun(window, writer)
    assert sees(page, "Not asked yet.")
    assert page.work is not None
    assert page.work.give("e6/client_ready", "not_sure") is None
    qtbot.waitUntil(lambda: sees(page, "Feels ready: Not sure"), timeout=2_000)
    click(button(page, "Review and sign"))
    assert sees(page, "Everything you wrote is saved meanwhile.")
    assert not button(page, "Sign…").isEnabled()
    click(button(page, "Back to the questions"))
    assert sees(page, "Client’s view")
