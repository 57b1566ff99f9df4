from datetime import date
from itertools import pairwise

from outreach_app.report.content import Check, Fact, Finding, Missing, Trend, TrendEvent, TrendPoint
from outreach_app.report.document import render_document
from outreach_app.report.summary import (
    Attention,
    CaseSummary,
    HistoryRow,
    SummaryAction,
    SummaryAgency,
    SummaryAssessment,
    SummaryGoal,
    document_from_summary,
    render_case_summary,
)
from outreach_app.report.trend import places_in_time
from tests.report.samples import ARABIC, MADE_AT, trend
from tests.report.tools import pages

SUMMARY = CaseSummary(
    reference="HH-26-B007.1",
    made_at=MADE_AT,
    level="medium",
    level_words="Medium",
    facts=(Fact("Caseworker", "Priya Nolan"),),
    trend=trend(),
    risk_change="Baseline high, latest medium: reduced.",
    attention=(Attention("Call the solicitor", "Support plan, G4", "28 October 2026", late=True),),
    goals=(
        SummaryGoal(
            tag="G1",
            domain="Safety",
            words=ARABIC,
            said="The client",
            reached_when="No contact for 90 days",
            by="31 May 2026",
            status_code="met",
            status="Met",
            actions=(
                SummaryAction(
                    "G1.1", "New SIM", "Caseworker", "9 February 2026", "Done", done=True
                ),
                SummaryAction("G1.2", "Lock", "Landlord", "12 February 2026", "Waiting", late=True),
            ),
        ),
    ),
    assessments=(SummaryAssessment("3 February 2026", "Initial", "Very high", "Very high", "2"),),
    agencies=(SummaryAgency("Examplar Law", "Solicitor", "", "Told", "Yes"),),
    checks=(
        Check("E1", "Risk has decreased", Finding.SUPPORTS, "Reduced", "Met", "Yes"),
        Check("E11", "Keys", Finding.CONTRADICTS, "Two keys are missing", "Not met"),
    ),
    not_known=(Missing("Pregnancy", "Not asked yet", "Health"),),
    history=(HistoryRow("3 February 2026, 11:40", "Risk assessment signed", "Priya Nolan"),),
)


def test_a_summary_has_its_parts_in_their_order() -> None:
    text = "\n".join(pages(render_case_summary(SUMMARY)))
    places = [
        text.index(words)
        for words in (
            "No safety flag is open.",
            "Risk over time",
            "Needs attention",
            "Support plan",
            "Not known yet",
            "Assessments",
            "Agencies",
            "Exit checks",
            "History",
        )
    ]
    assert places == sorted(places)
    assert "Overdue: 28 October 2026" in text
    assert "1 of 2 actions done" in text
    assert "Contradicts" in text


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert render_case_summary(SUMMARY) == render_case_summary(SUMMARY)


def test_empty_parts_are_left_out() -> None:
    empty = CaseSummary(reference="HH-26-B007.1", made_at=MADE_AT, trend=Trend(()))
    assert document_from_summary(empty).sections == ()
    assert len(pages(render_case_summary(empty))) == 1


def test_levels_stand_as_words_beside_the_drawing() -> None:
    text = "\n".join(pages(render_case_summary(SUMMARY)))
    for words in ("Very high", "Low", "Level judged", "Level the rules indicate", "feels"):
        assert words in text
    assert "Person A charged, in custody" in text
    assert "20 Oct" in text


def test_days_keep_their_order_and_a_least_distance() -> None:
    days = [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 6), date(2026, 10, 20)]
    drawn = Trend(
        tuple(TrendPoint(day, "low", "low") for day in days[:-1]),
        (TrendEvent(days[-1], "moved"),),
    )
    places = places_in_time(drawn, 100, 500)
    assert list(places) == days
    assert places[days[0]] == 100
    assert abs(places[days[-1]] - 500) < 0.01
    gaps = [places[after] - places[before] for before, after in pairwise(days)]
    assert min(gaps) >= 15
    assert gaps[2] > gaps[1] >= gaps[0]


def test_one_assessment_is_a_trend_too() -> None:
    alone = CaseSummary(
        reference="x",
        made_at=MADE_AT,
        trend=Trend((TrendPoint(date(2026, 2, 3), "low", "high", 0),)),
    )
    assert "3 Feb 2026" in pages(render_document(document_from_summary(alone)))[0]
