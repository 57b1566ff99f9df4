"""A manager's word on the telephone: who may give it, for which version, and what confirms it."""

from collections.abc import Callable
from datetime import date

import pytest

from outreach_app.domain.documents import Reason, ReviewVerb, Subject
from outreach_app.domain.referrals import Referral, referrals_of
from outreach_app.services.case_view import CaseView
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.referring import Next, Standing, begin_phone_approval, standing_referrals
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, keep_reviews
from tests.services.consenting import agency_plan, consent_plan, referral_plan

NOT_THEIRS = "This person does not approve this referral"


@pytest.fixture
def referral(case: CaseBuilder) -> str:
    """Return the id of a signed referral that nobody has approved."""
    case.opened()
    agency = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency)).header.document_id
    return case.kept(referral_plan(case, agency, consent)).header.document_id


def subject_of(case: CaseBuilder) -> Subject:
    return case.record.subject


def called(workspace: Workspace, case: CaseBuilder, referral: str, who: str) -> OpenDocument:
    """Begin the record of a call and say what was said."""
    opened = begin_phone_approval(workspace, subject_of(case), referral)
    for name, value in {
        "pa_who": who,
        "pa_called": "on_call",
        "pa_number": "07700 900112",
        "pa_decision": "approved",
        "pa_words": "Yes, send it as you read it out.",
        "pa_read_out": "yes",
    }.items():
        opened.set_answer(name, value)
    return opened


def standing(workspace: Workspace, case: CaseBuilder) -> Standing:
    (found,) = standing_referrals(workspace, subject_of(case))
    return found


def read(workspace: Workspace, case: CaseBuilder) -> Referral:
    (found,) = referrals_of(workspace.casework.case_file(subject_of(case)))
    return found


def to_confirm(workspace: Workspace, case: CaseBuilder) -> list[Need]:
    """Return what is asked to be confirmed on the case, after seeing that Today says the same."""
    of_case = [
        each
        for each in CaseView(workspace, subject_of(case)).needs()
        if each.kind is NeedKind.CONFIRM
    ]
    seen = today(workspace)
    every = (*seen.now, *seen.ahead)
    assert [each.need for each in every if each.need.kind is NeedKind.CONFIRM] == of_case
    return of_case


def test_a_word_on_the_telephone_lets_the_referral_leave_until_it_is_confirmed(
    case: CaseBuilder,
    referral: str,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    workspace = begin_workspace(case.sitting)
    assert standing(workspace, case).waits
    opened = called(workspace, case, referral, supervisor.me.person_id)
    assert opened.obstacles() == ()
    (head,) = case.sitting.vault.revisions.heads(referral)
    assert opened.answers()["pa_version"] == head.revision_id
    workspace.casework.sign(opened, signer_of(case.sitting))
    workspace = begin_workspace(case.sitting)
    found = standing(workspace, case)
    assert (found.next, found.waits) == (Next.SEND, False)
    name = supervisor.me.full_name
    assert found.said == f"Approved on the telephone by {name} on 3 February 2026; to be confirmed"
    (need,) = to_confirm(workspace, case)
    assert (need.due, need.document_id) == (date(2026, 2, 4), referral)
    lead = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(case.sitting, lead.review(head, ReviewVerb.APPROVE))
    workspace = begin_workspace(case.sitting)
    assert (standing(workspace, case).next, standing(workspace, case).said) == (Next.SEND, "")
    assert to_confirm(workspace, case) == []


def test_it_counts_for_the_version_that_was_read_out_and_for_no_other(
    case: CaseBuilder,
    referral: str,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    workspace = begin_workspace(case.sitting)
    signer = signer_of(case.sitting)
    workspace.casework.sign(called(workspace, case, referral, supervisor.me.person_id), signer)
    changed = workspace.casework.revise(referral, Reason.CORRECTION)
    changed.set_answer("ref_to_agency_person", "Duty desk")
    plan = workspace.casework.plan(changed)
    case.kept(plan)
    workspace = begin_workspace(case.sitting)
    assert read(workspace, case).status == "waiting_approval"
    assert to_confirm(workspace, case) == []


def test_who_returns_it_in_writing_outweighs_the_telephone(
    case: CaseBuilder,
    referral: str,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    workspace = begin_workspace(case.sitting)
    said = called(workspace, case, referral, supervisor.me.person_id)
    workspace.casework.sign(said, signer_of(case.sitting))
    (head,) = case.sitting.vault.revisions.heads(referral)
    lead = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(case.sitting, lead.review(head, ReviewVerb.RETURN))
    workspace = begin_workspace(case.sitting)
    assert read(workspace, case).status == "not_approved"
    assert not read(workspace, case).needs_confirmation


@pytest.mark.parametrize(
    ("decision", "status"), [("refused", "not_approved"), ("escalated", "waiting_approval")]
)
def test_a_no_on_the_telephone_is_kept_and_nothing_leaves(
    case: CaseBuilder,
    referral: str,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
    decision: str,
    status: str,
) -> None:
    workspace = begin_workspace(case.sitting)
    opened = called(workspace, case, referral, supervisor.me.person_id)
    opened.set_answer("pa_decision", decision)
    workspace.casework.sign(opened, signer_of(case.sitting))
    assert read(begin_workspace(case.sitting), case).status == status


def test_neither_the_author_nor_a_colleague_nor_a_caller_approves(
    case: CaseBuilder, referral: str, supervisor: Sitting, cover: Sitting
) -> None:
    workspace = begin_workspace(case.sitting)
    for person_id in (case.sitting.me.person_id, cover.me.person_id):
        opened = called(workspace, case, referral, person_id)
        assert any(NOT_THEIRS in each.text for each in opened.obstacles())
    opened = called(workspace, case, referral, supervisor.me.person_id)
    opened.set_answer("pa_called", "they_called")
    (obstacle,) = opened.obstacles()
    assert obstacle.address == "approval_section/pa_called"
