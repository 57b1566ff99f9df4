"""The light node tree that expressions run over.

An element with only text keeps it in `text`; mixed content becomes text nodes among `children`.
Live forms use `LiveNode`, which adds what changes while a form is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outreach_app.engine.specs import NodeSpec


class NodeKind(IntEnum):
    """XPath's kinds of node."""

    DOCUMENT = 0
    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    COMMENT = 4
    INSTRUCTION = 5
    NAMESPACE = 6


class Node:
    """A node of a tree that does not change: secondary instances, documents under test.

    Attributes:
        name: Name as written, prefix included.
        local: Name without prefix.
        namespace: Namespace address, empty for none.
        parent: Parent node.
        kind: Kind of node.
        text: Text of a leaf; containers compute theirs.
        children: Child nodes in document order.
        attributes: Attribute nodes.
        indexes: On a document: equality indexes built by predicates.
    """

    __slots__ = (
        "attributes",
        "children",
        "indexes",
        "kind",
        "local",
        "name",
        "namespace",
        "parent",
        "text",
    )
    relevant: bool = True

    def __init__(self, name: str, kind: NodeKind, parent: Node | None = None) -> None:
        """Make a node without content."""
        self.name = name
        self.local = name.rpartition(":")[2]
        self.namespace = ""
        self.parent = parent
        self.kind = kind
        self.text = ""
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.indexes: dict[tuple[int, str, str], dict[str, list[Node]]] | None = None

    def add(self, child: Node) -> Node:
        """Append a child and return it."""
        child.parent = self
        self.children.append(child)
        return child

    def named(self, name: str) -> list[Node]:
        """Return the child elements with this written name."""
        return [child for child in self.children if child.name == name]

    def content(self) -> list[Node]:
        """Return all child nodes; the text of a leaf becomes a text node."""
        if self.children or not self.text or self.kind is not NodeKind.ELEMENT:
            return self.children
        inner = Node("", NodeKind.TEXT, self)
        inner.text = self.text
        return [inner]

    def string_value(self) -> str:
        """Return the text of the node and everything in it."""
        if not self.children:
            return self.text
        return "".join(
            child.string_value()
            for child in self.children
            if child.kind in {NodeKind.ELEMENT, NodeKind.TEXT}
        )

    def top(self) -> Node:
        """Return the root of the tree."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def descendants(self) -> Iterator[Node]:
        """Yield everything below, in document order."""
        for child in self.content():
            yield child
            yield from child.descendants()


class LiveNode(Node):
    """A node of a form being filled in.

    `text` is what expressions read: the kept value while the node is relevant, else empty.

    Attributes:
        spec: What the form says about this node.
        kept: The answer as stored, whether relevant or not.
        own_relevant: Outcome of the node's own condition.
        relevant: Own condition and that of every ancestor.
        row_id: Stable id of a repeat row, empty elsewhere.
        order: Fractional index of a repeat row.
        address: Address of the node, made when first asked for.
    """

    __slots__ = (
        "_address",
        "by_name",
        "kept",
        "order",
        "own_relevant",
        "relevant",
        "row_id",
        "spec",
    )

    def __init__(self, spec: NodeSpec, parent: Node | None) -> None:
        """Make an empty node for a place in the form."""
        super().__init__(spec.name, NodeKind.ELEMENT, parent)
        self.spec = spec
        self.kept = ""
        self.own_relevant = True
        self.relevant = True
        self.row_id = ""
        self.order = ""
        self.by_name: dict[str, list[LiveNode]] = {}
        self._address: str | None = None

    @property
    def address(self) -> str:
        """Address such as ``group/risks[r_…]/risk_title``; empty for the root."""
        if self._address is None:
            above = self.parent.address if isinstance(self.parent, LiveNode) else ""
            own = self.name if isinstance(self.parent, LiveNode) else ""
            here = f"{above}/{own}" if above else own
            self._address = f"{here}[{self.row_id}]" if self.row_id else here
        return self._address

    def named(self, name: str) -> list[Node]:
        """Return the children with this name, rows in order."""
        return list(self.by_name.get(name, ()))

    def content(self) -> list[Node]:
        """Return the child nodes; the text of a leaf becomes a text node."""
        if self.by_name:
            return [child for group in self.by_name.values() for child in group]
        return super().content()

    def string_value(self) -> str:
        """Return the text as expressions read it."""
        if not self.by_name:
            return self.text
        return "".join(child.string_value() for child in self.content())

    def rows(self, name: str) -> list[LiveNode]:
        """Return the live children with this name."""
        return self.by_name.get(name, [])

    def only(self, name: str) -> LiveNode:
        """Return the one child with this name."""
        return self.by_name[name][0]

    def walk(self) -> Iterator[LiveNode]:
        """Yield this node and every node below it, in the form's order."""
        yield self
        for group in self.by_name.values():
            for child in group:
                yield from child.walk()
