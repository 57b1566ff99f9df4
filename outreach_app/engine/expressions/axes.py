"""The axes of XPath over light nodes, node tests and document order."""

from collections.abc import Callable, Iterable

from outreach_app.engine.nodes import Node, NodeKind

Axis = Callable[[Node], list[Node]]
NodeTest = Callable[[Node], bool]

KNOWN_PREFIXES = {
    "xhtml": "http://www.w3.org/1999/xhtml",
    "h": "http://www.w3.org/1999/xhtml",
    "orx": "http://openrosa.org/xforms",
    "jr": "http://openrosa.org/javarosa",
    "odk": "http://www.opendatakit.org/xforms",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def _child(node: Node) -> list[Node]:
    return node.content()


def _parent(node: Node) -> list[Node]:
    return [node.parent] if node.parent is not None else []


def _self(node: Node) -> list[Node]:
    return [node]


def _attribute(node: Node) -> list[Node]:
    return node.attributes


def _descendant(node: Node) -> list[Node]:
    return list(node.descendants())


def _descendant_or_self(node: Node) -> list[Node]:
    return [node, *node.descendants()]


def _ancestor(node: Node) -> list[Node]:
    found: list[Node] = []
    above = node.parent
    while above is not None:
        found.append(above)
        above = above.parent
    return found


def _ancestor_or_self(node: Node) -> list[Node]:
    return [node, *_ancestor(node)]


def _siblings(node: Node) -> tuple[list[Node], int]:
    if node.parent is None or node.kind in {NodeKind.ATTRIBUTE, NodeKind.NAMESPACE}:
        return [], 0
    around = node.parent.content()
    return around, next((at for at, other in enumerate(around) if other is node), 0)


def _following_sibling(node: Node) -> list[Node]:
    around, at = _siblings(node)
    return around[at + 1 :]


def _preceding_sibling(node: Node) -> list[Node]:
    around, at = _siblings(node)
    return around[:at][::-1]


def _following(node: Node) -> list[Node]:
    found: list[Node] = []
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        found.extend(node.parent.descendants())
        node = node.parent
    for place in [node, *_ancestor(node)]:
        for sibling in _following_sibling(place):
            found.extend(_descendant_or_self(sibling))
    return found


def _preceding(node: Node) -> list[Node]:
    found: list[Node] = []
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        node = node.parent
    for place in [node, *_ancestor(node)]:
        for sibling in _preceding_sibling(place):
            found.extend(reversed(_descendant_or_self(sibling)))
    return found


def _namespace(node: Node) -> list[Node]:
    """The xml namespace only, which every element has; declared ones are not kept."""
    if node.kind is not NodeKind.ELEMENT:
        return []
    own = Node("xml", NodeKind.NAMESPACE, node)
    own.text = KNOWN_PREFIXES["xml"]
    return [own]


AXES: dict[str, Axis] = {
    "ancestor": _ancestor,
    "ancestor-or-self": _ancestor_or_self,
    "attribute": _attribute,
    "child": _child,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "following": _following,
    "following-sibling": _following_sibling,
    "namespace": _namespace,
    "parent": _parent,
    "preceding": _preceding,
    "preceding-sibling": _preceding_sibling,
    "self": _self,
}
ORDERLY = frozenset({"child", "attribute", "self"})


def node_test(axis: str, test: str) -> NodeTest:
    """Return the predicate for a step's node test."""
    principal = {"attribute": NodeKind.ATTRIBUTE, "namespace": NodeKind.NAMESPACE}.get(
        axis, NodeKind.ELEMENT
    )
    kinds = {
        "text()": NodeKind.TEXT,
        "comment()": NodeKind.COMMENT,
        "processing-instruction()": NodeKind.INSTRUCTION,
        "*": principal,
    }
    if test == "node()":
        return lambda node: True
    if test in kinds:
        wanted = kinds[test]
        return lambda node: node.kind is wanted
    prefix, _, local = test.rpartition(":")
    if not prefix:
        return lambda node: node.name == test and node.kind is principal
    address = KNOWN_PREFIXES.get(prefix, prefix)
    if local == "*":
        return lambda node: (
            node.kind is principal
            and (node.namespace == address or node.name.startswith(f"{prefix}:"))
        )
    return lambda node: (
        node.kind is principal
        and (node.name == test or (node.local == local and node.namespace == address))
    )


def document_order(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes once each, in document order."""
    unique = list({id(node): node for node in nodes}.values())
    if len(unique) < 2:
        return unique
    places: dict[int, dict[int, int]] = {}
    return sorted(unique, key=lambda node: _order_key(node, places))


def _order_key(node: Node, places: dict[int, dict[int, int]]) -> tuple[tuple[int, int], ...]:
    key: list[tuple[int, int]] = []
    while node.parent is not None:
        above = node.parent
        if id(above) not in places:
            around = {id(child): at + 1_000_000 for at, child in enumerate(above.content())}
            around |= {id(child): at for at, child in enumerate(above.attributes)}
            places[id(above)] = around
        key.append((places[id(above)].get(id(node), 0), 0))
        node = above
    return tuple(reversed(key))
