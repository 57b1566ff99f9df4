"""What goes into the frozen program; the program itself is made and tried by `dev.py build`."""

import subprocess
import sys
from pathlib import Path

import pytest

from installers.build import what_is_asked
from installers.freezing import settle
from installers.inventory import (
    LARGE_MIB,
    MOST_MIB,
    Part,
    differences,
    faults,
    inventory_text,
    large_files,
    parts,
)
from installers.licences import STATED
from installers.program.contents import (
    DATA,
    EXCLUDED,
    METADATA,
    belongs,
    is_wanted_plugin,
    modules_below,
)
from installers.program.doors import DOORS
from installers.version import BuildFault, moment, version
from outreach_app import __version__
from outreach_app.services.self_check import LIBRARIES
from outreach_app.ui.about import LIBRARIES as SHOWN
from outreach_app.ui.about import SAID_IN_THEIR_FILES, library_facts
from tests.house.tree import ROOT

_BLOCKED = """
import importlib, sys
left_out, modules = (text.split() for text in sys.stdin.read().split("|"))
class Gone:
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(each + ".") for each in left_out):
            raise ModuleNotFoundError(f"{name} is left out of the program", name=name)
sys.meta_path.insert(0, Gone())
for name in modules:
    importlib.import_module(name)
"""
_PROTECTED = """
from outreach_app.report.protect import EnclosedFile, protect
from outreach_app.services.self_check import _pdf
print(_pdf())
from outreach_app.report.document import render_document
from outreach_app.services.self_check import _document
data = render_document(_document())
enclosed = EnclosedFile(name="x.age", media_type="application/octet-stream", data=b"x")
assert protect(data, "0" * 20, [enclosed]).startswith(b"%PDF-")
asked = [name for name in sys.modules if name.partition(".")[0] in {"aiohttp", "requests", "ssl"}]
assert asked == [], asked
"""


def test_every_module_works_without_what_is_left_out() -> None:
    modules = [name for name in modules_below(ROOT / "outreach_app") if "__main__" not in name]
    assert {"outreach_app.cli.main", "outreach_app.ui.shell.window"} <= set(modules)
    subprocess.run(
        [sys.executable, "-c", _BLOCKED],
        cwd=ROOT,
        input=f"{' '.join(EXCLUDED)}|{' '.join(modules)}",
        text=True,
        check=True,
    )


def test_a_pdf_is_protected_without_what_is_left_out() -> None:
    # pyHanko loads most of itself only then, and with it what would ask servers.
    done = subprocess.run(
        [sys.executable, "-c", _BLOCKED + _PROTECTED],
        cwd=ROOT,
        input=f"{' '.join(EXCLUDED)}|",
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "under a password" in done.stdout


def test_every_folder_that_the_program_reads_and_every_library_that_it_names_goes_in() -> None:
    for name in DATA:
        assert (ROOT / name).is_dir()
    assert set(LIBRARIES) | set(SHOWN) <= set(METADATA)


@pytest.mark.parametrize(
    ("path", "goes_in"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6/Qt/plugins/networkinformation/libqglib.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.dylib", True),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
    ],
)
def test_only_plugins_in_use_go_in(path: str, goes_in: bool) -> None:
    assert is_wanted_plugin(path) is goes_in


@pytest.mark.parametrize(
    ("name", "source", "goes_in"),
    [
        ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6", False),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("libpython3.11.so.1.0", "/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("forms/consent/form.md", "/srv/outreach/forms/consent/form.md", True),
        ("pyxform/validators/odk_validate/bin/ODK_Validate.jar", "/v/ODK_Validate.jar", False),
        ("PySide6/Qt/translations/qtbase_de.qm", "/v/qtbase_de.qm", False),
        ("PySide6\\translations\\qtbase_de.qm", "C:\\v\\qtbase_de.qm", False),
    ],
)
def test_the_systems_libraries_stay_with_the_system(name: str, source: str, goes_in: bool) -> None:
    assert belongs(name, source) is goes_in


def test_no_door_that_a_passer_by_sees_has_a_telling_name() -> None:
    assert [door.name for door in DOORS["win32"] if not door.console] == ["notes"]
    assert {door.name for doors in DOORS.values() for door in doors} == {
        "notes",
        "diary",
        "outreach",
    }


def test_the_version_and_the_moment_come_from_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    assert version() == __version__
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert moment() == 1_700_000_000


def test_the_list_of_files_is_one_that_sha256sum_reads(tmp_path: Path) -> None:
    program = tmp_path / "program"
    (program / "inside").mkdir(parents=True)
    (program / "inside" / "b").write_bytes(b"two")
    (program / "a").write_bytes(b"one")
    (program / "link").symlink_to("a")
    found = parts(program)
    assert [(each.path, each.size) for each in found] == [("a", 3), ("inside/b", 3)]
    (program / "FILES.sha256").write_text(inventory_text(found))
    subprocess.run(["sha256sum", "--check", "--quiet", "FILES.sha256"], cwd=program, check=True)


def test_a_large_file_that_nobody_explains_and_a_large_whole_hold_the_program_back() -> None:
    large, whole = LARGE_MIB << 20, MOST_MIB << 20
    assert faults([Part("_internal/libQt6Gui.so.6", large, "a"), Part("small", 5, "b")]) == []
    (unknown,) = faults([Part("_internal/other.bin", large, "a")])
    assert "other.bin" in unknown
    (total,) = faults([Part("_internal/libQt6Gui.so.6", whole + 1, "a")])
    assert str(MOST_MIB) in total
    assert [why for _part, why in large_files([Part("x/other.bin", large, "a")])] == [""]


def test_what_two_builds_do_not_have_alike_is_named() -> None:
    same, here, there = Part("a", 1, "1"), Part("b", 1, "2"), Part("b", 1, "3")
    assert differences([same, here], [same, there, Part("c", 1, "4")]) == ["b", "c"]
    assert differences([same], [same]) == []


def test_a_settled_folder_says_nothing_of_who_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    file = tmp_path / "program" / "file"
    file.parent.mkdir(mode=0o700)
    file.write_text("x")
    file.chmod(0o666)
    settle(tmp_path / "program")
    assert file.stat().st_mtime == 1_700_000_000
    assert file.stat().st_mode & 0o777 == 0o644
    assert issubclass(BuildFault, Exception)


def test_the_command_alone_makes_the_program() -> None:
    assert what_is_asked([]) == ["program"]
    assert what_is_asked(["archive", "deb"]) == ["archive", "deb"]


def test_about_names_a_licence_for_every_library_and_the_same_as_the_list() -> None:
    assert all(all(library_facts(name)) for name in SHOWN)
    for name, licence in SAID_IN_THEIR_FILES.items():
        assert STATED[name.lower()] == licence
