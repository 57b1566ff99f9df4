"""The data of the sample story: what a step names exists by then, and nobody in it is real."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from outreach_app.services.shipped import sample_folder

TELEPHONE = re.compile(r"(?<![\w/])0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?!\w)")
FOR_DRAMA = re.compile(r"07700 900\d{3}|020 7946 0\d{3}")
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
FIRST = ("client", "case")

Step = Mapping[str, Any]


def _files() -> tuple[Path, ...]:
    return tuple(sorted((sample_folder() / "story").glob("*.json")))


@pytest.fixture(scope="module")
def steps() -> dict[str, Step]:
    """Each step by the name of its file, in the order in which they are played."""
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in _files()}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _rows(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if "@" in value:
            yield str(value["@"])
        for each in value.values():
            yield from _rows(each)
    elif isinstance(value, list):
        for each in value:
            yield from _rows(each)


def test_the_steps_are_numbered_and_the_clock_never_goes_back(steps: dict[str, Step]) -> None:
    assert [int(name[:3]) for name in steps] == list(range(1, len(steps) + 1))
    for (_, one), (name, next_one) in pairwise(steps.items()):
        assert datetime.fromisoformat(one["at"]) <= datetime.fromisoformat(next_one["at"]), name


def test_what_a_step_names_was_made_before(steps: dict[str, Step]) -> None:
    documents: set[str] = set()
    rows: set[str] = set()
    cases: set[str] = set()
    bundles: set[str] = set()
    people = {
        person["key"]
        for person in json.loads((sample_folder() / "organisation.json").read_text("utf-8"))[
            "people"
        ]
    }
    for name, step in steps.items():
        if step["do"] == "write":
            case = step.get("case", "")
            if case not in cases:
                cases.add(case)
                documents |= {f"{case}/{each}" if case else each for each in FIRST}
            documents.add(step["document"])
            rows |= set(_rows(step["answers"]))
        elif step["do"] == "hand_over":
            assert step["case"] in cases, name
            assert step["to"] in people, name
            documents.add(step["document"])
        elif step["do"] in {"attach", "review", "merge", "answer_handover"}:
            assert step["document"] in documents, name
        elif step["do"] == "export":
            assert set(step.get("cases", ())) <= cases, name
            assert set(step["to"]) <= people, name
            bundles.add(step["name"])
        elif step["do"] in {"import", "lay"}:
            assert step["bundle"] in bundles, name
        known = {"@doc": documents, "@row": rows, "@person": people}
        for text in _texts(step):
            kind, colon, key = text.partition(":")
            if colon and kind in known:
                assert key in known[kind], f"{name}: {text}"


def test_each_marker_stands_where_it_is_said_to(steps: dict[str, Step]) -> None:
    markers = json.loads((sample_folder() / "markers.json").read_text(encoding="utf-8"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in _files()}
    assert list(markers["places"]) == markers["markers"]
    for marker, places in markers["places"].items():
        assert places
        assert [name for name, text in texts.items() if marker in text] == places, marker


def test_no_telephone_and_no_address_of_mail_is_somebodys() -> None:
    files = [*_files(), *(sample_folder() / "files").glob("*.txt")]
    numbers = 0
    for path in files:
        text = path.read_text(encoding="utf-8")
        for found in TELEPHONE.findall(text):
            numbers += 1
            assert FOR_DRAMA.fullmatch(found), f"{path.name}: {found}"
        for domain in MAIL.findall(text):
            assert f".{domain}".endswith(".example.org"), f"{path.name}: {domain}"
    assert numbers > len(FIRST)


def test_at_the_end_cases_are_open_in_every_state(steps: dict[str, Step]) -> None:
    """A first look at the window must find something in each of its rooms."""
    begun = {step["case"] for step in steps.values() if step.get("case")}
    signed = {step["case"] for step in steps.values() if step.get("case") and step.get("sign")}
    closed = [step["document"] for step in steps.values() if step.get("verb") == "close"]
    assert closed == ["exit"]
    assert len(signed) >= 5
    assert begun - signed == {"bilal"}
    laid = [step for step in steps.values() if step["do"] == "lay"]
    assert [bool(step.get("cut")) for step in laid] == [False, True, False]
    exported = {step["name"]: step["to"] for step in steps.values() if step["do"] == "export"}
    assert [exported[step["bundle"]] for step in laid] == [["HM"], ["HM"], ["DF"]]
    levels = [
        step["answers"]["overall_level"]
        for step in steps.values()
        if step.get("case") and step.get("form") == "risk_assessment"
    ]
    assert set(levels) == {"low", "medium", "high", "very_high"}


def test_a_case_changes_hands_with_its_answer_back(steps: dict[str, Step]) -> None:
    (given,) = [step for step in steps.values() if step["do"] == "hand_over"]
    (answer,) = [step for step in steps.values() if step["do"] == "answer_handover"]
    assert answer["document"] == given["document"]
    assert answer["answer"] == "accepted"
    assert (answer["by"], answer["leads"]) == (given["to"], given["to"])
    names = list(steps.values())
    after = [step["do"] for step in names[names.index(given) :]]
    assert after == ["hand_over", "export", "import", "answer_handover", "export", "import"]
