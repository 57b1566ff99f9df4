"""Loads and runs public forms, and follows recorded fillings of them by another engine."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from outreach_app.engine.definition import FormDefinition, from_cache, load_form
from outreach_app.engine.errors import BrokenForm
from outreach_app.engine.faults import Weight
from outreach_app.engine.nodes import LiveNode, Node
from outreach_app.engine.session import FormSession
from outreach_app.engine.source import check_form
from outreach_app.engine.violations import Purpose
from tests.engine.public_data import FOLDER, needs_public_data
from tests.support.scenario import row_ids

pytestmark = needs_public_data
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NOT_XML = {"6576fae4", "d6536984"}
FOREIGN_FUNCTIONS = {"6b86c6cd"}
VOLATILE = re.compile(r"instanceID|start|end$|Id10011|rand", re.IGNORECASE)


def _session(form: FormDefinition) -> FormSession:
    return FormSession(form, today=NOW.date(), now=NOW, new_row_id=row_ids())


def test_every_public_xform_that_is_one_loads_and_starts() -> None:
    refused: set[str] = set()
    for path in sorted((FOLDER / "forms").glob("*.xml")):
        if path.stat().st_size > 300_000:
            continue
        try:
            form = load_form(path.read_bytes())
        except BrokenForm:
            refused.add(path.name[:8])
            continue
        session = _session(form)
        session.violations(Purpose.FINALISE)
        session.progress()
        assert _session(form).answers().keys() == session.answers().keys()
    assert refused <= NOT_XML | FOREIGN_FUNCTIONS


def test_the_largest_public_form_comes_back_from_its_cache() -> None:
    path = max((FOLDER / "forms").glob("*.xml"), key=lambda p: p.stat().st_size)
    form = load_form(path.read_bytes())
    again = from_cache(form.to_cache(), form_hash=form.form_hash)
    assert [item.path for item in again.leaves()] == [item.path for item in form.leaves()]
    assert [t.rank for t in again.compiled.targets] == [t.rank for t in form.compiled.targets]
    assert again.warnings == form.warnings


def test_public_spreadsheets_convert_or_say_in_which_row_they_fail() -> None:
    for path in sorted((FOLDER / "forms").glob("*.xls*")):
        if path.stat().st_size > 60_000:
            continue
        faults = check_form(path)
        assert all(fault.what for fault in faults)
        stopping = [fault for fault in faults if fault.weight is Weight.FAULT]
        assert all(fault.row > 0 for fault in stopping), path.name


def _node(session: FormSession, ref: str, base: int) -> LiveNode:
    node = session.live.root
    for name, place in re.findall(r"/([^/\[\]]+)(?:\[(\d+)\])?", ref)[1:]:
        node = node.by_name[name][int(place) - base if place else 0]
    return node


def _add_row(session: FormSession, ref: str) -> None:
    above, _, last = ref.rpartition("/")
    name, _, place = last.rstrip("]").partition("[")
    holder = _node(session, above, 0)
    while len(holder.rows(name)) <= int(place or 0):
        session.live.begin()
        row = session.live.append_row(holder, holder.spec.children[name])
        session.live.row_added(row)
        session.live.run_actions("odk-new-repeat", row)
        session.live.settle()


def _take_step(session: FormSession, step: dict[str, Any]) -> None:
    if step["op"] == "answer" and step["result"] == "OK":
        session.live.begin()
        session.live.set_value(_node(session, step["ref"], 0), str(step["value"] or ""))
        session.live.settle()
    elif step["op"] == "new_repeat":
        _add_row(session, step["ref"])


def _same(value: str | None, node: Node) -> bool:
    wanted = "" if value is None else str(value)
    if wanted == node.text:
        return True
    if wanted in {"0", "1"} and node.text in {"true", "false"}:
        return True
    try:
        return abs(float(wanted) - float(node.text)) < 1e-9
    except ValueError:
        return False


def _follow(case: dict[str, Any], session: FormSession) -> tuple[int, int]:
    """Return how many values were compared at the end, and how many agreed."""
    state: dict[str, Any] = {}
    for step in case["steps"]:
        state.update(step.get("delta") or {})
        _take_step(session, step)
    compared = agreed = 0
    for path, fact in state.items():
        if fact is None or not fact[1] or not fact[4] or VOLATILE.search(path):
            continue
        try:
            node = _node(session, path, 1)
        except (KeyError, IndexError):
            continue
        compared += 1
        agreed += _same(fact[0], node)
    return compared, agreed


def test_recorded_fillings_end_with_the_same_values() -> None:
    compared = agreed = 0
    with (FOLDER / "differential.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            if case["answers"] > 400 or not case["form"].endswith(".xml"):
                continue
            form = load_form((FOLDER / case["form"]).read_bytes())
            one, other = _follow(case, _session(form))
            compared += one
            agreed += other
    assert compared > 500
    assert agreed / compared >= 0.97, (agreed, compared)
