"""Compiles a `FormModel`: places, closures, readers, order; collects every fault on the way."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import replace

from outreach_app.engine.compiled import (
    Action,
    Choices,
    CompiledForm,
    NodeRules,
    Target,
    TargetKind,
    link,
)
from outreach_app.engine.errors import BrokenForm
from outreach_app.engine.expressions.code import (
    Closure,
    Code,
    as_boolean,
    as_nodes,
    as_number,
    as_text,
    as_value,
)
from outreach_app.engine.expressions.compiler import Compiler
from outreach_app.engine.expressions.parser import parse
from outreach_app.engine.expressions.places import Focus, Reading, focus_at
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.expressions.tree import Path, Text, Tree
from outreach_app.engine.faults import Fault, Weight
from outreach_app.engine.graph import order_targets
from outreach_app.engine.model import Bind, Control, Element, FormModel, SetValue
from outreach_app.engine.specs import NodeSpec, number_specs

Convert = Callable[[Code], Closure]
MAX_NODES = 20_000


class Assembly:
    """Puts a form together.

    Attributes:
        form: The compiled form, complete after `assembling`.
        faults: Everything wrong that was found.
        trees: Syntax trees by the text of their expression.
        reads: What each calculated value was made from, by place index.
    """

    def __init__(self, model: FormModel, trees: Mapping[str, Tree] | None = None) -> None:
        """Begin with a model and, from a cache, its syntax trees."""
        self.model = model
        self.trees: dict[str, Tree] = dict(trees or {})
        self.faults: list[Fault] = []
        self.reads: dict[int, list[Reading]] = {}
        document = NodeSpec("", None)
        repeats = {control.path for control in model.controls if control.kind == "repeat"}
        _grow(model.root, document, repeats, "")
        specs = number_specs(document)
        if len(specs) > MAX_NODES:
            what = f"The form has more than {MAX_NODES} fields."
            raise BrokenForm([Fault("xml", 0, "", what, "Split the form.")])
        by_path = {spec.full_path(): spec for spec in specs if spec.depth > 0}
        self.form = CompiledForm(document, specs, by_path, [NodeRules() for _ in specs])
        self.form.on_value = [[] for _ in specs]
        self.form.on_presence = [[] for _ in specs]
        self.form.on_rows = [[] for _ in specs]
        self._compiler = Compiler(document)
        self._plain_lists: dict[str, Choices] = {}

    def assembling(self) -> Generator[None, None, CompiledForm]:
        """Compile everything, in steps, and return the form."""
        for bind in self.model.binds.values():
            spec = self.form.by_path.get(bind.path)
            if spec is None:
                self._say(
                    bind.line,
                    "nodeset",
                    f"The form has no field {bind.path}.",
                    "",
                    bind.path,
                    soft=True,
                )
            else:
                self._compile_bind(bind, spec)
        yield
        for control in self.model.controls:
            spec = self.form.by_path.get(control.path)
            if spec is not None:
                self._compile_control(control, spec)
        for action in self.model.set_values:
            self._compile_action(action)
        for target in self.form.targets:
            link(self.form, target.reads, target.at, target)
            self.form.by_target_place.setdefault(target.at.index, []).append(target)
        yield
        order_targets(self.form)
        return self.form

    def tree(self, source: str) -> Tree:
        """Return the syntax tree of an expression, parsing it once.

        Raises:
            ExpressionError: Not well formed.
        """
        found = self.trees.get(source)
        if found is None:
            found = self.trees[source] = parse(source)
        return found

    def compile(
        self, source: str, focus: Focus, convert: Convert, about: tuple[str, int, str]
    ) -> tuple[Closure, tuple[Reading, ...]] | None:
        """Return the closure of an expression and what it reads; nothing when it is faulty.

        Args:
            source: The expression.
            focus: Where it stands.
            convert: Kind of result wanted.
            about: Path, line and column for a fault.
        """
        self._compiler.begin()
        try:
            code = self._compiler.compile(self.tree(source), focus)
        except ExpressionError as error:
            self._say(about[1], about[2], error.what, error.how, about[0])
            return None
        for wrong in self._compiler.wrong:
            self._say(about[1], about[2], wrong.what, wrong.how, about[0])
        for path in self._compiler.unknown:
            what = f"There is no field {path} in the form."
            self._say(about[1], about[2], what, "Check the name.", about[0], soft=True)
        return convert(code), tuple(self._compiler.reads)

    def _say(
        self, line: int, column: str, what: str, how: str, path: str, *, soft: bool = False
    ) -> None:
        weight = Weight.WARNING if soft else Weight.FAULT
        self.faults.append(Fault("xml", line, column, what, how, weight, path))

    def _compile_bind(self, bind: Bind, spec: NodeSpec) -> None:
        rules = self.form.rules[spec.index]
        rules.type = _TYPE_NAMES.get(bind.type, bind.type)
        if bind.relevant:
            self._target(
                TargetKind.RELEVANT, spec, bind.relevant, (as_boolean, bind.line, "relevant")
            )
        if bind.calculate and not is_from_program(bind):
            self._target(TargetKind.VALUE, spec, bind.calculate, (as_value, bind.line, "calculate"))
        rules.calculated = bool(bind.calculate) or is_from_program(bind)
        rules.constraint = self._asked(bind.constraint, spec, bind, "constraint")
        rules.required = self._asked(bind.required, spec, bind, "required")
        rules.readonly = self._asked(bind.readonly, spec, bind, "readonly")

    def _asked(self, source: str, spec: NodeSpec, bind: Bind, column: str) -> Closure | None:
        if not source or source.strip() == "false()":
            return None
        source = {"yes": "true()", "true": "true()", "no": "false()", "false": "false()"}.get(
            source.strip(), source
        )
        made = self.compile(source, focus_at(spec), as_boolean, (bind.path, bind.line, column))
        if made is None:
            return None
        link(self.form, made[1], spec, None)
        return made[0]

    def _target(
        self, kind: TargetKind, spec: NodeSpec, source: str, how: tuple[Convert, int, str]
    ) -> None:
        convert, line, column = how
        at = spec.parent if kind is TargetKind.COUNT and spec.parent is not None else spec
        made = self.compile(source, focus_at(at), convert, (spec.full_path(), line, column))
        if made is None:
            return
        reads = made[1]
        if kind is TargetKind.VALUE:
            self.reads.setdefault(spec.index, []).extend(reads)
        self.form.targets.append(Target(len(self.form.targets), kind, spec, at, made[0], reads))
        if kind is TargetKind.COUNT:
            self.form.counted[spec.index] = self.form.targets[-1]

    def _compile_control(self, control: Control, spec: NodeSpec) -> None:
        if control.kind == "repeat":
            if control.count:
                self._count(control, spec)
            if control.fixed or control.count:
                self.form.fixed_repeats.add(spec.index)
        if control.kind in {"select", "select1", "rank"}:
            self.form.choices[spec.index] = self._choices(control, spec)

    def _count(self, control: Control, spec: NodeSpec) -> None:
        source = control.count
        try:
            tree = _from_parent(self.tree(source))
        except ExpressionError as error:
            self._say(control.line, "repeat_count", error.what, error.how, control.path)
            return
        key = f"{source}\n"
        self.trees[key] = tree
        self._target(TargetKind.COUNT, spec, key, (as_number, control.line, "repeat_count"))

    def _choices(self, control: Control, spec: NodeSpec) -> Choices:
        items = control.items
        if items is None or not items.nodes:
            return Choices(fixed=tuple(choice.value for choice in control.choices))
        key = f"{items.nodes}|{items.value}|{items.label}"
        if key in self._plain_lists:
            return self._plain_lists[key]
        about = (control.path, control.line, "choice_filter")
        made = self.compile(items.nodes, focus_at(spec), as_nodes, about)
        inner = Focus(None, focus_at(spec).origin, inner=True)
        value = self.compile(items.value, inner, as_text, about)
        label = self.compile(items.label, inner, as_text, about) if items.label else None
        if made is None:
            return Choices()
        link(self.form, made[1], spec, None)
        choices = Choices(
            nodes=made[0],
            value=value[0] if value else None,
            label=label[0] if label else None,
            label_is_text_id=items.label_is_text_id,
            list_name=list_name(items.nodes),
            code_field=items.value,
            filtered=bool(made[1]) or "[" in items.nodes,
        )
        if not choices.filtered:
            self._plain_lists[key] = choices
        return choices

    def _compile_action(self, action: SetValue) -> None:
        spec = self.form.by_path.get(action.path)
        if spec is None:
            self._say(
                action.line,
                "ref",
                f"The form has no field {action.path}.",
                "",
                action.path,
                soft=True,
            )
            return
        tree: Tree | None = None if action.value else Text(action.text)
        source = action.value or f"\n{action.text}"
        if tree is not None:
            self.trees[source] = tree
        made = self.compile(source, focus_at(spec), as_value, (action.path, action.line, "default"))
        if made is None:
            return
        trigger = self.form.by_path.get(action.trigger) if action.trigger else None
        self.reads.setdefault(spec.index, []).extend(made[1])
        events = frozenset(_EVENTS.get(event, event) for event in action.events)
        self.form.actions.append(Action(spec, events, trigger, made[0], made[1]))


_TYPE_NAMES = {"integer": "int", "datetime": "dateTime", "xsd:int": "int"}
_EVENTS = {"xforms-ready": "odk-instance-load"}


def list_name(nodes: str) -> str:
    """Return the id of the instance that an itemset takes its items from, or nothing."""
    written = nodes.strip()
    if not written.startswith("instance("):
        return ""
    return written.removeprefix("instance(").partition(")")[0].strip("'\" ")


def is_from_program(bind: Bind) -> bool:
    """Say whether the program's rules give this node its value."""
    return bool(bind.extras.get("source"))


def _grow(element: Element, parent: NodeSpec, repeats: set[str], path: str) -> None:
    name, text, children, _attributes = element
    here = f"{path}/{name}"
    spec = parent.children.get(name)
    if spec is None:
        spec = NodeSpec(name, parent, is_repeat=here in repeats)
        spec.default = text
    for child in children:
        _grow(child, spec, repeats, here)


def _from_parent(tree: Tree) -> Tree:
    """Return a count as seen from the repeat's parent: ``../n`` becomes ``n``.

    The form writes it as seen from the repeat, which has no rows yet when the count is needed.
    """
    if not isinstance(tree, Path) or tree.absolute or tree.start is not None or not tree.steps:
        return tree
    if tree.steps[0].axis == "parent" and len(tree.steps) > 1:
        return replace(tree, steps=tree.steps[1:])
    return tree
