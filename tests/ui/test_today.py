"""Today: what waits by level and date, references only, one action each, what is only here."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import ReviewVerb, Subject
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Json, Post, keep_reviews
from tests.support.form_pages import drawn, focused, on_disk
from tests.support.pages import button, click, finish, sees, visible_texts
from tests.ui.carrying import begins

TODAY = date(2026, 2, 3)
Open = Callable[[str], Window]


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def signed(case: CaseBuilder, form_id: str, answers: Json) -> str:
    document = case.document(form_id)
    case.kept(case.plan(document, {"main": answers}))
    return document.document_id


def assessed(case: CaseBuilder, level: str, on: str, review: str) -> None:
    answers = {
        "section_a": {"assessed_at": f"{on}T10:00:00.000+00:00", "assessment_kind": "review"},
        "section_k": {"indicated_level": level, "overall_level": level, "next_review": review},
    }
    signed(case, "risk_assessment", answers)


def named(case: CaseBuilder, reference: str, name: str) -> CaseBuilder:
    identity = {"client_ref": reference, "preferred_name": name}
    case.kept(case.plan(case.client, {"main": {"client_identity": identity}}))
    case.kept(case.record_plan())
    return case


def subject_of(case: CaseBuilder) -> Subject:
    return Subject(client_id=case.client_id, case_id=case.case_id)


def test_an_empty_day_says_so_and_leads_to_a_new_case(window_of: Open, qtbot: QtBot) -> None:
    window = window_of("AB")
    assert sees(window.page, "Tuesday 3 February 2026")
    assert sees(window.page, "Nothing waits for you today.")
    assert sees(window.page, "everything signed has been sent")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page.place == Place(room=Room.NEW_CASE), timeout=2_000)


def test_the_higher_level_stands_first_and_nobody_reads_a_name(
    window_of: Open, case: CaseBuilder
) -> None:
    assessed(named(case, "HH-26-A001", "Gerta"), "medium", day(-30), day(-2))
    other = named(CaseBuilder(case.sitting, case.signer), "HH-26-A002", "Mira")
    assessed(other, "very_high", day(-3), day(0))
    page = window_of("AB").page
    lines = [text for text in visible_texts(page) if "Review of the risk assessment" in text]
    assert lines == [
        "Review of the risk assessment · HH-26-A002.1",
        "Review of the risk assessment · HH-26-A001.1",
    ]
    assert sees(page, "2 days overdue")
    assert sees(page, "Due today")
    assert not sees(page, "Gerta")
    assert not sees(page, "Mira")
    assert sees(page, "◆ Very high")


def test_each_line_leads_to_the_place_where_it_is_settled(
    window_of: Open, case: CaseBuilder
) -> None:
    if Room.FORM not in rooms():
        pytest.skip("no page for forms yet")
    assessed(named(case, "HH-26-A001", "Gerta"), "high", day(-7), day(0))
    window = window_of("AB")
    asked: list[Place] = []
    window.desk.asked_for.disconnect()
    window.desk.asked_for.connect(asked.append)
    start = "Start: Review of the risk assessment · HH-26-A001.1, High, due today"
    spoken = f"{start} · Last assessed on 27 January 2026"
    click(button(window.page, spoken))
    assert asked == [Place(room=Room.FORM, subject=subject_of(case), topic="due_review")]


def test_the_review_that_is_due_begins_as_a_review_and_only_once(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    assessed(named(case, "HH-26-A001", "Gerta"), "high", day(-7), day(0))
    window = window_of("AB")
    for _time in range(2):
        window.go(Place(room=Room.TODAY))
        finish(window.page)
        click(begins(window.page, "Start: Review of the risk assessment"))
        form = drawn(window, qtbot)
        assert form.work.session.value("section_a/assessment_kind") == "review"
    assert len(case.sitting.vault.drafts.mine()) == 1


def test_a_flag_is_noted_in_one_click_where_it_says_who_was_told(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    flag = {
        "flag_open": {
            "flag_code": "exploiter_contact_recent",
            "flag_set_at": f"{day(-1)}T08:00:00.000+00:00",
        }
    }
    document_id = signed(named(case, "HH-26-A001", "Gerta"), "safety_flag", flag)
    window = window_of("AB")
    words = "Flag “Exploiter contact recent”: tell your manager and note it · HH-26-A001.1"
    assert sees(window.page, words)
    click(begins(window.page, f"Note it: {words}"))
    form = drawn(window, qtbot)
    assert form.work.opened.document.document_id == document_id
    assert form.canvas.address_of(focused(window)) == "flag_told/told_who"
    QTest.keyClicks(focused(window), "Helen Marsh")
    form.canvas.commit()
    assert on_disk(form)["flag_told/told_who"] == "Helen Marsh"
    # Where one was is remembered without beginning another version.
    window.go(Place(room=Room.TODAY))
    window.back()
    assert window.page.place.topic == ""


def test_what_is_due_later_leads_to_its_case(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    assessed(named(case, "HH-26-A001", "Gerta"), "medium", day(-10), day(9))
    window = window_of("AB")
    assert sees(window.page, "Thu 12 Feb")
    click(button(window.page, "Open case HH-26-A001.1"))
    assert window.page.place == Place(room=Room.CASE, subject=subject_of(case))
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)


def test_counts_and_the_last_safe_point_are_told(
    window_of: Open, case: CaseBuilder, post: Post, supervisor: Sitting
) -> None:
    assessed(named(case, "HH-26-A001", "Gerta"), "medium", day(-20), day(-3))
    window = window_of("AB")
    assert sees(window.page, "3 documents")
    assert sees(window.page, "not sent since 3 Feb 2026")
    assert sees(window.page, "oldest by 3 days")
    post.send(case, supervisor.me.person_id)
    window.desk.go(Place(room=Room.TODAY))
    assert sees(window.page, "0 documents")
    assert sees(window.page, "everything signed has been sent")


def test_a_returned_document_comes_back(
    window_of: Open,
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    note = named(case, "HH-26-A001", "Gerta").kept(case.note_plan("She rang."))
    other = case.as_seen_by(supervisor, signer_of(supervisor))
    later = f"{day(1)}T09:00:00+00:00"
    keep_reviews(case.sitting, other.review(note, ReviewVerb.RETURN, text="Why?", at=later))
    assert sees(window_of("AB").page, "Contact note: returned · HH-26-A001.1")


def test_the_keyboard_begins_at_the_first_thing_to_do(window_of: Open, case: CaseBuilder) -> None:
    if Room.FORM not in rooms():
        pytest.skip("no page for forms yet")
    assessed(named(case, "HH-26-A001", "Gerta"), "high", day(-7), day(0))
    window = window_of("AB")
    finish(window.page)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Start: Review of the risk assessment")


def test_a_flag_leads_to_the_referral_that_it_asks_for(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    flag = {"flag_code": "adult_at_risk", "flag_set_at": f"{day(-1)}T08:00:00.000+00:00"}
    signed(named(case, "HH-26-A001", "Gerta"), "safety_flag", {"flag_open": flag})
    window = window_of("AB")
    click(begins(window.page, "Draft: Draft a referral, or write down why not: Adult"))
    form = drawn(window, qtbot)
    assert form.work.session.value("ref_head/ref_kind") == "adult_safeguarding"


def test_an_event_leads_to_the_assessment_that_it_asks_for(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    note = {"note_datetime": f"{day(-1)}T08:00:00.000+00:00"}
    told = {"note_about": note, "note_content": {"note_event": "nrm_decision"}}
    signed(named(case, "HH-26-A001", "Gerta"), "contact_note", told)
    window = window_of("AB")
    click(begins(window.page, "Start: New risk assessment after an event"))
    form = drawn(window, qtbot)
    assert form.work.session.value("section_a/assessment_kind") == "event"
    assert form.work.session.value("section_a/trigger_event") == "nrm_decision"


def test_what_is_due_is_written_for_a_calendar_without_a_name(
    window_of: Open, case: CaseBuilder, qtbot: QtBot, tmp_path: Path
) -> None:
    assessed(named(case, "HH-26-A001", "Gerta"), "medium", day(-14), day(5))
    page = window_of("AB").page
    click(button(page, "Write what is due as a calendar file, references only"))
    (dialog,) = page.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=2_000)
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(tmp_path / "due.ics"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(page, "Calendar file written: 1 thing due."), timeout=5_000)
    written = (tmp_path / "due.ics").read_bytes()
    assert b"DTSTART;VALUE=DATE:20260208" in written
    assert "SUMMARY:HH-26-A001.1 · Review".encode() in written
    assert b"Gerta" not in written
