"""A laptop that is lost, or whose passphrase somebody knows: who is on it, and its certificates ended.

Whoever has a key can write any day into what it signs. So all certificates of a laptop end together,
also those that have run out or were replaced, whoever they are of.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from outreach_app.crypto.certificates import Certificate
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.directory import Contact, ContactState, contacts
from outreach_app.services.keeping.errors import (
    NothingToWithdraw,
    UnknownLaptop,
    WithdrawalAhead,
)
from outreach_app.services.keeping.keepers import Keeper
from outreach_app.services.organisation import News, open_card_key, publish
from outreach_app.services.sitting import Sitting

InOtherHands = Literal[RevocationReason.LOST, RevocationReason.COMPROMISED]
_IN_OTHER_HANDS = frozenset({RevocationReason.LOST, RevocationReason.COMPROMISED})
_LEADS = frozenset({Role.SUPERVISOR, Role.SAFEGUARDING_LEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Laptop:
    """A device on which people have certificates.

    Attributes:
        people: Everybody with a certificate there that stands or is suspended; one each.
        is_mine: It is the one at which the unlocked person sits.
        is_suspended: All of them are suspended already.
        last_heard: Instant at which the last bundle from it was signed; "" for none.
    """

    device_id: str
    people: tuple[Contact, ...]
    is_mine: bool
    is_suspended: bool
    last_heard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalOrder:
    """Which laptop's certificates end, why, and since when it may be in other hands."""

    device_id: str
    reason: InOtherHands
    since: datetime


def laptops(sitting: Sitting) -> tuple[Laptop, ...]:
    """Return every laptop with a certificate that stands or is suspended, by who is on it."""
    by_device: dict[str, dict[str, Contact]] = {}
    for each in contacts(sitting):
        if each.state in {ContactState.VALID, ContactState.SUSPENDED}:
            by_device.setdefault(each.person.device_id, {})[each.person.person_id] = each
    found = [
        Laptop(
            device_id=device_id,
            people=tuple(people.values()),
            is_mine=device_id == sitting.vault.device_id,
            is_suspended=all(each.state is ContactState.SUSPENDED for each in people.values()),
            last_heard=max(each.last_heard for each in people.values()),
        )
        for device_id, people in by_device.items()
    ]
    return tuple(sorted(found, key=lambda each: each.people[0].person.full_name))


def laptop(sitting: Sitting, device_id: str) -> Laptop:
    """Return one laptop.

    Raises:
        UnknownLaptop: Nobody has a certificate on it that stands or is suspended.
    """
    for each in laptops(sitting):
        if each.device_id == device_id:
            return each
    raise UnknownLaptop


def leads(sitting: Sitting) -> tuple[Contact, ...]:
    """Return the others who can suspend somebody at once, for whoever cannot."""
    return tuple(
        each
        for each in contacts(sitting)
        if each.person.role in _LEADS and each.state is ContactState.VALID and not each.is_me
    )


def withdraw_laptop(
    keeper: Keeper, folder: Path, order: WithdrawalOrder, passphrase: str
) -> tuple[OrganisationCard, tuple[int, ...]]:
    """End all certificates of a laptop; return the new card and their numbers.

    Raises:
        OutreachError: What `Keeper.card_in` refuses.
        UnknownLaptop: Nobody was ever certified on it.
        WithdrawalAhead: It would begin only later.
        NothingToWithdraw: They ended so before.
        IssuingKeyClosed: The passphrase does not open the issuing key.
    """
    card = keeper.card_in(folder)
    if order.since > keeper.now:
        raise WithdrawalAhead(since=order.since.date().isoformat())
    on_it = [
        each for each in card.configuration.certificates() if each.device_id == order.device_id
    ]
    if not on_it:
        raise UnknownLaptop
    serials = tuple(each.serial for each in on_it if not _has_ended(card, each, order))
    if not serials:
        raise NothingToWithdraw
    issuing = open_card_key(folder, card, passphrase)
    news = News(
        revocations=tuple(
            Revocation(serial=serial, reason=order.reason, since=order.since) for serial in serials
        )
    )
    return publish(folder, card, issuing, news, now=keeper.now), serials


def _has_ended(card: OrganisationCard, certificate: Certificate, order: WithdrawalOrder) -> bool:
    """Say whether it was withdrawn before, at least as early and as gravely."""
    enough = _IN_OTHER_HANDS if order.reason is RevocationReason.LOST else {order.reason}
    return any(
        each.serial == certificate.serial and each.reason in enough and each.since <= order.since
        for each in card.configuration.revocations
    )
