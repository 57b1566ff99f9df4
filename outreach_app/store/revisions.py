"""Signed revisions: immutable, named by their content, added as a set.

Adding what is held changes nothing, except that a part which was withheld before is filled in.
A revision whose parents are not all held, in the same document, waits unseen until they come.
The signatures and the authority of the author are checked by the caller; this module checks that
the content has the digests it is called by, so that a vault never holds anything else.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from outreach_app.domain.documents import Document, Header, Revision
from outreach_app.store.acts import Acts
from outreach_app.store.database import Database, Row
from outreach_app.store.documents import Documents
from outreach_app.store.drafts import Drafts
from outreach_app.store.errors import MisnamedContent, UnknownRevision
from outreach_app.store.journal import Act
from outreach_app.store.projections import Projections
from outreach_app.store.read_once import ReadOnce
from outreach_app.store.revision_contents import NOT_COMBINED, checked_contents
from outreach_app.store.revision_rows import REVISION_COLUMNS, as_revision, related_rows
from outreach_app.store.shapes import agree
from outreach_app.store.steps import Steps, run_through

_INSERT = (
    "INSERT INTO revisions (revision_id, document, form_hash, author_id, certificate_serial, "
    "device_id, signed_at, received_at, reason, rules_version, flags, attachments, payload, "
    "signature, counted, not_counted, staged) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT = f"SELECT {REVISION_COLUMNS} FROM revisions r JOIN documents o ON o.id = r.document "  # noqa: S608


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition changed: ids of new revisions, of those completed by parts, and known ones."""

    new: tuple[str, ...] = ()
    completed: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(slots=True)
class _Batch:
    """What one call of `add_many` has met so far."""

    received_at: str
    staged: bool
    rows: dict[str, int] = field(default_factory=dict)
    documents: dict[Document, int] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    new: list[str] = field(default_factory=list)
    completed: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)


class Revisions:
    """The signed revisions of a vault."""

    def __init__(
        self,
        database: Database,
        acts: Acts,
        documents: Documents,
        drafts: Drafts,
        projections: Projections,
    ) -> None:
        """Use an open database and the parts that a revision touches."""
        self._database = database
        self._acts = acts
        self._documents = documents
        self._drafts = drafts
        self._projections = projections
        self._once: ReadOnce[tuple[Revision, ...]] = ReadOnce(
            database, lambda: database.signed_changes
        )

    def add(self, revision: Revision, *, received_at: str) -> Added:
        """Add one revision inside the caller's act. See `add_many`."""
        return self.add_many([revision], received_at=received_at)

    def add_many(self, revisions: Iterable[Revision], *, received_at: str) -> Added:
        """Add revisions in any order inside the caller's act, with projections and search.

        Raises:
            MisnamedContent: A payload or part does not have the digest it is called by.
            ForeignDocument: A revision names another form or subject than its document has.
        """
        self._database.require_transaction()
        batch = _Batch(received_at, staged=False)
        for revision in revisions:
            self._insert(revision, batch)
        self._projections.refresh(batch.touched)
        return Added(tuple(batch.new), tuple(batch.completed), tuple(batch.known))

    def sign_draft(self, revision: Revision, act: Act) -> Added:
        """Turn the unlocked person's draft into its signed revision, in one transaction.

        Header, parts, signature, lists, search, journal row and the removal of the draft are on
        the disk together when the call returns.

        Raises:
            NoDraft: The unlocked person has no draft of this document.
            MisnamedContent: See `add_many`.
        """
        with self._acts.transaction(act):
            self._drafts.discard(revision.header.document_id)
            return self.add(revision, received_at=revision.header.signed_at)

    def stage(self, bundle_id: str, revisions: Iterable[Revision], *, received_at: str) -> Added:
        """Lay a slice of a bundle's revisions aside, unseen, in a transaction of its own.

        May be repeated after a crash. `publish` makes all slices visible at once.

        Raises:
            MisnamedContent: See `add_many`.
            ForeignDocument: See `add_many`.
        """
        batch = _Batch(received_at, staged=True)
        with self._database.transaction():
            for revision in revisions:
                row = self._insert(revision, batch, bundle_id)
                self._database.execute(
                    "INSERT OR IGNORE INTO staged_revisions (bundle_id, revision) VALUES (?, ?)",
                    (bundle_id, row),
                )
        return Added(tuple(batch.new), tuple(batch.completed), tuple(batch.known))

    def staged(self, bundle_id: str) -> tuple[Revision, ...]:
        """Return the revisions that lie aside for a bundle, with the parts it brought."""
        rows = self._database.rows(
            f"{_SELECT} JOIN staged_revisions s ON s.revision = r.id WHERE s.bundle_id = ? "
            "ORDER BY r.signed_at, r.id",
            (bundle_id,),
        )
        return self._with_parts(rows)

    def publishing(self, bundle_id: str) -> Steps[tuple[str, ...]]:
        """Make a bundle's staged revisions visible inside the caller's act; return their ids."""
        self._database.require_transaction()
        rows = self._database.rows(
            "SELECT r.id, r.revision_id, r.document FROM staged_revisions s "
            "JOIN revisions r ON r.id = s.revision WHERE s.bundle_id = ?",
            (bundle_id,),
        )
        self._database.execute_many(
            "UPDATE revisions SET staged = 0 WHERE id = ?", [(row[0],) for row in rows]
        )
        self._database.execute(
            "UPDATE revision_parts SET (salt, content) = "
            "(SELECT s.salt, s.content FROM staged_parts s WHERE s.bundle_id = ?1 "
            "AND s.revision = revision_parts.revision AND s.name = revision_parts.name) "
            "WHERE content IS NULL AND EXISTS (SELECT 1 FROM staged_parts s "
            "WHERE s.bundle_id = ?1 AND s.revision = revision_parts.revision "
            "AND s.name = revision_parts.name)",
            (bundle_id,),
        )
        self._forget_staging(bundle_id)
        yield
        yield from self._projections.refreshing({row[2] for row in rows})
        return tuple(row[1] for row in rows)

    def publish(self, bundle_id: str) -> tuple[str, ...]:
        """Make a bundle's staged revisions visible at once; see `publishing`."""
        return run_through(self.publishing(bundle_id))

    def discard(self, bundle_id: str) -> None:
        """Remove what lies aside for a bundle and belongs to no other, in its own transaction."""
        with self._database.transaction():
            self._database.execute(
                "DELETE FROM revisions WHERE staged = 1 AND id IN "
                "(SELECT revision FROM staged_revisions WHERE bundle_id = ?1) AND id NOT IN "
                "(SELECT revision FROM staged_revisions WHERE bundle_id <> ?1)",
                (bundle_id,),
            )
            self._forget_staging(bundle_id)
            self._documents.forget_empty()

    def set_counted(self, revision_id: str, *, counted: bool, why: str = "") -> None:
        """Note whether a revision counts (authority, revocation); lists and heads follow.

        Raises:
            UnknownRevision: It is not held.
        """
        self._database.require_transaction()
        document = self._database.value(
            "SELECT document FROM revisions WHERE revision_id = ?", (revision_id,)
        )
        if document is None:
            raise UnknownRevision
        self._database.execute(
            "UPDATE revisions SET counted = ?, not_counted = ? WHERE revision_id = ?",
            (int(counted), "" if counted else why, revision_id),
        )
        self._projections.refresh({document})

    def holds(self, revision_id: str) -> bool:
        """Say whether a revision is held and not only staged; it may still wait for parents."""
        return self._database.exists(
            "SELECT 1 FROM revisions WHERE revision_id = ? AND staged = 0", (revision_id,)
        )

    def get(self, revision_id: str) -> Revision:
        """Return a revision with its held parts, waiting ones included, staged ones not.

        Raises:
            UnknownRevision: It is not held.
        """
        rows = self._database.rows(
            f"{_SELECT} WHERE r.revision_id = ? AND r.staged = 0", (revision_id,)
        )
        if not rows:
            raise UnknownRevision
        return self._with_parts(rows)[0]

    def heads(self, document_id: str) -> tuple[Revision, ...]:
        """Return the newest revisions of a document: one, or several until somebody merges."""
        return self._where("o.document_id = ? AND r.head = 1", (document_id,))

    def head_ids(self, document_id: str) -> tuple[str, ...]:
        """Return the ids of the heads, sorted."""
        rows = self._database.rows(
            "SELECT r.revision_id FROM revisions r JOIN documents o ON o.id = r.document "
            "WHERE o.document_id = ? AND r.head = 1 ORDER BY r.revision_id",
            (document_id,),
        )
        return tuple(str(row[0]) for row in rows)

    def history(self, document_id: str) -> tuple[Revision, ...]:
        """Return all visible revisions of a document by signing time, not counted ones included."""
        return self._where("o.document_id = ? AND r.visible = 1", (document_id,))

    def waiting(self, document_id: str = "") -> tuple[Revision, ...]:
        """Return the revisions that wait for parents, of one document or of all."""
        if document_id:
            return self._where(
                "o.document_id = ? AND r.visible = 0 AND r.staged = 0", (document_id,)
            )
        return self._where("r.visible = 0 AND r.staged = 0", ())

    def documents_not_counted(self, why: str) -> tuple[str, ...]:
        """Return the ids of the documents with a revision that does not count for this reason."""
        return tuple(
            row[0]
            for row in self._database.rows(
                "SELECT DISTINCT d.document_id FROM revisions r JOIN documents d "
                "ON d.id = r.document WHERE r.not_counted = ? AND r.not_counted <> '' "
                "AND r.staged = 0 ORDER BY 1",
                (why,),
            )
        )

    def missing_parents(self, document_id: str) -> tuple[str, ...]:
        """Return the ids that waiting revisions of a document name and this vault does not hold."""
        rows = self._database.rows(
            "SELECT DISTINCT p.parent_id FROM revision_parents p "
            "JOIN revisions r ON r.id = p.revision JOIN documents o ON o.id = r.document "
            "WHERE o.document_id = ? AND r.staged = 0 AND NOT EXISTS (SELECT 1 FROM revisions h "
            "WHERE h.revision_id = p.parent_id AND h.document = r.document AND h.staged = 0) "
            "ORDER BY 1",
            (document_id,),
        )
        return tuple(str(row[0]) for row in rows)

    def _where(self, condition: str, parameters: Sequence[str]) -> tuple[Revision, ...]:
        def read() -> tuple[Revision, ...]:
            rows = self._database.rows(
                f"{_SELECT} WHERE {condition} ORDER BY r.signed_at, r.id", parameters
            )
            return self._with_parts(rows)

        return self._once.get((condition, *parameters), read)

    def _with_parts(self, rows: Sequence[Row]) -> tuple[Revision, ...]:
        related = related_rows(self._database, [row[0] for row in rows])
        return tuple(as_revision(row, *related[row[0]]) for row in rows)

    def _insert(self, revision: Revision, batch: _Batch, bundle_id: str = "") -> int:
        contents = checked_contents(revision)
        known = self._database.row(
            "SELECT id, document, staged FROM revisions WHERE revision_id = ?",
            (revision.revision_id,),
        )
        if known is None:
            return self._insert_new(revision, contents, batch)
        row, document, staged = known
        if staged and not batch.staged:
            self._database.execute("UPDATE revisions SET staged = 0 WHERE id = ?", (row,))
            self._database.execute("DELETE FROM staged_revisions WHERE revision = ?", (row,))
            batch.new.append(revision.revision_id)
            self._fill_parts(row, contents)
            batch.touched.add(document)
        elif batch.staged:
            self._stage_parts(bundle_id, row, contents)
            batch.known.append(revision.revision_id)
        elif self._fill_parts(row, contents):
            batch.completed.append(revision.revision_id)
            batch.touched.add(document)
        else:
            batch.known.append(revision.revision_id)
        return int(row)

    def _insert_new(
        self, revision: Revision, contents: dict[str, tuple[bytes, bytes]], batch: _Batch
    ) -> int:
        header = revision.header
        document = self._document_row(header, batch)
        row = self._database.insert(
            _INSERT,
            (
                revision.revision_id, document, header.form_hash, header.author_id,
                header.certificate_serial, header.device_id, header.signed_at, batch.received_at,
                header.reason, header.rules_version, json.dumps(header.flags),
                json.dumps(header.attachments), revision.payload, revision.signature,
                int(revision.counted), revision.not_counted, int(batch.staged),
            ),
        )  # fmt: skip
        if header.parents:
            self._database.execute_many(
                "INSERT OR IGNORE INTO revision_parents (revision, parent_id) VALUES (?, ?)",
                [(row, parent) for parent in header.parents],
            )
        nothing: tuple[bytes | None, bytes | None] = (None, None)
        self._database.execute_many(
            "INSERT INTO revision_parts (revision, name, digest, salt, content) "
            "VALUES (?, ?, ?, ?, ?)",
            [
                (row, name, digest, *contents.get(name, nothing))
                for name, digest in header.parts.items()
            ],
        )
        batch.new.append(revision.revision_id)
        batch.touched.add(document)
        return row

    def _document_row(self, header: Header, batch: _Batch) -> int:
        document = Document(
            document_id=header.document_id, form_id=header.form_id, subject=header.subject
        )
        if document not in batch.documents:
            batch.documents[document] = self._documents.add(document)
        return batch.documents[document]

    def _fill_parts(self, row: int, contents: dict[str, tuple[bytes, bytes]]) -> bool:
        filled = 0
        for name, (salt, content) in contents.items():
            filled += self._database.execute(
                "UPDATE revision_parts SET salt = ?, content = ? "
                "WHERE revision = ? AND name = ? AND content IS NULL",
                (salt, content, row, name),
            )
        if filled:
            rows = self._database.rows(
                "SELECT name, content FROM revision_parts WHERE revision = ? "
                "AND content IS NOT NULL",
                (row,),
            )
            held = [json.loads(text) for name, text in rows if name not in NOT_COMBINED]
            if not agree(held):
                raise MisnamedContent(what="part")
        return filled > 0

    def _stage_parts(
        self, bundle_id: str, row: int, contents: dict[str, tuple[bytes, bytes]]
    ) -> None:
        self._database.execute_many(
            "INSERT OR IGNORE INTO staged_parts (bundle_id, revision, name, salt, content) "
            "VALUES (?, ?, ?, ?, ?)",
            [(bundle_id, row, name, *content) for name, content in contents.items()],
        )

    def _forget_staging(self, bundle_id: str) -> None:
        self._database.execute("DELETE FROM staged_parts WHERE bundle_id = ?", (bundle_id,))
        self._database.execute("DELETE FROM staged_revisions WHERE bundle_id = ?", (bundle_id,))
