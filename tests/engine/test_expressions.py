import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.engine.errors import TooMuchWork
from outreach_app.engine.expressions.code import as_value
from outreach_app.engine.expressions.compiler import Compiler
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.parser import parse
from outreach_app.engine.expressions.places import Focus
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.expressions.tree import from_json, to_json
from outreach_app.engine.expressions.values import number_text, parse_number, to_text
from outreach_app.engine.instances import parse_csv, parse_document
from outreach_app.engine.nodes import Node

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
XML = b"<r><a>1</a><a>2</a><a>3</a><b x='y'><c>deep</c></b><d/></r>"


def _environment(**instances: Node) -> Environment:
    root = parse_document(XML, "x")
    return Environment(root, today=NOW.date(), now=NOW, instances=instances, limit=5_000)


def value(expression: str, **instances: Node) -> Any:
    env = _environment(**instances)
    return as_value(Compiler().compile(parse(expression), Focus()))(env.root, env)


def text(expression: str, **instances: Node) -> str:
    return to_text(value(expression, **instances))


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("1 + 2 * 3 - 4 div 2", "5"),
        ("-(2) * -3", "6"),
        ("10 mod 3", "1"),
        ("1 div 0", "Infinity"),
        ("'a' = 'a' and not(1 > 2)", "true"),
        ("sum(/r/a)", "6"),
        ("/r/a[. > 1][1]", "2"),
        ("/r/a[last()]", "3"),
        ("count(//c/ancestor::*)", "2"),
        ("/r/b/@x", "y"),
        ("string(/r/b)", "deep"),
        ("concat('a', /r/a, 'b')", "a123b"),
        ("join(', ', /r/a)", "1, 2, 3"),
        ("substr('hello', 1, 3)", "el"),
        ("substr('hello', -2)", "lo"),
        ("selected('a b c', 'b')", "true"),
        ("selected-at('a b c', 2)", "c"),
        ("if(1 = 1, 'yes', 2)", "yes"),
        ("coalesce('', number('x'), 'z')", "z"),
        ("max(/r/a) + min(/r/a)", "4"),
        ("max(/r/z)", "NaN"),
        ("round(2.5)", "3"),
        ("round(-1.475, 2)", "-1.48"),
        ("int(-2.7)", "-2"),
        ("regex('abc', '[a-z]+')", "true"),
        ("regex('abc1', '[a-z]+')", "false"),
        ("today()", "2026-03-02"),
        ("date('2026-03-31') + 1", "20544"),
        ("date(today() + 1)", "2026-03-03"),
        ("format-date(today(), '%e %b %Y')", "2 Mar 2026"),
        ("decimal-time('06:00:00.000Z')", "0.25"),
        ("date('2026-02-30')", ""),
        ("add-date('2024-01-31', 0, 1)", "2024-02-29"),
        ("difference-in-months('2026-01-31', '2026-03-02')", "1"),
        ("checklist(1, 2, 1 = 1, 1 = 2)", "true"),
        ("translate('abc', 'ab', 'x')", "xc"),
        ("boolean-from-string('TRUE')", "true"),
        (
            "digest('abc', 'SHA-256', 'hex')",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        ("/r/a | /r/b/c", "1"),
        ("count(/r/a | /r/a[1] | /r/d)", "4"),
        ("normalize-space('  a  b ')", "a b"),
    ],
)
def test_expressions_give(expression: str, wanted: str) -> None:
    assert text(expression) == wanted


def test_a_list_is_searched_by_an_index_and_by_pulldata() -> None:
    rows = "name,label\n" + "".join(f"c{n},Label {n}\n" for n in range(2_000))
    listed = parse_csv(rows.encode(), "list.csv")
    assert text("instance('l')/root/item[name = 'c1500']/label", l=listed) == "Label 1500"
    assert text("count(instance('l')/root/item[name = 'c7' and label = 'x'])", l=listed) == "0"
    assert text("pulldata('l', 'label', 'name', 'c7')", l=listed) == "Label 7"
    assert text("pulldata('none', 'label', 'name', 'c7')") == ""


@pytest.mark.parametrize(
    ("expression", "advice"),
    [
        ("1 == 2", "Write ="),
        ("1 <> 2", "Write !="),
        ("${a} = 1", "${name}"),
        ("a && b", "Write and"),
        ("a AND b", "small letters"),
        ("(1 + 2", "brackets"),
        ("concat('a'", "brackets"),
        ("1 +", "brackets"),
        ("", "brackets"),
        ("[1]", "brackets"),
        ("wrong::a", "brackets"),
    ],
)
def test_a_slip_gets_advice(expression: str, advice: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(expression)
    assert caught.value.what
    assert advice in caught.value.how


@pytest.mark.parametrize(
    "expression", ["(" * 200 + "1" + ")" * 200, " or ".join("a" * 5_000), "1" * 200_000]
)
def test_an_expression_made_to_exhaust_is_refused(expression: str) -> None:
    with pytest.raises(ExpressionError):
        parse(expression)


def test_unknown_functions_and_wrong_arity_are_noted_and_fail_only_when_run() -> None:
    compiler = Compiler()
    compiler.compile(parse("if(true(), 'a', nothing()) = round()"), Focus())
    assert [wrong.what for wrong in compiler.wrong] == [
        "There is no function nothing().",
        "round() has 0 arguments.",
    ]
    assert text("if(true(), 'a', nothing())") == "a"
    with pytest.raises(ExpressionError):
        value("nothing()")


def test_work_is_limited() -> None:
    with pytest.raises(TooMuchWork):
        value("count(//*[count(//*[count(//*[count(//*)])])])")


def test_a_pattern_that_backtracks_elsewhere_runs_at_once() -> None:
    assert text(f"regex('{'a' * 40}!', '(a+)+$')") == "false"
    assert text("regex('x', '(?=x)x')") == "true", "a pattern this engine has not never refuses"


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6
    )
)
def test_numbers_keep_their_value_as_text(number: Any) -> None:
    written = number_text(float(number))
    assert "e" not in written.lower()
    assert math.isclose(parse_number(written), float(number), rel_tol=1e-12)


_leaf = st.sampled_from(["1", "2.5", "'t'", "/r/a", "..", ".", "@x", "today()", "/r/a[. = 1]/b"])
_tree = st.recursive(
    _leaf,
    lambda inner: st.one_of(
        st.tuples(
            inner, st.sampled_from(["+", "-", "*", "div", "=", "!=", "<", "and", "or"]), inner
        ).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"),
        inner.map(lambda part: f"concat({part}, 'x')"),
        inner.map(lambda part: f"-({part})"),
        st.tuples(inner, inner).map(lambda parts: f"if({parts[0]}, {parts[1]}, 'n')"),
    ),
    max_leaves=12,
)


@given(_tree)
def test_trees_survive_the_cache_and_run(expression: str) -> None:
    tree = parse(expression)
    assert from_json(to_json(tree)) == tree
    value(expression)
