"""Locking with real processes: the launcher in the test, its windows as children of their own."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.domain.ids import Prefix
from outreach_app.paths import data_folder, private_dir
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.store.lock import VaultLock
from outreach_app.ui.launching.environment import window_environment
from outreach_app.ui.launching.watch import SLEPT_S, Refusals, Watch
from outreach_app.ui.launching.words import (
    FromWindow,
    Hearing,
    Start,
    line,
    read_start,
)
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.standing import place_text
from tests.house.tree import ROOT
from tests.services.conftest import Template
from tests.support.determinism import SeededIds
from tests.support.laptop import PATIENCE_S, Laptop


@pytest.fixture
def laptop(
    folders: Template, sitting_of: Callable[[str], Sitting], tmp_path: Path
) -> Iterator[Laptop]:
    """The caseworker's laptop at its unlock page; forms are ready."""
    begin_workspace(sitting_of("AB")).close()
    made = Laptop(folders.folder / "AB", tmp_path / "hand")
    yield made
    made.end()


def test_a_lock_ends_the_process_and_leads_back_to_the_same_place(
    laptop: Laptop, passphrases: dict[str, str]
) -> None:
    laptop.unlock(passphrases["AB"])
    laptop.go(Room.PEOPLE)
    before = laptop.launcher.child.pid
    laptop.clocks.extra_s += 5 * 60
    laptop.next_window(before)
    assert laptop.ask("place") == "none"
    laptop.unlock(passphrases["AB"])
    assert laptop.ask("place") == place_text(Place(room=Room.PEOPLE))


def test_hiding_shows_a_neutral_page_and_a_fresh_process_goes_on_behind_it(
    laptop: Laptop, passphrases: dict[str, str]
) -> None:
    laptop.unlock(passphrases["AB"])
    before = laptop.launcher.child.pid
    laptop.tell("press", "Ctrl+Shift+H")
    laptop.next_window(before)
    assert laptop.ask("covered") == "True"
    laptop.ask("press", "X")
    assert laptop.ask("covered") == "True"
    laptop.ask("press", "Escape")
    assert laptop.ask("covered") == "False"
    laptop.unlock(passphrases["AB"])


def test_a_window_that_was_killed_is_followed_by_one_that_says_so(
    laptop: Laptop, passphrases: dict[str, str]
) -> None:
    laptop.unlock(passphrases["AB"])
    laptop.go(Room.PEOPLE)
    before = laptop.launcher.child.pid
    os.kill(before, signal.SIGKILL)
    laptop.next_window(before)
    laptop.wait_until_seen("The window ended by itself")
    laptop.unlock(passphrases["AB"])
    assert laptop.ask("place") == place_text(Place(room=Room.PEOPLE))


def test_wrong_passphrases_make_one_wait_longer_also_after_a_restart_of_the_window(
    laptop: Laptop, passphrases: dict[str, str]
) -> None:
    for wait in ("Wait 1 second", "Wait 2 second"):
        laptop.turn_until(lambda: laptop.ask("sees", "Wait") == "False")
        laptop.ask("write", "Passphrase|not this one")
        laptop.ask("click", "Unlock")
        laptop.wait_until_seen(wait)
    before = laptop.launcher.child.pid
    os.kill(before, signal.SIGKILL)
    laptop.next_window(before)
    laptop.turn_until(lambda: laptop.ask("sees", "Wait") == "False")
    laptop.ask("write", "Passphrase|not this one")
    laptop.ask("click", "Unlock")
    laptop.wait_until_seen("Wait 4 second")
    laptop.clocks.extra_s += 60
    laptop.turn_until(lambda: laptop.ask("sees", "Wait") == "False")
    laptop.unlock(passphrases["AB"])
    assert laptop.launcher._refusals.count == 0


@pytest.mark.parametrize("who", ["launcher", "window"])
def test_ending_the_launcher_ends_the_window(
    who: str, folders: Template, sitting_of: Callable[[str], Sitting]
) -> None:
    begin_workspace(sitting_of("AB")).close()
    environment = {**os.environ, "OUTREACH_VAULT": str(folders.folder / "AB")}
    program = subprocess.Popen([sys.executable, "-m", "outreach_app"], cwd=ROOT, env=environment)
    try:
        window = _until(lambda: _children(program.pid))[0]
        os.kill(program.pid if who == "launcher" else window, signal.SIGKILL)
        _until(lambda: not _runs(window))
        if who == "window":
            _until(lambda: [each for each in _children(program.pid) if each != window])
    finally:
        program.terminate()
        program.wait(PATIENCE_S)
    _until(lambda: not _children(program.pid))


def test_a_second_start_is_told_plainly_and_brings_nothing_up() -> None:
    held = VaultLock(private_dir(data_folder()))
    ours, theirs = pty.openpty()
    try:
        second = subprocess.run(
            [sys.executable, "-m", "outreach_app"],
            cwd=ROOT,
            stderr=theirs,
            stdout=subprocess.PIPE,
            timeout=PATIENCE_S,
            check=False,
        )
        said = os.read(ours, 4096).decode()
    finally:
        held.release()
        os.close(theirs)
        os.close(ours)
    assert second.returncode == 1
    assert "already open" in said
    assert second.stdout == b""


def test_a_fault_shows_a_calm_page_without_what_was_typed(
    laptop: Laptop, passphrases: dict[str, str]
) -> None:
    laptop.unlock(passphrases["AB"])
    before = laptop.launcher.child.pid
    laptop.ask("crash")
    laptop.wait_until_seen("Something in the program went wrong")
    assert laptop.ask("sees", "builtins.ZeroDivisionError") == "True"
    assert laptop.ask("sees", "division by zero") == "False"
    laptop.tell("click", "Start again")
    laptop.next_window(before)


def test_the_watch_locks_after_so_long_without_a_key_and_after_sleep() -> None:
    now = [0.0, 0.0]
    watch = Watch(lambda: now[0], lambda: now[1])
    now[0] = now[1] = 10_000
    assert not watch.is_due(), "nothing is unlocked"
    watch.set_limit(180)
    for _ in range(17):
        now[0] += 10
        now[1] += 10
        assert not watch.is_due()
    watch.heard_key()
    now[0] += 179
    assert not watch.is_due()
    now[0] += 1
    assert watch.is_due()
    watch.set_limit(180)
    now[1] += SLEPT_S + 1
    assert watch.is_due(), "the wall clock jumped: the machine slept"
    assert not watch.is_due()
    now[1] -= 3600
    assert not watch.is_due(), "a clock put back is no sleep"


def test_refusals_wait_from_the_first_and_are_forgotten_by_a_right_one() -> None:
    now = [0.0]
    refusals = Refusals(lambda: now[0], lambda count: 2**count)
    assert refusals.wait_s() == 0
    refusals.add()
    assert refusals.wait_s() == 2
    now[0] = 1.5
    assert refusals.wait_s() == 1
    refusals.add()
    assert (refusals.count, refusals.wait_s()) == (2, 4)
    refusals.forget()
    assert (refusals.count, refusals.wait_s()) == (0, 0)


def test_words_go_through_the_pipe_in_any_pieces() -> None:
    hearing = Hearing()
    said = line(FromWindow.LIMIT, 300) + line(FromWindow.KEY)
    heard = [word for byte in said for word in hearing.take(bytes([byte]))]
    assert heard == [("limit", 300), ("key", 0)]
    assert Hearing().take(b"limit 99999999999999\n\xff\xfe 1\n")[0] == ("limit", 0)
    start = Start(covered=True, crashed=False, refusals=3, wait_s=4)
    assert read_start(start.arguments()).arguments() == start.arguments() == ["1", "0", "3", "4"]
    assert read_start(["1", "x"]).arguments() == ["0", "0", "0", "0"]


def test_the_window_gets_nothing_of_the_surroundings_that_is_not_named() -> None:
    inherited = {
        "HOME": "/homes/a",
        "DISPLAY": ":0",
        "LC_TIME": "C",
        "LD_PRELOAD": "/x.so",
        "QT_PLUGIN_PATH": "/x",
        "PYTHONPATH": "/x",
        "PYTHONSTARTUP": "/x.py",
        "SECRET": "1",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/bus",
    }
    found = window_environment(inherited, "/program")
    assert found == {
        "HOME": "/homes/a",
        "DISPLAY": ":0",
        "LC_TIME": "C",
        "PYTHONPATH": "/program",
        "QT_LOGGING_RULES": "*.debug=false",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/bus",
    }
    assert "PYTHONPATH" not in window_environment(inherited, None)


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
def test_the_window_starts_no_bus_where_the_session_has_none(tmp_path: Path) -> None:
    def address(inherited: dict[str, str]) -> str:
        return window_environment(inherited, None)["DBUS_SESSION_BUS_ADDRESS"]

    runtime = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert address({}) == address(runtime) == "disabled:"
    (tmp_path / "bus").touch()
    assert address(runtime) == f"unix:path={tmp_path}/bus"


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs D-Bus")
def test_the_window_locks_when_the_computer_sleeps_or_locks_its_screen() -> None:
    said = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.support.session_check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == (
        "PrepareForSleep False; PrepareForSleep True; locked; "
        "ActiveChanged False; ActiveChanged True; locked"
    )


@pytest.mark.parametrize("how", ["idle", "killed"])
def test_a_draft_is_there_at_the_same_place_after_a_lock_and_after_a_kill(
    how: str, laptop: Laptop, passphrases: dict[str, str], new_id: SeededIds
) -> None:
    laptop.unlock(passphrases["AB"])
    somebody = Subject(client_id=new_id(Prefix.CLIENT))
    laptop.ask("go", place_text(Place(room=Room.FORM, topic="client", subject=somebody)))
    laptop.turn_until(lambda: laptop.ask("type", "Mill") == "ok")
    place = laptop.ask("place")
    before = laptop.launcher.child.pid
    if how == "idle":
        laptop.clocks.extra_s += 5 * 60
    else:
        laptop.turn_until(lambda: laptop.ask("sees", "Saved ") == "True")
        os.kill(before, signal.SIGKILL)
    laptop.next_window(before)
    laptop.unlock(passphrases["AB"])
    found = json.loads(laptop.ask("place"))
    assert found["room"] == "form"
    assert found["document_id"] == json.loads(place)["document_id"]
    laptop.turn_until(lambda: "Mill" in laptop.ask("texts"))


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what was granted")
def test_a_process_leaves_no_core_and_lets_nobody_read_it() -> None:
    asks = (
        "import ctypes, resource\n"
        "from outreach_app.hardening import harden\n"
        "before = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "print(harden(), before, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),"
        " resource.getrlimit(resource.RLIMIT_CORE))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "('no-core-file', 'not-readable') 1 0 (0, 0)"


def _until(ask: Callable[[], object]) -> list[int]:
    until = time.monotonic() + PATIENCE_S
    while True:
        found = ask()
        if found:
            return found if isinstance(found, list) else []
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.02)


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except OSError:
        return False
