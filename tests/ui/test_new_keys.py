"""New recovery sheets, root and issuing key at the window: proposed, countersigned, put in force."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.crypto.recovery import join_shares, recovery_recipient
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.services.organisation import CARD_NAME, load_card, open_card_key, revoke
from outreach_app.services.proposals import propose_recovery
from outreach_app.services.reconfiguring import reconfigure
from outreach_app.services.sitting import Sitting
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.welcome.share_words import ShareWords
from tests.services.builders import shelf_of
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write

SAME = "All twelve words are the same"


def _dialogs() -> list[QDialog]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]


def _write_down(window: Window) -> str:
    """Read the words of the sheet that is shown, and type back those that are asked for."""
    shown = [each.text() for each in window.page.findChildren(Text) if each.isVisible()]
    numbered = [re.fullmatch(r"(\d+)\. ([a-z]+)", text) for text in shown]
    words = {int(each[1]): each[2] for each in numbered if each is not None}
    assert len(words) == 33
    click(button(window.page, "I have written them down"))
    asked = [
        each
        for each in window.page.findChildren(QLineEdit)
        if each.isVisible() and each.accessibleName().startswith("Word ")
    ]
    assert len(asked) == 3
    for each in asked:
        write(each, words[int(each.accessibleName().removeprefix("Word "))])
    click(button(window.page, "Check"))
    return " ".join(words[number] for number in sorted(words))


def _give_keys(window: Window, qtbot: QtBot, folder: Path, act: str, passphrase: str) -> None:
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, folder)
    write(field(window.page, "Passphrase of the keys", QLineEdit), passphrase)
    click(button(window.page, act))


def _countersign(window: Window, qtbot: QtBot, proposal: Path, passphrase: str) -> Path:
    window.desk.go(Place(room=Room.CERTIFY, topic="countersign"))
    click(button(window.page, "Choose the proposal"))
    choose(qtbot, proposal)
    field(window.page, SAME, QCheckBox).click()
    click(button(window.page, "Countersign"))
    (dialog,) = _dialogs()
    write(field(dialog, "Passphrase", QLineEdit), passphrase)
    press(field(dialog, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _dialogs(), timeout=20_000)
    signed = proposal.with_name("signed.json")
    click(button(window.page, "Save the countersigned proposal"))
    choose(qtbot, signed)
    return signed


def _put_in_force(
    window: Window, qtbot: QtBot, signed: Path, folder: Path, passphrase: str
) -> None:
    window.desk.go(Place(room=Room.CERTIFY, topic="publish"))
    click(button(window.page, "Choose the proposal"))
    choose(qtbot, signed)
    assert not button(window.page, "Choose the folder of the keys").isEnabled()
    field(window.page, SAME, QCheckBox).click()
    _give_keys(window, qtbot, folder, "Put in force", passphrase)
    qtbot.waitUntil(lambda: sees(window.page, "The change is in force."), timeout=20_000)


def test_new_recovery_sheets_are_on_paper_before_anybody_can_sign(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
    tmp_path: Path,
) -> None:
    window = window_of("SH")
    window.desk.go(Place(room=Room.CERTIFY, topic="new-recovery"))
    assert sees(window.page, "The old sheets still open every laptop that has not taken it in")
    _give_keys(window, qtbot, organisation, "Make the new key", passphrases["issuing"])
    qtbot.waitUntil(lambda: sees(window.page, "Sheet 1 of 3"), timeout=20_000)
    click(button(window.page, "I have written them down"))
    click(button(window.page, "Check"))
    assert sees(window.page, "That is not what the sheet says.")
    click(button(window.page, "Show the words again"))
    sheets = []
    for number in (1, 2, 3):
        assert sees(window.page, f"Sheet {number} of 3")
        assert not sees(window.page, "Save the proposal")
        sheets.append(_write_down(window))
    assert sees(window.page, "New recovery shares for all laptops")
    proposal = tmp_path / "proposal.json"
    click(button(window.page, "Save the proposal"))
    choose(qtbot, proposal)

    window.desk.go(Place(room=Room.CERTIFY, topic="proposals"))
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, organisation)
    assert sees(window.page, "▲ A signature is missing")
    assert sees(window.page, "Second signature missing. Any one of: Sara Hill.")
    signed = _countersign(window, qtbot, proposal, passphrases["SH"])
    window.desk.go(Place(room=Room.CERTIFY, topic="proposals"))
    click(button(window.page, "Look at one file"))
    choose(qtbot, signed)
    assert sees(window.page, "✓ Ready to be put in force")
    assert sees(window.page, "✓ Second signature: Sara Hill")

    _put_in_force(window, qtbot, signed, organisation, passphrases["issuing"])
    recipient = load_card(organisation).configuration.recovery_recipient
    assert recipient == recovery_recipient(join_shares([sheets[0], sheets[2]]))
    assert sees(window.page, "asks whether these twelve words were compared")
    click(button(window.page, "Use it on this laptop too"))
    window.desk.go(Place(room=Room.CERTIFY, topic="publish"))
    click(button(window.page, "Choose the proposal"))
    choose(qtbot, signed)
    assert sees(window.page, "The proposal does not fit any more"), (
        "a replay is told and asks for no key"
    )
    assert not sees(window.page, "Passphrase of the keys")


def test_two_holders_of_root_sheets_make_a_new_issuing_key(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    folders: Template,
    passphrases: dict[str, str],
    tmp_path: Path,
) -> None:
    organisation = folders.organisation
    window = window_of("SH")
    window.desk.go(Place(room=Room.CERTIFY, topic="new-issuing-key"))
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, organisation)
    for number, share in enumerate(folders.root_shares[:2], start=1):
        assert sees(window.page, f"Root key, sheet {number} of 2")
        (words,) = window.page.findChildren(ShareWords)
        words.fill(share.split())
        click(button(window.page, "Go on"))
    click(button(window.page, "Use my own"))
    new = "a new passphrase that nobody would guess soon"
    write(field(window.page, "Passphrase", QLineEdit), new)
    write(field(window.page, "Passphrase once more", QLineEdit), new)
    click(button(window.page, "Make the new key"))
    qtbot.waitUntil(lambda: sees(window.page, "Save the proposal"), timeout=20_000)
    proposal = tmp_path / "proposal.json"
    click(button(window.page, "Save the proposal"))
    choose(qtbot, proposal)
    signed = _countersign(window, qtbot, proposal, passphrases["SH"])
    before = load_card(organisation).trust.issuing_key
    _put_in_force(window, qtbot, signed, organisation, new)
    card = load_card(organisation)
    assert card.trust.issuing_key != before
    assert open_card_key(organisation, card, new).public == card.trust.issuing_key


def test_where_nobody_is_left_two_root_sheets_take_the_place_of_a_supervisor(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    folders: Template,
    passphrases: dict[str, str],
    supervisor: Sitting,
    clock: FrozenClock,
) -> None:
    organisation, issuing = folders.organisation, passphrases["issuing"]
    window = window_of("SH")
    gone = Revocation(
        serial=supervisor.me.certificate_serial, reason=RevocationReason.LEFT, since=clock()
    )
    revoke(organisation, gone, issuing, now=clock())
    raw = (organisation / CARD_NAME).read_bytes()
    reconfigure(supervisor, raw, shelf_of(supervisor).find)
    clock.forward(hours=1)
    proposal = organisation / "brought.json"
    proposed = propose_recovery(organisation, issuing, now=clock())
    proposal.write_bytes(proposed.proposal.content())
    window.desk.go(Place(room=Room.CERTIFY, topic="proposals"))
    click(button(window.page, "Look at one file"))
    choose(qtbot, proposal)
    assert sees(window.page, "Nobody is left who could countersign")
    window.desk.go(Place(room=Room.CERTIFY, topic="publish"))
    click(button(window.page, "Choose the proposal"))
    choose(qtbot, proposal)
    for number, share in enumerate(folders.root_shares[1:], start=1):
        assert sees(window.page, f"Root key, sheet {number} of 2")
        (words,) = window.page.findChildren(ShareWords)
        words.fill(share.split())
        click(button(window.page, "Go on"))
    field(window.page, SAME, QCheckBox).click()
    _give_keys(window, qtbot, organisation, "Put in force", issuing)
    qtbot.waitUntil(partial(sees, window.page, "The change is in force."), timeout=20_000)
    assert load_card(organisation).trust.second_signers == (0,)


def test_sheets_of_something_else_make_no_key(
    window_of: Callable[[str], Window], qtbot: QtBot, folders: Template
) -> None:
    window = window_of("SH")
    window.desk.go(Place(room=Room.CERTIFY, topic="new-issuing-key"))
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, folders.organisation)
    for share in folders.recovery_shares[:2]:
        (words,) = window.page.findChildren(ShareWords)
        words.fill(share.split())
        click(button(window.page, "Go on"))
    click(button(window.page, "Use my own"))
    new = "a new passphrase that nobody would guess soon"
    write(field(window.page, "Passphrase", QLineEdit), new)
    write(field(window.page, "Passphrase once more", QLineEdit), new)
    click(button(window.page, "Make the new key"))
    qtbot.waitUntil(lambda: sees(window.page, "Not the shares of the root key"), timeout=20_000)
    assert not list(folders.organisation.glob("*next*"))
    assert sees(window.page, "The folder of the keys"), "one begins anew"


def test_no_new_keys_for_a_caseworker(window_of: Callable[[str], Window]) -> None:
    window = window_of("AB")
    for topic in ("new-recovery", "new-root", "new-issuing-key", "proposals"):
        window.desk.go(Place(room=Room.CERTIFY, topic=topic))
        assert sees(window.page, "From your organisation's signed file"), topic


def test_enter_leads_through_a_sheet_and_keeps_the_word_in_sight(
    window_of: Callable[[str], Window], qtbot: QtBot, folders: Template
) -> None:
    window = window_of("SH")
    window.resize(1280, 400)
    window.desk.go(Place(room=Room.CERTIFY, topic="new-issuing-key"))
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, folders.organisation)
    for number, word in enumerate(folders.root_shares[0].split()[:11], start=1):
        line = field(window.page, f"Word {number}", QLineEdit)
        qtbot.waitUntil(line.hasFocus, timeout=5_000)
        assert line.visibleRegion().boundingRect().height() == line.height(), number
        write(line, word[:4])
        press(line, Qt.Key.Key_Return)
    assert field(window.page, "Word 12", QLineEdit).hasFocus()
    assert not button(window.page, "Go on").isEnabled()
