"""The wheel scrolls the page under the pointer and never changes an answer on its way."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.engine.reading import QuestionView
from outreach_app.ui.forms.text_answers import ScaleAnswer
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.support.pages import field

WindowOf = Callable[[str], Window]


def turn(target: QWidget, by: int) -> None:
    """Turn the wheel over a widget by so many steps, down when negative."""
    middle = QPointF(target.rect().center())
    event = QWheelEvent(
        middle,
        target.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def test_the_wheel_leaves_what_was_chosen_in_a_new_case(window_of: WindowOf) -> None:
    window = window_of("AB")
    window.resize(1280, 720)
    window.desk.go(Place(room=Room.NEW_CASE))
    gender = field(window.page, "Gender", QComboBox)
    gender.setCurrentIndex(gender.findText("Female"))
    turn(gender, -3)
    assert gender.currentText() == "Female"
    assert not gender.hasFocus()


def test_the_wheel_does_not_move_a_slider(qtbot: QtBot) -> None:
    view = QuestionView(
        address="felt_safety",
        name="felt_safety",
        type="range",
        appearance="",
        label="How safe",
        hint="",
        guidance="",
        choices=(),
        relevant=True,
        readonly=False,
        required=False,
        level="",
        value="4",
        previous="",
        extras={},
        parameters={"start": "0", "end": "10", "step": "1"},
        violations=(),
    )
    answer = ScaleAnswer("How safe", view)
    qtbot.addWidget(answer.widget)
    answer.show_view(view)
    given: list[object] = []
    answer.answered.connect(given.append)
    (slider,) = answer.widget.findChildren(QSlider)
    turn(slider, 2)
    assert (slider.value(), given) == (4, [])
