"""A newer configuration inside a bundle: found, verified, installed, without being asked for."""

from dataclasses import dataclass

from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.keys import public_line
from outreach_app.services.configuration import FILE_FORMAT, OrganisationCard, read_card
from outreach_app.services.errors import OrganisationFile
from outreach_app.services.sitting import Sitting


@dataclass(frozen=True, slots=True)
class NewerCard:
    """A verified organisation file of the same root with a higher number, and its bytes."""

    card: OrganisationCard
    raw: bytes


def newer_card(sitting: Sitting, content: BundleContent) -> NewerCard | None:
    """Return the newest configuration in a bundle if it is newer than the one in force.

    Older and equal ones are passed over: of what exists only once, the highest number counts.

    Raises:
        OrganisationFile: It is forged or damaged, or of another root.
    """
    held = sitting.card
    newest: NewerCard | None = None
    for config in content.config:
        for issuers in content.issuers:
            raw = _assemble(held, issuers, config)
            card = read_card(raw)
            best = newest.card if newest else held
            is_older_list = card.issuers.number < held.issuers.number
            if card.configuration.number > best.configuration.number and not is_older_list:
                newest = NewerCard(card, raw)
    return newest


def _assemble(held: OrganisationCard, issuers: SignedItem, config: SignedItem) -> bytes:
    """Return the organisation file that signed objects make under the root that is believed.

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
                "root": public_line(held.root),
                "statements": [],
            }
        )
    except ValueError as error:  # the bytes are no text in normal form C, so nobody signed them
        raise OrganisationFile from error
