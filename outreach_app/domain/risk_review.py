"""When a risk assessment is looked at again, and when that is overdue."""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.risk import effective_level
from outreach_app.domain.timescales import Deadline, Timescales
from outreach_app.domain.working_days import BankHolidays
from outreach_app.phrases import phrase

_INITIAL = {
    "safe_house": "ra_initial_safehouse",
    "safe_house_then_outreach": "ra_initial_safehouse",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOf:
    """What the review date of one assessment depends on."""

    assessed_on: date
    indicated: RiskLevel | None
    overall: RiskLevel | None
    countersigned: bool = False
    earlier: date | None = None


def review_row(level: RiskLevel) -> str:
    """Return the code of the timescale row for a level."""
    return f"ra_review_{level.code}"


def next_review(
    review: ReviewOf,
    timescales: Timescales,
    jurisdiction: str = "EW",
    bank_holidays: BankHolidays | None = None,
) -> Deadline | None:
    """Return the date of the next review, None while no level is known.

    Until countersigned the interval is that of the higher of indicated and overall (K9); the
    worker may choose an earlier day, never a later one.

    Raises:
        NoTimescale: The table has no row for the level.
    """
    level = effective_level(review.indicated, review.overall, countersigned=review.countersigned)
    if level is None:
        return None
    rule = timescales.due(review_row(level), review.assessed_on, None, jurisdiction, bank_holidays)
    if review.earlier is None or review.earlier >= rule.due:
        return rule
    return Deadline(
        due=review.earlier,
        row_code=rule.row_code,
        config_hash=rule.config_hash,
        effective_from=rule.effective_from,
    )


@dataclass(frozen=True, slots=True)
class Overdue:
    """A review whose day has passed. The level stays what it is (K10)."""

    level: RiskLevel
    days: int

    @property
    def text(self) -> str:
        """Return the words shown beside the level."""
        return phrase(
            "{level}, review overdue by %n day(s)", count=self.days, level=self.level.label
        )


def overdue(level: RiskLevel, due: date, on: date) -> Overdue | None:
    """Return how far a review is overdue on a day, None while it is not."""
    return Overdue(level, (on - due).days) if on > due else None


def initial_row(service_kind: str) -> str:
    """Return the timescale row for the first assessment of a service: safe house or outreach."""
    return _INITIAL.get(service_kind, "ra_initial_outreach")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that a level asks of the team.

    Attributes:
        by: Until when, None for what holds as long as the level does.
    """

    text: str
    by: Deadline | None = None


_DUTIES: dict[RiskLevel, tuple[tuple[str, str], ...]] = {
    RiskLevel.VERY_HIGH: (
        ("told_very_high", phrase("The supervisor and the person on call are told")),
        ("safety_plan_after_very_high", phrase("The safety plan is revised")),
        ("", phrase("No lone visits")),
        ("", phrase("Decide each day about contact")),
        ("", phrase("A decision about a multi-agency meeting is recorded")),
    ),
    RiskLevel.HIGH: (
        ("told_high", phrase("The supervisor is told")),
        ("safety_plan_after_high", phrase("The safety plan is revised")),
        ("", phrase("A lone visit needs a manager's agreement")),
    ),
    RiskLevel.MEDIUM: (("", phrase("The safety plan is current")),),
    RiskLevel.LOW: (("", phrase("May be considered for exit")),),
}


def duties(
    level: RiskLevel,
    assessed_on: date,
    timescales: Timescales,
    jurisdiction: str = "EW",
    bank_holidays: BankHolidays | None = None,
) -> tuple[Duty, ...]:
    """Return what a level asks of the team, with dates where the table has them."""
    found = []
    for code, text in _DUTIES[level]:
        known = bool(code) and timescales.find(code, assessed_on, jurisdiction) is not None
        by = timescales.due(code, assessed_on, None, jurisdiction, bank_holidays) if known else None
        found.append(Duty(text=text, by=by))
    return tuple(found)
