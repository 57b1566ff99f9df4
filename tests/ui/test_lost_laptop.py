"""A lost laptop, from Contacts in two clicks: suspended, ended for good, and the words about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.directory import ContactState, contacts
from outreach_app.services.organisation import load_card
from outreach_app.services.sitting import Sitting
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write

LOST_CORA = "This laptop is lost: Cora Celik"
RIGHT = "This is the right laptop"
SINCE = "Last day on which it was surely in the right hands"


def _dialogs() -> list[QDialog]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]


def test_a_supervisor_stops_a_lost_laptop_in_two_clicks(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    passphrases: dict[str, str],
    supervisor: Sitting,
) -> None:
    window = window_of("SH")
    click(button(window, "Contacts"))
    click(button(window.page, LOST_CORA))
    assert sees(window.page, "Cora Celik (CC)")
    assert sees(window.page, "Nothing is erased on it from afar")
    assert sees(window.page, "If they have the passphrase: everything that was on it")
    act = button(window.page, "Suspend everybody on it")
    assert not act.isEnabled()
    write(field(window.page, "Why", QLineEdit), "taken on the bus")
    click(act)
    (dialog,) = _dialogs()
    assert sees(dialog, "Suspended from now on: Cora Celik (CC)")
    write(field(dialog, "Passphrase", QLineEdit), passphrases["SH"])
    press(field(dialog, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _dialogs(), timeout=20_000)
    assert sees(window.page, "Suspended from now on: Cora Celik (CC)")
    states = {each.person.initials: each.state for each in contacts(supervisor)}
    assert states["CC"] is ContactState.SUSPENDED
    assert sees(window.page, "Save it for whoever looks after the keys")
    assert sees(window.page, "End its certificates for good")


def test_whoever_has_the_keys_ends_a_lost_laptop_for_good(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
    supervisor: Sitting,
) -> None:
    window = window_of("SH")
    click(button(window, "Contacts"))
    click(button(window.page, LOST_CORA))
    click(button(window.page, "End its certificates for good"))
    assert "Cora Celik (CC)" in field(window.page, "Which laptop", QComboBox).currentText()
    assert sees(window.page, "Words of the key that ends: Cora Celik")
    assert not button(window.page, "End them").isEnabled()
    field(window.page, RIGHT, QCheckBox).click()
    assert sees(window.page, "It counts from the beginning of 3 February 2026.")
    since = field(window.page, SINCE, QLineEdit)
    since.clear()
    write(since, "5 Feb 2026")
    assert sees(window.page, "A day, today at the latest")
    assert not button(window.page, "Choose the folder of the keys").isEnabled()
    since.clear()
    write(since, "yesterday")
    assert sees(window.page, "It counts from the beginning of 2 February 2026.")
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, organisation)
    write(field(window.page, "Passphrase of the keys", QLineEdit), "not the passphrase")
    click(button(window.page, "End them"))
    qtbot.waitUntil(lambda: sees(window.page, "The issuing key stays closed"), timeout=20_000)
    assert not load_card(organisation).configuration.revocations
    write(field(window.page, "Passphrase of the keys", QLineEdit), passphrases["issuing"])
    click(button(window.page, "End them"))
    qtbot.waitUntil(lambda: sees(window.page, "1 certificate ended for good."), timeout=20_000)
    assert sees(window.page, "There are no words to compare.")
    (ended,) = load_card(organisation).configuration.revocations
    assert (ended.serial, ended.reason) == (2, RevocationReason.LOST)
    click(button(window.page, "Use it on this laptop too"))
    states = {each.person.initials: each.state for each in contacts(supervisor)}
    assert states["CC"] is ContactState.WITHDRAWN
    window.back()
    assert sees(window.page, "From your organisation's signed file"), "the laptop is gone from here"
    assert sees(window.page, "■ Withdrawn since 2 February 2026")


def test_a_caseworker_learns_whom_to_call_and_what_a_finder_sees(
    window_of: Callable[[str], Window],
) -> None:
    window = window_of("AB")
    click(button(window, "Contacts"))
    click(button(window.page, LOST_CORA))
    assert sees(window.page, "By day or night, by telephone: Sara Hill.")
    assert sees(window.page, "Nothing about a client; everything else is encrypted")
    assert not sees(window.page, "Suspend everybody on it")
    assert not sees(window.page, "End its certificates for good")


def test_nobody_is_told_that_the_laptop_before_them_is_lost(
    window_of: Callable[[str], Window], supervisor: Sitting
) -> None:
    window = window_of("SH")
    click(button(window, "Contacts"))
    assert not sees(window.page, "This laptop is lost: Sara Hill")
    window.desk.go(
        Place(room=Room.STANDING, topic="lost", address=supervisor.vault.device_id + "0")
    )
    assert sees(window.page, "From your organisation's signed file")


def test_pages_of_the_keys_are_contacts_for_a_caseworker(
    window_of: Callable[[str], Window],
) -> None:
    window = window_of("AB")
    for topic in ("remove", "confirm", "withdraw", "suspend"):
        window.desk.go(Place(room=Room.STANDING, topic=topic))
        assert sees(window.page, "From your organisation's signed file"), topic
        assert not sees(window.page, "Passphrase of the keys"), topic
