"""A file that somebody opened with the program: it waits for the unlocking, then goes into the inbox.

It comes in by the door of files that are dropped there. Before that it is not opened, and its name is
shown nowhere and kept nowhere. A path that names a server is not asked for: on Windows the asking alone would
send that server a proof of this person's password, and whoever sent the link would have chosen the server.
"""

from pathlib import Path

from outreach_app.paths import names_server
from outreach_app.ui.review.inbox import InboxPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.speech import translate


def take_brought(window: Window, file: Path) -> None:
    """Go to the inbox and let it look at the file; who has no inbox is told so."""
    if Room.INBOX not in window.rooms_in_bar():
        window.page.notice.tell(
            translate("unlock", "The file was not opened"),
            translate("unlock", "Bundles are taken in by the colleagues who have an inbox."),
        )
        return
    if names_server(file):
        window.page.notice.tell(
            translate("unlock", "The file was not opened"),
            translate("unlock", "Its path names a server. Copy it to this computer first."),
        )
        return
    window.go(Place(room=Room.INBOX))
    if isinstance(window.page, InboxPage):
        window.page.take((file,))
