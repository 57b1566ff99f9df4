"""What is recorded already, beside the question: value, document, who wrote it first, and when."""

import csv
from collections.abc import Callable

import pytest

from outreach_app.services.recorded_beside import HeldFact, HeldKind, RecordedBeside, held_table
from outreach_app.services.shipped import forms_folder
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json, keep, without

R1, R2 = "r_" + "a" * 26, "r_" + "b" * 26


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def beside(
    workspace: Workspace, case: CaseBuilder, form_id: str, question: str
) -> tuple[HeldFact, ...]:
    case_file = workspace.casework.case_file(case.record.subject)
    return RecordedBeside(workspace, case_file, form_id).of(f"any/group/{question}")


def client(case: CaseBuilder, main: Json, location: Json | None = None, **more: str) -> str:
    parts = {"main": main, **({"location": {"client_contact": location}} if location else {})}
    parents = tuple(more.values())
    return case.kept(case.plan(case.client, parts, parents=parents)).revision_id


def test_names_of_the_table_are_names_of_forms() -> None:
    with (forms_folder() / "names.csv").open(encoding="utf-8", newline="") as file:
        names = {(row["form"], row["name"]) for row in csv.DictReader(file)}
    table = held_table()
    assert table
    for question, sources in table.items():
        assert question in names
        assert sources
        assert set(sources) <= names
        assert all(form_id != question[0] or form_id == "consent" for form_id, _name in sources)


def test_a_fact_says_its_document_its_first_author_and_the_day(
    case: CaseBuilder,
    workspace: Workspace,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    known = {"client_language": {"first_language": "sqi", "english_speaking": "basic"}}
    first = client(case, known)
    case.kept(case.record_plan())
    other = case.as_seen_by(workspace.sitting, signer_of(supervisor))
    changed = {"client_language": {"first_language": "sqi", "english_speaking": "everyday"}}
    later = other.sign(
        other.plan(case.client, {"main": changed}, parents=(first,)),
        at="2026-02-04T10:20:00+00:00",
    )
    keep(workspace.sitting, later)
    language, english = beside(workspace, case, "safety_plan", "sp_999")
    assert (language.label, language.value) == ("First language", "Albanian")
    assert language.source == "Client record, AB, 3 February 2026"
    assert english.value == "Everyday conversation"
    assert english.source == "Client record, SH, 4 February 2026"
    assert str(language.words) == (
        "Already recorded – do not ask again unless the client raises it: First language: "
        "Albanian (Client record, AB, 3 February 2026)"
    )


def test_what_nobody_knows_is_not_said_to_be_recorded(
    case: CaseBuilder, workspace: Workspace
) -> None:
    client(case, {"client_health": {"pregnant": "unknown"}})
    case.kept(case.record_plan())
    assert beside(workspace, case, "risk_assessment", "d8_pregnancy") == ()


def test_unsafe_channels_are_named_so_that_nobody_uses_them(
    case: CaseBuilder, workspace: Workspace
) -> None:
    ways = [
        {"_id": R1, "_order": "a0", "channel": "phone_call", "value": "07700 900999",
         "safe_to_use": "no"},
        {"_id": R2, "_order": "a1", "channel": "sms", "value": "07700 900461",
         "safe_to_use": "yes"},
    ]  # fmt: skip
    client(case, {}, {"safe_contacts": ways})
    case.kept(case.record_plan())
    for form_id, question in (
        ("contact_note", "note_channel"),
        ("exit_checklist", "ca_safe_contact"),
    ):
        safe, unsafe = beside(workspace, case, form_id, question)
        assert (safe.value, safe.kind) == ("Text message: 07700 900461", HeldKind.FACT)
        assert (unsafe.value, unsafe.kind) == (
            "Phone call: 07700 900999, Not safe: do not use",
            HeldKind.NOT_OFFERED,
        )
        assert str(unsafe.words).startswith("Not offered: Phone call")


def test_children_and_papers_are_said_in_words(case: CaseBuilder, workspace: Workspace) -> None:
    child = {"_id": R1, "_order": "a0", "dep_relationship": "child", "dep_name": "Ana"}
    client(case, {"client_health": {"has_dependants": "yes", "dependants": [child]}})
    paper = {"_id": R2, "_order": "a0", "doc_kind": "passport", "doc_status": "held_exploiter"}
    start = {"caseworker": case.sitting.me.person_id}
    main = {"case_start": start, "case_papers": {"documents_held": [paper]}}
    case.kept(case.plan(case.record, {"main": main}))
    (children,) = beside(workspace, case, "risk_assessment", "d13_child_harm")
    assert children.value == "Child, Ana"
    (papers,) = beside(workspace, case, "risk_assessment", "d1_documents_held")
    assert papers.value == "Passport or travel document: Held by the exploiter"
    assert papers.source.startswith("Case record, AB")


def test_a_part_that_is_not_held_here_says_nothing(case: CaseBuilder, workspace: Workspace) -> None:
    way = {"_id": R1, "_order": "a0", "channel": "sms", "value": "07700 900461"}
    plan = case.client_plan({"safe_contacts": [{**way, "safe_to_use": "yes"}]})
    keep(case.sitting, without(case.sign(plan), "location"))
    case.kept(case.record_plan())
    assert beside(workspace, case, "contact_note", "note_channel") == ()


def test_a_form_says_nothing_of_its_own_earlier_version(
    case: CaseBuilder, workspace: Workspace
) -> None:
    client(case, {"client_language": {"first_language": "sqi"}})
    case.kept(case.record_plan())
    assert beside(workspace, case, "client", "first_language") == ()


def test_a_goal_of_the_plan_has_the_last_note_about_it(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()
    goal = {"_id": R1, "_order": "a0", "goal_statement": "Sleep", "goal_status": "open"}
    case.kept(case.plan(case.document("support_plan"), {"main": {"goals": [goal]}}))
    case.kept(case.note_plan("Slept for five nights.", note_goals=R1))
    case_file = workspace.casework.case_file(case.record.subject)
    held = RecordedBeside(workspace, case_file, "support_plan")
    (note,) = held.of(f"plan_p3/goals[{R1}]/goal_status")
    assert note.kind is HeldKind.NOTE
    assert str(note.words) == "Last note, 3 February 2026, AB: Slept for five nights."
    assert held.of(f"plan_p3/goals[{R2}]/goal_status") == ()
