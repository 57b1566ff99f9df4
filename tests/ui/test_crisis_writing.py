"""The organisation's crisis steps and numbers: written by keys, told before the signature, shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.crisis import crisis_steps, shipped_crisis
from outreach_app.services.deciding_crisis import decide_crisis
from outreach_app.services.organisation import CARD_NAME, load_card
from outreach_app.services.vaults import install_configuration
from outreach_app.ui.people.crisis import CRISIS_STEPS
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write

OWN = (
    {"flag": "danger_now", "kind": "step", "words": "Leave by the kitchen", "number": ""},
    {"flag": "", "kind": "number", "words": "Duty manager", "number": "0161 496 0100"},
)


def _writing(window: Window) -> Window:
    window.desk.go(Place(room=Room.CERTIFY, topic=CRISIS_STEPS))
    return window


def _sign(window: Window, qtbot: QtBot, folder: Path, passphrase: str) -> None:
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, folder)
    write(field(window.page, "Passphrase of the keys", QLineEdit), passphrase)
    click(button(window.page, "Sign and decide"))


def test_a_step_and_a_number_are_written_told_and_signed(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
) -> None:
    window = _writing(window_of("SH"))
    assert sees(window.page, "These are the program's own, shown until your organisation decides.")
    assert sees(window.page, "☎ Samaritans: 116 123")
    other = field(window.page, "Flag that has none of its own yet", QComboBox)
    other.setFocus()
    other.setCurrentIndex(other.findData("destitute"))
    press(button(window.page, "Write steps or numbers for it"), Qt.Key.Key_Return)
    write(field(window.page, "1. Whom to call", QLineEdit), "Food bank")
    write(field(window.page, "1. Number, as it is dialled", QLineEdit), "by the church")
    press(button(window.page, "Keep these"), Qt.Key.Key_Return)
    assert sees(window.page, "Row 1 does not fit")
    number = field(window.page, "1. Number, as it is dialled", QLineEdit)
    number.selectAll()
    write(number, "0161 496 0102")
    press(button(window.page, "Add a step"), Qt.Key.Key_Return)
    write(field(window.page, "2. What to do", QLineEdit), "Ask whether there is food today")
    press(button(window.page, "Line 2 up"), Qt.Key.Key_Return)
    press(button(window.page, "Keep these"), Qt.Key.Key_Return)
    assert sees(window.page, "☎ Food bank: 0161 496 0102")
    press(button(window.page, "Go on"), Qt.Key.Key_Return)
    assert sees(window.page, "New: • Ask whether there is food today")
    assert not sees(window.page, "Samaritans"), "only what is different is told"
    assert load_card(organisation).configuration.crisis == (), "nothing is signed yet"
    _sign(window, qtbot, organisation, passphrases["issuing"])
    qtbot.waitUntil(lambda: sees(window.page, "It is decided."), timeout=20_000)
    click(button(window.page, "Use it on this laptop too"))
    found = crisis_steps(window.desk.sitting.configuration)
    assert found.steps("destitute") == ("Ask whether there is food today",)
    assert [each.number for each in found.numbers("destitute")] == ["0161 496 0102"]
    assert found.numbers("suicide_plan") == shipped_crisis().numbers("suicide_plan")


def test_the_last_number_taken_away_is_said_and_the_programs_come_back(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
    clock: FrozenClock,
) -> None:
    window = window_of("SH")
    decide_crisis(organisation, OWN, passphrases["issuing"], now=clock())
    install_configuration(window.desk.sitting, (organisation / CARD_NAME).read_bytes())
    _writing(window)
    assert sees(window.page, "Written by your organisation")
    assert not sees(window.page, "Go on"), "nothing is different yet"
    click(button(window.page, "Change: Whatever the flag"))
    click(button(window.page, "Take line 1 away"))
    click(button(window.page, "Keep these"))
    click(button(window.page, "Go on"))
    assert sees(window.page, "Gone: ☎ Duty manager: 0161 496 0100")
    assert sees(window.page, "Nobody is named any more whom to call about this.")
    click(button(window.page, "Change something"))
    click(button(window.page, "Take those of the program again…"))
    assert sees(window.page, "Your organisation's own end.")
    _sign(window, qtbot, organisation, passphrases["issuing"])
    qtbot.waitUntil(lambda: sees(window.page, "It is decided."), timeout=20_000)
    assert load_card(organisation).configuration.crisis == ()


def test_a_file_that_others_changed_meanwhile_is_not_overwritten(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
    clock: FrozenClock,
) -> None:
    window = _writing(window_of("SH"))
    decide_crisis(organisation, OWN, passphrases["issuing"], now=clock())
    number = load_card(organisation).configuration.number
    click(button(window.page, "Change: Suicide plan"))
    click(button(window.page, "Take line 1 away"))
    click(button(window.page, "Keep these"))
    click(button(window.page, "Go on"))
    _sign(window, qtbot, organisation, passphrases["issuing"])
    qtbot.waitUntil(
        lambda: sees(window.page, "The crisis steps have changed meanwhile"), timeout=20_000
    )
    assert load_card(organisation).configuration.number == number


def test_whoever_has_no_keys_does_not_write_them(window_of: Callable[[str], Window]) -> None:
    window = _writing(window_of("AB"))
    assert not sees(window.page, "Crisis steps and numbers")
    assert sees(window.page, "Contacts")


def test_what_is_written_and_not_signed_is_there_again_and_gone_once_it_is_decided(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
) -> None:
    window = _writing(window_of("SH"))
    click(button(window.page, "Change: Danger now"))
    click(button(window.page, "Add a step"))
    write(field(window.page, "2. What to do", QLineEdit), "Leave by the kit")
    window.desk.go(Place(room=Room.TODAY))
    _writing(window)
    again = field(window.page, "2. What to do", QLineEdit)
    assert again.text() == "Leave by the kit"
    write(again, "chen")
    click(button(window.page, "Keep these"))
    window.desk.go(Place(room=Room.TODAY))
    _writing(window)
    assert sees(window.page, "Changed here, not signed yet.")
    assert sees(window.page, "• Leave by the kitchen")
    click(button(window.page, "Go on"))
    _sign(window, qtbot, organisation, passphrases["issuing"])
    qtbot.waitUntil(lambda: sees(window.page, "It is decided."), timeout=20_000)
    _writing(window)
    assert not sees(window.page, "Changed here, not signed yet.")


def test_an_empty_line_does_not_move_the_number_of_the_one_that_does_not_fit(
    window_of: Callable[[str], Window],
) -> None:
    window = _writing(window_of("SH"))
    click(button(window.page, "Change: Danger now"))
    click(button(window.page, "Add a step"))
    click(button(window.page, "Add a number"))
    write(field(window.page, "3. Whom to call", QLineEdit), "Duty manager")
    write(field(window.page, "3. Number, as it is dialled", QLineEdit), "by the church")
    click(button(window.page, "Keep these"))
    assert sees(window.page, "Row 2 does not fit")
    assert field(window.page, "2. Number, as it is dialled", QLineEdit).text() == "by the church"
