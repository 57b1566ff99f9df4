"""By what people call the rows of a repeat: “R1 Found by those who exploited her”."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from textwrap import shorten
from typing import Any

from outreach_app.domain.answers import ROW_ID
from outreach_app.services.comparing import Differing

_TITLES = ("_title", "_statement", "_name", "_text")
_SHORT = 60


def with_rows(found: tuple[Differing, ...], *states: Mapping[str, Any]) -> tuple[Differing, ...]:
    """Return differences with the name of the row in front, where a question stands in one."""
    names = RowNames(*states)
    return tuple(replace(each, label=names.label(each.address, each.label)) for each in found)


class RowNames:
    """The names of the rows in some answers; where several name one, the first does."""

    def __init__(self, *states: Mapping[str, Any]) -> None:
        """Read answers."""
        self._names: dict[str, str] = {}
        for answers in states:
            for row_id, name in _row_names(answers):
                if name:
                    self._names.setdefault(row_id, name)

    def of(self, row_id: str) -> str:
        """Return the name of a row, "" for none."""
        return self._names.get(row_id, "")

    def label(self, address: str, label: str) -> str:
        """Return the label of a question with its row in front; a row itself by its name."""
        name = self.of(row_of(address))
        return f"{name} – {label}" if name else label


def _row_names(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for row in value:
            yield from _row_names(row)
    elif isinstance(value, Mapping):
        if ROW_ID in value:
            yield str(value[ROW_ID]), _name_of_row(value)
        for inner in value.values():
            yield from _row_names(inner)


def _name_of_row(row: Mapping[str, Any]) -> str:
    """Return by what people call a row: its label and the beginning of its title."""
    texts = {name: value for name, value in row.items() if isinstance(value, str)}
    key = next((texts[name] for name in texts if name.endswith("_key")), "")
    title = next((texts[name] for name in texts if name.endswith(_TITLES)), "")
    short = shorten(title, _SHORT, placeholder="…")
    return " ".join(filter(None, (key, short)))


def row_of(address: str) -> str:
    """Return the id of the innermost row of an address, "" for none."""
    return address.rpartition("[")[2].partition("]")[0] if "[" in address else ""
