"""What the day team wrote for the night when a case was handed over: the newest word of it for a resident."""

from outreach_app.domain.authority import CaseAccess
from outreach_app.domain.documents import Subject
from outreach_app.domain.handovers import SERVICE, HandoverState
from outreach_app.domain.values import text_of
from outreach_app.phrases import phrase
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.handing_over.standing import handovers
from outreach_app.services.permission import reads_internal_part
from outreach_app.services.workspace import Workspace

QUESTION = "ho_night"


def from_the_day(workspace: Workspace, subject: Subject, words: CaseWords) -> str:
    """Return what night staff must know by the newest handover that says something, with its author and day.

    It is written for the night and stands on its sheet; the handover itself stays with the day team. One
    that was taken back says nothing any more.

    Args:
        workspace: The unlocked vault.
        subject: Client and case of a resident.
        words: For initials.
    """
    if not reads_internal_part(workspace.sitting, CaseAccess(is_resident=True)):
        return ""
    for each in handovers(workspace.vault, subject):
        if each.kind == SERVICE or each.state is HandoverState.TAKEN_BACK:
            continue
        heads = workspace.vault.revisions.heads(each.document_id)
        said = text_of(heads[0].flat(), QUESTION).strip() if heads else ""
        if said:
            return phrase(
                "{said} ({who}, {day})",
                said=said,
                who=words.initials(each.giver_id),
                day=day_words(each.signed_on),
            )
    return ""
