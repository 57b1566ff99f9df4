"""A backup that was cut short is told, its beginnings go, and one that only was not noted counts."""

import os
import signal
import sys
from pathlib import Path

import pytest

from outreach_app.services.backups import back_up, begin_backup, restore_backup, verify_backup
from outreach_app.services.safe_points import safety
from outreach_app.services.sitting import Sitting
from outreach_app.services.unfinished_backups import (
    PROPERTY,
    CutShort,
    look_back,
    note_begun,
    note_removed,
    removal,
    unfinished,
)
from outreach_app.services.vaults import World, open_sitting
from outreach_app.store.backup import CHECKING, building_of, carry_out
from outreach_app.store.errors import VaultExists
from tests.services.test_safe_points import TODAY
from tests.support.determinism import FrozenClock


def _cut_short(sitting: Sitting, stick: Path) -> Path:
    """Have a process of its own killed while it makes a backup; return what it left."""
    target = stick / "b"
    order = begin_backup(sitting, target)
    note_begun(sitting, order, target)

    def end(far: str) -> None:
        if far == CHECKING:
            os.kill(os.getpid(), signal.SIGKILL)

    pid = os.fork()
    if not pid:
        try:
            carry_out(order, target, end)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    assert unfinished(sitting) is None, "nobody has looked back yet"
    look_back(sitting)
    return building_of(order, target)


def _clear(sitting: Sitting) -> None:
    work = removal(sitting)
    assert work is not None
    work()
    note_removed(sitting)


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_a_killed_backup_is_told_and_its_beginnings_go(
    office: Sitting, tmp_path: Path, clock: FrozenClock
) -> None:
    stick = tmp_path / "stick"
    left = _cut_short(office, stick)
    assert list(stick.iterdir()) == [left]
    assert unfinished(office) == CutShort(on=TODAY, left=left)
    assert safety(office).last is None
    _clear(office)
    assert list(stick.iterdir()) == []
    assert unfinished(office) == CutShort(on=TODAY, left=None), "told until one is finished"
    assert removal(office) is None
    clock.forward(hours=1)
    back_up(office, stick / "whole")
    assert unfinished(office) is None
    look_back(office)
    note_removed(office)
    assert office.vault.properties.get(PROPERTY) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_what_lies_on_a_stick_that_is_away_goes_when_it_is_back(
    office: Sitting, tmp_path: Path, clock: FrozenClock
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    left = _cut_short(office, stick)
    stick.rename(drawer)
    _clear(office)
    clock.forward(hours=1)
    back_up(office, tmp_path / "another stick" / "whole")
    assert unfinished(office) is None
    drawer.rename(stick)
    assert left.exists()
    _clear(office)
    assert list(stick.iterdir()) == []
    assert removal(office) is None


def test_a_checked_copy_counts_although_nobody_could_note_it(
    office: Sitting, tmp_path: Path, passphrases: dict[str, str]
) -> None:
    target = tmp_path / "stick" / "b"
    order = begin_backup(office, target)
    note_begun(office, order, target)
    carry_out(order, target)
    assert safety(office).last is None
    look_back(office)
    last = safety(office).last
    assert last is not None
    assert (last.on, unfinished(office)) == (TODAY, None)
    assert verify_backup(target, "AB", passphrases["AB"]).made_at == order.made_at


def test_a_folder_that_was_there_before_is_no_backup_of_ours(
    office: Sitting, tmp_path: Path
) -> None:
    target = tmp_path / "stick" / "b"
    target.mkdir(parents=True)
    with pytest.raises(VaultExists):
        back_up(office, target)
    assert office.vault.properties.get(PROPERTY) == ""
    note_begun(office, begin_backup(office, target), target)
    look_back(office)
    assert safety(office).last is None
    assert unfinished(office) == CutShort(on=TODAY, left=None)


def test_a_restored_vault_tells_nothing_of_the_backup_that_it_comes_from(
    office: Sitting, tmp_path: Path, passphrases: dict[str, str], world: World
) -> None:
    back_up(office, tmp_path / "stick" / "b")
    target = tmp_path / "restored"
    restore_backup(tmp_path / "stick" / "b", target, "AB", passphrases["AB"], world)
    restored = open_sitting(target, "AB", passphrases["AB"], world)
    assert restored.vault.properties.get(PROPERTY), "the copy was made while it was under way"
    look_back(restored)
    assert unfinished(restored) is None
    assert restored.vault.properties.get(PROPERTY) == ""
    restored.close()
