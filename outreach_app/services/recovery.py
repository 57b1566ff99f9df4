"""A forgotten passphrase: two holders of recovery shares, a new passphrase, the vault open again.

The ceremony happens at the laptop itself. Each share is checked by itself as it is typed; the
shares make the recovery identity, which opens the vault's recovery file. The person gets new keys
and asks for a certificate as on the first day. The journal says which shares were used.
"""

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from outreach_app.crypto.kdf import KdfParameters
from outreach_app.crypto.recovery import (
    RecoveredRoot,
    join_shares,
    read_share,
    recovery_identity,
    share_words,
)
from outreach_app.services.errors import RecoveryDoesNotOpen
from outreach_app.services.instants import write_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World
from outreach_app.store.journal import Act
from outreach_app.store.opening import LockedVault
from outreach_app.store.recovering import open_with_roots, read_roots
from outreach_app.store.unlocking import Renewal, SlotKeys

SHARE_WORDS = 33
_ALIKE_WORDS = 4
"""Words at the head of a share that say which key and sheet it is: the same, or nearly, on each."""
_ASKED_WORDS = 3
_MOST_SUGGESTED = 3
_TELLING_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRecovery:
    """What two shares opened: the way into one vault, held until a passphrase is chosen.

    Attributes:
        people: Person id and label of everybody who has a slot.
        shares: Numbers of the shares that were used.
    """

    folder: Path
    people: tuple[tuple[str, str], ...]
    shares: tuple[int, ...]
    roots: tuple[RecoveredRoot, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """A vault, held and closed, with everything to open it for the person again."""

    locked: LockedVault
    renewal: Renewal
    keys: SlotKeys = field(repr=False)
    opened: OpenedRecovery


@cache
def _known_words() -> frozenset[str]:
    return frozenset(share_words())


def wrong_words(typed: Sequence[str]) -> tuple[int, ...]:
    """Return the places, from 0, of typed words that no share can have; empty ones are none."""
    known = _known_words()
    return tuple(
        place for place, word in enumerate(typed) if word and word.strip().lower() not in known
    )


def completed_word(typed: str) -> str:
    """Return the word of shares that is meant: itself, or the one with these first four letters.

    Returns:
        "" if no word of a share begins so. The first four letters tell every two words apart.
    """
    word = typed.strip().lower()
    if word in _known_words() or len(word) < _TELLING_LETTERS:
        return word if word in _known_words() else ""
    return next((each for each in _known_words() if each.startswith(word)), "")


def suggestions(word: str) -> tuple[str, ...]:
    """Return words of shares that a mistyped one may have meant, the nearest first."""
    found = difflib.get_close_matches(word.lower(), sorted(_known_words()), _MOST_SUGGESTED, 0.7)
    return tuple(found)


def places_to_check(count: int, below: Callable[[int], int]) -> tuple[int, ...]:
    """Choose the words of a sheet that are typed back from the paper, some from each part of it.

    Args:
        count: Words on the sheet.
        below: Returns a number by chance, from 0 to one below what it is given.

    Returns:
        Places, from 0, in order. None is among the words that all sheets share.
    """
    own = count - _ALIKE_WORDS
    bounds = [_ALIKE_WORDS + own * part // _ASKED_WORDS for part in range(_ASKED_WORDS + 1)]
    return tuple(begin + below(end - begin) for begin, end in pairwise(bounds))


def open_recovery(folder: Path, shares: Sequence[str]) -> OpenedRecovery:
    """Try shares on a closed vault; nothing is written.

    Raises:
        BadShare, SharesDoNotCombine: The shares are mistyped or too few.
        RecoveryDoesNotOpen: They are not for this vault.
        VaultInUse: Another process has it open.
    """
    numbers = tuple(read_share(each).share_number for each in shares)
    roots = read_roots(folder, recovery_identity(join_shares(shares)))
    locked = LockedVault(folder)
    try:
        opened = open_with_roots(
            folder, [each for each in roots if each.vault_id == locked.vault_id]
        )
        if opened is None:
            raise RecoveryDoesNotOpen
        opened[0].close()
        people = tuple((slot.person_id, slot.label) for slot in locked.slots)
    finally:
        locked.release()
    return OpenedRecovery(folder=folder, people=people, shares=numbers, roots=roots)


def choose_passphrase(
    opened: OpenedRecovery, person_id: str, passphrase: str, parameters: KdfParameters
) -> Recovered:
    """Derive the keys of the new passphrase (slow); nothing is written.

    Raises:
        UnknownPerson: The person has no slot.
        VaultInUse: Another process has it open.
    """
    locked = LockedVault(opened.folder)
    try:
        renewal = locked.renewal(person_id, parameters)
        keys = renewal.derivation.derive(passphrase)
    except BaseException:
        locked.release()
        raise
    return Recovered(locked=locked, renewal=renewal, keys=keys, opened=opened)


def sit_down_again(recovered: Recovered, world: World) -> Sitting:
    """Open the vault for the person, whose old keys end with it; the folder is freed on failure.

    Raises:
        RecoveryDoesNotOpen: The vault has changed since the shares were tried.
        OutreachError: Whatever else the vault refuses.
    """
    act = Act(
        kind="person.recovered",
        at=write_instant(world.clock()),
        person_id=recovered.renewal.header.person_id,
        facts={"shares": " ".join(map(str, recovered.opened.shares))},
    )
    try:
        vault = recovered.locked.recover(
            recovered.opened.roots, recovered.renewal, recovered.keys, act
        )
        if vault is None:
            raise RecoveryDoesNotOpen  # noqa: TRY301 - the folder is freed like on every failure
    except BaseException:
        recovered.locked.release()
        raise
    try:
        return Sitting(vault, world.clock, world.random_bytes, world.managed)
    except BaseException:
        vault.close()
        raise
