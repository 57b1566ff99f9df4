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


SPANISH = tuple(
    (name, f"{name[:3]}.")
    for name in (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    )
)  # fmt: skip
FINNISH_NOVEMBER = tuple((("marraskuu",) if month == 11 else ()) for month in range(1, 13))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 de febrero de 2026", date(2026, 2, 3)),
        ("3 ene. 26", date(2026, 1, 3)),
        ("3-dic-2025", date(2025, 12, 3)),
        ("3 January 2026", date(2026, 1, 3)),
        ("3 feb", date(2026, 2, 3)),
        ("3 enero febrero 2026", None),
        ("3 de 2026", None),
    ],
)
def test_months_of_another_language_are_known_beside_the_english_ones(
    text: str, day: date | None
) -> None:
    assert typed_day(text, TODAY, SPANISH) == day


def test_a_beginning_that_means_two_months_in_two_languages_is_not_read() -> None:
    assert typed_day("3 mar", TODAY) == date(2026, 3, 3)
    assert typed_day("3 mar", TODAY, FINNISH_NOVEMBER) is None
    assert typed_day("3 march", TODAY, FINNISH_NOVEMBER) == date(2026, 3, 3)
    moment = typed_moment("3 marraskuu 2026 14:30", NOW, CASEWORK_ZONE, FINNISH_NOVEMBER)
    assert moment == datetime(2026, 11, 3, 14, 30, tzinfo=CASEWORK_ZONE)


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
