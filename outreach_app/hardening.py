"""First lines of every start: no core file, no other program of this user reads our memory.

Each system has its own call; what it does not offer is left out and said. It stops a core file and a
curious neighbour, not an administrator.
"""

import ctypes
import sys

_IS_LINUX = sys.platform.startswith("linux")
_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31
# Neither a critical-error box, nor the crash reporter, nor a box for a missing file.
_WINDOWS_SILENT = 0x0001 | 0x0002 | 0x8000


def harden() -> tuple[str, ...]:
    """Ask the system for what it offers and return what was granted.

    Returns:
        Of ``no-core-file``, ``not-readable``, ``no-debugger``, ``no-crash-report``.
    """
    granted = [name for name, ask in _REQUESTS if ask()]
    return tuple(granted)


if sys.platform == "win32":

    def _silent() -> bool:
        ctypes.windll.kernel32.SetErrorMode(_WINDOWS_SILENT)
        return True

    _REQUESTS = (("no-crash-report", _silent),)
else:
    import resource

    def _without_core_file() -> bool:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return True

    def _not_readable() -> bool:
        if not _IS_LINUX:
            return False
        return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)

    def _no_debugger() -> bool:
        if _IS_LINUX:
            return False
        return bool(ctypes.CDLL(None).ptrace(_PT_DENY_ATTACH, 0, 0, 0) == 0)

    _REQUESTS = (
        ("no-core-file", _without_core_file),
        ("not-readable", _not_readable),
        ("no-debugger", _no_debugger),
    )
