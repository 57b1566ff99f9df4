"""Contact cards on paper: of a person's certificate, and of the organisation's root."""

from datetime import datetime

from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.keys import public_line
from outreach_app.crypto.words import fingerprint_words
from outreach_app.report.contact_card import ContactCard, render_contact_card
from outreach_app.report.dates import readable_instant
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.errors import UnknownSerial
from outreach_app.services.shipped import word_list
from outreach_app.services.trust import person_of


def contact_card_pdf(card: OrganisationCard, serial: int | None, *, made_at: datetime) -> bytes:
    """Return a contact card as a PDF of one page, made in memory.

    Args:
        card: A verified organisation file.
        serial: Number of a certificate; None for the organisation's own card, for its wall.
        made_at: Stands at the foot of the page.

    Raises:
        UnknownSerial: The file has no such certificate.
        FontsMissing: The program's fonts cannot be read.
    """
    if serial is None:
        return render_contact_card(_of_organisation(card, made_at))
    for certificate in card.configuration.certificates():
        if certificate.serial == serial:
            return render_contact_card(_of_person(card, certificate, made_at))
    raise UnknownSerial(serial=serial)


def _of_organisation(card: OrganisationCard, made_at: datetime) -> ContactCard:
    return ContactCard(
        name=card.configuration.name,
        organisation="Root key of the organisation",
        facts=(
            ("Used for", "Knowing the organisation file when a laptop is set up"),
            ("Never changes", "Other words mean another organisation, or somebody who pretends"),
        ),
        words=fingerprint_words(card.root, word_list()),
        payload=public_line(card.root),
        made_at=made_at,
    )


def _of_person(card: OrganisationCard, certificate: Certificate, made_at: datetime) -> ContactCard:
    person = person_of(certificate)
    role = person.role.value.replace("_", " ")
    return ContactCard(
        name=f"{person.full_name} ({person.initials})",
        organisation=card.configuration.name,
        facts=(
            ("Role", role[:1].upper() + role[1:]),
            ("Certificate", str(certificate.serial)),
            ("Valid from", readable_instant(certificate.valid_after.isoformat())),
            ("Valid until", readable_instant(certificate.valid_before.isoformat())),
        ),
        words=fingerprint_words(certificate.public_key, word_list()),
        payload=certificate.line.decode("ascii"),
        made_at=made_at,
    )
