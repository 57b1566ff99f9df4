"""Letting a colleague in, two signatures for a supervisor, suspending and leaving, by keys and clicks."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.keys import parse_public_line
from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.people import Role
from outreach_app.services.directory import ContactState, contacts
from outreach_app.services.organisation import CARD_NAME, load_card
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Sitting
from outreach_app.services.statements import parse_statements
from outreach_app.services.trust import person_of
from outreach_app.services.vaults import Newcomer, World, enrol_me, make_request, make_vault
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write

OWN = "a newcomer's own passphrase"


@pytest.fixture
def newcomer(tmp_path: Path, organisation: Path, world: World) -> Sitting:
    """Somebody who has joined on a laptop of their own and waits for a certificate."""
    person = Newcomer(initials="BN", full_name="Bea Novak", role=Role.CASEWORKER, parameters=FLOOR)
    raw = (organisation / CARD_NAME).read_bytes()
    return make_vault(tmp_path / "newcomer", raw, person, OWN, world)


@pytest.fixture
def request_file(newcomer: Sitting, tmp_path: Path) -> Path:
    """The newcomer's request, on a stick."""
    path = tmp_path / "stick" / "4f.request"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(make_request(newcomer, OWN))
    return path


@dataclass(frozen=True)
class Keys:
    """The folder of the organisation's keys, and the passphrases by initials."""

    folder: Path
    phrases: dict[str, str]


@pytest.fixture
def keys(organisation: Path, passphrases: dict[str, str]) -> Keys:
    """What whoever looks after the keys has."""
    return Keys(organisation, passphrases)


def _dialogs() -> list[QDialog]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]


def _dialog() -> QDialog:
    (found,) = _dialogs()
    return found


def _sign(qtbot: QtBot, passphrase: str) -> None:
    dialog = _dialog()
    write(field(dialog, "Passphrase", QLineEdit), passphrase)
    press(field(dialog, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _dialogs(), timeout=20_000)


def _compare(window: Window, qtbot: QtBot, organisation: Path, request_file: Path) -> None:
    window.desk.go(Place(room=Room.CERTIFY))
    assert not button(window.page, "Choose the request").isEnabled()
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, organisation)
    click(button(window.page, "Choose the request"))
    choose(qtbot, request_file)
    assert sees(window.page, "Bea Novak (BN)")


def _with_keys(page: QWidget, words: str, passphrase: str) -> None:
    write(field(page, "Passphrase of the keys", QLineEdit), passphrase)
    click(button(page, words))


def test_a_colleague_is_let_in_after_the_words_were_compared(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    keys: Keys,
    request_file: Path,
    newcomer: Sitting,
    tmp_path: Path,
) -> None:
    window = window_of("SH")
    click(button(window, "Contacts"))
    click(button(window.page, "Let somebody in"))
    _compare(window, qtbot, keys.folder, request_file)
    for word in fingerprint_words(parse_public_line(newcomer.me.signing_key), word_list()):
        assert sees(window.page, word)
    assert not button(window.page, "Go on").isEnabled()
    same = "I know them, and all words are the same"
    field(window.page, same, QCheckBox).click()
    assert sees(window.page, "Writes, signs and shares")
    click(button(window.page, "Go on"))
    _with_keys(window.page, "Certify", "not the passphrase of the keys")
    qtbot.waitUntil(lambda: sees(window.page, "The issuing key stays closed"), timeout=20_000)
    _with_keys(window.page, "Certify", keys.phrases["issuing"])
    said = "Bea Novak is certified as Caseworker until 3 February 2027."
    qtbot.waitUntil(lambda: sees(window.page, said), timeout=20_000)
    stick = tmp_path / "back"
    stick.mkdir()
    click(button(window.page, "Save the organisation file"))
    choose(qtbot, stick)
    assert enrol_me(newcomer, (stick / CARD_NAME).read_bytes()).certificate_serial == 4
    newcomer.close()
    click(button(window.page, "Use it on this laptop too"))
    window.desk.go(Place(room=Room.PEOPLE))
    assert sees(window.page, "Bea Novak (BN)")


def test_a_supervisor_is_made_by_two_signatures(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    keys: Keys,
    request_file: Path,
    newcomer: Sitting,
    tmp_path: Path,
) -> None:
    newcomer.close()
    window = window_of("SH")
    _compare(window, qtbot, keys.folder, request_file)
    role = field(window.page, "What they may do", QComboBox)
    role.setCurrentIndex(role.findText("Supervisor"))
    assert sees(window.page, "Needs a second signature")
    same = "I know them, and all words are the same"
    field(window.page, same, QCheckBox).click()
    click(button(window.page, "Go on"))
    _with_keys(window.page, "Certify", keys.phrases["issuing"])
    qtbot.waitUntil(lambda: sees(window.page, "Two people decide this"), timeout=20_000)
    assert len(load_card(keys.folder).configuration.directory) == 3
    proposal, signed = tmp_path / "proposal.json", tmp_path / "signed.json"
    click(button(window.page, "Save the proposal"))
    choose(qtbot, proposal)

    window.desk.go(Place(room=Room.CERTIFY, topic="countersign"))
    click(button(window.page, "Choose the proposal"))
    choose(qtbot, proposal)
    assert sees(window.page, "A new supervisor or safeguarding lead: BN Bea Novak")
    assert not button(window.page, "Countersign").isEnabled()
    field(window.page, "All twelve words are the same", QCheckBox).click()
    click(button(window.page, "Countersign"))
    _sign(qtbot, keys.phrases["SH"])
    click(button(window.page, "Save the countersigned proposal"))
    choose(qtbot, signed)

    window.desk.go(Place(room=Room.CERTIFY, topic="publish"))
    for path, last in ((proposal, "A second signature is missing"), (signed, "is in force")):
        click(button(window.page, "Choose the proposal"))
        choose(qtbot, path)
        assert not button(window.page, "Choose the folder of the keys").isEnabled()
        field(window.page, "All twelve words are the same", QCheckBox).click()
        click(button(window.page, "Choose the folder of the keys"))
        choose(qtbot, keys.folder)
        _with_keys(window.page, "Put in force", keys.phrases["issuing"])
        qtbot.waitUntil(partial(sees, window.page, last), timeout=20_000)
        if path == proposal:
            window.desk.go(Place(room=Room.CERTIFY, topic="publish"))
    newest = person_of(load_card(keys.folder).configuration.certificates()[-1])
    assert (newest.full_name, newest.role) == ("Bea Novak", Role.SUPERVISOR)


def test_a_supervisor_suspends_at_once_and_the_keys_confirm_it(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    keys: Keys,
    supervisor: Sitting,
    tmp_path: Path,
) -> None:
    window = window_of("SH")
    window.desk.go(Place(room=Room.PEOPLE))
    click(button(window.page, "Suspend Cora Celik"))
    assert sees(window.page, "nothing that they sign counts")
    assert field(window.page, "Whom", QComboBox).currentText() == "Cora Celik (CC)"
    assert not button(window.page, "Suspend").isEnabled()
    write(field(window.page, "Why", QLineEdit), "laptop lost")
    click(button(window.page, "Suspend"))
    assert sees(_dialog(), "Reason, read by everybody: laptop lost")
    _sign(qtbot, keys.phrases["SH"])
    assert sees(window.page, "Cora Celik (CC) is suspended on this laptop")
    file = tmp_path / "statements.json"
    click(button(window.page, "Save it for whoever looks after the keys"))
    choose(qtbot, file)
    assert len(parse_statements(file.read_bytes(), supervisor.card.organisation)) == 1
    states = {each.person.initials: each.state for each in contacts(supervisor)}
    assert states["CC"] is ContactState.SUSPENDED
    window.desk.go(Place(room=Room.PEOPLE))
    assert sees(window.page, "■ Suspended since 3 February 2026")

    window.desk.go(Place(room=Room.STANDING, topic="confirm"))
    click(button(window.page, "Choose the file"))
    choose(qtbot, file)
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, keys.folder)
    _with_keys(window.page, "Confirm", keys.phrases["issuing"])
    qtbot.waitUntil(lambda: sees(window.page, "The suspension is confirmed."), timeout=20_000)


def test_a_leaver_is_taken_out_and_contacts_say_so(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    keys: Keys,
    supervisor: Sitting,
) -> None:
    window = window_of("SH")
    window.desk.go(Place(room=Room.STANDING, topic="remove"))
    who = field(window.page, "Who leaves", QComboBox)
    assert [who.itemText(at) for at in range(who.count())] == ["Anna Berg (AB)", "Cora Celik (CC)"]
    who.setCurrentIndex(1)
    assert not button(window.page, "Take them out").isEnabled()
    sure = "Their cases and last bundle are here"
    field(window.page, sure, QCheckBox).click()
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, keys.folder)
    _with_keys(window.page, "Take them out", keys.phrases["issuing"])
    said = "Cora Celik (CC) does not belong to the organisation any more."
    qtbot.waitUntil(lambda: sees(window.page, said), timeout=20_000)
    click(button(window.page, "Use it on this laptop too"))
    states = {each.person.initials: each.state for each in contacts(supervisor)}
    assert states["CC"] is ContactState.WITHDRAWN
    window.desk.go(Place(room=Room.PEOPLE))
    assert sees(window.page, "■ Withdrawn since 3 February 2026")
    assert sees(window.page, "Ended certificates")


def test_contacts_tell_who_runs_out_and_who_was_not_heard_from(
    window_of: Callable[[str], Window], clock: FrozenClock
) -> None:
    clock.forward(days=340)
    window = window_of("SH")
    window.desk.go(Place(room=Room.PEOPLE))
    assert sees(window.page, "▲ Runs out in 25 days")
    assert sees(window.page, "0 of 2 laptops were heard from within 7 days.")
    assert sees(window.page, "Not heard from: Anna Berg, Cora Celik")


def test_a_caseworker_sees_neither_keys_nor_suspensions(
    window_of: Callable[[str], Window],
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.PEOPLE))
    assert not sees(window.page, "Suspend…")
    assert not sees(window.page, "Let somebody in")
    window.desk.go(Place(room=Room.STANDING, topic="suspend"))
    assert not sees(window.page, "Suspend somebody at once")


def test_an_older_copy_of_the_keys_publishes_nothing(
    window_of: Callable[[str], Window], qtbot: QtBot, keys: Keys, tmp_path: Path
) -> None:
    older = tmp_path / "older stick"
    shutil.copytree(keys.folder, older)
    window = window_of("SH")
    for folder, said in (
        (keys.folder, "does not belong to the organisation any more."),
        (older, "This is an older copy of the keys"),
    ):
        window.desk.go(Place(room=Room.PEOPLE))
        window.desk.go(Place(room=Room.STANDING, topic="remove"))
        field(window.page, "Their cases and last bundle are here", QCheckBox).click()
        click(button(window.page, "Choose the folder of the keys"))
        choose(qtbot, folder)
        _with_keys(window.page, "Take them out", keys.phrases["issuing"])
        qtbot.waitUntil(partial(sees, window.page, said), timeout=20_000)
        if folder == keys.folder:
            click(button(window.page, "Use it on this laptop too"))
    assert load_card(older).configuration.number == 4
    assert not load_card(older).configuration.revocations


def test_no_page_of_the_keys_opens_for_a_caseworker(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    for topic in ("", "countersign", "publish"):
        window.desk.go(Place(room=Room.CERTIFY, topic=topic))
        assert sees(window.page, "From your organisation's signed file"), topic
