"""The people of a vault, their keys and certificates.

The access keys listed here are the ones that count; the slot file only carries them.
"""

from dataclasses import dataclass, field

from outreach_app.crypto.custody import unwrap_signing_key, wrap_signing_key
from outreach_app.crypto.errors import CannotOpen
from outreach_app.crypto.keys import AccessKey, SigningKey, generate_age_identity
from outreach_app.domain.people import Person, Role
from outreach_app.store.database import Database, Row
from outreach_app.store.errors import Damaged, PersonExists, UnknownPerson
from outreach_app.store.read_once import ReadOnce
from outreach_app.store.unlocking import NewPerson

_COLUMNS = (
    "p.person_id, p.initials, p.full_name, p.role, p.organisation, p.device_id, "
    "p.certificate_serial, p.signing_public, p.valid_until, (SELECT recipient FROM age_identities "
    "a WHERE a.person_id = p.person_id AND a.retired_at IS NULL ORDER BY made_at DESC LIMIT 1)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeIdentity:
    """A secret age identity of a person; retired ones still open bundles in transit."""

    person_id: str
    recipient: str
    identity: str = field(repr=False)
    retired: bool


class People:
    """Who works on this vault."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database
        # Every question about rights asks who is unlocked.
        self._once: ReadOnce[Person] = ReadOnce(database)

    def add(self, person: NewPerson, access_key: AccessKey, *, at: str) -> Person:
        """Note a person with a new signing key and a new age identity.

        Raises:
            PersonExists: The person has been here before; ids are not used twice.
        """
        self._database.require_transaction()
        if self._database.value(
            "SELECT 1 FROM people WHERE person_id = ? OR slot_id = ?",
            (person.person_id, person.slot_id),
        ):
            raise PersonExists
        signing_key = SigningKey.generate()
        self._database.execute(
            "INSERT INTO people (person_id, slot_id, initials, full_name, role, organisation, "
            "device_id, access_public, signing_public, signing_sealed, certificate_serial, "
            "valid_until, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', ?)",
            (
                person.person_id, person.slot_id, person.initials, person.full_name,
                person.role.value, person.organisation, person.device_id, access_key.public,
                signing_key.public_line(person.person_id),
                wrap_signing_key(access_key, signing_key, person.person_id, person.device_id), at,
            ),
        )  # fmt: skip
        self.add_age_identity(person.person_id, at=at)
        return self.get(person.person_id)

    def get(self, person_id: str) -> Person:
        """Return a person, removed ones included.

        Raises:
            UnknownPerson: Never was in this vault.
        """
        return self._once.get(person_id, lambda: self._read(person_id))

    def _read(self, person_id: str) -> Person:
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM people p WHERE p.person_id = ?",  # noqa: S608
            (person_id,),
        )
        if row is None:
            raise UnknownPerson
        return _as_person(row)

    def list_active(self) -> tuple[Person, ...]:
        """Return everybody who can unlock the vault, in the order they were added."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM people p WHERE p.removed_at IS NULL "  # noqa: S608
            "ORDER BY p.added_at, p.person_id"
        )
        return tuple(_as_person(row) for row in rows)

    def is_active(self, person_id: str) -> bool:
        """Say whether a person may unlock the vault."""
        return self._database.exists(
            "SELECT 1 FROM people WHERE person_id = ? AND removed_at IS NULL", (person_id,)
        )

    def access_keys(self) -> dict[str, bytes]:
        """Return the access public keys that count, by person id."""
        rows = self._database.rows(
            "SELECT person_id, access_public FROM people WHERE removed_at IS NULL"
        )
        return dict(rows)

    def mark_removed(self, person_id: str, *, at: str) -> None:
        """Note that a person may no longer unlock the vault.

        Raises:
            UnknownPerson: Not (or no longer) in this vault.
        """
        self._database.require_transaction()
        changed = self._database.execute(
            "UPDATE people SET removed_at = ? WHERE person_id = ? AND removed_at IS NULL",
            (at, person_id),
        )
        if not changed:
            raise UnknownPerson

    def set_certificate(self, person: Person, certificate: bytes) -> None:
        """Store a person's own certificate and what it states (serial, role, organisation, end).

        Args:
            person: The person as the certificate has them; name and initials are not changed.
            certificate: The certificate's bytes.

        Raises:
            UnknownPerson: Not in this vault.
        """
        self._database.require_transaction()
        changed = self._database.execute(
            "UPDATE people SET certificate = ?, certificate_serial = ?, role = ?, "
            "organisation = ?, valid_until = ? WHERE person_id = ?",
            (certificate, person.certificate_serial, person.role.value, person.organisation,
             person.valid_until, person.person_id),
        )  # fmt: skip
        if not changed:
            raise UnknownPerson

    def certificate(self, person_id: str) -> bytes | None:
        """Return a person's own certificate, None before enrolment."""
        found = self._database.value(
            "SELECT certificate FROM people WHERE person_id = ?", (person_id,)
        )
        return bytes(found) if found is not None else None

    def signing_key(self, person_id: str, access_key: AccessKey) -> SigningKey:
        """Return a person's signing key, freed by their access key.

        Raises:
            UnknownPerson: Not in this vault.
            Damaged: The stored key does not open, or is not the one noted beside it.
        """
        row = self._database.row(
            "SELECT signing_sealed, device_id, signing_public FROM people WHERE person_id = ?",
            (person_id,),
        )
        if row is None:
            raise UnknownPerson
        sealed, device_id, public = row
        try:
            key = unwrap_signing_key(access_key, sealed, person_id, device_id)
        except CannotOpen as error:
            raise Damaged from error
        if key.public_line(person_id) != public:
            raise Damaged
        return key

    def renew_keys(
        self, person_id: str, access_key: AccessKey, *, device_id: str, at: str
    ) -> Person:
        """Give a person new keys for a device; the certificate of the old ones is let go.

        Age identities are retired, not dropped: what is on its way still opens.

        Raises:
            UnknownPerson: Not in this vault.
        """
        self._database.require_transaction()
        signing_key = SigningKey.generate()
        changed = self._database.execute(
            "UPDATE people SET device_id = ?, signing_public = ?, signing_sealed = ?, "
            "certificate = NULL, certificate_serial = 0, valid_until = '' WHERE person_id = ?",
            (
                device_id, signing_key.public_line(person_id),
                wrap_signing_key(access_key, signing_key, person_id, device_id), person_id,
            ),
        )  # fmt: skip
        if not changed:
            raise UnknownPerson
        self.add_age_identity(person_id, at=at)
        return self.get(person_id)

    def renew_access(self, person_id: str, access_key: AccessKey) -> None:
        """Give a person another access key, after the old one was lost with its passphrase.

        Raises:
            UnknownPerson: Not (or no longer) in this vault.
        """
        self._database.require_transaction()
        changed = self._database.execute(
            "UPDATE people SET access_public = ? WHERE person_id = ? AND removed_at IS NULL",
            (access_key.public, person_id),
        )
        if not changed:
            raise UnknownPerson

    def add_age_identity(self, person_id: str, *, at: str) -> str:
        """Give a person a new age identity beside the old ones and return its recipient."""
        self._database.require_transaction()
        identity, recipient = generate_age_identity()
        self._database.execute(
            "UPDATE age_identities SET retired_at = ? WHERE person_id = ? AND retired_at IS NULL",
            (at, person_id),
        )
        self._database.execute(
            "INSERT INTO age_identities (recipient, person_id, identity, made_at) "
            "VALUES (?, ?, ?, ?)",
            (recipient, person_id, identity, at),
        )
        return recipient

    def age_identities(self, person_id: str = "") -> tuple[AgeIdentity, ...]:
        """Return the secret age identities of one person or of all, newest first."""
        rows = self._database.rows(
            "SELECT person_id, recipient, identity, retired_at FROM age_identities "
            "WHERE ?1 = '' OR person_id = ?1 ORDER BY made_at DESC, recipient",
            (person_id,),
        )
        return tuple(
            AgeIdentity(
                person_id=owner, recipient=recipient, identity=identity, retired=bool(retired)
            )
            for owner, recipient, identity, retired in rows
        )


def _as_person(row: Row) -> Person:
    (
        person_id, initials, full_name, role, organisation, device_id, serial, signing_public,
        valid_until, recipient,
    ) = row  # fmt: skip
    return Person(
        person_id=person_id,
        initials=initials,
        full_name=full_name,
        role=Role(role),
        organisation=organisation,
        device_id=device_id,
        certificate_serial=serial,
        age_recipient=recipient or "",
        signing_key=signing_public,
        valid_until=valid_until,
    )
