"""What needs a person today, from the lists alone, and the order in which it is told."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from outreach_app.domain.documents import ReviewVerb
from outreach_app.services.needs import NeedKind
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import TodayItem, today
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json, Post, keep_reviews
from tests.support.determinism import FrozenClock

TODAY = date(2026, 2, 3)


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def signed(case: CaseBuilder, form_id: str, answers: Json) -> str:
    document = case.document(form_id)
    case.kept(case.plan(document, {"main": answers}))
    return document.document_id


def assessed(case: CaseBuilder, level: str, on: str, review: str) -> str:
    answers = {
        "section_a": {"assessed_at": f"{on}T10:00:00.000+00:00"},
        "section_k": {"indicated_level": level, "overall_level": level, "next_review": review},
    }
    return signed(case, "risk_assessment", answers)


def found(items: tuple[TodayItem, ...], kind: NeedKind) -> list[TodayItem]:
    return [each for each in items if each.need.kind is kind]


def test_without_a_case_nothing_needs_anybody(workspace: Workspace) -> None:
    seen = today(workspace)
    assert (seen.now, seen.ahead, seen.on) == ((), (), TODAY)
    assert (seen.not_sent.documents, seen.not_sent.since) == (0, None)


def test_a_higher_level_comes_first_and_then_the_older_day(
    case: CaseBuilder, workspace: Workspace, signer_of: Callable[[Sitting], Signer]
) -> None:
    medium = case.opened()
    assessed(medium, "medium", day(-30), day(-2))
    high = CaseBuilder(case.sitting, case.signer).opened()
    assessed(high, "high", day(-7), day(0))
    later = CaseBuilder(case.sitting, case.signer).opened()
    assessed(later, "medium", day(-20), day(-1))
    reviews = found(today(workspace).now, NeedKind.REVIEW)
    assert [(each.level, each.need.due, each.late) for each in reviews] == [
        ("high", TODAY, False),
        ("medium", TODAY - timedelta(days=2), True),
        ("medium", TODAY - timedelta(days=1), True),
    ]
    counts = today(workspace).counts
    assert (counts.open_cases, counts.high, counts.reviews_overdue, counts.oldest_days) == (
        3,
        1,
        2,
        2,
    )


def test_what_is_due_later_stands_ahead_for_fourteen_days(
    case: CaseBuilder, workspace: Workspace
) -> None:
    assessed(case.opened(), "medium", day(-14), day(14))
    assert [each.need.kind for each in today(workspace).ahead] == [NeedKind.REVIEW]
    assert today(workspace, ahead_days=13).ahead == ()


def test_a_level_that_went_up_this_week_is_counted(case: CaseBuilder, workspace: Workspace) -> None:
    assessed(case.opened(), "medium", day(-20), day(8))
    assert today(workspace).counts.risen == 0
    assessed(case, "high", day(-1), day(6))
    assert (today(workspace).counts.high, today(workspace).counts.risen) == (1, 1)


def test_actions_of_the_newest_plan_wait_until_they_or_their_goal_are_done(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()

    def plan(on: str, goal_status: str, action: str) -> str:
        actions = [
            {"_id": "r_a", "_order": "a", "act_text": action, "act_by": day(-1), "act_key": "G1.1"}
        ]
        goal = {"_id": "r_g", "_order": "a", "goal_status": goal_status, "actions": actions}
        answers = {"plan_date": on, "plan_next_review": day(20), "goals": [goal]}
        return signed(case, "support_plan", answers)

    plan(day(-30), "open", "Call the bank")
    plan(day(-3), "on_track", "Call the solicitor")
    (action,) = found(today(workspace).now, NeedKind.ACTION)
    assert (action.need.what, action.late) == ("G1.1 Call the solicitor", True)
    plan(day(-2), "met", "Call the school")
    assert found(today(workspace).now, NeedKind.ACTION) == []


def test_a_referral_without_an_answer_is_chased_until_it_is_answered(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()
    kind = {"ref_kind": "law_enforcement", "ref_key": "HH-1"}
    referral = signed(case, "referral", kind)
    assert found(today(workspace).now, NeedKind.CHASE) == []
    sent = {"tx_referral": referral, "tx_at": f"{day(-5)}T09:00:00.000+00:00"}
    signed(case, "transmission", sent)
    (chase,) = found(today(workspace).now, NeedKind.CHASE)
    assert chase.need.what == "No answer since 29 January 2026"
    assert (chase.need.document_id, chase.late) == (referral, True)
    signed(
        case,
        "referral_outcome",
        {"out_referral": referral, "out_status": "accepted", "out_ack_on": day(-1)},
    )
    assert found(today(workspace).now, NeedKind.CHASE) == []


def test_a_flag_waits_until_a_manager_was_told(case: CaseBuilder, workspace: Workspace) -> None:
    case.opened()
    flag = {"flag_code": "device_compromised", "flag_set_at": f"{day(-1)}T08:00:00.000+00:00"}
    document = case.document("safety_flag")
    first = case.kept(case.plan(document, {"main": flag}))
    (item,) = found(today(workspace).now, NeedKind.FLAG)
    assert "Device compromised" in item.need.what
    told = {**flag, "told_who": "Helen", "told_at": f"{day(-1)}T08:10:00.000+00:00"}
    case.kept(case.plan(document, {"main": told}, parents=(first.revision_id,)))
    assert found(today(workspace).now, NeedKind.FLAG) == []


def test_a_consent_that_runs_out_and_a_recovery_period_stand_ahead(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()
    consent = {
        "con_kind": "share",
        "con_purpose": "Housing",
        "con_decision": "given",
        "con_date": day(-100),
        "con_expires": day(5),
    }
    signed(case, "consent", consent)
    event = {"nrm_event_kind": "rg_positive", "nrm_event_date": day(-25)}
    signed(case, "nrm_event", event)
    ahead = today(workspace).ahead
    assert [each.need.due for each in ahead] == [TODAY + timedelta(days=5)] * 2
    assert {each.need.what for each in ahead} == {
        "Consent runs out: Housing",
        "Recovery period at least until",
    }


def test_what_was_returned_or_commented_on_comes_back_to_its_author(
    case: CaseBuilder,
    workspace: Workspace,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    case.opened()
    note = case.kept(case.note_plan("She rang."))
    other = case.as_seen_by(supervisor, signer_of(supervisor))
    later = (TODAY + timedelta(days=1)).isoformat()
    keep_reviews(
        case.sitting,
        other.review(note, ReviewVerb.COMMENT, text="Which?", at=f"{later}T09:00:00+00:00"),
    )
    assert len(found(today(workspace).now, NeedKind.COMMENT)) == 1
    keep_reviews(
        case.sitting,
        other.review(note, ReviewVerb.RETURN, text="Why?", at=f"{later}T10:00:00+00:00"),
    )
    (returned,) = found(today(workspace).now, NeedKind.RETURNED)
    assert returned.need.document_id == note.header.document_id
    assert found(today(workspace).now, NeedKind.COMMENT) == []


def test_a_draft_is_remembered_after_seven_days(
    case: CaseBuilder, workspace: Workspace, clock: FrozenClock
) -> None:
    workspace.casework.new_case()
    clock.forward(days=7)
    assert found(today(workspace).now, NeedKind.DRAFT) == []
    clock.forward(days=1)
    assert len(found(today(workspace).now, NeedKind.DRAFT)) == 2
    assert today(workspace).counts.begun == 1


def test_what_is_only_here_is_told_until_it_was_sent(
    case: CaseBuilder, workspace: Workspace, post: Post, supervisor: Sitting
) -> None:
    case.opened()
    seen = today(workspace)
    assert (seen.not_sent.documents, seen.not_sent.since) == (2, TODAY)
    (unsent,) = found(seen.now, NeedKind.UNSENT)
    assert unsent.need.what == "2 documents only on this laptop"
    post.send(case, supervisor.me.person_id)
    assert today(workspace).not_sent.documents == 0
    assert found(today(workspace).now, NeedKind.UNSENT) == []


def test_a_colleague_is_not_asked_for_what_is_only_shared_with_them(
    case: CaseBuilder, post: Post, cover: Sitting, supervisor: Sitting
) -> None:
    case.opened(shared=(cover.me.person_id,))
    assessed(case, "high", day(-9), day(-2))
    assert len(found(today(begin_workspace(case.sitting)).now, NeedKind.REVIEW)) == 1
    post.take(cover, post.send(case, cover.me.person_id))
    post.take(supervisor, post.send(case, supervisor.me.person_id))
    assert today(begin_workspace(cover)).now == ()
    assert len(found(today(begin_workspace(supervisor)).now, NeedKind.REVIEW)) == 1


def test_a_supervisor_is_told_what_waits_for_their_word(
    case: CaseBuilder, post: Post, supervisor: Sitting
) -> None:
    document_id = assessed(case.opened(), "very_high", day(-1), day(2))
    assert found(today(begin_workspace(case.sitting)).now, NeedKind.JUDGE) == []
    post.take(supervisor, post.send(case, supervisor.me.person_id))
    (item,) = found(today(begin_workspace(supervisor)).now, NeedKind.JUDGE)
    assert (item.need.document_id, item.level) == (document_id, "very_high")
    assert item.need.where == "Signed by AB on 3 February 2026"
