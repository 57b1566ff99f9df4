"""Lists are closed, agree between forms, and every number of days has a source and a date."""

import datetime
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.forms.form_sources import (
    FORM_IDS,
    FORMS,
    LABEL,
    LISTS,
    choices,
    list_name,
    survey,
    table,
)

CODE = re.compile(r"[A-Za-z0-9_-]+")
ASKED_FOR = [
    "rg_decision_target",
    "recovery_period_min",
    "cg_decision_earliest",
    "moveon_positive_cg",
    "moveon_negative_cg",
    "moveon_negative_rg",
    "rna_request_due",
    "reconsideration_window",
    "vts_reconsideration_window",
    "child_panel_cg_target",
    "consent_at_18_start",
    "la_child_ack",
    "la_adult_ack",
    "police_ack",
    "support_ack",
    "missing_return_conversation",
    "ra_initial_safehouse",
    "ra_initial_outreach",
    "ra_full",
    "ra_review_very_high",
    "ra_review_high",
    "ra_review_medium",
    "ra_review_low",
    "ra_event_review",
    "plan_first",
    "plan_review",
    "safety_plan_max_age_at_exit",
    "exit_ra_max_age",
    "exit_followup",
    "odw_visa_length",
    "purge_after_close",
    "rights_answer",
    "breach_report",
    "handover_answer",
    "safe_contact_recheck",
    "consent_share_max",
    "consent_other_max",
    "visa_expiry_alert",
    "unexported_warning",
    "retention_adult",
    "retention_child",
    "config_max_age",
]


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_list_is_used_and_every_used_list_is_there(form_id: str) -> None:
    used = {
        list_name(row)
        for row in survey(form_id)
        if row["type"].startswith(("select_one ", "select_multiple "))
    }
    assert used == set(choices(form_id))


def test_a_list_is_the_same_in_every_form() -> None:
    first: dict[str, list[tuple[str, str]]] = {}
    for form_id in FORM_IDS:
        for name, offered in choices(form_id).items():
            pairs = [(choice["name"], choice[LABEL]) for choice in offered]
            assert first.setdefault(name, pairs) == pairs, (form_id, name)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_codes_are_plain_and_unique(form_id: str) -> None:
    for name, offered in choices(form_id).items():
        found = [choice["name"] for choice in offered]
        assert len(found) == len(set(found)), name
        assert all(CODE.fullmatch(code) for code in found), name


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.csv")), ids=lambda path: path.stem)
def test_long_lists_have_names_and_labels(path: Path) -> None:
    rows = table(path)
    if rows and "name" in rows[0]:
        found = [row["name"] for row in rows]
        assert len(found) == len(set(found))
        assert all(CODE.fullmatch(code) for code in found)
    assert all(row["label"] for row in rows)


def test_long_lists_have_what_they_must() -> None:
    countries = {row["name"] for row in table(LISTS / "country.csv")}
    assert {"GB", "AL", "XK", "stateless", "unknown"} <= countries
    assert len(countries) == 249 + 3
    assert {"sqi", "eng", "vie", "unknown"} <= {
        row["name"] for row in table(LISTS / "language.csv")
    }
    forces = table(LISTS / "police_force.csv")
    assert len(forces) == 48
    assert all(row["region"] for row in forces if row["name"] not in {"overseas", "unknown"})
    kinds = Counter((row["kind"], row["nation"]) for row in table(LISTS / "local_authority.csv"))
    assert kinds["district", "England"] == 164
    assert kinds["unitary", "England"] == 63
    assert kinds["metropolitan", "England"] == 36
    assert kinds["london", "England"] == 33
    assert kinds["county", "England"] == 21
    assert kinds["unitary", "Wales"] == 22


def test_bank_holidays_are_weekdays_of_each_nation_and_year() -> None:
    rows = table(LISTS / "bank_holidays.csv")
    days = {(row["jurisdiction"], datetime.date.fromisoformat(row["date"])) for row in rows}
    assert len(days) == len(rows)
    assert all(day.weekday() < 5 for _, day in days)
    for year in range(2022, 2028):
        for nation, least in (("EW", 8), ("SC", 9), ("NI", 10)):
            assert sum(n == nation and day.year == year for n, day in days) >= least


def test_every_timescale_is_there_with_source_and_date() -> None:
    rows = table(FORMS / "timescales.csv")
    assert list(rows[0]) == [
        "code", "jurisdiction", "value", "unit", "counts_from", "effective_from", "effective_to",
        "source_title", "source_date", "checked_on", "checked_by", "note",
    ]  # fmt: skip
    assert set(ASKED_FOR) <= {row["code"] for row in rows}
    for row in rows:
        assert all(row[name] for name in row if name not in {"effective_to", "note"}), row["code"]
        datetime.date.fromisoformat(row["effective_from"])
        datetime.date.fromisoformat(row["checked_on"])
        if row["unit"] == "row":
            assert row["value"] in {other["code"] for other in rows}
        else:
            assert all(value.isdigit() for value in row["value"].split())


def test_historic_timescales_end_where_the_present_ones_begin() -> None:
    rows = [r for r in table(FORMS / "timescales.csv") if r["code"] == "recovery_period_min"]
    old, new = sorted(rows, key=lambda row: row["effective_from"])
    assert (old["value"], old["effective_to"]) == ("45", "2022-12-12")
    assert (new["value"], new["effective_from"], new["effective_to"]) == ("30", "2022-12-13", "")
    periods = Counter(
        (row["code"], row["effective_to"] == "") for row in table(FORMS / "timescales.csv")
    )
    assert all(number == 1 for number in periods.values())


def test_lists_made_from_the_case_have_a_name_and_a_label() -> None:
    for path in FORMS.glob("*/refs_*.csv"):
        header = path.read_text("utf-8").splitlines()[0].split(",")
        assert header[:2] == ["name", "label"]
