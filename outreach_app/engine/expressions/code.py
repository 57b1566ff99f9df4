"""A compiled expression: a closure, and what kind of value it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, cast

from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.values import (
    Value,
    number_text,
    parse_number,
    to_boolean,
    to_number,
    to_text,
)
from outreach_app.engine.nodes import LiveNode, Node

Closure = Callable[[Node, Environment], Any]


class Kind(IntEnum):
    """What a closure returns. LEAF is one live node that always exists."""

    ANY = 0
    TEXT = 1
    NUMBER = 2
    BOOLEAN = 3
    NODES = 4
    LEAF = 5


@dataclass(frozen=True, slots=True)
class Code:
    """A closure and the kind of its value.

    Attributes:
        kind: What `run` returns.
        run: The closure.
        slot: For LEAF outside repeats: index among the session's nodes, else -1.
        constant: The value, when it does not depend on anything.
    """

    kind: Kind
    run: Closure
    slot: int = -1
    constant: Value | None = None


def as_value(code: Code) -> Closure:
    """Return a closure for the plain value: one of the types of `Value`."""
    return as_nodes(code) if code.kind is Kind.LEAF else code.run


def as_text(code: Code) -> Callable[[Node, Environment], str]:
    """Return a closure that gives text."""
    run = code.run
    if code.kind is Kind.TEXT:
        return run
    if code.kind is Kind.LEAF:
        return _leaf_text(code)
    if code.kind is Kind.NUMBER:
        return lambda node, env: number_text(run(node, env))
    return lambda node, env: to_text(run(node, env))


def _leaf_text(code: Code) -> Callable[[Node, Environment], str]:
    run, slot = code.run, code.slot
    if slot >= 0:

        def of_slot(_node: Node, env: Environment) -> str:
            leaf = env.nodes[slot]
            return leaf.text if not leaf.by_name else leaf.string_value()

        return of_slot

    def of_node(node: Node, env: Environment) -> str:
        leaf: LiveNode = run(node, env)
        return leaf.text if not leaf.by_name else leaf.string_value()

    return of_node


def as_number(code: Code) -> Callable[[Node, Environment], float]:
    """Return a closure that gives a number."""
    run = code.run
    if code.kind is Kind.NUMBER:
        return run
    if code.kind is Kind.BOOLEAN:
        return lambda node, env: 1.0 if run(node, env) else 0.0
    if code.kind in {Kind.LEAF, Kind.TEXT}:
        text = as_text(code)
        return lambda node, env: parse_number(text(node, env))
    return lambda node, env: to_number(run(node, env))


def as_boolean(code: Code) -> Callable[[Node, Environment], bool]:
    """Return a closure that gives true or false.

    One field of a form is true when it has an answer that is not zero, as JavaRosa has it.
    """
    run = code.run
    if code.kind is Kind.BOOLEAN:
        return run
    if code.kind is Kind.LEAF:
        text = as_text(code)
        return lambda node, env: _answer_is_true(text(node, env))
    return lambda node, env: to_boolean(run(node, env))


def _answer_is_true(answer: str) -> bool:
    return bool(answer) and parse_number(answer) != 0


def as_nodes(code: Code) -> Callable[[Node, Environment], list[Node]]:
    """Return a closure that gives a node-set; what is none gives an empty one."""
    run = code.run
    if code.kind is Kind.NODES:
        return run
    if code.kind is Kind.LEAF:

        def present(node: Node, env: Environment) -> list[Node]:
            leaf: LiveNode = run(node, env)
            return [leaf] if leaf.relevant else []

        return present

    def of_any(node: Node, env: Environment) -> list[Node]:
        value = run(node, env)
        return cast("list[Node]", value) if isinstance(value, list) else []

    return of_any


def constant(value: str | float | bool | date) -> Code:
    """Return the code of a literal."""
    kind = Kind.TEXT if isinstance(value, str) else Kind.NUMBER
    if isinstance(value, bool):
        kind = Kind.BOOLEAN
    return Code(kind, lambda node, env: value, constant=value)
