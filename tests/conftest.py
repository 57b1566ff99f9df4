"""What every test gets: homes of its own, a secret store in memory, silence that is checked."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.determinism import FrozenClock, SeededIds

# Before anything of Qt or keyring is imported.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "tests.support.memory_keyring.MemoryKeyring"

# A run in the background hands on signals that are ignored, and programs started here would ignore them too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the run folders of its own, so that nothing of the developer's is read or written."""
    place = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable, name in _FOLDERS.items():
            folder = place / name
            folder.mkdir(mode=0o700, exist_ok=True)
            patch.setenv(variable, str(folder))
        yield place


@pytest.fixture(autouse=True)
def forgetful_store() -> Iterator[None]:
    """Let the secret store of each test begin empty: copies of one vault are not old copies."""
    yield
    keyring = sys.modules.get("keyring")
    entries = getattr(keyring.get_keyring(), "entries", None) if keyring is not None else None
    if entries:
        entries.clear()


class _Listener(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def leak_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs a warning it did not announce, or leaves a thread behind.

    A test that means to log says so with ``@pytest.mark.expects_log``.
    """
    listener = _Listener()
    before = set(threading.enumerate())
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    if left:
        pytest.fail(f"threads left behind: {left}")
    if listener.heard and request.node.get_closest_marker("expects_log") is None:
        pytest.fail("unexpected in the log:\n" + "\n".join(listener.heard))


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands at 3 February 2026, 11:00 UTC."""
    return FrozenClock()


@pytest.fixture
def new_id(request: pytest.FixtureRequest) -> SeededIds:
    """Identifiers that are the same in every run of this test."""
    return SeededIds(request.node.nodeid)
