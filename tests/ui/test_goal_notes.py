"""A note about goals at the window: chosen by their words, the last one on the case, what is left to do."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import Writer
from tests.support.pages import button, click, field, press, sees

GOAL, ROW = "r_" + "a" * 26, "r_" + "b" * 26
AT = "note_content/note_goals"


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> Writer:
    made = Writer(workspace_of("AB"), signer_of(office))
    goal = {"_id": GOAL, "goal_statement": "Sleep through a night", "goal_status": "open"}
    made.signed("support_plan", {"plan_p3": {"goals": [goal]}})
    return made


def test_a_goal_is_ticked_by_its_words_and_shows_the_note_on_the_case(
    qtbot: QtBot, writer: Writer, window_of: Callable[[str], Window]
) -> None:
    facts = {"note_content": {"note_facts": "Slept for five nights."}}
    opened = writer.draft("contact_note", facts)
    document = opened.document
    window = window_of("AB")
    here = Place(room=Room.FORM, subject=writer.subject, document_id=document.document_id)
    window.go(replace(here, address=AT))
    qtbot.waitUntil(lambda: sees(window.page, "G1 Sleep through a night"), timeout=5_000)
    press(field(window.page, "G1 Sleep through a night", QCheckBox), Qt.Key.Key_Space)
    drafts = writer.workspace.vault.drafts
    qtbot.waitUntil(
        lambda: drafts.load(document.document_id).answers["note_content"].get("note_goals") == GOAL,
        timeout=5_000,
    )
    writer.sign(writer.workspace.casework.resume(document.document_id))
    window.go(Place(room=Room.CASE, subject=writer.subject))
    words = "Last note, 3 February 2026, AB: Slept for five nights."
    qtbot.waitUntil(lambda: sees(window.page, words), timeout=5_000)


def test_what_a_note_leaves_to_do_is_noted_where_it_stands(
    qtbot: QtBot, writer: Writer, window_of: Callable[[str], Window]
) -> None:
    row = {"_id": ROW, "na_text": "Ask the bank for a letter", "na_by": "2026-02-03"}
    note = writer.signed("contact_note", {"note_content": {"note_actions": [row]}})
    window = window_of("AB")
    window.go(Place(room=Room.TODAY))
    qtbot.waitUntil(lambda: sees(window.page, "Ask the bank for a letter"), timeout=5_000)
    window.go(Place(room=Room.CASE, subject=writer.subject))
    qtbot.waitUntil(lambda: sees(window.page, "Contact note of 3 February 2026"), timeout=5_000)
    click(button(window.page, "Note it"))
    assert window.page.place.room is Room.FORM
    assert writer.workspace.vault.drafts.has(note.document_id)
    qtbot.waitUntil(lambda: sees(window.page, "1. Ask the bank for a letter"), timeout=5_000)


def test_an_old_check_leads_to_the_safe_contacts(
    qtbot: QtBot, writer: Writer, window_of: Callable[[str], Window]
) -> None:
    way = {"_id": ROW, "channel": "sms", "value": "07700 900461", "safe_to_use": "yes"}
    contact = {"safe_contacts": [{**way, "checked_on": "2025-12-01"}]}
    person = writer.workspace.vault.lists.clients(writer.subject.client_id)[0]
    record = writer.workspace.vault.documents.get(person.document_id)
    writer.revised(record, {"client_contact": contact})
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=writer.subject))
    words = "Check the safe contacts with the client"
    qtbot.waitUntil(lambda: sees(window.page, words), timeout=5_000)
    click(button(window.page, "Check"))
    assert window.page.place.room is Room.FORM
    assert window.page.place.address == "client_contact/safe_contacts"
    assert writer.workspace.vault.drafts.has(record.document_id)
