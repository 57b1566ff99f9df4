"""For whom a report is made, and what follows for small numbers."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who will read a report."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is shown to an audience.

    Attributes:
        threshold: Smaller counts are hidden; 0 hides nothing.
        hides_zero: Zero is hidden like any other small count.
        rounds_to: Counts are rounded to the nearest multiple; 1 for exact ones.
        least_base: Percentages are printed only over so many.
        decimals: Places of a percentage.
        least_median: Medians are printed only for so many.
        least_cross: A region has a row in a cross-table only with so many cases.
        greatest_share_percent: One case may make no more of a sum than this.
    """

    threshold: int
    hides_zero: bool
    rounds_to: int
    least_base: int
    decimals: int
    least_median: int
    least_cross: int = 0
    greatest_share_percent: int = 80

    def is_small(self, count: int) -> bool:
        """Say whether a count is hidden by itself."""
        return count < self.threshold and (count > 0 or self.hides_zero)

    @property
    def least_hidden(self) -> int:
        """The smallest value that a reader must take a hidden count for."""
        return 0 if self.hides_zero else 1

    def shown(self, count: int) -> int:
        """Return a count as it is printed; halves round up."""
        return (2 * count + self.rounds_to) // (2 * self.rounds_to) * self.rounds_to


LEAST_PARTNER, LEAST_PUBLIC = 5, 10
DIFFERENCE = 10
"""Two public reports of one time may not differ by fewer cases than this."""
_RULES = {
    Audience.INTERNAL: Rule(
        threshold=0, hides_zero=False, rounds_to=1, least_base=1, decimals=1, least_median=5
    ),
    Audience.PARTNER: Rule(
        threshold=LEAST_PARTNER, hides_zero=False, rounds_to=1, least_base=20, decimals=1,
        least_median=10, least_cross=30,
    ),
    Audience.PUBLIC: Rule(
        threshold=LEAST_PUBLIC, hides_zero=True, rounds_to=5, least_base=30, decimals=0,
        least_median=10, least_cross=30,
    ),
}  # fmt: skip


def rule_for(audience: Audience) -> Rule:
    """Return the rule of an audience."""
    return _RULES[audience]
