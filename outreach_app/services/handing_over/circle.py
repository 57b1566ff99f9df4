"""Who answers for a case and who may open it, written into its record as one small signed change.

The rest of the record stays as it is signed: neither does it need one's own draft of it, nor does a
gap in it keep a case with somebody who has left.
"""

from collections.abc import Callable
from dataclasses import replace

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Reason, Revision, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.domain.values import text_of
from outreach_app.engine.session import FormSession
from outreach_app.services.access import CASE_FORM, read_circle
from outreach_app.services.handing_over.errors import CaseRecordInPart
from outreach_app.services.permission import require_document, require_whole
from outreach_app.services.revising import FROZEN_PARTS, RevisionPlan, make_revision
from outreach_app.services.sitting import Signer
from outreach_app.services.workspace import Workspace

_LEAD, _SECOND, _SHARED = (
    "case_start/caseworker",
    "case_start/second_worker",
    "case_start/case_shared_with",
)


def belongs(workspace: Workspace, subject: Subject, person_id: str) -> bool:
    """Say whether a signed record of a case names a person."""
    return read_circle(workspace.vault, subject.case_id, subject.client_id).holds(person_id)


def require_changeable(workspace: Workspace, subject: Subject) -> Revision:
    """Return the one newest version of the case record.

    Raises:
        CaseRecordInPart: There are two, or the main part is not here.
        NotAllowed: The person may not write it.
    """
    found = workspace.vault.documents.by_case(subject.case_id, form_id=CASE_FORM)
    heads = [head for each in found for head in workspace.vault.revisions.heads(each.document_id)]
    if len(heads) != 1 or set(heads[0].withheld()) - FROZEN_PARTS:
        raise CaseRecordInPart
    document = next(each for each in found if each.document_id == heads[0].header.document_id)
    require_document(workspace.sitting, document, Verb.WRITE, Verb.SIGN)
    require_whole(workspace.sitting, heads[0], "write")
    return heads[0]


def let_in(workspace: Workspace, subject: Subject, person_id: str, signer: Signer) -> None:
    """Sign that a colleague may open the case; to be called within the act that it belongs to.

    Raises:
        CaseRecordInPart, NotAllowed: See `require_changeable`.
    """

    def share(session: FormSession) -> None:
        row_id = session.add_row(_SHARED, row_id=workspace.sitting.new_id(Prefix.ROW))
        session.set_answer(f"{_SHARED}[{row_id}]/csw_person", person_id)

    _change(workspace, subject, signer, share)


def make_lead(workspace: Workspace, subject: Subject, person_id: str, signer: Signer) -> None:
    """Sign that somebody leads the case; whoever led it stands in where the new lead did so.

    Raises:
        CaseRecordInPart, NotAllowed: See `require_changeable`.
    """

    def lead(session: FormSession) -> None:
        before, stood_in = str(session.value(_LEAD)), str(session.value(_SECOND))
        if stood_in == person_id:
            session.set_answer(_SECOND, "")
        session.set_answer(_LEAD, person_id)
        if stood_in == person_id and before:
            session.set_answer(_SECOND, before)

    _change(workspace, subject, signer, lead)


def leads(workspace: Workspace, subject: Subject, person_id: str) -> bool:
    """Say whether the newest record of a case names somebody as its lead."""
    record = workspace.casework.case_file(subject).newest(CASE_FORM)
    return record is not None and text_of(record.answers, "caseworker") == person_id


def _change(
    workspace: Workspace,
    subject: Subject,
    signer: Signer,
    change: Callable[[FormSession], None],
) -> None:
    sitting, casework = workspace.sitting, workspace.casework
    head = require_changeable(workspace, subject)
    document = workspace.vault.documents.get(head.header.document_id)
    opened = casework.open_answers(document, head.header.form_hash, head.answers(earlier=True))
    change(opened.session)
    plan: RevisionPlan = replace(
        casework.plan(opened), parents=(head.revision_id,), reason=Reason.CONTINUED
    )
    revision = make_revision(plan, signer, sitting)
    act = sitting.act(
        "document.signed", document=document.document_id, revision=revision.revision_id
    )
    with sitting.vault.transaction(act):
        sitting.vault.revisions.add(revision, received_at=sitting.instant())
