"""A supervisor's Friday with bundles from two caseworkers, and what is wrong with some of them.

Left to what comes later: approval of a referral by telephone, the list of referrals without an
answer, the talk with a client before an exit, the quarter's report.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.crypto.errors import NotForYou
from outreach_app.domain.documents import Document, Reason, ReviewVerb
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.outsiders import Office as Manager
from tests.services.writing import FLAG, Json, Writer, assessment
from tests.support.determinism import FrozenClock
from tests.support.hands import Mouse
from tests.support.pages import sees, visible_texts
from tests.support.person import Person
from tests.ui.carrying import dropped, send, take

SignerOf = Callable[[Sitting], Signer]
WHICH = "Which facts?"
FACTS = "note_content/note_facts"
AT = "2026-02-02T11:00:00.000+00:00"


@dataclass
class Week:
    """What lies on Helen's three sticks on Friday morning.

    Attributes:
        lower: A level judged lower than the answers say.
        higher: A level judged higher.
        note: A note that two people changed apart.
    """

    first: Writer
    second: Writer
    lower: Document
    higher: Document
    note: Document
    sticks: Path
    cover: Sitting
    covers: Signer
    usb: Path

    def file(self, name: str) -> Path:
        return self.sticks / name


def shared_case(writer: Writer, person_id: str) -> None:
    """Let a colleague write in a case."""
    (record,) = writer.workspace.vault.documents.by_case(writer.subject.case_id, form_id="case")
    shared: Json = {"case_start": {"case_shared_with": [{"csw_person": person_id}]}}
    writer.revised(record, shared)


@pytest.fixture
def week(
    *,
    workspace_of: Callable[[str], Workspace],
    signer_of: SignerOf,
    cover: Sitting,
    usb: Path,
    clock: FrozenClock,
) -> Week:
    """Four days of two caseworkers, carried on sticks."""
    office = workspace_of("AB")
    signer, covers = signer_of(office.sitting), signer_of(cover)
    first, second = Writer(office, signer), Writer(office, signer)
    first.signed(
        "risk_assessment", assessment("full", "2026-01-20T11:00:00.000+00:00", "high", "3", "4")
    )
    lower = first.signed("risk_assessment", assessment("review", AT, "medium", "5", "3"))
    higher = second.signed("risk_assessment", assessment("full", AT, "very_high", "3", "2"))
    second.signed("safety_flag", FLAG)
    note = second.signed(
        "contact_note", {"note_kind": "visit", "note_facts": "We met.", "note_safe": "yes"}
    )
    shared_case(second, cover.me.person_id)
    sticks = usb / "friday"
    sticks.mkdir()
    older = send(office.sitting, signer, first.subject.case_id, "SH", folder=usb)
    older.rename(sticks / "a-older.age")
    take(cover, send(office.sitting, signer, second.subject.case_id, "CC", folder=usb))
    clock.forward(days=1)
    colleague = Workspace(cover)
    for workspace, who, words in (
        (office, signer, "We met at nine."),
        (colleague, covers, "We met at noon."),
    ):
        opened = workspace.casework.revise(note.document_id, Reason.CONTINUED)
        opened.set_answer(FACTS, words)
        workspace.casework.sign(opened, who)
        clock.forward(hours=1)
    for sitting, who, name in (
        (office.sitting, signer, "b-office.age"),
        (cover, covers, "c-cover.age"),
    ):
        sent = send(sitting, who, second.subject.case_id, "SH", folder=usb)
        sent.rename(sticks / name)
    (sticks / "d-cut.age").write_bytes((sticks / "b-office.age").read_bytes()[:-3000])
    other = send(office.sitting, signer, first.subject.case_id, "CC", folder=usb)
    other.rename(sticks / "e-other-team.age")
    clock.forward(days=2)
    return Week(
        first=first, second=second, lower=lower, higher=higher, note=note,
        sticks=sticks, cover=cover, covers=covers, usb=usb,
    )  # fmt: skip


def test_the_whole_day(
    week: Week,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    workspace_of: Callable[[str], Workspace],
    qtbot: QtBot,
    clock: FrozenClock,
) -> None:
    window = window_of("SH")
    helen = Person(window, Mouse(), qtbot, passphrases["SH"])
    the_sticks(week, helen, window, qtbot)
    what_comes_first(week, helen)
    clock.forward(minutes=55)
    returned(week, helen, window)
    clock.forward(minutes=30)
    countersigned(week, helen, window)
    clock.forward(minutes=20)
    merged(week, helen, window)
    clock.forward(hours=3)
    one_file_for_each(week, helen, workspace_of("AB"))


def the_sticks(week: Week, helen: Person, window: Window, qtbot: QtBot) -> None:
    """08:45: each file says who, when, which laptop, whole, or clearly why not."""
    page = dropped(window, qtbot, week.sticks)
    assert helen.sees("3 bundles to accept")
    assert helen.sees("Anna Berg (AB)")
    assert helen.sees("Cora Celik (CC)")
    assert helen.sees("on laptop A")
    assert helen.sees("✓ Signed and complete")
    assert helen.sees("d-cut.age: This bundle is damaged")
    assert helen.sees("e-other-team.age: This bundle is not for you")
    page = dropped(window, qtbot, week.file("a-older.age"))
    assert sees(page, "a-older.age: already here")
    vault = window.desk.workspace.vault
    assert vault.lists.documents() == (), "nothing is taken over before somebody says so"
    helen.press("Accept all")
    helen.wait_for("Taken over")
    assert not vault.bundles.inbox()


def what_comes_first(week: Week, helen: Person) -> None:
    """09:00: the open flag before the levels, the levels before the rest; references only."""
    rows = [each for each in visible_texts(helen.window) if " · HH-26-" in each]
    titles = [each.partition(" · ")[0] for each in rows]
    assert titles[0] == "Safety flag"
    assert titles.index("Risk assessment") < titles.index("Case record")
    assert not helen.sees("Gerta")
    assert not helen.sees("no bundle yet"), "both laptops were heard this week"
    assert week.sticks.exists()


def review_of(helen: Person, window: Window, document: Document) -> None:
    """Go to the review of a document; its case may have several of one kind."""
    window.go(Place(room=Room.REVIEW, subject=document.subject, document_id=document.document_id))
    helen.wait_for("✓ Signed by Anna Berg (AB), verified")


def returned(week: Week, helen: Person, window: Window) -> None:
    """09:40: medium where the answers say more; given back with her question."""
    review_of(helen, window, week.lower)
    helen.write("About the whole document", WHICH)
    helen.press("Return with comments…")
    assert helen.sees("You give it back to its author")
    helen.sign()
    helen.wait_for("It reaches the author")
    (made,) = window.desk.workspace.vault.reviews.of_document(week.lower.document_id)
    assert (made.verb, made.text) == (ReviewVerb.RETURN, WHICH)


def countersigned(week: Week, helen: Person, window: Window) -> None:
    """10:10: a level above what the answers say, with her key."""
    review_of(helen, window, week.higher)
    helen.press("Countersign…")
    helen.sign()
    helen.wait_for("It reaches the author")
    (made,) = window.desk.workspace.vault.reviews.of_document(week.higher.document_id)
    assert made.verb is ReviewVerb.COUNTERSIGN


def merged(week: Week, helen: Person, window: Window) -> None:
    """10:30: two versions side by side; she decides, and both are kept."""
    vault = window.desk.workspace.vault
    before = {each.revision_id for each in vault.revisions.heads(week.note.document_id)}
    assert len(before) == 2
    window.go(Place(room=Room.MERGE, subject=week.note.subject, document_id=week.note.document_id))
    assert helen.sees("Until you decide, nothing counts here")
    helen.press("Keep AB's version: Facts")
    helen.press("Sign the merge…")
    helen.sign()
    helen.wait_for("Merged and signed")
    (head,) = vault.revisions.heads(week.note.document_id)
    assert head.answers()["note_content"]["note_facts"] == "We met at nine."
    assert set(head.header.parents) == before


def one_file_for_each(week: Week, helen: Person, office: Workspace) -> None:
    """13:30: one file for each caseworker, and it opens for nobody else."""
    helen.press("Inbox", begins=True)
    helen.press("Send back…")
    for name in ("Anna Berg", "Cora Celik"):
        helen.press(f"I compared these words with {name} by telephone")
    helen.press("No known added risk")
    helen.press("Sign and save bundle…")
    folder = week.usb / "back"
    folder.mkdir()
    helen.choose_path(folder)
    helen.sign()
    helen.wait_for("Written and checked")
    files = sorted(folder.iterdir())
    assert len(files) == 2
    opened = [each for each in files if opens_for(office, each)]
    assert len(opened) == 1
    (told,) = office.vault.reviews.of_document(week.lower.document_id)
    assert told.text == WHICH


def opens_for(workspace: Workspace, file: Path) -> bool:
    """Take a file in and over; say whether it was for this person."""
    try:
        take(workspace.sitting, file)
    except NotForYou:
        return False
    return True


def test_what_a_leaver_signs_afterwards_is_told_and_does_not_count(
    week: Week,
    window_of: Callable[[str], Window],
    manager: Manager,
    clock: FrozenClock,
    qtbot: QtBot,
) -> None:
    window = window_of("SH")
    serial = week.cover.me.certificate_serial
    assert serial is not None
    raw = manager.withdraw(serial, RevocationReason.LEFT)
    window.desk.workspace.reconfigure(raw, words_compared=True)
    clock.forward(hours=2)
    opened = Workspace(week.cover).casework.begin("contact_note", week.second.subject)
    opened.set_answer("note_kind", "visit")
    opened.set_answer("note_safe", "yes")
    Workspace(week.cover).casework.sign(opened, week.covers)
    late = send(week.cover, week.covers, week.second.subject.case_id, "SH", folder=week.usb)
    page = dropped(window, qtbot, late)
    assert sees(page, "1 record in it will be kept and not counted.")
    assert window.desk.workspace.vault.lists.documents() == (), "nothing before it is accepted"
