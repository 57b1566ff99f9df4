"""Packages around a program: what is in them, and that they are the same each time."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from installers.archive import make_archive
from installers.debian import SEALED, libraries_of_the_system, make_package, packages_of
from installers.licences import LICENCES
from installers.version import ROOT, BuildFault, version
from outreach_app.bundle.files import SUFFIX

on_debian = pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "dpkg-query", "ldd", "dpkg"))), reason="needs Debian"
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder in the shape of the frozen program, with a real binary."""
    folder = tmp_path / "outreach"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy("/bin/true", folder / "outreach")
    (folder / LICENCES).write_text("licences of everything")
    (folder / "_internal" / "data").write_text("data")
    (folder / "_internal" / "link").symlink_to("data")
    return folder


def test_an_archive_has_the_same_bytes_whoever_packs_it_and_when(
    program: Path, tmp_path: Path
) -> None:
    first = make_archive(program, tmp_path).read_bytes()
    os.utime(program / "_internal" / "data", (1, 1))
    second = make_archive(program, tmp_path)
    assert second.read_bytes() == first
    with tarfile.open(second) as archive:
        told = archive.getmembers()
    assert {(each.uid, each.uname, each.mtime) for each in told} == {(0, "root", told[0].mtime)}
    inside = {each.name.partition("/")[2]: each for each in told}
    assert inside["_internal/link"].issym()
    assert inside["outreach"].mode & 0o111


@on_debian
def test_a_package_names_what_it_needs_and_runs_nothing(program: Path, tmp_path: Path) -> None:
    package = make_package(program, tmp_path)
    facts = _said("dpkg-deb", "--field", str(package))
    assert f"Version: {version()}" in facts
    assert "Depends: libc6" in facts
    inside = _said("dpkg-deb", "--contents", str(package))
    assert "./usr/bin/outreach -> ../lib/outreach/outreach" in inside
    assert "./usr/lib/outreach/_internal/link -> data" in inside
    assert {line.split()[1] for line in inside.splitlines()} == {"root/root"}
    assert "./usr/share/doc/outreach/copyright" in inside
    # No script of the package runs as root, and nothing of a vault's place is touched.
    control = tmp_path / "control"
    subprocess.run(["dpkg-deb", "--control", package, control], check=True)
    assert [each.name for each in control.iterdir()] == ["control"]
    assert "/home" not in inside
    again = make_package(program, tmp_path / "again")
    assert again.read_bytes() == package.read_bytes()


@on_debian
def test_the_entry_of_the_menu_says_no_more_than_the_title(program: Path, tmp_path: Path) -> None:
    package = make_package(program, tmp_path)
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path / "x"], check=True)
    (entry,) = (tmp_path / "x" / "usr/share/applications").iterdir()
    lines = entry.read_text().splitlines()
    assert "Name=Notes" in lines
    assert not any("casework" in line.casefold() for line in lines)
    # It takes a file, and no kind of file is opened with it unless somebody decides so.
    assert "Exec=/usr/bin/outreach %f" in lines
    assert not any(line.startswith("MimeType") for line in lines)
    shipped = tmp_path / "x" / "usr/share/doc/outreach" / SEALED
    assert "outreach" not in shipped.read_text().casefold()


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="needs its database")
def test_the_kind_of_file_that_is_ready_makes_bundles_known(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    shutil.copy(ROOT / "installers" / "linux" / SEALED, packages)
    subprocess.run(["update-mime-database", tmp_path], check=True)
    assert f"application/x-sealed-file:*{SUFFIX}" in (tmp_path / "globs2").read_text()
    assert "Sealed file" in (tmp_path / "application" / "x-sealed-file.xml").read_text()


@on_debian
def test_a_library_that_belongs_to_no_package_is_refused(program: Path) -> None:
    assert packages_of(libraries_of_the_system(program)) == ["libc6"]
    with pytest.raises(BuildFault, match="belongs to no package"):
        packages_of(["/usr/lib/of-nobody.so"])


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
