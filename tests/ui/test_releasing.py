"""What a newer program brings, at the window: told in Contacts, looked at, released, tables exchanged."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.catalogue import convert_shipped, unreleased_forms
from outreach_app.services.keeping.tables import TABLES_NAME
from outreach_app.services.organisation import (
    CARD_NAME,
    News,
    Tables,
    load_card,
    open_card_key,
    publish,
)
from outreach_app.ui.people.releasing import RELEASE
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write

WAITING = "This program brings forms or time limits that are not released yet."


@pytest.fixture
def older(organisation: Path, passphrases: dict[str, str], clock: FrozenClock) -> Path:
    """An organisation founded when there was no form for consent, nor a clock for incidents."""
    card = load_card(organisation)
    held = card.configuration
    consent = convert_shipped("consent").form_hash
    tables = Tables(
        forms=tuple(each for each in held.forms if each != consent),
        timescales=tuple(row for row in held.timescales if row["code"] != "breach_report"),
        bank_holidays=held.bank_holidays,
    )
    key = open_card_key(organisation, card, passphrases["issuing"])
    publish(organisation, card, key, News(tables=tables), now=clock())
    return organisation


def _sign(window: Window, qtbot: QtBot, folder: Path, passphrase: str) -> None:
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, folder)
    write(field(window.page, "Passphrase of the keys", QLineEdit), passphrase)
    click(button(window.page, "Sign and release"))
    qtbot.waitUntil(lambda: sees(window.page, "It is released."), timeout=20_000)
    click(button(window.page, "Use it on this laptop too"))


def test_new_forms_and_limits_are_told_looked_at_and_released(
    window_of: Callable[[str], Window], qtbot: QtBot, older: Path, passphrases: dict[str, str]
) -> None:
    window = window_of("SH")
    window.desk.workspace.reconfigure((older / CARD_NAME).read_bytes())
    click(button(window, "Contacts"))
    assert sees(window.page, WAITING)
    press(button(window.page, "Look at them…"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(window.page, "Form: Consent"), timeout=30_000)
    assert sees(window.page, "New time limit: Breach report, England and Wales")
    limits = field(window.page, "Time limits", QCheckBox)
    limits.setFocus()
    press(limits, Qt.Key.Key_Space)
    press(button(window.page, "Go on"), Qt.Key.Key_Return)
    assert sees(window.page, "Form: Consent")
    assert not sees(window.page, "Breach report")
    press(button(window.page, "Change something"), Qt.Key.Key_Return)
    press(field(window.page, "Time limits", QCheckBox), Qt.Key.Key_Space)
    press(button(window.page, "Go on"), Qt.Key.Key_Return)
    assert sees(window.page, "New time limit: Breach report, England and Wales")
    _sign(window, qtbot, older, passphrases["issuing"])
    assert unreleased_forms(window.desk.sitting) == 0
    window.desk.go(Place(room=Room.PEOPLE))
    assert not sees(window.page, WAITING)


def test_a_table_is_saved_changed_and_taken_back(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
    tmp_path: Path,
) -> None:
    window = window_of("SH")
    window.desk.go(Place(room=Room.CERTIFY, topic=RELEASE))
    done = "Everything that this program ships is released."
    qtbot.waitUntil(lambda: sees(window.page, done), timeout=30_000)
    press(button(window.page, "Go on"), Qt.Key.Key_Return)
    assert sees(window.page, "Nothing is different")
    click(button(window.page, "Save the tables"))
    choose(qtbot, tmp_path)
    assert sees(window.page, f"Saved as {TABLES_NAME}")
    table = tmp_path / TABLES_NAME
    taken = "Taken: 72 time limits and 171 bank holidays. They hold once they are signed."
    for value, said in (
        (7, taken),
        ("five", "Time limits, row 2: “value” is no whole number. Nothing was changed."),
        (6, taken),
    ):
        book = openpyxl.load_workbook(table)
        book["Time limits"]["C2"] = value
        book.save(table)
        click(button(window.page, "Take the tables"))
        choose(qtbot, table)
        assert sees(window.page, said)
        assert sees(window.page, taken) == (said == taken), "a refused file leaves nothing waiting"
    press(button(window.page, "Go on"), Qt.Key.Key_Return)
    assert sees(window.page, "Changed: RG decision target, England and Wales: 6 working days")
    assert sees(window.page, "until now 5 working days")
    assert not sees(window.page, "Take the tables")
    _sign(window, qtbot, organisation, passphrases["issuing"])
    assert window.desk.sitting.configuration.timescales[0]["value"] == "6"


def test_a_caseworker_is_not_told_and_has_no_page(
    window_of: Callable[[str], Window], older: Path
) -> None:
    window = window_of("AB")
    window.desk.workspace.reconfigure((older / CARD_NAME).read_bytes())
    click(button(window, "Contacts"))
    assert not sees(window.page, WAITING)
    window.desk.go(Place(room=Room.CERTIFY, topic=RELEASE))
    assert not sees(window.page, "Sign and release")
