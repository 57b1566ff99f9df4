"""Bundles that came and went: the inbox, the outgoing register, sequences and receipts.

A sequence number only informs: a gap, a late arrival or one number with two contents is shown and
explained, never a reason to drop anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.crypto.envelopes import object_digest
from outreach_app.store.database import Database, Row
from outreach_app.store.errors import UnknownObject
from outreach_app.store.steps import Steps

_IN = (
    "bundle_id, file_digest, signer_id, device_id, recipient_id, sequence, previous, purpose, "
    "created_at, received_at, manifest, signature, accepted_at, refused_at"
)
_OUT = (
    "bundle_id, file_digest, device_id, recipient_id, sequence, previous, purpose, created_at, "
    "manifest, signature"
)


class Arrival(StrEnum):
    """What a bundle is to this vault when it comes.

    A bundle that a person set aside may come again: its facts are here, its contents are not.
    """

    NEW = "new"
    HELD = "held"
    SET_ASIDE = "set_aside"
    SAME_ID_OTHER_CONTENT = "same_id_other_content"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleIn:
    """A bundle that came, verified. `manifest` is its signed envelope.

    Attributes:
        file_digest: Digest of the manifest, which names everything else: ``sha256:<hex>``.
        recipient_id: Whose key opened it; `sequence` and `previous` are of that person's line.
    """

    bundle_id: str
    file_digest: str
    signer_id: str
    device_id: str
    recipient_id: str
    sequence: int
    previous: str
    purpose: str
    created_at: str
    received_at: str
    manifest: bytes
    signature: bytes
    accepted_at: str = ""
    refused_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleOut:
    """A bundle that was written here, on one line (device to recipient); each recipient has one."""

    bundle_id: str
    file_digest: str
    device_id: str
    recipient_id: str
    sequence: int
    previous: str
    purpose: str
    created_at: str
    manifest: bytes
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The place of a bundle on the line of somebody else in this vault."""

    recipient_id: str
    sequence: int
    previous: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What the sequence numbers of one line (device to recipient) tell.

    Attributes:
        highest: Newest number that came, 0 when none did.
        missing: Numbers below it that never came.
        doubled: Numbers that came with two contents: a cloned device, or a forgery.
        broken: Numbers whose `previous` is not the digest of the bundle before.
    """

    highest: int
    missing: tuple[int, ...]
    doubled: tuple[int, ...]
    broken: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A signed receipt for a bundle: of arrival (by a device) or of review (by a person)."""

    bundle_id: str
    kind: str
    by_id: str
    device_id: str
    at: str
    payload: bytes
    signature: bytes
    received_at: str


class Bundles:
    """The exchange register of a vault."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def arrival(self, bundle_id: str, file_digest: str) -> Arrival:
        """Say what a bundle with this id and file digest would be."""
        known = self._database.row(
            "SELECT file_digest, refused_at FROM bundles_in WHERE bundle_id = ?", (bundle_id,)
        )
        if known is None:
            return Arrival.NEW
        digest, refused_at = known
        if digest != file_digest:
            return Arrival.SAME_ID_OTHER_CONTENT
        return Arrival.SET_ASIDE if refused_at else Arrival.HELD

    def receiving(
        self,
        bundle: BundleIn,
        entries: Mapping[str, bytes],
        object_ids: Iterable[str],
        places: Iterable[Place] = (),
    ) -> Steps[Arrival]:
        """Put a verified bundle into the inbox inside the caller's act, unless it is held.

        One that was set aside goes back into the inbox as of the day when it first came.

        Args:
            bundle: Facts of the signed manifest.
            entries: Contents by path that are needed again when a person accepts the bundle.
            object_ids: Ids of everything signed that it carries.
            places: Its places on the lines of other people of this vault.
        """
        self._database.require_transaction()
        arrival = self.arrival(bundle.bundle_id, bundle.file_digest)
        if arrival not in {Arrival.NEW, Arrival.SET_ASIDE}:
            return arrival
        if arrival is Arrival.NEW:
            self._note_in(bundle, places)
            self._note_contents(bundle.bundle_id, object_ids, outgoing=False)
        else:
            self._settle(bundle.bundle_id, "refused_at", "")
        insert = "INSERT INTO bundle_entries (bundle_id, path, content) VALUES (?, ?, ?)"
        for path, content in entries.items():
            self._database.execute(insert, (bundle.bundle_id, path, content))
            yield
        return arrival

    def _note_in(self, bundle: BundleIn, places: Iterable[Place]) -> None:
        self._database.execute(
            f"INSERT INTO bundles_in ({_IN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",  # noqa: S608
            (bundle.bundle_id, bundle.file_digest, bundle.signer_id, bundle.device_id,
             bundle.recipient_id, bundle.sequence, bundle.previous, bundle.purpose,
             bundle.created_at, bundle.received_at, bundle.manifest, bundle.signature),
        )  # fmt: skip
        own = Place(
            recipient_id=bundle.recipient_id, sequence=bundle.sequence, previous=bundle.previous
        )
        self._database.execute_many(
            "INSERT OR IGNORE INTO bundle_places "
            "(bundle_id, recipient_id, device_id, sequence, previous) VALUES (?, ?, ?, ?, ?)",
            [
                (bundle.bundle_id, each.recipient_id, bundle.device_id, each.sequence,
                 each.previous)
                for each in (own, *places)
            ],
        )  # fmt: skip

    def get(self, bundle_id: str) -> BundleIn:
        """Return a bundle that came.

        Raises:
            UnknownObject: It never came.
        """
        row = self._database.row(
            f"SELECT {_IN} FROM bundles_in WHERE bundle_id = ?",  # noqa: S608
            (bundle_id,),
        )
        if row is None:
            raise UnknownObject
        return _as_in(row)

    def inbox(self) -> tuple[BundleIn, ...]:
        """Return the bundles that nobody has accepted or refused yet, oldest first."""
        rows = self._database.rows(
            f"SELECT {_IN} FROM bundles_in WHERE accepted_at = '' AND refused_at = '' "  # noqa: S608
            "ORDER BY received_at, bundle_id"
        )
        return tuple(_as_in(row) for row in rows)

    def received(self) -> tuple[BundleIn, ...]:
        """Return every bundle that came, oldest first."""
        rows = self._database.rows(
            f"SELECT {_IN} FROM bundles_in ORDER BY received_at, bundle_id"  # noqa: S608
        )
        return tuple(_as_in(row) for row in rows)

    def entries(self, bundle_id: str) -> dict[str, bytes]:
        """Return the contents that wait with a bundle in the inbox, by path."""
        rows = self._database.rows(
            "SELECT path, content FROM bundle_entries WHERE bundle_id = ? ORDER BY id", (bundle_id,)
        )
        return dict(rows)

    def accept(self, bundle_id: str, *, at: str) -> None:
        """Note inside the caller's act that a bundle's contents were taken over.

        Raises:
            UnknownObject: It never came.
        """
        self._settle(bundle_id, "accepted_at", at)

    def refuse(self, bundle_id: str, *, at: str) -> None:
        """Note inside the caller's act that a person did not want a bundle; its facts are kept.

        Raises:
            UnknownObject: It never came.
        """
        self._settle(bundle_id, "refused_at", at)

    def line(self, device_id: str, recipient_id: str) -> LineFacts:
        """Return what the sequence numbers of a line tell."""
        rows = self._database.rows(
            "SELECT p.sequence, b.file_digest, p.previous FROM bundle_places p "
            "JOIN bundles_in b ON b.bundle_id = p.bundle_id "
            "WHERE p.device_id = ? AND p.recipient_id = ? ORDER BY p.sequence, b.received_at",
            (device_id, recipient_id),
        )
        digests: dict[int, set[str]] = {}
        for sequence, digest, _previous in rows:
            digests.setdefault(sequence, set()).add(digest)
        highest = max(digests, default=0)
        return LineFacts(
            highest=highest,
            missing=tuple(n for n in range(1, highest) if n not in digests),
            doubled=tuple(sorted(n for n, found in digests.items() if len(found) > 1)),
            broken=tuple(
                sequence
                for sequence, _digest, previous in rows
                if sequence - 1 in digests and previous not in digests[sequence - 1]
            ),
        )

    def next_place(self, device_id: str, recipient_id: str) -> tuple[int, str]:
        """Return the sequence number and `previous` digest of the next bundle of a line."""
        row = self._database.row(
            "SELECT sequence, file_digest FROM bundles_out "
            "WHERE device_id = ? AND recipient_id = ? ORDER BY sequence DESC LIMIT 1",
            (device_id, recipient_id),
        )
        return (1, "") if row is None else (row[0] + 1, row[1])

    def send(self, bundle: BundleOut, object_ids: Iterable[str]) -> None:
        """Note inside the caller's act that a bundle was written for a recipient, and its contents.

        Called once for each recipient of a bundle.
        """
        self._database.require_transaction()
        self._database.execute(
            f"INSERT INTO bundles_out ({_OUT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (bundle.bundle_id, bundle.file_digest, bundle.device_id, bundle.recipient_id,
             bundle.sequence, bundle.previous, bundle.purpose, bundle.created_at, bundle.manifest,
             bundle.signature),
        )  # fmt: skip
        self._note_contents(bundle.bundle_id, object_ids, outgoing=True)

    def lines(self, recipient_id: str) -> tuple[str, ...]:
        """Return the devices from which bundles for a person of this vault came."""
        rows = self._database.rows(
            "SELECT DISTINCT device_id FROM bundle_places WHERE recipient_id = ? ORDER BY 1",
            (recipient_id,),
        )
        return tuple(str(row[0]) for row in rows)

    def sent(self) -> tuple[BundleOut, ...]:
        """Return every bundle that was written here, oldest first, once for each recipient."""
        rows = self._database.rows(
            f"SELECT {_OUT} FROM bundles_out ORDER BY created_at, bundle_id, recipient_id"  # noqa: S608
        )
        return tuple(_as_out(row) for row in rows)

    def last_arrived(self) -> str:
        """Return when the newest bundle was made whose arrival its recipient confirmed; "" for none."""
        found = self._database.value(
            "SELECT o.created_at FROM bundles_out o WHERE EXISTS (SELECT 1 FROM receipts r "
            "WHERE r.bundle_id = o.bundle_id AND r.kind = 'arrival' AND r.by_id = o.recipient_id) "
            "ORDER BY datetime(o.created_at) DESC LIMIT 1"
        )
        return str(found or "")

    def sent_with(self, object_id: str) -> tuple[BundleOut, ...]:
        """Return the bundles written here that carry a revision, review or other object."""
        rows = self._database.rows(
            f"SELECT {_OUT} FROM bundles_out WHERE bundle_id IN (SELECT bundle_id "  # noqa: S608
            "FROM bundle_contents WHERE object_id = ? AND outgoing = 1) "
            "ORDER BY created_at, bundle_id, recipient_id",
            (object_id,),
        )
        return tuple(_as_out(row) for row in rows)

    def received_with(self, object_id: str) -> tuple[BundleIn, ...]:
        """Return the bundles that came and carry a revision, review or other object."""
        rows = self._database.rows(
            f"SELECT {_IN} FROM bundles_in WHERE bundle_id IN (SELECT bundle_id "  # noqa: S608
            "FROM bundle_contents WHERE object_id = ? AND outgoing = 0) "
            "ORDER BY received_at, bundle_id",
            (object_id,),
        )
        return tuple(_as_in(row) for row in rows)

    def contents(self, bundle_id: str) -> tuple[str, ...]:
        """Return the ids of what a bundle carries, sorted."""
        rows = self._database.rows(
            "SELECT object_id FROM bundle_contents WHERE bundle_id = ? ORDER BY object_id",
            (bundle_id,),
        )
        return tuple(str(row[0]) for row in rows)

    def never_sent(self, object_ids: Iterable[str]) -> tuple[str, ...]:
        """Return those of some ids that no bundle written here carries: they are only here."""
        return tuple(
            object_id
            for object_id in object_ids
            if self._database.value(
                "SELECT 1 FROM bundle_contents WHERE object_id = ? AND outgoing = 1", (object_id,)
            )
            is None
        )

    def add_receipt(self, receipt: Receipt) -> bool:
        """Keep a receipt inside the caller's act; False when it was held."""
        self._database.require_transaction()
        return self._database.execute(
            "INSERT OR IGNORE INTO receipts (digest, bundle_id, kind, by_id, device_id, at, "
            "payload, signature, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (object_digest(receipt.payload), receipt.bundle_id, receipt.kind, receipt.by_id,
             receipt.device_id, receipt.at, receipt.payload, receipt.signature,
             receipt.received_at),
        ) > 0  # fmt: skip

    def receipts(self, bundle_id: str = "") -> tuple[Receipt, ...]:
        """Return the receipts for a bundle, or all, by their instants."""
        rows = self._database.rows(
            "SELECT bundle_id, kind, by_id, device_id, at, payload, signature, received_at "
            "FROM receipts WHERE ?1 = '' OR bundle_id = ?1 ORDER BY at, digest",
            (bundle_id,),
        )
        return tuple(_as_receipt(row) for row in rows)

    def _note_contents(self, bundle_id: str, object_ids: Iterable[str], *, outgoing: bool) -> None:
        self._database.execute_many(
            "INSERT OR IGNORE INTO bundle_contents (bundle_id, outgoing, object_id) "
            "VALUES (?, ?, ?)",
            [(bundle_id, int(outgoing), object_id) for object_id in object_ids],
        )

    def _settle(self, bundle_id: str, column: str, at: str) -> None:
        self._database.require_transaction()
        changed = self._database.execute(
            f"UPDATE bundles_in SET {column} = ? WHERE bundle_id = ?",  # noqa: S608
            (at, bundle_id),
        )
        if not changed:
            raise UnknownObject
        self._database.execute("DELETE FROM bundle_entries WHERE bundle_id = ?", (bundle_id,))


def _as_in(row: Row) -> BundleIn:
    return BundleIn(**dict(zip(_IN.split(", "), row, strict=True)))


def _as_out(row: Row) -> BundleOut:
    return BundleOut(**dict(zip(_OUT.split(", "), row, strict=True)))


def _as_receipt(row: Row) -> Receipt:
    names = ("bundle_id", "kind", "by_id", "device_id", "at", "payload", "signature", "received_at")
    return Receipt(**dict(zip(names, row, strict=True)))
