"""Referring as one way: begun with what is known, gone on with, and the next step of each."""

from collections.abc import Callable

import pytest

from outreach_app.domain.documents import ReviewVerb
from outreach_app.services.errors import NotAllowed
from outreach_app.services.referring import (
    Next,
    begin_by_hand,
    begin_outcome,
    begin_referral,
    protocols,
    standing_referrals,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import begin_workspace
from tests.services.builders import CaseBuilder, Post, keep_reviews
from tests.services.consenting import agency_plan, consent_plan, referral_plan


def test_every_protocol_says_who_gets_it_and_what_it_needs(case: CaseBuilder) -> None:
    case.opened()
    found = protocols(begin_workspace(case.sitting), case.record.subject)
    assert len(found) == 9
    # Whoever is not known to be an adult counts as a child.
    assert [each.kind for each in found if each.why] == ["child_safeguarding", "nrm"]
    child = found[0]
    assert child.title == "Child safeguarding"
    assert "MASH" in child.receivers
    assert child.consent.startswith("not needed")
    assert "date of birth" in child.minimum


def test_a_referral_is_begun_once_with_what_is_known(case: CaseBuilder) -> None:
    case.opened()
    identity = {"preferred_name": "Ina", "full_name": "Ina Example", "dob": {"dob_year": "2012"}}
    (head,) = case.sitting.vault.revisions.heads(case.client.document_id)
    case.kept(
        case.plan(case.client, {"main": {"client_identity": identity}}, parents=(head.revision_id,))
    )
    workspace = begin_workspace(case.sitting)
    opened = begin_referral(workspace, case.record.subject, "child_safeguarding")
    answers = opened.answers()
    assert answers["ref_kind"] == "child_safeguarding"
    assert answers["cs_child_name"] == "Ina Example"
    assert answers["cs_child_dob_year"] == "2012"
    # The minimum facts are warned of: where the child is, is not known.
    assert "address" in str(answers["min_facts_missing"])
    again = begin_referral(workspace, case.record.subject, "child_safeguarding")
    assert again.document == opened.document
    other = begin_referral(workspace, case.record.subject, "support")
    assert other.document != opened.document
    assert "cs_child_name" not in other.answers()
    (first, second) = standing_referrals(workspace, case.record.subject)
    assert {first.next, second.next} == {Next.FINISH}


def test_each_referral_says_what_comes_next(
    case: CaseBuilder, supervisor: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    case.opened()
    agency = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    waiting = case.kept(referral_plan(case, agency, consent))
    workspace = begin_workspace(case.sitting)
    subject = case.record.subject

    def step() -> tuple[Next, str]:
        (found,) = standing_referrals(workspace, subject)
        assert found.receiver == "Quay Counselling"
        return found.next, found.status

    assert step() == (Next.APPROVAL, "Waiting for approval")
    lead = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(case.sitting, lead.review(waiting, ReviewVerb.APPROVE))
    workspace = begin_workspace(case.sitting)
    assert step() == (Next.SEND, "Approved, not sent")
    by_hand = begin_by_hand(workspace, subject, waiting.header.document_id)
    assert by_hand.answers()["tx_by"] == case.sitting.me.person_id
    assert (
        begin_by_hand(workspace, subject, waiting.header.document_id).document == by_hand.document
    )
    sent = {"tx_referral": waiting.header.document_id, "tx_at": "2026-02-03T10:00:00.000+00:00"}
    case.kept(case.plan(case.document("transmission"), {"main": {"transmission": sent}}))
    workspace = begin_workspace(case.sitting)
    assert step() == (Next.ANSWER, "Sent")
    outcome = begin_outcome(workspace, subject, waiting.header.document_id)
    assert outcome.answers()["out_referral"] == waiting.header.document_id
    again = begin_outcome(workspace, subject, waiting.header.document_id)
    assert again.document == outcome.document


def test_whoever_does_not_belong_to_the_case_does_not_refer(
    case: CaseBuilder, cover: Sitting, post: Post
) -> None:
    case.opened()
    post.take(cover, post.send(case, "CC"))
    with pytest.raises(NotAllowed):
        protocols(begin_workspace(cover), case.record.subject)
