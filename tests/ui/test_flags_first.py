"""B4 in the window: an open flag stands before everything else, on a copy that is looked at and in what came."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.printing.preview import open_preview
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import FLAG, NOTE, WORDS, Json, Writer
from tests.support.pages import button, click, field, sees, visible_texts
from tests.ui.carrying import dropped, send

PLACE: Json = {
    "flag_open": {
        "flag_code": "location_compromised",
        "flag_set_at": "2026-02-03T09:00:00.000+00:00",
    }
}


def test_b4_the_first_page_that_is_looked_at_says_the_flag_before_the_document(
    qtbot: QtBot,
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
    window_of: Callable[[str], Window],
) -> None:
    writer = Writer(workspace_of("AB"), signer_of(office))
    note = writer.signed("contact_note", NOTE)
    writer.signed("safety_flag", PLACE)
    window = window_of("AB")
    dialog = open_preview(window.desk, window.page, note)
    qtbot.waitUntil(lambda: dialog.count > 0, timeout=10_000)
    click(button(dialog, "As text"))
    page = " ".join(field(dialog, "The page as text", QPlainTextEdit).toPlainText().split())
    assert "Location compromised" in page
    assert page.index("Location compromised") < page.index(WORDS[:20])


def test_b4_what_came_is_led_by_its_flag_and_the_flag_stays_in_sight_while_it_is_read(
    qtbot: QtBot,
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
    window_of: Callable[[str], Window],
    tmp_path: Path,
) -> None:
    signer = signer_of(office)
    writer = Writer(workspace_of("AB"), signer)
    writer.signed("contact_note", NOTE)
    writer.signed("safety_flag", FLAG)
    path = send(office, signer, writer.subject.case_id, "SH", folder=tmp_path)
    window = window_of("SH")
    dropped(window, qtbot, path)
    (accept,) = [
        each
        for each in window.page.findChildren(QAbstractButton)
        if each.text() == "Accept" and each.isVisibleTo(window.page)
    ]
    click(accept)
    qtbot.waitUntil(lambda: sees(window.page, "Taken over"), timeout=20_000)
    rows = [each for each in visible_texts(window.page) if " · HH-26-" in each]
    assert rows[0].startswith("Safety flag · HH-26-"), rows
    subject = writer.subject
    (note,) = window.desk.workspace.vault.documents.by_case(subject.case_id, form_id="contact_note")
    window.go(Place(room=Room.FORM, subject=subject, document_id=note.document_id))
    assert sees(window, "⚑ A flag is open")
