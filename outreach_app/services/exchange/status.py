"""How the exchange stands: what was sent and who has confirmed it, gaps, what is only here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from outreach_app.services.exchange.receipts import ReceiptKind
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Sitting
from outreach_app.store.bundles import BundleIn, BundleOut, LineFacts, Receipt

OVERDUE_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine:
    """A bundle that was sent to one person.

    Attributes:
        arrived_at: When their device confirmed that it arrived; "" while it has not.
        reviewed_at: When they confirmed that they had looked at it.
        overdue: Nothing has come back for longer than a receipt should take.
    """

    bundle_id: str
    recipient_id: str
    purpose: str
    sent_at: str
    arrived_at: str = ""
    reviewed_at: str = ""
    overdue: bool = False


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
        names: Initials of people by their ids.
    """

    inbox: tuple[BundleIn, ...]
    sent: tuple[SentLine, ...]
    incoming: tuple[IncomingLine, ...]
    only_here: tuple[str, ...]
    names: Mapping[str, str]

    @property
    def overdue(self) -> tuple[SentLine, ...]:
        """Return what should have been confirmed by now."""
        return tuple(line for line in self.sent if line.overdue)

    def data(self) -> dict[str, object]:
        """Return it as plain values."""
        return {
            "inbox": [each.bundle_id for each in self.inbox],
            "incoming": [
                {
                    "device": each.device_id,
                    "doubled": list(each.facts.doubled),
                    "from": self._name(each.person_id),
                    "highest": each.facts.highest,
                    "last": each.last_at,
                    "missing": list(each.facts.missing),
                }
                for each in self.incoming
            ],
            "only_here": list(self.only_here),
            "sent": [
                {
                    "arrived": each.arrived_at,
                    "bundle": each.bundle_id,
                    "overdue": each.overdue,
                    "purpose": each.purpose,
                    "reviewed": each.reviewed_at,
                    "sent": each.sent_at,
                    "to": self._name(each.recipient_id),
                }
                for each in self.sent
            ],
        }

    def lines(self) -> list[str]:
        """Return it in words, a line for each bundle and each device."""
        found = [f"{len(self.inbox)} bundles wait in the inbox."] if self.inbox else []
        found += [f"Sent {each.sent_at[:16]} {self._sent(each)}" for each in self.sent]
        found += [self._came(each) for each in self.incoming]
        if self.only_here:
            found.append(f"{len(self.only_here)} signed versions are only on this laptop.")
        return found or ["Nothing was sent and nothing came."]

    def _sent(self, line: SentLine) -> str:
        where = f"to {self._name(line.recipient_id)}"
        if line.reviewed_at:
            return f"{where}: reviewed {line.reviewed_at[:16]}."
        if line.arrived_at:
            return f"{where}: arrived {line.arrived_at[:16]}."
        return f"{where}: no receipt yet{', overdue' if line.overdue else ''}."

    def _came(self, line: IncomingLine) -> str:
        words = f"From {self._name(line.person_id)}: last came {line.last_at[:16]}"
        if line.facts.missing:
            words += f", never came: number {', '.join(map(str, line.facts.missing))}"
        if line.facts.doubled:
            words += ", one number came with two contents: the device may be copied"
        return f"{words}."

    def _name(self, person_id: str) -> str:
        return self.names.get(person_id, "?")


def exchange_status(sitting: Sitting, *, overdue_days: int = OVERDUE_DAYS) -> ExchangeStatus:
    """Return how the exchange stands for the unlocked person.

    Args:
        sitting: The unlocked vault.
        overdue_days: After how many days without a receipt a bundle counts as overdue.
    """
    bundles = sitting.vault.bundles
    receipts = bundles.receipts()
    return ExchangeStatus(
        inbox=bundles.inbox(),
        sent=tuple(_sent(sitting, each, receipts, overdue_days) for each in bundles.sent()),
        incoming=_incoming(sitting),
        only_here=_only_here(sitting),
        names={each.person_id: each.initials for each in sitting.trust.everybody()},
    )


def _sent(
    sitting: Sitting, sent: BundleOut, receipts: tuple[Receipt, ...], overdue_days: int
) -> SentLine:
    def confirmed(kind: ReceiptKind) -> str:
        return next(
            (
                each.at
                for each in receipts
                if (each.bundle_id, each.by_id, each.kind)
                == (sent.bundle_id, sent.recipient_id, kind.value)
            ),
            "",
        )

    arrived = confirmed(ReceiptKind.ARRIVAL)
    age = sitting.now() - read_instant(sent.created_at)
    return SentLine(
        bundle_id=sent.bundle_id,
        recipient_id=sent.recipient_id,
        purpose=sent.purpose,
        sent_at=sent.created_at,
        arrived_at=arrived,
        reviewed_at=confirmed(ReceiptKind.REVIEW),
        overdue=not arrived and age > timedelta(days=overdue_days),
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
        for line in vault.lists.documents()
        for revision_id in vault.revisions.head_ids(line.document_id)
    ]
    unsent = vault.bundles.never_sent(own)
    return tuple(each for each in unsent if not vault.bundles.received_with(each))
