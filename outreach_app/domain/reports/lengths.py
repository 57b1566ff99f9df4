"""The medians of S3: hours, days and the client's own number."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from outreach_app.domain.reports.counting import Measured, Measures
from outreach_app.domain.reports.people import columns_of
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord
from outreach_app.domain.values import parse_day, parse_instant


def progress_measures(cases: Iterable[CaseRecord], period: Period) -> Iterator[Measures]:
    """Yield the medians of S3."""
    listed = [case for case in cases if columns_of(case, period)]
    yield Measures("S3.3a", "Hours until a flag was cleared", "hours", _flag_hours(listed, period))
    yield Measures("S3.4a", "Hours to the first assessment", "hours", _first_hours(listed, period))
    yield Measures("S3.8a", "Days until a goal was met", "days", _goal_days(listed, period))
    yield Measures("S3.11a", "Safety felt, 0 to 10", "points", _felt(listed, period))


def _flag_hours(cases: Iterable[CaseRecord], period: Period) -> tuple[Measured, ...]:
    found = []
    for case in cases:
        for each in case.of("safety_flag"):
            raised, cleared = (
                parse_instant(each.text("flag_set_at")),
                parse_instant(each.text("flag_cleared_at")),
            )
            if raised and cleared and period.holds(cleared.date()) and cleared >= raised:
                found.append(Measured(case.case_id, "all", _hours(cleared - raised)))
    return tuple(found)


def _first_hours(cases: Iterable[CaseRecord], period: Period) -> tuple[Measured, ...]:
    found = []
    for case in cases:
        if not period.holds(case.opened) or case.opened is None:
            continue
        start = datetime(case.opened.year, case.opened.month, case.opened.day, tzinfo=UTC)
        moments = [parse_instant(each.text("assessed_at")) for each in case.of("risk_assessment")]
        known = [each for each in moments if each is not None and each >= start]
        if known:
            found.append(Measured(case.case_id, "all", _hours(min(known) - start)))
    return tuple(found)


def _goal_days(cases: Iterable[CaseRecord], period: Period) -> tuple[Measured, ...]:
    found = []
    for case in cases:
        for plan in case.of("support_plan"):
            begun = plan.first_signed_on
            for goal in plan.rows("goals"):
                met = parse_day(str(goal.get("goal_met_on", "")))
                if met is not None and period.holds(met) and met >= begun:
                    found.append(Measured(case.case_id, "all", Fraction((met - begun).days)))
    return tuple(found)


def fear_scores(case: CaseRecord, until: date) -> list[int]:
    """Return how safe the client felt, 0 to 10, at each assessment up to a day, oldest first."""
    return [
        int(score)
        for each in case.of("risk_assessment")
        if (score := each.text("client_fear_score"))
        and score.isascii()
        and score.isdigit()
        and each.on("assessed_at") <= until
    ]


def _felt(cases: Iterable[CaseRecord], period: Period) -> tuple[Measured, ...]:
    found = []
    for case in cases:
        scores = fear_scores(case, period.end)
        if len(scores) > 1:
            found.append(Measured(case.case_id, "first", Fraction(scores[0])))
            found.append(Measured(case.case_id, "last", Fraction(scores[-1])))
    return tuple(found)


def _hours(length: timedelta) -> Fraction:
    return Fraction(length // timedelta(minutes=1), 60)
