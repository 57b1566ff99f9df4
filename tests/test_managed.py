"""The place of each system for managed settings: what is there is read, what is damaged is heeded."""

import plistlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app import managed
from outreach_app.managed import (
    LINUX_FILE,
    computer_policies,
    macos_files,
    policy_of,
    read_property_list,
    read_toml,
)
from outreach_app.policy import Policy, Source, settings_in_force
from outreach_app.settings import SETTINGS

NOTHING = Policy(Source.COMPUTER)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy"


def test_a_file_in_lines_is_read(file: Path) -> None:
    file.write_text(
        "lock.minutes_alone = 3\n"
        "[export]\npaper = false\nprotected_pdf = true\nfolder = '/media/stick'\n"
    )
    assert read_toml(file).values == {
        "lock.minutes_alone": "3",
        "export.paper": "no",
        "export.protected_pdf": "yes",
        "export.folder": "/media/stick",
    }


@pytest.mark.parametrize("kind", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_a_property_list_is_read(file: Path, kind: plistlib.PlistFormat) -> None:
    content = {"lock.minutes_alone": 3, "export.paper": False, "safety.on_call": " 0161 496 0000 "}
    file.write_bytes(plistlib.dumps(content, fmt=kind))
    assert read_property_list(file).values == {
        "lock.minutes_alone": "3",
        "export.paper": "no",
        "safety.on_call": "0161 496 0000",
    }


def test_values_of_the_registry_are_whole_numbers_and_texts() -> None:
    found = [("export.paper", 0), ("keychain.freshness_head", 1), ("lock.minutes_shared", 2)]
    assert policy_of(found).values == {
        "export.paper": "no",
        "keychain.freshness_head": "yes",
        "lock.minutes_shared": "2",
    }


def test_no_file_decides_nothing(file: Path) -> None:
    assert read_toml(file) == read_property_list(file) == NOTHING


@pytest.mark.parametrize(
    "content",
    [b"lock.minutes_alone", b"\xff\xfe", b"[a]\n" * 40_000, b"<plist></plist>", b"bplist00", b""],
)
def test_what_cannot_be_read_is_not_passed_over(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert not read_property_list(file).is_readable
    if content:
        assert not read_toml(file).is_readable
    file.unlink()
    file.mkdir()
    assert not read_toml(file).is_readable


@given(st.binary(max_size=200))
def test_no_bytes_keep_anybody_out(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any-bytes"
    for start in (b"", b"bplist00", b"<?xml version='1.0'?><plist version='1.0'><dict><key>"):
        path.write_bytes(start + raw)
        for policy in (read_toml(path), read_property_list(path)):
            settings = settings_in_force({}, [policy])
            assert all(setting.fits(settings.text(setting.key)) for setting in SETTINGS)


@pytest.mark.parametrize("value", [2, -1, 3.5, None, [], b"yes", "perhaps"], ids=repr)
def test_a_value_of_another_kind_counts_as_the_safest(value: object) -> None:
    settings = settings_in_force(
        {}, [policy_of([("export.paper", value), ("lock.minutes_alone", value)])]
    )
    assert not settings.is_on("export.paper")
    assert settings.number("lock.minutes_alone") in (1, 2)


def test_the_places_are_those_that_an_administrator_alone_writes() -> None:
    assert Path("/etc/outreach/policy.toml") == LINUX_FILE
    assert managed.WINDOWS_KEY.startswith(r"Software\Policies" + "\\")
    assert macos_files("anna") == (
        Path("/Library/Managed Preferences/org.outreach.outreach.plist"),
        Path("/Library/Managed Preferences/anna/org.outreach.outreach.plist"),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the file is that of Linux")
def test_this_computer_is_asked() -> None:
    assert computer_policies() == (read_toml(LINUX_FILE),)
