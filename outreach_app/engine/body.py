"""Reads the body of an XForm: controls, groups, repeats, actions."""

import re

from lxml import etree

from outreach_app.engine.model import Choice, Control, FormModel, ItemSet, SetValue, Wording
from outreach_app.engine.wordings import wording_of

_XFORMS = "{http://www.w3.org/2002/xforms}"
_JAVAROSA = "{http://openrosa.org/javarosa}"
_CONTROLS = frozenset(
    {
        "input",
        "select",
        "select1",
        "rank",
        "upload",
        "trigger",
        "range",
        "group",
        "repeat",
        "secret",
    }
)
_ITEXT_FIELD = re.compile(r"^\s*jr:itext\(\s*([^'\"]+?)\s*\)\s*$")
_TAKEN = frozenset({"ref", "nodeset", "bind", "appearance"})


def read_body(body: etree._Element, form: FormModel, root_name: str) -> None:
    """Add the controls and actions of a body to the model."""
    binds = {
        element.get("id") or "": element.get("nodeset") or ""
        for element in body.getroottree().getroot().iter(f"{_XFORMS}bind")
        if element.get("id")
    }
    _Body(form, root_name, binds).read(body, f"/{root_name}", "")


def read_set_value(element: etree._Element, root_name: str, trigger: str) -> SetValue:
    """Return an action."""
    path = re.sub(r"\s+", "", element.get("ref") or element.get("target") or "")
    if path and not path.startswith("/"):
        path = f"/{root_name}/{path}"
    return SetValue(
        path=path,
        events=(element.get("event") or "").split(),
        value=element.get("value") or "",
        text=(element.text or "").strip(),
        trigger=trigger,
        line=element.sourceline or 0,
    )


class _Body:
    def __init__(self, form: FormModel, root_name: str, binds: dict[str, str]) -> None:
        self._form = form
        self._root_name = root_name
        self._binds = binds

    def read(self, parent: etree._Element, context: str, trigger: str) -> None:
        for element in parent:
            if not isinstance(element.tag, str):
                continue
            kind = etree.QName(element).localname
            if kind == "setvalue":
                action = read_set_value(element, self._root_name, trigger)
                self._form.set_values.append(action)
            elif kind in _CONTROLS:
                self._control(element, kind, context)

    def _control(self, element: etree._Element, kind: str, context: str) -> None:
        path = self._path(element, context)
        control = Control(
            kind="input" if kind == "secret" else kind,
            path=path,
            appearance=element.get("appearance") or "",
            label=wording_of(element, "label"),
            hint=wording_of(element, "hint"),
            count=element.get(f"{_JAVAROSA}count") or "",
            fixed=(element.get(f"{_JAVAROSA}noAddRemove") or "").startswith("true"),
            attributes={
                etree.QName(key).localname: str(value)
                for key, value in element.attrib.items()
                if etree.QName(key).localname not in _TAKEN
            },
            order=len(self._form.controls),
            line=element.sourceline or 0,
        )
        if kind in {"select", "select1", "rank"}:
            _read_choices(element, control)
        self._form.controls.append(control)
        inner = path or context
        self.read(element, inner, "" if kind in {"group", "repeat"} else path)

    def _path(self, element: etree._Element, context: str) -> str:
        written = element.get("nodeset") or element.get("ref") or ""
        if not written and element.get("bind"):
            written = self._binds.get(str(element.get("bind")), "")
        bare = re.sub(r"\s+", "", written)
        if not bare or bare.startswith("/"):
            return bare
        while bare.startswith("../"):
            bare, context = bare[3:], context.rpartition("/")[0]
        return f"{context}/{bare.removeprefix('./')}"


def _read_choices(element: etree._Element, control: Control) -> None:
    for item in element.iter(f"{_XFORMS}item"):
        value = item.find(f"{_XFORMS}value")
        text = (value.text or "").strip() if value is not None else ""
        control.choices.append(Choice(text, wording_of(item, "label") or Wording(parts=[text])))
    for itemset in element.iter(f"{_XFORMS}itemset"):
        value = itemset.find(f"{_XFORMS}value")
        label = itemset.find(f"{_XFORMS}label")
        written = (label.get("ref") or "") if label is not None else ""
        text_id = _ITEXT_FIELD.match(written)
        control.items = ItemSet(
            nodes=itemset.get("nodeset") or "",
            value=(value.get("ref") or "name") if value is not None else "name",
            label=text_id[1] if text_id else written,
            label_is_text_id=text_id is not None,
        )
