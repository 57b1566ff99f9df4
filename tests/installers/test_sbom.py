"""The bill of materials: what is in a program, to whom it belongs, and that the standard reads it."""

import json
import re
import sys
from dataclasses import replace
from importlib.metadata import version as version_of
from pathlib import Path

import pytest
from PyInstaller.archive.writers import CArchiveWriter, ZlibArchiveWriter
from PySide6.QtCore import qVersion

from installers.inventory import Part
from installers.program.doors import DOORS
from installers.sbom import bill_of_materials, check_bill
from installers.sbom_gather import everything, needed_by
from installers.sbom_library import Library
from installers.sbom_payload import OWN, PYTHON, Payload, installed, read_payload, shares
from installers.version import BuildFault, version
from tests.house.tree import ROOT

_FILES = (
    "outreach",
    "_internal/base_library.zip",
    "_internal/libffi.so.8",
    "_internal/forms/consent/form.md",
    "_internal/resources/fonts/NotoSans-Bold.ttf",
    "_internal/resources/words/english.txt",
    "_internal/resources/words/LICENCE.md",
    "_internal/tzdata/zoneinfo/Europe/London",
)
_MODULES = frozenset(
    {
        "outreach_app.cli.main",
        "json",
        "PySide6",
        "shiboken6",
        "sqlcipher3.dbapi2",
        "cryptography.fernet",
        "pyrage",
        "_pyi_rth_utils",
    }
)


def _part(path: str, sha256: str = "0" * 64) -> Part:
    return Part(path, 1, sha256)


@pytest.fixture(scope="module")
def payload() -> Payload:
    """What a small program would hold: something of every kind."""
    return Payload(tuple(map(_part, _FILES)), _MODULES)


@pytest.fixture(scope="module")
def libraries(payload: Payload) -> list[Library]:
    return everything(payload)


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("notes.exe", OWN),
        ("FILES.sha256", OWN),
        ("Contents/MacOS/diary", OWN),
        ("Contents/Info.plist", OWN),
        ("Contents/_CodeSignature/CodeResources", OWN),
        ("Contents/Resources/LICENCES.txt", OWN),
        ("Contents/Resources/diary.icns", OWN),
        ("_internal/resources/help/en/topics.md", OWN),
        ("_internal/base_library.zip", PYTHON),
        ("_internal/python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so", PYTHON),
        ("_internal/_socket.pyd", PYTHON),
        ("_internal/python311.dll", PYTHON),
        ("Contents/Frameworks/python3__dot__11/lib-dynload/_json.cpython-311-darwin.so", PYTHON),
        ("_internal/VCRUNTIME140.dll", "vcruntime"),
        ("_internal/libcrypto-3.dll", "libcrypto"),
        ("_internal/tzdata/zoneinfo/Europe/London", "tzdata"),
        ("Contents/Resources/tzdata/zoneinfo/Europe/London", "tzdata"),
    ],
)
def test_every_file_of_each_system_has_an_owner(path: str, owner: str) -> None:
    found, strangers = shares(Payload((_part(path),), frozenset()), installed())
    assert strangers == []
    assert list(found) == [owner]


def test_what_belongs_to_nobody_holds_the_build_back(payload: Payload) -> None:
    with pytest.raises(BuildFault, match=r"(?s)_internal/libtoolbar.so.*browser_toolbar"):
        everything(
            Payload(
                (*payload.files, _part("_internal/libtoolbar.so")),
                payload.modules | {"browser_toolbar"},
            )
        )


def test_the_archive_of_modules_is_read_from_the_door_itself(tmp_path: Path) -> None:
    source = tmp_path / "source.py"
    source.write_text("")
    code = compile("", "source.py", "exec")
    inner, door = tmp_path / "PYZ.pyz", tmp_path / "program" / DOORS[sys.platform][0].name
    door.parent.mkdir()
    names = ("json", "outreach_app.cli")
    ZlibArchiveWriter(
        str(inner), [(each, str(source), "PYMODULE") for each in names], dict.fromkeys(names, code)
    )
    CArchiveWriter(str(door), [("PYZ.pyz", str(inner), False, "z")], "")
    found = read_payload(door.parent)
    assert found.modules == set(names)
    assert [each.path for each in found.files] == [door.name]
    with pytest.raises(BuildFault, match="no door"):
        read_payload(tmp_path)


def test_each_thing_says_its_version_and_what_is_linked_into_it(libraries: list[Library]) -> None:
    found = {each.name: each for each in libraries}
    assert libraries[0].name == "Outreach"
    assert libraries[0].version == version()
    assert found["sqlcipher3"].version == version_of("sqlcipher3")
    inside = {part.name: part.version for part in found["sqlcipher3"].inside}
    assert re.fullmatch(r"4\.\d+\.\d+", inside["SQLCipher"])
    assert {"SQLite", "OpenSSL"} < set(inside)
    qt = next(each for each in found["PySide6_Essentials"].inside if each.name == "Qt")
    assert qt.version == qVersion()
    assert qt.cpe == f"cpe:2.3:a:qt:qt:{qVersion()}:*:*:*:*:*:*:*"
    # Rust libraries come from the list that the wheel itself brings.
    age = next(each for each in found["pyrage"].inside if each.name == "age")
    assert age.purl == f"pkg:cargo/age@{age.version}"
    assert found["NotoSans-Bold"].licence == "OFL-1.1"
    assert re.fullmatch(r"\d+\.\d+", found["NotoSans-Bold"].version)
    assert {each.path for each in found["EFF long word list"].files} == set(_FILES[5:7])
    # The program starts with what PyInstaller made, though no file of it is seen.
    assert "pyinstaller" in found


def test_what_is_in_the_program_was_let_in_by_the_lock(libraries: list[Library]) -> None:
    lock = (ROOT / "lock" / "app.txt").read_text("utf-8")
    for each in libraries:
        assert all(f"--hash=sha256:{one}" in lock for one in each.lock)
    pyrage = next(each for each in libraries if each.name == "pyrage")
    assert len(pyrage.lock) >= 4


def test_the_standard_reads_the_bill_and_would_refuse_a_wrong_one(libraries: list[Library]) -> None:
    told = bill_of_materials(libraries)
    check_bill(told)
    wrong = json.loads(told)
    wrong["components"][0]["type"] = "gadget"
    with pytest.raises(BuildFault, match="gadget"):
        check_bill(json.dumps(wrong))


def test_who_needs_whom_is_told(libraries: list[Library]) -> None:
    bill = json.loads(bill_of_materials(libraries))
    needs = {each["ref"]: set(each.get("dependsOn", ())) for each in bill["dependencies"]}
    (qt,) = (each for each in needs if each.startswith("PySide6_Essentials@"))
    (shiboken,) = (each for each in needs if each.startswith("shiboken6@"))
    assert needs[qt] == {shiboken}
    own = needs[f"Outreach@{version()}"]
    assert {qt, f"sqlcipher3@{version_of('sqlcipher3')}", "EFF long word list@2016"} <= own
    # Nobody asks for it but PySide6.
    assert shiboken not in own


def test_what_an_extra_would_bring_is_not_needed() -> None:
    asked = ["Jaraco.Classes", "six>=1 ; python_version < '4'", "rich; extra == 'nice'"]
    assert needed_by(asked) == ("jaraco-classes", "six")


def test_the_same_program_gives_the_same_bill_and_another_one_another_number(
    payload: Payload, libraries: list[Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = bill_of_materials(libraries)
    assert bill_of_materials(everything(payload)) == first
    changed = [
        replace(each, files=(_part("_internal/libffi.so.8", "1" * 64),))
        if any(part.path.endswith("libffi.so.8") for part in each.files)
        else each
        for each in libraries
    ]
    one, other = json.loads(first), json.loads(bill_of_materials(changed))
    assert one["metadata"]["timestamp"] == "2023-11-14T22:13:20+00:00"
    assert one["serialNumber"] != other["serialNumber"]


def test_binaries_stand_in_the_bill_with_their_digests(libraries: list[Library]) -> None:
    bill = json.loads(bill_of_materials(libraries))
    found = {
        part["name"]: part["hashes"][0]["content"]
        for each in [bill["metadata"]["component"], *bill["components"]]
        for part in each.get("components", ())
        if part["type"] == "file"
    }
    assert found == {
        path: "0" * 64
        for path in _FILES
        if path in {"outreach", "_internal/tzdata/zoneinfo/Europe/London"}
        or path.endswith((".zip", ".so.8", ".ttf"))
    }
