"""Exit checks against the numbered vectors of the field's documents, and the short routes."""

from datetime import date
from typing import Any

import pytest

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.exits.afterwards import follow_ups, retention
from outreach_app.domain.exits.checklist import (
    Judgement,
    JudgementProblem,
    blocks_to_sign,
    exit_blocks,
    exit_checks,
    judgement_problems,
    parts_of,
    refused_overrides,
    significantly_decreased,
    unagreed_overrides,
)
from outreach_app.domain.exits.evidence import (
    Evidence,
    ExitCase,
    Override,
    Part,
    aggregate,
    kind_of,
)
from outreach_app.domain.exits.long_term_evidence import gaps_in_provision
from outreach_app.domain.exits.routes import ROUTES
from outreach_app.domain.records import DocumentState
from tests.domain.history import (
    case_file,
    exit_answers,
    exit_document,
    review,
    risks_on,
    row,
    signed,
)
from tests.domain.timescale_rows import timescales

TABLE = timescales()
RISK = frozenset({"risk_assessment"})


def case_of(file: CaseFile, **changed: Any) -> ExitCase:
    return ExitCase(case_file=file, answers=exit_answers(**changed), timescales=TABLE)


def assessment(day: str, kind: str, level: str, **more: Any) -> DocumentState:
    answers = {
        "assessment_kind": kind,
        "assessed_at": f"{day}T11:00:00+00:00",
        "overall_level": level,
        "indicated_level": level,
        "risks": [],
        **dict.fromkeys(("d1_threats_now",), "absent"),
        **more,
    }
    return signed("risk_assessment", f"ra_{day}", day, answers)


def with_assessments(*documents: DocumentState) -> CaseFile:
    return case_file(without=RISK, more=documents)


def part(case: ExitCase, code: str) -> Part:
    return parts_of(exit_checks(case))[code]


def numbers(case: ExitCase) -> list[int]:
    return [block.number for block in blocks_to_sign(case)]


def test_vector_1_old_assessment_is_incomplete_and_no_block() -> None:
    case = case_of(
        with_assessments(
            assessment("2026-02-10", "full", "medium"), assessment("2026-09-20", "review", "low")
        )
    )
    recent = part(case, "e1_recent")
    assert (recent.evidence, recent.override) == (Evidence.INCOMPLETE, Override.SUPERVISOR)
    assert numbers(case) == []
    said = Judgement(worker="met", client="yes", reason="x" * 20, supervisor="")
    assert judgement_problems(recent, said) == (JudgementProblem.SUPERVISOR_NEEDED,)


def test_vector_2_medium_after_high_supports() -> None:
    case = case_of(
        with_assessments(
            assessment("2026-02-10", "full", "high"), assessment("2026-10-20", "exit", "medium")
        )
    )
    assert part(case, "e1_level").evidence is Evidence.SUPPORTS
    assert part(case, "e1_lower").evidence is Evidence.SUPPORTS


def test_vector_3_medium_and_never_higher_needs_the_supervisor() -> None:
    case = case_of(
        with_assessments(
            assessment("2026-02-10", "full", "medium"), assessment("2026-10-20", "exit", "medium")
        )
    )
    level = part(case, "e1_level")
    assert (level.evidence, level.override) == (Evidence.CONTRADICTS, Override.SUPERVISOR)


def flag(**more: str) -> DocumentState:
    answers = {"flag_code": "child_at_risk", "flag_set_at": "2026-10-20T09:00:00+00:00", **more}
    return signed("safety_flag", "flag_child", "2026-10-20", answers)


def test_vector_4_open_flag_blocks_until_it_is_cleared_with_a_holder() -> None:
    still_open = case_of(case_file(more=[flag(flag_held_by="Children's services, B. Example")]))
    assert numbers(still_open) == [1]
    assert part(still_open, "e1_flags").override is Override.NOBODY
    cleared = flag(
        flag_cleared_at="2026-10-29T09:00:00+00:00",
        flag_how_cleared="Handed over, accepted",
        flag_held_by="Children's services, B. Example",
    )
    assert numbers(case_of(case_file(more=[cleared]))) == []


def test_vector_5_agency_told_without_consent_warns_and_offers_an_incident() -> None:
    file = case_file(without=frozenset({"d_consent_police"}))
    agencies = part(case_of(file), "e2_agencies")
    assert agencies.evidence is Evidence.SUPPORTS
    assert agencies.warnings == (
        "Example police was told without a valid consent: record it as an incident?",
    )


def test_vector_6_open_court_case_without_a_row_is_incomplete() -> None:
    court = signed(
        "agency_involvement",
        "court",
        "2026-10-01",
        {"agency_kind": "cps_court", "agency_exit_reason": "not_safe"},
    )
    therapy = row("T", lt_what="therapy", lt_goal="r_g9", lt_who_takes_over="X", lt_how="warm")
    case = case_of(case_file(more=[court]), long_term_elements=[therapy])
    found = part(case, "e5_long_term")
    assert found.evidence is Evidence.INCOMPLETE
    assert "A court is involved" in found.text
    assert part(case_of(case_file(more=[court])), "e5_long_term").evidence is Evidence.SUPPORTS


def test_vector_7_client_not_ready_blocks_a_planned_exit() -> None:
    unready = case_of(case_file(), client_ready="not_sure")
    assert numbers(unready) == [8]
    assert part(unready, "e6_ready").evidence is Evidence.CONTRADICTS
    talk = review("exit", ReviewVerb.RETURN, "2026-10-28", client_supervisor_talk="2026-10-28")
    talked = case_of(case_file(more=[exit_document(talk)]), client_ready="not_sure")
    assert numbers(talked) == []
    unplanned = case_of(case_file(), client_ready="no", exit_kind="unplanned", exit_reason="other")
    assert numbers(unplanned) == []


MISSING = {
    "exit_reason": "missing",
    "exit_kind": "unplanned",
    "client_ready": "",
    "sr_last_seen": "Bus stop, 1 October",
    "sr_agencies_told": "Police, council",
    "sr_look_again_on": "2026-11-27",
}


def test_vector_8_missing_with_a_police_reference_closes_without_e3_and_e6() -> None:
    file = case_file(without=frozenset({"safety_plan"}))
    assert numbers(case_of(file, **MISSING)) == [3, 9]
    case = case_of(file, **MISSING, sr_police_reference="MP/1")
    assert numbers(case) == []
    checks = {check.code: check.evidence for check in exit_checks(case)}
    assert checks["e3"] is Evidence.NOT_APPLICABLE
    assert checks["e6"] is Evidence.NOT_APPLICABLE
    assert [block.text for block in exit_blocks(case) if block.number == 10] == [
        "The supervisor has not signed.",
        "Still needed: decision of the supervisor.",
    ]


def referral(kind: str, status: str, **outcome: Any) -> list[DocumentState]:
    return [
        signed("referral", "ref1", "2026-10-01", {"ref_kind": kind, "ref_key": "HH/9"}),
        signed(
            "transmission", "tx1", "2026-10-01", {"tx_referral": "d_ref1", "tx_at": "2026-10-01"}
        ),
        signed(
            "referral_outcome",
            "out1",
            "2026-10-10",
            {
                "out_referral": "d_ref1",
                "out_status": status,
                "out_chases": [row("1", ch_minutes="5"), row("2", ch_minutes="7")],
                **outcome,
            },
        ),
    ]


def test_vector_9_support_referral_without_answer_may_be_overridden_with_a_reason() -> None:
    case = case_of(case_file(more=referral("support", "no_response")))
    found = part(case, "e2_referrals")
    assert (found.evidence, found.override) == (Evidence.CONTRADICTS, Override.CASEWORKER)
    assert numbers(case) == []
    said = Judgement(worker="met", client="", reason="Client found help there", supervisor="")
    assert judgement_problems(found, said) == ()
    short = Judgement(worker="met", client="", reason="no", supervisor="")
    assert judgement_problems(found, short) == (JudgementProblem.REASON_NEEDED,)


def test_vector_10_escalated_child_referral_can_be_closed() -> None:
    blocked = case_of(case_file(more=referral("child_safeguarding", "no_response")))
    assert numbers(blocked) == [2]
    assert part(blocked, "e2_referrals").override is Override.NOBODY
    escalated = referral("child_safeguarding", "no_response", out_challenged="lead")
    case = case_of(case_file(more=escalated))
    assert numbers(case) == []
    assert "escalated (lead)" in part(case, "e2_referrals").text


@pytest.mark.parametrize(
    ("reason", "allowed"),
    [
        ("planned_move_on", False),
        ("asked_to_leave", False),
        ("detained", False),
        ("died", True),
        ("missing", True),
        ("disengaged", True),
        ("removed", True),
        ("transferred", True),
        ("custody", True),
        ("hospital", True),
    ],
)
def test_very_high_level_at_exit(reason: str, allowed: bool) -> None:
    file = with_assessments(assessment("2026-10-20", "exit", "very_high"))
    assert 4 in numbers(case_of(file, exit_reason=reason, exit_kind=""))
    held = case_of(
        file, exit_reason=reason, exit_kind="", exit_very_high_holder="Police, C. Example"
    )
    assert (4 not in numbers(held)) is allowed


def test_uncountersigned_lower_judgement_keeps_the_higher_level() -> None:
    file = with_assessments(
        assessment("2026-02-10", "full", "high"),
        assessment("2026-10-20", "exit", "medium", indicated_level="high"),
    )
    assert part(case_of(file), "e1_level").evidence is Evidence.CONTRADICTS


def test_high_row_open_gap_and_old_comparison_speak_against_a_decrease() -> None:
    exit_day = assessment(
        "2026-10-20",
        "exit",
        "low",
        d1_threats_now="unknown",
        risks=[*risks_on("2026-03-19")[:4], row("U", risk_status="open", risk_title="Unrated")],
    )
    case = case_of(with_assessments(assessment("2026-02-10", "full", "high"), exit_day))
    assert part(case, "e1_rows").evidence is Evidence.CONTRADICTS
    gaps = part(case, "e1_gaps")
    assert gaps.evidence is Evidence.CONTRADICTS
    assert not significantly_decreased(exit_checks(case))
    old = case_of(
        with_assessments(
            assessment("2026-02-10", "full", "high"), assessment("2026-03-10", "review", "low")
        )
    )
    assert part(old, "e1_lower").evidence is Evidence.INCOMPLETE


def test_baseline_low_supports_when_not_higher() -> None:
    case = case_of(
        with_assessments(
            assessment("2026-02-10", "full", "low"), assessment("2026-10-20", "exit", "low")
        )
    )
    assert part(case, "e1_lower").evidence is Evidence.SUPPORTS


def test_case_without_any_record_is_incomplete_and_blocked() -> None:
    empty = case_file(without=frozenset({"risk_assessment", "support_plan", "safety_plan", "case"}))
    case = case_of(empty)
    evidence = {code: found.evidence for code, found in parts_of(exit_checks(case)).items()}
    assert evidence["e1_recent"] is Evidence.INCOMPLETE
    assert evidence["e2_targets"] is Evidence.INCOMPLETE
    assert evidence["e3_age"] is Evidence.CONTRADICTS
    assert evidence["e4_list"] is Evidence.INCOMPLETE
    assert numbers(case) == [5]


def test_statutory_contact_about_a_child_cannot_be_overridden() -> None:
    untold = [row("s", sc_kind="s47", sc_open="yes", sc_told="no")]
    found = part(case_of(case_file(), statutory_contacts=untold), "e2_statutory")
    assert (found.evidence, found.override) == (Evidence.CONTRADICTS, Override.NOBODY)
    adult = [row("s", sc_kind="s42", sc_open="yes", sc_told="unknown")]
    found = part(case_of(case_file(), statutory_contacts=adult), "e2_statutory")
    assert found.override is Override.SUPERVISOR
    told = [row("s", sc_kind="court", sc_open="yes", sc_told="yes", sc_told_who="Witness care")]
    assert part(case_of(case_file(), statutory_contacts=told), "e2_statutory").evidence is (
        Evidence.SUPPORTS
    )


def test_long_term_goal_needs_someone_who_takes_over() -> None:
    case = case_of(case_file(), long_term_elements=[])
    assert "nobody takes it over yet" in part(case, "e2_targets").text
    none = [
        row("x", lt_what="therapy", lt_goal="r_g9", lt_who_takes_over="-", lt_how="none_exists")
    ]
    case = case_of(case_file(), long_term_elements=none)
    assert part(case, "e5_long_term").evidence is Evidence.INCOMPLETE
    assert gaps_in_provision(case) == ("therapy",)


def test_consent_that_goes_on_needs_purpose_and_date() -> None:
    reviews = [
        *exit_answers()["consent_reviews"][1:],
        row("k", cr_consent="d_consent_police", cr_decision="kept"),
    ]
    case = case_of(case_file(), consent_reviews=reviews)
    assert numbers(case) == [7]
    kept = {**reviews[-1], "cr_purpose": "trial", "cr_until": "2027-01-31"}
    assert numbers(case_of(case_file(), consent_reviews=[*reviews[:-1], kept])) == []


@pytest.mark.parametrize(
    "changed",
    [{"retention_class": ""}, {"retention_until": ""}, {"legal_hold_considered": "no"}],
)
def test_retention_must_be_set(changed: dict[str, str]) -> None:
    assert numbers(case_of(case_file(), **changed)) == [7]


def test_reason_and_date_must_be_there() -> None:
    assert 9 in numbers(case_of(case_file(), exit_date=""))
    assert 9 in numbers(case_of(case_file(), exit_reason=""))


@pytest.mark.parametrize("reason", sorted(ROUTES))
def test_short_route_needs_its_facts(reason: str) -> None:
    needs = ROUTES[reason].needs
    empty = case_of(case_file(), exit_reason=reason, exit_kind="", legal_hold="no")
    assert (9 in numbers(empty)) is bool(needs or ROUTES[reason].more)
    answers = {need.name: min(need.accepted, default="2026-10-30") for need in needs}
    attempts = [
        row(str(n), ca_at=f"2026-09-{day}T10:00:00+01:00", ca_channel="safe_phone")
        for n, day in enumerate((10, 20, 30))
    ]
    full = case_of(
        case_file(),
        **{
            "exit_reason": reason,
            "exit_kind": "",
            "sr_lead_told": "yes",
            "contact_attempts": attempts,
            **answers,
        },
    )
    assert numbers(full) == []


def test_two_contact_attempts_are_not_enough() -> None:
    answers = {
        "exit_reason": "disengaged",
        "exit_kind": "",
        "sr_welfare_considered": "Yes, no worry",
        "sr_message_left": "no",
    }
    attempts = [
        row(str(n), ca_at=f"2026-09-{day}T10:00:00+01:00", ca_channel="visit")
        for n, day in enumerate((10, 20))
    ]
    assert numbers(case_of(case_file(), **answers, contact_attempts=attempts)) == [9]


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("planned_client_choice", "planned"),
        ("transferred", "planned"),
        ("gov_support_ended_negative_cg", "planned"),
        ("withdrew_nrm", "unplanned"),
        ("died", "unplanned"),
        ("", ""),
    ],
)
def test_kind_of_exit(reason: str, kind: str) -> None:
    assert kind_of(reason) == kind


def test_aggregate_order() -> None:
    assert aggregate(Evidence) is Evidence.CONTRADICTS
    assert aggregate([Evidence.SUPPORTS, Evidence.INCOMPLETE]) is Evidence.INCOMPLETE
    assert aggregate([Evidence.SUPPORTS, Evidence.NOT_APPLICABLE]) is Evidence.SUPPORTS
    assert aggregate([]) is Evidence.NOT_APPLICABLE


def test_block_cannot_be_overridden() -> None:
    blocked = Part(code="e1_flags", evidence=Evidence.CONTRADICTS, override=Override.NOBODY)
    said = Judgement(worker="met", client="", reason="x" * 30, supervisor="agree")
    assert judgement_problems(blocked, said) == (JudgementProblem.NOT_OVERRIDABLE,)
    unsaid = Judgement(worker="", client="", reason="", supervisor="")
    assert judgement_problems(blocked, unsaid) == (JudgementProblem.NOT_JUDGED,)


def test_childs_record_is_kept_until_the_25th_birthday() -> None:
    young = signed(
        "client", "client", "2026-10-05", {"dob_year": "2010", "dob_month": "6", "dob_day": "1"}
    )
    file = case_file(without=frozenset({"client"}), more=[young])
    kept = retention(case_of(file))
    assert kept is not None
    assert (kept.kind, kept.until) == ("child", date(2035, 6, 1))
    died = retention(case_of(case_file(), exit_reason="died", legal_hold="no"))
    assert died is not None
    assert died.legal_hold


def test_no_follow_up_without_the_clients_word() -> None:
    assert follow_ups(case_of(case_file(), client_wants_contact="only_i_call")) == ()


def test_an_override_that_the_supervisor_has_not_agreed_to_blocks_closing_only() -> None:
    file = with_assessments(
        assessment("2026-02-10", "full", "medium"), assessment("2026-09-20", "review", "low")
    )
    said = {"e1_recent_worker": "met", "e1_recent_reason": "x" * 20}
    case = case_of(file, **said)
    assert unagreed_overrides(case) == ("e1_recent",)
    assert numbers(case) == []
    assert any(
        "agreement to “Risk has significantly decreased”" in block.text
        for block in exit_blocks(case)
    )
    agreed = case_of(file, **said, e1_recent_supervisor="agree")
    assert unagreed_overrides(agreed) == ()
    assert refused_overrides(case) == ()
