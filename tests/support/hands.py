"""Two ways to use the window: the keyboard alone, and the mouse with typing only where one writes.

Nothing is called that a person could not do: Tab until it is there, or scroll until it is in sight
and click on what lies under the pointer.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

Key = Qt.Key
MOST_TABS = 250
MOST_TURNS = 80
WHEEL_STEP = 120
BOX_PX = 10


def spoken(widget: QWidget) -> str:
    """Return what a control is called: its accessible name, or the words on it."""
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton):
        name = widget.text()
    return name.replace("&&", "&")


def controls(window: QWidget, words: str, *, begins: bool = False) -> list[QWidget]:
    """Return the visible, enabled controls that are called so and take keyboard or mouse."""
    QCoreApplication.processEvents()
    # An answer among several leaves the round of Tab to the one that is chosen; arrows reach it.
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and (spoken(each).startswith(words) if begins else spoken(each) == words)
    ]


class Hands(ABC):
    """How somebody reaches a control and acts on it."""

    @abstractmethod
    def reach(self, window: QWidget, target: QWidget) -> None:
        """Give a control the keyboard."""

    @abstractmethod
    def press(self, window: QWidget, target: QWidget) -> None:
        """Press a button, tick a box, choose an answer."""

    @abstractmethod
    def choose(self, window: QWidget, box: QComboBox, words: str) -> None:
        """Choose from a list that unfolds."""


class Keys(Hands):
    """The keyboard alone."""

    def reach(self, window: QWidget, target: QWidget) -> None:
        """Press Tab until the control has the keyboard."""
        self._tab(window, [target])

    def _tab(self, window: QWidget, wanted: Sequence[QWidget]) -> None:
        passed = []
        for _step in range(MOST_TABS):
            now = QApplication.focusWidget() or window
            if now in wanted:
                return
            passed.append(spoken(now) or type(now).__name__)
            QTest.keyClick(now, Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to “{spoken(wanted[0])}”: {passed}")

    def press(self, window: QWidget, target: QWidget) -> None:
        """Go there and press the space bar."""
        grouped = isinstance(target, QAbstractButton) and target.group() is not None
        if grouped or not target.focusPolicy() & Qt.FocusPolicy.TabFocus:
            self._by_arrows(window, target)
        else:
            self.reach(window, target)
        QTest.keyClick(target, Key.Key_Space)

    def choose(self, window: QWidget, box: QComboBox, words: str) -> None:
        """Go down the list until the words stand in the field."""
        self.reach(window, box)
        for _step in range(box.count()):
            if box.currentText() == words:
                return
            QTest.keyClick(box, Key.Key_Down)
        assert box.currentText() == words, f"“{words}” is not in the list"

    def _by_arrows(self, window: QWidget, target: QWidget) -> None:
        """Go to the one of its group that Tab leads to, then with the arrows to this one."""
        family = _family(target)
        self._tab(window, family)
        for _step in family:
            now = QApplication.focusWidget()
            if now is None or now is target:
                break
            QTest.keyClick(now, _arrow(now, target))
        if QApplication.focusWidget() is target:
            return
        raise AssertionError(f"the arrows do not lead to “{spoken(target)}”")


def _family(target: QWidget) -> list[QAbstractButton]:
    """Return the answers among which the arrows go."""
    group = target.group() if isinstance(target, QAbstractButton) else None
    if group is not None:
        return group.buttons()
    holder = target.parentWidget()
    assert holder is not None
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return holder.findChildren(QAbstractButton, options=direct)


def _arrow(here: QWidget, there: QWidget) -> Key:
    """Return the arrow from one answer towards another."""
    if here.y() == there.y():
        return Key.Key_Right if there.x() > here.x() else Key.Key_Left
    return Key.Key_Down if there.y() > here.y() else Key.Key_Up


class Mouse(Hands):
    """The mouse; keys only for what is written."""

    def reach(self, window: QWidget, target: QWidget) -> None:
        """Click on it."""
        self._click(window, target)

    def press(self, window: QWidget, target: QWidget) -> None:
        """Click on it."""
        self._click(window, target)

    def choose(self, window: QWidget, box: QComboBox, words: str) -> None:
        """Unfold the list and click on the words."""
        self._click(window, box)
        view = box.view()
        place = box.findText(words)
        assert place >= 0, f"“{words}” is not in the list"
        index = box.model().index(place, box.modelColumn())
        view.scrollTo(index)
        # A list takes no click as long as it could be the second half of a double one.
        QTest.qWait(QApplication.doubleClickInterval() + 50)
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            view.visualRect(index).center(),
        )

    def _click(self, window: QWidget, target: QWidget) -> None:
        into_sight(window, target)
        QTest.mouseClick(
            target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _spot(target)
        )


def into_sight(window: QWidget, target: QWidget) -> None:
    """Turn the wheel until the middle of a control lies under nothing else.

    Raises:
        AssertionError: It never does: it cannot be clicked.
    """
    for step in (-WHEEL_STEP, WHEEL_STEP):
        for _turn in range(MOST_TURNS):
            QCoreApplication.processEvents()
            if _is_under_pointer(window, target):
                return
            if not _wheel(target, step):
                break
    raise AssertionError(f"“{spoken(target)}” cannot be clicked: it is not in sight")


def _is_under_pointer(window: QWidget, target: QWidget) -> bool:
    place = target.mapTo(window, _spot(target))
    if not window.rect().contains(place):
        return False
    found = window.childAt(place)
    return found is not None and (found is target or target.isAncestorOf(found))


def _spot(target: QWidget) -> QPoint:
    """Return where one clicks: on the box of what is ticked, else in the middle."""
    middle = target.rect().center()
    if not isinstance(target, QCheckBox | QRadioButton):
        return middle
    return QPoint(min(BOX_PX, middle.x()), middle.y())


def _wheel(target: QWidget, step: int) -> bool:
    """Turn the wheel over what scrolls around a control; say whether anything moved."""
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.verticalScrollBar().maximum() > 0:
            bar = around.verticalScrollBar()
            before = bar.value()
            middle = QPointF(around.viewport().rect().center())
            event = QWheelEvent(
                middle,
                QPointF(around.viewport().mapToGlobal(middle.toPoint())),
                QPoint(),
                QPoint(0, step),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(around.viewport(), event)
            if bar.value() != before:
                return True
        around = around.parentWidget()
    return False
