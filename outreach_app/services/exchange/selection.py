"""What goes into a bundle: revisions of a case or of some documents, cut to the parts that go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from outreach_app.bundle.content import AttachmentItem, PartItem, RevisionItem, SignedItem
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.domain.answers import leaves
from outreach_app.domain.documents import Document, Part, Review, Revision, Subject
from outreach_app.services.errors import UnknownCase, UnknownDocument
from outreach_app.services.revising import FROZEN_PARTS
from outreach_app.services.sitting import Sitting
from outreach_app.store import errors as store_errors
from outreach_app.store.attachments import SealedFile

_KEPT_BACK = {"contact_note": "note_visible_to_bundle"}
"""Forms with a question that keeps a document out of bundles, unless it is named on its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """What to send: whole cases with their client records, or single documents.

    Attributes:
        unsent_only: Leave out what all recipients have: sent to them from here, or come from them.
    """

    case_ids: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    unsent_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file that goes; it is opened only while the bundle is made, which needs no vault."""

    sealed: SealedFile = field(repr=False)
    media_type: str
    description: str

    def item(self) -> AttachmentItem:
        """Return it as a bundle carries it.

        Raises:
            AttachmentDamaged: It is not what was stored.
        """
        return AttachmentItem(
            content=self.sealed.read(), media_type=self.media_type, description=self.description
        )


def chosen_documents(sitting: Sitting, choice: ExportChoice) -> tuple[Document, ...]:
    """Return the documents of a choice, each once.

    Raises:
        UnknownCase: Nothing is held of a case.
        UnknownDocument: A document is not held.
    """
    found: dict[str, Document] = {}
    for case_id in choice.case_ids:
        documents = sitting.vault.documents.by_case(case_id)
        if not documents:
            raise UnknownCase(reference=case_id)
        client = Subject(client_id=documents[0].subject.client_id)
        about_client = sitting.vault.documents.by_subject(client)
        for each in (*about_client, *documents):
            if each.subject.case_id in {"", case_id} and not is_kept_back(sitting, each):
                found[each.document_id] = each
    for document_id in choice.document_ids:
        try:
            found[document_id] = sitting.vault.documents.get(document_id)
        except store_errors.UnknownDocument as error:
            raise UnknownDocument(name=document_id) from error
    return tuple(found.values())


def is_kept_back(sitting: Sitting, document: Document) -> bool:
    """Say whether its writer wanted a document kept out of bundles."""
    question = _KEPT_BACK.get(document.form_id)
    if question is None:
        return False
    heads = sitting.vault.revisions.heads(document.document_id)
    return any(head.flat().get(question) == "no" for head in heads)


def chosen_revisions(sitting: Sitting, documents: Iterable[Document]) -> list[Revision]:
    """Return every revision of some documents, waiting ones too, parents before children."""
    revisions = sitting.vault.revisions
    return [
        revision
        for document in documents
        for revision in (
            *revisions.history(document.document_id),
            *revisions.waiting(document.document_id),
        )
    ]


def is_known_to(sitting: Sitting, object_id: str, people: frozenset[str]) -> bool:
    """Say whether all of some people have an object: it went to them, or came from them."""
    bundles = sitting.vault.bundles
    sent = {bundle.recipient_id for bundle in bundles.sent_with(object_id)}
    return people <= sent | {bundle.signer_id for bundle in bundles.received_with(object_id)}


def cut(revision: Revision, parts: frozenset[str]) -> Revision:
    """Return a revision with only some of its parts; the rest is withheld."""
    kept = {
        name: part if name in parts else Part(name=name) for name, part in revision.parts.items()
    }
    return replace(revision, parts=kept)


def revision_item(revision: Revision, copy: str, attachments: Sequence[str]) -> RevisionItem:
    """Return a revision, already cut, as a bundle carries it."""
    return RevisionItem(
        payload=revision.payload,
        signature=revision.signature,
        parts=tuple(
            PartItem(name=name, salt=part.salt, payload=canonical_bytes(part.answers))
            for name, part in sorted(revision.parts.items())
            if part.answers is not None
        ),
        copy=copy,
        needs=(revision.header.form_hash, *attachments),
    )


def attachments_of(revision: Revision) -> tuple[str, ...]:
    """Return the files that may go with a revision, already cut.

    Where a part is withheld, only files that the remaining answers name: a picture that belongs
    to a withheld answer stays out with it.
    """
    if set(revision.withheld()) <= FROZEN_PARTS:
        return revision.header.attachments
    named = {value for _address, value in leaves(revision.answers())}
    return tuple(digest for digest in revision.header.attachments if digest in named)


def attached_file(sitting: Sitting, digest: str) -> AttachedFile:
    """Return a file that goes, as it lies in the vault."""
    facts = sitting.vault.attachments.facts(digest)
    return AttachedFile(
        sealed=sitting.vault.attachments.sealed(digest),
        media_type=facts.media_type,
        description=facts.description,
    )


def review_item(review: Review) -> SignedItem:
    """Return a review as a bundle carries it."""
    about = review.revision_id.removeprefix("sha256:")
    return SignedItem(payload=review.payload, signature=review.signature, about=about)
