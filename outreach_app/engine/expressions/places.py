"""Where in a form a path leads, found without running it.

That is what makes fields fast (a path becomes a jump) and dependencies exact (what an expression
reads is known before it runs).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.engine.expressions.tree import Step
from outreach_app.engine.specs import NodeSpec


@dataclass(frozen=True, slots=True)
class Place:
    """A place a path may lead to.

    Attributes:
        spec: The place.
        anchor: Innermost repeat whose row is the same as that of the expression's own node.
        here: Innermost repeat whose row is the same as that of the path's starting node.
    """

    spec: NodeSpec
    anchor: NodeSpec | None
    here: NodeSpec | None

    @property
    def single(self) -> bool:
        """Whether exactly one node stands there, seen from the starting node."""
        return self.here is self.spec.repeat


@dataclass(frozen=True, slots=True)
class Reading:
    """That an expression reads a place.

    Attributes:
        spec: The place read.
        anchor: As in `Place`.
        counts: Only whether nodes are there matters, not what they say.
    """

    spec: NodeSpec
    anchor: NodeSpec | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Focus:
    """What is known about the context node while compiling.

    Attributes:
        places: Where the context node may be; ``None`` when it is outside the form.
        origin: Place of the expression's own node; ``None`` for a plain document.
        inner: Inside a predicate.
    """

    places: tuple[Place, ...] | None = None
    origin: Place | None = None
    inner: bool = False

    @property
    def in_form(self) -> bool:
        """Whether the expression belongs to a form."""
        return self.origin is not None


def focus_at(spec: NodeSpec) -> Focus:
    """Return the focus of an expression that belongs to a place of the form."""
    place = Place(spec, spec.repeat, spec.repeat)
    return Focus((place,), place)


def predicate_focus(focus: Focus, places: tuple[Place, ...] | None) -> Focus:
    """Return the focus inside a predicate on nodes at some places."""
    if places is None:
        return Focus(None, focus.origin, inner=True)
    inner = tuple(Place(p.spec, p.anchor, p.spec.repeat) for p in places)
    return Focus(inner, focus.origin, inner=True)


def follow(places: Iterable[Place], step: Step) -> tuple[Place, ...]:
    """Return where one step leads from some places."""
    found: dict[tuple[int, int, int], Place] = {}
    for place in places:
        for reached in _follow_one(place, step):
            key = (id(reached.spec), id(reached.anchor), id(reached.here))
            found[key] = reached
    return tuple(found.values())


def _follow_one(place: Place, step: Step) -> list[Place]:
    spec, axis = place.spec, step.axis
    if axis == "self":
        return [place] if _passes(spec, step.test) else []
    if axis == "parent":
        return _above(place, [spec.parent] if spec.parent is not None else [], step.test)
    if axis in {"ancestor", "ancestor-or-self"}:
        own = spec.chain() if axis.endswith("self") else spec.chain()[:-1]
        return _above(place, own, step.test)
    if axis == "child":
        return _below(place, spec.children.values(), step.test)
    if axis in {"descendant", "descendant-or-self"}:
        below = list(spec.walk())
        return _below(place, below if axis.endswith("self") else below[1:], step.test)
    everything = () if axis in {"attribute", "namespace"} else spec.chain()[0].walk()
    return [Place(s, None, None) for s in everything if _passes(s, step.test)]


def _passes(spec: NodeSpec, test: str) -> bool:
    return test in {"*", "node()"} or spec.name == test


def _above(place: Place, specs: Iterable[NodeSpec], test: str) -> list[Place]:
    return [
        Place(s, _outer(place.anchor, s), _outer(place.here, s)) for s in specs if _passes(s, test)
    ]


def _outer(repeat: NodeSpec | None, spec: NodeSpec) -> NodeSpec | None:
    """Return the innermost repeat of `repeat` and its ancestors that still holds `spec`."""
    while repeat is not None and not spec.is_within(repeat):
        repeat = repeat.parent.repeat if repeat.parent is not None else None
    return repeat


def _below(place: Place, specs: Iterable[NodeSpec], test: str) -> list[Place]:
    return [Place(s, place.anchor, place.here) for s in specs if _passes(s, test)]


def follow_absolute(
    document: NodeSpec, origin: Place, steps: tuple[Step, ...]
) -> list[tuple[Place, ...]]:
    """Return where each step of an absolute path leads, seen from the expression's own node.

    A repeat that the own node lies in means the own row, as long as no predicate came before and
    steps follow: ``/data/child/name`` inside the repeat child is this child's name.
    """
    places: tuple[Place, ...] = (Place(document, None, None),)
    own = {id(spec) for spec in origin.spec.chain()}
    bound = True
    trail: list[tuple[Place, ...]] = []
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        bound = bound and not step.predicates and step.axis == "child"
        places = follow(places, step)
        if bound and not last and len(places) == 1:
            spec = places[0].spec
            if spec.is_repeat and id(spec) in own:
                places = (Place(spec, spec, spec),)
        trail.append(places)
    return trail
