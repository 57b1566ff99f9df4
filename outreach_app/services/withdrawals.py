"""Who may say what was withdrawn, and what the counted statements add up to.

A statement that its signer was not allowed to make is kept and not counted. The revocations of the
configuration and those of statements are joined, so that no later configuration takes one back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from outreach_app.crypto.authority import CertificateBook
from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.errors import CertificateExpired, CertificateNotYetValid
from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.people import Role
from outreach_app.domain.ratchet import RatchetKind
from outreach_app.domain.revocation import (
    CONFIRM_WITHIN_DAYS,
    Judgement,
    Revocation,
    RevocationReason,
    SignedBy,
    Standing,
    Suspension,
    Witness,
    standing,
    under_suspension,
)
from outreach_app.errors import Untrusted
from outreach_app.phrases import phrase
from outreach_app.services.instants import read_instant, write_instant
from outreach_app.services.statements import (
    CONFIGURATION,
    Confirmed,
    Numbered,
    Removed,
    Revoked,
    Statement,
    Suspended,
    ratchet_of,
)

Witnesses = Callable[[str], Iterable[Witness]]

UNKNOWN_KIND = phrase("a newer program made it; it is kept and passed on")
NO_ISSUER = phrase("only the organisation's issuing key may say this")
NO_CHAIN = phrase("the organisation does not vouch for its certificate")
OUT_OF_TIME = phrase("its certificate was not valid when it was signed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawals:
    """What was suspended, withdrawn and removed, by everything that counts here.

    Attributes:
        suspensions: By the digest of the statement.
        removals: Person id to since when; the earliest statement wins.
        policies: Name to the highest number known.
        not_counted: Digest of a statement to the reason why it does not count.
    """

    revocations: frozenset[Revocation] = frozenset()
    suspensions: Mapping[str, Suspension] = field(default_factory=dict)
    removals: Mapping[str, datetime] = field(default_factory=dict)
    policies: Mapping[str, int] = field(default_factory=dict)
    not_counted: Mapping[str, str] = field(default_factory=dict)

    def of(self, person_id: str, serial: int) -> tuple[Revocation, ...]:
        """Return the revocations of a certificate, that by its owner's removal included."""
        found = [each for each in self.revocations if each.serial == serial]
        if person_id in self.removals:
            since = self.removals[person_id]
            found.append(Revocation(serial=serial, reason=RevocationReason.LEFT, since=since))
        return tuple(sorted(found, key=lambda each: (each.since, each.reason)))

    def judge(self, signed: SignedBy, witnesses: Witnesses, at: datetime) -> Judgement:
        """Judge an object by the revocations and suspensions of its certificate."""
        revocations = self.of(signed.person_id, signed.serial)
        seen = witnesses(signed.object_id) if revocations else ()
        judged = standing(signed, revocations, seen)
        if judged.standing is not Standing.COUNTS:
            return judged
        return under_suspension(signed, self.suspensions.values(), at, CONFIRM_WITHIN_DAYS)

    def suspended_at(self, serial: int, at: datetime) -> Suspension | None:
        """Return a suspension of a certificate that is in force."""
        for each in self.suspensions.values():
            if each.serial == serial and each.is_in_force(at, CONFIRM_WITHIN_DAYS):
                return each
        return None

    def withdrawn_at(self, person_id: str, serial: int, at: datetime) -> Revocation | None:
        """Return the gravest revocation of a certificate that has begun."""
        begun = [each for each in self.of(person_id, serial) if each.since <= at]
        return max(begun, key=lambda each: _GRAVITY.index(each.reason), default=None)

    def in_force(self, at: datetime) -> frozenset[str]:
        """Return what is in force, each as one line that begins with the certificate or person."""
        lines = {
            f"{each.serial} {each.reason.value} {write_instant(each.since)}"
            for each in self.revocations
        }
        lines |= {
            phrase(
                "{person_id} removed {write_instant}",
                person_id=person_id,
                write_instant=write_instant(since),
            )
            for person_id, since in self.removals.items()
        }
        lines |= {
            phrase(
                "{serial} suspended {write_instant}",
                serial=each.serial,
                write_instant=write_instant(each.since),
            )
            for each in self.suspensions.values()
            if each.is_in_force(at, CONFIRM_WITHIN_DAYS)
        }
        return frozenset(lines)


_GRAVITY = [
    RevocationReason.REPLACED,
    RevocationReason.LEFT,
    RevocationReason.LOST,
    RevocationReason.COMPROMISED,
]


def add_up(
    revocations: Iterable[Revocation],
    statements: Sequence[Statement],
    book: CertificateBook,
    witnesses: Witnesses,
) -> Withdrawals:
    """Return what the configuration's revocations and the statements that count add up to.

    Args:
        revocations: Those of the configuration.
        statements: All that are known.
        book: The organisation's issuing keys.
        witnesses: Other people's objects that name an object.
    """
    why = {each.object_id: _fault_of_issuer(each, book) for each in statements}
    said = [each for each in statements if not why[each.object_id]]
    removals: dict[str, datetime] = {}
    for each in said:
        if isinstance(each.says, Removed):
            known = removals.get(each.says.person_id, each.says.since)
            removals[each.says.person_id] = min(known, each.says.since)
    by_issuer = Withdrawals(
        revocations=frozenset(revocations)
        | {each.says.revocation for each in said if isinstance(each.says, Revoked)},
        removals=removals,
    )
    confirmed = {each.says.suspension for each in said if isinstance(each.says, Confirmed)}
    suspensions = {}
    for each in statements:
        if isinstance(each.says, Suspended):
            is_confirmed = each.object_id in confirmed
            why[each.object_id] = (
                "" if is_confirmed else _fault_of_person(each, book, by_issuer, witnesses)
            )
            suspensions[each.object_id] = _suspension(each, each.says, confirmed=is_confirmed)
    return Withdrawals(
        revocations=by_issuer.revocations,
        suspensions={name: each for name, each in suspensions.items() if not why[name]},
        removals=removals,
        policies=ratchet_of(each for each in said if isinstance(each.says, Numbered)).policies(),
        not_counted={name: text for name, text in why.items() if text},
    )


def highest_configuration(withdrawals: Withdrawals) -> int:
    """Return the highest number of a configuration that the organisation has spoken of."""
    return withdrawals.policies.get(CONFIGURATION, 0)


def _suspension(statement: Statement, says: Suspended, *, confirmed: bool) -> Suspension:
    """Return a suspension; nobody makes it last longer by a date ahead of when it came."""
    stated = statement.signed_at
    if statement.received_at:
        stated = min(stated, read_instant(statement.received_at))
    return Suspension(serial=says.serial, since=says.since, stated_at=stated, confirmed=confirmed)


def _fault_of_issuer(statement: Statement, book: CertificateBook) -> str:
    """Return why an issuing key's statement does not count; "" for those that people make."""
    if statement.says is None:
        return UNKNOWN_KIND
    if statement.kind == RatchetKind.SUSPENSION:
        return ""
    at = statement.signed_at
    listed = any(
        issuer.public_key == statement.public_key and issuer.valid_after <= at < issuer.valid_before
        for issuer in book.issuers.issuers
    )
    return "" if listed and statement.certificate is None else NO_ISSUER


def _fault_of_person(
    statement: Statement, book: CertificateBook, by_issuer: Withdrawals, witnesses: Witnesses
) -> str:
    """Return why a person's statement does not count.

    Another suspension does not undo it: of two people who suspend each other both wait, until the
    organisation decides.
    """
    certificate, at = statement.certificate, statement.signed_at
    if certificate is None:
        return NO_CHAIN
    try:
        book.check(certificate, at)
    except (CertificateExpired, CertificateNotYetValid):
        return OUT_OF_TIME
    except Untrusted:
        return NO_CHAIN
    signed = SignedBy(
        object_id=statement.object_id,
        person_id=certificate.principal,
        serial=certificate.serial,
        signed_at=at,
    )
    judged = by_issuer.judge(signed, witnesses, at)
    if judged.standing is not Standing.COUNTS:
        return judged.reason
    return _fault_of_role(certificate)


def _fault_of_role(certificate: Certificate) -> str:
    decision = may(certificate.principal, Role(certificate.role), Verb.SUSPEND, CaseAccess())
    return decision.reason
