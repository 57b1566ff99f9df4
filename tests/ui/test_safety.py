"""The immediate safety screen from the keyboard: answers, flags, who was told, left and resumed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.domain.answers import flatten
from outreach_app.domain.documents import Revision
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.safety.page import SafetyPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.writing import FLAG, Writer
from tests.support.pages import button, click, field, finish, press, sees, write

Key = Qt.Key
WindowOf = Callable[[str], Window]


def keyboard(window: Window) -> QWidget:
    """Return what has the keyboard."""
    found: QWidget | None = QApplication.focusWidget()
    return found if found is not None else window


def keys(window: Window, *pressed: Key) -> None:
    """Press keys one after the other wherever the keyboard is."""
    for each in pressed:
        press(keyboard(window), each)


def screen_of(window: Window, case: CaseBuilder | Writer) -> SafetyPage:
    """Go to the screen of a case."""
    subject = case.subject if isinstance(case, Writer) else case.record.subject
    window.go(Place(room=Room.SAFETY, subject=subject))
    page = window.page
    assert isinstance(page, SafetyPage)
    finish(page)
    return page


def settled(qtbot: QtBot, page: SafetyPage, *codes: str) -> None:
    """Wait until exactly these flags are set."""

    def are_set() -> bool:
        safety = page.safety
        assert safety is not None
        return {each.code for each in safety.flags() if each.opened} == set(codes)

    qtbot.waitUntil(are_set, timeout=3_000)


def newest(workspace: Workspace, form_id: str) -> Revision:
    """Return the newest signed version of the one document of a form."""
    (document,) = {
        each.document_id for each in workspace.vault.lists.documents() if each.form_id == form_id
    }
    (head,) = workspace.vault.revisions.heads(document)
    return head


def answer_of(page: SafetyPage, question: str, words: str) -> QAbstractButton:
    """Return the button of an answer to a question of the end."""
    (found,) = (
        each
        for each in page.sides.findChildren(QAbstractButton)
        if each.isVisible() and each.text() == words
        if each.accessibleDescription().startswith(question)
    )
    return found


def tell_the_manager(qtbot: QtBot, window: Window, page: SafetyPage) -> None:
    """Write down who was told, with what is true most nights at one press."""
    keys(window, Key.Key_F6)
    quick = button(page.panel, "Manager on call, by phone, now")
    quick.setFocus()
    press(quick, Key.Key_Space)
    qtbot.waitUntil(lambda: keyboard(window).accessibleName() == "Advice given", timeout=2_000)
    QTest.keyClicks(keyboard(window), "Keep her here tonight")
    email = button(page.panel, "WhatsApp")
    email.setFocus()
    press(email, Key.Key_Space)
    keys(window, Key.Key_F6)


def answer_the_end(qtbot: QtBot, window: Window, page: SafetyPage) -> None:
    """Go to the end and answer what the assessment needs besides."""
    press(keyboard(window), Key.Key_Down)
    QTest.keyClick(keyboard(window), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.sides.shows_questions, timeout=2_000)
    assert sees(page, "The flags that are open mean at least")
    assert not button(page, "Sign…").isEnabled()
    for question, words in (
        ("All questions of this page gone through", "Yes"),
        ("Overall level in your judgement", "High"),
    ):
        answer = answer_of(page, question, words)
        answer.setFocus()
        press(answer, Key.Key_Space)
    (next_step,) = (
        each
        for each in page.sides.findChildren(QLineEdit)
        if each.accessibleName() == "What happens next" and each.isVisible()
    )
    write(next_step, "New phone in the morning")
    press(next_step, Key.Key_Return)
    qtbot.waitUntil(lambda: button(page, "Sign…").isEnabled(), timeout=2_000)


def sign(qtbot: QtBot, window: Window, passphrase: str) -> None:
    """Type the passphrase into the dialog that is open, and wait until it has closed."""
    (dialog,) = window.findChildren(SigningDialog)
    (field,) = dialog.findChildren(QLineEdit)
    qtbot.waitUntil(field.hasFocus, timeout=2_000)
    QTest.keyClicks(field, passphrase)
    press(field, Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(SigningDialog), timeout=10_000)


def test_the_whole_screen_from_the_keyboard(
    qtbot: QtBot,
    window_of: WindowOf,
    workspace_of: Callable[[str], Workspace],
    case: CaseBuilder,
    passphrases: dict[str, str],
) -> None:
    case.opened()
    window, workspace = window_of("AB"), workspace_of("AB")
    workspace.sitting.change_setting("safety.on_call", "07700 900112")
    page = screen_of(window, case)
    # One digit is yes, the same again is no; Enter goes on without an answer.
    keys(window, Key.Key_1, Key.Key_1, Key.Key_Return, Key.Key_3, Key.Key_3, Key.Key_3)
    keys(window, Key.Key_4)
    settled(qtbot, page, "exploiter_contact_recent")
    assert sees(page, "Flag set")
    assert sees(page, "Ask by which channel, what was said, threats.")
    assert sees(page, "Manager on call: 07700 900112")
    assert sees(page, "3 of 25 answered · page 1 of 3")
    tell_the_manager(qtbot, window, page)
    answer_the_end(qtbot, window, page)
    done = button(page, "Sign…")
    done.setFocus()
    press(done, Key.Key_Space)
    (dialog,) = window.findChildren(SigningDialog)
    assert sees(dialog, "Keep her here tonight")
    sign(qtbot, window, passphrases["AB"])
    qtbot.waitUntil(lambda: window.page is not page, timeout=3_000)
    flag = flatten(newest(workspace, "safety_flag").answers())
    assert flag["flag_code"] == "exploiter_contact_recent"
    assert (flag["told_who"], flag["told_how"]) == ("Manager on call", "phone")
    assert flag["advice_given"] == "Keep her here tonight"
    assessment = flatten(newest(workspace, "risk_assessment").answers())
    assert assessment["assessment_kind"] == "immediate"
    assert assessment["b_danger_now"] == "no"
    assert assessment["b_exploiter_contact_recent"] == "yes"
    # The flag was signed first, so the rules saw it.
    assert assessment["indicated_level"] == "high"


def test_a_digit_pressed_before_the_questions_are_drawn_answers_its_question(
    qtbot: QtBot, window_of: WindowOf, case: CaseBuilder
) -> None:
    case.opened()
    window = window_of("AB")
    window.go(Place(room=Room.SAFETY, subject=case.record.subject))
    page = window.page
    assert isinstance(page, SafetyPage)
    assert page.safety is None, "they are drawn in slices"
    press(page, Key.Key_5)
    settled(qtbot, page, "location_compromised")
    assert sees(page, "1 of 25 answered")


def test_danger_in_a_long_assessment_sets_its_flag_without_being_asked_again(
    qtbot: QtBot, window_of: WindowOf, case: CaseBuilder, passphrases: dict[str, str]
) -> None:
    case.opened()
    window, subject = window_of("AB"), case.record.subject
    casework = window.desk.workspace.casework
    opened = casework.begin("risk_assessment", subject)
    opened.set_answer("assessment_kind", "full")
    opened.set_answer("section_b/b_location_compromised", "yes")
    document_id = opened.document.document_id
    window.go(Place(room=Room.FORM, subject=subject, document_id=document_id))
    click(button(window.page, "Record immediate danger"))
    page = window.page
    assert isinstance(page, SafetyPage)
    finish(page)
    settled(qtbot, page, "location_compromised")
    click(button(page, "Finish"))
    (dialog,) = window.findChildren(SigningDialog)
    write(field(dialog, "Passphrase", QLineEdit), passphrases["AB"])
    click(button(dialog, "Sign"))
    qtbot.waitUntil(lambda: window.page.place.room is Room.FORM, timeout=20_000)
    assert window.page.place.document_id == document_id
    again = casework.resume(document_id)
    assert [flag.code for flag in again.context.case_file.open_flags()] == ["location_compromised"]
    assert not any("flag" in each.text for each in again.obstacles())
    qtbot.waitUntil(lambda: sees(window.page, "Very high"), timeout=20_000)


def test_left_in_the_middle_and_resumed(
    qtbot: QtBot, window_of: WindowOf, case: CaseBuilder
) -> None:
    case.opened()
    window = window_of("AB")
    page = screen_of(window, case)
    keys(window, Key.Key_5)
    # Left before the answer has rested: the flag is begun all the same.
    keys(window, Key.Key_Escape)
    assert window.page is not page
    again = screen_of(window, case)
    assert again.safety is not None
    assert again.place.document_id == page.place.document_id
    assert [each.code for each in again.safety.flags()] == ["location_compromised"]
    assert sees(again, "1 of 25 answered")
    assert sees(again, "Flag set")


def test_a_slip_leaves_no_flag_but_what_is_written_stays(
    qtbot: QtBot, window_of: WindowOf, case: CaseBuilder
) -> None:
    case.opened()
    window = window_of("AB")
    page = screen_of(window, case)
    keys(window, Key.Key_7)
    settled(qtbot, page, "injury_urgent")
    keys(window, Key.Key_7)
    settled(qtbot, page)
    assert sees(page, "The flag was taken back. Nothing had been written in it.")
    keys(window, Key.Key_8)
    settled(qtbot, page, "pregnancy_no_care")
    keys(window, Key.Key_F6)
    QTest.keyClicks(keyboard(window), "Helen")
    keys(window, Key.Key_F6, Key.Key_8)
    qtbot.waitUntil(lambda: sees(page, "The answer is not Yes any more"), timeout=3_000)
    settled(qtbot, page, "pregnancy_no_care")
    click(button(page, "It was a mistake"))
    settled(qtbot, page)


def test_danger_now_fills_the_page_and_gives_the_words_to_say(
    qtbot: QtBot, window_of: WindowOf, case: CaseBuilder
) -> None:
    case.opened()
    window = window_of("AB")
    page = screen_of(window, case)
    keys(window, Key.Key_1)
    qtbot.waitUntil(lambda: sees(page, "◆ Call 999."), timeout=3_000)
    assert not sees(page, "Is the client still being exploited?")
    click(button(page, "Copy these words"))
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert copied.startswith("Place: (say where you are). Reference: ")
    click(button(page, "Now: Emergency call made at"))
    click(button(page, "Go on with the questions"))
    assert sees(page, "Is the client still being exploited?")
    safety = page.safety
    assert safety is not None
    flag = safety.flag("danger_now")
    assert flag is not None
    assert flag.opened is not None
    assert flag.opened.answers()["flag_done_at"]


def test_somebody_listens_the_screen_goes_and_asks_one_thing_on_return(
    qtbot: QtBot, window_of: WindowOf, case: CaseBuilder
) -> None:
    case.opened()
    window = window_of("AB")
    page = screen_of(window, case)
    with qtbot.waitSignal(window.desk.lock_asked, timeout=3_000):
        keys(window, Key.Key_2)
    back = screen_of(window, case)
    assert back is not page
    assert sees(back, "Is it safe for the client to talk now?")
    assert not sees(back, "Is the client still being exploited?")
    press(keyboard(window), Key.Key_Space)
    assert sees(back, "Is the client still being exploited?")
    assert back.work.session.value("section_a/safe_to_talk") == "yes"


def test_an_open_flag_is_shown_and_gets_a_new_version(
    qtbot: QtBot,
    window_of: WindowOf,
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    writer = Writer(workspace_of("AB"), signer_of(office))
    document = writer.signed("safety_flag", FLAG)
    window = window_of("AB")
    page = screen_of(window, writer)
    assert sees(page, "Open for 16 hours")
    keys(window, Key.Key_4)
    page.settle()
    safety = page.safety
    assert safety is not None
    assert [each.opened for each in safety.flags()] == [None]
    click(button(page, "Write down who was told…"))
    QTest.keyClicks(keyboard(window), "Helen Marsh")
    page.leave()
    assert office.vault.drafts.has(document.document_id)
    assert safety.flags()[0].opened is not None


def test_a_new_arrival_begins_with_one_key(window_of: WindowOf) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.SAFETY))
    assert sees(window.page, "A new arrival")
    keys(window, Key.Key_Space)
    page = window.page
    assert isinstance(page, SafetyPage)
    assert sees(page, "0 of 25 answered")
    assert window.desk.workspace.casework.draft_cases()


def test_every_question_takes_two_keys(window_of: WindowOf, case: CaseBuilder) -> None:
    case.opened()
    window = window_of("AB")
    page = screen_of(window, case)
    for _page in range(3):
        for digit in range(9):
            rows = page.pages.rows[page.pages.page * 9 :][:9]
            if digit < len(rows):
                keys(window, Key(Key.Key_1 + digit), Key(Key.Key_1 + digit))
        if page.pages.page < 2:
            page.pages.turn(1)
    safety = page.safety
    assert safety is not None
    page.settle()
    assert safety.answered() == 25
    assert safety.flags() == ()


def in_sight(widget: QWidget) -> bool:
    """Whether every part of a widget is seen."""
    return widget.visibleRegion().boundingRect().contains(widget.rect())


def at_the_end(qtbot: QtBot, window: Window, case: CaseBuilder) -> SafetyPage:
    """Answer one question with yes and go to the end."""
    page = screen_of(window, case)
    keys(window, Key.Key_4)
    settled(qtbot, page, "exploiter_contact_recent")
    button(page, "Finish").click()
    qtbot.waitUntil(lambda: not page.sides.shows_questions, timeout=2_000)
    return page


def test_each_thing_that_is_missing_is_a_press_away_and_in_sight(
    qtbot: QtBot, window_of: WindowOf, case: CaseBuilder
) -> None:
    case.opened()
    window = window_of("AB")
    window.resize(1280, 720)
    page = at_the_end(qtbot, window, case)
    # The list is what one sees first, and the keyboard is in it.
    assert keyboard(window).accessibleName().startswith("Go to: ")
    for question in ("All questions of this page gone through", "How was the contact?"):
        (there,) = (
            each
            for each in page.sides.findChildren(QAbstractButton)
            if each.isVisible() and each.accessibleName().startswith(f"Go to: {question}")
        )
        press(there, Key.Key_Space)
        assert keyboard(window) is not there
        qtbot.waitUntil(lambda: in_sight(keyboard(window)), timeout=2_000)
        assert keyboard(window).accessibleDescription().startswith(question)
