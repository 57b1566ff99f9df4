"""A young person who came back: the talk is on Today, and one press leads to where it is noted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.form_pages import drawn, focused
from tests.support.pages import press, sees
from tests.ui.carrying import begins

EPISODE = {
    "me_section": {
        "me_from": "2026-01-30T08:00:00.000+00:00",
        "me_found_at": "2026-01-31T22:30:00.000+00:00",
    }
}


def test_the_talk_after_a_return_is_noted_in_the_episode(
    window_of: Callable[[str], Window], case: CaseBuilder, qtbot: QtBot
) -> None:
    case.opened()
    document = case.document("missing_episode")
    case.kept(case.plan(document, {"main": EPISODE}))
    window = window_of("AB")
    words = "Return conversation, with someone independent"
    assert sees(window.page, words)
    assert sees(window.page, "talk until 3 February 2026, 22:30")
    press(begins(window.page, f"Note it: {words}"), Qt.Key.Key_Return)
    form = drawn(window, qtbot)
    assert form.work.opened.document.document_id == document.document_id
    assert form.canvas.address_of(focused(window)) == "me_section/me_conversation_at"
