"""Changes of answers as log rows, and the answers that a log of them leads to.

A change names an address (``section/risks[r_…]/risk_title``) and the new text, "" for none. An
address that ends in a row id stands for the row: the new text is its order, "" removes the row.
What `replay` makes of all rows is what a draft holds; nothing else decides it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER, Answers, rows_in_order
from outreach_app.domain.documents import Change

_SEGMENT = re.compile(r"(?P<name>[^/\[\]]+)(?:\[(?P<row>[^/\[\]]+)\])?\Z")


def replay(answers: Answers, changes: Iterable[Change]) -> Answers:
    """Apply changes in their order to answers (changed in place) and return them tidied."""
    for change in changes:
        _apply(answers, change)
    return tidy(answers)


def tidy(answers: Mapping[str, Any]) -> Answers:
    """Return answers without empty groups and repeats, rows in their order."""
    clean: Answers = {}
    for name, value in answers.items():
        if isinstance(value, list):
            rows = [tidy(row) for row in rows_in_order(value)]
            if rows:
                clean[name] = rows
        elif isinstance(value, Mapping):
            group = tidy(value)
            if group:
                clean[name] = group
        elif value != "":
            clean[name] = value
    return clean


def differences(old: Mapping[str, Any], new: Mapping[str, Any], at: str) -> list[Change]:
    """Return the changes that lead from one set of answers to another; `n` is 0 in all of them."""
    return [
        Change(n=0, address=address, old=before, new=after, at=at)
        for address, before, after in _differences(old, new, "")
    ]


def _apply(answers: Answers, change: Change) -> None:
    *groups, last = change.address.split("/")
    here = answers
    for segment in groups:
        name, row_id = _split(segment)
        here = _row(here.setdefault(name, []), row_id) if row_id else here.setdefault(name, {})
    name, row_id = _split(last)
    if row_id:
        _apply_row(here, name, row_id, change.new)
    elif change.new:
        here[name] = change.new
    else:
        here.pop(name, None)


def _apply_row(here: Answers, name: str, row_id: str, order: str) -> None:
    rows = here.setdefault(name, [])
    if order:
        _row(rows, row_id)[ROW_ORDER] = order
    else:
        rows[:] = [row for row in rows if row[ROW_ID] != row_id]


def _row(rows: list[Answers], row_id: str) -> Answers:
    for row in rows:
        if row[ROW_ID] == row_id:
            return row
    rows.append({ROW_ID: row_id, ROW_ORDER: ""})
    return rows[-1]


def check_address(address: str) -> None:
    """Insist on the grammar of addresses.

    Raises:
        ValueError: The caller made an address that could not be replayed.
    """
    for segment in address.split("/"):
        _split(segment)


def _split(segment: str) -> tuple[str, str]:
    match = _SEGMENT.match(segment)
    if match is None:
        raise ValueError("malformed address of an answer")
    return match["name"], match["row"] or ""


def _differences(
    old: Mapping[str, Any], new: Mapping[str, Any], at: str
) -> Iterator[tuple[str, str, str]]:
    names = [name for name in (*old, *(n for n in new if n not in old)) if name != ROW_ID]
    for name in names:
        before, after = old.get(name), new.get(name)
        here = f"{at}/{name}" if at else name
        if isinstance(before, list) or isinstance(after, list):
            yield from _row_differences(before or [], after or [], here)
        elif isinstance(before, Mapping) or isinstance(after, Mapping):
            yield from _differences(before or {}, after or {}, here)
        elif name != ROW_ORDER and (before or "") != (after or ""):
            yield here, before or "", after or ""


def _row_differences(
    old: list[Answers], new: list[Answers], at: str
) -> Iterator[tuple[str, str, str]]:
    before = {row[ROW_ID]: row for row in old}
    after = {row[ROW_ID]: row for row in new}
    for row_id, row in before.items():
        if row_id not in after:
            yield f"{at}[{row_id}]", row[ROW_ORDER], ""
    for row_id, row in after.items():
        here = f"{at}[{row_id}]"
        known = before.get(row_id, {ROW_ID: row_id, ROW_ORDER: ""})
        if known[ROW_ORDER] != row[ROW_ORDER]:
            yield here, known[ROW_ORDER], row[ROW_ORDER]
        yield from _differences(known, row, here)
