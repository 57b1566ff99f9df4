"""Bundles on disk and stick: neutral names, reading with a limit, writing with a check."""

import base64
import os
import secrets
import stat
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from outreach_app.bundle.errors import NotAFile, TooLarge, WriteMismatch
from outreach_app.bundle.kinds import MIB
from outreach_app.bundle.reader import Opening, read_archive
from outreach_app.bundle.writer import SealedBundle
from outreach_app.crypto import age
from outreach_app.crypto.certificates import Certificate, parse_certificate
from outreach_app.paths import StagedFile, flush_descriptor, host_fault, private_file

SUFFIX = ".age"
_CHUNK_BYTES = 64 * 1024
_STEP_BYTES = 1024 * 1024
_TAG_BYTES = 16
_NONCE_BYTES = 16


def file_name(random_bytes: bytes) -> str:
    """Return a name that says nothing: 26 characters from 16 random bytes, and ``.age``.

    Raises:
        ValueError: Not 16 bytes.
    """
    if len(random_bytes) != 16:
        raise ValueError("a file name needs 16 random bytes")
    return base64.b32encode(random_bytes).decode("ascii").rstrip("=").lower() + SUFFIX


def load_bundle(path: Path) -> bytes:
    """Return the untrusted bytes of a bundle's file.

    Raises:
        NotAFile: A folder, a link, a device or a pipe.
        TooLarge: Larger than a bundle may be; nothing was read.
        HostFault: It cannot be read.
    """
    # Never wait for the other end of a pipe, never follow a link.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise NotAFile
        descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            return _read_regular(file)
    except OSError as error:
        raise host_fault(error) from error


def stage_bundle(
    path: Path,
    sealed: SealedBundle,
    now: datetime,
    written: Callable[[int, int], None] = lambda _done, _whole: None,
) -> StagedFile:
    """Write a bundle beside its name, flush it, read it back and check it.

    Args:
        path: Where it will stand once it is settled.
        sealed: The bundle.
        now: The present moment.
        written: Hears how many bytes of how many are on the medium; what it raises ends the
            writing and leaves nothing.

    Raises:
        WriteMismatch: What was read back is not what was written.
        HostFault: Folder read-only, stick full or gone.
        Untrusted: The content breaks the format; nothing was written.
    """
    verify_sealed(sealed, now)
    staged = StagedFile(path.with_name(f".{secrets.token_hex(8)}.part"), path)
    descriptor = private_file(staged.temporary)
    try:
        try:
            _write_all(descriptor, sealed.data, written)
            flush_descriptor(descriptor)
            _forget_cached(descriptor)
        finally:
            os.close(descriptor)
        verify_written(load_bundle(staged.temporary), sealed)
        written(len(sealed.data), len(sealed.data))
    except OSError as error:
        staged.discard()
        raise host_fault(error) from error
    except BaseException:
        staged.discard()
        raise
    return staged


def save_bundle(path: Path, sealed: SealedBundle, now: datetime) -> None:
    """Write a bundle so that under its name stands the whole and checked file, or nothing new.

    Temporary file in the same folder, flush, read back and check, rename, flush of the folder: a
    stick may be pulled out once this returns.

    Raises:
        WriteMismatch: What was read back is not what was written.
        HostFault: Folder read-only, stick full or gone.
        Untrusted: The content breaks the format; nothing was written.
    """
    stage_bundle(path, sealed, now).settle()


def verify_sealed(sealed: SealedBundle, now: datetime) -> None:
    """Read the archive that was sealed with the reader's own checks, and compare the manifests.

    The writer holds none of the recipients' keys, so what it can check of the sealed file itself
    is its header and its length.

    Raises:
        WriteMismatch: The archive or the age file is not what was meant.
        Untrusted: The content breaks the format, with the reader's code.
    """
    facts = age.read_header(sealed.data)
    keys = sealed.manifest.age_recipients()
    opened = read_archive(
        sealed.archive,
        Opening(keys[0], facts.recipients),
        _Own(parse_certificate(sealed.signer.certificate)).accept,
        now,
    )
    same = opened.manifest == sealed.manifest and opened.manifest_digest == sealed.manifest_digest
    if not same or facts.payload_bytes != _sealed_bytes(len(sealed.archive)):
        raise WriteMismatch


def verify_written(untrusted_written: bytes, sealed: SealedBundle) -> None:
    """Compare the bytes read back from a file with what was to be written.

    Raises:
        WriteMismatch: They differ.
    """
    if untrusted_written != sealed.data:
        raise WriteMismatch


class _Own:
    """Trusts exactly the certificate that signed."""

    def __init__(self, certificate: Certificate) -> None:
        self._certificate = certificate

    def accept(self, certificate: Certificate) -> None:
        if certificate != self._certificate:
            raise WriteMismatch


def _sealed_bytes(archive_bytes: int) -> int:
    chunks = -(-archive_bytes // _CHUNK_BYTES)
    return _NONCE_BYTES + archive_bytes + chunks * _TAG_BYTES


def _read_regular(file: BinaryIO) -> bytes:
    facts = os.fstat(file.fileno())
    if not stat.S_ISREG(facts.st_mode):
        raise NotAFile
    limit = age.LARGEST_FILE_BYTES
    if facts.st_size > limit:
        raise TooLarge(size_mib=-(-facts.st_size // MIB), limit_mib=limit // MIB)
    return file.read(limit + 1)


def _write_all(descriptor: int, content: bytes, written: Callable[[int, int], None]) -> None:
    rest = memoryview(content)
    while rest:
        written(len(content) - len(rest), len(content))
        rest = rest[os.write(descriptor, rest[:_STEP_BYTES]) :]


def _forget_cached(descriptor: int) -> None:
    # Reading back should ask the medium, not the memory; elsewhere there is no portable way.
    if sys.platform == "linux":  # pragma: no branch
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
