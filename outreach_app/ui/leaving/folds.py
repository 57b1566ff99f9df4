"""A card that shows its head, and the rest when somebody wants it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from outreach_app.phrases import in_a_row
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text, restyle
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


class Fold(QFrame):
    """A title, a chip and a line of summary; what is inside is made when it is first opened."""

    def __init__(self, mark: str, title: str, make: Callable[[], QWidget]) -> None:
        """Begin closed.

        Args:
            mark: A short mark before the title, "" for none.
            title: What it is about.
            make: Makes the inside.
        """
        super().__init__()
        look = current_look()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._title, self._make = title, make
        self.inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(18), look.px(10), look.px(14), look.px(10))
        self._column.setSpacing(look.px(6))
        head = row(gap=10)
        if mark:
            number = Text(mark, "soft", wraps=False)
            number.setFixedWidth(look.px(32))
            head.addWidget(number)
        head.addWidget(Text(title, "strong"), 1)
        self._chip = Chip("")
        self._chip.setParent(self)
        self._chip.hide()
        self._decision = Text("", "soft", wraps=False)
        self._toggle = Button("", self._on_toggle, kind="plain")
        for each in (self._chip, self._decision, self._toggle):
            head.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(head)
        self._summary = Text("", "soft")
        self._column.addWidget(self._summary)
        self._say_toggle()

    def tell(self, summary: str, decision: str = "", chip: tuple[str, str] | None = None) -> None:
        """Show what is in it: a summary, what was decided, a chip with its tone."""
        self._summary.say(summary)
        self._decision.say(decision)
        self._decision.setVisible(bool(decision))
        if chip is not None:
            words, tone = chip
            self._chip.say(words)
            self._chip.setAccessibleName(words)
            restyle(self._chip, "chip", tone)
            self._chip.show()
        self._summary.setVisible(bool(summary) and not self.is_open)
        spoken = in_a_row(each for each in (chip[0] if chip else "", decision, summary) if each)
        self._toggle.setAccessibleDescription(spoken)

    @property
    def is_open(self) -> bool:
        """Whether the inside is shown."""
        return self.inside is not None and not self.inside.isHidden()

    def open(self) -> QWidget:
        """Show the inside and return it."""
        if self.inside is None:
            self.inside = self._make()
            self._column.addWidget(self.inside)
        self.inside.show()
        self._summary.hide()
        self._say_toggle()
        return self.inside

    def _on_toggle(self) -> None:
        if self.is_open and self.inside is not None:
            self.inside.hide()
            self._summary.setVisible(bool(self._summary.text()))
            self._say_toggle()
        else:
            self.open()

    def _say_toggle(self) -> None:
        words = translate("leaving", "Close") if self.is_open else translate("leaving", "Open")
        self._toggle.setText(words)
        self._toggle.setAccessibleName(f"{words}: {self._title}")

    def take_focus(self) -> None:
        """Give the keyboard to the head."""
        self._toggle.setFocus()
