"""Characters that hide, reorder or pretend are written out, wherever a client's words come to the screen."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTextBoundaryFinder,
)
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from outreach_app.report.visible import spelled_out
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import LongField, line_field
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.window import Window
from outreach_app.ui.speech import on_its_own, shown, translate
from tests.services import writing
from tests.services.writing import FLAG, NOTE, Writer, assessment
from tests.support.rooms import every_place

STEER = "\u202egnitset\u2066\u200b"
ONE_WORD = {"preferred_name", "addr_town"}


def _steered(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers in which every free text also holds characters that steer."""
    made: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, Mapping):
            made[name] = _steered(value)
        elif isinstance(value, list):
            made[name] = [_steered(row) for row in value]
        else:
            is_words = isinstance(value, str) and (" " in value or name in ONE_WORD)
            made[name] = f"{value} {STEER}" if is_words else value
    return made


@pytest.fixture
def steered(
    monkeypatch: pytest.MonkeyPatch,
    workspace_of: Callable[[str], Workspace],
    signer_of: Callable[[Sitting], Signer],
) -> Writer:
    """A case whose every text holds such characters."""
    monkeypatch.setattr(writing, "CLIENT", _steered(writing.CLIENT))
    workspace = workspace_of("AB")
    writer = Writer(workspace, signer_of(workspace.sitting))
    first = assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    writer.signed("risk_assessment", _steered(first))
    writer.signed("safety_flag", _steered(FLAG))
    writer.signed("contact_note", _steered(NOTE))
    return writer


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip() and spelled_out(widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = Qt.ItemDataRole
    for row in range(min(model.rowCount(), 200)):
        for column in range(model.columnCount()):
            for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
                yield str(model.index(row, column).data(role) or "")


def test_every_page_writes_out_what_steers(
    window_of: Callable[[str], Window], steered: Writer
) -> None:
    window = window_of("AB")
    hidden, told = [], 0
    for name, place in every_place(window.desk.workspace, steered.subject):
        window.go(place)
        QCoreApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for widget in window.findChildren(QWidget):
            for text in _texts(widget):
                told += "[U+202E]" in text
                if spelled_out(text).replace("\n", "") != text.replace("\n", ""):
                    hidden.append(f"{name}: {type(widget).__name__} {text!r}")
    assert not hidden, "\n".join(sorted(set(hidden)))
    assert told > 20, "there was nothing to write out"


def test_a_reference_is_not_broken_into_two_lines_and_heard_as_it_is(qtbot: QtBot) -> None:
    label = Text("Case HH-26-A001 of a well-known house")
    qtbot.addWidget(label)
    drawn = QLabel.text(label)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, drawn)
    breaks, place = set[str](), 0
    while place >= 0:
        breaks.add(drawn[:place].replace("\N{WORD JOINER}", ""))
        place = finder.toNextBoundary()
    assert not {"Case HH-", "Case HH-26-"} & breaks
    assert "Case HH-26-A001 of a well-" in breaks
    words = "Case HH-26-A001 of a well-known house"
    assert (label.text(), label.accessibleName()) == (words, words)
    label.say("Nothing")
    assert (label.text(), label.accessibleName()) == ("Nothing", "Nothing")


def test_a_field_writes_out_what_is_set_typed_and_pasted(qtbot: QtBot) -> None:
    line, long = line_field("Name", "a\u202eb"), LongField("Words", "a\u202eb\nc")
    for field in (line, long):
        qtbot.addWidget(field)
        field.show()
    assert line.text() == "a[U+202E]b"
    assert not line.isModified()
    assert long.toPlainText() == "a[U+202E]b\nc"
    assert not long.document().isModified()
    QGuiApplication.clipboard().setText("\u2066x\n\u200by")
    line.setText("")
    long.setPlainText("")
    line.paste()
    long.paste()
    assert line.text() == "[U+2066]x [U+200B]y"
    assert line.isModified()
    assert long.toPlainText() == "[U+2066]x\n[U+200B]y"
    assert long.document().isModified()
    for field in (line, long):
        typed = QInputMethodEvent()
        typed.setCommitString("\u202e")
        QApplication.sendEvent(field, typed)
    assert line.text().endswith("y[U+202E]")
    assert "[U+202E]" in long.toPlainText()
    QGuiApplication.clipboard().clear()


def test_persian_joiners_stay_where_they_do_their_work(qtbot: QtBot) -> None:
    words = "می\u200cخواهم"
    line, long = line_field("Name", words), LongField("Words", words)
    qtbot.addWidget(line)
    qtbot.addWidget(long)
    assert line.text() == words
    assert long.toPlainText() == words


def test_words_are_never_dragged_out_of_a_field(qtbot: QtBot) -> None:
    long, line = LongField("Words", "Mill Lane"), line_field("Name", "Mill Lane")
    for field in (long, line):
        qtbot.addWidget(field)
    assert not line.dragEnabled()
    long.resize(300, 100)
    long.show()
    long.selectAll()
    middle = QPoint(30, 15)
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(middle),
        QPointF(long.viewport().mapToGlobal(middle)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(long.viewport(), press)
    assert not long.textCursor().hasSelection(), "a selection that is pressed would be dragged"
    QTest.mouseRelease(long.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_no_view_of_any_page_lets_its_rows_be_dragged_away(
    window_of: Callable[[str], Window], steered: Writer
) -> None:
    window = window_of("AB")
    for name, place in every_place(window.desk.workspace, steered.subject):
        window.go(place)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for view in window.findChildren(QAbstractItemView):
            assert not view.dragEnabled(), f"{name}: {view.accessibleName()}"
        for line in window.findChildren(QLineEdit):
            assert not line.dragEnabled(), f"{name}: {line.accessibleName()}"


# ---- mirrored ---------------------------------------------------------------------------------


@pytest.fixture
def mirrored(dressed: QApplication) -> Iterator[None]:
    """The application laid out from right to left."""
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_facts_stand_apart_in_words_of_the_other_direction(mirrored: None) -> None:
    words = translate("shell", "Call {number} before {day}")
    said = words.format(number="07700 900461", day="2 May 2026", unused=3)
    assert said == "Call \u206807700 900461\u2069 before \u20682 May 2026\u2069"
    assert shown(said) == said
    assert Text(said).text() == said


def test_a_fact_cannot_break_out_of_its_place(mirrored: None) -> None:
    said = translate("shell", "Call {number} now").format(number="1\u2069\u202e2")
    assert said == "Call \u20681[U+2069][U+202E]2\u2069 now"
    assert shown("a\u2069b\u2068c") == "a[U+2069]b[U+2068]c"
    assert shown("\ufdd0\u2068a\u2069\u202e\ufdd1") == "\u2068a\u2069[U+202E]"


def test_nothing_is_set_apart_in_a_window_from_left_to_right(dressed: QApplication) -> None:
    assert translate("shell", "Call {number}").format(number="1") == "Call 1"
    assert on_its_own("3 days") == "3 days"
    assert shown("a\u2068b\u2069") == "a[U+2068]b[U+2069]"


def test_words_stand_at_the_edge_where_the_window_begins(qtbot: QtBot, mirrored: None) -> None:
    label, number = Text("English words"), Text("12", wraps=False)
    number.setAlignment(Qt.AlignmentFlag.AlignTrailing)
    button = Button("Print…")
    for widget in (label, number, button):
        qtbot.addWidget(widget)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    assert number.alignment() & Qt.AlignmentFlag.AlignLeft
    assert button.text() == "\u2068Print…\u2069"
    assert button.accessibleName() == "Print…"


def test_a_paste_of_rich_text_arrives_as_plain_text(qtbot: QtBot) -> None:
    long = LongField("Words")
    qtbot.addWidget(long)
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bold \u202e")
    QGuiApplication.clipboard().setMimeData(rich)
    long.paste()
    assert long.toPlainText() == "bold [U+202E]"
    QGuiApplication.clipboard().clear()
