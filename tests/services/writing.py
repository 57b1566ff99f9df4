"""Writes documents the way a caseworker does: begun, answered, signed, all in a real vault."""

from collections.abc import Mapping
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER
from outreach_app.domain.documents import Document, Reason, Revision, Subject
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.revising import make_revision
from outreach_app.services.sitting import Signer
from outreach_app.services.workspace import Workspace

Json = Mapping[str, Any]
WORDS = "She locked the door herself."


class Writer:
    """Writes the documents of one case."""

    def __init__(self, workspace: Workspace, signer: Signer) -> None:
        self.workspace = workspace
        self.signer = signer
        begun = workspace.casework.new_case()
        self.subject: Subject = begun.subject
        self.reference = begun.client_ref
        me = workspace.sitting.me.person_id
        self._go_on(begun.client, CLIENT)
        self._go_on(begun.case, {"case_start": {"case_opened_on": "2026-01-05", "caseworker": me}})

    def _go_on(self, document: Document, answers: Json) -> None:
        open_document = self.workspace.casework.resume(document.document_id)
        self.answer(open_document, answers)
        self.sign(open_document)

    def draft(self, form_id: str, answers: Json) -> OpenDocument:
        """Begin a document and answer it."""
        open_document = self.workspace.casework.begin(form_id, self.subject)
        self.answer(open_document, answers)
        return open_document

    def signed(self, form_id: str, answers: Json) -> Document:
        """Begin, answer and sign a document."""
        open_document = self.draft(form_id, answers)
        self.sign(open_document)
        return open_document.document

    def revised(self, document: Document, answers: Json) -> Revision:
        """Change a signed document."""
        open_document = self.workspace.casework.revise(document.document_id, Reason.CONTINUED)
        self.answer(open_document, answers)
        return self.sign(open_document)

    def answer(self, open_document: OpenDocument, answers: Json) -> None:
        """Give answers one by one, as a screen does."""
        give_answers(open_document, answers)

    def sign(self, open_document: OpenDocument) -> Revision:
        """Sign a draft as it stands; whether it is complete is not the matter here."""
        sitting = self.workspace.sitting
        plan = self.workspace.casework.plan(open_document)
        revision = make_revision(plan, self.signer, sitting)
        sitting.vault.revisions.sign_draft(revision, sitting.act("document.signed"))
        return revision


def give_answers(open_document: OpenDocument, answers: Json, at: str = "") -> None:
    """Give answers one by one, as a screen does."""
    for name, value in answers.items():
        here = f"{at}/{name}" if at else name
        if isinstance(value, Mapping):
            give_answers(open_document, value, here)
        elif isinstance(value, list):
            for row in value:
                row_id = open_document.add_row(here, row_id=row.get(ROW_ID))
                give_answers(open_document, row, f"{here}[{row_id}]")
        elif name not in {ROW_ID, ROW_ORDER}:
            open_document.set_answer(here, value)


CLIENT: Json = {
    "client_identity": {
        "preferred_name": "Gerta",
        "full_name": "Gerta Shembulli",
        "dob": {"dob_year": "2003", "dob_month": "3", "dob_day": "14", "dob_basis": "stated"},
    },
    "client_contact": {
        "current_address": {
            "addr_line1": "7 Hidden Quay",
            "addr_town": "Portwick",
            "addr_kind": "safe_house",
        }
    },
}
FLAG: Json = {
    "flag_open": {
        "flag_code": "exploiter_contact_recent",
        "flag_set_at": "2026-02-02T18:30:00.000+00:00",
        "flag_note": "He rang her sister.",
    }
}
NOTE: Json = {
    "note_about": {"note_datetime": "2026-02-03T10:00:00.000+00:00", "note_kind": "visit"},
    "note_content": {
        "note_facts": WORDS,
        "note_client_voice": {
            "note_client_voice_text": "I slept for the first time.",
            "note_client_voice_by": "client",
            "note_client_voice_lang": "sqi",
        },
    },
}


def assessment(kind: str, at: str, level: str, feeling: str, likelihood: str) -> Json:
    """Return the answers of a risk assessment with two risks, staff notes and something unknown."""
    return {
        "section_a": {"assessment_kind": kind, "assessed_at": at},
        "section_d": {
            "d1": {"d1_threats": {"d1_threats_now": "present", "d1_threats_note": "By telephone."}},
            "d_words": {"client_fear_score": feeling},
        },
        "section_f": {
            "risks": [
                {
                    ROW_ID: "r_aaaaaaaaaaaaaaaaaaaaaaaabb",
                    "risk_title": "Found by those who exploited her",
                    "risk_domain": "D1",
                    "risk_likelihood": likelihood,
                    "risk_severity": "5",
                    "risk_status": "open",
                },
                {
                    ROW_ID: "r_aaaaaaaaaaaaaaaaaaaaaaaabc",
                    "risk_title": "Suicidal crisis",
                    "risk_domain": "D9",
                    "risk_likelihood": "2",
                    "risk_severity": "5",
                    "risk_status": "open",
                },
            ]
        },
        "section_k": {"overall_level": level},
        "section_o": {"staff_risk": "medium"},
    }
