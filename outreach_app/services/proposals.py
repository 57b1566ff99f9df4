"""A change of trust on its way: proposed for the organisation, countersigned, then published.

The proposal is a file without secrets. The configuration manager makes it, a supervisor or
safeguarding lead signs it in their own vault, the configuration manager publishes it. Where nobody
can countersign, the root does, for which two holders of its shares must meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from outreach_app.crypto.authority import Issuer, Issuers, make_issuers, parse_issuers
from outreach_app.crypto.certificates import CertificateRequest, issue, parse_certificate
from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.kdf import FLOOR, KdfParameters
from outreach_app.crypto.keys import SigningKey, parse_public_line
from outreach_app.crypto.recovery import (
    join_shares,
    new_recovery_secret,
    recovery_recipient,
    split_secret,
)
from outreach_app.domain.people import Role
from outreach_app.phrases import phrase
from outreach_app.services.configuration import (
    OrganisationCard,
    SignedBytes,
    trust_log,
)
from outreach_app.services.enrolment import parse_request
from outreach_app.services.errors import (
    IssuingKeyClosed,
    NotAllowed,
    OtherOrganisation,
    OtherShares,
    SecondSignatureMissing,
)
from outreach_app.services.issuing_key import (
    NEXT_KEY_NAME,
    open_key,
    put_next_key_in_force,
    write_key,
)
from outreach_app.services.organisation import (
    ISSUER_DAYS,
    STAFF_DAYS,
    News,
    load_card,
    open_card_key,
    replaced_by,
)
from outreach_app.services.organisation import publish as write_next
from outreach_app.services.proposal_file import Proposal, check_proposal, read_proposal
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.succession import refuse_withdrawn_signer
from outreach_app.services.suspending import is_suspended
from outreach_app.services.trust_statements import (
    SECOND_SIGNERS,
    Change,
    ChangeKind,
    sign_change,
    sign_second,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A proposal, and the shares of what it brings, which belong on paper and nowhere else."""

    proposal: Proposal
    shares: tuple[str, ...] = ()


def propose_supervisor(
    folder: Path, untrusted_request: bytes, role: Role, passphrase: str, *, now: datetime
) -> Proposed:
    """Propose that the person of an enrolment request becomes supervisor or safeguarding lead.

    Raises:
        NotAllowed: The role is another one, which needs no second signature.
        RequestFormat: The request is damaged.
        OtherOrganisation: It was made in a vault of another organisation.
        IssuingKeyClosed: The passphrase does not open the issuing key.
    """
    if role.value not in SECOND_SIGNERS:
        raise NotAllowed(
            act=phrase("Proposing"),
            reason=phrase("one signature of the keys is enough for this role"),
        )
    card = load_card(folder)
    request = parse_request(untrusted_request)
    if request.organisation != card.organisation:
        raise OtherOrganisation
    content = {
        "age_recipient": request.age_recipient,
        "device": request.device_id,
        "name": f"{request.initials} {request.full_name}",
        "person": request.person_id,
        "role": role.value,
        "signing_key": request.signing_key,
    }
    issuing = open_card_key(folder, card, passphrase)
    return _proposed(card, ChangeKind.SUPERVISOR, content, issuing, now)


def propose_recovery(folder: Path, passphrase: str, *, now: datetime) -> Proposed:
    """Propose another recovery secret; its shares are returned and kept nowhere.

    Raises:
        IssuingKeyClosed: The passphrase does not open the issuing key.
    """
    card = load_card(folder)
    issuing = open_card_key(folder, card, passphrase)
    secret = new_recovery_secret()
    content = {"recovery": recovery_recipient(secret)}
    proposed = _proposed(card, ChangeKind.RECOVERY, content, issuing, now)
    return replace(proposed, shares=tuple(split_secret(secret, 2, 3)))


def propose_root(folder: Path, passphrase: str, *, now: datetime) -> Proposed:
    """Propose another root key; its shares are returned and kept nowhere.

    The issuing key signs, so that this can be done when the shares of the old root are lost.

    Raises:
        IssuingKeyClosed: The passphrase does not open the issuing key.
    """
    card = load_card(folder)
    issuing = open_card_key(folder, card, passphrase)
    root = SigningKey.generate()
    listed = replace(card.issuers, number=card.issuers.number + 1, created=now)
    signed = _signed_list(listed, root)
    content = {"issuers": object_digest(signed.payload), "root": root.public_line()}
    proposed = _proposed(card, ChangeKind.ROOT, content, issuing, now)
    return Proposed(
        proposal=replace(proposed.proposal, issuers=signed),
        shares=tuple(split_secret(root.seed, 2, 3)),
    )


def propose_issuing_key(
    folder: Path,
    root_shares: Sequence[str],
    passphrase: str,
    *,
    now: datetime,
    parameters: KdfParameters = FLOOR,
) -> Proposed:
    """Propose another issuing key; it waits in the folder under a passphrase of its own.

    The old one stays on the list, so that the certificates which it made keep counting, but signs
    nothing any more. The root signs, so that this can be done when the old one is lost.

    Raises:
        BadShare, SharesDoNotCombine, OtherShares: The shares are not those of the root.
        HostFault: The folder cannot be written.
    """
    card = load_card(folder)
    root = root_of_shares(card, root_shares)
    issuing = SigningKey.generate()
    newest = Issuer(
        public_key=issuing.public,
        name=card.configuration.name,
        valid_after=now,
        valid_before=now + timedelta(days=ISSUER_DAYS),
    )
    listed = replace(
        card.issuers,
        number=card.issuers.number + 1,
        created=now,
        issuers=(*card.issuers.issuers, newest),
    )
    signed = _signed_list(listed, root)
    content = {"issuers": object_digest(signed.payload), "issuing_key": issuing.public_line()}
    proposed = _proposed(card, ChangeKind.ISSUING_KEY, content, root, now)
    write_key(folder / NEXT_KEY_NAME, issuing, card.organisation, passphrase, parameters)
    return replace(proposed, proposal=replace(proposed.proposal, issuers=signed))


def root_of_shares(card: OrganisationCard, shares: Sequence[str]) -> SigningKey:
    """Return the root key of an organisation from its shares.

    Raises:
        BadShare, SharesDoNotCombine: The shares make no secret.
        OtherShares: They make another one.
    """
    root = SigningKey.from_seed(join_shares(shares))
    if root.public != card.root:
        raise OtherShares
    return root


def countersign(sitting: Sitting, signer: Signer, untrusted_proposal: bytes) -> Proposal:
    """Give a proposal its second signature, in the vault of a supervisor or safeguarding lead.

    Raises:
        ProposalFormat: Damaged, or not signed by the organisation.
        OtherOrganisation: It is for another organisation.
        StaleProposal: Trust has changed since, or this vault lacks the current file.
        NotAllowed: The person is no supervisor, or it is about the person.
    """
    proposal = read_proposal(untrusted_proposal)
    check_proposal(sitting.card, proposal)
    state = sitting.card.trust
    able = trust_log(sitting.configuration).second_signers(proposal.signed.change, state)
    is_able = any(each.line == signer.certificate.strip() for each in able)
    if not is_able or is_suspended(sitting):
        raise NotAllowed(
            act=phrase("Signing a proposal"),
            reason=phrase(
                "it takes the valid certificate of a supervisor or safeguarding lead whom it is "
                "not about"
            ),
        )
    second = sign_second(proposal.signed, signer.signing_key, signer.certificate)
    with sitting.vault.transaction(
        sitting.act("trust.countersigned", change=proposal.signed.digest)
    ):
        return replace(proposal, signed=second)


def publish(
    folder: Path,
    untrusted_proposal: bytes,
    passphrase: str,
    *,
    now: datetime,
    root_shares: Sequence[str] = (),
) -> OrganisationCard:
    """Put a countersigned proposal into the organisation file.

    Args:
        folder: The organisation's folder.
        untrusted_proposal: The file that came back from the supervisor.
        passphrase: Of the issuing key; of the new one when that is what changes.
        now: When it is published.
        root_shares: Given where nobody can countersign: then the root does.

    Raises:
        ProposalFormat, OtherOrganisation, StaleProposal: See `check_proposal`.
        SecondSignatureMissing: Nobody has countersigned who may.
        IssuingKeyClosed: The passphrase does not open the issuing key.
    """
    card = load_card(folder)
    proposal = read_proposal(untrusted_proposal)
    check_proposal(card, proposal)
    if root_shares:
        root = root_of_shares(card, root_shares)
        proposal = replace(proposal, signed=sign_second(proposal.signed, root, None))
    if not proposal.signed.second:
        raise SecondSignatureMissing(number=proposal.signed.change.number)
    change = proposal.signed.change
    is_key = change.kind is ChangeKind.ISSUING_KEY
    if is_key:
        issuing = open_key(folder / NEXT_KEY_NAME, card.organisation, passphrase)
        if issuing.public != parse_public_line(change.content["issuing_key"]):
            # Another one was proposed since and waits in its place.
            raise IssuingKeyClosed
    else:
        issuing = open_card_key(folder, card, passphrase)
    serial = trust_log(card.configuration).second_signer(proposal.signed, card.trust)
    refuse_withdrawn_signer(card, change, serial)
    published = _carry_out(folder, card, proposal, issuing, now)
    if is_key:
        put_next_key_in_force(folder)
    return published


def _carry_out(
    folder: Path, card: OrganisationCard, proposal: Proposal, issuing: SigningKey, now: datetime
) -> OrganisationCard:
    """Write the organisation file with a change; reading it back checks both signatures."""
    held, change = card.configuration, proposal.signed.change
    root = change.content.get("root")
    changed = replace(
        card,
        root=parse_public_line(root) if root else card.root,
        issuers_signed=proposal.issuers or card.issuers_signed,
        configuration=replace(
            held,
            changes=(*held.changes, proposal.signed),
            recovery_recipient=change.content.get("recovery", held.recovery_recipient),
            # Nobody has tried the new sheets yet.
            recovery_rehearsed_on=""
            if "recovery" in change.content
            else held.recovery_rehearsed_on,
        ),
    )
    if change.kind is not ChangeKind.SUPERVISOR:
        return write_next(folder, changed, issuing, News(), now=now)
    line = _certify(card, change, issuing, now)
    news = News(
        directory=(*held.directory, line.decode("ascii").strip()),
        revocations=replaced_by(card, parse_certificate(line), now),
    )
    return write_next(folder, changed, issuing, news, now=now)


def _certify(card: OrganisationCard, change: Change, issuing: SigningKey, now: datetime) -> bytes:
    content = change.content
    return issue(
        issuing,
        CertificateRequest(
            public_line=content["signing_key"],
            serial=len(card.configuration.directory) + 1,
            person_id=content["person"],
            key_id=content["name"],
            valid_after=now,
            valid_before=now + timedelta(days=STAFF_DAYS),
            role=content["role"],
            organisation=card.organisation,
            age_recipient=content["age_recipient"],
            device_id=content["device"],
        ),
    )


def _proposed(
    card: OrganisationCard,
    kind: ChangeKind,
    content: dict[str, str],
    signing_key: SigningKey,
    now: datetime,
) -> Proposed:
    last = card.configuration.changes[-1]
    change = Change(
        number=last.change.number + 1,
        previous=last.digest,
        at=max(now, last.change.at),
        kind=kind,
        content=content,
        certificates=len(card.configuration.directory),
        withdrawn=len(card.configuration.revocations),
    )
    signed = sign_change(card.organisation, change, signing_key)
    return Proposed(proposal=Proposal(organisation=card.organisation, signed=signed))


def _signed_list(listed: Issuers, root: SigningKey) -> SignedBytes:
    payload, signature = make_issuers(listed, root)
    parse_issuers(payload, signature, root.public, listed.organisation)
    return SignedBytes(payload=payload, signature=signature)
