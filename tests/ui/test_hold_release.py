"""A legal hold released by two people, each at their own window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import ReviewVerb
from outreach_app.engine.items import Question
from outreach_app.services.exit_screen import exit_document
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.leaving.page import ExitPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, keep_reviews
from tests.services.filling import example, fill
from tests.services.writing import FLAG, Writer
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, finish, sees, write
from tests.ui.carrying import begins, dropped, send, settled, sign
from tests.ui.test_share import sign as sign_in_window

HELD = {
    "exit_further": {
        "retention_class": "adult",
        "retention_until": "2033-02-02",
        "legal_hold_considered": "yes",
        "legal_hold": "yes",
        "legal_hold_reason": "Trial in spring",
    }
}
WHY = "The trial ended on 30 January; the officer of the case said so."


def completed(opened: OpenDocument) -> None:
    """Answer whatever the form itself still asks for; rules about the exit are not the matter here."""
    for _round in range(6):
        missing = [each.address for each in opened.obstacles() if each.address]
        for address in missing:
            items = opened.definition.items_named(address.rpartition("/")[2])
            question = items[0] if items else None
            if isinstance(question, Question):
                opened.set_answer(address, _plausible(question))


def _plausible(question: Question) -> str:
    if question.choices:
        return question.choices[0].code
    return "2026-02-02" if question.type == "date" else "Said and written down in full words."


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
    clock: FrozenClock,
) -> Writer:
    """An exit with a legal hold that a supervisor closed; since then a flag was set."""
    made = Writer(workspace_of("AB"), signer_of(office))
    opened = made.draft("exit_checklist", example("exit_checklist"))
    fill(opened, HELD)
    completed(opened)
    signed = made.sign(opened)
    case = CaseBuilder(office, made.signer)
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(office, theirs.review(signed, ReviewVerb.CLOSE))
    made.signed("safety_flag", FLAG)
    clock.forward(minutes=5)
    return made


def choice_beside(page: ExitPage, question: str, words: str, qtbot: QtBot) -> QAbstractButton:
    """Return the button of an answer, as its question names it."""

    def found() -> list[QAbstractButton]:
        return [
            each
            for each in page.findChildren(QAbstractButton)
            if each.isVisibleTo(page) and each.text() == words and question in _around(each)
        ]

    qtbot.waitUntil(lambda: bool(found()), timeout=5_000)
    return found()[0]


def _around(target: QAbstractButton) -> str:
    parent = target.parentWidget()
    return f"{target.accessibleName()} {parent.accessibleName() if parent is not None else ''}"


def test_one_signs_the_release_another_closes_it_and_only_then_the_hold_ends(
    writer: Writer,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.EXIT, subject=writer.subject))
    page = window.page
    assert isinstance(page, ExitPage)
    finish(page)
    click(button(page, "Go on with it…"))
    page = window.page
    assert isinstance(page, ExitPage)
    finish(page)
    page.go_to("exit_further/legal_hold_released")
    click(choice_beside(page, "Release the legal hold", "Yes", qtbot))
    qtbot.waitUntil(lambda: sees(page, "Why it may be released"), timeout=5_000)
    write(field(page, "Why it may be released", QPlainTextEdit), WHY)
    click(button(page, "Review and sign"))
    assert sees(page, WHY)
    assert page.work is not None
    assert page.work.opened.obstacles() == ()
    click(button(page, "Sign…"))
    sign_in_window(window, passphrases["AB"], qtbot)
    subject, drafts = writer.subject, writer.workspace.vault.drafts
    qtbot.waitUntil(lambda: not drafts.has(page.document.document_id), timeout=20_000)
    sent = send(writer.workspace.sitting, writer.signer, subject.case_id, "SH", folder=tmp_path)
    helen = window_of("SH")
    inbox = dropped(helen, qtbot, sent)
    click(begins(inbox, "Accept: "))
    settled(helen, qtbot)
    helen.go(Place(room=Room.RETENTION))
    qtbot.waitUntil(lambda: sees(helen.page, "waits until another person"), timeout=5_000)
    assert sees(helen.page, "Legal hold: not destroyed until it is released")
    document = exit_document(helen.desk.workspace, subject)
    assert document is not None
    helen.go(Place(room=Room.REVIEW, subject=subject, document_id=document.document_id))
    finish(helen.page)
    click(button(helen.page, "Close the case…"))
    sign(helen, passphrases["SH"], qtbot)
    helen.go(Place(room=Room.RETENTION))
    qtbot.waitUntil(lambda: sees(helen.page, "Released: "), timeout=5_000)
    assert not sees(helen.page, "Legal hold: not destroyed until it is released")
    assert sees(helen.page, WHY)
