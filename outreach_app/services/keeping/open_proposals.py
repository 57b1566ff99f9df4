"""How a proposal stands: who has signed, whether that counts, who could, and whether it is overtaken."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from outreach_app.domain.people import Person
from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write, read_bytes
from outreach_app.services.configuration import OrganisationCard, trust_log
from outreach_app.services.errors import SecondSignatureMissing, StaleProposal
from outreach_app.services.keeping.keepers import Keeper
from outreach_app.services.proposal_file import (
    FILE_LIMIT_BYTES,
    Proposal,
    check_proposal,
    read_proposal,
)
from outreach_app.services.succession import TrustChange, refuse_withdrawn_signer
from outreach_app.services.trust import person_of

_PATTERN = "proposal-*.json"


class Signed(StrEnum):
    """How the second signature of a proposal stands."""

    MISSING = "missing"
    BY_PERSON = "by_person"
    BY_ROOT = "by_root"
    NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalState:
    """A proposal of this organisation, judged by one organisation file.

    Attributes:
        about: What it changes.
        at: When it was made, and signed with the organisation's key.
        second: How its second signature stands.
        signed_by: Who countersigned, where somebody did whose signature counts.
        could_sign: Whose certificates count for the second signature; where nobody's does, the
            root signs, for which two holders of its sheets must meet.
        is_overtaken: Another change came before it, so that it cannot be put in force any more.
    """

    about: TrustChange
    at: datetime
    second: Signed
    signed_by: Person | None
    could_sign: tuple[Person, ...]
    is_overtaken: bool = False


def judge_proposal(card: OrganisationCard, untrusted: bytes) -> ProposalState:
    """Return how a proposal stands by an organisation file.

    Raises:
        ProposalFormat: It is damaged, or the organisation never made it.
        OtherOrganisation: It is for another one.
    """
    proposal = read_proposal(untrusted)
    change = proposal.signed.change
    try:
        check_proposal(card, proposal)
    except StaleProposal:
        return ProposalState(
            about=proposal.about(),
            at=change.at,
            second=Signed.MISSING,
            signed_by=None,
            could_sign=(),
            is_overtaken=True,
        )
    able = trust_log(card.configuration).second_signers(change, card.trust)
    second, signer = _second(card, proposal)
    return ProposalState(
        about=proposal.about(),
        at=change.at,
        second=second,
        signed_by=signer,
        could_sign=tuple(person_of(each) for each in able),
    )


def keep_proposal(keeper: Keeper, folder: Path, content: bytes) -> Path:
    """Keep a proposal beside the keys, so that its state can be looked up; return its path.

    Raises:
        OutreachError: What `judge_proposal` and the disk refuse.
    """
    judge_proposal(keeper.card_in(folder), content)
    change = read_proposal(content).signed.change
    path = folder / f"proposal-{change.number}-{change.kind.value.replace('_', '-')}.json"
    atomic_write(path, content)
    return path


def proposals_in(keeper: Keeper, folder: Path) -> tuple[tuple[str, ProposalState], ...]:
    """Return the proposals beside the keys by the name of their file, those still open first.

    Raises:
        OutreachError: What `Keeper.card_in` refuses.
    """
    card = keeper.card_in(folder)
    found = []
    for path in sorted(folder.glob(_PATTERN)):
        try:
            found.append((path.name, judge_proposal(card, read_bytes(path, FILE_LIMIT_BYTES))))
        except OutreachError:
            # Some other file by such a name, or a damaged one: it is no proposal of ours.
            continue
    return tuple(sorted(found, key=lambda each: (each[1].is_overtaken, each[1].at)))


def _second(card: OrganisationCard, proposal: Proposal) -> tuple[Signed, Person | None]:
    if not proposal.signed.second:
        return Signed.MISSING, None
    change = proposal.signed.change
    try:
        serial = trust_log(card.configuration).second_signer(proposal.signed, card.trust)
        refuse_withdrawn_signer(card, change, serial)
    except SecondSignatureMissing:
        return Signed.NOT_COUNTED, None
    if not serial:
        return Signed.BY_ROOT, None
    return Signed.BY_PERSON, person_of(card.configuration.certificates()[serial - 1])
