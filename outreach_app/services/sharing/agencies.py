"""The agencies of a case: whom one may share with who has no key of ours."""

from dataclasses import dataclass

from outreach_app.domain.documents import Subject
from outreach_app.domain.records import Record
from outreach_app.domain.values import first_text, text_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvedAgency:
    """An agency that works with the client.

    Attributes:
        document_id: Its record in the case.
        contact: Telephone and secure mail as the record has them, "" for none.
    """

    document_id: str
    name: str
    kind: str
    person: str
    contact: str


def agencies_of(workspace: Workspace, subject: Subject) -> tuple[InvolvedAgency, ...]:
    """Return the agencies of a case by name; the same one recorded twice comes twice."""
    words = CaseWords(workspace)
    case_file = workspace.casework.case_file(subject)
    found = [_agency(record, words) for record in case_file.all("agency_involvement")]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.document_id)))


def _agency(record: Record, words: CaseWords) -> InvolvedAgency:
    answers = record.answers
    kind = words.choice(record.form_id, "agency_kind", text_of(answers, "agency_kind"))
    return InvolvedAgency(
        document_id=record.document_id,
        name=text_of(answers, "agency_name") or kind,
        kind=kind,
        person=text_of(answers, "agency_person"),
        contact=text_of(answers, "agency_contact"),
    )


def receiver_of(workspace: Workspace, document_id: str) -> str:
    """Return the agency that a referral or a handover is for, "" for none and for other documents."""
    for head in workspace.vault.revisions.heads(document_id):
        agency_id = first_text(head.flat(), ("ref_to_agency", "ho_agency"))
        if agency_id:
            return agency_id
    return ""
