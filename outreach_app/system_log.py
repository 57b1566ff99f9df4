"""What whoever looks after many computers finds in the log of the system: that something is wrong with one.

Three events, in fixed words, without a name, a path or a number of anything. They are written on Windows
only, and only where the installer has registered the program as a source: there tools collect them. On
Linux and macOS nothing is written. Who uses the program when is told nowhere.

The part for Windows was written from its documentation and has never run there.
"""

import sys
from collections.abc import Callable
from enum import Enum

SOURCE = "Outreach"
SOURCES_KEY = r"SYSTEM\CurrentControlSet\Services\EventLog\Application"


class SystemEvent(Enum):
    """An event: its number in the log, and its words."""

    SELF_CHECK_FAILED = (1, "The installed program did not pass its check of itself.")
    POLICY_UNREADABLE = (2, "The settings decided for this computer cannot be read.")
    UPDATE_REFUSED = (3, "An update folder was refused: it is not what was released.")

    @property
    def number(self) -> int:
        """Its number; Windows shows words of ours for 1 to 1000."""
        return self.value[0]

    @property
    def words(self) -> str:
        """Its words."""
        return self.value[1]


Tell = Callable[[SystemEvent], None]


if sys.platform == "win32":
    import ctypes
    import winreg

    _WARNING = 2

    def tell_system(event: SystemEvent) -> None:
        """Write an event where the program is a source of the log; what cannot be written is left."""
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            name = rf"{SOURCES_KEY}\{SOURCE}"
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, name, 0, access).Close()
        except OSError:
            return
        library = ctypes.windll.advapi32
        library.RegisterEventSourceW.restype = ctypes.c_void_p
        log = library.RegisterEventSourceW(None, SOURCE)
        if not log:
            return
        words = (ctypes.c_wchar_p * 1)(event.words)
        handle = ctypes.c_void_p(log)
        library.ReportEventW(handle, _WARNING, 0, event.number, None, 1, 0, words, None)
        library.DeregisterEventSource(handle)

else:

    def tell_system(event: SystemEvent) -> None:
        """Write nothing: nobody collects it here, and what is not written is not read by others."""
