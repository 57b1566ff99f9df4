"""The list of cases and a new case, by keys and by mouse."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from outreach_app.domain.answers import flatten
from outreach_app.domain.documents import Subject
from outreach_app.services.sitting import Sitting
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from tests.services.builders import CaseBuilder, Json, Post
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, press, sees, write
from tests.support.settled import settle

Open = Callable[[str], Window]
SEARCH = "Search names, references and notes"
NAME = "Name the client wants us to use"
REASON = "She rang the night line and asks for her worker"


def kept(case: CaseBuilder, reference: str, name: str, **more: Json) -> CaseBuilder:
    identity = {"client_ref": reference, "preferred_name": name, **more}
    case.kept(case.plan(case.client, {"main": {"client_identity": identity}}))
    case.kept(case.record_plan())
    return case


def assessed(case: CaseBuilder, level: str, review: str) -> None:
    answers = {
        "section_a": {"assessed_at": "2026-01-20T10:00:00.000+00:00"},
        "section_k": {"indicated_level": level, "overall_level": level, "next_review": review},
    }
    case.kept(case.plan(case.document("risk_assessment"), {"main": answers}))


def three(case: CaseBuilder) -> tuple[CaseBuilder, CaseBuilder, CaseBuilder]:
    first = kept(case, "HH-26-A001", "Gerta")
    second = kept(CaseBuilder(case.sitting, case.signer), "HH-26-A002", "Mira")
    third = kept(CaseBuilder(case.sitting, case.signer), "HH-26-A003", "Linh")
    assessed(first, "medium", "2026-02-01")
    assessed(second, "very_high", "2026-02-09")
    return first, second, third


def list_page(window: Window) -> QTableView:
    window.desk.go(Place(room=Room.CASES))
    return field(window.page, "Cases", QTableView)


def cells(table: QTableView, column: int = 0) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def subject_of(case: CaseBuilder) -> Subject:
    return Subject(client_id=case.client_id, case_id=case.case_id)


def test_the_highest_risk_stands_first_with_shape_and_word(
    window_of: Open, case: CaseBuilder
) -> None:
    three(case)
    table = list_page(window_of("AB"))
    assert cells(table) == ["HH-26-A002.1", "HH-26-A001.1", "HH-26-A003.1"]
    assert cells(table, 2) == ["◆ Very high", "▲ Medium", "○ Not assessed"]
    assert cells(table, 3) == ["9 Feb 2026", "1 Feb 2026 · 2 days late", ""]


def test_names_are_hidden_until_somebody_asks_for_them(window_of: Open, case: CaseBuilder) -> None:
    three(case)
    window = window_of("AB")
    table = list_page(window)
    alone = not table.isColumnHidden(1)
    assert alone  # nobody else uses this laptop
    click(button(window.page, "Show names"))
    assert table.isColumnHidden(1)


def test_names_at_large_text_push_nothing_beyond_the_edge(
    window_of: Open, case: CaseBuilder, dressed: QApplication, clock: FrozenClock
) -> None:
    three(case)
    clock.forward(days=400)
    put_on(dressed, Look(text_percent=150))
    window = window_of("AB")
    table = list_page(window)
    if table.isColumnHidden(1):
        click(button(window.page, "Show names"))
    settle(window)
    assert not table.isColumnHidden(1)
    assert table.horizontalScrollBar().maximum() == 0
    last = table.model().columnCount() - 2
    assert table.columnWidth(last) > 60, "open flags can be read"


def test_typing_narrows_and_enter_opens_what_is_left(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    first, _second, _third = three(case)
    window = window_of("AB")
    table = list_page(window)
    search = field(window.page, SEARCH, QLineEdit)
    assert window.focusWidget() is search
    write(search, "ger")
    assert cells(table) == ["HH-26-A001.1"]
    press(search, Qt.Key.Key_Return)
    assert window.page.place == Place(room=Room.CASE, subject=subject_of(first))
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)


def test_arrow_keys_go_from_the_search_into_the_list_and_back(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    three(case)
    window = window_of("AB")
    table = list_page(window)
    search = field(window.page, SEARCH, QLineEdit)
    press(search, Qt.Key.Key_Down)
    assert (window.focusWidget(), table.currentIndex().row()) == (table, 0)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Up)
    press(table, Qt.Key.Key_Up)
    assert window.focusWidget() is search
    press(search, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.place.room is Room.CASE, timeout=2_000)
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)


def test_filters_and_order_by_mouse_and_by_keys(window_of: Open, case: CaseBuilder) -> None:
    three(case)
    window = window_of("AB")
    table = list_page(window)
    click(button(window.page, "Review overdue"))
    assert cells(table) == ["HH-26-A001.1"]
    click(button(window.page, "Review overdue"))
    click(button(window.page, "Highest or latest first"))
    assert cells(table) == ["HH-26-A001.1", "HH-26-A002.1", "HH-26-A003.1"]
    levels = field(window.page, "Risk level", QComboBox)
    press(levels, Qt.Key.Key_Down)
    assert cells(table) == ["HH-26-A002.1"]
    click(button(window.page, "Closed"))
    assert sees(window.page, "No case fits what you ask for.")


def test_a_word_of_a_note_is_found_with_the_words_around_it(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    first, _second, _third = three(case)
    first.kept(first.note_plan("She saw Brindelmoor at the station."))
    window = window_of("AB")
    list_page(window)
    write(field(window.page, SEARCH, QLineEdit), "brindelm")
    qtbot.waitUntil(lambda: sees(window.page, "She saw Brindelmoor at the station"), timeout=3_000)
    assert sees(window.page, "HH-26-A001.1 · Contact note")


def test_a_case_of_others_opens_only_with_a_reason(
    window_of: Open, case: CaseBuilder, post: Post, cover: Sitting, qtbot: QtBot
) -> None:
    kept(case, "HH-26-A001", "Gerta")
    post.take(cover, post.send(case, cover.me.person_id))
    window = window_of("CC")
    window.desk.go(Place(room=Room.CASES))
    assert sees(window.page, "1 case here is not shared with you") or sees(
        window.page, "1 case here are not shared with you"
    )
    before = window.size()
    click(button(window.page, "Open one with a reason…"))
    write(field(window.page, "Reference of the case", QLineEdit), "HH-26-A001")
    click(button(window.page, "Open for reading"))
    assert sees(window.page, "Please say why")
    settle(window)
    assert window.size() == before  # it scrolls; no screen is left
    (notice,) = (each for each in window.page.findChildren(Notice) if each.isVisible())
    qtbot.waitUntil(lambda: _is_wholly_in_sight(notice), timeout=5_000)
    write(field(window.page, "Why you open it", QPlainTextEdit), REASON)
    click(button(window.page, "Open for reading"))
    assert window.page.place == Place(room=Room.CASE, subject=subject_of(case))
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)
    kinds = [row.act.kind for row in cover.vault.journal.rows()]
    assert "case.glass_broken" in kinds


def _is_wholly_in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_case_begins_with_a_name_and_nothing_else(
    window_of: Open, office: Sitting, qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.NEW_CASE))
    write(field(window.page, NAME, QLineEdit), "Mira")
    click(button(window.page, "Begin the case"))
    assert window.page.place.room is Room.CASE
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)
    assert sees(window.page, "Mira · HH-26-A001")
    (client,) = [each for each in office.vault.drafts.mine() if each.form_id == "client"]
    answers = flatten(office.vault.drafts.load(client.document_id).answers)
    assert answers["preferred_name"] == "Mira"


def test_one_goes_on_with_a_case_that_was_only_begun(window_of: Open, qtbot: QtBot) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.NEW_CASE))
    write(field(window.page, NAME, QLineEdit), "Mira")
    click(button(window.page, "Begin the case"))
    qtbot.waitUntil(lambda: sees(window.page, "Begun and not signed"), timeout=5_000)
    (go_on,) = (
        each
        for each in window.page.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Continue: Begun and not signed")
    )
    click(go_on)
    assert window.page.place.room is Room.FORM


def test_leaving_a_new_case_keeps_nothing(window_of: Open, office: Sitting) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.NEW_CASE))
    write(field(window.page, NAME, QLineEdit), "Mira")
    click(button(window.page, "Cancel"))
    assert window.page.place.room is Room.TODAY
    assert office.vault.drafts.mine() == ()


def test_who_may_be_here_already_is_shown_before_a_second_record(
    window_of: Open, case: CaseBuilder, qtbot: QtBot
) -> None:
    born = {"dob_year": "2003", "dob_month": "3", "dob_day": "14"}
    first = kept(case, "HH-26-A001", "Gerta", dob=born)
    window = window_of("AB")
    window.desk.go(Place(room=Room.NEW_CASE))
    write(field(window.page, NAME, QLineEdit), "Gherta")
    qtbot.waitUntil(lambda: sees(window.page, "HH-26-A001 · Gerta"), timeout=3_000)
    assert sees(window.page, "Alike: a name that sounds alike")
    write(field(window.page, "Date of birth, Year", QLineEdit), "2003")
    qtbot.waitUntil(lambda: sees(window.page, "a date of birth that would fit"), timeout=3_000)
    click(button(window.page, "Open HH-26-A001"))
    assert window.page.place == Place(room=Room.CASE, subject=subject_of(first))
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)
    assert case.sitting.vault.drafts.mine() == ()


def test_what_is_no_number_is_told_and_the_rest_is_saved(
    window_of: Open, office: Sitting, qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.NEW_CASE))
    write(field(window.page, NAME, QLineEdit), "Mira")
    write(field(window.page, "Date of birth, Year", QLineEdit), "soon")
    click(button(window.page, "Begin the case"))
    assert sees(window.page, "1 answer could not be taken; all others are saved.")
    click(button(window.page, "Go to the case"))
    assert window.page.place.room is Room.CASE
    qtbot.waitUntil(lambda: sees(window.page, "Documents"), timeout=5_000)
    assert len(office.vault.drafts.mine()) == 2


def test_words_that_are_in_no_list_are_never_dropped_in_silence(
    window_of: Open, office: Sitting
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.NEW_CASE))
    write(field(window.page, NAME, QLineEdit), "Mira")
    land = field(window.page, "Nationality or nationalities", QLineEdit)
    # Set at once: key by key the list would open, which needs a window of its own.
    land.setText("atlantis")
    click(button(window.page, "Begin the case"))
    assert sees(window.page, "Not in the list.")
    assert not office.vault.drafts.mine()
    land.setText("vietn")
    press(land, Qt.Key.Key_Return)
    assert land.text() == "Vietnam"
    click(button(window.page, "Begin the case"))
    assert window.page.place.room is Room.CASE
