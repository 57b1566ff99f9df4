"""The bar, the rooms and the way back; jobs; colours."""

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from outreach_app.report.errors import FontsMissing
from outreach_app.ui.jobs import Cancelled, Jobs, Progress
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.tokens import CONTROL_PAIRS, TEXT_PAIRS, THEMES, ThemeName, contrast
from tests.support.pages import button, click, press, sees


def test_the_bar_leads_to_rooms_by_mouse_and_by_keys(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    click(button(window, "Cases"))
    assert window.page.place == Place(room=Room.CASES)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page.place == Place(room=Room.TODAY), timeout=2_000)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_focus_is_pressed_by_enter_and_by_space(
    window_of: Callable[[str], Window], key: Qt.Key
) -> None:
    window = window_of("AB")
    cases = button(window, "Cases")
    cases.setFocus()
    press(cases, key)
    assert window.page.place == Place(room=Room.CASES)


def test_the_page_keys_scroll_while_a_button_above_has_the_keyboard(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.resize(1000, 420)
    window.desk.go(Place(room=Room.TODAY))
    qtbot.waitUntil(lambda: sees(window, "New case"), timeout=2_000)
    (area,) = [
        each
        for each in window.page.findChildren(QScrollArea)
        if each.verticalScrollBar().maximum() > 0
    ]
    press(button(window, "New case"), Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    press(button(window, "New case"), Qt.Key.Key_PageUp)
    assert area.verticalScrollBar().value() == 0


def test_enter_held_down_presses_nothing_again(qtbot: QtBot) -> None:
    pressed: list[int] = []
    held = Button("Open", lambda: pressed.append(1))
    qtbot.addWidget(held)
    held.keyPressEvent(
        QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            autorep=True,
        )
    )
    assert not pressed


def test_the_way_back_leads_to_where_one_was(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.CASES))
    window.desk.back()
    assert window.page.place.room is Room.TODAY


def test_neither_title_nor_task_bar_tells_anything(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    assert window.windowTitle() == "Notes"
    assert sees(window, "Anna Berg")


@pytest.mark.parametrize("theme", list(ThemeName))
@pytest.mark.parametrize("pair", TEXT_PAIRS)
def test_text_stands_out_from_what_lies_behind_it(theme: ThemeName, pair: tuple[str, str]) -> None:
    tokens = THEMES[theme]
    assert contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) >= 4.5


@pytest.mark.parametrize("theme", list(ThemeName))
@pytest.mark.parametrize("pair", CONTROL_PAIRS)
def test_controls_have_an_edge_that_is_seen(theme: ThemeName, pair: tuple[str, str]) -> None:
    tokens = THEMES[theme]
    assert contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) >= 3.0


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_words_are_never_read_as_markup_and_steering_characters_are_seen(qtbot: QtBot) -> None:
    label = Text("<b>bold</b> \u202eabc")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b> [U+202E]abc"


def test_every_outcome_of_many_jobs_arrives_on_the_thread_of_the_window(
    qtbot: QtBot, jobs: Jobs
) -> None:
    results: list[int] = []
    errors: list[str] = []

    def fail(number: int) -> int:
        raise ValueError(str(number))

    for number in range(100):
        jobs.start(
            partial(int, number),
            on=jobs,
            done=results.append,
            failed=lambda e: errors.append("?"),
        )
        jobs.start(
            partial(fail, number),
            on=jobs,
            done=results.append,
            failed=lambda e: errors.append(str(e)),
        )
    qtbot.waitUntil(lambda: len(results) + len(errors) == 200, timeout=10_000)
    assert sorted(results) == list(range(100))
    assert sorted(map(int, errors)) == list(range(100))
    assert not jobs.busy


def test_nothing_is_told_to_somebody_who_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []
    waiting, go_on = QObject(), Event()

    def work(progress: Progress) -> None:
        go_on.wait(10)
        progress.say("half")

    def fail() -> None:
        go_on.wait(10)
        raise FontsMissing(font="x")

    jobs.start_long(work, on=waiting, said=heard.append, done=heard.append, failed=heard.append)
    jobs.start(fail, on=waiting, done=heard.append, failed=heard.append)
    delete(waiting)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)
    assert heard == []


def test_a_long_job_says_how_far_it_is_and_stops_when_asked(qtbot: QtBot, jobs: Jobs) -> None:
    said: list[str] = []
    ended: list[Exception] = []

    def work(progress: Progress) -> None:
        for step in range(10_000_000):
            progress.say(str(step))

    def hear(words: str) -> None:
        said.append(words)
        running.cancel()

    running = jobs.start_long(work, on=jobs, said=hear, done=lambda _: None, failed=ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert isinstance(ended[0], Cancelled)
    assert said[0] == "0"
