"""Syntax trees of expressions, and the same trees as JSON for the compiled cache."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = list[Any]


@dataclass(frozen=True, slots=True)
class Number:
    """A number literal."""

    value: float


@dataclass(frozen=True, slots=True)
class Text:
    """A text literal."""

    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path.

    Attributes:
        axis: Name of the axis (``child``, ``parent`` …).
        test: ``name``, ``p:name``, ``*``, ``p:*``, ``node()``, ``text()``, ``comment()`` or
            ``processing-instruction()``.
        predicates: Conditions in order.
    """

    axis: str
    test: str
    predicates: tuple[Tree, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A location path, or a filter expression followed by steps.

    Attributes:
        absolute: Starts at the root.
        start: Expression the steps start from; ``None`` for the context node or the root.
        predicates: Conditions on `start`.
        steps: The steps, in order.
    """

    absolute: bool
    start: Tree | None
    predicates: tuple[Tree, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    name: str
    arguments: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """An operator between two expressions: or and = != < <= > >= + - * div mod |."""

    operator: str
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Negate:
    """Unary minus."""

    operand: Tree


Tree = Number | Text | Path | Call | Binary | Negate


def to_json(tree: Tree) -> Json:
    """Return a tree as nested lists."""
    if isinstance(tree, Number):
        return ["n", repr(tree.value)]
    if isinstance(tree, Text):
        return ["t", tree.value]
    if isinstance(tree, Call):
        return ["c", tree.name, [to_json(each) for each in tree.arguments]]
    if isinstance(tree, Binary):
        return ["b", tree.operator, to_json(tree.left), to_json(tree.right)]
    if isinstance(tree, Negate):
        return ["-", to_json(tree.operand)]
    start = to_json(tree.start) if tree.start is not None else None
    steps = [[s.axis, s.test, [to_json(p) for p in s.predicates]] for s in tree.steps]
    return ["p", int(tree.absolute), start, [to_json(p) for p in tree.predicates], steps]


def from_json(data: Json) -> Tree:
    """Return the tree that `to_json` wrote.

    Raises:
        ValueError, TypeError, IndexError: The data is not such a tree.
    """
    kind = data[0]
    if kind == "p":
        steps = tuple(Step(s[0], s[1], _trees(s[2])) for s in data[4])
        start = from_json(data[2]) if data[2] is not None else None
        return Path(bool(data[1]), start, _trees(data[3]), steps)
    if kind == "t":
        return Text(data[1])
    if kind == "n":
        return Number(float(data[1]))
    if kind == "c":
        return Call(data[1], _trees(data[2]))
    if kind == "b":
        return Binary(data[1], from_json(data[2]), from_json(data[3]))
    if kind == "-":
        return Negate(from_json(data[1]))
    raise ValueError("not a syntax tree")


def _trees(items: list[Json]) -> tuple[Tree, ...]:
    return tuple(from_json(each) for each in items) if items else ()


def children(tree: Tree) -> Iterator[Tree]:
    """Yield the expressions directly inside one, predicates included."""
    if isinstance(tree, Call):
        yield from tree.arguments
    elif isinstance(tree, Binary):
        yield tree.left
        yield tree.right
    elif isinstance(tree, Negate):
        yield tree.operand
    elif isinstance(tree, Path):
        if tree.start is not None:
            yield tree.start
        yield from tree.predicates
        for step in tree.steps:
            yield from step.predicates


def walk(tree: Tree) -> Iterator[Tree]:
    """Yield a tree and everything inside it, outermost first."""
    yield tree
    for child in children(tree):
        yield from walk(child)
