"""Identifiers: 128 random bits as 26 lower-case base32 characters behind a type prefix."""

import base64
import re
from enum import StrEnum

ID_BYTES = 16
_PATTERN = re.compile(r"^[a-z]{1,2}_[a-z2-7]{26}$")


class Prefix(StrEnum):
    """What an identifier names."""

    CLIENT = "c"
    CASE = "k"
    DOCUMENT = "d"
    PERSON = "p"
    DEVICE = "v"
    BUNDLE = "b"
    ROW = "r"
    OBJECT = "o"
    VAULT = "vt"
    ORGANISATION = "og"
    SLOT = "s"
    COMMENT = "cm"


def make_id(prefix: Prefix, random_bytes: bytes) -> str:
    """Return an identifier from 16 random bytes.

    Raises:
        ValueError: `random_bytes` is not 16 bytes long.
    """
    if len(random_bytes) != ID_BYTES:
        raise ValueError("an identifier needs 16 random bytes")
    body = base64.b32encode(random_bytes).decode("ascii").rstrip("=").lower()
    return f"{prefix.value}_{body}"


def is_id(untrusted_text: str, prefix: Prefix | None = None) -> bool:
    """Say whether a text is an identifier, of the given kind where one is given."""
    if not _PATTERN.match(untrusted_text):
        return False
    return prefix is None or untrusted_text.partition("_")[0] == prefix.value
