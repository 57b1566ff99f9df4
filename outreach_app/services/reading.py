"""A document as lines to read: label and words of every answer, in the order of the form."""

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_app.domain.answers import combine, leaves
from outreach_app.domain.documents import Document, PartName
from outreach_app.engine.definition import FormDefinition
from outreach_app.services.comparing import Wording
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.revising import RevisionPlan
from outreach_app.services.workspace import Workspace

_UNSEEN = frozenset({PartName.CASEFILE.value, PartName.EARLIER.value})


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer: where it stands, its label, as stored, and in words."""

    address: str
    label: str
    value: str
    text: str


def shown_draft(open_document: OpenDocument) -> list[Shown]:
    """Return the answers of a draft that count now."""
    return _shown(open_document.definition, open_document.session.answers())


def shown_answers(workspace: Workspace, document: Document) -> list[Shown]:
    """Return the answers of the newest signed revision; of the last one when there are two."""
    heads = workspace.vault.revisions.heads(document.document_id)
    if not heads:
        return []
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    definition = workspace.catalogue.definition(newest.header.form_hash)
    return _shown(definition, newest.answers())


def shown_plan(definition: FormDefinition, plan: RevisionPlan) -> str:
    """Return in words exactly the answers that a signature will stand for, part by part."""
    lines: list[str] = []
    for name, answers in plan.parts.items():
        if name in _UNSEEN or not answers:
            continue
        lines.append(f"[{name.replace('_', ' ')}]")
        lines += [f"  {each.label}: {each.text}" for each in _shown(definition, answers)]
    return "\n".join(lines)


def _shown(definition: FormDefinition, answers: Mapping[str, object]) -> list[Shown]:
    words = Wording(definition)
    return [
        Shown(address, words.label(address), value, words.answer(address, value))
        for address, value in leaves(combine(answers))
    ]
