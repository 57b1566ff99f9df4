"""Who else has vouched for an object, as this vault first saw it.

A bundle's manifest is signed by its sender and names everything inside by hash, so a bundle from
somebody else that carries an object is that person's word for having held it.
"""

from collections.abc import Callable

from outreach_app.domain.revocation import Witness
from outreach_app.services.instants import read_instant
from outreach_app.store.vault import Vault


def witnesses_in(vault: Vault) -> Callable[[str], tuple[Witness, ...]]:
    """Return a look-up of the witnesses for an object id."""

    def look_up(object_id: str) -> tuple[Witness, ...]:
        return tuple(
            Witness(
                person_id=bundle.signer_id,
                object_id=object_id,
                first_seen=read_instant(bundle.received_at),
            )
            for bundle in vault.bundles.received_with(object_id)
        )

    return look_up
