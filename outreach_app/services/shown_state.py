"""The state of one document that a copy shows: its newest signed version, or the draft."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.answers import Answers, combine
from outreach_app.domain.documents import Document, PartName, Review, Revision
from outreach_app.domain.lineage import common_ancestors
from outreach_app.domain.merge import Conflict, Merge, merge_all
from outreach_app.domain.word_order import in_order
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Repeat
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.workspace import Workspace

_NEVER = frozenset({PartName.CASEFILE.value, PartName.EARLIER.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownState:
    """What is shown of a document.

    Attributes:
        answers: Nested answers without the parts that are left out.
        revision: The newest signed version, None while there is only a draft.
        draft: The open draft where nothing is signed yet.
        heads: How many newest versions there are; more than one are not merged yet.
        conflicts: Where they differ; `answers` has the more cautious answer.
        withheld: Names of the parts that this vault does not hold.
        reviews: What was said about exactly this version, oldest first.
        number: Which signed version this is, 0 for a draft.
    """

    definition: FormDefinition
    answers: Answers
    revision: Revision | None = None
    draft: OpenDocument | None = None
    heads: int = 0
    conflicts: tuple[Conflict, ...] = ()
    withheld: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    number: int = 0


def shown_state(
    workspace: Workspace, document: Document, without: frozenset[str], *, reviewed: bool = True
) -> ShownState:
    """Return what a copy of a document shows.

    Args:
        workspace: The unlocked vault.
        document: Which document.
        without: Parts to leave out; their answers never reach the copy's maker.
        reviewed: Show what reviewers said.

    Raises:
        NoDraft: Nothing is signed, and the draft is somebody else's.
    """
    heads = workspace.vault.revisions.heads(document.document_id)
    if not heads:
        return _of_draft(workspace, document, without)
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    history = workspace.vault.revisions.history(document.document_id)
    definition = workspace.catalogue.definition(newest.header.form_hash)
    current = {head.revision_id for head in heads}
    reviews = _reviews(workspace, document, current) if reviewed else ()
    sides = [_held(head, without) for head in heads]
    merged = merge_all(_base(history, heads, without), sides) if len(sides) > 1 else Merge(sides[0])
    return ShownState(
        definition=definition,
        answers=with_reviews(definition, merged.answers, reviews),
        revision=newest,
        heads=len(heads),
        conflicts=merged.conflicts,
        withheld=tuple(sorted({name for head in heads for name in head.withheld()} - _NEVER)),
        reviews=reviews,
        number=len(history),
    )


def _of_draft(workspace: Workspace, document: Document, without: frozenset[str]) -> ShownState:
    draft = workspace.casework.resume(document.document_id)
    hidden = without | _NEVER
    shown = [answers for name, answers in draft.parts().items() if name not in hidden]
    return ShownState(definition=draft.definition, answers=combine(*shown), draft=draft)


def _held(revision: Revision, without: frozenset[str]) -> Answers:
    hidden = without | _NEVER
    held = (
        part.answers
        for name, part in sorted(revision.parts.items())
        if name not in hidden and part.answers is not None
    )
    return combine(*held)


def _base(
    history: Iterable[Revision], heads: Sequence[Revision], without: frozenset[str]
) -> Answers:
    known = {each.revision_id: each for each in history}
    parents = {each: revision.header.parents for each, revision in known.items()}
    shared = common_ancestors(parents, [head.revision_id for head in heads])
    # Without one common ground every difference is shown, which is never too little.
    return _held(known[shared[0]], without) if len(shared) == 1 and shared[0] in known else {}


def _reviews(workspace: Workspace, document: Document, current: set[str]) -> tuple[Review, ...]:
    reviews = workspace.vault.reviews.of_document(document.document_id)
    fitting = (each for each in reviews if each.counted and each.revision_id in current)
    return in_order(fitting)


def with_reviews(
    definition: FormDefinition, answers: Answers, reviews: Iterable[Review]
) -> Answers:
    """Return the answers with what supervisors said put where the form shows it."""
    for review in reviews:
        for name, value in review.answers.items():
            path = _place(definition, name)
            if path and value:
                answers = _put(answers, path, value)
    return answers


def _place(definition: FormDefinition, name: str) -> tuple[str, ...]:
    """Return the path of a question outside repeats, () for any other."""
    for item in definition.items_named(name):
        path = tuple(item.path.split("/"))
        above = ("/".join(path[:length]) for length in range(1, len(path)))
        if not any(isinstance(definition.item_at(each), Repeat) for each in above):
            return path
    return ()


def _put(answers: Mapping[str, Any], path: tuple[str, ...], value: str) -> Answers:
    name, *rest = path
    if not rest:
        return {**answers, name: value}
    return {**answers, name: _put(answers.get(name) or {}, tuple(rest), value)}
