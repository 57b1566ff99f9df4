"""Every condition, constraint and calculation speaks of questions and codes that exist."""

import re

import pytest
from lxml import etree

from tests.forms.form_sources import (
    FORM_IDS,
    FORMS,
    LABEL,
    MESSAGE,
    Row,
    base_type,
    choices,
    codes,
    every_row,
    ours,
    parents,
    survey,
)

COLUMNS = ("required", "relevant", "constraint", "calculation", "trigger", "choice_filter",
           "read_only", "default", "repeat_count")  # fmt: skip
CALCULATED = {
    "is_minor": {"true", "false"},
    "appr_required": {"true", "false"},
    "override_direction": {"same", "higher", "lower"},
    "risk_band": {"low", "medium", "high", "very_high"},
}
EVIDENCE = {"supports", "contradicts", "incomplete", "not_applicable"}
FROM_THE_CASE_FILE = {
    "is_minor": {"true", "false"},
    "english_speaking": {"none", "basic"},
    "identity_shared": {"named", "initials", "anonymous"},
    "effective_level": {"very_high"},
}
FUNCTIONS = {
    "and", "or", "mod", "if", "not", "true", "false", "selected", "count", "count-selected", "count-non-empty",
    "concat", "number", "format-date", "date", "today", "now", "string-length", "normalize-space",
    "instance", "current", "decimal-date-time", "once",
}  # fmt: skip
PARTS = {"", "main", "location", "special", "third_party", "staff", "internal"}

_NAMED = re.compile(r"\$\{(\w+)\}")
_COMPARED = re.compile(
    r"(\$\{\w+\}|[\w/()'\[\]=$ {}.-]*?casefile/[\w/]+|(?<![\w/$])\w+|\.)\s*(?:!=|=)\s*'(\w*)'"
)
_SELECTED = re.compile(r"selected\(\s*(\$\{\w+\}|\.|instance\('casefile'\)[\w/]+), '(\w+)'\)")
_CASE_FILE = re.compile(r"instance\('casefile'\)/casefile/([\w/]+)")
_CALL = re.compile(r"([a-z][\w-]*)\(")
_STRING = re.compile(r"'[^']*'")


def rows_by_name() -> dict[str, tuple[str, Row]]:
    return {row["name"]: (form_id, row) for form_id, row in every_row()}


def expressions(row: Row) -> list[str]:
    return [row[name] for name in COLUMNS if row.get(name)]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_references_are_to_questions_of_the_same_form(form_id: str) -> None:
    here = {row["name"] for row in survey(form_id)}
    for row in survey(form_id):
        for text in (*expressions(row), row[LABEL], row.get(MESSAGE, "")):
            assert set(_NAMED.findall(text)) <= here, f"{row['name']}: {text}"


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_functions_are_those_of_the_standard_and_brackets_close(form_id: str) -> None:
    for row in survey(form_id):
        for text in expressions(row):
            bare = _STRING.sub("", text)
            assert set(_CALL.findall(bare)) <= FUNCTIONS, text
            assert bare.count("(") == bare.count(")"), text
            assert text.count("'") % 2 == 0, text


def allowed(form_id: str, name: str) -> set[str] | None:
    if name in CALCULATED:
        return CALCULATED[name]
    row = rows_by_name()[name][1]
    if name.endswith("_evidence"):
        return EVIDENCE
    if base_type(row).startswith("select"):
        return codes(form_id, row)
    if name.endswith("_override"):
        return {"true", "false"}
    return set()


def check_code(form_id: str, row: Row, subject: str, code: str) -> None:
    if not code:
        return
    if subject == "." or subject.startswith("${"):
        name = row["name"] if subject == "." else subject[2:-1]
        offered = allowed(form_id, name)
        assert offered is None or code in offered, f"{row['name']}: {name} has no {code}"
    elif "casefile/" in subject:
        name = subject.rpartition("/")[2]
        if name in FROM_THE_CASE_FILE:
            offered = FROM_THE_CASE_FILE[name]
        else:
            form, asked = rows_by_name()[name]
            offered = codes(form, asked)
        assert offered is None or code in offered, f"{row['name']}: {name} has no {code}"


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_comparisons_are_with_codes_that_the_question_offers(form_id: str) -> None:
    for row in survey(form_id):
        for text in expressions(row):
            for subject, code in (*_COMPARED.findall(text), *_SELECTED.findall(text)):
                check_code(form_id, row, subject, code)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_predicates_and_filters_use_codes_and_names_that_exist(form_id: str) -> None:
    here = {row["name"]: row for row in survey(form_id)}
    columns = {"name", "id", "identity_shared", "status"} | set(here)
    for row in survey(form_id):
        for text in expressions(row):
            for predicate in re.findall(r"\[([^\[\]]*)\]", text):
                for name in re.findall(
                    r"(?<![\w/$'{.-])([a-z]\w+)(?![\w(-])", _STRING.sub("", predicate)
                ):
                    assert name in columns | {"and", "or"}, f"{row['name']}: {predicate}"
        offered = {choice["name"] for choice in choices(form_id).get("absence", [])}
        for code in re.findall(r"name != '(\w+)'", row.get("choice_filter", "")):
            assert code in offered, row["name"]


def test_paths_into_the_case_file_stand_in_the_sample() -> None:
    sample = etree.fromstring((FORMS / "casefile.xml").read_bytes())
    used = {
        re.sub(r"\[[^\]]*\]", "", path)
        for _, row in every_row()
        for text in expressions(row)
        for path in _CASE_FILE.findall(text)
    }
    assert used
    for path in used:
        assert sample.find(path) is not None, path


def test_unequal_never_holds_for_an_empty_answer() -> None:
    """“is not x” is written with a test that there is an answer at all, where the form decides."""
    exceptions = {
        # An empty answer is meant to count: nothing known makes a child, no “no fixed address”.
        "${is_minor} != 'false'", "${no_fixed_address} != 'yes'",
        # Constraints and the levels above them: the other question is needed anyway.
        "${con_kind} != 'share'", "${goal_measure} != 'scale'",
    }  # fmt: skip
    for _, row in every_row():
        relevant = row.get("relevant", "")
        for subject, code in re.findall(r"(\$\{\w+\}) != '(\w+)'", relevant):
            known = f"{subject} != '{code}'" in exceptions or f"{subject} != ''" in relevant
            answered = re.search(rf"{re.escape(subject)} = '\w+'", relevant)
            assert known or answered or "ref_kind" in subject, f"{row['name']}: {relevant}"


def test_a_constraint_has_a_message_and_a_message_a_constraint() -> None:
    for _, row in every_row():
        assert bool(row.get("constraint")) == bool(row.get(MESSAGE)), row["name"]


def test_a_calculation_is_exported_as_strictly_as_what_it_reads() -> None:
    every = rows_by_name()
    for _, row in every_row():
        part = ours(row, "part")
        for name in _NAMED.findall(row.get("calculation", "")):
            source = ours(every[name][1], "part")
            assert source in {"", "main"} or source == part, f"{row['name']} reads {name}"


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_parts_are_known_and_inherited_from_the_group(form_id: str) -> None:
    around = parents(form_id)
    here = {row["name"]: row for row in survey(form_id)}
    for row in survey(form_id):
        assert ours(row, "part") in PARTS, row["name"]
        for group in around[row["name"]]:
            outer = ours(here[group], "part")
            assert not outer or ours(row, "part"), f"{row['name']} leaves {group}"
