"""S3.9: the seven survivor outcomes (MSCOS), from the first check to the last, as client and worker rate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outreach_app.domain.plan_rules import outcome_change
from outreach_app.domain.reports.counting import TOTAL, Layout, Sum, Unit, answers
from outreach_app.domain.reports.people import Counting
from outreach_app.domain.reports.periods import Period, is_year
from outreach_app.domain.reports.records import CaseRecord, Version

OUTCOMES = ("housing", "safety", "support", "services", "purpose", "health", "education")
_CHANGES = ("improved", "same", "lower", "not_comparable")
_RATED_WELL = frozenset({"4", "5"})
_RATED_LOWER = frozenset({"1", "2", "3"})
_LISTS = ("mscos_outcome",)


@dataclass(frozen=True, slots=True)
class _Rated:
    """What was rated of one outcome of one case: client and worker, at the first check and the last."""

    case: CaseRecord
    outcome: str
    first: tuple[str, str]
    last: tuple[str, str]
    change: str


def outcome_tables(cases: Iterable[CaseRecord], period: Period) -> Iterator[Counting]:
    """Yield the tables about outcomes; those by type of modern slavery only for a year."""
    rated = [each for case in cases for each in _rated(case, period)]
    yield (
        Layout(
            code="S3.9",
            title="Survivor outcomes (MSCOS), first to last, rated by the client",
            counted="cases with a rating",
            columns=OUTCOMES,
            standing=OUTCOMES,
            rows=_CHANGES,
            apart=("not_comparable",),
            lists=_LISTS,
        ),
        [Unit(each.case.case_id, (each.change,), (each.outcome,)) for each in rated],
    )
    for code, words, ratings in (
        ("S3.9b", "by the client, first check", [each.first[0] for each in rated]),
        ("S3.9c", "by the client, last check", [each.last[0] for each in rated]),
        ("S3.9d", "by the worker, first check", [each.first[1] for each in rated]),
        ("S3.9e", "by the worker, last check", [each.last[1] for each in rated]),
    ):
        yield _share_rated_well(code, words, zip(rated, ratings, strict=True))
    if is_year(period):
        yield _by_type(rated)


def _rated(case: CaseRecord, period: Period) -> Iterator[_Rated]:
    checks = [each for each in case.of("outcomes_check") if each.on("oc_on") <= period.end]
    if not checks:
        return
    first, last = _ratings(checks[0]), _ratings(checks[-1])
    for outcome in OUTCOMES:
        before, after = first.get(outcome, ("", "")), last.get(outcome, ("", ""))
        if any(before) or any(after):
            compared = (before[0], after[0]) if len(checks) > 1 else ("", "")
            yield _Rated(case, outcome, before, after, outcome_change(*compared).value)


def _ratings(check: Version) -> dict[str, tuple[str, str]]:
    return {
        str(row.get("mo_outcome", "")): (
            str(row.get("mo_client", "")),
            str(row.get("mo_worker", "")),
        )
        for row in check.rows("outcome_rows")
    }


def _share_rated_well(code: str, words: str, ratings: Iterable[tuple[_Rated, str]]) -> Counting:
    rows = {
        **dict.fromkeys(_RATED_WELL, "rated_well"),
        **dict.fromkeys(_RATED_LOWER, "rated_lower"),
    }
    units = [
        Unit(each.case.case_id, (rows[rating],), (each.outcome,))
        for each, rating in ratings
        if rating in rows
    ]
    layout = Layout(
        code=code,
        title=f"Survivor outcomes rated 4 or 5 {words}",
        counted="cases with a rating",
        columns=OUTCOMES,
        standing=OUTCOMES,
        rows=("rated_well", "rated_lower"),
        lists=_LISTS,
    )
    return layout, units


def _by_type(rated: Iterable[_Rated]) -> Counting:
    units = [
        Unit(each.case.case_id, answers(each.case.case.get("exploitation_types")), (each.change,))
        for each in rated
    ]
    layout = Layout(
        code="S3.9f",
        title="Survivor outcomes by type of modern slavery, all seven together",
        counted="outcomes rated",
        columns=_CHANGES,
        standing=_CHANGES,
        lists=("exploitation_type",),
        exclusive=False,
        is_cross=True,
        sums=tuple(
            Sum(("S3.9f", TOTAL, change), tuple(("S3.9", change, outcome) for outcome in OUTCOMES))
            for change in _CHANGES
        ),
    )
    return layout, units
