"""The first moments of a form: its own rows and defaults, preloads, first evaluation."""

from __future__ import annotations

from collections.abc import Mapping

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.expressions.dates import moment_text
from outreach_app.engine.live import LiveForm
from outreach_app.engine.model import Bind, Element
from outreach_app.engine.nodes import LiveNode
from outreach_app.engine.specs import NodeSpec


def start_form(
    definition: FormDefinition, live: LiveForm, preloads: Mapping[str, str], *, is_new: bool
) -> None:
    """Bring a form to its first consistent state.

    Args:
        definition: The form.
        live: Its nodes, with stored answers unless new.
        preloads: Values of properties such as ``username``.
        is_new: Defaults, preloads and first-load actions apply.
    """
    if is_new:
        own = any(bind.extras for bind in definition.model.binds.values())
        _put_own_rows(live, live.root, definition.model.root, empty_rows=not own)
        _preload(definition, live, preloads)
    live.sweep()
    if is_new:
        live.run_actions("odk-instance-first-load")
    live.run_actions("odk-instance-load")
    live.settle()


def _put_own_rows(live: LiveForm, node: LiveNode, element: Element, *, empty_rows: bool) -> None:
    """Give repeats the rows that the form's own instance has; templates are not rows.

    Converters write one row beside each template. In our own forms a table begins empty, so
    a row that says no more than its template is left out; other forms begin as their tools do.
    """
    templates = {child[0]: child for child in element[2] if "jr:template" in child[3]}
    for child in element[2]:
        name, text, _children, attributes = child
        spec = node.spec.children.get(name)
        if spec is None or "jr:template" in attributes:
            continue
        if spec.is_repeat:
            if spec.index in live.compiled.counted:
                continue
            template = templates.get(name)
            if not empty_rows and template and _bare(child, spec) == _bare(template, spec):
                continue
            inner = live.append_row(node, spec)
        else:
            inner = node.only(name)
        if spec.is_leaf:
            inner.kept = inner.text = text
        _put_own_rows(live, inner, child, empty_rows=empty_rows)


def _bare(element: Element, spec: NodeSpec) -> tuple[str, list[object]]:
    """Return the texts of a row without its inner repeats, which converters write differently."""
    inner = [
        _bare(child, spec.children[child[0]])
        for child in element[2]
        if child[0] in spec.children and not spec.children[child[0]].is_repeat
    ]
    return element[1], list(inner)


def _preload(definition: FormDefinition, live: LiveForm, preloads: Mapping[str, str]) -> None:
    for bind in definition.model.binds.values():
        spec = definition.compiled.by_path.get(bind.path)
        if spec is None or not bind.preload:
            continue
        text = _preloaded(bind, live, preloads)
        if text:
            for node in live.instances(spec):
                node.kept = node.text = text


def _preloaded(bind: Bind, live: LiveForm, preloads: Mapping[str, str]) -> str:
    if bind.preload == "date":
        return live.env.today.isoformat()
    if bind.preload == "timestamp":
        return moment_text(live.env.now)
    if bind.preload == "property":
        return preloads.get(bind.preload_parameter, "")
    return ""
