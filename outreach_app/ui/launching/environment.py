"""The surroundings in which the window's process starts: only what is named here."""

import os
import sys

_WANTED = frozenset(
    {
        # where the person's things are
        "HOME", "USER", "LOGNAME", "PATH", "TMPDIR", "TEMP", "TMP",
        "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "WINDIR", "COMSPEC",
        "OUTREACH_VAULT",
        # language and time
        "LANG", "LANGUAGE", "TZ",
        # the screen, the keyboard, the session
        "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS",
        "DBUS_SYSTEM_BUS_ADDRESS", "DESKTOP_SESSION", "GTK_IM_MODULE", "QT_IM_MODULE", "XMODIFIERS",
        "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_ACCESSIBILITY",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "AT_SPI_BUS_ADDRESS",
        # which secret store answers
        "PYTHON_KEYRING_BACKEND",
    }
)  # fmt: skip
FILE = "OUTREACH_FILE"
"""Names a file that somebody opened with the program. In the list of processes others would read it."""
_WANTED_FAMILIES = ("LC_", "XDG_")
_BUS, _NO_BUS = "DBUS_SESSION_BUS_ADDRESS", "disabled:"


def window_environment(inherited: dict[str, str], program: str | None) -> dict[str, str]:
    """Return the environment of the window's process.

    What could load foreign code into it (``LD_PRELOAD``, ``PYTHONPATH``, ``QT_PLUGIN_PATH`` and their
    like) or make it talk stays out.

    Args:
        inherited: Of the launcher.
        program: The folder from which the program runs; none in a frozen one.
    """
    kept = {
        name: value
        for name, value in inherited.items()
        if name.upper() in _WANTED or name.upper().startswith(_WANTED_FAMILIES)
    }
    # What an input method or a theme wants to say about itself goes nowhere.
    kept["QT_LOGGING_RULES"] = "*.debug=false"
    if program is not None:
        kept["PYTHONPATH"] = program
    if sys.platform == "linux" and _BUS not in kept:
        kept[_BUS] = _session_bus(kept.get("XDG_RUNTIME_DIR", ""))
    return kept


def _session_bus(runtime_folder: str) -> str:
    """Return the address of the bus that the session has, or that there is none.

    Left alone, Qt would start a bus of its own where it finds none: it outlives the program, leaves a
    file in the home folder and costs the start 30 ms.
    """
    bus = f"{runtime_folder}/bus"
    return f"unix:path={bus}" if runtime_folder and os.path.exists(bus) else _NO_BUS  # noqa: PTH110


def our_environment(file: str = "") -> dict[str, str]:
    """Return the environment of the window's process for the program that is running.

    Args:
        file: What somebody opened with it, "" for nothing; it reaches the window in no other way.
    """
    # pathlib would cost the start of the program 8 ms.
    program = None if getattr(sys, "frozen", False) else os.path.abspath(__file__ + "/.." * 4)  # noqa: PTH100
    found = window_environment(dict(os.environ), program)
    if file:
        found[FILE] = os.path.abspath(file)  # noqa: PTH100
    return found
