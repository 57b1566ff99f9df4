"""Every kind of question answered with the mouse, each taken back whole by one press of “Undo”."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.ui.forms.blocks import Block
from outreach_app.ui.forms.desk import FormDesk
from outreach_app.ui.forms.grid import GridCell
from outreach_app.ui.forms.layout import bare
from outreach_app.ui.forms.repeats import RepeatBlock
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.form_pages import go, on_disk, open_form, settle
from tests.support.hands import Mouse
from tests.support.pages import button

Opened = Callable[[str], Window]
MOUSE = Mouse()


def block(form: FormDesk, address: str) -> Block:
    """Go to a question and return how it is drawn."""
    go(form, address)
    return next(each for each in form.canvas.blocks if address in each.addresses)


def pressed(window: Window, around: QWidget, words: str) -> None:
    """Press the button with words, or with that accessible name."""
    found = [
        each
        for each in around.findChildren(QAbstractButton)
        if each.isVisibleTo(window) and words in {each.text(), each.accessibleName()}
    ]
    MOUSE.press(window, found[0])
    settle()


def written(window: Window, form: FormDesk, address: str, words: str) -> None:
    """Click into the field of a question and write."""
    field = go(form, address)
    MOUSE.reach(window, field)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)
    form.canvas.commit()
    settle()


def chosen(window: Window, form: FormDesk, address: str, words: str) -> None:
    """Choose from the list of a question."""
    box = go(form, address)
    assert isinstance(box, QComboBox)
    MOUSE.choose(window, box, words)
    settle()


def ticked(window: Window, form: FormDesk, address: str, words: str) -> None:
    """Tick a box of a question."""
    boxes = block(form, address).findChildren(QCheckBox)
    MOUSE.press(window, next(each for each in boxes if each.text() == words))
    settle()


def given(form: FormDesk) -> dict[str, str]:
    """Return what the draft on the disk says, without what the program works out."""
    definition = form.work.opened.definition
    return {
        address: value
        for address, value in on_disk(form).items()
        if not getattr(definition.item_at(bare(address)), "calculated", False)
    }


def taken_back(window: Window, form: FormDesk, act: Callable[[], None]) -> None:
    """Act, then press “Undo” once: everything is as it was, on the disk too."""
    before = given(form)
    act()
    assert given(form) != before
    after = given(form)
    pressed(window, form.head, "Undo")
    assert given(form) == before, {k for k in after if after[k] != before.get(k)}
    act()
    assert given(form) == after or len(given(form)) == len(after)


def test_each_kind_of_answer_is_given_with_the_mouse_and_taken_back_at_once(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")

    def one_of_few() -> None:
        pressed(window, block(form, "section_a/assessment_kind"), "Review")

    def reason() -> None:
        pressed(window, block(form, "section_c/past_summary_source"), "Not asked yet")

    def grid() -> None:
        (row_id,) = form.work.session.rows("section_f/risks")
        go(form, f"section_f/risks[{row_id}]/risk_likelihood")
        cell = next(
            each
            for each in form.canvas.findChildren(GridCell)
            if each.accessibleName() == "Likely, Very serious: 16 of 25, High"
        )
        MOUSE.press(window, cell)
        settle()

    for act in (
        one_of_few,
        lambda: chosen(window, form, "section_a/where_assessed", "Office"),
        lambda: written(window, form, "section_a/assessed_at", "1 feb 2026 10:00"),
        lambda: written(window, form, "section_a/who_present", "Her sister."),
        lambda: ticked(window, form, "section_a/sources", "Police"),
        reason,
        lambda: chosen(window, form, "section_d/d1/d1_threats/d1_threats_now", "Present"),
        lambda: written(window, form, "section_d/d1/d1_threats/d1_threats_note", "By text."),
        lambda: written(window, form, "section_d/d_words/client_fear_score", "4"),
        lambda: written(
            window, form, "section_g/strengths_words/strengths_words_text", "My sister helps."
        ),
    ):
        taken_back(window, form, act)
    pressed(window, block(form, "section_f/risks"), "Add to: Risks")
    pressed(window, form.head, "Undo")
    assert form.work.session.rows("section_f/risks") == []
    pressed(window, block(form, "section_f/risks"), "Add to: Risks")
    taken_back(window, form, grid)


def test_rows_are_moved_and_removed_with_the_mouse_and_come_back(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    repeat = block(form, "section_f/risks")
    assert isinstance(repeat, RepeatBlock)
    for _row in range(2):
        pressed(window, repeat, "Add to: Risks")
    rows = form.work.session.rows("section_f/risks")
    first = repeat.rows[rows[0]]
    go(form, first.address)
    pressed(window, first, "↓")
    assert form.work.session.rows("section_f/risks") == rows[::-1]
    pressed(window, form.head, "Undo")
    assert form.work.session.rows("section_f/risks") == rows
    go(form, repeat.rows[rows[1]].address)
    pressed(window, repeat.rows[rows[1]], "Remove")
    assert form.work.session.rows("section_f/risks") == rows[:1]
    pressed(window, repeat, "Bring it back")
    assert form.work.session.rows("section_f/risks") == rows


def test_a_partial_date_is_given_with_the_mouse_and_taken_back(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "agency_involvement")
    at = "agency/agency_since"
    taken_back(window, form, lambda: written(window, form, f"{at}/agency_since_year", "2025"))
    taken_back(window, form, lambda: chosen(window, form, f"{at}/agency_since_month", "March"))
    assert button(form.head, "Undo").isEnabled()


def test_the_grid_says_its_answer_in_words(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "risk_assessment")
    row_id = form.work.add_row("section_f/risks")
    cell = go(form, f"section_f/risks[{row_id}]/risk_likelihood")
    around = cell.parentWidget()
    assert around is not None
    assert around.accessibleDescription() == "No answer yet"
    MOUSE.press(window, cell)
    settle()
    assert around.accessibleDescription().startswith("▲ Medium: 9 of 25. Possible")
    texts = [each.text() for each in form.canvas.findChildren(QWidget) if hasattr(each, "text")]
    assert any(text.startswith("▲ Medium: 9 of 25") for text in texts)


def test_a_row_that_is_taken_back_at_once_is_not_looked_for_any_more(
    window_of: Opened, opened_case: CaseBuilder, qtbot: QtBot
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    rows = "sp_section/sp_who_i_call"
    form.work.add_row(rows)
    question = next(each for each in form.work.session.questions() if each.startswith(f"{rows}["))
    form.go_to(question)
    form.work.undo()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bar = form.canvas.verticalScrollBar()
    # What is above or below grows: the page follows the question it was sent to while there is one.
    bar.setRange(0, bar.maximum() + 1)
    assert form.work.session.rows(rows) == []
