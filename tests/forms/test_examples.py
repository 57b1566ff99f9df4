"""Every form has examples, and their answers fit the form: names, places, codes, row ids."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.forms.form_sources import FORM_IDS, FORMS, Row, base_type, codes, ours, parents, survey

EXAMPLES = sorted(FORMS.glob("*/examples/*.json"))
EXPECTED = {"violations_finalise", "violations_finalise_include", "values"}
ROW_ID = re.compile(r"r_[a-z2-7]{26}")


def leaf_fits(form_id: str, row: Row, value: str) -> None:
    assert value, row["name"]
    kind = base_type(row)
    if kind.startswith("select"):
        offered = codes(form_id, row)
        assert offered is None or set(value.split()) <= offered, row["name"]
    elif kind == "integer":
        assert str(int(value)) == value
    elif kind == "date":
        datetime.date.fromisoformat(value)
    elif kind == "dateTime":
        assert datetime.datetime.fromisoformat(value).tzinfo is not None
    assert kind not in {"calculate", "note"}, row["name"]


def answers_fit(form_id: str, answers: dict[str, Any], around: tuple[str, ...]) -> None:
    here = {row["name"]: row for row in survey(form_id)}
    for name, value in answers.items():
        if name in {"_id", "_order"}:
            continue
        assert parents(form_id)[name] == around, name
        if isinstance(value, list):
            assert base_type(here[name]) == "begin_repeat"
            assert len({row["_id"] for row in value}) == len(value)
            for row in value:
                assert ROW_ID.fullmatch(row["_id"])
                answers_fit(form_id, row, (*around, name))
        elif isinstance(value, dict):
            assert base_type(here[name]) == "begin_group"
            answers_fit(form_id, value, (*around, name))
        else:
            leaf_fits(form_id, here[name], value)


def test_every_form_has_examples() -> None:
    assert {path.parents[1].name for path in EXAMPLES} == set(FORM_IDS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_an_example_fits_its_form(path: Path) -> None:
    form_id = path.parents[1].name
    example = json.loads(path.read_text("utf-8"))
    assert set(example) == {"title", "today", "now", "casefile", "calculated", "answers", "expect"}
    assert (FORMS / example["casefile"]).is_file()
    answers_fit(form_id, example["answers"], ())
    expected = example["expect"]
    assert expected
    assert set(expected) <= EXPECTED
    names = {row["name"] for row in survey(form_id)}
    by_rules = {row["name"] for row in survey(form_id) if ours(row, "source")}
    assert set(example["calculated"]) <= by_rules
    for key in ("violations_finalise", "violations_finalise_include"):
        assert set(expected.get(key, [])) <= names
    for address in expected.get("values", {}):
        assert address.rpartition("/")[2] in names
