"""Merging: it converges, loses no text, and says what a person did."""

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.answers import Answers, leaves
from outreach_app.domain.cautious import combine_heads, more_cautious
from outreach_app.domain.errors import ShapesDiffer
from outreach_app.domain.merge import (
    ConflictKind,
    agreed_base,
    merge_all,
    merge_answers,
)
from outreach_app.domain.merge_audit import MergeFindingKind, audit_merge
from tests.domain.history import case_file, signed


def plan(**goals: dict[str, str]) -> Answers:
    return {
        "p3": {"goals": [{"_id": f"r_{key}", "_order": key, **row} for key, row in goals.items()]}
    }


def test_edits_of_different_answers_are_joined() -> None:
    base = {"a": {"x": "1", "y": "1"}}
    merged = merge_answers(base, {"a": {"x": "2", "y": "1"}}, {"a": {"x": "1"}})
    assert merged.answers == {"a": {"x": "2"}}
    assert merged.conflicts == ()


def test_same_edit_on_both_sides_is_no_conflict() -> None:
    assert merge_answers({"x": "1"}, {"x": "2"}, {"x": "2"}).conflicts == ()


def test_goal_that_two_workers_changed_is_a_conflict_with_both_texts() -> None:
    base = plan(g6={"goal_statement": "Meets the officer"})
    priya = plan(g6={"goal_statement": "Meets the officer twice"})
    dina = plan(g6={"goal_statement": "Decides about a statement"})
    merged = merge_answers(base, priya, dina)
    (conflict,) = merged.conflicts
    assert conflict.address == "p3/goals[r_g6]/goal_statement"
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        "Meets the officer",
        "Meets the officer twice",
        "Decides about a statement",
    )
    assert (conflict.shown, conflict.ordered) == ("", False)
    assert dict(leaves(merged.answers)) == {}


def test_more_cautious_code_stands_until_decided() -> None:
    merged = merge_answers({}, {"d1_threats_now": "absent"}, {"d1_threats_now": "unknown"})
    assert merged.answers == {"d1_threats_now": "unknown"}
    assert merged.conflicts[0].ordered


def test_row_that_nobody_touched_can_be_deleted() -> None:
    base = plan(g1={"t": "one"}, g2={"t": "two"})
    merged = merge_answers(base, plan(g2={"t": "two"}), base)
    assert merged.answers == plan(g2={"t": "two"})
    assert merged.removed == ("p3/goals[r_g1]",)


def test_row_that_one_deleted_and_another_changed_is_kept() -> None:
    base = plan(g1={"t": "one"})
    merged = merge_answers(base, {}, plan(g1={"t": "uno"}))
    assert merged.answers == plan(g1={"t": "uno"})
    assert [(c.kind, c.values) for c in merged.conflicts] == [
        (ConflictKind.ROW, ("deleted", "changed"))
    ]


def test_different_layouts_cannot_be_merged() -> None:
    with pytest.raises(ShapesDiffer) as refused:
        merge_answers({}, {"a": "text"}, {"a": {"b": "c"}})
    assert refused.value.facts == {"address": "a"}


def test_crossed_histories_keep_only_what_all_bases_agree_on() -> None:
    one = {"a": "1", "g": {"b": "1", "c": "1"}, "rows": [{"_id": "r_1", "t": "x"}, {"_id": "r_2"}]}
    two = {"a": "2", "g": {"b": "1", "c": "2"}, "rows": [{"_id": "r_1", "t": "x"}]}
    assert agreed_base([one, two]) == {"g": {"b": "1"}, "rows": [{"_id": "r_1", "t": "x"}]}
    assert agreed_base([]) == {}


_NAMES = st.sampled_from(["d1_threats_now", "risk_title", "overall_level", "note"])
_TEXTS = st.sampled_from(["present", "absent", "unknown", "high", "low", "text one", "text two"])
_LEAVES = st.dictionaries(_NAMES, _TEXTS, max_size=4)
_ROWS = st.dictionaries(st.sampled_from(["r_1", "r_2", "r_3"]), _LEAVES, max_size=3)


def _answers(
    top: dict[str, str], group: dict[str, str], rows: dict[str, dict[str, str]]
) -> Answers:
    whole: dict[str, Any] = {f"t_{name}": value for name, value in top.items()}
    if group:
        whole["group"] = group
    if rows:
        whole["rows"] = [{"_id": key, "_order": key, **row} for key, row in sorted(rows.items())]
    return whole


_STATES = st.builds(_answers, _LEAVES, _LEAVES, _ROWS)


@settings(max_examples=120, deadline=None)
@given(_STATES, _STATES, _STATES)
def test_merge_does_not_depend_on_who_merges(base: Answers, one: Answers, two: Answers) -> None:
    forth, back = merge_answers(base, one, two), merge_answers(base, two, one)
    assert forth.answers == back.answers
    assert forth.removed == back.removed
    assert [(c.address, c.values[::-1], c.shown) for c in forth.conflicts] == [
        (c.address, c.values, c.shown) for c in back.conflicts
    ]


@settings(max_examples=120, deadline=None)
@given(_STATES, _STATES, _STATES)
def test_merge_loses_no_text(base: Answers, one: Answers, two: Answers) -> None:
    before = copy.deepcopy((base, one, two))
    merged = merge_answers(base, one, two)
    assert (base, one, two) == before
    kept, old = dict(leaves(merged.answers)), dict(leaves(base))
    said = {(c.address, value) for c in merged.conflicts for value in c.values}
    for side in (one, two):
        for address, value in leaves(side):
            if old.get(address) == value:
                continue
            assert kept.get(address) == value or (address, value) in said


@settings(max_examples=80, deadline=None)
@given(_STATES, _STATES)
def test_merge_with_the_base_is_the_other_side(base: Answers, one: Answers) -> None:
    merged = merge_answers(base, one, base)
    assert dict(leaves(merged.answers)) == dict(leaves(one))
    assert merged.conflicts == ()


@settings(max_examples=60, deadline=None)
@given(_STATES, _STATES, _STATES)
def test_plain_merge_leaves_nothing_to_audit_but_the_conflicts_that_nobody_decided(
    base: Answers, one: Answers, two: Answers
) -> None:
    merged = merge_answers(base, one, two)
    open_ones = {c.address for c in merged.conflicts if not c.ordered and "" not in c.values}
    found = {finding.address for finding in audit_merge(base, (one, two), merged.answers)}
    assert found == open_ones


def test_audit_lists_what_the_merger_did() -> None:
    base = {"note": "a", "d1_threats_now": "absent", "x": "1", "y": "1", "z": "1"}
    one = {**base, "note": "b", "d1_threats_now": "present", "x": "2"}
    two = {**base, "note": "c", "y": "2"}
    merged = {"note": "d", "d1_threats_now": "absent", "x": "1", "y": "2", "z": "9"}
    found = {each.address: each.kind for each in audit_merge(base, (one, two), merged)}
    assert found == {
        "note": MergeFindingKind.OWN_EDIT,
        "d1_threats_now": MergeFindingKind.AGAINST_CAUTION,
        "x": MergeFindingKind.SET_ASIDE,
        "z": MergeFindingKind.OWN_EDIT,
    }
    chosen = {**merged, "note": "b", "d1_threats_now": "present", "x": "2", "z": "1"}
    assert audit_merge(base, (one, two), chosen) == ()


def test_audit_lists_a_dropped_row_and_a_choice_against_caution() -> None:
    base = plan(g1={"t": "one"})
    dropped = audit_merge(base, (base, plan(g1={"t": "uno"})), {})
    assert {each.address: each.kind for each in dropped} == {
        "p3/goals[r_g1]/t": MergeFindingKind.OWN_EDIT,
        "p3/goals[r_g1]": MergeFindingKind.AGAINST_CAUTION,
    }
    level = audit_merge(
        {"overall_level": "medium"},
        ({"overall_level": "high"}, {"overall_level": "low"}),
        {"overall_level": "low"},
    )
    assert [each.kind for each in level] == [MergeFindingKind.AGAINST_CAUTION]


@pytest.mark.parametrize(
    ("name", "values", "chosen"),
    [
        ("overall_level", ("low", "very_high"), "very_high"),
        ("d9_trauma_now", ("possible", "present"), "present"),
        ("d9_trauma_now", ("declined", "not_asked"), "not_asked"),
        ("d9_trauma_now", ("absent", ""), ""),
        ("con_decision", ("given", "refused"), "refused"),
        ("con_withdrawn_on", ("", "2026-04-02"), "2026-04-02"),
        ("con_expires", ("2026-05-01", "2026-04-02"), "2026-04-02"),
        ("flag_cleared_at", ("", "2026-04-02"), ""),
        ("flag_cleared_at", ("2026-04-01", "2026-04-02"), "2026-04-02"),
        ("safe_to_use", ("yes", "unknown"), "unknown"),
        ("addr_confidential", ("no", "yes"), "yes"),
        ("risk_severity", ("2", "4"), "4"),
        ("risk_status", ("closed", "reduced"), "reduced"),
        ("full_name", ("A", "B"), None),
        ("overall_level", ("low", "awful"), None),
        ("flag_how_cleared", ("one", "two"), None),
    ],
)
def test_cautious_order(name: str, values: tuple[str, ...], chosen: str | None) -> None:
    assert more_cautious(name, values) == chosen
    assert more_cautious(name, values[::-1]) == chosen


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({"d1_threats_now": _TEXTS, "note": _TEXTS}), min_size=2, max_size=4
    )
)
def test_heads_read_as_one_whatever_their_order(heads: list[dict[str, str]]) -> None:
    assert combine_heads(heads) == combine_heads(heads[::-1])


def test_unmerged_heads_of_an_assessment_show_the_higher_level() -> None:
    answers = {"assessment_kind": "full", "overall_level": "low"}
    low = signed("risk_assessment", "late", "2026-10-25", answers)
    high = replace(
        low,
        revision_id="sha256:other",
        answers={**answers, "overall_level": "high", "q_reason": "x"},
    )
    last = case_file(more=[low, high]).last_assessment
    assert last is not None
    assert last.effective is not None
    assert last.effective.code == "high"
    assert last.record.unresolved
    assert last.record.contested == {"overall_level": ("high", "low"), "q_reason": ("", "x")}
    assert "q_reason" not in last.record.answers


def test_merge_of_three_sides() -> None:
    merged = merge_all({"x": "1"}, ({"x": "1"}, {"x": "2"}, {"x": "3"}))
    assert merged.conflicts[0].values == ("1", "2", "3")
