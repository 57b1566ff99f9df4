"""A document as lines to read: label and words of every answer, in the order of the form."""

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_app.domain.answers import combine, leaves
from outreach_app.domain.documents import Document, PartName, Reason
from outreach_app.engine.definition import FormDefinition
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import PART_WORDS, reference_of, references_of
from outreach_app.services.comparing import Wording
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_sight
from outreach_app.services.revising import RevisionPlan
from outreach_app.services.row_numbers import by_row_numbers, numbers_of
from outreach_app.services.signed_case import case_file_lines
from outreach_app.services.workspace import Workspace

_WHY = {
    Reason.NEW: phrase("its first version"),
    Reason.CONTINUED: phrase("continued"),
    Reason.REVIEW: phrase("a review"),
    Reason.CORRECTION: phrase("a correction"),
    Reason.MERGE: phrase("two versions made one"),
}
_HEADINGS = {**PART_WORDS, PartName.EARLIER.value: phrase("answered earlier, not asked any more")}


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer: where it stands, in full and short, its label, as stored, and in words."""

    address: str
    name: str
    label: str
    value: str
    text: str


def shown_draft(workspace: Workspace, open_document: OpenDocument) -> list[Shown]:
    """Return the answers of one's own draft that count now."""
    words = Wording(open_document.definition, references_of(workspace, open_document.document))
    return _shown(words, open_document.session.answers())


def shown_answers(workspace: Workspace, document: Document) -> list[Shown]:
    """Return the answers of the newest signed revision; of the last one when there are two.

    Raises:
        NotAllowed: This person may not read the document.
    """
    sight = require_sight(workspace.sitting, document)
    heads = workspace.vault.revisions.heads(document.document_id)
    if not heads:
        return []
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    definition = workspace.catalogue.definition(newest.header.form_hash)
    language = workspace.catalogue.language_of(definition)
    words = Wording(definition, references_of(workspace, document), language)
    return _shown(words, sight.of(newest).answers())


def shown_plan(workspace: Workspace, definition: FormDefinition, plan: RevisionPlan) -> str:
    """Return in words exactly what a signature will stand for; see `plan_lines`."""
    return "\n".join(plan_lines(workspace, definition, plan))


def plan_lines(workspace: Workspace, definition: FormDefinition, plan: RevisionPlan) -> list[str]:
    """Return what a signature will stand for, line by line: the heading, then part by part.

    Every line below a heading stands in from it, so that no answer can pass for a heading.
    """
    language = workspace.catalogue.language_of(definition)
    words = Wording(definition, references_of(workspace, plan.document), language)
    lines = [
        phrase(
            "{form}, version {version} of the form",
            form=definition.title,
            version=definition.version,
        ),
        phrase(
            "about {reference}, {why}",
            reference=reference_of(workspace, plan.document.subject),
            why=_WHY[plan.reason],
        ),
    ]
    if plan.attachments:
        lines.append(phrase("with %n attached file(s)", count=len(plan.attachments)))
    for name, answers in plan.parts.items():
        if name == PartName.CASEFILE.value:
            lines.append(_heading(phrase("what the form read of the case")))
            for line in case_file_lines(str(answers.get(name, ""))):
                lines += _indented(line)
        elif answers:
            lines.append(_heading(_HEADINGS.get(name, name.replace("_", " "))))
            for each in _shown(words, answers):
                lines += _said(each)
    return lines


def _heading(words: str) -> str:
    return in_a_row(("[", words, "]"), "")


def _said(shown: Shown) -> list[str]:
    """Return an answer with its label: on one line, unless either has several."""
    whole = f"{shown.label}: {shown.text}"
    if len(whole.splitlines()) != 1:
        return _indented(whole)
    return [in_a_row((f"  {shown.label}", shown.text), ": ")]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]


def _shown(words: Wording, answers: Mapping[str, object]) -> list[Shown]:
    numbers = numbers_of(answers)
    return [
        Shown(
            address=address,
            name=by_row_numbers(numbers, words.name(address)),
            label=words.label(address),
            value=value,
            text=words.answer(address, value),
        )
        for address, value in leaves(words.in_order(combine(answers)))
    ]
