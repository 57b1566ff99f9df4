"""Of which plans of a case a client may have a copy, and in which manner."""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Document
from outreach_app.services.workspace import Workspace

PLAN, SAFETY_PLAN = "support_plan", "safety_plan"
COPIED_FORMS = (PLAN, SAFETY_PLAN)


class Manner(StrEnum):
    """Which copy: the client's own, or one that tells nothing to whoever finds it."""

    OWN = "own"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Copyable:
    """A signed plan of a case."""

    document: Document
    title: str


def copyable(workspace: Workspace, case_file: CaseFile) -> tuple[Copyable, ...]:
    """Return the newest signed support plan and safety plan of a case."""
    found = []
    for form_id in COPIED_FORMS:
        record = case_file.newest(form_id)
        if record is not None:
            document = workspace.vault.documents.get(record.document_id)
            form_hash = workspace.vault.revisions.heads(record.document_id)[0].header.form_hash
            found.append(Copyable(document, workspace.catalogue.definition(form_hash).title))
    return tuple(found)
