"""Forty-three made-up cases in six blocks, so that every figure can be counted on paper.

The second quarter of 2026 is counted. `EXPECTED` was written from the block sizes, not by a program.

| block | cases | opened | ended | who |
| --- | --- | --- | --- | --- |
| A | 12 | 10 April | – | women, adults, Albania, London, sexual exploitation |
| B | 8 | 2 April | 1 June, planned | men, adults, Viet Nam, West Midlands, labour exploitation |
| C | 10 | 5 January | – | women, age not sure, Nigeria, London, labour and sexual exploitation |
| D | 6 | 1 December 2025 | 10 May, contact lost | non-binary, adults, British, domestic servitude |
| E | 4 | 20 May | – | children; gender, nationality, type not known |
| F | 3 | 1 October 2025 | 1 February | not in the quarter; their clients are three of block E |
"""

import csv
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from outreach_app.domain.reports.records import CaseRecord, Surroundings, Version
from outreach_app.domain.timescales import parse_timescales

_TIMESCALES = Path(__file__).parents[3] / "forms" / "timescales.csv"
Row = Mapping[str, Any]


def surroundings() -> Surroundings:
    """Return the shipped timescales, no bank holidays, and the regions of two forces."""
    with _TIMESCALES.open(encoding="utf-8", newline="") as lines:
        timescales = parse_timescales(csv.DictReader(lines), "sha256:test")
    regions = {"metropolitan": "London", "west-midlands": "West Midlands"}
    return Surroundings(timescales=timescales, force_regions=regions)


def version(form_id: str, document_id: str, signed: str, answers: Row, **more: Any) -> Version:
    """Return one document as it was signed on a day."""
    day = date.fromisoformat(signed)
    return Version(
        document_id=document_id,
        form_id=form_id,
        signed_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        first_signed_on=day,
        answers=answers,
        **more,
    )


def _assessed(number: str, day: str, kind: str, level: str, **more: Any) -> Version:
    answers = {
        "assessed_at": f"{day}T09:00:00+00:00",
        "assessment_kind": kind,
        "indicated_level": level,
        "overall_level": level,
        **more,
    }
    return version("risk_assessment", f"ra{number}", day, answers)


def _risk(likelihood: str) -> list[dict[str, str]]:
    return [{"_id": "r_1", "_order": "1", "risk_likelihood": likelihood, "risk_severity": "3"}]


_Documents = list[Version]


def _block_a() -> tuple[Row, Row, _Documents]:
    client = {
        "gender": "female", "nationalities": "AL GB", "location_found_force": "metropolitan",
        "dob_year": "1990", "dob_basis": "document", "age_status": "adult_confirmed",
        "interpreter_needed": "yes",
        "addr_kind": "safe_house", "first_language": "sqi", "addr_police_force": "west-midlands",
        "ethnic_group": "white_other", "disability": "no", "has_dependants": "yes",
        "pregnant": "yes",
    }  # fmt: skip
    case = {
        "case_opened_on": "2026-04-10", "exploitation_types": "sexual", "service_kind": "outreach",
        "exploitation_where": "uk", "referred_in_by": "police", "legal_adviser_before_nrm": "yes",
        "exploitation_start_year": "2006",
    }  # fmt: skip
    goals = [
        {"goal_domain": "safety", "goal_status": "met", "goal_met_on": "2026-06-16",
         "goal_measure": "yes_no", "goal_target_date": "2026-06-30"},
        {"goal_domain": "work", "goal_status": "open", "goal_measure": "yes_no",
         "goal_target_date": "2026-09-30"},
    ]  # fmt: skip
    return client, case, [
        _assessed("1", "2026-04-11", "initial", "medium", client_fear_score="4",
                  interpreter_used="professional_phone"),
        _assessed("2", "2026-04-15", "full", "low", client_fear_score="7"),
        version("referral", "ref", "2026-04-18", {"ref_kind": "nrm", "ref_consent": "d_consent",
                "dnh_decision": "send"}, approved_on=date(2026, 4, 19)),
        version("transmission", "tx", "2026-04-20",
                {"tx_referral": "ref", "tx_at": "2026-04-20T10:00:00+00:00"}),
        version("referral_outcome", "out", "2026-05-05",
                {"out_referral": "ref", "out_status": "accepted", "out_ack_on": "2026-04-22",
                 "out_decision_on": "2026-05-05"}),
        version("nrm_explanation", "exp", "2026-04-18",
                {"nrm_session_on": "2026-04-15", "nrm_decision": "yes", "n_dtn": "yes",
                 "nrm_decision_on": "2026-04-18"}),
        version("nrm_event", "ev1", "2026-04-20",
                {"nrm_event_kind": "referred", "nrm_event_date": "2026-04-20"}),
        version("nrm_event", "ev2", "2026-05-20",
                {"nrm_event_kind": "rg_positive", "nrm_event_date": "2026-05-20"}),
        version("support_plan", "plan", "2026-04-17",
                {"goals": goals, "needs": [{"need_domain": "accommodation", "need_level": "high"}]}),
        version("outcomes_check", "oc1", "2026-04-17", {"oc_on": "2026-04-17",
                "oc_when": "first_plan", "outcome_rows": [
                    {"mo_outcome": "housing", "mo_client": "2", "mo_worker": "3"}]}),
        version("outcomes_check", "oc2", "2026-06-01", {"oc_on": "2026-06-01",
                "oc_when": "review", "outcome_rows": [
                    {"mo_outcome": "housing", "mo_client": "4", "mo_worker": "4"}]}),
    ]  # fmt: skip


def _block_b() -> tuple[Row, Row, _Documents]:
    client = {
        "gender": "male", "nationalities": "VN", "location_found_force": "west-midlands",
        "age_status": "adult_confirmed", "interpreter_needed": "no", "addr_kind": "safe_house",
        "first_language": "vie",
    }  # fmt: skip
    case = {
        "case_opened_on": "2026-04-02", "exploitation_types": "labour",
        "service_kind": "safe_house", "exploitation_where": "uk_and_overseas",
        "referred_in_by": "helpline",
    }  # fmt: skip
    exit_answers = {
        "exit_reason": "planned_move_on", "exit_kind": "planned", "exit_date": "2026-06-01",
        "exit_to_address_kind": "private_rent", "e1_evidence": "supports",
        "significantly_decreased": "yes", "retention_class": "adult",
        "client_feedback_text": "made up",
        "long_term_elements": [{"lt_what": "housing", "lt_how": "warm"}],
    }  # fmt: skip
    return client, case, [
        _assessed("1", "2026-04-05", "initial", "high", client_fear_score="5"),
        _assessed("2", "2026-05-30", "exit", "medium", client_fear_score="5"),
        version("safety_flag", "flag", "2026-04-05",
                {"flag_code": "homeless_tonight", "flag_set_at": "2026-04-03T10:00:00+00:00",
                 "flag_cleared_at": "2026-04-05T10:00:00+00:00"}),
        version("referral", "ref", "2026-05-03",
                {"ref_kind": "law_enforcement", "ref_no_consent_basis": "danger to others",
                 "dnh_decision": "send_changed", "dnh_measure_kinds": "plain_clothes wait"}),
        version("transmission", "tx", "2026-05-04",
                {"tx_referral": "ref", "tx_at": "2026-05-04T10:00:00+00:00"}),
        version("referral_outcome", "out", "2026-05-10",
                {"out_referral": "ref", "out_status": "refused", "out_reason": "no_capacity",
                 "out_decision_on": "2026-05-10"}),
        version("exit_checklist", "exit", "2026-06-01", exit_answers, closed=True,
                said={"supervisor_feedback_themes": "Kind staff,  waiting; KIND STAFF"}),
        version("follow_up", "fu", "2026-06-08",
                {"fu_due": "2026-06-08", "fu_result": "reached_well"}),
    ]  # fmt: skip


def _block_c() -> tuple[Row, Row, _Documents]:
    client = {
        "gender": "female", "nationalities": "NG", "location_found_force": "metropolitan",
        "age_status": "uncertain", "interpreter_needed": "no", "addr_kind": "la_temporary",
        "first_language": "not_asked",
    }  # fmt: skip
    case = {
        "case_opened_on": "2026-01-05", "exploitation_types": "labour sexual",
        "service_kind": "outreach", "exploitation_where": "overseas",
    }  # fmt: skip
    goals = [{"goal_domain": "accommodation", "goal_status": "not_met",
              "actions": [{"act_blocked_by": "waiting_list"}]}]  # fmt: skip
    return client, case, [
        _assessed("1", "2026-01-07", "full", "high", client_fear_score="6", risks=_risk("4")),
        _assessed("2", "2026-06-20", "review", "high", client_fear_score="3", risks=_risk("2"),
                  substance_mode="coerced"),
        version("safety_flag", "flag", "2026-06-15",
                {"flag_code": "destitute", "flag_set_at": "2026-06-15T10:00:00+00:00"}),
        version("referral", "ref", "2026-05-12", {"ref_kind": "support"}),
        version("agency_involvement", "ag1", "2026-01-10",
                {"agency_kind": "ictg", "agency_since_iso": "2026-01"}),
        version("agency_involvement", "ag2", "2026-01-10",
                {"agency_kind": "education", "agency_until_iso": "2026-05"}),
        version("nrm_event", "ev1", "2026-03-01",
                {"nrm_event_kind": "referred", "nrm_event_date": "2026-03-01"}),
        version("support_plan", "plan", "2026-01-20", {"goals": goals}),
        version("outcomes_check", "oc1", "2026-01-20", {"oc_on": "2026-01-20",
                "oc_when": "first_plan", "outcome_rows": [
                    {"mo_outcome": "safety", "mo_client": "4", "mo_worker": "2"}]}),
    ]  # fmt: skip


def _block_d() -> tuple[Row, Row, _Documents]:
    client = {
        "gender": "non_binary", "nationalities": "GB", "age_status": "assessed_adult",
        "interpreter_needed": "no",
    }  # fmt: skip
    case = {"case_opened_on": "2025-12-01", "exploitation_types": "domestic_servitude"}
    chases = [
        {"ch_at": "2026-04-18T10:00:00+01:00", "ch_minutes": "10"},
        {"ch_at": "2026-04-19T10:00:00+01:00", "ch_minutes": "20"},
    ]
    exit_answers = {
        "exit_reason": "disengaged", "exit_date": "2026-05-10", "e1_evidence": "incomplete",
        "e1_recent_override": "yes", "significantly_decreased": "no",
        "long_term_elements": [{"lt_what": "immigration", "lt_how": "none_exists"}],
    }  # fmt: skip
    return client, case, [
        _assessed("1", "2025-12-03", "initial", "medium", client_fear_score="2"),
        version("referral", "ref", "2026-04-14",
                {"ref_kind": "child_safeguarding", "ref_to_area": "E09000012"}),
        version("transmission", "tx", "2026-04-15",
                {"tx_referral": "ref", "tx_at": "2026-04-15T10:00:00+00:00"}),
        version("referral_outcome", "out", "2026-04-20",
                {"out_referral": "ref", "out_status": "accepted", "out_ack_on": "2026-04-16",
                 "out_decision_on": "2026-04-20", "out_chases": chases}),
        version("exit_checklist", "exit", "2026-05-10", exit_answers, closed=True),
        version("follow_up", "fu", "2026-05-17",
                {"fu_due": "2026-05-17", "fu_result": "number_changed"}),
    ]  # fmt: skip


def _block_e() -> tuple[Row, Row, _Documents]:
    client = {"age_status": "child_confirmed", "gender": "unknown"}
    case = {"case_opened_on": "2026-05-20", "exploitation_types": "unknown"}
    return client, case, [
        version("agency_involvement", "ag", "2026-05-21", {"agency_kind": "housing"}),
        version("referral", "ref", "2026-05-22", {"ref_kind": "support", "ref_to_agency": "ag"}),
        version("transmission", "tx", "2026-05-23",
                {"tx_referral": "ref", "tx_at": "2026-05-23T10:00:00+00:00"}),
        version("nrm_explanation", "exp", "2026-06-02",
                {"nrm_session_on": "2026-06-01", "nrm_decision": "no",
                 "nrm_decision_on": "2026-06-02", "nrm_no_reasons": "fear_police"}),
        version("missing_episode", "me", "2026-06-10",
                {"me_from": "2026-06-06T10:00:00+00:00", "me_found_at": "2026-06-07T10:00:00+00:00",
                 "me_conversation_at": "2026-06-10T10:00:00+00:00"}),
    ]  # fmt: skip


def _block_f() -> tuple[Row, Row, _Documents]:
    left = {"exit_reason": "planned_move_on", "exit_date": "2026-02-01"}
    return (
        {"gender": "male", "age_status": "adult_confirmed"},
        {"case_opened_on": "2025-10-01", "exploitation_types": "criminal"},
        [version("exit_checklist", "exit", "2026-02-01", left, closed=True)],
    )


_BLOCKS = (
    ("A", 12, _block_a), ("B", 8, _block_b), ("C", 10, _block_c), ("D", 6, _block_d),
    ("E", 4, _block_e), ("F", 3, _block_f),
)  # fmt: skip


def sample_cases() -> list[CaseRecord]:
    """Return the cases of all blocks."""
    cases = []
    for block, many, make in _BLOCKS:
        for number in range(many):
            client, case, documents = make()
            by_form: dict[str, tuple[Version, ...]] = {}
            for each in documents:
                by_form[each.form_id] = (*by_form.get(each.form_id, ()), each)
            of_client = "E" if block == "F" else block
            cases.append(
                CaseRecord(
                    case_id=f"c_{block}{number}",
                    client_id=f"p_{of_client}{number}",
                    client=client,
                    first_client=client,
                    case=case,
                    documents=by_form,
                )
            )
    return cases


Expected = dict[str, dict[str, int]]
EXPECTED_OF_THE_YEAR: dict[str, Expected] = {
    # Block A improved in housing; C had one check of safety, which cannot be compared.
    "S3.9f": {
        "sexual": {"improved": 12, "not_comparable": 10},
        "labour": {"not_comparable": 10},
        "total": {"improved": 12, "not_comparable": 10},
    },
}
EXPECTED: dict[str, Expected] = {
    # code: {row: {column: count}}; every count that is not named is zero.
    "S1.1": {
        "sexual": {"new": 12, "open": 22},
        "labour": {"new": 8, "open": 10, "closed": 8},
        "two_or_more": {"open": 10},
        "domestic_servitude": {"closed": 6},
        "missing": {"new": 4, "open": 4},
        "total": {"new": 24, "open": 26, "closed": 14},
    },
    "S1.2": {
        "female": {"new": 12, "open": 22},
        "male": {"new": 8, "closed": 8},
        "non_binary": {"closed": 6},
        "missing": {"new": 4, "open": 4},
    },
    "S1.3": {
        "adult": {"new": 20, "open": 12, "closed": 14},
        "treated_as_child": {"open": 10},
        "child": {"new": 4, "open": 4},
    },
    # Block A: born in 1990, exploited from 2006 on.
    "S1.3b": {
        "child_when_exploited": {"new": 12, "open": 12},
        "missing": {"new": 12, "open": 14, "closed": 14},
    },
    "S1.4": {
        "AL": {"new": 12, "open": 12},
        "VN": {"new": 8, "closed": 8},
        "NG": {"open": 10},
        "GB": {"closed": 6},
        "missing": {"new": 4, "open": 4},
    },
    "S1.5": {
        "uk": {"new": 12, "open": 12},
        "uk_and_overseas": {"new": 8, "closed": 8},
        "overseas": {"open": 10},
        "missing": {"new": 4, "open": 4, "closed": 6},
    },
    "S1.6": {
        "London": {"new": 12, "open": 22},
        "West Midlands": {"new": 8, "closed": 8},
        "missing": {"new": 4, "open": 4, "closed": 6},
    },
    "S1.6b": {
        "West Midlands": {"new": 12, "open": 12},
        "missing": {"new": 12, "open": 14, "closed": 14},
    },
    "S1.6c": {
        "metropolitan": {"new": 12, "open": 22},
        "west-midlands": {"new": 8, "closed": 8},
        "missing": {"new": 4, "open": 4, "closed": 6},
    },
    "S1.7": {
        "London": {"sexual": 12},
        "West Midlands": {"labour": 8},
        "missing": {"missing": 4},
    },
    "S1.8": {
        "police": {"new": 12, "open": 12},
        "helpline": {"new": 8, "closed": 8},
        "missing": {"new": 4, "open": 14, "closed": 6},
    },
    "S1.9": {
        "yes": {"new": 12, "open": 12},
        "no": {"new": 8, "open": 10, "closed": 14},
        "missing": {"new": 4, "open": 4},
    },
    "S1.9b": {
        "interpreter_used": {"new": 12, "open": 12},
        "missing": {"new": 12, "open": 14, "closed": 14},
    },
    "S1.9c": {
        "sqi": {"new": 12, "open": 12},
        "vie": {"new": 8, "closed": 8},
        "missing": {"new": 4, "open": 14, "closed": 6},
    },
    "S1.10a": {
        "white_other": {"new": 12, "open": 12},
        "missing": {"new": 12, "open": 14, "closed": 14},
    },
    "S1.10b": {
        "no": {"new": 12, "open": 12},
        "missing": {"new": 12, "open": 14, "closed": 14},
    },
    "S1.10c": {
        "yes": {"new": 12, "open": 12},
        "missing": {"new": 12, "open": 14, "closed": 14},
    },
    "S1.10d": {
        "yes": {"new": 12, "open": 12},
        "missing": {"new": 12, "open": 14, "closed": 14},
    },
    "S1.11": {
        "safe_house": {"new": 20, "open": 12, "closed": 8},
        "la_temporary": {"open": 10},
        "missing": {"new": 4, "open": 4, "closed": 6},
    },
    "S1.11b": {
        "safe_house": {"new": 12, "open": 12},
        "private_rent": {"new": 8, "closed": 8},
        "la_temporary": {"open": 10},
        "missing": {"new": 4, "open": 4, "closed": 6},
    },
    "S1.12": {"coerced": {"outreach": 10}},
    "S2.1": {
        "nrm": {"sent": 12, "approved": 12},
        "law_enforcement": {"sent": 8},
        "child_safeguarding": {"sent": 6},
        "support": {"sent": 4, "not_sent": 10},
        "total": {"sent": 30, "approved": 12, "not_sent": 10},
    },
    "S2.2": {
        "child_safeguarding": {"sent": 6, "answered": 6, "accepted": 6},
        "housing": {"sent": 4},
    },
    "S2.2b": {"E09000012": {"child_safeguarding": 6}},
    "S2.3": {
        "nrm_explained": {"every_type": 16},
        "nrm_wanted": {"every_type": 12},
        "nrm_not_wanted": {"every_type": 4},
        "nrm_submitted": {"every_type": 12},
        "rg_positive": {"every_type": 12},
        "rg_open": {"every_type": 10},
        "dtn_given": {"every_type": 12},
        "total": {"every_type": 26},
    },
    "S2.3b": {"fear_police": {"not_wanted": 4}},
    "S2.4": {"yes": {"decided": 12}, "missing": {"decided": 4}},
    "S2.5": {
        "accepted": {"nrm": 12, "child_safeguarding": 6},
        "refused": {"law_enforcement": 8},
        "sent": {"support": 4},
    },
    "S2.5c": {
        "in_time": {"child_safeguarding": 6},
        "not_in_time": {"law_enforcement": 8, "support": 4},
    },
    "S2.6": {"no_capacity": {"law_enforcement": 8}},
    "S2.8": {
        "waiting_list": {"with_obstacle": 10},
        "no_service_exists": {"with_obstacle": 6},
        "total": {"with_obstacle": 16},
    },
    "S2.9": {
        "send": {"referrals": 12},
        "send_changed": {"referrals": 8},
        "missing": {"referrals": 20},
    },
    "S2.9b": {
        "plain_clothes": {"with_measure": 8},
        "wait": {"with_measure": 8},
        "total": {"with_measure": 8},
    },
    "S2.10": {
        "with_consent": {"sent": 12},
        "other_basis": {"sent": 8},
        "missing": {"sent": 10},
    },
    "S3.1": {
        "low": {"open": 12},
        "medium": {"new": 12, "closed": 14},
        "high": {"new": 8, "open": 10},
        "missing": {"new": 4, "open": 4},
    },
    "S3.2": {
        "reduced": {"closed": 8},
        "not_comparable": {"closed": 6},
        "reduced_score": {"open_long": 10},
    },
    "S3.2b": {"yes": {"closed": 8}, "no": {"closed": 6}},
    "S3.3": {
        "homeless_tonight": {"raised": 8, "cleared": 8},
        "destitute": {"raised": 10, "still_open": 10},
    },
    "S3.4": {
        "in_time": {"first_in_time": 12, "full_in_time": 12},
        "not_in_time": {"first_in_time": 12, "full_in_time": 12},
    },
    "S3.5": {
        "in_time": {"medium": 12},
        "late": {"high": 8},
        "overdue_now": {"high": 10},
    },
    "S3.6": {},
    "S3.8": {"accommodation": {"high": 12}},
    "S3.8b": {
        "safety": {"met": 12},
        "work": {"open": 12},
        "accommodation": {"not_met": 10},
    },
    "S3.8c": {"met": {"ended": 12}, "not_met": {"ended": 10}},
    "S3.9": {"improved": {"housing": 12}, "not_comparable": {"safety": 10}},
    "S3.9b": {"rated_lower": {"housing": 12}, "rated_well": {"safety": 10}},
    "S3.9c": {"rated_well": {"housing": 12, "safety": 10}},
    "S3.9d": {"rated_lower": {"housing": 12, "safety": 10}},
    "S3.9e": {"rated_well": {"housing": 12}, "rated_lower": {"safety": 10}},
    "S3.10": {
        "missing_episode": {"episodes": 4},
        "talked_in_time": {"episodes": 4},
    },
    # Blocks C and E: of C the guardian is there and the school was until May, of E neither.
    "S3.10b": {
        "in_place": {"guardian": 10},
        "not_in_place": {"guardian": 4, "education": 14},
    },
    "S3.11": {
        "better": {"first_to_last": 12},
        "same": {"first_to_last": 8},
        "worse": {"first_to_last": 10},
        "not_comparable": {"first_to_last": 10},
    },
    "S4.1": {
        "planned_move_on": {"all_exits": 8, "planned": 8},
        "disengaged": {"all_exits": 6, "unplanned": 6},
        "total": {"all_exits": 14, "planned": 8, "unplanned": 6},
    },
    "S4.1b": {"planned": {"closed": 8}, "unplanned": {"closed": 6}},
    "S4.2": {"supports": {"e1": 8}, "incomplete": {"e1": 6}, "overridden": {"e1": 6}},
    "S4.4": {"housing": {"warm": 8}, "immigration": {"none_exists": 6}},
    "S4.5": {"reached_well": {"due": 8}, "not_reached": {"due": 6}},
    "S4.5b": {"returned": {"new": 3}, "first_time": {"new": 21}},
    "S4.6": {"comment": {"closed": 8}, "no_comment": {"closed": 6}},
    "S4.6b": {
        "kind staff": {"with_theme": 8},
        "waiting": {"with_theme": 8},
        "total": {"with_theme": 8},
    },
    "S5": {
        "known": {
            "date_of_birth": 12, "gender": 36, "nationality": 36, "type": 36, "police_force": 30,
            "interpreter": 36, "first_assessment": 28, "measurable_goals": 12,
            "referral_outcomes": 26, "consents": 20, "retention": 8,
        },
        "not_known": {
            "date_of_birth": 28, "gender": 4, "nationality": 4, "type": 4, "police_force": 10,
            "safe_contact": 40, "interpreter": 4, "first_assessment": 12, "measurable_goals": 28,
            "referral_outcomes": 4, "consents": 10, "outcomes_checks": 14, "retention": 6,
        },
    },
}  # fmt: skip

MEDIANS = {
    # code: {row: (figure, quartiles)}, as an internal report prints them.
    "S2.3a": {"all": ("30", "30 to 30")},
    "S2.5a": {"nrm": ("2", "2 to 2"), "child_safeguarding": ("1", "1 to 1")},
    "S2.5b": {
        "nrm": ("15", "15 to 15"),
        "law_enforcement": ("6", "6 to 6"),
        "child_safeguarding": ("5", "5 to 5"),
    },
    "S2.7a": {"child_safeguarding": ("12", "")},
    "S2.7b": {"child_safeguarding": ("180", "")},
    "S2.7c": {"child_safeguarding": ("30", "30 to 30")},
    "S3.3a": {"all": ("48", "48 to 48")},
    # 12 after 33 hours (10 April to 11 April 9:00), 8 after 81 (2 April to 5 April 9:00).
    "S3.4a": {"all": ("33", "33 to 81")},
    # Block B: high on 5 April, due in 7 days, done on 30 May.
    "S3.5a": {"high": ("48", "48 to 48")},
    "S3.8a": {"all": ("60", "60 to 60")},
    # First 4 (12), 5 (8), 6 (10); last 7 (12), 5 (8), 3 (10): the 15th and 16th of 30 are 5.
    "S3.11a": {"first": ("5", "4 to 6"), "last": ("5", "3 to 7")},
    "S4.3": {
        "all": ("60", "60 to 160"),
        "planned_move_on": ("60", "60 to 60"),
        "disengaged": ("160", "160 to 160"),
    },
}
