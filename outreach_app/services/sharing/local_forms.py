"""The form of its own that an authority insists on: it goes inside the protected copy of a referral."""

import mimetypes
from dataclasses import replace

from outreach_app.domain.documents import Document
from outreach_app.domain.values import text_of
from outreach_app.phrases import phrase
from outreach_app.report.content import Paragraph, PrintDocument, Section
from outreach_app.report.protect import EnclosedFile
from outreach_app.services.printing import Composed
from outreach_app.services.workspace import Workspace

REFERRAL = "referral"
_QUESTION = "ref_local_form"
_NAME = "local-form"


def local_form_of(workspace: Workspace, document: Document) -> str:
    """Return the digest of the authority's own form at the newest version, "" without one."""
    if document.form_id != REFERRAL:
        return ""
    heads = workspace.vault.revisions.heads(document.document_id)
    if not heads:
        return ""
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    return text_of(newest.flat(), _QUESTION)


def with_local_form(workspace: Workspace, document: Document, composed: Composed) -> Composed:
    """Return a copy that says what is inside the file and carries it.

    Raises:
        HostFault: The form is not on this laptop, or cannot be read.
    """
    digest = local_form_of(workspace, document)
    content = composed.content
    if not digest or not isinstance(content, PrintDocument):
        return composed
    attachments = workspace.vault.attachments
    media_type = attachments.facts(digest).media_type
    ending = mimetypes.guess_extension(media_type) or ""
    form = EnclosedFile(
        name=f"{_NAME}{ending}", media_type=media_type, data=attachments.get(digest)
    )
    said = Section(
        phrase("Inside this file"),
        (
            Paragraph(
                phrase(
                    "Your own form is attached to this file as “{name}”. Programs list it under "
                    "attachments; it opens with the same digits.",
                    name=form.name,
                )
            ),
        ),
    )
    return replace(
        composed, content=replace(content, sections=(said, *content.sections)), files=(form,)
    )
