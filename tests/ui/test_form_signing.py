"""Review and sign, read what is signed, change it with a reason; what the machine cannot save."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Reason
from outreach_app.errors import Refusal
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.forms.reading import ReasonDialog
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.writing import NOTE, Writer, assessment
from tests.support.form_pages import drawn, focused, go, on_disk, settle
from tests.support.pages import button, click, field, press, sees, write

Opened = Callable[[str], Window]


@pytest.fixture
def writer(
    workspace_of: Callable[[str], Workspace], signer_of: Callable[[Sitting], Signer]
) -> Writer:
    """A case in the caseworker's vault."""
    workspace = workspace_of("AB")
    return Writer(workspace, signer_of(workspace.sitting))


def test_a_form_is_filled_reviewed_and_signed_with_the_passphrase(
    window_of: Opened, writer: Writer, passphrases: dict[str, str], qtbot: QtBot
) -> None:
    window = window_of("AB")
    opened = writer.draft("contact_note", NOTE)
    document_id = opened.document.document_id
    window.desk.go(Place(room=Room.FORM, subject=writer.subject, document_id=document_id))
    form = drawn(window, qtbot)
    missing = [each.address for each in form.work.opened.obstacles()]
    form.review()
    settle()
    assert button(window, "Sign…").isEnabled() is not bool(missing)
    if missing:
        assert sees(window, "before signing")
        goes = [
            each
            for each in window.findChildren(type(button(window, "Sign…")))
            if each.accessibleName().startswith("Go to: ")
        ]
        assert len(goes) == len(missing)
    for address in missing:
        go(form, address)
        press(focused(window), Qt.Key.Key_Space)
        if address not in on_disk(form):
            QTest.keyClicks(focused(window), "Said so")
            form.canvas.commit()
    assert not form.work.opened.obstacles(), form.work.opened.obstacles()

    form.review()
    click(button(window, "Sign…"))
    dialog = window.findChild(SigningDialog)
    assert isinstance(dialog, SigningDialog)
    assert sees(dialog, "Sign: Contact note")
    write(field(dialog, "Passphrase", QLineEdit), passphrases["AB"])
    click(button(dialog, "Sign"))
    vault = window.desk.workspace.vault
    qtbot.waitUntil(lambda: not vault.drafts.has(document_id), timeout=10_000)
    (head,) = vault.revisions.heads(document_id)
    assert head.header.author_id == window.desk.sitting.me.person_id
    qtbot.waitUntil(lambda: sees(window, "Revise…"), timeout=3_000)
    assert sees(window, "Signed, not sent yet")
    # One step back lies the page before the form, not the same form again.
    window.back()
    assert window.page.place.room is Room.TODAY


def test_the_keys_to_review_answer_nothing_on_the_way(
    window_of: Opened, writer: Writer, qtbot: QtBot
) -> None:
    window = window_of("AB")
    opened = writer.draft("contact_note", {})
    document_id = opened.document.document_id
    window.desk.go(Place(room=Room.FORM, subject=writer.subject, document_id=document_id))
    form = drawn(window, qtbot)
    form.show_key(form.sections[-1].key)
    settle()
    before = on_disk(form)
    QTest.keyClick(focused(window), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sees(window, "before signing"), timeout=2_000)
    assert on_disk(form) == before


def test_after_the_last_section_comes_the_review(
    window_of: Opened, writer: Writer, qtbot: QtBot
) -> None:
    window = window_of("AB")
    document_id = writer.draft("contact_note", {}).document.document_id
    window.desk.go(Place(room=Room.FORM, subject=writer.subject, document_id=document_id))
    form = drawn(window, qtbot)
    for _section in form.sections:
        if sees(window, "Next section"):
            click(button(window, "Next section"))
            settle()
    click(button(window, "To the review"))
    assert sees(window, "before signing")


def test_what_is_signed_is_read_only_and_changed_for_a_reason(
    window_of: Opened, writer: Writer, qtbot: QtBot
) -> None:
    document = writer.signed("contact_note", NOTE)
    window = window_of("AB")
    place = Place(room=Room.FORM, subject=writer.subject, document_id=document.document_id)
    window.desk.go(place)
    page = window.page
    assert isinstance(page, FormPage)
    assert page.form is None
    settle()
    press(button(window, "Revise…"), Qt.Key.Key_Space)
    dialog = window.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    review = next(each for each in dialog.findChildren(QRadioButton) if "review" in each.text())
    click(review)
    click(button(dialog, "Begin the draft"))
    form = drawn(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2_000)
    draft = window.desk.workspace.vault.drafts.load(document.document_id)
    assert draft.reason == Reason.REVIEW.value
    assert len(draft.base) == 1

    go(form, "note_content/note_facts")
    QTest.keyClick(focused(window), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(window), "She rang back herself.")
    form.canvas.commit()
    settle()
    assert sees(form.canvas, "Was: ")
    form.review()
    assert sees(window, "What changed since the last version")
    assert sees(window, "→ She rang back herself.")


def test_somebody_elses_case_does_not_open(window_of: Opened, writer: Writer, qtbot: QtBot) -> None:
    del qtbot
    window = window_of("AB")
    casework = window.desk.workspace.casework
    with pytest.raises(Refusal):
        casework.begin("no_such_form", writer.subject)
    window.desk.go(Place(room=Room.FORM, subject=writer.subject, topic="no_such_form"))
    settle()
    assert window.page.notice.isVisible()


def test_what_a_full_disk_cannot_save_is_said_and_saved_with_the_next_answer(
    window_of: Opened, writer: Writer, qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.FORM, subject=writer.subject, topic="safety_plan"))
    form = drawn(window, qtbot)
    database = window.desk.workspace.vault.database
    pages = int(database.value("PRAGMA page_count"))
    go(form, "sp_section/sp_safe_places")
    database.execute(f"PRAGMA max_page_count = {pages}")
    QTest.keyClicks(focused(window), "The library")
    for _ in range(400):  # each commit takes room until there is none left
        form.work.give("sp_section/sp_routes", "x" * 4_000 + str(_))
        if not form.work.is_saved:
            break
    form.canvas.commit()
    assert form.head.saved_words() == "! Not saved"
    assert window.page.notice.isVisible()
    database.execute("PRAGMA max_page_count = 1073741823")
    form.work.give("sp_section/sp_papers_bag", "By the door")
    assert form.work.is_saved
    assert form.head.saved_words().startswith("● Saved")
    disk = on_disk(form)
    assert disk["sp_section/sp_safe_places"] == "The library"
    assert disk["sp_section/sp_papers_bag"] == "By the door"
    QApplication.processEvents()


def test_a_domain_is_taken_over_unchanged_and_the_last_rows_come_back(
    window_of: Opened, writer: Writer, qtbot: QtBot
) -> None:
    last = assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    items = {"d1_threats": {"d1_threats_now": "present", "d1_threats_note": "By text"}}
    writer.signed("risk_assessment", {**last, "section_d": {"d1": items}})
    window = window_of("AB")
    window.desk.go(Place(room=Room.FORM, subject=writer.subject, topic="risk_assessment"))
    form = drawn(window, qtbot)
    form.work.give("section_a/assessment_kind", "review")
    form.show_key("section_d/d1")
    form.canvas.finish()
    settle()
    assert sees(form.canvas, "Was: Present (20 Jan)")
    click(button(form.canvas, "Unchanged since 20 Jan"))
    disk = on_disk(form)
    assert disk["section_d/d1/d1_threats/d1_threats_now"] == "present"
    assert "section_d/d1/d1_threats/d1_threats_note" not in disk
    assert disk["section_d/d1/d1_confirmed"] == "unchanged"

    form.show_key("section_f")
    form.canvas.finish()
    settle()
    row_ids = form.work.earlier.rows("section_f/risks")
    offers = [each for each in form.canvas.findChildren(QPushButton) if each.isVisible()]
    click(next(each for each in offers if each.text().startswith("Take over")))
    assert tuple(form.work.session.rows("section_f/risks")) == row_ids
    assert row_ids
    settle()
    assert not sees(form.canvas, "Take over")
