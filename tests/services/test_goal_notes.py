"""Notes about goals: chosen by their words, the last one beside each goal, what they leave to be done."""

from collections.abc import Callable
from datetime import date

import pytest

from outreach_app.domain.documents import Document, Reason, Subject
from outreach_app.domain.safe_contacts import recheck_due
from outreach_app.services.case_view import CaseView
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import Workspace
from tests.services.writing import Writer

G1, G2 = "r_" + "a" * 26, "r_" + "b" * 26
ROW = "r_" + "c" * 26
GOALS = {
    "goals": [
        {"_id": G1, "goal_statement": "Sleep through a night", "goal_status": "open"},
        {"_id": G2, "goal_statement": "Open a bank account", "goal_status": "open"},
    ]
}


@pytest.fixture
def writer(office: Sitting, signer_of: Callable[[Sitting], Signer]) -> Writer:
    return Writer(Workspace(office), signer_of(office))


@pytest.fixture
def plan(writer: Writer) -> Document:
    return writer.signed("support_plan", {"plan_p3": GOALS})


def note(writer: Writer, goals: str, facts: str, at: str) -> Document:
    answers = {
        "note_about": {"note_datetime": at, "note_kind": "visit"},
        "note_content": {"note_facts": facts, "note_goals": goals},
    }
    return writer.signed("contact_note", answers)


def on_case(writer: Writer, kind: NeedKind) -> list[Need]:
    view = CaseView(writer.workspace, writer.subject)
    return [each for each in view.needs() if each.kind is kind]


def on_today(workspace: Workspace, kind: NeedKind) -> list[Need]:
    day = today(workspace, ahead_days=60)
    return [item.need for item in (*day.now, *day.ahead) if item.need.kind is kind]


def last_notes(writer: Writer) -> list[str]:
    return [str(goal.last_note) for goal in CaseView(writer.workspace, writer.subject).goals()]


def test_goals_are_chosen_by_their_words_and_only_those_of_the_plan_of_now(
    writer: Writer, plan: Document
) -> None:
    opened = writer.draft("contact_note", {})
    at = "note_content/note_goals"
    assert opened.session.is_relevant(at)
    offered = opened.session.question(at).choices
    assert [each.label for each in offered] == [
        "G1 Sleep through a night",
        "G2 Open a bank account",
    ]
    revised = writer.workspace.casework.revise(plan.document_id, Reason.CONTINUED)
    revised.remove_row(f"plan_p3/goals[{G2}]")
    writer.sign(revised)
    writer.workspace.casework.discard(opened.document.document_id)
    now = writer.draft("contact_note", {}).session.question(at).choices
    assert [each.code for each in now] == [G1]


def test_without_a_plan_nobody_is_asked_for_goals(writer: Writer) -> None:
    opened = writer.draft("contact_note", {})
    assert not opened.session.is_relevant("note_content/note_goals")


def test_each_goal_shows_the_last_note_about_it(writer: Writer, plan: Document) -> None:
    del plan
    assert last_notes(writer) == ["", ""]
    note(writer, f"{G1} {G2}", "Looked at both.", "2026-01-20T10:00:00.000+00:00")
    note(writer, G1, "Slept for five nights.", "2026-02-02T10:00:00.000+00:00")
    assert last_notes(writer) == [
        "Last note, 2 February 2026, AB: Slept for five nights.",
        "Last note, 20 January 2026, AB: Looked at both.",
    ]


def left_to_do(writer: Writer, **more: str) -> Document:
    row = {"_id": ROW, "na_text": "Ask the bank for a letter", "na_by": "2026-02-05", **more}
    return writer.signed("contact_note", {"note_content": {"note_actions": [row]}})


def test_what_a_note_leaves_to_do_waits_until_it_is_noted_as_done(writer: Writer) -> None:
    made = left_to_do(writer)
    (need,) = on_case(writer, NeedKind.NOTE_ACTION)
    assert (need.what, need.due) == ("Ask the bank for a letter", date(2026, 2, 5))
    assert need.where == "Contact note of 3 February 2026"
    assert on_today(writer.workspace, NeedKind.NOTE_ACTION) == [need]
    done = writer.workspace.casework.revise(made.document_id, Reason.CONTINUED)
    done.set_answer(f"note_content/note_actions[{ROW}]/na_done_on", "2026-02-03")
    writer.sign(done)
    assert on_case(writer, NeedKind.NOTE_ACTION) == []
    assert on_today(writer.workspace, NeedKind.NOTE_ACTION) == []


def test_what_a_colleague_is_to_do_stands_on_the_case_and_on_nobody_elses_day(
    writer: Writer, supervisor: Sitting
) -> None:
    left_to_do(writer, na_owner=supervisor.me.person_id)
    assert len(on_case(writer, NeedKind.NOTE_ACTION)) == 1
    assert on_today(writer.workspace, NeedKind.NOTE_ACTION) == []


def way(row_id: str, channel: str, value: str, safe: str, checked: str) -> dict[str, str]:
    known = {"channel": channel, "value": value, "safe_to_use": safe, "checked_on": checked}
    return {"_id": row_id, **{name: text for name, text in known.items() if text}}


def reached(writer: Writer, *ways: dict[str, str]) -> None:
    person = Subject(client_id=writer.subject.client_id)
    (record,) = writer.workspace.vault.documents.by_subject(person, form_id="client")
    writer.revised(record, {"client_contact": {"safe_contacts": list(ways)}})


def test_safe_contacts_are_checked_again_by_the_timescales(writer: Writer) -> None:
    reached(
        writer,
        way(G1, "sms", "07700 900461", "yes", "2026-01-10"),
        way(G2, "phone_call", "07700 900999", "no", "2025-06-01"),
    )
    (need,) = on_case(writer, NeedKind.CONTACTS)
    assert need.due == date(2026, 2, 7)
    assert need.what == "Check the safe contacts with the client"
    assert need.where == "Last checked on 10 January 2026"
    assert on_today(writer.workspace, NeedKind.CONTACTS) == [need]


def test_a_way_that_nobody_ever_checked_is_due_now_and_an_unsafe_one_never(
    writer: Writer,
) -> None:
    reached(writer, way(G2, "phone_call", "07700 900999", "no", ""))
    assert on_case(writer, NeedKind.CONTACTS) == []
    reached(writer, way(G1, "sms", "07700 900461", "yes", ""))
    (need,) = on_case(writer, NeedKind.CONTACTS)
    assert (need.due, need.where) == (date(2026, 2, 3), "At least one was never checked")


def test_without_a_row_of_the_table_nothing_is_made_up(writer: Writer) -> None:
    timescales = writer.workspace.sitting.configuration.time_limits()
    on = date(2026, 2, 3)
    assert recheck_due(["2026-01-10"], timescales, "XX", on) is None
    assert recheck_due([], timescales, "EW", on) is None
    assert recheck_due(["2026-01-10", "2026-01-01"], timescales, "EW", on) == date(2026, 1, 29)


def test_a_note_offers_safe_ways_only(writer: Writer) -> None:
    reached(
        writer,
        way(G1, "sms", "07700 900461", "yes", "2026-01-10"),
        way(G2, "phone_call", "07700 900999", "no", "2026-01-10"),
    )
    opened = writer.draft("contact_note", {"note_about": {"note_kind": "phone"}})
    offered = opened.session.question("note_about/note_channel").choices
    assert [each.label for each in offered] == ["Text message 07700 900461"]
