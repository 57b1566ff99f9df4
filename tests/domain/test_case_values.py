"""The case file, what a form may see of it, gaps, flags and the plan's rules."""

import csv
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from outreach_app.domain.calculated import (
    Clockwork,
    client_values,
    nrm_values,
    plan_values,
    referral_values,
)
from outreach_app.domain.casefile import build_case_file
from outreach_app.domain.casefile_values import casefile_values
from outreach_app.domain.flags import Flag, missing_to_clear
from outreach_app.domain.gaps import GapStatus, automatic_gaps, reconcile
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.plan import (
    is_review_overdue,
    latest_review,
    needs_missing,
)
from outreach_app.domain.plan_rules import (
    NoteLevel,
    OutcomeChange,
    PlanSurroundings,
    outcome_change,
    plan_notes,
    shows_immigration_prompts,
)
from outreach_app.domain.referral_gates import ReferralFacts
from outreach_app.domain.timescales import parse_timescales
from tests.domain.assessing import coded, given, risk
from tests.domain.history import case_file, exit_document, row, signed
from tests.domain.timescale_rows import CONFIG_HASH, timescales

FORMS = Path(__file__).parents[2] / "forms"
TABLE = timescales()


def tree_of(element: ET.Element) -> Any:
    if len(element) == 0:
        return ""
    names = [child.tag for child in element]
    return {name: tree_of(child) for name, child in zip(names, element, strict=True)}


def test_case_file_has_the_elements_of_the_sample_in_their_order() -> None:
    sample = tree_of(ET.parse(FORMS / "casefile.xml").getroot())  # noqa: S314  # our own file
    values = casefile_values(case_file(more=[exit_document()]), TABLE)
    assert list(values) == list(sample)
    for name in ("client", "case", "ra", "plan", "exit", "limits"):
        assert list(values[name]) == list(sample[name])
    for name, inner in (("flags", "flag"), ("risks", "risk"), ("referrals", "referral")):
        assert list(values[name]) == [inner]
    assert list(values["flags"]["flag"][0]) == list(sample["flags"]["flag"])
    assert list(values["risks"]["risk"][0]) == list(sample["risks"]["risk"])


def test_case_file_at_the_exit() -> None:
    values = casefile_values(case_file(more=[exit_document()]), TABLE)
    assert values["client"]["is_minor"] == "false"
    assert values["ra"]["effective_level"] == "medium"
    assert values["ra"]["highest_level"] == "very_high"
    assert values["plan"]["targets_met"] == "7"
    assert values["exit"]["client_wants_contact"] == "yes"
    assert {flag["state"] for flag in values["flags"]["flag"]} == {"cleared"}
    assert values["limits"] == {
        "plan_review_until": "2026-11-27",
        "consent_share_until": "2027-04-30",
        "consent_other_until": "2027-10-30",
        "exit_date_until": "2027-01-22",
        "exit_notice_days": "28",
    }


def test_case_without_documents_has_every_element_and_treats_the_client_as_a_child() -> None:
    values = casefile_values(build_case_file([], date(2026, 2, 3)), TABLE, complete=False)
    assert values["complete"] == "false"
    assert values["client"]["is_minor"] == "true"
    assert values["ra"]["overall_level"] == ""
    assert values["plan"]["targets_total"] == ""
    bare = casefile_values(build_case_file([], date(2026, 2, 3)), parse_timescales([], "none"))
    assert set(bare["limits"].values()) == {""}


def test_newest_document_goes_by_its_own_date() -> None:
    older = signed("support_plan", "p1", "2026-03-01", {"plan_date": "2026-02-09"})
    newer = signed("support_plan", "p2", "2026-02-20", {"plan_date": "2026-02-20"})
    file = build_case_file([older, newer], date(2026, 3, 2))
    found = file.newest("support_plan")
    assert found is not None
    assert found.document_id == "d_p2"
    assert file.find("d_p1") is not None


def test_shipped_table_parses_and_has_every_row_that_the_rules_read() -> None:
    with (FORMS / "timescales.csv").open(encoding="utf-8", newline="") as file:
        shipped = parse_timescales(csv.DictReader(file), CONFIG_HASH)
    codes = {found.code for found in shipped.rows}
    assert {found.code for found in TABLE.rows} <= codes
    assert [each.due for each in shipped.dues("exit_followup", date(2026, 10, 30))] == [
        date(2026, 11, 6),
        date(2026, 11, 27),
        date(2027, 1, 22),
    ]


def test_questions_that_the_rules_read_are_in_the_forms() -> None:
    with (FORMS / "names.csv").open(encoding="utf-8", newline="") as file:
        names = {found["name"] for found in csv.DictReader(file)}
    read = (
        "assessment_kind assessed_at indicated_level overall_level client_fear_score risks "
        "risk_key risk_title risk_domain risk_likelihood risk_severity risk_imminence risk_status "
        "fnr_item fnr_flag flag_not_raised_reason gaps gap_source gap_question gap_status "
        "flag_code flag_set_at flag_cleared_at flag_how_cleared flag_held_by flag_clear_told_who "
        "flag_clear_told_at flag_suicide_intent_means goals goal_key goal_domain goal_statement "
        "goal_target_state goal_status goal_long_term goal_from_risk actions act_who_kind "
        "act_status plan_kind plan_date plan_next_review plan_share_with psh_consent needs "
        "con_kind con_agency con_purpose con_what con_decision con_date con_expires "
        "con_withdrawn_on ref_kind ref_key ref_consent ref_to_agency ref_corrects "
        "ref_no_consent_basis tx_referral tx_at tx_method tx_password_by tx_recipient_checked "
        "out_referral out_status out_ack_on out_challenged out_chases ch_minutes out_reason "
        "agency_until_year agency_exit_informed agency_exit_reason agency_consent agency_kind "
        "sp_reviewed_on sp_for sp_reflects_now sp_copy sp_who_i_call spc_number spc_ours "
        "documents_held doc_kind doc_status doc_where exit_kind exit_reason exit_date exit_from "
        "client_ready client_targets_met client_supervisor_talk client_wants_contact "
        "long_term_elements lt_what lt_goal lt_who_takes_over lt_how handover_left handover_items "
        "handover_passport_left copies_asked e7_client_knows consent_reviews cr_consent "
        "cr_decision cr_purpose cr_until consents_reviewed e9_considered e10_contact_checked "
        "e10_numbers_saved e11_returned e12_letters_offered retention_class retention_until "
        "legal_hold_considered legal_hold e14_learned e14_obstacles e15_not_done_reason e16_passed "
        "statutory_contacts sc_kind sc_open sc_child sc_told sc_told_who contact_attempts ca_at "
        "ca_channel sr_police_reference sr_receiving_worker sr_social_worker sr_lead_told "
        "exit_very_high_holder exit_supervisor_decision oc_on oc_when outcome_rows mo_outcome "
        "mo_client mo_worker nrm_event_kind nrm_event_date nrm_authority nrm_la_contact "
        "nrm_points_reason me_found_at me_police_ref me_reported_at dob_year dob_month dob_day "
        "dob_basis age_status age_band case_jurisdiction public_funds immigration_status"
    )
    assert set(read.split()) <= names


def test_facts_that_nobody_knows_are_gaps() -> None:
    found = {gap.source: gap for gap in automatic_gaps(given(), {"q4_safe": "unknown"}, {}, {})}
    assert set(found) == {
        "dob",
        "current_address",
        "safe_contacts",
        "interpreter_needed",
        "immigration_status",
        "has_dependants",
        "exp_location",
        "q4_safe",
    }
    client = {
        "dob_year": "2003",
        "addr_town": "Example",
        "nationalities": "GB",
        "interpreter_needed": "no",
        "has_dependants": "declined",
        "safe_contacts": [row("c", channel="sms", safe_to_use="yes")],
    }
    case = {"exploiters": [row("a", exp_location="unknown")]}
    gaps = {gap.source: gap.status for gap in automatic_gaps(given(), {}, client, case)}
    assert gaps == {"has_dependants": GapStatus.CLIENT_DECLINES, "exp_location": GapStatus.OPEN}


def test_open_suicide_plan_without_an_answer_about_means_is_a_gap() -> None:
    facts = given(flags=(Flag(code="suicide_plan"),))
    sources = {gap.source for gap in automatic_gaps(facts, {}, {}, {})}
    assert "flag_suicide_intent_means" in sources


def test_what_people_wrote_about_gaps() -> None:
    facts = given(now=coded(d1_threats="unknown", d1_contact="unknown", d2_honour="unknown"))
    rows = [
        row("1", gap_source="d1_threats", gap_status="cannot_be_known"),
        row("2", gap_source="d1_contact", gap_status="answered"),
        row("3", gap_source="own", gap_question="Where is her sister?", gap_status="open"),
        row("4", gap_source="d3_area_unsafe", gap_status="open"),
    ]
    joined = reconcile(automatic_gaps(facts, {}, {}, {}), rows)
    found = {gap.source: gap for gap in joined if gap.source.startswith(("d", "own"))}
    assert not found["d1_threats"].is_open
    assert found["d1_contact"].is_open
    assert found["d1_contact"].row_id == "r_2"
    assert found["d2_honour"].row_id == ""
    assert found["own"].question == "Where is her sister?"
    assert "d3_area_unsafe" not in found


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"flag_code": "destitute"}, ("flag_how_cleared",)),
        ({"flag_code": "destitute", "flag_how_cleared": "Grant came"}, ()),
        ({"flag_code": "danger_now", "flag_how_cleared": "Safe"}, ("flag_clear_told_who",)),
        (
            {
                "flag_code": "danger_now",
                "flag_how_cleared": "Safe",
                "flag_clear_told_who": "Helen",
                "flag_clear_told_at": "2026-02-03T02:05:00+00:00",
            },
            (),
        ),
        (
            {
                "flag_code": "danger_now",
                "flag_how_cleared": "Safe",
                "flag_set_by": "p_sam",
                "flag_cleared_by": "p_helen",
            },
            (),
        ),
        (
            {
                "flag_code": "danger_now",
                "flag_how_cleared": "Safe",
                "flag_set_by": "p_sam",
                "flag_cleared_by": "p_priya",
            },
            ("flag_clear_told_who",),
        ),
        (
            {
                "flag_code": "child_at_risk",
                "flag_how_cleared": "Safe",
                "flag_set_by": "p_helen",
                "flag_cleared_by": "p_helen",
            },
            ("flag_clear_told_who",),
        ),
        (
            {
                "flag_code": "destitute",
                "flag_how_cleared": "They see her daily",
                "flag_clear_way": "handed_over",
            },
            ("flag_held_by",),
        ),
        (
            {
                "flag_code": "destitute",
                "flag_how_cleared": "They see her daily",
                "flag_clear_way": "handed_over",
                "flag_held_by": "Example Council, Ms Reed",
            },
            (),
        ),
    ],
)
def test_clearing_a_flag(answers: dict[str, str], missing: tuple[str, ...]) -> None:
    # Helen is a supervisor, Priya and Sam are not.
    assert missing_to_clear(answers, {"p_helen"}) == missing


def goal(key: str, **more: Any) -> dict[str, Any]:
    facts = {"goal_key": key, "goal_status": "open", "goal_target_state": "seen", **more}
    return row(key, **facts)


def rules_of(plan: dict[str, Any], **around: Any) -> dict[str, NoteLevel]:
    return {note.rule: note.level for note in plan_notes(plan, PlanSurroundings(**around))}


def test_high_risk_without_a_goal() -> None:
    risks = (risk("R1", 4, 4), risk("R2", 2, 2), risk("R3", 5, 5, status="transferred"))
    assert rules_of({}, risks=risks) == {"P1": NoteLevel.WARNING}
    assert rules_of({"goals": [goal("G1", goal_from_risk="r_r1")]}, risks=risks) == {}
    met = {"goals": [goal("G1", goal_from_risk="r_r1", goal_status="met")]}
    assert rules_of(met, risks=risks) == {"P1": NoteLevel.WARNING, "P6": NoteLevel.OFFER}


def test_rules_of_the_plan() -> None:
    alone = [row("a", act_who_kind="client", act_status="todo")]
    assert rules_of({"goals": [goal("G1", goal_target_state=" ")]}) == {"P2": NoteLevel.ERROR}
    assert rules_of({"goals": [goal("G1", goal_domain="legal", actions=alone)]}) == {
        "P3": NoteLevel.HINT
    }
    assert rules_of({"goals": [goal(f"G{n}") for n in range(7)]}) == {"P4": NoteLevel.HINT}
    assert rules_of({"goals": [goal("G1", goal_start_state="x" * 401)]}) == {
        "P5": NoteLevel.WARNING
    }
    assert rules_of({}, is_minor=True) == {"P8": NoteLevel.ERROR}
    assert rules_of({}, is_minor=True, agency_kinds=frozenset({"children_services"})) == {}
    assert not shows_immigration_prompts({"nationalities": "GB FR"})
    assert shows_immigration_prompts({"nationalities": "AL"})


def test_needs_that_every_plan_considers() -> None:
    plan = {"needs": [row(d, need_domain=d) for d in ("safety", "income", "emotional", "health")]}
    assert needs_missing(plan) == ("legal",)
    assert needs_missing({**plan, "plan_kind": "first"})[1:] == (
        "accommodation",
        "language",
        "isolation",
        "police_court",
    )


@pytest.mark.parametrize(
    ("level", "due"),
    [
        (None, date(2026, 3, 9)),
        (RiskLevel.MEDIUM, date(2026, 3, 9)),
        (RiskLevel.HIGH, date(2026, 2, 23)),
        (RiskLevel.VERY_HIGH, date(2026, 2, 16)),
    ],
)
def test_plan_review_is_sooner_at_high_levels(level: RiskLevel | None, due: date) -> None:
    assert latest_review(date(2026, 2, 9), level, TABLE).due == due


def test_a_plan_review_is_overdue_after_its_day() -> None:
    assert not is_review_overdue({"plan_next_review": "2026-03-09"}, date(2026, 3, 9))
    assert is_review_overdue({"plan_next_review": "2026-03-09"}, date(2026, 3, 10))
    assert not is_review_overdue({}, date(2026, 3, 10))


@pytest.mark.parametrize(
    ("first", "last", "change"),
    [
        ("2", "4", OutcomeChange.IMPROVED),
        ("3", "3", OutcomeChange.SAME),
        ("4", "3", OutcomeChange.LOWER),
        ("unknown", "3", OutcomeChange.NOT_COMPARABLE),
        ("", "3", OutcomeChange.NOT_COMPARABLE),
        ("12", "3", OutcomeChange.NOT_COMPARABLE),
    ],
)
def test_outcome_change(first: str, last: str, change: OutcomeChange) -> None:
    assert outcome_change(first, last) is change


def test_values_for_client_plan_nrm_and_referral() -> None:
    clock = Clockwork(on=date(2026, 2, 3), timescales=TABLE)
    client = client_values({"dob_year": "2009"}, None, clock)
    assert client["client.is_minor"] == "true"
    assert client["client.age_text"] == "16 or 17"
    plan = plan_values({"goals": [goal("G1", goal_status="met"), goal("G2")]}, clock.on, 3)
    assert (plan["plan.version"], plan["plan.targets_met"]) == ("3", "1")
    assert plan["plan.targets_open_other"] == "1"
    nrm = nrm_values({"nrm_event_kind": "rg_positive", "nrm_event_date": "2026-02-10"}, clock)
    assert nrm["nrm.next_deadline"] == "2026-03-12"
    assert "Recovery period at least until: 12 March 2026" in nrm["nrm.deadline_rule"]
    file = case_file()
    facts = ReferralFacts(client=file.client, is_minor=False)
    found = referral_values({"ref_kind": "child_safeguarding"}, facts, file)
    assert found["referral.risk_level"] == "Medium, assessed on 20 October 2026"
    assert found["referral.min_facts_missing"] == "address, full name, date of birth or age"
