"""Whether a draft still stands on the newest version of its document."""

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.domain.documents import Document, Draft, Revision
from outreach_app.report.dates import long_time
from outreach_app.services.errors import DraftOvertaken
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerVersion:
    """What became of a document after somebody's draft of it was begun.

    Attributes:
        revision_id: The newest version.
        author_id: Who signed it, at `signed_at`.
        initials: The author's; a question mark for somebody not known here.
        count: How many newest versions there are; more than one have to be merged first.
        full_name: The author's, "" for somebody not known here.
    """

    revision_id: str
    author_id: str
    initials: str
    signed_at: str
    count: int = 1
    full_name: str = ""

    @property
    def who(self) -> str:
        """Return the author as a colleague is named: full name and initials."""
        return f"{self.full_name} ({self.initials})" if self.full_name else self.initials

    @property
    def day(self) -> str:
        """Return when it was signed, for people: ``3 February 2026, 11:00``."""
        return long_time(read_instant(self.signed_at))


def newer_version(sitting: Sitting, draft: Draft) -> NewerVersion | None:
    """Return what a draft was overtaken by, None while it stands on a newest version.

    A second newest version beside the one that a draft stands on does not overtake it: the two
    are merged by themselves, and the draft then with what they became.
    """
    revisions = sitting.vault.revisions
    current = revisions.head_ids(draft.document.document_id)
    if not current or (draft.base and set(draft.base) <= set(current)):
        return None
    newest = max(map(revisions.get, current), key=_age)
    people = {each.person_id: each for each in sitting.trust.everybody()}
    author = people.get(newest.header.author_id)
    return NewerVersion(
        revision_id=newest.revision_id,
        author_id=newest.header.author_id,
        initials=author.initials if author is not None else "?",
        full_name=author.full_name if author is not None else "",
        signed_at=newest.header.signed_at,
        count=len(current),
    )


def require_newest(sitting: Sitting, draft: Draft) -> None:
    """Refuse to sign a draft that would make a second newest version without anybody meaning it.

    Raises:
        DraftOvertaken: The document has a newer version than the draft was begun from.
    """
    newer = newer_version(sitting, draft)
    if newer is not None:
        raise DraftOvertaken(by=newer.initials, at=newer.day)


def overtaken_drafts(
    sitting: Sitting, document_ids: Iterable[str] | None = None
) -> tuple[tuple[Document, NewerVersion], ...]:
    """Return one's own drafts of which the document has a newer version, among some documents."""
    drafts = sitting.vault.drafts
    wanted = None if document_ids is None else set(document_ids)
    found = []
    for document in drafts.mine():
        if wanted is None or document.document_id in wanted:
            newer = newer_version(sitting, drafts.load(document.document_id))
            if newer is not None:
                found.append((document, newer))
    return tuple(found)


def _age(revision: Revision) -> tuple[float, str]:
    return read_instant(revision.header.signed_at).timestamp(), revision.revision_id
