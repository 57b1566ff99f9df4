"""The program's own forms as outlines, read from their Markdown without the form engine."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from outreach_app.report.outline import FormNode, FormOutline, NodeKind

FORMS = Path(__file__).resolve().parents[2] / "forms"
_EXTRA = "bind::outreach:"
_Row = dict[str, str]


def outline(form_id: str) -> FormOutline:
    """Read one form."""
    sheets = _sheets((FORMS / form_id / "form.md").read_text("utf-8"))
    settings = sheets["settings"][0]
    lists: dict[str, dict[str, str]] = {}
    absences: dict[str, dict[str, str]] = {}
    for choice in sheets["choices"]:
        lists.setdefault(choice["list_name"], {})[choice["name"]] = choice.get(_LABEL, "")
        if choice.get("absence"):
            absences.setdefault(choice["list_name"], {})[choice["name"]] = choice["absence"]
    rows = iter(sheets["survey"])
    return FormOutline(
        form_id=form_id,
        title=settings["form_title"],
        version=settings["version"],
        children=tuple(_nodes(rows, lists, absences)),
    )


_LABEL = "label::English (en)"


def _sheets(text: str) -> dict[str, list[_Row]]:
    sheets: dict[str, list[_Row]] = {}
    head: list[str] = []
    name = ""
    for line in text.splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0]:
            name, head = cells[0], []
            sheets[name] = []
        elif not head:
            head = cells
        else:
            pairs = zip(head, cells, strict=False)
            sheets[name].append({key: value for key, value in pairs if key and value})
    return sheets


def _nodes(
    rows: Iterator[_Row],
    lists: Mapping[str, dict[str, str]],
    absences: Mapping[str, dict[str, str]],
) -> Iterator[FormNode]:
    for row in rows:
        kind, _space, listed = row["type"].partition(" ")
        if kind.startswith("end_"):
            return
        extras = {key.removeprefix(_EXTRA): value for key, value in row.items() if _EXTRA in key}
        node_kind = {"begin_group": NodeKind.GROUP, "begin_repeat": NodeKind.REPEAT}.get(
            kind, NodeKind.QUESTION
        )
        inside = node_kind is not NodeKind.QUESTION
        yield FormNode(
            name=row.get("name", ""),
            kind=node_kind,
            label=row.get(_LABEL, ""),
            data_type="" if inside else kind,
            appearance=row.get("appearance", ""),
            extras=extras,
            choices=_file(listed) if kind.endswith("_from_file") else lists.get(listed, {}),
            absences=absences.get(listed, {}),
            children=tuple(_nodes(rows, lists, absences)) if inside else (),
        )


def _file(name: str) -> dict[str, str]:
    path = FORMS / "lists" / name
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["label"] for row in csv.DictReader(lines)}
