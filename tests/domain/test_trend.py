"""Comparing assessments over time, where the sample case does not reach."""

from datetime import date
from typing import Any

import pytest

from outreach_app.domain.assessments import Assessment, read_assessment
from outreach_app.domain.records import read_records
from outreach_app.domain.trend import (
    Direction,
    RiskReduction,
    TrendEvent,
    changes_since,
    read_trend,
    risk_reduction,
)
from tests.domain.history import row, signed

ON = date(2026, 5, 1)


def risk_row(key: str, likelihood: str, status: str = "open") -> dict[str, Any]:
    return row(key, risk_key=key, risk_likelihood=likelihood, risk_severity="3", risk_status=status)


def made(day: str, kind: str, level: str, *rows: dict[str, Any], **more: str) -> Assessment:
    answers = {
        "assessment_kind": kind,
        "overall_level": level,
        "indicated_level": level,
        "risks": list(rows),
        **more,
    }
    (record,) = read_records([signed("risk_assessment", day, day, answers)])
    return read_assessment(record)


@pytest.mark.parametrize(
    ("before", "after", "result"),
    [
        ([risk_row("R1", "3")], [risk_row("R1", "2")], RiskReduction.REDUCED_SCORE),
        ([risk_row("R1", "3")], [risk_row("R1", "3")], RiskReduction.SAME),
        ([risk_row("R1", "3")], [risk_row("R1", "3", "closed")], RiskReduction.REDUCED_SCORE),
        ([risk_row("R1", "3"), risk_row("R2", "2")], [risk_row("R1", "2"), risk_row("R2", "3")], RiskReduction.SAME),
        ([risk_row("R1", "3"), risk_row("R2", "2")], [risk_row("R1", "2")], RiskReduction.SAME),
        ([risk_row("R1", "")], [risk_row("R1", "2")], RiskReduction.SAME),
        ([], [], RiskReduction.SAME),
    ],
)  # fmt: skip
def test_same_level_is_compared_risk_by_risk(
    before: list[dict[str, Any]], after: list[dict[str, Any]], result: RiskReduction
) -> None:
    both = (
        made("2026-02-10", "full", "medium", *before),
        made("2026-04-20", "review", "medium", *after),
    )
    assert risk_reduction(both, ON, 90) is result


def test_levels_decide_first_and_an_old_end_cannot_be_compared() -> None:
    first, last = made("2026-02-10", "full", "medium"), made("2026-04-20", "review", "high")
    assert risk_reduction((first, last), ON, 90) is RiskReduction.HIGHER
    assert risk_reduction((first, last), date(2026, 8, 1), 90) is RiskReduction.NOT_COMPARABLE
    assert risk_reduction((last,), ON, 90) is RiskReduction.NOT_COMPARABLE
    unlevelled = made("2026-04-20", "review", "")
    assert risk_reduction((first, unlevelled), ON, 90) is RiskReduction.NOT_COMPARABLE


def test_initial_assessment_is_the_baseline_until_there_is_a_full_one() -> None:
    initial, review = made("2026-02-03", "initial", "high"), made("2026-04-20", "review", "medium")
    assert risk_reduction((initial, review), ON, 90) is RiskReduction.REDUCED


def test_changes_in_items_gaps_and_risks() -> None:
    before = made(
        "2026-02-10",
        "full",
        "medium",
        risk_row("R1", "2"),
        d1_threats_now="unknown",
        d3_racism_now="absent",
        client_fear_score="4",
    )
    after = made(
        "2026-03-10",
        "review",
        "medium",
        risk_row("R1", "2", "closed"),
        risk_row("R2", ""),
        d1_threats_now="absent",
        d3_racism_now="present",
    )
    found = {(each.what, each.name): each for each in changes_since(before, after)}
    assert found["item", "d1_threats"].direction is Direction.BETTER
    assert found["item", "d3_racism"].direction is Direction.WORSE
    assert found["gap", "d1_threats"].direction is Direction.BETTER
    assert found["risk", "r_r1"].new == "2 × 3 = 6, medium, closed"
    assert found["risk", "r_r1"].direction is Direction.BETTER
    assert (found["risk", "r_r2"].old, found["risk", "r_r2"].new) == ("", "not rated")
    assert (found["own_feeling", ""].new, found["own_feeling", ""].direction) == (
        "",
        Direction.CHANGED,
    )
    opened = {(each.what, each.name): each for each in changes_since(after, before)}
    assert opened["gap", "d1_threats"].direction is Direction.WORSE


def test_events_are_put_in_order() -> None:
    late, early = TrendEvent(date(2026, 5, 12), "Charged"), TrendEvent(date(2026, 2, 24), "Bailed")
    assert read_trend([], [late, early]).events == (early, late)
