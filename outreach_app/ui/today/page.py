"""What needs this person today."""

from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place


class TodayPage(Page):
    """What needs this person today, and the next fourteen days."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the lists."""
        super().__init__(desk, place)
        self.add_head(f"{desk.sitting.today():%A %d %B}")
        self.body.addStretch(1)
