"""Who opens this laptop: one more, one less, and a new passphrase, by keys and clicks on real vaults."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.crypto.errors import WrongPassphrase
from outreach_app.domain.people import Role
from outreach_app.services.errors import UnknownPerson
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World, open_sitting
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.conftest import Template
from tests.support.pages import button, click, field, press, sees, write

OWN = "Umbrella-stand by 7 cold windows"


def _type(window: Window, passphrase: str) -> None:
    click(button(window.page, "Use my own"))
    write(field(window.page, "Passphrase", QLineEdit), passphrase)
    write(field(window.page, "Passphrase once more", QLineEdit), passphrase)


def test_somebody_is_added_with_their_own_passphrase_and_taken_away_again(
    window_of: Callable[[str], Window],
    office: Sitting,
    folders: Template,
    qtbot: QtBot,
    world: World,
) -> None:
    window = window_of("AB")
    click(button(window, "Settings"))
    click(button(window.page, "Who opens this laptop"))
    assert sees(window.page, "Anna Berg (AB), you")
    click(button(window.page, "Add somebody"))
    write(field(window.page, "Full name", QLineEdit), "Nora Ibe")
    write(field(window.page, "Initials", QLineEdit), "ab")
    work = field(window.page, "Their work", QComboBox)
    work.setCurrentIndex(work.findText("Night staff"))
    click(button(window.page, "Go on"))
    assert sees(window.page, "Give the laptop to Nora Ibe now")
    _type(window, OWN)
    click(button(window.page, "Add"))
    assert sees(window.page, "These initials are taken")
    assert field(window.page, "Full name", QLineEdit).text() == "Nora Ibe", "nothing is typed twice"
    field(window.page, "Initials", QLineEdit).setText("")
    write(field(window.page, "Initials", QLineEdit), "NI")
    click(button(window.page, "Go on"))
    _type(window, OWN)
    press(field(window.page, "Passphrase once more", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sees(window.page, "Nora Ibe opens this laptop"), timeout=60_000)
    assert sees(window.page, "Not enrolled yet")
    people = {each.initials: each for each in office.vault.people.list_active()}
    assert people["NI"].role is Role.NIGHT_STAFF

    click(button(window.page, "Take the way in of Nora Ibe away"))
    assert not button(window.page, "Take it away").isEnabled()
    field(window.page, "Yes, take it away", QCheckBox).click()
    click(button(window.page, "Take it away"))
    said = "Nora Ibe does not open this laptop any more."
    qtbot.waitUntil(lambda: sees(window.page, said), timeout=20_000)
    assert [each.initials for each in office.vault.people.list_active()] == ["AB"]
    office.close()
    with pytest.raises(UnknownPerson):
        open_sitting(folders.folder / "AB", "NI", OWN, world)


def test_a_passphrase_is_changed_by_who_knows_the_old_one(
    window_of: Callable[[str], Window],
    office: Sitting,
    folders: Template,
    qtbot: QtBot,
    world: World,
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.SETTINGS))
    click(button(window.page, "Change my passphrase"))
    _type(window, OWN)
    click(button(window.page, "Change it"))
    assert sees(window.page, "The passphrase of today is missing")
    first = field(window.page, "Passphrase", QLineEdit)
    for old, said in (
        ("not the one of today", "That passphrase does not fit"),
        ("passphrase of the office", "✓ Changed."),
    ):
        write(field(window.page, "Passphrase of today", QLineEdit), old)
        write(first, OWN)
        write(field(window.page, "Passphrase once more", QLineEdit), OWN)
        click(button(window.page, "Change it"))
        qtbot.waitUntil(partial(sees, window.page, said), timeout=60_000)
    assert first.text() == ""
    office.close()
    with pytest.raises(WrongPassphrase):
        open_sitting(folders.folder / "AB", "AB", "passphrase of the office", world)
    open_sitting(folders.folder / "AB", "AB", OWN, world).close()
