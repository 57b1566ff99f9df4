"""The changing half of a form: nodes, and the propagation of one change to what depends on it."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from outreach_app.engine.compiled import CompiledForm, Reader, Target, TargetKind
from outreach_app.engine.errors import TooMuchWork
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.expressions.values import Value
from outreach_app.engine.lexical import MAX_ANSWER_BYTES, stored_text
from outreach_app.engine.nodes import LiveNode, Node, NodeKind
from outreach_app.engine.order import order_between
from outreach_app.engine.specs import NodeSpec

MAX_ROWS = 500
MAX_STEPS = 100_000
MAX_FIRST_STEPS = 5_000_000
MAX_LIVE_NODES = 200_000
_MAX_ROUNDS = 25


class LiveForm:
    """A form's nodes with values, kept consistent after every change.

    Attributes:
        compiled: The form.
        env: What expressions see.
        root: The root element.
        changed: Nodes whose answer or relevance changed since `begin`.
    """

    def __init__(
        self, compiled: CompiledForm, env: Environment, new_row_id: Callable[[], str]
    ) -> None:
        """Make an empty form with one node for every place outside repeats."""
        self.compiled = compiled
        self.env = env
        self.changed: dict[int, LiveNode] = {}
        self._touched: dict[tuple[int, int], tuple[Reader, LiveNode]] = {}
        self.new_row_id = new_row_id
        self._heap: list[tuple[int, int, int]] = []
        self._waiting: dict[tuple[int, int], LiveNode] = {}
        self._order = 0
        self._rounds: dict[tuple[int, int], int] = {}
        self._sweeping = False
        self._size = 0
        self._fired: list[LiveNode] = []
        document = Node("", NodeKind.DOCUMENT)
        self.root = LiveNode(compiled.root, None)
        self.root.parent = document
        document.children.append(self.root)
        env.root = document
        env.current = self.root
        env.nodes = []
        self._fill(self.root)
        slots = [spec for spec in compiled.specs if spec.slot >= 0]
        env.nodes = [next(self.instances(spec)) for spec in slots]

    def _fill(self, node: LiveNode) -> None:
        self._size += 1
        if self._size > MAX_LIVE_NODES:
            raise TooMuchWork(limit=MAX_LIVE_NODES)
        for name, spec in node.spec.children.items():
            if spec.is_repeat:
                node.by_name[name] = []
            else:
                child = LiveNode(spec, node)
                child.kept = child.text = spec.default
                node.by_name[name] = [child]
                self._fill(child)

    def instances(self, spec: NodeSpec) -> Iterator[LiveNode]:
        """Yield all nodes at a place, in the form's order."""
        names = tuple(each.name for each in spec.chain()[2:])
        yield from descend(self.root, names)

    # ---- rows -------------------------------------------------------------------------------

    def make_row(self, parent: LiveNode, spec: NodeSpec, row_id: str, order: str) -> LiveNode:
        """Put a new row into a repeat at the place its order says; nothing is evaluated yet."""
        row = LiveNode(spec, parent)
        row.row_id, row.order = row_id, order
        row.relevant = parent.relevant
        self._fill(row)
        for node in row.walk():
            node.relevant = row.relevant
            node.text = node.kept if node.relevant else ""
        rows = parent.by_name[spec.name]
        at = next(
            (n for n, r in enumerate(rows) if (r.order, r.row_id) > (order, row_id)), len(rows)
        )
        rows.insert(at, row)
        return row

    def append_row(self, parent: LiveNode, spec: NodeSpec) -> LiveNode:
        """Put a new row at the end of a repeat."""
        rows = parent.by_name[spec.name]
        order = order_between(rows[-1].order if rows else "", "")
        return self.make_row(parent, spec, self.new_row_id(), order)

    def row_added(self, row: LiveNode) -> None:
        """Evaluate a new row and tell whoever reads its repeat."""
        self._push_below(row)
        self._fire_rows(row)

    def drop_row(self, row: LiveNode) -> None:
        """Take a row out and tell whoever reads its repeat."""
        parent = row.parent
        if isinstance(parent, LiveNode):
            rows = parent.by_name[row.name]
            rows[:] = [each for each in rows if each is not row]
            self._size -= sum(1 for _ in row.walk())
            self._fire_rows(row)

    def move_row(self, row: LiveNode, order: str) -> None:
        """Give a row another place in its repeat."""
        row.order = order
        if isinstance(row.parent, LiveNode):
            row.parent.by_name[row.name].sort(key=lambda each: (each.order, each.row_id))
            self._fire_rows(row)

    def _fire_rows(self, row: LiveNode) -> None:
        if isinstance(row.parent, LiveNode):
            for reader in self.compiled.on_rows[row.spec.index]:
                self._notify(reader, row.parent)

    def _push_below(self, top: LiveNode) -> None:
        for node in top.walk():
            for target in self.compiled.by_target_place.get(node.spec.index, ()):
                self._push(target, node)

    # ---- values -----------------------------------------------------------------------------

    def begin(self, limit: int = MAX_STEPS) -> None:
        """Begin to note changes and to count work anew."""
        self.changed = {}
        self._touched = {}
        self._rounds = {}
        self._fired = []
        self.env.steps = 0
        self.env.limit = limit

    def set_value(self, node: LiveNode, text: str) -> None:
        """Give a node a value and tell its readers."""
        if text == node.kept:
            return
        node.kept = text
        self.changed[id(node)] = node
        self._fired.append(node)
        if node.relevant:
            node.text = text
            for reader in self.compiled.on_value[node.spec.index]:
                self._notify(reader, node)

    def settle(self) -> None:
        """Evaluate everything that waits, in order, until nothing waits.

        Raises:
            TooMuchWork: More steps than allowed, or values that never settle.
        """
        while self._heap or self._fired:
            while self._heap:
                _rank, number, key = heapq.heappop(self._heap)
                node = self._waiting.pop((number, key), None)
                if node is not None:
                    self._evaluate(self.compiled.targets[number], node)
            fired, self._fired = self._fired, []
            for node in fired:
                self._trigger(node)

    def sweep(self) -> None:
        """Evaluate every expression once, in order; then what depends on itself until it rests."""
        self._sweeping = True
        try:
            for target in sorted(self.compiled.targets, key=lambda t: (t.rank, t.number)):
                for node in list(self.instances(target.at)):
                    self._evaluate(target, node)
        finally:
            self._sweeping = False
        self._fired = []
        for target in self.compiled.targets:
            if target.cyclic:
                for node in list(self.instances(target.at)):
                    self._push(target, node)
        self.settle()

    def run_actions(self, event: str, within: LiveNode | None = None) -> None:
        """Run the actions of an event, on all nodes or on those below one."""
        for action in self.compiled.actions:
            if event not in action.events:
                continue
            if within is not None and not action.spec.is_within(within.spec):
                continue
            for node in list(self._targets_of(action.spec, within)):
                self._act(action.run, node)

    def _targets_of(self, spec: NodeSpec, within: LiveNode | None) -> Iterator[LiveNode]:
        if within is None:
            return self.instances(spec)
        names = tuple(each.name for each in spec.chain()[within.spec.depth + 1 :])
        return descend(within, names)

    def _trigger(self, node: LiveNode) -> None:
        for action in self.compiled.actions:
            if action.trigger is node.spec and "xforms-value-changed" in action.events:
                shared: Node | None = node
                while isinstance(shared, LiveNode) and not action.spec.is_within(shared.spec):
                    shared = shared.parent
                for goal in list(
                    self._targets_of(action.spec, shared if isinstance(shared, LiveNode) else None)
                ):
                    self._act(action.run, goal)

    def _act(self, run: Callable[[Node, Environment], Any], node: LiveNode) -> None:
        self.env.current = node
        self.env.spend(1)
        value = self._guarded(run, node)
        self.set_value(node, self._as_stored(value, node))

    # ---- evaluation -------------------------------------------------------------------------

    def _guarded(self, run: Callable[[Node, Environment], Any], node: LiveNode) -> Any:
        try:
            return run(node, self.env)
        except (ExpressionError, RecursionError):
            return ""

    def _as_stored(self, value: Value, node: LiveNode) -> str:
        kind = self.compiled.rules[node.spec.index].type
        text = stored_text(value, kind, self.env.zone)
        if len(text) > MAX_ANSWER_BYTES:
            raise TooMuchWork(limit=MAX_ANSWER_BYTES)
        return text

    def _evaluate(self, target: Target, node: LiveNode) -> None:
        env = self.env
        env.current = node
        env.spend(1)
        if target.cyclic and not self._sweeping and self._spins(target, node):
            return
        value = self._guarded(target.run, node)
        if target.kind is TargetKind.VALUE:
            self.set_value(node, self._as_stored(value, node))
        elif target.kind is TargetKind.RELEVANT:
            if bool(value) != node.own_relevant:
                node.own_relevant = bool(value)
                above = node.parent
                self._spread(node, not isinstance(above, LiveNode) or above.relevant)
        else:
            self._adjust_rows(target.spec, node, value)

    def _spins(self, target: Target, node: LiveNode) -> bool:
        key = (target.number, id(node))
        self._rounds[key] = self._rounds.get(key, 0) + 1
        return self._rounds[key] > _MAX_ROUNDS

    def _spread(self, node: LiveNode, above: bool) -> None:
        relevant = above and node.own_relevant
        if relevant == node.relevant:
            return
        node.relevant = relevant
        node.text = node.kept if relevant else ""
        self.changed[id(node)] = node
        for reader in self.compiled.on_presence[node.spec.index]:
            self._notify(reader, node)
        for group in node.by_name.values():
            for child in group:
                self._spread(child, relevant)

    def _adjust_rows(self, spec: NodeSpec, parent: LiveNode, value: object) -> None:
        wanted = int(value) if isinstance(value, float) and value > 0 and value < MAX_ROWS else 0
        if isinstance(value, float) and value >= MAX_ROWS:
            wanted = MAX_ROWS
        rows = parent.by_name[spec.name]
        while len(rows) < wanted:
            row = self.append_row(parent, spec)
            self.row_added(row)
            self.run_actions("odk-new-repeat", row)
            self.changed[id(row)] = row
        for place, row in enumerate(list(rows)):
            inside = place < wanted
            if not inside and not self.has_answers(row):
                self.drop_row(row)
            elif row.own_relevant != inside:
                row.own_relevant = inside
                self._spread(row, parent.relevant)
                self._fire_rows(row)

    def has_answers(self, row: LiveNode) -> bool:
        """Say whether somebody answered something in a row."""
        return any(
            node.kept and node.kept != node.spec.default
            for node in row.walk()
            if node.spec.is_leaf and not self.compiled.rules[node.spec.index].calculated
        )

    def would_be_relevant(self, parent: LiveNode, spec: NodeSpec) -> bool:
        """Say whether a repeat without rows would be asked for.

        Its condition is tried on a row that is taken away again at once.
        """
        rule = next(
            (
                target
                for target in self.compiled.by_target_place.get(spec.index, ())
                if target.kind is TargetKind.RELEVANT
            ),
            None,
        )
        if rule is None:
            return True
        return bool(self.ask(rule.run, LiveNode(spec, parent)))

    def give_up(self) -> None:
        """Forget everything that waits to be evaluated."""
        self._heap.clear()
        self._waiting.clear()
        self._fired = []

    def ask(self, run: Callable[[Node, Environment], Any], node: LiveNode) -> Any:
        """Return the value of an expression for a node, without changing anything.

        Raises:
            TooMuchWork: More steps than allowed.
        """
        saved = self.env.current, self.env.steps, self.env.limit
        self.env.current = node
        self.env.steps, self.env.limit = 0, MAX_STEPS
        try:
            return self._guarded(run, node)
        finally:
            self.env.current, self.env.steps, self.env.limit = saved

    # ---- waiting ----------------------------------------------------------------------------

    def _push(self, target: Target, node: LiveNode) -> None:
        key = (target.number, id(node))
        if key not in self._waiting:
            self._waiting[key] = node
            heapq.heappush(self._heap, (target.rank, target.number, id(node)))

    def _notify(self, reader: Reader, source: LiveNode) -> None:
        target = reader.target
        if target is None:
            self._touched[(id(reader), id(source))] = (reader, source)
            return
        if self._sweeping:
            return
        for node in self._reached(reader, source):
            if node is not source or target.kind is not TargetKind.VALUE:
                self._push(target, node)

    def _reached(self, reader: Reader, source: LiveNode) -> Iterator[LiveNode]:
        if reader.at.slot >= 0:
            return iter((self.env.nodes[reader.at.slot],))
        start = self.root
        if reader.anchor is not None:
            place: Node | None = source
            while isinstance(place, LiveNode) and place.spec is not reader.anchor:
                place = place.parent
            if isinstance(place, LiveNode):
                start = place
        return descend(start, reader.names)

    def touched(self) -> dict[int, LiveNode]:
        """Return the nodes that changed, and those whose conditions or choices may have."""
        found = dict(self.changed)
        for reader, source in self._touched.values():
            for node in self._reached(reader, source):
                found.setdefault(id(node), node)
        return found


def descend(node: LiveNode, names: tuple[str, ...]) -> Iterator[LiveNode]:
    """Yield the nodes below one at the end of a path of names."""
    if not names:
        yield node
        return
    for child in node.by_name.get(names[0], ()):
        yield from descend(child, names[1:])


def environment(today: date, now: datetime) -> Environment:
    """Return an environment without a tree; `LiveForm` gives it one."""
    return Environment(Node("", NodeKind.DOCUMENT), today=today, now=now, instances={})
