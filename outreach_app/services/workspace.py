"""The unlocked vault with every verb: the one reference that a screen or a command holds."""

from pathlib import Path

from outreach_app.domain.people import Person
from outreach_app.keychain import Keychain
from outreach_app.services.casework import Casework
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.copies import Copies
from outreach_app.services.errors import CertificateNotListed
from outreach_app.services.exchange.shelf import Shelf
from outreach_app.services.freshness import (
    Freshness,
    OldCopy,
    go_on_with_old_copy,
    note_old_copy,
    read_freshness,
    remember_head,
)
from outreach_app.services.reconfiguring import reconfigure
from outreach_app.services.restating import Restated, with_dates_reached
from outreach_app.services.restored import require_caught_up, require_own_device
from outreach_app.services.safe_points import leave_note
from outreach_app.services.sitting import Sitting
from outreach_app.services.suspending import settle
from outreach_app.services.unfinished_backups import look_back
from outreach_app.services.vaults import World, open_sitting


class Workspace:
    """A sitting with its forms and verbs.

    Plain reads go through `vault` (lists, search, history); verbs that keep a rule or join several
    parts are methods of the services here.

    Attributes:
        freshness: What this computer remembers of the vault.
        old_copy: How old the copy is that lies in the vault's place; None if it is none.
    """

    def __init__(self, sitting: Sitting, keychain: Keychain | None = None) -> None:
        """Put the services on an unlocked vault.

        Args:
            sitting: The unlocked vault.
            keychain: The computer's secret store, to notice an old copy put in the vault's place.
        """
        wanted = sitting.settings().is_on("keychain.freshness_head")
        self._keychain = keychain if wanted else None
        self.sitting = sitting
        self.freshness = read_freshness(sitting.vault, self._keychain)
        self.old_copy: OldCopy | None = None
        if self.freshness is Freshness.OLDER:
            self.old_copy = note_old_copy(sitting, self._keychain)
        self.vault = sitting.vault
        self.catalogue = Catalogue(sitting)
        self.casework = Casework(sitting, self.catalogue)
        self.copies = Copies(self.catalogue)
        self.shelf = Shelf(
            definition=self.catalogue.definition,
            keep_form=self.catalogue.keep_foreign,
            render_copy=self.copies.text,
            renderer=self.copies.renderer,
        )

    def reconfigure(self, raw_card: bytes, *, words_compared: bool = False) -> Restated:
        """Install an organisation file, released forms and revocations included.

        Raises:
            OtherOrganisation, OlderConfiguration, OtherHistory, OrganisationFile: Nothing was
                changed.
            WordsNotCompared: It changes whom this laptop believes, and nobody compared the words.
        """
        restated = reconfigure(
            self.sitting, raw_card, self.shelf.find, words_compared=words_compared
        )
        self.catalogue.install_shipped()
        return restated

    def enrol(self, raw_card: bytes, *, words_compared: bool = False) -> Person:
        """Install an organisation file that must hold one's own certificate.

        Raises:
            CertificateNotListed: It has none for this person's key.
            RestoredVault: The vault was restored and the file was issued before; it is installed.
            RestoredKeys: The vault was restored and the person has not asked for new keys.
        """
        self.reconfigure(raw_card, words_compared=words_compared)
        require_own_device(self.sitting)
        require_caught_up(self.sitting)
        if not self.sitting.me.certificate_serial:
            raise CertificateNotListed
        return self.sitting.me

    def accept_old_copy(self) -> None:
        """Go on with an old copy as a restored vault, on purpose; from now on it is remembered."""
        go_on_with_old_copy(self.sitting)
        self.freshness = Freshness.UNKNOWN
        self.old_copy = None

    def close(self) -> None:
        """Lock; an older copy does not overwrite what is remembered of the newer one."""
        if self.freshness is not Freshness.OLDER:
            remember_head(self.vault, self._keychain, at=self.sitting.instant())
        if self.vault.is_open:
            leave_note(self.sitting)
        self.sitting.close()


def open_workspace(
    folder: Path,
    initials: str,
    passphrase: str,
    world: World,
    keychain: Keychain | None = None,
) -> Workspace:
    """Unlock a vault for one of its people; see `vaults.open_sitting` for what it refuses."""
    return begin_workspace(open_sitting(folder, initials, passphrase, world), keychain)


def begin_workspace(sitting: Sitting, keychain: Keychain | None = None) -> Workspace:
    """Put the services on a vault that was just unlocked; it is locked again if that fails."""
    try:
        workspace = Workspace(sitting, keychain)
        workspace.catalogue.install_shipped()
        look_back(sitting)
        settle(sitting, workspace.shelf.find)
        with_dates_reached(sitting, workspace.shelf.find)
    except BaseException:
        sitting.close()
        raise
    return workspace
