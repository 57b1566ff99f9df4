"""The organisation's word on people: confirm a suspension, take a person out of the organisation."""

from datetime import datetime
from pathlib import Path

from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.errors import NothingToConfirm, UnknownPerson
from outreach_app.services.organisation import News, load_card, open_card_key, publish
from outreach_app.services.statements import (
    Confirmed,
    Removed,
    Statement,
    Suspended,
    parse_statements,
)
from outreach_app.services.trust import person_of


def confirm(
    folder: Path, untrusted_statements: bytes, passphrase: str, *, now: datetime
) -> tuple[OrganisationCard, tuple[Statement, ...]]:
    """Confirm the suspensions in a file of statements; return the new card and what was confirmed.

    Raises:
        NothingToConfirm: The file holds no suspension that is not confirmed already.
        Untrusted: It is damaged, or of another organisation.
        IssuingKeyClosed: It does not open the issuing key.
    """
    card = load_card(folder)
    confirmed = {
        each.says.suspension for each in card.statements if isinstance(each.says, Confirmed)
    }
    found = tuple(
        each
        for each in parse_statements(untrusted_statements, card.organisation)
        if isinstance(each.says, Suspended) and each.object_id not in confirmed
    )
    if not found:
        raise NothingToConfirm
    issuing = open_card_key(folder, card, passphrase)
    said = tuple(Confirmed(each.object_id) for each in found)
    news = News(said=said, passed_on=found)
    return publish(folder, card, issuing, news, now=now), found


def remove_from_organisation(
    folder: Path, name: str, since: datetime, passphrase: str, *, now: datetime
) -> tuple[OrganisationCard, tuple[int, ...]]:
    """Take a person out of the organisation; return the new card and the certificates that end.

    All certificates of the person end as of who left, those that anybody might still issue as well.

    Raises:
        UnknownPerson: Nobody, or more than one person, goes by that name in the directory.
        IssuingKeyClosed: It does not open the issuing key.
    """
    card = load_card(folder)
    people = [person_of(each) for each in card.configuration.certificates()]
    ids = {
        each.person_id
        for each in people
        if name == each.person_id or name.casefold() == each.initials.casefold()
    }
    if len(ids) != 1:
        raise UnknownPerson(name=name)
    (person_id,) = ids
    serials = tuple(each.certificate_serial for each in people if each.person_id == person_id)
    withdrawn = {each.serial for each in card.configuration.revocations}
    issuing = open_card_key(folder, card, passphrase)
    news = News(
        revocations=tuple(
            Revocation(serial=serial, reason=RevocationReason.LEFT, since=since)
            for serial in serials
            if serial not in withdrawn
        ),
        said=(Removed(person_id, since),),
    )
    return publish(folder, card, issuing, news, now=now), serials
