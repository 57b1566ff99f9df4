"""Tonight, for night staff: what the page says and offers, the round, a new arrival, the handover."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.answers import flatten
from outreach_app.services.naming import case_references
from outreach_app.services.night.emergency_card import compose_emergency_card
from outreach_app.services.night.rounds import NOT_SEEN, SEEN
from outreach_app.services.printing import record_paper, rendered
from outreach_app.services.safety_screen import SafetyScreen
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.night.page import NightPage
from outreach_app.ui.printing.preview import PreviewDialog
from outreach_app.ui.safety.page import SafetyPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window, lock_minutes
from tests.services.builders import CaseBuilder, Post
from tests.services.nights import (  # noqa: F401  fixtures
    WORDS,
    night_laptop_when_asked,
)
from tests.services.test_night_sheet import FOR_THE_NIGHT, handed_over
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, finish, press, sees, visible_texts, write
from tests.ui.nights import NightSeat, seat_at_night  # noqa: F401  fixtures

Seats = Callable[[], NightSeat]
CONTACTS = {
    "current_address": {"addr_kind": "safe_house"},
    "code_word": "tulip",
    "safe_contacts": [
        {
            "_id": "r_" + "a" * 26,
            "_order": "a0",
            "channel": "phone_call",
            "value": "07700 900777",
            "safe_to_use": "yes",
            "safe_times": "evenings",
        },
        {"_id": "r_" + "b" * 26, "_order": "a1", "channel": "whatsapp", "safe_to_use": "no"},
    ],
}


def resident(case: CaseBuilder) -> CaseBuilder:
    """Sign the records of somebody who lives in the house, with an open flag nobody was told of."""
    case.kept(case.client_plan(CONTACTS))
    case.kept(case.record_plan())
    case.kept(
        case.plan(
            case.document("safety_flag"),
            {"main": {"flag_open": {
                "flag_code": "device_compromised",
                "flag_set_at": "2026-02-03T09:00:00.000+00:00",
            }}},
        )
    )  # fmt: skip
    return case


def sign(qtbot: QtBot, window: Window, passphrase: str) -> None:
    """Type the passphrase into the dialog that is open, and wait until it has closed."""
    (dialog,) = window.findChildren(SigningDialog)
    (line,) = dialog.findChildren(QLineEdit)
    qtbot.waitUntil(line.hasFocus, timeout=2_000)
    QTest.keyClicks(line, passphrase)
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(SigningDialog), timeout=10_000)


def workspace_at(window: Window) -> Workspace:
    """Return the vault behind a window."""
    return window.desk.workspace


def words_of(window: Window) -> set[str]:
    """Return the words of every button in sight, the bar included."""
    return {
        each.text().replace("&&", "&")
        for each in window.findChildren(QAbstractButton)
        if each.isVisibleTo(window)
    }


def test_tonight_says_what_a_night_needs_and_offers_nothing_that_the_role_refuses(
    case: CaseBuilder, night_seat: Seats
) -> None:
    resident(case)
    window = night_seat().sit("SO")
    page = window.page
    assert isinstance(page, NightPage)
    assert sees(page, "1 resident")
    assert sees(page, "Device compromised")
    assert all(sees(page, step) for step in page.sheet.residents[0].flags[0].steps)
    assert page.sheet.residents[0].flags[0].steps
    assert sees(page, "07700 900777, evenings")
    assert sees(page, "WhatsApp")
    assert not sees(page, "Ina")
    assert not sees(page, "tulip")
    click(button(page, "Show code words"))
    assert sees(page, "tulip")
    click(button(page, "Show code words"))
    assert not sees(page, "tulip")
    click(button(page, "Show"))
    assert sees(page, "tulip")
    click(button(page, "Hide"))
    assert not sees(page, "tulip")
    refused = {"Share…", "Inbox", "Outbox", "Start", "Start review", "Print…", "New case"}
    assert not words_of(window) & refused
    window.go(Place(room=Room.CASE, subject=case.record.subject))
    assert not words_of(window) & refused
    assert "Immediate safety screen" in words_of(window)
    window.go(Place(room=Room.CASES))
    assert not words_of(window) & refused


def test_what_the_day_team_wrote_for_the_night_is_read_tonight_and_at_the_handover(
    case: CaseBuilder, night_seat: Seats
) -> None:
    handed_over(resident(case))
    window = night_seat().sit("SO")
    for room in (Room.TODAY, Room.HANDOVER):
        window.go(Place(room=room))
        assert sees(window.page, "From the day team")
        assert sees(window.page, f"{FOR_THE_NIGHT} (AB, 3 February 2026)")


def test_the_round_is_ticked_kept_and_signed_once_for_all(
    qtbot: QtBot, case: CaseBuilder, night_seat: Seats
) -> None:
    resident(case)
    seat = night_seat()
    window = seat.sit("SO")
    seen = button(window.page, "Seen")
    assert seen.hasFocus()
    press(seen, Qt.Key.Key_Space)
    assert seen.isChecked()
    assert sees(window.page, "(not signed)")
    press(seen, Qt.Key.Key_Space)
    assert not sees(window.page, "(not signed)")
    press(seen, Qt.Key.Key_Space)
    # The power goes: the tick was on the disk.
    window = seat.sit("SO")
    assert button(window.page, "Seen").isChecked()
    missed = button(window.page, "Not seen")
    press(missed, Qt.Key.Key_Space)
    assert not button(window.page, "Seen").isChecked()
    press(button(window.page, "Seen"), Qt.Key.Key_Space)
    click(button(window.page, "Sign the round…"))
    sign(qtbot, window, WORDS["SO"])
    qtbot.waitUntil(lambda: not button(window.page, "Seen").isChecked(), timeout=2_000)
    assert not sees(window.page, "(not signed)")
    vault = workspace_at(window).vault
    (note,) = vault.lists.documents(form_id="contact_note")
    (head,) = vault.revisions.heads(note.document_id)
    answers = flatten(head.answers())
    assert (answers["note_kind"], answers["note_facts"], answers["note_safe"]) == (
        "night_note", SEEN, "yes",
    )  # fmt: skip
    assert NOT_SEEN not in answers.values()
    assert any("SO" in text and text.startswith("seen ") for text in visible_texts(window.page))


def answer_all(safety: SafetyScreen) -> None:
    """Answer the screen: nothing to worry about but the level."""
    given = {each.address: "no" for each in safety.questions}
    given |= {
        "section_b/b_gone_through": "yes",
        "section_k/overall_level": "high",
        "section_k/next_step": "Bed, food, sleep",
    }
    for address, value in given.items():
        safety.assessment.set_answer(address, value)


def screen_of(window: Window) -> SafetyPage:
    """Return the immediate safety screen, all of it drawn."""
    page = window.page
    assert isinstance(page, SafetyPage)
    finish(page)
    return page


def test_a_new_arrival_is_screened_and_signed_with_one_passphrase_and_taken_over_by_day(
    qtbot: QtBot, case: CaseBuilder, night_seat: Seats, passphrases: dict[str, str]
) -> None:
    resident(case)
    seat = night_seat()
    window = seat.sit("SO")
    assert button(window.page, "New arrival").shortcut().toString() == "Ctrl+N"
    click(button(window.page, "New arrival"))
    assert window.page.place.room is Room.NEW_CASE
    assert not words_of(window) & {"A further case for this person"}
    write(field(window.page, "Name the client wants us to use", QLineEdit), "Lina")
    click(button(window.page, "Begin, then immediate safety"))
    safety = screen_of(window).safety
    assert safety is not None
    assert {each.document.form_id for each in safety.arrival} == {"client", "case"}
    subject = safety.subject
    answer_all(safety)
    # The power goes between the questions and the signature.
    window = seat.sit("SO")
    window.go(Place(room=Room.TODAY))
    assert sees(window.page, "begun by you, not signed")
    assert sees(window.page, "New: not signed yet")
    window.go(Place(room=Room.SAFETY, subject=subject))
    page = screen_of(window)
    page.finish()
    click(button(page, "Sign…"))
    (dialog,) = window.findChildren(SigningDialog)
    assert sees(dialog, "Case record")
    assert sees(dialog, "Client record")
    sign(qtbot, window, WORDS["SO"])
    qtbot.waitUntil(lambda: window.page.place.room is not Room.SAFETY, timeout=3_000)
    vault = workspace_at(window).vault
    line = vault.lists.case(subject.case_id)
    assert line is not None
    assert (line.caseworker, line.level) == ("", "high")
    # In the morning the day team sees who came, and the notes of the night.
    window = seat.sit("AB", passphrases["AB"])
    assert sees(window.page, "A new arrival has no caseworker yet")
    click(
        button(
            window.page,
            f"Take over: A new arrival has no caseworker yet · {line.client_ref}.1, High, Case record, begun on 3 February 2026",
        )
    )
    assert window.page.place.room is Room.FORM
    assert window.page.place.subject == subject


def test_the_handover_is_there_for_those_who_come_after(
    qtbot: QtBot, case: CaseBuilder, night_seat: Seats, passphrases: dict[str, str]
) -> None:
    resident(case)
    seat = night_seat()
    window = seat.sit("SO")
    click(button(window.page, "Night note"))
    assert window.page.place.room is Room.FORM
    workspace = workspace_at(window)
    note = workspace.casework.resume(window.page.place.document_id)
    assert note.answers()["note_kind"] == "night_note"
    note.set_answer("note_content/note_facts", "Slept from eleven, no calls.")
    note.set_answer("note_close/note_safe", "yes")
    workspace.casework.sign(note, workspace.sitting.signer(WORDS["SO"]))
    window.go(replace(window.page.place, address=""))
    assert sees(window.page, "Slept from eleven, no calls.")
    assert not words_of(window) & {"Share…", "Share now…", "Share"}
    window.go(Place(room=Room.HANDOVER))
    assert sees(window.page, "Slept from eleven, no calls.")
    window = seat.sit("AB", passphrases["AB"])
    click(button(window.page, "Last night: 1 note"))
    assert window.page.place.room is Room.HANDOVER
    assert sees(window.page, "Night note · SO")
    assert sees(window.page, "Slept from eleven, no calls.")


def test_an_old_resident_stays_closed_and_the_supervisor_is_told_who_asked_and_why(
    case: CaseBuilder,
    night_seat: Seats,
    passphrases: dict[str, str],
    sitting_of: Callable[[str], Sitting],
    window_of: Callable[[str], Window],
    post: Post,
) -> None:
    resident(case)
    former = CaseBuilder(case.sitting, case.signer)
    former.kept(former.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    former.kept(former.record_plan())
    old = case_references(case.sitting.vault)[former.case_id]
    seat = night_seat()
    window = seat.sit("KL")
    window.go(Place(room=Room.CASES))
    click(button(window.page, "Open one with a reason…"))
    write(field(window.page, "Reference of the case", QLineEdit), old)
    why = field(window.page, "Why you open it", QPlainTextEdit)
    click(button(window.page, "Open for reading"))
    assert window.page.place.room is Room.CASES
    write(why, "I know her from last year")
    click(button(window.page, "Open for reading"))
    assert sees(window.page, "only for people who live in the safe house now")
    assert window.page.place.room is Room.CASES
    window = seat.sit("SO")
    window.go(Place(room=Room.CASE, subject=case.record.subject))
    write(field(window.page, "Why you open it", QPlainTextEdit), "She asked what was agreed")
    click(button(window.page, "Open for reading"))
    assert sees(window.page, "Risk over time")
    seat.leave()
    with seat.laptop.sitting("AB", passphrases["AB"]) as sitting:
        raw = post.send(case.as_seen_by(sitting, sitting.signer(passphrases["AB"])), "SH")
    post.take(sitting_of("SH"), raw)
    helen = window_of("SH")
    helen.go(Place(room=Room.INBOX))
    assert sees(helen.page, "KL, night staff was refused a case that is not here")
    assert sees(helen.page, "“I know her from last year”")
    assert sees(helen.page, "“She asked what was agreed”")
    click(button(helen.page, "I have taken note"))
    assert not sees(helen.page, "I have taken note")
    helen.go(Place(room=Room.CASE, subject=case.record.subject))
    assert sees(helen.page, "Opened with a written reason: “She asked what was agreed”")


def test_whoever_logs_in_next_finds_nothing_of_the_one_before(
    case: CaseBuilder, night_seat: Seats, passphrases: dict[str, str]
) -> None:
    resident(case)
    seat = night_seat()
    window = seat.sit("SO")
    window.go(Place(room=Room.CASE, subject=case.record.subject))
    write(field(window.page, "Why you open it", QPlainTextEdit), "She asked what was agreed")
    click(button(window.page, "Open for reading"))
    assert lock_minutes(window.desk) == 3
    before = window.desk.sitting
    window = seat.sit("KL")
    assert not before.vault.is_open
    assert not window.desk.sitting.opened_with_reason
    assert window.page.place.room is Room.TODAY
    window.go(Place(room=Room.CASE, subject=case.record.subject))
    assert not sees(window.page, "Risk over time")
    assert seat.sit("AB", passphrases["AB"]).page.place.room is Room.TODAY


def test_the_missing_steps_of_somebody_who_moved_out_say_so_and_a_lock_leads_back_there(
    case: CaseBuilder, night_seat: Seats, passphrases: dict[str, str]
) -> None:
    case.kept(case.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    case.kept(case.record_plan())
    seat = night_seat()
    window = seat.sit("AB", passphrases["AB"])
    window.go(Place(room=Room.MISSING, subject=case.record.subject))
    assert sees(window.page, "Not a resident now")
    window = seat.sit("AB", passphrases["AB"])
    assert window.page.place.room is Room.MISSING
    assert sees(window.page, "Not a resident now")


def test_the_emergency_card_is_offered_when_a_week_is_over(
    case: CaseBuilder, night_seat: Seats, clock: FrozenClock
) -> None:
    resident(case)
    seat = night_seat()
    window = seat.sit("SO")
    assert sees(window.page, "Not printed on this laptop yet")
    workspace = workspace_at(window)
    record_paper(workspace, rendered(compose_emergency_card(workspace)), own_printer=True)
    window.go(Place(room=Room.HANDOVER))
    assert sees(window.page, "Printed on 3 February 2026. Destroy it on 10 February 2026.")
    clock.forward(hours=7 * 24)
    window = seat.sit("SO")
    assert sees(window.page, "Destroy the card of 3 February 2026")
    press(button(window.page, "Emergency card…"), Qt.Key.Key_Return)
    (dialog,) = window.findChildren(PreviewDialog)
    dialog.close()
