"""What flags and events ask for: the same on the case and on Today, begun once, settled by papers."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.domain.values import text_of
from outreach_app.services.case_view import CaseView
from outreach_app.services.due_review import begin_event_assessment, begin_flag_referral
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json

TODAY = date(2026, 2, 3)
ASKED = {
    NeedKind.EVENT,
    NeedKind.FLAG_REFERRAL,
    NeedKind.FLAG_CONTACT,
    NeedKind.FLAG_PLAN,
    NeedKind.FLAG_EPISODE,
    NeedKind.FLAG_ASSESSMENT,
}


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def at(days: int, hour: int = 8) -> str:
    return f"{(TODAY + timedelta(days=days)).isoformat()}T{hour:02}:00:00.000+00:00"


def signed(case: CaseBuilder, form_id: str, answers: Json) -> str:
    document = case.document(form_id)
    case.kept(case.plan(document, {"main": answers}))
    return document.document_id


def flag(case: CaseBuilder, code: str, days: int) -> str:
    told = {"told_who": "Helen", "told_at": at(days)}
    return signed(case, "safety_flag", {"flag_code": code, "flag_set_at": at(days), **told})


def subject_of(case: CaseBuilder) -> Subject:
    return Subject(client_id=case.client_id, case_id=case.case_id)


def asked(workspace: Workspace, case: CaseBuilder) -> list[Need]:
    """Return what is asked for on Today, after seeing that the case says the same."""
    seen = today(workspace)
    of_today = [each.need for each in (*seen.now, *seen.ahead) if each.need.kind in ASKED]
    view = CaseView(workspace, subject_of(case))
    of_case = [each for each in view.needs() if each.kind in ASKED]

    def facts(need: Need) -> tuple[str, str, str, date | None, str, str]:
        return (need.kind, need.what, need.where, need.due, need.about, need.document_id)

    assert sorted(map(facts, of_today), key=str) == sorted(map(facts, of_case), key=str)
    return of_today


def test_a_flag_asks_for_its_referral_until_one_is_signed(
    case: CaseBuilder, workspace: Workspace
) -> None:
    flag(case.opened(), "child_at_risk", -1)
    (need,) = asked(workspace, case)
    assert need.what == "Draft a referral, or write down why not: Child safeguarding"
    assert (need.where, need.due) == (
        "Safety flag “Child at risk”",
        TODAY - timedelta(days=1),
    )
    signed(case, "referral", {"ref_kind": "support"})
    assert len(asked(workspace, case)) == 1
    signed(case, "referral", {"ref_kind": "child_safeguarding"})
    assert asked(workspace, case) == []


def test_looking_again_after_thoughts_of_suicide_is_due_within_a_day(
    case: CaseBuilder, workspace: Workspace
) -> None:
    flag(case.opened(), "suicide_plan", 0)
    (need,) = asked(workspace, case)
    assert (need.kind, need.due) == (NeedKind.FLAG_CONTACT, TODAY + timedelta(days=1))
    signed(case, "contact_note", {"note_datetime": at(0, 10)})
    assert asked(workspace, case) == []


def test_a_flag_that_was_cleared_asks_for_nothing(case: CaseBuilder, workspace: Workspace) -> None:
    case.opened()
    document = case.document("safety_flag")
    told = {"told_who": "Helen", "told_at": at(-2)}
    answers = {"flag_code": "adult_at_risk", "flag_set_at": at(-2), **told}
    first = case.kept(case.plan(document, {"main": answers}))
    assert [each.about for each in asked(workspace, case)] == ["adult_safeguarding"]
    cleared = {**answers, "flag_cleared_at": at(-1), "flag_how_cleared": "Moved to her sister"}
    case.kept(case.plan(document, {"main": cleared}, parents=(first.revision_id,)))
    assert asked(workspace, case) == []


def test_leaving_safely_leads_to_the_plan_that_there_is(
    case: CaseBuilder, workspace: Workspace
) -> None:
    plan = signed(case.opened(), "safety_plan", {"sp_date": at(-9)[:10]})
    flag(case, "in_exploitation_now", -1)
    found = {each.kind: each for each in asked(workspace, case)}
    assert set(found) == {NeedKind.FLAG_REFERRAL, NeedKind.FLAG_PLAN}
    assert found[NeedKind.FLAG_PLAN].document_id == plan


def test_an_event_in_a_note_asks_for_an_assessment_within_a_working_day(
    case: CaseBuilder, workspace: Workspace
) -> None:
    note = signed(
        case.opened(), "contact_note", {"note_datetime": at(-1), "note_event": "address_known"}
    )
    signed(case, "contact_note", {"note_datetime": at(0, 9)})
    (need,) = asked(workspace, case)
    assert (need.kind, need.due, need.about) == (NeedKind.EVENT, TODAY, "address_known")
    assert need.document_id == note
    assert need.where == "Address known to a new person, on 2 February 2026"
    signed(
        case,
        "risk_assessment",
        {"section_a": {"assessed_at": at(0, 10), "assessment_kind": "event"}},
    )
    assert asked(workspace, case) == []


def test_the_assessment_and_the_referral_are_begun_once_with_what_is_known(
    case: CaseBuilder, workspace: Workspace, signer_of: Callable[[Sitting], Signer]
) -> None:
    subject = subject_of(case.opened())
    sitting, casework = workspace.sitting, workspace.casework
    first = begin_event_assessment(sitting, casework, subject, "nrm_decision")
    assert text_of(first.answers(), "assessment_kind") == "event"
    assert text_of(first.answers(), "trigger_event") == "nrm_decision"
    again = begin_event_assessment(sitting, casework, subject, "moved")
    assert again.document == first.document
    police = begin_flag_referral(sitting, casework, subject, "law_enforcement")
    child = begin_flag_referral(sitting, casework, subject, "child_safeguarding")
    assert text_of(child.answers(), "ref_kind") == "child_safeguarding"
    assert text_of(child.answers(), "ref_urgency") == "today"
    assert begin_flag_referral(sitting, casework, subject, "law_enforcement").document == (
        police.document
    )
    assert len(sitting.vault.drafts.mine()) == 3
