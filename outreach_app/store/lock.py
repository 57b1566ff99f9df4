"""One process per vault: a lock that the operating system frees when its holder dies.

The file has a neutral name and no content, so it tells nothing and never needs cleaning up.
"""

import errno
import os
import sys
from pathlib import Path

from outreach_app.paths import PRIVATE_FILE_MODE, host_fault
from outreach_app.store.errors import VaultInUse

LOCK_NAME = "lock"
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class VaultLock:
    """The right of this process to open one vault folder."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            VaultInUse: Another process (or another vault object here) holds it.
            HostFault: The lock file cannot be made.
        """
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)
        try:
            self._descriptor = os.open(folder / LOCK_NAME, flags, PRIVATE_FILE_MODE)
        except OSError as error:
            raise host_fault(error) from error
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            if error.errno in _HELD:
                raise VaultInUse from error
            raise host_fault(error) from error
        self._held = True

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._held:
            self._held = False
            _unlock(self._descriptor)
            os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
