"""A client's request about the record at the window: it waits on Today and on the case, and is answered there."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import Writer
from tests.support.pages import button, click, sees

REQUEST = {"rights_asked": {"rr_received_on": "2026-01-31", "rr_kind": "correction"}}


def test_a_request_waits_and_answering_begins_a_new_version(
    qtbot: QtBot,
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
    window_of: Callable[[str], Window],
) -> None:
    writer = Writer(workspace_of("AB"), signer_of(office))
    request = writer.signed("rights_request", REQUEST)
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=writer.subject))
    words = "The client asked: Something in it is wrong"
    qtbot.waitUntil(lambda: sees(window.page, words), timeout=5_000)
    assert sees(window.page, "Asked on 31 January 2026")
    click(button(window.page, "Answer"))
    assert window.page.place.room is Room.FORM
    assert window.page.place.address == "rights_answered/rr_answer"
    assert writer.workspace.vault.drafts.has(request.document_id)
