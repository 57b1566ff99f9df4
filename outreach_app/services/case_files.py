"""Builds the case file of one case from the signed documents that this vault holds."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from outreach_app.domain.casefile import (
    CaseFile,
    Surroundings,
    UnfinishedDocument,
    build_case_file,
)
from outreach_app.domain.documents import Document, PartName, Review, Revision, Subject
from outreach_app.domain.records import DocumentState
from outreach_app.domain.values import parse_day
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import FormNotAllowed, UnknownForm
from outreach_app.services.instants import day_of
from outreach_app.services.labels import settled
from outreach_app.services.revising import FROZEN_PARTS
from outreach_app.services.sitting import Sitting
from outreach_app.store.steps import Steps
from outreach_app.store.vault import Vault

_DAY = len("2026-02-03")
_ADDRESS = ("addr_line1", "addr_town", "addr_postcode", "addr_la", "addr_kind")


def load_case_file(
    sitting: Sitting, catalogue: Catalogue, subject: Subject, on: date | None = None
) -> CaseFile:
    """Return the case file as it stands, with what is unfinished around it.

    Args:
        sitting: The unlocked vault.
        catalogue: Its forms, for the coded items.
        subject: Client and case.
        on: The day on which it is looked at; today when left out.
    """
    documents = documents_of(sitting.vault, subject)
    states = [state for document in documents for state in states_of(sitting.vault, document)]
    told_apart = settled(sitting.vault, documents, states)
    around = Surroundings(
        items=catalogue.coded_items(),
        unfinished=tuple(_unfinished(sitting.vault, documents, catalogue)),
        address_changed_on=_address_changed(sitting.vault, documents),
    )
    return build_case_file(told_apart, on or sitting.today(), around)


def reading_ahead(vault: Vault, subject: Subject) -> Steps[None]:
    """Read the newest versions of a case a few at a time: what asks for the case file finds them read."""
    for document in documents_of(vault, subject):
        for head in vault.revisions.heads(document.document_id):
            head.flat()
        yield


def documents_of(vault: Vault, subject: Subject) -> tuple[Document, ...]:
    """Return the documents of a case and those about its client as a person."""
    return tuple(
        document
        for document in vault.documents.by_subject(Subject(client_id=subject.client_id))
        if document.subject.case_id in {"", subject.case_id}
    )


def states_of(vault: Vault, document: Document) -> list[DocumentState]:
    """Return one state for each newest version of a document; none while it is only a draft."""
    heads = vault.revisions.heads(document.document_id)
    reviews = vault.reviews.of_document(document.document_id) if heads else ()
    return [state_of_revision(head, reviews, head_count=len(heads)) for head in heads]


def state_of_revision(
    revision: Revision, reviews: tuple[Review, ...] = (), head_count: int = 1
) -> DocumentState:
    """Return what the rules read of one version of a document."""
    header = revision.header
    return DocumentState(
        document_id=header.document_id,
        form_id=header.form_id,
        subject=header.subject,
        revision_id=revision.revision_id,
        signed_at=header.signed_at,
        author_id=header.author_id,
        answers=revision.flat(),
        reviews=reviews,
        head_count=head_count,
        withheld=tuple(name for name in revision.withheld() if name not in FROZEN_PARTS),
    )


def _unfinished(
    vault: Vault, documents: Iterable[Document], catalogue: Catalogue
) -> Iterable[UnfinishedDocument]:
    for each in _unsettled(vault, documents):
        line = vault.lists.document(each.document_id)
        day = parse_day(line.on_date[:_DAY]) if line is not None else None
        yield replace(each, label=_title(catalogue, each.form_id), since=day)


def _title(catalogue: Catalogue, form_id: str) -> str:
    try:
        return catalogue.title(form_id)
    except (FormNotAllowed, UnknownForm):
        return ""


def _unsettled(vault: Vault, documents: Iterable[Document]) -> Iterable[UnfinishedDocument]:
    own_device = vault.device_id
    for document in documents:
        if vault.drafts.authors(document.document_id):
            yield _about(document, "draft")
        own = [
            head.revision_id
            for head in vault.revisions.heads(document.document_id)
            if head.header.device_id == own_device
        ]
        if vault.bundles.never_sent(own):
            yield _about(document, "unsent")
        line = vault.lists.document(document.document_id)
        if line is not None and line.returned:
            yield _about(document, "returned")
    held = {document.document_id: document for document in documents}
    for bundle in vault.bundles.inbox():
        for revision in vault.revisions.staged(bundle.bundle_id):
            if revision.header.document_id in held:
                yield _about(held[revision.header.document_id], "awaiting_answer")


def _about(document: Document, why: str) -> UnfinishedDocument:
    return UnfinishedDocument(document_id=document.document_id, form_id=document.form_id, why=why)


def _address_changed(vault: Vault, documents: Iterable[Document]) -> date | None:
    changed: date | None = None
    for document in documents:
        if document.form_id == "client":
            changed = _last_change(vault.revisions.history(document.document_id)) or changed
    return changed


def _last_change(history: Iterable[Revision]) -> date | None:
    before: tuple[str, ...] | None = None
    changed: date | None = None
    for revision in history:
        if not revision.counted or PartName.LOCATION.value in revision.withheld():
            continue
        flat = revision.flat()
        now = tuple(str(flat.get(name, "")) for name in _ADDRESS)
        if before is not None and now != before:
            changed = day_of(revision.header.signed_at)
        before = now
    return changed


def only_here(vault: Vault) -> tuple[str, ...]:
    """Return the newest signed revisions made on this device that no bundle has carried yet."""
    own = [
        head.revision_id
        for line in vault.lists.documents()
        for head in vault.revisions.heads(line.document_id)
        if head.header.device_id == vault.device_id
    ]
    return vault.bundles.never_sent(own)
