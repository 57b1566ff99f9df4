"""The first run by keys and clicks: joining, founding, restoring, and the way back from each."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollBar,
)
from pytestqt.qtbot import QtBot

from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.people import Role
from outreach_app.services.backups import back_up
from outreach_app.services.enrolment import parse_request
from outreach_app.services.laptop import vault_folders
from outreach_app.services.organisation import CARD_NAME, enrol, load_card
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Sitting
from outreach_app.store.opening import LockedVault
from outreach_app.ui.front import Front
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from outreach_app.ui.shell.places import Room
from outreach_app.ui.unlock.page import UnlockPage
from outreach_app.ui.welcome.joining import own_passphrase
from outreach_app.ui.welcome.journey import FirstRun
from outreach_app.ui.welcome.step import Step
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, press, sees, write
from tests.support.settled import settle
from tests.ui.fronts import front_on

OWN = "Umbrella-stand by 7 cold windows"
OF_KEYS = "Nine copper kettles hum at dusk"


@pytest.fixture
def front(
    qtbot: QtBot,
    jobs: Jobs,
    clock: FrozenClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Front]:
    """A laptop on its first day."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "laptop"))
    with front_on(qtbot, jobs, clock, vault_folders, Start()) as standing:
        yield standing.front


def _step(front: Front) -> Step:
    (run,) = front.findChildren(FirstRun)
    return run.step


def _choose(qtbot: QtBot, path: Path) -> None:
    """Choose a file or folder in the dialog that is open."""
    found: list[QFileDialog] = []

    def there() -> bool:
        found[:] = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QFileDialog) and each.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(there, timeout=5_000)
    dialog = found[0]
    dialog.setDirectory(str(path if path.is_dir() else path.parent))
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(path))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=5_000)


def _type_own_passphrase(front: Front, passphrase: str) -> None:
    click(button(front, "Use my own"))
    write(field(front, "Passphrase", QLineEdit), passphrase)
    write(field(front, "Passphrase once more", QLineEdit), passphrase)
    click(button(front, "Go on"))


def _opened(front: Front, qtbot: QtBot) -> None:
    click(button(front, "Open the vault"))
    qtbot.waitUntil(lambda: front.opened is not None, timeout=60_000)


def test_joining_ends_with_a_vault_that_was_tried_and_a_request_to_hand_in(
    front: Front,
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
    tmp_path: Path,
    clock: FrozenClock,
) -> None:
    card = load_card(organisation)
    click(button(front, "Join my organisation"))
    assert not button(front, "Go on").isEnabled()
    click(button(front, "Choose the file"))
    _choose(qtbot, organisation / CARD_NAME)
    assert sees(front, "Harbour House")
    click(button(front, "Go on"))
    for word in fingerprint_words(card.root, word_list()):
        assert sees(front, word)
    assert not button(front, "Go on").isEnabled()
    field(front, "All twelve words are the same", QCheckBox).click()
    click(button(front, "Go on"))
    write(field(front, "Full name", QLineEdit), "Bea Novak")
    write(field(front, "Initials", QLineEdit), "BN")
    # Back and forth: nothing is lost.
    click(button(front, "Back"))
    assert field(front, "All twelve words are the same", QCheckBox).isChecked()
    click(button(front, "Go on"))
    assert field(front, "Full name", QLineEdit).text() == "Bea Novak"
    click(button(front, "Go on"))
    _type_own_passphrase(front, OWN)
    qtbot.waitUntil(lambda: sees(front, "Ask to be enrolled"), timeout=120_000)
    request = tmp_path / "stick.request"
    click(button(front, "Save the request"))
    _choose(qtbot, request)
    asked = parse_request(request.read_bytes())
    assert (asked.full_name, asked.initials) == ("Bea Novak", "BN")
    _opened(front, qtbot)
    _take_the_answer(
        front, qtbot, organisation, (request.read_bytes(), passphrases["issuing"], clock)
    )


def _take_the_answer(
    front: Front, qtbot: QtBot, organisation: Path, asked: tuple[bytes, str, FrozenClock]
) -> None:
    assert front.opened is not None
    assert _room(front) is Room.ENROL
    assert front.opened.desk.workspace.vault.recovery_intact
    request, passphrase, clock = asked
    enrol(organisation, request, Role.CASEWORKER, passphrase, now=clock())
    click(button(front, "Choose the file"))
    _choose(qtbot, organisation / CARD_NAME)
    assert _room(front) is Room.TODAY
    assert front.opened.desk.sitting.me.certificate_serial


def _room(front: Front) -> Room | None:
    return front.opened.page.place.room if front.opened is not None else None


def test_the_offered_words_must_be_typed_as_they_are_and_twice(
    front: Front, organisation: Path
) -> None:
    click(button(front, "Join my organisation"))
    step = _step(front)
    step.way.answers.card = (organisation / CARD_NAME).read_bytes()
    step.way.answers.full_name, step.way.answers.initials = "Bea Novak", "BN"
    taken: list[str] = []
    step.way.go(lambda way: own_passphrase(way, taken.append))
    offered = next(
        each.text()
        for each in front.findChildren(QLabel)
        if each.isVisibleTo(front) and each.property("kind") == "words"
    )
    assert len(offered.split()) == 6
    first = field(front, "Passphrase", QLineEdit)
    second = field(front, "Passphrase once more", QLineEdit)
    write(first, offered + " ")
    on = button(front, "Go on")
    QApplication.processEvents()
    stands = on.mapTo(front, on.rect().center())
    click(on)
    assert sees(front, "These are not the six words above")
    QApplication.processEvents()
    under = front.childAt(stands)
    assert under is on, "the next click goes where the last one went"
    settle(front)
    scrolled = [each.maximum() for each in front.findChildren(QScrollBar)]
    assert not any(scrolled), "what is told fits on a small screen"
    first.setText("")
    write(first, offered)
    write(second, offered[:-1])
    click(button(front, "Go on"))
    assert sees(front, "The two are not the same")
    assert taken == []
    write(second, offered)
    press(second, Qt.Key.Key_Return)
    assert taken == [offered]
    assert first.text() == second.text() == ""


def test_strength_is_told_in_words(front: Front) -> None:
    step = _step(front)
    step.way.go(lambda way: own_passphrase(way, lambda _typed: None))
    click(button(front, "Use my own"))
    line = field(front, "Passphrase", QLineEdit)
    listed = word_list()[:2000:331]
    for typed, said in (
        ("short", "Too short: 9 characters more"),
        ("aaaaaaaaaaaaaaaaaaaa", "Too easy to guess"),
        (" ".join(listed[:5]), "Good"),
        (" ".join(listed[:6]), "Very good"),
    ):
        line.setText("")
        write(line, typed)
        assert sees(front, said), typed
    line.setText("")
    write(line, "aaaaaaaaaaaaaaaaaaaa")
    write(field(front, "Passphrase once more", QLineEdit), "aaaaaaaaaaaaaaaaaaaa")
    click(button(front, "Go on"))
    assert button(front, "Use my own").isChecked(), "one stays on the page"


def test_a_small_service_founds_itself_with_every_share_on_paper(
    front: Front, qtbot: QtBot, tmp_path: Path
) -> None:
    click(button(front, "Begin a new organisation"))
    write(field(front, "Name", QLineEdit), "Quay Street")
    write(field(front, "Short mark", QLineEdit), "q s")
    assert not button(front, "Go on").isEnabled()
    assert sees(front, "The short mark has two to six letters or digits, no spaces.")
    field(front, "Short mark", QLineEdit).clear()
    write(field(front, "Short mark", QLineEdit), "qs")
    assert not sees(front, "The short mark has two to six letters")
    press(field(front, "Short mark", QLineEdit), Qt.Key.Key_Return)
    _type_own_passphrase(front, OF_KEYS)
    qtbot.waitUntil(lambda: sees(front, "Six sheets of paper"), timeout=60_000)
    assert front.focusWidget() is button(front, "Show the first share")
    folder = tmp_path / "laptop" / "outreach" / "organisation"
    assert not folder.exists(), "nothing takes its place before the shares are on paper"
    click(button(front, "Show the first share"))
    for number in range(6):
        _write_down(front, number)
    assert sees(front, "twelve words")
    click(button(front, "Go on"))
    write(field(front, "Full name", QLineEdit), "Tess Ford")
    write(field(front, "Initials", QLineEdit), "TF")
    assert field(front, "Your work", QComboBox).currentText() == "Supervisor"
    click(button(front, "Go on"))
    _type_own_passphrase(front, OF_KEYS)
    assert sees(front, "This is the passphrase of the keys")
    _type_own_passphrase(front, OWN)
    qtbot.waitUntil(lambda: sees(front, "Everything is ready"), timeout=120_000)
    _opened(front, qtbot)
    assert front.opened is not None
    me = front.opened.desk.sitting.me
    assert (me.full_name, me.role, me.certificate_serial) == ("Tess Ford", Role.SUPERVISOR, 1)
    assert front.opened.page.place.room is Room.TODAY
    assert load_card(folder).configuration.name == "Quay Street"
    assert [each.name for each in folder.parent.iterdir() if each.name.endswith(".part")] == []


def _write_down(front: Front, number: int) -> None:
    """Write a share down, fail the check once, then read it back."""
    paper = {}
    for label in front.findChildren(QLabel):
        place, dot, word = label.text().partition(". ")
        if label.isVisibleTo(front) and dot and place.isdecimal():
            paper[int(place)] = word
    assert len(paper) == 33
    assert sees(front, f"Share {number + 1} of 6")
    click(button(front, "I have written them down"))
    assert not any(sees(front, f"{place}. {word}") for place, word in paper.items())
    asked = [each for each in front.findChildren(QLineEdit) if each.isVisibleTo(front)]
    if number == 0:
        write(asked[0], "nonsense")
        click(button(front, "Check"))
        assert sees(front, "That is not what the share says")
    for each in asked:
        each.setText("")
        write(each, paper[int(each.accessibleName().split()[-1])].upper())
    click(button(front, "Check"))


def test_leaving_before_the_shares_are_written_leaves_no_organisation(
    front: Front, qtbot: QtBot, tmp_path: Path
) -> None:
    click(button(front, "Begin a new organisation"))
    write(field(front, "Name", QLineEdit), "Quay Street")
    write(field(front, "Short mark", QLineEdit), "qs")
    click(button(front, "Go on"))
    _type_own_passphrase(front, OF_KEYS)
    qtbot.waitUntil(lambda: sees(front, "Six sheets of paper"), timeout=60_000)
    front.close()
    assert list((tmp_path / "laptop" / "outreach").glob("*")) == []


def test_a_backup_is_restored_and_its_page_of_enrolment_asks_for_new_keys(
    front: Front,
    qtbot: QtBot,
    office: Sitting,
    passphrases: dict[str, str],
    tmp_path: Path,
) -> None:
    back_up(office, tmp_path / "stick" / "backup")
    office.close()
    click(button(front, "Restore from a backup"))
    click(button(front, "Choose the folder"))
    _choose(qtbot, tmp_path / "stick" / "backup")
    line = field(front, "Passphrase on the day of the backup", QLineEdit)
    write(line, "not the one of that day")
    click(button(front, "Restore"))
    qtbot.waitUntil(button(front, "Restore").isEnabled, timeout=20_000)
    assert vault_folders() == ()
    write(line, passphrases["AB"])
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(front.findChildren(UnlockPage)), timeout=60_000)
    assert sees(front, "AB")
    LockedVault(vault_folders()[0]).release()


def test_a_forged_file_is_refused_and_keeps_one_here(
    front: Front, qtbot: QtBot, organisation: Path, tmp_path: Path
) -> None:
    content = json.loads((organisation / CARD_NAME).read_bytes())
    content["configuration"]["payload"] = content["configuration"]["payload"].replace(
        "Harbour House", "Harbour Hause"
    )
    forged = tmp_path / CARD_NAME
    forged.write_text(json.dumps(content, sort_keys=True, separators=(",", ":")), "utf-8")
    click(button(front, "Join my organisation"))
    click(button(front, "Choose the file"))
    _choose(qtbot, forged)
    assert not button(front, "Go on").isEnabled()
    assert not sees(front, "Harbour Hause")
    click(button(front, "Back"))
    assert sees(front, "Welcome")


def test_the_first_run_can_be_left_where_there_is_a_vault(
    qtbot: QtBot, jobs: Jobs, clock: FrozenClock, folders: Template
) -> None:
    place = folders.folder / "AB"
    with front_on(qtbot, jobs, clock, lambda: (place,), Start()) as standing:
        click(button(standing.front, "Another vault or a backup"))
        assert sees(standing.front, "Join my organisation")
        click(button(standing.front, "Back to unlocking"))
        assert field(standing.front, "Passphrase", QLineEdit).hasFocus()
