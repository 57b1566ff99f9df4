"""What changed, in labels and words, and exactly what a signature stands for."""

from collections.abc import Iterator

import pytest

from outreach_app.domain.documents import Reason
from outreach_app.services.case_finding import NewCase
from outreach_app.services.comparing import Wording, changes_of, differing, draft_changes
from outreach_app.services.reading import shown_answers, shown_draft, shown_plan
from outreach_app.services.workspace import Workspace
from tests.services.conftest import Template
from tests.services.filling import Desk, own_desk


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("comparing")) as found:
        yield found


@pytest.fixture(scope="module")
def made(desk: Desk) -> NewCase:
    return desk.opened_case()


@pytest.fixture(scope="module")
def workspace(desk: Desk) -> Workspace:
    return Workspace(desk.sitting)


def test_changes_are_told_in_labels_and_words(
    desk: Desk, made: NewCase, workspace: Workspace
) -> None:
    note = desk.note(made.subject)
    row = note.add_row("note_actions")
    note.set_answer(f"note_actions[{row}]/na_text", "Ring the surgery")
    desk.sign(note)
    document = note.document
    first = {each.label: (each.old, each.new) for each in changes_of(workspace, document)}
    assert first["Kind of contact"] == ("", "Visit")
    later = desk.casework.revise(document.document_id, Reason.CORRECTION)
    assert draft_changes(workspace, later) == ()
    later.set_answer("note_kind", "phone")
    later.set_answer("note_present", ["client", "interpreter"])
    later.remove_row(f"note_actions[{row}]")
    wanted = {
        "Kind of contact": ("Visit", "Phone"),
        "Who was present": ("", "Client, Interpreter"),
        "What": ("Ring the surgery", ""),
    }
    drafted = {each.label: (each.old, each.new) for each in draft_changes(workspace, later)}
    assert drafted == wanted
    desk.sign(later)
    signed = {each.label: (each.old, each.new) for each in changes_of(workspace, document)}
    assert signed == wanted


def test_a_draft_without_anything_signed_is_all_new(
    desk: Desk, made: NewCase, workspace: Workspace
) -> None:
    note = desk.note(made.subject)
    assert changes_of(workspace, note.document) == ()
    assert shown_answers(workspace, note.document) == []
    assert {each.old for each in draft_changes(workspace, note)} == {""}
    shown = {each.label: each.text for each in shown_draft(workspace, note)}
    assert shown["Kind of contact"] == "Visit"


def test_labels_name_the_group_that_gives_them_meaning(
    desk: Desk, made: NewCase, workspace: Workspace
) -> None:
    note = desk.note(made.subject)
    note.set_answer("note_client_voice_text", "I slept.")
    labels = [each.label for each in shown_draft(workspace, note)]
    assert any(each.startswith("What the client said – ") for each in labels)
    words = Wording(note.definition)
    assert words.label("gone/question") == "question"
    assert words.answer("gone/question", "code") == "code"
    assert words.answer("note_about/note_kind", "no_longer_there") == "no_longer_there"
    assert differing(note.definition, note.session.answers(), note.session.answers()) == ()


def test_what_is_shown_before_signing_is_every_answer_part_by_part(
    desk: Desk, made: NewCase, workspace: Workspace
) -> None:
    client = desk.casework.revise(made.client.document_id, Reason.CORRECTION)
    plan = desk.casework.plan(client)
    text = shown_plan(workspace, client.definition, plan)
    title, about, *rest = text.splitlines()
    assert title.startswith(f"{client.definition.title}, version ")
    assert about.endswith(", a correction")
    parts = {line for line in rest if not line.startswith("  ")}
    told = "[what the form read of the case]"
    assert parts == {
        "[the main part]",
        "[places and addresses]",
        "[specially protected details]",
        told,
    }
    assert "Gerta Shembulli" in text
    for each in shown_draft(workspace, client):
        assert f"{each.label}: {each.text}" in text
    desk.casework.discard(made.client.document_id)
    assert {each.label for each in shown_answers(workspace, made.client)} == {
        each.label for each in shown_draft(workspace, client)
    }
