"""Visits with a check-in: who may go alone, when somebody is awaited, how late they are.

No place is ever followed. What is kept is a word of the organisation for the place, with whom, and
until when the person is back.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from outreach_app.domain.levels import RiskLevel

SHORTEST_MIN, LONGEST_MIN, USUAL_MIN = 15, 240, 60
"""Minutes after which a call is expected: the limits of the assessment, and where nothing is said."""
STAFF_THREAT = "staff_threat"
TWO, NONE, PUBLIC_ONLY = "two", "none", "public_only"


class Alone(StrEnum):
    """Whether somebody may go on a visit alone."""

    YES = "yes"
    AGREED = "agreed"
    NO = "no"
    NO_VISITS = "no_visits"


def may_go_alone(rule: str, level: RiskLevel | None, open_flags: Collection[str]) -> Alone:
    """Say whether a visit may be made alone.

    Args:
        rule: The visit rule of the newest assessment; two people while nothing is known.
        level: The level that counts now: nobody goes alone at very high, at high a manager agrees.
        open_flags: Codes of the open flags: a threat to staff bans going alone.
    """
    if rule == NONE:
        return Alone.NO_VISITS
    if rule in {TWO, ""} or level is RiskLevel.VERY_HIGH or STAFF_THREAT in open_flags:
        return Alone.NO
    return Alone.AGREED if level is RiskLevel.HIGH else Alone.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit under way.

    Attributes:
        place: Where, in a word that the organisation agreed; never an address.
        companion: With whom, "" alone.
        agreed_by: Which manager agreed to a visit alone, "" where nobody had to.
        back_by: When the call is expected.
    """

    client_id: str
    case_id: str
    place: str
    companion: str
    agreed_by: str
    started_at: datetime
    back_by: datetime

    def late_minutes(self, now: datetime) -> int:
        """Return for how many whole minutes the call is late, 0 while it is not."""
        return max(0, int((now - self.back_by).total_seconds() // 60))

    def is_late(self, now: datetime) -> bool:
        """Say whether the call is expected by now."""
        return now >= self.back_by

    def lasted_minutes(self, now: datetime) -> int:
        """Return for how many minutes it has lasted."""
        return max(0, int((now - self.started_at).total_seconds() // 60))

    def longer(self, now: datetime, minutes: int) -> "Visit":
        """Return the visit with the call expected so many minutes from now."""
        return replace(self, back_by=now + timedelta(minutes=minutes))
