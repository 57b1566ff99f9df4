"""What may only ever grow: tombstones, revocations, removals, policy numbers.

These statements are signed objects that travel with every bundle and are joined as a set, so that
no order of arrival, no restored backup and no repeated import can take one back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RatchetKind(StrEnum):
    """What a statement is about."""

    TOMBSTONE = "tombstone"
    REVOCATION = "revocation"
    SUSPENSION = "suspension"
    CONFIRMATION = "confirmation"
    REMOVAL = "removal"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, order=True)
class RatchetEntry:
    """One signed statement.

    Attributes:
        object_id: Digest of the signed object, which makes the entry unique.
        subject: What it is about: a document, a certificate serial, a person, a policy's name.
        number: Number of a policy, 0 for everything else.
    """

    object_id: str
    kind: RatchetKind
    subject: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Ratchet:
    """Every statement known here."""

    entries: frozenset[RatchetEntry] = field(default_factory=frozenset)

    def union(self, other: "Ratchet") -> "Ratchet":
        """Return both together."""
        return Ratchet(self.entries | other.entries)

    def add(self, entries: Iterable[RatchetEntry]) -> "Ratchet":
        """Return the ratchet with more statements."""
        return Ratchet(self.entries | frozenset(entries))

    def of_kind(self, kind: RatchetKind) -> frozenset[RatchetEntry]:
        """Return the statements of one kind."""
        return frozenset(entry for entry in self.entries if entry.kind is kind)

    def is_removed(self, subject: str) -> bool:
        """Say whether a tombstone or a removal names something."""
        return any(
            entry.subject == subject
            for entry in self.entries
            if entry.kind in {RatchetKind.TOMBSTONE, RatchetKind.REMOVAL}
        )

    def policies(self) -> Mapping[str, int]:
        """Return the highest number known of each policy; an older one is refused."""
        highest: dict[str, int] = {}
        for entry in self.of_kind(RatchetKind.POLICY):
            highest[entry.subject] = max(entry.number, highest.get(entry.subject, 0))
        return highest

    def covers(self, other: "Ratchet") -> bool:
        """Say whether everything in another ratchet is known here.

        A restored vault may read and save, but not export, accept or enrol, until this holds for
        the newest ratchet it hears of.
        """
        return self.entries >= other.entries
