"""Dates by the table: working days, nations, older rules, and what a broken table says."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.errors import BrokenTimescales, NoTimescale, WrongTimescaleUnit
from outreach_app.domain.timescales import parse_timescales
from outreach_app.domain.working_days import (
    add_months,
    add_working_days,
    age_on,
    birthday,
    working_days_between,
)
from tests.domain.timescale_rows import BANK_HOLIDAYS, CONFIG_HASH, rows, timescales


def test_five_working_days_skip_the_weekend() -> None:
    found = timescales().due("rg_decision_target", date(2026, 2, 4))
    assert (found.due, found.row_code, found.config_hash) == (
        date(2026, 2, 11),
        "rg_decision_target",
        CONFIG_HASH,
    )


def test_bank_holidays_of_the_nation_of_the_case_are_skipped() -> None:
    found = timescales().due("rg_decision_target", date(2026, 4, 1), bank_holidays=BANK_HOLIDAYS)
    assert found.due == date(2026, 4, 10)
    assert timescales().due("rg_decision_target", date(2026, 4, 1)).due == date(2026, 4, 8)


def test_older_row_applies_to_an_older_day() -> None:
    table = timescales()
    assert table.due("recovery_period_min", date(2022, 12, 12)).due == date(2023, 1, 26)
    newer = table.due("recovery_period_min", date(2022, 12, 13))
    assert (newer.due, newer.effective_from) == (date(2023, 1, 12), date(2022, 12, 13))


def test_row_that_names_another_row() -> None:
    found = timescales().due("cg_decision_earliest", date(2026, 2, 10))
    assert (found.due, found.row_code) == (date(2026, 3, 12), "recovery_period_min")


def test_hours_need_an_instant() -> None:
    start = datetime(2026, 2, 3, 1, 20, tzinfo=UTC)
    found = timescales().due("ra_initial_safehouse", start)
    assert found.at == datetime(2026, 2, 4, 1, 20, tzinfo=UTC)
    with pytest.raises(WrongTimescaleUnit):
        timescales().due("ra_initial_safehouse", date(2026, 2, 3))


def test_row_with_several_values() -> None:
    found = timescales().dues("exit_followup", date(2026, 10, 30))
    assert [deadline.due for deadline in found] == [
        date(2026, 11, 6),
        date(2026, 11, 27),
        date(2027, 1, 22),
    ]


def test_several_rows_of_one_code_are_several_values() -> None:
    table = parse_timescales(
        [
            {"code": "exit_followup", "value": value, "unit": "day", "effective_from": "2020-01-01"}
            for value in ("28", "7")
        ],
        CONFIG_HASH,
    )
    assert [d.due.day for d in table.dues("exit_followup", date(2026, 1, 1))] == [8, 29]


def test_counting_backwards() -> None:
    found = timescales().due("visa_expiry_alert", date(2026, 6, 30))
    assert found.due == date(2026, 5, 5)


def test_no_row_for_a_nation_says_so() -> None:
    with pytest.raises(NoTimescale) as refused:
        timescales().due("ra_full", date(2026, 2, 3), jurisdiction="SC")
    assert refused.value.facts == {"name": "ra_full", "jurisdiction": "SC", "day": "2026-02-03"}


def test_row_without_a_nation_applies_everywhere_and_an_own_row_wins() -> None:
    common = {"code": "x", "value": "5", "unit": "days", "effective_from": "2020-01-01"}
    table = parse_timescales([common, {**common, "value": "9", "jurisdiction": "SC"}], CONFIG_HASH)
    start = date(2026, 1, 1)
    assert table.due("x", start, jurisdiction="NI").due == date(2026, 1, 6)
    assert table.due("x", start, jurisdiction="SC").due == date(2026, 1, 10)


def test_rows_that_were_not_checked_for_a_year_are_listed() -> None:
    assert timescales().to_check(date(2027, 1, 10)) == ()
    assert len(timescales().to_check(date(2027, 1, 11))) == len(rows()) - 1


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"code": ""}, "code"),
        ({"unit": "moons"}, "unit"),
        ({"value": "five"}, "value"),
        ({"value": ""}, "value"),
        ({"effective_from": "soon"}, "effective_from"),
        ({"effective_to": "later"}, "effective_to"),
        ({"checked_on": "never"}, "checked_on"),
    ],
)
def test_broken_row_is_named(change: dict[str, str], column: str) -> None:
    good = {"code": "a", "value": "1", "unit": "days", "effective_from": "2020-01-01"}
    with pytest.raises(BrokenTimescales) as refused:
        parse_timescales([good, {**good, **change}], CONFIG_HASH)
    assert refused.value.facts == {"row": 2, "column": column}


_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@settings(max_examples=50)
@given(_DAYS, st.integers(0, 60))
def test_working_days_count_back_to_themselves(start: date, count: int) -> None:
    holidays = BANK_HOLIDAYS["EW"]
    assert working_days_between(start, add_working_days(start, count, holidays), holidays) == count


@settings(max_examples=50)
@given(_DAYS, st.integers(0, 90))
def test_birthday_is_the_first_day_of_the_age(born: date, age: int) -> None:
    day = birthday(born, age)
    assert age_on(born, day) == age


def test_month_end_and_leap_day() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
