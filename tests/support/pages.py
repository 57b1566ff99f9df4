"""A person's eyes and hands on the window: what is seen, found by its words, clicked, typed."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from outreach_app.ui.slices import Slices

W = TypeVar("W", bound=QWidget)


def finish(widget: QWidget) -> None:
    """Have everything laid out that a page makes in slices, as after some turns of the loop."""
    # What one lays out may itself lay out more in slices.
    while live := [each for each in widget.findChildren(Slices) if each.is_live]:
        for slices in live:
            slices.finish()
        # What was added to a page that is shown already comes into sight with the next turn.
        QCoreApplication.sendPostedEvents()


def visible_texts(widget: QWidget) -> Iterator[str]:
    """Yield the texts of labels, buttons and fields that are visible below a widget."""
    finish(widget)
    # What was just laid out is shown when the loop comes round.
    QCoreApplication.processEvents()
    for child in widget.findChildren(QWidget):
        if not child.isVisibleTo(widget):
            continue
        if isinstance(child, QLabel | QAbstractButton | QLineEdit):
            yield child.text()
        elif isinstance(child, QPlainTextEdit):
            yield child.toPlainText()
        elif isinstance(child, QComboBox):
            yield child.currentText()


def sees(widget: QWidget, words: str) -> bool:
    """Say whether words are visible below a widget."""
    return any(words in text for text in visible_texts(widget))


def button(widget: QWidget, words: str) -> QAbstractButton:
    """Return the visible button with words (or with that accessible name).

    Raises:
        AssertionError: None, or several.
    """
    finish(widget)
    found = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.isVisibleTo(widget)
        and words in {each.text().replace("&&", "&"), each.accessibleName()}
    ]
    seen = [each.text() for each in widget.findChildren(QAbstractButton)]
    assert len(found) == 1, f"{len(found)} buttons “{words}” among {seen}"
    return found[0]


def field(widget: QWidget, spoken: str, kind: type[W]) -> W:
    """Return the visible field of a kind with an accessible name.

    Raises:
        AssertionError: None, or several.
    """
    finish(widget)
    found = [
        each
        for each in widget.findChildren(kind)
        if each.isVisibleTo(widget) and each.accessibleName() == spoken
    ]
    names = [each.accessibleName() for each in widget.findChildren(kind)]
    assert len(found) == 1, f"{len(found)} fields “{spoken}” among {names}"
    return found[0]


def click(target: QWidget) -> None:
    """Click in the middle of a widget, as a person would: only if it is enabled."""
    assert target.isEnabled(), f"{target.accessibleName()} cannot be clicked"
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def write(target: QWidget, text: str) -> None:
    """Give a field the keyboard and type a text."""
    target.setFocus()
    QTest.keyClicks(target, text)


def press(target: QWidget, key: Qt.Key) -> None:
    """Press a key in a widget."""
    QTest.keyClick(target, key)
