"""What a second start says where nobody reads a terminal."""

from collections.abc import Callable

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.shell.titles import neutral_title
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.unlock.calm import CalmPage


class TakenPage(CalmPage):
    """Says that another window is open already."""

    def __init__(self, close: Callable[[], object]) -> None:
        """Show the page as a small window of its own."""
        super().__init__(
            translate("unlock", "Already open"),
            translate(
                "unlock",
                "The program runs already for this user. Look for its window, called “Notes”.",
            ),
        )
        self.setWindowTitle(neutral_title())
        button = Button(translate("unlock", "Close"), close, kind="primary")
        foot = row(button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        look = current_look()
        self.resize(look.px(560), look.px(360))
        button.setFocus()
