"""What a restored vault may not do before it has heard what was withdrawn since its backup.

A backup forgets. Until somebody else has told what stands now, a restored vault reads and saves,
but neither shares nor takes over; and it never again signs as the device that it was before.
"""

from collections.abc import Iterable
from datetime import datetime

from outreach_app.bundle.manifest import Manifest
from outreach_app.crypto.certificates import Certificate
from outreach_app.domain.ratchet import Ratchet
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.errors import OldCopyHere, RestoredKeys, RestoredVault
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.statements import Statement, ratchet_of, still_standing
from outreach_app.store.properties import CAUGHT_UP_AT, OLDER_AT, RESTORED_AT


def ratchet_numbers(sitting: Sitting, statements: int) -> dict[str, int]:
    """Return what a manifest says of how much its sender knows."""
    return {
        "configuration": sitting.configuration.number,
        "issuers": sitting.card.issuers.number,
        "statements": statements,
    }


def waits_since(sitting: Sitting) -> datetime | None:
    """Return when the vault was restored, while it has not caught up; else None."""
    properties = sitting.vault.properties
    restored = properties.get(RESTORED_AT)
    if not restored or properties.get(CAUGHT_UP_AT):
        return None
    return read_instant(restored)


def needs_new_keys(sitting: Sitting) -> bool:
    """Say whether the unlocked person's keys belong to the device before a restore."""
    return sitting.me.device_id != sitting.vault.device_id


def require_caught_up(sitting: Sitting) -> None:
    """Refuse in a restored vault that has not caught up, and in an old copy.

    Raises:
        RestoredVault: It has not.
        OldCopyHere: An old copy lies in the vault's place, and nobody has decided about it.
    """
    if sitting.vault.properties.get(OLDER_AT):
        raise OldCopyHere
    since = waits_since(sitting)
    if since is not None:
        raise RestoredVault(restored=since.date().isoformat())


def require_own_device(sitting: Sitting) -> None:
    """Refuse what would be signed as the device before a restore.

    Raises:
        RestoredKeys: The person has not asked for new keys yet.
    """
    if needs_new_keys(sitting):
        raise RestoredKeys(restored=sitting.vault.properties.get(RESTORED_AT)[:10])


def hear_bundle(
    sitting: Sitting, manifest: Manifest, sender: Certificate, statements: Iterable[Statement]
) -> bool:
    """Take a bundle as the word of somebody else on what stands now, inside the caller's act.

    It must have been made after the restore, by a person who has no slot here and is neither
    suspended nor withdrawn; its numbers must not be below ours; and every statement that we hold
    and that was not made here must be in it.

    Returns:
        Whether the vault has caught up by it.
    """
    since = waits_since(sitting)
    here = {person.person_id for person in sitting.vault.people.list_active()}
    made = read_instant(manifest.created)
    if (
        since is None
        or made <= since
        or sender.principal in here
        or not sitting.trust.is_in_good_standing(sender, sitting.now())
        or not sender.valid_after <= made < sender.valid_before
    ):
        return False
    ours = ratchet_numbers(sitting, 0)
    current = all(manifest.ratchet.get(name, 0) >= number for name, number in ours.items())
    if not current or not ratchet_of(statements).covers(_of_others(sitting, here)):
        return False
    _catch_up(sitting, "bundle")
    return True


def hear_organisation(sitting: Sitting, card: OrganisationCard) -> bool:
    """Take an organisation file as the word of the issuing key, inside the caller's act.

    It must have been issued after the restore and hold every statement of issuing keys that we
    hold. What only colleagues know comes with their next bundle.

    Returns:
        Whether the vault has caught up by it.
    """
    since = waits_since(sitting)
    if since is None or read_instant(card.configuration.issued_at) <= since:
        return False
    not_counted = sitting.trust.withdrawals.not_counted
    by_issuers = ratchet_of(
        each
        for each in still_standing(sitting.statements())
        if each.certificate is None and each.object_id not in not_counted
    )
    if not ratchet_of(card.statements).covers(by_issuers):
        return False
    _catch_up(sitting, "organisation")
    return True


def _of_others(sitting: Sitting, here: set[str]) -> Ratchet:
    """Return what we hold of others; what does not count stands in nobody's way."""
    not_counted = sitting.trust.withdrawals.not_counted
    return ratchet_of(
        each
        for each in still_standing(sitting.statements())
        if (each.certificate is None or each.certificate.principal not in here)
        and (each.says is None or each.object_id not in not_counted)
    )


def _catch_up(sitting: Sitting, by: str) -> None:
    with sitting.vault.transaction(sitting.act("vault.caught-up", by=by)):
        sitting.vault.properties.set(CAUGHT_UP_AT, sitting.instant())
