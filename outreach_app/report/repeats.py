"""Repeats: narrow ones as tables, wide ones as cards, risks and goals with what they need."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from outreach_app.report.content import (
    Card,
    Cards,
    Entry,
    RiskGrid,
    RiskPlace,
    Table,
)
from outreach_app.report.reading import Item, Leaf, Row, Rows

_MOST_COLUMNS = 5
_LONGEST_TITLE = 96
_LONGEST_CELL = 90
Setting = Callable[[Iterable[Item]], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which answers of a row stand in the heading of its card, by name."""

    tag: str = ""
    level: str = ""
    summary: tuple[str, ...] = ()
    done: tuple[str, str, str] | None = None
    hidden: tuple[str, ...] = ()


_SHAPES = {
    "risks": _Shape(
        tag="risk_key",
        level="risk_band",
        summary=("risk_domain", "risk_imminence", "risk_status"),
        hidden=("risk_score",),
    ),
    "goals": _Shape(
        tag="goal_key",
        level="goal_status",
        summary=("goal_domain", "goal_mscos"),
        done=("actions", "act_status", "done"),
    ),
    "needs": _Shape(summary=("need_level",)),
}
# The tag of a row stands before its first words.
_TAGS = {"actions": "act_key"}
# What a table shows in columns when a row can say more; the rest stands small below the first.
_COLUMNS = {"actions": ("act_text", "act_who_kind", "act_by", "act_status")}


def rows_as_entries(rows: Rows, setting: Setting) -> tuple[Entry, ...]:
    """Return a repeat as a table when it is narrow, else as cards; risks bring their grid.

    Args:
        rows: The repeat as it was read.
        setting: Sets the items inside a card.
    """
    if rows.name not in _SHAPES and _is_narrow(rows):
        return (_table(rows),)
    ordered = _ordered(rows)
    shape = _SHAPES.get(rows.name, _Shape())
    cards = Cards(
        tuple(
            _card(row, f"{rows.label} {number}", shape, setting)
            for number, row in enumerate(ordered, start=1)
        ),
        title=rows.label if rows.name not in _SHAPES else "",
    )
    grid = _grid(rows)
    return (grid, cards) if grid is not None else (cards,)


def _ordered(rows: Rows) -> tuple[Row, ...]:
    if rows.name != "risks":
        return rows.rows
    # Highest first; rows of one score keep the order of the form.
    return tuple(sorted(rows.rows, key=lambda row: -_number(row, "risk_score")))


def _is_narrow(rows: Rows) -> bool:
    """Say whether all answers are short and few: then a table is easier to read than cards."""
    columns = {item.name for row in rows.rows for item in row.items}
    few = len(columns) <= _MOST_COLUMNS or rows.name in _COLUMNS
    return few and all(
        isinstance(item, Leaf) and len(item.words) <= _LONGEST_CELL and "\n" not in item.words
        for row in rows.rows
        for item in row.items
    )


def _columns(rows: Rows) -> tuple[dict[str, str], dict[str, str]]:
    """Return name and label of what stands in columns, and of what stands below."""
    labels: dict[str, str] = {}
    for row in rows.rows:
        for item in row.items:
            if item.name != _TAGS.get(rows.name, ""):
                labels.setdefault(item.name, item.label)
    chosen = [name for name in _COLUMNS.get(rows.name, ()) if name in labels]
    chosen = chosen or list(labels)
    below = {name: label for name, label in labels.items() if name not in chosen}
    return {name: labels[name] for name in chosen}, below


def _table(rows: Rows) -> Table:
    columns, below = _columns(rows)
    tag = _TAGS.get(rows.name, "")
    lines: list[tuple[str, ...]] = []
    details: list[str] = []
    for row in rows.rows:
        words = {item.name: item.words for item in row.items if isinstance(item, Leaf)}
        first, *others = (words.get(name, "") for name in columns)
        lines.append((f"{words.get(tag, '')}  {first}".strip(), *others))
        said = (f"{label}: {words[name]}" for name, label in below.items() if name in words)
        details.append("  ·  ".join(said))
    shares = tuple(
        _share(max(len(line[place]) for line in lines), first=place == 0 and bool(below))
        for place in range(len(columns))
    )
    return Table(tuple(columns.values()), tuple(lines), shares, rows.label, tuple(details))


def shortened(words: str, most: int) -> str:
    """Return words that fit a heading, cut at a space and with an ellipsis where they do not."""
    first_line = words.partition("\n")[0]
    if len(first_line) <= most and first_line == words:
        return words
    kept = first_line[:most].rpartition(" ")[0] if len(first_line) > most else first_line
    return f"{kept or first_line[:most]} …"


def _share(longest: int, *, first: bool) -> float:
    """Return a width that grows with the longest text, within bounds that keep a table calm."""
    longest = max(longest, 40) if first else longest
    return math.pow(min(max(longest, 15), 44), 0.75)


def _card(row: Row, label: str, shape: _Shape, setting: Setting) -> Card:
    leaves = {item.name: item for item in row.items if isinstance(item, Leaf)}
    level = leaves.get(shape.level)
    above = {shape.tag, shape.level, *shape.summary, *shape.hidden}
    title = shortened(row.title, _LONGEST_TITLE) or label
    inside = [
        item
        for item in row.items
        if item.name not in above and not (isinstance(item, Leaf) and item.words == title)
    ]
    return Card(
        title=title,
        tag=leaves[shape.tag].words if shape.tag in leaves else "",
        level=level.code if level is not None else "",
        level_words=level.words if level is not None else "",
        summary=_summary(row, leaves, shape),
        done=_done(row, shape),
        entries=setting(inside),
    )


def _summary(row: Row, leaves: dict[str, Leaf], shape: _Shape) -> str:
    said = [leaves[name].words for name in shape.summary if name in leaves]
    likelihood, severity = _number(row, "risk_likelihood"), _number(row, "risk_severity")
    if likelihood and severity:
        product = f"Likelihood {likelihood} × severity {severity} = {likelihood * severity}"
        said.insert(0, product)
    return "  ·  ".join(said)


def _done(row: Row, shape: _Shape) -> tuple[int, int]:
    if shape.done is None:
        return (0, 0)
    repeat, status, finished = shape.done
    for item in row.items:
        if isinstance(item, Rows) and item.name == repeat:
            codes = [
                leaf.code
                for inner in item.rows
                for leaf in inner.items
                if isinstance(leaf, Leaf) and leaf.name == status
            ]
            return codes.count(finished), len(item.rows)
    return (0, 0)


def _grid(rows: Rows) -> RiskGrid | None:
    places = []
    for number, row in enumerate(rows.rows, start=1):
        likelihood, severity = _number(row, "risk_likelihood"), _number(row, "risk_severity")
        if 1 <= likelihood <= 5 and 1 <= severity <= 5:
            tag = next(
                (
                    item.words
                    for item in row.items
                    if isinstance(item, Leaf) and item.name == "risk_key"
                ),
                str(number),
            )
            places.append(RiskPlace(tag, likelihood, severity))
    return RiskGrid(tuple(places)) if places else None


def _number(row: Row, name: str) -> int:
    for item in row.items:
        if isinstance(item, Leaf) and item.name == name and item.code.isdecimal():
            return int(item.code)
    return 0
