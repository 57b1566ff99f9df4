"""Whom this vault believes: certificates by the organisation's chain, objects by authority.

A certificate that no issuing key of the organisation vouches for is refused. An object whose
author was not allowed to make it, or whose key was withdrawn, is kept and not counted.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from outreach_app.crypto.authority import CertificateBook
from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.envelopes import Envelope, ObjectType, verify_envelope
from outreach_app.crypto.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    UnknownAuthority,
)
from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.people import Person, Role
from outreach_app.domain.revocation import SignedBy, Standing, Witness, standing
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.errors import ContentMismatch
from outreach_app.services.instants import read_instant, write_instant

Witnesses = Callable[[str], Iterable[Witness]]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Whether an object counts here, and why not in words."""

    counted: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an object says of its own making: who, by which certificate, when."""

    object_id: str
    person_id: str
    serial: int
    signed_at: str


class Trust:
    """The chain of one organisation with its revocations."""

    def __init__(self, card: OrganisationCard, witnesses: Witnesses) -> None:
        """Believe one organisation.

        Args:
            card: The organisation file that was installed.
            witnesses: Other people's objects that name an object, as this vault first saw them.
        """
        self.card = card
        self._book = CertificateBook(card.issuers)
        self._witnesses = witnesses

    def accept_sender(self, certificate: Certificate) -> None:
        """Accept the certificate of a bundle's sender by its chain; times are judged later.

        Raises:
            UnknownAuthority: No issuing key of this organisation vouches for it.
            Untrusted: Forged, or of another organisation.
        """
        self._book.check(certificate, certificate.valid_after)

    def open_object(
        self, payload: bytes, signature: bytes, kind: ObjectType
    ) -> tuple[Envelope, Certificate]:
        """Return a signed object and the certificate behind it, chain checked, time not yet.

        Raises:
            UnknownAuthority: Signed by a bare key or under another authority.
            Untrusted: Anything wrong with signature or envelope.
        """
        envelope, facts = verify_envelope(payload, signature, kind)
        if facts.certificate is None:
            raise UnknownAuthority
        self.accept_sender(facts.certificate)
        if envelope.organisation != facts.certificate.organisation:
            raise ContentMismatch(what="signed object")
        return envelope, facts.certificate

    def judge(
        self, claim: Claim, certificate: Certificate, verb: Verb, access: CaseAccess
    ) -> Standpoint:
        """Say whether an object counts: time of the key, revocations, authority of the role.

        Raises:
            ContentMismatch: The object names another person or certificate than signed it.
        """
        if (claim.person_id, claim.serial) != (certificate.principal, certificate.serial):
            raise ContentMismatch(what="signed object")
        try:
            self._book.check(certificate, read_instant(claim.signed_at))
        except CertificateExpired:
            return Standpoint(counted=False, why="signed after the certificate had ended")
        except CertificateNotYetValid:
            return Standpoint(counted=False, why="signed before the certificate began")
        judged = self._by_revocations(claim)
        if not judged.counted:
            return judged
        decision = may(claim.person_id, Role(certificate.role), verb, access)
        return Standpoint(decision.allowed, decision.reason)

    def _by_revocations(self, claim: Claim) -> Standpoint:
        revocations = [
            each for each in self.card.configuration.revocations if each.serial == claim.serial
        ]
        if not revocations:
            return Standpoint(counted=True)
        signed = SignedBy(
            object_id=claim.object_id,
            person_id=claim.person_id,
            serial=claim.serial,
            signed_at=read_instant(claim.signed_at),
        )
        judged = standing(signed, revocations, self._witnesses(claim.object_id))
        return Standpoint(judged.standing is Standing.COUNTS, judged.reason)

    def people(self, at: datetime) -> tuple[Person, ...]:
        """Return everybody whose certificate is valid at an instant and not withdrawn."""
        withdrawn = {
            each.serial for each in self.card.configuration.revocations if each.since <= at
        }
        return tuple(
            person_of(certificate)
            for certificate in self.card.configuration.certificates()
            if certificate.serial not in withdrawn
            and certificate.valid_after <= at < certificate.valid_before
        )

    def everybody(self) -> tuple[Person, ...]:
        """Return everybody who was ever certified, by serial."""
        return tuple(person_of(each) for each in self.card.configuration.certificates())


def person_of(certificate: Certificate) -> Person:
    """Return the person as a certificate states them."""
    initials, _blank, full_name = certificate.key_id.partition(" ")
    return Person(
        person_id=certificate.principal,
        initials=initials,
        full_name=full_name,
        role=Role(certificate.role),
        organisation=certificate.organisation,
        device_id=certificate.device_id,
        certificate_serial=certificate.serial,
        age_recipient=certificate.age_recipient,
        signing_key=certificate.line.decode("ascii").strip(),
        valid_until=write_instant(certificate.valid_before),
    )
