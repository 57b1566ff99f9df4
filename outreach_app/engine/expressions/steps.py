"""Runs the steps of a path over nodes: axes, node tests, predicates, the equality index."""

from collections.abc import Callable
from dataclasses import dataclass

from outreach_app.engine.expressions.axes import AXES, ORDERLY, document_order, node_test
from outreach_app.engine.expressions.code import Closure, Code, Kind
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.values import Value, to_boolean, to_text
from outreach_app.engine.nodes import Node

NodesRun = Callable[[list[Node], Environment], list[Node]]
Filter = Callable[[list[Node], Environment], list[Node]]


@dataclass(frozen=True, slots=True)
class Lookup:
    """An equality in a predicate that an index can answer: child `key` equals `value`."""

    key: str
    value: Closure


def predicate(code: Code) -> Filter:
    """Return the filter of a predicate; a number means a position."""
    if isinstance(code.constant, float):
        return _at_place(code.constant)
    run = code.run
    is_truth = code.kind is Kind.BOOLEAN

    def keep(nodes: list[Node], env: Environment) -> list[Node]:
        env.spend(len(nodes))
        saved = env.position, env.size
        env.size = len(nodes)
        kept: list[Node] = []
        for place, node in enumerate(nodes, 1):
            env.position = place
            value = run(node, env)
            if value if is_truth else _holds(value, place):
                kept.append(node)
        env.position, env.size = saved
        return kept

    return keep


def _holds(value: Value, place: int) -> bool:
    if isinstance(value, float):
        return value == place
    return to_boolean(value)


def _at_place(number: float) -> Filter:
    if number != int(number) or number < 1:
        return lambda nodes, env: []
    place = int(number)
    return lambda nodes, env: nodes[place - 1 : place]


def step(axis: str, test: str, filters: list[Filter], *, flat: bool) -> NodesRun:
    """Return the closure of one step.

    Args:
        axis: Name of the axis.
        test: Node test.
        filters: Predicates in order.
        flat: No node of the input lies inside another, so child steps stay in order.
    """
    from_node = AXES[axis]
    passes = node_test(axis, test)
    orderly = flat and axis in ORDERLY

    def candidates(node: Node, env: Environment) -> list[Node]:
        found = [each for each in from_node(node) if passes(each)]
        for keep in filters:
            found = keep(found, env)
        return found

    def run(nodes: list[Node], env: Environment) -> list[Node]:
        if len(nodes) == 1 and orderly:
            found = candidates(nodes[0], env)
        else:
            found = [each for node in nodes for each in candidates(node, env)]
            if not orderly:
                found = document_order(found)
        env.spend(len(found) + 1)
        return found

    return run


def named_children(name: str, filters: list[Filter]) -> NodesRun:
    """Return the closure of a step to child elements by name: the common case, made quick."""

    def run(nodes: list[Node], env: Environment) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            inner = node.named(name)
            for keep in filters:
                inner = keep(inner, env)
            found.extend(inner)
        env.spend(len(found) + 1)
        return found

    return run


def indexed_children(name: str, lookup: Lookup, filters: list[Filter]) -> NodesRun:
    """Return a step whose first predicate has an equality that an index answers.

    The whole predicate still runs on what the index gives, so the result is the same.
    """
    plain = named_children(name, filters)

    def run(nodes: list[Node], env: Environment) -> list[Node]:
        if len(nodes) != 1 or nodes[0].top().indexes is None:
            return plain(nodes, env)
        texts = _texts(lookup.value(env.current, env))
        if texts is None:
            return plain(nodes, env)
        index = _index(nodes[0], name, lookup.key)
        found: list[Node] = index.get(texts[0], []) if len(texts) == 1 else []
        if len(texts) > 1:
            found = document_order(node for text in texts for node in index.get(text, ()))
        for keep in filters:
            found = keep(found, env)
        return found

    return run


def _texts(value: Value) -> list[str] | None:
    if isinstance(value, list):
        return [node.string_value() for node in value] or [""]
    return [to_text(value)] if isinstance(value, str) else None


def _index(node: Node, name: str, key: str) -> dict[str, list[Node]]:
    indexes = node.top().indexes
    if indexes is None:
        return {}
    place = (id(node), name, key)
    if place not in indexes:
        built: dict[str, list[Node]] = {}
        for child in node.named(name):
            for text in {inner.string_value() for inner in child.named(key)} or {""}:
                built.setdefault(text, []).append(child)
        indexes[place] = built
    return indexes[place]
