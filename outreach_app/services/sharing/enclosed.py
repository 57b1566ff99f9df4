"""What goes with a handover to another service: the papers of its inventory, exactly as they were signed."""

from outreach_app.domain.documents import Document
from outreach_app.domain.handovers import FORM, SERVICE
from outreach_app.domain.values import rows_of, text_of
from outreach_app.services.exchange.errors import InventoryOutdated
from outreach_app.services.workspace import Workspace

_REVISION = "sha256:"


def listed(workspace: Workspace, document: Document) -> tuple[str, ...]:
    """Return the ids of the signed versions that a handover names, none for other documents."""
    if document.form_id != FORM:
        return ()
    heads = workspace.vault.revisions.heads(document.document_id)
    answers = heads[0].flat() if heads else {}
    if text_of(answers, "ho_kind") != SERVICE:
        return ()
    named = (text_of(row, "hog_version") for row in rows_of(answers, "ho_goes"))
    return tuple(each for each in named if each.startswith(_REVISION))


def enclosed(workspace: Workspace, document: Document) -> tuple[Document, ...]:
    """Return the papers that go with a handover to a service, none for other documents.

    Raises:
        InventoryOutdated: One of them has another newest version than the inventory names.
    """
    revisions = workspace.vault.revisions
    found: dict[str, set[str]] = {}
    for revision_id in listed(workspace, document):
        if not revisions.holds(revision_id):
            raise InventoryOutdated
        header = revisions.get(revision_id).header
        found.setdefault(header.document_id, set()).add(revision_id)
    for document_id, versions in found.items():
        if set(revisions.head_ids(document_id)) != versions:
            raise InventoryOutdated
    return tuple(workspace.vault.documents.get(each) for each in found)


def enclosed_ids(workspace: Workspace, document: Document) -> tuple[str, ...]:
    """Return the ids of the papers that a handover names, also where there are newer versions now."""
    revisions = workspace.vault.revisions
    found = (
        revisions.get(each).header.document_id
        for each in listed(workspace, document)
        if revisions.holds(each)
    )
    return tuple(dict.fromkeys(found))
