"""Repeats: rows that are added, opened, moved and removed; each shows in a line what it says."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.engine.items import Question, Repeat, in_language
from outreach_app.engine.reading import QuestionView
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.calculated_words import spoken
from outreach_app.services.earlier_answers import answer_words
from outreach_app.ui.forms.asked import AskNote
from outreach_app.ui.forms.blocks import (
    Block,
    HeadingBlock,
    NoteBlock,
    QuestionBlock,
    ValueBlock,
)
from outreach_app.ui.forms.coded import CodedBlock
from outreach_app.ui.forms.compounds import CardBlock, FlowBlock, WordsBlock
from outreach_app.ui.forms.grid import GridBlock
from outreach_app.ui.forms.held import HeldNote
from outreach_app.ui.forms.layout import Cell, CellKind
from outreach_app.ui.forms.words import short
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.lines import LineButton
from outreach_app.ui.pieces.notices import error_words
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_MOST_FACTS = 3
_TOLD = frozenset({"select_one", "date", "dateTime", "calculate", "text"})


def make_block(work: FormWork, cell: Cell) -> Block:
    """Return the block that shows a cell, under what a reviewer asks there."""
    block = _BLOCKS[cell.kind](work, cell)
    held = work.held.of(cell.address)
    if held or (work.held.follows_answers and work.held.has(cell.address)):
        note = HeldNote(work, cell.address, held, partial(block.go_to, cell.address))
        block.column.insertWidget(0, note)
    asks = [ask for each in block.addresses for ask in work.asked.by_address.get(each, ())]
    if asks:
        block.column.insertWidget(0, AskNote(asks))
    return block


class RowCard(Card):
    """One row: its summary, what can be done with it, and its questions once it is opened."""

    def __init__(self, owner: "RepeatBlock", row_id: str) -> None:
        """Show a row of a repeat, closed."""
        super().__init__(kind="card")
        look = current_look()
        self.column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        self.row_id = row_id
        self.address = f"{owner.cell.address}[{row_id}]"
        self._owner = owner
        self._work = owner.work
        self.blocks: list[Block] = []
        self._toggle = LineButton(self._on_toggled, kind="section")
        self._up = Button("↑", lambda: owner.move_row(row_id, -1), kind="plain")
        self._down = Button("↓", lambda: owner.move_row(row_id, 1), kind="plain")
        remove = translate("forms", "Remove")
        self._remove = Button(remove, lambda: owner.remove(row_id), kind="plain")
        self._facts = Text("", "small")
        head = row(self._toggle, gap=2)
        head.setStretch(0, 1)
        for button in (self._up, self._down, self._remove):
            head.addWidget(button)
        self.column.addLayout(head)
        self.column.addWidget(self._facts)
        self._body: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Whether its questions are shown."""
        return self._body is not None and not self._body.isHidden()

    def summarise(self, number: int, count: int) -> None:
        """Say in a line what the row says.

        Args:
            number: Which row it is, from 1.
            count: How many there are.
        """
        title, facts = self._owner.told(self.address)
        named = title or translate("forms", "Not named yet")
        mark = "▾" if self.is_open else "▸"
        self._toggle.say(f"{mark}  {number}. {short(named)}")
        state = translate("forms", "open") if self.is_open else translate("forms", "closed")
        self._toggle.setAccessibleName(f"{number}. {named}, {state}")
        if any(each.startswith(f"{self.address}/") for each in self._work.asked.by_address):
            asks = translate("forms", "▲ A reviewer asks something here")
            facts = in_a_row((asks, facts), " · ")
        self._facts.say(facts)
        self._facts.setVisible(bool(facts) and not self.is_open)
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < count)
        for button, words in (
            (self._up, translate("forms", "Move up: {row}")),
            (self._down, translate("forms", "Move down: {row}")),
            (self._remove, translate("forms", "Remove: {row}")),
        ):
            spoken_words = words.format(row=f"{number}. {named}")
            button.setAccessibleName(spoken_words)
            button.setToolTip(spoken_words)

    def _on_toggled(self) -> None:
        self.set_open(is_open=not self.is_open)

    def set_open(self, *, is_open: bool) -> None:
        """Show the questions of the row, or only its summary."""
        if is_open and self._body is None:
            self._build()
        if self._body is not None:
            if not is_open:
                self.commit()
            self._body.setVisible(is_open)
        self._owner.summarise()

    def _build(self) -> None:
        self._body = QWidget()
        lines = column(gap=14)
        edge = current_look().px(6)
        lines.setContentsMargins(edge, edge, edge, edge)
        self._body.setLayout(lines)
        item = self._owner.cell.item
        children = item.children if isinstance(item, Repeat) else ()
        for cell in self._work.layout.cells(children, self.address):
            block = make_block(self._work, cell)
            self.blocks.append(block)
            lines.addWidget(block)
            block.refresh()
        self.column.addWidget(self._body)

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for block in self.blocks:
            block.commit()

    def first_focus(self) -> None:
        """Open and give the keyboard to the first question."""
        self.set_open(is_open=True)
        for block in self.blocks:
            if not block.isHidden() and block.go_to(block.cell.address) is not None:
                focused = self._body.focusWidget() if self._body is not None else None
                if focused is not None:
                    return

    def focus_head(self) -> None:
        """Give the keyboard to the line that opens and closes it."""
        self._toggle.setFocus()


class RepeatBlock(Block):
    """A repeat with its rows."""

    def __init__(self, work: FormWork, cell: Cell) -> None:
        """Show the repeat of a cell."""
        super().__init__(work, cell, gap=8)
        self.rows: dict[str, RowCard] = {}
        item = cell.item
        label = in_language(item.label, work.session.speaker.language)
        self._title = Text(label, "strong")
        self.column.addWidget(self._title)
        help_words = item.extras.get("help", "")
        if help_words:
            self.column.addWidget(Text(help_words, "small"))
        self._lines = column(gap=6)
        self.column.addLayout(self._lines)
        self._notice = Text("", "fault")
        self._notice.setVisible(False)
        self._undo = Button(translate("forms", "Bring it back"), self._on_undo, kind="plain")
        self._removed = Text("", "small", wraps=False)
        undo_line = row(self._removed, self._undo)
        undo_line.addStretch(1)
        self.column.addLayout(undo_line)
        self.column.addWidget(self._notice)
        self._show_undo("")
        is_given = bool(item.extras.get("source")) or getattr(item, "fixed", False)
        self._make_foot(label, is_given=is_given)
        work.rows_changed.connect(self._on_rows_changed)

    def _make_foot(self, label: str, *, is_given: bool) -> None:
        self._add = Button(
            translate("forms", "Add"),
            self._on_add,
            spoken=translate("forms", "Add to: {what}").format(what=label),
        )
        self._earlier = Button(translate("forms", "Take over"), self._on_take_over)
        foot = Flow(gap=current_look().px(8))
        foot.addWidget(self._add)
        foot.addWidget(self._earlier)
        self.column.addLayout(foot)
        self._add.setVisible(not is_given)
        if is_given:
            words = translate("forms", "These are documents of the case; begin new ones there.")
            self.column.addWidget(Text(words, "small"))

    # ---- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        asked = self.work.session.is_repeat_asked(self.cell.address)
        self.setVisible(asked)
        if not asked:
            return
        self._place_rows()
        self.summarise()
        for card in self.rows.values():
            for block in card.blocks:
                block.refresh()

    def hear(self, affected: frozenset[str]) -> None:
        asked = self.work.session.is_repeat_asked(self.cell.address)
        if asked == self.isHidden():
            self.refresh()
            return
        if not asked:
            return
        for card in self.rows.values():
            for block in card.blocks:
                block.hear(affected)
        if any(each.startswith(f"{self.cell.address}[") for each in affected):
            self.summarise()

    def _place_rows(self) -> None:
        wanted = self.work.session.rows(self.cell.address)
        if list(self.rows) == wanted:
            return
        for row_id in [each for each in self.rows if each not in wanted]:
            card = self.rows.pop(row_id)
            self._lines.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        for row_id in wanted:
            if row_id not in self.rows:
                self.rows[row_id] = RowCard(self, row_id)
        self.rows = {row_id: self.rows[row_id] for row_id in wanted}
        for place, card in enumerate(self.rows.values()):
            self._lines.insertWidget(place, card)

    def summarise(self) -> None:
        """Say of every row in a line what it says, and what can be taken over."""
        count = len(self.rows)
        for number, card in enumerate(self.rows.values(), 1):
            card.summarise(number, count)
        missing = [each for each in self._earlier_rows() if each not in self.rows]
        self._earlier.setVisible(bool(missing))
        words = translate("forms", "Take over %n row(s) of the last one", "", len(missing))
        self._earlier.setText(words)
        self._earlier.setAccessibleName(f"{words}: {self._title.text()}")

    def _earlier_rows(self) -> tuple[str, ...]:
        if self.work.earlier.same_document or not self._add.isVisibleTo(self):
            return ()
        return self.work.earlier.rows(self.cell.address)

    def told(self, address: str) -> tuple[str, str]:
        """Return what names a row, and its first other answers in words."""
        item = self.cell.item
        below = item.walk() if isinstance(item, Repeat) else iter(())
        leaves = [each for each in below if isinstance(each, Question)]
        named = item.extras.get("row_label", "")
        title = ""
        facts: list[str] = []
        above = len(item.path) + 1
        for leaf in leaves:
            if leaf.type not in _TOLD or "/" in leaf.path[above:].removesuffix(leaf.name):
                continue
            view = self.work.view(f"{address}/{leaf.path[above:]}")
            words = self._said(view) if view.relevant else ""
            if leaf.name == named:
                title = words
            elif words and leaf.type != "text" and len(facts) < _MOST_FACTS:
                facts.append(f"{view.label}: {short(words)}")
        return title or self._title_before(address, named), in_a_row(facts, " · ")

    def _said(self, view: QuestionView) -> str:
        if view.type == "calculate":
            return spoken(self.work.opened.definition, view.name, view.value) if view.label else ""
        return answer_words(view, view.value)

    def _title_before(self, address: str, named: str) -> str:
        """Return the name that the row had before: free text is not taken over, but still names it."""
        return self.work.earlier.by_address.get(f"{address}/{named}", "") if named else ""

    # ---- doing ------------------------------------------------------------------------------

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except OutreachError as error:
            self._notice.say(" ".join(error_words(error)[1:]))
            self._notice.setVisible(True)
            return False
        self._notice.setVisible(False)
        return True

    def _on_add(self) -> None:
        self.commit()
        before = set(self.rows)
        if self._try(lambda: self.work.add_row(self.cell.address)):
            for row_id in [each for each in self.rows if each not in before]:
                self.rows[row_id].first_focus()

    def move_row(self, row_id: str, places: int) -> None:
        """Move a row up (-1) or down (1)."""
        self.commit()
        self._try(lambda: self.work.move_row(self.cell.address, row_id, places))
        self.rows[row_id].focus_head()

    def remove(self, row_id: str) -> None:
        """Remove a row; it can be brought back."""
        self.commit()
        place = list(self.rows).index(row_id)
        title = self.told(self.rows[row_id].address)[0] or translate("forms", "the row")
        if self._try(lambda: self.work.remove_row(self.cell.address, row_id)):
            self._show_undo(translate("forms", "Removed: {row}").format(row=short(title)))
            left = list(self.rows.values())
            if left:
                left[min(place, len(left) - 1)].focus_head()
            else:
                self._undo.setFocus()

    def _show_undo(self, words: str) -> None:
        self._removed.say(words)
        self._removed.setVisible(bool(words))
        self._undo.setVisible(bool(words))
        self._undo.setAccessibleDescription(words)

    def _on_undo(self) -> None:
        self._try(self.work.undo)
        self._show_undo("")

    def _on_take_over(self) -> None:
        self.commit()
        self._try(lambda: self.work.confirm_unchanged(self.cell.address))
        self.summarise()

    def _on_rows_changed(self, address: str) -> None:
        if address == self.cell.address:
            self._show_undo("")
            self.refresh()

    def commit(self) -> None:
        for card in self.rows.values():
            card.commit()

    def go_to(self, address: str) -> QWidget | None:
        if address == self.cell.address:
            self._add.setFocus()
            return self
        for card in self.rows.values():
            if address == card.address:
                card.set_open(is_open=True)
                card.focus_head()
                return card
            if address.startswith(f"{card.address}/"):
                card.set_open(is_open=True)
                found = (block.go_to(address) for block in card.blocks)
                return next((each for each in found if each is not None), card)
        return None

    def address_of(self, widget: QWidget) -> str:
        for card in self.rows.values():
            if card.isAncestorOf(widget):
                for block in card.blocks:
                    if block.isAncestorOf(widget):
                        return block.address_of(widget)
                return card.address
        return self.cell.address


_BLOCKS: dict[CellKind, Callable[[FormWork, Cell], Block]] = {
    CellKind.QUESTION: QuestionBlock,
    CellKind.VALUE: ValueBlock,
    CellKind.NOTE: NoteBlock,
    CellKind.CODED: CodedBlock,
    CellKind.WORDS: WordsBlock,
    CellKind.DATE: FlowBlock,
    CellKind.SIGNATURE: FlowBlock,
    CellKind.CARD: CardBlock,
    CellKind.HEADING: HeadingBlock,
    CellKind.GRID: GridBlock,
    CellKind.REPEAT: RepeatBlock,
}
