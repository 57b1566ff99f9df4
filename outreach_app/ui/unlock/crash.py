"""The page after a fault of the program: what is safe, and a way to go on."""

from collections.abc import Callable, Sequence

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.unlock.calm import CalmPage


class CrashPage(CalmPage):
    """Says it calmly; shows the type of the fault and our own lines, and nothing that was typed."""

    def __init__(self, lines: Sequence[str], again: Callable[[], None]) -> None:
        """Show the page.

        Args:
            lines: From `logs.describe_crash`.
            again: Locks and starts the window anew.
        """
        super().__init__(
            translate("unlock", "Something in the program went wrong"),
            translate("unlock", "This is a fault of the program, not yours."),
            width=640,
        )
        self.column.addWidget(
            Text(
                translate(
                    "unlock",
                    "Every answer that the window called saved is on the disk. Start again and "
                    "unlock: you come back to where you were. If it happens at the same place "
                    "again, write down what you did and tell whoever looks after the program.",
                )
            )
        )
        self._again = Button(translate("unlock", "Start again"), again, kind="primary")
        foot = row(self._again)
        foot.addStretch(1)
        self.column.addLayout(foot)
        card = Card(translate("unlock", "For whoever looks after the program"), kind="quiet")
        card.add(Text("\n".join(lines), "small"))
        card.add(Text(translate("unlock", "These lines hold nothing that anybody typed."), "small"))
        self.column.addWidget(card)

    def first_focus(self) -> None:
        """Begin with the way on."""
        self._again.setFocus()
