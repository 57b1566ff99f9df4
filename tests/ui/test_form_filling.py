"""The form by keys and clicks: what is typed is on the disk, sections, undo, lock and return."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.draft_places import place_in_draft
from outreach_app.ui.forms.choice_answers import ChoiceButton
from outreach_app.ui.forms.desk import FormDesk
from outreach_app.ui.forms.grid import GridBlock
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.form_pages import (
    drawn,
    focused,
    go,
    on_disk,
    open_form,
    settle,
    subject_of,
    typed_field,
)
from tests.support.pages import button, click, press, sees
from tests.support.settled import settle as come_to_rest

Opened = Callable[[str], Window]


def test_typed_text_is_on_the_disk_within_a_second_and_said_so_truthfully(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    assert form.head.saved_words() == "● Everything is saved"
    go(form, "section_a/who_present")
    QTest.keyClicks(typed_field(window), "Her sister, by telephone")
    assert form.head.saved_words() == "○ Writing…"
    assert "section_a/who_present" not in on_disk(form)
    qtbot.waitUntil(lambda: form.head.saved_words().startswith("● Saved"), timeout=1_000)
    assert on_disk(form)["section_a/who_present"] == "Her sister, by telephone"


def test_text_is_saved_when_the_keyboard_goes_on(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_a/who_present")
    QTest.keyClicks(typed_field(window), "Nobody")
    press(focused(window), Qt.Key.Key_Tab)
    assert on_disk(form)["section_a/who_present"] == "Nobody"


def test_leaving_the_page_saves_and_coming_back_is_at_the_same_question(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_h/client_wants/client_wants_text")
    QTest.keyClicks(typed_field(window), "A door that locks")
    document_id = form.work.opened.document.document_id
    click(button(window, "Today"))
    assert window.page.place.room is Room.TODAY

    again = open_form(window, qtbot, opened_case, document_id=document_id)
    assert on_disk(again)["section_h/client_wants/client_wants_text"] == "A door that locks"
    assert again.section.key == "section_h"
    assert typed_field(window).accessibleName() == (
        "What would make you safer? What do you want to happen?"
    )


def test_a_form_that_is_left_before_it_is_shown_keeps_the_place_one_was_at(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    go(form, "sp_section/sp_safe_places")
    form.leave()
    document_id = form.work.opened.document.document_id
    assert place_in_draft(window.desk.sitting, document_id) == "sp_section/sp_safe_places"
    hardly = FormDesk(window.page, form.work, "HH-26-A001")
    qtbot.addWidget(hardly)
    hardly.leave()
    assert place_in_draft(window.desk.sitting, document_id) == "sp_section/sp_safe_places"


def test_a_lock_in_the_middle_of_a_word_loses_nothing(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    go(form, "sp_section/sp_safe_places")
    QTest.keyClicks(typed_field(window), "The library, the bakery by the sta")
    kept = form.work.desk.workspace.vault.drafts
    document_id = form.work.opened.document.document_id
    window.close()
    answers = kept.load(document_id).answers
    assert answers["sp_section"]["sp_safe_places"] == "The library, the bakery by the sta"

    fresh = window_of("AB")
    page = fresh.page
    assert isinstance(page, FormPage)
    again = drawn(fresh, qtbot)
    assert again.work.opened.document.document_id == document_id
    assert again.page_address == "sp_section/sp_safe_places"


def test_sections_are_reached_by_click_and_by_keys(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    click(form.navigator.button("section_c"))
    settle()
    assert form.section.key == "section_c"
    QTest.keyClick(focused(window), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert form.section.key == "section_d/d1"
    settle()
    QTest.keyClick(focused(window), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert form.section.key == "section_c"
    assert form.navigator.button("section_c").isChecked()


def test_next_unanswered_goes_on_from_here_and_passes_what_is_answered(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_a/private_enough")
    QTest.keyClick(focused(window), Qt.Key.Key_Space)
    QTest.keyClick(focused(window), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert form.page_address == "section_a/safe_to_talk"
    QTest.keyClick(focused(window), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert form.page_address == "section_a/interpreter_used"


def test_undo_takes_the_last_accepted_answers_back_one_by_one(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_b/b_danger_now")
    press(focused(window), Qt.Key.Key_Space)
    assert on_disk(form)["section_b/b_danger_now"] == "yes"
    press(focused(window), Qt.Key.Key_Right)
    press(focused(window), Qt.Key.Key_Return)
    assert on_disk(form)["section_b/b_danger_now"] == "no"
    QTest.keyClick(focused(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert on_disk(form)["section_b/b_danger_now"] == "yes"
    QTest.keyClick(focused(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "section_b/b_danger_now" not in on_disk(form)
    drafts = form.work.desk.workspace.vault.drafts
    news = [each.new for each in drafts.log(form.work.opened.document.document_id)]
    assert news[-4:] == ["yes", "no", "yes", ""]


def test_an_answer_changes_at_once_what_hangs_on_it(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    assert not sees(window, "Others can hear")
    go(form, "section_a/private_enough")
    press(focused(window), Qt.Key.Key_Right)
    press(focused(window), Qt.Key.Key_Space)
    assert sees(window, "Others can hear: for now, only immediate safety")


def test_progress_level_and_gaps_follow_the_answers(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.resize(1440, 900)
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    before = form.navigator.button("section_d/d1").accessibleName()
    assert "0 of 30 answered" in before
    go(form, "section_d/d1/d1_threats/d1_threats_now")
    box = focused(window)
    for _ in range(4):
        press(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: form.tracking.is_counted, timeout=3_000)
    assert on_disk(form)["section_d/d1/d1_threats/d1_threats_now"] == "unknown"
    assert "1 of 30 answered" in form.navigator.button("section_d/d1").accessibleName()
    assert sees(form.canvas, "Information gap")
    assert sees(form.summary, "Threats to the client")


def test_what_is_missing_is_told_by_purpose_and_leads_to_its_place(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    form.show_missing()
    assert sees(window, "Nothing. Every answer is saved as you give it, in any order.")
    assert sees(window, "For an initial assessment")
    goes = [
        each
        for each in window.findChildren(type(button(window, "Back to the questions")))
        if each.accessibleName().startswith("Go to: Does the client agree with the level?")
    ]
    click(goes[0])
    settle()
    assert form.page_address == "section_h/client_agrees_level"
    yes = focused(window)
    assert isinstance(yes, ChoiceButton)
    assert yes.text() == "Yes"


def test_a_code_word_is_dots_once_it_is_written(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    line = go(form, "sp_section/sp_code_word")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "umbrella")
    press(line, Qt.Key.Key_Tab)
    assert on_disk(form)["sp_section/sp_code_word"] == "umbrella"
    assert line.displayText() != "umbrella"


@pytest.mark.parametrize(
    "address", ["section_a/sources", "section_a/ended_safely", "section_c/past_escapes"]
)
def test_a_form_opened_again_has_the_question_one_was_at_in_sight(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot, address: str
) -> None:
    window = window_of("AB")
    window.resize(1280, 720)
    open_form(window, qtbot, opened_case, "risk_assessment")
    place = replace(window.page.place, address=address)
    window.desk.go(Place(room=Room.CASE, subject=subject_of(opened_case)))
    come_to_rest(window)
    window.desk.go(place)
    come_to_rest(window)
    form = drawn(window, qtbot)
    shown = form.canvas.viewport()
    there = focused(form)
    assert form.canvas.address_of(there) == address
    top = there.mapTo(shown, QPoint(0, 0)).y()
    assert 0 <= top <= shown.height() - there.height()


def test_what_is_no_answer_of_the_grid_says_of_which_question(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    form = open_form(window_of("AB"), qtbot, opened_case, "risk_assessment")
    form.go_to("section_f/risks")
    click(button(form.canvas, "Add"))
    settle()
    grid = form.canvas.findChild(GridBlock)
    assert grid is not None
    likely, severe, *_reasons = grid.addresses
    for address in (likely, severe):
        label = form.work.view(address).label
        assert label in [each.text() for each in grid.findChildren(Text) if each.isVisible()]
        click(button(grid, f"No answer to “{label}”: Not known"))
        assert on_disk(form)[f"{address}_absent"] == "unknown"
