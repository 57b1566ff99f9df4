"""What a merger did beyond what followed from the versions, in words, for whoever reviews it."""

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_app.domain.documents import Document
from outreach_app.domain.lineage import ancestors
from outreach_app.domain.merge_audit import MergeFinding, MergeFindingKind
from outreach_app.engine.definition import FormDefinition
from outreach_app.phrases import phrase
from outreach_app.services.auditing import audit_revision
from outreach_app.services.comparing import Wording
from outreach_app.services.form_facts import is_masked
from outreach_app.services.instants import read_instant
from outreach_app.services.merging.questions import is_calculated
from outreach_app.services.merging.versions import Definitions
from outreach_app.services.permission import require_sight
from outreach_app.services.sitting import Sitting

_KINDS = {
    MergeFindingKind.OWN_EDIT: phrase("the merger's own answer"),
    MergeFindingKind.AGAINST_CAUTION: phrase("against the more cautious answer"),
    MergeFindingKind.SET_ASIDE: phrase("one side's change set aside"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEdit:
    """One answer of a merge that does not follow from the versions; all but `address` in words.

    Attributes:
        parents: What each version said, "" for nothing.
        expected: What follows from them, "" for nothing or a decision between them.
        calculated: The program works it out from the answers; nobody typed it.
        masked: It is shown only to whoever asks for it.
    """

    address: str
    label: str
    kind: str
    parents: tuple[str, ...]
    expected: str
    merged: str
    calculated: bool
    masked: bool = False

    def words(self) -> str:
        """Return it as one line: what became of what, and how it departs."""
        before = " / ".join(each or "(empty)" for each in self.parents)
        why = phrase("worked out anew") if self.calculated else self.kind
        return f"{self.label}: {before} → {self.merged or '(empty)'} ({why})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMerge:
    """A merge, computed again.

    Attributes:
        unread: Parts that could not be compared, because a version is without them here.
    """

    revision_id: str
    author_id: str
    signed_at: str
    edits: tuple[OwnEdit, ...]
    unread: tuple[str, ...]


def merges_to_review(
    sitting: Sitting,
    definitions: Definitions,
    document: Document,
    revision_id: str,
    references: Mapping[str, str] | None = None,
) -> tuple[ReadMerge, ...]:
    """Return the merges below a version that the person has not had a word about, oldest first.

    Args:
        sitting: The unlocked vault.
        definitions: Returns a form by its hash.
        document: Which document.
        revision_id: The version that is looked at.
        references: Words of the ids that answers may hold.

    Raises:
        NotAllowed: The person may not read the document.
    """
    sight = require_sight(sitting, document)
    held = sitting.vault.revisions.history(document.document_id)
    history = {each.revision_id: sight.of(each) for each in held}
    graph = {each: history[each].header.parents for each in history}
    spoken = {
        review.revision_id
        for review in sitting.vault.reviews.of_document(document.document_id)
        if review.reviewer_id == sitting.me.person_id
    }
    settled = spoken.union(*(ancestors(graph, each) for each in spoken))
    found = []
    for each in ({revision_id} | ancestors(graph, revision_id)) - settled:
        if len(graph.get(each, ())) > 1:
            header = history[each].header
            definition = definitions(header.form_hash)
            audit = audit_revision(each, history)
            edits = tuple(_in_words(definition, finding, references) for finding in audit.findings)
            found.append(
                ReadMerge(
                    revision_id=each,
                    author_id=header.author_id,
                    signed_at=header.signed_at,
                    edits=edits,
                    unread=audit.unread,
                )
            )
    return tuple(sorted(found, key=lambda each: (read_instant(each.signed_at), each.revision_id)))


def _in_words(
    definition: FormDefinition, finding: MergeFinding, references: Mapping[str, str] | None
) -> OwnEdit:
    words = Wording(definition, references)
    at = finding.address
    return OwnEdit(
        address=at,
        label=words.label(at),
        kind=_KINDS[finding.kind],
        parents=tuple(words.answer(at, each) for each in finding.parents),
        expected=words.answer(at, finding.expected),
        merged=words.answer(at, finding.merged),
        calculated=is_calculated(definition, at),
        masked=is_masked(definition, at),
    )
