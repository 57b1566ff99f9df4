"""Compares a vault with the newest journal head that this computer's secret store remembers.

SQLCipher accepts an old copy of the whole file. The head outside the file tells: a journal that
does not hold it is older than what was here before, or has another past.
"""

from enum import StrEnum

from outreach_app.keychain import Keychain
from outreach_app.store.journal import JournalHead
from outreach_app.store.vault import Vault


class Freshness(StrEnum):
    """What the remembered head says about the vault that was opened."""

    UNKNOWN = "unknown"
    FRESH = "fresh"
    OLDER = "older"


def read_freshness(vault: Vault, keychain: Keychain | None) -> Freshness:
    """Say whether the vault still holds the newest head that this computer remembers."""
    kept = keychain.freshness_head(vault.vault_id) if keychain is not None else None
    number, _colon, link = (kept or "").partition(":")
    if not link or not number.isdigit():
        return Freshness.UNKNOWN
    head = JournalHead(int(number), link)
    return Freshness.FRESH if vault.journal.holds(head) else Freshness.OLDER


def remember_head(vault: Vault, keychain: Keychain | None) -> None:
    """Have the secret store remember the vault's newest head."""
    if keychain is not None:
        head = vault.journal.head()
        keychain.keep_freshness_head(vault.vault_id, f"{head.n}:{head.hash}")
