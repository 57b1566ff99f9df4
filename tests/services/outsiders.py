"""People with certificates and no vault, and bundles made by hand, for what no vault would do."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from outreach_app.bundle.content import BundleContent, PartItem, RevisionItem, SignedItem
from outreach_app.bundle.manifest import JournalHead, Recipient
from outreach_app.bundle.writer import Cover, SealedBundle, write_bundle
from outreach_app.bundle.writer import Signer as BundleSigner
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.keys import SigningKey, generate_age_identity
from outreach_app.domain.documents import Review, Revision
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Person, Role
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.enrolment import EnrolmentRequest, write_request
from outreach_app.services.organisation import enrol, load_card, revoke
from outreach_app.services.proposal_file import Proposal
from outreach_app.services.proposals import (
    propose_supervisor,
    publish,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.trust import person_of
from outreach_app.services.trust_statements import (
    SECOND_SIGNERS,
    sign_second,
)
from outreach_app.services.vaults import World
from tests.services.builders import plain_copy


@dataclass
class Office:
    """The configuration manager at work in a folder."""

    folder: Path
    passphrase: str
    world: World
    supervisor: Signer

    def certify(self, initials: str, role: Role) -> Signer:
        """Enrol somebody new and return their key with its certificate."""
        key = SigningKey.generate()
        _identity, recipient = generate_age_identity()
        request = EnrolmentRequest(
            organisation=load_card(self.folder).organisation,
            person_id=self.world.new_id(Prefix.PERSON),
            initials=initials,
            full_name=f"Person {initials}",
            device_id=self.world.new_id(Prefix.DEVICE),
            signing_key=key.public_line(),
            age_recipient=recipient,
        )
        certificate = self.enrol(write_request(request, key), role)
        return Signer(person=person_of(certificate), signing_key=key, certificate=certificate.line)

    def enrol(self, request: bytes, role: Role) -> Certificate:
        """Certify the person of a request; the supervisor countersigns where that is needed."""
        now = self.world.clock()
        if role.value not in SECOND_SIGNERS:
            return enrol(self.folder, request, role, self.passphrase, now=now)[1]
        proposed = propose_supervisor(self.folder, request, role, self.passphrase, now=now)
        signed = self.countersigned(proposed.proposal)
        card = publish(self.folder, signed.content(), self.passphrase, now=now)
        return card.configuration.certificates()[-1]

    def countersigned(self, proposal: Proposal, by: Signer | None = None) -> Proposal:
        """Return a proposal with a second signature, made without asking whether it counts."""
        signer = by or self.supervisor
        second = sign_second(proposal.signed, signer.signing_key, signer.certificate)
        return replace(proposal, signed=second)

    def withdraw(self, serial: int, reason: RevocationReason, since_days: int = 0) -> bytes:
        """Withdraw a certificate as of some days ago; return the new organisation file."""
        since = self.world.clock() - timedelta(days=since_days)
        revocation = Revocation(serial=serial, reason=reason, since=since)
        revoke(self.folder, revocation, self.passphrase, now=self.world.clock())
        return (self.folder / "organisation.json").read_bytes()

    def card(self) -> OrganisationCard:
        return load_card(self.folder)


def item_of(revision: Revision, *, copy: bool = False) -> RevisionItem:
    """Return a revision as a bundle carries it."""
    return RevisionItem(
        payload=revision.payload,
        signature=revision.signature,
        parts=tuple(
            PartItem(name=name, salt=part.salt, payload=canonical_bytes(part.answers))
            for name, part in sorted(revision.parts.items())
            if part.answers is not None
        ),
        copy=plain_copy(revision) if copy else "",
    )


def review_item(review: Review) -> SignedItem:
    """Return a review as a bundle carries it."""
    return SignedItem(payload=review.payload, signature=review.signature)


def craft(
    signer: Signer,
    recipient: Sitting,
    content: BundleContent,
    *,
    bundle_id: str = "",
    created: str = "2026-02-03T11:00:00+00:00",
    also: tuple[Person, ...] = (),
) -> SealedBundle:
    """Return a bundle with any content, as somebody with a certificate could write it."""
    cover = Cover(
        bundle_id=bundle_id or recipient.new_id(Prefix.BUNDLE),
        created=created,
        journal=JournalHead(),
    )
    places = [
        Recipient(person_id=each.person_id, age_recipients=(each.age_recipient,), sequence=1)
        for each in (recipient.me, *also)
    ]
    key = BundleSigner(signing_key=signer.signing_key, certificate=signer.certificate)
    return write_bundle(content, cover, key, places)
