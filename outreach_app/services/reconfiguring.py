"""A newer configuration takes effect: what it withdraws is judged again."""

from collections.abc import Callable

from outreach_app.engine.definition import FormDefinition
from outreach_app.services.restating import Restated
from outreach_app.services.restored import hear_organisation
from outreach_app.services.sitting import Sitting
from outreach_app.services.suspending import settle
from outreach_app.services.vaults import install_configuration


def reconfigure(
    sitting: Sitting,
    raw_card: bytes,
    find_form: Callable[[str], FormDefinition | None],
    *,
    words_compared: bool = False,
) -> Restated:
    """Install an organisation file and judge again what newly withdrawn certificates signed.

    Raises:
        OtherOrganisation, OlderConfiguration, OtherHistory, WordsNotCompared, OrganisationFile:
            See `install_configuration`.
    """
    with sitting.vault.transaction(sitting.act("configuration.applied")):
        card = install_configuration(sitting, raw_card, words_compared=words_compared)
        hear_organisation(sitting, card)
        return settle(sitting, find_form)
