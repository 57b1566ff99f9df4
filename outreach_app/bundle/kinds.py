"""What may lie in a bundle: the folders, the names in them, and the largest size of each kind.

What two people must sign has a second signature beside the first.
Signed objects, forms, certificates and attachments are named by the hex SHA-256 of their bytes;
for a revision that is its id. What describes another member carries that member's name.
"""

import re
from dataclasses import dataclass

from outreach_app.bundle.errors import BadEntryName

KIB = 1024
MIB = 1024 * KIB

README = "README.txt"
REVISIONS = "revisions"
SINGLY_SIGNED = ("heads", "looks", "receipts", "reviews")
DOUBLY_SIGNED = ("config", "issuers", "ratchet")
SIGNATURE = ".sig"
SECOND_SIGNATURE = ".sig2"

_HEX = "[0-9a-f]{64}"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of member.

    Attributes:
        label: What it is called in the format's document.
        limit_bytes: The largest size.
        named_by_content: The name begins with the hex SHA-256 of the content.
    """

    label: str
    pattern: re.Pattern[str]
    limit_bytes: int
    named_by_content: bool = False


def _kind(label: str, pattern: str, limit_bytes: int, *, named_by_content: bool = False) -> Kind:
    return Kind(label, re.compile(pattern, re.ASCII), limit_bytes, named_by_content)


def _signed(folder: str) -> tuple[Kind, Kind]:
    signature = r"\.sig2?" if folder in DOUBLY_SIGNED else r"\.sig"
    return (
        _kind(folder, rf"{folder}/({_HEX})\.json", 4 * MIB, named_by_content=True),
        _kind("signature", rf"{folder}/({_HEX})\.json{signature}", 8 * KIB),
    )


_BY_FOLDER: dict[str, tuple[Kind, ...]] = {
    README: (_kind("readme", r"README\.txt", 64 * KIB),),
    "attachments": (
        _kind("attachment", rf"attachments/({_HEX})", 62 * MIB, named_by_content=True),
        _kind("attachment facts", rf"attachments/({_HEX})\.json", 4 * KIB),
    ),
    "certificates": (
        _kind("certificate", rf"certificates/({_HEX})\.pub", 8 * KIB, named_by_content=True),
    ),
    "copies": (_kind("copy", rf"copies/({_HEX})\.txt", 8 * MIB),),
    "forms": (_kind("form", rf"forms/({_HEX})\.xml", 8 * MIB, named_by_content=True),),
    "parts": (_kind("part", rf"parts/({_HEX})\.([a-z][a-z_]{{0,23}})\.part", 8 * MIB),),
    **{folder: _signed(folder) for folder in (REVISIONS, *SINGLY_SIGNED, *DOUBLY_SIGNED)},
}


def kind_of(untrusted_path: str) -> Kind:
    """Return the kind that a path's form says.

    Raises:
        BadEntryName: No kind has such paths.
    """
    for kind in _BY_FOLDER.get(untrusted_path.partition("/")[0], ()):
        if kind.pattern.fullmatch(untrusted_path):
            return kind
    raise BadEntryName


def stem(path: str) -> str:
    """Return the hex digest that a path of any kind but the readme begins with."""
    return path.partition("/")[2][:64]
