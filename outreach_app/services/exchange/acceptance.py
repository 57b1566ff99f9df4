"""Taking a bundle over from the inbox into the cases, in one act."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.documents import Review, Revision
from outreach_app.domain.lineage import Waiting, waits_for
from outreach_app.domain.merge_audit import MergeFinding
from outreach_app.phrases import phrase
from outreach_app.services.auditing import audit_merges
from outreach_app.services.draft_standing import overtaken_drafts
from outreach_app.services.exchange.examination import compare_copy
from outreach_app.services.exchange.inbox import in_inbox
from outreach_app.services.exchange.shelf import Shelf
from outreach_app.services.exchange.waiting import (
    Basis,
    read_basis,
    waiting_attachments,
    waiting_copies,
    waiting_reviews,
)
from outreach_app.services.first_records import documents_decided, open_contests
from outreach_app.services.restating import Restated, Restating
from outreach_app.services.restored import require_caught_up
from outreach_app.services.revising import fill_from
from outreach_app.services.sitting import Sitting
from outreach_app.services.suspending import require_good_standing
from outreach_app.services.verification import read_review
from outreach_app.store.lists import DocumentLine
from outreach_app.store.steps import Steps, run_through
from outreach_app.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What a bundle changed.

    Attributes:
        revisions: How many revisions it brought, known ones included.
        reviews: Ids of the new reviews.
        waiting: Revision id to why it cannot be shown yet.
        not_counted: Revision or review id to the reason why it does not count.
        conflicts: Documents that now have several newest versions.
        contested: Cases whose first records contradict each other, which nobody has decided yet.
        overtaken: Documents of which one's own draft is older than the newest version now.
        merges: Revision id to the answers in it that are the merger's own doing.
        restated: What counts differently now among what was held before.
    """

    bundle_id: str
    revisions: int
    documents: tuple[str, ...]
    reviews: tuple[str, ...]
    attachments: int = 0
    waiting: Mapping[str, Waiting] = field(default_factory=dict)
    not_counted: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    overtaken: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    merges: Mapping[str, tuple[MergeFinding, ...]] = field(default_factory=dict)
    restated: Restated = field(default_factory=Restated)


def accept(sitting: Sitting, bundle_id: str, shelf: Shelf) -> Accepted:
    """Take over what a bundle in the inbox brought; when the call returns, it is in the cases.

    Raises:
        NotInInbox: It is not in the inbox.
        NotAllowed: The role does not import.
        RestoredVault: The vault was restored and has not caught up.
        SuspendedYourself, CertificateWithdrawn: One's own certificate does not stand.
        CopyDiffers: A copy that could not be compared before is not that of the signed answers.
        HostFault: The machine failed; the bundle still lies in the inbox.
    """
    return run_through(accepting(sitting, bundle_id, shelf))


def accepting(sitting: Sitting, bundle_id: str, shelf: Shelf) -> Steps[Accepted]:
    """Take a bundle over step by step, with the vault for itself and in one act; see `accept`.

    Closed or ended before its last step it leaves the bundle in the inbox, whole.
    """
    return sitting.vault.database.alone(_accepting(sitting, bundle_id, shelf))


def _accepting(sitting: Sitting, bundle_id: str, shelf: Shelf) -> Steps[Accepted]:
    in_inbox(sitting, bundle_id)
    require_caught_up(sitting)
    require_good_standing(sitting)
    sitting.require(Verb.IMPORT, CaseAccess())
    vault = sitting.vault
    entries = vault.bundles.entries(bundle_id)
    basis = read_basis(entries)
    yield from _late_copies(sitting, bundle_id, waiting_copies(entries), shelf)
    files = waiting_attachments(entries)
    with vault.transaction(
        sitting.act("bundle.accepted", bundle=bundle_id, documents=len(basis.documents))
    ):
        for item in files:
            vault.attachments.put(
                item.content,
                media_type=item.media_type,
                description=item.description,
                at=sitting.instant(),
            )
            yield
        is_sound = basis.still_holds(sitting) and not basis.unread
        shaken = _shaken(sitting, basis, is_sound=is_sound)
        published = yield from vault.revisions.publishing(bundle_id)
        restating = Restating(sitting, shelf.find)
        yield from restating.judging(shaken, skip=frozenset(published if is_sound else ()))
        lines = _lines(vault, basis)
        yield from _fill_carried(sitting, [line.document_id for line in lines if line.withheld])
        reviews = yield from _take_reviews(sitting, entries)
        for document_id in {*basis.documents, *(each.document_id for each in reviews)}:
            restating.reviews_of(document_id)
            yield
        yield from restating.judging(documents_decided(vault, reviews))
        vault.bundles.accept(bundle_id, at=sitting.instant())
    lines = _lines(vault, basis)
    return Accepted(
        bundle_id=bundle_id,
        revisions=len(published),
        documents=basis.documents,
        reviews=tuple(each.review_id for each in reviews),
        attachments=len(files),
        waiting=_waiting(vault, frozenset(basis.documents)),
        not_counted=_not_counted(vault, basis, lines, reviews),
        conflicts=tuple(line.document_id for line in lines if line.head_count > 1),
        contested=tuple(
            each.case_id for each in open_contests(vault) if each.case_id in basis.cases
        ),
        overtaken=tuple(
            document.document_id for document, _newer in overtaken_drafts(sitting, basis.documents)
        ),
        merges=audit_merges(vault, basis.merges),
        restated=restating.outcome(),
    )


def _late_copies(
    sitting: Sitting, bundle_id: str, copies: Mapping[str, str], shelf: Shelf
) -> Steps[None]:
    if not copies:
        return
    for revision in sitting.vault.revisions.staged(bundle_id):
        if shelf.find(revision.header.form_hash) is not None:
            compare_copy(shelf, revision, copies.get(revision.revision_id, ""))
            yield


def _shaken(sitting: Sitting, basis: Basis, *, is_sound: bool) -> frozenset[str]:
    """Return the documents that must be judged again, asked before the bundle is published.

    Those of the bundle itself if anything changed that they were judged by; and whatever was held
    before of cases whose records the bundle changes.
    """
    found = {
        document.document_id
        for case_id in basis.circles
        for document in sitting.vault.documents.by_case(case_id)
    }
    if not is_sound:
        found |= set(basis.documents)
    return frozenset(found)


def _lines(vault: Vault, basis: Basis) -> list[DocumentLine]:
    """Return the list lines of a bundle's documents; of a whole case by one question each."""
    wanted = set(basis.documents)
    found = {
        line.document_id: line
        for case_id in basis.cases
        if case_id
        for line in vault.lists.documents(case_id=case_id)
        if line.document_id in wanted
    }
    for document_id in wanted - found.keys():
        line = vault.lists.document(document_id)
        if line is not None:
            found[document_id] = line
    return [found[document_id] for document_id in sorted(found)]


def _fill_carried(sitting: Sitting, document_ids: Iterable[str]) -> Steps[None]:
    """Put back parts that an author without them carried on, from the versions before."""
    vault = sitting.vault
    for document_id in document_ids:
        known: dict[str, Revision] = {}
        for revision in vault.revisions.history(document_id):
            parents = [known[parent] for parent in revision.header.parents if parent in known]
            filled = fill_from(revision, parents)
            known[revision.revision_id] = filled or revision
            if filled is not None:
                vault.revisions.add(filled, received_at=sitting.instant())
        yield


def _take_reviews(sitting: Sitting, entries: Mapping[str, bytes]) -> Steps[list[Review]]:
    """Add the reviews that are new here; whether they count is judged once all are there."""
    reviews = []
    for item in waiting_reviews(entries):
        reviews.append(read_review(sitting.trust, item).review)
        yield
    unjudged = [
        replace(each, counted=False, not_counted=phrase("not judged yet")) for each in reviews
    ]
    new = set(sitting.vault.reviews.add_many(unjudged, received_at=sitting.instant()))
    return [each for each in reviews if each.review_id in new]


def _waiting(vault: Vault, document_ids: frozenset[str]) -> dict[str, Waiting]:
    found: dict[str, Waiting] = {}
    for revision in vault.revisions.waiting():
        if revision.header.document_id in document_ids:
            held = {
                parent: vault.revisions.get(parent).header
                for parent in revision.header.parents
                if vault.revisions.holds(parent)
            }
            found[revision.revision_id] = waits_for(revision.header, held)
    return found


def _not_counted(
    vault: Vault, basis: Basis, lines: Iterable[DocumentLine], reviews: Iterable[Review]
) -> dict[str, str]:
    """Return what does not count; a document of which nothing counts has no line in the lists."""
    sound = {line.document_id for line in lines if not line.not_counted_count}
    found = {
        each.revision_id: each.not_counted
        for document_id in basis.documents
        if document_id not in sound
        for each in vault.revisions.history(document_id)
        if not each.counted
    }
    for review in reviews:
        judged = vault.reviews.get(review.review_id)
        if not judged.counted:
            found[review.review_id] = judged.not_counted
    return found
