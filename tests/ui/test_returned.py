"""A returned document, from Today to the supervisor again: what was asked, where, and what next."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Comment, Document, Reason, ReviewVerb
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.asked import AskNote
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, keep, keep_reviews
from tests.services.writing import NOTE, Writer, assessment
from tests.support.determinism import FrozenClock
from tests.support.form_pages import drawn, focused, go, on_disk, settle
from tests.support.pages import button, click, field, press, sees, visible_texts, write
from tests.ui.carrying import begins

RISK = "r_aaaaaaaaaaaaaaaaaaaaaaaabb"
Opened = Callable[[str], Window]


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace], signer_of: Callable[[Sitting], Signer]
) -> Writer:
    """A case in the caseworker's vault."""
    workspace = workspace_of("AB")
    return Writer(workspace, signer_of(workspace.sitting))


@pytest.fixture
def helen(
    case: CaseBuilder, supervisor: Sitting, signer_of: Callable[[Sitting], Signer]
) -> CaseBuilder:
    """Signs as the supervisor."""
    return case.as_seen_by(supervisor, signer_of(supervisor))


@pytest.fixture
def returned(writer: Writer, helen: CaseBuilder, clock: FrozenClock) -> Document:
    """An assessment that came back: a word about all of it, one at a question, one in a row."""
    document = writer.signed(
        "risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    )
    clock.forward(minutes=5)
    (head,) = writer.workspace.vault.revisions.heads(document.document_id)
    word = helen.review(
        head,
        ReviewVerb.RETURN,
        text="Two things before I can approve.",
        comments=(
            Comment(comment_id="k_1", row_id="", question="overall_level", text="Which facts?"),
            Comment(comment_id="k_2", row_id=RISK, question="risk_title", text="By whom?"),
        ),
    )
    keep_reviews(writer.workspace.sitting, word)
    return document


def notes(window: Window) -> list[AskNote]:
    """Return the comments that stand at a question now."""
    QApplication.processEvents()
    return [each for each in window.page.findChildren(AskNote) if each.isVisible()]


def test_from_today_the_comments_are_read_and_the_one_way_on_is_plain(
    window_of: Opened, returned: Document
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.TODAY))
    click(begins(window.page, "Open: Risk assessment: returned"))
    page = window.page
    assert sees(page, "Returned by Sara Hill (SH)")
    assert sees(page, "Two things before I can approve.")
    assert sees(page, "Overall level in your judgement: Which facts?")
    assert sees(page, "“Revise…” is for something new in the case.")
    primary = [
        each
        for each in page.findChildren(type(button(page, "Revise…")))
        if each.property("kind") == "primary" and each.isVisible()
    ]
    assert [each.text() for each in primary] == ["Correct this version"]
    assert primary[0].hasFocus()
    assert {each.accessibleName().partition(": ")[2] for each in notes(window)} == {
        "Which facts?",
        "By whom?",
    }
    click(button(page, "Go to: Overall level in your judgement"))
    (level,) = [each for each in notes(window) if "Which facts?" in each.accessibleName()]
    assert level.hasFocus()
    assert not level.visibleRegion().isEmpty()


def test_the_correction_shows_each_comment_at_its_question_and_a_list_leads_there_by_keys(
    window_of: Opened, returned: Document, qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.FORM, subject=returned.subject, document_id=returned.document_id))
    press(focused(window), Qt.Key.Key_Return)
    form = drawn(window, qtbot)
    assert form.work.opened.draft.reason == Reason.CORRECTION
    assert sees(window.page, "Returned by Sara Hill (SH)")
    assert sees(window.page, "2 comment")
    shown = button(window.page, "What Sara asks (3)")
    shown.setFocus()
    press(shown, Qt.Key.Key_Return)
    settle()
    assert focused(window).accessibleName() == "Go to: Overall level in your judgement"
    press(focused(window), Qt.Key.Key_Return)
    settle()
    assert form.section.key == "section_k"
    assert form.canvas.address_of(focused(window)) == "section_k/overall_level"
    (note,) = notes(window)
    assert note.accessibleName().startswith("▲") is False
    assert "Sara Hill (SH)" in note.accessibleName()
    assert "Which facts?" in note.accessibleName()

    form.go_to("section_f/risks")
    settle()
    assert sees(window.page, "▲ A reviewer asks something here")
    form.go_to(f"section_f/risks[{RISK}]/risk_title")
    settle()
    assert any("By whom?" in each.accessibleName() for each in notes(window))


def test_what_was_signed_is_shared_in_one_step(
    window_of: Opened, writer: Writer, passphrases: dict[str, str], qtbot: QtBot
) -> None:
    window = window_of("AB")
    document_id = writer.draft("contact_note", NOTE).document.document_id
    window.go(Place(room=Room.CASE, subject=writer.subject))
    window.go(Place(room=Room.FORM, subject=writer.subject, document_id=document_id))
    form = drawn(window, qtbot)
    for address in [each.address for each in form.work.opened.obstacles()]:
        go(form, address)
        press(focused(window), Qt.Key.Key_Space)
    assert on_disk(form)
    form.review()
    settle()
    assert sees(window.page, "It stands under your name, as below.")
    assert sees(window.page, "She locked the door herself.")
    click(button(window, "Sign…"))
    dialog = window.findChild(SigningDialog)
    assert isinstance(dialog, SigningDialog)
    write(field(dialog, "Passphrase", QLineEdit), passphrases["AB"])
    click(button(dialog, "Sign"))
    qtbot.waitUntil(lambda: sees(window.page, "Signed. It is only on this laptop"), timeout=10_000)
    share = button(window.page, "Share…")
    assert share.property("kind") == "primary"
    assert window.focusWidget() is share
    assert button(window.page, "Revise…").property("kind") != "primary"
    press(share, Qt.Key.Key_Return)
    assert window.page.place == Place(room=Room.SHARE, subject=writer.subject)
    # One step back it is still only here; from there the case.
    window.back()
    click(button(window.page, "Back to the case"))
    assert window.page.place == Place(room=Room.CASE, subject=writer.subject)


def test_a_draft_beside_a_newer_version_is_merged_or_signed_apart_on_purpose(
    window_of: Opened,
    writer: Writer,
    helen: CaseBuilder,
    passphrases: dict[str, str],
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    vault = writer.workspace.vault
    document = writer.signed("contact_note", NOTE)
    (base,) = vault.revisions.heads(document.document_id)
    opened = writer.workspace.casework.revise(document.document_id, Reason.CONTINUED)
    opened.set_answer("note_content/note_facts", "She went out alone.")
    for obstacle in opened.obstacles():
        choices = opened.session.question(obstacle.address).choices
        opened.set_answer(obstacle.address, choices[0].code if choices else "Said so")
    clock.forward(minutes=3)
    plan = helen.note_plan("Helen's words.", document=document, parents=(base.revision_id,))
    keep(writer.workspace.sitting, helen.sign(plan, at=helen.sitting.instant()))
    place = Place(room=Room.FORM, subject=document.subject, document_id=document.document_id)
    window.go(place)
    form = drawn(window, qtbot)
    assert sees(window.page, "A newer version came: Sara Hill (SH) signed it on")
    click(button(window.page, "Bring my draft up to date…"))
    assert (window.page.place.room, window.page.place.topic) == (Room.MERGE, "draft")
    assert sees(window.page, "Sara Hill (SH)")
    window.go(place)
    form = drawn(window, qtbot)
    form.review()
    settle()
    assert not button(window.page, "Sign…").isEnabled()
    told = [each for each in visible_texts(window.page) if "A newer version came" in each]
    assert len(told) == 1, "what stands above the form is not said again"
    spoken = "Sign my draft beside it, as a second version, on purpose"
    choice = field(window.page, spoken, QCheckBox)
    for is_on in (True, False, True):
        press(choice, Qt.Key.Key_Space)
        assert button(window.page, "Sign…").isEnabled() is is_on
    click(button(window.page, "Sign…"))
    dialog = window.findChild(SigningDialog)
    assert isinstance(dialog, SigningDialog)
    write(field(dialog, "Passphrase", QLineEdit), passphrases["AB"])
    click(button(dialog, "Sign"))
    qtbot.waitUntil(lambda: not vault.drafts.has(document.document_id), timeout=10_000)
    assert len(vault.revisions.head_ids(document.document_id)) == 2
    qtbot.waitUntil(lambda: sees(window.page, "Two versions wait to be merged"), timeout=5_000)
    assert isinstance(window.page, FormPage)
    click(button(window.page, "Compare…"))
    assert (window.page.place.room, window.page.place.topic) == (Room.MERGE, "")
