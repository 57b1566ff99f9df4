"""The versions and reviews of a document in the order in which they were signed."""

from dataclasses import dataclass

from outreach_app.domain.documents import Document, Review, Revision
from outreach_app.engine.definition import FormDefinition
from outreach_app.phrases import phrase
from outreach_app.services.permission import Sight, require_sight
from outreach_app.services.workspace import Workspace

_NOT_SHOWN = phrase("a remark on a part that is not for you to read")


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One signed thing: when, by whom (initials), what for, whether it counts, what was said."""

    at: str
    by: str
    what: str
    object_id: str
    counted: bool
    text: str


def document_history(workspace: Workspace, document: Document) -> tuple[HistoryEntry, ...]:
    """Return what was signed about a document, oldest first.

    Raises:
        NotAllowed: This person may not read the document.
    """
    sight = require_sight(workspace.sitting, document)
    people = {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}
    versions = workspace.vault.revisions.history(document.document_id)
    entries = [
        HistoryEntry(
            at=each.header.signed_at,
            by=people.get(each.header.author_id, "?"),
            what=each.header.reason,
            object_id=each.revision_id,
            counted=each.counted,
            text=_standing(each),
        )
        for each in versions
    ]
    forms = {each.revision_id: each.header.form_hash for each in versions}
    for review in workspace.vault.reviews.of_document(document.document_id):
        definition = None
        if sight.hidden and review.reviewer_id != sight.person_id and review.revision_id in forms:
            definition = workspace.catalogue.definition(forms[review.revision_id])
        entries.append(
            HistoryEntry(
                at=review.signed_at,
                by=people.get(review.reviewer_id, "?"),
                what=review.verb.value,
                object_id=review.revision_id,
                counted=review.counted,
                text=_said(review, definition, sight),
            )
        )
    return tuple(sorted(entries, key=lambda entry: entry.at))


def _standing(signed: Revision | Review) -> str:
    return (
        ""
        if signed.counted
        else phrase("not counted: {not_counted}", not_counted=signed.not_counted)
    )


def _said(review: Review, definition: FormDefinition | None, sight: Sight) -> str:
    """Return what a review says, without remarks at questions that are not for this person."""
    remarks = [
        each.text
        if definition is None or _is_shown(definition, each.question, sight)
        else _NOT_SHOWN
        for each in review.comments
    ]
    return "; ".join(filter(None, (_standing(review), review.text, *remarks)))


def _is_shown(definition: FormDefinition, question: str, sight: Sight) -> bool:
    return not any(item.part in sight.hidden for item in definition.items_named(question))
