"""The list of cases."""

from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate


class CasesPage(Page):
    """The cases on this laptop."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the lists."""
        super().__init__(desk, place)
        self.add_head(translate("cases", "Cases"))
        self.body.addStretch(1)
