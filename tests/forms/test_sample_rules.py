"""The sample story against what must be answered, and against the level rules."""

import csv
from collections.abc import Iterator
from pathlib import Path

from outreach_app.domain.flags import Flag
from outreach_app.domain.levels import parse_level
from outreach_app.domain.risk import CodedItem, indicated_level
from outreach_app.domain.risk_input import build_risk_input, read_flag_reasons, suggested_flags
from outreach_app.domain.risk_review import ReviewOf, next_review
from outreach_app.domain.timescales import Timescales, parse_timescales
from tests.forms import sample_story as sample
from tests.forms.form_sources import FORMS, Row, base_type, ours, parents, survey, table
from tests.forms.sample_story import State, innermost_repeat, rows_of

KINDS = table(FORMS / "risk_assessment" / "kinds.csv")
LEVELS = {"draft": 0, "core": 1, "yes": 2}


def wanted_by_kind(kind: str) -> dict[str, tuple[int, set[str]]]:
    return {
        row["section"]: (LEVELS[row["level"]], set(row["only"].split()))
        for row in KINDS
        if row["kind"] == kind
    }


def test_signed_documents_answer_what_is_always_needed() -> None:
    for name, step, state, _ in sample.states():
        if step["do"] == "write" and step["sign"]:
            missing = sorted(missing_in(step["form"], state, ""))
            assert not missing, f"{name}: {missing}"


def missing_in(form_id: str, state: State, repeat: str) -> Iterator[str]:
    kind = wanted_by_kind(state.get("assessment_kind", "")) if form_id == "risk_assessment" else {}
    for row in survey(form_id):
        name = row["name"]
        if base_type(row) == "begin_repeat":
            if innermost_repeat(form_id, name) == repeat:
                for held in state.get(name, ()):
                    yield from missing_in(form_id, held, name)
        elif is_always_needed(form_id, row, repeat) and not (
            state.get(name) or state.get(f"{name}_absent") or state.get(ours(row, "absent"))
        ):
            if not repeat and kind and not counts(form_id, row, kind):
                continue
            yield name


def is_always_needed(form_id: str, row: Row, repeat: str) -> bool:
    if innermost_repeat(form_id, row["name"]) != repeat or base_type(row).startswith("begin"):
        return False
    if not ours(row, "req") or row.get("calculation") or row.get("relevant"):
        return False
    known = rows_of(form_id)
    around = parents(form_id)[row["name"]]
    inside = around[around.index(repeat) + 1 :] if repeat else around
    return not any(known[each].get("relevant") or ours(known[each], "review") for each in inside)


def counts(form_id: str, row: Row, kind: dict[str, tuple[int, set[str]]]) -> bool:
    around = (*parents(form_id)[row["name"]], row["name"])
    level, only = kind.get(around[0], (-1, set()))
    return LEVELS[ours(row, "req")] <= level and (not only or bool(only & set(around)))


def coded_items(answers: State) -> Iterator[CodedItem]:
    """Yield the items; which of them were asked shows in the answers of a core item."""
    for row in survey("risk_assessment"):
        if ours(row, "type") == "coded_item":
            name = row["name"]
            answered = f"{name}_now" in answers
            hidden = ours(row, "domain") in {"D13", "D15"} or name == "d8_pregnancy"
            yield CodedItem(
                name=name,
                domain=ours(row, "domain"),
                core=ours(row, "core") == "yes",
                floor=parse_level(ours(row, "floor")),
                flag=ours(row, "flag"),
                relevant=answered or not hidden,
            )


def flags_in(held: dict[str, State], forms: dict[str, str]) -> list[Flag]:
    return [
        Flag(
            code=state["flag_code"],
            set_on=sample.day(state["flag_set_at"]),
            cleared_on=sample.day(state.get("flag_cleared_at", "")),
        )
        for key, state in held.items()
        if forms[key] == "safety_flag"
    ]


def time_limits() -> Timescales:
    with Path(FORMS / "timescales.csv").open(encoding="utf-8", newline="") as file:
        return parse_timescales(csv.DictReader(file), "sha256:" + "0" * 64)


def test_levels_are_what_the_rules_say() -> None:
    forms, limits, seen = sample.form_of(), time_limits(), []
    for name, step, state, held in sample.states():
        if step["do"] != "write" or step["form"] != "risk_assessment" or not step["sign"]:
            continue
        if "case" in step:
            continue  # the second act; see below
        assessed = sample.day(state["assessed_at"])
        assert assessed is not None
        given = build_risk_input(
            state, coded_items(state), flags_in(held, forms), is_minor=False, on=assessed
        )
        found, expected = indicated_level(given), step["expect"]
        overall = parse_level(state["overall_level"])
        review = next_review(
            ReviewOf(assessed_on=assessed, indicated=found.level, overall=overall), limits
        )
        assert found.level.code == expected["indicated_level"], name
        assert state["overall_level"] == expected["overall_level"], name
        assert list(found.rules) == expected.get("rules", list(found.rules)), name
        assert review is not None
        assert review.due.isoformat() == expected.get("next_review", review.due.isoformat()), name
        if state["assessment_kind"] != "immediate":
            assert not suggested_flags(given, read_flag_reasons(state)), name
        seen.append((assessed.isoformat(), expected["indicated_level"]))
    assert dict(seen) == TREND


def test_levels_of_the_second_act_are_those_that_the_window_is_to_show() -> None:
    forms, seen = sample.form_of(), {}
    for _name, step, state, held in sample.states():
        if step["do"] != "write" or step["form"] != "risk_assessment" or "case" not in step:
            continue
        own = {key: each for key, each in held.items() if key.startswith(f"{step['case']}/")}
        assessed = sample.day(state["assessed_at"])
        assert assessed is not None
        given = build_risk_input(
            state, coded_items(state), flags_in(own, forms), is_minor=False, on=assessed
        )
        seen[step["case"]] = (indicated_level(given).level.code, state["overall_level"])
    assert seen == NEWEST


NEWEST = {
    "stefan": ("medium", "medium"),
    "hiwot": ("low", "low"),
    "omolara": ("high", "medium"),
    "amal": ("high", "high"),
    "linh": ("very_high", "very_high"),
}
"""Newest assessment of each further client: what the rules indicate, what was judged."""

TREND = {
    "2026-02-03": "very_high",
    "2026-02-06": "high",
    "2026-02-10": "high",
    "2026-02-17": "high",
    "2026-02-24": "high",
    "2026-03-03": "medium",
    "2026-03-19": "high",
    "2026-03-26": "medium",
    "2026-04-15": "medium",
    "2026-04-23": "medium",
    "2026-05-13": "medium",
    "2026-05-21": "medium",
    "2026-06-18": "medium",
    "2026-07-16": "medium",
    "2026-08-03": "medium",
    "2026-08-28": "medium",
    "2026-09-25": "medium",
    "2026-10-05": "medium",
    "2026-10-20": "medium",
}
