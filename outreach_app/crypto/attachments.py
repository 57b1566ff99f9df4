"""Attachments at rest: each under its own random key, in padded sizes, whole in memory.

Layout of a file: one byte with the format, then nonce and XChaCha20-Poly1305 of eight bytes of
length, the content, and zeros up to the padded size. Name and key stand only in the database;
deleting its row erases the file.
"""

import secrets
from dataclasses import dataclass, field

from outreach_app.crypto.errors import CannotOpen
from outreach_app.crypto.keys import WRAPPING_OVERHEAD, unwrap, wrap

KEY_BYTES = 32
SMALLEST_BYTES = 4 * 1024
_FORMAT = b"\x01"
_LENGTH_BYTES = 8
_AAD = b"outreach/1\x00attachment"


@dataclass(frozen=True, slots=True)
class SealedFile:
    """What goes into the database (the key) and what goes into the file."""

    key: bytes = field(repr=False)
    content: bytes = field(repr=False)


def padded_size(size: int) -> int:
    """Return the size in bytes that a content is padded to.

    At least 4 KiB; above, the PADMÉ rule (Nikitin and others, 2019): at most 12 % more, and the
    size tells no more about the content than the order of magnitude and a few bits.
    """
    if size <= SMALLEST_BYTES:
        return SMALLEST_BYTES
    exponent = size.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return -(-size // step) * step


def seal_file(plaintext: bytes) -> SealedFile:
    """Return a content under a new random key."""
    key = secrets.token_bytes(KEY_BYTES)
    framed = len(plaintext).to_bytes(_LENGTH_BYTES, "big") + plaintext
    return SealedFile(key, _FORMAT + wrap(key, framed.ljust(padded_size(len(framed)), b"\0"), _AAD))


def sealed_size(size: int) -> int:
    """Return how large the file of a content of this size is, in bytes."""
    return len(_FORMAT) + WRAPPING_OVERHEAD + padded_size(_LENGTH_BYTES + size)


def open_file(key: bytes, untrusted_content: bytes) -> bytes:
    """Return what `seal_file` sealed.

    Raises:
        CannotOpen: Another key or format, or damaged.
    """
    if untrusted_content[:1] != _FORMAT:
        raise CannotOpen
    framed = unwrap(key, untrusted_content[1:], _AAD)
    end = _LENGTH_BYTES + int.from_bytes(framed[:_LENGTH_BYTES], "big")
    if len(framed) != padded_size(end) or any(framed[end:]):
        raise CannotOpen
    return framed[_LENGTH_BYTES:end]
