"""What a form's author should look at, beyond what keeps the form from running."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from outreach_app.engine.compiled import CompiledForm
from outreach_app.engine.expressions.places import Focus, focus_at, follow, follow_absolute
from outreach_app.engine.expressions.texts import compile_pattern
from outreach_app.engine.expressions.tree import Binary, Call, Number, Path, Text, Tree, walk
from outreach_app.engine.faults import Fault, Weight
from outreach_app.engine.items import Item, Question
from outreach_app.engine.model import Bind, FormModel
from outreach_app.engine.specs import NodeSpec

_UNSUPPORTED = frozenset({"audio", "video", "barcode", "geopoint", "geotrace", "geoshape"})
_COLUMNS = ("relevant", "calculate", "constraint", "required", "readonly")


def lint(
    model: FormModel, form: CompiledForm, trees: Mapping[str, Tree], items: Mapping[str, Item]
) -> list[Fault]:
    """Return the faults and warnings of a form that compiled."""
    found: list[Fault] = []
    if not model.version:
        found.append(
            _warn(
                0,
                "version",
                "The form has no version.",
                "Fill in version on the settings sheet.",
                "settings",
            )
        )
    for names, hopeless in form.cycles:
        what = "These fields depend on each other: " + " → ".join(names) + "."
        weight = Weight.FAULT if hopeless else Weight.WARNING
        found.append(
            Fault(
                "xml",
                0,
                "calculation",
                what,
                "Take one of them out of the circle.",
                weight,
                names[0],
            )
        )
    for item in items.values():
        if isinstance(item, Question) and item.type in _UNSUPPORTED:
            what = f"Questions of the type {item.type} are not asked here; answers are kept."
            found.append(_warn(0, "type", what, "Use another type.", "xml", item.path))
    for bind in model.binds.values():
        spec = form.by_path.get(bind.path)
        if spec is not None:
            found.extend(_expressions(bind, spec, form, trees, items))
    return found


def _warn(row: int, column: str, what: str, how: str, sheet: str = "xml", field: str = "") -> Fault:
    return Fault(sheet, row, column, what, how, Weight.WARNING, field)


def _expressions(
    bind: Bind,
    spec: NodeSpec,
    form: CompiledForm,
    trees: Mapping[str, Tree],
    items: Mapping[str, Item],
) -> Iterator[Fault]:
    for column in _COLUMNS:
        tree = trees.get(getattr(bind, column))
        if tree is None:
            continue
        for what, how in _faults_in(tree, spec, form, items):
            yield _warn(bind.line, column, what, how, "xml", bind.path)


def _faults_in(
    tree: Tree, spec: NodeSpec, form: CompiledForm, items: Mapping[str, Item]
) -> Iterator[tuple[str, str]]:
    complete = _asks_for_completeness(tree)
    for part in walk(tree):
        if isinstance(part, Binary) and part.operator in {"=", "!="}:
            if not complete and _trusts_empty_case_file(part):
                yield (
                    "With an empty case file this count is 0 too.",
                    "Add: and instance('casefile')/casefile/complete = 'true'.",
                )
            for one, other in ((part.left, part.right), (part.right, part.left)):
                if isinstance(one, Path) and isinstance(other, Text):
                    yield from _unknown_code(one, other.value, spec, form, items)
        elif isinstance(part, Call):
            yield from _faulty_call(part, spec, form, items)


def _trusts_empty_case_file(tree: Binary) -> bool:
    """Say whether a condition counts nothing in the case file as good news.

    With an empty case file “no open targets” is true, so the condition must also ask whether
    the file is complete.
    """
    counted = [tree.left, tree.right]
    zero = any(isinstance(side, Number) and side.value == 0 for side in counted)
    return zero and any(
        isinstance(side, Call) and side.name == "count" and _reads_case_file(side)
        for side in counted
    )


def _reads_case_file(tree: Tree) -> bool:
    return any(
        isinstance(part, Call) and part.name == "instance" and part.arguments == (Text("casefile"),)
        for part in walk(tree)
    )


def _asks_for_completeness(tree: Tree) -> bool:
    return any(
        isinstance(part, Path) and any(step.test == "complete" for step in part.steps)
        for part in walk(tree)
    )


def _faulty_call(
    call: Call, spec: NodeSpec, form: CompiledForm, items: Mapping[str, Item]
) -> Iterator[tuple[str, str]]:
    arguments = call.arguments
    if (
        call.name == "selected"
        and isinstance(arguments[0], Path)
        and isinstance(arguments[1], Text)
    ):
        yield from _unknown_code(arguments[0], arguments[1].value.strip(), spec, form, items)
    if call.name == "regex" and len(arguments) == 2 and isinstance(arguments[1], Text):
        pattern = arguments[1].value
        if compile_pattern(pattern) is None:
            yield (
                f"The pattern {pattern} cannot be used here.",
                "Patterns have no look-ahead, no look-behind and no back-references.",
            )
        elif not (pattern.startswith("^") and pattern.endswith("$")):
            yield (
                f"The pattern {pattern} is not tied to the beginning and the end.",
                "Write ^ in front and $ behind, so that all tools agree.",
            )


def _unknown_code(
    path: Path, code: str, spec: NodeSpec, form: CompiledForm, items: Mapping[str, Item]
) -> Iterator[tuple[str, str]]:
    goal = _goal(path, spec, form)
    item = items.get(goal.path) if goal is not None else None
    if not isinstance(item, Question) or not item.choices or not code:
        return
    codes = [choice.code for choice in item.choices]
    if code not in codes:
        shown = ", ".join(codes[:12])
        yield f"“{code}” is not a choice of {item.name}.", f"Its choices are {shown}."


def _goal(path: Path, spec: NodeSpec, form: CompiledForm) -> NodeSpec | None:
    focus: Focus = focus_at(spec)
    if path.start is not None or focus.origin is None or focus.places is None:
        return None
    places = focus.places
    if path.absolute:
        trail = follow_absolute(form.document, focus.origin, path.steps)
        places = trail[-1] if trail else ()
    else:
        for step in path.steps:
            places = follow(places, step)
    return places[0].spec if len(places) == 1 else None
