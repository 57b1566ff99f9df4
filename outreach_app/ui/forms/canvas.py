"""The middle of the form: one section at a time, its questions below each other."""

import time
from collections import deque

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from outreach_app.services.form_sections import FormSection
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.forms.blocks import Block
from outreach_app.ui.forms.coded import CodedHead
from outreach_app.ui.forms.held import HeldNote
from outreach_app.ui.forms.layout import Cell, CellKind
from outreach_app.ui.forms.repeats import make_block
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.fields import forget_text
from outreach_app.ui.pieces.surfaces import Column, Scroll, Sheet

_FIRST_SECONDS, _SLICE_SECONDS = 0.018, 0.012
_SETTLES_MS = 400


class Canvas(Scroll):
    """Builds a section from the top: what is in sight at once, the rest between two events.

    Attributes:
        section: What is shown.
        built: All of the section is there.
    """

    built = Signal()

    def __init__(self, work: FormWork) -> None:
        """Begin without a section."""
        super().__init__(margin=24, gap=20)
        self.work = work
        self.section: FormSection | None = None
        self.blocks: list[Block] = []
        self._waiting: deque[Cell] = deque()
        self._last: Cell | None = None
        self._foot: QWidget | None = None
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._on_more)
        self._sought: QWidget | None = None
        self._held: QWidget | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLES_MS)
        self._settled.timeout.connect(self._stop_seeking)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        work.answered.connect(self._on_answered)

    def show_section(self, section: FormSection, head: QWidget) -> None:
        """Show a section under its head."""
        self.commit()
        for field in self.findChildren(AnswerField):
            field.blockSignals(True)
        forget_text(self)
        inner = self._renewed()
        self.blocks = []
        self._last = None
        self.section = section
        self._waiting = deque(self.work.layout.cells(section.items))
        self._foot = None
        self.column.addWidget(head)
        self.column.addStretch(1)
        try:
            self._build(_FIRST_SECONDS)
        except Exception:
            # What is half built goes with its column; nothing may be asked of it when the page is left.
            self.blocks = []
            self._waiting.clear()
            raise
        # Put in whole: each widget is dressed and laid out once, and not again with every next.
        self.setWidget(inner)
        self.verticalScrollBar().setValue(0)

    def _renewed(self) -> QWidget:
        """Take everything out to be destroyed, and return the widget of a new, empty column."""
        self._stop_seeking()
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        margins, gap = self.column.contentsMargins(), self.column.spacing()
        inner = Sheet()
        self.column = Column(inner)
        self.column.setContentsMargins(margins)
        self.column.setSpacing(gap)
        return inner

    def end_with(self, foot: QWidget) -> None:
        """Put something below the last question."""
        self._foot = foot
        self.column.insertWidget(self.column.count() - 1, foot)

    def _on_more(self) -> None:
        if self.work.is_open:
            self._build(_SLICE_SECONDS)

    def _build(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        while self._waiting:
            self._add(self._waiting.popleft())
            if time.perf_counter() > until:
                break
        if self._waiting:
            self._more.start(0)
        else:
            self.built.emit()

    def _add(self, cell: Cell) -> None:
        coded = CellKind.CODED
        first = cell.kind is coded and (self._last is None or self._last.kind is not coded)
        if first and self.work.session.is_relevant(cell.address):
            self._put(CodedHead(self.work, cell))
        self._last = cell
        block = make_block(self.work, cell)
        self.blocks.append(block)
        self._put(block)
        block.refresh()

    def _put(self, widget: QWidget) -> None:
        # The foot, once it is there, and the stretch stay at the end.
        place = self.column.count() - (2 if self._foot is not None else 1)
        self.column.insertWidget(place, widget)

    def finish(self) -> None:
        """Build what is still waiting, now."""
        self._more.stop()
        while self._waiting:
            self._add(self._waiting.popleft())
        self.built.emit()

    def _on_answered(self, affected: frozenset[str]) -> None:
        for block in self.blocks:
            block.hear(affected)

    def refresh(self) -> None:
        """Show everything in the section as it stands now."""
        for block in self.blocks:
            block.refresh()

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for block in self.blocks:
            block.commit()
        for note in self.findChildren(HeldNote):
            note.commit()

    def go_to(self, address: str) -> bool:
        """Give the keyboard to a question of the section and bring it into sight."""
        self.finish()
        for block in self.blocks:
            found = block.go_to(address)
            if found is not None:
                # Nobody knows where the block is before the layout has settled, which may take turns.
                self._sought, self._held = found, self.focusWidget()
                self._settled.start()
                QTimer.singleShot(0, found, self._on_range)
                return True
        return False

    def _stop_seeking(self) -> None:
        self._sought = None

    def _on_range(self) -> None:
        # The row it stood in may have been taken away meanwhile.
        if self._sought is None or not isValid(self._sought):
            return
        now = self.focusWidget()
        if now is not self._held and not self._sought.isAncestorOf(now):
            self._stop_seeking()  # whoever went on with the keyboard is elsewhere
            return
        self._bring(self._sought)

    def _bring(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 60)
        focused = self.focusWidget()
        # Of what is higher than the page, such as an open row, the part with the keyboard counts.
        if widget.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 60)

    def first_focus(self) -> None:
        """Give the keyboard to the first question."""
        for block in self.blocks:
            if not block.isHidden() and block.go_to(block.cell.address) is not None:
                focused = self.focusWidget()
                if block.isAncestorOf(focused):
                    return

    def address_of(self, widget: QWidget | None) -> str:
        """Return the address of what a widget belongs to, "" outside questions."""
        if widget is None:
            return ""
        for block in self.blocks:
            if block.isAncestorOf(widget):
                return block.address_of(widget)
        return ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls has found the place.
        self._stop_seeking()
        super().wheelEvent(event)
