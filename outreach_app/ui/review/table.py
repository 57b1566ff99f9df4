"""Answers in a table: question, what it was, what it is; as high as what stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
)

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.masked import DOTS
from outreach_app.ui.speech import on_its_own, told, translate
from outreach_app.ui.theme.look import current_look

_HEAD_PX = 32
_PADDING = (10, 7)
_FRAME_PX = 8
_TALLEST_PX = 100_000
_SAID = (1, 2)
"""Columns of what was said before and what is said now; who said it is no secret."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table.

    Attributes:
        cells: Words, one for each column.
        key: What the row is about.
        mark: Why the last cell stands out, below its words; "" where it does not.
        bold: Number of the column that counts.
        masked: What is said before and now is shown only on request.
    """

    cells: tuple[str, ...]
    key: str = ""
    mark: str = ""
    bold: int = -1
    masked: bool = False


class AnswerTable(QTableWidget):
    """Rows that wrap and never scroll by themselves; one row can be chosen.

    Attributes:
        chosen: A person chose a row, by its key.
        wanted: A person wants to say something about a row, by Enter or a double click.
        begun: A person began to write about a row without more ado: its key and the letter.
        shown: There are other rows.
    """

    chosen = Signal(str)
    wanted = Signal(str)
    begun = Signal(str, str)
    shown = Signal()

    def __init__(self, spoken: str, columns: Sequence[str], shares: Sequence[int]) -> None:
        """Make an empty table.

        Args:
            spoken: What a screen reader calls it.
            columns: Titles.
            shares: How wide each column is, in parts of the whole.
        """
        super().__init__(0, len(columns))
        self._shares = tuple(shares)
        self._keys: list[str] = []
        self._lines: tuple[Line, ...] = ()
        self._is_open = False
        self.setAccessibleName(spoken)
        self.setHorizontalHeaderLabels([on_its_own(each) for each in columns])
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setAccessibleName(spoken)
        head.setMinimumHeight(current_look().px(_HEAD_PX))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self._on_selection)
        self.currentCellChanged.connect(self._on_moved)
        self.itemDoubleClicked.connect(self._on_double_click)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows, what is masked among them as dots."""
        self._lines = tuple(lines)
        self._is_open = False
        self._draw()
        self.shown.emit()

    @property
    def masked_count(self) -> int:
        """How many rows are shown as dots until somebody asks for them."""
        return sum(each.masked for each in self._lines)

    def open_masked(self, *, is_open: bool) -> None:
        """Show what is masked, or dots again."""
        self._is_open = is_open
        key = self.chosen_key()
        self._draw()
        self.choose(key)

    def _draw(self) -> None:
        lines = self._lines
        self.clearContents()
        self._keys = [each.key for each in lines]
        self.setRowCount(len(lines))
        for number, line in enumerate(lines):
            for place, words in enumerate(line.cells):
                self.setItem(number, place, self._item(line, place, words))
        self._fit()

    def _item(self, line: Line, place: int, words: str) -> QTableWidgetItem:
        tokens = current_look().tokens
        last = place == len(line.cells) - 1
        marked = last and line.mark
        if line.masked and place in _SAID and not self._is_open:
            words = DOTS
        said = (told(words), line.mark) if marked else (words,)
        item = QTableWidgetItem("\n".join(map(on_its_own, said)))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        if place == line.bold:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
        elif place > 0:
            item.setForeground(QColor(tokens.ink_soft))
        if marked:
            item.setBackground(QColor(tokens.medium_soft))
            item.setForeground(QColor(tokens.medium))
        return item

    def choose(self, key: str) -> None:
        """Choose the row of a key, if there is one."""
        if key in self._keys:
            self.selectRow(self._keys.index(key))

    def chosen_key(self) -> str:
        """Return the key of the chosen row, "" for none."""
        row = self.currentRow()
        return self._keys[row] if self.selectedItems() and 0 <= row < len(self._keys) else ""

    def _on_selection(self) -> None:
        self.chosen.emit(self.chosen_key())

    def _on_double_click(self) -> None:
        self.wanted.emit(self.chosen_key())

    def _fit(self) -> None:
        """Share the width out and take the height of all rows."""
        width = self.viewport().width()
        shown = [place for place in range(len(self._shares)) if not self.isColumnHidden(place)]
        whole = sum(self._shares[place] for place in shown)
        for place in shown:
            self.setColumnWidth(place, width * self._shares[place] // whole)
        for number in range(self.rowCount()):
            self.setRowHeight(number, self._height_of(number))
        rows = sum(self.rowHeight(number) for number in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 4)

    def _height_of(self, row: int) -> int:
        """Return the height that the words of a row need.

        Qt's own size leaves out the padding that the style sheet puts around a cell.
        """
        look = current_look()
        across, down = 2 * look.px(_PADDING[0]) + _FRAME_PX, 2 * look.px(_PADDING[1]) + _FRAME_PX
        highest = 0
        for place in range(self.columnCount()):
            item = self.item(row, place)
            if item is None or self.isColumnHidden(place):
                continue
            metrics = QFontMetrics(item.font() if item.font().bold() else self.font())
            room = QRect(0, 0, max(1, self.columnWidth(place) - across), _TALLEST_PX)
            flags = int(Qt.TextFlag.TextWordWrap.value)
            highest = max(highest, metrics.boundingRect(room, flags, item.text()).height())
        return highest + down

    def _on_moved(self, row: int, _column: int, _row_before: int, _column_before: int) -> None:
        """Bring the row into sight that the arrow keys came to: the page scrolls, not the table."""
        item = self.item(row, 0)
        if item is None or not self.hasFocus():
            return
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        page = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and page is not None:
            place = self.visualItemRect(item)
            middle = self.viewport().mapTo(page, place.center())
            left = around.horizontalScrollBar().value()
            around.ensureVisible(left, middle.y(), 0, place.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and letters are about the row; every other key is the table's own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not self.selectedItems():
                self.selectRow(max(0, self.currentRow()))
            self.wanted.emit(self.chosen_key())
            event.accept()
        elif self.chosen_key() and event.text().isprintable() and event.text().strip():
            # Who chose a row and writes means its comment; the table would only jump about.
            self.begun.emit(self.chosen_key(), event.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_look().px(240), super().minimumSizeHint().height())


class MaskedButton(Button):
    """Shows the hidden answers of a table, and hides them again; away where there are none."""

    def __init__(self, table: AnswerTable) -> None:
        """Follow a table."""
        super().__init__("", self._on_pressed, kind="plain")
        self._table = table
        self.setCheckable(True)
        table.shown.connect(self._on_shown)
        self._on_shown()

    def _on_shown(self) -> None:
        self.setChecked(False)
        self.setVisible(self._table.masked_count > 0)
        self._say()

    def _on_pressed(self) -> None:
        self._table.open_masked(is_open=self.isChecked())
        self._say()

    def _say(self) -> None:
        count = self._table.masked_count
        words = translate("review", "Show %n hidden answer(s)", "", count)
        if self.isChecked():
            words = translate("review", "Hide %n answer(s) again", "", count)
        self.setText(words)
        self.setAccessibleName(words)
