"""Rows by their number: both ways, rows within rows, and what is not there."""

import pytest

from outreach_app.services.row_numbers import by_row_ids, by_row_numbers, numbers_of

ANSWERS = {
    "section": {
        "risks": [
            {"_id": "r_a", "_order": "a", "title": "one"},
            {
                "_id": "r_b",
                "_order": "b",
                "plan": {"actions": [{"_id": "r_c", "_order": "a", "text": "x"}]},
            },
        ]
    }
}


@pytest.mark.parametrize(
    ("counted", "named"),
    [
        ("risks[1]/title", "risks[r_a]/title"),
        ("section/risks[2]", "section/risks[r_b]"),
        ("risks[2]/actions[1]/text", "risks[r_b]/actions[r_c]/text"),
        ("section/risks[2]/plan/actions[1]/text", "section/risks[r_b]/plan/actions[r_c]/text"),
    ],
)
def test_numbers_and_ids_say_the_same(counted: str, named: str) -> None:
    assert by_row_ids(ANSWERS, counted) == named
    assert by_row_ids(ANSWERS, named) == named
    assert by_row_numbers(numbers_of(ANSWERS), named) == counted


@pytest.mark.parametrize(
    "address",
    [
        "risks[0]/title",
        "risks[3]",
        "risks[-1]",
        "risks[99999999]",
        "other[1]",
        "section",
        "[1]",
        "",
    ],
)
def test_what_is_not_there_stays_as_it_was_written(address: str) -> None:
    assert by_row_ids(ANSWERS, address) == address
    assert by_row_numbers(numbers_of(ANSWERS), address) == address
