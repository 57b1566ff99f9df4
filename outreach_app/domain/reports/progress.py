"""S3.8 to S3.11: needs and goals, and how safe clients feel; outcomes and young people stand apart."""

from collections.abc import Iterable, Iterator

from outreach_app.domain.reports.counting import TOTAL, Layout, Unit, answer
from outreach_app.domain.reports.lengths import fear_scores
from outreach_app.domain.reports.outcomes import outcome_tables
from outreach_app.domain.reports.people import Counting, columns_of
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Flat
from outreach_app.domain.reports.young import young_tables

_LEVELS = ("none", "met", "some", "high", "crisis", "missing")
_STATES = ("open", "met", "partly", "not_met", "stopped", "handed_over")
_ENDED = ("met", "partly", "not_met")


def progress_tables(cases: Iterable[CaseRecord], period: Period) -> Iterator[Counting]:
    """Yield the tables about plans and outcomes with their units."""
    listed = [case for case in cases if columns_of(case, period)]
    yield _needs(listed)
    yield from _goals(listed)
    yield from outcome_tables(listed, period)
    yield from young_tables(listed, period)
    yield _fear(listed, period)


def _needs(cases: Iterable[CaseRecord]) -> Counting:
    units = []
    for case in cases:
        plans = case.of("support_plan")
        if not plans:
            continue
        for row in plans[-1].rows("needs"):
            level = answer(row.get("need_level")) or ("missing",)
            units.append(Unit(case.case_id, answer(row.get("need_domain")), level))
    layout = Layout(
        code="S3.8",
        title="Needs by level",
        counted="needs in the newest plans",
        columns=_LEVELS,
        standing=_LEVELS,
        lists=("need_domain", "need_level"),
    )
    return layout, units


def _goals(cases: Iterable[CaseRecord]) -> Iterator[Counting]:
    """Yield all goals, then those that ended; a goal that was stopped is no success and no failure."""
    goals = [(case, goal) for case in cases for goal in goals_of(case)]
    yield (
        Layout(
            code="S3.8b",
            title="Goals of cases in the report",
            counted="goals",
            columns=_STATES,
            standing=_STATES,
            lists=("need_domain", "goal_status"),
        ),
        [
            Unit(case.case_id, answer(goal.get("goal_domain")), (_status(goal),))
            for case, goal in goals
        ],
    )
    yield (
        Layout(
            code="S3.8c",
            title="Goal success",
            counted="goals met, partly met or not met",
            columns=("ended",),
            standing=("ended",),
            rows=_ENDED,
            same={(row, "ended"): ("S3.8b", TOTAL, row) for row in _ENDED},
            lists=("goal_status",),
        ),
        [
            Unit(case.case_id, (_status(goal),), ("ended",))
            for case, goal in goals
            if _status(goal) in _ENDED
        ],
    )


def goals_of(case: CaseRecord) -> Iterator[Flat]:
    """Yield the goals of all plans of a case."""
    for plan in case.of("support_plan"):
        yield from plan.rows("goals")


def _status(goal: Flat) -> str:
    status = str(goal.get("goal_status", ""))
    return status if status in _STATES else "open"


def _fear(cases: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in cases:
        scores = fear_scores(case, period.end)
        row = "not_comparable"
        if len(scores) > 1:
            row = "same"
            if scores[-1] != scores[0]:
                row = "better" if scores[-1] > scores[0] else "worse"
        units.append(Unit(case.case_id, (row,), ("first_to_last",)))
    layout = Layout(
        code="S3.11",
        title="Safety felt, first to last",
        counted="cases",
        columns=("first_to_last",),
        standing=("first_to_last",),
        rows=("better", "same", "worse", "not_comparable"),
        apart=("not_comparable",),
    )
    return layout, units
