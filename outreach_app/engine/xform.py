"""Reads the XML of an XForm into a `FormModel`."""

import re

from lxml import etree

from outreach_app.engine.body import read_body, read_set_value
from outreach_app.engine.errors import BrokenForm, DamagedInstance
from outreach_app.engine.faults import Fault
from outreach_app.engine.instances import MAX_DEPTH, written_name, xml_root
from outreach_app.engine.model import Bind, Element, FormModel, Instance, Part
from outreach_app.engine.wordings import parts_of, wording_of_attribute

OWN_NAMESPACE = "urn:outreach:form"
XFORMS = "{http://www.w3.org/2002/xforms}"
JAVAROSA = "{http://openrosa.org/javarosa}"
_OPENROSA = "{http://openrosa.org/xforms}"
_ENTITIES = "{http://www.opendatakit.org/xforms/entities}"
_BIND_EXPRESSIONS = ("relevant", "calculate", "constraint", "required", "readonly")


def read_form(untrusted: bytes) -> FormModel:
    """Return what an XForm says.

    Raises:
        BrokenForm: Not an XForm: no XML, no model, no primary instance.
        FormTooLarge: More bytes than the engine reads.
    """
    try:
        html = xml_root(untrusted, "form")
    except DamagedInstance as error:
        raise _broken(0, "The file is not well-formed XML.") from error
    _adopt_plain_elements(html)
    model = next(html.iter(f"{XFORMS}model"), None)
    if model is None:
        raise _broken(0, "There is no model in the form.")
    primary = _primary(model)
    title = next((e.text or "" for e in html.iter("{http://www.w3.org/1999/xhtml}title")), "")
    form = FormModel(
        form_id=primary.get("id", "") or etree.QName(primary).localname,
        version=primary.get("version") or "",
        title=title.strip(),
        root=element_data(primary),
    )
    root_name = written_name(primary)
    _read_translations(model, form)
    _read_binds(model, form, root_name)
    _read_instances(model, form)
    for each in model.iter(f"{XFORMS}setvalue"):
        form.set_values.append(read_set_value(each, root_name, ""))
    body = html.find("{http://www.w3.org/1999/xhtml}body")
    if body is not None:
        read_body(body, form, root_name)
    _leave_aside(model, form)
    return form


def _adopt_plain_elements(html: etree._Element) -> None:
    """Take elements without a namespace for XForms ones, as other engines do."""
    if html.find(f".//{XFORMS}model") is not None:
        return
    for element in html.iter():
        if isinstance(element.tag, str) and not element.tag.startswith("{"):
            element.tag = f"{XFORMS}{element.tag}"


def _broken(line: int, what: str) -> BrokenForm:
    return BrokenForm([Fault("xml", line, "", what, "Export the form again from its spreadsheet.")])


def _primary(model: etree._Element) -> etree._Element:
    instance = model.find(f"{XFORMS}instance")
    roots = [e for e in instance if isinstance(e.tag, str)] if instance is not None else []
    if not roots:
        raise _broken(0, "The form has no primary instance.")
    return roots[0]


def element_data(element: etree._Element, depth: int = 0) -> Element:
    """Return an element as [name, text, children, attributes].

    Raises:
        BrokenForm: Nested too deeply.
    """
    if depth > MAX_DEPTH:
        raise _broken(0, "The form is nested too deeply.")
    children = [element_data(e, depth + 1) for e in element if isinstance(e.tag, str)]
    text = "" if children else (element.text or "").strip()
    attributes = {
        ("jr:template" if key == f"{JAVAROSA}template" else etree.QName(key).localname): str(value)
        for key, value in element.attrib.items()
    }
    return [written_name(element), text, children, attributes]


def absolute(path: str, root_name: str) -> str:
    """Return a bind's path from the root element, whichever way it was written."""
    bare = re.sub(r"\s+", "", path)
    return bare if bare.startswith("/") else f"/{root_name}/{bare}"


def _read_binds(model: etree._Element, form: FormModel, root_name: str) -> None:
    for element in model.iter(f"{XFORMS}bind"):
        path = absolute(element.get("nodeset") or element.get("ref") or "", root_name)
        bind = form.binds.setdefault(path, Bind(path, line=element.sourceline or 0))
        bind.type = (element.get("type") or bind.type).rpartition(":")[2]
        for name in _BIND_EXPRESSIONS:
            setattr(bind, name, element.get(name) or getattr(bind, name))
        bind.constraint_message = (
            wording_of_attribute(element.get(f"{JAVAROSA}constraintMsg")) or bind.constraint_message
        )
        bind.required_message = (
            wording_of_attribute(element.get(f"{JAVAROSA}requiredMsg")) or bind.required_message
        )
        bind.preload = element.get(f"{JAVAROSA}preload") or bind.preload
        bind.preload_parameter = element.get(f"{JAVAROSA}preloadParams") or bind.preload_parameter
        bind.save_to = element.get(f"{_ENTITIES}saveto") or bind.save_to
        bind.max_pixels = element.get(f"{_OPENROSA}max-pixels") or bind.max_pixels
        for key, value in element.attrib.items():
            qualified = etree.QName(key)
            if (qualified.namespace or "").startswith(OWN_NAMESPACE):
                bind.extras[qualified.localname] = value


def _read_instances(model: etree._Element, form: FormModel) -> None:
    for element in model.findall(f"{XFORMS}instance")[1:]:
        roots = [e for e in element if isinstance(e.tag, str)]
        source = element.get("src") or ""
        content = element_data(roots[0]) if roots and not source else None
        form.instances.append(Instance(element.get("id") or "", source, content))


def _read_translations(model: etree._Element, form: FormModel) -> None:
    default = ""
    for translation in model.iter(f"{XFORMS}translation"):
        language = translation.get("lang") or ""
        if translation.get("default") is not None:
            default = language
        texts: dict[str, dict[str, list[Part]]] = {}
        for text in translation.iter(f"{XFORMS}text"):
            forms = {
                value.get("form") or "": parts_of(value) for value in text.iter(f"{XFORMS}value")
            }
            texts[text.get("id") or ""] = forms
        form.translations[language] = texts
    names = list(form.translations)
    form.languages = sorted(names, key=lambda name: name != default)


def _leave_aside(model: etree._Element, form: FormModel) -> None:
    for element in model.iter(f"{XFORMS}submission"):
        if element.get("base64RsaPublicKey"):
            form.notes.append(
                "This form asks for ODK submission encryption; this program does not send."
            )
    if any(instance.name == "__last-saved" for instance in form.instances):
        form.notes.append("The last saved record is never kept, so its defaults stay empty.")
