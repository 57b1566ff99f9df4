"""Looks for readable traces: marker words from the sample, in the spellings a disk may hold."""

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PASSPHRASES_NAME = "made-up-passphrases"
OTHER_PROGRAMS = ("outreach_app/__main__.py", PASSPHRASES_NAME)
_LARGEST_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Trace:
    """A marker found: in which file, in which spelling."""

    path: Path
    marker: str
    spelling: str


def spellings(marker: str) -> dict[str, bytes]:
    """Return the ways in which a word may lie on a disk: plain, wide, hex, base64 at each offset."""
    plain = marker.encode("utf-8")
    found = {
        "UTF-8": plain,
        "UTF-16 LE": marker.encode("utf-16-le"),
        "UTF-16 BE": marker.encode("utf-16-be"),
        "hex": plain.hex().encode("ascii"),
    }
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + plain)
        # The first and last characters depend on the neighbours; the middle does not.
        found[f"base64 +{offset}"] = encoded[offset + 1 : -4]
    return found


def digests_of(folder: Path) -> frozenset[bytes]:
    """Return the SHA-256 of every file below a folder."""
    return frozenset(_digest(path.read_bytes()) for path in folder.rglob("*") if path.is_file())


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def find_traces(
    roots: Iterable[Path],
    markers: Iterable[str],
    *,
    since: float,
    leave_out: Iterable[Path],
    shipped: frozenset[bytes] = frozenset(),
) -> list[Trace]:
    """Return every marker that can be read in a file below the roots.

    Args:
        roots: Folders to look through.
        markers: Rare words that were typed into the sample case.
        since: Only files changed after this time (seconds since the epoch).
        leave_out: Folders with copies that are meant to be read, and the sample data itself.
        shipped: SHA-256 of the files of the sample data. A file that is one of them byte for byte
            came with a copy of the program; one byte more or less, and it is a trace.
    """
    wanted = [
        (marker, name, text) for marker in markers for name, text in spellings(marker).items()
    ]
    skipped = [path.resolve() for path in leave_out]
    return [
        Trace(path, marker, name)
        for path in recent_files(roots, skipped, since)
        for content in (_read(path),)
        for marker, name, text in wanted
        if text in content and _digest(content) not in shipped
    ]


def recent_files(roots: Iterable[Path], skipped: list[Path], since: float) -> Iterator[Path]:
    """Yield each file once that changed after the time, outside the skipped folders."""
    seen: set[Path] = set()
    for root in roots:
        if not root.is_dir():
            continue
        # A temporary folder is shared: what another program deletes meanwhile is passed over.
        for path in _files_below(root):
            real = path.resolve()
            if real in seen or any(real.is_relative_to(each) for each in skipped):
                continue
            seen.add(real)
            if _is_recent_file(path, since):
                yield path


def _files_below(root: Path) -> Iterator[Path]:
    """Yield every file below a root, except in whole other copies of the program or its sample."""
    for at, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not _is_anothers(Path(at, name))]
        yield from (Path(at, name) for name in names)


def _is_anothers(folder: Path) -> bool:
    """Say whether a folder is a source tree of the program, or where another sample was played.

    Both hold the sample's words on purpose, and nothing that plays this sample writes there; the
    folder where it is played is a root of the search and is never passed over.
    """
    return any((folder / name).exists() for name in OTHER_PROGRAMS)


def _is_recent_file(path: Path, since: float) -> bool:
    try:
        facts = path.stat()
    except OSError:
        return False
    return path.is_file() and facts.st_mtime >= since and facts.st_size <= _LARGEST_BYTES


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
