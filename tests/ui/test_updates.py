"""What the page about the program says of the folder for updates."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.crypto.keys import SigningKey
from outreach_app.services.updates.checking import this_machine
from outreach_app.services.updates.making import Release, make_update, sign_update
from outreach_app.services.updates.seen import read_seen, seen_file
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.updates import UpdateCard
from tests.support.pages import sees

SIGNERS = tuple(SigningKey.from_seed(bytes([number]) * 32) for number in (1, 2))
KEYS = frozenset(each.public for each in SIGNERS)
_PATIENCE_MS = 20_000


@pytest.fixture(autouse=True)
def nothing_seen() -> None:
    """This computer has seen no update yet; a home may be shared by several tests."""
    seen_file().unlink(missing_ok=True)


def _update(folder: Path, version: str, name: str) -> Path:
    folder.mkdir()
    (folder / name).write_bytes(b"program")
    release = Release(version=version, dated=date(2099, 1, 1), previous=None, keys=KEYS)
    make_update(folder, release)
    for each in SIGNERS:
        sign_update(folder, each, KEYS)
    return folder


def _card(qtbot: QtBot, desk: Desk, folder: Path) -> UpdateCard:
    card = UpdateCard(desk, folder, lambda: KEYS)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitUntil(lambda: not sees(card, "Looking into the folder"), timeout=_PATIENCE_MS)
    return card


def test_an_update_that_was_checked_is_told_with_the_file_for_this_computer(
    window_of: Callable[[str], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    name = f"outreach-9.0.0-{this_machine()}.tar.gz"
    folder = _update(tmp_path / "update", "9.0.0", name)
    card = _card(qtbot, window_of("AB").desk, folder)
    assert sees(card, "An update is ready in the folder for updates: version 9.0.0, checked.")
    assert sees(card, name)
    assert sees(card, "the program installs nothing itself")
    assert sees(card, "Its date lies in the future")
    seen = read_seen(seen_file())
    assert seen is not None
    assert seen.sequence == 1


@pytest.mark.parametrize("spoil", ["changed", "installed", "empty"])
def test_what_is_no_update_is_told_and_what_was_changed_with_what_to_do(
    window_of: Callable[[str], Window], qtbot: QtBot, tmp_path: Path, spoil: str
) -> None:
    version = "0.0.1" if spoil == "installed" else "9.0.0"
    folder = _update(tmp_path / "update", version, "notes.txt")
    if spoil == "changed":
        (folder / "notes.txt").write_bytes(b"Program")
    if spoil == "empty":
        for each in list(folder.iterdir()):
            each.unlink()
    card = _card(qtbot, window_of("AB").desk, folder)
    assert sees(card, "Do not install anything from this folder.") is (spoil == "changed")
    assert sees(card, "There is nothing newer in the folder") is (spoil != "changed")


def test_about_looks_where_the_setting_says_and_nowhere_without_it(
    window_of: Callable[[str], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.ABOUT))
    assert not sees(window.page, "Updates")
    folder = _update(tmp_path / "update", "9.0.0", "notes.txt")
    window.desk.sitting.change_setting("updates.folder", str(folder))
    window.desk.go(Place(room=Room.ABOUT))
    assert sees(window.page, "Updates")
    # These keys are not those of the build: it names others, or none yet.
    said = ("This build names no release keys", "It is none of the release keys")
    qtbot.waitUntil(lambda: any(sees(window.page, each) for each in said), timeout=_PATIENCE_MS)


def test_one_may_leave_while_it_looks(window_of: Callable[[str], Window], tmp_path: Path) -> None:
    window = window_of("AB")
    folder = _update(tmp_path / "update", "9.0.0", "notes.txt")
    window.desk.sitting.change_setting("updates.folder", str(folder))
    for room in (Room.ABOUT, Room.TODAY, Room.ABOUT, Room.CASES):
        window.desk.go(Place(room=room))
    assert window.page.place.room is Room.CASES
