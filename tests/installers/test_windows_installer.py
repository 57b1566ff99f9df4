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
from outreach_app.bundle.files import SUFFIX
from outreach_app.system_log import SOURCE as EVENT_SOURCE
from outreach_app.system_log import SOURCES_KEY

with_wixl = pytest.mark.skipif(
    not all(map(shutil.which, ("wixl", "msiinfo"))), reason="needs wixl and msiinfo"
)
with_wine = pytest.mark.skipif(
    not (shutil.which("wine") and os.environ.get("OUTREACH_PEERS")),
    reason="needs Wine, and OUTREACH_PEERS=1",
)
_CLASSES = r"Software\Classes"
_KIND = "Notes.SealedFile.1"
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
    assert features == {
        "Program": "1",
        "Notes": "1",
        "Diary": "1000",
        "Documents": "1000",
        "EventLog": "1",
        "BundleFiles": "1000",
    }
    shortcuts = _table(installer, "Shortcut")
    assert {row["Name"] for row in shortcuts} == {"Notes", "Diary", "Documents"}
    assert {row["Target"] for row in shortcuts} == {"[INSTALLFOLDER]notes.exe"}
    assert {row["Icon_"] for row in shortcuts} == {"Notes.ico", "Diary.ico", "Documents.ico"}
    files = {row["FileName"].rpartition("|")[2] for row in _table(installer, "File")}
    assert files == {"notes.exe", "outreach.exe", "form.md", "only in one.txt"}
    attributes = [int(row["Attributes"]) for row in _table(installer, "Component")]
    assert all(each & _WIN64 for each in attributes)
    # Only the machine's part of the registry.
    rows = _table(installer, "Registry")
    assert {row["Root"] for row in rows} == {"2"}
    keys = {
        component: {row["Key"] for row in rows if row["Component_"] == component}
        for component in {row["Component_"] for row in rows}
    }
    shortcut = {r"Software\Outreach\Shortcut"}
    assert keys == {
        "MenuNotes": shortcut,
        "MenuDiary": shortcut,
        "MenuDocuments": shortcut,
        "EventSource": {rf"{SOURCES_KEY}\{EVENT_SOURCE}"},
        "BundleFiles": {
            rf"{_CLASSES}\{_KIND}",
            rf"{_CLASSES}\{_KIND}\DefaultIcon",
            rf"{_CLASSES}\{_KIND}\shell\open\command",
            rf"{_CLASSES}\{SUFFIX}\OpenWithProgids",
        },
    }


@with_wixl
def test_a_bundle_opens_with_the_window_under_a_name_that_tells_nothing(
    program: Path, tmp_path: Path
) -> None:
    rows = _table(make_installer(program, tmp_path), "Registry")
    kind = {(row["Key"].rpartition(_KIND)[2], row["Name"]): row["Value"] for row in rows}
    assert kind["", ""] == "Sealed file"
    assert kind[r"\shell\open\command", ""] == '"[INSTALLFOLDER]notes.exe" "%1"'
    # FTA_NoRecentDocs: Windows keeps such files out of its lists of recent ones.
    assert kind["", "EditFlags"] == f"#{0x00100000}"
    # No default is set: what opens such files already goes on doing so.
    assert not [row for row in rows if row["Key"] == rf"{_CLASSES}\{SUFFIX}"]


@with_wixl
def test_the_log_of_windows_knows_the_words_of_our_events(program: Path, tmp_path: Path) -> None:
    rows = _table(make_installer(program, tmp_path), "Registry")
    source = {row["Name"]: row["Value"] for row in rows if row["Component_"] == "EventSource"}
    # The path is whole once it is installed: wixl knows no values that Windows expands.
    assert source == {
        "EventMessageFile": "[System64Folder]EventCreate.exe",
        "TypesSupported": "#7",
    }


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


class Windows:
    """A Windows of its own under Wine, with a vault in the user's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.prefix = folder / "wine"
        self._environment = {**os.environ, "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all"}
        subprocess.run(["wineboot", "-i"], env=self._environment, check=True)
        users = self.prefix / "drive_c" / "users"
        (user,) = (each for each in users.iterdir() if each.name != "Public")
        self.home = self.prefix / "drive_c" / "Program Files" / "Outreach"
        self.vault = user / "AppData" / "Local" / "outreach" / "vault.db"
        self.vault.parent.mkdir(parents=True)
        self.vault.write_text("vault")

    def does(self, *words: str) -> bool:
        """Run the installer silently and say whether it did what it was told."""
        command = ["wine", "msiexec", *words, "/qn"]
        ran = subprocess.run(command, env=self._environment, cwd=self._folder, check=False)
        return ran.returncode == 0

    def told(self, key: str) -> str:
        """Return what the registry says below a key, "" where there is none."""
        command = ["wine", "reg", "query", rf"HKLM\{key}", "/s", "/reg:64"]
        asked = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=False
        )
        return asked.stdout if asked.returncode == 0 else ""

    def menu(self) -> list[str]:
        """Return the names of the shortcuts."""
        return sorted(each.name for each in self.prefix.rglob("*.lnk"))


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    """A fresh Windows."""
    return Windows(tmp_path)


@with_wixl
@with_wine
def test_install_upgrade_downgrade_repair_and_removal_under_wine(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _installer(tmp_path, monkeypatch, "one", "1.0.0")
    second = _installer(tmp_path, monkeypatch, "two", "1.1.0")
    home = windows.home
    assert windows.does("/i", first)
    assert (home / "notes.exe").read_text() == "window one"
    assert windows.menu() == ["Notes.lnk"]
    assert windows.does("/i", second)
    assert (home / "notes.exe").read_text() == "window two"
    assert not (home / "_internal" / "only in one.txt").exists()
    assert not windows.does("/i", first), "an older version was let in"
    assert (home / "notes.exe").read_text() == "window two"
    (home / "_internal" / "forms" / "form.md").unlink()
    assert windows.does("/i", second, "REINSTALL=ALL", "REINSTALLMODE=amus")
    assert (home / "_internal" / "forms" / "form.md").exists()
    assert windows.does("/x", second)
    assert not home.exists()
    assert windows.menu() == []
    assert windows.vault.read_text() == "vault"


@with_wixl
@with_wine
def test_what_may_be_chosen_comes_and_goes_under_wine(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installer = _installer(tmp_path, monkeypatch, "one", "1.0.0")
    source = rf"{SOURCES_KEY}\{EVENT_SOURCE}"
    kind, ending = rf"{_CLASSES}\{_KIND}", rf"{_CLASSES}\{SUFFIX}\OpenWithProgids"
    assert windows.does("/i", installer)
    assert r"C:\windows\system32\EventCreate.exe" in windows.told(source)
    assert not windows.told(kind), "nobody asked for it"
    assert windows.does("/x", installer)
    assert not windows.told(source)
    assert windows.does("/i", installer, "ADDLOCAL=Program,Diary,BundleFiles")
    assert windows.menu() == ["Diary.lnk"]
    assert not windows.told(source), "nobody asked for it"
    opens = windows.told(kind)
    assert r'"C:\Program Files\Outreach\notes.exe" "%1"' in opens
    assert "Sealed file" in opens
    assert _KIND in windows.told(ending)
    assert windows.does("/x", installer)
    assert not windows.told(kind)
    assert not windows.told(ending)
    assert windows.vault.read_text() == "vault"


def _installer(folder: Path, monkeypatch: pytest.MonkeyPatch, words: str, number: str) -> str:
    monkeypatch.setattr(msi, "version", lambda: number)
    place = folder / number
    place.mkdir()
    return str(make_installer(_payload(folder / words, words), place).relative_to(folder))
