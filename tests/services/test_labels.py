"""Two laptops that gave one label twice: told apart the same way wherever both are held."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach_app.domain.documents import Document, Revision, Subject
from outreach_app.services.merging.deciding import decide
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.versions import merge_view
from outreach_app.services.naming import client_references
from outreach_app.services.sitting import Signer, Sitting
from tests.services.builders import CaseBuilder, keep
from tests.services.filling import Desk
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]
Json = dict[str, Any]
A, B = "r_" + "a" * 26, "r_" + "b" * 26


class Laptops:
    """The same case on the caseworker's and on the supervisor's laptop."""

    def __init__(self, case: CaseBuilder, theirs: CaseBuilder, clock: FrozenClock) -> None:
        self.case, self.theirs, self.clock = case, theirs, clock
        for document in (case.client, case.record):
            keep(theirs.sitting, *case.sitting.vault.revisions.heads(document.document_id))
        self.office = Desk(case.sitting, case.signer)
        self.supervisor = Desk(theirs.sitting, theirs.signer)
        self.subject = Subject(client_id=case.client_id, case_id=case.case_id)

    def sign(self, builder: CaseBuilder, document: Document, main: Json, *parents: str) -> Revision:
        self.clock.forward(minutes=1)
        return builder.kept(builder.plan(document, {"main": main}, parents=parents))

    def exchange(self, *revisions: Revision) -> None:
        for builder in (self.case, self.theirs):
            keep(builder.sitting, *revisions)


@pytest.fixture
def laptops(
    case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock
) -> Laptops:
    theirs = case.opened().as_seen_by(supervisor, signer_of(supervisor))
    return Laptops(case, theirs, clock)


def risks(row_id: str, label: str, title: str) -> Json:
    row = {"_id": row_id, "_order": "a", "risk_key": label, "risk_title": title}
    return {"section_f": {"risks": [row]}}


def goals(row_id: str, goal: str, action: str) -> list[Json]:
    actions = [{"_id": f"{row_id[:-1]}c", "_order": "a", "act_key": action}]
    return [{"_id": row_id, "_order": row_id, "goal_key": goal, "actions": actions}]


def test_risks_that_two_assessments_numbered_alike(laptops: Laptops) -> None:
    one = laptops.sign(
        laptops.theirs, laptops.case.document("risk_assessment"), risks(B, "R1", "Found")
    )
    two = laptops.sign(
        laptops.case, laptops.case.document("risk_assessment"), risks(A, "R1", "Debt")
    )
    laptops.exchange(one, two)
    for desk in (laptops.office, laptops.supervisor):
        file = desk.casework.case_file(laptops.subject)
        found = {
            row["_id"]: row["risk_key"]
            for each in file.assessments
            for row in each.record.answers["risks"]
        }
        assert found == {B: "R1", A: "R1b"}
        opened = desk.casework.begin("risk_assessment", laptops.subject)
        for row_id in (A, B):
            opened.add_row("risks", row_id=row_id)
        opened.add_row("risks")
        keys = [row["risk_key"] for row in opened.answers()["risks"]]
        assert keys == ["R1b", "R1", "R2"]


def test_goals_that_two_versions_of_a_plan_numbered_alike(laptops: Laptops) -> None:
    document = laptops.case.document("support_plan")
    base = laptops.sign(laptops.case, document, {"p1": {"plan_kind": "initial"}})
    laptops.exchange(base)
    paths = [
        item.path for item in laptops.office.catalogue.newest("support_plan").items_named("goals")
    ]
    section = paths[0].rpartition("/")[0]

    def plan(builder: CaseBuilder, row_id: str) -> Revision:
        main = {"p1": {"plan_kind": "initial"}, section: {"goals": goals(row_id, "G1", "G1.1")}}
        return laptops.sign(builder, document, main, base.revision_id)

    laptops.exchange(plan(laptops.theirs, B), plan(laptops.case, A))
    desk = laptops.office
    view = merge_view(desk.sitting, desk.catalogue.definition, document.document_id)
    merged = decide(
        desk.sitting,
        desk.signer,
        view,
        {each.address: Decision("shown") for each in view.questions},
        desk.casework.open_answers,
    )
    rows = {row["_id"]: row for row in merged.answers(earlier=True)[section]["goals"]}
    assert {each: rows[each]["goal_key"] for each in (A, B)} == {B: "G1", A: "G1b"}
    assert {each: rows[each]["actions"][0]["act_key"] for each in (A, B)} == {
        B: "G1.1",
        A: "G1b.1",
    }


def test_consents_that_two_laptops_numbered_alike(laptops: Laptops) -> None:
    one, two = (laptops.case.document("consent") for _ in range(2))
    later = laptops.sign(laptops.case, one, {"consent": {"con_key": "C1"}})
    laptops.exchange(later, laptops.sign(laptops.theirs, two, {"consent": {"con_key": "C1"}}))
    for desk in (laptops.office, laptops.supervisor):
        file = desk.casework.case_file(laptops.subject)
        assert {each.document_id: each.answers["con_key"] for each in file.all("consent")} == {
            one.document_id: "C1",
            two.document_id: "C1b",
        }
        opened = desk.casework.begin("consent", laptops.subject)
        assert opened.answers()["con_key"] == "C2"


def test_clients_that_go_by_one_reference_are_both_found(laptops: Laptops) -> None:
    other = CaseBuilder(laptops.theirs.sitting, laptops.theirs.signer)
    named = {"client_identity": {"preferred_name": "Ina", "client_ref": "HH-26-A001"}}
    (head,) = laptops.case.sitting.vault.revisions.head_ids(laptops.case.client.document_id)
    first = laptops.sign(laptops.case, laptops.case.client, named, head)
    second = laptops.sign(other, other.client, named)
    record = other.kept(other.record_plan())
    laptops.exchange(first, second, record)
    for desk in (laptops.office, laptops.supervisor):
        assert client_references(desk.sitting.vault) == {
            laptops.case.client_id: "HH-26-A001",
            other.client_id: "HH-26-A001b",
        }
        assert desk.casework.find_case("hh-26-a001").case_id == laptops.case.case_id
        assert desk.casework.find_case("HH-26-A001b").case_id == other.case_id
        file = desk.casework.case_file(Subject(client_id=other.client_id, case_id=other.case_id))
        assert file.client["client_ref"] == "HH-26-A001b"
    assert laptops.office.casework.new_case().client_ref not in {"HH-26-A001", "HH-26-A001b"}
