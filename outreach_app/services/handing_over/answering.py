"""The answer to a handover: the colleague looks through the case, and accepts it or does not.

Accepting signs the answer and the case record together, so that nobody answers for a case twice or
not at all.
"""

from outreach_app.domain.documents import Revision
from outreach_app.domain.handovers import ACCEPTED, COLLEAGUE, Handover
from outreach_app.domain.values import text_of
from outreach_app.services.handing_over import circle
from outreach_app.services.handing_over.errors import NoAnswerWanted, NotHandedToYou
from outreach_app.services.handing_over.giving import resumed
from outreach_app.services.handing_over.standing import standing
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Signer
from outreach_app.services.workspace import Workspace


def require_asked(workspace: Workspace, document_id: str) -> Handover:
    """Return a handover to which the unlocked person is to answer.

    Raises:
        NoAnswerWanted: It was answered or taken back, or two versions of it are not merged.
        NotHandedToYou: Somebody else is asked.
    """
    found = standing(workspace.vault, document_id)
    if found is None or not found.is_waiting or found.is_apart:
        raise NoAnswerWanted
    if found.kind != COLLEAGUE or found.receiver_id != workspace.sitting.me.person_id:
        raise NotHandedToYou
    return found


def is_asked(workspace: Workspace, found: Handover) -> bool:
    """Say whether the unlocked person is the one who answers."""
    mine = found.receiver_id == workspace.sitting.me.person_id
    return found.is_waiting and mine and not found.is_apart


def begin_answer(workspace: Workspace, document_id: str, answer: str) -> OpenDocument:
    """Write into a version of one's own that a handover is accepted or not; sign it to make it so.

    Args:
        workspace: The unlocked vault.
        document_id: The handover.
        answer: ``accepted`` or ``refused``.

    Raises:
        NoAnswerWanted, NotHandedToYou: See `require_asked`.
        OpenConflict, NotAllowed: See `Casework.revise`.
    """
    require_asked(workspace, document_id)
    opened = resumed(workspace, document_id)
    if text_of(opened.answers(), "ho_answer") != answer:
        opened.set_answer("ho_answer", answer)
    return opened


def sign_answer(workspace: Workspace, opened: OpenDocument, signer: Signer) -> Revision:
    """Sign an answer; whoever accepts leads the case from then on.

    Raises:
        NoAnswerWanted, NotHandedToYou: See `require_asked`.
        Unfinished: A refusal has no reason.
        CaseRecordInPart, NotAllowed: Nobody can be written into the case record here.
    """
    document = opened.document
    found = require_asked(workspace, document.document_id)
    opened.set_answer("ho_answered_on", workspace.sitting.today().isoformat())
    accepted = text_of(opened.answers(), "ho_answer") == ACCEPTED
    act = workspace.sitting.act("case.handover_answered", case=document.subject.case_id)
    with workspace.vault.transaction(act):
        revision = workspace.casework.sign(opened, signer)
        if accepted and not circle.leads(workspace, document.subject, found.receiver_id):
            circle.make_lead(workspace, document.subject, found.receiver_id, signer)
    return revision
