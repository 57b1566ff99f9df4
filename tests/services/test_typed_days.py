"""Days and times as people type them."""

from datetime import date, datetime, time

import pytest

from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.typed_days import typed_day, typed_moment, typed_time

TODAY = date(2026, 2, 3)
NOW = datetime(2026, 2, 3, 11, 0, 30, tzinfo=CASEWORK_ZONE)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 February 2026", date(2026, 2, 3)),
        ("3rd feb 26", date(2026, 2, 3)),
        ("03.02.2026", date(2026, 2, 3)),
        ("3/2", date(2026, 2, 3)),
        ("14-3-87", date(1987, 3, 14)),
        ("2026-02-03", date(2026, 2, 3)),
        ("  Yesterday ", date(2026, 2, 2)),
        ("tomorrow", date(2026, 2, 4)),
        ("29 feb 2024", date(2024, 2, 29)),
        ("29 feb 2026", None),
        ("3 ju 2026", None),
        ("13/13/2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_with_the_day_before_the_month(text: str, day: date | None) -> None:
    assert typed_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14:30", time(14, 30)),
        ("2.30 pm", time(14, 30)),
        ("1430", time(14, 30)),
        ("9am", time(9, 0)),
        ("12am", time(0, 0)),
        ("12 p.m.", time(12, 0)),
        ("9", None),
        ("25:00", None),
        ("13pm", None),
    ],
)
def test_a_time_is_read_where_it_can_mean_one_thing(text: str, clock: time | None) -> None:
    assert typed_time(text) == clock


def test_a_moment_is_a_day_and_a_time() -> None:
    expected = datetime(2026, 2, 2, 21, 5, tzinfo=CASEWORK_ZONE)
    for text in ("2 feb 2026, 21:05", "yesterday 9.05pm", "2/2/2026 9.05 pm"):
        assert typed_moment(text, NOW, CASEWORK_ZONE) == expected
    assert typed_moment("now", NOW, CASEWORK_ZONE) == NOW.replace(second=0)
    assert typed_moment("yesterday", NOW, CASEWORK_ZONE) is None
