"""A newer configuration takes effect: what its revocations touch is judged again."""

from collections.abc import Callable

from outreach_app.engine.definition import FormDefinition
from outreach_app.services.restating import Restated, Restating
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import install_configuration


def reconfigure(
    sitting: Sitting, raw_card: bytes, find_form: Callable[[str], FormDefinition | None]
) -> Restated:
    """Install an organisation file and judge again what newly withdrawn certificates signed.

    Raises:
        OtherOrganisation, OlderConfiguration, OrganisationFile: See `install_configuration`.
    """
    before = set(sitting.configuration.revocations)
    with sitting.vault.transaction(sitting.act("configuration.applied")):
        install_configuration(sitting, raw_card)
        revoked = set(sitting.configuration.revocations) - before
        if not revoked:
            return Restated()
        serials = frozenset(each.serial for each in revoked)
        return Restating(sitting, find_form).everything_by(serials)
