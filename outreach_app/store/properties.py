"""Small named texts of the vault itself, and what its people chose."""

from outreach_app.store.database import Database

VAULT_ID = "vault.id"
DEVICE_ID = "device.id"
CREATED_AT = "created.at"
SLOTS_GENERATION = "slots.generation"
ROOT_NUMBER = "root.number"
ROTATION = "root.rotation"
RECOVERY_RECIPIENT = "recovery.recipient"
RECOVERY_DIGEST = "recovery.digest"
JOURNAL_SIGNED = "journal.signed"
RESTORED_AT = "restored.at"
CAUGHT_UP_AT = "restored.caught-up"
BACKED_UP_AT = "backup.made"
OLDER_AT = "older.opened"


class Properties:
    """Facts about the vault that exist once."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def get(self, name: str, default: str = "") -> str:
        """Return a text by its name."""
        found = self._database.value("SELECT value FROM vault WHERE name = ?", (name,))
        return default if found is None else str(found)

    def set(self, name: str, value: str) -> None:
        """Set a text inside the open transaction; an empty one is removed."""
        self._database.require_transaction()
        if value:
            self._database.execute_aside(
                "INSERT OR REPLACE INTO vault (name, value) VALUES (?, ?)", (name, value)
            )
        else:
            self._database.execute_aside("DELETE FROM vault WHERE name = ?", (name,))


class Choices:
    """What the people of the vault chose, as texts by key.

    Choices are not what is in force, so that one cannot be asked for alone: see `policy.settings_in_force`.
    """

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def set(self, key: str, value: str) -> None:
        """Keep a choice; it is on the disk when the call returns, unless an act is open."""
        with self._database.transaction():
            self._database.execute(
                "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (key, value)
            )

    def remove(self, key: str) -> None:
        """Forget a choice."""
        with self._database.transaction():
            self._database.execute("DELETE FROM settings WHERE name = ?", (key,))

    def all(self) -> dict[str, str]:
        """Return every choice that was kept."""
        return dict(self._database.rows("SELECT name, value FROM settings ORDER BY name"))
