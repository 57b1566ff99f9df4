"""What open flags ask for at the least (section 3 of the risk assessment) and what settles it."""

from datetime import UTC, datetime, timedelta

import pytest

from outreach_app.domain.event_assessments import Event, unanswered
from outreach_app.domain.flag_duties import DUTIES, DutyKind, SignedPaper, open_duties
from outreach_app.domain.flags import FLAG_LEVELS

SET_AT = datetime(2026, 2, 3, 1, 55, tzinfo=UTC)
REFERRALS = {
    "in_exploitation_now": "law_enforcement",
    "location_compromised": "law_enforcement",
    "honour_or_forced_marriage": "law_enforcement",
    "pregnancy_no_care": "support",
    "overdose_withdrawal": "support",
    "child_at_risk": "child_safeguarding",
    "child_missing": "child_safeguarding",
    "age_with_adults": "child_safeguarding",
    "adult_at_risk": "adult_safeguarding",
}
SAME_DAY_CONTACT = {
    "not_safe_to_talk",
    "location_compromised",
    "suicide_plan",
    "removal_or_detention",
    "criminalised",
}


def test_every_flag_of_section_b_is_known() -> None:
    assert set(DUTIES) == set(FLAG_LEVELS)


@pytest.mark.parametrize("code", sorted(FLAG_LEVELS))
def test_a_flag_asks_for_the_referral_that_section_3_names(code: str) -> None:
    kinds = [each.referral_kind for each in open_duties(code, SET_AT, ()) if each.referral_kind]
    assert kinds == ([REFERRALS[code]] if code in REFERRALS else [])


@pytest.mark.parametrize("code", sorted(FLAG_LEVELS))
def test_a_flag_asks_for_the_contact_that_section_3_names(code: str) -> None:
    kinds = {each.kind for each in open_duties(code, SET_AT, ())}
    assert (DutyKind.CONTACT in kinds) == (code in SAME_DAY_CONTACT)


def test_a_referral_of_another_kind_or_from_before_settles_nothing() -> None:
    before = SignedPaper(
        form_id="referral", at=SET_AT - timedelta(days=1), kind="child_safeguarding"
    )
    other = SignedPaper(form_id="referral", at=SET_AT + timedelta(hours=1), kind="support")
    assert open_duties("child_at_risk", SET_AT, (before, other)) == DUTIES["child_at_risk"]
    right = SignedPaper(
        form_id="referral", at=SET_AT + timedelta(hours=1), kind="child_safeguarding"
    )
    assert open_duties("child_at_risk", SET_AT, (before, other, right)) == ()


def test_only_a_contact_after_the_flag_is_looking_again() -> None:
    (duty,) = open_duties("suicide_plan", SET_AT, ())
    assert duty.timescale == "crisis_look_again"
    at_once = SignedPaper(form_id="contact_note", at=SET_AT)
    assert open_duties("suicide_plan", SET_AT, (at_once,)) == (duty,)
    later = SignedPaper(form_id="contact_note", at=SET_AT + timedelta(minutes=1))
    assert open_duties("suicide_plan", SET_AT, (later,)) == ()


def test_an_event_waits_until_the_risk_is_assessed_after_it() -> None:
    first = Event(document_id="d_1", code="moved", at=SET_AT)
    second = Event(document_id="d_2", code="nrm_decision", at=SET_AT + timedelta(days=1))
    assert unanswered((second, first), ()) == first
    assert unanswered((first, second), [("event", SET_AT + timedelta(hours=1))]) == second
    assert unanswered((first, second), [("review", SET_AT + timedelta(days=2))]) is None


@pytest.mark.parametrize("kind", ["immediate", "initial", ""])
def test_the_immediate_screen_is_no_assessment_after_an_event(kind: str) -> None:
    event = Event(document_id="d_1", code="moved", at=SET_AT)
    assert unanswered((event,), [(kind, SET_AT + timedelta(hours=1))]) == event


def test_a_note_without_an_event_asks_for_nothing() -> None:
    assert unanswered((Event(document_id="d_1", code="", at=SET_AT),), ()) is None
