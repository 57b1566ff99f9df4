"""Leave to look at a case and to take a copy of it out of the program."""

from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.documents import Subject
from outreach_app.services.access import access_of
from outreach_app.services.workspace import Workspace


def require_case(
    workspace: Workspace, subject: Subject, *verbs: Verb, form_id: str = ""
) -> CaseAccess:
    """Refuse whoever may not do something in a case; journal who looks outside their own list.

    Args:
        workspace: The unlocked vault.
        subject: Client and case.
        verbs: What is asked for; each must be allowed.
        form_id: Form of the document in question, "" when it is about the whole case.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
    """
    sitting = workspace.sitting
    access = access_of(
        sitting,
        subject.case_id,
        sitting.me.person_id,
        form_id=form_id,
        client_id=subject.client_id,
    )
    for verb in verbs:
        sitting.require(verb, access)
    if not access.is_member:
        with sitting.vault.transaction(sitting.act("case.opened_outside_list", **_about(subject))):
            pass
    return access


def _about(subject: Subject) -> dict[str, str]:
    return {"case": subject.case_id} if subject.case_id else {"client": subject.client_id}


def reads_staff_part(workspace: Workspace, access: CaseAccess) -> bool:
    """Say whether the person may read what is written for the safety of staff."""
    me = workspace.sitting.me
    return may(me.person_id, me.role, Verb.READ_STAFF_PART, access).allowed
