"""A newer configuration inside a bundle: found, verified, installed, without being asked for."""

from dataclasses import dataclass

from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import parse_envelope
from outreach_app.errors import OutreachError
from outreach_app.services.configuration import (
    FILE_FORMAT,
    OrganisationCard,
    parse_configuration,
    read_card,
)
from outreach_app.services.errors import OrganisationFile
from outreach_app.services.sitting import Sitting
from outreach_app.services.succession import check_succession
from outreach_app.services.withdrawals import highest_configuration


@dataclass(frozen=True, slots=True)
class NewerCard:
    """A verified organisation file of the same root with a higher number, and its bytes."""

    card: OrganisationCard
    raw: bytes


def newer_card(sitting: Sitting, content: BundleContent) -> NewerCard | None:
    """Return the newest configuration in a bundle if it is newer than the one in force.

    Older and equal ones are passed over, and those older than one that this vault has heard of: of
    what exists only once, the highest number counts.

    Raises:
        OrganisationFile: It is forged or damaged.
        OtherOrganisation, OtherHistory: It does not follow the one in force.
    """
    held = sitting.card
    heard_of = highest_configuration(sitting.trust.withdrawals)
    newest: NewerCard | None = None
    for config in content.config:
        for issuers in content.issuers:
            raw = _assemble(held, issuers, config)
            card = read_card(raw)
            best = newest.card if newest else held
            number = card.configuration.number
            if number > best.configuration.number and number >= heard_of:
                check_succession(held, card)
                newest = NewerCard(card, raw)
    return newest


def _root_of(config: SignedItem) -> str:
    """Return the root key that a configuration's own chain of changes comes to.

    Raises:
        OrganisationFile: It is no configuration.
    """
    try:
        envelope = parse_envelope(config.payload)
        configuration = parse_configuration(envelope.organisation, envelope.body, "")
    except OutreachError as error:
        raise OrganisationFile from error
    roots = [each.change.content.get("root", "") for each in configuration.changes]
    return next((root for root in reversed(roots) if root), "")


def _assemble(held: OrganisationCard, issuers: SignedItem, config: SignedItem) -> bytes:
    """Return the organisation file that signed objects make; what follows which is checked later.

    Raises:
        OrganisationFile: They are bytes that no such file can hold.
    """
    try:
        texts = [
            {"payload": item.payload.decode("utf-8"), "signature": item.signature.decode("utf-8")}
            for item in (config, issuers)
        ]
        return canonical_bytes(
            {
                "configuration": texts[0],
                "format": FILE_FORMAT,
                "issuers": texts[1],
                "organisation": held.organisation,
                "root": _root_of(config),
                "statements": [],
            }
        )
    except ValueError as error:  # the bytes are no text in normal form C, so nobody signed them
        raise OrganisationFile from error
