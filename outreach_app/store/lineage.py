"""The graph of a document's revisions: which can be shown yet, and which are its heads."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """One revision of a document: its row, id, parents, and whether it counts."""

    row: int
    revision_id: str
    parents: tuple[str, ...]
    counted: bool


@dataclass(frozen=True, slots=True)
class Lineage:
    """Rows of the revisions whose ancestors are all held, and of the heads among them.

    A head counts and is no ancestor of another revision that counts. What does not count can
    neither be a head nor hide one.
    """

    visible: frozenset[int]
    heads: frozenset[int]


def trace(nodes: Sequence[Node]) -> Lineage:
    """Return the lineage of all held revisions of one document."""
    if len(nodes) == 1 and not nodes[0].parents:
        only = frozenset({nodes[0].row})
        return Lineage(only, only if nodes[0].counted else frozenset())
    visible = _visible(nodes)
    by_id = {node.revision_id: node for node in visible}
    superseded = _ancestors([node for node in visible if node.counted], by_id)
    return Lineage(
        frozenset(node.row for node in visible),
        frozenset(
            node.row for node in visible if node.counted and node.revision_id not in superseded
        ),
    )


def _visible(nodes: Sequence[Node]) -> list[Node]:
    """Repeat until nothing more can be shown; chains arrive nearly in order, so this ends soon."""
    shown: list[Node] = []
    known: set[str] = set()
    waiting = list(nodes)
    while True:
        ready = []
        rest = []
        for node in waiting:
            if known.issuperset(node.parents):
                known.add(node.revision_id)
                ready.append(node)
            else:
                rest.append(node)
        if not ready:
            return shown
        shown += ready
        waiting = rest


def _ancestors(starts: Sequence[Node], by_id: dict[str, Node]) -> set[str]:
    seen: set[str] = set()
    pending = [parent for node in starts for parent in node.parents]
    while pending:
        revision_id = pending.pop()
        if revision_id not in seen:
            seen.add(revision_id)
            pending += by_id[revision_id].parents
    return seen
