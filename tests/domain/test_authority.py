"""Who may do what, what a revocation does, and what may only grow."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.authority import REVIEW_VERBS, VERB_WORDS, CaseAccess, Verb, may
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.people import Role
from outreach_app.domain.ratchet import Ratchet, RatchetEntry, RatchetKind
from outreach_app.domain.revocation import (
    CONFIRM_WITHIN_DAYS,
    Revocation,
    RevocationReason,
    SignedBy,
    Standing,
    Suspension,
    Witness,
    standing,
    under_suspension,
)

ME = "p_me"
OWN = CaseAccess(is_member=True)
RESIDENT = CaseAccess(is_resident=True)


def access(form_id: str, *, assessment_kind: str = "", referral_kind: str = "") -> CaseAccess:
    return CaseAccess(
        is_member=True,
        is_resident=True,
        form_id=form_id,
        assessment_kind=assessment_kind,
        referral_kind=referral_kind,
    )


@pytest.mark.parametrize(
    ("role", "verb", "facts", "allowed"),
    [
        (Role.CASEWORKER, Verb.SIGN, OWN, True),
        (Role.CASEWORKER, Verb.SIGN, CaseAccess(), False),
        (Role.CASEWORKER, Verb.READ, CaseAccess(), False),
        (Role.CASEWORKER, Verb.READ, CaseAccess(glass_broken=True), True),
        (Role.CASEWORKER, Verb.SIGN, CaseAccess(glass_broken=True), False),
        (Role.CASEWORKER, Verb.EXPORT, OWN, True),
        (Role.CASEWORKER, Verb.HAND_OVER, OWN, True),
        (Role.CASEWORKER, Verb.HAND_OVER, CaseAccess(), False),
        (Role.AGENCY_STAFF, Verb.HAND_OVER, OWN, False),
        (Role.CASEWORKER, Verb.IMPORT, CaseAccess(), True),
        (Role.CASEWORKER, Verb.APPROVE, OWN, False),
        (Role.CASEWORKER, Verb.CLOSE, OWN, False),
        (Role.CASEWORKER, Verb.READ_STAFF_PART, OWN, True),
        (Role.CASEWORKER, Verb.READ_STAFF_PART, CaseAccess(is_member=True, same_team=False), False),
        (Role.AGENCY_STAFF, Verb.SIGN, OWN, True),
        (Role.AGENCY_STAFF, Verb.SIGN, CaseAccess(), False),
        (Role.AGENCY_STAFF, Verb.READ_STAFF_PART, OWN, False),
        (Role.NIGHT_STAFF, Verb.READ, access("risk_assessment", assessment_kind="immediate"), True),
        (Role.NIGHT_STAFF, Verb.READ, access("risk_assessment", assessment_kind="full"), False),
        (Role.NIGHT_STAFF, Verb.READ_STAFF_PART, access("risk_assessment"), False),
        (Role.AGENCY_STAFF, Verb.READ_INTERNAL_PART, OWN, False),
        (Role.CASEWORKER, Verb.READ_INTERNAL_PART, OWN, True),
        (Role.NIGHT_STAFF, Verb.READ_INTERNAL_PART, access("safety_flag"), True),
        (Role.SAFEGUARDING_LEAD, Verb.READ_INTERNAL_PART, CaseAccess(), True),
        (Role.CONFIGURATION_MANAGER, Verb.READ_INTERNAL_PART, CaseAccess(), False),
        (Role.NIGHT_STAFF, Verb.SIGN, access("safety_flag"), True),
        (Role.NIGHT_STAFF, Verb.SIGN, access("risk_assessment", assessment_kind="immediate"), True),
        (Role.NIGHT_STAFF, Verb.SIGN, access("risk_assessment", assessment_kind="full"), False),
        (Role.NIGHT_STAFF, Verb.WRITE, access("support_plan"), False),
        (Role.NIGHT_STAFF, Verb.READ, access("safety_plan"), True),
        (Role.NIGHT_STAFF, Verb.READ, access("support_plan"), False),
        (Role.NIGHT_STAFF, Verb.READ, CaseAccess(is_resident=True, form_id="support_plan", glass_broken=True), True),
        (Role.NIGHT_STAFF, Verb.READ, CaseAccess(form_id="safety_plan"), False),
        (Role.NIGHT_STAFF, Verb.BREAK_GLASS, CaseAccess(), False),
        (Role.NIGHT_STAFF, Verb.SIGN, access("client"), False),
        (Role.NIGHT_STAFF, Verb.READ, access("client"), False),
        (Role.NIGHT_STAFF, Verb.WRITE, CaseAccess(is_arrival=True, form_id="client"), True),
        (Role.NIGHT_STAFF, Verb.SIGN, CaseAccess(is_arrival=True, form_id="case"), True),
        (Role.NIGHT_STAFF, Verb.READ, CaseAccess(is_arrival=True, form_id="case"), True),
        (Role.NIGHT_STAFF, Verb.SIGN, CaseAccess(is_arrival=True, form_id="contact_note"), True),
        (Role.NIGHT_STAFF, Verb.SIGN, CaseAccess(is_arrival=True, form_id="support_plan"), False),
        (Role.NIGHT_STAFF, Verb.EXPORT, CaseAccess(is_arrival=True), False),
        (Role.NIGHT_STAFF, Verb.SIGN, CaseAccess(is_unassigned=True, form_id="case"), False),
        (Role.CASEWORKER, Verb.READ, CaseAccess(is_unassigned=True), True),
        (Role.CASEWORKER, Verb.SIGN, CaseAccess(is_unassigned=True, form_id="case"), True),
        (Role.CASEWORKER, Verb.SIGN, CaseAccess(is_unassigned=True, form_id="client"), False),
        (Role.CASEWORKER, Verb.READ_STAFF_PART, CaseAccess(is_unassigned=True), False),
        (Role.AGENCY_STAFF, Verb.READ, CaseAccess(is_unassigned=True), False),
        (Role.AGENCY_STAFF, Verb.SIGN, CaseAccess(is_unassigned=True, form_id="case"), False),
        (Role.NIGHT_STAFF, Verb.BREAK_GLASS, RESIDENT, True),
        (Role.NIGHT_STAFF, Verb.EXPORT, RESIDENT, False),
        (Role.NIGHT_STAFF, Verb.HAND_OVER, RESIDENT, True),
        (Role.SUPERVISOR, Verb.READ, CaseAccess(), True),
        (Role.SUPERVISOR, Verb.COUNTERSIGN, CaseAccess(authors=frozenset({"p_other"})), True),
        (Role.SUPERVISOR, Verb.COUNTERSIGN, CaseAccess(authors=frozenset({"p_other", ME})), False),
        (Role.SUPERVISOR, Verb.CLOSE, CaseAccess(authors=frozenset({ME})), False),
        (Role.SUPERVISOR, Verb.RETURN, CaseAccess(authors=frozenset({ME})), True),
        (Role.SUPERVISOR, Verb.CONFIGURE, CaseAccess(), False),
        (Role.SAFEGUARDING_LEAD, Verb.APPROVE, access("referral", referral_kind="child_safeguarding"), True),
        (Role.SAFEGUARDING_LEAD, Verb.APPROVE, access("referral", referral_kind="law_enforcement"), False),
        (Role.SAFEGUARDING_LEAD, Verb.APPROVE, access("support_plan"), False),
        (Role.SAFEGUARDING_LEAD, Verb.DECIDE_WITHOUT_CONSENT, CaseAccess(), True),
        (Role.SAFEGUARDING_LEAD, Verb.CLOSE, CaseAccess(), False),
        (Role.CONFIGURATION_MANAGER, Verb.CONFIGURE, CaseAccess(), True),
        (Role.CONFIGURATION_MANAGER, Verb.READ, OWN, False),
    ],
)  # fmt: skip
def test_may(role: Role, verb: Verb, facts: CaseAccess, allowed: bool) -> None:
    decision = may(ME, role, verb, facts)
    assert decision.allowed is allowed
    assert bool(decision.reason) is not allowed


def test_every_review_needs_an_authority() -> None:
    assert set(REVIEW_VERBS) == set(ReviewVerb)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(Role),
    st.sampled_from(sorted(REVIEW_VERBS.values())),
    st.sampled_from(["referral", "risk_assessment", "exit_checklist", ""]),
)
def test_nobody_passes_their_own_work(role: Role, verb: Verb, form_id: str) -> None:
    facts = CaseAccess(is_member=True, is_resident=True, form_id=form_id, authors=frozenset({ME}))
    if verb in {Verb.APPROVE, Verb.COUNTERSIGN, Verb.CLOSE}:
        assert not may(ME, role, verb, facts).allowed


DAY = datetime(2026, 5, 21, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def by(at: datetime) -> SignedBy:
    return SignedBy(object_id="sha256:x", person_id=ME, serial=7, signed_at=at)


def revoked(reason: RevocationReason, since: datetime = DAY, serial: int = 7) -> Revocation:
    return Revocation(serial=serial, reason=reason, since=since)


def witness(person_id: str = "p_other", seen: datetime = DAY - HOUR) -> Witness:
    return Witness(person_id=person_id, object_id="sha256:x", first_seen=seen)


def test_who_left_does_no_new_work_and_the_old_stays() -> None:
    left = [revoked(RevocationReason.LEFT)]
    assert standing(by(DAY - HOUR), left, []).standing is Standing.COUNTS
    assert standing(by(DAY), left, []).standing is Standing.NOT_COUNTED


def test_a_replaced_certificate_is_treated_like_that_of_who_left() -> None:
    replaced = [revoked(RevocationReason.REPLACED)]
    assert standing(by(DAY - HOUR), replaced, []).standing is Standing.COUNTS
    judged = standing(by(DAY), replaced, [witness()])
    assert (judged.standing, judged.reason) == (
        Standing.NOT_COUNTED,
        "signed after the certificate had been replaced",
    )


@pytest.mark.parametrize("reason", [RevocationReason.LOST, RevocationReason.COMPROMISED])
def test_lost_key_needs_a_witness_from_before(reason: RevocationReason) -> None:
    old = by(DAY - 30 * HOUR)
    assert standing(old, [revoked(reason)], []).standing is Standing.HELD
    assert standing(old, [revoked(reason)], [witness()]).standing is Standing.COUNTS
    assert standing(old, [revoked(reason)], [witness(ME)]).standing is Standing.HELD
    assert standing(old, [revoked(reason)], [witness(seen=DAY)]).standing is Standing.HELD


def test_other_serial_is_not_touched_and_the_strictest_statement_wins() -> None:
    other = revoked(RevocationReason.LOST, serial=8)
    assert standing(by(DAY), [other], []).standing is Standing.COUNTS
    both = [revoked(RevocationReason.LEFT), revoked(RevocationReason.LOST, DAY + HOUR)]
    assert standing(by(DAY), both, [witness()]).standing is Standing.NOT_COUNTED
    assert standing(by(DAY - HOUR), both, []).standing is Standing.HELD


def test_suspension_works_at_once_and_lapses_unless_confirmed() -> None:
    waiting = Suspension(serial=7, since=DAY, stated_at=DAY)
    confirmed = Suspension(serial=7, since=DAY, stated_at=DAY, confirmed=True)
    later = DAY + timedelta(days=15)
    assert under_suspension(by(DAY), [waiting], DAY + HOUR, 14).standing is Standing.HELD
    assert under_suspension(by(DAY - HOUR), [waiting], DAY + HOUR, 14).standing is Standing.COUNTS
    assert under_suspension(by(DAY), [waiting], later, 14).standing is Standing.COUNTS
    assert under_suspension(by(DAY), [confirmed], later, 14).standing is Standing.HELD


def test_the_time_for_confirming_runs_from_the_statement_not_from_an_earlier_day() -> None:
    back_dated = Suspension(serial=7, since=DAY - timedelta(days=20), stated_at=DAY)
    assert back_dated.is_in_force(DAY + timedelta(days=14), CONFIRM_WITHIN_DAYS)
    assert not back_dated.is_in_force(DAY + timedelta(days=14, seconds=1), CONFIRM_WITHIN_DAYS)


_ENTRIES = st.builds(
    RatchetEntry,
    st.sampled_from(["o1", "o2", "o3"]),
    st.sampled_from([*RatchetKind, "tombstone"]),
    st.sampled_from(["d_1", "7", "timescales"]),
    st.integers(0, 3),
)
_RATCHETS = st.frozensets(_ENTRIES, max_size=5).map(Ratchet)


@settings(max_examples=80, deadline=None)
@given(_RATCHETS, _RATCHETS, _RATCHETS)
def test_ratchet_grows_the_same_in_any_order(one: Ratchet, two: Ratchet, three: Ratchet) -> None:
    assert one.union(two) == two.union(one)
    assert one.union(two).union(three) == one.union(two.union(three))
    assert one.union(one) == one
    assert one.union(two).covers(one)
    joined = one.union(two).policies()
    assert all(joined[name] >= number for name, number in one.policies().items())


def test_of_a_policy_only_the_highest_number_stands() -> None:
    left = RatchetEntry("o1", RatchetKind.REVOCATION, "certificate-7")
    policies = [RatchetEntry(f"o{n}", RatchetKind.POLICY, "configuration", n) for n in (2, 5, 3)]
    ratchet = Ratchet(frozenset([left, *policies]))
    assert ratchet.policies() == {"configuration": 5}
    assert ratchet.standing() == {left, policies[1]}
    assert not Ratchet().covers(ratchet)
    assert Ratchet(ratchet.standing()).covers(ratchet)


def test_what_a_newer_program_says_counts_for_covering_too() -> None:
    unknown = Ratchet(frozenset([RatchetEntry("o9", "tombstone", "d_1")]))
    assert unknown.standing() == unknown.entries
    assert unknown.policies() == {}
    assert not Ratchet().covers(unknown)


def test_whatever_may_be_refused_is_called_by_words() -> None:
    assert set(VERB_WORDS) == set(Verb)
    assert all("_" not in words and words[:1].isupper() for words in VERB_WORDS.values())
