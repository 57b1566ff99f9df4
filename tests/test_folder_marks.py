"""Marks that keep the system's backups and its search out of a vault's folder.

`ctypes` loads no library of Windows or macOS here, so that a stand-in notes what would be asked of it.
"""

import plistlib
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app import folder_marks
from outreach_app.folder_marks import keep_from_backups, keep_from_index
from outreach_app.paths import data_name
from outreach_app.ui.shell.safe_words import system_backup_words


class Library:
    """A library of a system: each call is noted and answered as the test wants."""

    def __init__(self, **answers: int) -> None:
        self._answers = answers
        self.calls: list[tuple[str, tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., int]:
        def call(*arguments: object) -> int:
            plain = [getattr(each, "value", each) for each in arguments]
            self.calls.append((name, tuple(plain)))
            return self._answers[name]

        return call


def test_windows_search_is_told_not_to_read_and_what_stood_before_stays(tmp_path: Path) -> None:
    directory = stat.FILE_ATTRIBUTE_DIRECTORY
    kernel32 = Library(GetFileAttributesW=directory, SetFileAttributesW=1)
    assert keep_from_index(tmp_path, kernel32)
    wanted = directory | stat.FILE_ATTRIBUTE_NOT_CONTENT_INDEXED
    assert kernel32.calls == [
        ("GetFileAttributesW", (str(tmp_path),)),
        ("SetFileAttributesW", (str(tmp_path), wanted)),
    ]


@pytest.mark.parametrize("gone", [-1, 0xFFFFFFFF])
def test_a_folder_of_which_windows_says_nothing_is_left_alone(tmp_path: Path, gone: int) -> None:
    kernel32 = Library(GetFileAttributesW=gone)
    assert not keep_from_index(tmp_path, kernel32)
    assert [name for name, _arguments in kernel32.calls] == ["GetFileAttributesW"]


def test_the_mac_backup_mark_is_the_property_list_that_tmutil_writes() -> None:
    assert plistlib.dumps("com.apple.backupd", fmt=plistlib.FMT_BINARY) == folder_marks.LEFT_OUT
    assert folder_marks.BACKUP_MARK == b"com.apple.metadata:com_apple_backup_excludeItem"


def test_the_mac_mark_is_set_in_one_call_and_a_refusal_stops_nothing(tmp_path: Path) -> None:
    libc = Library(setxattr=0)
    assert keep_from_backups(tmp_path, libc)
    mark = folder_marks.LEFT_OUT
    assert libc.calls == [
        ("setxattr", (str(tmp_path).encode(), folder_marks.BACKUP_MARK, mark, len(mark), 0, 0))
    ]
    assert not keep_from_backups(tmp_path, Library(setxattr=-1))


def test_spotlight_passes_the_folder_by_for_its_name() -> None:
    assert data_name("darwin") == "outreach.noindex"
    assert data_name("win32") == data_name("linux") == "outreach"


def test_whoever_relies_on_the_systems_backups_is_told() -> None:
    assert "leave this vault out" in system_backup_words("darwin")
    assert system_backup_words("win32") == system_backup_words("linux") == ""
