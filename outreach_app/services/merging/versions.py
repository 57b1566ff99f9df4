"""Documents that were edited in two places: how the versions come together, what is in conflict.

Edits of different answers come together by themselves; different edits of one answer wait for a
person, and the more cautious one shows meanwhile. A part that is not held here is never written:
it is carried on as it is where that is beyond doubt, else somebody who holds it has to merge.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import Document, PartName, Revision
from outreach_app.domain.lineage import common_ancestors
from outreach_app.domain.merge import ConflictKind, agreed_base, merge_all
from outreach_app.engine.definition import FormDefinition
from outreach_app.services.auditing import part_of
from outreach_app.services.errors import NothingToMerge, PartWithheld, UnknownDocument
from outreach_app.services.instants import read_instant
from outreach_app.services.merging.questions import (
    Asking,
    OpenQuestion,
    Side,
    holds_row,
    is_calculated,
)
from outreach_app.services.permission import require_document, require_whole
from outreach_app.services.revising import FROZEN_PARTS, fill_from
from outreach_app.services.sitting import Sitting
from outreach_app.store import errors as store_errors
from outreach_app.store.answer_log import differences, replay
from outreach_app.store.lists import DocumentLine

Definitions = Callable[[str], FormDefinition]


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


def conflicted(sitting: Sitting) -> tuple[DocumentLine, ...]:
    """Return the documents that have several newest versions, by case and form."""
    lines = (line for line in sitting.vault.lists.documents() if line.head_count > 1)
    return tuple(sorted(lines, key=lambda line: (line.case_id, line.form_id, line.document_id)))


def merge_view(sitting: Sitting, definitions: Definitions, document_id: str) -> MergeView:
    """Return how the versions of a document come together, and what is in conflict.

    Raises:
        UnknownDocument: It is not held.
        NothingToMerge: It has one newest version.
        NotAllowed: The person may not read all of it.
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
    require_document(sitting, document)
    for head in heads:
        require_whole(sitting, head, "merge")
    graph = {each: history[each].header.parents for each in history}
    base_ids = common_ancestors(graph, [head.revision_id for head in heads])
    bases = [history[each] for each in base_ids]
    newest = max(heads, key=age)
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


def _ordered(sitting: Sitting, heads: Iterable[Revision]) -> tuple[Revision, ...]:
    own = sitting.vault.device_id
    return tuple(sorted(heads, key=lambda head: (head.header.device_id != own, *age(head))))


def age(revision: Revision) -> tuple[float, str]:
    """Return what versions are sorted by: when they were signed, the id where that is the same."""
    return read_instant(revision.header.signed_at).timestamp(), revision.revision_id


class _Merging:
    """Merges some heads part by part."""

    def __init__(
        self, heads: Sequence[Revision], bases: Sequence[Revision], definition: FormDefinition
    ) -> None:
        self._heads = heads
        self._bases = bases
        self._definition = definition
        self._asking = Asking(
            definition,
            [
                Side(
                    revision_id=head.revision_id,
                    author_id=head.header.author_id,
                    at=head.header.signed_at,
                )
                for head in heads
            ],
        )
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
                for each in differences({}, part_of(head, name), "")
                if each.address == address or each.address.startswith(f"{address}/")
            ]
            if changes and not holds_row(self.parts[name], address):
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
        base = agreed_base([part_of(each, name) for each in self._bases])
        merge = merge_all(base, [part_of(head, name) for head in self._heads])
        self.parts[name] = merge.answers
        self.removed += merge.removed
        self._kept_rows |= {
            each.address for each in merge.conflicts if each.kind is ConflictKind.ROW
        }
        if name not in FROZEN_PARTS:
            self.questions += [
                self._asking.ask(conflict, name)
                for conflict in merge.conflicts
                if not is_calculated(self._definition, conflict.address)
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
