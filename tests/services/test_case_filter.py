"""Narrowing and ordering a list of cases."""

from datetime import date

import pytest

from outreach_app.services.case_filter import (
    CaseFilter,
    CaseRow,
    Column,
    case_rows,
    in_order,
    matching,
)
from outreach_app.services.listed_cases import ListedCase
from outreach_app.store.lists import CaseLine

ON = date(2026, 2, 3)


def a_case(number: int, name: str = "", **facts: object) -> ListedCase:
    given: dict[str, object] = {
        "case_id": f"k_{number}", "client_id": f"c_{number}", "case_ref": "", "client_ref": "",
        "preferred_name": name, "opened_on": "", "service_kind": "", "caseworker": "",
        "second_worker": "", "level": "", "assessed_at": "", "next_review": "", "open_flags": (),
        "last_change": "", "document_count": 1, "exit_date": "", "closed": False,
    }  # fmt: skip
    mine = bool(facts.pop("mine", False))
    line = CaseLine(**{**given, **facts})  # type: ignore[arg-type]
    return ListedCase(line=line, reference=f"HH-26-A00{number}.1", mine=mine)


ROWS = case_rows(
    [
        a_case(1, "Gërta Shembulli", level="medium", next_review="2026-02-01", mine=True),
        a_case(2, "Mira", level="very_high", open_flags=("danger_now",), last_change="2026-02-01"),
        a_case(3, "", level="", last_change="2026-02-02"),
        a_case(4, "Kofi", level="low", next_review="2026-01-01", closed=True),
        a_case(5, "Gent", level="high", next_review="2026-02-09"),
    ]
)


def numbers(rows: list[CaseRow]) -> list[int]:
    return [int(row.case.line.case_id[2:]) for row in rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (CaseFilter(), [1, 2, 3, 5]),
        (CaseFilter(text="ge"), [1, 5]),
        (CaseFilter(text="SHEM gerta"), [1]),
        (CaseFilter(text="a003"), [3]),
        (CaseFilter(text="erta"), []),
        (CaseFilter(mine=True), [1]),
        (CaseFilter(level="high"), [5]),
        (CaseFilter(flagged=True), [2]),
        (CaseFilter(closed=True), [4]),
        (CaseFilter(overdue=True), [1]),
        (CaseFilter(overdue=True, closed=True), []),
    ],
)
def test_what_is_asked_for_is_what_is_shown(wanted: CaseFilter, found: list[int]) -> None:
    assert numbers(matching(ROWS, wanted, ON)) == found


@pytest.mark.parametrize(
    ("column", "descending", "order"),
    [
        (Column.REFERENCE, True, [5, 3, 2, 1]),
        (Column.LEVEL, True, [2, 5, 1, 3]),
        (Column.LEVEL, False, [1, 5, 2, 3]),
        (Column.NAME, False, [5, 1, 2, 3]),
        (Column.REVIEW, False, [1, 5, 2, 3]),
        (Column.FLAGS, True, [2, 1, 3, 5]),
        (Column.CHANGED, True, [3, 2, 1, 5]),
    ],
)
def test_what_is_empty_comes_last_whatever_the_order(
    column: Column, descending: bool, order: list[int]
) -> None:
    shown = matching(ROWS, CaseFilter(), ON)
    assert numbers(in_order(shown, column, descending=descending)) == order
