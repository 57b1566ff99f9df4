"""The sample story as data: its steps, and what each document holds after each of them."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.forms.form_sources import FORMS, Row, base_type, parents, survey

SAMPLE = FORMS.parent / "resources" / "sample"
STORY = SAMPLE / "story"
ROW_KEY = "@"

Step = dict[str, Any]
State = dict[str, Any]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def steps() -> tuple[tuple[str, Step], ...]:
    """Return file name and content of every step, in the order in which they are played."""
    return tuple((path.name, _read(path)) for path in sorted(STORY.glob("*.json")))


@cache
def organisation() -> Any:
    """Return the organisation with its people."""
    return _read(SAMPLE / "organisation.json")


@cache
def markers() -> Any:
    """Return the marker words and the steps in which each stands."""
    return _read(SAMPLE / "markers.json")


def writing() -> Iterator[tuple[str, Step]]:
    """Yield the steps in which somebody writes."""
    return ((name, step) for name, step in steps() if step["do"] == "write")


def form_of() -> dict[str, str]:
    """Return the form of every document."""
    return {step["document"]: step["form"] for _, step in writing()}


def row_keys() -> set[str]:
    """Return the names of every row that a step gives."""
    return {row[ROW_KEY] for _, step in writing() for row in _rows_in(step["answers"])}


def _rows_in(answers: State) -> Iterator[State]:
    for value in answers.values():
        if isinstance(value, list):
            for row in value:
                yield row
                yield from _rows_in(row)


def values_in(answers: State) -> Iterator[tuple[str, str]]:
    """Yield name and value of every answer, those in rows included."""
    for name, value in answers.items():
        if isinstance(value, list):
            for row in value:
                yield from values_in(row)
        elif name != ROW_KEY:
            yield name, value


def put(state: State, answers: State) -> None:
    """Lay the answers of a step over what a document held; rows are found by their names."""
    for name, value in answers.items():
        if not isinstance(value, list):
            state[name] = value
            continue
        rows = state.setdefault(name, [])
        for row in value:
            held = next((each for each in rows if each[ROW_KEY] == row[ROW_KEY]), None)
            if held is None:
                rows.append(held := {})
            put(held, row)


def states() -> Iterator[tuple[str, Step, State, dict[str, State]]]:
    """Yield every writing or attaching step with its document's state, and all states so far.

    Versions on different laptops are laid one over the other.
    """
    held: dict[str, State] = {}
    for name, step in steps():
        if step["do"] not in {"write", "attach"}:
            continue
        state = held.setdefault(step["document"], {})
        given = step["answers"] if step["do"] == "write" else {step["question"]: step["file"]}
        put(state, given)
        for question in step.get("clear", ()):
            state.pop(question, None)
        yield name, step, state, held


def day(text: str) -> date | None:
    """Return the day of a date or an instant, None for no answer."""
    return date.fromisoformat(text[:10]) if text else None


@cache
def rows_of(form_id: str) -> dict[str, Row]:
    """Return the rows of a form by name."""
    return {row["name"]: row for row in survey(form_id)}


@cache
def innermost_repeat(form_id: str, name: str) -> str:
    """Return the repeat that a question or repeat stands in, "" outside repeats."""
    known = rows_of(form_id)
    around = [each for each in parents(form_id)[name] if base_type(known[each]) == "begin_repeat"]
    return around[-1] if around else ""
