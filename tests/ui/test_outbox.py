"""The outbox in the window: what never left, what came back, what to ask about, exporting again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from outreach_app.crypto.errors import NotForYou
from outreach_app.domain.documents import ReviewVerb, Revision
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Post, keep_reviews
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, press, sees
from tests.ui.test_share import (
    WORDS,
    Carry,
    carry,  # noqa: F401  a fixture
    stick,  # noqa: F401  a fixture
    take_in,
    tick,
)

SignerOf = Callable[[Sitting], Signer]
Returned = tuple[Revision, CaseBuilder]


def outbox(window: Window) -> QWidget:
    click(button(window, named(window)))
    return window.page


def named(window: Window) -> str:
    """Return what the bar calls the outbox, its count included."""
    return next(
        each.accessibleName()
        for each in window.findChildren(QWidget)
        if each.accessibleName().startswith("Outbox")
    )


def test_what_was_never_sent_is_shared_from_here(
    case: CaseBuilder,
    window_of: Callable[[str], Window],
    carry: Carry,  # noqa: F811
) -> None:
    case.opened()
    window = window_of("AB")
    assert named(window) == "Outbox, 1 waiting"
    page = outbox(window)
    assert sees(page, "2 signed documents, the oldest since 3 February 2026")
    assert sees(page, "No other bundle was written here.")
    click(button(page, "Share with supervisor…"))
    assert window.page.place == Place(room=Room.SHARE, topic="all")
    assert sees(window.page, "2 records of 1 client to Sara Hill, without the address")
    click(tick(window, WORDS.format(name="Sara Hill")))
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Sign and save bundle…"))
    carry(window)
    assert named(window) == "Outbox"
    click(button(window.page, "To the outbox"))
    assert sees(window.page, "No document: each one signed here has left in a bundle.")
    assert sees(window.page, "✓ Exported 3 February 2026")
    assert sees(window.page, "2 documents")
    # The address stayed, as it does by default, and nobody else has it.
    assert sees(window.page, "went without a part that is only here: places and addresses (1)")
    click(button(window.page, "Make a backup…"))
    assert window.page.place == Place(room=Room.BACKUP)
    window.go(Place(room=Room.TODAY))
    assert sees(window.page, "but a part of 1 was held back")


def test_after_a_week_one_asks_and_exports_again(
    case: CaseBuilder,
    window_of: Callable[[str], Window],
    post: Post,
    clock: FrozenClock,
    carry: Carry,  # noqa: F811
) -> None:
    post.send(case.opened(), "SH", purpose="weekly")
    clock.forward(days=8)
    window = window_of("AB")
    assert named(window) == "Outbox, 1 waiting"
    page = outbox(window)
    assert sees(page, "Ask what became of these")
    assert sees(page, "Nothing heard for more than a week")
    assert sees(page, "“weekly”")
    again = next(
        each
        for each in page.findChildren(QWidget)
        if each.accessibleName().startswith("Export again")
    )
    assert again.hasFocus()
    press(again, Qt.Key.Key_Space)
    assert sees(window.page, "2 records of 1 client to Sara Hill, without the address")
    click(tick(window, WORDS.format(name="Sara Hill")))
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Sign and save bundle…"))
    files = carry(window)
    assert len(files) == 1


def test_receipts_are_shown_and_a_later_one_that_arrived_asks_for_the_earlier(
    case: CaseBuilder,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    signer_of: SignerOf,
    post: Post,
) -> None:
    case.opened()
    post.send(case, "SH")
    case.kept(case.note_plan("We met."))
    later = post.send(case, "SH")
    post.take(supervisor, later)
    back = case.as_seen_by(supervisor, signer_of(supervisor))
    post.take(case.sitting, post.send(back, "AB"))
    window = window_of("AB")
    page = outbox(window)
    assert sees(page, "✓ Received 3 February 2026")
    assert sees(page, "Not reviewed yet")
    assert sees(page, "A later one arrived, this one did not")


@pytest.fixture
def returned(
    case: CaseBuilder, cover: Sitting, supervisor: Sitting, signer_of: SignerOf, post: Post
) -> Returned:
    """Two colleagues' cases at the supervisor's; a note of the first was returned."""
    other = CaseBuilder(cover, signer_of(cover)).opened()
    note = case.opened().kept(case.note_plan("We met."))
    for builder in (case, other):
        post.take(supervisor, post.send(builder, "SH", parts=("main", "location")))
    seen = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(supervisor, seen.review(note, ReviewVerb.RETURN, text="When was it?"))
    return note, other


def test_the_supervisor_writes_back_one_file_for_each_with_only_their_cases(
    case: CaseBuilder,
    returned: Returned,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    carry: Carry,  # noqa: F811
) -> None:
    note, other = returned
    window = window_of("SH")
    window.desk.go(Place(room=Room.SHARE, topic="return"))
    assert sees(window.page, "For Anna Berg")
    assert sees(window.page, "For Cora Celik")
    for name in ("Anna Berg", "Cora Celik"):
        assert field(window.page, name, QCheckBox).isChecked()
        click(tick(window, WORDS.format(name=name)))
    assert sees(window.page, "1 record of 1 client to Anna Berg, without the address")
    assert sees(window.page, "Confirmations only, to Cora Celik")
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Sign and save bundle…"))
    files = carry(window)
    assert len(files) == 2
    anna = workspace_of("AB")
    for file in files:
        try_to_take(anna, file)
    assert [each.text for each in anna.vault.reviews.of_document(note.header.document_id)] == [
        "When was it?"
    ]
    assert not anna.vault.documents.by_case(other.case_id)
    assert sees_received(anna)


def try_to_take(workspace: Workspace, file: Path) -> None:
    """Take a file in if it is for this person."""
    try:
        take_in(workspace, file)
    except NotForYou:
        return


def sees_received(workspace: Workspace) -> bool:
    """Say whether the first bundle of this person is confirmed."""
    return any(each.kind == "arrival" for each in workspace.vault.bundles.receipts())
