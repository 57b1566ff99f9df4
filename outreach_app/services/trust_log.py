"""The record of changes of trust: who may sign for the organisation, each change by two people.

The root key, the issuing key, the recovery recipient and the list of supervisors change by signed
statements that form a chain, from the founding on. The first signature of a statement is by the
root or by the issuing key in force, the second by a supervisor or safeguarding lead. The chain
stands in the configuration, so that every laptop that takes one in can follow each step, however
many it has missed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from outreach_app.crypto.certificates import Certificate, verify_issued
from outreach_app.crypto.envelopes import (
    ObjectType,
    verify_envelope,
)
from outreach_app.crypto.keys import parse_public_line
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.errors import OutreachError
from outreach_app.services.errors import (
    SecondSignatureMissing,
    TrustLogBroken,
    UncountersignedSupervisor,
)
from outreach_app.services.trust_statements import (
    SECOND_SIGNERS,
    Change,
    ChangeKind,
    SignedChange,
    parse_change,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustState:
    """What is in force after a chain of statements.

    Attributes:
        issuers: Digest of the signed list of issuing keys.
        issuing_key: The one that signs configurations; others on the list only vouch for the
            certificates that they made.
        second_signers: Serial of the certificate of each second signature; 0 for the root's.
    """

    root: bytes
    issuing_key: bytes
    issuers: str
    recovery: str
    second_signers: tuple[int, ...] = ()
    issuing_keys: frozenset[bytes] = field(default=frozenset())


class TrustLog:
    """One organisation's chain, with the certificates and withdrawals that it is judged by."""

    def __init__(
        self,
        organisation: str,
        changes: Sequence[SignedChange],
        certificates: Sequence[Certificate],
        revocations: Sequence[Revocation],
    ) -> None:
        """Take the chain as a configuration has it; `replay` checks it."""
        self._organisation = organisation
        self._changes = tuple(changes)
        self._certificates = tuple(certificates)
        self._revocations = tuple(revocations)

    def replay(self) -> TrustState:
        """Follow the chain from the founding on and return what is in force at its end.

        Raises:
            TrustLogBroken: A statement is missing, damaged, or signed by a key not in force.
            SecondSignatureMissing: A statement has no second signature that counts.
            UncountersignedSupervisor: A certificate makes somebody a supervisor without one.
        """
        state = TrustState(root=b"", issuing_key=b"", issuers="", recovery="")
        previous: SignedChange | None = None
        for number, signed in enumerate(self._changes, start=1):
            state = self._follow(state, signed, previous, number)
            previous = signed
        if previous is None:
            raise TrustLogBroken(number=1)
        for certificate in self._certificates:
            if not self._admits(certificate, len(self._changes), self._revocations):
                raise UncountersignedSupervisor(serial=certificate.serial)
        return state

    def _follow(
        self, state: TrustState, signed: SignedChange, previous: SignedChange | None, number: int
    ) -> TrustState:
        change = signed.change
        try:
            _change, first = parse_change(
                self._organisation, signed.payload, signed.signature, signed.second
            )
        except OutreachError as error:
            raise TrustLogBroken(number=number) from error
        fits = (
            change.number == number
            and change.previous == (previous.digest if previous else "")
            and (previous is None or _is_later(change, previous.change))
            and (change.kind is ChangeKind.FOUNDING) == (number == 1)
        )
        if not fits or first.certificate is not None:
            raise TrustLogBroken(number=number)
        after = _applied(state, change)
        if previous is None:
            if first.public_key != after.root or signed.second:
                raise TrustLogBroken(number=number)
            return after
        if first.public_key not in {state.root, state.issuing_key}:
            raise TrustLogBroken(number=number)
        serial = self.second_signer(signed, state)
        return replace(after, second_signers=(*state.second_signers, serial))

    def second_signer(self, signed: SignedChange, state: TrustState) -> int:
        """Return the serial of whoever countersigned a statement; 0 if the root had to.

        Raises:
            SecondSignatureMissing: Nobody did, or somebody whose word does not count there.
        """
        change = signed.change
        try:
            _envelope, facts = verify_envelope(signed.payload, signed.second, ObjectType.TRUST)
        except OutreachError as error:
            raise SecondSignatureMissing(number=change.number) from error
        able = self.second_signers(change, state)
        if facts.certificate is None:
            if able or facts.public_key != state.root:
                raise SecondSignatureMissing(number=change.number)
            return 0
        for certificate in able:
            if certificate.line == facts.certificate.line:
                return certificate.serial
        raise SecondSignatureMissing(number=change.number)

    def second_signers(self, change: Change, state: TrustState) -> list[Certificate]:
        """Return the certificates whose holders may countersign a statement; nobody for themselves.

        Where it is empty the root countersigns, for which two holders of its shares must meet.
        """
        withdrawn = self._revocations[: change.withdrawn]
        return [
            each
            for each in self._certificates[: change.certificates]
            if each.role in SECOND_SIGNERS
            and each.valid_after <= change.at < each.valid_before
            and each.principal != change.content.get("person")
            and each.authority_key in state.issuing_keys
            and not _is_withdrawn(each, change.at, withdrawn)
            and self._admits(each, change.number - 1, withdrawn)
            and _is_genuine(each)
        ]

    def _admits(
        self, certificate: Certificate, up_to: int, withdrawn: Sequence[Revocation]
    ) -> bool:
        """Say whether a certificate stands by right of the first statements, by number.

        A supervisor's needs a statement of its own. The first of all needs none, because nobody
        could have countersigned it; nor does a renewal: the same key in the same role, with
        nothing else certified for the person in between, and not withdrawn other than as replaced.
        """
        if certificate.role not in SECOND_SIGNERS:
            return True
        if _is_withdrawn(certificate, certificate.valid_after, withdrawn):
            return True  # it never counted
        facts = facts_of(certificate)
        admitted_after = [
            each.change.certificates
            for each in self._changes[:up_to]
            if each.change.kind is ChangeKind.SUPERVISOR and _is_about(each.change, facts)
        ]
        first = next(each for each in self._certificates if each.role in SECOND_SIGNERS)
        if facts_of(first) == facts:
            admitted_after.append(first.serial - 1)
        ended = [each for each in withdrawn if each.reason is not RevocationReason.REPLACED]
        breaks = [
            each.serial
            for each in self._certificates[: certificate.serial - 1]
            if each.principal == certificate.principal
            and (facts_of(each) != facts or _is_withdrawn(each, certificate.valid_after, ended))
        ]
        latest = max(breaks, default=0)
        return any(latest <= after < certificate.serial for after in admitted_after)


def facts_of(certificate: Certificate) -> tuple[str, ...]:
    """Return what makes two certificates one person's, in one role, with one key on one device."""
    return (
        certificate.principal,
        certificate.role,
        certificate.device_id,
        certificate.age_recipient,
        certificate.public_key.hex(),
    )


def _is_later(change: Change, before: Change) -> bool:
    return (
        before.at <= change.at
        and before.certificates <= change.certificates
        and before.withdrawn <= change.withdrawn
    )


def _is_withdrawn(
    certificate: Certificate, at: datetime, revocations: Iterable[Revocation]
) -> bool:
    return any(each.serial == certificate.serial and each.since <= at for each in revocations)


def _is_about(change: Change, facts: tuple[str, ...]) -> bool:
    content = change.content
    key = parse_public_line(content["signing_key"]).hex()
    said = (content["person"], content["role"], content["device"], content["age_recipient"], key)
    return said == facts


def _is_genuine(certificate: Certificate) -> bool:
    try:
        verify_issued(certificate, certificate.authority_key)
    except OutreachError:
        return False
    return True


def _applied(state: TrustState, change: Change) -> TrustState:
    content = change.content
    new = state
    if "root" in content:
        new = replace(new, root=parse_public_line(content["root"]))
    if "issuing_key" in content:
        key = parse_public_line(content["issuing_key"])
        new = replace(new, issuing_key=key, issuing_keys=state.issuing_keys | {key})
    if "issuers" in content:
        new = replace(new, issuers=content["issuers"])
    if "recovery" in content:
        new = replace(new, recovery=content["recovery"])
    return new
