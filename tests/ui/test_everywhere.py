"""What must be true in every room: names for a screen reader, keyboard, nothing clipped, mirrored."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from outreach_app.ui.theme.tokens import ThemeName
from tests.services.writing import Writer
from tests.support.pseudo import Stretched
from tests.support.rooms import every_place
from tests.support.seen import clipped, controls_in
from tests.support.settled import settle

_TYPED = (QLineEdit, QPlainTextEdit, QTextEdit)
NO_BUTTON = -1


def _rooms(window: Window, writer: Writer) -> Iterator[str]:
    for name, place in every_place(window.desk.workspace, writer.subject):
        window.go(place)
        settle(window)
        on_screen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        assert on_screen == [window], f"{name}: something stands beside the window"
        yield name


def test_every_control_has_a_name_and_a_role_for_a_screen_reader(
    window_of: Callable[[str], Window], written: Writer
) -> None:
    window = window_of("AB")
    unnamed = []
    for name in _rooms(window, written):
        for widget in controls_in(window):
            interface = QAccessible.queryAccessibleInterface(widget)
            spoken = interface.text(QAccessible.Text.Name)
            if not spoken.strip() or interface.role() is QAccessible.Role.NoRole:
                unnamed.append(f"{name}: {type(widget).__name__} {widget.objectName()}")
    assert not unnamed, "\n".join(sorted(set(unnamed)))


def test_the_tree_of_a_screen_reader_can_be_walked_from_the_window_down(
    window_of: Callable[[str], Window], written: Writer
) -> None:
    window = window_of("AB")
    for name in _rooms(window, written):
        root = QAccessible.queryAccessibleInterface(window)
        assert root is not None
        names = [each.text(QAccessible.Text.Name) for each in _below(root)]
        assert "Cases" in " ".join(names), name
        assert len(names) > 15, name


def _below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from _below(child)


def test_every_control_can_be_reached_with_the_keyboard(
    window_of: Callable[[str], Window], written: Writer
) -> None:
    window = window_of("AB")
    unreachable = []
    for name in _rooms(window, written):
        for widget in controls_in(window):
            reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            by_view = isinstance(widget.parentWidget(), QAbstractItemView)
            if widget.isEnabled() and not reached and not by_view and not _has_own_key(widget):
                unreachable.append(f"{name}: {type(widget).__name__} {widget.accessibleName()}")
    assert not unreachable, "\n".join(sorted(set(unreachable)))


def _has_own_key(widget: QWidget) -> bool:
    """Say whether keys reach a button in another way: its own, or arrows from its chosen sibling."""
    if not isinstance(widget, QAbstractButton):
        return False
    if widget.property("arrows"):  # one of a group of which one is a stop of the tabulator
        return True
    by_arrows = any(
        widget in group.buttons() and group.exclusive() and group.checkedId() != NO_BUTTON
        for group in widget.window().findChildren(QButtonGroup)
    )
    return by_arrows or not widget.shortcut().isEmpty()


def test_what_is_typed_is_not_learnt_by_the_keyboard(
    window_of: Callable[[str], Window], written: Writer
) -> None:
    window = window_of("AB")
    for name in _rooms(window, written):
        for widget in controls_in(window):
            if isinstance(widget, _TYPED):
                hints = widget.inputMethodHints()
                assert hints & Qt.InputMethodHint.ImhSensitiveData, f"{name}: {widget}"


@pytest.mark.parametrize("text_percent", [100, 150, 200])
def test_no_word_is_clipped_at_any_text_size(
    window_of: Callable[[str], Window], written: Writer, dressed: QApplication, text_percent: int
) -> None:
    put_on(dressed, Look(ThemeName.LIGHT, text_percent))
    window = window_of("AB")
    cut = [f"{name}: {words}" for name in _rooms(window, written) for words in clipped(window)]
    assert not cut, "\n".join(sorted(set(cut)))


def test_no_word_is_clipped_in_a_longer_language(
    window_of: Callable[[str], Window], written: Writer, dressed: QApplication
) -> None:
    translator = Stretched()
    dressed.installTranslator(translator)
    try:
        window = window_of("AB")
        cut = [f"{name}: {words}" for name in _rooms(window, written) for words in clipped(window)]
    finally:
        dressed.removeTranslator(translator)
    assert not cut, "\n".join(sorted(set(cut)))


def test_right_to_left_mirrors_the_window(
    window_of: Callable[[str], Window], written: Writer, dressed: QApplication
) -> None:
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = window_of("AB")
        for name in _rooms(window, written):
            bar = next(
                each for each in window.findChildren(QWidget) if each.accessibleName() == "Rooms"
            )
            assert bar.geometry().left() > window.page.geometry().left(), name
    finally:
        dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
