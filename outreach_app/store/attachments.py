"""Attachments: each file beside the database under a random name and its own key.

Order matters: the file is whole on the disk before its row exists, so a crash leaves at most a
file without a row, which `collect_garbage` removes once it is a day old. Removing the row erases
the content, because the key stands nowhere else.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.crypto.attachments import open_file, seal_file, sealed_size
from outreach_app.crypto.errors import CannotOpen
from outreach_app.domain.documents import Attachment
from outreach_app.paths import (
    FileTrouble,
    atomic_write,
    host_fault,
    own_dir,
    read_bytes,
    remove_file,
)
from outreach_app.store.database import Database
from outreach_app.store.errors import AttachmentDamaged, AttachmentTooLarge, UnknownAttachment

LARGEST_BYTES = 32 * 1024 * 1024
GARBAGE_AGE_SECONDS = 24 * 3600
_NAME_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """Where one file lies and what opens it: it is read without the database, by a job as well.

    Attributes:
        path: Of the encrypted file.
        size_bytes: Of the content.
    """

    path: Path
    digest: str
    key: bytes = field(repr=False)
    size_bytes: int

    def read(self) -> bytes:
        """Return the content.

        Raises:
            AttachmentDamaged: The file is missing or not what was stored.
        """
        try:
            content = open_file(self.key, read_bytes(self.path, sealed_size(self.size_bytes)))
        except (CannotOpen, FileTrouble) as error:
            raise AttachmentDamaged from error
        if hashlib.sha256(content).hexdigest() != self.digest:
            raise AttachmentDamaged
        return content


class Attachments:
    """The files of a vault."""

    def __init__(self, database: Database, folder: Path) -> None:
        """Use an open database and the folder of the encrypted files."""
        self._database = database
        self.folder = folder

    def put(self, content: bytes, *, media_type: str, description: str, at: str) -> Attachment:
        """Store a file inside the caller's act; the same content is stored once.

        Raises:
            AttachmentTooLarge: Above 32 MiB.
            HostFault: The file cannot be written; nothing was stored.
        """
        self._database.require_transaction()
        if len(content) > LARGEST_BYTES:
            raise AttachmentTooLarge(limit_mib=LARGEST_BYTES // 1024 // 1024)
        digest = hashlib.sha256(content).hexdigest()
        if self.holds(digest):
            return self.facts(digest)
        sealed = seal_file(content)
        name = secrets.token_hex(_NAME_BYTES)
        own_dir(self.folder)
        atomic_write(self.folder / name, sealed.content)
        self._database.execute(
            "INSERT INTO attachments (digest, file_name, key, media_type, description, "
            "size_bytes, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (digest, name, sealed.key, media_type, description, len(content), at),
        )
        return self.facts(digest)

    def holds(self, digest: str) -> bool:
        """Say whether a file with this digest is stored."""
        return self._database.exists("SELECT 1 FROM attachments WHERE digest = ?", (digest,))

    def facts(self, digest: str) -> Attachment:
        """Return what is known of a file without reading it.

        Raises:
            UnknownAttachment: It is not stored.
        """
        row = self._database.row(
            "SELECT digest, media_type, description, size_bytes FROM attachments WHERE digest = ?",
            (digest,),
        )
        if row is None:
            raise UnknownAttachment
        return Attachment(digest=row[0], media_type=row[1], description=row[2], size_bytes=row[3])

    def all(self) -> tuple[Attachment, ...]:
        """Return the facts of every file."""
        rows = self._database.rows("SELECT digest FROM attachments ORDER BY stored_at, digest")
        return tuple(self.facts(digest) for (digest,) in rows)

    def get(self, digest: str) -> bytes:
        """Return the content of a file.

        Raises:
            UnknownAttachment: It is not stored.
            AttachmentDamaged: The file is missing or not what was stored.
        """
        return self.sealed(digest).read()

    def sealed(self, digest: str) -> SealedFile:
        """Return where a file lies and what opens it.

        Raises:
            UnknownAttachment: It is not stored.
        """
        row = self._database.row(
            "SELECT file_name, key, size_bytes FROM attachments WHERE digest = ?", (digest,)
        )
        if row is None:
            raise UnknownAttachment
        name, key, size_bytes = row
        return SealedFile(path=self.folder / name, digest=digest, key=key, size_bytes=size_bytes)

    def remove(self, digest: str) -> None:
        """Erase a file inside the caller's act: its key goes with the row, the file with `collect`.

        Raises:
            UnknownAttachment: It is not stored.
        """
        self._database.require_transaction()
        if not self._database.execute("DELETE FROM attachments WHERE digest = ?", (digest,)):
            raise UnknownAttachment

    def file_names(self) -> tuple[str, ...]:
        """Return the names of the files that rows point at, sorted."""
        rows = self._database.rows("SELECT file_name FROM attachments ORDER BY file_name")
        return tuple(str(row[0]) for row in rows)

    def collect_garbage(
        self, *, now_seconds: float, kept_names: frozenset[str] = frozenset()
    ) -> int:
        """Remove files that no row points at and that are older than a day; return how many.

        Args:
            now_seconds: Seconds since 1970, as file times count.
            kept_names: File names that kept backups still point at.

        Raises:
            HostFault: A file cannot be removed.
        """
        named = set(self.file_names()) | kept_names
        removed = 0
        for path in sorted(self.folder.glob("*")):
            if (
                path.name not in named
                and now_seconds - _written_seconds(path) > GARBAGE_AGE_SECONDS
            ):
                remove_file(path)
                removed += 1
        return removed


def _written_seconds(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError as error:
        raise host_fault(error) from error
