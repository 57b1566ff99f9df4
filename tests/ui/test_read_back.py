"""The read-back of a safety plan by keys: what the client said back, and whether they agree."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.form_pages import go, on_disk, open_form, typed_field
from tests.support.pages import sees

AT = "sp_section/sp_read_back/sp_read_back_text"


def test_what_was_said_back_and_the_agreement_are_kept(
    qtbot: QtBot, opened_case: CaseBuilder, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    form = open_form(window, qtbot, opened_case, "safety_plan")
    go(form, AT)
    assert sees(form, "What the client said back")
    assert sees(form, "Ask: what will you do first, and whom do you call?")
    QTest.keyClicks(typed_field(form), "I ring Anna.")
    agreement = go(form, "sp_section/sp_agreement")
    QTest.keyClick(agreement, Qt.Key.Key_Space)
    form.canvas.commit()
    qtbot.waitUntil(lambda: on_disk(form).get(AT) == "I ring Anna.", timeout=5_000)
    qtbot.waitUntil(lambda: "sp_section/sp_agreement" in on_disk(form), timeout=5_000)
    assert on_disk(form)["sp_section/sp_agreement"] == "agrees"
    assert not sees(form, "What the client wants changed")
