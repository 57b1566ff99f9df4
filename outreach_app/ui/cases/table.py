"""The table of cases: a model over plain rows, so that thousands are as quick as ten."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from outreach_app.domain.flags import label_of
from outreach_app.domain.values import parse_day
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import day_and_month
from outreach_app.report.visible import visible
from outreach_app.services.case_filter import CaseRow, Column, is_overdue
from outreach_app.services.listed_cases import ListedCase
from outreach_app.ui.pieces.chips import level_shape, level_words
from outreach_app.ui.pieces.tips import plain_tip
from outreach_app.ui.speech import on_its_own, told, translate
from outreach_app.ui.theme.look import current_look

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = tuple(Column)
_WIDTHS = {
    Column.REFERENCE: 135,
    Column.NAME: 140,
    Column.LEVEL: 148,
    Column.REVIEW: 235,
    Column.CHANGED: 120,
}
_NARROW_WIDTHS = {Column.NAME: 102, Column.LEVEL: 115, Column.REVIEW: 122, Column.CHANGED: 120}
"""Where there is little room: a day and how late it is stand in two lines then."""
_LEAST_FLAGS = 120
_ROW, _HIGH_ROW = 50, 68
_WIDEST_REFERENCE = 340
_BESIDE_WORDS = 28
_ROOM_FOR_CHANGED = 700
_ROOT = QModelIndex()


# Nobody watches a cell for its tip, and Qt would read it as markup.
_TEXTS: dict[int, Callable[[Column, str], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda _column, words: on_its_own(words),
    Qt.ItemDataRole.ToolTipRole: lambda _column, words: plain_tip(words),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, words: f"{column_words(column)}: {words}",
}


def column_words(column: Column) -> str:
    """Return the heading of a column."""
    return {
        Column.REFERENCE: translate("cases", "Case"),
        Column.NAME: translate("cases", "Name"),
        Column.LEVEL: translate("cases", "Risk"),
        Column.REVIEW: translate("cases", "Next review"),
        Column.FLAGS: translate("cases", "Open flags"),
        Column.CHANGED: translate("cases", "Last change"),
    }[column]


class CaseModel(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self, on: date) -> None:
        """Begin empty; `on` is today."""
        super().__init__()
        self._on = on
        self._rows: Sequence[CaseRow] = ()
        look = current_look()
        tokens = look.tokens
        self._inks = {
            "low": QColor(tokens.low),
            "medium": QColor(tokens.medium),
            "high": QColor(tokens.high),
            "very_high": QColor(tokens.very_high),
        }
        self._late = QColor(tokens.high)
        self._strong = QFont()
        self._strong.setBold(True)

    def show(self, rows: Sequence[CaseRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def references(self) -> Iterator[str]:
        """Yield what the cases are called."""
        return (row.case.reference for row in self._rows)

    def case_at(self, row: int) -> ListedCase:
        """Return the case of a row."""
        return self._rows[row].case

    def words(self, row: CaseRow, column: Column) -> str:
        """Return what stands in a cell."""
        line = row.case.line
        if column is Column.REFERENCE:
            return row.case.reference
        if column is Column.NAME:
            return visible(line.preferred_name)
        if column is Column.LEVEL:
            return f"{level_shape(line.level)} {level_words(line.level)}"
        if column is Column.REVIEW:
            return self._review(row)
        if column is Column.FLAGS:
            return told(in_a_row(map(label_of, line.open_flags)))
        return self._changed(row)

    def _changed(self, row: CaseRow) -> str:
        if not row.case.has_signed:
            return translate("cases", "Draft")
        changed = parse_day(row.case.line.last_change)
        return told(day_and_month(changed, with_year=True)) if changed is not None else ""

    def _review(self, row: CaseRow) -> str:
        if row.review_on is None or row.case.line.closed:
            return ""
        day = told(day_and_month(row.review_on, with_year=True))
        if is_overdue(row, self._on):
            late = translate("cases", "%n day(s) late", "", (self._on - row.review_on).days)
            return f"{day} · {late}"
        return day

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], _COLUMNS[index.column()]
        if role in _TEXTS:
            return _TEXTS[role](column, self.words(row, column))
        late = column is Column.REVIEW and is_overdue(row, self._on)
        if role == Qt.ItemDataRole.ForegroundRole:
            if late:
                return self._late
            return self._inks.get(row.case.line.level) if column is Column.LEVEL else None
        if role == Qt.ItemDataRole.FontRole and (
            late or column in {Column.LEVEL, Column.REFERENCE}
        ):
            return self._strong
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return column_words(_COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None


class CaseTable(QTableView):
    """Shows the rows; Enter or a double click opens one.

    Attributes:
        chosen: A case is to be opened, as a ListedCase.
        left_upwards: The keyboard goes up from the first row.
    """

    chosen = Signal(object)
    left_upwards = Signal()

    def __init__(self, model: CaseModel) -> None:
        """Show a model."""
        super().__init__()
        look = current_look()
        self.setModel(model)
        self._cases = model
        self.setAccessibleName(translate("cases", "Cases"))
        self.setAccessibleDescription(translate("cases", "Enter opens a case"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        header = self.horizontalHeader()
        header.setAccessibleName(translate("cases", "Columns, a click orders by one"))
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(look.px(60))
        for place, column in enumerate(_COLUMNS):
            if column in _WIDTHS:
                self.setColumnWidth(place, look.px(_WIDTHS[column]))
        header.setSectionResizeMode(_COLUMNS.index(Column.FLAGS), QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_chosen)

    def fit_references(self) -> None:
        """Give references the room that the longest needs: one cut off would be like another."""
        look = current_look()
        place = _COLUMNS.index(Column.REFERENCE)
        strong = QFont(self.font())
        strong.setBold(True)
        metrics = QFontMetrics(strong)
        needed = max(map(metrics.horizontalAdvance, self._cases.references()), default=0)
        widest = look.px(_WIDEST_REFERENCE)
        self.setColumnWidth(place, min(needed + look.px(_BESIDE_WORDS), widest))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give the columns less where they would go beyond the edge."""
        look = current_look()
        first = self.columnWidth(_COLUMNS.index(Column.REFERENCE))
        shown = [
            each
            for each in _NARROW_WIDTHS
            if each in _COLUMNS and not self.isColumnHidden(_COLUMNS.index(each))
        ]
        usual = first + look.px(sum(_WIDTHS[each] for each in shown) + _LEAST_FLAGS)
        is_narrow = usual > self.viewport().width()
        widths = _NARROW_WIDTHS if is_narrow else _WIDTHS
        self.verticalHeader().setDefaultSectionSize(look.px(_HIGH_ROW if is_narrow else _ROW))
        for each in shown:
            self.setColumnWidth(_COLUMNS.index(each), look.px(widths[each]))

    def show_names(self, *, shown: bool) -> None:
        """Show or hide the column of names."""
        self.setColumnHidden(_COLUMNS.index(Column.NAME), not shown)
        self._fit_columns()

    def mark_order(self, column: Column, *, descending: bool) -> None:
        """Show by which column the rows are ordered."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(_COLUMNS.index(column), order)

    def enter(self) -> None:
        """Give the keyboard to the table, at its first row if none is chosen."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid() and self._cases.rowCount():
            self.selectRow(0)

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._cases.case_at(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < current_look().px(_ROOM_FOR_CHANGED)
        self.setColumnHidden(_COLUMNS.index(Column.CHANGED), narrow)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_chosen(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
