"""What was put off for a moment comes when the desk or the vault is gone already, and does nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.services.exit_screen import begin_exit
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.leaving.page import ExitPage
from outreach_app.ui.printing.preview import PreviewDialog
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.warming import warm_up
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder

LATER_MS = 700


def test_what_is_loaded_for_a_desk_that_is_gone_is_let_go(
    workspace_of: Callable[[str], Workspace], jobs: Jobs, qtbot: QtBot
) -> None:
    desk = Desk(workspace_of("AB"), jobs)
    warm_up(desk)
    qtbot.waitUntil(lambda: jobs.busy, timeout=5_000)
    desk.deleteLater()
    QApplication.sendPostedEvents(desk, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    QTest.qWait(LATER_MS // 4)
    assert not jobs.busy, "nothing more is loaded"


@pytest.mark.parametrize("turns", [0, 1, 2, 4])
def test_a_form_whose_vault_closes_before_it_is_drawn_stays_empty(
    opened_case: CaseBuilder,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    turns: int,
) -> None:
    window = window_of("AB")
    subject = opened_case.record.subject
    window.desk.go(Place(room=Room.FORM, subject=subject, topic="risk_assessment"))
    for _turn in range(turns):
        QApplication.processEvents()
    workspace_of("AB").vault.close()
    QTest.qWait(LATER_MS)
    page = window.page
    assert isinstance(page, FormPage)
    assert not page.notice.isVisible()


@pytest.mark.parametrize("room", [Room.REVIEW, Room.EXIT])
@pytest.mark.parametrize("turns", [0, 1, 3])
def test_a_page_whose_vault_closes_before_it_is_drawn_reads_no_further(
    opened_case: CaseBuilder,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    room: Room,
    turns: int,
) -> None:
    window = window_of("AB")
    workspace, subject = workspace_of("AB"), opened_case.record.subject
    begin_exit(workspace, subject)
    (line,) = workspace.vault.lists.documents(case_id=subject.case_id, form_id="case")
    window.go(Place(room=room, subject=subject, document_id=line.document_id))
    for _turn in range(turns):
        QApplication.processEvents()
    workspace_of("AB").vault.close()
    QTest.qWait(LATER_MS)
    assert not window.page.notice.isVisible()


def test_a_key_that_comes_before_the_page_is_drawn_counts(
    opened_case: CaseBuilder,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    qtbot: QtBot,
) -> None:
    workspace, subject = workspace_of("AB"), opened_case.record.subject
    document = begin_exit(workspace, subject)
    window = window_of("AB")
    window.go(Place(room=Room.EXIT, subject=subject))
    page = window.page
    assert isinstance(page, ExitPage)
    assert page.hasFocus(), "the keyboard waits on the page"
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.document == document
    # A button that is there already takes its time to be pressed.
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewDialog)), timeout=20_000)
    (preview,) = window.findChildren(PreviewDialog)
    preview.reject()
