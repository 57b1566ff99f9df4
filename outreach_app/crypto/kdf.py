"""From a passphrase to a key (Argon2id), and from one key to many (HKDF-SHA256).

A passphrase is taken in Unicode normal form KC, so that the same words typed on another keyboard
or system give the same key. The parameters stand in the slot; what lies outside the accepted
range is refused before any work, which stops both a downgrade and a denial of service.
"""

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from outreach_app.crypto.errors import KdfOutOfRange, NotEnoughMemory, PassphraseText

KEY_BYTES = 32
SALT_BYTES = 16
LONGEST_PASSPHRASE = 1024  # characters; far above six words, far below a burden


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """Cost of Argon2id: memory in KiB, passes over it, lanes."""

    memory_kib: int
    time: int
    lanes: int


FLOOR = KdfParameters(64 * 1024, 3, 4)
LARGEST_MEMORY_KIB = 512 * 1024
LARGEST_TIME = 12
CANDIDATES = (
    KdfParameters(512 * 1024, 3, 4),
    KdfParameters(256 * 1024, 4, 4),
    KdfParameters(256 * 1024, 3, 4),
    KdfParameters(128 * 1024, 4, 4),
    FLOOR,
)


def check_parameters(parameters: KdfParameters) -> None:
    """Accept only costs between the floor and the cap.

    Raises:
        KdfOutOfRange: Memory outside 64 to 512 MiB, passes outside 3 to 12, or lanes other than 4.
    """
    if not (
        FLOOR.memory_kib <= parameters.memory_kib <= LARGEST_MEMORY_KIB
        and FLOOR.time <= parameters.time <= LARGEST_TIME
        and parameters.lanes == FLOOR.lanes
    ):
        raise KdfOutOfRange(
            memory_kib=parameters.memory_kib, time=parameters.time, lanes=parameters.lanes
        )


def normalise_passphrase(passphrase: str) -> bytes:
    """Return the bytes of a passphrase: Unicode normal form KC as UTF-8, nothing trimmed.

    Raises:
        PassphraseText: Empty, longer than 1,024 characters, or half a surrogate pair inside.
    """
    if not 0 < len(passphrase) <= LONGEST_PASSPHRASE:
        raise PassphraseText(longest=LONGEST_PASSPHRASE)
    try:
        return unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    except UnicodeEncodeError as error:
        raise PassphraseText(longest=LONGEST_PASSPHRASE) from error


def derive_slot_key(
    passphrase: str, salt: bytes, parameters: KdfParameters, *, vault_id: str, slot_id: str
) -> bytes:
    """Return the 32-byte key that wraps a person's access key. Slow by intent; frees the GIL.

    Raises:
        PassphraseText: The passphrase cannot be one.
        KdfOutOfRange: The parameters lie outside the accepted range.
        NotEnoughMemory: The machine cannot give the memory.
    """
    check_parameters(parameters)
    stretched = _stretch(normalise_passphrase(passphrase), salt, parameters)
    info = b"kek/1\x00" + vault_id.encode("utf-8") + b"\x00" + slot_id.encode("utf-8")
    return hkdf(stretched, info)


def hkdf(root: bytes, info: bytes, length: int = KEY_BYTES, *, salt: bytes = b"") -> bytes:
    """Return `length` bytes derived from a root for the purpose `info` (RFC 5869, SHA-256).

    Raises:
        ValueError: More than 8,160 bytes are asked for.
    """
    return HKDF(hashes.SHA256(), length, salt=salt or None, info=info).derive(root)


def measured_ms(parameters: KdfParameters) -> float:
    """Return how long one derivation takes on this machine, in milliseconds; inf if it cannot."""
    started = time.perf_counter()
    try:
        _stretch(b"a passphrase of a usual length", bytes(SALT_BYTES), parameters)
    except NotEnoughMemory:
        return float("inf")
    return (time.perf_counter() - started) * 1000


def calibrate(
    limit_ms: float = 1200, *, measure: Callable[[KdfParameters], float] = measured_ms
) -> KdfParameters:
    """Return the strongest candidate that this machine derives within the limit.

    The floor is measured first; a candidate that by its share of the work would miss the limit is
    not tried, so that an old laptop does not wait for half a gigabyte in vain.
    """
    floor_ms = measure(FLOOR)
    for candidate in CANDIDATES[:-1]:
        expected_ms = floor_ms * _work(candidate) / _work(FLOOR)
        if expected_ms <= limit_ms and measure(candidate) <= limit_ms:
            return candidate
    return FLOOR


def _work(parameters: KdfParameters) -> int:
    return parameters.memory_kib * parameters.time


def _stretch(secret: bytes, salt: bytes, parameters: KdfParameters) -> bytes:
    try:
        return hash_secret_raw(
            secret,
            salt,
            time_cost=parameters.time,
            memory_cost=parameters.memory_kib,
            parallelism=parameters.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        # The salt's length is ours and the costs are checked: what is left is memory or threads.
        raise NotEnoughMemory(memory_mib=parameters.memory_kib // 1024) from error
