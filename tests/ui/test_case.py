"""One case: head, chart by keys, what waits, plan, people, papers, and who may see it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Subject
from outreach_app.services.sitting import Sitting
from outreach_app.ui.cases.chart import RiskChart
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from tests.services.builders import CaseBuilder, Json, Post
from tests.support.pages import button, click, field, press, sees, write

TODAY = date(2026, 2, 3)
Open = Callable[[str], Window]


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def signed(case: CaseBuilder, form_id: str, answers: Json) -> str:
    document = case.document(form_id)
    case.kept(case.plan(document, {"main": answers}))
    return document.document_id


def assessed(case: CaseBuilder, level: str, on: str, feeling: str) -> None:
    answers = {
        "section_a": {"assessed_at": f"{on}T10:00:00.000+00:00", "assessment_kind": "review"},
        "section_d": {"d_words": {"client_fear_score": feeling}},
        "section_k": {"indicated_level": level, "overall_level": level, "next_review": day(4)},
    }
    signed(case, "risk_assessment", answers)


@pytest.fixture
def full(case: CaseBuilder) -> CaseBuilder:
    """A case with something of everything."""
    main = {
        "client_identity": {
            "client_ref": "HH-26-A001",
            "preferred_name": "Gerta",
            "full_name": "<b>Gerta</b> Shembulli",
        },
        "client_language": {
            "first_language": "sqi",
            "interpreter_needed": "yes",
            "interpreter_avoid": "Nobody from her town",
        },
        "client_health": {
            "has_dependants": "yes",
            "dependants": [
                {"_id": "r_d", "_order": "a", "dep_relationship": "child",
                 "dep_lives_with": "with_client", "dep_risk_now": "yes"}
            ],
        },
    }  # fmt: skip
    contacts = [
        {"_id": "r_1", "_order": "a", "channel": "phone_call", "value": "07700 900999",
         "belongs_to": "family", "safe_to_use": "no"},
        {"_id": "r_2", "_order": "b", "channel": "whatsapp", "value": "07700 900461",
         "belongs_to": "own", "safe_to_use": "yes", "say_we_are": "Anna"},
    ]  # fmt: skip
    location = {
        "client_contact": {"code_word": "Is the bread finished?", "safe_contacts": contacts}
    }
    case.kept(case.plan(case.client, {"main": main, "location": location}))
    case.kept(case.record_plan())
    assessed(case, "medium", day(-20), "4")
    assessed(case, "high", day(-3), "2")
    flag = {"flag_code": "device_compromised", "flag_set_at": f"{day(-2)}T08:00:00.000+00:00"}
    signed(case, "safety_flag", {"flag_open": flag})
    actions = [
        {"_id": "r_a", "_order": "a", "act_text": "Call the bank", "act_by": day(-1)},
        {"_id": "r_b", "_order": "b", "act_text": "Go along", "act_status": "done"},
    ]
    goal = {"_id": "r_g", "_order": "a", "goal_words_text": "My own money", "goal_domain": "income",
            "goal_status": "open", "actions": actions}  # fmt: skip
    signed(case, "support_plan", {"plan_date": day(-9), "goals": [goal]})
    return case


@pytest.fixture
def subject(full: CaseBuilder) -> Subject:
    return Subject(client_id=full.client_id, case_id=full.case_id)


@pytest.fixture
def opened(window_of: Open, subject: Subject, qtbot: QtBot) -> Window:
    window = window_of("AB")
    window.desk.go(Place(room=Room.CASE, subject=subject))
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)
    return window


def test_the_head_says_who_it_is_and_how_it_stands(opened: Window) -> None:
    page = opened.page
    assert sees(page, "Gerta · HH-26-A001.1")
    assert sees(page, "■ Risk: High, rising")
    assert sees(page, "Open flag: Device compromised · for 51 hours")
    assert sees(page, "Interpreter: Albanian")
    assert sees(page, "No consent to share stands")
    assert opened.windowTitle() == "Notes"


def test_the_chart_is_read_day_by_day_with_arrow_keys(opened: Window) -> None:
    (chart,) = opened.page.findChildren(RiskChart)
    chart.setFocus()
    assert chart.accessibleDescription() == (
        "31 January 2026: Review: judged High, indicated High, feels safe 2 of 10."
    )
    press(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "1 February 2026: Flag set: Device compromised."
    assert sees(opened.page, "1 February 2026: Flag set: Device compromised.")
    press(chart, Qt.Key.Key_Home)
    assert "judged Medium, indicated Medium, feels safe 4 of 10" in chart.accessibleDescription()
    press(chart, Qt.Key.Key_End)
    press(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("1 February 2026")


def test_the_chart_has_the_same_as_a_table(opened: Window) -> None:
    click(button(opened.page, "Show as table"))
    table = field(opened.page, "Risk over time as a table", QTableWidget)
    found = [
        [item.text() if (item := table.item(row, column)) else "" for column in range(5)]
        for row in range(table.rowCount())
    ]
    assert found == [
        ["14 Jan 2026", "Review", "▲ Medium", "▲ Medium", "4"],
        ["31 Jan 2026", "Review", "■ High", "■ High", "2"],
        ["1 Feb 2026", "Flag set: Device compromised", "", "", ""],
    ]
    click(button(opened.page, "Show as drawing"))
    assert not table.isVisibleTo(opened.page)


def test_the_chart_is_drawn_in_every_look_and_mirrored(opened: Window, qtbot: QtBot) -> None:
    (chart,) = opened.page.findChildren(RiskChart)
    plain = chart.grab().toImage()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.grab().toImage() != plain


def test_what_waits_stands_with_flags_first(opened: Window) -> None:
    page = opened.page
    assert sees(page, "Flag “Device compromised”: tell your manager and note it")
    assert sees(page, "Call the bank")
    assert sees(page, "1 day overdue · Support plan")


def test_the_plan_speaks_in_the_clients_words_and_tells_how_far_it_is(opened: Window) -> None:
    assert sees(opened.page, "“My own money”")
    assert sees(opened.page, "1 of 2 actions done")
    (bar,) = opened.page.findChildren(QProgressBar)
    assert (bar.value(), bar.property("kind")) == (50, "late")
    assert bar.accessibleName() == "Open, 1 of 2 actions done"


def test_safe_ways_to_reach_the_client_come_first_and_unsafe_ones_say_so(opened: Window) -> None:
    page = opened.page
    assert sees(page, "WhatsApp: 07700 900461")
    assert sees(page, "✕ Not safe: do not use")
    assert sees(page, "say “Anna”")
    assert sees(page, "Nobody from her town")
    assert sees(page, "▲ Worry now")
    assert sees(page, "<b>Gerta</b> Shembulli")


def test_the_code_word_is_hidden_until_asked_for(opened: Window) -> None:
    page = opened.page
    assert not sees(page, "Is the bread finished?")
    assert "Code word, hidden" in {each.accessibleName() for each in page.findChildren(Text)}
    click(button(page, "Show: Code word"))
    assert sees(page, "Is the bread finished?")
    click(button(page, "Hide: Code word"))
    assert not sees(page, "Is the bread finished?")


def test_papers_stand_with_their_state_and_the_history_with_who_and_when(opened: Window) -> None:
    page = opened.page
    assert sees(page, "Risk assessment: Review")
    assert sees(page, "Signed, not sent yet")
    assert sees(page, "AB, caseworker · 11:00")


def test_every_form_of_the_role_may_be_begun(opened: Window) -> None:
    if Room.FORM not in rooms():
        pytest.skip("no page for forms yet")
    menu = button(opened.page, "New…")
    assert isinstance(menu, QPushButton)
    said = [each.text() for each in menu.menu().actions()]
    assert {"Contact note", "Referral", "Risk assessment", "Safety plan"} <= set(said)
    assert not {"Client record", "Case record"} & set(said)


def test_a_review_begins_as_a_draft_of_its_kind(opened: Window, full: CaseBuilder) -> None:
    if Room.FORM not in rooms():
        pytest.skip("no page for forms yet")
    start = button(opened.page, "Start review")
    assert isinstance(start, QPushButton)
    (review,) = [
        each for each in start.menu().actions() if each.text() == "Risk assessment: Review"
    ]
    review.trigger()
    (draft,) = full.sitting.vault.drafts.mine()
    assert opened.page.place.document_id == draft.document_id
    answers = full.sitting.vault.drafts.load(draft.document_id).answers
    assert answers["section_a"]["assessment_kind"] == "review"


def test_a_case_that_was_never_assessed_begins_with_an_assessment(
    opened_case: CaseBuilder, window_of: Open
) -> None:
    window = window_of("AB")
    record = opened_case.record.subject
    window.desk.go(Place(room=Room.CASE, subject=record))
    assert "Start assessment" in _words(window)
    assert "Start review" not in _words(window)
    assessed(opened_case, "high", day(-1), "6")
    window.desk.go(Place(room=Room.CASES))
    window.desk.go(Place(room=Room.CASE, subject=record))
    assert sees(window.page, "Risk: High")
    assert not sees(window.page, "steady"), "one assessment goes nowhere"
    assert "Start review" in _words(window)
    assert "Start assessment" not in _words(window)


def _words(window: Window) -> set[str]:
    return {each.text() for each in window.page.findChildren(QPushButton)}


def test_a_case_of_others_shows_nothing_until_a_reason_is_given(
    full: CaseBuilder, subject: Subject, post: Post, cover: Sitting, window_of: Open, qtbot: QtBot
) -> None:
    post.take(cover, post.send(full, cover.me.person_id))
    window = window_of("CC")
    window.desk.go(Place(room=Room.CASE, subject=subject))
    assert sees(window.page, "This case is not shared with you.")
    assert not sees(window.page, "Gerta")
    write(field(window.page, "Why you open it", QPlainTextEdit), "She asks for her worker tonight")
    click(button(window.page, "Open for reading"))
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)
    assert sees(window.page, "Gerta · HH-26-A001.1")
    names = {each.accessibleName() for each in window.page.findChildren(QPushButton)}
    assert not {"Add note", "Start review", "New…"} & names


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off_at_the_side(
    opened: Window, subject: Subject, percent: int, qapp: object, qtbot: QtBot
) -> None:
    put_on(qapp, Look(text_percent=percent))  # type: ignore[arg-type]
    opened.desk.go(Place(room=Room.CASE, subject=subject))
    qtbot.waitUntil(lambda: sees(opened.page, "Documents"), timeout=5_000)
    qtbot.wait(50)
    area = opened.page._scroll  # type: ignore[attr-defined]
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    assert opened.width() == 1280
