"""Where it is not said yet who the screen is about: a new arrival, or somebody who is here."""

from collections.abc import Callable

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate


class Arrival(Scroll):
    """One key begins a record and the screen."""

    def __init__(self, new: Callable[[], None], known: Callable[[], None]) -> None:
        """Offer both ways.

        Args:
            new: Begins a case.
            known: Leads to the list of cases.
        """
        super().__init__(margin=28, gap=16)
        title = translate("safety", "Is anyone in danger now?")
        self.setAccessibleName(title)
        self.column.addWidget(Text(title, "title"))
        card = Card(translate("safety", "A new arrival"))
        words = translate(
            "safety",
            "One key begins a record with a reference and opens the questions. Names and everything "
            "else can wait.",
        )
        card.add(Text(words))
        self._new = Button(translate("safety", "New arrival: begin now"), new, kind="primary")
        line = row(self._new, Button(translate("safety", "Somebody who is here already…"), known))
        line.addStretch(1)
        card.column.addLayout(line)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def first_focus(self) -> None:
        """Give the keyboard to the new arrival."""
        self._new.setFocus()
