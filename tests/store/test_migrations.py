"""Versions of the schema: steps in transactions, newer and foreign files refused."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app.store.database import Database, open_database
from outreach_app.store.errors import NotAVault, TooNew
from outreach_app.store.migrations import MIGRATIONS, NEWEST, migrate, schema_version

KEY, SALT = secrets.token_bytes(32), secrets.token_bytes(16)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "file.db", KEY, SALT)
    yield opened
    opened.close()


def never() -> None:
    raise AssertionError("nothing is put aside here")


def test_an_empty_file_gets_every_table(database: Database) -> None:
    assert migrate(database, before_first_step=never) == 0
    assert schema_version(database) == NEWEST
    tables = {row[0] for row in database.rows("SELECT name FROM sqlite_schema")}
    assert {"people", "drafts", "revisions", "journal", "p_cases", "search"} <= tables
    assert migrate(database, before_first_step=never) == NEWEST


def test_deleted_words_leave_the_search_index(database: Database) -> None:
    migrate(database, before_first_step=never)
    assert database.value("SELECT v FROM search_config WHERE k = 'secure-delete'") == 1


def test_a_later_step_runs_once_and_after_the_copy(database: Database) -> None:
    migrate(database, before_first_step=never)
    done: list[str] = []

    def add_table(target: Database) -> None:
        done.append("step")
        target.execute("CREATE TABLE later (a)")

    later = (*MIGRATIONS, (NEWEST + 1, add_table))
    found = migrate(database, before_first_step=lambda: done.append("copy"), migrations=later)
    assert (found, done) == (NEWEST, ["copy", "step"])
    assert schema_version(database) == NEWEST + 1
    migrate(database, before_first_step=never, migrations=later)
    assert done == ["copy", "step"]


def test_a_failing_step_leaves_the_version_before(database: Database) -> None:
    migrate(database, before_first_step=never)

    def fail(target: Database) -> None:
        target.execute("CREATE TABLE half (a)")
        raise LookupError

    with pytest.raises(LookupError):
        migrate(
            database,
            before_first_step=lambda: None,
            migrations=(*MIGRATIONS, (NEWEST + 1, fail)),
        )
    assert schema_version(database) == NEWEST
    assert not database.exists("SELECT 1 FROM sqlite_schema WHERE name = 'half'")


def test_a_newer_vault_is_refused_untouched(database: Database) -> None:
    migrate(database, before_first_step=never)
    database.execute(f"PRAGMA user_version = {NEWEST + 1}")
    with pytest.raises(TooNew) as refused:
        migrate(database, before_first_step=never)
    assert refused.value.facts == {"found": NEWEST + 1, "known": NEWEST}


def test_foreign_tables_are_refused(database: Database) -> None:
    database.execute("CREATE TABLE theirs (a)")
    with pytest.raises(NotAVault):
        migrate(database, before_first_step=never)
    assert schema_version(database) == 0


def test_another_programs_number_is_refused(database: Database) -> None:
    migrate(database, before_first_step=never)
    database.execute("PRAGMA application_id = 7")
    with pytest.raises(NotAVault):
        migrate(database, before_first_step=never)
