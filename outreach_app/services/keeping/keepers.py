"""Who may use the organisation's keys at a laptop, and whether a folder of them is the newest.

The keys themselves are the authority: whoever has their folder and passphrase can do all this at the
command line too. What is asked here keeps a mistake from becoming an organisation file of its own.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from outreach_app.phrases import phrase
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.directory import may_look_after_keys
from outreach_app.services.errors import NotAllowed, OlderConfiguration
from outreach_app.services.keeping.errors import KeysFolderBehind
from outreach_app.services.organisation import load_card
from outreach_app.services.sitting import Sitting
from outreach_app.services.succession import check_succession


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Somebody whose role has to do with the keys, at their laptop: data only, for a job.

    Attributes:
        held: The organisation file that the laptop has.
        now: When they do it.
    """

    held: OrganisationCard
    now: datetime

    def card_in(self, folder: Path) -> OrganisationCard:
        """Return the organisation file beside the keys, which must not be older than the laptop's.

        Raises:
            NoOrganisation, OrganisationFile: The folder has no sound organisation.
            OtherOrganisation: It is another one.
            KeysFolderBehind: It is an older copy; what it publishes would be refused everywhere.
            OtherHistory: It tells otherwise what this laptop knows.
        """
        card = load_card(folder)
        try:
            check_succession(self.held, card)
        except OlderConfiguration as error:
            raise KeysFolderBehind(
                found=card.configuration.number, held=self.held.configuration.number
            ) from error
        return card


def keeper_of(sitting: Sitting) -> Keeper:
    """Return the unlocked person as somebody who looks after the keys; journal a refusal.

    Raises:
        NotAllowed: Their role has nothing to do with the keys.
    """
    if not may_look_after_keys(sitting):
        with sitting.vault.transaction(sitting.act("act.refused", verb="keys")):
            pass
        raise NotAllowed(
            act=phrase("Using the organisation's keys"),
            reason=phrase("supervisors, safeguarding leads and configuration managers do this"),
        )
    return Keeper(held=sitting.card, now=sitting.now())
