"""A newer configuration takes effect: what it withdraws is judged again."""

from collections.abc import Callable

from outreach_app.engine.definition import FormDefinition
from outreach_app.services.restating import Restated
from outreach_app.services.restored import hear_organisation
from outreach_app.services.sitting import Sitting
from outreach_app.services.suspending import settling
from outreach_app.services.vaults import install_configuration
from outreach_app.store.steps import Steps, run_through


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
    return run_through(reconfiguring(sitting, raw_card, find_form, words_compared=words_compared))


def reconfiguring(
    sitting: Sitting,
    raw_card: bytes,
    find_form: Callable[[str], FormDefinition | None],
    *,
    words_compared: bool = False,
) -> Steps[Restated]:
    """Install it and judge document by document, in one act; see `reconfigure`."""
    with sitting.vault.transaction(sitting.act("configuration.applied")):
        card = install_configuration(sitting, raw_card, words_compared=words_compared)
        hear_organisation(sitting, card)
        return (yield from settling(sitting, find_form))
