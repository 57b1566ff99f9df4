"""The form as closures: what each node's conditions are, who reads whom, in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from outreach_app.engine.expressions.code import Closure
from outreach_app.engine.expressions.places import Reading
from outreach_app.engine.specs import NodeSpec


class TargetKind(IntEnum):
    """What an expression decides."""

    RELEVANT = 0
    COUNT = 1
    VALUE = 2


@dataclass(slots=True)
class Target:
    """An expression that is evaluated again when what it reads changes.

    Attributes:
        number: Number among the targets.
        kind: What it decides.
        spec: Node it decides about.
        at: Place of the context node: the node itself; for a count the repeat's parent.
        run: The closure.
        reads: What it reads.
        rank: Targets with a lower rank come first.
        cyclic: It depends on itself through others.
    """

    number: int
    kind: TargetKind
    spec: NodeSpec
    at: NodeSpec
    run: Closure
    reads: tuple[Reading, ...]
    rank: int = 0
    cyclic: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A way from a changed node to the targets that read it.

    Attributes:
        target: The target, or nothing when only the screen is concerned.
        at: Place of the nodes concerned.
        anchor: Repeat whose row both share; ``None`` for the whole form.
        names: Path from the anchor (or the root element) down to `at`.
    """

    target: Target | None
    at: NodeSpec
    anchor: NodeSpec | None
    names: tuple[str, ...]


@dataclass(slots=True)
class NodeRules:
    """Closures of one node that are asked for, not pushed."""

    constraint: Closure | None = None
    required: Closure | None = None
    readonly: Closure | None = None
    calculated: bool = False
    type: str = "string"


@dataclass(frozen=True, slots=True)
class Action:
    """A compiled set-value action."""

    spec: NodeSpec
    events: frozenset[str]
    trigger: NodeSpec | None
    run: Closure
    reads: tuple[Reading, ...]


@dataclass(slots=True)
class Choices:
    """A compiled choice list.

    Attributes:
        nodes: Closure for the item nodes, ``None`` when the codes are fixed.
        value: Closure for an item's code.
        label: Closure for an item's label or text id.
        label_is_text_id: The label closure gives a text id.
        fixed: Codes in order, for lists without nodes.
        list_name: Instance that the items come from, empty for other node-sets.
        code_field: Name of the code among an item's fields.
        filtered: What is offered depends on answers.
    """

    nodes: Closure | None = None
    value: Closure | None = None
    label: Closure | None = None
    label_is_text_id: bool = False
    fixed: tuple[str, ...] = ()
    list_name: str = ""
    code_field: str = ""
    filtered: bool = False


@dataclass(slots=True)
class CompiledForm:
    """Everything a session needs that does not depend on answers.

    Attributes:
        document: Place above the root element.
        specs: Places by index.
        by_path: Places by full path.
        rules: By place index.
        targets: By number.
        on_value, on_presence, on_rows: Readers by place index: of an answer, of being asked at
            all, of a repeat's set of rows.
        actions: Set-value actions in order.
        choices: Choice lists by place index.
        cycles: Chains of names that depend on themselves.
    """

    document: NodeSpec
    specs: list[NodeSpec]
    by_path: dict[str, NodeSpec]
    rules: list[NodeRules]
    targets: list[Target] = field(default_factory=list)
    on_value: list[list[Reader]] = field(default_factory=list)
    on_presence: list[list[Reader]] = field(default_factory=list)
    on_rows: list[list[Reader]] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    choices: dict[int, Choices] = field(default_factory=dict)
    counted: dict[int, Target] = field(default_factory=dict)
    fixed_repeats: set[int] = field(default_factory=set)
    by_target_place: dict[int, list[Target]] = field(default_factory=dict)
    cycles: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)

    @property
    def root(self) -> NodeSpec:
        """The root element's place."""
        return next(iter(self.document.children.values()))


Compile = Callable[[str, NodeSpec], Closure]


def reader_for(reading: Reading, at: NodeSpec, target: Target | None) -> Reader:
    """Return the way from a node that is read to the nodes that read it."""
    anchor = reading.anchor
    while anchor is not None and not at.is_within(anchor):
        anchor = anchor.parent.repeat if anchor.parent is not None else None
    depth = anchor.depth if anchor is not None else 1
    names = tuple(spec.name for spec in at.chain()[depth + 1 :])
    return Reader(target, at, anchor, names)


def link(
    form: CompiledForm, reads: tuple[Reading, ...], at: NodeSpec, target: Target | None
) -> None:
    """Enter what an expression reads into the tables of readers."""
    seen: set[tuple[int, int, int]] = set()
    for reading in reads:
        reader = reader_for(reading, at, target)
        tables = [form.on_presence] if reading.counts else [form.on_presence, form.on_value]
        for number, table in enumerate(tables):
            key = (number, reading.spec.index, id(reader.anchor))
            if key not in seen:
                seen.add(key)
                table[reading.spec.index].append(reader)
        repeat = reading.spec.repeat
        while repeat is not None and repeat is not reading.anchor:
            key = (2, repeat.index, id(reader.anchor))
            if key not in seen:
                seen.add(key)
                form.on_rows[repeat.index].append(reader)
            repeat = repeat.parent.repeat if repeat.parent is not None else None
