"""Which documents bundles carried: to whom, in which bundle, and what none has carried yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.store.database import Database

# A few bundles went to one person, and each says what it carried: the other way round every line of the
# register would be looked at. CROSS JOIN keeps this order.
_NEW_REVISIONS = """
WITH known AS (
  SELECT c.object_id FROM bundles_out o CROSS JOIN bundle_contents c
  ON c.bundle_id = o.bundle_id AND c.outgoing = 1 WHERE o.recipient_id = ?1
  UNION
  SELECT c.object_id FROM bundles_in i CROSS JOIN bundle_contents c
  ON c.bundle_id = i.bundle_id AND c.outgoing = 0 WHERE i.signer_id = ?1
)
SELECT DISTINCT d.document_id FROM revisions r JOIN documents d ON d.id = r.document
WHERE r.staged = 0 AND r.revision_id NOT IN (SELECT object_id FROM known)
"""
_NEW_REVIEWS = """
WITH known AS (
  SELECT c.object_id FROM bundles_out o CROSS JOIN bundle_contents c
  ON c.bundle_id = o.bundle_id AND c.outgoing = 1 WHERE o.recipient_id = ?1
  UNION
  SELECT c.object_id FROM bundles_in i CROSS JOIN bundle_contents c
  ON c.bundle_id = i.bundle_id AND c.outgoing = 0 WHERE i.signer_id = ?1
)
SELECT DISTINCT r.document_id FROM reviews r
WHERE r.review_id NOT IN (SELECT object_id FROM known)
"""


# Whether a version has gone at all is asked before its parts are read: most of a vault never leaves.
_WITHHELD = """
WITH gone AS MATERIALIZED (
  SELECT h.document_id, h.signed_at, h.revision_id FROM p_heads h
  WHERE EXISTS (SELECT 1 FROM bundle_contents c WHERE c.object_id = h.revision_id AND c.outgoing = 1)
)
SELECT h.document_id, p.name, h.signed_at
FROM gone h JOIN revisions r ON r.revision_id = h.revision_id
JOIN revision_parts p ON p.revision = r.id
WHERE p.content IS NOT NULL
AND p.name IN ('internal', 'location', 'special', 'staff', 'third_party')
AND EXISTS (SELECT 1 FROM bundle_contents c JOIN revision_parts o ON o.digest = c.object_id
  WHERE o.revision = r.id AND c.outgoing = 1)
AND NOT EXISTS (SELECT 1 FROM bundle_contents c WHERE c.object_id = h.revision_id AND c.outgoing = 0)
AND NOT EXISTS (SELECT 1 FROM revisions e JOIN revision_parts s ON s.revision = e.id
  JOIN bundle_contents c ON c.object_id = s.digest AND c.outgoing = 1
  WHERE e.document = r.document AND s.name = p.name AND s.content = p.content)
AND (?1 = '' OR datetime(h.signed_at) > datetime(?1))
ORDER BY h.signed_at, h.document_id, p.name
"""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A part that stayed here when the rest of its version went; signed when its version was."""

    document_id: str
    part: str
    signed_at: str


@dataclass(frozen=True, slots=True)
class Travel:
    """One way of one version.

    Attributes:
        recipient_id: To whom it went; "" for one that came.
    """

    revision_id: str
    bundle_id: str
    recipient_id: str
    came: bool


class Carried:
    """Reads the register of bundles by document."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def new_to(self, person_id: str) -> frozenset[str]:
        """Return the documents of which a person lacks a version or a review.

        They have what went to them from here and what came from them.
        """
        revisions = self._database.rows(_NEW_REVISIONS, (person_id,))
        return frozenset(str(row[0]) for row in revisions) | self.reviews_new_to(person_id)

    def reviews_new_to(self, person_id: str) -> frozenset[str]:
        """Return the documents of which a person lacks a review."""
        rows = self._database.rows(_NEW_REVIEWS, (person_id,))
        return frozenset(str(row[0]) for row in rows)

    def only_here(self) -> dict[str, str]:
        """Return the documents whose newest version no bundle has carried in or out.

        Returns:
            The instant (UTC) of the oldest such version by document, oldest first.
        """
        rows = self._database.rows(
            "SELECT h.document_id, min(h.signed_at) FROM p_heads h LEFT JOIN bundle_contents b "
            "ON b.object_id = h.revision_id WHERE b.bundle_id IS NULL GROUP BY h.document_id "
            "ORDER BY 2, 1"
        )
        return {str(document): str(signed) for document, signed in rows}

    def is_only_here(self, document_id: str) -> bool:
        """Say whether no bundle has carried a document's newest version in or out."""
        return self._database.exists(
            "SELECT 1 FROM p_heads h LEFT JOIN bundle_contents b ON b.object_id = h.revision_id "
            "WHERE b.bundle_id IS NULL AND h.document_id = ?",
            (document_id,),
        )

    def withheld(self, after: str = "") -> tuple[Withheld, ...]:
        """Return the parts of newest versions that stayed here when the rest went.

        A part counts as gone when a bundle has carried it, or the same answers of an earlier version,
        and for what came by bundle: its sender has it. What has never left at all is no such part.

        Args:
            after: Only of versions that were signed after this instant, "" for all.
        """
        rows = self._database.rows(_WITHHELD, (after,))
        return tuple(Withheld(*map(str, row)) for row in rows)

    def travels(self, document_id: str) -> tuple[Travel, ...]:
        """Return of each version of a document in which bundles it went out or came."""
        rows = self._database.rows(
            "SELECT c.object_id, c.bundle_id, coalesce(o.recipient_id, ''), c.outgoing "
            "FROM documents d JOIN revisions r ON r.document = d.id "
            "JOIN bundle_contents c ON c.object_id = r.revision_id "
            "LEFT JOIN bundles_out o ON o.bundle_id = c.bundle_id AND c.outgoing = 1 "
            "WHERE d.document_id = ?",
            (document_id,),
        )
        return tuple(
            Travel(revision, bundle, recipient, not out)
            for revision, bundle, recipient, out in rows
        )

    def documents_in(self, bundle_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return of some bundles that were written here which documents they carried."""
        return {each: self._documents_in(each) for each in bundle_ids}

    def documents_brought(self, bundle_id: str) -> tuple[str, ...]:
        """Return the documents of which a bundle that came brought versions."""
        rows = self._database.rows(
            "SELECT DISTINCT d.document_id FROM bundle_contents c "
            "JOIN revisions r ON r.revision_id = c.object_id JOIN documents d ON d.id = r.document "
            "WHERE c.bundle_id = ? AND c.outgoing = 0 AND r.staged = 0",
            (bundle_id,),
        )
        return tuple(str(row[0]) for row in rows)

    def _documents_in(self, bundle_id: str) -> tuple[str, ...]:
        rows = self._database.rows(
            "SELECT d.document_id FROM bundle_contents c "
            "JOIN revisions r ON r.revision_id = c.object_id JOIN documents d ON d.id = r.document "
            "WHERE c.bundle_id = ?1 AND c.outgoing = 1 UNION "
            "SELECT v.document_id FROM bundle_contents c "
            "JOIN reviews v ON v.review_id = c.object_id WHERE c.bundle_id = ?1 AND c.outgoing = 1",
            (bundle_id,),
        )
        return tuple(str(row[0]) for row in rows)
