"""Letting somebody in: what a request asks, its certificate, or the proposal that two people sign.

Everything here works on files and derives keys: it is meant for a job.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from outreach_app.crypto.keys import parse_public_line
from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.people import Person, Role
from outreach_app.paths import atomic_write, data_folder, is_there, read_bytes
from outreach_app.services.configuration import FILE_LIMIT_BYTES, OrganisationCard
from outreach_app.services.enrolment import parse_request
from outreach_app.services.errors import NeedsSecondSignature, OtherOrganisation
from outreach_app.services.issuing_key import KEY_NAME
from outreach_app.services.organisation import CARD_NAME, enrol, load_card
from outreach_app.services.proposal_file import read_proposal
from outreach_app.services.proposals import propose_supervisor, publish
from outreach_app.services.shipped import word_list
from outreach_app.services.trust import person_of

ORGANISATION_FOLDER = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request asks for.

    Attributes:
        words: The twelve words of the key, which the person reads out.
        before: The person's newest certificate, None for somebody new.
    """

    full_name: str
    initials: str
    words: tuple[str, ...]
    before: Person | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A new organisation file, which every laptop needs.

    Attributes:
        content: The file.
        person: Whom it certifies, None where it is about something else.
    """

    content: bytes
    number: int
    person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCountersign:
    """A proposal that a supervisor or safeguarding lead signs as well."""

    content: bytes


def usual_keys_folder() -> Path | None:
    """Return where an organisation that was founded on this laptop keeps its keys, if it is there."""
    folder = data_folder() / ORGANISATION_FOLDER
    return folder if is_there(folder / KEY_NAME) else None


def read_asked(folder: Path, untrusted_request: bytes) -> Asked:
    """Return what a request asks, for two people to compare.

    Raises:
        NoOrganisation, OrganisationFile: The folder has no sound organisation.
        RequestFormat: The request is damaged or not signed by its own key.
        OtherOrganisation: It was made in a vault of another organisation.
    """
    card = load_card(folder)
    request = parse_request(untrusted_request)
    if request.organisation != card.organisation:
        raise OtherOrganisation
    known = [person_of(each) for each in card.configuration.certificates()]
    before = [each for each in known if each.person_id == request.person_id]
    return Asked(
        full_name=request.full_name,
        initials=request.initials,
        words=fingerprint_words(parse_public_line(request.signing_key), word_list()),
        before=before[-1] if before else None,
    )


def certify(
    folder: Path, untrusted_request: bytes, role: Role, passphrase: str, *, now: datetime
) -> Issued | ToCountersign:
    """Certify the person of a request, or propose it where two people decide.

    Raises:
        OutreachError: What `enrol` and `propose_supervisor` refuse.
    """
    try:
        card, certificate = enrol(folder, untrusted_request, role, passphrase, now=now)
    except NeedsSecondSignature:
        proposed = propose_supervisor(folder, untrusted_request, role, passphrase, now=now)
        return ToCountersign(content=proposed.proposal.content())
    return issued(folder, card, person_of(certificate))


def put_in_force(
    folder: Path,
    untrusted_proposal: bytes,
    passphrase: str,
    *,
    now: datetime,
    root_shares: Sequence[str] = (),
) -> Issued:
    """Publish a countersigned proposal; with two shares of the root where nobody can countersign.

    Raises:
        OutreachError: What `publish` refuses.
    """
    card = publish(folder, untrusted_proposal, passphrase, now=now, root_shares=root_shares)
    named = read_proposal(untrusted_proposal).signed.change.content.get("person", "")
    newest = person_of(card.configuration.certificates()[-1]) if named else None
    return issued(folder, card, newest)


def issued(folder: Path, card: OrganisationCard, person: Person | None = None) -> Issued:
    """Return the organisation file that was just written."""
    content = read_bytes(folder / CARD_NAME, FILE_LIMIT_BYTES)
    return Issued(content=content, number=card.configuration.number, person=person)


def hand_out(content: bytes, folder: Path) -> Path:
    """Write the organisation file into a folder, such as a stick, and return its path.

    Raises:
        HostFault: It cannot be written.
    """
    path = folder / CARD_NAME
    atomic_write(path, content)
    return path
