"""The unlocked vault with every verb: the one reference that a screen or a command holds."""

from pathlib import Path

from outreach_app.services.casework import Casework
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World, open_sitting


class Workspace:
    """A sitting with its forms and verbs.

    Plain reads go through `vault` (lists, search, history); verbs that keep a rule or join several
    parts are methods of the services here.
    """

    def __init__(self, sitting: Sitting) -> None:
        """Put the services on an unlocked vault."""
        self.sitting = sitting
        self.vault = sitting.vault
        self.catalogue = Catalogue(sitting)
        self.casework = Casework(sitting, self.catalogue)

    def close(self) -> None:
        """Lock."""
        self.sitting.close()


def open_workspace(folder: Path, initials: str, passphrase: str, world: World) -> Workspace:
    """Unlock a vault for one of its people; see `vaults.open_sitting` for what it refuses."""
    sitting = open_sitting(folder, initials, passphrase, world)
    try:
        workspace = Workspace(sitting)
        workspace.catalogue.install_shipped()
    except BaseException:
        sitting.close()
        raise
    return workspace
