"""Answers in and out of a live form: nested by name, rows with id and order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from outreach_app.engine.errors import DamagedAnswers
from outreach_app.engine.lexical import MAX_ANSWER_BYTES
from outreach_app.engine.live import MAX_ROWS, LiveForm
from outreach_app.engine.nodes import LiveNode
from outreach_app.engine.specs import NodeSpec

Answers = dict[str, Any]
Keep = Callable[[LiveNode], bool]
ROW_ID = "_id"
ROW_ORDER = "_order"


def leaves(answers: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, str]]:
    """Yield (address, value) of every leaf, rows in order."""
    for name, value in answers.items():
        if name in {ROW_ID, ROW_ORDER}:
            continue
        here = f"{at}/{name}" if at else name
        if isinstance(value, list):
            for row in sorted(value, key=lambda r: (str(r.get(ROW_ORDER, "")), str(r[ROW_ID]))):
                yield from leaves(row, f"{here}[{row[ROW_ID]}]")
        elif isinstance(value, Mapping):
            yield from leaves(value, here)
        else:
            yield here, value


def put_answers(live: LiveForm, answers: Mapping[str, Any]) -> Answers:
    """Give a fresh form stored answers; every leaf without one becomes empty.

    Returns:
        What has no place in this version of the form; it is kept beside the answers.

    Raises:
        DamagedAnswers: Not the shape of answers.
    """
    for node in live.root.walk():
        if node.spec.is_leaf:
            node.kept = node.text = ""
    return _put_group(live, live.root, answers)


def _put_group(live: LiveForm, node: LiveNode, answers: Mapping[str, Any]) -> Answers:
    unplaced: Answers = {}
    for name, value in answers.items():
        spec = node.spec.children.get(name)
        if name in {ROW_ID, ROW_ORDER}:
            continue
        if spec is None or not _fits(spec, value):
            unplaced[name] = value
            continue
        if spec.is_repeat:
            rest: Any = _put_rows(live, node, spec, value)
        elif isinstance(value, Mapping):
            rest = _put_group(live, node.only(name), value)
        else:
            rest = None
            _put_leaf(node.only(name), value)
        if rest:
            unplaced[name] = rest
    return unplaced


def _fits(spec: NodeSpec, value: object) -> bool:
    if spec.is_repeat:
        return isinstance(value, list)
    return isinstance(value, str) if spec.is_leaf else isinstance(value, Mapping)


def _put_leaf(node: LiveNode, value: str) -> None:
    if len(value.encode()) > MAX_ANSWER_BYTES:
        raise DamagedAnswers(at=node.spec.path)
    node.kept = value
    node.text = value


def _put_rows(live: LiveForm, parent: LiveNode, spec: NodeSpec, rows: list[Any]) -> list[Answers]:
    if len(rows) > MAX_ROWS:
        raise DamagedAnswers(at=spec.path)
    unplaced: list[Answers] = []
    seen: set[str] = set()
    for row in rows:
        row_id = row.get(ROW_ID) if isinstance(row, Mapping) else None
        if not isinstance(row_id, str) or not row_id or row_id in seen:
            raise DamagedAnswers(at=spec.path)
        seen.add(row_id)
        node = live.make_row(parent, spec, row_id, str(row.get(ROW_ORDER, "")))
        for leaf in node.walk():
            leaf.kept = leaf.text = ""
        rest = _put_group(live, node, row)
        if rest:
            unplaced.append({ROW_ID: row_id, ROW_ORDER: node.order, **rest})
    return unplaced


def take_answers(live: LiveForm, keep: Keep, keep_row: Keep) -> Answers:
    """Return the answers of the leaves that `keep` takes.

    Args:
        live: The form.
        keep: Whether a leaf with an answer belongs in.
        keep_row: Whether a row belongs in even when none of its leaves does.
    """
    return _take(live.root, keep, keep_row)


def _take(node: LiveNode, keep: Keep, keep_row: Keep) -> Answers:
    found: Answers = {}
    for name, spec in node.spec.children.items():
        if spec.depth == 2 and name.rpartition(":")[2] == "meta":
            continue
        if spec.is_repeat:
            rows = _take_rows(node.rows(name), keep, keep_row)
            if rows:
                found[name] = rows
            continue
        child = node.only(name)
        if spec.is_leaf:
            if child.kept and keep(child):
                found[name] = child.kept
        else:
            inner = _take(child, keep, keep_row)
            if inner:
                found[name] = inner
    return found


def _take_rows(rows: list[LiveNode], keep: Keep, keep_row: Keep) -> list[Answers]:
    found: list[Answers] = []
    for row in rows:
        inner = _take(row, keep, keep_row)
        if inner or keep_row(row):
            found.append({ROW_ID: row.row_id, ROW_ORDER: row.order, **inner})
    return found


def join_answers(whole: Answers, more: Mapping[str, Any]) -> Answers:
    """Put further answers into some, groups by name and rows by id; what is there stays."""
    for name, value in more.items():
        if isinstance(value, list):
            rows: list[Answers] = whole.setdefault(name, [])
            known = {row[ROW_ID]: row for row in rows}
            for row in value:
                if row[ROW_ID] in known:
                    join_answers(known[row[ROW_ID]], row)
                else:
                    rows.append(dict(row))
        elif isinstance(value, Mapping):
            inner = whole.setdefault(name, {})
            if isinstance(inner, dict):
                join_answers(inner, value)
        else:
            whole.setdefault(name, value)
    return whole
