"""The Windows installer, table by table; and installed, upgraded, mended and removed under Wine."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from installers import msi
from installers.inventory import parts
from installers.msi import SOURCE, file_list, make_installer, package_code, product_code
from installers.version import BuildFault, version

with_wixl = pytest.mark.skipif(
    not all(map(shutil.which, ("wixl", "msiinfo"))), reason="needs wixl and msiinfo"
)
with_wine = pytest.mark.skipif(
    not (shutil.which("wine") and os.environ.get("OUTREACH_PEERS")),
    reason="needs Wine, and OUTREACH_PEERS=1",
)
_WIN64 = 256
_DETECT_ONLY = 2


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Folders and files in the place of the frozen program for Windows."""
    return _payload(tmp_path / "program", "one")


def _payload(folder: Path, words: str) -> Path:
    (folder / "_internal" / "forms").mkdir(parents=True)
    (folder / "notes.exe").write_text(f"window {words}")
    (folder / "outreach.exe").write_text(f"console {words}")
    (folder / "_internal" / "forms" / "form.md").write_text("form")
    (folder / "_internal" / f"only in {words}.txt").write_text(words)
    return folder


def _table(installer: Path, name: str) -> list[dict[str, str]]:
    said = subprocess.run(
        ["msiinfo", "export", installer, name], capture_output=True, text=True, check=True
    ).stdout
    heads, _types, _keys, *rows = [line.split("\t") for line in said.splitlines()]
    return [dict(zip(heads, row, strict=True)) for row in rows]


@with_wixl
def test_the_tables_say_what_is_meant_and_nothing_runs(program: Path, tmp_path: Path) -> None:
    installer = make_installer(program, tmp_path)
    facts = {row["Property"]: row["Value"] for row in _table(installer, "Property")}
    assert facts["ALLUSERS"] == "1"
    assert facts["ProductVersion"] == version()
    assert facts["ProductCode"] == f"{{{product_code()}}}"
    # No action of ours, no program of ours that runs, no service.
    for name in ("CustomAction", "Binary", "ServiceInstall", "ServiceControl", "RemoveFile"):
        assert _table(installer, name) == [], name
    features = {row["Feature"]: row["Level"] for row in _table(installer, "Feature")}
    assert features == {"Program": "1", "Notes": "1", "Diary": "1000", "Documents": "1000"}
    shortcuts = _table(installer, "Shortcut")
    assert {row["Name"] for row in shortcuts} == {"Notes", "Diary", "Documents"}
    assert {row["Target"] for row in shortcuts} == {"[INSTALLFOLDER]notes.exe"}
    assert {row["Icon_"] for row in shortcuts} == {"Notes.ico", "Diary.ico", "Documents.ico"}
    files = {row["FileName"].rpartition("|")[2] for row in _table(installer, "File")}
    assert files == {"notes.exe", "outreach.exe", "form.md", "only in one.txt"}
    attributes = [int(row["Attributes"]) for row in _table(installer, "Component")]
    assert all(each & _WIN64 for each in attributes)
    # Only the machine's part of the registry, and nothing but which shortcut was chosen.
    keys = {(row["Root"], row["Key"]) for row in _table(installer, "Registry")}
    assert keys == {("2", r"Software\Outreach\Shortcut")}


@with_wixl
def test_an_older_version_goes_and_a_newer_one_is_refused(program: Path, tmp_path: Path) -> None:
    installer = make_installer(program, tmp_path)
    older, newer = _table(installer, "Upgrade")
    assert (older["VersionMax"], newer["VersionMin"]) == (version(), version())
    assert int(newer["Attributes"]) & _DETECT_ONLY
    assert not int(older["Attributes"]) & _DETECT_ONLY
    (condition,) = _table(installer, "LaunchCondition")
    assert condition["Condition"] == f"NOT {newer['ActionProperty']}"
    assert "Nothing was changed" in condition["Description"]
    order = {
        row["Action"]: int(row["Sequence"]) for row in _table(installer, "InstallExecuteSequence")
    }
    assert order["LaunchConditions"] < order["RemoveExistingProducts"] < order["InstallFiles"]


def test_a_component_keeps_its_code_and_a_version_gets_another(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = _payload(tmp_path / "other", "two")
    one, two = (_codes(each) for each in (program, other))
    assert one["form.md"] == two["form.md"]
    assert len(set(one.values())) == len(one)
    first = product_code()
    monkeypatch.setattr(msi, "version", lambda: "9.9.9")
    assert product_code() != first
    assert package_code(parts(program)) != package_code(parts(other))


def _codes(program: Path) -> dict[str, str]:
    """Return the code of each file's component."""
    text = file_list(parts(program), program)
    found = re.findall(r'<Component [^>]*Guid="([^"]+)"[^>]*>\s*<File [^>]*Name="([^"]+)"', text)
    return {name: code for code, name in found}


def test_the_source_names_no_vault_and_no_folder_of_a_person() -> None:
    words = SOURCE.read_text("utf-8")
    for name in ("AppData", "CustomAction", "RemoveFolderEx", "vault.db", "HKCU"):
        assert name not in words


def test_a_program_that_was_not_frozen_on_windows_gets_no_installer(tmp_path: Path) -> None:
    (tmp_path / "outreach").mkdir()
    with pytest.raises(BuildFault, match=r"notes\.exe"):
        make_installer(tmp_path / "outreach", tmp_path)


@with_wixl
@with_wine
def test_install_upgrade_downgrade_repair_and_removal_under_wine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefix = tmp_path / "wine"
    environment = {**os.environ, "WINEPREFIX": str(prefix), "WINEDEBUG": "-all"}
    first = _installer(tmp_path, monkeypatch, "one", "1.0.0")
    second = _installer(tmp_path, monkeypatch, "two", "1.1.0")

    def does(*words: str) -> bool:
        ran = subprocess.run(
            ["wine", "msiexec", *words, "/qn"], env=environment, cwd=tmp_path, check=False
        )
        return ran.returncode == 0

    subprocess.run(["wineboot", "-i"], env=environment, check=True)
    home = prefix / "drive_c" / "Program Files" / "Outreach"
    (user,) = (each for each in (prefix / "drive_c" / "users").iterdir() if each.name != "Public")
    vault = user / "AppData" / "Local" / "outreach" / "vault.db"
    vault.parent.mkdir(parents=True)
    vault.write_text("vault")

    assert does("/i", first)
    assert (home / "notes.exe").read_text() == "window one"
    assert _menu(prefix) == ["Notes.lnk"]
    assert does("/i", second)
    assert (home / "notes.exe").read_text() == "window two"
    assert not (home / "_internal" / "only in one.txt").exists()
    assert not does("/i", first), "an older version was let in"
    assert (home / "notes.exe").read_text() == "window two"
    (home / "_internal" / "forms" / "form.md").unlink()
    assert does("/i", second, "REINSTALL=ALL", "REINSTALLMODE=amus")
    assert (home / "_internal" / "forms" / "form.md").exists()
    assert does("/x", second)
    assert not home.exists()
    assert _menu(prefix) == []
    assert does("/i", first, "ADDLOCAL=Program,Diary")
    assert _menu(prefix) == ["Diary.lnk"]
    assert does("/x", first)
    assert vault.read_text() == "vault"


def _installer(folder: Path, monkeypatch: pytest.MonkeyPatch, words: str, number: str) -> str:
    monkeypatch.setattr(msi, "version", lambda: number)
    place = folder / number
    place.mkdir()
    return str(make_installer(_payload(folder / words, words), place).relative_to(folder))


def _menu(prefix: Path) -> list[str]:
    return sorted(each.name for each in prefix.rglob("*.lnk"))
