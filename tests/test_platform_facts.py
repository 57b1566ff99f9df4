"""Facts of Windows and macOS that their documents, or the libraries that know them, tell here as well.

`docs/platforms.md` has the table of all such facts with the test of each.
"""

import errno
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends.Windows import Persistence
from platformdirs.macos import MacOS
from platformdirs.windows import get_win_folder_from_env_vars

from outreach_app import hardening, keychain
from outreach_app.paths import data_folder, data_name
from outreach_app.store import lock
from tests.house.tree import PACKAGE, ROOT, files, shown

PLATFORMS = ROOT / "docs" / "platforms.md"
# What starts a program by itself or keeps a list of what it opened, on each system.
STARTS_BY_ITSELF = (
    r"CurrentVersion\\+Run\b", r"\bLaunchAgents\b", r"\bLaunchDaemons\b", r"\bSMAppService\b",
    r"\bSMLoginItem", r"\bRegisterApplicationRestart\b", r"/etc/xdg/autostart", r"\.config/autostart",
    r"X-GNOME-Autostart", r"\bStartupFolder\b",
)  # fmt: skip
KEEPS_LISTS = (
    r"\bSHAddToRecentDocs\b", r"\bICustomDestinationList\b", r"\bnoteNewRecentDocument\b",
    r"\bNSDocumentController\b", r"recently-used\.xbel",
)  # fmt: skip


def test_data_lie_in_the_local_folder_of_each_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALAPPDATA", r"C:\Users\a\AppData\Local")
    monkeypatch.setenv("APPDATA", r"C:\Users\a\AppData\Roaming")
    assert get_win_folder_from_env_vars("CSIDL_LOCAL_APPDATA").endswith("Local")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)  # platformdirs heeds it there too
    folder = Path(MacOS(data_name("darwin"), appauthor=False, roaming=False).user_data_dir)
    assert folder.parts[-3:] == ("Library", "Application Support", "outreach.noindex")
    assert data_folder().name == data_name()


def _sources() -> Iterator[Path]:
    yield from files(".py", below=PACKAGE)
    for ending in (".py", ".wxs", ".spec", ".plist", ".admx"):
        yield from files(ending, below=ROOT / "installers")


@pytest.mark.parametrize("path", list(_sources()), ids=shown)
def test_nothing_starts_by_itself_and_nothing_is_put_into_lists_of_recent_files(path: Path) -> None:
    words = path.read_text("utf-8")
    assert [each for each in (*STARTS_BY_ITSELF, *KEEPS_LISTS) if re.search(each, words)] == []


def test_a_held_lock_is_known_by_what_each_system_says() -> None:
    # flock(2): EWOULDBLOCK, which is EAGAIN. Microsoft's _locking: EACCES, and EDEADLOCK after its tries.
    assert {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK} <= lock._HELD


@pytest.mark.parametrize("name", keychain.SYSTEM_STORES)
def test_the_stores_that_are_taken_are_back_ends_of_keyring(name: str) -> None:
    assert importlib.util.find_spec(name) is not None


def test_keyring_knows_the_words_that_keep_a_secret_on_one_windows_machine() -> None:
    constants = {"CRED_PERSIST_SESSION", "CRED_PERSIST_LOCAL_MACHINE", "CRED_PERSIST_ENTERPRISE"}
    # keyring puts together the name of wincred.h from the words that `keychain` gives it.
    written = f"CRED_PERSIST_{keychain.STAYS_HERE.replace(' ', '_').upper()}"
    assert written in constants
    assert hasattr(Persistence, "__set__")


def test_hardening_asks_with_the_numbers_of_the_headers() -> None:
    assert hardening._PR_SET_DUMPABLE == 4  # linux/prctl.h
    assert hardening._PT_DENY_ATTACH == 31  # sys/ptrace.h of macOS
    # errhandlingapi.h: SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX
    assert hardening._WINDOWS_SILENT == 0x0001 | 0x0002 | 0x8000


def test_the_table_of_facts_names_modules_and_tests_that_are_there() -> None:
    table = PLATFORMS.read_text("utf-8").partition("## Facts and seams")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20
    for row in rows:
        _system, _fact, module, test, _where = (each.strip() for each in row.strip("|").split("|"))
        for path in re.findall(r"`([\w/]+\.(?:py|wxs|plist|spec))`", module + test):
            assert (ROOT / path).is_file() or (PACKAGE / path).is_file(), path
        for path, name in re.findall(r"`(tests/[\w/]+\.py)`, `(\w+)`", test):
            assert f"def {name}(" in (ROOT / path).read_text("utf-8"), name
