"""The files of an update folder, read so that nothing but plain files is ever touched."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from outreach_app.paths import host_fault, names_server
from outreach_app.phrases import phrase
from outreach_app.services.updates.errors import NamesServer, NoUpdate, UpdateFile
from outreach_app.services.updates.statement import SIGNATURES, STATEMENT, SignedFile, is_plain_name

Step = Callable[[str], None]
_PIECE_BYTES = 1 << 20
_MOST_ENTRIES = 1000


def list_folder(folder: Path) -> frozenset[str]:
    """Return the names of the files of a folder.

    Raises:
        NamesServer: The path names a server.
        UpdateFile: Something in it is no plain file, or has a name that cannot be.
        HostFault: It cannot be read.
    """
    if names_server(folder):
        raise NamesServer
    names: set[str] = set()
    try:
        with os.scandir(folder) as entries:
            for each in entries:
                if not is_plain_name(each.name) or len(names) == _MOST_ENTRIES:
                    raise UpdateFile(name=each.name, what=phrase("it does not belong there"))
                _require_plain(each.stat(follow_symlinks=False), each.name)
                names.add(each.name)
    except OSError as error:
        raise host_fault(error) from error
    return frozenset(names)


def _require_plain(facts: os.stat_result, name: str) -> None:
    # On Windows what leads elsewhere is a reparse point, and not always a link.
    elsewhere = getattr(facts, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT
    if not stat.S_ISREG(facts.st_mode) or elsewhere:
        raise UpdateFile(name=name, what=phrase("it is no plain file"))


def require_exactly(names: frozenset[str], files: Iterable[SignedFile]) -> None:
    """Accept a folder that holds what was signed, the statement and its signatures, and nothing else.

    Raises:
        UpdateFile: Something is missing or too much.
    """
    wanted = {each.name for each in files}
    if missing := sorted(wanted - names):
        raise UpdateFile(name=missing[0], what=phrase("it is missing"))
    if foreign := sorted(names - wanted - {STATEMENT, *SIGNATURES}):
        raise UpdateFile(name=foreign[0], what=phrase("it does not belong there"))


def read_small(folder: Path, name: str, limit_bytes: int) -> bytes:
    """Return the whole of a small file.

    Raises:
        NoUpdate: There is no statement.
        UpdateFile: It is no plain file, is missing, or is larger than it may be.
        HostFault: It cannot be read.
    """
    descriptor = _open(folder, name)
    try:
        content = b""
        while len(content) <= limit_bytes and (piece := os.read(descriptor, limit_bytes + 1)):
            content += piece
    except OSError as error:
        raise host_fault(error) from error
    finally:
        os.close(descriptor)
    if len(content) > limit_bytes:
        raise UpdateFile(name=name, what=phrase("it is too large"))
    return content


def digest_of(folder: Path, name: str, most_bytes: int) -> tuple[int, str]:
    """Return size and SHA-256 of a file, read piece by piece and not beyond `most_bytes`.

    Raises:
        UpdateFile: It is no plain file, is missing, or is larger.
        HostFault: It cannot be read.
    """
    digest, size = hashlib.sha256(), 0
    descriptor = _open(folder, name)
    try:
        while piece := os.read(descriptor, _PIECE_BYTES):
            size += len(piece)
            if size > most_bytes:
                raise UpdateFile(name=name, what=phrase("it is larger than what was signed"))
            digest.update(piece)
    except OSError as error:
        raise host_fault(error) from error
    finally:
        os.close(descriptor)
    return size, digest.hexdigest()


def require_files(folder: Path, files: Iterable[SignedFile], step: Step) -> None:
    """Accept files whose sizes and digests are those that were signed.

    Args:
        folder: Where they lie.
        files: What was signed.
        step: Told the name of each file before it is read.

    Raises:
        UpdateFile: One differs.
        HostFault: One cannot be read.
    """
    for each in files:
        step(each.name)
        if digest_of(folder, each.name, each.size) != (each.size, each.sha256):
            raise UpdateFile(name=each.name, what=phrase("it is not what was signed"))


def _open(folder: Path, name: str) -> int:
    """Return a descriptor of a plain file; a link, a pipe or a device is not followed or waited for."""
    flags = os.O_RDONLY
    for each in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, each, 0)
    path = folder / name
    try:
        _require_plain(path.lstat(), name)
        descriptor = os.open(path, flags)
    except FileNotFoundError as error:
        if name == STATEMENT:
            raise NoUpdate from error
        raise UpdateFile(name=name, what=phrase("it is missing")) from error
    except OSError as error:
        raise host_fault(error) from error
    try:
        _require_plain(os.fstat(descriptor), name)
    except UpdateFile:
        os.close(descriptor)
        raise
    return descriptor
