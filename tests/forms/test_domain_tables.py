"""Every question, item, list and hint of the domain's tables stands in a form.

Word for word, but for the first letter; where a form says it in plainer words for whoever fills it
in, both wordings stand in ``plain_words.csv``, so that a change of either is noticed.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.forms.form_sources import (
    FORM_IDS,
    FORMS,
    HINT,
    LABEL,
    LISTS,
    Row,
    choices,
    every_row,
    list_name,
    ours,
    parents,
    table,
)

_DATA = os.environ.get("OUTREACH_TESTDATA")
pytestmark = pytest.mark.skipif(_DATA is None, reason="OUTREACH_TESTDATA is not set")

# Hints that speak to developers or name a source by its mark; the form says it in plain words.
INTERNAL = re.compile(r"seed|\[|`|^table|†|list \d|00\d|MSCOS|Miss G|SIPPS|^relevant:|\*\*")
TYPES = {
    "text": "text", "text_long": "text", "integer": "integer", "decimal": "decimal",
    "date": "date", "datetime": "dateTime", "attachment": "file", "note": "note",
    "calculate": "calculate", "group": "begin_group", "repeat": "begin_repeat",
    "select_one": "select_one", "select_multiple": "select_multiple", "boolean": "select_one",
    "reference": "select_one_from_file",
}  # fmt: skip
COMPOUND = {"own_words": "_text", "date_partial": "_year", "signature": "_who"}
# Two questions share one row of the table; each has a label of its own.
SHARED_ROW = "exploitation_start`, `exploitation_end"


@cache
def tables() -> list[dict[str, Any]]:
    path = Path(_DATA or "")
    place = next(p for p in (path / "domain/tables.json", path / "tables.json") if p.is_file())
    found: list[dict[str, Any]] = json.loads(place.read_text("utf-8"))
    return found


@cache
def by_name() -> dict[str, tuple[str, Row]]:
    return {row["name"]: (form_id, row) for form_id, row in every_row()}


def questions() -> list[dict[str, str]]:
    columns = ["name", "label", "type"]
    return [row for each in tables() if each["columns"][:3] == columns for row in each["rows"]]


def same(text: str) -> str:
    return text.replace("†", "").replace("`", "").replace("**", "").strip()


@cache
def plainer() -> dict[tuple[str, str, str], str]:
    """Return how a form says what a table says: by question or list, kind and the table's words."""
    rows = table(Path(__file__).with_name("plain_words.csv"))
    return {(row["name"], row["what"], row["table"]): row["form"] for row in rows}


def shown(name: str, what: str, words: str) -> str:
    """Return the words of a table as a form says them."""
    said = plainer().get((name, what, words), words)
    return said[:1].upper() + said[1:]


def offered(form_id: str, row: Row) -> list[tuple[str, str]]:
    if row["type"].startswith(("select_one_from_file", "select_multiple_from_file")):
        return [(r["name"], r["label"]) for r in table(LISTS / f"{list_name(row)}.csv")]
    return [(choice["name"], choice[LABEL]) for choice in choices(form_id)[list_name(row)]]


def in_plain_words(name: str, pairs: list[Any]) -> list[tuple[str, str]]:
    return [(code, plainer().get((f"{name}.{code}", "choice", said), said)) for code, said in pairs]


def test_every_question_is_in_a_form_with_its_type() -> None:
    asked = questions()
    assert len(asked) == 517
    for question in asked:
        for name in re.findall(r"\w+", question["name"]):
            row = by_name()[name][1]
            if question["type"] in COMPOUND:
                assert ours(row, "type") == question["type"], name
            else:
                plain = row["type"].split()[0]
                if question["type"] != "reference":
                    plain = plain.removesuffix("_from_file")
                assert plain == TYPES[question["type"]], name


def test_every_question_has_its_label_hint_and_level() -> None:
    for question in questions():
        if question["name"] == SHARED_ROW:
            continue
        name = question["name"]
        row = by_name()[name][1]
        leaf = by_name().get(name + COMPOUND.get(question["type"], ""), by_name()[name])[1]
        assert row[LABEL] == shown(name, "label", same(question["label"])), name
        hint = row.get(HINT) or leaf.get(HINT, "")
        if INTERNAL.search(question["hint"]):
            assert hint or question["hint"].startswith("relevant:"), name
        else:
            assert hint == shown(name, "hint", same(question["hint"])), name
        if question["type"] != "group":
            level = ours(leaf, "req") or ours(row, "req") or ours(row, "review_req")
            assert level == question["req"], name


def test_every_question_offers_its_choices() -> None:
    lists = {
        each["section"][-1].removeprefix("list: "): [(r["code"], r["label"]) for r in each["rows"]]
        for each in tables()
        if each["section"][-1].startswith("list: ") and each["columns"][:2] == ["code", "label"]
    }
    for question in questions():
        wanted = question["choices"]
        name = question["name"]
        if not wanted:
            continue
        form_id, row = by_name()[name]
        if "=" in wanted:
            pairs = [tuple(part.strip().split("=", 1)) for part in wanted.split(";")]
            assert offered(form_id, row) == in_plain_words(list_name(row), pairs), name
        elif ";" in wanted:
            codes = [code for code, _ in offered(form_id, row)]
            assert codes == [part.strip() for part in wanted.split(";")], name
        else:
            assert list_name(row) == wanted, name
            if wanted in lists and wanted != "police_force":
                assert offered(form_id, row) == in_plain_words(wanted, lists[wanted]), name


def test_every_condition_and_constraint_has_its_place() -> None:
    """A condition stands on the row or a group around it; a constraint may be said in words."""
    # The table's condition is the form itself: an explanation of the NRM is only made for one.
    always = {
        "nrm_explained_by",
        "nrm_explained_how",
        "nrm_understood",
        "nrm_decision",
        "nrm_decision_on",
    }
    # Said by the question that follows, by a default, or by the rows that a repeat needs.
    elsewhere = {"nrm_explained_how", "dob", "age_band"}
    for question in questions():
        name = question["name"]
        if name == SHARED_ROW:
            continue
        form_id, row = by_name()[name]
        around = (row, *(by_name()[group][1] for group in parents(form_id)[name]))
        if question["relevant"] and name not in always:
            assert any(each.get("relevant") for each in around), name
        if question["constraint"] and name not in elsewhere:
            leaf = by_name().get(name + COMPOUND.get(question["type"], ""), (form_id, row))[1]
            said = (
                row.get("constraint"), leaf.get("constraint"), ours(row, "note"),
                ours(row, "rows_at_least"), ours(row, "rows_or"),
            )  # fmt: skip
            calculated = question["type"] == "calculate" and row.get("calculation") != "''"
            assert any(said) or calculated, name


def test_police_forces_keep_their_region_in_a_column() -> None:
    wanted = next(e for e in tables() if e["section"][-1] == "list: police_force")["rows"]
    forces = {row["name"]: row for row in table(LISTS / "police_force.csv")}
    assert list(forces) == [row["code"] for row in wanted]
    for row in wanted:
        force = forces[row["code"]]
        shown = force["label"] + (f" ({force['region']})" if force["region"] else "")
        assert shown in {row["label"], row["label"].replace(" region)", ")")}


def test_every_coded_item_has_its_label_hint_and_metadata() -> None:
    found = [row for each in tables() if each["columns"][0] == "item" for row in each["rows"]]
    assert len(found) == 125
    for item in found:
        name = item["item"].strip("`")
        row = by_name()[name][1]
        assert ours(row, "type") == "coded_item"
        assert row[LABEL] == shown(name, "label", same(item["label"]))
        hint = by_name()[f"{name}_now"][1].get(HINT, "")
        if not INTERNAL.search(item["hint"]):
            assert hint == shown(name, "hint", same(item["hint"])), name
        assert ours(row, "core") == ("yes" if item["core"] == "core" else "")
        kind, _, value = item["if present now"].partition(" ")
        assert ours(row, "floor") == (value if kind == "floor" else ""), name
        assert ours(row, "flag") == (value if kind == "flag" else ""), name


def test_every_flag_has_its_question() -> None:
    found = [row for each in tables() if each["columns"][0] == "flag code" for row in each["rows"]]
    assert len(found) == 25
    for flag in found:
        row = by_name()["b_" + flag["flag code"].strip("`")][1]
        assert row[LABEL] == flag["Question on screen"]
        assert ours(row, "flag") == flag["flag code"].strip("`")


def test_every_part_of_the_exit_checks_is_there() -> None:
    for each in tables():
        if each["file"] == "exit-checklist.md" and each["columns"][0] in {"part", "code"}:
            for row in each["rows"]:
                name = (row.get("part") or row["code"]).strip("`")
                if re.match(r"e\d+_", name):
                    assert ours(by_name()[name][1], "type") == "exit_check", name


def test_every_default_timescale_is_there() -> None:
    codes = {row["code"] for row in table(FORMS / "timescales.csv")}
    wanted = next(e for e in tables() if e["section"][-1].startswith("4.4"))["rows"]
    for row in wanted:
        assert row["code"].split(" ")[0].strip("`") in codes


def test_names_in_prose_are_names_or_codes_here() -> None:
    """Fields that only hints and prose name are fields too."""
    known = (
        set(by_name()) | set(FORM_IDS) | {row["code"] for row in table(FORMS / "timescales.csv")}
    )
    for form_id in {form_id for form_id, _ in every_row()}:
        for name, rows in choices(form_id).items():
            known |= {name, *(row["name"] for row in rows)}
    known |= {path.stem for path in LISTS.glob("*.csv")}
    # The shape of a check (a suffix per part here), words of the life cycle, types, results.
    words = {
        "chk_code",
        "chk_evidence",
        "chk_evidence_text",
        "chk_override",
        "chk_reason",
        "contradicts",
        "incomplete",
        "supports",
        "supervisor_closed",
        "higher",
        "not_comparable",
        "reduced_score",
        "attachment",
        "basis",
        "precision",
        "core",
        "id",
        "special",
        "stateless",
        "coded_item",
        "how_cleared",
        "q1",
        "q5",
        "attachments",
        "incident",
    }
    place = Path(_DATA or "")
    folder = place / "domain" if (place / "domain").is_dir() else place
    for document in (
        "case-record", "risk-assessment", "support-plan", "exit-checklist",
        "referrals-and-consent", "personas-and-walkthroughs",
    ):  # fmt: skip
        for found in re.findall(r"`([a-z][a-z0-9_.]*)`", (folder / f"{document}.md").read_text()):
            name = found.rpartition(".")[2]
            assert name in known | words or found.endswith(".md"), (document, found)
