"""The encrypted file: open sequence, refusals, settings that make a commit durable."""

import os
import secrets
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from outreach_app.paths import DiskFull, FileTrouble, FolderReadOnly
from outreach_app.store.database import Database, key_text, open_database
from outreach_app.store.errors import CipherMissing, Damaged, NotAVault, Plaintext, VaultInUse
from tests.support.unprivileged import read_only_folder

KEY, SALT = secrets.token_bytes(32), secrets.token_bytes(16)
MARKER = "Zyxwvutsr-Marker"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.db"


def fill(database: Database, rows: int = 50) -> None:
    with database.transaction():
        database.execute("CREATE TABLE t (a TEXT)")
        database.execute_many("INSERT INTO t VALUES (?)", [(MARKER * 40,)] * rows)


def test_settings_are_in_force(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    expected = {
        "journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "checkpoint_fullfsync": 1,
        "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "cell_size_check": 1,
    }  # fmt: skip
    assert {name: database.value(f"PRAGMA {name}") for name in expected} == expected
    assert str(database.value("PRAGMA cipher_version")).startswith("4.")
    database.close()


def test_salt_is_the_head_and_nothing_is_readable(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    fill(database)
    everything = b"".join(file.read_bytes() for file in path.parent.iterdir())
    database.close()
    everything += path.read_bytes()
    assert path.read_bytes()[:16] == SALT
    assert MARKER.encode() not in everything
    assert b"SQLite format" not in everything


@pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX")
def test_files_are_private_whatever_the_mask(path: Path) -> None:
    before = os.umask(0)
    try:
        database = open_database(path, KEY, SALT)
        fill(database)
        database.copy_to(path.with_name("copy.db"), KEY, SALT)
    finally:
        os.umask(before)
    modes = {file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    database.close()
    assert modes == {0o600}


def test_a_destroyed_head_is_survived_with_the_salt_at_hand(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    fill(database)
    database.close()
    with path.open("r+b") as file:
        file.write(bytes(16))
    database = open_database(path, KEY, SALT)
    assert database.value("SELECT count(*) FROM t") == 50
    database.close()


def test_a_plaintext_database_is_refused(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(4080))
    before = path.read_bytes()
    with pytest.raises(Plaintext):
        open_database(path, KEY, SALT)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"short", b"x" * 4096, b"%PDF-1.7" + bytes(9000)])
def test_a_foreign_file_is_refused_and_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotAVault):
        open_database(path, KEY, SALT)
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [False, True])
def test_another_key_is_refused(path: Path, *, read_only: bool) -> None:
    database = open_database(path, KEY, SALT)
    fill(database)
    database.close()
    with pytest.raises(NotAVault):
        open_database(path, secrets.token_bytes(32), SALT, read_only=read_only)


def test_keys_have_their_sizes() -> None:
    assert len(key_text(KEY, SALT)) == 99
    with pytest.raises(ValueError, match="32 bytes"):
        key_text(KEY[:31], SALT)


def test_attach_is_denied(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    with pytest.raises(RuntimeError):
        database.execute("ATTACH DATABASE ? AS plain KEY ''", (str(path.with_name("plain.db")),))
    database.close()
    assert not path.with_name("plain.db").exists()


def test_a_transaction_is_whole_or_not_there(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    fill(database, 1)

    def fail() -> None:
        with database.transaction():
            database.execute("INSERT INTO t VALUES ('second')")
            with database.transaction():
                database.execute("INSERT INTO t VALUES ('third')")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert not database.in_transaction
    assert database.value("SELECT count(*) FROM t") == 1
    with pytest.raises(RuntimeError, match="act"):
        database.require_transaction()
    database.close()


def test_a_full_disk_is_a_typed_fault_and_loses_nothing(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    fill(database, 10)
    pages = database.value("PRAGMA page_count")
    database.rows(f"PRAGMA max_page_count = {pages}")

    def write_much() -> None:
        with database.transaction():
            database.execute_many("INSERT INTO t VALUES (?)", [("x" * 4000,)] * 50)

    with pytest.raises(DiskFull):
        write_much()
    assert database.value("SELECT count(*) FROM t") == 10
    database.rows("PRAGMA max_page_count = 100000")
    write_much()
    assert database.value("SELECT count(*) FROM t") == 60
    database.close()


def test_a_second_writer_is_a_typed_refusal(path: Path) -> None:
    first = open_database(path, KEY, SALT)
    fill(first, 1)
    second = open_database(path, KEY, SALT)
    second.rows("PRAGMA busy_timeout = 1")
    with first.transaction():
        first.execute("INSERT INTO t VALUES ('x')")
        with pytest.raises(VaultInUse), second.transaction():
            pass
    second.close()
    first.close()


def test_a_missing_folder_is_a_typed_fault(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as fault:
        open_database(tmp_path / "missing" / "file.db", KEY, SALT)
    assert fault.value.facts == {"reason": "there is no such file or folder"}
    with pytest.raises(FileTrouble):
        open_database(tmp_path / "file.db", KEY, SALT, read_only=True)


def test_a_folder_without_write_permission_is_a_typed_fault() -> None:
    with read_only_folder() as folder, pytest.raises((FolderReadOnly, FileTrouble)):
        open_database(folder / "file.db", KEY, SALT)


def test_a_folder_in_the_place_of_the_file_is_a_typed_fault(tmp_path: Path) -> None:
    with pytest.raises((FolderReadOnly, FileTrouble)):
        open_database(tmp_path, KEY, SALT)


def test_flipped_bits_are_found(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    fill(database, 300)
    database.close()
    whole = path.read_bytes()
    for at in range(5000, len(whole), len(whole) // 12):
        changed = bytearray(whole)
        changed[at] ^= 1 << (at % 8)
        path.write_bytes(changed)
        with pytest.raises((Damaged, NotAVault)):
            _open_and_check(path)
    path.write_bytes(whole)
    _open_and_check(path)


def _open_and_check(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    try:
        database.full_check()
        database.quick_check()
    finally:
        database.close()


def test_rekey_changes_key_and_salt(path: Path) -> None:
    database = open_database(path, KEY, SALT)
    fill(database)
    key, salt = secrets.token_bytes(32), secrets.token_bytes(16)
    database.rekey(key, salt)
    assert database.value("SELECT count(*) FROM t") == 50
    database.close()
    assert path.read_bytes()[:16] == salt
    with pytest.raises(NotAVault):
        open_database(path, KEY, SALT)
    database = open_database(path, key, salt)
    database.full_check()
    database.close()


def test_a_copy_has_its_own_key_and_is_readable_without_writing(path: Path, tmp_path: Path) -> None:
    database = open_database(path, KEY, SALT)
    fill(database)
    key, salt = secrets.token_bytes(32), secrets.token_bytes(16)
    folder = tmp_path / "copies"
    folder.mkdir()
    database.copy_to(folder / "copy.db", key, salt)
    database.close()
    before = (folder / "copy.db").read_bytes()
    copy = open_database(folder / "copy.db", key, salt, read_only=True)
    copy.full_check()
    assert copy.value("SELECT count(*) FROM t") == 50
    with pytest.raises(FolderReadOnly):
        copy.execute("DELETE FROM t")
    copy.close()
    assert [entry.name for entry in folder.iterdir()] == ["copy.db"]
    assert (folder / "copy.db").read_bytes() == before


class _Unencrypted(dbapi2.Connection):
    """A connection of a library without a cipher: it takes a key, and has no version to tell."""

    def execute(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> dbapi2.Cursor:
        if sql == "PRAGMA cipher_version":
            sql = "PRAGMA a_name_that_no_library_knows"
        return super().execute(sql, parameters)


def test_a_library_that_cannot_encrypt_writes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dbapi2, "connect", partial(dbapi2.connect, factory=_Unencrypted))
    with pytest.raises(CipherMissing) as refused:
        open_database(path, KEY, SALT)
    assert refused.value.code == "store.cipher-missing"
    assert path.stat().st_size == 0
