"""The table of what is written where, in the guide for rolling out, beside what a real run leaves."""

import fnmatch
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from outreach_app.domain.documents import Subject
from outreach_app.domain.ids import Prefix
from outreach_app.paths import data_name
from outreach_app.services.laptop import FIRST
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.standing import place_text
from tests.house.tree import ROOT
from tests.services.conftest import Template
from tests.support.determinism import SeededIds
from tests.support.display import display, needs_x11
from tests.support.laptop import PATIENCE_S, Laptop
from tests.ui.test_nothing_left import surroundings

_CODE = re.compile(r"`([^`]+)`")
_LEFT_BY_OTHERS = (".cache/", "run/")
"""Caches of the desktop's libraries, of which the guide speaks below the table."""
_CERTAIN = {"always", "once the window was hidden, locked or closed"}


def _table() -> Iterator[tuple[list[str], str]]:
    """Yield the paths below the home of each row for Linux, and when it is written."""
    text = (ROOT / "docs" / "deployment.md").read_text("utf-8")
    for line in text.partition("## What is written where")[2].partition("\n## ")[0].splitlines():
        cells = [each.strip() for each in line.strip("|").split("|")]
        if len(cells) == 5:
            yield [each[2:] for each in _CODE.findall(cells[0]) if each.startswith("~/")], cells[4]


def _vault_names() -> list[str]:
    """Return the names of a vault's files as the format lists them."""
    text = (ROOT / "docs" / "vault-format.md").read_text("utf-8")
    rows = text.partition("## 1. The folder")[2].partition("\n## ")[0].splitlines()
    names = [
        name for row in rows if row.startswith("| `") for name in _CODE.findall(row.split("|")[1])
    ]
    return [f"{each}*" if each.endswith("/") else each for each in names]


@needs_x11
def test_a_real_run_leaves_what_the_guide_says_and_nothing_else(
    folders: Template,
    sitting_of: Callable[[str], Sitting],
    passphrases: dict[str, str],
    tmp_path: Path,
    new_id: SeededIds,
) -> None:
    begin_workspace(sitting_of("AB")).close()
    home = tmp_path / "home"
    with display() as screen:
        around = surroundings(home, screen)
        vault = home / ".local/share" / data_name("linux") / FIRST
        shutil.copytree(folders.folder / "AB", vault)
        _work(Laptop(vault, tmp_path / "hand", around), passphrases["AB"], new_id)
        _start_and_end(around, home)
    left = [each.relative_to(home).as_posix() for each in home.rglob("*") if each.is_file()]
    ours = [each for each in left if not each.startswith(_LEFT_BY_OTHERS)]
    rows = list(_table())
    patterns = [pattern for paths, _when in rows for pattern in paths]
    unsaid = [each for each in ours if not any(fnmatch.fnmatch(each, one) for one in patterns)]
    assert unsaid == [], "written, and not in the guide"
    missing = [
        paths
        for paths, when in rows
        if when in _CERTAIN and not any(fnmatch.filter(ours, pattern) for pattern in paths)
    ]
    assert missing == [], "in the guide, and not written"
    inside = [each.relative_to(vault).as_posix() for each in vault.rglob("*") if each.is_file()]
    names = _vault_names()
    assert [each for each in inside if not any(fnmatch.fnmatch(each, one) for one in names)] == []


def test_the_table_is_read_at_all() -> None:
    rows = list(_table())
    assert {when for _paths, when in rows} >= _CERTAIN
    assert sum(when in _CERTAIN for _paths, when in rows) >= 3
    assert "vault.db" in _vault_names()


def _work(laptop: Laptop, passphrase: str, new_id: SeededIds) -> None:
    try:
        laptop.unlock(passphrase)
        somebody = Subject(client_id=new_id(Prefix.CLIENT))
        laptop.ask("go", place_text(Place(room=Room.FORM, topic="client", subject=somebody)))
        laptop.turn_until(lambda: laptop.ask("type", "Mira") == "ok")
        laptop.turn_until(lambda: laptop.ask("sees", "Saved ") == "True")
        laptop.go(Room.TODAY)
        before = laptop.launcher.child.pid
        laptop.tell("press", "Ctrl+Shift+H")
        laptop.next_window(before)
    finally:
        laptop.end()


def _start_and_end(around: Mapping[str, str], home: Path) -> None:
    """Start the program as people do, until its window has its place, and end it."""
    program = subprocess.Popen([sys.executable, "-m", "outreach_app"], cwd=ROOT, env=around)
    lock = home / ".local/share" / data_name("linux") / "lock"
    limit = time.monotonic() + PATIENCE_S
    while not lock.exists() and time.monotonic() < limit:
        assert program.poll() is None, "the program ended by itself"
        time.sleep(0.05)
    program.send_signal(signal.SIGTERM)
    program.wait(PATIENCE_S)
    assert lock.exists()
