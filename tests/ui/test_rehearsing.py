"""When the recovery sheets were last tried: shown to everybody, recorded by whoever has the keys."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.day_words import long_date
from outreach_app.services.keeping.rehearsals import record_rehearsal
from outreach_app.services.organisation import CARD_NAME, load_card
from outreach_app.services.vaults import install_configuration
from outreach_app.ui.people.rehearsing import REHEARSED
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write

NEVER = "Nobody has tried the recovery sheets yet."


def test_a_day_is_typed_signed_and_shown(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
    clock: FrozenClock,
) -> None:
    clock.forward(days=3)
    window = window_of("SH")
    click(button(window, "Contacts"))
    assert sees(window.page, NEVER)
    press(button(window.page, "Record a rehearsal…"), Qt.Key.Key_Return)
    day = field(window.page, "Day on which two sheets opened a vault", QLineEdit)
    qtbot.waitUntil(day.hasFocus, timeout=2_000)
    today = window.desk.sitting.today()
    day.selectAll()
    write(day, "tomorrow")
    assert sees(window.page, "A day, today at the latest, such as 3 Feb or yesterday.")
    assert not button(window.page, "Sign and record").isEnabled()
    day.selectAll()
    write(day, "yesterday")
    assert sees(window.page, long_date(today - timedelta(days=1)))
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, organisation)
    write(field(window.page, "Passphrase of the keys", QLineEdit), "not this one")
    click(button(window.page, "Sign and record"))
    qtbot.waitUntil(lambda: button(window.page, "Sign and record").isEnabled(), timeout=20_000)
    assert load_card(organisation).configuration.recovery_rehearsed_on == ""
    write(field(window.page, "Passphrase of the keys", QLineEdit), passphrases["issuing"])
    click(button(window.page, "Sign and record"))
    qtbot.waitUntil(lambda: sees(window.page, "It is recorded."), timeout=20_000)
    click(button(window.page, "Use it on this laptop too"))
    window.desk.go(Place(room=Room.PEOPLE))
    words = f"The recovery sheets were last tried on {long_date(today - timedelta(days=1))}."
    assert sees(window.page, words)
    assert not sees(window.page, "It takes ten minutes")


def test_a_caseworker_sees_the_day_and_records_none(
    window_of: Callable[[str], Window],
    organisation: Path,
    passphrases: dict[str, str],
    clock: FrozenClock,
) -> None:
    window = window_of("AB")
    today = window.desk.sitting.today()
    click(button(window, "Contacts"))
    assert not sees(window.page, NEVER), "it is nothing that they could do about"
    record_rehearsal(organisation, today, passphrases["issuing"], now=clock())
    install_configuration(window.desk.sitting, (organisation / CARD_NAME).read_bytes())
    window.desk.go(Place(room=Room.PEOPLE))
    assert sees(window.page, f"The recovery sheets were last tried on {long_date(today)}.")
    assert not sees(window.page, "Record a rehearsal…")
    window.desk.go(Place(room=Room.CERTIFY, topic=REHEARSED))
    assert not sees(window.page, "Sign and record")
