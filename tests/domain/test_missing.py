"""The clock of the return conversation: 72 hours from when a child is found, by the table."""

import pytest

from outreach_app.domain.missing import read_return, talk_due
from outreach_app.domain.values import parse_instant
from tests.domain.timescale_rows import timescales

CHILD = {"age_status": "child_confirmed"}
FOUND = "2026-02-06T22:30:00.000+00:00"
TALKED = "2026-02-09T10:00:00.000+00:00"


def test_the_talk_with_a_child_is_due_72_hours_after_the_return() -> None:
    back = read_return("d_one", {"me_found_at": FOUND})
    assert back is not None
    due = talk_due(back, CHILD, timescales(), "EW")
    assert due is not None
    assert due.at == parse_instant("2026-02-09T22:30:00.000+00:00")
    assert due.row_code == "missing_return_conversation"


@pytest.mark.parametrize(
    ("client", "answers"),
    [
        (CHILD, {"me_found_at": FOUND, "me_conversation_at": TALKED}),
        ({"age_status": "assessed_adult"}, {"me_found_at": FOUND}),
        ({"dob_year": "1990"}, {"me_found_at": FOUND}),
    ],
    ids=["talked", "assessed as an adult", "born in 1990"],
)
def test_no_clock_runs(client: dict[str, str], answers: dict[str, str]) -> None:
    back = read_return("d_one", answers)
    assert back is not None
    assert talk_due(back, client, timescales(), "EW") is None


def test_whoever_is_not_known_to_be_an_adult_counts_as_a_child_on_the_day_of_the_return() -> None:
    back = read_return("d_one", {"me_found_at": FOUND})
    assert back is not None
    assert talk_due(back, {}, timescales(), "EW") is not None
    turned = {"dob_year": "2008", "dob_month": "2", "dob_day": "7"}
    assert talk_due(back, turned, timescales(), "EW") is not None, "18 only on the day after"


def test_nobody_who_is_still_missing_has_a_return() -> None:
    assert read_return("d_one", {"me_from": FOUND}) is None
    assert read_return("d_one", {"me_found_at": "last night"}) is None
