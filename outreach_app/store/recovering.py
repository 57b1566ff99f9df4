"""Opening a vault with the organisation's recovery secret, for somebody who forgot the passphrase.

What the secret gives is the vault's root. The person's old access key stays closed for ever: it is
replaced, and with it the signing key, whose certificate ends. Everything else is as it was.
"""

from collections.abc import Sequence
from pathlib import Path

from outreach_app.crypto.custody import vault_keys
from outreach_app.crypto.errors import NotForYou
from outreach_app.crypto.recovery import RecoveredRoot, open_root
from outreach_app.crypto.slot_file import check_slot_file
from outreach_app.crypto.slots import SlotFile
from outreach_app.paths import is_there, read_bytes
from outreach_app.store.custody import NEXT_RECOVERY_NAME, RECOVERY_NAME
from outreach_app.store.database import Database, open_database
from outreach_app.store.errors import NotAVault
from outreach_app.store.journal import Act
from outreach_app.store.lock import VaultLock
from outreach_app.store.migrations import migrate
from outreach_app.store.unlocking import Renewal, SlotKeys, Unlocked
from outreach_app.store.vault import DATABASE_NAME, Vault

_LIMIT_BYTES = 64 * 1024


def read_roots(folder: Path, identity: str) -> tuple[RecoveredRoot, ...]:
    """Return the roots that a recovery identity opens in a vault's folder; none if none fits.

    There are two while a change of root waits to go on.

    Raises:
        OutreachError: A recovery file that opens is damaged, or cannot be read.
    """
    found = []
    for name in (RECOVERY_NAME, NEXT_RECOVERY_NAME):
        if name == RECOVERY_NAME or is_there(folder / name):
            try:
                found.append(open_root(read_bytes(folder / name, _LIMIT_BYTES), identity))
            except NotForYou:
                continue
    return tuple(found)


def open_with_roots(
    folder: Path, roots: Sequence[RecoveredRoot]
) -> tuple[Database, RecoveredRoot] | None:
    """Return the vault's database, open, and the root that opened it; None if none does."""
    for recovered in roots:
        keys = vault_keys(recovered.root, recovered.vault_id)
        try:
            database = open_database(folder / DATABASE_NAME, keys.database_key, keys.database_salt)
        except NotAVault:
            continue
        known = database.value("SELECT value FROM vault WHERE name = 'vault.id'")
        if known == recovered.vault_id:
            return database, recovered
        database.close()
    return None


def renewed_vault(
    lock: VaultLock,
    file: SlotFile,
    opened: tuple[Database, RecoveredRoot],
    renewal: Renewal,
    keys: SlotKeys,
    act: Act,
) -> Vault:
    """Return the vault with a person's slot, access key, signing key and drafts renewed.

    Raises:
        UnknownPerson: The person is not in this vault any more.
        SlotFileChanged: The slot file was changed by somebody without the vault's key.
    """
    database, recovered = opened
    check_slot_file(file, {recovered.number: recovered.root})
    person_id = renewal.header.person_id
    unlocked = Unlocked(file, renewal.access_key, {recovered.number: recovered.root})
    vault = Vault(database.path.parent, lock, database, unlocked, person_id)
    migrate(database, before_first_step=lambda: vault.custody.copy_aside("migration"))
    with database.transaction():
        vault.people.renew_access(person_id, renewal.access_key)
        vault.people.renew_keys(person_id, renewal.access_key, device_id=vault.device_id, at=act.at)
        vault.drafts.adopt()
        vault.journal.append(act)
        vault.custody.renew_slot(renewal.slot(keys))
    return vault
