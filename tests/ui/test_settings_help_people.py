"""Settings kept at once, help where one is, contacts with their words, about."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from outreach_app.services.directory import ContactState, contacts
from outreach_app.services.sitting import Sitting
from outreach_app.settings import SETTINGS, grouped
from outreach_app.ui.help_pages import topics
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.theme.tokens import ThemeName
from outreach_app.ui.tongue import languages
from tests.support.pages import button, click, field, finish, press, sees, write


def test_a_setting_is_kept_at_once(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    click(button(window, "Settings"))
    minutes = field(window.page, "Lock after minutes, one person", QSpinBox)
    minutes.setFocus()
    press(minutes, Qt.Key.Key_Up)
    assert window.desk.sitting.settings().number("lock.minutes_alone") == 6


def test_no_list_of_choices_opens_by_itself(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    for room in (Room.SETTINGS, Room.NEW_CASE):
        window.go(Place(room=room))
        finish(window.page)
        assert window.page.findChildren(QComboBox)
        opened = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        assert opened == [window], room


def test_colours_and_text_size_change_the_whole_window(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    click(button(window, "Settings"))
    theme = field(window.page, "Colours", QComboBox)
    theme.setFocus()
    press(theme, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: current_look().theme is ThemeName.DARK, timeout=2_000)
    assert window.page.place.room is Room.SETTINGS
    assert sees(window, "Anna Berg")


def test_help_opens_at_the_place_where_one_is_and_leads_back(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.PEOPLE))
    QTest.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.page.place.room is Room.HELP, timeout=2_000)
    assert sees(window.page, "Compare its twelve words by telephone")
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.page.place.room is Room.PEOPLE, timeout=2_000)


def test_help_has_a_page_for_every_room_that_is_reached_from_the_bar() -> None:
    named = {topic.name for topic in topics()}
    assert {"start", "today", "cases", "case", "form", "share", "inbox", "outbox"} <= named
    assert all(topic.title and topic.parts for topic in topics())


def test_contacts_show_who_may_be_written_to_with_words_that_differ(
    window_of: Callable[[str], Window],
) -> None:
    window = window_of("AB")
    click(button(window, "Contacts"))
    assert sees(window.page, "Sara Hill (SH)")
    assert sees(window.page, "You, on this laptop")
    search = field(window.page, "Search contacts", QLineEdit)
    write(search, "cora")
    assert sees(window.page, "Cora Celik (CC)")
    assert not sees(window.page, "Sara Hill (SH)")


def test_words_of_a_contact_are_those_that_the_other_laptop_shows(
    office: Sitting, supervisor: Sitting
) -> None:
    here = {each.person.initials: each for each in contacts(office)}
    there = {each.person.initials: each for each in contacts(supervisor)}
    assert here["SH"].words == there["SH"].words
    assert len({each.words for each in here.values()}) == 3
    assert here["SH"].state is ContactState.VALID


def test_about_names_the_licence_and_every_library_with_its_own(
    window_of: Callable[[str], Window],
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.ABOUT))
    assert sees(window.page, "Mozilla Public Licence 2.0")
    assert sees(window.page, "Open Government Licence v3.0")
    assert sees(window.page, "pyHanko")
    assert not sees(window.page, "not installed")


def test_a_language_is_chosen_among_those_that_exist(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    click(button(window, "Settings"))
    language = field(window.page, "Language", QComboBox)
    assert language.currentText().startswith("As the desktop: ")
    assert [language.itemData(at) for at in range(1, language.count())] == list(languages())
    chosen: list[str] = []
    window.desk.language_changed.connect(chosen.append)
    language.setFocus()
    press(language, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: chosen == ["en"], timeout=2_000)
    assert window.page.place.room is Room.SETTINGS


def test_every_setting_stands_in_one_group() -> None:
    listed = [each.key for _heading, settings in grouped() for each in settings]
    assert sorted(listed) == sorted(each.key for each in SETTINGS)
