"""Names are kept for ever: unique over all files, and the same as the checked-in list."""

import re
from collections import Counter

import pytest

from tests.forms.form_sources import (
    FORM_IDS,
    FORMS,
    base_type,
    every_row,
    ours,
    parents,
    survey,
    table,
)

SUFFIXES = {
    "own_words": ("_text", "_by", "_lang", "_interp", "_at"),
    "date_partial": ("_year", "_month", "_day", "_precision", "_basis", "_iso"),
    "signature": ("_who", "_at", "_method", "_place", "_lang", "_interp", "_image"),
    "coded_item": ("_past", "_now", "_note"),
    "exit_check": ("_evidence", "_evidence_text", "_worker", "_client", "_override", "_reason",
                   "_supervisor", "_supervisor_note"),
}  # fmt: skip
LEVEL_STANDS_ON = {"own_words": "_text", "date_partial": "_year", "signature": "_who",
                   "coded_item": "_now", "exit_check": "_worker"}  # fmt: skip
PLAIN = {"text_long": "text", "boolean": "select_one", "datetime": "dateTime", "attachment": "file"}
# The level of a plain group of questions stands on the questions in it.
LEVEL_INSIDE = {"current_address"}


def test_names_are_unique_over_all_forms() -> None:
    times = Counter(row["name"] for _, row in every_row())
    assert [name for name, number in times.items() if number > 1] == []


def test_names_are_plain() -> None:
    for _, row in every_row():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", row["name"]), row["name"]
        assert row["name"] not in {"_id", "_order", "meta", "data"}


def test_the_checked_in_list_has_each_name_once_and_no_other() -> None:
    listed = [(row["form"], row["name"]) for row in table(FORMS / "names.csv")]
    assert len(listed) == len(set(listed))
    assert set(listed) == {(form_id, row["name"]) for form_id, row in every_row()}


def test_the_checked_in_list_says_type_list_level_and_part() -> None:
    listed = {row["name"]: row for row in table(FORMS / "names.csv")}
    levels = {row["name"]: ours(row, "req") or ours(row, "review_req") for _, row in every_row()}
    for _, row in every_row():
        entry = listed[row["name"]]
        kind = ours(row, "type")
        words = row["type"].split()
        plain = {"begin_group": "group", "begin_repeat": "repeat"}.get(words[0], words[0])
        plain = plain.removesuffix("_from_file")
        assert PLAIN.get(entry["type"], entry["type"]) == (kind or plain), row["name"]
        if kind != "coded_item":
            assert entry["list"] == (words[1].removesuffix(".csv") if len(words) > 1 else "")
        level = levels[row["name"]] or levels.get(row["name"] + LEVEL_STANDS_ON.get(kind, "?"), "")
        if row["name"] not in LEVEL_INSIDE:
            assert entry["req"] == level, row["name"]
        assert entry["part"] == (ours(row, "part") or "main"), row["name"]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_compound_questions_have_all_their_leaves(form_id: str) -> None:
    around = parents(form_id)
    for row in survey(form_id):
        kind = ours(row, "type")
        if kind in SUFFIXES:
            assert base_type(row) == "begin_group"
            inside = [name for name, groups in around.items() if groups[-1:] == (row["name"],)]
            leaves = [row["name"] + suffix for suffix in SUFFIXES[kind]]
            assert [name for name in inside if not name.endswith("_absent")] == leaves
