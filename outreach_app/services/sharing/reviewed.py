"""Bundles that were looked at: what one confirms to their senders, and which never came."""

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.domain.people import Person
from outreach_app.services.exchange.receipts import ReceiptKind, acknowledge_review
from outreach_app.services.naming import device_letter
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.supervision import review_list


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """A bundle of which nothing waits for a word any more, and that nobody confirmed yet.

    Attributes:
        person_id: Who sent it.
        documents: How many documents it brought.
    """

    bundle_id: str
    person_id: str
    made_at: str
    documents: int


def looked_at(sitting: Sitting) -> tuple[LookedAt, ...]:
    """Return the accepted bundles that one can confirm as reviewed, oldest first."""
    vault, me = sitting.vault, sitting.me.person_id
    confirmed = {
        each.bundle_id
        for each in vault.bundles.receipts()
        if each.kind == ReceiptKind.REVIEW.value and each.by_id == me
    }
    open_ones = [
        each
        for each in vault.bundles.received()
        if each.accepted_at and each.recipient_id == me and each.bundle_id not in confirmed
    ]
    if not open_ones:
        return ()
    waiting = {each.document_id for each in review_list(sitting, with_rest=False)}
    found = []
    for bundle in open_ones:
        brought = vault.carried.documents_brought(bundle.bundle_id)
        if brought and not waiting & set(brought):
            found.append(
                LookedAt(
                    bundle_id=bundle.bundle_id,
                    person_id=bundle.signer_id,
                    made_at=bundle.created_at,
                    documents=len(brought),
                )
            )
    return tuple(found)


def confirm_reviewed(sitting: Sitting, signer: Signer, bundle_ids: Iterable[str]) -> None:
    """Sign for each bundle that its content was reviewed; the sender learns it with the next one.

    Raises:
        NotInInbox: A bundle never came.
    """
    for bundle_id in bundle_ids:
        acknowledge_review(sitting, signer, bundle_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Bundles of one laptop that later ones say were made, and that never came.

    Attributes:
        person: Who signed the newest bundle from there, None for somebody not known here.
        missing: Their numbers.
    """

    person: Person | None
    laptop: str
    missing: tuple[int, ...]


def gaps(sitting: Sitting) -> tuple[Gap, ...]:
    """Return what is missing of each laptop, nothing of those of which all came."""
    bundles, me = sitting.vault.bundles, sitting.me.person_id
    people = {(each.device_id, each.person_id): each for each in sitting.trust.everybody()}
    newest = {each.device_id: each.signer_id for each in bundles.received()}
    found = []
    for device_id in bundles.lines(me):
        missing = tuple(bundles.line(device_id, me).missing)
        if missing:
            # Several people may work on one laptop, each with a certificate and a letter.
            person = people.get((device_id, newest.get(device_id, "")))
            serial = person.certificate_serial if person is not None else 0
            letter = device_letter(serial) if person is not None else "?"
            found.append(Gap(person=person, laptop=letter, missing=missing))
    return tuple(found)
