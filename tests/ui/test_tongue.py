"""Another language: compiled by Qt's own tool, spoken by the window, mirrored where it must be."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outreach_app.ui.shell.navigation import room_words
from outreach_app.ui.shell.places import Room
from outreach_app.ui.speech import translate
from outreach_app.ui.tongue import language_name, languages, speak
from tests.house.window_words import FILE, extract

SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{code}">
<context><name>shell</name>
<message><source>Today</source><translation>{today}</translation></message>
</context>
</TS>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Translations of one word into Welsh and Arabic."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    for code, today in (("cy", "Heddiw"), ("ar", "اليوم")):
        source = tmp_path / f"{code}.ts"
        source.write_text(SOURCE.format(code=code, today=today), "utf-8")
        compiled = tmp_path / f"outreach_{code}.qm"
        subprocess.run([tool, source, "-qm", compiled], check=True, capture_output=True)
    return tmp_path


def test_the_window_speaks_what_lies_beside_it(dressed: QApplication, folder: Path) -> None:
    assert languages(folder) == ("en", "ar", "cy")
    try:
        assert speak(dressed, "cy", folder) == "cy"
        assert room_words(Room.TODAY) == "Heddiw"
        assert dressed.layoutDirection() is Qt.LayoutDirection.LeftToRight
        assert speak(dressed, "ar", folder) == "ar"
        assert room_words(Room.TODAY) == "اليوم"
        assert dressed.layoutDirection() is Qt.LayoutDirection.RightToLeft
    finally:
        assert speak(dressed, "en", folder) == "en"
    assert room_words(Room.TODAY) == "Today"
    assert dressed.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_language_that_is_not_there_leaves_english(dressed: QApplication, folder: Path) -> None:
    assert speak(dressed, "vi", folder) == "en"
    assert language_name("cy") == "Cymraeg"


def test_counts_read_well_in_english_without_a_file() -> None:
    assert translate("shell", "%n waiting", "", 1) == "1 waiting"
    assert translate("today", "%n review(s)", "", 1) == "1 review"
    assert translate("today", "%n review(s)", "", 3) == "3 reviews"
    assert translate("today", "%n review(s)", "", 0) == "0 reviews"


def test_the_words_for_translators_are_those_of_today(tmp_path: Path) -> None:
    fresh = tmp_path / "outreach.ts"
    extract(fresh)
    assert fresh.read_text("utf-8") == FILE.read_text("utf-8"), "run: python3 dev.py words"
