"""The state of a document, derived from the objects about it and never stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from outreach_app.domain.documents import Review, ReviewVerb
from outreach_app.domain.lineage import ancestors, heads
from outreach_app.domain.word_order import in_order


class State(StrEnum):
    """What can be said about a document or one of its revisions."""

    DRAFT = "draft"
    SIGNED = "signed"
    EXPORTED = "exported"
    RECEIVED = "received"
    UNDER_REVIEW = "under_review"
    RETURNED = "returned"
    RESUBMITTED = "resubmitted"
    APPROVED = "approved"
    COUNTERSIGNED = "countersigned"
    STALE = "stale"
    SUPERSEDED = "superseded"


_HEADLINE = (
    State.SUPERSEDED,
    State.RETURNED,
    State.COUNTERSIGNED,
    State.APPROVED,
    State.UNDER_REVIEW,
    State.STALE,
    State.RESUBMITTED,
    State.RECEIVED,
    State.EXPORTED,
    State.SIGNED,
    State.DRAFT,
)
_PASSED = frozenset({ReviewVerb.APPROVE, ReviewVerb.COUNTERSIGN, ReviewVerb.CLOSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentObjects:
    """Everything known about one document.

    Attributes:
        parents: Revision id to the ids of its parents.
        reviews: Reviews of any of its revisions; those that do not count are ignored.
        exported: Ids of revisions that left in a bundle.
        received: Ids of revisions that another vault has confirmed, or that came from elsewhere.
        needs_second_person: A rule asks for a second person, so an approval countersigns.
    """

    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reviews: tuple[Review, ...] = ()
    exported: frozenset[str] = frozenset()
    received: frozenset[str] = frozenset()
    has_draft: bool = False
    needs_second_person: bool = False


def verdict(reviews: tuple[Review, ...], revision_id: str) -> ReviewVerb | None:
    """Return the last word about exactly one revision; a comment is no word of this kind."""
    words = in_order(
        review
        for review in reviews
        if review.counted
        and review.revision_id == revision_id
        and review.verb is not ReviewVerb.COMMENT
    )
    return words[-1].verb if words else None


def revision_states(document: DocumentObjects, revision_id: str) -> frozenset[State]:
    """Return everything that holds for one revision."""
    found = {State.SIGNED}
    if revision_id in document.exported:
        found.add(State.EXPORTED)
    if revision_id in document.received:
        found.add(State.RECEIVED)
    if revision_id not in heads(document.parents):
        found.add(State.SUPERSEDED)
    word = verdict(document.reviews, revision_id)
    if word is None:
        found |= _without_verdict(document, revision_id)
    elif word is ReviewVerb.RETURN:
        found.add(State.RETURNED)
    elif word in _PASSED:
        found.add(State.APPROVED)
        if word is ReviewVerb.COUNTERSIGN or document.needs_second_person:
            found.add(State.COUNTERSIGNED)
    return frozenset(found)


def _without_verdict(document: DocumentObjects, revision_id: str) -> set[State]:
    found: set[State] = set()
    if any(review.counted and review.revision_id == revision_id for review in document.reviews):
        found.add(State.UNDER_REVIEW)
    before = {verdict(document.reviews, each) for each in _last_judged(document, revision_id)}
    if before & _PASSED:
        found.add(State.STALE)
    if ReviewVerb.RETURN in before:
        found.add(State.RESUBMITTED)
    return found


def _last_judged(document: DocumentObjects, revision_id: str) -> frozenset[str]:
    older = ancestors(document.parents, revision_id)
    judged = {each for each in older if verdict(document.reviews, each) is not None}
    farther = {each for near in judged for each in ancestors(document.parents, near)}
    return frozenset(judged - farther)


def headline(states: frozenset[State]) -> State:
    """Return the one state that a list shows."""
    return next(state for state in _HEADLINE if state in states)


def document_states(document: DocumentObjects) -> frozenset[State]:
    """Return everything that holds for a document as it stands: its heads and its draft."""
    found = {State.DRAFT} if document.has_draft or not document.parents else set()
    for revision_id in heads(document.parents):
        found |= revision_states(document, revision_id)
    return frozenset(found)


def document_state(document: DocumentObjects) -> State:
    """Return the one state that a list shows for a document."""
    return headline(document_states(document))


def authors_since_approval(document: DocumentObjects, authors: Mapping[str, str]) -> frozenset[str]:
    """Return who wrote since the last approval, authors of merges included: the four-eyes set.

    Args:
        document: The document with its reviews.
        authors: Revision id to the id of the person who signed it.
    """
    current = heads(document.parents)
    passed = {
        each
        for head in current
        for each in ancestors(document.parents, head)
        if verdict(document.reviews, each) in _PASSED
    }
    settled = passed | {older for each in passed for older in ancestors(document.parents, each)}
    open_ones = {each for head in current for each in ancestors(document.parents, head) | {head}}
    return frozenset(authors[each] for each in open_ones - settled if each in authors)
