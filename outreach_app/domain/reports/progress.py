"""S3.8 to S3.11: needs, goals, survivor outcomes, young people, and how safe clients feel."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from outreach_app.domain.age import minority
from outreach_app.domain.plan_rules import outcome_change
from outreach_app.domain.reports.counting import TOTAL, Layout, Unit, answer
from outreach_app.domain.reports.lengths import fear_scores
from outreach_app.domain.reports.people import Counting, columns_of
from outreach_app.domain.reports.periods import Period, moment_of
from outreach_app.domain.reports.records import CaseRecord, Version

OUTCOMES = ("housing", "safety", "support", "services", "purpose", "health", "education")
_HOURS_TO_TALK = 72
_RATED_WELL = frozenset({"4", "5"})
_ENDED = frozenset({"met", "partly", "not_met"})


def progress_tables(cases: Iterable[CaseRecord], period: Period) -> Iterator[Counting]:
    """Yield the tables about plans and outcomes with their units."""
    listed = [case for case in cases if columns_of(case, period)]
    yield _needs(listed)
    yield _goals(listed)
    yield from _outcome_checks(listed, period)
    yield _young_people(listed, period)
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
        columns=("none", "met", "some", "high", "crisis", "missing"),
        lists=("need_domain", "need_level"),
    )
    return layout, units


def _goals(cases: Iterable[CaseRecord]) -> Counting:
    units = []
    for case in cases:
        for plan in case.of("support_plan"):
            for goal in plan.rows("goals"):
                status = str(goal.get("goal_status") or "open")
                domain = answer(goal.get("goal_domain"))
                column = status if status in _ENDED | {"stopped", "handed_over"} else "open"
                units.append(Unit(case.case_id, domain, (column,)))
    layout = Layout(
        code="S3.8b",
        title="Goals of cases in the report",
        counted="goals",
        columns=("open", "met", "partly", "not_met", "stopped", "handed_over"),
        lists=("need_domain", "goal_status"),
    )
    return layout, units


def goal_success(cases: Iterable[CaseRecord], period: Period) -> Counting:
    """Return the goals that ended: met, partly, not met. Stopped ones stand apart in S3.8b."""
    units = []
    for case in cases:
        if not columns_of(case, period):
            continue
        for plan in case.of("support_plan"):
            for goal in plan.rows("goals"):
                status = str(goal.get("goal_status", ""))
                if status in _ENDED:
                    units.append(Unit(case.case_id, (status,), ("ended",)))
    layout = Layout(
        code="S3.8c",
        title="Goal success",
        counted="goals met, partly met or not met",
        columns=("ended",),
        rows=("met", "partly", "not_met"),
        same={(row, "ended"): ("S3.8b", TOTAL, row) for row in ("met", "partly", "not_met")},
        lists=("goal_status",),
    )
    return layout, units


def _outcome_checks(cases: Iterable[CaseRecord], period: Period) -> Iterator[Counting]:
    changes, well = [], []
    for case in cases:
        checks = [each for each in case.of("outcomes_check") if _until(each, "oc_on", period.end)]
        if not checks:
            continue
        first, last = _ratings(checks[0]), _ratings(checks[-1])
        for outcome in OUTCOMES:
            mine = [first.get(outcome, ("", "")), last.get(outcome, ("", ""))]
            if not any(mine[0]) and not any(mine[1]):
                continue
            if len(checks) > 1:
                change = outcome_change(mine[0][0], mine[1][0])
            else:
                change = outcome_change("", "")
            changes.append(Unit(case.case_id, (change.value,), (outcome,)))
            rows = _rated_well(mine)
            if rows:
                well.append(Unit(case.case_id, rows, (outcome,)))
    yield (
        Layout(
            code="S3.9",
            title="Survivor outcomes (MSCOS), first to last, rated by the client",
            counted="cases with a rating",
            columns=OUTCOMES,
            rows=("improved", "same", "lower", "not_comparable"),
            lists=("mscos_outcome",),
        ),
        changes,
    )
    yield (
        Layout(
            code="S3.9b",
            title="Survivor outcomes rated 4 or 5",
            counted="cases rated 4 or 5 by client or worker",
            columns=OUTCOMES,
            rows=("client_first", "client_last", "worker_first", "worker_last"),
            lists=("mscos_outcome",),
            exclusive=False,
        ),
        well,
    )


def _rated_well(pairs: list[tuple[str, str]]) -> tuple[str, ...]:
    (client_first, worker_first), (client_last, worker_last) = pairs
    said = {
        "client_first": client_first,
        "client_last": client_last,
        "worker_first": worker_first,
        "worker_last": worker_last,
    }
    return tuple(row for row, rating in said.items() if rating in _RATED_WELL)


def _ratings(check: Version) -> dict[str, tuple[str, str]]:
    return {
        str(row.get("mo_outcome", "")): (
            str(row.get("mo_client", "")),
            str(row.get("mo_worker", "")),
        )
        for row in check.rows("outcome_rows")
    }


def _young_people(cases: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in cases:
        if case.opened is None or not minority(case.client, case.opened).is_minor:
            continue
        for each in case.of("missing_episode"):
            if not period.holds(each.day("me_from")):
                continue
            rows = ["missing_episode"]
            found, talked = (
                moment_of(each.text("me_found_at")),
                moment_of(each.text("me_conversation_at")),
            )
            if found and talked and talked - found <= timedelta(hours=_HOURS_TO_TALK):
                rows.append("talked_in_time")
            elif found:
                rows.append("not_talked_in_time")
            units.append(Unit(case.case_id, tuple(rows), ("episodes",)))
    layout = Layout(
        code="S3.10",
        title="Young people: missing episodes and return conversations within 72 hours",
        counted="missing episodes",
        columns=("episodes",),
        rows=("missing_episode", "talked_in_time", "not_talked_in_time"),
        exclusive=False,
    )
    return layout, units


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
        rows=("better", "same", "worse", "not_comparable"),
    )
    return layout, units


def _until(version: Version, name: str, end: date) -> bool:
    return (version.day(name) or version.signed_at.date()) <= end
