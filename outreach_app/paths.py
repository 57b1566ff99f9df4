"""Where things live, and how a file is written so that it is whole or not there.

Every file that the program keeps outside its database passes through `atomic_write`: a temporary
file in the same folder, its mode set before any data, flushed to the disk, renamed over the old
one, and the folder flushed too. Without the two flushes a power cut can lose both versions.
"""

import contextlib
import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import platformdirs

from outreach_app.errors import HostFault

PRIVATE_FILE_MODE = 0o600
PRIVATE_FOLDER_MODE = 0o700
_TEMPORARY_SUFFIX = ".part"
_SETTLED_S = 60
_ROOM_BYTES = 256 * 1024
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_IN_WORDS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EISDIR: "that is a folder, not a file",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EEXIST: "there is a file of that name already",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EFBIG: "the file is larger than the program reads",
    errno.EIO: "the disk or stick does not answer",
    errno.EBUSY: "another program is using it",
}
_NETWORK_TYPES = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "afs", "ncpfs", "davfs", "ceph", "glusterfs",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.google-drive-ocamlfuse", "fuse.onedriver",
}  # fmt: skip
_SYNCED_FOLDERS = (
    "onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive",
    "mobile documents", "cloudstorage", "nextcloud", "owncloud", "seafile", "syncthing",
    "pcloud", "pclouddrive", "megasync", "box sync",
)  # fmt: skip
_WINDOWS_NETWORK_DRIVE = 4
_MAC_MOUNT = r"(?m)^.+? on (/.*?) \(([^,)]+)[^()]*\)$"


class DiskFull(HostFault):
    """No room left on the disk; nothing that was saved before is touched."""

    code: ClassVar[str] = "host.disk-full"


class FolderReadOnly(HostFault):
    """The folder or file may not be written."""

    code: ClassVar[str] = "host.read-only"


class FileTrouble(HostFault):
    """Any other failure of the file system: file vanished, medium removed, hardware error."""

    code: ClassVar[str] = "host.file-trouble"


class SharedFolder(HostFault):
    """The folder lies on a network drive or is copied to a cloud; a vault may not live there."""

    code: ClassVar[str] = "host.shared-folder"


def host_fault(error: OSError) -> HostFault:
    """Return the typed error for a failure of the operating system."""
    if error.errno in _DISK_FULL:
        return DiskFull()
    if error.errno in _READ_ONLY:
        return FolderReadOnly()
    number = error.errno or 0
    return FileTrouble(reason=_IN_WORDS.get(number) or errno.errorcode.get(number, "unknown"))


def data_folder() -> Path:
    """Return the folder for vaults of this user: local to the machine, never roaming."""
    return Path(platformdirs.user_data_dir(data_name(), appauthor=False, roaming=False))


def data_name(system: str = sys.platform) -> str:
    """Return the name of the folder for vaults; Spotlight passes by what ends with ``.noindex``."""
    return "outreach.noindex" if system == "darwin" else "outreach"


def config_folder() -> Path:
    """Return the folder for how the window looks on this machine; nothing of a case lies there."""
    return Path(platformdirs.user_config_dir("outreach", appauthor=False, roaming=False))


def profile_folders() -> tuple[Path, ...]:
    """Return the folders in which programs leave traces of this user: settings, caches, state."""
    return tuple(
        Path(each())
        for each in (
            platformdirs.user_config_dir,
            platformdirs.user_cache_dir,
            platformdirs.user_state_dir,
            platformdirs.user_data_dir,
            platformdirs.user_log_dir,
        )
    )


def private_dir(folder: Path) -> Path:
    """Make a folder (and its parents) that only this user can enter, and return it.

    One that is there already belongs to whoever made it: a stick, or a folder that others use
    as well. Who may enter that is not changed.

    Raises:
        HostFault: It cannot be made.
    """
    try:
        folder.mkdir(mode=PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise host_fault(error) from error
    return folder


def own_dir(folder: Path) -> Path:
    """Make a folder of the program's own, close it to others even if it was there, and return it.

    Raises:
        HostFault: It cannot be made or closed.
    """
    private_dir(folder)
    try:
        folder.chmod(PRIVATE_FOLDER_MODE)
    except OSError as error:
        raise host_fault(error) from error
    return folder


def private_file(path: Path) -> int:
    """Create a new file that only this user can read, and return its open descriptor.

    Raises:
        HostFault: It exists already or cannot be made.
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, PRIVATE_FILE_MODE)
    except OSError as error:
        raise host_fault(error) from error


def atomic_write(path: Path, content: bytes) -> None:
    """Write a private file so that after a crash either the old or the new content is there.

    Raises:
        HostFault: Disk full, folder read-only or another failure; the old file is untouched.
    """
    stage_file(path, content).settle()


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A private file that lies whole on the disk under a name that nobody looks for."""

    temporary: Path
    path: Path

    def read(self) -> bytes:
        """Read back what was written.

        Raises:
            HostFault: The medium is gone or does not answer.
        """
        try:
            return self.temporary.read_bytes()
        except OSError as error:
            raise host_fault(error) from error

    def settle(self) -> None:
        """Give the file its name.

        Raises:
            HostFault: The folder is gone or may not be written; nothing lies under the name.
        """
        try:
            self.temporary.replace(self.path)
            flush_folder(self.path.parent)
        except OSError as error:
            self.discard()
            raise host_fault(error) from error

    def discard(self) -> None:
        """Take away what was not settled, as far as the medium lets one."""
        with contextlib.suppress(OSError):
            self.temporary.unlink(missing_ok=True)


def remove_unsettled(folder: Path) -> None:
    """Take away what a program that was killed while writing left in a folder, older than a minute."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f".*{_TEMPORARY_SUFFIX}"):
            if time.time() - left.stat().st_mtime > _SETTLED_S:
                left.unlink(missing_ok=True)


def stage_file(path: Path, content: bytes) -> StagedFile:
    """Write a private file beside the name that it will have, flushed to the disk.

    Raises:
        HostFault: Disk full, folder read-only or another failure; nothing is left.
    """
    staged = StagedFile(path.with_name(f".{os.urandom(8).hex()}{_TEMPORARY_SUFFIX}"), path)
    descriptor = private_file(staged.temporary)
    try:
        try:
            _write_all(descriptor, content)
            flush_descriptor(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        staged.discard()
        raise host_fault(error) from error
    return staged


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def flush_descriptor(descriptor: int) -> None:
    """Force a file to the disk; on macOS also through the drive's own cache."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - absent on Windows

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Force a folder's entries to the disk (Windows has no such call and needs none)."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def has_no_room(folder: Path) -> bool:
    """Say whether a disk is full, as far as it tells: what one save needs does not fit."""
    try:
        return shutil.disk_usage(folder).free < _ROOM_BYTES
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Say whether a file or folder exists.

    Raises:
        HostFault: The folders on the way may not be entered.
    """
    try:
        return path.exists()
    except OSError as error:
        raise host_fault(error) from error


def read_bytes(path: Path, limit_bytes: int) -> bytes:
    """Read a whole file of bounded size.

    Raises:
        HostFault: It cannot be read, or is larger than `limit_bytes`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limit_bytes + 1)
    except OSError as error:
        raise host_fault(error) from error
    if len(content) > limit_bytes:
        raise FileTrouble(reason=_IN_WORDS[errno.EFBIG])
    return content


def remove_file(path: Path) -> None:
    """Remove a file if it is there.

    Raises:
        HostFault: It is there and cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise host_fault(error) from error


def refuse_shared_folder(folder: Path) -> None:
    """Refuse a folder on a network drive or in a cloud client's tree, as far as one can tell.

    A database with a write-ahead log is damaged by being copied while it is open, and a cloud
    keeps old versions for ever.

    Raises:
        SharedFolder: It is one of these; the fact `kind` is ``network`` or ``cloud``.
    """
    resolved = folder.absolute()
    if _looks_synced(resolved):
        raise SharedFolder(kind="cloud")
    if _lies_on_network(resolved):
        raise SharedFolder(kind="network")


def names_server(path: Path) -> bool:
    """Say whether a path names a server, as on Windows: asking for it shows that server who asks."""
    return str(path).startswith(("\\\\", "//"))


def _looks_synced(folder: Path) -> bool:
    names = [part.lower() for part in folder.parts]
    return any(
        name == synced or name.startswith((f"{synced} ", f"{synced}-"))
        for name in names
        for synced in _SYNCED_FOLDERS
    )


def _lies_on_network(folder: Path) -> bool:
    if names_server(folder):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has windll

        shared = bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _WINDOWS_NETWORK_DRIVE)
    elif sys.platform == "darwin":
        import subprocess  # noqa: PLC0415 - start-up time elsewhere

        said = subprocess.run(["/sbin/mount"], capture_output=True, check=False).stdout
        shared = mounted_type_on_mac(folder, said.decode("utf-8", "replace")) in _NETWORK_TYPES
    else:
        mounts = Path("/proc/self/mountinfo")
        table = mounts.read_text("utf-8", "replace") if mounts.exists() else ""
        shared = mounted_type(folder, table) in _NETWORK_TYPES
    return shared


def mounted_type(folder: Path, mountinfo: str) -> str:
    """Return the file system type under a folder, read from Linux's table of mounts."""
    found = []
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) >= 5 and after:
            found.append((fields[4].replace("\\040", " "), after.split()[0]))
    return _nearest(folder, found)


def mounted_type_on_mac(folder: Path, table: str) -> str:
    """Return the file system type under a folder, read from what ``mount`` of macOS says.

    Its lines are such as ``//server/team on /Volumes/team (smbfs, nodev, nosuid, mounted by anna)``.
    """
    return _nearest(folder, re.findall(_MAC_MOUNT, table))


def _nearest(folder: Path, mounts: Iterable[tuple[str, str]]) -> str:
    best, kind = "", ""
    for point, of_kind in mounts:
        inside = str(folder) == point or str(folder).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, of_kind
    return kind
