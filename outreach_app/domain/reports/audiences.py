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
_LEAST_MEDIAN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What an organisation may set more strictly for its own reports.

    Attributes:
        partner: Smaller counts are hidden from partners.
        public: Smaller counts, zero too, are hidden from the public.
        partner_base: Partners see percentages only over so many.
        public_base: The public sees percentages only over so many.
        region: A region has a row of its own in a cross-table only with so many cases.
        difference: Two public reports of one time may not differ by fewer cases than this.
        share: One case may make up no more of a sum than so many percent.
    """

    partner: int = LEAST_PARTNER
    public: int = LEAST_PUBLIC
    partner_base: int = 20
    public_base: int = 30
    region: int = 30
    difference: int = 10
    share: int = 80


def rule_for(audience: Audience, thresholds: Thresholds) -> Rule:
    """Return the rule of an audience."""
    if audience is Audience.INTERNAL:
        return Rule(
            threshold=0, hides_zero=False, rounds_to=1, least_base=1, decimals=1, least_median=5
        )
    is_public = audience is Audience.PUBLIC
    return Rule(
        threshold=thresholds.public if is_public else thresholds.partner,
        hides_zero=is_public,
        rounds_to=5 if is_public else 1,
        least_base=thresholds.public_base if is_public else thresholds.partner_base,
        decimals=0 if is_public else 1,
        least_median=_LEAST_MEDIAN,
        least_cross=thresholds.region,
        greatest_share_percent=thresholds.share,
    )
