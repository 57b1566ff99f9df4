"""Recovery: the vault's root for the holders of the organisation's recovery secret.

The recovery secret is 32 random bytes, kept as SLIP-39 shares on paper (2 of 3 or 3 of 5, empty
SLIP-39 passphrase). It maps to an age identity as follows: HKDF-SHA256 of the secret, without a
salt, with the info ``outreach/recovery-identity/1``, gives 32 bytes; these are the private key of
an age X25519 identity, written as Bech32 with the prefix ``AGE-SECRET-KEY-`` in upper case. So
the shares, any SLIP-39 tool and stock age open a recovery file without this program. Other keys
can later grow from the same secret under another info.

A recovery file is an age file to the identity's recipient around canonical JSON:
``{"format": 1, "number": n, "root": base64, "type": "recovery", "vault": id}``.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from outreach_app.crypto import age
from outreach_app.crypto.bech32 import encode_bech32
from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.custody import ROOT_BYTES
from outreach_app.crypto.errors import (
    BadShare,
    NotCanonical,
    RecoveryFormat,
    SameShareTwice,
    SharesDoNotCombine,
    SharesOfTwoSets,
)
from outreach_app.crypto.kdf import hkdf
from outreach_app.crypto.keys import recipient_of
from outreach_app.crypto.wire import WireFault, plain_base64, to_base64

SECRET_BYTES = 32
SPLITS = frozenset({(2, 3), (3, 5)})
_FORMAT = 1
_TYPE = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveredRoot:
    """A vault's root out of a recovery file, with the vault it belongs to and its number."""

    vault_id: str
    number: int
    root: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareFacts:
    """What the words of one share say: which set, which share of it, how many are needed."""

    set_number: int
    share_number: int
    threshold: int


def new_recovery_secret() -> bytes:
    """Return a new recovery secret."""
    return secrets.token_bytes(SECRET_BYTES)


def recovery_identity(secret: bytes) -> str:
    """Return the age identity that a recovery secret maps to.

    Raises:
        ValueError: The secret is not 32 bytes.
    """
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 32 bytes")
    scalar = hkdf(secret, b"outreach/recovery-identity/1")
    return encode_bech32("age-secret-key-", scalar).upper()


def recovery_recipient(secret: bytes) -> str:
    """Return the age recipient that belongs to a recovery secret."""
    return recipient_of(recovery_identity(secret))


def seal_root(root: bytes, recipient: str, *, vault_id: str, number: int) -> bytes:
    """Return a recovery file: the vault's root of this number for one age recipient.

    Raises:
        RecipientFormat: The recipient is none.
        ValueError: The root is not 32 bytes.
    """
    if len(root) != ROOT_BYTES:
        raise ValueError("a vault root has 32 bytes")
    content: dict[str, str | int] = {
        "type": _TYPE,
        "format": _FORMAT,
        "vault": vault_id,
        "number": number,
        "root": to_base64(root),
    }
    return age.encrypt(canonical_bytes(content), [recipient])


def open_root(untrusted: bytes, identity: str) -> RecoveredRoot:
    """Return the root of a recovery file.

    Args:
        untrusted: The file.
        identity: The organisation's recovery identity, or the fresh one of a vault to which the
            holders sealed the root again.

    Raises:
        RecoveryFormat: The file opens but holds no root.
        OutreachError: Any refusal of `age.decrypt`.
    """
    plain = age.decrypt(untrusted, [identity]).plaintext
    try:
        content = parse_canonical_object(plain)
        root = plain_base64(str(content.get("root")).encode("utf-8"))
    except (NotCanonical, WireFault) as error:
        raise RecoveryFormat from error
    vault_id, number = content.get("vault"), content.get("number")
    if (
        content.get("type") != _TYPE
        or content.get("format") != _FORMAT
        or not isinstance(vault_id, str)
        or not isinstance(number, int)
        or len(root) != ROOT_BYTES
    ):
        raise RecoveryFormat
    return RecoveredRoot(vault_id=vault_id, number=number, root=root)


def split_secret(secret: bytes, threshold: int, count: int) -> list[str]:
    """Return the shares of a 32-byte secret or seed, 33 words each.

    Raises:
        ValueError: Neither 2 of 3 nor 3 of 5, or not 32 bytes.
    """
    if (threshold, count) not in SPLITS or len(secret) != SECRET_BYTES:
        raise ValueError("32 bytes are split 2 of 3 or 3 of 5")
    return generate_mnemonics(1, [(threshold, count)], secret)[0]


def share_words() -> tuple[str, ...]:
    """Return the 1,024 words of which shares are made."""
    return tuple(WORDLIST)


def read_share(untrusted_share: str) -> ShareFacts:
    """Return what a share says about itself, once its words and their checksum are right.

    Raises:
        BadShare: A word is mistyped, missing or swapped.
    """
    try:
        share = Share.from_mnemonic(_tidied(untrusted_share))
    except MnemonicError as error:
        raise BadShare from error
    return ShareFacts(
        set_number=share.identifier,
        share_number=share.index + 1,
        threshold=share.member_threshold,
    )


def check_share(untrusted_share: str, before: Sequence[str] = ()) -> ShareFacts:
    """Return what a share says about itself; it must go with those entered before.

    Raises:
        BadShare: A word is mistyped, missing or swapped.
        SameShareTwice: It is one of those before.
        SharesOfTwoSets: It belongs to another key, or to shares from before a change.
    """
    facts = read_share(untrusted_share)
    for other in map(read_share, before):
        if other.set_number != facts.set_number:
            raise SharesOfTwoSets
        if other.share_number == facts.share_number:
            raise SameShareTwice(number=facts.share_number)
    return facts


def join_shares(untrusted_shares: Sequence[str]) -> bytes:
    """Return the secret of as many different shares of one set as its threshold.

    Raises:
        BadShare: A word is mistyped, missing or swapped.
        SharesDoNotCombine: Too few, too many, from different sets, or of another kind of secret.
    """
    for untrusted_share in untrusted_shares:
        read_share(untrusted_share)
    try:
        secret = combine_mnemonics([_tidied(share) for share in untrusted_shares])
    except MnemonicError as error:
        raise SharesDoNotCombine from error
    if len(secret) != SECRET_BYTES:
        raise SharesDoNotCombine
    return secret


def _tidied(untrusted_share: str) -> str:
    return " ".join(untrusted_share.lower().split())
