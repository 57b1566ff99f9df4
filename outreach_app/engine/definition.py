"""A loaded form: what it asks, and everything a session needs to run it."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from outreach_app.engine.assembly import Assembly
from outreach_app.engine.compiled import CompiledForm
from outreach_app.engine.errors import BrokenForm, DamagedCache
from outreach_app.engine.expressions.tree import Tree, from_json, to_json
from outreach_app.engine.faults import Fault, Weight
from outreach_app.engine.instances import empty_list, external_document
from outreach_app.engine.items import CodedItem, Item, Question, coded_items, walk
from outreach_app.engine.lint import lint
from outreach_app.engine.model import Element, FormModel, model_from_json
from outreach_app.engine.nodes import Node, NodeKind
from outreach_app.engine.outline import Outline
from outreach_app.engine.parts import assign_parts
from outreach_app.engine.xform import read_form

ENGINE_VERSION = 2
T = TypeVar("T")
_Steps: TypeAlias = Generator[None, None, T]


@dataclass(frozen=True, slots=True)
class _Made:
    """What compiling a model gave."""

    instances: dict[str, Node]
    compiled: CompiledForm
    parts: list[str]
    questions: tuple[Item, ...]
    by_path: dict[str, Item]
    trees: dict[str, Tree]
    notes: list[str]


class FormDefinition:
    """A form, ready to be filled in.

    Attributes:
        form_id, version, title: As the form says.
        form_hash: SHA-256 of the XForm's bytes, in hex: the form's identity.
        languages: Names of its languages, the default first; empty for a form without.
        questions: The tree of groups, repeats and questions.
        warnings: What its author should look at; the form works all the same.
        notes: What the program leaves aside, and files that were not given.
    """

    def __init__(self, model: FormModel, form_hash: str, made: _Made, faults: list[Fault]) -> None:
        """Take what was compiled; use `load_form` or `from_cache`."""
        self.model = model
        self.form_hash = form_hash
        self.form_id = model.form_id
        self.version = model.version
        self.title = model.title
        self.languages: tuple[str, ...] = tuple(model.languages)
        self.notes: list[str] = [*model.notes, *made.notes]
        self.instances = made.instances
        self.compiled = made.compiled
        self._parts = made.parts
        self.questions = made.questions
        self._by_path = made.by_path
        self._named: dict[str, list[Item]] = {}
        for item in self._by_path.values():
            self._named.setdefault(item.name, []).append(item)
        self.warnings: tuple[Fault, ...] = tuple(f for f in faults if f.weight is Weight.WARNING)
        self.trees = made.trees

    def item_at(self, path: str) -> Item | None:
        """Return the item at a path such as ``section_f/risks/risk_title``."""
        return self._by_path.get(path)

    def items_named(self, name: str) -> tuple[Item, ...]:
        """Return the items with a name; our own forms have one for each."""
        return tuple(self._named.get(name, ()))

    def leaves(self) -> Iterable[Question]:
        """Yield the questions, in the form's order."""
        return (item for item in walk(self.questions) if isinstance(item, Question))

    def items(self) -> tuple[CodedItem, ...]:
        """Return the coded items, with what rules need to know about each."""
        return coded_items(self.questions)

    def part_of(self, path: str) -> str:
        """Return the export class of a path: from its own bind, the groups around it, its inputs.

        Args:
            path: Names joined by ``/``, rows left out; a name alone where it is unique.

        Raises:
            KeyError: No such path.
        """
        root = self.compiled.root.full_path()
        if path not in self._by_path and len(self._named.get(path, ())) == 1:
            path = self._named[path][0].path
        return self._parts[self.compiled.by_path[f"{root}/{path}"].index]

    def part_at(self, index: int) -> str:
        """Return the export class of a place by its index."""
        return self._parts[index]

    def to_cache(self) -> bytes:
        """Return the form and its syntax trees as JSON, for this version of the engine."""
        content = {
            "engine": ENGINE_VERSION,
            "form_hash": self.form_hash,
            "model": self.model.to_json(),
            "trees": {source: to_json(tree) for source, tree in self.trees.items()},
            "warnings": [[f.sheet, f.row, f.column, f.what, f.how, f.field] for f in self.warnings],
        }
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def load_form(
    xml: bytes, *, instances: Mapping[str, bytes] | None = None, strict: bool = False
) -> FormDefinition:
    """Return a form from the bytes of its XForm.

    Args:
        xml: The XForm.
        instances: Files beside it (code lists …) by file name or instance id.
        strict: Warnings stop the form too, as for an author's check.

    Raises:
        BrokenForm: The form cannot be used; all faults are listed.
        FormTooLarge, DamagedInstance: It, or a file beside it, cannot be read.
    """
    form_hash = hashlib.sha256(xml).hexdigest()
    with _without_collector():
        return _run_through(_building(read_form(xml), form_hash, instances or {}, strict=strict))


def from_cache(
    cache: bytes, *, form_hash: str, instances: Mapping[str, bytes] | None = None
) -> FormDefinition:
    """Return the form that `FormDefinition.to_cache` wrote.

    Raises:
        DamagedCache: Written by another version of the engine, for another form, or damaged.
    """
    return _run_through(reading_cache(cache, form_hash=form_hash, instances=instances))


def reading_cache(
    cache: bytes, *, form_hash: str, instances: Mapping[str, bytes] | None = None
) -> _Steps[FormDefinition]:
    """Return it as `from_cache` does, in steps of about a quarter of the time each."""
    steps = _from_cache(cache, form_hash, instances or {})
    while True:
        try:
            with _without_collector():
                next(steps)
        except StopIteration as end:
            form: FormDefinition = end.value
            return form
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            raise DamagedCache from error
        yield


def _from_cache(
    cache: bytes, form_hash: str, instances: Mapping[str, bytes]
) -> _Steps[FormDefinition]:
    content: dict[str, Any] = json.loads(cache)
    if content["engine"] != ENGINE_VERSION or content["form_hash"] != form_hash:
        raise DamagedCache
    model = model_from_json(content["model"])
    yield
    trees = {source: from_json(tree) for source, tree in content["trees"].items()}
    form = yield from _building(model, form_hash, instances, trees=trees)
    form.warnings = tuple(
        Fault(w[0], w[1], w[2], w[3], w[4], Weight.WARNING, w[5]) for w in content["warnings"]
    )
    return form


def _building(
    model: FormModel,
    form_hash: str,
    files: Mapping[str, bytes],
    *,
    trees: Mapping[str, Tree] | None = None,
    strict: bool = False,
) -> _Steps[FormDefinition]:
    """Compile a model, in steps.

    Raises:
        BrokenForm: The form cannot be used; all faults are listed.
    """
    notes: list[str] = []
    instances = _read_instances(model, files, notes)
    assembly = Assembly(model, trees)
    yield
    compiled = yield from assembly.assembling()
    faults = assembly.faults
    parts = assign_parts(model, compiled, assembly.reads, faults)
    yield
    questions = Outline(model, compiled, instances, parts).items()
    by_path = {item.path: item for item in walk(questions)}
    if trees is None:
        faults.extend(lint(model, compiled, assembly.trees, by_path))
    stopping = faults if strict else [f for f in faults if f.weight is Weight.FAULT]
    if stopping:
        raise BrokenForm(sorted(stopping, key=lambda f: (f.weight is Weight.WARNING, f.row)))
    made = _Made(instances, compiled, parts, questions, by_path, assembly.trees, notes)
    return FormDefinition(model, form_hash, made, faults)


def _run_through(steps: _Steps[T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            outcome: T = end.value
            return outcome


def _read_instances(
    model: FormModel, files: Mapping[str, bytes], notes: list[str]
) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for instance in model.instances:
        if instance.content is not None:
            found[instance.name] = _document(instance.content)
            continue
        document = external_document(instance.source, instance.name, files)
        if document is None:
            notes.append(f"The list {instance.name} was not given and is empty.")
            document = empty_list()
        found[instance.name] = document
    return found


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the cycle collector out of a load: it would walk every new closure several times."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _document(content: Element) -> Node:
    document = Node("", NodeKind.DOCUMENT)
    document.indexes = {}
    document.add(_node(content))
    return document


def _node(content: Element) -> Node:
    name, text, children, attributes = content
    node = Node(name, NodeKind.ELEMENT)
    node.text = text
    for key, value in attributes.items():
        attribute = Node(key, NodeKind.ATTRIBUTE, node)
        attribute.text = value
        node.attributes.append(attribute)
    for child in children:
        node.add(_node(child))
    return node
