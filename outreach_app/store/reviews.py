"""Reviews: signed statements about one revision each, added as a set."""

import json
from collections.abc import Iterable

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import object_digest
from outreach_app.domain.documents import Comment, Review, ReviewVerb
from outreach_app.domain.word_order import in_order
from outreach_app.store.database import Database, Row
from outreach_app.store.errors import MisnamedContent, UnknownObject
from outreach_app.store.projections import Projections

_COLUMNS = (
    "review_id, revision_id, document_id, verb, reviewer_id, certificate_serial, device_id, "
    "signed_at, text, comments, answers, payload, signature, counted, not_counted"
)


class Reviews:
    """The reviews of a vault; one may arrive before the revision it speaks about."""

    def __init__(self, database: Database, projections: Projections) -> None:
        """Use an open database."""
        self._database = database
        self._projections = projections

    def add(self, review: Review, *, received_at: str) -> bool:
        """Add a review inside the caller's act; False when it was held."""
        return bool(self.add_many([review], received_at=received_at))

    def add_many(self, reviews: Iterable[Review], *, received_at: str) -> tuple[str, ...]:
        """Add reviews inside the caller's act, lists included; return the ids of the new ones.

        Raises:
            MisnamedContent: A payload does not have the digest that the review is called by.
        """
        self._database.require_transaction()
        new: list[str] = []
        documents: set[str] = set()
        for review in reviews:
            if object_digest(review.payload) != review.review_id:
                raise MisnamedContent(what="review")
            if self._insert(review, received_at):
                new.append(review.review_id)
                documents.add(review.document_id)
        for document_id in sorted(documents):
            self._projections.refresh_document(document_id)
        return tuple(new)

    def set_counted(self, review_id: str, *, counted: bool, why: str = "") -> None:
        """Note whether a review counts (authority, revocation); lists follow.

        Raises:
            UnknownObject: It is not held.
        """
        self._database.require_transaction()
        review = self.get(review_id)
        self._database.execute(
            "UPDATE reviews SET counted = ?, not_counted = ? WHERE review_id = ?",
            (int(counted), "" if counted else why, review_id),
        )
        self._projections.refresh_document(review.document_id)

    def get(self, review_id: str) -> Review:
        """Return a review.

        Raises:
            UnknownObject: It is not held.
        """
        found = self._where("review_id = ?", review_id)
        if not found:
            raise UnknownObject
        return found[0]

    def holds(self, review_id: str) -> bool:
        """Say whether a review is held."""
        return self._database.exists("SELECT 1 FROM reviews WHERE review_id = ?", (review_id,))

    def of_revision(self, revision_id: str) -> tuple[Review, ...]:
        """Return the reviews of a revision by signing time."""
        return self._where("revision_id = ?", revision_id)

    def of_document(self, document_id: str) -> tuple[Review, ...]:
        """Return the reviews of all revisions of a document by signing time."""
        return self._where("document_id = ?", document_id)

    def documents_not_counted(self, why: str) -> tuple[str, ...]:
        """Return the ids of the documents with a review that does not count for this reason."""
        rows = self._database.rows(
            "SELECT DISTINCT document_id FROM reviews WHERE not_counted = ? AND not_counted <> '' "
            "ORDER BY 1",
            (why,),
        )
        return tuple(str(row[0]) for row in rows)

    def documents_passed_since(self, received_after: str) -> tuple[str, ...]:
        """Return the documents about which an approval came after an instant, "" for ever."""
        rows = self._database.rows(
            "SELECT DISTINCT document_id FROM reviews WHERE counted = 1 "
            "AND verb IN ('approve', 'countersign', 'close') "
            "AND (?1 = '' OR datetime(received_at) > datetime(?1)) ORDER BY 1",
            (received_after,),
        )
        return tuple(str(row[0]) for row in rows)

    def never_sent(self, reviewer_id: str) -> dict[str, int]:
        """Return by document how many reviews of one person no bundle written here carries."""
        rows = self._database.rows(
            "SELECT document_id, COUNT(*) FROM reviews r WHERE reviewer_id = ? AND NOT EXISTS "
            "(SELECT 1 FROM bundle_contents b WHERE b.object_id = r.review_id AND b.outgoing = 1) "
            "GROUP BY document_id",
            (reviewer_id,),
        )
        return {str(document_id): int(count) for document_id, count in rows}

    def _insert(self, review: Review, received_at: str) -> bool:
        comments = [
            [comment.comment_id, comment.row_id, comment.question, comment.text]
            for comment in review.comments
        ]
        changed = self._database.execute(
            f"INSERT OR IGNORE INTO reviews ({_COLUMNS}, received_at) "  # noqa: S608
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                review.review_id, review.revision_id, review.document_id, review.verb.value,
                review.reviewer_id, review.certificate_serial, review.device_id, review.signed_at,
                review.text, canonical_bytes(comments), canonical_bytes(dict(review.answers)),
                review.payload, review.signature, int(review.counted), review.not_counted,
                received_at,
            ),
        )  # fmt: skip
        return changed > 0

    def _where(self, condition: str, value: str) -> tuple[Review, ...]:
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM reviews WHERE {condition}",  # noqa: S608
            (value,),
        )
        return in_order(_as_review(row) for row in rows)


def _as_review(row: Row) -> Review:
    (
        review_id, revision_id, document_id, verb, reviewer_id, serial, device_id, signed_at, text,
        comments, answers, payload, signature, counted, not_counted,
    ) = row  # fmt: skip
    return Review(
        review_id=review_id,
        revision_id=revision_id,
        document_id=document_id,
        verb=ReviewVerb(verb),
        reviewer_id=reviewer_id,
        certificate_serial=serial,
        device_id=device_id,
        signed_at=signed_at,
        text=text,
        comments=tuple(
            Comment(comment_id=comment_id, row_id=row_id, question=question, text=said)
            for comment_id, row_id, question, said in json.loads(comments)
        ),
        answers=json.loads(answers),
        payload=payload,
        signature=signature,
        counted=bool(counted),
        not_counted=not_counted,
    )
