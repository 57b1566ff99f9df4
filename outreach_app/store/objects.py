"""Signed objects that are neither revisions nor reviews, and the certificates of others.

Ratchet statements, journal heads and cards are a set: all are kept. Configuration is
single-valued: `add_single` refuses a number below the one held.
"""

from dataclasses import dataclass

from outreach_app.crypto.envelopes import object_digest
from outreach_app.store.database import Database, Row
from outreach_app.store.errors import MisnamedContent, OlderObject

_COLUMNS = "digest, kind, object_id, number, payload, signature, received_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedObject:
    """A signed envelope as it is kept.

    Attributes:
        digest: ``sha256:`` and the hex SHA-256 of the payload.
        kind: Type of the envelope: ratchet, config, head, look, card, issuers, receipt.
        number: What orders objects of one kind and id: a version or sequence; 0 where none.
    """

    digest: str
    kind: str
    object_id: str
    payload: bytes
    signature: bytes
    number: int = 0
    received_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCertificate:
    """Somebody's certificate: serial, public key line of the authority, owner, bytes."""

    serial: int
    authority: str
    person_id: str
    certificate: bytes
    received_at: str


class Objects:
    """The other signed objects of a vault."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def add(self, signed: SignedObject) -> bool:
        """Keep an object inside the caller's act; False when it was held.

        Raises:
            MisnamedContent: The payload does not have the digest that it is called by.
        """
        self._database.require_transaction()
        if object_digest(signed.payload) != signed.digest:
            raise MisnamedContent(what="object")
        return self._database.execute(
            f"INSERT OR IGNORE INTO objects ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (signed.digest, signed.kind, signed.object_id, signed.number, signed.payload,
             signed.signature, signed.received_at),
        ) > 0  # fmt: skip

    def add_single(self, signed: SignedObject) -> bool:
        """Keep an object of which only the newest counts; False when it was held.

        Raises:
            OlderObject: A newer one, or another one with the same number, is held.
            MisnamedContent: See `add`.
        """
        newest = self.newest(signed.kind, signed.object_id)
        if newest is not None and newest.digest != signed.digest and newest.number >= signed.number:
            raise OlderObject(found=signed.number, known=newest.number)
        return self.add(signed)

    def newest(self, kind: str, object_id: str = "") -> SignedObject | None:
        """Return the object of a kind (and id) with the highest number, if there is one."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM objects WHERE kind = ?1 AND (?2 = '' OR object_id = ?2) "  # noqa: S608
            "ORDER BY number DESC, id DESC LIMIT 1",
            (kind, object_id),
        )
        return None if row is None else _as_object(row)

    def of_kind(self, kind: str, object_id: str = "") -> tuple[SignedObject, ...]:
        """Return all objects of a kind (and id), by number and arrival."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM objects WHERE kind = ?1 AND (?2 = '' OR object_id = ?2) "  # noqa: S608
            "ORDER BY number, id",
            (kind, object_id),
        )
        return tuple(_as_object(row) for row in rows)

    def drop_unsent_before(self, kind: str, object_id: str, number: int) -> None:
        """Remove objects of a kind and id with lower numbers that no bundle of ours has carried."""
        self._database.require_transaction()
        self._database.execute(
            "DELETE FROM objects WHERE kind = ? AND object_id = ? AND number < ? AND NOT EXISTS "
            "(SELECT 1 FROM bundle_contents c WHERE c.object_id = objects.digest "
            "AND c.outgoing = 1)",
            (kind, object_id, number),
        )

    def holds(self, digest: str) -> bool:
        """Say whether an object is held."""
        return self._database.exists("SELECT 1 FROM objects WHERE digest = ?", (digest,))

    def add_certificate(self, stored: StoredCertificate) -> bool:
        """Keep somebody's certificate inside the caller's act; False when it was held.

        Raises:
            MisnamedContent: The same authority issued another certificate under this serial.
        """
        self._database.require_transaction()
        held = self._database.value(
            "SELECT certificate FROM certificates WHERE authority = ? AND serial = ?",
            (stored.authority, stored.serial),
        )
        if held is not None:
            if held != stored.certificate:
                raise MisnamedContent(what="certificate")
            return False
        self._database.execute(
            "INSERT INTO certificates (serial, authority, person_id, certificate, received_at) "
            "VALUES (?, ?, ?, ?, ?)",
            (stored.serial, stored.authority, stored.person_id, stored.certificate,
             stored.received_at),
        )  # fmt: skip
        return True

    def certificates(self, person_id: str = "") -> tuple[StoredCertificate, ...]:
        """Return the certificates of a person, or all, by arrival."""
        rows = self._database.rows(
            "SELECT serial, authority, person_id, certificate, received_at FROM certificates "
            "WHERE ?1 = '' OR person_id = ?1 ORDER BY received_at, serial",
            (person_id,),
        )
        return tuple(
            StoredCertificate(
                serial=serial,
                authority=authority,
                person_id=owner,
                certificate=certificate,
                received_at=received_at,
            )
            for serial, authority, owner, certificate, received_at in rows
        )


def _as_object(row: Row) -> SignedObject:
    digest, kind, object_id, number, payload, signature, received_at = row
    return SignedObject(
        digest=digest,
        kind=kind,
        object_id=object_id,
        number=number,
        payload=payload,
        signature=signature,
        received_at=received_at,
    )
