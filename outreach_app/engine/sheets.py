"""All that is wrong with a spreadsheet that the converter refuses: it stops at its first fault.

Each fault is found and mended in a copy, so that the converter and the engine can say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from outreach_app.engine.faults import Fault

_FIRST_ROW = 2
_NAME = re.compile(r"[^\W\d][\w.-]*\Z")
_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^{}\s]*)\s*\}")
_BLOCK = re.compile(r"(begin|end)[ _]*(group|repeat)\b", re.IGNORECASE)
_SELECT = re.compile(r"(select_one|select_multiple|rank)\s+(\S+)", re.IGNORECASE)
_HEADINGS = {"list name": "list_name", "command": "type", "tag": "name", "value": "name"}

Row = dict[str, Any]


@dataclass(slots=True)
class Mended:
    """What was found, and the sheets without it.

    Attributes:
        sheets: As the converter takes them.
        faults: In the order of sheet and row.
    """

    sheets: dict[str, Any]
    faults: list[Fault] = field(default_factory=list)


def mend(sheets: Mapping[str, Any], types: Iterable[str]) -> Mended:
    """Find what keeps the converter from reading a workbook, and take it out of a copy.

    Args:
        sheets: Sheet name to rows, each a mapping of heading to cell.
        types: The types of question that the converter knows, beside selects and blocks.
    """
    survey = _rows(sheets, "survey")
    choices = _rows(sheets, "choices")
    mended = Mended({**sheets, "survey": survey, "choices": choices})
    tell = mended.faults.append
    known = {kind.lower() for kind in types}
    _balance(survey, tell)
    _mend_types(survey, known, {_cell(row, "list_name") for row in choices}, tell)
    _mend_names(survey, tell)
    names = _names(survey)
    for sheet, rows in (("survey", survey), ("choices", choices)):
        _mend_references(sheet, rows, names, tell)
    _mend_choices(choices, tell)
    mended.faults.sort(key=lambda fault: (fault.sheet != "survey", fault.row))
    return mended


def _rows(sheets: Mapping[str, Any], name: str) -> list[Row]:
    found = sheets.get(name)
    return [dict(row) for row in found if isinstance(row, Mapping)] if found else []


def _heading(row: Row, wanted: str) -> str:
    for heading in row:
        plain = str(heading).strip().lower()
        if _HEADINGS.get(plain, plain) == wanted:
            return str(heading)
    return wanted


def _cell(row: Row, heading: str) -> str:
    return str(row.get(_heading(row, heading)) or "").strip()


def _put(row: Row, heading: str, text: str) -> None:
    row[_heading(row, heading)] = text


def _numbered(rows: list[Row]) -> Iterator[tuple[int, Row]]:
    """Yield the rows that say something, with the numbers that the spreadsheet shows."""
    for number, row in enumerate(rows, _FIRST_ROW):
        if any(str(cell or "").strip() for cell in row.values()):
            yield number, row


def _block(row: Row) -> tuple[str, str]:
    found = _BLOCK.match(_cell(row, "type"))
    return (found[1].lower(), found[2].lower()) if found else ("", "")


def _balance(survey: list[Row], tell: Callable[[Fault], None]) -> None:
    begun: list[tuple[int, str]] = []
    for number, row in _numbered(survey):
        edge, kind = _block(row)
        if edge == "begin":
            begun.append((number, kind))
        elif edge == "end" and (not begun or begun[-1][1] != kind):
            what = f"This ends a {kind} that was not begun here."
            how = f"Put begin_{kind} above it, or take the row out."
            if begun:
                what = f"This ends a {kind}, but row {begun[-1][0]} began a {begun[-1][1]}."
                how = f"Write end_{begun[-1][1]} first."
            tell(Fault("survey", number, "type", what, how))
            row.clear()
        elif edge == "end":
            begun.pop()
    for number, kind in reversed(begun):
        how = f"Put end_{kind} below its last question."
        tell(Fault("survey", number, "type", f"This {kind} is not ended.", how))
        survey.append({"type": f"end_{kind}"})


def _mend_types(
    survey: list[Row], known: set[str], lists: set[str], tell: Callable[[Fault], None]
) -> None:
    for number, row in _numbered(survey):
        kind = _cell(row, "type")
        select = _SELECT.match(kind)
        if not kind:
            what, how = "This row has no type.", "Say what is asked, such as text or date."
        elif select is not None and select[2] not in lists and "${" not in select[2]:
            what = f"There is no list of choices “{select[2]}”."
            how = "Write it on the choices sheet, or correct its name."
        elif select is None and not _block(row)[0] and not _is_known(kind, known):
            what = f"There is no type of question “{kind}”."
            how = "Use text, integer, decimal, date, select_one, select_multiple, note, calculate …"
        else:
            continue
        tell(Fault("survey", number, "type", what, how, field=_cell(row, "name")))
        _put(row, "type", "text")


def _is_known(kind: str, known: set[str]) -> bool:
    plain = " ".join(kind.lower().split())
    return plain in known or plain.startswith(("select", "begin", "end", "osm", "add ", "q "))


def _mend_names(survey: list[Row], tell: Callable[[Fault], None]) -> None:
    seen: list[dict[str, int]] = [{}]
    for number, row in _numbered(survey):
        edge, _kind = _block(row)
        if edge == "end":
            if len(seen) > 1:
                seen.pop()
            continue
        name = _cell(row, "name")
        if not name and _cell(row, "type").lower() not in _NAMELESS:
            what, how = "This row has no name.", "Give it one that no other row beside it has."
        elif name and not _NAME.match(name):
            what = f"“{name}” cannot be a name."
            how = "Begin with a letter; go on with letters, digits and _."
        elif name.lower() in seen[-1]:
            what = f"“{name}” is also the name of row {seen[-1][name.lower()]}."
            how = "Give one of the two another name."
        else:
            what = how = ""
        if what:
            tell(Fault("survey", number, "name", what, how, field=name))
            _put(row, "name", f"row_{number}")
        elif name:
            seen[-1][name.lower()] = number
        if edge == "begin":
            seen.append({})


_NAMELESS = frozenset({"note", "audit"})


def _names(survey: list[Row]) -> set[str]:
    names: set[str] = set()
    for row in survey:
        name, kind = _cell(row, "name"), _cell(row, "type").lower()
        names.add(name)
        if _block(row) == ("begin", "repeat"):
            names.add(f"{name}_count")
        if kind.endswith("or_other"):
            names.add(f"{name}_other")
    return names


def _mend_references(
    sheet: str, rows: list[Row], names: set[str], tell: Callable[[Fault], None]
) -> None:
    for number, row in _numbered(rows):
        for heading, cell in list(row.items()):
            unknown = [name for name in _REFERENCE.findall(str(cell)) if name not in names]
            for name in dict.fromkeys(unknown):
                what = f"There is no question “{name}”."
                how = "Correct the name between ${ and }."
                column = str(heading).strip()
                tell(Fault(sheet, number, column, what, how, field=_cell(row, "name")))
            if unknown:
                row[heading] = _harmless(str(heading).strip().lower())


def _harmless(heading: str) -> str:
    """Return a cell that the converter takes in a column that must not be empty."""
    return "''" if heading in {"calculation", "calculate", "label"} else ""


def _mend_choices(choices: list[Row], tell: Callable[[Fault], None]) -> None:
    seen: dict[tuple[str, str], int] = {}
    for number, row in _numbered(choices):
        place = (_cell(row, "list_name"), _cell(row, "name"))
        if not place[0]:
            continue
        if not place[1]:
            what, how = "This choice has no code.", "Write one in the column name."
        elif place in seen:
            what = f"The list {place[0]} has “{place[1]}” in row {seen[place]} already."
            how = "Give one of the two another code."
        else:
            seen[place] = number
            continue
        tell(Fault("choices", number, "name", what, how))
        row.clear()
