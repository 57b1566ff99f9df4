"""Replaying a log of changes gives exactly the answers that were accepted."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.answers import Answers, leaves
from outreach_app.store.answer_log import check_address, differences, replay, tidy
from tests.store.builders import AT, change

TEXTS: st.SearchStrategy[Any] = st.text("ab é", min_size=1, max_size=4)
ROWS: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.fixed_dictionaries(
        {"_id": st.sampled_from(["r_1", "r_2", "r_3"]), "_order": st.sampled_from("abc")},
        optional={
            "title": TEXTS,
            "inner": st.fixed_dictionaries({}, optional={"note": TEXTS}),
            "steps": st.lists(
                st.fixed_dictionaries(
                    {"_id": st.sampled_from(["r_8", "r_9"]), "_order": st.just("a")},
                    optional={"text": TEXTS},
                ),
                max_size=2,
                unique_by=lambda row: str(row["_id"]),
            ),
        },
    ),
    max_size=3,
    unique_by=lambda row: str(row["_id"]),
)
ANSWERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS,
        "group": st.fixed_dictionaries({}, optional={"first": TEXTS, "second": TEXTS}),
        "risks": ROWS,
    },
)


@settings(max_examples=150)
@given(states=st.lists(ANSWERS, min_size=1, max_size=4))
def test_the_differences_of_all_steps_lead_to_the_last_state(states: list[Answers]) -> None:
    log: list[Any] = []
    before: Answers = {}
    for state in states:
        log += differences(before, tidy(state), AT)
        before = tidy(state)
    assert replay({}, log) == tidy(states[-1])
    assert differences(before, tidy(states[-1]), AT) == []


def test_a_leaf_a_row_and_a_removal() -> None:
    log = [
        change("section/name", "Anna"),
        change("section/risks[r_1]", "b"),
        change("section/risks[r_1]/title", "late"),
        change("section/risks[r_2]", "a"),
        change("section/risks[r_2]/actions[r_3]/text", "call"),
    ]
    answers = replay({}, log)
    assert dict(leaves(answers)) == {
        "section/name": "Anna",
        "section/risks[r_1]/title": "late",
        "section/risks[r_2]/actions[r_3]/text": "call",
    }
    assert [row["_id"] for row in answers["section"]["risks"]] == ["r_2", "r_1"]
    moved = replay(answers, [change("section/risks[r_2]", "c", old="a")])
    assert [row["_id"] for row in moved["section"]["risks"]] == ["r_1", "r_2"]
    gone = replay(
        moved, [change("section/risks[r_1]", ""), change("section/risks[r_2]", ""),
                change("section/name", "")]
    )  # fmt: skip
    assert gone == {}


@pytest.mark.parametrize("address", ["", "a//b", "a[", "a[r_1", "a[r_1]x", "a[]", "/a"])
def test_an_address_that_cannot_be_replayed_is_a_bug(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        check_address(address)
