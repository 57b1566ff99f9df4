"""Salted digests of the parts of a revision, so that a part can stay out and the rest verifies.

The salt is 32 random bytes and travels with its part: without it nobody can try out what a
withheld part might say.
"""

import hashlib
import secrets

SALT_BYTES = 32


def new_salt() -> bytes:
    """Return the salt of a new part."""
    return secrets.token_bytes(SALT_BYTES)


def digest_part(salt: bytes, canonical_part: bytes) -> str:
    """Return the hex SHA-256 of the salt followed by the canonical bytes of the part.

    Raises:
        ValueError: The salt is not 32 bytes long.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError("the salt of a part has 32 bytes")
    return hashlib.sha256(salt + canonical_part).hexdigest()
