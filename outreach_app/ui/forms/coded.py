"""Coded items: past, now and note of one line of an assessment."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.phrases import in_a_row
from outreach_app.ui.forms.absence import GapLine
from outreach_app.ui.forms.blocks import Block, Lines
from outreach_app.ui.forms.fields import Tie, make_field
from outreach_app.ui.forms.layout import Cell
from outreach_app.ui.forms.words import fault_words, was_words
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.theme.look import current_look

_ANY_WIDTH = 16_777_215


class RowForm(Enum):
    """How a coded item is laid out, from the widest.

    Beside its label; below it on one line; the codes on one line and the note under them; all
    under each other.
    """

    BESIDE = auto()
    BELOW = auto()
    PAIRED = auto()
    STACKED = auto()


_LEAST = ((RowForm.BESIDE, 900), (RowForm.BELOW, 630), (RowForm.PAIRED, 460))


def row_form(width: int) -> RowForm:
    """Return how a coded item is laid out in a width in pixels."""
    look = current_look()
    fitting = (form for form, least in _LEAST if width >= look.px(least))
    return next(fitting, RowForm.STACKED)


def place_of(form: RowForm, place: int, count: int) -> tuple[int, int, int, int]:
    """Return row, column, rows and columns of one of so many fields; the last one is the note."""
    if form is RowForm.BESIDE:
        return 0, place + 1, 1, 1
    if form is RowForm.STACKED:
        return place + 1, 0, 1, count
    if form is RowForm.PAIRED and place == count - 1:
        return 2, 0, 1, count
    return 1, place, 1, 1


def set_stretches(grid: QGridLayout, form: RowForm, count: int) -> None:
    """Share the width of a line between a label and so many fields; the last one is the note."""
    for place in range(count + 1):
        grid.setColumnStretch(place, 0)
    if form is RowForm.STACKED:
        grid.setColumnStretch(0, 1)
        return
    first = 1 if form is RowForm.BESIDE else 0
    for place in range(count):
        is_note = place == count - 1
        grid.setColumnStretch(first + place, (0 if form is RowForm.PAIRED else 3) if is_note else 5)
    if form is RowForm.BESIDE:
        grid.setColumnStretch(0, 7)


class CodedBlock(Block):
    """A coded item: past, now and note beside its label, or below it where there is no room."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the group of a cell."""
        super().__init__(work, cell, gap=2)
        self.addresses = (cell.address, *(address for address, _item in cell.parts))
        self._ties: list[Tie] = []
        self._label = Text("", "")
        self._lines = Lines()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(current_look().px(8))
        self._grid.setVerticalSpacing(current_look().px(3))
        self.column.addLayout(self._grid)
        self.column.addLayout(self._lines)
        self._gap: GapLine | None = None
        self._form: RowForm | None = None

    def _build(self) -> None:
        about = self.work.session.label(self.cell.address)
        for address, item in self.cell.parts:
            view = self.work.view(address)
            if item.type == "text":
                field = make_field(self.work, view, item, small=True)
                field.widget.setMaximumWidth(_ANY_WIDTH)
                named = field.widget
                placeholder = getattr(named, "setPlaceholderText", None)
                if placeholder is not None:
                    placeholder(view.label)
            else:
                field = make_field(self.work, view, item, small=True)
                field.widget.setMaximumWidth(_ANY_WIDTH)
                named = field.widget
            named.setAccessibleName(f"{about}: {view.label}")
            self._ties.append(Tie(self.work, address, field, self._on_said))
        self._arrange(row_form(self.width()))

    def _arrange(self, form: RowForm) -> None:
        if form is self._form:
            return
        self._form = form
        count = len(self._ties)
        across = 1 if form is RowForm.BESIDE else count
        self._grid.addWidget(self._label, 0, 0, 1, across)
        for place, tie in enumerate(self._ties):
            self._grid.addWidget(tie.field.widget, *place_of(form, place, count))
        set_stretches(self._grid, form, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ties:
            self._arrange(row_form(event.size().width()))

    def refresh(self) -> None:
        if not self.show_if_asked():
            return
        if not self._ties:
            self._build()
        self._label.say(self.work.session.label(self.cell.address))
        today = self.work.desk.sitting.today()
        was: list[str] = []
        faults: list[str] = []
        codes: set[str] = set()
        for tie in self._ties:
            view = self.work.view(tie.address)
            tie.show_view(view)
            before = was_words(view, self.work.earlier, today)
            hint = ". ".join(each for each in (view.hint, before) if each)
            tie.field.describe(hint)
            if before and self.cell.parts[1][0] == tie.address:
                was.append(before)
            faults.append(fault_words(view))
            codes.update(view.value.split() if view.choices else ())
        self._lines.say("was", " ".join(was))
        self._lines.say("fault", " ".join(each for each in faults if each), "fault")
        if self._gap is None and GapLine.is_one(codes):
            self._gap = GapLine(self.work)
            self.column.addWidget(self._gap)
        if self._gap is not None:
            self._gap.setVisible(GapLine.is_one(codes))

    def _on_said(self, words: str) -> None:
        self._lines.say("refused", words, "fault")

    def commit(self) -> None:
        for tie in self._ties:
            tie.field.commit()

    def go_to(self, address: str) -> QWidget | None:
        for tie in self._ties:
            if tie.address == address:
                tie.field.take_focus()
                return self
        if address != self.cell.address or not self._ties:
            return None
        self._ties[0].field.take_focus()
        return self


class CodedHead(QWidget):
    """The names of the columns over a run of coded items."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Take the names from the first item."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current_look().px(8))
        names = [work.view(address).label for address, _item in cell.parts]
        self._heads = [Text(name, "column") for name in names]
        for head in self._heads:
            head.setMinimumWidth(0)
        self._line = Text(in_a_row(names, " · "), "column")
        self._form: RowForm | None = None
        self._arrange(RowForm.BELOW)

    def _arrange(self, form: RowForm) -> None:
        if form is self._form:
            return
        self._form = form
        first = 1 if form is RowForm.BESIDE else 0
        stacked = form is RowForm.STACKED
        self._grid.addWidget(self._line, 1, 0)
        self._line.setVisible(stacked)
        last = len(self._heads) - 1
        for place, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, first + place, Qt.AlignmentFlag.AlignBottom)
            head.setVisible(not stacked and not (form is RowForm.PAIRED and place == last))
        set_stretches(self._grid, form, len(self._heads))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(row_form(event.size().width()))
