"""Settings for everybody: decided by keys and clicks, told before the signature, shown on a laptop."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from outreach_app.domain.documents import Subject
from outreach_app.services.organisation import CARD_NAME, load_card
from outreach_app.services.policies import decide_settings
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import install_configuration
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.discretion import ClipboardGuard
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.launching.words import Start
from outreach_app.ui.people.managing import SETTINGS_FOR_ALL
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.dialogs import choose
from tests.support.pages import button, click, field, press, sees, write
from tests.ui.fronts import Standing, front_on

Decide = Callable[[Window, dict[str, str]], None]


@pytest.fixture
def decide(organisation: Path, passphrases: dict[str, str], clock: FrozenClock) -> Decide:
    """Signs a decision and brings the file to the laptop of a window."""

    def decided(window: Window, changes: dict[str, str]) -> None:
        shown = load_card(organisation).configuration.policy
        decide_settings(organisation, shown, changes, passphrases["issuing"], now=clock())
        install_configuration(window.desk.sitting, (organisation / CARD_NAME).read_bytes())

    return decided


def _spoken(widget: QLineEdit | QSpinBox) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Description)


def test_settings_are_decided_told_in_words_and_signed(
    window_of: Callable[[str], Window],
    qtbot: QtBot,
    organisation: Path,
    passphrases: dict[str, str],
) -> None:
    window = window_of("SH")
    window.desk.go(Place(room=Room.CERTIFY, topic=SETTINGS_FOR_ALL))
    for title in ("Lock after minutes, one person", "Print on paper"):
        box = field(window.page, title, QCheckBox)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    minutes = field(window.page, "Lock after minutes, one person: value for everybody", QSpinBox)
    minutes.setFocus()
    for _ in range(2):
        press(minutes, Qt.Key.Key_Down)
    assert sees(window.page, "For everybody: no")
    click(button(window.page, "Go on"))
    assert sees(window.page, "Lock after minutes, one person: 3 at most. Before: everybody chooses")
    assert sees(window.page, "Print on paper: no. Before: everybody chooses.")
    assert load_card(organisation).configuration.policy == {}, "nothing is signed yet"
    click(button(window.page, "Choose the folder of the keys"))
    choose(qtbot, organisation)
    write(field(window.page, "Passphrase of the keys", QLineEdit), "another one altogether")
    click(button(window.page, "Sign and decide"))
    qtbot.waitUntil(lambda: sees(window.page, "The issuing key stays closed"), timeout=20_000)
    assert load_card(organisation).configuration.policy == {}
    write(field(window.page, "Passphrase of the keys", QLineEdit), passphrases["issuing"])
    click(button(window.page, "Sign and decide"))
    qtbot.waitUntil(lambda: sees(window.page, "It is decided."), timeout=20_000)
    decided = {"export.paper": "no", "lock.minutes_alone": "3"}
    assert load_card(organisation).configuration.policy == decided
    click(button(window.page, "Use it on this laptop too"))
    assert window.desk.sitting.settings().number("lock.minutes_alone") == 3


def test_what_loosens_is_said_and_nothing_different_is_not_signed(
    window_of: Callable[[str], Window], decide: Decide
) -> None:
    window = window_of("SH")
    decide(window, {"lock.minutes_shared": "2"})
    window.desk.go(Place(room=Room.CERTIFY, topic=SETTINGS_FOR_ALL))
    click(button(window.page, "Go on"))
    assert sees(window.page, "Nothing is different")
    number = field(window.page, "Telephone of the manager on call", QCheckBox)
    number.click()
    click(button(window.page, "Go on"))
    assert sees(
        window.page, "“Telephone of the manager on call” is to be decided, and has no value"
    )
    number.click()
    field(window.page, "Lock after minutes, shared vault", QCheckBox).click()
    click(button(window.page, "Go on"))
    assert sees(window.page, "everybody chooses. Before: 2 at most.")
    assert sees(window.page, "People may then choose less safely than before.")
    click(button(window.page, "Change something"))
    assert not field(window.page, "Lock after minutes, shared vault", QCheckBox).isChecked()


def test_whoever_has_no_keys_is_shown_contacts_instead(
    window_of: Callable[[str], Window],
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.CERTIFY, topic=SETTINGS_FOR_ALL))
    assert not sees(window.page, "Settings for everybody")
    assert sees(window.page, "Contacts")


def test_a_managed_setting_is_shown_with_its_value_by_whom_and_why(
    window_of: Callable[[str], Window], decide: Decide
) -> None:
    window = window_of("AB")
    decide(window, {"lock.minutes_alone": "4", "export.paper": "no", "safety.on_call": "111"})
    click(button(window, "Settings"))
    assert sees(window.page, "Managed by your organisation")
    assert sees(window.page, "Decided: 4 at most. Without that: 5. Long enough for a telephone")
    minutes = field(window.page, "Lock after minutes, one person", QSpinBox)
    assert _spoken(minutes).startswith("Managed by your organisation. Decided: 4 at most.")
    minutes.setFocus()
    press(minutes, Qt.Key.Key_Up)
    assert minutes.value() == 4
    press(minutes, Qt.Key.Key_Down)
    assert window.desk.sitting.settings().number("lock.minutes_alone") == 3, "safer may be chosen"
    for title, value in (
        ("Print on paper", "no"),
        ("Telephone of the manager on call", "111"),
    ):
        line = field(window.page, title, QLineEdit)
        assert (line.text(), line.isReadOnly()) == (value, True)
        assert line.focusPolicy() & Qt.FocusPolicy.TabFocus, "one comes to it by Tab"
        assert _spoken(line).startswith("Managed by your organisation.")
        line.setFocus()
        QTest.keyClicks(line, "999")
        assert line.text() == value
    assert not window.desk.sitting.settings().is_on("export.paper")


def test_settings_are_found_by_their_words_and_by_being_managed(
    window_of: Callable[[str], Window], decide: Decide
) -> None:
    window = window_of("AB")
    decide(window, {"clipboard.seconds": "5"})
    click(button(window, "Settings"))
    search = field(window.page, "Search settings", QLineEdit)
    write(search, "managed organisation")
    assert sees(window.page, "Seconds that a copied text stays")
    assert not sees(window.page, "Lock after minutes, shared vault")
    assert not sees(window.page, "How the window looks")
    search.clear()
    write(search, "paper")
    assert sees(window.page, "Print on paper")
    assert not sees(window.page, "Seconds that a copied text stays")
    search.clear()
    assert sees(window.page, "How the window looks")
    assert sees(window.page, "Lock after minutes, shared vault")


def test_what_is_switched_off_is_not_offered(
    window_of: Callable[[str], Window], decide: Decide, opened_case: CaseBuilder
) -> None:
    window = window_of("AB")
    decide(window, {"export.protected_pdf": "no", "passphrase.own_choice": "no"})
    window.desk.go(Place(room=Room.UNLOCKING))
    assert not button(window.page, "Use my own").isEnabled()
    assert sees(window.page, "Managed by your organisation")
    subject = Subject(client_id=opened_case.client_id, case_id=opened_case.case_id)
    window.desk.go(Place(room=Room.SHARE, subject=subject))
    protected = field(window.page, "Protected PDF, its digits by telephone", QRadioButton)
    assert not protected.isEnabled()
    assert sees(window.page, "Managed by your organisation")


@pytest.fixture
def standing(
    qtbot: QtBot,
    jobs: Jobs,
    clock: FrozenClock,
    folders: Template,
    sitting_of: Callable[[str], Sitting],
) -> Iterator[Standing]:
    """The window at the caseworker's vault, not yet unlocked."""
    begin_workspace(sitting_of("AB")).close()
    with front_on(qtbot, jobs, clock, lambda: (folders.folder / "AB",), Start()) as made:
        yield made


def test_what_comes_while_one_works_counts_from_then_on(
    standing: Standing, qtbot: QtBot, passphrases: dict[str, str], decide: Decide
) -> None:
    write(field(standing.front, "Passphrase", QLineEdit), passphrases["AB"])
    press(field(standing.front, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: standing.front.opened is not None, timeout=20_000)
    window = standing.front.opened
    assert window is not None
    assert standing.heard() == "opened\nlimit 300\n"
    guard = standing.front.findChild(ClipboardGuard)
    assert guard is not None
    assert guard.kept_ms == 10_000
    decide(window, {"lock.minutes_alone": "2", "clipboard.seconds": "5"})
    window.desk.counts_changed.emit()
    assert standing.heard() == "limit 120\n"
    assert guard.kept_ms == 5_000
