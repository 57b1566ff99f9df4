"""Conflicts side by side: a decision by keys and clicks, kept over a lock, signed, seen in the vault."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Document, Reason, Revision
from outreach_app.services.first_records import contest_of
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.ui.review.marked import MarkedText
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Post, keep
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, press, sees, visible_texts, write
from tests.ui.carrying import begins, sign

SignerOf = Callable[[Sitting], Signer]
FACTS = "note_content/note_facts"


class Apart:
    """A note that a caseworker and the supervisor changed apart; the supervisor holds both."""

    def __init__(self, office: CaseBuilder, supervisor: CaseBuilder, clock: FrozenClock) -> None:
        self.supervisor = supervisor.sitting
        base = office.kept(office.note_plan("We met.", note_opinion="Calm."))
        self.document: Document = office.sitting.vault.documents.get(base.header.document_id)
        records = [
            revision
            for each in office.sitting.vault.documents.all()
            for revision in office.sitting.vault.revisions.history(each.document_id)
        ]
        keep(supervisor.sitting, *records)

        def edit(builder: CaseBuilder, facts: str, opinion: str) -> Revision:
            clock.forward(minutes=1)
            plan = builder.note_plan(
                facts, document=self.document, parents=(base.revision_id,), note_opinion=opinion
            )
            return builder.kept(plan)

        self.ours = edit(supervisor, "We met at noon by the door.", "Calm.")
        self.theirs = edit(office, "We met at nine.", "Afraid.")
        keep(supervisor.sitting, self.theirs)

    @property
    def place(self) -> Place:
        return Place(
            room=Room.MERGE,
            subject=self.document.subject,
            document_id=self.document.document_id,
        )

    def heads(self) -> tuple[Revision, ...]:
        return self.supervisor.vault.revisions.heads(self.document.document_id)


@pytest.fixture
def apart(case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, clock: FrozenClock) -> Apart:
    return Apart(case.opened(), case.as_seen_by(supervisor, signer_of(supervisor)), clock)


def test_both_versions_stand_side_by_side_and_one_is_kept(
    apart: Apart, window_of: Callable[[str], Window], passphrases: dict[str, str], qtbot: QtBot
) -> None:
    window = window_of("SH")
    window.go(apart.place)
    assert sees(window.page, "Until you decide, nothing counts here")
    assert sees(window.page, "Anna Berg (AB)")
    assert sees(window.page, "Both started from")
    said = {each.accessibleName() for each in window.page.findChildren(MarkedText)}
    assert said == {"We met.", "We met at noon by the door.", "We met at nine."}
    assert sees(window.page, "1 fit together by themselves.")
    finish = button(window.page, "Sign the merge…")
    assert not finish.isEnabled()
    click(button(window.page, "Keep AB's version: Facts"))
    assert finish.isEnabled()
    click(finish)
    dialog = window.page.findChild(SigningDialog)
    assert dialog is not None
    assert sees(dialog, "Facts: Keep AB's version")
    sign(window, passphrases["SH"], qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Merged and signed"), timeout=5_000)
    (head,) = apart.heads()
    assert set(head.header.parents) == {apart.ours.revision_id, apart.theirs.revision_id}
    assert head.answers()["note_content"] == {
        "note_facts": "We met at nine.",
        "note_opinion": "Afraid.",
    }


def test_the_inbox_names_both_authors_and_by_keys_alone_one_version_is_kept(
    apart: Apart, window_of: Callable[[str], Window], passphrases: dict[str, str], qtbot: QtBot
) -> None:
    window = window_of("SH")
    window.go(Place(room=Room.INBOX))
    assert sees(window.page, "Anna Berg (AB)")
    assert sees(window.page, "Versions of ")
    way = begins(window.page, "Decide: Contact note")
    way.setFocus()
    press(way, Qt.Key.Key_Return)
    assert window.page.place == apart.place
    first = window.focusWidget()
    assert first is not None
    assert first.accessibleName().startswith("Keep ")
    press(first, Qt.Key.Key_Space)
    finish = button(window.page, "Sign the merge…")
    assert finish.isEnabled()
    finish.setFocus()
    press(finish, Qt.Key.Key_Return)
    sign(window, passphrases["SH"], qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Merged and signed"), timeout=10_000)
    assert sees(window.page, "A supervisor who wrote none of it and did not merge it approves it")
    assert len(apart.heads()) == 1


def test_what_is_decided_is_there_again_after_a_lock(
    apart: Apart, window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("SH")
    window.go(apart.place)
    click(button(window.page, "Keep SH's version: Facts"))
    window.go(Place(room=Room.TODAY))
    window.go(apart.place)
    assert button(window.page, "Keep SH's version: Facts").isChecked()
    assert not button(window.page, "Keep AB's version: Facts").isChecked()
    assert button(window.page, "Sign the merge…").isEnabled()


def test_a_joint_text_is_written_by_keys_and_later_seen_as_the_mergers_own(
    apart: Apart, window_of: Callable[[str], Window], passphrases: dict[str, str], qtbot: QtBot
) -> None:
    window = window_of("SH")
    window.go(apart.place)
    joint = button(window.page, "Write a joint text…: Facts")
    joint.setFocus()
    press(joint, Qt.Key.Key_Space)
    text = field(window.page, "Joint text for Facts", QPlainTextEdit)
    assert text.hasFocus()
    assert text.toPlainText() == "We met at noon by the door.\nWe met at nine."
    text.selectAll()
    write(text, "We met twice.")
    click(button(window.page, "Sign the merge…"))
    sign(window, passphrases["SH"], qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Merged and signed"), timeout=5_000)
    (head,) = apart.heads()
    assert head.answers()["note_content"]["note_facts"] == "We met twice."
    click(button(window.page, "Read the merged version"))
    # Four eyes: whoever merged does not approve.
    assert sees(window.page, "you wrote part of it")
    assert not button(window.page, "Approve and sign…").isEnabled()
    assert window.page.place.room is Room.REVIEW


def test_nothing_to_decide_is_said_and_leads_on(
    apart: Apart, window_of: Callable[[str], Window]
) -> None:
    window = window_of("SH")
    record = apart.supervisor.vault.documents.by_case(
        apart.document.subject.case_id, form_id="case"
    )[0]
    window.go(Place(room=Room.MERGE, document_id=record.document_id, subject=record.subject))
    assert sees(window.page, "Nothing to merge")
    click(button(window.page, "To the inbox"))
    assert window.page.place.room is Room.INBOX


@pytest.fixture
def colleague(case: CaseBuilder, cover: Sitting, signer_of: SignerOf) -> CaseBuilder:
    """Somebody on another laptop, in the same case."""
    return case.as_seen_by(cover, signer_of(cover))


def test_a_draft_is_brought_onto_the_newer_version(
    case: CaseBuilder,
    colleague: CaseBuilder,
    window_of: Callable[[str], Window],
    post: Post,
    clock: FrozenClock,
) -> None:
    cover = colleague.sitting
    case.opened(shared=(cover.me.person_id,))
    base = case.kept(case.note_plan("We met.", note_opinion="Calm."))
    document = case.sitting.vault.documents.get(base.header.document_id)
    post.take(cover, post.send(case, "CC"))
    window = window_of("AB")
    opened = window.desk.workspace.casework.revise(document.document_id, Reason.CONTINUED)
    opened.set_answer(FACTS, "We met at nine.")
    clock.forward(minutes=5)
    colleague.kept(
        colleague.note_plan(
            "We met at noon.",
            document=document,
            parents=(base.revision_id,),
            note_opinion="Afraid.",
        )
    )
    post.take(case.sitting, post.send(colleague, "AB"))
    window.go(
        Place(
            room=Room.MERGE,
            subject=document.subject,
            document_id=document.document_id,
            topic="draft",
        )
    )
    assert sees(window.page, "Cora Celik (CC) signed a newer version after you began your draft.")
    assert not button(window.page, "Bring my draft up to date").isEnabled()
    click(button(window.page, "Keep my draft: Facts"))
    click(button(window.page, "Bring my draft up to date"))
    draft = case.sitting.vault.drafts.load(document.document_id)
    assert draft.answers["note_content"]["note_facts"] == "We met at nine."
    assert draft.answers["note_content"]["note_opinion"] == "Afraid."
    assert window.page.place.room is Room.FORM


@pytest.fixture
def clash(
    case: CaseBuilder, colleague: CaseBuilder, post: Post, supervisor: Sitting, clock: FrozenClock
) -> Sitting:
    """The supervisor's sitting with two first records of one case."""
    other = CaseBuilder(colleague.sitting, colleague.signer)
    other.case_id = case.case_id
    other.client, other.record = other.document("client", case=False), other.document("case")
    for builder in (other.opened(), case.opened()):
        post.take(supervisor, post.send(builder, "SH"))
        clock.forward(minutes=5)
    return supervisor


def test_a_supervisor_decides_whose_case_it_is(
    case: CaseBuilder,
    clash: Sitting,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    qtbot: QtBot,
) -> None:
    supervisor = clash
    window = window_of("SH")
    window.go(Place(room=Room.INBOX))
    click(begins(window.page, "Decide: Case record"))
    page = window.page
    assert page.place.room is Room.MERGE
    assert sees(page, "Stands now")
    assert sees(page, "People of the case: Anna Berg (AB)")
    assert sees(page, "People of the case: Cora Celik (CC)")
    clients = {text for text in visible_texts(page) if text.startswith("Client: ")}
    assert len(clients) == 2, "each claim says of whom it speaks"
    assert not button(page, "Sign the decision…").isEnabled()
    click(button(page, "This one stands: Claim 2"))
    click(button(page, "Sign the decision…"))
    sign(window, passphrases["SH"], qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Decided and signed"), timeout=5_000)
    contest = contest_of(supervisor.vault, case.case_id)
    assert contest is not None
    assert contest.settled
    assert [each.stands for each in contest.records] == [False, True]
