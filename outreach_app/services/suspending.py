"""Suspend a person at once, take statements in, and judge again what they touch."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.people import Person
from outreach_app.domain.revocation import PROVES_ITS_TIME, Suspension
from outreach_app.services.errors import (
    AmbiguousRecipient,
    CertificateWithdrawn,
    OwnCertificateEnded,
    ReasonNeeded,
    SuspendedYourself,
    SuspensionAhead,
    UnknownPerson,
)
from outreach_app.services.instants import read_instant
from outreach_app.services.judgement import Definitions
from outreach_app.services.restating import Restated, Restating
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.statements import (
    WORDS_LIMIT,
    Confirmed,
    Statement,
    Suspended,
    make_statement,
    still_standing,
)
from outreach_app.services.trust import person_of
from outreach_app.store.steps import Steps, run_through

APPLIED = "ratchet.applied"
"""Property with what was in force when everything here was judged the last time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionOrder:
    """Who is to be suspended, why, and since when.

    Attributes:
        name: Initials or person id.
        words: One line that everybody reads.
        device_id: A laptop: everybody on it is meant, whatever the name.
    """

    name: str
    words: str
    since: datetime
    device_id: str = ""

    def means(self, person: Person) -> bool:
        """Say whether somebody on a device is meant."""
        if self.device_id:
            return person.device_id == self.device_id
        return self.name == person.person_id or self.name.casefold() == person.initials.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement with what a person wants to know of it.

    Attributes:
        person: Whom it is about, if it is about somebody.
        signed_by: Who said it; "" for the organisation's issuing key.
        not_counted: Why it does not count; "" if it does.
        in_force: Whether a suspension holds now; None for other kinds.
    """

    statement: Statement
    person: Person | None
    signed_by: str
    not_counted: str
    suspension: Suspension | None = None
    in_force: bool | None = None


def suspend(
    sitting: Sitting, signer: Signer, order: SuspensionOrder, definitions: Definitions
) -> tuple[tuple[Statement, ...], Restated]:
    """Suspend every certificate of a person, or of a laptop, that is valid now.

    It holds here from now on.

    Returns:
        The statements, and what does not count any more.

    Raises:
        NotAllowed: The role does not suspend.
        OwnCertificateEnded: One's own certificate has ended, so that nobody would believe it.
        UnknownPerson, AmbiguousRecipient: Nobody who could be suspended goes by that name, or
            several people do.
        ReasonNeeded: No words, or more than fit.
        SuspensionAhead: It would begin only later.
    """
    sitting.require(Verb.SUSPEND, CaseAccess())
    now = sitting.now()
    if read_instant(sitting.me.valid_until) <= now:
        raise OwnCertificateEnded(ended=read_instant(sitting.me.valid_until).date().isoformat())
    words = unicodedata.normalize("NFC", " ".join(order.words.split()))
    if not words or len(words) > WORDS_LIMIT or not words.isprintable():
        raise ReasonNeeded(most=WORDS_LIMIT)
    if order.since > now:
        raise SuspensionAhead(since=order.since.date().isoformat())
    statements = tuple(
        make_statement(
            Suspended(serial, order.since, words),
            sitting.card.organisation,
            signer.signing_key,
            signer.certificate,
            signed_at=now,
        )
        for serial in _serials(sitting, order)
    )
    act = sitting.act("person.suspended", certificates=len(statements))
    with sitting.vault.transaction(act):
        sitting.learn(statements)
        return statements, settle(sitting, definitions)


def _serials(sitting: Sitting, order: SuspensionOrder) -> tuple[int, ...]:
    """Return the certificates that are meant and valid now, suspended ones included."""
    now = sitting.now()
    found = {
        person_of(each)
        for each in sitting.configuration.certificates()
        if each.valid_after <= now < each.valid_before
        and sitting.trust.withdrawals.withdrawn_at(each.principal, each.serial, now) is None
    }
    fitting = {each for each in found if order.means(each)}
    if not fitting:
        raise UnknownPerson(name=order.name)
    if len({each.person_id for each in fitting}) > 1 and not order.device_id:
        raise AmbiguousRecipient(name=order.name)
    return tuple(sorted(each.certificate_serial for each in fitting))


def take_in(
    sitting: Sitting, statements: Iterable[Statement], definitions: Definitions
) -> tuple[int, Restated]:
    """Keep statements of others as one act; return how many were new and what counts differently."""
    new = [each for each in statements if not sitting.vault.objects.holds(each.object_id)]
    if not new:
        return 0, Restated()
    with sitting.vault.transaction(sitting.act("statements.taken", count=len(new))):
        sitting.learn(new)
        return len(new), settle(sitting, definitions)


def settle(sitting: Sitting, definitions: Definitions) -> Restated:
    """Judge again what was signed by whoever was suspended, withdrawn or let go since the last time.

    Also a suspension that has lapsed changes what counts, without anything having come in.
    """
    return run_through(settling(sitting, definitions))


def settling(sitting: Sitting, definitions: Definitions) -> Steps[Restated]:
    """Judge it document by document, in one act; see `settle`."""
    properties = sitting.vault.properties
    before = frozenset(properties.get(APPLIED).splitlines())
    now = sitting.trust.withdrawals.in_force(sitting.now())
    if before == now:
        return Restated()
    touched = {line.partition(" ")[0] for line in before ^ now}
    serials = {int(each) for each in touched if each.isdecimal()}
    serials |= {
        each.serial for each in sitting.configuration.certificates() if each.principal in touched
    }
    with sitting.vault.transaction(sitting.act("withdrawals.applied", count=len(before ^ now))):
        properties.set(APPLIED, "\n".join(sorted(now)))
        return (yield from Restating(sitting, definitions).judging_by(frozenset(serials)))


def is_suspended(sitting: Sitting) -> bool:
    """Say whether the unlocked person's certificate is suspended now."""
    serial = sitting.me.certificate_serial
    return sitting.trust.withdrawals.suspended_at(serial, sitting.now()) is not None


def require_good_standing(sitting: Sitting, *, only_to_leads: bool = False) -> None:
    """Refuse to exchange anything under a certificate that is suspended or in other hands.

    Args:
        sitting: The unlocked vault.
        only_to_leads: What is meant goes to supervisors and safeguarding leads alone, which who
            left may still do.

    Raises:
        SuspendedYourself: One's certificate is suspended.
        CertificateWithdrawn: It was withdrawn.
    """
    me, now = sitting.me, sitting.now()
    withdrawals = sitting.trust.withdrawals
    suspension = withdrawals.suspended_at(me.certificate_serial, now)
    if suspension is not None:
        raise SuspendedYourself(since=suspension.since.date().isoformat())
    withdrawn = withdrawals.withdrawn_at(me.person_id, me.certificate_serial, now)
    if withdrawn is None or (only_to_leads and withdrawn.reason in PROVES_ITS_TIME):
        return
    raise CertificateWithdrawn(since=withdrawn.since.date().isoformat())


def list_statements(sitting: Sitting) -> tuple[StatementLine, ...]:
    """Return every statement that still says something, oldest first."""
    people = {each.certificate_serial: each for each in sitting.trust.everybody()}
    by_id = {each.person_id: each for each in people.values()}
    withdrawals = sitting.trust.withdrawals
    serial_of = {name: each.serial for name, each in withdrawals.suspensions.items()}
    in_force = withdrawals.in_force(sitting.now())
    found = []
    for each in sorted(still_standing(sitting.statements()), key=lambda each: each.signed_at):
        about = each.says.suspension if isinstance(each.says, Confirmed) else each.object_id
        serial = serial_of.get(about) or _serial_of(each)
        suspension = withdrawals.suspensions.get(each.object_id)
        certificate = each.certificate
        found.append(
            StatementLine(
                statement=each,
                person=people.get(serial) or by_id.get(each.subject),
                signed_by=certificate.principal if certificate is not None else "",
                not_counted=withdrawals.not_counted.get(each.object_id, ""),
                suspension=suspension,
                in_force=None
                if suspension is None
                else any(line.startswith(f"{suspension.serial} suspended ") for line in in_force),
            )
        )
    return tuple(found)


def _serial_of(statement: Statement) -> int:
    prefix, _dash, number = statement.subject.rpartition("-")
    return int(number) if prefix == "certificate" and number.isdecimal() else 0
