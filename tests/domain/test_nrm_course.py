"""The course of the NRM: which clocks run, what stops them, what was told in which sitting."""

from datetime import date

import pytest

from outreach_app.domain.nrm import POINTS
from outreach_app.domain.nrm_course import (
    NrmClock,
    NrmEvent,
    asked_now,
    in_course,
    next_sitting,
    points_of,
    points_of_all,
    read_event,
    running,
    submitted,
)
from tests.domain.timescale_rows import BANK_HOLIDAYS, timescales

TABLE = timescales()
CLOCK = NrmClock(timescales=TABLE, bank_holidays=BANK_HOLIDAYS)


def course(*events: tuple[str, str]) -> tuple[NrmEvent, ...]:
    return in_course(
        read_event(f"d{place}", {"nrm_event_kind": kind, "nrm_event_date": on})
        for place, (kind, on) in enumerate(events)
    )


def clocks(*events: tuple[str, str]) -> dict[str, str]:
    return {
        each.date.code: each.date.deadline.due.isoformat()
        for each in running(course(*events), CLOCK)
    }


REFERRED = ("referred", "2026-02-04")
POSITIVE = ("rg_positive", "2026-02-10")
NEGATIVE = ("cg_negative", "2026-07-16")


def test_a_clock_runs_on_while_the_authority_asks_for_more() -> None:
    asked = ("more_info_asked", "2026-02-06")
    assert clocks(REFERRED, asked) == {"rg_decision_target": "2026-02-11"}


@pytest.mark.parametrize(
    "settling", ["rg_positive", "rg_negative", "rg_cg_combined_positive", "withdrawn", "suspended"]
)
def test_the_first_decision_stops_the_clock_of_the_referral(settling: str) -> None:
    assert "rg_decision_target" not in clocks(REFERRED, (settling, "2026-02-10"))


def test_a_positive_decision_starts_the_recovery_period_and_a_conclusive_one_ends_it() -> None:
    assert clocks(REFERRED, POSITIVE) == {
        "recovery_period_min": "2026-03-12",
        "cg_decision_earliest": "2026-03-12",
    }
    assert clocks(REFERRED, POSITIVE, NEGATIVE) == {
        "moveon_negative_cg": "2026-07-29",
        "reconsideration_window": "2026-08-15",
    }


def test_asking_for_reconsideration_stops_its_window_and_not_the_move_on() -> None:
    asked = ("reconsideration_asked", "2026-07-20")
    assert clocks(NEGATIVE, asked) == {"moveon_negative_cg": "2026-07-29"}
    assert clocks(NEGATIVE, asked, ("cg_positive", "2026-08-20")) == {
        "rna_request_due": "2026-08-30",
        "moveon_positive_cg": "2026-10-04",
    }


def test_the_recovery_needs_assessment_stops_its_own_reminder() -> None:
    positive = ("cg_positive", "2026-07-16")
    assert "rna_request_due" not in clocks(positive, ("rna_requested", "2026-07-20"))


def test_a_second_negative_decision_counts_anew() -> None:
    again = clocks(NEGATIVE, ("reconsideration_asked", "2026-07-20"), ("cg_negative", "2026-09-01"))
    assert again["reconsideration_window"] == "2026-10-01"


def test_an_old_case_keeps_the_rule_of_its_day() -> None:
    """45 days to 12 December 2022, 30 since."""
    assert clocks(("rg_positive", "2022-12-12"))["recovery_period_min"] == "2023-01-26"
    assert clocks(("rg_positive", "2022-12-13"))["recovery_period_min"] == "2023-01-12"


def test_no_clock_is_borrowed_from_another_nation() -> None:
    scotland = NrmClock(timescales=TABLE, jurisdiction="SC", bank_holidays=BANK_HOLIDAYS)
    assert running(course(REFERRED), scotland) == ()


def test_tasks_of_a_negative_decision_end_with_what_answers_them() -> None:
    def texts(*events: tuple[str, str]) -> list[str]:
        return [each.text for each in asked_now(course(*events), CLOCK, date(2026, 7, 20))]

    assert len(texts(NEGATIVE)) == 2
    only = texts(NEGATIVE, ("reconsideration_asked", "2026-07-20"))
    assert only == ["Exit of government-funded support expected: plan move-on now"]
    assert "Legal advice about reconsideration" not in texts(
        NEGATIVE, ("cg_positive", "2026-07-20")
    )


def test_a_referral_that_only_the_explanation_notes_starts_the_clock() -> None:
    noted = submitted("told", {"nrm_submitted_on": "2026-02-04"})
    (found,) = running(in_course((), (noted,)), CLOCK)
    assert found.date.deadline.due == date(2026, 2, 11)
    assert found.event.document_id == "told"


def test_an_event_of_its_own_counts_before_a_note_of_it() -> None:
    event = read_event("own", {"nrm_event_kind": "referred", "nrm_event_date": "2026-02-05"})
    noted = submitted("told", {"nrm_submitted_on": "2026-02-04"})
    assert [each.document_id for each in in_course((event,), (noted,))] == ["own"]


def test_a_sitting_on_a_later_day_has_its_own_day() -> None:
    first = {"nrm_session_on": "2026-02-03", "nrm_interpreter": "LL-4471"}
    assert next_sitting(first, date(2026, 2, 3)) == {}
    assert next_sitting(first, date(2026, 2, 5)) == {
        "nrm_session_on": "2026-02-05",
        "nrm_interpreter": "",
    }


def test_there_are_21_points_each_with_its_day() -> None:
    told = {"n_what": "yes", "n_what_on": "2026-02-03", "n_what_interp": "LL-4471", "n_time": "no"}
    points = points_of(told)
    assert [each.name for each in points] == list(POINTS)
    assert len(points) == 21
    assert [each.name for each in points if each.is_told] == ["n_what"]
    assert (points[0].on, points[0].interpreter) == (date(2026, 2, 3), "LL-4471")


def test_what_was_told_in_an_earlier_explanation_stays_told() -> None:
    first = {"n_what": "yes", "n_what_on": "2026-02-03", "n_time": "no"}
    second = {
        "n_what": "yes",
        "n_what_on": "2026-02-04",
        "n_time": "yes",
        "n_time_on": "2026-02-04",
    }
    found = {each.name: each for each in points_of_all([first, second])}
    assert found["n_what"].on == date(2026, 2, 3)
    assert found["n_time"].on == date(2026, 2, 4)
    assert points_of_all([first, {}])[0].is_told
    assert not any(each.is_told for each in points_of_all([]))
