"""Who keeps which key: what grows from the vault root, and what the access key guards.

From the root R come the database's key and salt, the journal's key and the keys of backups. The
person's signing key lies under the access key alone: it takes the passphrase to sign.
"""

import secrets
from dataclasses import dataclass, field

from outreach_app.crypto.errors import CannotOpen
from outreach_app.crypto.kdf import hkdf
from outreach_app.crypto.keys import AccessKey, SigningKey, unwrap, wrap

ROOT_BYTES = 32
DATABASE_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """The keys that grow from one root of one vault: 32 bytes each, the database's salt 16."""

    database_key: bytes = field(repr=False)
    database_salt: bytes = field(repr=False)
    journal_key: bytes = field(repr=False)


def new_root() -> bytes:
    """Return a new vault root."""
    return secrets.token_bytes(ROOT_BYTES)


def vault_keys(root: bytes, vault_id: str) -> VaultKeys:
    """Return the keys of a vault."""
    return VaultKeys(
        database_key=_grow(root, "database key", vault_id),
        database_salt=_grow(root, "database salt", vault_id)[:DATABASE_SALT_BYTES],
        journal_key=_grow(root, "journal key", vault_id),
    )


def backup_key(root: bytes, backup_id: str) -> bytes:
    """Return the 32-byte key of one backup."""
    return _grow(root, "backup key", backup_id)


def wrap_signing_key(
    access_key: AccessKey, signing_key: SigningKey, person_id: str, device_id: str
) -> bytes:
    """Return a person's signing key for a device, sealed under the person's access key."""
    return wrap(
        access_key.derive("signing key"),
        signing_key.seed,
        _bound("signing key", person_id, device_id),
    )


def unwrap_signing_key(
    access_key: AccessKey, untrusted_sealed: bytes, person_id: str, device_id: str
) -> SigningKey:
    """Return the signing key that `wrap_signing_key` sealed.

    Raises:
        CannotOpen: Another person, device or access key, or damaged.
    """
    seed = unwrap(
        access_key.derive("signing key"),
        untrusted_sealed,
        _bound("signing key", person_id, device_id),
    )
    try:
        return SigningKey.from_seed(seed)
    except ValueError as error:
        raise CannotOpen from error


def _grow(root: bytes, purpose: str, of: str) -> bytes:
    if len(root) != ROOT_BYTES:
        raise ValueError("a vault root has 32 bytes")
    return hkdf(root, _bound(purpose, of))


def _bound(purpose: str, *belongs_to: str) -> bytes:
    return b"\x00".join(part.encode("utf-8") for part in ("outreach/1", purpose, *belongs_to))
