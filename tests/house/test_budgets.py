"""Modules and functions stay small and are named for what they are about."""

import ast
import tomllib

from tests.house.budgets import FORBIDDEN_NAMES, offences, statements
from tests.house.tree import ROOT


def test_nothing_is_too_large_or_badly_named() -> None:
    assert list(offences()) == []


def test_statements_are_counted_without_the_docstring_and_with_nested_ones() -> None:
    source = 'def f(x):\n    """Words."""\n    if x:\n        y = 1\n    return y\n'
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert statements(function) == 3


def test_the_linter_holds_the_same_budgets() -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    assert lint["mccabe"]["max-complexity"] == 10
    assert lint["pylint"] == {
        "max-args": 6,
        "max-branches": 10,
        "max-statements": 40,
        "max-returns": 6,
    }
    assert {"C90", "PL", "BLE", "S", "T20", "DTZ"} <= set(lint["select"])


def test_the_forbidden_names_are_those_of_the_rules() -> None:
    rules = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
    for name in ("utils", "helpers", "common", "misc", "base", "manager", "controller", "handler"):
        assert name in FORBIDDEN_NAMES
        assert f"`{name}`" in rules
