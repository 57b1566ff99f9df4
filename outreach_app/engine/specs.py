"""The places of a form: one specification for each node of its primary instance."""

from __future__ import annotations

from collections.abc import Iterator


class NodeSpec:
    """What does not change about a node, whatever is answered.

    Attributes:
        name: Node name as written.
        parent: Specification of the parent, ``None`` for the document.
        children: By name, in the form's order.
        depth: 0 for the document, 1 for the root element.
        is_repeat: The node is a row of a repeat.
        repeat: Nearest repeat, the node itself included.
        slot: Number of the node among those outside repeats, -1 inside them.
        index: Number among all nodes, in the form's order.
        default: Text the node has in the form's own instance.
    """

    __slots__ = (
        "_full",
        "children",
        "default",
        "depth",
        "index",
        "is_repeat",
        "name",
        "parent",
        "path",
        "repeat",
        "slot",
    )

    def __init__(self, name: str, parent: NodeSpec | None, *, is_repeat: bool = False) -> None:
        """Place a node under its parent."""
        self.name = name
        self.parent = parent
        self.children: dict[str, NodeSpec] = {}
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.is_repeat = is_repeat
        self.repeat: NodeSpec | None = self if is_repeat else (parent.repeat if parent else None)
        self.slot = -1
        self.index = -1
        self.default = ""
        above = parent.path if parent is not None and parent.depth > 0 else ""
        self.path: str = (f"{above}/{name}" if above else name) if self.depth > 1 else ""
        self._full = f"{parent.full_path()}/{name}" if parent is not None else ""
        if parent is not None:
            parent.children[name] = self

    @property
    def is_leaf(self) -> bool:
        """Whether the node can hold an answer."""
        return not self.children

    def walk(self) -> Iterator[NodeSpec]:
        """Yield this place and all below, in the form's order."""
        yield self
        for child in self.children.values():
            yield from child.walk()

    def leaves(self) -> Iterator[NodeSpec]:
        """Yield the leaves at or below this place."""
        return (spec for spec in self.walk() if spec.is_leaf)

    def chain(self) -> list[NodeSpec]:
        """Return the specifications from the document down to this one."""
        found: list[NodeSpec] = []
        place: NodeSpec | None = self
        while place is not None:
            found.append(place)
            place = place.parent
        return found[::-1]

    def is_within(self, other: NodeSpec | None) -> bool:
        """Say whether this place is `other` or lies below it; everything lies below nothing."""
        if other is None:
            return True
        place: NodeSpec | None = self
        while place is not None and place.depth >= other.depth:
            if place is other:
                return True
            place = place.parent
        return False

    def full_path(self) -> str:
        """Return the path from the root element, as XForms write it."""
        return self._full


def number_specs(document: NodeSpec) -> list[NodeSpec]:
    """Give every place its index and slot; return them by index."""
    specs = list(document.walk())
    slot = 0
    for index, spec in enumerate(specs):
        spec.index = index
        if spec.repeat is None and spec.depth > 0:
            spec.slot = slot
            slot += 1
    return specs
