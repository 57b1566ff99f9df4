"""Children as people of their own: needs, risks, goals and exit items stand with each, and travel once."""

from collections.abc import Callable

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.services.case_people import dependants_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.dependant_records import DependantRecord, record_of
from outreach_app.services.held_facts import held_lines
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from tests.services.writing import Writer

ANA, BEN = "r_" + "a" * 26, "r_" + "b" * 26
R1, R2, R3 = ("r_" + letter * 26 for letter in "cde")


@pytest.fixture
def writer(office: Sitting, signer_of: Callable[[Sitting], Signer]) -> Writer:
    made = Writer(Workspace(office), signer_of(office))
    vault = made.workspace.vault
    person = Subject(client_id=made.subject.client_id)
    (record,) = vault.documents.by_subject(person, form_id="client")
    children = [
        {"_id": ANA, "dep_name": "Ana", "dep_relationship": "child"},
        {"_id": BEN, "dep_name": "Ben", "dep_relationship": "child"},
    ]
    made.revised(record, {"client_health": {"has_dependants": "yes", "dependants": children}})
    return made


def record(writer: Writer, row_id: str) -> DependantRecord:
    case_file = writer.workspace.casework.case_file(writer.subject)
    return record_of(case_file, CaseWords(writer.workspace), row_id)


def test_a_child_of_whom_nothing_is_written_says_so(writer: Writer) -> None:
    case_file = writer.workspace.casework.case_file(writer.subject)
    assert [each.row_id for each in dependants_of(case_file, CaseWords(writer.workspace))] == [
        ANA,
        BEN,
    ]
    assert record(writer, ANA).is_empty


def test_needs_goals_and_actions_of_a_plan_stand_with_the_child_they_are_for(
    writer: Writer,
) -> None:
    needs = [
        {"_id": R1, "dn_dependant": ANA, "dn_domain": "education", "dn_level": "high",
         "dn_what": "A nursery place"},
    ]  # fmt: skip
    action = {"_id": R2, "act_text": "Call the nursery", "act_by": "2026-02-01"}
    goal = {
        "_id": R3,
        "goal_statement": "Ana starts nursery",
        "goal_for": ANA,
        "goal_status": "open",
    }
    plan = {
        "plan_p2": {"dependant_needs": needs},
        "plan_p3": {"goals": [{**goal, "actions": [action]}]},
    }
    writer.signed("support_plan", plan)
    ana = record(writer, ANA)
    assert ana.needs == ("Education and training: High need · A nursery place",)
    assert ana.goals == (
        "G1 Ana starts nursery · Open",
        "G1.1 Call the nursery · overdue since 1 February 2026",
    )
    assert record(writer, BEN).is_empty


def test_a_risk_stands_with_the_child_until_it_is_closed(writer: Writer) -> None:
    risk = {
        "_id": R1, "risk_title": "Taken by the father", "risk_who": "child", "risk_for": BEN,
        "risk_likelihood": "4", "risk_severity": "4", "risk_status": "open",
    }  # fmt: skip
    first = {"assessed_at": "2026-02-01T11:00:00.000+00:00"}
    writer.signed("risk_assessment", {"section_a": first, "section_f": {"risks": [risk]}})
    assert record(writer, BEN).risks == ("R1 Taken by the father · High",)
    closed = {**risk, "risk_status": "closed"}
    writer.signed("risk_assessment", {"section_f": {"risks": [closed]}})
    assert record(writer, BEN).risks == ()


def test_an_exit_begins_with_a_row_for_each_child_under_their_own_id(writer: Writer) -> None:
    opened = writer.draft("exit_checklist", {})
    at = "exit_further/dependant_exits"
    assert opened.session.rows(at) == [ANA, BEN]
    assert opened.session.value(f"{at}[{BEN}]/dx_dependant") == BEN
    offered = opened.session.question(f"{at}[{ANA}]/dx_dependant").choices
    assert [each.label for each in offered] == ["Child, Ana", "Child, Ben"]
    said = [str(each.text) for each in opened.remarks()]
    assert "Nothing is written yet for 2 dependants." in said
    opened.set_answer(f"{at}[{ANA}]/dx_safe", "yes")
    opened.set_answer(f"{at}[{ANA}]/dx_open", "School meals")
    said = [str(each.text) for each in opened.remarks()]
    assert "Nothing is written yet for 1 dependant." in said
    writer.sign(opened)
    assert record(writer, ANA).leaving == (
        "Safe where they will live: Yes",
        "Still open: School meals",
    )


def test_the_same_headless(writer: Writer) -> None:
    need = {"_id": R1, "dn_dependant": ANA, "dn_what": "A nursery place"}
    writer.signed("support_plan", {"plan_p2": {"dependant_needs": [need]}})
    case_file = writer.workspace.casework.case_file(writer.subject)
    words = CaseWords(writer.workspace)
    lines = held_lines(writer.workspace, case_file, words, addresses=False)
    assert "  Needs: A nursery place" in lines
