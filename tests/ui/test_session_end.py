"""The end of the desktop's session, with real processes and real signals: nothing typed is lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.domain.ids import Prefix
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.store.opening import LockedVault
from outreach_app.store.vault import DATABASE_NAME
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.standing import place_text
from tests.house.tree import ROOT
from tests.services.conftest import Template
from tests.support.determinism import SeededIds
from tests.support.laptop import PATIENCE_S, Laptop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")


@pytest.fixture
def laptop(
    folders: Template, sitting_of: Callable[[str], Sitting], tmp_path: Path
) -> Iterator[Laptop]:
    """The caseworker's laptop at its unlock page; forms are ready."""
    begin_workspace(sitting_of("AB")).close()
    made = Laptop(folders.folder / "AB", tmp_path / "hand")
    yield made
    made.end()


def _begin_a_client(laptop: Laptop, passphrase: str, new_id: SeededIds) -> None:
    laptop.unlock(passphrase)
    somebody = Subject(client_id=new_id(Prefix.CLIENT))
    laptop.ask("go", place_text(Place(room=Room.FORM, topic="client", subject=somebody)))


def _drafted(folders: Template) -> str:
    """Return everything in drafts of a vault that nobody has open."""
    locked = LockedVault(folders.folder / "AB")
    vault = locked.open(folders.people["AB"], folders.keys["AB"], at="2026-02-03T11:00:00+00:00")
    try:
        return repr([vault.drafts.load(each.document_id) for each in vault.drafts.mine()])
    finally:
        vault.close()


def _ended_while_typing(laptop: Laptop, name: str) -> bool:
    """Type and send the signal at once; False where nothing had the keyboard at that moment."""
    answer = laptop.tell("type_and_end", f"{name}|icent")
    laptop.turn_until(lambda: laptop.launcher._leaving or answer.exists())
    return laptop.launcher._leaving or answer.read_text("utf-8").endswith(" ok")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_commits_what_is_typed_closes_the_vault_and_brings_no_new_window(
    name: str,
    laptop: Laptop,
    folders: Template,
    passphrases: dict[str, str],
    new_id: SeededIds,
) -> None:
    _begin_a_client(laptop, passphrases["AB"], new_id)
    before = laptop.launcher.child.pid
    laptop.turn_until(lambda: laptop.ask("type", "Mill") == "ok")
    laptop.turn_until(lambda: _ended_while_typing(laptop, name))
    laptop.turn_until(lambda: laptop.launcher._leaving)
    assert laptop.launcher.child.pid == before, "a new window was started"
    laptop.end()
    assert not Path(f"/proc/{before}").exists()
    assert not (folders.folder / "AB" / f"{DATABASE_NAME}-wal").exists(), "not closed in good order"
    assert "Millicent" in _drafted(folders)


@pytest.mark.parametrize("names", [("SIGTERM",), ("SIGHUP", "SIGTERM"), ("SIGINT", "SIGINT")])
def test_a_logout_that_ends_every_process_at_once_is_over_soon_and_leaves_none(
    names: tuple[str, ...], folders: Template, sitting_of: Callable[[str], Sitting]
) -> None:
    begin_workspace(sitting_of("AB")).close()
    environment = {**os.environ, "OUTREACH_VAULT": str(folders.folder / "AB")}
    program = subprocess.Popen(
        [sys.executable, "-m", "outreach_app"], cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        until = time.monotonic() + PATIENCE_S
        children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
        while not children.read_text():
            assert time.monotonic() < until, "no window was started"
            time.sleep(0.02)
        for name in names:
            os.killpg(program.pid, signal.Signals[name])
        program.wait(PATIENCE_S)
        while _is_there(program.pid):
            assert time.monotonic() < until, "a process is left"
            time.sleep(0.02)
    finally:
        program.kill()
        program.wait(PATIENCE_S)


def _is_there(group: int) -> bool:
    """Say whether a process of a group is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
