"""Receipts: a device says that a bundle arrived, a person says that it was reviewed.

A receipt travels back with the next bundle to the sender. It names the digest of the manifest, so
it is a word for everything that was in the bundle.
"""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.bundle.content import SignedItem
from outreach_app.crypto.canonical import JsonValue
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    object_digest,
    sign_envelope,
    verify_envelope,
)
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat, ContentMismatch, NotInInbox
from outreach_app.services.exchange.heads import check_instant
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.trust import Trust
from outreach_app.store.bundles import BundleIn, Receipt
from outreach_app.store.errors import UnknownObject


class ReceiptKind(StrEnum):
    """What a receipt says: arrival is signed by the device, review by a person."""

    ARRIVAL = "arrival"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReceipt:
    """A checked receipt and the manifest that it names."""

    receipt: Receipt
    manifest: str


def acknowledge_arrival(sitting: Sitting, bundle: BundleIn) -> Receipt:
    """Make and keep the receipt of arrival of a bundle, inside the caller's act."""
    body = _body(sitting, bundle, ReceiptKind.ARRIVAL)
    payload = make_envelope(ObjectType.RECEIPT, sitting.card.organisation, bundle.bundle_id, body)
    signature = sign_envelope(payload, sitting.vault.device_key(), None)
    return _keep(sitting, bundle, ReceiptKind.ARRIVAL, payload, signature)


def acknowledge_review(sitting: Sitting, signer: Signer, bundle_id: str) -> Receipt:
    """Sign and keep the receipt that a bundle's content was reviewed.

    Raises:
        NotInInbox: The bundle never came.
    """
    try:
        bundle = sitting.vault.bundles.get(bundle_id)
    except UnknownObject as error:
        raise NotInInbox(name=bundle_id) from error
    body = _body(sitting, bundle, ReceiptKind.REVIEW)
    payload = make_envelope(ObjectType.RECEIPT, sitting.card.organisation, bundle.bundle_id, body)
    signature = sign_envelope(payload, signer.signing_key, signer.certificate)
    with sitting.vault.transaction(sitting.act("bundle.reviewed", bundle=bundle_id)):
        return _keep(sitting, bundle, ReceiptKind.REVIEW, payload, signature)


def _body(sitting: Sitting, bundle: BundleIn, kind: ReceiptKind) -> dict[str, JsonValue]:
    head = sitting.vault.journal.head()
    return {
        "at": sitting.instant(),
        "bundle": bundle.bundle_id,
        "device": sitting.vault.device_id,
        "journal": {"digest": f"sha256:{head.hash}", "number": head.n},
        "kind": kind.value,
        "manifest": bundle.file_digest,
        "person": sitting.me.person_id,
    }


def _keep(
    sitting: Sitting, bundle: BundleIn, kind: ReceiptKind, payload: bytes, signature: bytes
) -> Receipt:
    receipt = Receipt(
        bundle_id=bundle.bundle_id,
        kind=kind.value,
        by_id=sitting.me.person_id,
        device_id=sitting.vault.device_id,
        at=sitting.instant(),
        payload=payload,
        signature=signature,
        received_at=sitting.instant(),
    )
    sitting.vault.bundles.add_receipt(receipt)
    return receipt


def read_receipt(
    trust: Trust, untrusted: SignedItem, sender: tuple[str, str], *, received_at: str
) -> ReadReceipt:
    """Return a receipt out of a bundle.

    Args:
        trust: Who is believed.
        untrusted: The signed item.
        sender: Person and device that the manifest names; they vouch for the device's receipts.
        received_at: Now.

    Raises:
        ContentMismatch: It is not the sender's own word.
        Untrusted: Signature, chain, envelope or body are refused.
    """
    envelope, facts = verify_envelope(untrusted.payload, untrusted.signature, ObjectType.RECEIPT)
    body = BodyReader(envelope.body, "receipt")
    receipt = Receipt(
        bundle_id=body.text("bundle"),
        kind=body.text("kind"),
        by_id=body.text("person"),
        device_id=body.text("device"),
        at=body.text("at"),
        payload=untrusted.payload,
        signature=untrusted.signature,
        received_at=received_at,
    )
    journal, manifest = body.inner("journal"), body.text("manifest")
    journal.text("digest")
    journal.integer("number")
    for reader in (journal, body):
        reader.done()
    check_instant(receipt.at, "receipt")
    if receipt.kind not in {kind.value for kind in ReceiptKind}:
        raise BodyFormat(kind="receipt")
    by_device = receipt.kind == ReceiptKind.ARRIVAL.value
    fits = (
        envelope.object_id == receipt.bundle_id
        and (
            receipt.by_id,
            receipt.device_id,
        )
        == sender
    )
    if by_device != (facts.certificate is None) or not fits:
        raise ContentMismatch(what="receipt")
    if facts.certificate is not None:
        trust.accept_sender(facts.certificate)
        if facts.certificate.principal != receipt.by_id:
            raise ContentMismatch(what="receipt")
    return ReadReceipt(receipt=receipt, manifest=manifest)


def apply_receipt(sitting: Sitting, read: ReadReceipt) -> bool:
    """Keep a receipt for a bundle that was written here, inside the caller's act.

    Returns:
        Whether it is new and for a bundle of ours, just as we wrote it and to its sender.
    """
    bundles = sitting.vault.bundles
    ours = any(
        sent.bundle_id == read.receipt.bundle_id
        and sent.file_digest == read.manifest
        and sent.recipient_id == read.receipt.by_id
        for sent in bundles.sent()
    )
    return ours and bundles.add_receipt(read.receipt)


def waiting_receipts(sitting: Sitting, person_ids: frozenset[str]) -> tuple[SignedItem, ...]:
    """Return the receipts made here for bundles of some people that have not gone to them yet."""
    bundles = sitting.vault.bundles
    senders = {bundle.bundle_id: bundle.signer_id for bundle in bundles.received()}
    found = []
    for receipt in bundles.receipts():
        sender = senders.get(receipt.bundle_id, "")
        own = receipt.device_id == sitting.vault.device_id and sender in person_ids
        sent_to = (
            {sent.recipient_id for sent in bundles.sent_with(object_digest(receipt.payload))}
            if own
            else set()
        )
        if own and sender not in sent_to:
            found.append(SignedItem(payload=receipt.payload, signature=receipt.signature))
    return tuple(found)
