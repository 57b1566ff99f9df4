"""How the exchange stands: what was sent and who has confirmed it, gaps, what is only here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from outreach_app.services.exchange.receipts import ReceiptKind
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Sitting
from outreach_app.store.bundles import BundleIn, BundleOut, LineFacts

OVERDUE_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine:
    """A bundle that was sent to one person.

    Attributes:
        arrived_at: When their device confirmed that it arrived; "" while it has not.
        reviewed_at: When they confirmed that they had looked at it.
        overdue: Nothing has come back for longer than a receipt should take.
        overtaken: A later one of the same row has arrived, and this one has not.
    """

    bundle_id: str
    recipient_id: str
    purpose: str
    sent_at: str
    arrived_at: str = ""
    reviewed_at: str = ""
    overdue: bool = False
    overtaken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingLine:
    """What has come from one device: the newest, and what its numbers tell."""

    device_id: str
    person_id: str
    last_at: str
    facts: LineFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeStatus:
    """How the exchange of this vault stands.

    Attributes:
        only_here: Ids of signed revisions that no bundle written here has carried out and that
            came from nobody else.
    """

    inbox: tuple[BundleIn, ...]
    sent: tuple[SentLine, ...]
    incoming: tuple[IncomingLine, ...]
    only_here: tuple[str, ...]

    @property
    def overdue(self) -> tuple[SentLine, ...]:
        """Return what should have been confirmed by now."""
        return tuple(line for line in self.sent if line.overdue)


def exchange_status(sitting: Sitting, *, overdue_days: int = OVERDUE_DAYS) -> ExchangeStatus:
    """Return how the exchange stands for the unlocked person.

    Args:
        sitting: The unlocked vault.
        overdue_days: After how many days without a receipt a bundle counts as overdue.
    """
    return ExchangeStatus(
        inbox=sitting.vault.bundles.inbox(),
        sent=sent_lines(sitting, overdue_days=overdue_days),
        incoming=_incoming(sitting),
        only_here=_only_here(sitting),
    )


def sent_lines(sitting: Sitting, *, overdue_days: int = OVERDUE_DAYS) -> tuple[SentLine, ...]:
    """Return every bundle that was written here and what came back, oldest first."""
    bundles = sitting.vault.bundles
    came: dict[tuple[str, str, str], str] = {}
    for each in bundles.receipts():
        came.setdefault((each.bundle_id, each.by_id, each.kind), each.at)
    confirmed: dict[tuple[str, str], int] = {}
    for sent in bundles.sent():
        if (sent.bundle_id, sent.recipient_id, ReceiptKind.ARRIVAL.value) in came:
            confirmed[sent.device_id, sent.recipient_id] = sent.sequence
    return tuple(_sent(sitting, sent, came, confirmed, overdue_days) for sent in bundles.sent())


def _sent(
    sitting: Sitting,
    sent: BundleOut,
    came: Mapping[tuple[str, str, str], str],
    confirmed: Mapping[tuple[str, str], int],
    overdue_days: int,
) -> SentLine:
    key = (sent.bundle_id, sent.recipient_id)
    arrived = came.get((*key, ReceiptKind.ARRIVAL.value), "")
    age = sitting.now() - read_instant(sent.created_at)
    return SentLine(
        bundle_id=sent.bundle_id,
        recipient_id=sent.recipient_id,
        purpose=sent.purpose,
        sent_at=sent.created_at,
        arrived_at=arrived,
        reviewed_at=came.get((*key, ReceiptKind.REVIEW.value), ""),
        overdue=not arrived and age > timedelta(days=overdue_days),
        overtaken=not arrived
        and confirmed.get((sent.device_id, sent.recipient_id), 0) > sent.sequence,
    )


def _incoming(sitting: Sitting) -> tuple[IncomingLine, ...]:
    bundles = sitting.vault.bundles
    newest = {bundle.device_id: bundle for bundle in bundles.received()}
    return tuple(
        IncomingLine(
            device_id=device_id,
            person_id=newest[device_id].signer_id,
            last_at=newest[device_id].received_at,
            facts=bundles.line(device_id, sitting.me.person_id),
        )
        for device_id in bundles.lines(sitting.me.person_id)
    )


def _only_here(sitting: Sitting) -> tuple[str, ...]:
    vault = sitting.vault
    own = [
        revision_id
        for document in vault.documents.all()
        for revision_id in vault.revisions.head_ids(document.document_id)
    ]
    unsent = vault.bundles.never_sent(own)
    return tuple(each for each in unsent if not vault.bundles.received_with(each))
