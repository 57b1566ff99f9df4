"""Files are private, whole or absent, and never on a shared folder."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from outreach_app.paths import (
    DiskFull,
    FileTrouble,
    FolderReadOnly,
    SharedFolder,
    atomic_write,
    data_folder,
    host_fault,
    is_there,
    mounted_type,
    mounted_type_on_mac,
    own_dir,
    private_dir,
    private_file,
    read_bytes,
    refuse_shared_folder,
    remove_file,
)
from tests.support.unprivileged import read_only_folder, unprivileged

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix_only
def test_folders_and_files_are_private_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = private_dir(tmp_path / "a" / "b")
        os.close(private_file(folder / "file"))
        atomic_write(folder / "other", b"content")
    finally:
        os.umask(before)
    assert mode(folder) == 0o700
    assert mode(folder / "file") == 0o600
    assert mode(folder / "other") == 0o600


@posix_only
def test_an_open_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o755)
    assert mode(own_dir(folder)) == 0o700


@posix_only
def test_a_folder_of_others_stays_as_open_as_it_was(tmp_path: Path) -> None:
    shared = tmp_path / "stick"
    shared.mkdir()
    shared.chmod(0o2775)
    assert mode(private_dir(shared)) == 0o2775
    assert mode(private_dir(shared / "new")) & 0o777 == 0o700


def test_a_private_file_never_takes_over_an_old_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(FileTrouble):
        private_file(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_atomic_write_replaces_and_leaves_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    atomic_write(path, b"first")
    atomic_write(path, b"second" * 100_000)
    assert path.read_bytes() == b"second" * 100_000
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_failed_write_keeps_the_old_file_and_cleans_up(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.mkdir()
    (path / "inside").write_bytes(b"a folder cannot be replaced by a file")
    with pytest.raises(FileTrouble):
        atomic_write(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    with pytest.raises(FileTrouble):
        atomic_write(tmp_path / "missing" / "file", b"new")


def test_a_read_only_folder_is_a_typed_fault() -> None:
    with read_only_folder() as folder:
        with pytest.raises(FolderReadOnly):
            atomic_write(folder / "file", b"new")
        with pytest.raises(FolderReadOnly):
            private_dir(folder / "sub")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, FolderReadOnly),
        (errno.EACCES, FolderReadOnly),
        (errno.EIO, FileTrouble),
    ],
)
def test_faults_of_the_system_get_their_kind(number: int, kind: type[Exception]) -> None:
    assert type(host_fault(OSError(number, "words"))) is kind
    assert host_fault(OSError("no number")).facts == {"reason": "unknown"}


def test_reading_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(FileTrouble):
        read_bytes(path, 4)
    with pytest.raises(FileTrouble):
        read_bytes(tmp_path / "missing", 4)


def test_existence_is_asked_with_typed_faults(tmp_path: Path) -> None:
    assert is_there(tmp_path)
    assert not is_there(tmp_path / "missing")
    (tmp_path / "closed").mkdir(mode=0o700)
    if os.name != "nt" and os.geteuid() == 0:
        with unprivileged(), pytest.raises(FolderReadOnly):
            is_there(tmp_path / "closed" / "file")


def test_removing_is_calm_about_absence(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    remove_file(path)
    remove_file(path)
    assert not path.exists()
    with pytest.raises((FileTrouble, FolderReadOnly)):
        remove_file(tmp_path)


def test_data_stays_on_the_machine() -> None:
    assert "Roaming" not in str(data_folder())
    assert data_folder().name == "outreach"


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Charity", "Dropbox", "Dropbox-2", "Google Drive", "iCloud Drive"],
)
def test_synced_folders_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SharedFolder) as refused:
        refuse_shared_folder(tmp_path / name / "vault")
    assert refused.value.facts == {"kind": "cloud"}


def test_an_own_folder_is_accepted(tmp_path: Path) -> None:
    refuse_shared_folder(tmp_path / "vault")
    refuse_shared_folder(tmp_path / "dropboxes")


def test_network_addresses_are_refused() -> None:
    with pytest.raises(SharedFolder) as refused:
        refuse_shared_folder(Path("//server/share/vault"))
    assert refused.value.facts == {"kind": "network"}


MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /media/team\\040drive rw - cifs //server/team rw
31 22 0:41 / /media rw - tmpfs tmpfs rw
short line
32 22 0:42 / /net rw - nfs4 server:/x rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/data/vault", "ext4"),
        ("/media/team drive/vault", "cifs"),
        ("/media/team drive", "cifs"),
        ("/media/stick", "tmpfs"),
        ("/netbook", "ext4"),
        ("/net/x", "nfs4"),
    ],
)
def test_the_nearest_mount_decides(folder: str, kind: str) -> None:
    assert mounted_type(Path(folder), MOUNTS) == kind


MAC_MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//anna@server/team on /Volumes/team (drive) (smbfs, nodev, nosuid, mounted by anna)
https://cloud.example.org/dav/ on /Volumes/dav (webdav, nodev, noexec, nosuid, mounted by anna)
/dev/disk4s1 on /Volumes/stick (msdos, local, nodev, nosuid, noowners, noatime)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Home/anna/Library/Application Support/outreach.noindex", "apfs"),
        ("/Volumes/team (drive)/vault", "smbfs"),
        ("/Volumes/dav/vault", "webdav"),
        ("/Volumes/stick", "msdos"),
        ("/Volumes/sticky", "apfs"),
    ],
)
def test_a_mac_says_on_what_a_folder_lies(folder: str, kind: str) -> None:
    assert mounted_type_on_mac(Path(folder), MAC_MOUNTS) == kind
