"""Answers from outside have the shape of answers, or they are refused."""

from typing import Any

import pytest

from outreach_app.store.shapes import agree, is_sound

ROW = {"_id": "r_1", "_order": "a"}


@pytest.mark.parametrize(
    "answers", [{}, {"a": "1"}, {"g": {"a": "1"}}, {"r": [ROW, {**ROW, "_id": "r_2", "g": {}}]}]
)
def test_sound(answers: Any) -> None:
    assert is_sound(answers)


@pytest.mark.parametrize(
    "answers",
    ["text", ["list"], {"a": 1}, {1: "a"}, {"r": ["x"]}, {"r": [{"_id": "r_1"}]}, {"r": [ROW, ROW]},
     {"r": [{**ROW, "_id": 1}]}, {"g": {"r": [{**ROW, "x": 1}]}}],
)  # fmt: skip
def test_unsound(answers: Any) -> None:
    assert not is_sound(answers)


def test_agreement() -> None:
    assert agree([{"a": "1"}, {"a": "1", "b": "2"}])
    assert agree([{"r": [{**ROW, "a": "1"}]}, {"r": [{**ROW, "b": "1"}]}])
    assert not agree([{"a": "1"}, {"a": "2"}])
    assert not agree([{"a": "1"}, {"a": {"b": "1"}}])
    assert not agree([{"a": {"b": "1"}}, {"a": "1"}])
    assert not agree([{"a": "1"}, {"a": [ROW]}])
