"""Documents that were edited in two places: what is in conflict, and a person's decisions.

Edits of different answers come together by themselves; different edits of one answer wait for a
person, and the more cautious one shows meanwhile. A part that is not held here is never written:
it is carried on as it is where that is beyond doubt, else somebody who holds it has to merge.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from outreach_app.domain.answers import ROW_ID, Answers, flatten
from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Change, Document, PartName, Reason, Revision
from outreach_app.domain.lineage import common_ancestors
from outreach_app.domain.merge import DELETED, Conflict, ConflictKind, agreed_base, merge_all
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Question
from outreach_app.services.access import access_of
from outreach_app.services.comparing import Wording
from outreach_app.services.errors import (
    NothingToMerge,
    PartWithheld,
    UndecidedConflicts,
    UnknownConflict,
    UnknownDocument,
)
from outreach_app.services.instants import read_instant
from outreach_app.services.revising import (
    FROZEN_PARTS,
    RevisionPlan,
    fill_from,
    make_revision,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.store import errors as store_errors
from outreach_app.store.answer_log import differences, replay
from outreach_app.store.lists import DocumentLine

Definitions = Callable[[str], FormDefinition]
Settle = Callable[[Document, str, Mapping[str, Answers]], Mapping[str, Answers]]
"""Calculates anew what follows from merged answers: document, form hash, answers by part."""

OURS, THEIRS, SHOWN, TEXT = "ours", "theirs", "shown", "text"
_LISTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one side of a conflict says, who signed it and when; "" for no answer."""

    revision_id: str
    author_id: str
    signed_at: str
    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """One answer, or row, that two people changed differently.

    Attributes:
        part: The part of the document it belongs to.
        versions: In the order of the heads; the first is *ours*.
        shown: What stands until a person decides, "" for nothing.
        cautious: `shown` is the more cautious of the values.
    """

    address: str
    part: str
    label: str
    base: str
    versions: tuple[Version, ...]
    shown: str
    cautious: bool
    kind: ConflictKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeView:
    """Several newest versions of a document as one.

    Attributes:
        heads: Ours first: made on this device if any was, then by time.
        base: The versions that all of them were made from.
        parts: The merged answers by part, undecided ones as they show.
        removed: Rows that one side deleted and nobody else touched.
        carried: Digests of parts that are not held here and go on as they are.
    """

    document: Document
    heads: tuple[Revision, ...]
    base: tuple[str, ...]
    form_hash: str
    parts: Mapping[str, Answers]
    questions: tuple[OpenQuestion, ...]
    removed: tuple[str, ...]
    carried: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one conflict.

    Attributes:
        take: ``ours``, ``theirs``, ``shown``, ``text``, or the id of the version to take.
        text: The answer itself for ``text``; "" leaves the question unanswered.
    """

    take: str
    text: str = ""


def conflicted(sitting: Sitting) -> tuple[DocumentLine, ...]:
    """Return the documents that have several newest versions, by case and form."""
    lines = (line for line in sitting.vault.lists.documents() if line.head_count > 1)
    return tuple(sorted(lines, key=lambda line: (line.case_id, line.form_id, line.document_id)))


def merge_view(sitting: Sitting, definitions: Definitions, document_id: str) -> MergeView:
    """Return how the versions of a document come together, and what is in conflict.

    Raises:
        UnknownDocument: It is not held.
        NothingToMerge: It has one newest version.
        PartWithheld: Both sides changed a part that is not held here.
        ShapesDiffer: The versions follow different layouts.
    """
    try:
        document = sitting.vault.documents.get(document_id)
    except store_errors.UnknownDocument as error:
        raise UnknownDocument(name=document_id) from error
    held = sitting.vault.revisions.history(document_id)
    history = {each.revision_id: fill_from(each, held) or each for each in held}
    head_ids = sitting.vault.revisions.head_ids(document_id)
    heads = _ordered(sitting, (history[each] for each in head_ids))
    if len(heads) < 2:
        raise NothingToMerge
    graph = {each: history[each].header.parents for each in history}
    base_ids = common_ancestors(graph, [head.revision_id for head in heads])
    bases = [history[each] for each in base_ids]
    newest = max(heads, key=_age)
    definition = definitions(newest.header.form_hash)
    merging = _Merging(heads, bases, definition)
    for name in sorted({name for head in heads for name in head.header.parts}):
        merging.add(name)
    merging.finish()
    return MergeView(
        document=document,
        heads=heads,
        base=base_ids,
        form_hash=newest.header.form_hash,
        parts=merging.parts,
        questions=tuple(merging.questions),
        removed=tuple(merging.removed),
        carried=merging.carried,
    )


def decide(
    sitting: Sitting,
    signer: Signer,
    view: MergeView,
    decisions: Mapping[str, Decision],
    settle: Settle | None = None,
) -> Revision:
    """Sign the merge of a document's versions with a person's decisions, and keep it.

    Args:
        sitting: The unlocked vault.
        signer: Who decides.
        view: From `merge_view`, of the versions as they are now.
        decisions: By address of the conflict.
        settle: Calculates anew what follows from the answers; left out, it stays as merged.

    Raises:
        NothingToMerge: The versions are not the newest any more.
        NotAllowed: The role does not sign this form.
        UnknownConflict: A decision names no conflict, or no side of it.
        UndecidedConflicts: Some are not decided.
    """
    document = view.document
    current = {head.revision_id for head in sitting.vault.revisions.heads(document.document_id)}
    if current != {head.revision_id for head in view.heads}:
        raise NothingToMerge
    parts = _apply(view, decisions)
    flat = flatten(parts.get(PartName.MAIN.value, {}))
    access = access_of(
        sitting,
        document.subject.case_id,
        sitting.me.person_id,
        form_id=document.form_id,
        kind=str(flat.get("assessment_kind", "")),
        client_id=document.subject.client_id,
    )
    sitting.require(Verb.SIGN, access)
    if settle is not None:
        parts = dict(settle(document, view.form_hash, parts))
    newest = max(view.heads, key=_age)
    plan = RevisionPlan(
        document=document,
        form_hash=view.form_hash,
        reason=Reason.MERGE,
        parts=parts,
        parents=tuple(head.revision_id for head in view.heads),
        attachments=tuple({each for head in view.heads for each in head.header.attachments}),
        rules_version=newest.header.rules_version,
        carried=view.carried,
    )
    made = make_revision(plan, signer, sitting)
    made = fill_from(made, view.heads) or made
    act = sitting.act(
        "document.merged",
        document=document.document_id,
        revision=made.revision_id,
        decided=len(decisions),
    )
    with sitting.vault.transaction(act):
        sitting.vault.revisions.add(made, received_at=made.header.signed_at)
    return made


def _ordered(sitting: Sitting, heads: Iterable[Revision]) -> tuple[Revision, ...]:
    own = sitting.vault.device_id
    return tuple(sorted(heads, key=lambda head: (head.header.device_id != own, *_age(head))))


def _age(revision: Revision) -> tuple[float, str]:
    return read_instant(revision.header.signed_at).timestamp(), revision.revision_id


class _Merging:
    """Merges some heads part by part."""

    def __init__(
        self, heads: Sequence[Revision], bases: Sequence[Revision], definition: FormDefinition
    ) -> None:
        self._heads = heads
        self._bases = bases
        self._definition = definition
        self._words = Wording(definition)
        self.parts: dict[str, Answers] = {}
        self.questions: list[OpenQuestion] = []
        self.removed: list[str] = []
        self.carried: dict[str, str] = {}
        self._kept_rows: set[str] = set()

    def finish(self) -> None:
        """Put back what a row that is in conflict has in parts where one side's removal stood."""
        for address in sorted(self._kept_rows & set(self.removed)):
            for name in self.parts:
                self._put_back(name, address)
        self.removed = [each for each in self.removed if each not in self._kept_rows]

    def _put_back(self, name: str, address: str) -> None:
        for head in self._heads:
            changes = [
                each
                for each in differences({}, _part(head, name), "")
                if each.address == address or each.address.startswith(f"{address}/")
            ]
            if changes and not _holds_row(self.parts[name], address):
                self.parts[name] = replay(self.parts[name], changes)

    def add(self, name: str) -> None:
        """Merge one part, or carry it on.

        Raises:
            PartWithheld: It is not held and differs in more than one version.
        """
        if name == PartName.CASEFILE.value:
            return
        if any(name in head.withheld() for head in self._heads):
            self._carry(name)
            return
        base = agreed_base([_part(each, name) for each in self._bases])
        merge = merge_all(base, [_part(head, name) for head in self._heads])
        self.parts[name] = merge.answers
        self.removed += merge.removed
        self._kept_rows |= {
            each.address for each in merge.conflicts if each.kind is ConflictKind.ROW
        }
        if name not in FROZEN_PARTS:
            self.questions += [
                self._question(name, conflict)
                for conflict in merge.conflicts
                if not self._is_calculated(conflict.address)
            ]

    def _carry(self, name: str) -> None:
        if name in FROZEN_PARTS:
            return
        found = {head.header.parts.get(name, "") for head in self._heads}
        before = {base.header.parts.get(name, "") for base in self._bases}
        changed = found - before if len(before) == 1 else found
        if len(changed) > 1 or (changed and "" in changed):
            raise PartWithheld(part=name.replace("_", " "))
        digest = next(iter(changed or found))
        if digest:
            self.carried[name] = digest

    def _question(self, part: str, conflict: Conflict) -> OpenQuestion:
        versions = [
            Version(
                revision_id=head.revision_id,
                author_id=head.header.author_id,
                signed_at=head.header.signed_at,
                value=value,
                words=value
                if conflict.kind is ConflictKind.ROW
                else self._words.answer(conflict.address, value),
            )
            for head, value in zip(self._heads, conflict.values, strict=True)
        ]
        return OpenQuestion(
            address=conflict.address,
            part=part,
            label=self._words.label(conflict.address),
            base=conflict.base,
            versions=tuple(versions),
            shown=conflict.shown,
            cautious=conflict.ordered,
            kind=conflict.kind,
        )

    def _is_calculated(self, address: str) -> bool:
        name = address.rpartition("/")[2].partition("[")[0]
        items = self._definition.items_named(name)
        return any(isinstance(item, Question) and item.calculated for item in items)


def _part(revision: Revision, name: str) -> Answers:
    part = revision.parts.get(name)
    return part.answers or {} if part is not None else {}


def _apply(view: MergeView, decisions: Mapping[str, Decision]) -> dict[str, Answers]:
    """Return the parts with every conflict decided."""
    known = {question.address for question in view.questions}
    for address in decisions:
        if address not in known:
            raise UnknownConflict(question=address)
    missing = [each for each in view.questions if each.address not in decisions]
    if missing:
        named = ", ".join(each.label or each.address for each in missing[:_LISTED])
        raise UndecidedConflicts(count=len(missing), questions=named)
    parts = {name: _copy(answers) for name, answers in view.parts.items()}
    for question in view.questions:
        value = _decided(view, question, decisions[question.address])
        if question.kind is ConflictKind.ROW:
            if value == DELETED:
                for name, answers in parts.items():
                    if _holds_row(answers, question.address):
                        parts[name] = replay(answers, [_change(question.address, "")])
        else:
            change = _change(question.address, value)
            parts[question.part] = replay(parts[question.part], [change])
    return parts


def _decided(view: MergeView, question: OpenQuestion, decision: Decision) -> str:
    if decision.take == TEXT and question.kind is ConflictKind.ANSWER:
        return decision.text
    if decision.take == SHOWN:
        return question.shown
    sides = {version.revision_id: version.value for version in question.versions}
    sides |= {OURS: question.versions[0].value}
    if len(view.heads) == 2:
        sides |= {THEIRS: question.versions[1].value}
    if decision.take not in sides:
        raise UnknownConflict(question=question.address)
    return sides[decision.take]


def _holds_row(answers: Mapping[str, object], address: str) -> bool:
    """Say whether a row stands in some answers, by the id at the end of its address."""
    row_id = address.rpartition("[")[2].removesuffix("]")
    return any(
        row_id == row.get(ROW_ID) or _holds_row(row, address)
        for value in answers.values()
        for row in (value if isinstance(value, list) else [value])
        if isinstance(row, Mapping)
    )


def _change(address: str, new: str) -> Change:
    return Change(n=0, address=address, old="", new=new, at="")


def _copy(answers: Mapping[str, object]) -> Answers:
    copied: Answers = {}
    for name, value in answers.items():
        if isinstance(value, list):
            copied[name] = [_copy(row) for row in value]
        else:
            copied[name] = _copy(value) if isinstance(value, Mapping) else value
    return copied
