"""A card that says whether an update lies in the folder that is set for them. Nothing is installed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from outreach_app import __version__
from outreach_app.errors import OutreachError
from outreach_app.services.updates.checking import (
    CheckedUpdate,
    Here,
    check_update,
    this_machine,
)
from outreach_app.services.updates.errors import NoUpdate, UpdateNotNewer
from outreach_app.services.updates.release_keys import pinned_keys
from outreach_app.services.updates.seen import seen_file
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Card, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.speech import translate


class UpdateCard(Card):
    """Looks into the folder in a job when the page is opened, and says what it found."""

    def __init__(
        self, desk: Desk, folder: Path, keys: Callable[[], frozenset[bytes]] = pinned_keys
    ) -> None:
        """Begin to look.

        Args:
            desk: The unlocked vault.
            folder: Where updates are put.
            keys: Gives the release keys that count.
        """
        super().__init__(translate("about", "Updates"))
        self._said = Text(translate("about", "Looking into the folder for updates …"))
        self._lines = column(gap=8)
        self._notice = Notice()
        self.add(self._said)
        self.column.addLayout(self._lines)
        self.add(self._notice)
        today = desk.sitting.now().date()
        run(desk, lambda: _look(folder, keys, today), self._show, self._fail)

    def _show(self, found: CheckedUpdate) -> None:
        self._said.say(
            translate(
                "about", "An update is ready in the folder for updates: version {version}, checked."
            ).format(version=found.statement.version)
        )
        self._add(
            translate(
                "about",
                "Every file in it is what two people released. Whoever looks after this computer "
                "installs it; the program installs nothing itself.",
            )
        )
        if found.is_dated_ahead:
            self._add(
                translate(
                    "about", "Its date lies in the future: look at the clock of this computer."
                ),
            )
        files = found.files_for(this_machine())
        if not files:
            self._add(translate("about", "There is no installer for this computer in it."))
        for each in files:
            words = translate("about", "{name}, SHA-256 {digest}")
            digest = " ".join(each.sha256[at : at + 8] for at in range(0, len(each.sha256), 8))
            self._add(words.format(name=each.name, digest=digest), "small")

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NoUpdate | UpdateNotNewer):
            self._said.say(translate("about", "There is nothing newer in the folder for updates."))
        elif isinstance(error, OutreachError):
            self._said.setVisible(False)
            self._notice.tell_error(error)
        else:
            raise error

    def _add(self, words: str, kind: str = "soft") -> None:
        self._lines.addWidget(Text(words, kind))


def _look(folder: Path, keys: Callable[[], frozenset[bytes]], today: date) -> CheckedUpdate:
    here = Here(installed=__version__, keys=keys(), today=today, seen=seen_file())
    return check_update(folder, here)
