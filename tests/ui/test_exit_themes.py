"""What clients said at exit: the supervisor who reads it writes the themes, and reports count them."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Revision
from outreach_app.services.sitting import Sitting
from outreach_app.services.unsigned_words import kept_review
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Json, keep
from tests.support.pages import button, click, field, finish, sees, write
from tests.ui.carrying import sign

LABEL = "What the client’s words at the exit are about"


def _read(window: Window, left: Revision) -> None:
    header = left.header
    window.go(Place(room=Room.REVIEW, subject=header.subject, document_id=header.document_id))
    finish(window.page)


def test_themes_are_kept_while_written_and_signed_with_the_review(
    qtbot: QtBot,
    window_of: Callable[[str], Window],
    case: CaseBuilder,
    supervisor: Sitting,
    passphrases: dict[str, str],
) -> None:
    said: Json = {
        "exit_opening": {"exit_date": "2026-02-01", "exit_reason": "planned_move_on"},
        "client_feedback": {"client_feedback_text": "You waited with me at the court."},
    }
    left = case.sign(case.plan(case.document("exit_checklist"), {"main": said}))
    keep(supervisor, case.sign(case.client_plan({})), case.sign(case.record_plan()), left)
    window = window_of("SH")
    _read(window, left)
    write(field(window.page, LABEL, QPlainTextEdit), "court, waiting together")
    revision_id = left.revision_id
    qtbot.waitUntil(lambda: bool(kept_review(supervisor, revision_id).answers), timeout=5_000)
    write(field(window.page, "About the whole document", QPlainTextEdit), "Thank you")
    click(button(window.page, "Sign comments only…"))
    assert sees(window.page, "The client’s words are about: court, waiting together")
    sign(window, passphrases["SH"], qtbot)
    qtbot.waitUntil(
        lambda: bool(supervisor.vault.reviews.of_document(left.header.document_id)), timeout=20_000
    )
    (review,) = supervisor.vault.reviews.of_document(left.header.document_id)
    assert review.answers == {"supervisor_feedback_themes": "court, waiting together"}
    assert not kept_review(supervisor, revision_id).answers


def test_without_words_of_the_client_no_themes_are_asked(
    window_of: Callable[[str], Window], case: CaseBuilder, supervisor: Sitting
) -> None:
    said: Json = {"exit_opening": {"exit_date": "2026-02-01", "exit_reason": "planned_move_on"}}
    left = case.sign(case.plan(case.document("exit_checklist"), {"main": said}))
    keep(supervisor, case.sign(case.client_plan({})), case.sign(case.record_plan()), left)
    window = window_of("SH")
    _read(window, left)
    names = [each.accessibleName() for each in window.page.findChildren(QPlainTextEdit)]
    assert "About the whole document" in names
    assert LABEL not in names
