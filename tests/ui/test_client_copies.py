"""Copies for the client from the case and from the signed plan: two clicks, what is left out, where it is noted."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Document
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.pieces.menus import MenuButton
from outreach_app.ui.printing.preview import PreviewDialog
from outreach_app.ui.printing.sheet_view import SheetView
from outreach_app.ui.shell.places import NOTE, Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.test_client_copy import PLAN
from tests.services.writing import Writer
from tests.support.pages import button, click, sees


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> Writer:
    return Writer(workspace_of("AB"), signer_of(office))


@pytest.fixture
def plan(writer: Writer) -> Document:
    return writer.signed("support_plan", PLAN)


def choose(qtbot: QtBot, window: Window, words: str) -> PreviewDialog:
    """Choose an entry of the menu for the client and wait for the pages."""
    menu = button(window.page, "For the client")
    assert isinstance(menu, MenuButton)
    actions = menu.menu().actions()
    next(each for each in actions if words in each.text()).trigger()
    (dialog,) = window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.count > 0, timeout=10_000)
    return dialog


def page_words(dialog: PreviewDialog) -> str:
    (sheet,) = dialog.findChildren(SheetView)
    return " ".join(sheet.accessibleDescription().split())


def test_a_case_without_a_signed_plan_offers_no_copy(
    writer: Writer, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=writer.subject))
    assert not sees(window.page, "For the client")


def test_the_neutral_copy_says_first_what_is_left_out(
    qtbot: QtBot, writer: Writer, plan: Document, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=writer.subject))
    dialog = choose(qtbot, window, "neutral, safe if found")
    assert sees(dialog, "Before you print")
    assert sees(dialog, "it is not safe for the client to have a copy")
    assert sees(dialog, "is left out: it holds “Gerta”, “Portwick”.")
    assert "To sleep at night." in page_words(dialog)
    assert "Gerta" not in page_words(dialog)
    dialog.accept()


def test_from_the_signed_plan_it_is_noted_in_a_new_version(
    qtbot: QtBot, writer: Writer, plan: Document, window_of: Callable[[str], Window]
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.FORM, subject=writer.subject, document_id=plan.document_id))
    dialog = choose(qtbot, window, "own copy")
    assert "Gerta" in page_words(dialog)
    click(button(dialog, "Note it in the plan…"))
    assert window.page.place.address == "plan_p5/plan_copy_for_client"
    assert window.page.place.topic in {"", NOTE}
    drafts = writer.workspace.vault.drafts
    assert drafts.has(plan.document_id)
