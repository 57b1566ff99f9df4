"""What was said about one's own documents: returned, commented on, approved and not read yet."""

from dataclasses import dataclass
from datetime import timedelta

from outreach_app.domain.documents import Review, ReviewVerb, Subject
from outreach_app.services.instants import write_instant
from outreach_app.services.sitting import Sitting
from outreach_app.store.lists import DocumentLine

_FIRST_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidToMe:
    """The last word about a document of one's own.

    Attributes:
        reviews: What stands on its newest version, oldest first.
        verb: The last that is no comment; COMMENT where there is none.
    """

    document_id: str
    form_id: str
    subject: Subject
    revision_id: str
    reviews: tuple[Review, ...]
    verb: ReviewVerb
    at: str


def words_for_me(sitting: Sitting) -> tuple[SaidToMe, ...]:
    """Return one's own documents that were returned or commented on, oldest word first."""
    lines = sitting.vault.lists.spoken_about(sitting.me.person_id)
    return tuple(each for line in lines for each in _said(sitting, line))


def approvals_for_me(sitting: Sitting) -> tuple[SaidToMe, ...]:
    """Return one's own documents of which approvals came since one last read about them."""
    vault, me = sitting.vault, sitting.me.person_id
    first = write_instant(sitting.now() - timedelta(days=_FIRST_DAYS))
    since = vault.properties.get(_read(sitting)) or first
    lines = (vault.lists.document(each) for each in vault.reviews.documents_passed_since(since))
    mine = (
        line
        for line in lines
        if line is not None and line.author_id == me and (line.approved or line.closed)
    )
    found = [each for line in mine for each in _said(sitting, line)]
    return tuple(sorted(found, key=lambda each: (each.at, each.document_id), reverse=True))


def count_for_me(sitting: Sitting) -> int:
    """Return how many documents came back with words; from the lists alone."""
    return len(sitting.vault.lists.spoken_about(sitting.me.person_id))


def note_approvals_read(sitting: Sitting) -> None:
    """Note that this person has read which of their documents were approved."""
    with sitting.vault.database.transaction():
        sitting.vault.properties.set(_read(sitting), write_instant(sitting.now()))


def _said(sitting: Sitting, line: DocumentLine) -> tuple[SaidToMe, ...]:
    heads = sitting.vault.revisions.head_ids(line.document_id)
    if len(heads) != 1:
        return ()
    about = sitting.vault.reviews.of_document(line.document_id)
    reviews = tuple(each for each in about if each.counted and each.revision_id == heads[0])
    if not reviews:
        return ()
    verbs = [each.verb for each in reviews if each.verb is not ReviewVerb.COMMENT]
    return (
        SaidToMe(
            document_id=line.document_id,
            form_id=line.form_id,
            subject=Subject(client_id=line.client_id, case_id=line.case_id),
            revision_id=heads[0],
            reviews=reviews,
            verb=verbs[-1] if verbs else ReviewVerb.COMMENT,
            at=line.last_reviewed_at,
        ),
    )


def _read(sitting: Sitting) -> str:
    return f"approvals.read.{sitting.me.person_id}"
