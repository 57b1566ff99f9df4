"""Builds the tree of items from the model: types, words, choices."""

from __future__ import annotations

from collections.abc import Mapping

from outreach_app.engine.assembly import list_name
from outreach_app.engine.compiled import CompiledForm
from outreach_app.engine.items import (
    Conditions,
    Group,
    Item,
    Labels,
    ListedChoice,
    Question,
    Repeat,
)
from outreach_app.engine.model import Bind, Control, FormModel, Part, Wording
from outreach_app.engine.nodes import Node
from outreach_app.engine.specs import NodeSpec

_INPUT_TYPES = {
    "int": "integer",
    "decimal": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "dateTime",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
}
_CONTROL_TYPES = {
    "select1": "select_one",
    "select": "select_multiple",
    "rank": "rank",
    "trigger": "acknowledge",
    "range": "range",
}
_NO_BIND = Bind("")
_RELATIONS = frozenset({"group", "repeat"})


def plain_words(parts: list[Part]) -> str:
    """Return a text for people outside a session: a field in it shows as its name."""
    return "".join(
        p if isinstance(p, str) else f"${{{p[0].strip().rpartition('/')[2]}}}" for p in parts
    )


class Outline:
    """Makes the items of one form."""

    def __init__(
        self, model: FormModel, form: CompiledForm, instances: Mapping[str, Node], parts: list[str]
    ) -> None:
        """Begin with what the form says and the lists beside it."""
        self._model = model
        self._form = form
        self._instances = instances
        self._parts = parts
        self._lists: dict[str, tuple[ListedChoice, ...]] = {}
        self._controls: dict[str, Control] = {}
        self._labels: dict[str, Control] = {}
        self._counts = {c.path: c.count for c in model.controls if c.count}
        for control in model.controls:
            if control.kind not in _RELATIONS:
                self._controls.setdefault(control.path, control)
            elif control.kind == "group" or control.path not in self._labels:
                self._labels.setdefault(control.path, control)

    def items(self) -> tuple[Item, ...]:
        """Return the items at the top of the form."""
        return self._children(self._form.root)

    def _children(self, spec: NodeSpec) -> tuple[Item, ...]:
        ordered = sorted(
            enumerate(spec.children.values()), key=lambda pair: self._body_order(pair, spec)
        )
        return tuple(
            self._item(child) for _, child in ordered if child.name.rpartition(":")[2] != "meta"
        )

    def _body_order(self, pair: tuple[int, NodeSpec], parent: NodeSpec) -> tuple[int, int]:
        """Order by the body; what does not stand there stays behind what precedes it."""
        place = -1
        for number, child in enumerate(parent.children.values()):
            own = self._first_control(child)
            if own >= 0:
                place = own
            if number == pair[0]:
                break
        return place, pair[0]

    def _first_control(self, spec: NodeSpec) -> int:
        path = spec.full_path()
        control = self._controls.get(path) or self._labels.get(path)
        if control is not None:
            return control.order
        orders = [self._first_control(child) for child in spec.children.values()]
        return min((each for each in orders if each >= 0), default=-1)

    def _item(self, spec: NodeSpec) -> Item:
        path = spec.full_path()
        bind = self._model.binds.get(path, _NO_BIND)
        if spec.is_leaf and not spec.is_repeat:
            return self._question(spec, bind, self._controls.get(path))
        control = self._labels.get(path)
        label = self.words(control.label if control else None, f"{path}:label")
        hint = self.words(control.hint if control else None, f"{path}:hint")
        appearance = control.appearance if control else ""
        conditions = self._conditions(bind, None, self._counts.get(path, ""))
        extras, part = bind.extras, self._parts[spec.index]
        children = self._children(spec)
        if spec.is_repeat:
            fixed = spec.index in self._form.fixed_repeats
            return Repeat(
                spec.name,
                spec.path,
                label,
                hint,
                appearance,
                extras,
                conditions,
                part,
                children,
                fixed,
            )
        return Group(
            spec.name, spec.path, label, hint, appearance, extras, conditions, part, children
        )

    def _question(self, spec: NodeSpec, bind: Bind, control: Control | None) -> Question:
        path = spec.full_path()
        rules = self._form.rules[spec.index]
        guidance = self._guidance(control, path)
        return Question(
            name=spec.name,
            path=spec.path,
            label=self.words(control.label if control else None, f"{path}:label"),
            hint=self.words(control.hint if control else None, f"{path}:hint"),
            appearance=control.appearance if control else "",
            extras=bind.extras,
            conditions=self._conditions(bind, control, ""),
            part=self._parts[spec.index],
            type=question_type(bind, control, calculated=rules.calculated),
            guidance=guidance,
            choices=self._choices(control),
            constraint_message=self.words(bind.constraint_message, ""),
            required_message=self.words(bind.required_message, ""),
            parameters=_parameters(bind, control),
            default=spec.default,
            calculated=rules.calculated,
            visible=control is not None,
        )

    def _conditions(self, bind: Bind, control: Control | None, count: str) -> Conditions:
        items = control.items if control is not None else None
        return Conditions(
            relevant=bind.relevant,
            required=bind.required,
            constraint=bind.constraint,
            calculation=bind.calculate,
            readonly=bind.readonly,
            choice_filter=items.nodes if items is not None and "[" in items.nodes else "",
            count=count,
        )

    def words(self, wording: Wording | None, fallback_id: str) -> Labels:
        """Return a wording in every language."""
        text_id = wording.text_id if wording is not None else fallback_id
        if wording is not None and not wording.text_id:
            key = self._model.languages[0] if self._model.languages else ""
            return {key: plain_words(wording.parts)} if wording.parts else {}
        return self._translated(text_id, "")

    def _translated(self, text_id: str, form: str) -> Labels:
        found: dict[str, str] = {}
        for language in self._model.languages:
            forms = self._model.translations[language].get(text_id, {})
            parts = forms.get(form) or (forms.get("long") if not form else None)
            if parts and parts != ["-"]:
                found[language] = plain_words(parts)
        return found

    def _guidance(self, control: Control | None, path: str) -> Labels:
        hint = control.hint if control is not None else None
        text_id = hint.text_id if hint is not None and hint.text_id else f"{path}:hint"
        return self._translated(text_id, "guidance")

    def _choices(self, control: Control | None) -> tuple[ListedChoice, ...]:
        if control is None:
            return ()
        if control.items is None or not control.items.nodes:
            return tuple(
                ListedChoice(choice.value, self.words(choice.label, ""), {})
                for choice in control.choices
            )
        nodes = control.items.nodes.partition("[")[0].strip()
        key = f"{nodes}|{control.items.value}|{control.items.label}"
        if key not in self._lists:
            self._lists[key] = self._listed(nodes, control)
        return self._lists[key]

    def _listed(self, nodes: str, control: Control) -> tuple[ListedChoice, ...]:
        items = control.items
        document = self._instances.get(list_name(nodes))
        if items is None or document is None:
            return ()
        found: list[ListedChoice] = []
        for root in document.children:
            for item in root.children:
                fields = {field.name: field.text for field in item.children}
                label: Labels = {"": fields.get(items.label, "")}
                if items.label_is_text_id:
                    label = self._translated(fields.get(items.label, ""), "")
                known = {items.value, items.label}
                extras = {key: value for key, value in fields.items() if key not in known}
                found.append(ListedChoice(fields.get(items.value, ""), label, extras))
        return tuple(found)


def _parameters(bind: Bind, control: Control | None) -> dict[str, str]:
    """Return what the parameters column says, wherever the XForm keeps it."""
    given = dict(control.attributes) if control is not None else {}
    return given | ({"max-pixels": bind.max_pixels} if bind.max_pixels else {})


def question_type(bind: Bind, control: Control | None, *, calculated: bool) -> str:
    """Return the XLSForm type of a leaf."""
    if control is None:
        return "calculate" if calculated else "hidden"
    if control.kind == "upload":
        media = control.attributes.get("mediatype", "").partition("/")[0]
        return media if media in {"image", "audio", "video"} else "file"
    if control.kind != "input":
        return _CONTROL_TYPES[control.kind]
    kind = _INPUT_TYPES.get(bind.type, "text")
    if kind == "text" and bind.readonly.strip() == "true()" and not calculated:
        return "note"
    return kind
