"""Compiles location paths: to a jump where the form decides the node, to steps elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from outreach_app.engine.expressions.code import Closure, Code, Kind, as_nodes, as_value
from outreach_app.engine.expressions.compiling import Compiling
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.places import (
    Focus,
    Place,
    Reading,
    follow,
    follow_absolute,
    predicate_focus,
)
from outreach_app.engine.expressions.steps import (
    Filter,
    Lookup,
    NodesRun,
    indexed_children,
    named_children,
    predicate,
    step,
)
from outreach_app.engine.expressions.tree import Binary, Call, Path, Step, Text, Tree, walk
from outreach_app.engine.nodes import LiveNode, Node
from outreach_app.engine.specs import NodeSpec

_SIMPLE_AXES = frozenset({"child", "parent", "self"})


def compile_path(compiler: Compiling, path: Path, focus: Focus, *, counts: bool) -> Code:
    """Return the code of a path and record what it reads."""
    if isinstance(path.start, Call) and path.start.name == "current" and focus.origin is not None:
        return _from_current(compiler, path, focus, counts=counts)
    if path.start is not None:
        return _from_expression(compiler, path, focus)
    if path.absolute:
        return _from_root(compiler, path, focus, counts=counts)
    return _relative(compiler, path.steps, focus, counts=counts)


def _from_current(compiler: Compiling, path: Path, focus: Focus, *, counts: bool) -> Code:
    origin = focus.origin
    places = (origin,) if origin is not None else None
    outer = Focus(places, origin)
    code = _relative(compiler, path.steps, outer, counts=counts)
    run = code.run
    return Code(code.kind, lambda node, env: run(env.current, env), code.slot)


def _from_expression(compiler: Compiling, path: Path, focus: Focus) -> Code:
    start = as_nodes(compiler.compile(path.start, focus)) if path.start is not None else _context
    filters = _filters(compiler, path.predicates, focus, None)
    runs = _step_runs(compiler, path.steps, focus, [None] * len(path.steps))

    def run(node: Node, env: Environment) -> list[Node]:
        nodes = start(node, env)
        for keep in filters:
            nodes = keep(nodes, env)
        for each in runs:
            nodes = each(nodes, env)
        return nodes

    return Code(Kind.NODES, run)


def _context(node: Node, _env: Environment) -> list[Node]:
    return [node]


def _from_root(compiler: Compiling, path: Path, focus: Focus, *, counts: bool) -> Code:
    origin, document = focus.origin, compiler.document
    if origin is None or document is None:
        runs = _step_runs(compiler, path.steps, focus, [None] * len(path.steps))
        return Code(Kind.NODES, _chain(lambda _node, env: [env.root], runs, hidden=True))
    trail = follow_absolute(document, origin, path.steps)
    final = trail[-1] if trail else (Place(document, None, None),)
    _record(compiler, path.steps, final, counts=counts)
    if path.steps and _is_plain(path.steps) and len(final) == 1 and final[0].single:
        return _jump(origin.spec, final[0].spec, current=True)
    bound = [n for n, places in enumerate(trail) if len(places) == 1 and _is_bound(places[0])]
    if not bound:
        runs = _step_runs(compiler, path.steps, focus, trail)
        return Code(Kind.NODES, _chain(lambda _node, env: [env.root], runs, hidden=False))
    at = bound[-1]
    climb = _climb(origin.spec.depth - trail[at][0].spec.depth)
    runs = _step_runs(compiler, path.steps[at + 1 :], focus, trail[at + 1 :])
    return Code(Kind.NODES, _chain(lambda _node, env: [climb(env.current)], runs, hidden=False))


def _is_bound(place: Place) -> bool:
    return place.spec.is_repeat and place.anchor is place.spec


def _relative(compiler: Compiling, steps: tuple[Step, ...], focus: Focus, *, counts: bool) -> Code:
    if focus.places is None:
        runs = _step_runs(compiler, steps, focus, [None] * len(steps))
        return Code(Kind.NODES, _chain(_context, runs, hidden=True))
    places = focus.places
    trail: list[tuple[Place, ...]] = []
    for each in steps:
        places = follow(places, each)
        trail.append(places)
    _record(compiler, steps, places, counts=counts)
    start = focus.places
    if _is_plain(steps) and len(start) == 1 and len(places) == 1 and places[0].single:
        return _jump(start[0].spec, places[0].spec, current=False)
    runs = _step_runs(compiler, steps, focus, trail)
    return Code(Kind.NODES, _chain(_context, runs, hidden=False))


def _record(
    compiler: Compiling, steps: tuple[Step, ...], places: tuple[Place, ...], *, counts: bool
) -> None:
    if not places and all(each.axis in _SIMPLE_AXES for each in steps):
        compiler.unknown.append("/".join(_written(each) for each in steps))
    for place in places:
        if place.spec.depth == 0:
            continue
        compiler.reads.append(Reading(place.spec, place.anchor, counts))
        if not counts and not place.spec.is_leaf:
            inner = (Reading(leaf, place.anchor, False) for leaf in place.spec.leaves())
            compiler.reads.extend(inner)


def _written(each: Step) -> str:
    return {"parent": "..", "self": "."}.get(each.axis, each.test)


def _is_plain(steps: tuple[Step, ...]) -> bool:
    return all(
        not each.predicates and each.axis in _SIMPLE_AXES and each.test not in {"*", "text()"}
        for each in steps
    )


def _jump(start: NodeSpec, target: NodeSpec, *, current: bool) -> Code:
    if target.slot >= 0:
        slot = target.slot
        return Code(Kind.LEAF, lambda _node, env: env.nodes[slot], slot=slot)
    shared = start
    while not target.is_within(shared) and shared.parent is not None:
        shared = shared.parent
    climb = _climb(start.depth - shared.depth)
    names = tuple(spec.name for spec in target.chain()[shared.depth + 1 :])
    if current:
        return Code(Kind.LEAF, lambda _node, env: _descend(climb(env.current), names))
    return Code(Kind.LEAF, lambda node, _env: _descend(climb(node), names))


def _descend(node: Node, names: tuple[str, ...]) -> Node:
    for name in names:
        node = node.named(name)[0] if not isinstance(node, LiveNode) else node.by_name[name][0]
    return node


def _climb(levels: int) -> _Climb:
    return _Climb(levels)


class _Climb:
    __slots__ = ("_levels",)

    def __init__(self, levels: int) -> None:
        self._levels = levels

    def __call__(self, node: Node) -> Node:
        for _ in range(self._levels):
            if node.parent is not None:
                node = node.parent
        return node


def _chain(start: Closure, runs: Sequence[NodesRun], *, hidden: bool) -> Closure:
    """Return the closure of all steps; `hidden` keeps nodes that are not relevant."""

    def run(node: Node, env: Environment) -> list[Node]:
        nodes: list[Node] = start(node, env)
        for each in runs:
            nodes = each(nodes, env)
        return nodes if hidden else [each for each in nodes if each.relevant]

    return run


def _step_runs(
    compiler: Compiling,
    steps: Sequence[Step],
    focus: Focus,
    trail: Sequence[tuple[Place, ...] | None],
) -> list[NodesRun]:
    runs: list[NodesRun] = []
    flat = True
    for each, places in zip(steps, trail, strict=True):
        filters = _filters(compiler, each.predicates, focus, places)
        by_name = each.axis == "child" and _is_written_name(each.test)
        if by_name and flat:
            lookup = _lookup(compiler, each, focus) if places is None else None
            runs.append(
                indexed_children(each.test, lookup, filters)
                if lookup is not None
                else named_children(each.test, filters)
            )
        else:
            runs.append(step(each.axis, each.test, filters, flat=flat))
        flat = flat and each.axis in {"child", "attribute", "self", "parent"}
    return runs


def _is_written_name(test: str) -> bool:
    return test != "*" and ":" not in test and not test.endswith("()")


def _filters(
    compiler: Compiling,
    predicates: tuple[Tree, ...],
    focus: Focus,
    places: tuple[Place, ...] | None,
) -> list[Filter]:
    inner = predicate_focus(focus, places)
    return [predicate(compiler.predicate(each, inner)) for each in predicates]


def _lookup(compiler: Compiling, each: Step, focus: Focus) -> Lookup | None:
    """Return the equality of the first predicate that an index can answer, if there is one."""
    if not each.predicates or _uses_place(each.predicates[0]):
        return None
    for left, right in _equalities(each.predicates[0]):
        for key, value in ((left, right), (right, left)):
            if _is_child_name(key) and isinstance(key, Path) and _stands_alone(value):
                code = compiler.compile(value, Focus(None, focus.origin, inner=True))
                return Lookup(key.steps[0].test, as_value(code))
    return None


def _equalities(tree: Tree) -> list[tuple[Tree, Tree]]:
    if isinstance(tree, Binary) and tree.operator == "and":
        return _equalities(tree.left) + _equalities(tree.right)
    if isinstance(tree, Binary) and tree.operator == "=":
        return [(tree.left, tree.right)]
    return []


def _uses_place(tree: Tree) -> bool:
    return any(isinstance(t, Call) and t.name in {"position", "last"} for t in walk(tree))


def _is_child_name(tree: Tree) -> bool:
    return (
        isinstance(tree, Path)
        and not tree.absolute
        and tree.start is None
        and len(tree.steps) == 1
        and tree.steps[0].axis == "child"
        and not tree.steps[0].predicates
        and _is_written_name(tree.steps[0].test)
    )


def _stands_alone(tree: Tree) -> bool:
    """Say whether a value is the same for every node a predicate looks at."""
    if isinstance(tree, Text):
        return True
    if not isinstance(tree, Path) or any(each.predicates for each in tree.steps):
        return False
    return tree.absolute or (
        isinstance(tree.start, Call) and tree.start.name == "current" and not tree.predicates
    )
