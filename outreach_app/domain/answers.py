"""Answers as plain data: nested by group and repeat, every leaf a string in XForm lexical form.

Shape: a mapping from node name to a string (leaf), a mapping (group) or a list of mappings
(repeat rows). A row carries its stable id in ``_id`` and its place in ``_order`` (a fractional
index: rows sort by it as text). An unanswered leaf is absent, never empty. This is the only form
in which answers are stored, signed, merged and handed between packages.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Answers = dict[str, Any]
FlatAnswers = dict[str, Any]

ROW_ID = "_id"
ROW_ORDER = "_order"


def rows_in_order(rows: list[Answers]) -> list[Answers]:
    """Return the rows of a repeat by their order text, ties by row id."""
    return sorted(rows, key=lambda row: (str(row.get(ROW_ORDER, "")), str(row[ROW_ID])))


def flatten(answers: Mapping[str, Any]) -> FlatAnswers:
    """Dissolve groups: leaves by name, repeats by name as lists of flat rows in order.

    Only for forms whose names are unique (all of ours); a later duplicate would win.
    """
    flat: FlatAnswers = {}
    for name, value in answers.items():
        if type(value) is str:  # nearly all of them; the general questions below are slow
            flat[name] = value
        elif isinstance(value, list):
            flat[name] = [flatten(row) for row in rows_in_order(value)]
        elif isinstance(value, Mapping):
            flat.update(flatten(value))
        else:
            flat[name] = value
    return flat


def leaves(answers: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, str]]:
    """Yield (address, value) of every leaf; an address reads ``group/risks[r_…]/risk_title``."""
    for name, value in answers.items():
        if name in {ROW_ID, ROW_ORDER}:
            continue
        here = f"{at}/{name}" if at else name
        if isinstance(value, list):
            for row in rows_in_order(value):
                yield from leaves(row, f"{here}[{row[ROW_ID]}]")
        elif isinstance(value, Mapping):
            yield from leaves(value, here)
        else:
            yield here, value


def combine(*parts: Mapping[str, Any]) -> Answers:
    """Union of the parts of one revision: groups and rows (by id) are joined, leaves are disjoint.

    Raises:
        ValueError: Two parts disagree about a leaf or about what a name is.
    """
    whole: Answers = {}
    for part in parts:
        _join(whole, part)
    return whole


def _join(whole: Answers, part: Mapping[str, Any]) -> None:
    for name, value in part.items():
        if type(value) is str:  # nearly all of them
            if whole.setdefault(name, value) != value:
                raise ValueError(f"parts disagree about {name}")
        elif isinstance(value, list):
            _join_rows(whole.setdefault(name, []), value)
        elif isinstance(value, Mapping):
            _join(whole.setdefault(name, {}), value)
        elif whole.setdefault(name, value) != value:
            raise ValueError(f"parts disagree about {name}")


def _join_rows(rows: list[Answers], more: list[Answers]) -> None:
    known = {row[ROW_ID]: row for row in rows}
    for row in more:
        if row[ROW_ID] not in known:
            known[row[ROW_ID]] = {}
            rows.append(known[row[ROW_ID]])
        _join(known[row[ROW_ID]], row)
