"""The review of the risk that is due: begun once, with its kind chosen."""

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Subject
from outreach_app.domain.values import text_of
from outreach_app.services.casework import Casework
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Sitting

ASSESSMENT = "risk_assessment"
_KIND_AT = "section_a/assessment_kind"
_KIND = "assessment_kind"
_FULL, _REVIEW = "full", "review"
_WHOLE = frozenset({_FULL, _REVIEW, "event", "exit"})
"""Kinds that look at every domain; what follows one of them is a review."""


def kind_due(case_file: CaseFile) -> str:
    """Return the kind of the assessment that is due next: full until there is one, then a review."""
    kinds = {text_of(each.record.answers, _KIND) for each in case_file.assessments}
    return _REVIEW if kinds & _WHOLE else _FULL


def begin_due_review(sitting: Sitting, casework: Casework, subject: Subject) -> OpenDocument:
    """Begin the assessment that is due, or go on with the one that was begun for it.

    Raises:
        NotAllowed: The role does not write assessments here.
        OutreachError: It could not be begun or saved.
    """
    kind = kind_due(casework.case_file(subject))
    for document in sitting.vault.drafts.mine():
        if (document.form_id, document.subject) == (ASSESSMENT, subject):
            opened = casework.resume(document.document_id)
            if not opened.draft.base and text_of(opened.answers(), _KIND) in {kind, ""}:
                return opened
    opened = casework.begin(ASSESSMENT, subject)
    opened.set_answer(_KIND_AT, kind)
    return opened
