"""Reads XML and CSV from outside into light nodes."""

import csv
import io
from collections.abc import Mapping

from lxml import etree

from outreach_app.engine.errors import DamagedInstance, FormTooLarge
from outreach_app.engine.nodes import Node, NodeKind

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 100
_MIB = 1024 * 1024


def xml_root(untrusted: bytes, name: str) -> etree._Element:
    """Parse XML without entities, network, DTD or unusual size.

    Raises:
        DamagedInstance: Not XML.
        FormTooLarge: More bytes than the engine reads.
    """
    if len(untrusted) > MAX_BYTES:
        raise FormTooLarge(limit_mib=MAX_BYTES // _MIB)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False
    )
    try:
        return etree.fromstring(untrusted, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedInstance(name=name) from error


def parse_document(untrusted: bytes, name: str, *, whole: bool = False) -> Node:
    """Return XML as a document of light nodes.

    Args:
        untrusted: The XML.
        name: What to call it in an error.
        whole: Keep every text node, comment and instruction, as XPath's data model has them;
            otherwise white space between elements is dropped and a leaf holds its text.
    """
    document = Node("", NodeKind.DOCUMENT)
    document.indexes = {}
    document.add(_element(xml_root(untrusted, name), whole=whole, depth=0, name=name))
    return document


def written_name(element: etree._Element) -> str:
    """Return an element's name with the prefix it was written with."""
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def _element(element: etree._Element, *, whole: bool, depth: int, name: str) -> Node:
    if depth > MAX_DEPTH:
        raise DamagedInstance(name=name)
    node = Node(written_name(element), NodeKind.ELEMENT)
    node.namespace = etree.QName(element).namespace or ""
    node.attributes = [_attribute(node, element, key) for key in element.attrib]
    parts = list(element)
    if not whole and not any(isinstance(part.tag, str) for part in parts):
        node.text = "".join(element.itertext(tag=None))
        return node
    _add_text(node, element.text, whole=whole)
    for part in parts:
        if isinstance(part.tag, str):
            node.add(_element(part, whole=whole, depth=depth + 1, name=name))
        elif whole and part.tag is not etree.Entity:
            kind = NodeKind.COMMENT if part.tag is etree.Comment else NodeKind.INSTRUCTION
            node.add(Node("", kind)).text = part.text or ""
        _add_text(node, part.tail, whole=whole)
    return node


def _attribute(owner: Node, element: etree._Element, key: str) -> Node:
    qualified = etree.QName(key)
    prefix = next((p for p, uri in element.nsmap.items() if uri == qualified.namespace and p), None)
    if qualified.namespace == "http://www.w3.org/XML/1998/namespace":
        prefix = "xml"
    written = f"{prefix}:{qualified.localname}" if prefix else qualified.localname
    attribute = Node(written, NodeKind.ATTRIBUTE, owner)
    attribute.namespace = qualified.namespace or ""
    attribute.text = str(element.attrib[key])
    return attribute


def _add_text(node: Node, text: str | None, *, whole: bool) -> None:
    if text and (whole or not text.isspace()):
        last = node.children[-1] if node.children else None
        if last is not None and last.kind is NodeKind.TEXT:
            last.text += text
        else:
            node.add(Node("", NodeKind.TEXT)).text = text


def parse_csv(untrusted: bytes, name: str) -> Node:
    """Return a CSV file as a document root/item/column.

    Raises:
        DamagedInstance: Not a CSV file in UTF-8.
        FormTooLarge: More bytes than the engine reads.
    """
    if len(untrusted) > MAX_BYTES:
        raise FormTooLarge(limit_mib=MAX_BYTES // _MIB)
    document = empty_list()
    root = document.children[0]
    try:
        rows = list(csv.reader(io.StringIO(untrusted.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise DamagedInstance(name=name) from error
    header = [column.strip() for column in rows[0]] if rows else []
    for row in rows[1:]:
        item = root.add(Node("item", NodeKind.ELEMENT))
        for column, text in zip(header, row, strict=False):
            if column:
                item.add(Node(column, NodeKind.ELEMENT)).text = text
    return document


def empty_list() -> Node:
    """Return the document of a list without rows."""
    document = Node("", NodeKind.DOCUMENT)
    document.indexes = {}
    document.add(Node("root", NodeKind.ELEMENT))
    return document


def external_document(source: str, instance_id: str, files: Mapping[str, bytes]) -> Node | None:
    """Return the document of an external instance, or nothing when its file was not given.

    Args:
        source: Its address in the form, such as ``jr://file-csv/refs.csv``.
        instance_id: Its id, under which the file may also be given.
        files: Content by file name or id.
    """
    file_name = source.rpartition("/")[2]
    stem = file_name.rpartition(".")[0]
    content = next((files[key] for key in (file_name, instance_id, stem) if key in files), None)
    if content is None:
        return None
    is_csv = "file-csv" in source or file_name.endswith(".csv")
    return parse_csv(content, file_name) if is_csv else parse_document(content, file_name)
