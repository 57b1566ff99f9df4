"""The way from a place in the XForm back to the cell of the spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from outreach_app.engine.faults import Fault

_COLUMNS = {
    "calculate": "calculation",
    "readonly": "read_only",
    "nodeset": "name",
    "ref": "name",
    "part": "bind::outreach:part",
}
_FIRST_ROW = 2
"""Row of the first line below the headings."""


@dataclass(frozen=True, slots=True)
class RowMap:
    """Rows of the survey sheet by path.

    Attributes:
        rows: Path from the root element to row number.
    """

    rows: Mapping[str, int] = field(default_factory=dict)

    def place(self, fault: Fault) -> Fault:
        """Return a fault of the XForm as one of the spreadsheet, where the row is known."""
        if fault.sheet != "xml":
            return fault
        column = _COLUMNS.get(fault.column, fault.column)
        path = fault.field if fault.field.startswith("/") else self._full(fault.field)
        row = self.rows.get(path, 0)
        return fault.moved(
            "survey" if row or self.rows else "xml", row or fault.row * (not self.rows), column
        )

    def _full(self, field_path: str) -> str:
        root = next(iter(self.rows), "/data/x").split("/")[1]
        return f"/{root}/{field_path}"


def map_rows(survey: Sequence[Mapping[str, Any]], root: str) -> RowMap:
    """Walk the begin and end rows of a survey sheet and note the row of every path."""
    rows: dict[str, int] = {}
    path = [root]
    for number, row in enumerate(survey, _FIRST_ROW):
        cells = {str(column).strip().lower(): str(cell) for column, cell in row.items()}
        kind = cells.get("type", "").strip().lower().replace(" ", "_")
        name = cells.get("name", "").strip()
        if kind.startswith(("end_", "end")) and kind.removeprefix("end").lstrip("_") in _BLOCKS:
            if len(path) > 1:
                path.pop()
            continue
        if name:
            rows["/" + "/".join([*path, name])] = number
        if kind.startswith("begin") and kind.removeprefix("begin").lstrip("_") in _BLOCKS:
            path.append(name)
    return RowMap(rows)


_BLOCKS = frozenset({"group", "repeat"})
