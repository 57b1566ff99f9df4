"""The form by keys where keys used to stop, and the place of the talk that holds sections back."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Reason
from outreach_app.engine.session import FormSession
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.cases.new_case import NewCasePage
from outreach_app.ui.forms.grid import GridCell
from outreach_app.ui.forms.order_answers import OrderAnswer
from outreach_app.ui.forms.place_bar import PlaceBar
from outreach_app.ui.forms.reading import ReasonDialog
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from tests.engine.forms import form as form_of
from tests.services.builders import CaseBuilder
from tests.services.writing import NOTE, Writer
from tests.support.form_pages import drawn, focused, go, on_disk, open_form, settle
from tests.support.pages import button, click, press, sees

Opened = Callable[[str], Window]
NOW = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace], signer_of: Callable[[Sitting], Signer]
) -> Writer:
    """A case in the caseworker's vault."""
    workspace = workspace_of("AB")
    return Writer(workspace, signer_of(workspace.sitting))


RANK = """
| survey |
| | type | name | label |
| | rank wishes | first | What matters most? |

| choices |
| | list_name | name | label |
| | wishes | home | A home of my own |
| | wishes | work | Work |
| | wishes | school | School for my son |

| settings |
| | form_title | form_id | version |
| | Wishes | wishes | 1 |
"""


def test_back_to_the_questions_gives_the_keyboard_back_to_where_it_was(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    was = go(form, "section_a/who_present")
    for there in (form.show_missing, form.review):
        there()
        settle()
        back = button(window, "Back to the questions")
        back.setFocus()
        press(back, Qt.Key.Key_Return)
        settle()
        assert focused(window) is was


def test_the_first_section_leads_only_on_and_the_last_to_the_review(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "contact_note")
    assert not sees(form.canvas, "Section before")
    click(button(window, "Next section"))
    settle()
    assert sees(form.canvas, "Section before")
    form.show_key(form.sections[-1].key)
    form.canvas.finish()
    settle()
    assert not sees(form.canvas, "Next section")
    click(button(window, "To the review"))
    assert sees(window, "before signing")


def test_the_keys_to_review_do_not_answer_a_cell_of_the_grid(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_f/risks")
    press(focused(window), Qt.Key.Key_Return)
    settle()
    row_id = form.work.session.rows("section_f/risks")[0]
    cell = go(form, f"section_f/risks[{row_id}]/risk_likelihood")
    assert isinstance(cell, GridCell)
    QTest.keyClick(cell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not any(key.endswith("risk_likelihood") for key in on_disk(form))
    go(form, f"section_f/risks[{row_id}]/risk_likelihood")
    cells = form.canvas.findChildren(GridCell)
    stop = next(each for each in cells if each.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    QTest.keyClick(stop, Qt.Key.Key_Return)
    assert any(key.endswith("risk_likelihood") for key in on_disk(form))


def test_why_it_is_changed_is_answered_with_the_keyboard_alone(
    window_of: Opened, writer: Writer, qtbot: QtBot
) -> None:
    document = writer.signed("contact_note", NOTE)
    window = window_of("AB")
    place = Place(room=Room.FORM, subject=writer.subject, document_id=document.document_id)
    window.desk.go(place)
    settle()
    press(button(window, "Revise…"), Qt.Key.Key_Return)
    dialog = window.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    settle()
    first = QApplication.focusWidget()
    assert isinstance(first, QRadioButton)
    assert first.isChecked()
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = QApplication.focusWidget()
    assert isinstance(second, QRadioButton)
    assert second is not first
    assert second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(dialog, "Cancel")
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    drawn(window, qtbot)
    draft = window.desk.workspace.vault.drafts.load(document.document_id)
    assert draft.reason == Reason.REVIEW.value


def test_nothing_in_a_new_case_looks_blank_and_left_alone_it_is_no_fault(
    window_of: Opened, qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.NEW_CASE))
    page = window.page
    assert isinstance(page, NewCasePage)
    for box in page.findChildren(QComboBox):
        line = box.lineEdit()
        assert box.currentText() or (line is not None and line.placeholderText())
    click(button(window, "Begin the case"))
    qtbot.waitUntil(lambda: window.page.place.room is Room.CASE, timeout=5_000)


# ---- the place of the talk ------------------------------------------------------------------


def _shown(window: Window) -> bool:
    bar = window.findChild(PlaceBar)
    assert isinstance(bar, PlaceBar)
    return bar.isVisibleTo(window)


def test_where_others_can_hear_most_sections_are_held_back_and_the_page_says_why(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_d/d_words/client_fear_score")
    QTest.keyClicks(focused(window), "6")
    press(focused(window), Qt.Key.Key_Return)
    before = form.work.session.value("section_k/indicated_level")
    assert not _shown(window)
    go(form, "section_a/private_enough")
    press(focused(window), Qt.Key.Key_Right)
    press(focused(window), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: form.tracking.is_counted, timeout=5_000)
    assert _shown(window)
    assert sees(window, "Only immediate safety and what the client wants are asked now.")
    seen = {s.key for s in form.sections if not form.navigator.button(s.key).isHidden()}
    assert seen == {"section_a", "section_b", "section_h", "section_l"}
    form.step(1)
    form.step(1)
    assert form.section.key == "section_h"
    assert on_disk(form)["section_d/d_words/client_fear_score"] == "6"
    assert form.work.session.value("section_k/indicated_level") == before

    click(button(window, "Show all sections"))
    assert not form.navigator.button("section_c").isHidden()
    click(button(window, "Hold them back"))
    assert form.navigator.button("section_c").isHidden()


def test_with_large_text_what_is_said_above_never_makes_the_window_higher(
    dressed: QApplication, window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    put_on(dressed, Look(text_percent=150))
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    form.work.give("section_a/interpreter_used", "unsuitable")
    form.work.give("section_a/private_enough", "no")
    for key in ("section_a", "section_h"):
        form.show_key(key)
        form.canvas.finish()
        settle()
        assert (window.width(), window.height()) == (1280, 720)
        sheet = form.canvas.widget()
        assert sheet is not None
        assert sheet.width() <= form.canvas.viewport().width()
    qtbot.waitUntil(lambda: form.tracking.is_counted, timeout=5_000)
    heads = [each.text() for each in form.navigator.findChildren(Text) if each.isVisibleTo(window)]
    assert "Present" not in heads


def test_a_public_place_holds_back_until_nobody_can_overhear(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    form.work.give("section_a/where_assessed", "public")
    assert _shown(window)
    assert sees(window, "ask nothing here about the exploitation")
    form.work.give("section_a/private_enough", "yes")
    assert not _shown(window)


def test_with_the_interpreter_stopped_the_talk_is_paused_and_goes_on_at_the_same_question(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    document_id = form.work.opened.document.document_id
    form.work.give("section_a/interpreter_used", "unsuitable")
    assert sees(window, "The interpreter was stopped")
    go(form, "section_a/interpreter_concern")
    QTest.keyClicks(focused(window), "From the same town.")
    click(button(window, "Pause here"))
    assert window.page.place.room is Room.CASE
    again = open_form(window, qtbot, opened_case, document_id=document_id)
    assert again.page_address == "section_a/interpreter_concern"
    assert on_disk(again)["section_a/interpreter_concern"] == "From the same town."


# ---- an order -------------------------------------------------------------------------------


def test_choices_are_put_in_order_with_keys_and_with_buttons(
    dressed: QApplication, qtbot: QtBot
) -> None:
    session = FormSession(form_of(RANK), today=NOW.date(), now=NOW, new_row_id=lambda: "r_1")
    view = session.question("first")
    answer = OrderAnswer(view.label, view.choices)
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(answer.widget)
    answer.answered.connect(lambda codes: session.set_answer("first", codes))
    answer.show_view(view)
    window.show()
    lines = window.findChild(QListWidget)
    assert isinstance(lines, QListWidget)
    assert sees(window, "Not put in order yet")
    answer.take_focus()
    QTest.keyClick(lines, Qt.Key.Key_Down)
    QTest.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.value("first") == "work home school"
    current = lines.currentItem()
    assert current is not None
    assert current.text() == "1. Work"
    assert "In this order." in lines.accessibleDescription()
    click(button(window, "Move down"))
    assert session.value("first") == "home work school"
    QTest.keyClick(lines, Qt.Key.Key_Down)
    assert not button(window, "Move down").isEnabled()
    assert not session.question("first").violations
