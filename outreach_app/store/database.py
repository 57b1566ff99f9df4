"""The encrypted database: the one place where the SQLCipher library is called.

`open_database` follows a fixed order, because each step protects the next: key and salt before
any page is read, then proof that the library encrypts at all, then the refusal of a plaintext
head, then the settings that make a commit durable. Library errors leave this module as typed
errors; nobody outside sees the library's own.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from outreach_app.errors import OutreachError
from outreach_app.paths import (
    DiskFull,
    FileTrouble,
    FolderReadOnly,
    has_no_room,
    host_fault,
    is_there,
    private_file,
)
from outreach_app.store.errors import CipherMissing, Damaged, NotAVault, Plaintext, VaultInUse
from outreach_app.store.steps import Exclusive, Steps

KEY_BYTES = 32
SALT_BYTES = 16
PLAINTEXT_HEAD = b"SQLite format 3\0"
_BUSY_MS = 2_000
_DURABLE = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)
_PRAGMAS = (
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    f"busy_timeout = {_BUSY_MS}",
)
_FAULTS: dict[int, type[OutreachError]] = {
    5: VaultInUse,
    6: VaultInUse,
    8: FolderReadOnly,
    10: FileTrouble,
    11: Damaged,
    13: DiskFull,
    14: FileTrouble,
    26: NotAVault,
}

T = TypeVar("T")
Row = tuple[Any, ...]


class Database:
    """One open connection. Reads return whole lists, so no cursor outlives its statement.

    Attributes:
        is_open: Nobody has closed it yet.
    """

    def __init__(self, connection: dbapi2.Connection, path: Path) -> None:
        """Wrap a connection that `open_database` prepared."""
        self._connection = connection
        self._depth = 0
        self._aside = self._unsigned = 0
        self._alone: Exclusive[Any] | None = None
        self._in_step = False
        self.is_open = True
        self.path = path

    def alone(self, steps: Steps[T]) -> Steps[T]:
        """Let work in steps have the database for itself.

        Between its steps the vault is in the middle of something. Whoever else reads or writes then
        has the rest of the work done first, so that nobody ever sees it half done, and nothing else
        gets into its transaction. Closing the steps takes back what they began.
        """
        self._use()
        held: Exclusive[T] = Exclusive(steps, self._enter_step)
        self._alone = held
        try:
            while not held.is_over:
                held.step()
                yield
        finally:
            if not held.is_over:
                held.give_up()
            if self._alone is held:
                self._alone = None
        return held.outcome()

    def _enter_step(self, entered: bool) -> None:
        self._in_step = entered

    def _use(self) -> dbapi2.Connection:
        """Return the connection; work of somebody else that is under way is finished before."""
        if self._alone is not None and not self._in_step:
            self._alone.finish()
            self._alone = None
        return self._connection

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> int:
        """Run one statement and return the number of rows it changed."""
        with _typed_errors(self.path):
            return self._use().execute(sql, parameters).rowcount

    def execute_aside(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement on what no record is read from, such as where a person is in the window."""
        before = self._connection.total_changes
        self.execute(sql, parameters)
        self._aside += self._connection.total_changes - before

    @contextmanager
    def unsigned(self) -> Iterator[None]:
        """Write drafts, and nothing that is signed."""
        before = self._connection.total_changes
        try:
            yield
        finally:
            self._unsigned += self._connection.total_changes - before

    def insert(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> int:
        """Run one INSERT and return the row number given."""
        with _typed_errors(self.path):
            return self._use().execute(sql, parameters).lastrowid

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        with _typed_errors(self.path):
            self._use().executemany(sql, rows)

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with _typed_errors(self.path):
            return self._use().execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with _typed_errors(self.path):
            return self._use().execute(sql, parameters).fetchone()

    def value(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def exists(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> bool:
        """Say whether a query has a row."""
        return self.row(sql, parameters) is not None

    @property
    def changes(self) -> int:
        """How many rows were written through this connection, but for those aside; it only grows."""
        return self._connection.total_changes - self._aside

    @property
    def signed_changes(self) -> int:
        """How many of those rows are not of drafts; it only grows."""
        return self.changes - self._unsigned

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction of this process is open."""
        return self._depth > 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One BEGIN IMMEDIATE; an inner use joins the outer one.

        Leaving without an exception means that the commit is on the disk.
        """
        self._use()
        if self._depth == 0:
            self.execute("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self.execute("COMMIT")
        except BaseException:
            if self._depth == 1 and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read everything inside as of one moment; others may write meanwhile."""
        self.execute("BEGIN")
        try:
            self.value("SELECT count(*) FROM sqlite_schema")
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def require_transaction(self) -> None:
        """Insist that the caller opened the user's action, which writes the journal row."""
        if self._depth == 0:
            raise RuntimeError("a change needs the transaction of a user's act")

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file and empty it."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def rekey(self, key: bytes, salt: bytes) -> None:
        """Encrypt the whole file under another key and salt."""
        with _typed_errors(self.path):
            self.checkpoint()
            self._connection.reset_key(key_text(key, salt))
            self.checkpoint()

    def copy_to(self, path: Path, key: bytes, salt: bytes) -> None:
        """Copy the open database, page by page, into a new file under another key.

        The copy has no write-ahead log, so that it can be read from a read-only medium.
        """
        _make_private(path)
        with _typed_errors(self.path):
            target = _connect(str(path), key, salt)
            try:
                self._connection.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()

    def quick_check(self) -> None:
        """Check the structure of the file.

        Raises:
            Damaged: It is not sound.
        """
        if self.rows("PRAGMA quick_check(1)") != [("ok",)]:
            raise Damaged

    def full_check(self) -> None:
        """Check every page's authentication and every index.

        The log is moved into the file first: frames that wait there look like damage to the
        page check.

        Raises:
            Damaged: It is not sound.
        """
        self.checkpoint()
        if self.rows("PRAGMA cipher_integrity_check"):
            raise Damaged
        if self.rows("PRAGMA integrity_check(1)") != [("ok",)]:
            raise Damaged

    def close(self) -> None:
        """Close; the last connection moves the log into the file and removes it."""
        if self._alone is not None:
            self._alone.give_up()
            self._alone = None
        self.is_open = False
        self._connection.close()


def key_text(key: bytes, salt: bytes) -> bytes:
    """Return key and salt in the library's raw form, which skips its own key derivation."""
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("a database needs a key of 32 bytes and a salt of 16")
    return b"x'" + (key + salt).hex().encode("ascii") + b"'"


def open_database(path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> Database:
    """Open or create the encrypted database.

    Args:
        path: The file.
        key: 32 bytes.
        salt: 16 bytes, the file's head.
        read_only: For copies that nobody writes: touches neither file nor folder.

    Raises:
        CipherMissing: The library does not encrypt.
        Plaintext: The file is an unencrypted database.
        NotAVault: The key does not fit, or the file is something else.
        HostFault: The machine failed.
    """
    _refuse_plaintext(path)
    if not read_only:
        _make_private(path)
    name = f"{path.absolute().as_uri()}?mode=ro&immutable=1" if read_only else str(path)
    with _typed_errors(path):
        connection = _connect(name, key, salt, uri=read_only)
        try:
            _prepare(connection, [] if read_only else _DURABLE)
        except BaseException:
            connection.close()
            raise
    return Database(connection, path)


def _connect(name: str, key: bytes, salt: bytes, *, uri: bool = False) -> dbapi2.Connection:
    connection = dbapi2.connect(name, isolation_level=None, cached_statements=256, uri=uri)
    try:
        connection.set_key(key_text(key, salt))
        _prove_cipher(connection)
        connection.execute("PRAGMA cipher_log_level = NONE")
    except BaseException:
        connection.close()
        raise
    return connection


def _prove_cipher(connection: dbapi2.Connection) -> None:
    row = connection.execute("PRAGMA cipher_version").fetchone()
    if row is None or not row[0]:
        raise CipherMissing


def _prepare(connection: dbapi2.Connection, durable: Sequence[str]) -> None:
    for pragma in (*durable, *_PRAGMAS):
        row = connection.execute(f"PRAGMA {pragma}").fetchone()
        if pragma.startswith("journal_mode") and (row is None or row[0] != "wal"):
            raise FileTrouble(reason="WAL")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.set_authorizer(_authorize)


def _authorize(action: int, *_rest: str | None) -> int:
    """Refuse ATTACH: with an empty key it would write a plaintext file."""
    if action in {dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH}:
        return dbapi2.SQLITE_DENY
    return dbapi2.SQLITE_OK


def _make_private(path: Path) -> None:
    """Create the file before the library does, which would leave its mode to the mask."""
    if not is_there(path):
        os.close(private_file(path))


def _refuse_plaintext(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(PLAINTEXT_HEAD))
    except FileNotFoundError:
        return
    except OSError as error:
        raise host_fault(error) from error
    if head == PLAINTEXT_HEAD:
        raise Plaintext


@contextmanager
def _typed_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        raise _translate(error, path) from error
    except MemoryError as error:
        # The library reports some damaged pages as lack of memory.
        raise Damaged from error


# The copying of pages reports a failure by SQLite's own words for the code, without the code.
_WORDS = {
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
}


def _translate(error: dbapi2.Error, path: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", _WORDS.get(str(error), 0)) & 0xFF
    kind = _FAULTS.get(code)
    if kind is None:
        return RuntimeError(f"the database refused a statement: {error}")
    if kind is FileTrouble:
        # Without room for the index of its log the library says only that a file could not be written.
        if has_no_room(path.parent):
            return DiskFull()
        return FileTrouble(reason=str(getattr(error, "sqlite_errorname", "SQLITE")))
    return kind()
