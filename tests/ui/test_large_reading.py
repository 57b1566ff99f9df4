"""A signed safety plan in large type: read with one hand, closed with one key, nothing given away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.large_reading import LargeReading
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import Writer
from tests.support.form_pages import settle
from tests.support.pages import button, click, press, sees

PLAN = {
    "sp_section": {
        "sp_for": "living_safe",
        "sp_warning_signs": {"sp_warning_signs_text": "A car that I know.", "sp_warning_signs_by": "client"},
        "sp_what_i_do": {"sp_what_i_do_text": "I go into a shop. " * 40},
        "sp_code_word": "Sunflower",
        "sp_routes": "By the main road. " * 40,
    }
}  # fmt: skip


@pytest.fixture
def page(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
    window_of: Callable[[str], Window],
) -> FormPage:
    """The signed safety plan, open to be read."""
    writer = Writer(workspace_of("AB"), signer_of(office))
    plan = writer.signed("safety_plan", PLAN)
    window = window_of("AB")
    window.go(Place(room=Room.FORM, subject=writer.subject, document_id=plan.document_id))
    settle()
    found = window.page
    assert isinstance(found, FormPage)
    return found


def reading(page: FormPage) -> LargeReading:
    """Open the large type with its keys."""
    click(button(page, "Large type"))
    settle()
    found = page.findChild(LargeReading)
    assert isinstance(found, LargeReading)
    return found


def test_it_is_large_dark_and_has_only_what_is_read(page: FormPage) -> None:
    large = reading(page)
    assert sees(large, "A car that I know.")
    assert sees(large, "Signs that I am in danger")
    assert not sees(large, "Said by")
    assert not sees(page, "Revise…")
    assert not sees(large, "Sunflower")
    words = next(t for t in large.findChildren(Text) if t.text() == "A car that I know.")
    assert words.fontInfo().pixelSize() >= 24
    ground = large.grab().toImage().pixelColor(4, large.height() - 4)
    assert ground.lightness() < 60


def test_keys_go_on_change_the_size_and_close(page: FormPage) -> None:
    before = button(page, "Large type")
    before.setFocus()
    press(before, Qt.Key.Key_Return)
    settle()
    large = page.findChild(LargeReading)
    assert isinstance(large, LargeReading)
    assert large.hasFocus()
    bar = large._area.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(large, Qt.Key.Key_Space)
    there = bar.value()
    assert there > 0
    QTest.keyClick(large, Qt.Key.Key_Backspace)
    assert bar.value() < there
    words = next(t for t in large.findChildren(Text) if t.text() == "A car that I know.")
    size = words.fontInfo().pixelSize()
    QTest.keyClick(large, Qt.Key.Key_Plus)
    settle()
    assert words.fontInfo().pixelSize() > size
    QTest.keyClick(large, Qt.Key.Key_Escape)
    settle()
    assert sees(page, "Revise…")
    assert button(page, "Large type").hasFocus()


def test_a_code_word_is_shown_only_on_purpose(page: FormPage) -> None:
    large = reading(page)
    click(button(large, "Show: Our code word"))
    assert sees(large, "Sunflower")
    click(button(large, "Close"))
    settle()
    assert not sees(page, "Sunflower")
