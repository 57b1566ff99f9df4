"""The schema's versions, each step in one transaction together with its number.

A vault of a newer program is refused untouched. `before_first_step` is called once before the
first step on a vault that holds data, so that the caller can put a copy aside.
"""

from collections.abc import Callable

from outreach_app.store import list_tables, schema
from outreach_app.store.database import Database
from outreach_app.store.errors import NotAVault, TooNew

APPLICATION_ID = 0x4F555452  # "OUTR"

Step = Callable[[Database], None]


def _create(database: Database) -> None:
    if database.value("SELECT count(*) FROM sqlite_schema"):
        raise NotAVault
    for group in (
        schema.VAULT,
        schema.CASEWORK,
        schema.EXCHANGE,
        list_tables.PROJECTIONS,
        list_tables.SEARCH,
    ):
        run_script(database, group)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


MIGRATIONS: tuple[tuple[int, Step], ...] = ((1, _create),)
NEWEST = MIGRATIONS[-1][0]


def run_script(database: Database, script: str) -> None:
    """Run the statements of a schema text one by one, inside the caller's transaction."""
    for statement in script.split(";\n"):
        if statement.strip():
            database.execute(statement)


def schema_version(database: Database) -> int:
    """Return the version of the schema; 0 for an empty file."""
    return int(database.value("PRAGMA user_version"))


def migrate(
    database: Database,
    *,
    before_first_step: Callable[[], None],
    migrations: tuple[tuple[int, Step], ...] = MIGRATIONS,
) -> int:
    """Bring the schema to the newest version and return the version it had.

    Raises:
        TooNew: A newer program wrote the file.
        NotAVault: The file holds tables that are not ours.
    """
    found = schema_version(database)
    newest = migrations[-1][0]
    if found > newest:
        raise TooNew(found=found, known=newest)
    if found and database.value("PRAGMA application_id") != APPLICATION_ID:
        raise NotAVault
    steps = [(version, step) for version, step in migrations if version > found]
    if found and steps:
        before_first_step()
    for version, step in steps:
        with database.transaction():
            step(database)
            database.execute(f"PRAGMA user_version = {version}")
    return found
