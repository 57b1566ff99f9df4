"""Reading somebody's merge again: which of its answers are the merger's own doing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import Revision
from outreach_app.domain.lineage import common_ancestors
from outreach_app.domain.merge import agreed_base
from outreach_app.domain.merge_audit import MergeFinding, audit_merge
from outreach_app.services.revising import FROZEN_PARTS
from outreach_app.store.vault import Vault


def audit_merges(vault: Vault, revision_ids: Iterable[str]) -> dict[str, tuple[MergeFinding, ...]]:
    """Compute merges again and return, for each, the answers that are the merger's own doing.

    Only parts that are held of the merge and of all its parents are compared.
    """
    found = {}
    for revision_id in revision_ids:
        document_id = vault.revisions.get(revision_id).header.document_id
        history = {each.revision_id: each for each in vault.revisions.history(document_id)}
        findings = audit_revision(revision_id, history).findings
        if findings:
            found[revision_id] = findings
    return found


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found in one merge.

    Attributes:
        findings: The answers that are the merger's own doing.
        unread: Parts that could not be compared: one of the versions is without them here.
    """

    findings: tuple[MergeFinding, ...] = ()
    unread: tuple[str, ...] = ()


def audit_revision(revision_id: str, history: Mapping[str, Revision]) -> Audit:
    """Compute one merge again from what is held; nothing is found while a parent is missing.

    Args:
        revision_id: The merge.
        history: The revisions of its document, by id.
    """
    merged = history.get(revision_id)
    if merged is None or any(parent not in history for parent in merged.header.parents):
        return Audit()
    parents = [history[each] for each in merged.header.parents]
    graph = {each: history[each].header.parents for each in history}
    bases = [history[each] for each in common_ancestors(graph, merged.header.parents)]
    findings: list[MergeFinding] = []
    unread = []
    everyone = [merged, *parents, *bases]
    for name in sorted({name for each in everyone for name in each.header.parts} - FROZEN_PARTS):
        if any(name in each.withheld() for each in everyone):
            digests = {each.header.parts.get(name, "") for each in everyone}
            unread += [name] if len(digests) > 1 else []
            continue
        base = agreed_base([part_of(each, name) for each in bases])
        sides = [part_of(each, name) for each in parents]
        findings += audit_merge(base, sides, part_of(merged, name))
    return Audit(tuple(findings), tuple(unread))


def part_of(revision: Revision, name: str) -> Answers:
    """Return the answers of a part; {} where the revision has none of it."""
    part = revision.parts.get(name)
    return part.answers or {} if part is not None else {}
