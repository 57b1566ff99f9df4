"""Lists that a form offers from the case: whom, which agency, which goal; ids stored, words shown."""

import csv
import io
from collections.abc import Iterator

import pytest

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Reason, Subject
from outreach_app.engine.violations import Purpose
from outreach_app.services.catalogue import Catalogue, reference_lists
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.references import reference_instances
from outreach_app.services.revising import make_revision
from tests.services.builders import keep
from tests.services.conftest import Template
from tests.services.filling import Desk, own_desk


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("references")) as found:
        yield found


@pytest.fixture(scope="module")
def subject(desk: Desk) -> Subject:
    return desk.opened_case().subject


def keep_as_it_is(desk: Desk, opened: OpenDocument) -> str:
    plan = desk.casework.plan(opened)
    document_id = opened.document.document_id
    desk.casework.discard(document_id)
    keep(desk.sitting, make_revision(plan, desk.signer, desk.sitting))
    return document_id


def made_lists(desk: Desk, case_file: CaseFile) -> dict[str, bytes]:
    sitting = desk.sitting
    words = Catalogue(sitting).words
    return reference_instances(sitting.vault, case_file, sitting.trust.everybody(), words)


def offered(case_file: CaseFile, desk: Desk, name: str) -> dict[str, str]:
    content = made_lists(desk, case_file)[name]
    rows = csv.DictReader(io.StringIO(content.decode("utf-8")))
    return {row["name"]: row["label"] for row in rows}


def test_everything_signed_is_offered_by_its_own_words(desk: Desk, subject: Subject) -> None:
    agency = desk.casework.begin("agency_involvement", subject)
    agency.set_answer("agency_name", 'Example Surgery, "the" one')
    agency_id = keep_as_it_is(desk, agency)
    plan = desk.casework.begin("support_plan", subject)
    goal = plan.add_row("goals")
    plan.set_answer(f"goals[{goal}]/goal_statement", "Sleep through a night")
    keep_as_it_is(desk, plan)
    risks = desk.casework.begin("risk_assessment", subject)
    risk = risks.add_row("risks")
    risks.set_answer(f"risks[{risk}]/risk_title", "Found by his friends")
    keep_as_it_is(desk, risks)
    case_file = desk.casework.case_file(subject)
    assert 'Example Surgery, "the" one' in offered(case_file, desk, "refs_agency.csv")[agency_id]
    assert offered(case_file, desk, "refs_goal.csv")[goal].startswith("G1")
    assert offered(case_file, desk, "refs_risk.csv")[risk] == "R1 Found by his friends"


def test_what_an_older_version_speaks_of_stays_offered_in_its_newest_words(desk: Desk) -> None:
    subject = desk.opened_case().subject
    first = desk.casework.begin("risk_assessment", subject)
    kept, dropped = first.add_row("risks"), first.add_row("risks")
    first.set_answer("assessed_at", "2026-02-01T11:00:00.000+00:00")
    first.set_answer(f"risks[{kept}]/risk_title", "Debt")
    first.set_answer(f"risks[{dropped}]/risk_title", "Followed from the station")
    keep_as_it_is(desk, first)
    second = desk.casework.begin("risk_assessment", subject)
    second.add_row("risks", row_id=kept)
    second.set_answer(f"risks[{kept}]/risk_title", "Debt to the exploiter")
    for row in set(second.session.rows("risks")) - {kept}:
        second.remove_row(f"risks[{row}]")
    keep_as_it_is(desk, second)
    plan = desk.casework.begin("support_plan", subject)
    gone, goal = plan.add_row("goals"), plan.add_row("goals")
    plan.set_answer(f"goals[{gone}]/goal_statement", "Find an English class")
    plan_id = keep_as_it_is(desk, plan)
    changed = desk.casework.revise(plan_id, Reason.REVIEW)
    changed.remove_row(f"goals[{gone}]")
    changed.set_answer(f"goals[{goal}]/goal_from_risk", dropped)
    keep_as_it_is(desk, changed)
    case_file = desk.casework.case_file(subject)
    risks = offered(case_file, desk, "refs_risk.csv")
    assert risks[kept].endswith("Debt to the exploiter")
    assert risks[dropped].endswith("Followed from the station")
    goals = offered(case_file, desk, "refs_goal.csv")
    assert set(goals) == {gone, goal}
    assert goals[gone].endswith("Find an English class")
    again = desk.casework.revise(plan_id, Reason.REVIEW)
    assert not [
        each for each in again.session.violations(Purpose.SAVE) if each.name == "goal_from_risk"
    ]


def test_staff_are_offered_by_name_and_stored_by_id(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("case", subject)
    choices = {each.code: each.label for each in opened.session.question("caseworker").choices}
    assert choices[desk.sitting.me.person_id] == "Anna Berg (AB)"
    assert len(choices) == 3


def test_safe_contacts_are_offered_only_when_safe(desk: Desk) -> None:
    made = desk.casework.new_case()
    client = desk.casework.resume(made.client.document_id)
    rows = {}
    for safe in ("yes", "no", "unknown"):
        row = client.add_row("safe_contacts")
        client.set_answer(f"safe_contacts[{row}]/channel", "phone_call")
        client.set_answer(f"safe_contacts[{row}]/value", f"number {safe}")
        client.set_answer(f"safe_contacts[{row}]/safe_to_use", safe)
        rows[safe] = row
    keep_as_it_is(desk, client)
    case_file = desk.casework.case_file(made.subject)
    contacts = offered(case_file, desk, "refs_safe_contact.csv")
    assert set(contacts) == {"through_us", rows["yes"]}
    assert contacts[rows["yes"]] == "Phone call number yes"


def test_every_list_that_a_form_names_is_made(desk: Desk, subject: Subject) -> None:
    case_file = desk.casework.case_file(subject)
    made = made_lists(desk, case_file)
    assert set(made) == set(reference_lists())
    for content in made.values():
        assert content.startswith(b"name,label")


def test_documents_are_offered_by_their_words_and_never_by_codes(
    desk: Desk, subject: Subject
) -> None:
    referral = desk.casework.begin("referral", subject)
    referral.set_answer("ref_kind", "law_enforcement")
    referral_id = keep_as_it_is(desk, referral)
    assessment = desk.casework.begin("risk_assessment", subject)
    assessment.set_answer("assessment_kind", "event")
    assessment_id = keep_as_it_is(desk, assessment)
    case_file = desk.casework.case_file(subject)
    titles = offered(case_file, desk, "refs_referral.csv")
    assert titles[referral_id].endswith("Referral to law enforcement, 3 February 2026")
    assessed = offered(case_file, desk, "refs_risk_assessment.csv")
    assert assessed[assessment_id] == "After an event, 3 February 2026"
