"""After a day at the window nothing of it lies anywhere but in the vault: every file is looked at."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.domain.ids import Prefix
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.standing import place_text
from tests.services.conftest import Template
from tests.support.determinism import SeededIds
from tests.support.display import display, needs_x11
from tests.support.laptop import Laptop

MARKERS = ("Zvornikova", "Kestrelgate", "Tamarisklane")
FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}


def _forms(marker: str) -> Iterator[bytes]:
    """Yield a word as programs write it down."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield marker.encode(encoding)
    yield quote(marker).encode("ascii")
    yield marker.lower().encode("utf-8")


def _tells(path: Path, below: Path) -> list[str]:
    named = path.relative_to(below).as_posix().encode("utf-8")
    content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    return [
        f"{path}: {marker}"
        for marker in MARKERS
        if any(form in content or form in named for form in _forms(marker))
    ]


def surroundings(home: Path, screen: Mapping[str, str]) -> dict[str, str]:
    """Make the folders of a home and return an environment that names no others."""
    made = dict(screen)
    for name, place in FOLDERS.items():
        folder = home / place
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(stat.S_IRWXU)
        made[name] = str(folder)
    return made


@needs_x11
def test_a_day_at_the_window_leaves_nothing_outside_the_vault(
    folders: Template,
    sitting_of: Callable[[str], Sitting],
    passphrases: dict[str, str],
    tmp_path: Path,
    new_id: SeededIds,
) -> None:
    begin_workspace(sitting_of("AB")).close()
    home, stick = tmp_path / "home", tmp_path / f"{MARKERS[2]} stick"
    stick.mkdir()
    (stick / f"{MARKERS[1]}.age").write_bytes(b"no bundle")
    with display() as screen:
        laptop = Laptop(folders.folder / "AB", tmp_path / "hand", surroundings(home, screen))
        try:
            laptop.unlock(passphrases["AB"])
            _work(laptop, stick, new_id)
            before = laptop.launcher.child.pid
            laptop.tell("press", "Ctrl+Shift+H")
            laptop.next_window(before)
            laptop.turn_until(lambda: laptop.ask("covered") == "True")
            laptop.tell("press", "Esc")
            laptop.turn_until(lambda: laptop.ask("covered") == "False")
            laptop.unlock(passphrases["AB"])
            laptop.ask("crash")
            laptop.wait_until_seen("Something in the program went wrong")
        finally:
            laptop.end()
    left = [each for each in sorted(home.rglob("*")) if each.is_file()]
    assert any(each.name == "look.json" for each in left), "the window wrote nothing at all?"
    found = [told for each in home.rglob("*") for told in _tells(each, home)]
    assert found == [], "\n".join(found)
    assert not [each for each in left if each.name in {"QtProject.conf", "recently-used.xbel"}]
    assert not [each for each in left if "thumbnails" in each.parts or each.name == "core"]
    strangers = [each for each in left if stat.S_IMODE(each.stat().st_mode) & 0o007]
    ours = [each for each in strangers if "outreach" in str(each).lower()]
    assert ours == [], "others may read these"


def _work(laptop: Laptop, stick: Path, new_id: SeededIds) -> None:
    """Write, search, copy, choose a file, and let a tool tip and a menu be."""
    somebody = Subject(client_id=new_id(Prefix.CLIENT))
    laptop.ask("go", place_text(Place(room=Room.FORM, topic="client", subject=somebody)))
    laptop.turn_until(lambda: laptop.ask("type", f"{MARKERS[0]} {MARKERS[1]}") == "ok")
    laptop.turn_until(lambda: laptop.ask("sees", "Saved ") == "True")
    laptop.go(Room.CASES)
    laptop.ask("write", f"Search names, references and notes|{MARKERS[0]}")
    copied = laptop.ask("copy", "Search names, references and notes")
    assert copied == MARKERS[0]
    laptop.go(Room.INBOX)
    laptop.ask("click", "Add files…")
    telling = stick / f"{MARKERS[1]}.age"
    laptop.turn_until(lambda: laptop.ask("choose", str(telling)) == "ok")
    laptop.go(Room.TODAY)


def test_the_search_for_what_is_left_can_find_it(tmp_path: Path) -> None:
    for number, form in enumerate(_forms(MARKERS[0])):
        (tmp_path / str(number)).write_bytes(b"\x00" + form)
    (tmp_path / f"a {MARKERS[1]}").mkdir()
    told = [each for path in sorted(tmp_path.rglob("*")) for each in _tells(path, tmp_path)]
    assert len(told) == len(list(_forms(MARKERS[0]))) + 1


@pytest.mark.skipif(os.name != "posix", reason="asks the system for its limits")
def test_the_window_itself_runs_without_core_files(
    folders: Template,
    sitting_of: Callable[[str], Sitting],
    tmp_path: Path,
) -> None:
    begin_workspace(sitting_of("AB")).close()
    laptop = Laptop(folders.folder / "AB", tmp_path / "hand")
    try:
        laptop.wait_until_seen("Unlock")
        limits = Path(f"/proc/{laptop.launcher.child.pid}/limits").read_text("ascii")
    finally:
        laptop.end()
    line = next(each for each in limits.splitlines() if each.startswith("Max core file size"))
    assert line.split()[4:6] == ["0", "0"]
