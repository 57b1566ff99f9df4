"""Some questions of an open document, on a page of its own design."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.services.form_sections import sections_of
from outreach_app.ui.forms.answer import bring_into_sight
from outreach_app.ui.forms.blocks import Block
from outreach_app.ui.forms.layout import Cell
from outreach_app.ui.forms.repeats import make_block
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.theme.look import current_look


class Blocks(QWidget):
    """The questions with some names, in the form's order, as the form itself draws them."""

    def __init__(self, work: FormWork, names: Sequence[str]) -> None:
        """Show those that are asked for now."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_look().px(12))
        self.blocks: list[Block] = []
        for cell in cells_named(work, names):
            block = make_block(work, cell)
            self.blocks.append(block)
            layout.addWidget(block)
            block.refresh()
        work.answered.connect(self._on_answered)

    def _on_answered(self, affected: frozenset[str]) -> None:
        for block in self.blocks:
            block.hear(affected)

    def commit(self) -> None:
        """Give what is typed and not given yet."""
        for block in self.blocks:
            block.commit()

    def go_to(self, address: str) -> bool:
        """Give the keyboard to a question and bring it into sight; return whether it is here."""
        for block in self.blocks:
            found = block.go_to(address)
            if found is None:
                continue
            bring_into_sight(found)
            focused = self.focusWidget()
            # Of what is higher than the page the part with the keyboard counts.
            if found.isAncestorOf(focused):
                bring_into_sight(focused)
            return True
        return False


def cells_named(work: FormWork, names: Sequence[str]) -> list[Cell]:
    """Return the cells of a form whose question or group has one of these names."""
    return [
        cell
        for section in sections_of(work.opened.definition)
        for cell in work.layout.cells(section.items)
        if cell.item.name in names
    ]
