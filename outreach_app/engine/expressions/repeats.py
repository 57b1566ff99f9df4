"""indexed-repeat(): a field in a named row of each repeat on the way to it."""

from __future__ import annotations

import math

from outreach_app.engine.expressions.code import Code, Kind, as_number
from outreach_app.engine.expressions.compiling import Compiling
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.places import Focus, Reading
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.expressions.tree import Call, Path, Tree
from outreach_app.engine.nodes import Node, NodeKind

Names = tuple[str, ...]


def indexed_repeat(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    """Return the code of an indexed-repeat() call."""
    target = _path(tree.arguments[0])
    levels = [
        (_path(repeat), as_number(compiler.compile(number, focus)))
        for repeat, number in zip(tree.arguments[1::2], tree.arguments[2::2], strict=True)
    ]
    _record(compiler, tree.arguments[0], focus)

    def run(node: Node, env: Environment) -> list[Node]:
        own = _names_to(node, env)
        wanted: dict[Names, float] = {}
        for path, number in levels:
            names = _resolve(path, own)
            wanted[names] = number(node, env)
        return _collect(env, node, _resolve(target, own), wanted)

    return Code(Kind.NODES, run)


def _path(tree: Tree) -> Path:
    if isinstance(tree, Path) and tree.start is None:
        return tree
    raise ExpressionError("indexed-repeat() takes fields.", "Write it with ${field}, ${repeat}, 1.")


def _record(compiler: Compiling, target: Tree, focus: Focus) -> None:
    """Note the field as read in all rows, whichever row the number names."""
    before = len(compiler.reads)
    compiler.compile(target, focus)
    compiler.reads[before:] = [
        Reading(reading.spec, None, reading.counts) for reading in compiler.reads[before:]
    ]


def _names_to(node: Node, env: Environment) -> Names:
    return tuple(each.name for each in _line_to(node, env))


def _line_to(node: Node, env: Environment) -> list[Node]:
    """Return the elements from the root element down to a node."""
    tops = {id(each) for each in env.root.content()}
    line: list[Node] = []
    place: Node | None = node
    while place is not None and place.kind is not NodeKind.DOCUMENT:
        line.append(place)
        if id(place) in tops:
            break
        place = place.parent
    return line[::-1]


def _resolve(path: Path, own: Names) -> Names:
    names = [] if path.absolute else list(own)
    for step in path.steps:
        if step.axis == "parent":
            names = names[:-1]
        elif step.axis == "child":
            names.append(step.test)
    return tuple(names)


def _collect(env: Environment, node: Node, target: Names, wanted: dict[Names, float]) -> list[Node]:
    line = _line_to(node, env)
    own = {tuple(up.name for up in line[: at + 1]): each for at, each in enumerate(line)}
    nodes = _start(env, target, own)
    for depth in range(2 if nodes else len(target) + 1, len(target) + 1):
        names = target[:depth]
        nodes = _next(nodes, names, wanted, own)
        env.spend(len(nodes) + 1)
    return [each for each in nodes if each.relevant]


def _start(env: Environment, target: Names, own: dict[Names, Node]) -> list[Node]:
    if target[:1] in own:
        return [own[target[:1]]]
    return [child for child in env.root.content() if child.name == target[0]] if target else []


def _next(
    nodes: list[Node], names: Names, wanted: dict[Names, float], own: dict[Names, Node]
) -> list[Node]:
    found: list[Node] = []
    number = wanted.get(names)
    for node in nodes:
        children = node.named(names[-1])
        if number is not None:
            at = int(number) if math.isfinite(number) else 0
            found.extend(children[at - 1 : at] if at > 0 else [])
        elif names in own and own[names].parent is node and len(children) > 1:
            found.append(own[names])
        else:
            found.extend(children)
    return found
