"""Texts of a form: words with the values of fields in them, in several languages."""

import re

from lxml import etree

from outreach_app.engine.model import Part, Wording

_XFORMS = "{http://www.w3.org/2002/xforms}"
_ITEXT = re.compile(r"^\s*jr:itext\(\s*['\"](.*)['\"]\s*\)\s*$", re.DOTALL)


def parts_of(element: etree._Element) -> list[Part]:
    """Return the words of an element, each output as a list of its one expression."""
    parts: list[Part] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname == "output":
            parts.append([child.get("value") or child.get("ref") or "''"])
        elif isinstance(child.tag, str):
            parts.append("".join(child.itertext(tag=None)))
        parts.append(child.tail or "")
    kept = [part for part in parts if part]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip()
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return [part for part in kept if part]


def wording_of_attribute(text: str | None) -> Wording | None:
    """Return the wording an attribute gives: a text id in jr:itext(), or words."""
    if not text:
        return None
    match = _ITEXT.match(text)
    return Wording(text_id=match[1]) if match else Wording(parts=[text])


def wording_of(parent: etree._Element, name: str) -> Wording | None:
    """Return the wording of a label or hint element, or nothing."""
    element = parent.find(f"{_XFORMS}{name}")
    if element is None:
        return None
    by_reference = wording_of_attribute(element.get("ref"))
    if by_reference is not None and by_reference.text_id:
        return by_reference
    if element.get("ref"):
        return Wording(parts=[[str(element.get("ref"))]])
    return Wording(parts=parts_of(element))
