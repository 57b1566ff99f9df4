"""What waits to go back to colleagues: one's own words about their work, and confirmations."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from outreach_app.services.access import access_of
from outreach_app.services.exchange.receipts import waiting_receipts
from outreach_app.services.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingBack:
    """What waits to go back to one colleague; the inbox and the page of sharing say the same.

    Attributes:
        reviews: How many of one's own reviews no bundle has carried.
        document_ids: The documents that these are about: theirs, or of a case that they lead.
        receipts: Confirmations for bundles of theirs.
    """

    person_id: str
    reviews: int = 0
    document_ids: frozenset[str] = field(default_factory=frozenset)
    receipts: int = 0


def going_back(sitting: Sitting) -> tuple[GoingBack, ...]:
    """Return for each colleague what the unlocked person has for them, nobody without anything."""
    me = sitting.me.person_id
    reviews: dict[str, dict[str, int]] = {}
    for document_id, count in sitting.vault.reviews.never_sent(me).items():
        person_id = _reader_of(sitting, document_id)
        if person_id not in {"", me}:
            reviews.setdefault(person_id, {})[document_id] = count
    receipts = receipts_for(sitting, {each.signer_id for each in sitting.vault.bundles.received()})
    return tuple(
        GoingBack(
            person_id=person_id,
            reviews=sum(reviews.get(person_id, {}).values()),
            document_ids=frozenset(reviews.get(person_id, {})),
            receipts=receipts.get(person_id, 0),
        )
        for person_id in sorted({*reviews, *receipts} - {me})
    )


def _reader_of(sitting: Sitting, document_id: str) -> str:
    """Return who is to read what was said about a document: its author, "" for oneself.

    What somebody wrote who does not belong to the case, such as night staff, goes on with its
    caseworker, who gets the word then.
    """
    line = sitting.vault.lists.document(document_id)
    if line is None or line.author_id == sitting.me.person_id:
        return ""
    access = access_of(sitting, line.case_id, line.author_id, client_id=line.client_id)
    case = sitting.vault.lists.case(line.case_id) if line.case_id else None
    if access.is_member or case is None:
        return line.author_id
    return case.caseworker or line.author_id


def receipts_for(sitting: Sitting, person_ids: Iterable[str]) -> dict[str, int]:
    """Return how many confirmations wait for each of some people, nobody for whom there is none."""
    counts = {each: len(waiting_receipts(sitting, frozenset({each}))) for each in person_ids}
    return {person_id: count for person_id, count in counts.items() if count}
