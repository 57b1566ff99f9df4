"""The graph of parents: heads, ancestors, and the common ground of two revisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from outreach_app.domain.documents import Header

Parents = Mapping[str, tuple[str, ...]]
"""Revision id to the ids of its parents."""


def heads(parents: Parents) -> tuple[str, ...]:
    """Return the revisions that no other one was made from, sorted."""
    used = {parent for each in parents.values() for parent in each}
    return tuple(sorted(revision for revision in parents if revision not in used))


def ancestors(parents: Parents, revision_id: str) -> frozenset[str]:
    """Return everything a revision was made from, without itself."""
    found: set[str] = set()
    waiting = list(parents.get(revision_id, ()))
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += parents.get(each, ())
    return frozenset(found)


def common_ancestors(parents: Parents, revision_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the nearest revisions that all the given ones were made from, sorted.

    Usually one; several when histories crossed; none when they share no ground. A revision counts
    as its own ancestor, so a head and its parent have the parent in common.
    """
    lines = [ancestors(parents, each) | {each} for each in revision_ids]
    shared = frozenset.intersection(*lines) if lines else frozenset()
    farther = {older for each in shared for older in ancestors(parents, each)}
    return tuple(sorted(shared - farther))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Why a revision cannot take its place yet: parents not held, or of another document."""

    missing: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether it has to wait."""
        return bool(self.missing or self.foreign)


def waits_for(header: Header, held: Mapping[str, Header]) -> Waiting:
    """Return which parents of a revision are missing here or belong elsewhere.

    Args:
        header: The revision's signed header.
        held: Headers of the revisions that are held, by id.
    """
    return Waiting(
        missing=tuple(parent for parent in header.parents if parent not in held),
        foreign=tuple(
            parent
            for parent in header.parents
            if parent in held
            and (held[parent].document_id, held[parent].subject)
            != (header.document_id, header.subject)
        ),
    )
