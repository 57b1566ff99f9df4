"""The forms as they are written: sheets as rows of cells, read with the standard library only."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FORMS = Path(__file__).parents[2] / "forms"
LISTS = FORMS / "lists"
LABEL, HINT = "label::English (en)", "hint::English (en)"
MESSAGE = "constraint_message::English (en)"
OURS = "bind::outreach:"

Row = dict[str, str]

_SHEET = re.compile(r"\| (survey|choices|settings) \|")
_CELL = re.compile(r"(?<!\\)\|")

FORM_IDS = tuple(sorted(path.parent.name for path in FORMS.glob("*/form.md")))


@cache
def sheets(form_id: str) -> dict[str, list[Row]]:
    """Return the sheets of a form; every row has every column of its sheet."""
    found: dict[str, list[Row]] = {}
    header: list[str] = []
    rows: list[Row] = []
    for line in (FORMS / form_id / "form.md").read_text("utf-8").splitlines():
        sheet = _SHEET.match(line)
        if sheet:
            rows = found.setdefault(sheet.group(1), [])
            header = []
        elif line.startswith("| |"):
            cells = [cell.strip().replace("\\|", "|") for cell in _CELL.split(line)[2:-1]]
            if not header:
                header = cells
                continue
            assert len(cells) == len(header), f"{form_id}: {line[:80]}"
            rows.append(dict(zip(header, cells, strict=True)))
    return found


def ours(row: Row, name: str) -> str:
    """Return the cell of one of our own columns, "" when the form has no such column."""
    return row.get(OURS + name, "")


def base_type(row: Row) -> str:
    """Return the type of a row without its list."""
    return row["type"].split()[0]


@cache
def survey(form_id: str) -> tuple[Row, ...]:
    """Return the rows that make a node: questions, groups and repeats."""
    rows = sheets(form_id)["survey"]
    return tuple(row for row in rows if row["name"] and base_type(row) != "xml-external")


def every_row() -> Iterator[tuple[str, Row]]:
    """Yield every node of every form."""
    for form_id in FORM_IDS:
        for row in survey(form_id):
            yield form_id, row


@cache
def parents(form_id: str) -> dict[str, tuple[str, ...]]:
    """Return the groups and repeats around each node, outermost first."""
    around: dict[str, tuple[str, ...]] = {}
    stack: list[str] = []
    for row in sheets(form_id)["survey"]:
        kind = base_type(row)
        if kind.startswith("end"):
            stack.pop()
        elif row["name"]:
            around[row["name"]] = tuple(stack)
            if kind.startswith("begin"):
                stack.append(row["name"])
    assert not stack
    return around


@cache
def choices(form_id: str) -> dict[str, list[Row]]:
    """Return the rows of each list of a form."""
    found: dict[str, list[Row]] = {}
    for row in sheets(form_id)["choices"]:
        found.setdefault(row["list_name"], []).append(row)
    return found


@cache
def table(path: Path) -> tuple[Row, ...]:
    """Return a CSV file as rows of cells."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def list_name(row: Row) -> str:
    """Return the list or file stem of a select, "" for any other row."""
    words = row["type"].split()
    return words[1].removesuffix(".csv") if len(words) > 1 else ""


def codes(form_id: str, row: Row) -> set[str] | None:
    """Return the codes that a select offers; None when the case itself fills the list."""
    name = list_name(row)
    if "from_file" not in row["type"]:
        return {choice["name"] for choice in choices(form_id)[name]}
    if name.startswith("refs_"):
        return None
    return {choice["name"] for choice in table(LISTS / f"{name}.csv")}
