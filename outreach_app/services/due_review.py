"""What waits for an assessment or a referral: begun once, with what is known of its kind."""

from collections.abc import Mapping

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Subject
from outreach_app.domain.values import text_of
from outreach_app.services.casework import Casework
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Sitting

ASSESSMENT = "risk_assessment"
_KIND_AT = "section_a/assessment_kind"
_EVENT_AT = "section_a/trigger_event"
_REFERRAL, _REF_KIND_AT, _URGENCY_AT = "referral", "ref_head/ref_kind", "ref_head/ref_urgency"
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


def begin_event_assessment(
    sitting: Sitting, casework: Casework, subject: Subject, event: str
) -> OpenDocument:
    """Begin the assessment that an event asks for, or go on with the one that was begun for it.

    Args:
        sitting: The unlocked vault.
        casework: Its papers.
        subject: The client and the case.
        event: Code of the event, as a contact note has it.

    Raises:
        NotAllowed: The role does not write assessments here.
        OutreachError: It could not be begun or saved.
    """
    answers = {_KIND_AT: "event", _EVENT_AT: event}
    return _begun_once(sitting, casework, (ASSESSMENT, subject), answers)


def begin_flag_referral(
    sitting: Sitting, casework: Casework, subject: Subject, kind: str
) -> OpenDocument:
    """Begin the referral that a flag asks for, or go on with one of its kind that was begun.

    Raises:
        NotAllowed: The role does not write referrals here.
        OutreachError: It could not be begun or saved.
    """
    return _begun_once(
        sitting, casework, (_REFERRAL, subject), {_REF_KIND_AT: kind, _URGENCY_AT: "today"}
    )


def _begun_once(
    sitting: Sitting,
    casework: Casework,
    about: tuple[str, Subject],
    answers: Mapping[str, str],
) -> OpenDocument:
    """Return one's own unsigned draft that has the first of these answers, or a new one with all."""
    form_id, subject = about
    address, value = next(iter(answers.items()))
    name = address.rpartition("/")[2]
    for document in sitting.vault.drafts.mine():
        if (document.form_id, document.subject) == (form_id, subject):
            opened = casework.resume(document.document_id)
            if not opened.draft.base and text_of(opened.answers(), name) == value:
                return opened
    opened = casework.begin(form_id, subject)
    for each, text in answers.items():
        opened.set_answer(each, text)
    return opened
