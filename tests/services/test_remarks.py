"""Remarks of the rules about a draft: they are said and never stop the signing."""

from collections.abc import Iterator

import pytest

from outreach_app.domain.documents import Reason, Subject
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.revising import make_revision
from tests.services.builders import keep
from tests.services.conftest import Template
from tests.services.filling import Desk, own_desk


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("remarks")) as found:
        yield found


@pytest.fixture(scope="module")
def subject(desk: Desk) -> Subject:
    return desk.opened_case().subject


def said(opened: OpenDocument, rule: str) -> list[str]:
    return [each.text for each in opened.remarks() if each.rule == rule]


def keep_as_it_is(desk: Desk, opened: OpenDocument) -> str:
    plan = desk.casework.plan(opened)
    document_id = opened.document.document_id
    desk.casework.discard(document_id)
    keep(desk.sitting, make_revision(plan, desk.signer, desk.sitting))
    return document_id


def test_an_item_with_a_floor_proposes_a_risk_until_its_domain_has_one(
    desk: Desk, subject: Subject
) -> None:
    opened = desk.casework.begin("risk_assessment", subject)
    item = next(each for each in opened.definition.items() if each.floor)
    assert said(opened, "proposal") == []
    opened.set_answer(f"{item.path}/{item.leaves[1]}", "present")
    assert len(said(opened, "proposal")) == 1
    row = opened.add_row("risks")
    opened.set_answer(f"risks[{row}]/risk_domain", item.domain)
    assert said(opened, "proposal") == []


def test_a_level_says_what_it_asks_of_the_team(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("risk_assessment", subject)
    opened.set_answer("overall_level", "very_high")
    assert "No lone visits" in said(opened, "level very high")


def test_a_high_risk_without_a_goal_is_named_in_the_plan(desk: Desk) -> None:
    subject = desk.opened_case().subject
    assessed = desk.casework.begin("risk_assessment", subject)
    risk = assessed.add_row("risks")
    for name, value in (("title", "Threats by phone"), ("likelihood", "5"), ("severity", "5")):
        assessed.set_answer(f"risks[{risk}]/risk_{name}", value)
    keep_as_it_is(desk, assessed)
    plan = desk.casework.begin("support_plan", subject)
    (remark,) = said(plan, "P1")
    assert "Threats by phone" in remark
    goal = plan.add_row("goals")
    plan.set_answer(f"goals[{goal}]/goal_status", "open")
    plan.set_answer(f"goals[{goal}]/goal_from_risk", risk)
    assert said(plan, "P1") == []


def test_a_withdrawn_consent_says_whom_to_ask_to_stop(desk: Desk) -> None:
    subject = desk.opened_case().subject
    agency = desk.casework.begin("agency_involvement", subject)
    agency.set_answer("agency_name", "Example Surgery")
    agency_id = keep_as_it_is(desk, agency)
    consent = desk.casework.begin("consent", subject)
    consent.set_answer("con_kind", "share")
    consent.set_answer("con_agency", agency_id)
    consent_id = keep_as_it_is(desk, consent)
    told = desk.casework.revise(agency_id, Reason.CONTINUED)
    told.set_answer("agency_consent", consent_id)
    keep_as_it_is(desk, told)
    again = desk.casework.revise(consent_id, Reason.CONTINUED)
    assert again.remarks() == ()
    again.set_answer("con_withdrawn_on", desk.sitting.today().isoformat())
    assert "Ask to stop and delete: 1 agencies." in said(again, "withdrawal")


def test_the_exit_says_how_long_the_record_is_kept(desk: Desk, subject: Subject) -> None:
    leaving = desk.casework.begin("exit_checklist", subject)
    leaving.set_answer("exit_date", desk.sitting.today().isoformat())
    assert len(said(leaving, "retention")) == 1
    row = leaving.add_row("long_term_elements")
    leaving.set_answer(f"long_term_elements[{row}]/lt_how", "none_exists")
    assert len(said(leaving, "provision")) == 1
