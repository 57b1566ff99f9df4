"""Which words on a page no translator was asked for, and which are no data either."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from outreach_app.crypto.words import PASSPHRASE_WORDS
from outreach_app.services.shipped import word_list

_MARKED = re.compile(r"⟦[^⟦⟧]*(?:⟧|$)")
"""What was translated; a long text may be cut inside."""
_BETWEEN = re.compile(r"[|·,:;()“”–\n]|<qt>|</qt>")
_KEYS = re.compile(r"\b(?:Ctrl|Alt|Shift)\b|\+\w+|\bF\d+\b")
"""Names of keys, which Qt translates itself."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def shown_words(top: QWidget) -> Iterator[str]:
    """Yield every text that a window shows, has ready for the pointer or gives to a screen reader."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget is top or widget.isVisible():
            yield from _of(widget)
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(number) for number in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model(), QModelIndex())


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for column in range(model.columnCount(parent)):
        for role in _ROLES:
            yield model.headerData(column, Qt.Orientation.Horizontal, role) or ""
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                said = model.data(index, role)
                yield said if isinstance(said, str) else ""
        yield from _of_model(model, model.index(row, 0, parent))


@cache
def _listed() -> frozenset[str]:
    return frozenset(word_list())


class Data:
    """What a form says or a person typed, keys, and the calendar: what is no word of ours."""

    def __init__(self, forms: Iterable[str], people: Iterable[str]) -> None:
        """Take the texts that may stand on the screen as they are.

        Args:
            forms: A text of several words may stand anywhere; one of a word or two only between
                marks, as a form's “Open” says nothing about an “Open” of ours.
            people: Names, references and what somebody typed: anywhere.
        """
        self._whole = {way for each in forms for way in (each, each.strip(" .")) if way}
        several = (each for each in self._whole if _BETWEEN.search(each) or each.count(" ") > 1)
        self._anywhere = sorted({*several, *filter(None, people)}, key=len, reverse=True)

    def unmarked(self, words: str) -> str:
        """Return what is left of a text that no translator was asked for, "" for nothing."""
        if words.strip() in self._whole:
            return ""
        rest = _KEYS.sub("|", _MARKED.sub("|", words))
        if not _LETTERS.search(rest):
            return ""
        for known in self._anywhere:
            if known in rest:
                rest = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", "|", rest)
        parts = (each.strip(" .") for each in _BETWEEN.split(rest))
        return " | ".join(each for each in parts if not self._is_known(each))

    def _is_known(self, part: str) -> bool:
        bare = part.strip("0123456789 .")
        said = part.split()
        if len(said) >= PASSPHRASE_WORDS and _listed().issuperset(said):
            return True  # a passphrase that is proposed, or the words of a key
        return not _LETTERS.search(part) or part in self._whole or bare in self._whole
