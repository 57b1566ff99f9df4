"""Nothing is missing: labels, the four answers, levels, sections, checks, points, flags."""

import re

import pytest

from tests.forms.form_sources import (
    FORM_IDS,
    FORMS,
    HINT,
    LABEL,
    LISTS,
    Row,
    base_type,
    choices,
    codes,
    every_row,
    list_name,
    ours,
    parents,
    survey,
    table,
)

ASKED = {"unknown", "declined", "not_asked"}
ABSENCES = ASKED | {"not_applicable"}
KINDS = {"immediate", "initial", "full", "review", "event", "exit"}


def absences_offered(form_id: str, row: Row) -> set[str]:
    if "from_file" in row["type"]:
        offered = codes(form_id, row)
        return (offered or set()) & {"unknown"}
    return {
        choice["absence"] for choice in choices(form_id)[list_name(row)] if choice.get("absence")
    }


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_row_and_every_choice_has_a_label(form_id: str) -> None:
    for row in survey(form_id):
        assert row[LABEL], row["name"]
    for offered in choices(form_id).values():
        assert all(choice[LABEL] for choice in offered)


def test_texts_are_in_plain_words() -> None:
    """No note to a developer, no mark of a source, no dagger, no name in code stands on screen."""
    internal = re.compile(r"seed \d|\[[A-Z]|†|`|\*\*|table \d|list \d")
    for form_id in FORM_IDS:
        for row in survey(form_id):
            for text in (row[LABEL], row.get(HINT, "")):
                assert not internal.search(text), f"{row['name']}: {text}"


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_levels_are_known_and_required_follows_them(form_id: str) -> None:
    for row in survey(form_id):
        level = ours(row, "req")
        assert level in {"", "draft", "core", "yes"}, row["name"]
        if not base_type(row).startswith("begin") and row["type"] != "calculate":
            assert (row.get("required") == "true()") == (level in {"core", "yes"}), row["name"]
        assert not (level and ours(row, "review")), row["name"]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_needed_question_keeps_the_reasons_for_no_answer_apart(form_id: str) -> None:
    here = {row["name"]: row for row in survey(form_id)}
    for row in survey(form_id):
        if row.get("required") != "true()" or ours(row, "absence") == "none":
            continue
        offered = absences_offered(form_id, row) if base_type(row).startswith("select") else set()
        sibling = ours(row, "absent")
        if offered >= ASKED:
            assert not sibling
            continue
        absent = here[sibling]
        assert list_name(absent) == "absence"
        assert f"${{{row['name']}}} = ''" in absent["relevant"]
        assert ours(absent, "part") == ours(row, "part")
        left_out = set(re.findall(r"name != '(\w+)'", absent.get("choice_filter", "")))
        assert left_out == offered, row["name"]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_reasons_for_no_answer_are_the_four(form_id: str) -> None:
    for offered in choices(form_id).values():
        assert {choice.get("absence", "") for choice in offered} <= ABSENCES | {""}


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_a_reason_for_no_answer_stands_alone_among_several(form_id: str) -> None:
    for row in survey(form_id):
        if not row["type"].startswith("select_multiple "):
            continue
        alone = {c["name"] for c in choices(form_id)[list_name(row)] if c.get("absence")}
        for code in alone:
            assert f"selected(., '{code}')" in row["constraint"], row["name"]
        assert not alone or "count-selected(.) = 1" in row["constraint"]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_what_the_supervisor_says_is_only_shown(form_id: str) -> None:
    around = parents(form_id)
    here = {row["name"]: row for row in survey(form_id)}
    for row in survey(form_id):
        inside = any(ours(here[group], "review") for group in around[row["name"]])
        if (ours(row, "review") or inside) and base_type(row) != "begin_group":
            assert row["read_only"] == "true()", row["name"]
            assert not row.get("required"), row["name"]
    for _, row in every_row():
        if row["name"].startswith(("supervisor_", "appr_")) and row["type"] != "calculate":
            group = row["name"].rsplit("_", 1)[0]
            assert ours(row, "review") or row["read_only"] == "true()", (row["name"], group)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_repeats_that_are_needed_say_how_many_rows(form_id: str) -> None:
    here = {row["name"] for row in survey(form_id)}
    for row in survey(form_id):
        if base_type(row) == "begin_repeat":
            assert bool(ours(row, "req")) == bool(ours(row, "rows_at_least")), row["name"]
            assert {ours(row, "rows_or"), ours(row, "row_label")} <= here | {""}, row["name"]


def test_coded_items_carry_their_metadata() -> None:
    items = [row for row in survey("risk_assessment") if ours(row, "type") == "coded_item"]
    flags = {choice["name"] for choice in choices("risk_assessment")["flag_code"]}
    now = {row["name"]: row for row in survey("risk_assessment")}
    assert len(items) == 125
    assert len({row["name"] for row in items}) == 125
    for row in items:
        domain = row["name"].split("_")[0].upper()
        assert ours(row, "domain") == domain
        assert parents("risk_assessment")[row["name"]][-1] == domain.lower()
        assert ours(row, "floor") in {"", "medium", "high", "very_high"}
        assert ours(row, "flag") in flags | {""}
        assert not (ours(row, "floor") and ours(row, "flag"))
        assert (ours(row, "core") == "yes") == (ours(now[row["name"] + "_now"], "req") == "core")


def test_every_flag_is_asked_in_the_section_on_immediate_safety() -> None:
    asked = {
        ours(row, "flag")
        for row in survey("risk_assessment")
        if parents("risk_assessment")[row["name"]] == ("section_b",) and row[HINT]
    } - {""}
    assert asked == {choice["name"] for choice in choices("safety_flag")["flag_code"]}
    assert len(asked) == 25


def test_kinds_of_assessment_name_sections_and_questions_that_exist() -> None:
    rows = table(FORMS / "risk_assessment" / "kinds.csv")
    here = {row["name"] for row in survey("risk_assessment")}
    sections = {
        row["name"] for row in survey("risk_assessment") if row["name"].startswith("section_")
    }
    assert {row["kind"] for row in rows} == KINDS
    assert len({(row["kind"], row["section"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["section"] in sections
        assert row["level"] in {"draft", "core", "yes"}
        assert set(row["only"].split()) <= here
    for kind in ("full", "exit"):
        assert {row["section"] for row in rows if row["kind"] == kind} == sections


def test_the_exit_has_every_part_of_every_check() -> None:
    parts = [row["name"] for row in survey("exit_checklist") if ours(row, "type") == "exit_check"]
    numbers = [int(part.partition("_")[0].removeprefix("e")) for part in parts]
    assert sorted(set(numbers)) == list(range(1, 17))
    assert [numbers.count(n) for n in range(1, 17)] == [6, 5, 5, 5, *[1] * 12]
    here = {row["name"]: row for row in survey("exit_checklist")}
    for part in parts:
        assert ours(here[part], "override")
        assert ours(here[part + "_evidence"], "source") == f"exit.{part}"


def test_the_explanation_of_the_nrm_has_its_points() -> None:
    points = [row["name"] for row in survey("nrm_explanation") if list_name(row) == "nrm_point"]
    assert len(points) == 21
    (done,) = (row for row in survey("nrm_explanation") if row["name"] == "nrm_points_done")
    assert re.findall(r"\$\{(\w+)\}", done["calculation"]) == points


def test_no_protected_tool_is_reproduced() -> None:
    """Only that DASH was used, when and with what result; nothing of the others at all."""
    text = " ".join(path.read_text("utf-8") for path in FORMS.glob("*/form.md"))
    assert not re.search(r"HCR-?20|SIPPS|Outcomes Star", text)
    dash = {row["name"] for _, row in every_row() if row["name"].startswith("dash_")}
    assert {name for name in dash if not name.endswith("_absent")} == {
        "dash_done", "dash_date", "dash_ticks"
    }  # fmt: skip
    readme = (FORMS / "README.md").read_text("utf-8")
    assert "Open Government Licence v3.0" in readme
    assert LISTS.is_dir()
