"""What may only ever grow: suspensions, confirmations, revocations, removals, policy numbers.

These statements are signed objects that travel with every bundle and are joined as a set, so that
no order of arrival, no restored backup and no repeated import can take one back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RatchetKind(StrEnum):
    """What a statement says. Statements of kinds that are not listed are kept and passed on."""

    SUSPENSION = "suspension"
    CONFIRMATION = "confirmation"
    REVOCATION = "revocation"
    REMOVAL = "removal"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, order=True)
class RatchetEntry:
    """One signed statement.

    Attributes:
        object_id: Digest of the signed object, which makes the entry unique.
        kind: One of `RatchetKind`, or what a newer program calls it.
        subject: What it is about: a certificate, a person, another statement, a policy's name.
        number: Number of a policy, 0 for everything else.
    """

    object_id: str
    kind: str
    subject: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Ratchet:
    """A set of statements."""

    entries: frozenset[RatchetEntry] = field(default_factory=frozenset)

    def union(self, other: "Ratchet") -> "Ratchet":
        """Return both together."""
        return Ratchet(self.entries | other.entries)

    def policies(self) -> Mapping[str, int]:
        """Return the highest number known of each policy; an older one is refused."""
        highest: dict[str, int] = {}
        for entry in self.entries:
            if entry.kind == RatchetKind.POLICY:
                highest[entry.subject] = max(entry.number, highest.get(entry.subject, 0))
        return highest

    def standing(self) -> frozenset[RatchetEntry]:
        """Return what still says something: of the numbers of one policy, only the highest."""
        highest = self.policies()
        return frozenset(
            entry
            for entry in self.entries
            if entry.kind != RatchetKind.POLICY or entry.number == highest[entry.subject]
        )

    def covers(self, other: "Ratchet") -> bool:
        """Say whether everything that another ratchet says is known here, or something newer.

        A restored vault may read and save, but not export or accept, until this holds for what
        somebody else has said since.
        """
        highest = self.policies()
        return all(
            entry.number <= highest.get(entry.subject, 0)
            if entry.kind == RatchetKind.POLICY
            else entry in self.entries
            for entry in other.entries
        )
