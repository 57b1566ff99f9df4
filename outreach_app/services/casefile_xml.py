"""The case file as the external instance `casefile` that forms read."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape


def casefile_xml(values: Mapping[str, object]) -> bytes:
    """Return the XML of nested values.

    Args:
        values: Texts, groups, and lists of groups under their element's own name, as
            `domain.casefile_values` gives them.

    Raises:
        TypeError: Something else stands in them.
    """
    return f'<?xml version="1.0" encoding="UTF-8"?>{_element("casefile", values)}'.encode()


def _element(name: str, value: object) -> str:
    if isinstance(value, str):
        return f"<{name}>{escape(value)}</{name}>"
    if isinstance(value, Mapping):
        inside = "".join(_element(key, inner) for key, inner in value.items())
        return f"<{name}>{inside}</{name}>"
    if isinstance(value, Sequence):
        return "".join(_element(name, row) for row in value)
    raise TypeError("a case file holds texts, groups and lists of groups")
