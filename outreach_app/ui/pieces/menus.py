"""A button that opens a menu of plain words."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from outreach_app.ui.pieces.buttons import Button

Entry = tuple[str, Callable[[], object]]


class MenuButton(Button):
    """Opens its entries below itself; arrow keys and letters choose, Escape closes."""

    def __init__(
        self, words: str, entries: Sequence[Entry | None], *, kind: str = "", spoken: str = ""
    ) -> None:
        """Make a button with a menu.

        Args:
            words: What the button says.
            entries: Words with what they do, None for a line between groups.
            kind: As of a button.
            spoken: What a screen reader says instead.
        """
        super().__init__(words, kind=kind, spoken=spoken)
        self.setProperty("opens", True)  # room for the mark of the menu
        menu = QMenu(self)
        menu.setAccessibleName(words)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            label, act = entry
            action = menu.addAction(label.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, act=act: act())
        self.setMenu(menu)
        self.setEnabled(any(entry is not None for entry in entries))
