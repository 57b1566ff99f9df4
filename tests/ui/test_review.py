"""A review from the stick to the stick: read, comment at the question, sign; and what is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Document, ReviewVerb
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.unsigned_words import kept_review
from outreach_app.services.workspace import Workspace
from outreach_app.ui.review.table import AnswerTable
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, keep
from tests.services.writing import Writer, assessment
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, finish, press, sees, write
from tests.ui.carrying import begins, dropped, send, settled, sign

SignerOf = Callable[[Sitting], Signer]
RISK = "R1 Found by those who exploited her"
LIKELIHOOD = "Likelihood in the next 3 months if nothing more is done"
LEVEL = "Overall level in your judgement"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The stick that travels."""
    folder = tmp_path / "carried"
    folder.mkdir()
    return folder


class Written:
    """Two assessments of one case, of which the second is lower than what the answers say."""

    def __init__(self, workspace: Workspace, signer: Signer) -> None:
        self.writer = Writer(workspace, signer)
        self.writer.signed(
            "risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
        )
        self.document: Document = self.writer.signed(
            "risk_assessment",
            assessment("review", "2026-02-02T11:00:00.000+00:00", "medium", "5", "3"),
        )

    @property
    def case_id(self) -> str:
        return self.writer.subject.case_id

    @property
    def place(self) -> Place:
        return Place(
            room=Room.REVIEW,
            subject=self.document.subject,
            document_id=self.document.document_id,
        )


@dataclass
class Back:
    """What the way back needs: the stick, the reviewer's key and passphrase."""

    stick: Path
    sitting: Sitting
    signer: Signer
    passphrase: str

    def send(self, case_id: str) -> Path:
        return send(self.sitting, self.signer, case_id, "AB", folder=self.stick)


@pytest.fixture
def back(
    supervisor: Sitting, signer_of: SignerOf, passphrases: dict[str, str], stick: Path
) -> Back:
    return Back(stick, supervisor, signer_of(supervisor), passphrases["SH"])


@pytest.fixture
def written(workspace_of: Callable[[str], Workspace], signer_of: SignerOf) -> Written:
    workspace = workspace_of("AB")
    return Written(workspace, signer_of(workspace.sitting))


@pytest.fixture
def reviewed(
    written: Written, window_of: Callable[[str], Window], stick: Path, qtbot: QtBot
) -> Window:
    """The supervisor's window on the second assessment, come by a stick."""
    writer = written.writer
    sent = send(writer.workspace.sitting, writer.signer, written.case_id, "SH", folder=stick)
    window = window_of("SH")
    page = dropped(window, qtbot, sent)
    click(begins(page, "Accept: "))
    settled(window, qtbot)
    at(window, written.place)
    return window


def at(window: Window, place: Place) -> None:
    """Go to a place and let it come on the screen."""
    window.go(place)
    finish(window.page)
    QApplication.processEvents()


def answers(window: Window) -> AnswerTable:
    """Return the table of what changed."""
    (found,) = [
        each
        for each in window.page.findChildren(AnswerTable)
        if each.accessibleName().startswith("What changed since")
    ]
    return found


def rows(table: AnswerTable) -> dict[str, tuple[str, str]]:
    """Return what a table shows: question, before, now."""

    def cell(row: int, column: int) -> str:
        item = table.item(row, column)
        return item.text() if item is not None else ""

    return {cell(row, 0): (cell(row, 1), cell(row, 2)) for row in range(table.rowCount())}


def choose(table: AnswerTable, question: str) -> None:
    """Choose the row of a question with the keys, and go to its comment."""
    wanted = list(rows(table)).index(question)
    table.setFocus()
    table.setCurrentCell(0, 0)
    for _step in range(wanted):
        press(table, Qt.Key.Key_Down)
    QApplication.processEvents()
    press(table, Qt.Key.Key_Return)


def test_who_signed_and_what_changed_since_the_assessment_before(reviewed: Window) -> None:
    page = reviewed.page
    assert sees(page, "✓ Signed by Anna Berg (AB), verified")
    assert sees(page, "laptop A")
    assert sees(page, "What changed since the risk assessment of 20 January 2026")
    assert sees(page, "Risk since the assessment of 20 January 2026")
    found = rows(answers(reviewed))

    assert found[LEVEL] == ("High", "Medium")
    assert found[f"{RISK} – {LIKELIHOOD}"][0].startswith("Likely")
    assert not any("Confirmed at" in each for each in found)


def test_a_comment_at_its_question_is_kept_signed_returned_and_read_by_the_author(
    reviewed: Window,
    written: Written,
    window_of: Callable[[str], Window],
    clock: FrozenClock,
    back: Back,
    qtbot: QtBot,
) -> None:
    supervisor = back.sitting
    clock.forward(minutes=5)
    choose(answers(reviewed), LEVEL)
    comment = field(reviewed.page, "At “Overall level in your judgement”", QPlainTextEdit)
    assert comment.hasFocus()
    write(comment, "Which facts?")
    # A lock in the middle: the page goes and comes back.
    at(reviewed, Place(room=Room.TODAY))
    at(reviewed, written.place)
    comment = field(reviewed.page, "At “Overall level in your judgement”", QPlainTextEdit)
    assert comment.toPlainText() == "Which facts?"
    click(button(reviewed.page, "Return with comments…"))
    dialog = reviewed.page.findChild(SigningDialog)
    assert dialog is not None
    assert sees(dialog, "At “Overall level in your judgement”: Which facts?")
    assert sees(dialog, "You give it back to its author")
    sign(reviewed, back.passphrase, qtbot)
    qtbot.waitUntil(lambda: sees(reviewed.page, "It reaches the author"), timeout=5_000)
    shown = (each for each in reviewed.page.findChildren(QPushButton) if each.isVisible())
    assert "primary" not in {each.property("kind") for each in shown}, "it was given back"
    (made,) = supervisor.vault.reviews.of_document(written.document.document_id)
    assert (made.verb, made.comments[0].text) == (ReviewVerb.RETURN, "Which facts?")
    assert made.comments[0].question == "overall_level"
    assert kept_review(supervisor, made.revision_id).is_empty
    window = window_of("AB")
    page = dropped(window, qtbot, back.send(written.case_id))
    click(begins(page, "Accept: "))
    page = settled(window, qtbot)
    assert sees(page, "Returned by Sara Hill (SH)")
    assert sees(page, "Overall level in your judgement: Which facts?")


def test_what_was_said_is_sent_back_at_once_with_exactly_what_the_inbox_names(
    *,
    reviewed: Window,
    written: Written,
    case: CaseBuilder,
    signer_of: SignerOf,
    clock: FrozenClock,
    back: Back,
    qtbot: QtBot,
) -> None:
    clock.forward(minutes=5)
    # A note of the supervisor's own in the case is new to the author, and nobody asked for it.
    helen = case.as_seen_by(back.sitting, signer_of(back.sitting))
    subject = written.document.subject
    helen.client_id, helen.case_id = subject.client_id, subject.case_id
    helen.kept(helen.note_plan("Rang the police."))
    assert sees(reviewed.page, "that wait for your word")
    write(field(reviewed.page, "About the whole document", QPlainTextEdit), "Which facts?")
    click(button(reviewed.page, "Return with comments…"))
    sign(reviewed, back.passphrase, qtbot)
    qtbot.waitUntil(lambda: sees(reviewed.page, "It reaches the author"), timeout=5_000)
    way = begins(reviewed.page, "Send back…: Anna Berg (AB)")
    at(reviewed, Place(room=Room.INBOX))
    assert sees(reviewed.page, "Anna Berg (AB): 1 review of 1 document")
    assert way is not None
    press(button(reviewed.page, "Send back…"), Qt.Key.Key_Return)
    page = reviewed.page
    assert page.place == Place(room=Room.SHARE, topic="return")
    ticked = {each.accessibleName() for each in page.findChildren(QCheckBox) if each.isChecked()}
    assert sees(page, "1 record of 1 client to Anna Berg, without the address")
    assert len(ticked) == 2
    assert "Anna Berg" in ticked
    assert any("Risk assessment" in each for each in ticked)
    assert any("Contact note" in each.accessibleName() for each in page.findChildren(QCheckBox))


def test_who_chooses_a_row_and_writes_writes_its_comment(reviewed: Window) -> None:
    table = answers(reviewed)
    table.setFocus()
    row = next(
        each
        for each in range(table.rowCount())
        if (item := table.item(each, 0)) is not None
        and item.text().startswith("Overall level in your judgement")
    )
    table.setCurrentCell(row, 0)
    table.selectRow(row)
    QTest.keyClicks(table, "W")
    QApplication.processEvents()
    comment = field(reviewed.page, "At “Overall level in your judgement”", QPlainTextEdit)
    assert comment.hasFocus()
    QTest.keyClicks(comment, "hich facts?")
    assert comment.toPlainText() == "Which facts?"
    assert table.currentRow() == row


def test_the_row_that_the_keys_come_to_is_in_sight(reviewed: Window) -> None:
    reviewed.resize(1280, 480)
    QApplication.processEvents()
    table = answers(reviewed)
    table.setFocus()
    last = table.rowCount() - 1
    for row in (last, 0):
        table.setCurrentCell(row, 0)
        QApplication.processEvents()
        item = table.item(row, 0)
        assert item is not None
        middle = table.viewport().mapTo(reviewed, table.visualItemRect(item).center())
        assert not table.visibleRegion().isEmpty()
        assert 0 < middle.y() < reviewed.height()


def test_a_level_judged_otherwise_is_countersigned(
    reviewed: Window,
    written: Written,
    supervisor: Sitting,
    passphrases: dict[str, str],
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    clock.forward(minutes=5)
    click(button(reviewed.page, "Countersign…"))
    dialog = reviewed.page.findChild(SigningDialog)
    assert dialog is not None
    assert sees(dialog, "the rules ask for a second person")
    assert sees(dialog, "Without comments.")
    sign(reviewed, passphrases["SH"], qtbot)
    qtbot.waitUntil(lambda: sees(reviewed.page, "It reaches the author"), timeout=5_000)
    (made,) = supervisor.vault.reviews.of_document(written.document.document_id)
    assert made.verb is ReviewVerb.COUNTERSIGN
    assert sees(reviewed.page, "Countersigned by Sara Hill (SH)")
    assert not button(reviewed.page, "Countersign…").isEnabled()


def test_a_return_without_words_is_refused_before_anything_is_signed(
    reviewed: Window, written: Written, supervisor: Sitting
) -> None:
    click(button(reviewed.page, "Return with comments…"))
    assert sees(reviewed.page, "Please write what it is about")
    assert reviewed.page.findChild(SigningDialog) is None
    assert field(reviewed.page, "About the whole document", QPlainTextEdit).hasFocus()
    assert supervisor.vault.reviews.of_document(written.document.document_id) == ()


def test_a_comment_without_words_keeps_the_field_of_the_chosen_row(reviewed: Window) -> None:
    table = answers(reviewed)
    question = next(iter(rows(table)))
    choose(table, question)
    click(button(reviewed.page, "Sign comments only…"))
    assert sees(reviewed.page, "Please write what it is about")
    assert reviewed.page.findChild(SigningDialog) is None
    assert table.chosen_key()
    now = QApplication.focusWidget()
    assert isinstance(now, QPlainTextEdit)
    assert now.accessibleName().startswith("At “")
    QTest.keyClicks(now, "Why?")
    assert now.toPlainText() == "Why?"


def test_the_whole_document_is_there_on_demand(reviewed: Window) -> None:
    table = answers(reviewed)
    changed = table.rowCount()
    click(button(reviewed.page, "Show the whole document"))
    assert table.rowCount() > changed
    assert table.isColumnHidden(1)
    click(button(reviewed.page, "Show only what changed"))
    assert table.rowCount() == changed


def test_the_next_that_waits_is_one_key_away(reviewed: Window, qtbot: QtBot) -> None:
    first = reviewed.page.place.document_id
    QTest.keyClick(reviewed, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: reviewed.page.place.document_id != first, timeout=2_000)
    assert reviewed.page.place.room is Room.REVIEW
    QTest.keyClick(reviewed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: reviewed.page.place.document_id == first, timeout=2_000)


def test_a_caseworker_may_comment_and_not_judge(
    written: Written, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.go(written.place)
    assert not button(window.page, "Countersign…").isEnabled()
    assert not button(window.page, "Return with comments…").isEnabled()
    assert button(window.page, "Sign comments only…").isEnabled()
    assert sees(window.page, "you wrote part of it: a second person must look")
    assert sees(window.page, "Ask another supervisor")


def test_two_versions_are_decided_before_a_word(
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: SignerOf,
    window_of: Callable[[str], Window],
    clock: FrozenClock,
) -> None:
    base = case.opened().kept(case.note_plan("We met."))
    document = case.sitting.vault.documents.get(base.header.document_id)
    keep(supervisor, base)
    for builder, facts in (
        (case, "We met at nine."),
        (case.as_seen_by(supervisor, signer_of(supervisor)), "We met at noon."),
    ):
        clock.forward(minutes=1)
        plan = builder.note_plan(facts, document=document, parents=(base.revision_id,))
        keep(supervisor, builder.kept(plan))
    window = window_of("SH")
    place = Place(room=Room.REVIEW, subject=document.subject, document_id=document.document_id)
    window.go(place)
    assert sees(window.page, "Edited in two places")
    assert not button(window.page, "Return with comments…").isEnabled()
    click(button(window.page, "Decide…"))
    assert window.page.place.room is Room.MERGE


def test_a_code_word_is_dots_until_somebody_asks_to_see_it(
    workspace_of: Callable[[str], Workspace],
    signer_of: SignerOf,
    window_of: Callable[[str], Window],
) -> None:
    workspace = workspace_of("AB")
    writer = Writer(workspace, signer_of(workspace.sitting))
    definition = workspace.catalogue.newest("safety_plan")
    (item,) = definition.items_named("sp_code_word")
    opened = writer.draft("safety_plan", {})
    opened.set_answer(item.path, "Marmalade")
    writer.sign(opened)
    window = window_of("AB")
    at(
        window,
        Place(
            room=Room.REVIEW,
            subject=writer.subject,
            document_id=opened.document.document_id,
        ),
    )
    (table,) = [each for each in window.page.findChildren(AnswerTable) if each.isVisible()]
    assert rows(table)["Our code word"] == ("••••••", "••••••")
    assert not sees(window.page, "Marmalade")
    way = button(window.page, "Show 1 hidden answer")
    way.setFocus()
    press(way, Qt.Key.Key_Space)
    assert rows(table)["Our code word"][1] == "Marmalade"
    press(way, Qt.Key.Key_Space)
    assert rows(table)["Our code word"][1] == "••••••"
