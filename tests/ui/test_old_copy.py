"""An old copy of the vault put back: told at unlocking, journalled, decided on, never shared by mistake."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from outreach_app.keychain import Keychain, open_keychain
from outreach_app.services.backups import back_up, restore_backup
from outreach_app.services.errors import OldCopyHere
from outreach_app.services.freshness import Freshness
from outreach_app.services.restored import needs_new_keys, require_caught_up, waits_since
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World, open_sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.conftest import Template
from tests.support.determinism import FrozenClock
from tests.support.pages import button, click, field, sees

Opens = Callable[[], Workspace]


@pytest.fixture
def keychain(folders: Template) -> Keychain:
    """The secret store of the test."""
    assert folders.folder.exists()
    return open_keychain("old-copy")


@pytest.fixture
def opens(
    folders: Template, world: World, keychain: Keychain, passphrases: dict[str, str]
) -> Iterator[Opens]:
    """Opens the caseworker's vault again and again, as each day does."""
    opened: list[Workspace] = []

    def open_it() -> Workspace:
        sitting = open_sitting(folders.folder / "AB", "AB", passphrases["AB"], world)
        opened.append(begin_workspace(sitting, keychain))
        return opened[-1]

    yield open_it
    for each in opened:
        keychain.forget(each.sitting.vault.vault_id)
        if each.vault.is_open:
            each.sitting.close()


@pytest.fixture
def old(opens: Opens, folders: Template, clock: FrozenClock, tmp_path: Path) -> Workspace:
    """An old copy of the vault, put back after four days of work, and opened."""
    opens().close()
    shutil.copytree(folders.folder / "AB", tmp_path / "aside")
    clock.forward(days=4)
    newer = opens()
    newer.sitting.change_setting("lock.minutes_alone", "6")
    assert newer.freshness is Freshness.FRESH
    newer.close()
    shutil.rmtree(folders.folder / "AB")
    shutil.copytree(tmp_path / "aside", folders.folder / "AB")
    clock.forward(days=1)
    return opens()


def test_it_is_told_first_with_its_day_and_is_in_the_journal(
    old: Workspace, jobs: Jobs, qtbot: QtBot
) -> None:
    window = Window(Desk(old, jobs), hide=lambda: None)
    qtbot.addWidget(window)
    window.show()
    assert window.page.place.room is Room.OLD_COPY
    assert sees(window.page, "This computer has seen the vault as it was on 7 February 2026.")
    assert sees(window.page, "What was opened now ends on 3 February 2026.")
    assert sees(window.page, "in the journal are missing")
    assert sees(window, "This is an old copy of the vault.")
    assert old.vault.journal.rows()[-1].act.kind != "vault.unlocked"
    assert "vault.older-copy" in [row.act.kind for row in old.vault.journal.rows()]
    with pytest.raises(OldCopyHere):
        require_caught_up(old.sitting)


def test_it_is_told_again_until_somebody_decides_and_then_counts_as_restored(
    old: Workspace, opens: Opens, jobs: Jobs, qtbot: QtBot
) -> None:
    device = old.vault.device_id
    old.close()
    again = opens()
    assert again.old_copy is not None
    window = Window(Desk(again, jobs), hide=lambda: None)
    qtbot.addWidget(window)
    window.show()
    assert not button(window.page, "Go on with this copy").isEnabled()
    said = "My supervisor knows, and agrees"
    field(window.page, said, QCheckBox).click()
    click(button(window.page, "Go on with this copy"))
    assert window.page.place.room is Room.ENROL
    assert sees(window.page, "is a new device")
    assert (needs_new_keys(again.sitting), again.vault.device_id != device) == (True, True)
    assert waits_since(again.sitting) is not None
    again.close()
    assert opens().freshness is Freshness.FRESH, "from now on this is what is remembered"


def test_a_restore_tells_itself_and_is_no_surprise(
    opens: Opens,
    folders: Template,
    tmp_path: Path,
    world: World,
    passphrases: dict[str, str],
    clock: FrozenClock,
) -> None:
    first = opens()
    back_up(first.sitting, tmp_path / "stick" / "b")
    first.close()
    clock.forward(days=1)
    opens().close()
    shutil.rmtree(folders.folder / "AB")
    backup = tmp_path / "stick" / "b"
    restore_backup(backup, folders.folder / "AB", "AB", passphrases["AB"], world)
    restored = opens()
    assert (restored.freshness, restored.old_copy) == (Freshness.UNKNOWN, None)
    restored.close()
    assert opens().freshness is Freshness.FRESH


def test_a_vault_of_which_nothing_newer_is_known_says_so_there(
    window_of: Callable[[str], Window], office: Sitting
) -> None:
    window = window_of("AB")
    assert office.me.initials == "AB"
    window.desk.go(Place(room=Room.OLD_COPY))
    assert sees(window.page, "Nothing newer of this vault is known here.")
