"""Functions of node-sets and of names of nodes."""

import math

from outreach_app.engine.expressions.axes import document_order
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.values import Value, parse_number, to_text
from outreach_app.engine.nodes import Node, NodeKind


def count(_env: Environment, nodes: list[Node]) -> float:
    """Return the number of nodes."""
    return float(len(nodes))


def count_non_empty(_env: Environment, nodes: list[Node]) -> float:
    """Return the number of nodes with text."""
    return float(sum(1 for node in nodes if node.string_value()))


def name(_env: Environment, nodes: list[Node]) -> str:
    """Return the name of the first node as written."""
    return nodes[0].name if nodes else ""


def local_name(_env: Environment, nodes: list[Node]) -> str:
    """Return the name of the first node without prefix."""
    return nodes[0].local if nodes else ""


def namespace_uri(_env: Environment, nodes: list[Node]) -> str:
    """Return the namespace address of the first node."""
    return nodes[0].namespace if nodes else ""


def position_of(nodes: list[Node]) -> float:
    """Return the place of the first node among its siblings of that name, from 1."""
    if not nodes:
        return 0.0
    node = nodes[0]
    if node.parent is None:
        return 1.0
    for place, other in enumerate(node.parent.named(node.name), 1):
        if other is node:
            return float(place)
    return 1.0


def by_id(node: Node, value: Value) -> list[Node]:
    """Return the elements whose id attribute is one of the words of a value."""
    texts = [n.string_value() for n in value] if isinstance(value, list) else [to_text(value)]
    wanted = {word for text in texts for word in text.split()}
    top = node.top()
    found = [
        each
        for each in top.descendants()
        if each.kind is NodeKind.ELEMENT
        and any(a.text in wanted and a.local == "id" for a in each.attributes)
    ]
    return document_order(found)


def language_is(node: Node, wanted: str) -> bool:
    """Say whether xml:lang of the nearest element is a language or one of its variants."""
    place: Node | None = node
    while place is not None:
        for attribute in place.attributes:
            if attribute.name == "xml:lang":
                has, asked = attribute.text.lower(), wanted.lower()
                return has == asked or has.startswith(f"{asked}-")
        place = place.parent
    return False


def randomized(env: Environment, nodes: list[Node], seed: float | None = None) -> list[Node]:
    """Return the nodes shuffled; the same seed gives the same order (a Park-Miller generator)."""
    if seed is None:
        seed = float(int.from_bytes(env.random(4), "big"))
    state = int(seed if math.isfinite(seed) else 0) % 2_147_483_647
    if state <= 0:
        state += 2_147_483_646
    shuffled = list(nodes)
    for at in range(len(shuffled) - 1, 0, -1):
        state = state * 16_807 % 2_147_483_647
        other = int((state - 1) / 2_147_483_646 * (at + 1))
        shuffled[at], shuffled[other] = shuffled[other], shuffled[at]
    return shuffled


def pulled(env: Environment, instance: str, wanted: str, key: str, value: str) -> str:
    """Return one column of the first row of a list in which another column has a value."""
    document = env.instances.get(instance)
    if document is None:
        return ""
    for root in document.children:
        for item in root.children:
            env.spend(1)
            found = item.named(key)
            if found and _equal(found[0].string_value(), value):
                result = item.named(wanted)
                return result[0].string_value() if result else ""
    return ""


def _equal(left: str, right: str) -> bool:
    return left == right or parse_number(left) == parse_number(right)
