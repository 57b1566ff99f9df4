"""A caseworker's Tuesday, step by step, and what goes wrong on it.

Left to what comes later: the referral that a supervisor approves by telephone, the visit timer, the
incident record of a lost stick. A printer that the program does not know is tried with the preview,
a conflict on the supervisor's Friday.
"""

import json
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from outreach_app.crypto.keys import SigningKey, generate_age_identity
from outreach_app.domain.documents import Comment, Document, ReviewVerb, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.services.enrolment import EnrolmentRequest, write_request
from outreach_app.services.organisation import CARD_NAME, enrol, load_card
from outreach_app.services.revising import ReviewFacts, make_review
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.navigator import SectionButton
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.standing import place_text
from outreach_app.ui.shell.window import Window
from tests.scenarios.first_user import hand_over, take_over
from tests.services.builders import keep_reviews
from tests.services.conftest import Template
from tests.services.outsiders import Office as Manager
from tests.services.writing import NOTE, Json, Writer
from tests.support.determinism import FrozenClock, SeededIds
from tests.support.form_pages import drawn, focused, go
from tests.support.hands import Keys
from tests.support.laptop import Laptop
from tests.support.pages import visible_texts
from tests.support.person import Person
from tests.support.unprivileged import read_only_folder
from tests.ui.carrying import send, take
from tests.ui.fronts import front_on
from tests.ui.test_lock import laptop  # noqa: F401  a fixture

SignerOf = Callable[[Sitting], Signer]
QUESTION = "Which evidence?"
GOALS = ("Nobody finds me.", "My own money, small.", "Sleep without the light.")


def assessed(level: str, on: str) -> Json:
    """Return an assessment's answers; the level says when the next review is due."""
    return {
        "section_a": {"assessment_kind": "review", "assessed_at": f"{on}T10:00:00.000+00:00"},
        "section_k": {"overall_level": level},
    }


def consent_until(day: str) -> Json:
    return {
        "con_kind": "share",
        "con_purpose": "Claim for wages",
        "con_decision": "given",
        "con_date": "2026-02-02",
        "con_expires": day,
    }


@dataclass
class Office:
    """Priya's laptop with two cases, and the supervisor's with what she was sent.

    Attributes:
        first: The case that needs the most, with a note and an assessment at the supervisor's.
        second: A quieter one.
    """

    priya: Person
    window: Window
    first: Writer
    second: Writer
    note: Document
    assessment: Document
    supervisor: Sitting
    helens: Signer
    usb: Path

    @property
    def workspace(self) -> Workspace:
        return self.window.desk.workspace

    def helen_answers(self) -> Path:
        """Receive Monday's bundle, ask about the note, countersign, and write back."""
        sent = send(
            self.workspace.sitting, self.first.signer, self.first.subject.case_id, "SH",
            folder=self.usb,
        )  # fmt: skip
        take(self.supervisor, sent)
        (note,) = self.supervisor.vault.revisions.heads(self.note.document_id)
        (judged,) = self.supervisor.vault.revisions.heads(self.assessment.document_id)
        comment = Comment(
            comment_id=self.supervisor.new_id(Prefix.COMMENT),
            row_id="",
            question="note_facts",
            text=QUESTION,
        )
        keep_reviews(
            self.supervisor,
            *(
                make_review(
                    ReviewFacts(
                        revision_id=about.revision_id,
                        document_id=about.header.document_id,
                        verb=verb,
                        signed_at=self.supervisor.instant(),
                        text="",
                        comments=comments,
                    ),
                    self.helens,
                )
                for about, verb, comments in (
                    (note, ReviewVerb.COMMENT, (comment,)),
                    (judged, ReviewVerb.COUNTERSIGN, ()),
                )
            ),
        )
        return send(self.supervisor, self.helens, self.first.subject.case_id, "AB", folder=self.usb)


@pytest.fixture
def office_day(
    *,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    supervisor: Sitting,
    signer_of: SignerOf,
    passphrases: dict[str, str],
    usb: Path,
    clock: FrozenClock,
    qtbot: QtBot,
) -> Office:
    """Two weeks before: both cases are written. The window opens on Tuesday at 08:10."""
    workspace = workspace_of("AB")
    signer = signer_of(workspace.sitting)
    first, second = Writer(workspace, signer), Writer(workspace, signer)
    assessment = first.signed("risk_assessment", assessed("high", "2026-02-03"))
    second.signed("risk_assessment", assessed("medium", "2026-01-12"))
    first.signed("consent", consent_until("2026-02-20"))
    note = first.signed("contact_note", NOTE)
    second.draft("contact_note", {"note_kind": "phone"})
    clock.forward(days=13, hours=21, minutes=10)
    window = window_of("AB")
    return Office(
        priya=Person(window, Keys(), qtbot, passphrases["AB"]),
        window=window,
        first=first,
        second=second,
        note=note,
        assessment=assessment,
        supervisor=supervisor,
        helens=signer_of(supervisor),
        usb=usb,
    )


def begin_form(office: Office, subject: Subject, form_id: str) -> None:
    """Go to a new document of a case, as its menu does."""
    office.window.go(Place(room=Room.FORM, subject=subject, topic=form_id))


def test_the_whole_day(office_day: Office, clock: FrozenClock, qtbot: QtBot) -> None:
    office, priya = office_day, office_day.priya
    at_the_kitchen_table(office)
    what_came_back(office)
    clock.forward(hours=1, minutes=20)
    a_review_in_a_cafe(office, qtbot)
    clock.forward(hours=2)
    an_interpreter_who_is_stopped(office, qtbot)
    clock.forward(hours=4, minutes=20)
    three_goals_in_her_words(office, qtbot)
    clock.forward(hours=1, minutes=30)
    home_with_everything_sent(office)
    assert priya.sees("begun and not signed"), "the draft older than a week is not forgotten"


def at_the_kitchen_table(office: Office) -> None:
    """08:10: by level, then by date; references and no names."""
    priya = office.priya
    assert priya.sees("Tuesday 17 February 2026")
    rows = [
        each
        for each in visible_texts(office.window.page)
        if each.startswith("Review of the risk assessment · ")
    ]
    assert [each.rpartition(" · ")[2] for each in rows] == [
        f"{office.first.reference}.1",
        f"{office.second.reference}.1",
    ]
    assert priya.sees("7 days overdue")
    assert priya.sees("Consent runs out")
    assert not priya.sees("Gerta")


def what_came_back(office: Office) -> None:
    """08:20: the stick of yesterday; nothing is overwritten, each word of Helen's is shown."""
    before = office.workspace.vault.revisions.heads(office.note.document_id)
    take_over(office.priya, office.helen_answers(), "Sara Hill")
    assert office.priya.sees(QUESTION)
    assert office.priya.sees("Countersigned by Sara Hill (SH)")
    assert office.workspace.vault.revisions.heads(office.note.document_id) == before


def a_review_in_a_cafe(office: Office, qtbot: QtBot) -> None:
    """09:40: a public place, others hear: immediate safety and wishes, nothing else."""
    begin_form(office, office.first.subject, "risk_assessment")
    form = drawn(office.window, qtbot)
    everything = sections(office.window)
    assert any("Exploiters" in each for each in everything)
    office.priya.choose("Where", "Café or public place")
    office.priya.answer("Could the client speak without being overheard?", "No")
    qtbot.waitUntil(lambda: len(sections(office.window)) < len(everything), timeout=3_000)
    shown = sections(office.window)
    assert any("Immediate safety" in each for each in shown)
    assert any("What the client wants" in each for each in shown)
    assert not any("Exploiters" in each for each in shown)
    assert not any("Past" in each for each in shown)
    assert form.work.session.value("section_a/where_assessed") == "public"


def sections(window: Window) -> list[str]:
    """Return the sections that the form leads to now."""
    QApplication.processEvents()
    return [
        each.accessibleName() for each in window.findChildren(SectionButton) if each.isVisible()
    ]


def an_interpreter_who_is_stopped(office: Office, qtbot: QtBot) -> None:
    """11:50: the interpreter is a worry; the session is left and is there again afterwards."""
    begin_form(office, office.second.subject, "risk_assessment")
    form = drawn(office.window, qtbot)
    document_id = form.work.opened.document.document_id
    go(form, "section_a/interpreter_used")
    office.priya.answer("Interpreter used", "Stopped, not suitable")
    worry = go(form, "section_a/interpreter_concern")
    QTest.keyClicks(worry, "A fellow countryman; she froze.")
    office.priya.keys(Qt.Key.Key_Escape)
    draft = office.workspace.vault.drafts.load(document_id)
    assert draft.answers["section_a"]["interpreter_concern"] == "A fellow countryman; she froze."
    office.window.go(Place(room=Room.FORM, subject=office.second.subject, document_id=document_id))
    again = drawn(office.window, qtbot)
    assert again.work.session.value("section_a/interpreter_used") == "unsuitable"
    office.priya.keys(Qt.Key.Key_Escape)


def three_goals_in_her_words(office: Office, qtbot: QtBot) -> None:
    """16:10: three goals, each in the client's words, each saved at once."""
    begin_form(office, office.first.subject, "support_plan")
    form = drawn(office.window, qtbot)
    for words in GOALS:
        go(form, "plan_p3/goals")
        office.priya.press("Add to: Goals")
        row = form.work.session.rows("plan_p3/goals")[-1]
        QTest.keyClicks(go(form, f"plan_p3/goals[{row}]/goal_words/goal_words_text"), words)
        QTest.keyClick(focused(office.window), Qt.Key.Key_Tab)
    draft = office.workspace.vault.drafts.load(form.work.opened.document.document_id)
    assert [
        each["goal_words"]["goal_words_text"] for each in draft.answers["plan_p3"]["goals"]
    ] == list(GOALS)
    office.priya.keys(Qt.Key.Key_Escape)


def home_with_everything_sent(office: Office) -> None:
    """17:40: everything signed goes to the supervisor; nothing is left that only lies here."""
    priya = office.priya
    priya.press("Outbox", begins=True)
    priya.press("Share with supervisor…")
    assert priya.sees("without the address")
    file = hand_over(priya, "Sara Hill", office.usb / "evening")
    assert b"Gerta" not in file.read_bytes()
    assert "Gerta" not in file.name
    priya.press("To the outbox")
    assert priya.sees("✓ Exported 17 February 2026")
    assert priya.sees("Not received yet")
    priya.press("Today")
    assert priya.sees("0 documents")
    assert take(office.supervisor, file).revisions


# ---- what goes wrong ----------------------------------------------------------------------------


def at_sharing(office: Office) -> Person:
    """Everything that waits is chosen and weighed; only the place is missing."""
    priya = office.priya
    priya.press("Outbox", begins=True)
    priya.press("Share with supervisor…")
    priya.press("I compared these words with Sara Hill by telephone")
    priya.press("No known added risk")
    priya.press("Sign and save bundle…")
    return priya


def test_a_stick_that_takes_nothing_is_said_and_everything_still_waits(office_day: Office) -> None:
    priya = at_sharing(office_day)
    with read_only_folder() as locked:
        priya.choose_path(locked)
        priya.sign()
        priya.wait_for("Sign and save bundle…")
        assert priya.sees("This place cannot be written")
        assert list(locked.iterdir()) == []
    assert office_day.workspace.vault.bundles.sent() == ()
    # The choices are still there: a good stick is enough.
    priya.press("Sign and save bundle…")
    good = office_day.usb / "good"
    good.mkdir()
    priya.choose_path(good)
    priya.sign()
    priya.wait_for("Written and checked")
    assert len(list(good.iterdir())) == 1


def test_a_full_stick_leaves_no_half_of_a_bundle(office_day: Office, small_disk: Path) -> None:
    priya = at_sharing(office_day)
    priya.choose_path(small_disk)
    priya.sign()
    priya.wait_for("Sign and save bundle…")
    assert priya.sees("full"), list(visible_texts(office_day.window.page))
    assert list(small_disk.iterdir()) == []
    assert office_day.workspace.vault.bundles.sent() == ()


def test_a_key_that_has_ended_gets_nothing(
    office_day: Office, manager: Manager, clock: FrozenClock
) -> None:
    request = new_request(manager)
    enrol(
        manager.folder, request, Role.CASEWORKER, manager.passphrase,
        now=clock(), valid_for=timedelta(days=1),
    )  # fmt: skip
    office_day.workspace.reconfigure((manager.folder / CARD_NAME).read_bytes(), words_compared=True)
    clock.forward(days=2)
    priya = office_day.priya
    office_day.window.go(Place(room=Room.SHARE, subject=office_day.first.subject))
    priya.press("Somebody else…")
    assert priya.sees("the certificate ended on 18 February 2026")
    box = next(
        each
        for each in office_day.window.findChildren(QCheckBox)
        if each.accessibleName() == "Person DD"
    )
    assert not box.isEnabled()


def new_request(manager: Manager) -> bytes:
    """Return the request of somebody on a laptop that is not here."""
    key = SigningKey.generate()
    _identity, recipient = generate_age_identity()
    request = EnrolmentRequest(
        organisation=load_card(manager.folder).organisation,
        person_id=manager.world.new_id(Prefix.PERSON),
        initials="DD",
        full_name="Person DD",
        device_id=manager.world.new_id(Prefix.DEVICE),
        signing_key=key.public_line(),
        age_recipient=recipient,
    )
    return write_request(request, key)


def test_days_without_a_bundle_are_told_on_today(office_day: Office) -> None:
    assert office_day.priya.sees("Some work of the last 14 days is only on this laptop.")
    assert office_day.priya.sees("not sent since 3 Feb 2026")


def test_a_forgotten_passphrase_costs_time_and_is_explained(
    folders: Template, jobs: Jobs, clock: FrozenClock, qtbot: QtBot
) -> None:
    place = folders.folder / "AB"
    with front_on(qtbot, jobs, clock, lambda: (place,), Start()) as standing:
        priya = Person(standing.front, Keys(), qtbot)
        for wait in ("Wait 1 second", "Wait 2 second"):
            priya.write("Passphrase", "it was something with bread")
            priya.press("Unlock")
            priya.wait_for(wait)
            priya.until(lambda: not priya.sees("Wait "))
        priya.press("Forgotten passphrase")
        assert priya.sees("cannot be looked up")
        assert priya.sees("Two people")
        assert standing.front.opened is None


def test_hidden_in_the_middle_of_a_note_then_the_battery_dies(
    laptop: Laptop,  # noqa: F811
    passphrases: dict[str, str],
    new_id: SeededIds,
) -> None:
    laptop.unlock(passphrases["AB"])
    client = Subject(client_id=new_id(Prefix.CLIENT))
    laptop.ask("go", place_text(Place(room=Room.FORM, topic="client", subject=client)))
    laptop.turn_until(lambda: laptop.ask("type", "Mill") == "ok")
    here = json.loads(laptop.ask("place"))
    before = laptop.launcher.child.pid
    laptop.tell("press", "Ctrl+Shift+H")
    laptop.next_window(before)
    assert laptop.ask("covered") == "True"
    assert laptop.ask("sees", "Mill") == "False"
    laptop.ask("press", "Escape")
    laptop.unlock(passphrases["AB"])
    again = json.loads(laptop.ask("place"))
    assert (again["room"], again["document_id"]) == ("form", here["document_id"])
    laptop.turn_until(lambda: "Mill" in laptop.ask("texts"))
    laptop.ask("type", "icent")
    laptop.wait_until_seen("Saved ")
    before = laptop.launcher.child.pid
    os.kill(before, signal.SIGKILL)
    laptop.next_window(before)
    laptop.wait_until_seen("The window ended by itself")
    laptop.unlock(passphrases["AB"])
    laptop.turn_until(lambda: "Millicent" in laptop.ask("texts"))
