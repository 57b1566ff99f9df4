"""From untrusted signed items to checked values: signature, chain, header, digests, shapes.

Whatever fails here is damaged or forged and is refused. Whether what passes also counts (time of
the key, revocation, authority, the form) is judged afterwards, because that depends on what this
vault knows.
"""

import hashlib
from dataclasses import dataclass, replace

from outreach_app.bundle.content import PartItem, RevisionItem, SignedItem
from outreach_app.crypto.canonical import parse_canonical_object
from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.envelopes import ObjectType, object_digest
from outreach_app.domain.documents import Header, Part, PartName, Review, Revision
from outreach_app.services.errors import ContentMismatch
from outreach_app.services.headers import parse_header, parse_review
from outreach_app.services.trust import Chain, Claim
from outreach_app.store.shapes import agree, is_sound


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRevision:
    """A revision whose every byte fits its signature, and the certificate behind it."""

    revision: Revision
    certificate: Certificate

    def claim(self) -> Claim:
        """Return what it says of its own making."""
        header = self.revision.header
        return Claim(
            object_id=self.revision.revision_id,
            person_id=header.author_id,
            serial=header.certificate_serial,
            signed_at=header.signed_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedReview:
    """A review whose bytes fit its signature, and the certificate behind it."""

    review: Review
    certificate: Certificate

    def claim(self) -> Claim:
        """Return what it says of its own making."""
        return Claim(
            object_id=self.review.review_id,
            person_id=self.review.reviewer_id,
            serial=self.review.certificate_serial,
            signed_at=self.review.signed_at,
        )


def read_revision(trust: Chain, untrusted: RevisionItem, *, received_at: str) -> SignedRevision:
    """Return a revision out of a bundle. Parts that did not come are withheld.

    Digests that the reader of the bundle has computed are not computed again.

    Raises:
        ContentMismatch: Header, certificate, parts and ids do not fit together.
        Untrusted: Signature, chain, envelope or header are refused.
    """
    envelope, certificate = trust.open_object(
        untrusted.payload, untrusted.signature, ObjectType.REVISION
    )
    header = parse_header(envelope.body)
    signer = (header.author_id, header.certificate_serial, header.device_id)
    if envelope.object_id != header.document_id or signer != _facts(certificate):
        raise ContentMismatch(what="revision")
    revision = Revision(
        revision_id=_name(untrusted.digest, untrusted.payload),
        header=header,
        payload=untrusted.payload,
        signature=untrusted.signature,
        parts=_read_parts(header, untrusted.parts),
        received_at=received_at,
    )
    return SignedRevision(revision=revision, certificate=certificate)


def read_review(trust: Chain, untrusted: SignedItem) -> SignedReview:
    """Return a review out of a bundle.

    Raises:
        ContentMismatch: It names another person, certificate or document than signed it.
        Untrusted: Signature, chain, envelope or body are refused.
    """
    envelope, certificate = trust.open_object(
        untrusted.payload, untrusted.signature, ObjectType.REVIEW
    )
    review = replace(
        parse_review(envelope.body, _name(untrusted.digest, untrusted.payload)),
        payload=untrusted.payload,
        signature=untrusted.signature,
    )
    signer = (review.reviewer_id, review.certificate_serial, review.device_id)
    if envelope.object_id != review.document_id or signer != _facts(certificate):
        raise ContentMismatch(what="review")
    return SignedReview(review=review, certificate=certificate)


def reopen(trust: Chain, held: Revision) -> SignedRevision:
    """Return a revision of this vault with the certificate behind it, signature checked again.

    Raises:
        Untrusted: The organisation does not vouch for the certificate (any more).
    """
    _envelope, certificate = trust.open_object(held.payload, held.signature, ObjectType.REVISION)
    return SignedRevision(revision=held, certificate=certificate)


def reopen_review(trust: Chain, held: Review) -> SignedReview:
    """Return a review of this vault with the certificate behind it, signature checked again.

    Raises:
        Untrusted: The organisation does not vouch for the certificate (any more).
    """
    _envelope, certificate = trust.open_object(held.payload, held.signature, ObjectType.REVIEW)
    return SignedReview(review=held, certificate=certificate)


def _facts(certificate: Certificate) -> tuple[str, int, str]:
    return certificate.principal, certificate.serial, certificate.device_id


def _name(known_digest: str, payload: bytes) -> str:
    return f"sha256:{known_digest}" if known_digest else object_digest(payload)


def _read_parts(header: Header, untrusted: tuple[PartItem, ...]) -> dict[str, Part]:
    parts = {name: Part(name=name) for name in header.parts}
    for item in untrusted:
        digest = item.digest or hashlib.sha256(item.salt + item.payload).hexdigest()
        if header.parts.get(item.name) != digest:
            raise ContentMismatch(what="part of a revision")
        answers = parse_canonical_object(item.payload)
        if not is_sound(answers):
            raise ContentMismatch(what="part of a revision")
        parts[item.name] = Part(name=item.name, salt=item.salt, answers=answers)
    shown = [
        part.answers
        for name, part in parts.items()
        if part.answers is not None and name != PartName.CASEFILE.value
    ]
    if len(shown) > 1 and not agree(shown):
        raise ContentMismatch(what="part of a revision")
    return parts
