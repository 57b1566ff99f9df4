"""Reports at the window: by keyboard from the bar to the file; who makes none; what is refused."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.reports.kept import kept_reports
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.reports.chart import ChartView
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Json
from tests.support.pages import button, click, field, press, sees, write


def _choose(window: Window, words: str) -> None:
    """Choose a period out of the list, by keys."""
    periods = field(window.page, "Period", QComboBox)
    for _each in range(periods.count()):
        if periods.currentText() != words:
            press(
                periods,
                Qt.Key.Key_Down
                if periods.findText(words) > periods.currentIndex()
                else Qt.Key.Key_Up,
            )
    assert periods.currentText() == words


def test_a_supervisor_makes_a_report_with_the_keyboard_and_finds_it_again(
    qtbot: QtBot,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    CaseBuilder(supervisor, signer_of(supervisor)).opened()
    window = window_of("SH")
    click(button(window, "Reports"))
    assert window.page.place.room is Room.REPORTS
    assert field(window.page, "Period", QComboBox).currentText() == "October to December 2025"
    assert sees(window.page, "No report was made here yet.")
    _choose(window, "January to March 2026, so far")
    press(button(window.page, "Make the report"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(window.page, "Report January to March 2026"), timeout=20_000)
    assert sees(window.page, "In this period there were one new case")
    assert sees(window.page, "Type of modern slavery")
    (kept,) = kept_reports(supervisor)
    assert (kept.period, kept.audience) == ("2026-01-01..2026-03-31", "internal")
    assert button(window.page, "Save as PDF…").isVisibleTo(window.page)
    window.go(Place(room=Room.TODAY))
    window.go(Place(room=Room.REPORTS))
    click(button(window.page, "Show"))
    qtbot.waitUntil(lambda: sees(window.page, "Report January to March 2026"), timeout=20_000)
    assert len(kept_reports(supervisor)) == 1


def test_bars_are_said_in_words_and_what_is_not_known_leads_to_its_document(
    qtbot: QtBot,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    clients = {}
    for gender in ("female", "male"):
        builder = CaseBuilder(supervisor, signer_of(supervisor))
        identity: Json = {"client_identity": {"preferred_name": "Ina", "gender": gender}}
        builder.opened()
        (head,) = supervisor.vault.revisions.head_ids(builder.client.document_id)
        builder.kept(builder.plan(builder.client, {"main": identity}, parents=(head,)))
        clients[builder.case_id] = builder.client.document_id
    window = window_of("SH")
    window.go(Place(room=Room.REPORTS))
    _choose(window, "January to March 2026, so far")
    press(button(window.page, "Make the report"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(window.page, "What is not known"), timeout=20_000)
    charts = {each.accessibleName(): each for each in window.page.findChildren(ChartView)}
    gender_chart = charts["Bars. S1.2 Gender"]
    assert gender_chart.focusPolicy() == Qt.FocusPolicy.TabFocus
    said = gender_chart.accessibleDescription()
    assert said.startswith("Female: New 1, Open at the end 1, Closed 0")
    gender_chart.setFocus()
    qtbot.waitUntil(lambda: not gender_chart.size().isEmpty() and gender_chart.hasFocus())
    plain = gender_chart.grab().toImage()
    gender_chart.clearFocus()
    assert gender_chart.grab().toImage() != plain, "the keyboard is shown"
    assert sees(window.page, "Nationality: 2 cases")
    opening = [
        each
        for each in window.page.findChildren(Button)
        if each.accessibleName().endswith(": Nationality")
    ]
    assert len(opening) == 2
    press(opening[1], Qt.Key.Key_Space)
    assert window.page.place.room is Room.FORM
    place = window.page.place
    assert place.subject is not None
    assert place.document_id == clients[place.subject.case_id]


def test_partners_see_no_small_numbers(
    qtbot: QtBot,
    window_of: Callable[[str], Window],
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    CaseBuilder(supervisor, signer_of(supervisor)).opened()
    window = window_of("SH")
    window.go(Place(room=Room.REPORTS))
    _choose(window, "January to March 2026, so far")
    press(field(window.page, "Who will read it", QComboBox), Qt.Key.Key_Down)
    click(button(window.page, "Make the report"))
    qtbot.waitUntil(lambda: sees(window.page, "counts below 5 are hidden"), timeout=20_000)
    qtbot.waitUntil(lambda: len(kept_reports(supervisor)) == 1, timeout=20_000)
    assert not sees(window.page, "one new case")


def test_two_days_are_typed_as_people_write_them_and_what_is_no_period_is_said(
    qtbot: QtBot, window_of: Callable[[str], Window], supervisor: Sitting
) -> None:
    window = window_of("SH")
    window.go(Place(room=Room.REPORTS))
    _choose(window, "Other days")
    first, last = (field(window.page, name, QLineEdit) for name in ("From", "To"))
    write(first, "5 Jan")
    write(last, "spring")
    click(button(window.page, "Make the report"))
    assert sees(window.page, "These are no two days")
    assert kept_reports(supervisor) == ()
    last.clear()
    write(last, "yesterday")
    click(button(window.page, "Make the report"))
    qtbot.waitUntil(lambda: len(kept_reports(supervisor)) == 1, timeout=20_000)
    (kept,) = kept_reports(supervisor)
    assert kept.period.startswith("2026-01-05..2026-")
    assert not sees(window.page, "These are no two days")


def test_a_caseworker_has_no_reports_and_is_told_so(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    window.go(Place(room=Room.REPORTS))
    assert sees(window.page, "The attempt is in the journal")
    assert not window.page.findChildren(QLineEdit)
