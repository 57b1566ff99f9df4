"""Every kind of question once, by keys and clicks, on the real forms; the draft says the same."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.engine.items import Question
from outreach_app.ui.forms.day_answers import Calendar
from outreach_app.ui.forms.file_answers import DrawArea, FileAnswer, Viewer
from outreach_app.ui.forms.grid import GridCell
from outreach_app.ui.forms.repeats import RepeatBlock
from outreach_app.ui.shell.window import Window
from outreach_app.ui.speech import use_language
from tests.services.builders import CaseBuilder
from tests.support.dialogs import choose
from tests.support.form_pages import (
    focused,
    go,
    on_disk,
    open_form,
    settle,
    typed_field,
    typed_text,
)
from tests.support.pages import button, click, press, sees, write

Opened = Callable[[str], Window]


def test_numbers_days_and_times_are_typed_as_people_write_them(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_a/assessed_at")
    line = typed_field(window)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "2 feb 2026 9.05pm")
    press(line, Qt.Key.Key_Return)
    assert on_disk(form)["section_a/assessed_at"].startswith("2026-02-02T21:05:00")
    assert line.text() == "2 February 2026, 21:05"

    go(form, "section_d/d_words/client_fear_score")
    QTest.keyClicks(typed_field(window), "7")
    press(focused(window), Qt.Key.Key_Return)
    assert on_disk(form)["section_d/d_words/client_fear_score"] == "7"


def test_what_is_no_answer_stays_in_the_field_and_the_last_good_one_is_kept(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_d/d_words/client_fear_score")
    QTest.keyClicks(typed_field(window), "7")
    press(focused(window), Qt.Key.Key_Return)
    QTest.keyClicks(typed_field(window), " or so")
    press(focused(window), Qt.Key.Key_Return)
    assert typed_text(window) == "7 or so"
    assert sees(window, "This should be a whole number, such as 8.")
    assert sees(window, "It is not saved; the last answer is kept: 7")
    assert form.head.saved_words() == "! One answer is not saved"
    form.show_key("section_c")
    go(form, "section_d/d_words/client_fear_score")
    assert typed_text(window) == "7 or so"
    press(focused(window), Qt.Key.Key_End)
    for _ in range(6):
        press(focused(window), Qt.Key.Key_Backspace)
    press(focused(window), Qt.Key.Key_Return)
    assert not sees(window, "It is not saved")
    assert form.head.saved_words().startswith("● Saved")


def test_one_of_few_is_a_button_and_one_of_many_is_searched_for(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "client")
    go(form, "client_identity/case_jurisdiction")
    press(focused(window), Qt.Key.Key_Right)
    press(focused(window), Qt.Key.Key_Space)
    assert on_disk(form)["client_identity/case_jurisdiction"] == "SC"

    go(form, "client_identity/country_of_birth")
    QTest.keyClicks(focused(window), "albani")
    press(focused(window), Qt.Key.Key_Tab)
    assert on_disk(form)["client_identity/country_of_birth"] == "AL"
    go(form, "client_identity/country_of_birth")
    QTest.keyClick(focused(window), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(window), "nowhere at all")
    press(focused(window), Qt.Key.Key_Tab)
    assert sees(window, "nothing in it is called that")
    assert on_disk(form)["client_identity/country_of_birth"] == "AL"


def test_several_of_many_are_boxes_and_a_reason_stands_alone(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_c/past_harm")
    block = next(b for b in form.canvas.blocks if b.cell.address == "section_c/past_harm")
    boxes = block.findChildren(QCheckBox)
    assert len(boxes) == 14
    for box in boxes[:2]:
        press(box, Qt.Key.Key_Space)
    assert len(on_disk(form)["section_c/past_harm"].split()) == 2
    item = block.cell.item
    assert isinstance(item, Question)
    unknown = boxes[[choice.code for choice in item.choices].index("not_today")]
    press(unknown, Qt.Key.Key_Space)
    assert on_disk(form)["section_c/past_harm"] == "not_today"
    assert not boxes[0].isChecked()
    press(boxes[0], Qt.Key.Key_Space)
    assert not unknown.isChecked()


def test_several_of_a_long_list_are_picked_and_taken_away(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "client")
    for name in ("albania", "kosovo"):
        go(form, "client_identity/nationalities")
        QTest.keyClicks(focused(window), name)
        press(focused(window), Qt.Key.Key_Return)
    assert set(on_disk(form)["client_identity/nationalities"].split()) == {"AL", "XK"}
    block = next(b for b in form.canvas.blocks if b.cell.address == "client_identity/nationalities")
    settle()
    click(button(block, "Take away: Albania"))
    assert on_disk(form)["client_identity/nationalities"] == "XK"


def test_a_partial_date_is_as_much_as_is_known(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "client")
    go(form, "client_identity/dob/dob_year")
    QTest.keyClicks(typed_field(window), "2009")
    press(focused(window), Qt.Key.Key_Return)
    go(form, "client_identity/dob/dob_month")
    months = focused(window)
    assert isinstance(months, QComboBox)
    assert months.currentText() == "Month"
    for _ in range(3):
        press(focused(window), Qt.Key.Key_Down)
    disk = on_disk(form)
    assert disk["client_identity/dob/dob_year"] == "2009"
    assert form.work.session.value("client_identity/dob/dob_iso") == "2009-03"
    qtbot.waitUntil(lambda: form.tracking.is_counted, timeout=3_000)
    assert sees(form, "16")


def test_why_there_is_no_answer_is_said_beside_the_question(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_a/distress_level")
    reason = button(form.canvas, "No answer to “Distress seen”: Not asked yet")
    click(reason)
    assert on_disk(form)["section_a/distress_level_absent"] == "not_asked"
    assert reason.isChecked()
    go(form, "section_a/distress_level")
    press(focused(window), Qt.Key.Key_Space)
    assert on_disk(form)["section_a/distress_level"]
    assert form.work.session.value("section_a/distress_level_absent") == ""
    assert reason.isHidden() or not reason.isVisible()


def test_own_words_ask_for_who_and_which_language_once_there_are_some(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    at = "sp_section/sp_warning_signs/sp_warning_signs"
    go(form, f"{at}_text")
    assert not sees(form.canvas, "Said by")
    QTest.keyClicks(typed_field(window), "A car that stands too long")
    form.canvas.commit()
    settle()
    assert sees(form.canvas, "Said by")
    go(form, f"{at}_by")
    press(focused(window), Qt.Key.Key_Down)
    disk = on_disk(form)
    assert disk[f"{at}_text"] == "A car that stands too long"
    assert disk[f"{at}_by"]


def test_a_coded_item_has_past_now_and_note_in_one_row(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.resize(1800, 900)
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    at = "section_d/d1/d1_threats/d1_threats"
    for end in ("past", "now"):
        box = go(form, f"{at}_{end}")
        assert isinstance(box, QComboBox)
        press(box, Qt.Key.Key_Down)
    QTest.keyClicks(go(form, f"{at}_note"), "By text, in June")
    form.canvas.commit()
    disk = on_disk(form)
    assert [disk[f"{at}_{end}"] for end in ("past", "now", "note")] == [
        "present",
        "present",
        "By text, in June",
    ]
    tops = {go(form, f"{at}_{end}").mapTo(window, QPoint()).y() for end in ("past", "now", "note")}
    assert max(tops) - min(tops) <= 4


def test_rows_are_added_moved_removed_and_brought_back(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    go(form, "sp_section/sp_who_i_call")
    for name in ("Night desk", "Her cousin"):
        click(button(form.canvas, "Add to: Whom I call"))
        settle()
        QTest.keyClicks(typed_field(window), name)
        form.canvas.commit()
    repeat = next(b for b in form.canvas.blocks if isinstance(b, RepeatBlock))
    first, second = form.work.session.rows("sp_section/sp_who_i_call")
    label = f"sp_section/sp_who_i_call[{second}]/spc_label"
    assert on_disk(form)[label] == "Her cousin"

    click(button(form.canvas, "Move up: 2. Her cousin"))
    assert form.work.session.rows("sp_section/sp_who_i_call") == [second, first]
    click(button(form.canvas, "Remove: 1. Her cousin"))
    assert label not in on_disk(form)
    assert sees(form.canvas, "Removed: Her cousin")
    click(button(form.canvas, "Bring it back"))
    assert on_disk(form)[label] == "Her cousin"
    assert form.work.session.rows("sp_section/sp_who_i_call") == [second, first]
    assert list(repeat.rows) == [second, first]


def test_a_row_in_a_row_comes_back_with_everything_in_it(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "support_plan")
    go(form, "plan_p3/goals")
    click(button(form.canvas, "Add to: Goals"))
    settle()
    (goal,) = form.work.session.rows("plan_p3/goals")
    at = f"plan_p3/goals[{goal}]"
    QTest.keyClicks(go(form, f"{at}/goal_statement"), "Own door key")
    form.canvas.commit()
    click(button(form.canvas, "Add to: Actions"))
    settle()
    (action,) = form.work.session.rows(f"{at}/actions")
    QTest.keyClicks(go(form, f"{at}/actions[{action}]/act_text"), "Ring the council")
    form.canvas.commit()
    before = on_disk(form)
    assert before[f"{at}/actions[{action}]/act_text"] == "Ring the council"
    click(button(form.canvas, "Remove: 1. Own door key"))
    assert not any(each.startswith("plan_p3/goals") for each in on_disk(form))
    QTest.keyClick(focused(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert on_disk(form) == before
    assert form.work.session.value(f"{at}/goal_key") == "G1"
    assert form.work.session.value(f"{at}/actions[{action}]/act_key") == "G1.1"


def test_likelihood_and_severity_are_one_grid_for_keys_and_screen_readers(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    go(form, "section_f/risks")
    click(button(form.canvas, "Add to: Risks"))
    settle()
    (row_id,) = form.work.session.rows("section_f/risks")
    at = f"section_f/risks[{row_id}]"
    cell = go(form, f"{at}/risk_likelihood")
    assert isinstance(cell, GridCell)
    assert cell.accessibleName() == "Possible, Serious: 9 of 25, Medium"
    press(cell, Qt.Key.Key_Up)
    press(focused(window), Qt.Key.Key_Right)
    assert focused(window).accessibleName() == "Likely, Very serious: 16 of 25, High"
    press(focused(window), Qt.Key.Key_Space)
    disk = on_disk(form)
    assert (disk[f"{at}/risk_likelihood"], disk[f"{at}/risk_severity"]) == ("4", "4")
    assert form.work.session.value(f"{at}/risk_band") == "high"
    chosen = focused(window)
    assert isinstance(chosen, GridCell)
    assert chosen.isChecked()


def test_a_signature_is_typed_or_drawn(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    at = "sp_section/sp_worker_signature/sp_worker_signature"
    QTest.keyClicks(go(form, f"{at}_who"), "Anna Berg")
    form.canvas.commit()
    go(form, f"{at}_method")
    for _ in range(2):
        press(focused(window), Qt.Key.Key_Down)
    assert on_disk(form)[f"{at}_method"] == "drawn"
    go(form, f"{at}_image")
    block = next(b for b in form.canvas.blocks if b.cell.item.name == "sp_worker_signature")
    click(button(block, "Draw: Drawn signature"))
    settle()
    area = block.findChild(DrawArea)
    assert isinstance(area, DrawArea)
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=QPoint(40, 80))
    QTest.mouseMove(area, QPoint(90, 40))
    QTest.mouseMove(area, QPoint(160, 100))
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(160, 100))
    assert not area.is_empty
    click(button(block, "Keep this drawing"))
    disk = on_disk(form)
    assert disk[f"{at}_who"] == "Anna Berg"
    content = form.work.desk.workspace.vault.attachments.get(disk[f"{at}_image"])
    image = QImage.fromData(content)
    colours = {image.pixelColor(x, y).name() for x in range(40, 160) for y in range(40, 100)}
    assert "#ffffff" in colours
    assert len(colours) > 1


def test_a_picture_is_attached_seen_inside_and_taken_away(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "client")
    go(form, "client_contact/photo_held")
    press(focused(window), Qt.Key.Key_Space)
    settle()
    path = tmp_path / "street.png"
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    assert picture.save(str(path))
    block = next(b for b in form.canvas.blocks if b.cell.address == "client_contact/photo_file")
    field = block.findChild(FileAnswer)
    assert isinstance(field, FileAnswer)
    (tmp_path / "letter.png").write_text("no picture")
    field.take_file(tmp_path / "letter.png")
    assert sees(block, "This file is not a JPEG or PNG that can be read")
    assert "client_contact/photo_file" not in on_disk(form)
    assert sees(block, "without the place and time that telephones hide in them")
    click(button(block, "Choose a file: Photo"))
    choose(qtbot, path)
    qtbot.waitUntil(lambda: "client_contact/photo_file" in on_disk(form), timeout=5_000)
    digest = on_disk(form)["client_contact/photo_file"]
    kept = QImage.fromData(form.work.desk.workspace.vault.attachments.get(digest))
    assert kept.size() == picture.size()
    assert kept.pixelColor(5, 5).name() == "#008000"
    assert sees(block, "encrypted in the vault")
    click(button(block, "Look at it: Photo"))
    viewer = window.findChild(Viewer)
    assert isinstance(viewer, Viewer)
    assert viewer.isVisible()
    click(button(viewer, "Close"))
    click(button(block, "Take away: Photo"))
    assert "client_contact/photo_file" not in on_disk(form)


def test_calculations_are_shown_with_their_reason(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "client")
    assert sees(form.canvas, "Treated as a child")
    assert sees(form.canvas, "nothing is known about the age: treated as a child until decided")


def test_a_day_is_typed_with_the_month_of_the_window_or_in_english(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    use_language("cy")
    try:
        form = open_form(window_of("AB"), qtbot, opened_case, "safety_plan")
        line = go(form, "sp_section/sp_date")
        assert isinstance(line, QLineEdit)
        for typed, kept in (("5 Chwefror 2026", "2026-02-05"), ("6 february 2026", "2026-02-06")):
            line.selectAll()
            write(line, typed)
            press(line, Qt.Key.Key_Return)
            assert on_disk(form)["sp_section/sp_date"] == kept
    finally:
        use_language("en")


def test_the_calendar_opens_from_the_keyboard_and_gives_its_day(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    line = go(form, "sp_section/sp_date")
    assert isinstance(line, QLineEdit)
    assert line.text() == "3 February 2026"
    click(button(form.canvas, "Calendar: Date"))
    settle()
    grid = focused(window)
    assert form.findChild(Calendar) is not None
    press(grid, Qt.Key.Key_Right)
    press(grid, Qt.Key.Key_Return)
    assert on_disk(form)["sp_section/sp_date"] == "2026-02-04"
    assert line.text() == "4 February 2026"
