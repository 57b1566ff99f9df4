"""Signed heads of journals: with each bundle goes what its sender's journal had come to.

The device key signs. A head in somebody else's hands shows later whether that journal was cut or
an old copy of the vault was put back.
"""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.bundle.content import SignedItem
from outreach_app.bundle.manifest import JournalHead, Manifest
from outreach_app.crypto.envelopes import ObjectType, object_digest, verify_envelope
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat, ContentMismatch
from outreach_app.services.instants import read_instant
from outreach_app.services.journal_heads import KIND, sign_head, unsent_head
from outreach_app.services.sitting import Sitting
from outreach_app.store.objects import SignedObject


class HeadWarning(StrEnum):
    """What a head that came says about the device it came from."""

    OTHER_DEVICE_KEY = "other_device_key"
    WENT_BACK = "went_back"
    FORKED = "forked"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedHead:
    """A head with the device and the raw public key behind it."""

    at: str
    device_id: str
    number: int
    digest: str
    public_key: bytes
    item: SignedItem


def own_head(sitting: Sitting) -> JournalHead:
    """Return the newest row of this vault's journal."""
    head = sitting.vault.journal.head()
    return JournalHead(number=head.n, digest=f"sha256:{head.hash}" if head.n else "")


def signed_heads(sitting: Sitting) -> tuple[SignedItem, ...]:
    """Sign the head of this vault's journal inside the caller's act; return it for a bundle.

    The head of the last sitting goes along if it has not gone out yet.
    """
    vault = sitting.vault
    before = unsent_head(vault)
    newest = sign_head(vault, sitting.card.organisation, at=sitting.instant())
    found = [newest] if before is None or before.digest == newest.digest else [before, newest]
    return tuple(SignedItem(payload=each.payload, signature=each.signature) for each in found)


def read_head(untrusted: SignedItem, manifest: Manifest) -> SignedHead:
    """Return a head out of a bundle; the manifest, signed by a person, vouches for it.

    Raises:
        ContentMismatch: It is of another device, another place than the manifest says, or beyond.
        Untrusted: Signature or envelope are refused.
    """
    envelope, facts = verify_envelope(untrusted.payload, untrusted.signature, ObjectType.HEAD)
    body = BodyReader(envelope.body, "journal head")
    found = SignedHead(
        at=body.text("at"),
        device_id=body.text("device"),
        number=body.integer("number"),
        digest=body.text("digest"),
        public_key=facts.public_key,
        item=untrusted,
    )
    body.done()
    check_instant(found.at, "journal head")
    if facts.certificate is not None or not _fits(found, manifest):
        raise ContentMismatch(what="journal head")
    return found


def _fits(head: SignedHead, manifest: Manifest) -> bool:
    """Say whether a head is the manifest's own or an earlier one of the same device."""
    journal = manifest.journal
    if head.device_id != manifest.signer.device_id or head.number > journal.number:
        return False
    return head.number < journal.number or head.digest == journal.digest


def check_instant(untrusted: str, kind: str) -> None:
    """Accept an instant with its offset.

    Raises:
        BodyFormat: It is none.
    """
    try:
        read_instant(untrusted)
    except ValueError as error:
        raise BodyFormat(kind=kind) from error


def note_head(sitting: Sitting, head: SignedHead) -> tuple[HeadWarning, ...]:
    """Keep a head inside the caller's act and say what is odd about it, seen with those before."""
    warnings: set[HeadWarning] = set()
    for held in sitting.vault.objects.of_kind(KIND, head.device_id):
        warnings |= _compare(held, head)
    sitting.vault.objects.add(
        SignedObject(
            digest=object_digest(head.item.payload),
            kind=KIND,
            object_id=head.device_id,
            number=head.number,
            payload=head.item.payload,
            signature=head.item.signature,
            received_at=sitting.instant(),
        )
    )
    return tuple(sorted(warnings))


def _compare(held: SignedObject, head: SignedHead) -> set[HeadWarning]:
    """Compare a head with one seen before; a later one cannot have a shorter journal."""
    envelope, facts = verify_envelope(held.payload, held.signature, ObjectType.HEAD)
    found = set()
    if facts.public_key != head.public_key:
        found.add(HeadWarning.OTHER_DEVICE_KEY)
    if held.number == head.number and envelope.body["digest"] != head.digest:
        found.add(HeadWarning.FORKED)
    is_later = read_instant(head.at) > read_instant(str(envelope.body["at"]))
    if held.number > head.number and is_later:
        found.add(HeadWarning.WENT_BACK)
    return found
