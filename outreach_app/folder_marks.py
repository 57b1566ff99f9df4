"""Marks on a folder of vaults that keep the system's own services out of it.

Windows: its search does not read what lies there (``FILE_ATTRIBUTE_NOT_CONTENT_INDEXED``). macOS: its
backups leave the folder out (the extended attribute that ``tmutil addexclusion`` writes); Spotlight
passes it by for its name (`paths.data_name`). A copy by the system would be made while the database is
open, would keep what was erased, and would bring back an older vault. The program makes backups of its
own, and the page of backups says where the system's leave the vault out. Only vaults are marked: the
organisation's folder beside them is in no backup of ours, so the system's may have it.

Linux gets no mark: desktops index no hidden folders, and the one mark that backup programs heed,
``CACHEDIR.TAG``, tells whoever cleans up that the folder may be deleted.

Written from the documentation of both systems; tried here with stand-ins for their libraries only.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

BACKUP_MARK = b"com.apple.metadata:com_apple_backup_excludeItem"
LEFT_OUT = b"bplist00_\x10\x11com.apple.backupd\x08" + bytes(6) + (
    b"\x01\x01" + bytes(7) + b"\x01" + bytes(15) + b"\x1c"
)  # fmt: skip
"""The text ``com.apple.backupd`` as a binary property list."""
NOT_CONTENT_INDEXED = 0x2000
_NO_ATTRIBUTES = 0xFFFFFFFF


def keep_services_out(folder: Path) -> bool:
    """Mark a folder for this system.

    Returns:
        Whether the system took the mark; where there is none to give, no. A file system of another
        kind may refuse it, and that stops nothing.
    """
    taken = False
    if sys.platform == "win32":
        taken = keep_from_index(folder, ctypes.WinDLL("kernel32"))
    elif sys.platform == "darwin":
        taken = keep_from_backups(folder, ctypes.CDLL(None))
    return taken


def keep_from_index(folder: Path, kernel32: Any) -> bool:
    """Let Windows' search not read a folder; what it was marked with before stays.

    Args:
        folder: It is there.
        kernel32: Windows' library of that name.
    """
    before = kernel32.GetFileAttributesW(str(folder)) & _NO_ATTRIBUTES
    if before == _NO_ATTRIBUTES:
        return False
    return bool(kernel32.SetFileAttributesW(str(folder), before | NOT_CONTENT_INDEXED))


def keep_from_backups(folder: Path, libc: Any) -> bool:
    """Let macOS' backups leave a folder out, wherever it is moved to.

    Args:
        folder: It is there.
        libc: macOS' library of C.
    """
    place = os.fsencode(folder)
    size = ctypes.c_size_t(len(LEFT_OUT))
    # Neither an offset (for resource forks only) nor an option: an older mark is replaced.
    return bool(libc.setxattr(place, BACKUP_MARK, LEFT_OUT, size, ctypes.c_uint32(0), 0) == 0)
