"""Sam's night in the safe house, from the handover at ten to the next morning, with what goes wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Subject
from outreach_app.services.looks import unread_looks
from outreach_app.services.naming import case_references, spoken_references
from outreach_app.services.night.missing_sheet import compose_missing_sheet
from outreach_app.services.printing import rendered
from outreach_app.services.sitting import Sitting
from outreach_app.ui.night.page import NightPage
from outreach_app.ui.safety.page import SafetyPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Post
from tests.services.nights import (  # noqa: F401  fixtures
    WORDS,
    night_laptop_when_asked,
)
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, finish, press, sees, write
from tests.support.pages import field as control
from tests.ui.nights import NightSeat, seat_at_night  # noqa: F401  fixtures
from tests.ui.test_night import answer_all, resident, sign
from tests.ui.test_safety import keyboard, keys, settled, tell_the_manager

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Seats = Callable[[], NightSeat]
WHY = "I knew her in the summer"
NOTE = "Awake at four, tea, back to bed."


@dataclass
class Night:
    """One night at one laptop: who sits there, what time it is, who is in the house.

    Attributes:
        lives_here: The resident whom the day team knows.
        left: The reference of somebody who lived here once.
        arrived: Whom the police brought.
        note: The night note that is being written.
    """

    qtbot: QtBot
    clock: FrozenClock
    seat: NightSeat
    lives_here: Subject
    left: str
    passphrases: dict[str, str]
    arrived: Subject = field(default_factory=lambda: Subject(client_id=""))
    note: str = ""
    window: Window = field(init=False)

    def sit(self, initials: str) -> Window:
        """Unlock for somebody; whoever sat there before is locked out."""
        self.window = self.seat.sit(initials, self.passphrases.get(initials, ""))
        return self.window

    def screen(self) -> SafetyPage:
        """Return the immediate safety screen."""
        page = self.window.page
        assert isinstance(page, SafetyPage)
        finish(page)
        return page

    def wait_for(self, room: Room) -> None:
        """Wait until the window is there."""
        self.qtbot.waitUntil(lambda: self.window.page.place.room is room, timeout=20_000)

    def sign(self) -> None:
        """Sign what is asked about, as Sam."""
        sign(self.qtbot, self.window, WORDS["SO"])
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=10_000)

    # ---- the evening ------------------------------------------------------------------------

    def round(self) -> None:
        """22:00 the night sheet, 22:15 the round."""
        self.clock.forward(hours=11)
        window = self.sit("SO")
        assert isinstance(window.page, NightPage)
        assert sees(window.page, "Manager on call: 07700 900112")
        self.clock.forward(minutes=15)
        press(button(window.page, "Seen"), Key.Key_Space)
        click(button(window.page, "Sign the round…"))
        self.sign()
        self.qtbot.waitUntil(lambda: sees(window.page, "seen 22:15 SO"), timeout=2_000)

    def arrival(self) -> None:
        """01:20 somebody is brought, nothing is known; 01:40 the screen; the power goes."""
        self.clock.forward(hours=3, minutes=5)
        for key, room in ((Key.Key_N, Room.NEW_CASE), (Key.Key_Return, Room.SAFETY)):
            QTest.keyClick(keyboard(self.window), key, Control)
            self.wait_for(room)
        page = self.screen()
        assert page.place.subject is not None
        self.arrived = page.place.subject
        self.clock.forward(minutes=20)
        keys(self.window, Key.Key_Return, Key.Key_Return, Key.Key_Return, Key.Key_4)
        settled(self.qtbot, page, "exploiter_contact_recent")
        assert sees(page, "Manager on call: 07700 900112")
        self.sit("SO")
        assert self.screen().place.subject == self.arrived
        settled(self.qtbot, self.screen(), "exploiter_contact_recent")

    def told(self) -> None:
        """02:05 the manager is told; one passphrase signs records, flag and screen."""
        self.clock.forward(minutes=25)
        page = self.screen()
        tell_the_manager(self.qtbot, self.window, page)
        safety = page.safety
        assert safety is not None
        answer_all(safety)
        safety.assessment.set_answer("section_b/b_exploiter_contact_recent", "yes")
        self.window.go(page.place)
        self.screen().finish()
        click(button(self.screen(), "Sign…"))
        self.sign()
        self.wait_for(Room.CASE)
        line = self.window.desk.workspace.vault.lists.case(self.arrived.case_id)
        assert line is not None
        assert (line.open_flags, line.caseworker) == (("exploiter_contact_recent",), "")
        self.window.go(Place(room=Room.TODAY))
        assert not sees(self.window.page, "begun by you, not signed")

    # ---- what goes wrong --------------------------------------------------------------------

    def refused(self) -> None:
        """03:10 Kofi looks for somebody he knew: a reason is asked, and it stays closed."""
        self.clock.forward(hours=1, minutes=5)
        window = self.sit("KL")
        window.go(Place(room=Room.CASES))
        click(button(window.page, "Open one with a reason…"))
        write(control(window.page, "Reference of the case", QLineEdit), self.left)
        write(control(window.page, "Why you open it", QPlainTextEdit), WHY)
        click(button(window.page, "Open for reading"))
        assert sees(window.page, "only for people who live in the safe house now")

    def restart(self) -> None:
        """04:00 the computer restarts while a note is being written."""
        self.clock.forward(minutes=50)
        window = self.sit("SO")
        reference = spoken_references(window.desk.workspace.vault)[self.lives_here.case_id]
        click(button(window.page, f"Night note: {reference}"))
        self.note = window.page.place.document_id
        page = window.page
        self.qtbot.waitUntil(lambda: bool(page.findChildren(QPlainTextEdit)), timeout=5_000)
        write(control(page, "Facts", QPlainTextEdit), NOTE)
        window = self.sit("SO")
        assert window.page.place.document_id == self.note
        kept = window.desk.workspace.casework.resume(self.note)
        assert kept.answers()["note_facts"] == NOTE

    # ---- the morning ------------------------------------------------------------------------

    def missing(self) -> None:
        """06:50 one did not come back: the steps, the record, a sheet on one page."""
        self.clock.forward(hours=2, minutes=50)
        window = self.window
        window.go(Place(room=Room.MISSING, subject=self.lives_here))
        assert sees(window.page, "Manager on call: 07700 900112")
        assert "Missing sheet…" in {each.text() for each in window.findChildren(QAbstractButton)}
        click(button(window.page, "Record it"))
        assert window.page.place.room is Room.FORM
        paper = rendered(compose_missing_sheet(window.desk.workspace, self.lives_here))
        assert paper.pages == 1

    def morning(self) -> None:
        """07:40 the note is signed; the day team reads it and sees who came."""
        self.clock.forward(minutes=50)
        casework, sitting = self.window.desk.workspace.casework, self.window.desk.sitting
        note = casework.resume(self.note)
        note.set_answer("note_close/note_safe", "yes")
        casework.sign(note, sitting.signer(WORDS["SO"]))
        window = self.sit("AB")
        assert not sitting.vault.is_open
        assert sees(window.page, "A new arrival has no caseworker yet")
        click(button(window.page, "Last night: 1 note"))
        assert sees(window.page, NOTE)
        self.seat.leave()


@pytest.fixture
def night(
    qtbot: QtBot,
    clock: FrozenClock,
    case: CaseBuilder,
    night_seat: Seats,
    passphrases: dict[str, str],
) -> Night:
    """The safe house at eleven in the morning: one resident, one who has left."""
    resident(case)
    left = CaseBuilder(case.sitting, case.signer)
    left.kept(left.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    left.kept(left.record_plan())
    case.sitting.change_setting("safety.on_call", "07700 900112")
    reference = case_references(case.sitting.vault)[left.case_id]
    return Night(qtbot, clock, night_seat(), case.record.subject, reference, passphrases)


def test_sams_night(
    night: Night, case: CaseBuilder, sitting_of: Callable[[str], Sitting], post: Post
) -> None:
    night.round()
    night.arrival()
    night.told()
    night.refused()
    night.restart()
    night.missing()
    night.morning()
    words = night.passphrases["AB"]
    with night.seat.laptop.sitting("AB", words) as sitting:
        raw = post.send(case.as_seen_by(sitting, sitting.signer(words)), "SH")
    helen = sitting_of("SH")
    post.take(helen, raw)
    (look,) = unread_looks(helen)
    assert (look.is_opened, look.purpose) == (False, WHY)
