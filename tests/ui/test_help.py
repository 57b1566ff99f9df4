"""Help: a page for every room, found by its words, with pictures, on paper too."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.ui.help import print_topic
from outreach_app.ui.help_pages import found, help_folder, plain_parts, topic_about, topics
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, put_on
from outreach_app.ui.theme.tokens import ThemeName
from tests.support.help_pictures import MOST_BYTES
from tests.support.pages import button, click, field, press, sees, write
from tests.support.settled import settle

ALL_ROOMS = sorted(rooms())
WANTED = {
    "start", "unlock", "today", "new-case", "form", "plan", "exit", "safety", "share", "inbox",
    "conflicts", "cover", "night", "backup", "never", "keys",
}  # fmt: skip
LONGEST_WORDS = 330


@pytest.mark.parametrize("room", ALL_ROOMS)
def test_every_room_has_its_page(room: Room) -> None:
    assert room.value in topic_about(room.value, topics()).about


def test_there_is_a_short_page_for_each_thing_that_people_ask() -> None:
    assert {each.name for each in topics()} >= WANTED
    for each in topics():
        assert each.title
        words = " ".join(plain_parts(each)).split()
        assert 30 < len(words) < LONGEST_WORDS, f"{each.name}: {len(words)} words"


def test_pages_are_about_rooms_that_there_are_and_about_no_room_twice() -> None:
    about = [room for each in topics() for room in each.about]
    assert len(about) == len(set(about))
    assert set(about) - {"start"} <= {room.value for room in Room}


def test_every_picture_is_there_light_and_dark_and_all_are_small() -> None:
    shown = {
        name
        for path in (help_folder() / "en").glob("*.md")
        for name in re.findall(
            r"^!\[.+\]\(\.\./pictures/(\w+)-light\.png\)$", path.read_text("utf-8"), re.MULTILINE
        )
    }
    assert len(shown) >= 12
    wanted = {f"{name}-{theme}.png" for name in shown for theme in ("light", "dark")}
    there = {each.name: each.stat().st_size for each in (help_folder() / "pictures").iterdir()}
    assert set(there) == wanted, "run: python3 dev.py pictures --for-help"
    assert sum(there.values()) <= MOST_BYTES
    assert not any(QPixmap(str(help_folder() / "pictures" / name)).isNull() for name in wanted)


def test_f1_opens_the_page_about_where_one_is(
    window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    for room, words in ((Room.INBOX, "Inbox and review"), (Room.NEW_CASE, "A new case")):
        window.desk.go(Place(room=room))
        QTest.keyClick(window, Qt.Key.Key_F1)
        qtbot.waitUntil(lambda: window.page.place.room is Room.HELP, timeout=2_000)
        assert window.page.focusWidget() is button(window.page, words)
        press(window, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.page.place.room is not Room.HELP, timeout=2_000)


def test_words_are_found_on_any_page(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.HELP))
    search = field(window.page, "Search the help", QLineEdit)
    write(search, "recovery shares")
    assert search.accessibleDescription() == "3 pages with these words"
    assert sees(window.page, "Unlocking")
    click(button(window.page, "Unlocking"))
    assert sees(window.page, "Two of the people who hold the recovery shares")
    assert not sees(window.page, "Outbox")
    search.selectAll()
    write(search, "twelve wor")
    press(search, Qt.Key.Key_Return)
    assert sees(window.page, "Compare its twelve words by telephone")
    search.selectAll()
    write(search, "xylophone")
    assert sees(window.page, "No page has these words")
    click(button(window.page, "Outbox"))
    assert sees(window.page, "Exporting again does no harm")


def test_a_word_in_the_title_comes_first() -> None:
    assert found("outbox", topics())[0].name == "outbox"
    assert [each.name for each in found("EXIT checklist", topics())] == ["exit"]


def test_pictures_follow_the_theme_and_are_described(
    window_of: Callable[[str], Window], dressed: QApplication
) -> None:
    seen = []
    for theme in (ThemeName.LIGHT, ThemeName.DARK):
        put_on(dressed, Look(theme))
        window = window_of("AB")
        window.desk.go(Place(room=Room.ABOUT))
        window.desk.go(Place(room=Room.HELP, topic="today"))
        pictures = [each for each in window.page.findChildren(QLabel) if not each.pixmap().isNull()]
        assert [each.accessibleName() for each in pictures] == [
            "Today, with the next fourteen days beside it"
        ]
        image = pictures[0].pixmap().toImage()
        seen.append(image.pixelColor(image.width() // 2, 8).lightness())
    assert seen[0] > 200
    assert seen[1] < 60


@pytest.mark.parametrize("width", [900, 1100, 1440])
def test_no_picture_lies_over_words(window_of: Callable[[str], Window], width: int) -> None:
    window = window_of("AB")
    window.resize(1440, 900)
    window.go(Place(room=Room.HELP))
    settle(window)
    window.resize(width, 900)
    settle(window)
    (picture,) = (each for each in window.page.findChildren(QLabel) if not each.pixmap().isNull())
    sheet = picture.parentWidget()
    assert sheet is not None
    parts = sheet.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    ends = sorted((each.geometry() for each in parts), key=lambda each: each.top())
    assert len(ends) > 3
    assert all(above.bottom() < below.top() for above, below in pairwise(ends))
    assert picture.height() == round(picture.pixmap().height() / picture.devicePixelRatioF())


def test_large_text_folds_the_pages_into_a_list(
    window_of: Callable[[str], Window], dressed: QApplication
) -> None:
    put_on(dressed, Look(ThemeName.LIGHT, 200))
    window = window_of("AB")
    window.desk.go(Place(room=Room.HELP, topic="case"))
    pages = field(window.page, "Pages of help", QComboBox)
    assert pages.currentText() == "A case"
    pages.setFocus()
    press(pages, Qt.Key.Key_Down)
    assert sees(window.page, "Review and sign shows")


def test_a_page_is_printed(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    print_topic(topic_about("case", topics()), printer)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert "!" not in " ".join(plain_parts(topic_about("case", topics())))


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="a printer is there")
def test_without_a_printer_that_is_said(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.HELP))
    click(button(window.page, "Print…"))
    assert sees(window.page, "This computer knows no printer")
