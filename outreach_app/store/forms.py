"""Form definitions by the hash of their content, with a compiled cache beside each."""

from dataclasses import dataclass

from outreach_app.store.database import Database, Row
from outreach_app.store.errors import UnknownForm

_COLUMNS = "form_hash, form_id, version, title, allowed, stored_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredForm:
    """What is known of a form without loading it.

    Attributes:
        allowed: New documents may be begun on it; others only render what exists.
    """

    form_hash: str
    form_id: str
    version: str
    title: str
    allowed: bool
    stored_at: str


class Forms:
    """The forms of a vault; a form once used is never changed or removed."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def add(self, form: StoredForm, definition: bytes) -> bool:
        """Keep a form inside the caller's act; False when it was held."""
        self._database.require_transaction()
        return self._database.execute(
            f"INSERT OR IGNORE INTO forms ({_COLUMNS}, definition, cache_version) "  # noqa: S608
            "VALUES (?, ?, ?, ?, ?, ?, ?, '')",
            (form.form_hash, form.form_id, form.version, form.title, int(form.allowed),
             form.stored_at, definition),
        ) > 0  # fmt: skip

    def set_allowed(self, form_hash: str, *, allowed: bool) -> None:
        """Say whether new documents may be begun on a form.

        Raises:
            UnknownForm: It is not held.
        """
        self._database.require_transaction()
        if not self._database.execute(
            "UPDATE forms SET allowed = ? WHERE form_hash = ?", (int(allowed), form_hash)
        ):
            raise UnknownForm

    def get(self, form_hash: str) -> StoredForm:
        """Return the facts of a form.

        Raises:
            UnknownForm: It is not held.
        """
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM forms WHERE form_hash = ?",  # noqa: S608
            (form_hash,),
        )
        if row is None:
            raise UnknownForm
        return _as_form(row)

    def holds(self, form_hash: str) -> bool:
        """Say whether a form is held."""
        return self._database.exists("SELECT 1 FROM forms WHERE form_hash = ?", (form_hash,))

    def newest(self, form_id: str) -> StoredForm:
        """Return the newest form of this name on which new documents may be begun, by its version.

        When it came into the vault decides among equals only: an older version may arrive later, in a
        bundle.

        Raises:
            UnknownForm: There is none.
        """
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM forms WHERE form_id = ? AND allowed = 1 "  # noqa: S608
            "ORDER BY CAST(version AS INTEGER) DESC, version DESC, stored_at DESC LIMIT 1",
            (form_id,),
        )
        if row is None:
            raise UnknownForm
        return _as_form(row)

    def all(self) -> tuple[StoredForm, ...]:
        """Return the facts of every form, by name and age."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM forms ORDER BY form_id, stored_at, form_hash"  # noqa: S608
        )
        return tuple(_as_form(row) for row in rows)

    def definition(self, form_hash: str) -> bytes:
        """Return the bytes of a form definition.

        Raises:
            UnknownForm: It is not held.
        """
        found = self._database.value(
            "SELECT definition FROM forms WHERE form_hash = ?", (form_hash,)
        )
        if found is None:
            raise UnknownForm
        return bytes(found)

    def cache(self, form_hash: str, cache_version: str) -> bytes | None:
        """Return the compiled cache of a form for this version of the engine, if there is one."""
        found = self._database.value(
            "SELECT cache FROM forms WHERE form_hash = ? AND cache_version = ?",
            (form_hash, cache_version),
        )
        return None if found is None else bytes(found)

    def set_cache(self, form_hash: str, cache_version: str, cache: bytes) -> None:
        """Keep the compiled cache of a form; it can be thrown away at any time."""
        with self._database.transaction():
            self._database.execute(
                "UPDATE forms SET cache = ?, cache_version = ? WHERE form_hash = ?",
                (cache, cache_version, form_hash),
            )


def _as_form(row: Row) -> StoredForm:
    form_hash, form_id, version, title, allowed, stored_at = row
    return StoredForm(
        form_hash=form_hash,
        form_id=form_id,
        version=version,
        title=title,
        allowed=bool(allowed),
        stored_at=stored_at,
    )
