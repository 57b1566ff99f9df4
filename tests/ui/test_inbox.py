"""Bundles dropped on the inbox: taken in, refused with the reason, accepted; what waits and for whom."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Comment, Reason, ReviewVerb
from outreach_app.domain.ids import Prefix
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.navigation import Navigation
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Post, keep_reviews
from tests.services.writing import FLAG, NOTE, Writer, assessment
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, press, sees, visible_texts
from tests.ui.carrying import begins, dropped, send, settled, sign, take

SignerOf = Callable[[Sitting], Signer]
COMMENT = "How do you know?"


@pytest.fixture
def writer(workspace_of: Callable[[str], Workspace], signer_of: SignerOf) -> Writer:
    """A case of the caseworker's with an assessment, a flag and a note."""
    workspace = workspace_of("AB")
    writer = Writer(workspace, signer_of(workspace.sitting))
    writer.signed(
        "risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    )
    writer.signed("safety_flag", FLAG)
    writer.signed("contact_note", NOTE)
    return writer


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The stick that travels."""
    folder = tmp_path / "carried"
    folder.mkdir()
    return folder


@pytest.fixture
def sent(writer: Writer, stick: Path) -> Path:
    """The case as a bundle for the supervisor."""
    return send(
        writer.workspace.sitting,
        writer.signer,
        writer.subject.case_id,
        "SH",
        folder=stick,
        purpose="The week",
    )


def carried(builder: CaseBuilder, to: str, stick: Path) -> Path:
    """Write a builder's case as a bundle."""
    return send(builder.sitting, builder.signer, builder.case_id, to, folder=stick)


def test_a_dropped_bundle_waits_and_touches_no_case_before_it_is_accepted(
    sent: Path, window_of: Callable[[str], Window], supervisor: Sitting, qtbot: QtBot
) -> None:
    window = window_of("SH")
    page = dropped(window, qtbot, sent)
    assert sees(page, "1 bundle to accept")
    assert sees(page, "Anna Berg (AB)")
    assert sees(page, "✓ Signed and complete")
    assert sees(page, "“The week”")
    assert sees(page, "on laptop A")
    assert supervisor.vault.lists.documents() == ()
    bar = window.findChild(Navigation)
    assert bar is not None
    assert sees(bar, "1")
    click(begins(page, "Accept: Anna Berg"))
    page = settled(window, qtbot)
    assert sees(page, "Nothing was overwritten: every earlier version is kept.")
    assert len(supervisor.vault.lists.documents()) == 5
    assert not supervisor.vault.bundles.inbox()


def test_what_waits_stands_in_the_order_of_urgency_with_level_and_one_button(
    sent: Path, writer: Writer, window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("SH")
    page = dropped(window, qtbot, sent)
    click(begins(page, "Accept: "))
    page = settled(window, qtbot)
    texts = [each for each in visible_texts(page) if " · " in each and writer.reference in each]
    titles = [each.partition(" · ")[0] for each in texts]
    assert titles[:2] == ["Safety flag", "Risk assessment"]
    assert set(titles[2:]) == {"Client record", "Case record", "Contact note"}
    assert sees(page, "Open flag")
    assert sees(page, "◆ Very high")
    click(button(page, f"Review: Risk assessment · {writer.reference}.1, Risk level: Very high"))
    assert window.page.place.room is Room.REVIEW


def test_broken_foreign_and_repeated_files_say_why_and_change_nothing(
    sent: Path,
    case: CaseBuilder,
    stick: Path,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    qtbot: QtBot,
) -> None:
    cut = stick / "cut.age"
    cut.write_bytes(sent.read_bytes()[:-2000])
    other = carried(case.opened(), "CC", stick).rename(stick / "other.age")
    no_bundle = stick / "letter.age"
    no_bundle.write_text("Dear all")
    window = window_of("SH")
    page = dropped(window, qtbot, sent, cut, other, no_bundle)
    assert sees(page, "1 bundle to accept")
    assert sees(page, "cut.age: This bundle is damaged")
    assert sees(page, "its contents were damaged or cut short. Nothing was read from it.")
    assert sees(page, "other.age: This bundle is not for you")
    assert sees(page, "letter.age: This bundle is damaged")
    assert len(supervisor.vault.bundles.received()) == 1
    page = dropped(window, qtbot, sent)
    assert sees(page, f"{sent.name}: already here")
    assert sees(page, "Nothing was changed or doubled.")
    assert len(supervisor.vault.bundles.received()) == 1


def test_a_folder_is_taken_whole_and_a_gap_is_told(
    case: CaseBuilder,
    stick: Path,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    case.opened()
    files = []
    for number in range(3):
        clock.forward(minutes=1)
        case.kept(case.note_plan(f"Visit {number}."))
        files.append(carried(case, "SH", stick))
    first, second, third = files
    second.unlink()
    window = window_of("SH")
    page = dropped(window, qtbot, stick)
    assert sees(page, "2 bundles to accept")
    assert sees(page, "Bundle 2 from this laptop is missing. Ask for it to be sent again.")
    click(button(page, "Accept all"))
    page = settled(window, qtbot)
    assert sees(page, "Taken over")
    assert not supervisor.vault.bundles.inbox()
    assert first.exists()
    assert third.exists()


def test_a_bundle_that_was_set_aside_comes_back_when_it_is_added_again(
    sent: Path, window_of: Callable[[str], Window], supervisor: Sitting, qtbot: QtBot
) -> None:
    window = window_of("SH")
    page = dropped(window, qtbot, sent)
    click(begins(page, "Set aside: "))
    assert sees(page, "To have it back, add the same file again.")
    assert supervisor.vault.bundles.inbox() == ()
    assert supervisor.vault.lists.documents() == ()
    page = dropped(window, qtbot, sent)
    click(begins(page, "Accept: "))
    page = settled(window, qtbot)
    assert sees(page, "Taken over")
    assert supervisor.vault.lists.documents()
    page = dropped(window, qtbot, sent)
    assert sees(page, "already here")


def test_enter_accepts_what_has_just_come(
    sent: Path, window_of: Callable[[str], Window], supervisor: Sitting, qtbot: QtBot
) -> None:
    window = window_of("SH")
    page = dropped(window, qtbot, sent)
    qtbot.waitUntil(lambda: window.focusWidget() is begins(page, "Accept: "))
    press(begins(page, "Accept: "), Qt.Key.Key_Return)
    page = settled(window, qtbot)
    assert sees(page, "Taken over")
    assert supervisor.vault.bundles.inbox() == ()


def test_a_caseworker_reads_what_was_said_and_opens_the_document(
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: SignerOf,
    window_of: Callable[[str], Window],
    clock: FrozenClock,
) -> None:
    case.opened()
    note = case.kept(case.note_plan("We met."))
    approved = case.kept(case.note_plan("We met again."))
    clock.forward(hours=1)
    reviewer = case.as_seen_by(supervisor, signer_of(supervisor))
    comment = Comment(
        comment_id=supervisor.new_id(Prefix.COMMENT),
        row_id="",
        question="note_facts",
        text=COMMENT,
    )
    keep_reviews(
        case.sitting,
        reviewer.review(note, ReviewVerb.RETURN, text="Which facts?", comments=(comment,)),
        reviewer.review(approved, ReviewVerb.APPROVE),
    )
    window = window_of("AB")
    window.go(Place(room=Room.INBOX))
    page = window.page
    assert sees(page, "Said about your documents")
    assert sees(page, "Which facts?")
    assert sees(page, f"Facts: {COMMENT}")
    assert sees(page, "Approved by Sara Hill (SH)")
    clock.forward(minutes=1)
    click(button(page, "I have read these"))
    assert not sees(page, "Approved by Sara Hill (SH)")
    assert sees(page, "Which facts?")
    assert not sees(page, "Not heard from")
    click(begins(page, "Open: "))
    assert window.page.place.room is Room.FORM
    assert window.page.place.document_id == note.header.document_id


def test_an_overtaken_draft_is_told_and_leads_to_bringing_it_up_to_date(
    case: CaseBuilder,
    cover: Sitting,
    signer_of: SignerOf,
    window_of: Callable[[str], Window],
    stick: Path,
    qtbot: QtBot,
) -> None:
    case.opened(shared=(cover.me.person_id,))
    base = case.kept(case.note_plan("We met."))
    document = case.sitting.vault.documents.get(base.header.document_id)
    take(cover, carried(case, "CC", stick))
    window = window_of("AB")
    opened = window.desk.workspace.casework.revise(document.document_id, Reason.CONTINUED)
    opened.set_answer("note_content/note_facts", "We met at nine.")
    colleague = case.as_seen_by(cover, signer_of(cover))
    colleague.kept(
        colleague.note_plan("We met at noon.", document=document, parents=(base.revision_id,))
    )
    page = dropped(window, qtbot, carried(colleague, "AB", stick))
    click(begins(page, "Accept: "))
    page = settled(window, qtbot)
    assert sees(page, "Your draft is kept.")
    click(button(page, "Bring draft up to date… 1"))
    assert window.page.place.room is Room.MERGE
    assert sees(window.page, "Cora Celik (CC) signed a newer version after you began your draft.")


def test_who_is_silent_and_what_was_not_sent_back_is_told_to_a_supervisor(
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: SignerOf,
    window_of: Callable[[str], Window],
    post: Post,
    clock: FrozenClock,
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    clock.forward(days=1)
    reviewer = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(supervisor, reviewer.review(note, ReviewVerb.APPROVE))
    window = window_of("SH")
    window.go(Place(room=Room.INBOX))
    assert sees(window.page, "Cora Celik (CC)")
    assert sees(window.page, "laptop B · no bundle yet")
    assert sees(window.page, "Anna Berg (AB): 1 review")
    assert button(window.page, "Send back…").isEnabled()


def test_a_bundle_is_confirmed_as_reviewed_and_its_sender_sees_it(
    *,
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: SignerOf,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    post: Post,
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    case.opened()
    flag = {"flag_code": "homeless_tonight", "flag_set_at": "2026-02-03T08:00:00.000+00:00"}
    kept = case.kept(case.plan(case.document("safety_flag"), {"main": {"flag_open": flag}}))
    post.take(supervisor, post.send(case, "SH"))
    window = window_of("SH")
    window.go(Place(room=Room.INBOX))
    # The flag waits for a word: the bundle cannot be confirmed yet.
    assert not sees(window.page, "To confirm")
    clock.forward(days=1)
    reviewer = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(supervisor, reviewer.review(kept, ReviewVerb.APPROVE))
    window.go(Place(room=Room.TODAY))
    window.go(Place(room=Room.INBOX))
    assert sees(window.page, "Anna Berg (AB), made 3 Feb 2026")
    way = button(window.page, "Confirm as reviewed…")
    way.setFocus()
    press(way, Qt.Key.Key_Return)
    dialog = window.page.findChild(SigningDialog)
    assert dialog is not None
    assert sees(dialog, "You confirm that you have looked at what these bundles brought.")
    sign(window, passphrases["SH"], qtbot)
    qtbot.waitUntil(lambda: not sees(window.page, "Confirm as reviewed…"), timeout=5_000)
    assert sees(window.page, "2 confirmations for their bundles")
    post.take(case.sitting, post.send(reviewer, "AB"))
    other = window_of("AB")
    other.go(Place(room=Room.OUTBOX))
    assert sees(other.page, "✓ Reviewed 4 February 2026")


def test_a_bundle_that_never_came_is_named_with_what_to_do(
    case: CaseBuilder, supervisor: Sitting, window_of: Callable[[str], Window], post: Post
) -> None:
    case.opened()
    post.send(case, "SH")
    case.kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    window = window_of("SH")
    window.go(Place(room=Room.INBOX))
    assert sees(window.page, "Bundles that never came")
    assert sees(window.page, "laptop A: number 1")
    assert sees(window.page, "Ask for these to be exported again")
