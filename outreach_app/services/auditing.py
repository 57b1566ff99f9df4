"""Reading somebody's merge again: which of its answers are the merger's own doing."""

from collections.abc import Iterable, Mapping

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
        merged = vault.revisions.get(revision_id)
        history = {
            each.revision_id: each for each in vault.revisions.history(merged.header.document_id)
        }
        parents = [history[each] for each in merged.header.parents if each in history]
        if revision_id in history and len(parents) == len(merged.header.parents):
            findings = _audit(merged, parents, history)
            if findings:
                found[revision_id] = findings
    return found


def _audit(
    merged: Revision, parents: list[Revision], history: Mapping[str, Revision]
) -> tuple[MergeFinding, ...]:
    graph = {each: history[each].header.parents for each in history}
    bases = [history[each] for each in common_ancestors(graph, merged.header.parents)]
    findings: list[MergeFinding] = []
    everyone = [merged, *parents, *bases]
    names = {name for each in everyone for name in each.header.parts} - FROZEN_PARTS
    for name in sorted(names):
        if any(name in each.withheld() for each in everyone):
            continue
        base = agreed_base([part_of(each, name) for each in bases])
        sides = [part_of(each, name) for each in parents]
        findings += audit_merge(base, sides, part_of(merged, name))
    return tuple(findings)


def part_of(revision: Revision, name: str) -> Answers:
    """Return the answers of a part; {} where the revision has none of it."""
    part = revision.parts.get(name)
    return part.answers or {} if part is not None else {}
