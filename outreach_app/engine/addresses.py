"""Finds nodes by address: in full, or short where the form leaves no doubt."""

from __future__ import annotations

import re

from outreach_app.engine.errors import UnknownAddress
from outreach_app.engine.live import LiveForm
from outreach_app.engine.nodes import LiveNode
from outreach_app.engine.specs import NodeSpec

_PIECE = re.compile(r"^([^/\[\]]+)(?:\[([^/\[\]]+)\])?$")


class Directory:
    """Addresses of one live form."""

    def __init__(self, live: LiveForm) -> None:
        """Begin without anything looked up."""
        self._live = live
        self._known: dict[str, LiveNode] = {}
        self._short: dict[tuple[int, str], NodeSpec | None] = {}

    def forget(self) -> None:
        """Forget looked-up nodes, after rows were removed."""
        self._known.clear()

    def node(self, address: str) -> LiveNode:
        """Return the node at an address.

        Raises:
            UnknownAddress: None, or more than one.
        """
        found = self._known.get(address)
        if found is None:
            found = self._known[address] = self._find(address)
        return found

    def repeat(self, address: str) -> tuple[LiveNode, NodeSpec]:
        """Return the node that holds a repeat's rows, and the repeat.

        Raises:
            UnknownAddress: Not the address of a repeat.
        """
        above, _, last = address.rpartition("/")
        start = self.node(above) if above else self._live.root
        spec = self._below(start.spec, last)
        if spec is None or not spec.is_repeat:
            raise UnknownAddress(address=address)
        return self._down(start, spec.parent, address), spec

    def _find(self, address: str) -> LiveNode:
        node = self._live.root
        for piece in address.split("/"):
            match = _PIECE.match(piece)
            spec = self._below(node.spec, match[1]) if match else None
            if match is None or spec is None or spec.is_repeat != bool(match[2]):
                raise UnknownAddress(address=address)
            if not spec.is_repeat:
                node = self._down(node, spec, address)
                continue
            holder = self._down(node, spec.parent, address)
            row = next((r for r in holder.rows(spec.name) if r.row_id == match[2]), None)
            if row is None:
                raise UnknownAddress(address=address)
            node = row
        return node

    def _below(self, start: NodeSpec, name: str) -> NodeSpec | None:
        """Return the place with a name at or below one without crossing a repeat."""
        direct = start.children.get(name)
        if direct is not None:
            return direct
        key = (start.index, name)
        if key not in self._short:
            found = [spec for spec in _reachable(start) if spec.name == name]
            self._short[key] = found[0] if len(found) == 1 else None
        return self._short[key]

    def _down(self, node: LiveNode, spec: NodeSpec | None, address: str) -> LiveNode:
        if spec is None:
            raise UnknownAddress(address=address)
        for step in spec.chain()[node.spec.depth + 1 :]:
            node = node.only(step.name)
        return node


def _reachable(start: NodeSpec) -> list[NodeSpec]:
    found: list[NodeSpec] = []
    for child in start.children.values():
        found.append(child)
        if not child.is_repeat:
            found.extend(_reachable(child))
    return found
