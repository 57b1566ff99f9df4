"""What a second start says where nobody reads a terminal."""

from collections.abc import Callable

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.titles import neutral_title
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.unlock.calm import CalmPage


class TakenPage(CalmPage):
    """Says that another window is open already."""

    def __init__(self, close: Callable[[], object], *, with_file: bool = False) -> None:
        """Show the page as a small window of its own.

        Args:
            close: Ends the process.
            with_file: Somebody opened a file; it is not handed on, and stays where it is.
        """
        super().__init__(
            translate("unlock", "Already open"),
            translate(
                "unlock",
                "The program runs already for this user. Look for its window, called “{window}”.",
            ).format(window=neutral_title()),
        )
        self.setWindowTitle(neutral_title())
        if with_file:
            self.column.addWidget(
                Text(
                    translate(
                        "unlock",
                        "The file was not opened. In that window go to the inbox and add it, or drop "
                        "it on that page.",
                    )
                )
            )
        button = Button(translate("unlock", "Close"), close, kind="primary")
        foot = row(button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        look = current_look()
        self.resize(look.px(560), look.px(360))
        button.setFocus()
