"""Whom this vault believes: certificates by the organisation's chain, objects by authority.

A certificate that no issuing key of the organisation vouches for is refused. An object whose
author was not allowed to make it, or whose key was withdrawn, is kept and not counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

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
from outreach_app.domain.revocation import SignedBy, Standing
from outreach_app.phrases import phrase
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.errors import ContentMismatch, UnlistedCertificate
from outreach_app.services.instants import Clock, read_instant, write_instant
from outreach_app.services.statements import Statement
from outreach_app.services.withdrawals import Withdrawals, Witnesses, add_up

FUTURE_DATED = phrase("its date lies in the future; it counts once that day has come")
MOST_AHEAD = timedelta(hours=48)
"""How far clocks of two laptops may differ before a signature counts as dated in the future."""


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


class Chain:
    """Whom an organisation vouches for: its issuing keys and its directory. Data alone, no vault."""

    def __init__(self, card: OrganisationCard) -> None:
        """Believe one organisation."""
        self.card = card
        self._listed = frozenset(each.line for each in card.configuration.certificates())
        self._book = CertificateBook(card.issuers)

    def accept_sender(self, certificate: Certificate) -> None:
        """Accept the certificate of a bundle's sender by its chain; times are judged later.

        Raises:
            UnknownAuthority: No issuing key of this organisation vouches for it.
            UnlistedCertificate: It does not stand in the directory, which has them all.
            Untrusted: Forged, or of another organisation.
        """
        self.accept_chain(certificate)
        if certificate.line not in self._listed:
            raise UnlistedCertificate(serial=certificate.serial)

    def accept_chain(self, certificate: Certificate) -> None:
        """Accept a certificate by its chain alone: a newer directory may come in the same bundle.

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


class Trust(Chain):
    """The chain of one organisation with what was suspended, withdrawn and removed.

    Attributes:
        withdrawals: What the configuration and the statements that count add up to.
    """

    def __init__(
        self,
        card: OrganisationCard,
        witnesses: Witnesses,
        clock: Clock,
        statements: Sequence[Statement] = (),
        seen: datetime | None = None,
    ) -> None:
        """Believe one organisation.

        Args:
            card: The organisation file that was installed.
            witnesses: Other people's objects that name an object, as this vault first saw them.
            clock: Says what time it is; a suspension lapses.
            statements: All that are known, with those that do not count.
            seen: The latest time that this vault has seen, in case the clock is behind.
        """
        super().__init__(card)
        self._seen = seen
        self._witnesses = witnesses
        self._clock = clock
        self.withdrawals: Withdrawals = add_up(
            card.configuration.revocations, statements, self._book, witnesses
        )

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
            return Standpoint(counted=False, why=phrase("signed after the certificate had ended"))
        except CertificateNotYetValid:
            return Standpoint(counted=False, why=phrase("signed before the certificate began"))
        judged = self.judge_signer(claim)
        if not judged.counted:
            return judged
        if self._is_ahead(read_instant(claim.signed_at)):
            return Standpoint(counted=False, why=FUTURE_DATED)
        decision = may(claim.person_id, Role(certificate.role), verb, access)
        return Standpoint(decision.allowed, decision.reason)

    def judge_signer(self, claim: Claim) -> Standpoint:
        """Say whether an object counts by what was suspended, withdrawn and removed alone."""
        signed = SignedBy(
            object_id=claim.object_id,
            person_id=claim.person_id,
            serial=claim.serial,
            signed_at=read_instant(claim.signed_at),
        )
        judged = self.withdrawals.judge(signed, self._witnesses, self._clock())
        return Standpoint(counted=judged.standing is Standing.COUNTS, why=judged.reason)

    def _is_ahead(self, signed_at: datetime) -> bool:
        now = self._clock()
        return signed_at > (max(now, self._seen) if self._seen else now) + MOST_AHEAD

    def people(self, at: datetime) -> tuple[Person, ...]:
        """Return everybody whose certificate is valid at an instant, not withdrawn or suspended."""
        return tuple(
            person_of(certificate)
            for certificate in self.card.configuration.certificates()
            if certificate.valid_after <= at < certificate.valid_before
            and self.is_in_good_standing(certificate, at)
        )

    def is_in_good_standing(self, certificate: Certificate, at: datetime) -> bool:
        """Say whether a certificate is neither withdrawn nor suspended at an instant."""
        person_id, serial = certificate.principal, certificate.serial
        withdrawn = self.withdrawals.withdrawn_at(person_id, serial, at)
        return withdrawn is None and self.withdrawals.suspended_at(serial, at) is None

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
