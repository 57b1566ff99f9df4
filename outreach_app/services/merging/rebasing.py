"""A draft and a version that came after it was begun: both kept, where they differ a person decides.

The draft stays as it is until everything is decided. A part that is not held of the newer version
is never written: what the draft has of it goes, and the version's own part is carried on, unless
the draft says something new there.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER, Answers, combine, leaves
from outreach_app.domain.documents import Document, Draft, PartName, Revision
from outreach_app.domain.merge import Conflict, agreed_base, merge_answers
from outreach_app.engine.definition import FormDefinition
from outreach_app.services.auditing import part_of
from outreach_app.services.comparing import Differing, differing
from outreach_app.services.draft_standing import NewerVersion, newer_version
from outreach_app.services.errors import (
    ForeignDraftRows,
    NothingToMerge,
    OpenConflict,
    PartWithheld,
)
from outreach_app.services.merging.deciding import Opens
from outreach_app.services.merging.questions import (
    Asking,
    Decision,
    OpenQuestion,
    Side,
    apply_values,
    change_to,
    decided_values,
    filled,
    is_calculated,
    path_of,
)
from outreach_app.services.merging.versions import Definitions
from outreach_app.services.permission import require_document, require_whole
from outreach_app.services.revising import FROZEN_PARTS, fill_from
from outreach_app.services.sitting import Sitting
from outreach_app.store.answer_log import replay, tidy

_WHOLE = ""
_OWN = frozenset({ROW_ID, ROW_ORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """One's own draft and the newer version of its document as one.

    Attributes:
        newer: What overtook the draft.
        head: The newer version, which the draft stands on once it is rebased.
        form_hash: The form of that version, on which the draft goes on.
        answers: The merged answers, undecided ones as they show.
        questions: What both changed differently; *ours* is the draft, *theirs* the version.
        taken: What the draft gets from the version without a question.
        left: Parts that are not held of the version and are carried on as they are.
    """

    document: Document
    draft: Draft
    newer: NewerVersion
    head: Revision
    form_hash: str
    answers: Answers
    questions: tuple[OpenQuestion, ...]
    taken: tuple[Differing, ...]
    left: tuple[str, ...]


def draft_view(sitting: Sitting, definitions: Definitions, document_id: str) -> DraftView:
    """Return how one's own draft and the newer version of its document come together.

    Raises:
        NoDraft: There is none.
        NothingToMerge: The draft stands on the newest version.
        OpenConflict: There are several newest versions; they must be merged first.
        NotAllowed: The person may not read all of the newer version.
        ForeignDraftRows: Somebody else's hand is in the draft.
        PartWithheld: The draft changes a part that is not held of the newer version.
        ShapesDiffer: Draft and version follow different layouts.
    """
    draft = sitting.vault.drafts.load(document_id)
    newer = newer_version(sitting, draft)
    if newer is None:
        raise NothingToMerge
    if newer.count > 1:
        raise OpenConflict(count=newer.count)
    foreign = sitting.vault.drafts.verify(document_id)
    if foreign:
        raise ForeignDraftRows(count=len(foreign))
    held = sitting.vault.revisions.history(document_id)
    history = {each.revision_id: fill_from(each, held) or each for each in held}
    head = history[newer.revision_id]
    require_document(sitting, draft.document)
    require_whole(sitting, head, "merge")
    definition = definitions(head.header.form_hash)
    joining = _Joining(definition, draft, [history[each] for each in draft.base], head)
    mine = sitting.me.person_id
    asking = Asking(
        definition,
        (
            Side(revision_id="", author_id=mine, at=draft.updated_at),
            Side(
                revision_id=head.revision_id,
                author_id=head.header.author_id,
                at=head.header.signed_at,
            ),
        ),
    )
    calculated = [each for each in joining.conflicts if is_calculated(definition, each.address)]
    questions = [asking.ask(each, _WHOLE) for each in joining.conflicts if each not in calculated]
    # What follows from the answers is worked out anew; until then what was signed stands.
    answers = replay(joining.answers, (change_to(each.address, each.theirs) for each in calculated))
    asked = {each.address for each in questions}
    taken = (
        each
        for each in differing(definition, joining.draft, answers)
        if each.address not in asked and not is_calculated(definition, each.address)
    )
    return DraftView(
        document=draft.document,
        draft=draft,
        newer=newer,
        head=head,
        form_hash=head.header.form_hash,
        answers=answers,
        questions=tuple(questions),
        taken=tuple(taken),
        left=joining.left,
    )


def rebase(
    sitting: Sitting, view: DraftView, decisions: Mapping[str, Decision], opens: Opens
) -> Draft:
    """Bring one's own draft onto the newer version, with a decision about each difference.

    Args:
        sitting: The unlocked vault.
        view: From `draft_view`, of draft and version as they are now.
        decisions: By address; *ours* is the draft's answer.
        opens: Makes the merged answers a live form, which reads what was typed.

    Raises:
        NothingToMerge: Draft or version are not as they were shown any more.
        UnknownConflict: A decision names no difference, or no side of it.
        UndecidedConflicts: Some are not decided; the draft stays as it was.
        AnswerType: What was typed is no answer to the question.
    """
    document_id = view.document.document_id
    drafts = sitting.vault.drafts
    if drafts.load(document_id) != view.draft or sitting.vault.revisions.head_ids(document_id) != (
        view.head.revision_id,
    ):
        raise NothingToMerge
    form = opens(view.document, view.form_hash, combine(view.answers)).session
    values = decided_values(view.questions, decisions, form)
    answers = apply_values({_WHOLE: view.answers}, view.questions, values)[_WHOLE]
    act = sitting.act(
        "draft.rebased",
        document=document_id,
        revision=view.head.revision_id,
        decided=len(decisions),
    )
    with sitting.vault.transaction(act):
        return drafts.rebase(
            document_id,
            answers,
            at=sitting.instant(),
            base=(view.head.revision_id,),
            form_hash=view.form_hash,
        )


class _Joining:
    """Merges a draft with a version, without the parts that are not held of the version."""

    def __init__(
        self, definition: FormDefinition, draft: Draft, bases: Iterable[Revision], head: Revision
    ) -> None:
        known = list(bases)
        self._definition = definition
        self.left = tuple(name for name in head.withheld() if name not in FROZEN_PARTS)
        base = agreed_base([each.answers(earlier=True) for each in known])
        newest = head.answers(earlier=True)
        if PartName.EARLIER.value in head.withheld():
            newest = _with_earlier(newest, known)
        self._require_unchanged(base, draft.answers)
        self.draft = self._held(draft.answers)
        merge = merge_answers(self._held(base), self.draft, self._held(newest))
        self.answers: Answers = merge.answers
        self.conflicts: tuple[Conflict, ...] = merge.conflicts

    def _require_unchanged(self, base: Answers, draft: Answers) -> None:
        for part in self.left:
            before, now = (_given(self._definition, each, part) for each in (base, draft))
            if before != now:
                raise PartWithheld(part=part.replace("_", " "))

    def _held(self, answers: Answers) -> Answers:
        return _without(self._definition, answers, self.left)


def _with_earlier(newest: Answers, bases: Iterable[Revision]) -> Answers:
    """Return a version's answers with what its base had set aside, where the version is silent."""
    for base in bases:
        newest = filled(newest, part_of(base, PartName.EARLIER.value))
    return newest


def _given(definition: FormDefinition, answers: Mapping[str, Any], part: str) -> dict[str, str]:
    """Return what people answered in a part, by address."""
    return {
        address: value
        for address, value in leaves(answers)
        if _part_at(definition, path_of(address)) == part and not is_calculated(definition, address)
    }


def _without(
    definition: FormDefinition, answers: Mapping[str, Any], parts: Collection[str], at: str = ""
) -> Answers:
    """Return answers without those of some parts, and without rows that lie in them alone."""
    kept: Answers = {}
    for name, value in answers.items():
        here = f"{at}{name}"
        if isinstance(value, list):
            rows = [(row, _without(definition, row, parts, f"{here}/")) for row in value]
            kept[name] = [left for row, left in rows if left.keys() - _OWN or not row.keys() - _OWN]
        elif isinstance(value, Mapping):
            kept[name] = _without(definition, value, parts, f"{here}/")
        elif name in _OWN or _part_at(definition, here) not in parts:
            kept[name] = value
    return tidy(kept)


def _part_at(definition: FormDefinition, path: str) -> str:
    """Return the part of a question; "" for one that this version of the form has not."""
    return definition.part_of(path) if definition.item_at(path) is not None else ""
