"""Handing a case over at the window, by keys and clicks: on two laptops, to a service, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.domain.handovers import HandoverState
from outreach_app.services.handing_over.standing import handovers
from outreach_app.services.needs import NeedKind
from outreach_app.services.sharing.disclosures import disclosures
from outreach_app.services.today import today
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.menus import MenuButton
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.writing import NOTE, Writer
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write
from tests.ui.carrying import begins, dropped, settled, sign

WORDS = "Rings on Tuesdays. Ask before every visit."
COLLEAGUE = "Colleague who takes the case over"
NOTE_FIELD = "Handover note, in your own words"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def at(window_of: Callable[[str], Window], written: Writer) -> Window:
    """The caseworker's window at the page that hands the case over."""
    written.signed("contact_note", NOTE)
    window = window_of("AB")
    window.desk.go(Place(room=Room.HANDING, subject=written.subject))
    return window


def pick(page: QWidget, spoken: str, words: str) -> None:
    """Choose an entry of a list by its first letters, with the keyboard."""
    box = field(page, spoken, ListBox)
    box.setFocus()
    QTest.keyClicks(box, words)
    box.activated.emit(box.currentIndex())
    assert box.currentText().startswith(words)


def carried(window: Window, passphrase: str, stick: Path, qtbot: QtBot) -> Path:
    """Make the bundle from the page of sharing and return its file."""
    qtbot.waitUntil(lambda: window.page.place.room is Room.SHARE, timeout=5_000)
    boxes = window.page.findChildren(QCheckBox)
    for each in boxes:
        if each.accessibleName().startswith("I compared") and each.isVisible():
            click(each)
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Sign and save bundle…"))
    choose(qtbot, stick)
    qtbot.waitUntil(lambda: window.page.findChild(SigningDialog) is not None, timeout=10_000)
    sign(window, passphrase, qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Written and checked"), timeout=30_000)
    (file,) = stick.iterdir()
    return file


def taken(window: Window, file: Path, qtbot: QtBot) -> None:
    """Drop a bundle on the inbox and take it over."""
    page = dropped(window, qtbot, file)
    click(begins(page, "Accept"))
    settled(window, qtbot)
    file.unlink()


def give(window: Window, to: str, passphrase: str, qtbot: QtBot, note: str = WORDS) -> None:
    """Fill the page in with the keyboard and sign it."""
    pick(window.page, COLLEAGUE, to)
    write(field(window.page, NOTE_FIELD, LongField), note)
    click(button(window.page, "Sign the handover…"))
    qtbot.waitUntil(lambda: window.page.findChild(SigningDialog) is not None, timeout=10_000)
    dialog = window.page.findChild(SigningDialog)
    assert dialog is not None
    assert sees(dialog, note)
    sign(window, passphrase, qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Not accepted yet"), timeout=10_000)


def test_from_one_laptop_to_the_other_and_back(
    at: Window,
    written: Writer,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    stick: Path,
    qtbot: QtBot,
) -> None:
    assert sees(at.page, "AB, caseworker answers for the case until it is accepted.")
    assert sees(at.page, "Open safety flag: Exploiter contact recent")
    give(at, "Cora Celik", passphrases["AB"], qtbot)
    assert sees(at.page, "not accepted yet since 3 February 2026: AB answers for the case")
    click(button(at.page, "Make the bundle…"))
    file = carried(at, passphrases["AB"], stick, qtbot)
    at.go(Place(room=Room.TODAY))
    assert sees(at.page, "Handed over to CC, caseworker, not yet accepted")

    there = window_of("CC")
    taken(there, file, qtbot)
    there.go(Place(room=Room.TODAY))
    assert sees(there.page, "Handed to you: please look and accept")
    click(button(there.page, "Look…"))
    assert sees(there.page, WORDS)
    assert sees(there.page, "Please look through the case, then accept it or say why not.")
    assert not button(there.page, "Sign the answer…").isEnabled()
    click(field(there.page, "Accepted", QRadioButton))
    click(button(there.page, "Sign the answer…"))
    qtbot.waitUntil(lambda: there.page.findChild(SigningDialog) is not None, timeout=10_000)
    sign(there, passphrases["CC"], qtbot)
    qtbot.waitUntil(lambda: sees(there.page, "You lead the case now."), timeout=10_000)
    line = there.desk.workspace.vault.lists.case(written.subject.case_id)
    assert line is not None
    assert line.caseworker == there.desk.sitting.me.person_id
    click(button(there.page, "Make the bundle…"))
    back = carried(there, passphrases["CC"], stick, qtbot)

    taken(at, back, qtbot)
    at.go(Place(room=Room.TODAY))
    assert not sees(at.page, "not yet accepted")
    (found,) = handovers(at.desk.workspace.vault, written.subject)
    assert found.state is HandoverState.ACCEPTED
    at.go(Place(room=Room.CASE, subject=written.subject))
    assert sees(at.page, "Handed over to CC, caseworker, accepted on 3 February 2026")


def test_what_was_typed_is_there_again_and_what_is_missing_is_said(
    at: Window, written: Writer, passphrases: dict[str, str], qtbot: QtBot
) -> None:
    write(field(at.page, NOTE_FIELD, LongField), WORDS)
    click(button(at.page, "Sign the handover…"))
    assert at.page.findChild(SigningDialog) is None
    assert sees(at.page, "Not finished yet")
    at.go(Place(room=Room.TODAY))
    at.go(Place(room=Room.HANDING, subject=written.subject))
    assert field(at.page, NOTE_FIELD, LongField).toPlainText() == WORDS
    assert handovers(at.desk.workspace.vault, written.subject) == ()


def test_nothing_is_begun_by_looking(at: Window, written: Writer) -> None:
    at.go(Place(room=Room.TODAY))
    assert [
        each for each in at.desk.workspace.vault.drafts.mine() if each.form_id == "handover"
    ] == []


def test_taken_back_with_a_reason_and_begun_again(
    at: Window, passphrases: dict[str, str], qtbot: QtBot
) -> None:
    give(at, "Cora Celik", passphrases["AB"], qtbot)
    click(button(at.page, "Take back…"))
    qtbot.waitUntil(lambda: sees(at.page, "Why it is taken back"), timeout=5_000)
    write(field(at.page, "Why it is taken back", LongField), "She is on leave.")
    click(button(at.page, "Sign…"))
    qtbot.waitUntil(lambda: at.page.findChild(SigningDialog) is not None, timeout=10_000)
    sign(at, passphrases["AB"], qtbot)
    qtbot.waitUntil(lambda: sees(at.page, "Taken back"), timeout=10_000)
    assert sees(at.page, "She is on leave.")
    click(button(at.page, "Hand over to somebody else…"))
    assert sees(at.page, "Choose to whom.")


def test_a_refusal_needs_its_reason(
    at: Window,
    window_of: Callable[[str], Window],
    written: Writer,
    passphrases: dict[str, str],
    stick: Path,
    qtbot: QtBot,
) -> None:
    give(at, "Cora Celik", passphrases["AB"], qtbot)
    click(button(at.page, "Make the bundle…"))
    file = carried(at, passphrases["AB"], stick, qtbot)
    there = window_of("CC")
    taken(there, file, qtbot)
    there.go(Place(room=Room.HANDING, subject=written.subject))
    click(field(there.page, "Not taken over", QRadioButton))
    click(button(there.page, "Sign the answer…"))
    qtbot.waitUntil(lambda: there.page.findChild(SigningDialog) is not None, timeout=10_000)
    dialog = there.page.findChild(SigningDialog)
    assert dialog is not None
    write(field(dialog, "Passphrase", QLineEdit), passphrases["CC"])
    press(field(dialog, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(dialog, "Not finished yet"), timeout=20_000)
    click(button(dialog, "Cancel"))
    qtbot.waitUntil(lambda: there.page.findChild(SigningDialog) is None, timeout=5_000)
    write(field(there.page, "Why it is not taken over", LongField), "I know her cousin.")
    # What was typed is there again after the window was locked, or another page was looked at.
    there.go(Place(room=Room.TODAY))
    there.go(Place(room=Room.HANDING, subject=written.subject))
    assert field(there.page, "Why it is not taken over", LongField).toPlainText() != ""
    click(button(there.page, "Sign the answer…"))
    qtbot.waitUntil(lambda: there.page.findChild(SigningDialog) is not None, timeout=10_000)
    sign(there, passphrases["CC"], qtbot)
    qtbot.waitUntil(lambda: sees(there.page, "I know her cousin."), timeout=10_000)
    assert sees(there.page, "did not take the case over on 3 February 2026: it stays with AB")
    line = there.desk.workspace.vault.lists.case(written.subject.case_id)
    assert line is not None
    assert line.caseworker == at.desk.sitting.me.person_id


AGENCY = {
    "agency_kind": "mental_health",
    "agency_name": "Quay House",
    "agency_contact": "020 7946 0899",
}


@pytest.fixture
def consented(written: Writer) -> Writer:
    """The case with a service, and a consent that covers what a risk assessment says."""
    agency = written.signed("agency_involvement", {"agency": AGENCY})
    consent = {
        "con_kind": "share", "con_agency": agency.document_id, "con_purpose": "move on",
        "con_what": "identity needs risk exploitation", "con_explained": "yes",
        "con_can_say_no": "yes", "con_decision": "given", "con_how_given": "signed",
        "con_by_whom": "client", "con_date": "2026-02-02", "con_expires": "2026-06-01",
    }  # fmt: skip
    written.signed("consent", {"consent_section": consent})
    return written


def hand_to_service(window: Window, passphrase: str, qtbot: QtBot) -> None:
    """Fill the page in for another service; nothing is ticked at first, and that is refused."""
    page = window.page
    click(field(page, "Another service", QRadioButton))
    pick(page, "Service that takes the client on", "Quay House")
    write(field(page, "Receiving worker, name and role", QLineEdit), "Rosa, support worker")
    write(field(page, "Handover meeting on, if there is one", QLineEdit), "2 feb 2026")
    write(field(page, NOTE_FIELD, LongField), "Her own room.")
    click(button(page, "Sign the handover…"))
    assert sees(page, "Nothing to")
    click(field(page, "Risk assessment: Review · 2 February 2026", QCheckBox))
    assert sees(page, "✓ Consent covers all that is ticked.")
    click(button(page, "Sign the handover…"))
    signed(window, passphrase, qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "Not accepted yet"), timeout=10_000)


def signed(window: Window, passphrase: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.page.findChild(SigningDialog) is not None, timeout=10_000)
    sign(window, passphrase, qtbot)


def test_to_another_service_with_a_protected_file(
    consented: Writer,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    stick: Path,
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.HANDING, subject=consented.subject))
    hand_to_service(window, passphrases["AB"], qtbot)
    assert sees(window.page, "Never leaves the team of the case")
    click(button(window.page, "Protected PDF…"))
    qtbot.waitUntil(lambda: window.page.place.room is Room.SHARE, timeout=5_000)
    write(field(window.page, "Type the name of the agency", QLineEdit), "Quay House")
    click(button(window.page, "No known added risk"))
    click(button(window.page, "Save protected PDF…"))
    choose(qtbot, stick)
    workspace = window.desk.workspace
    qtbot.waitUntil(lambda: len(disclosures(workspace, consented.subject)) == 1, timeout=30_000)
    assert len(list(stick.glob("*.pdf"))) == 1
    (left,) = disclosures(workspace, consented.subject)
    assert len(left.document_ids) == 2
    assert not left.is_confirmed


def test_the_answer_of_a_service_and_the_exit_from_it(
    consented: Writer,
    window_of: Callable[[str], Window],
    passphrases: dict[str, str],
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.HANDING, subject=consented.subject))
    hand_to_service(window, passphrases["AB"], qtbot)
    click(field(window.page, "Accepted", QRadioButton))
    by = "Who said it: name, role, how it came"
    write(field(window.page, by, QLineEdit), "Rosa, by telephone")
    window.go(Place(room=Room.TODAY))
    window.go(Place(room=Room.HANDING, subject=consented.subject))
    assert field(window.page, by, QLineEdit).text() == "Rosa, by telephone"
    assert field(window.page, "Accepted", QRadioButton).isChecked()
    click(button(window.page, "Sign the answer…"))
    signed(window, passphrases["AB"], qtbot)
    qtbot.waitUntil(lambda: sees(window.page, "accepted on 3 February 2026"), timeout=10_000)
    waits = [each.need.kind for each in today(window.desk.workspace).now]
    assert NeedKind.HANDED not in waits
    click(button(window.page, "Begin the exit checklist"))
    qtbot.waitUntil(lambda: window.page.place.room is Room.EXIT, timeout=5_000)
    workspace = window.desk.workspace
    (draft,) = [each for each in workspace.vault.drafts.mine() if each.form_id == "exit_checklist"]
    answers = workspace.casework.resume(draft.document_id).answers()
    assert answers["sr_receiving_worker"] == "Rosa, support worker"
    assert answers["sr_bundle_accepted"] == "yes"


def test_the_way_there_is_in_the_case(at: Window, written: Writer) -> None:
    at.go(Place(room=Room.CASE, subject=written.subject))
    menu = button(at.page, "New…")
    assert isinstance(menu, MenuButton)
    named = [each.text() for each in menu.menu().actions()]
    assert "Hand over…" in named
    assert "Handing a case over" not in named
