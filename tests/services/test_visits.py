"""Visits with a check-in: who may go alone, what survives, what the note says."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.values import text_of
from outreach_app.domain.visits import Alone, may_go_alone
from outreach_app.errors import Refusal
from outreach_app.services.errors import NotAllowed
from outreach_app.services.sitting import Sitting
from outreach_app.services.visits.errors import (
    NeedsAgreement,
    NotAlone,
    NoVisit,
    NoVisitsToClient,
    VisitPlaceMissing,
    VisitTooLong,
    VisitUnderWay,
)
from outreach_app.services.visits.running import (
    VisitOrder,
    check_in,
    lengthen_visit,
    running_visit,
    start_visit,
)
from outreach_app.services.visits.terms import visit_terms
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, keep
from tests.support.determinism import START, FrozenClock

ORDER = VisitOrder(place="Blue", minutes=60)
WITH_SAM = VisitOrder(place="Blue", minutes=60, companion="Sam")


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def assessed(case: CaseBuilder, rule: str, level: str = "medium") -> Subject:
    document = case.document("risk_assessment")
    main = {
        "section_a": {"assessed_at": "2026-02-02T10:00:00.000+00:00", "assessment_kind": "full"},
        "section_k": {"indicated_level": level, "overall_level": level},
    }
    staff = {
        "section_o": {
            "visit_rule": rule,
            "checkin_person": "Helen",
            "checkin_by": "45",
            "checkin_escalation": "Second number, then the police",
        }
    }
    case.kept(case.plan(document, {"main": main, "staff": staff}))
    return subject_of(case)


def subject_of(case: CaseBuilder) -> Subject:
    return Subject(client_id=case.client_id, case_id=case.case_id)


@pytest.mark.parametrize(
    ("rule", "level", "flags", "expected"),
    [
        ("lone_ok", RiskLevel.MEDIUM, (), Alone.YES),
        ("lone_checkin", RiskLevel.LOW, (), Alone.YES),
        ("public_only", None, (), Alone.YES),
        ("lone_ok", RiskLevel.HIGH, (), Alone.AGREED),
        ("lone_ok", RiskLevel.VERY_HIGH, (), Alone.NO),
        ("lone_ok", RiskLevel.LOW, ("staff_threat",), Alone.NO),
        ("two", RiskLevel.LOW, (), Alone.NO),
        ("", RiskLevel.LOW, (), Alone.NO),
        ("none", RiskLevel.LOW, (), Alone.NO_VISITS),
    ],
)
def test_who_may_go_alone_follows_section_o_the_level_and_threats_to_staff(
    rule: str, level: RiskLevel | None, flags: tuple[str, ...], expected: Alone
) -> None:
    assert may_go_alone(rule, level, flags) is expected


def test_until_anybody_has_said_two_people_go(case: CaseBuilder, workspace: Workspace) -> None:
    subject = subject_of(case.opened())
    with pytest.raises(NotAlone):
        start_visit(workspace, subject, ORDER)
    assert start_visit(workspace, subject, WITH_SAM).companion == "Sam"


def test_what_the_assessment_says_is_what_holds(case: CaseBuilder, workspace: Workspace) -> None:
    terms = visit_terms(workspace, assessed(case.opened(), "lone_checkin"))
    assert (terms.minutes, terms.expected_by) == (45, "Helen")
    assert terms.if_no_call == "Second number, then the police"
    assert terms.rule_words == "Alone with check-in"


@pytest.mark.parametrize(
    ("rule", "level", "order", "refusal"),
    [
        ("none", "low", WITH_SAM, NoVisitsToClient),
        ("lone_ok", "high", ORDER, NeedsAgreement),
        ("lone_ok", "very_high", ORDER, NotAlone),
        ("lone_ok", "low", VisitOrder(place=" ", minutes=60), VisitPlaceMissing),
        ("lone_ok", "low", VisitOrder(place="Blue", minutes=14), VisitTooLong),
        ("lone_ok", "low", VisitOrder(place="Blue", minutes=241), VisitTooLong),
    ],
)
def test_what_the_rules_do_not_allow_starts_nothing(
    case: CaseBuilder,
    workspace: Workspace,
    rule: str,
    level: str,
    order: VisitOrder,
    refusal: type[Refusal],
) -> None:
    subject = assessed(case.opened(), rule, level)
    with pytest.raises(refusal):
        start_visit(workspace, subject, order)
    assert running_visit(workspace.sitting) is None


def test_a_manager_who_agreed_stands_in_the_note(case: CaseBuilder, workspace: Workspace) -> None:
    subject = assessed(case.opened(), "lone_ok", "high")
    agreed = VisitOrder(place="Blue", minutes=60, agreed_by="Helen")
    start_visit(workspace, subject, agreed)
    assert "Alone; Helen agreed." in text_of(check_in(workspace).answers(), "note_facts")


def test_a_visit_outlives_the_window_and_ends_as_a_note(
    case: CaseBuilder, workspace: Workspace, clock: FrozenClock
) -> None:
    subject = assessed(case.opened(), "lone_checkin")
    begun = start_visit(workspace, subject, ORDER)
    with pytest.raises(VisitUnderWay):
        start_visit(workspace, subject, WITH_SAM)
    # What a fresh window reads out of the same vault.
    assert running_visit(begin_workspace(workspace.sitting).sitting) == begun
    clock.forward(minutes=72)
    assert begun.late_minutes(clock()) == 12
    opened = check_in(workspace)
    answers = opened.answers()
    assert opened.document.subject == subject
    assert text_of(answers, "note_kind") == "visit"
    assert text_of(answers, "note_duration_min") == "72"
    assert text_of(answers, "note_datetime").startswith("2026-02-03T11:00")
    assert text_of(answers, "note_facts") == (
        "Visit with check-in: Blue. Alone. Call expected by 12:00. "
        "Checked in at 12:12, 12 minutes late."
    )
    assert running_visit(workspace.sitting) is None
    with pytest.raises(NoVisit):
        check_in(workspace)


def test_a_later_call_counts_from_now(
    case: CaseBuilder, workspace: Workspace, clock: FrozenClock
) -> None:
    with pytest.raises(NoVisit):
        lengthen_visit(workspace.sitting, 30)
    start_visit(workspace, subject_of(case.opened()), WITH_SAM)
    clock.forward(minutes=50)
    assert lengthen_visit(workspace.sitting, 30).back_by == START + timedelta(minutes=80)
    with pytest.raises(VisitTooLong):
        lengthen_visit(workspace.sitting, 5)


def test_whoever_writes_no_notes_in_a_case_starts_no_visit(
    case: CaseBuilder,
    sitting_of: Callable[[str], Sitting],
) -> None:
    colleague = sitting_of("CC")
    keep(colleague, case.sign(case.client_plan({})), case.sign(case.record_plan()))
    with pytest.raises(NotAllowed):
        start_visit(begin_workspace(colleague), subject_of(case), WITH_SAM)
