"""The proposal file: a change of trust with its first signature, perhaps with its second.

It holds nothing secret. Read strictly; who may sign what is judged against an organisation file.
"""

from dataclasses import dataclass

from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.keys import parse_public_line
from outreach_app.errors import OutreachError
from outreach_app.services.bodies import BodyReader
from outreach_app.services.configuration import OrganisationCard, SignedBytes
from outreach_app.services.errors import OtherOrganisation, ProposalFormat, StaleProposal
from outreach_app.services.succession import TrustChange
from outreach_app.services.trust_statements import (
    ChangeKind,
    SignedChange,
    change_texts,
    parse_change,
    read_change,
)

FILE_FORMAT = 1
FILE_LIMIT_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change of trust with its first signature, perhaps with its second.

    Attributes:
        issuers: The list of issuing keys that goes with it, signed by the root; else None.
    """

    organisation: str
    signed: SignedChange
    issuers: SignedBytes | None = None

    def content(self) -> bytes:
        """Return the bytes of the proposal file."""
        issuers = self.issuers or SignedBytes(payload=b"", signature=b"")
        return canonical_bytes(
            {
                "change": change_texts(self.signed),
                "format": FILE_FORMAT,
                "issuers": {
                    "payload": issuers.payload.decode("utf-8"),
                    "signature": issuers.signature.decode("ascii"),
                },
                "organisation": self.organisation,
            }
        )

    def about(self) -> TrustChange:
        """Return what it changes, with what its words stand for."""
        content = self.signed.change.content
        match self.signed.change.kind:
            case ChangeKind.SUPERVISOR:
                return TrustChange(
                    "supervisor", content["name"], parse_public_line(content["signing_key"])
                )
            case ChangeKind.RECOVERY:
                return TrustChange("recovery", "", content["recovery"].encode("ascii"))
            case kind:
                return TrustChange(kind.value, "", parse_public_line(content[kind.value]))


def read_proposal(untrusted: bytes) -> Proposal:
    """Return the proposal of a file; who signed it is judged against an organisation file.

    Raises:
        ProposalFormat: It is damaged.
    """
    try:
        reader = BodyReader(parse_canonical_object(untrusted), "proposal")
        is_known = reader.integer("format") == FILE_FORMAT
        organisation = reader.text("organisation")
        signed = read_change(organisation, _mapping(reader, "change"))
        listed = reader.inner("issuers")
        issuers = SignedBytes(
            payload=listed.text("payload", empty=True).encode("utf-8"),
            signature=listed.text("signature", empty=True).encode("utf-8"),
        )
        listed.done()
        reader.done()
    except OutreachError as error:
        raise ProposalFormat from error
    if not is_known:
        raise ProposalFormat
    return Proposal(
        organisation=organisation, signed=signed, issuers=issuers if issuers.payload else None
    )


def _mapping(reader: BodyReader, name: str) -> dict[str, str]:
    inner = reader.inner(name)
    found = {each: inner.text(each, empty=True) for each in ("payload", "second", "signature")}
    inner.done()
    return found


def check_proposal(card: OrganisationCard, proposal: Proposal) -> None:
    """Accept a proposal that the organisation made and that nothing has overtaken.

    Raises:
        OtherOrganisation: It is for another organisation.
        StaleProposal: Another change of trust came before it, or the file held is older.
        ProposalFormat: Neither root nor issuing key signed it, or its list does not fit.
    """
    if proposal.organisation != card.organisation:
        raise OtherOrganisation
    held, change = card.configuration, proposal.signed.change
    is_next = (change.number, change.previous) == (
        len(held.changes) + 1,
        held.changes[-1].digest,
    )
    if not is_next or change.certificates > len(held.directory):
        raise StaleProposal
    signed = proposal.signed
    _signed, facts = parse_change(
        proposal.organisation, signed.payload, signed.signature, signed.second
    )
    by_organisation = facts.public_key in {card.root, card.trust.issuing_key}
    if facts.certificate is not None or not by_organisation:
        raise ProposalFormat
    named = change.content.get("issuers", "")
    listed = object_digest(proposal.issuers.payload) if proposal.issuers else ""
    if named != listed:
        raise ProposalFormat
