"""Where each system keeps settings that the people of a computer cannot change.

Linux has a file, Windows a key of the registry that Group Policy writes, macOS property lists that a
profile leads to. The names in all of them are the keys of the table of settings. Who can write there
administers the computer, so that there is no signature to check; what is there only makes settings
safer. What cannot be read counts as safe as can be, for it was put there to be heeded.

The readers for Windows and macOS were written from the documentation of the systems. Their parts
that run anywhere are tested; as a whole they have never run on either.
"""

import plistlib
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from xml.parsers.expat import ExpatError

from outreach_app.errors import HostFault
from outreach_app.paths import is_there, read_bytes
from outreach_app.policy import Policy, Source
from outreach_app.setting_shape import Kind
from outreach_app.settings import RENAMED, SETTINGS
from outreach_app.system_log import SystemEvent, tell_system

LINUX_FILE = Path("/etc/outreach/policy.toml")
WINDOWS_KEY = r"Software\Policies\Outreach"
MACOS_DOMAIN = "org.outreach.outreach"
MACOS_FOLDER = Path("/Library/Managed Preferences")
_LIMIT_BYTES = 64 * 1024
# All that the two readers raise about a file that is not what it should be.
_DAMAGED = (
    HostFault,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
    ExpatError,
)
_YES_NO = {0: "no", 1: "yes"}
_KINDS = {setting.key: setting.kind for setting in SETTINGS}


def read_toml(path: Path) -> Policy:
    """Return the policy of a file with lines such as ``lock.minutes_alone = 3``; empty for no file."""

    def parse(raw: bytes) -> object:
        return tomllib.loads(raw.decode("utf-8"))

    return _read(path, parse)


def macos_files(user: str) -> tuple[Path, ...]:
    """Return where macOS puts what profiles decide for everybody and for one person."""
    name = f"{MACOS_DOMAIN}.plist"
    return (MACOS_FOLDER / name, MACOS_FOLDER / user / name)


def read_property_list(path: Path) -> Policy:
    """Return the policy of a property list, in XML or binary; empty for no file."""
    return _read(path, plistlib.loads)


def _read(path: Path, parse: Callable[[bytes], object]) -> Policy:
    try:
        if not is_there(path):
            return Policy(Source.COMPUTER)
        found = parse(read_bytes(path, _LIMIT_BYTES))
    except _DAMAGED:
        return _unreadable()
    return policy_of(found.items()) if isinstance(found, Mapping) else _unreadable()


def _unreadable() -> Policy:
    tell_system(SystemEvent.POLICY_UNREADABLE)
    return Policy(Source.COMPUTER, is_readable=False)


def policy_of(found: Iterable[tuple[object, object]]) -> Policy:
    """Return the policy of names and values in the types of a system.

    A whole number may stand for a number, 1 and 0 or true and false for yes and no, and any value
    may be a text. What is something else becomes a text that fits nothing, and so the safest value.
    """
    return Policy(Source.COMPUTER, dict(_texts(found, "")))


def _texts(found: Iterable[tuple[object, object]], above: str) -> Iterator[tuple[str, str]]:
    for name, value in found:
        key = f"{above}{name}"
        if isinstance(value, Mapping):
            yield from _texts(value.items(), f"{key}.")
        else:
            yield key, _text(key, value)


def _text(key: str, value: object) -> str:
    if isinstance(value, int) and _KINDS.get(RENAMED.get(key, key)) is Kind.YES_NO:
        return _YES_NO.get(value, "")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


if sys.platform == "win32":
    import winreg

    def computer_policies() -> tuple[Policy, ...]:
        """Return what Group Policy decided for this computer, and for whoever is logged in."""
        roots = (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER)
        return tuple(_registry_policy(root) for root in roots)

    def _registry_policy(root: int) -> Policy:
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            with winreg.OpenKey(root, WINDOWS_KEY, 0, access) as key:
                count = winreg.QueryInfoKey(key)[1]
                return policy_of(winreg.EnumValue(key, number)[:2] for number in range(count))
        except FileNotFoundError:
            return Policy(Source.COMPUTER)
        except OSError:
            return _unreadable()

elif sys.platform == "darwin":
    import os
    import pwd

    def computer_policies() -> tuple[Policy, ...]:
        """Return what profiles decided for this computer, and for whoever is logged in."""
        # Not the name in the environment, which anybody can set.
        name = pwd.getpwuid(os.getuid()).pw_name
        return tuple(read_property_list(path) for path in macos_files(name))

else:

    def computer_policies() -> tuple[Policy, ...]:
        """Return what the file of this computer decided."""
        return (read_toml(LINUX_FILE),)
