"""The sheet that goes with a protected PDF: whom to call for the password, how to know the file."""

from dataclasses import dataclass

from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Document
from outreach_app.domain.values import text_of
from outreach_app.report.cover_sheet import CallSheet, cover_sheet_for_call, file_fingerprint
from outreach_app.services.case_words import reference_of
from outreach_app.services.permission import require_case
from outreach_app.services.shipped import word_list
from outreach_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Contact:
    """A line of the directory that receivers call for a password.

    Attributes:
        call: The number as the directory writes it, never one from a request.
        hours: When it is answered.
    """

    call: str
    hours: str


def call_sheet(
    workspace: Workspace, referral: Document, protected_pdf: bytes, contact: Contact
) -> bytes:
    """Return the sheet as a PDF of one page, made in memory. It never knows the password.

    Args:
        workspace: The unlocked vault.
        referral: The document that the protected file shows; its number is the reference.
        protected_pdf: The file exactly as it is sent.
        contact: Whom to call.

    Raises:
        NotAllowed: The role does not print this.
        FontsMissing: The program's fonts cannot be read.
    """
    require_case(workspace.sitting, referral.subject, Verb.PRINT, form_id=referral.form_id)
    digest = file_fingerprint(protected_pdf)
    words = fingerprint_words(bytes.fromhex(digest), word_list())
    return cover_sheet_for_call(
        CallSheet(
            reference=_reference(workspace, referral),
            organisation=workspace.sitting.configuration.name,
            call=contact.call,
            hours=contact.hours,
            words=words,
            sha256=digest,
            size_bytes=len(protected_pdf),
            made_at=workspace.sitting.now(),
        )
    )


def _reference(workspace: Workspace, referral: Document) -> str:
    for head in workspace.vault.revisions.heads(referral.document_id):
        number = text_of(head.flat(), "ref_key")
        if number:
            return number
    return reference_of(workspace, referral.subject)
