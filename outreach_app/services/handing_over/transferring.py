"""Handing a client on to another service: what goes on which basis, what they answered, and the exit.

The program sends nothing: what goes is made as a bundle or a protected PDF where everything is
shared, and stands in the register of disclosures.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import PartName, Reason, Revision, Subject
from outreach_app.domain.handovers import ACCEPTED, SERVICE, Handover, HandoverState
from outreach_app.domain.values import text_of
from outreach_app.services.errors import NothingToExport
from outreach_app.services.exchange.load import require_export
from outreach_app.services.handing_over.errors import NoAnswerWanted, NothingToHandOver
from outreach_app.services.handing_over.giving import require_giver, resumed, sign
from outreach_app.services.handing_over.inventory import (
    Inventory,
    going_lines,
    open_lines,
    papers,
    staying_lines,
    write_inventory,
)
from outreach_app.services.handing_over.standing import handovers, standing
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_case
from outreach_app.services.sharing.decided import Grounds, check_basis
from outreach_app.services.sitting import Signer
from outreach_app.services.workspace import Workspace

PARTS = (PartName.MAIN.value,)
"""What a service outside gets of a paper; an address goes only where it is shared with a reason."""
_EXIT = "exit_checklist"
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAnswer:
    """What a service said about a client whom we want to hand on.

    Attributes:
        answer: ``accepted`` or ``refused``.
        by: Name and role, and how the answer came.
        words: Why it was refused, or what was agreed.
        receipt: A receipt as PDF, b"" for none.
    """

    answer: str
    by: str
    words: str = ""
    receipt: bytes = b""


def grounds_of(opened: OpenDocument) -> Grounds:
    """Return on what basis a transfer goes, as its draft says."""
    answers = opened.answers()
    basis = text_of(answers, "ho_basis")
    other = "" if basis == "consent" else basis
    return Grounds(
        agency_id=text_of(answers, "ho_agency"),
        other_basis=other,
        reason=text_of(answers, "ho_basis_reason"),
        decided_by=text_of(answers, "ho_decided_by"),
    )


def list_what_goes(
    workspace: Workspace, opened: OpenDocument, document_ids: Iterable[str]
) -> Inventory:
    """Write into the draft of a transfer exactly what goes, what stays and why, and what is open.

    Args:
        workspace: The unlocked vault.
        opened: The draft of the handover.
        document_ids: The papers that were chosen.
    """
    subject = opened.document.subject
    wanted = set(document_ids)
    every = papers(workspace, subject)
    chosen = [each for each in every if each.document.document_id in wanted]
    found = Inventory(
        open=open_lines(workspace, subject, going=wanted),
        goes=going_lines(workspace, chosen),
        stays=staying_lines(every, chosen, PARTS),
    )
    write_inventory(workspace, opened, found)
    return found


def sign_transfer(
    workspace: Workspace, opened: OpenDocument, document_ids: Iterable[str], signer: Signer
) -> Revision:
    """Check what goes and on which basis, write the inventory as the record stands, and sign.

    Raises:
        Refusal: See `require_transfer`; nothing was signed.
    """
    chosen = tuple(document_ids)
    require_transfer(workspace, opened, chosen)
    list_what_goes(workspace, opened, chosen)
    return sign(workspace, opened, signer)


def require_transfer(
    workspace: Workspace, opened: OpenDocument, document_ids: Iterable[str]
) -> None:
    """Refuse a transfer whose papers may not go.

    Raises:
        NothingToExport: No paper was chosen.
        NotAllowed: The role does not send the case.
        Unfinished: Answers are missing.
        NoConsent, BasisUndecided: It is not settled on what basis it goes.
    """
    documents = [workspace.vault.documents.get(each) for each in document_ids]
    if not documents:
        raise NothingToExport
    require_export(workspace.sitting, documents)
    workspace.casework.require_ready(opened)
    check_basis(workspace, grounds_of(opened), documents, PARTS)


def note_answer(
    workspace: Workspace, document_id: str, said: ServiceAnswer, signer: Signer
) -> Revision:
    """Sign what a service answered, with its receipt if there is one.

    Raises:
        NotAllowed, NobodyLeads, NotTheGiver: See `require_giver`.
        NoAnswerWanted: It is no transfer, or it was answered or taken back.
        Unfinished: It is not said who answered, or why it was refused.
    """
    subject = workspace.vault.documents.get(document_id).subject
    require_giver(workspace, subject)
    found = standing(workspace.vault, document_id)
    if found is None or found.kind != SERVICE or not found.is_waiting or found.is_apart:
        raise NoAnswerWanted
    opened = resumed(workspace, document_id)
    opened.set_answer("ho_answer", said.answer)
    opened.set_answer("ho_answered_on", workspace.sitting.today().isoformat())
    if said.by:
        opened.set_answer("ho_answer_by", said.by)
    accepted = said.answer == ACCEPTED
    if said.words:
        opened.set_answer("ho_answer_words" if accepted else "ho_answer_why", said.words)
    if accepted and said.receipt:
        opened.attach("ho_receipt", said.receipt, media_type=_PDF, description="receipt.pdf")
    return workspace.casework.sign(opened, signer)


def accepted_transfer(workspace: Workspace, subject: Subject) -> Handover | None:
    """Return the newest transfer that another service has accepted, None for none."""
    return next(
        (
            each
            for each in handovers(workspace.vault, subject)
            if each.kind == SERVICE and each.state is HandoverState.ACCEPTED
        ),
        None,
    )


def begin_exit(workspace: Workspace, subject: Subject) -> OpenDocument:
    """Begin the exit checklist of a case that another service has accepted, with what is known.

    One's own draft of it is gone on with; what somebody has answered there stays.

    Raises:
        NothingToHandOver: No service has accepted.
        NotAllowed, OpenConflict: See `Casework.begin` and `Casework.revise`.
    """
    require_case(workspace.sitting, subject, Verb.READ, Verb.WRITE, form_id=_EXIT)
    found = accepted_transfer(workspace, subject)
    if found is None:
        raise NothingToHandOver
    (head, *_more) = workspace.vault.revisions.heads(found.document_id)
    said = head.flat()
    opened = _checklist(workspace, subject)
    for name, value in (
        ("exit_reason", "transferred"),
        ("sr_receiving_worker", text_of(said, "ho_receiving_worker")),
        ("sr_handover_meeting", text_of(said, "ho_meeting")),
        ("sr_bundle_accepted", "yes"),
    ):
        if value and not text_of(opened.answers(), name):
            opened.set_answer(name, value)
    return opened


def _checklist(workspace: Workspace, subject: Subject) -> OpenDocument:
    casework, vault = workspace.casework, workspace.vault
    known = vault.documents.by_case(subject.case_id, form_id=_EXIT)
    for each in known:
        if vault.drafts.has(each.document_id):
            return casework.resume(each.document_id)
    for each in known:
        if vault.revisions.heads(each.document_id):
            return casework.revise(each.document_id, Reason.CONTINUED)
    return casework.begin(_EXIT, subject)
