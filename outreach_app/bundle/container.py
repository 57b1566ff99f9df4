"""The container of a bundle: POSIX ustar with exactly one spelling, no compression, no cryptography.

Every header is a function of a member's name and size. The reader takes name and size from a
header, builds the header anew and compares all 512 bytes, so links, folders, owners, times,
extensions and second spellings need no rules of their own: they are simply not equal. A member's
name has at most 100 ASCII characters; the archive ends with exactly two blocks of zeros.

``tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=0644 -b1 -cf - names…``
writes the same bytes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outreach_app.bundle.errors import (
    BadMemberName,
    DuplicateMember,
    NotCanonical,
    TooManyMembers,
    TrailingBytes,
    Truncated,
)

BLOCK = 512
END_BYTES = 2 * BLOCK
NAME_LIMIT = 100
MEMBER_LIMIT = 32_768

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.\-]*)?", re.ASCII)
_SIZE = slice(124, 135)
_SIZE_DIGITS = re.compile(rb"[0-7]{11}")
_SIZE_LIMIT = 8**11
_MODE_OWNER_GROUP = b"0000644\0" + b"0000000\0" + b"0000000\0"
_TIME = b"00000000000\0"
_TAIL = (b"0" + bytes(100) + b"ustar\x0000" + bytes(64) + b"0000000\0" * 2).ljust(
    BLOCK - 156, b"\0"
)
# The sum counts its own eight bytes as spaces.
_FIXED_SUM = sum(_MODE_OWNER_GROUP) + sum(_TIME) + 8 * 0x20 + sum(_TAIL)


@dataclass(frozen=True, slots=True)
class Span:
    """Where one member's content lies in the archive: `archive[start:stop]`."""

    name: str
    start: int
    stop: int

    @property
    def size(self) -> int:
        """Length of the content in bytes."""
        return self.stop - self.start


def is_member_name(untrusted_name: str) -> bool:
    """Say whether a text may name a member: at most one folder deep, plain ASCII, no dot first."""
    return len(untrusted_name) <= NAME_LIMIT and _NAME.fullmatch(untrusted_name) is not None


def member_bytes(size: int) -> int:
    """Return the bytes that a member of `size` bytes takes in the archive, header included."""
    return BLOCK + size + _filling(size)


def header_block(name: str, size: int) -> bytes:
    """Return the one header of a member.

    Raises:
        BadMemberName: The name may not stand in an archive.
        ValueError: The size does not fit into a header.
    """
    if not is_member_name(name):
        raise BadMemberName
    if not 0 <= size < _SIZE_LIMIT:
        raise ValueError("size does not fit into a header")
    name_bytes = name.encode("ascii")
    size_digits = b"%011o" % size
    checksum = _FIXED_SUM + sum(name_bytes) + sum(size_digits)
    return b"".join(
        (
            name_bytes.ljust(NAME_LIMIT, b"\0"),
            _MODE_OWNER_GROUP,
            size_digits + b"\0",
            _TIME,
            b"%06o\0 " % checksum,
            _TAIL,
        )
    )


def pack(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the archive of the members, in the order given.

    Raises:
        BadMemberName: A name may not stand in an archive.
        DuplicateMember: A name occurs twice.
        TooManyMembers: More than `MEMBER_LIMIT` members.
    """
    pieces: list[bytes] = []
    seen: set[str] = set()
    for name, content in members:
        _count_in(name, seen)
        pieces += (header_block(name, len(content)), content, bytes(_filling(len(content))))
    pieces.append(bytes(END_BYTES))
    return b"".join(pieces)


def spans(untrusted_archive: bytes) -> Iterator[Span]:
    """Yield the members of an archive one after the other, each checked before it is yielded.

    Lazy on purpose: the reader checks the signature of the first member before it asks for the
    third. After the last member the end of the archive has been checked too.

    Raises:
        Truncated: The archive ends too early.
        NotCanonical: A header, or the filling after a member, has another spelling.
        BadMemberName: A name may not stand in an archive.
        DuplicateMember: A name occurs twice.
        TooManyMembers: More than `MEMBER_LIMIT` members.
        TrailingBytes: Something follows the end.
    """
    seen: set[str] = set()
    at = 0
    while (header := untrusted_archive[at : at + BLOCK])[:1] != b"\0":
        span = _parse_header(header, at)
        _count_in(span.name, seen)
        at = span.stop + _filling(span.size)
        if at > len(untrusted_archive):
            raise Truncated
        if untrusted_archive[span.stop : at] != bytes(at - span.stop):
            raise NotCanonical
        yield span
    _check_end(untrusted_archive, at)


def unpack(untrusted_archive: bytes) -> dict[str, bytes]:
    """Return the members of an archive by name, in its order.

    Raises:
        Untrusted: Any of the failures of `spans`.
    """
    return {
        span.name: untrusted_archive[span.start : span.stop] for span in spans(untrusted_archive)
    }


def _filling(size: int) -> int:
    return -size % BLOCK


def _count_in(name: str, seen: set[str]) -> None:
    if name in seen:
        raise DuplicateMember
    if len(seen) == MEMBER_LIMIT:
        raise TooManyMembers(limit=MEMBER_LIMIT)
    seen.add(name)


def _parse_header(untrusted_header: bytes, at: int) -> Span:
    if len(untrusted_header) < BLOCK:
        raise Truncated
    try:
        name = untrusted_header[:NAME_LIMIT].rstrip(b"\0").decode("ascii")
    except UnicodeDecodeError as error:
        raise BadMemberName from error
    size_digits = untrusted_header[_SIZE]
    if not _SIZE_DIGITS.fullmatch(size_digits):
        raise NotCanonical
    size = int(size_digits, 8)
    if header_block(name, size) != untrusted_header:
        raise NotCanonical
    return Span(name, at + BLOCK, at + BLOCK + size)


def _check_end(untrusted_archive: bytes, at: int) -> None:
    rest = len(untrusted_archive) - at
    if rest < END_BYTES:
        raise Truncated
    if untrusted_archive[at : at + END_BYTES] != bytes(END_BYTES):
        raise NotCanonical
    if rest > END_BYTES:
        raise TrailingBytes
