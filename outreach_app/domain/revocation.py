"""What a revoked certificate does to the objects that were signed with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from outreach_app.phrases import phrase


class RevocationReason(StrEnum):
    """Why a certificate ended. Someone who left worked honestly; a lost key may sign anything."""

    LEFT = "left"
    REPLACED = "replaced"
    LOST = "lost"
    COMPROMISED = "compromised"


CONFIRM_WITHIN_DAYS = 14
"""How long a suspension holds until the organisation's issuing key confirms it."""

PROVES_ITS_TIME = frozenset({RevocationReason.LEFT, RevocationReason.REPLACED})
"""Reasons for which the time that an object states is believed: its key is in its own hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """A signed statement that a certificate ends from an instant on."""

    serial: int
    reason: RevocationReason
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A supervisor's statement that works at once and must be confirmed by the organisation.

    Attributes:
        stated_at: When it was said; from then on the time for confirming it runs.
    """

    serial: int
    since: datetime
    stated_at: datetime
    confirmed: bool = False

    def is_in_force(self, at: datetime, confirm_within_days: int) -> bool:
        """Say whether it holds: confirmed, or still within the time for confirming it."""
        if at < self.since:
            return False
        begun = max(self.since, self.stated_at)
        return self.confirmed or at <= begun + timedelta(days=confirm_within_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Another person's receipt, review or head that names an object.

    Attributes:
        first_seen: When a trusted vault first saw the witness; not the time written inside it.
    """

    person_id: str
    object_id: str
    first_seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """Which object, by whom, with which certificate, at what stated time."""

    object_id: str
    person_id: str
    serial: int
    signed_at: datetime


class Standing(StrEnum):
    """What becomes of an object: it counts, waits for a supervisor, or does not count."""

    COUNTS = "counts"
    HELD = "held"
    NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an object stands, and why in words."""

    standing: Standing
    reason: str = ""


def standing(
    signed: SignedBy, revocations: Iterable[Revocation], witnesses: Iterable[Witness]
) -> Judgement:
    """Judge an object by every known revocation of its certificate; the strictest wins.

    *Left* or *replaced*: nothing new after the date, older work stays. *Lost* or *compromised*: the time that the
    object states proves nothing, so it counts only if another person's signed object that a
    trusted vault first saw before the date names it; the rest is held for a supervisor.
    """
    seen = tuple(witnesses)
    judgements = [
        _judge(signed, revocation, seen)
        for revocation in revocations
        if revocation.serial == signed.serial
    ]
    for wanted in (Standing.NOT_COUNTED, Standing.HELD):
        found = next((each for each in judgements if each.standing is wanted), None)
        if found is not None:
            return found
    return Judgement(Standing.COUNTS)


def _judge(signed: SignedBy, revocation: Revocation, witnesses: tuple[Witness, ...]) -> Judgement:
    if revocation.reason in PROVES_ITS_TIME:
        if signed.signed_at < revocation.since:
            return Judgement(Standing.COUNTS)
        left = revocation.reason is RevocationReason.LEFT
        why = (
            phrase("this person had left") if left else phrase("the certificate had been replaced")
        )
        return Judgement(Standing.NOT_COUNTED, phrase("signed after {why}", why=why))
    vouched = any(
        witness.object_id == signed.object_id
        and witness.person_id != signed.person_id
        and witness.first_seen < revocation.since
        for witness in witnesses
    )
    if vouched:
        return Judgement(Standing.COUNTS)
    word = "lost" if revocation.reason is RevocationReason.LOST else phrase("in other hands")
    return Judgement(
        Standing.HELD,
        phrase(
            "the key it was signed with is {word}, and nobody else had seen it before that day",
            word=word,
        ),
    )


def under_suspension(
    signed: SignedBy,
    suspensions: Iterable[Suspension],
    at: datetime,
    confirm_within_days: int,
) -> Judgement:
    """Hold what was signed since a suspension that is in force; older work stays."""
    for suspension in suspensions:
        if (
            suspension.serial == signed.serial
            and signed.signed_at >= suspension.since
            and suspension.is_in_force(at, confirm_within_days)
        ):
            return Judgement(Standing.HELD, phrase("this person's key is suspended"))
    return Judgement(Standing.COUNTS)
