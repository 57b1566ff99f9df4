"""Compares a vault with the newest journal head that this computer's secret store remembers.

SQLCipher accepts an old copy of the whole file. The head outside the file tells: a journal that
does not hold it is older than what was here before, or has another past.

A restore says itself that it is older, so it is not told as a surprise. Whoever decides to go on
with an old copy makes it a restored vault: it signs as another device, and shares nothing before it
has heard what was withdrawn since.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.domain.ids import Prefix
from outreach_app.keychain import Keychain
from outreach_app.services.instants import day_of
from outreach_app.services.sitting import Sitting
from outreach_app.store.journal import JournalHead
from outreach_app.store.properties import OLDER_AT, RESTORED_AT
from outreach_app.store.vault import Vault

SETTLED = "freshness.settled"
"""Property with the restore since which the secret store remembers this vault."""


class Freshness(StrEnum):
    """What the remembered head says about the vault that was opened."""

    UNKNOWN = "unknown"
    FRESH = "fresh"
    OLDER = "older"


@dataclass(frozen=True, slots=True, kw_only=True)
class OldCopy:
    """How old a copy is that lies in the vault's place.

    Attributes:
        known_on: Day up to which this computer has seen the vault, None where it was not noted.
        held_on: Day of the last act in the copy.
        acts_missing: How many acts fewer the copy has; 0 if it has another past.
    """

    known_on: date | None
    held_on: date
    acts_missing: int


def read_freshness(vault: Vault, keychain: Keychain | None) -> Freshness:
    """Say whether the vault still holds the newest head that this computer remembers."""
    if vault.properties.get(OLDER_AT):
        # It was found out once; nobody has decided about it since.
        return Freshness.OLDER
    remembered = _remembered(vault, keychain)
    if remembered is None:
        return Freshness.UNKNOWN
    if vault.journal.holds(remembered[0]):
        return Freshness.FRESH
    restored = vault.properties.get(RESTORED_AT)
    is_told = restored and restored != vault.properties.get(SETTLED)
    return Freshness.UNKNOWN if is_told else Freshness.OLDER


def note_old_copy(sitting: Sitting, keychain: Keychain | None) -> OldCopy:
    """Write into the journal that an old copy was opened, and return how old it is."""
    head, at = _remembered(sitting.vault, keychain) or (JournalHead(0, ""), "")
    held = sitting.vault.journal.head()
    # The newest row is that of this unlocking.
    before = sitting.vault.journal.rows(after=max(0, held.n - 2), limit=1)
    found = OldCopy(
        known_on=day_of(at) if at else None,
        held_on=day_of(before[0].act.at) if before else sitting.today(),
        acts_missing=max(0, head.n - held.n + 1),
    )
    with sitting.vault.transaction(sitting.act("vault.older-copy", known=head.n, held=held.n)):
        if not sitting.vault.properties.get(OLDER_AT):
            sitting.vault.properties.set(OLDER_AT, sitting.instant())
    return found


def go_on_with_old_copy(sitting: Sitting) -> None:
    """Make the open vault a restored one, because somebody decided to go on with it."""
    device_id = sitting.new_id(Prefix.DEVICE)
    sitting.vault.begin_anew(device_id, sitting.act("vault.older-accepted", device=device_id))


def remember_head(vault: Vault, keychain: Keychain | None, *, at: str = "") -> None:
    """Have the secret store remember the vault's newest head, and when that was."""
    if keychain is None:
        return
    restored = vault.properties.get(RESTORED_AT)
    if restored != vault.properties.get(SETTLED):
        with vault.database.transaction():
            vault.properties.set(SETTLED, restored)
    head = vault.journal.head()
    keychain.keep_freshness_head(vault.vault_id, f"{head.n}:{head.hash}:{at}")


def _remembered(vault: Vault, keychain: Keychain | None) -> tuple[JournalHead, str] | None:
    kept = keychain.freshness_head(vault.vault_id) if keychain is not None else None
    number, _colon, rest = (kept or "").partition(":")
    link, _colon, at = rest.partition(":")
    return (JournalHead(int(number), link), at) if link and number.isdigit() else None
