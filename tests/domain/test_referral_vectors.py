"""Referrals, consent and the NRM against the numbered vectors of the field's documents."""

from datetime import date
from typing import Any

import pytest

from outreach_app.domain.casefile import build_case_file
from outreach_app.domain.consents import (
    ConsentState,
    consents_of,
    read_consent,
    sharing_consent,
    withdrawal_effects,
)
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.nrm import POINTS, nrm_dates, nrm_tasks
from outreach_app.domain.records import DocumentState
from outreach_app.domain.referral_gates import (
    ReferralFacts,
    approval_required,
    asks_consent_page,
    content_problems,
    missing_facts,
    needs_consent,
    opening_line,
    sending_problems,
)
from outreach_app.domain.referrals import (
    chase_state,
    correctable,
    late_approval_due,
    referrals_of,
)
from tests.domain.history import review, row, signed
from tests.domain.timescale_rows import BANK_HOLIDAYS, timescales

TABLE = timescales()
HARM = {
    **dict.fromkeys(("dnh_client", "dnh_others", "dnh_family", "dnh_reporter"), "no"),
    "dnh_decision": "send",
    "dnh_reason": "The benefit outweighs a small risk",
}
CHILD = {
    **HARM,
    "ref_kind": "child_safeguarding",
    "ref_identity_shared": "named",
    "cs_child_name": "A. Example",
    "cs_child_dob_year": "2012",
}
CHECKED = {"tx_method": "secure_mail", "tx_recipient_checked": "directory"}


def facts(**more: Any) -> ReferralFacts:
    return ReferralFacts(**{"client": {"full_name": "A. Example"}, "is_minor": False, **more})


def codes(problems: Any, level: str) -> set[str]:
    return {problem.code for problem in problems if problem.level == level}


def test_vector_1_child_referral_without_address_warns_and_can_be_approved() -> None:
    problems = content_problems(CHILD, facts(is_minor=True))
    assert codes(problems, "warning") == {"likely_not_acted_upon"}
    assert codes(problems, "error") == {"min_facts_reason", "min_facts_plan"}
    reasoned = {
        **CHILD,
        "min_facts_reason": "The child moves every night",
        "min_facts_plan": "Priya asks the school by Thursday",
    }
    assert codes(content_problems(reasoned, facts(is_minor=True)), "error") == set()


POLICE = {
    "ref_kind": "law_enforcement",
    "ref_identity_shared": "anonymous",
    "ref_urgency": "days",
    "ref_types": "sexual",
    "ref_locations": [row("l", rl_text="12 Example Road")],
    "ref_facts": "Two women, 3 February",
    "ref_future_risks": "Two women are locked in",
}


def test_vector_2_anonymous_police_referral_needs_approval_and_a_reason() -> None:
    problems = content_problems({**POLICE, **HARM, "dnh_reason": ""}, facts())
    assert codes(problems, "error") == {"dnh_reason"}
    assert approval_required("days")
    assert not approval_required("now")
    assert codes(sending_problems({**POLICE, **HARM}, CHECKED, facts()), "error") == {
        "approval_missing"
    }
    assert sending_problems({**POLICE, **HARM}, CHECKED, facts(approved=True)) == ()


def test_vector_3_password_by_mail_is_an_error() -> None:
    transmission = {**CHECKED, "tx_method": "password_doc", "tx_password_by": "separate_mail"}
    found = sending_problems(POLICE, transmission, facts(approved=True))
    assert codes(found, "error") == {"password_by_mail"}
    by_phone = {**transmission, "tx_password_by": "phone"}
    assert sending_problems(POLICE, by_phone, facts(approved=True)) == ()


def test_vector_4_unchecked_recipient_stops_a_named_referral() -> None:
    unchecked = {"tx_method": "secure_mail", "tx_recipient_checked": "not"}
    assert codes(sending_problems(CHILD, unchecked, facts(approved=True)), "error") == {
        "recipient_not_checked"
    }
    assert sending_problems(POLICE, unchecked, facts(approved=True)) == ()
    fax = {**CHECKED, "tx_method": "fax_none"}
    assert codes(sending_problems(CHILD, fax, facts(approved=True)), "error") == {"fax"}


NRM = {
    **HARM,
    "ref_kind": "nrm",
    "ref_identity_shared": "named",
    "ref_types": "sexual",
    "ref_facts": "As told",
    "ref_locations": [row("l", rl_text="London")],
    "nationalities": "AL",
    "cs_child_name": "",
}


def test_vector_5_fifteen_points_of_twenty_one_warn_and_are_listed() -> None:
    explained = {**dict.fromkeys(POINTS[:15], "yes"), "nrm_decision": "yes"}
    found = content_problems(NRM, facts(explanation=explained, consent_valid=True))
    assert codes(found, "warning") == {"points_missing"}
    (problem,) = found
    assert problem.question == "nrm_points_reason"
    assert "15 of 21" in problem.text
    assert all(point in problem.text for point in POINTS[15:])


def test_vector_6_minor_needs_no_consent_and_a_contact_at_the_council() -> None:
    asked = {"nrm_decision": "yes"}
    found = content_problems(NRM, facts(is_minor=True, explanation=asked))
    assert codes(found, "error") == {"consent_not_asked", "la_contact"}
    right = {"nrm_decision": "not_needed_child", "nrm_la_contact": "Example Council, duty desk"}
    assert content_problems(NRM, facts(is_minor=True, explanation=right)) == ()
    assert not asks_consent_page(NRM, is_minor=True)
    assert asks_consent_page(NRM, is_minor=False)


def consent(**more: Any) -> DocumentState:
    answers = {
        "con_kind": "share",
        "con_agency": "d_midwife",
        "con_purpose": "book antenatal care",
        "con_what": "minimum contact",
        "con_decision": "given",
        "con_date": "2026-02-04",
        "con_expires": "2026-12-31",
        **more,
    }
    return signed("consent", "con1", "2026-02-04", answers)


def referral(name: str, **more: Any) -> DocumentState:
    answers = {"ref_kind": "support", "ref_consent": "d_con1", "ref_to_agency": "d_midwife", **more}
    return signed("referral", name, "2026-02-04", answers)


def sent(name: str, day: str = "2026-02-05") -> DocumentState:
    at = f"{day}T10:00:00+00:00"
    return signed("transmission", f"tx_{name}", day, {"tx_referral": f"d_{name}", "tx_at": at})


def outcome(name: str, **more: Any) -> DocumentState:
    return signed(
        "referral_outcome", f"out_{name}", "2026-02-20", {"out_referral": f"d_{name}", **more}
    )


ADULT = signed("client", "client", "2026-02-03", {"age_status": "adult_confirmed"})


def test_vector_7_withdrawal_after_sending_keeps_the_status_and_asks_to_stop() -> None:
    plan = {"plan_share_with": [row("s", psh_consent="d_con1"), row("t", psh_consent="d_other")]}
    withdrawn = consent(con_withdrawn_on="2026-04-02", con_withdrawn_how="said so in the car")
    file = build_case_file(
        [
            ADULT,
            withdrawn,
            referral("ref1"),
            sent("ref1"),
            referral("ref2"),
            signed("support_plan", "plan", "2026-02-09", plan),
        ],
        date(2026, 4, 2),
    )
    found = withdrawal_effects(file, consents_of(file, TABLE)[0])
    assert found.sent_referrals == ("d_ref1",)
    assert found.stopped_referrals == ("d_ref2",)
    assert found.stopped_shares == ("r_s",)
    assert found.already_told == ("d_midwife",)
    assert "ask_to_stop:d_midwife" in found.tasks
    assert not found.lead_first
    assert not found.ends_nrm
    assert [each.status for each in referrals_of(file)] == ["sent", "withdrawn"]


def test_vector_8_unanswered_council_is_overdue_after_one_working_day() -> None:
    file = build_case_file(
        [referral("ref1", ref_kind="child_safeguarding"), sent("ref1", "2026-02-05")],
        date(2026, 2, 11),
    )
    (found,) = referrals_of(file)
    state = chase_state(found, date(2026, 2, 11), TABLE, "EW", BANK_HOLIDAYS)
    assert state is not None
    assert (state.due.due, state.due.row_code) == (date(2026, 2, 6), "la_child_ack")
    assert state.overdue
    assert not state.must_escalate
    on_the_day = chase_state(found, date(2026, 2, 6), TABLE)
    assert on_the_day is not None
    assert not on_the_day.overdue


def test_three_chases_without_answer_must_be_escalated() -> None:
    chases = [row(str(n), ch_minutes="10") for n in range(3)]
    documents = [
        referral("ref1", ref_kind="adult_safeguarding"),
        sent("ref1"),
        outcome("ref1", out_status="no_response", out_chases=chases),
    ]
    (found,) = referrals_of(build_case_file(documents, date(2026, 3, 1)))
    assert (found.chases, found.minutes) == (3, 30)
    state = chase_state(found, date(2026, 3, 1), TABLE)
    assert state is not None
    assert state.must_escalate
    documents[2] = outcome("ref1", out_status="acknowledged", out_ack_on="2026-02-20")
    (answered,) = referrals_of(build_case_file(documents, date(2026, 3, 1)))
    assert chase_state(answered, date(2026, 3, 1), TABLE) is None


def test_vector_9_refused_for_a_missing_birth_date_is_corrected_by_a_new_referral() -> None:
    documents = [
        referral("ref1", ref_kind="child_safeguarding"),
        sent("ref1"),
        outcome("ref1", out_status="refused", out_reason="missing_dob", out_challenged="no"),
    ]
    refused = referrals_of(build_case_file(documents, date(2026, 3, 1)))
    assert correctable(refused, {}) == ()
    assert correctable(refused, {"dob_year": "2012"}) == refused
    documents.append(referral("ref2", ref_corrects="d_ref1"))
    corrected = referrals_of(build_case_file(documents, date(2026, 3, 1)))
    assert correctable(corrected, {"dob_year": "2012"}) == ()


def test_emergency_referral_is_approved_afterwards() -> None:
    documents = [referral("ref1", ref_urgency="now"), sent("ref1", "2026-02-06")]
    (found,) = referrals_of(build_case_file(documents, date(2026, 3, 1)))
    due = late_approval_due(found, TABLE, "EW", BANK_HOLIDAYS)
    assert due is not None
    assert due.due == date(2026, 2, 9)
    documents[0] = signed(
        "referral",
        "ref1",
        "2026-02-04",
        {"ref_urgency": "now"},
        reviews=(review("ref1", ReviewVerb.APPROVE, "2026-02-06"),),
    )
    (approved,) = referrals_of(build_case_file(documents, date(2026, 3, 1)))
    assert late_approval_due(approved, TABLE) is None


def test_status_before_sending_comes_from_reviews() -> None:
    approved = signed(
        "referral",
        "ref1",
        "2026-02-04",
        {},
        reviews=(review("ref1", ReviewVerb.APPROVE, "2026-02-05"),),
    )
    returned = signed(
        "referral",
        "ref2",
        "2026-02-04",
        {},
        reviews=(review("ref2", ReviewVerb.RETURN, "2026-02-05"),),
    )
    own = signed(
        "referral",
        "ref3",
        "2026-02-04",
        {},
        reviews=(review("ref3", ReviewVerb.APPROVE, "2026-02-05", by="p_priya"),),
    )
    found = referrals_of(build_case_file([approved, returned, own], date(2026, 3, 1)))
    assert [each.status for each in found] == ["approved", "not_approved", "waiting_approval"]


@pytest.mark.parametrize(
    ("referral_answers", "minor", "needed"),
    [
        ({"ref_kind": "support", "ref_identity_shared": "named"}, False, True),
        ({"ref_kind": "child_safeguarding", "ref_identity_shared": "named"}, True, False),
        ({"ref_kind": "nrm", "ref_identity_shared": "named"}, False, True),
        ({"ref_kind": "nrm", "ref_identity_shared": "named"}, True, False),
        ({"ref_kind": "law_enforcement", "ref_identity_shared": "anonymous"}, False, False),
    ],
)
def test_when_consent_is_wanted(
    referral_answers: dict[str, str], minor: bool, needed: bool
) -> None:
    assert needs_consent(referral_answers, is_minor=minor) is needed


def test_named_adult_without_consent_needs_a_lawful_reason() -> None:
    named = {**POLICE, **HARM, "ref_identity_shared": "named"}
    assert codes(content_problems(named, facts()), "error") == {"consent_missing"}
    lawful = {**named, "ref_no_consent_basis": "Life in danger"}
    assert codes(content_problems(lawful, facts()), "warning") == {"sent_without_consent"}


def test_never_anonymous_and_never_silently_unsent() -> None:
    hidden = {**CHILD, "cs_child_address": "x", "ref_identity_shared": "anonymous"}
    assert codes(content_problems(hidden, facts()), "error") == {"anonymous_not_possible"}
    unsent = {**CHILD, "cs_child_address": "x", "dnh_decision": "do_not_send"}
    assert codes(content_problems(unsent, facts()), "error") == {"lead_must_decide"}
    decided = {**unsent, "dnh_lead_decided": "yes"}
    assert content_problems(decided, facts()) == ()


def test_harm_that_is_managed_names_its_measures() -> None:
    risky = {**POLICE, **HARM, "dnh_others": "yes_managed"}
    assert codes(content_problems(risky, facts()), "error") == {"dnh_measures"}
    blank = {**POLICE, **HARM}
    del blank["dnh_family"]
    assert codes(content_problems(blank, facts()), "error") == {"do_no_harm_unanswered"}


def test_minimum_facts_of_the_protocols() -> None:
    assert missing_facts({"ref_kind": "support"}, facts()) == (
        "need",
        "safe contact",
        "risk for their staff",
        "consent",
    )
    assert missing_facts({"ref_kind": "adult_safeguarding"}, facts())[0] == "where the person is"
    assert missing_facts({"ref_kind": "marac"}, facts()) == ()


def test_opening_line() -> None:
    assert opening_line({"ref_urgency": "now"}, ("Sexual exploitation",), is_minor=True) == (
        "Suspected Sexual exploitation – now – child"
    )


@pytest.mark.parametrize(
    ("answers", "on", "state"),
    [
        ({}, "2026-02-03", ConsentState.NOT_DECIDED),
        ({}, "2026-02-04", ConsentState.VALID),
        ({}, "2026-08-04", ConsentState.VALID),
        ({}, "2026-08-05", ConsentState.EXPIRED),
        ({"con_expires": "2026-03-01"}, "2026-03-02", ConsentState.EXPIRED),
        ({"con_expires": "2026-03-01"}, "2026-03-01", ConsentState.VALID),
        ({"con_decision": "refused"}, "2026-03-01", ConsentState.REFUSED),
        ({"con_decision": "postponed"}, "2026-03-01", ConsentState.NOT_DECIDED),
        ({"con_withdrawn_on": "2026-04-02"}, "2026-04-01", ConsentState.VALID),
        ({"con_withdrawn_on": "2026-04-02"}, "2026-04-02", ConsentState.WITHDRAWN),
    ],
)
def test_consent_on_a_day(answers: dict[str, str], on: str, state: ConsentState) -> None:
    file = build_case_file([consent(**answers)], date(2026, 3, 1))
    found = read_consent(file.records[0], TABLE)
    assert found.state_on(date.fromisoformat(on)) is state


def test_consent_covers_its_parts_and_a_later_no_outweighs_it() -> None:
    later = signed(
        "consent",
        "con2",
        "2026-03-01",
        {
            "con_kind": "share",
            "con_agency": "d_midwife",
            "con_purpose": "book antenatal care",
            "con_decision": "refused",
            "con_date": "2026-03-01",
        },
    )
    first = consents_of(build_case_file([consent()], date(2026, 3, 2)), TABLE)
    found = sharing_consent(first, "d_midwife", date(2026, 3, 2))
    assert found is not None
    assert found.covers("minimum")
    assert not found.covers("health")
    both = consents_of(build_case_file([consent(), later], date(2026, 3, 2)), TABLE)
    assert sharing_consent(both, "d_midwife", date(2026, 3, 2)) is None
    assert sharing_consent(both, "d_mosque", date(2026, 3, 2)) is None


def test_c4_and_c5_a_withdrawal_that_concerns_a_child_goes_to_the_lead_first() -> None:
    child = signed("client", "client", "2026-02-03", {"age_status": "disputed"})
    file = build_case_file([child, consent(con_kind="nrm")], date(2026, 4, 2))
    found = withdrawal_effects(file, consents_of(file, TABLE)[0])
    assert found.lead_first
    assert found.ends_nrm
    assert "offer_legal_advice" in found.tasks


@pytest.mark.parametrize(
    ("kind", "day", "dues"),
    [
        ("referred", "2026-02-04", ["2026-02-11"]),
        ("rg_positive", "2026-02-10", ["2026-03-12", "2026-03-12"]),
        ("cg_positive", "2026-07-16", ["2026-07-26", "2026-08-30"]),
        ("cg_negative", "2026-07-16", ["2026-07-29", "2026-08-15"]),
        ("explained", "2026-02-04", []),
    ],
)
def test_dates_after_an_nrm_event(kind: str, day: str, dues: list[str]) -> None:
    event = {"nrm_event_kind": kind, "nrm_event_date": day}
    dates = nrm_dates(event, TABLE, bank_holidays=BANK_HOLIDAYS)
    assert [each.deadline.due.isoformat() for each in dates] == dues
    assert bool(nrm_tasks(event, dates)) is (kind == "cg_negative")


def test_no_date_is_borrowed_from_another_nation() -> None:
    event = {"nrm_event_kind": "rg_positive", "nrm_event_date": "2026-02-10"}
    assert nrm_dates(event, TABLE, "SC") == ()
    panel = {
        "nrm_event_kind": "referred",
        "nrm_event_date": "2026-02-10",
        "nrm_authority": "devolved_panel",
    }
    assert [each.deadline.row_code for each in nrm_dates(panel, TABLE)] == ["child_panel_cg_target"]
