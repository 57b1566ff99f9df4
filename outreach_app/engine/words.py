"""Words and choices of a live form: labels with field values in them, lists as offered now."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.expressions.code import Closure, as_text
from outreach_app.engine.expressions.compiler import Compiler
from outreach_app.engine.expressions.parser import parse
from outreach_app.engine.expressions.places import focus_at
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.live import LiveForm
from outreach_app.engine.model import Bind, Control, Part, Wording
from outreach_app.engine.nodes import LiveNode, Node
from outreach_app.engine.specs import NodeSpec


@dataclass(frozen=True, slots=True)
class OfferedChoice:
    """A choice as it can be chosen now."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one item in the session's language, values filled in."""

    label: str
    hint: str
    guidance: str
    constraint_message: str
    required_message: str


class Speaker:
    """Says what a form says: implements the host that expressions see."""

    def __init__(self, definition: FormDefinition, live: LiveForm, language: str | None) -> None:
        """Speak in a language of the form, its first one by default."""
        self._definition = definition
        self._live = live
        self.language = ""
        self.speak(language)
        self._closures: dict[tuple[int, str], Closure | None] = {}
        self._listed: dict[tuple[str, str], frozenset[str]] = {}
        self._controls: dict[str, Control] = {}
        for control in definition.model.controls:
            if control.label is not None or control.path not in self._controls:
                self._controls[control.path] = control

    def speak(self, language: str | None) -> None:
        """Speak a language of the form from now on, its first one when it has no such one."""
        model = self._definition.model
        known = language is not None and language in model.translations
        self.language = str(language) if known else next(iter(model.languages), "")

    def words(self, node: LiveNode) -> Words:
        """Return the words of the item a node belongs to."""
        path = node.spec.full_path()
        control = self._controls.get(path)
        bind = self._definition.model.binds.get(path) or Bind(path)
        hint = (control.hint if control else None) or Wording(text_id=f"{path}:hint")
        return Words(
            label=self.label(node),
            hint=self.say(hint, node),
            guidance=self._translated(hint.text_id, "guidance", node),
            constraint_message=self.say(bind.constraint_message, node),
            required_message=self.say(bind.required_message, node),
        )

    def label(self, node: LiveNode) -> str:
        """Return the label of the item a node belongs to."""
        control = self._controls.get(node.spec.full_path())
        fallback = Wording(text_id=f"{node.spec.full_path()}:label")
        return self.say((control.label if control else None) or fallback, node)

    def say(self, wording: Wording | None, node: LiveNode) -> str:
        """Return a wording with its values filled in."""
        if wording is None:
            return ""
        if wording.text_id:
            return self._translated(wording.text_id, "", node)
        return self._filled(wording.parts, node)

    def _translated(self, text_id: str, form: str, node: LiveNode) -> str:
        """Say a text in the language, else in the form's first one: no question is without words."""
        model = self._definition.model
        for language in dict.fromkeys((self.language, *model.languages[:1])):
            forms = model.translations.get(language, {}).get(text_id, {})
            parts = forms.get(form) or (forms.get("long") if not form else None)
            if parts and parts != ["-"]:
                return self._filled(parts, node)
        return ""

    def _filled(self, parts: list[Part], node: LiveNode) -> str:
        return "".join(p if isinstance(p, str) else self._value(p[0], node) for p in parts)

    def _value(self, source: str, node: LiveNode) -> str:
        key = (node.spec.index, source)
        if key not in self._closures:
            self._closures[key] = self._compiled(source, node.spec)
        closure = self._closures[key]
        return str(self._live.ask(closure, node)) if closure is not None else ""

    def _compiled(self, source: str, spec: NodeSpec) -> Closure | None:
        compiler = Compiler(self._definition.compiled.document)
        try:
            return as_text(compiler.compile(parse(source), focus_at(spec)))
        except ExpressionError:
            return None

    # ---- choices ----------------------------------------------------------------------------

    def codes(self, node: LiveNode) -> tuple[str, ...]:
        """Return the codes offered for a select question now."""
        choices = self._definition.compiled.choices.get(node.spec.index)
        if choices is None or choices.nodes is None or choices.value is None:
            return choices.fixed if choices is not None else ()
        value = choices.value
        return tuple(self._text(value, item, node) for item in self._items(choices.nodes, node))

    def offered(self, node: LiveNode) -> tuple[OfferedChoice, ...]:
        """Return the choices offered for a select question now, with their words."""
        choices = self._definition.compiled.choices.get(node.spec.index)
        if choices is None:
            return ()
        if choices.nodes is None or choices.value is None:
            control = self._controls.get(node.spec.full_path())
            written = control.choices if control is not None else []
            return tuple(OfferedChoice(c.value, self.say(c.label, node)) for c in written)
        found: list[OfferedChoice] = []
        for item in self._items(choices.nodes, node):
            label = self._text(choices.label, item, node) if choices.label is not None else ""
            if choices.label_is_text_id:
                label = self._translated(label, "", node)
            found.append(OfferedChoice(self._text(choices.value, item, node), label))
        return tuple(found)

    def listed(self, node: LiveNode) -> frozenset[str]:
        """Return every code of a select question's list, offered now or not; empty if unknown."""
        choices = self._definition.compiled.choices.get(node.spec.index)
        if choices is None or choices.fixed:
            return frozenset(choices.fixed) if choices is not None else frozenset()
        key = (choices.list_name, choices.code_field)
        if key not in self._listed:
            document = self._live.env.instances.get(choices.list_name)
            roots = document.children if document is not None else []
            fields = [f for root in roots for item in root.children for f in item.children]
            self._listed[key] = frozenset(f.text for f in fields if f.name == choices.code_field)
        return self._listed[key]

    def _items(self, nodes: Closure, node: LiveNode) -> list[Node]:
        items: list[Node] = self._live.ask(nodes, node)
        return items

    def _text(self, closure: Closure, item: Node, node: LiveNode) -> str:
        self._live.env.current = node
        return str(closure(item, self._live.env))

    # ---- what expressions ask ---------------------------------------------------------------

    def choice_name(self, question: str, value: str, node: Node) -> str:
        """Return the label of a choice of a question, for jr:choice-name()."""
        spec = self._definition.compiled.by_path.get(question)
        if spec is None:
            found = self._definition.items_named(question.rpartition("/")[2])
            root = self._definition.compiled.root.full_path()
            spec = (
                self._definition.compiled.by_path.get(f"{root}/{found[0].path}") if found else None
            )
        asked = self._nearest(spec, node) if spec is not None else None
        if asked is None:
            return ""
        saved = self._live.env.current
        labels = {choice.code: choice.label for choice in self.offered(asked)}
        self._live.env.current = saved
        if value in labels:
            return labels[value]
        return ", ".join(labels[code] for code in value.split() if code in labels)

    def _nearest(self, spec: NodeSpec, node: Node) -> LiveNode | None:
        place: Node | None = node
        while isinstance(place, LiveNode) and not spec.is_within(place.spec):
            place = place.parent
        if not isinstance(place, LiveNode):
            return None
        for step in spec.chain()[place.spec.depth + 1 :]:
            rows = place.rows(step.name)
            if not rows:
                return None
            place = rows[0]
        return place

    def translated(self, text_id: str) -> str:
        """Return a text of the translation table, for jr:itext()."""
        return self._translated(text_id, "", self._live.root)
