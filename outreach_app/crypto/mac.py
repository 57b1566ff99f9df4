"""Keyed digests (HMAC-SHA256) of things that lie in the vault: draft rows, journal, slot file.

Each use has a purpose that is part of the keyed bytes, so that a digest made for one place never
passes in another. Callers derive a key for each place as well (`kdf.hkdf`).
"""

import hashlib
import hmac

KEY_BYTES = 32


def keyed_digest(key: bytes, purpose: str, payload: bytes) -> str:
    """Return the hex HMAC-SHA256 of a payload for a purpose.

    Raises:
        ValueError: The key is not 32 bytes long.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a keyed digest needs a key of 32 bytes")
    label = purpose.encode("utf-8")
    return hmac.digest(key, len(label).to_bytes(2, "big") + label + payload, hashlib.sha256).hex()


def digest_matches(key: bytes, purpose: str, payload: bytes, untrusted_digest: str) -> bool:
    """Say whether a digest belongs to a payload, in constant time."""
    expected = keyed_digest(key, purpose, payload)
    return hmac.compare_digest(expected.encode("ascii"), untrusted_digest.encode("utf-8"))
