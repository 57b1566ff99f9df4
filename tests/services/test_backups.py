"""Backups with attachments: verified whole, restored as another device, opened by two shares."""

import shutil
import stat
import sys
from pathlib import Path

import pytest

from outreach_app.crypto.errors import WrongPassphrase
from outreach_app.errors import HostFault
from outreach_app.services.backups import back_up, restore_backup, verify_backup
from outreach_app.services.errors import UnknownPerson
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World, open_sitting
from outreach_app.store.errors import BackupUnverified, NoVault, VaultExists
from tests.support.unprivileged import read_only_folder

LETTER = b"a scanned letter in clear words " * 50


@pytest.fixture
def digest(office: Sitting) -> str:
    """Keep an attachment in the office's vault."""
    with office.vault.transaction(office.act("attachment.stored")):
        return office.vault.attachments.put(
            LETTER, media_type="image/png", description="letter", at=office.instant()
        ).digest


def test_a_backup_restores_as_another_device_with_its_attachments(
    office: Sitting, digest: str, passphrases: dict[str, str], tmp_path: Path, world: World
) -> None:
    facts = back_up(office, tmp_path / "backup")
    assert facts.counts["attachments"] == 1
    assert verify_backup(tmp_path / "backup", "AB", passphrases["AB"]) == facts
    device = office.vault.device_id
    office.close()
    target = tmp_path / "restored"
    restored = restore_backup(tmp_path / "backup", target, "ab", passphrases["AB"], world)
    assert restored == facts
    sitting = open_sitting(target, "", passphrases["AB"], world)
    try:
        assert sitting.vault.attachments.get(digest) == LETTER
        assert sitting.vault.device_id != device
        assert sitting.me.full_name == "Anna Berg"
        sitting.vault.full_check()
        with pytest.raises(VaultExists):
            restore_backup(tmp_path / "backup", target, "AB", passphrases["AB"], world)
    finally:
        sitting.close()


def test_nothing_in_a_backup_is_readable(office: Sitting, digest: str, tmp_path: Path) -> None:
    back_up(office, tmp_path / "backup")
    assert digest
    for path in (tmp_path / "backup").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"clear words" not in content
            assert b"Anna Berg" not in content


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX")
def test_the_stick_stays_as_open_as_it_was_and_the_backup_is_closed(
    office: Sitting, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    stick.chmod(0o775)
    back_up(office, stick / "backup")
    assert stat.S_IMODE(stick.stat().st_mode) == 0o775
    made = [stick / "backup", *(stick / "backup").rglob("*")]
    assert {stat.S_IMODE(each.stat().st_mode) for each in made} == {0o700, 0o600}


def test_a_damaged_or_incomplete_backup_does_not_count(
    office: Sitting, digest: str, passphrases: dict[str, str], tmp_path: Path, world: World
) -> None:
    whole = tmp_path / "backup"
    back_up(office, whole)
    assert digest

    def copy(name: str) -> Path:
        shutil.copytree(whole, tmp_path / name)
        return tmp_path / name

    flipped = copy("flipped")
    database = next(flipped.glob("*.db"))
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(bytes(content))
    lost = copy("lost")
    next((lost / "attachments").iterdir()).unlink()
    claimed = copy("claimed")
    facts = (claimed / "backup.json").read_bytes()
    (claimed / "backup.json").write_bytes(facts.replace(b'"attachments":1', b'"attachments":2'))
    for broken in (flipped, lost, claimed):
        with pytest.raises(BackupUnverified):
            verify_backup(broken, "AB", passphrases["AB"])
    with pytest.raises(BackupUnverified):
        restore_backup(flipped, tmp_path / "new", "AB", passphrases["AB"], world)
    assert not (tmp_path / "new").exists()


def test_what_keeps_a_backup_from_being_made_or_opened(
    office: Sitting, passphrases: dict[str, str], tmp_path: Path
) -> None:
    back_up(office, tmp_path / "backup")
    with pytest.raises(VaultExists):
        back_up(office, tmp_path / "backup")
    with pytest.raises(WrongPassphrase):
        verify_backup(tmp_path / "backup", "AB", passphrases["CC"])
    with pytest.raises(UnknownPerson):
        verify_backup(tmp_path / "backup", "ZZ", passphrases["AB"])
    with pytest.raises(NoVault):
        verify_backup(tmp_path, "AB", passphrases["AB"])
    with read_only_folder() as closed, pytest.raises(HostFault):
        back_up(office, closed / "backup")
