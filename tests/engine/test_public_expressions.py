"""Scores the evaluator against expressions recorded from other engines' own test suites."""

import json
import math
import re
from collections import Counter
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from outreach_app.engine.expressions.code import as_boolean, as_nodes, as_number, as_text
from outreach_app.engine.expressions.compiler import Compiler
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.parser import parse
from outreach_app.engine.expressions.places import Focus
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.instances import parse_document
from outreach_app.engine.nodes import Node, NodeKind
from tests.engine.public_data import FOLDER, needs_public_data

FLOOR = {"web-forms": 0.97, "enketo": 0.96, "javarosa": 0.89}
FLOOR_TOGETHER = 0.96
_PIECE = re.compile(r"(\*|node\(\))\[(\d+)\]$")

Case = dict[str, Any]


def _elements(node: Node) -> list[Node]:
    return [child for child in node.content() if child.kind is NodeKind.ELEMENT]


def _at(document: Node, path: str) -> Node:
    node = document
    for piece in path.strip("/").split("/") if path != "/" else []:
        if piece.startswith("@"):
            node = next(a for a in node.attributes if piece[1:] in {a.name, a.local})
            continue
        match = _PIECE.match(piece)
        assert match is not None, path
        around = _elements(node) if match[1] == "*" else node.content()
        node = around[int(match[2]) - 1]
    return node


def _path(node: Node) -> str:
    pieces: list[str] = []
    while node.parent is not None:
        if node.kind is NodeKind.ATTRIBUTE:
            pieces.append(f"@{node.name}")
        else:
            is_element = node.kind is NodeKind.ELEMENT
            around = _elements(node.parent) if is_element else node.parent.content()
            place = next(n for n, each in enumerate(around, 1) if each is node)
            pieces.append(f"{'*' if is_element else 'node()'}[{place}]")
        node = node.parent
    return "/" + "/".join(reversed(pieces))


def _environment(case: Case, document: Node) -> Environment:
    root = _at(document, case["root"])
    if root.kind is not NodeKind.DOCUMENT:
        above = Node("", NodeKind.DOCUMENT)
        above.children = _elements(root)
        root = above
    moment = datetime.fromisoformat(case["now"] or "2026-11-21T12:00:00Z")
    now = moment.astimezone(ZoneInfo(case["tz"]))
    instances = {
        attribute.text: node
        for node in document.descendants()
        for attribute in node.attributes
        if node.local == "instance" and attribute.name == "id"
    }
    return Environment(root, today=now.date(), now=now, instances=instances)


def _value(case: Case) -> Any:
    xml = case["instance_xml"]
    document = parse_document(xml.encode(), "x", whole=True) if xml else Node("", NodeKind.DOCUMENT)
    env = _environment(case, document)
    node = env.current = _at(document, case["context"])
    code = Compiler().compile(parse(case["expression"]), Focus())
    kind = case["kind"]
    if kind.startswith("number"):
        return as_number(code)(node, env)
    if kind == "boolean":
        return as_boolean(code)(node, env)
    if kind.startswith("nodeset") and isinstance(case["expected"], list):
        return [_path(each) for each in as_nodes(code)(node, env)]
    return as_text(code)(node, env)


def _is_number(value: float, case: Case) -> bool:
    expected = float(case["expected"])
    if case["kind"] == "number_rounded":
        factor = case["factor"]
        return bool(abs(round(value * factor) / factor - expected) < 1e-9)
    if math.isnan(value) or math.isnan(expected) or math.isinf(expected):
        return value == expected or (math.isnan(value) and math.isnan(expected))
    return math.isclose(value, expected, rel_tol=1e-9, abs_tol=1e-12)


def _passes(case: Case) -> bool:
    kind, expected = case["kind"], case["expected"]
    try:
        value = _value(case)
    except (ExpressionError, StopIteration):
        return bool(kind == "error")
    if kind.startswith("number"):
        return _is_number(value, case)
    if kind == "string_matches":
        return re.search(expected, value) is not None
    if kind == "string_length":
        return len(value) == int(expected)
    if kind == "nodeset_unordered":
        return sorted(value) == sorted(expected)
    return bool(kind != "error" and value == expected)


@needs_public_data
def test_expressions_of_other_engines_give_their_values() -> None:
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    with (FOLDER / "expressions.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            case: Case = json.loads(line)
            if case["contested"] or case["dialect"] not in FLOOR:
                continue
            total[case["dialect"]] += 1
            right[case["dialect"]] += _passes(case)
    shares = {dialect: right[dialect] / total[dialect] for dialect in total}
    assert right.total() / total.total() >= FLOOR_TOGETHER, shares
    assert all(shares[dialect] >= FLOOR[dialect] for dialect in FLOOR), shares
